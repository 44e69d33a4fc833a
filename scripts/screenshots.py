"""Take pictures of the pages of a record, wide and on a phone, light and dark, and printed.

    python -m scripts.screenshots RECORD FOLDER          every page
    python -m scripts.screenshots RECORD docs/screenshots --best   the three that the README shows

Needs Chromium (Debian's, or the path in the variable CHROMIUM).
"""

import argparse
import os
import shutil
import socket
import threading
from itertools import combinations
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from communique.query.comparison import shared_facts
from communique.query.view import View
from communique.record.store import open_store
from communique.web.app import create_app

VIEWS = {
    "wide": (1440, 900, "light"), "dark": (1440, 900, "dark"), "phone": (390, 844, "light"), "print": (1000, 1400, "light"),
}  # fmt: skip
FIRST_SCREEN = 900  # characters
MOST_TOLD = 10
BEST = ("overview", "readouts", "articles")
WAYS = ("/", "/timeline", "/conflicts", "/compare", "/outlets", "/readouts", "/forecasts", "/network", "/actors", "/positions", "/statements", "/agreements", "/map", "/documents",
        "/review", "/review/lines", "/review/read", "/review/agreement", "/review/log", "/changes", "/add")  # fmt: skip


def chosen(record: Path) -> dict[str, str]:
    """The encounter, actor, and passage that the pictures show: those with most accounts, mentions, and weight."""
    with open_store(record) as store:
        store_record = store.record()
        encounters, actors, findings = store.section("encounters"), store.section("actors"), store.section("findings")
    people = [own for own in actors if own.kind == "person"] or list(actors)
    disputed = sorted((own for own in findings if own.kind == "conflict"), key=lambda own: (-own.weight, own.id))
    words = next((own.values[0].evidence[0] for own in disputed if own.values[0].evidence), None)
    found = {}
    view = View(store_record)
    told = max(encounters, key=lambda own: (len(own.mentions), own.id), default=None)
    if told is not None and (pair := _pair(view, sorted({own.document for own in told.mentions})[:MOST_TOLD])):
        found["articles"] = f"/compare/articles?left={pair[0]}&right={pair[1]}"
    if encounters:
        found["encounter"] = (
            f"/encounters/{max(encounters, key=lambda own: (min(len(own.mentions), len(own.participants)), own.id)).id}"
        )
    if people:
        found["actor"] = f"/actors/{max(people, key=lambda own: (len(own.mentions), own.id)).id}"
    if words:
        found["document"] = f"/documents/{words.document}?at={words.span.start}-{words.span.end}#at"
    return found


def _pair(view: View, documents: list[str]) -> tuple[str, str] | None:
    """Two articles of different origin that tell most of the same facts near their beginning."""
    pairs = [pair for pair in combinations(documents, 2) if view.origin[pair[0]] != view.origin[pair[1]]]

    def seen(pair: tuple[str, str]) -> int:
        return sum(max(own.left.span.start, own.right.span.start) < FIRST_SCREEN for own in shared_facts(view, *pair))

    return max(pairs, key=lambda pair: (seen(pair), pair), default=None)


def main() -> None:
    """Serve the record, open each page, save each picture."""
    options = argparse.ArgumentParser()
    options.add_argument("record", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("--best", action="store_true", help="only the three of the README")
    given = options.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    listening = socket.create_server(("127.0.0.1", 0))
    base = f"http://127.0.0.1:{listening.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(create_app(given.record), log_level="error", access_log=False))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    single = chosen(given.record)
    pages = {path.strip("/").replace("/", "-") or "overview": path for path in WAYS} | single
    wanted = [(name, path, view) for name, path in pages.items() for view in VIEWS]
    if given.best:
        wanted = [(name, pages[name], "wide") for name in BEST if name in pages]
    with sync_playwright() as runner:
        browser = runner.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, path, view in wanted:
            width, height, scheme = VIEWS[view]
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.emulate_media(media="print" if view == "print" else "screen")
            page.goto(base + path)
            page.evaluate("document.fonts.ready")
            target = given.folder / (f"{name}.png" if given.best else f"{name}-{view}.png")
            page.screenshot(path=target, full_page=not given.best and view != "dark")
            page.close()
        browser.close()
    server.should_exit = True


if __name__ == "__main__":
    main()
