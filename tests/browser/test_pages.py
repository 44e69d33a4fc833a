"""browser: every page without an error or a foreign request, no horizontal scroll on a phone, and an audit of each."""

import json
from pathlib import Path

import pytest

from browser.conftest import Window
from browser.talks import articles
from communique.record.store import open_store

AXE = Path(__file__).parent / "assets" / "axe.min.js"
ONE, TWO, THREE = (record.document.id for record in articles())

PAGES = [
    "/", "/timeline", "/timeline?asof=2024-05-04", "/conflicts", "/conflicts?kind=corroborated", "/compare",
    "/compare?issue=ports", f"/compare/articles?left={ONE}&right={TWO}&one=0-9&two=0-9", "/actors", "/actors/ada-brandt",
    "/positions", "/statements", f"/statements/{ONE}:q1", "/agreements", f"/forecasts/{ONE}:f1", "/map", "/documents",
    f"/documents/{ONE}?at=0-30#at", "/search?q=port", "/review?sure=1", "/review/log", "/add",
    "/review/lines", "/review/lines?section=encounters", "/review/lines?second=1", "/review/read", "/changes", "/timeline?since=2024-05-03&until=2024-05-03", f"/documents/{ONE}?rejected=1",
]  # fmt: skip
VIEWS = {
    "wide": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "phone": {"viewport": {"width": 390, "height": 800}, "color_scheme": "dark", "has_touch": True},
}


def pages(record: Path) -> list[str]:
    """Every kind of page, with the ids that the record has."""
    with open_store(record) as store:
        meeting, deal = store.section("encounters")[0].id, store.section("agreements")[0].id
    return [*PAGES, f"/encounters/{meeting}", f"/compare?encounter={meeting}", f"/agreements/{deal}"]


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_is_sound_accessible_and_fits(chromium, site, view):
    window = Window(chromium, site, **VIEWS[view])
    found = []
    for path in pages(site.record):
        page = window.open(path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        audit = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [
            (path, rule["id"], rule["nodes"][0]["html"][:160], rule["nodes"][0]["failureSummary"][:300])
            for rule in audit["violations"]
        ]
        found += [(path, "horizontal scroll", wide)] if wide > 0 else []
    window.context.close()
    assert not found, json.dumps(found, indent=1)
    assert not window.errors and not window.foreign
