"""browser: every page without an error or a foreign request, no horizontal scroll on a phone, and an audit of each."""

import json
import re
from pathlib import Path

import pytest

from browser.conftest import Window
from browser.talks import accounts, articles, fourth, write
from communique.record.store import open_store
from communique.web.change import Wanted, judge

AXE = Path(__file__).parent / "assets" / "axe.min.js"
ONE, TWO, THREE = (record.document.id for record in articles())

PAGES = [
    "/", "/timeline", "/timeline?asof=2024-05-04", "/conflicts", "/conflicts?kind=corroborated", "/compare",
    "/compare?issue=ports", f"/compare/articles?left={ONE}&right={TWO}&one=0-9&two=0-9", "/actors", "/actors/ada-brandt",
    "/positions", "/statements", f"/statements/{ONE}:q1", "/agreements", f"/forecasts/{ONE}:f1", "/map", "/documents",
    f"/documents/{ONE}?at=0-30#at", "/search?q=port", "/review?sure=1", "/review/log", "/add",
    "/review/lines", "/review/lines?section=encounters", "/review/lines?second=1", "/review/read", "/review/agreement", "/changes", "/timeline?since=2024-05-03&until=2024-05-03", f"/documents/{ONE}?rejected=1",
    "/outlets", "/outlets/Coast%20Daily", "/readouts", "/forecasts", "/network", "/changes?published=2024-05-05",
    "/timeline?asof=2024-05-04&clock=happened", "/passage?article=d000&at=0-9&words=for+six+hours,+officials",
    "/actors?name=duarte", "/agreements?status=agreed",
]  # fmt: skip
VIEWS = {
    "wide": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 800}, "color_scheme": "dark", "has_touch": True},
}


def pages(record: Path) -> list[str]:
    """Every kind of page, with the ids that the record has."""
    with open_store(record) as store:
        meeting, deal = store.section("encounters")[0].id, store.section("agreements")[0].id
    return [*PAGES, f"/encounters/{meeting}", f"/compare?encounter={meeting}", f"/agreements/{deal}"]


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_is_sound_accessible_and_fits(chromium, site, view):
    write(site.record, accounts())
    with open_store(site.record) as store:
        for author, action in (("Edda Holm", "reject"), ("Ivo Berg", "accept")):
            judge(store, "positions", f"{ONE}:p1", author, Wanted(action, {}))
    write(site.record, ())
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


ERRORS = [
    ("/nowhere", 404), ("/actors/none", 404), ("/outlets/Nobody", 404), ("/timeline?at=x", 422),
    ("/passage?article=d000&at=0-9&words=no+such+words+here", 404),
]  # fmt: skip


def test_what_is_not_there_is_said_on_a_page_of_its_own(chromium, site):
    window = Window(chromium, site, **VIEWS["phone"])
    found = []
    for path, status in ERRORS:
        answer = window.page.goto(path)
        assert answer is not None and answer.status == status, path
        assert window.page.locator("h1").count() == 1 and window.page.get_by_role("searchbox").count() == 1
        window.page.evaluate(AXE.read_text(encoding="utf-8"))
        audit = window.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [(path, rule["id"], rule["nodes"][0]["html"][:160]) for rule in audit["violations"]]
    window.context.close()
    assert not found, json.dumps(found, indent=1)


def test_a_page_that_is_printed_has_no_bar_no_form_and_nothing_cut_off(chromium, site):
    window = Window(chromium, site, viewport={"width": 1000, "height": 1400})
    for path in ("/", "/timeline", f"/compare/articles?left={ONE}&right={TWO}", "/forecasts"):
        page = window.open(path)
        page.emulate_media(media="print")
        assert not page.locator("header.bar").is_visible() and page.locator("h1").is_visible()
        assert all(not own.is_visible() for own in page.locator("form").all())
        cut = "[...document.querySelectorAll('.pane')].filter((own) => own.scrollHeight > own.clientHeight + 1).length"
        assert page.evaluate(cut) == 0
    window.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_paper_and_the_print_is_dark_on_white(chromium, site, scheme):
    """A4 upright at 96 dots an inch, whatever scheme the screen has."""
    write(site.record, accounts())
    window = Window(chromium, site, viewport={"width": 794, "height": 1123}, color_scheme=scheme)
    found = []
    for path in pages(site.record):
        page = window.open(path)
        page.emulate_media(media="print", color_scheme=scheme)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        cut = page.evaluate(
            "[...document.querySelectorAll('.scroll')].filter((own) => own.scrollWidth > own.clientWidth + 1).length"
        )
        ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        found += [(path, wide, cut, ink, paper)] if wide > 0 or cut or paper != "rgb(255, 255, 255)" else []
        assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 200, (path, ink)
    window.context.close()
    assert not found


def test_on_a_phone_every_place_of_the_map_is_in_sight(chromium, site):
    write(site.record, (*articles(), fourth()))
    window = Window(chromium, site, **VIEWS["phone"])
    page = window.open("/map")
    spots = page.locator("svg.sea:visible a text")
    assert spots.count() > 1
    for box in (own.bounding_box() for own in spots.all()):
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390
    names = sorted(own.text_content() or "" for own in spots.all())
    assert len(set(names)) == len(names)
    window.context.close()
