"""web: the record as it stood on a day, on every page that lists lines."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from browser.talks import articles, fourth, write
from communique.model import Record, RecordDocument
from communique.query.clock import Clock
from communique.query.view import View
from communique.record.store import open_store
from communique.report.render import short_context
from communique.web.app import create_app
from communique.web.standing import LISTS, Standing, carried
from communique.web.then import counterpart
from factories import at, document

PAGES = tuple(own for own in LISTS if own != "/timeline")


@pytest.fixture
def client(tmp_path):
    path = tmp_path / "talks.communique"
    write(path, (*articles(), fourth()))
    return TestClient(create_app(path), base_url="http://127.0.0.1")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("clock", list(Clock))
def test_every_list_can_be_read_as_of_a_day(client, path, clock):
    page = client.get(f"{path}?asof=2024-05-04&clock={clock.value}")
    assert page.status_code == 200
    assert "The record as it stood on 4 May 2024" in page.text
    assert "As of a day" in page.text
    assert 'data-today="1"' in page.text


@pytest.mark.parametrize("path", PAGES)
def test_the_page_of_today_says_nothing_of_another_day(client, path):
    page = client.get(path).text
    assert "The record as it stood" not in page and "As of a day" in page and "asof=" not in page


def test_what_came_later_is_not_there(client):
    assert "Quito" not in client.get("/map?asof=2024-05-04").text and "Quito" in client.get("/map").text
    then, today = (client.get(f"/statements?asof={day}").text.count('class="entry"') for day in ("2024-05-04", "2024"))
    assert 0 < then < today
    assert "0 statements" in client.get("/statements?asof=1999").text


def test_links_and_filters_keep_the_day(client):
    page = client.get("/agreements?asof=2024-05-04&clock=said").text
    assert 'href="/forecasts?asof=2024-05-04&amp;clock=said"' in page
    assert 'href="/statements?asof=2024-05-04&amp;clock=said"' in page
    page = client.get("/statements?asof=2024-05-04").text
    assert '<form class="filters" method="get"><input type="hidden" name="asof" value="2024-05-04">' in page
    assert "asof" not in page.split("data-today")[1].split(">")[0]


def test_what_is_no_day_is_refused_in_words(client):
    page = client.get("/statements?asof=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "is no day" in page and "<script>alert" not in page
    assert client.get("/statements?asof=2024-05-04&clock=never").status_code == 200


def test_a_link_that_has_a_day_keeps_its_own():
    standing = Standing("2024-05", Clock.PUBLISHED, False, False, "")
    html = '<a href="/timeline?asof=2023"></a><a href="/statements?form=direct#top"></a><a href="/statements/s1"></a>'
    html += '<a href="/documents/d1?at=3-9#at"></a><a href="/add"></a><a href="/timeline/asof"></a><a href="/compare/articles?left=a"></a>'
    assert carried(html, standing) == (
        '<a href="/timeline?asof=2023"></a><a href="/statements?form=direct&amp;asof=2024-05#top"></a>'
        '<a href="/statements/s1?asof=2024-05"></a><a href="/documents/d1?at=3-9&amp;asof=2024-05#at"></a>'
        '<a href="/add"></a><a href="/timeline/asof"></a><a href="/compare/articles?left=a"></a>'
    )


def ids(client) -> dict[str, list[str]]:
    """Ids of the record of today by section."""
    with open_store(client.app.state.held.path) as store:
        sections = ("encounters", "actors", "agreements", "quotations", "forecasts", "findings")
        return {name: [own.id for own in store.section(name)] for name in sections}


PATHS = {
    "encounters": "/encounters/{}", "actors": "/actors/{}", "agreements": "/agreements/{}", "quotations": "/statements/{}",
    "forecasts": "/forecasts/{}", "findings": "/lines/findings/{}",
}  # fmt: skip


@pytest.mark.parametrize("section", PATHS)
@pytest.mark.parametrize("clock", list(Clock))
def test_every_line_has_a_page_as_of_a_day_or_says_that_it_was_not_known(client, section, clock):
    found = ids(client)[section]
    assert found
    for day in ("1999", "2024-05-03", "2024-05-04", "2031"):
        for own in found:
            answer = client.get(PATHS[section].format(own), params={"asof": day, "clock": clock.value})
            known = "The record as it stood on" in answer.text and "Not known then" not in answer.text
            assert answer.status_code == (200 if known else 404), (own, day, answer.text[:300])
            assert "The record as it stood on" in answer.text and 'data-today="1"' in answer.text
            today = answer.text.split('data-today="1" href="')[1].split('"')[0]
            assert client.get(today if today.startswith("/") else PATHS[section].format(own)).status_code == 200
            if day == "1999" and section not in ("actors", "findings"):
                assert not known and "in the record of today" in answer.text
            if day == "2031":
                assert known


def test_an_encounter_as_of_a_day_shows_only_what_was_told_by_then(client):
    with open_store(client.app.state.held.path) as store:
        out = {own.document.id: own.document.published.start for own in store.section("documents")}
        met = next(own for own in store.section("encounters") if len({out[part.document] for part in own.mentions}) > 1)
    day = min(out[part.document] for part in met.mentions)
    later = {part.document for part in met.mentions if out[part.document] > day}
    early = {part.document for part in met.mentions if out[part.document] <= day}
    page = client.get(f"/encounters/{met.id}?asof={day}").text
    assert later and not any(f"/documents/{own}" in page for own in later)
    assert all(f"/documents/{own}?at=" in page for own in early)
    assert "is decided on" in page and "Split off" not in page
    assert "Join with another" in client.get(f"/encounters/{met.id}").text
    assert f"asof={day}" in page.split("/compare?encounter=")[1].split('"')[0]
    assert client.get(f"/compare?encounter={met.id}&asof={day}").status_code == 200


def test_an_address_of_today_finds_the_line_that_was_called_otherwise_then(client):
    """The id of an encounter holds its day, which a later article may change: the accounts lead to it."""
    past = client.app.state.known.index(client.app.state.held.view(), "2024-05-04")
    today = client.app.state.held.index()
    for section in ("encounters", "actors", "agreements", "findings"):
        for own in getattr(past.view.record, section):
            twin = counterpart(section, own, today.view)
            assert twin is not None, (section, own.id)
            back = counterpart(section, twin, past.view)
            assert back is not None


def test_an_article_that_came_out_later_is_shown_as_of_today_and_says_so(client):
    with open_store(client.app.state.held.path) as store:
        rows = sorted((own.document.published.start, own.document.id) for own in store.section("documents"))
    (first, early), (_, late) = rows[0], rows[-1]
    assert "This article came out later" in client.get(f"/documents/{late}?asof={first}").text
    page = client.get(f"/documents/{early}?asof={first}").text
    assert "This article came out later" not in page and f"/documents/{late}" not in page
    assert f"/documents/{late}" not in client.get(f"/documents?asof={first}").text


def test_what_nobody_knows_is_not_found_on_any_day(client):
    for path in PATHS.values():
        answer = client.get(path.format("none"), params={"asof": "2024-05-04"})
        assert answer.status_code == 404 and "The record holds no such" in answer.text


def test_the_slider_counts_by_what_happened_where_no_article_has_a_day(tmp_path):
    path = tmp_path / "undated.communique"
    undated = [replace(own, document=replace(own.document, published=None)) for own in (*articles(), fourth())]
    write(path, tuple(undated))
    client = TestClient(create_app(path), base_url="http://127.0.0.1")
    page = client.get("/timeline").text
    assert 'value="happened" checked' in page and 'type="range"' in page and "As it had happened by" in page
    page = client.get("/timeline?clock=published").text
    assert 'type="range"' not in page and "No two days are known by this clock" in page and 'value="happened"' in page
    assert "no article with a known day was published by then" in client.get("/statements?asof=2024-05-04").text


def test_words_that_are_cut_are_not_followed_by_what_comes_after_them():
    words = "The envoy will " + "travel to the northern port and " * 20 + "return"
    doc = document(f"Once more. {words}, the ministry said.")
    view = View(Record(documents=(RecordDocument(doc, (), "g"),)))
    _, shown, after = short_context(view, at(doc, words))
    assert shown.endswith("…") and words.startswith(shown[:-1]) and len(shown) <= 301 and after == ""
    assert words[len(shown) - 1] == " ", "cut between words"
    _, shown, after = short_context(view, at(doc, "the ministry"))
    assert (shown, after) == ("the ministry", " said.")
