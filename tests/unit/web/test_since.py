"""web: what changed since the last visit, a former state of a small and of a large record, a big record read beside."""

import time
import weakref
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from browser.talks import articles, fourth, write
from communique.pipeline import former
from communique.pipeline.former import cut_chronology, cut_record, former_record
from communique.pipeline.verify import verify_record
from communique.query.view import View
from communique.record.store import open_store
from communique.web import state
from communique.web.app import create_app
from communique.web.change import Wanted, judge

UNLIKE = {"quotations": {"utterance": None}, "forecasts": {"outcome": None}}  # what is judged by all that is known
ONE, TWO, THREE = (record.document.id for record in articles())


@pytest.fixture
def path(tmp_path):
    own = tmp_path / "talks.communique"
    write(own, articles())
    return own


def visitor(path) -> TestClient:
    return TestClient(create_app(path), base_url="http://127.0.0.1")


def test_the_first_page_says_what_is_new_until_it_is_seen(path):
    client = visitor(path)
    assert "Since your last visit" not in client.get("/").text
    assert "Since your last visit" not in client.get("/").text
    write(path, (fourth(),))
    with open_store(path) as store:
        judge(store, "quotations", f"{ONE}:q1", "Edda Holm", Wanted("reject", {}))
    page = client.get("/").text
    assert "Since your last visit" in page and "<b>1</b> new article" in page and "<b>1</b> new encounter" in page
    assert "<b>1</b> decision" in page
    assert "Since your last visit" in client.get("/").text, "the mark moves only when the visitor says so"
    link = page.partition('class="button" href="')[2].partition('"')[0].replace("&amp;", "&")
    shown = client.get(link).text
    assert "Quito" in shown and "Andes News" in shown and "Edda Holm" in shown
    form = {"token": client.cookies["communique_token"]}
    assert client.post("/seen", data={"token": "wrong"}).status_code == 403
    assert "Since your last visit" not in client.post("/seen", data=form).text
    assert "nothing" in client.get("/changes?since=99&decision=99").text


def test_another_browser_has_its_own_mark(path):
    one, two = visitor(path), visitor(path)
    one.get("/"), two.get("/")
    write(path, (fourth(),))
    one.get("/")
    one.post("/seen", data={"token": one.cookies["communique_token"]})
    assert "Since your last visit" not in one.get("/").text
    assert "Since your last visit" in two.get("/").text


@pytest.mark.parametrize("value", ["x", "1", "1.x", "-1.2", "9" * 30 + ".1", "99.1"])
def test_a_mark_that_is_none_or_of_another_file_starts_anew(path, value):
    client = visitor(path)
    client.get("/")
    name = next(own for own in client.cookies if own.startswith("communique_seen"))
    client.cookies.clear()
    client.cookies.set(name, value)
    assert "Since your last visit" not in client.get("/").text


def test_every_article_has_the_generation_that_had_it_first(path):
    write(path, (fourth(),))
    with open_store(path) as store:
        arrived = store.arrivals()
    assert {own: arrived[own][0] for own in (ONE, TWO, THREE, fourth().document.id)} == {
        ONE: 1,
        TWO: 1,
        THREE: 1,
        fourth().document.id: 2,
    }
    assert all(at.startswith("20") for _, at in arrived.values())


def test_an_older_file_gets_the_table_and_its_articles_count_as_known(path):
    with open_store(path) as store:
        store.connection.executescript("DROP TABLE arrival; PRAGMA user_version = 2")
        assert store.arrivals() == {}
    write(path, (fourth(),))
    with open_store(path) as store:
        arrived = store.arrivals()
    assert arrived[ONE][0] == 0 and arrived[fourth().document.id][0] == 2


@pytest.mark.parametrize("known", [{ONE}, {ONE, TWO}, {TWO, THREE}, set()])
def test_a_cut_record_is_the_record_of_its_articles(path, known):
    """On the invented talks nothing depends on later articles, so the cut and the assembled record agree."""
    with open_store(path) as store:
        whole = store.record()
        assembled = former_record(store, whole, known)
    cut = cut_record(whole, frozenset(known))
    for section in ("documents", "encounters", "quotations", "positions", "agreements", "forecasts", "figures"):
        mine, theirs = (
            [replace(own, **UNLIKE.get(section, {})) for own in getattr(found, section)] for found in (cut, assembled)
        )
        if section == "documents":
            assert [own.document.id for own in mine] == [own.document.id for own in theirs]
        else:
            assert mine == theirs, section
    assert cut_chronology(whole, frozenset(known)).encounters == cut.encounters
    assert cut_chronology(whole, frozenset(known)).findings == cut.findings
    assert {own.name for own in cut.actors} == {own.name for own in assembled.actors}
    told = {own.kind for own in cut.findings if own.subject_type == "encounter" and own.attribute == "duration"}
    assert ("conflict" in told) == (known >= {ONE, TWO})
    assert View(cut).documents.keys() == known


def test_a_large_record_has_former_states_too(path, monkeypatch):
    monkeypatch.setattr(former, "MOST_ASSEMBLED", 0)
    monkeypatch.setattr("communique.web.known.MOST_ASSEMBLED", 0)
    page = visitor(path).get("/timeline?asof=2024-05-04").text
    assert "as known on 4 May 2024" in page and "cut to these articles" in page and "1 article," in page
    assert "disagreement" not in page


def test_the_slider_leads_to_the_address_of_its_day(path):
    client = visitor(path)
    where = client.get("/timeline/asof?stop=1&status=held", follow_redirects=False).headers["location"]
    assert where == "/timeline?status=held&asof=2024-05-05#stop"
    assert client.get("/timeline/asof?stop=3", follow_redirects=False).headers["location"] == "/timeline#stop"
    assert client.get("/timeline/asof?stop=-1").status_code == 422
    for day in ("soon", "2024-99-99", "99999999999", "٢٠٢٤", "2024-05-04-01"):
        assert client.get(f"/timeline?asof={day}").status_code == 200
        assert client.get(f"/timeline?since={day}&until={day}").status_code == 200


def test_no_request_waits_for_a_big_record_that_is_read_anew(path, monkeypatch):
    client = visitor(path)
    assert "Quito" not in client.get("/timeline").text
    true_index = state.Index

    def slow(view):
        time.sleep(6)
        return true_index(view)

    monkeypatch.setattr(state, "Index", slow)
    client.app.state.held._seconds = 20.0  # as after the first reading of a big record
    write(path, (fourth(),))
    for _ in range(3):
        assert "Quito" not in client.get("/timeline").text
    assert client.app.state.held.reading
    until = time.monotonic() + 20
    while client.app.state.held.reading and time.monotonic() < until:
        time.sleep(0.05)
    assert "Quito" in client.get("/timeline").text


def test_a_changed_and_signed_record_still_says_only_what_the_articles_say(path):
    with open_store(path) as store:
        judge(store, "encounters", f"{ONE}:e1", "Edda Holm", Wanted("correct", {"place": "Callao", "evidence": "Lima"}))
    client = visitor(path)
    until = time.monotonic() + 20
    while client.app.state.publisher.waiting and time.monotonic() < until:
        time.sleep(0.02)
    with open_store(path) as store:
        found = verify_record(store)
        assert any(m.place.city == "Callao" for e in store.section("encounters") for m in e.mentions)
    assert found.problems == () and found.spans > 20


def test_a_record_that_was_read_anew_does_not_keep_the_former_one(path):
    client = visitor(path)
    former_view = weakref.ref(client.app.state.held.view())
    for _ in range(2):
        for page in ("/", "/timeline", "/actors", "/statements"):
            client.get(page)
        write(path, (fourth(),))
        client.app.state.held.refresh()
        client.get("/timeline")
    assert former_view() is None
