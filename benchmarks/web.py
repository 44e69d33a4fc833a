"""How long each page of the web app takes on a record of many articles, and how heavy it is.

    python -m benchmarks.web [--articles 10000] [--rounds 20] [--record FILE] [--out benchmarks/results/web.md]

The record is made up (seeded): its items are written directly, without reading articles. Pages are asked for over HTTP
from a server in its own process; every page is asked for `rounds` times, single items a different one each time.
"""

import argparse
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

import httpx

from benchmarks.web_record import documents_of, made_up
from communique.query.outlet import publisher
from communique.record.store import open_store

STATIC = ("/static/app.css", "/static/app.js", "/static/fonts/inter-latin-wght-normal.woff2",
          "/static/fonts/source-serif-4-latin-wght-normal.woff2")  # fmt: skip
LIMIT_MS, LIMIT_KB = 500, 500
BEGIN, END = "<!-- timing -->", "<!-- end of timing -->"


def addresses(record: Path, rounds: int) -> dict[str, list[str]]:
    """The addresses to ask for, by kind of page."""
    with open_store(record) as store:

        def ids(section: str) -> list[str]:
            rows = store.connection.execute("SELECT id FROM item WHERE section = ? ORDER BY place", (section,)).fetchall()
            return [rows[number * len(rows) // rounds][0] for number in range(rounds)]

        found = {name: ids(name) for name in ("documents", "encounters", "actors", "quotations", "agreements", "forecasts")}
        issues = ids("issues")
        rows = store.connection.execute(
            "SELECT DISTINCT date_start FROM item WHERE section = 'documents' ORDER BY 1"
        ).fetchall()
        days = [rows[number * len(rows) // rounds][0] for number in range(rounds)]
        names = sorted({quote(publisher(own)) for own in store.section("documents")})
        outlets = [names[number * len(names) // rounds] for number in range(rounds)]
    docs = found["documents"]
    fixed = ("/", "/timeline", "/timeline?since=2021&until=2021-06", "/timeline?status=planned", "/conflicts", "/actors",
             "/positions", "/statements", "/statements?form=direct&at=3000", "/agreements", "/map", "/documents",
             "/documents?at=6000", "/review", "/review?section=encounter&sure=1", "/review/log", "/review/agreement", "/add", "/compare",
             "/search?q=harbour", "/search?q=ceasefire+border", "/review/lines", "/review/lines?section=encounters",
             "/review/lines?second=1", "/review/read", "/changes?since=0", "/outlets", "/readouts", "/forecasts",
             "/agreements?status=agreed", "/network", "/network?most=500", "/actors?name=brandt",
             "/api/passage?article=d000&words=no+such+words+in+any+article", "/changes?published=2024")  # fmt: skip
    pages = {path: [path] * rounds for path in fixed}
    pages |= {
        "timeline as known on a day": [f"/timeline?asof={day}" for day in days],
        "timeline up to a day, by what happened": [f"/timeline?asof={day}&clock=happened" for day in days],
        "statements as known on a day": [f"/statements?asof={day}" for day in days],
        "positions up to a day, by what was said": [f"/positions?asof={day}&clock=said" for day in days],
        "one encounter as known on a day": [
            f"/encounters/{own}?asof={day}" for own, day in zip(found["encounters"], reversed(days), strict=True)
        ],
        "one actor as known on a day": [
            f"/actors/{own}?asof={day}" for own, day in zip(found["actors"], reversed(days), strict=True)
        ],
        "one outlet": [f"/outlets/{own}" for own in outlets],
        "timeline of one day": [f"/timeline?since={day}&until={day}" for day in days],
        "one line to read": [f"/review/lines?section=quotations&own={own}" for own in found["quotations"]],
        "one document": [f"/documents/{own}" for own in docs],
        "one encounter": [f"/encounters/{own}" for own in found["encounters"]],
        "one actor": [f"/actors/{own}" for own in found["actors"]],
        "one statement": [f"/statements/{own}" for own in found["quotations"]],
        "one agreement": [f"/agreements/{own}" for own in found["agreements"]],
        "one forecast": [f"/forecasts/{own}" for own in found["forecasts"]],
        "positions on one issue": [f"/positions?issue={own}" for own in issues],
        "sources on one encounter": [f"/compare?encounter={own}" for own in found["encounters"]],
        "two articles": [
            f"/compare/articles?left={one}&right={two}" for one, two in zip(docs, docs[1:] + docs[:1], strict=True)
        ],
        "API: 100 statements": [f"/api/quotations?at={number * 50}" for number in range(rounds)],
        "API: one encounter": [f"/api/encounters/{own}" for own in found["encounters"]],
        "API: search": ["/api/search?q=harbour"] * rounds,
    }
    return pages


def measured(base: str, pages: dict[str, list[str]]) -> Iterator[tuple[str, float, float, float]]:
    """(page, median ms, 95th percentile ms, largest answer in kB)."""
    with httpx.Client(base_url=base, timeout=120) as client:
        for name, asked in pages.items():
            times, size = [], 0
            for path in asked:
                started = time.perf_counter()
                answer = client.get(path)
                times.append((time.perf_counter() - started) * 1000)
                if answer.status_code != 404 or "asof=" not in path:  # not known on that day
                    answer.raise_for_status()
                size = max(size, len(answer.content))
            cuts = quantiles(times, n=20, method="inclusive")
            yield name, cuts[9], cuts[18], size / 1000


def write(path: Path, articles: int) -> None:
    """The made-up record as a file; a hundred of its articles came in after the first state."""
    record = made_up(articles)
    with open_store(path, create=True) as store:
        store.connection.execute("PRAGMA synchronous = OFF")
        for own in documents_of(record):
            store.stage(own, None, "made up")
        store.publish(record)
        store.connection.execute(
            "UPDATE arrival SET generation = 0 WHERE document NOT IN (SELECT document FROM arrival ORDER BY document LIMIT 100)"
        )


def anew(path: Path) -> None:
    """As if a build had ended: the server reads the record again when it is asked next."""
    with open_store(path) as store:
        store.set_meta("generation", str(int(store.meta("generation") or 0) + 1))


def main() -> None:
    """Make the record if it is not there, serve it, time it, write the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--record", type=Path, default=Path(tempfile.gettempdir()) / "communique-web.communique")
    options.add_argument("--out", type=Path, default=Path("benchmarks/results/web.md"))
    given = options.parse_args()
    if not given.record.exists():
        write(given.record, given.articles)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "communique", "serve", "--record", str(given.record), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        started = time.perf_counter()
        while True:
            try:
                httpx.get(base + "/add", timeout=600)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        ready = time.perf_counter() - started
        pages = addresses(given.record, given.rounds)
        rows = list(measured(base, pages))
        anew(given.record)
        again = {
            f"{name} (while the record is read anew)": pages[name] for name in ("/timeline", "one encounter", "/statements")
        }
        rows += list(measured(base, again))
        static = sum(len(httpx.get(base + path).content) for path in STATIC) / 1000
        status = Path(f"/proc/{server.pid}/status")
        lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
        memory = next((int(line.split()[1]) / 1e6 for line in lines if line.startswith("VmRSS")), 0.0)
    finally:
        server.terminate()
    slow = [name for name, _, late, _ in rows if late > LIMIT_MS]
    heavy = [name for name, _, _, size in rows if size + static > LIMIT_KB]
    table = "\n".join(f"| {name} | {middle:.0f} | {late:.0f} | {size:.0f} |" for name, middle, late, size in rows)
    text = (
        f"{given.articles:,} articles, {given.rounds} requests a page; the record is ready {ready:.0f} s after the start, "
        f"the server holds {memory:.1f} GB. Style, script and typefaces add {static:.0f} kB, once.\n\n"
        f"| Page | median ms | 95th percentile ms | largest, kB |\n|---|---|---|---|\n{table}\n\n"
        f"Over {LIMIT_MS} ms at the 95th percentile: {', '.join(slow) or 'none'}. "
        f"Over {LIMIT_KB} kB with style and typefaces: {', '.join(heavy) or 'none'}.\n"
    )
    former = given.out.read_text(encoding="utf-8") if given.out.exists() else f"{BEGIN}{END}"
    head, _, rest = former.partition(BEGIN)
    given.out.write_text(f"{head}{BEGIN}\n{text}{END}{rest.partition(END)[2]}", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
