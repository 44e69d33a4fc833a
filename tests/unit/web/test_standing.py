"""web: the record as it stood on a day, on every page that lists lines."""

import pytest
from starlette.testclient import TestClient

from browser.talks import articles, fourth, write
from communique.query.clock import Clock
from communique.web.app import create_app
from communique.web.standing import LISTS, Standing, carried

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
    assert carried(html, standing) == (
        '<a href="/timeline?asof=2023"></a><a href="/statements?form=direct&amp;asof=2024-05#top"></a>'
        '<a href="/statements/s1?asof=2024-05"></a>'
    )


def _links(page: str, start: str) -> list[str]:
    return [part.split('"')[0] for part in page.split(f'href="{start}/')[1:]]


@pytest.mark.parametrize("listed, one", [("/timeline", "/encounters"), ("/statements", "/statements"), ("/agreements", "/agreements"),
                                         ("/forecasts", "/forecasts"), ("/actors", "/actors")])  # fmt: skip
@pytest.mark.parametrize("clock", list(Clock))
def test_a_line_of_a_list_of_then_opens_as_it_stood_then(client, listed, one, clock):
    page = client.get(f"{listed}?asof=2024-05-04&clock={clock.value}").text.replace("&amp;", "&")
    links = _links(page, one)
    assert links and all("asof=2024-05-04" in link for link in links)
    shown = client.get(f"{one}/{links[0].split('?')[0]}?asof=2024-05-04&clock={clock.value}")
    assert shown.status_code == 200
    assert "The record as it stood on 4 May 2024" in shown.text and "Is it one" not in shown.text


def test_an_encounter_tells_only_what_was_told_by_then(client):
    today = client.get("/timeline").text
    longest = max(
        (link.split("?")[0] for link in _links(today, "/encounters")),
        key=lambda own: len(client.get(f"/encounters/{own}").text),
    )
    then = client.get(f"/encounters/{longest}?asof=2024-05-04")
    assert then.status_code == 200
    assert then.text.count("/documents/") < client.get(f"/encounters/{longest}").text.count("/documents/")


def test_what_was_not_yet_on_record_says_so(client):
    own = _links(client.get("/timeline").text, "/encounters")[-1].split("?")[0]
    page = client.get(f"/encounters/{own}?asof=1999-01-01")
    assert page.status_code == 404 and "did not yet" in page.text
    assert "holds no such encounter" in client.get("/encounters/nowhere?asof=1999-01-01").text
