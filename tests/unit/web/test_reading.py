"""web: single lines accepted, corrected, rejected; a blind second reading; decisions that a dead server left behind."""

import re
import threading
import time

import pytest
from starlette.testclient import TestClient

from browser.talks import articles, fourth, write
from communique.record.lock import build_lock
from communique.record.store import open_store
from communique.web.app import create_app
from communique.web.change import Wanted, judge

ONE, TWO, THREE = (record.document.id for record in articles())


def visitor(path, name="") -> TestClient:
    client = TestClient(create_app(path), base_url="http://127.0.0.1")
    client.get("/review/lines")
    if name:
        form = {"token": client.cookies["communique_token"], "author": name, "back": "/review/lines"}
        assert client.post("/review/sign", data=form, follow_redirects=False).status_code == 303
    return client


@pytest.fixture
def path(tmp_path):
    own = tmp_path / "talks.communique"
    write(own, articles())
    return own


def post(client, action="reject", section="quotations", own=f"{ONE}:q1", author="Edda Holm", **fields):
    form = {"token": client.cookies["communique_token"], "author": author, "section": section, "own": own}
    return client.post("/review/lines", data={**form, "action": action, **fields}, follow_redirects=False)


def quotes(path) -> list[str]:
    with open_store(path) as store:
        return [own.document for own in store.section("quotations")]


def total(client, query="") -> int:
    found = re.search(r"1 of ([\d,]+)", client.get(f"/review/lines{query}").text)
    return int(found.group(1)) if found else 0


def test_a_rejected_line_leaves_every_view_is_shown_on_demand_and_comes_back(path):
    client = visitor(path)
    assert quotes(path) == sorted([ONE, TWO])
    assert post(client, reason="not said", note="a caption").status_code == 303
    assert quotes(path) == [TWO]
    assert f'id="{ONE}:q1"' not in client.get("/statements").text
    shown = client.get("/review/read?state=rejected").text
    assert "We want the port open" in shown and "Edda Holm" in shown and "not said" in shown and "a caption" in shown
    assert "on-rejected" not in client.get(f"/documents/{ONE}").text
    assert "on-rejected" in client.get(f"/documents/{ONE}?rejected=1").text
    form = {"token": client.cookies["communique_token"], "author": "Ivo Berg", "number": 1, "back": "/review/read"}
    assert client.post("/review/undo", data=form, follow_redirects=False).status_code == 303
    assert quotes(path) == sorted([ONE, TWO])


def test_a_corrected_value_is_shown_as_the_reviewers_with_the_original(path):
    client = visitor(path)
    answer = post(client, "correct", "positions", f"{ONE}:p1", to_stance="offers")
    assert answer.status_code == 303
    page = client.get("/positions").text
    assert (
        '<b class="stance st-offers">offers</b>' in page
        and "corrected" in page
        and "stance was demands" in page
        and "Edda Holm" in page
    )


def test_a_position_goes_under_an_issue_of_the_record_only(path):
    client = visitor(path)
    answer = post(client, "correct", "positions", f"{ONE}:p1", to_issue="no-such-issue")
    assert answer.status_code == 409 and "none that the record knows" in answer.text
    with open_store(path) as store:
        filed = store.get("positions", f"{ONE}:p1").issue
    assert post(client, "correct", "positions", f"{ONE}:p1", to_issue=filed).status_code == 409, "nothing differs"
    assert post(client, "correct", "positions", f"{ONE}:p1", to_issue="security").status_code == 303
    again = client.get(f"/review/lines?section=positions&own={ONE}:p1").text
    assert '<option value="security" selected>' in again, "the form starts from the reader's own values"
    answer = post(client, "correct", "positions", f"{ONE}:p1", to_issue="security", to_stance="offers")
    assert answer.status_code == 303
    with open_store(path) as store:
        assert dict(store.decisions()[-1].changes) == {"issue": "security", "stance": "offers"}
    assert "issue was" in client.get("/positions?issue=security").text


def test_words_that_the_article_does_not_have_are_refused(path):
    answer = post(visitor(path), "correct", to_content="We want the harbour open")
    assert answer.status_code == 409 and "does not stand in the article" in answer.text
    with open_store(path) as store:
        assert store.decisions() == ()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"action": "delete"}, 400),
        ({"section": "documents"}, 400),
        ({"author": " "}, 400),
        ({"token": "wrong"}, 403),
        ({"own": "d000000000000:q1"}, 409),
        ({"own": f"{ONE}:q77"}, 409),
        ({"own": "../../etc"}, 409),
        ({"author": "x" * 100}, 422),
        ({"action": "correct"}, 409),
    ],
)
def test_refuses_what_is_no_decision(path, fields, status):
    assert post(visitor(path), **fields).status_code == status
    with open_store(path) as store:
        assert store.decisions() == ()


def test_the_queue_goes_down_and_every_section_has_a_form(path):
    client = visitor(path)
    before = total(client)
    for section in ("encounters", "participants", "quotations", "positions", "agreements", "forecasts", "figures", "actors"):
        page = client.get(f"/review/lines?section={section}").text
        assert f'name="section" value="{section}"' in page and "Keep the correction" in page
    post(client, "accept")
    assert total(client) == before - 1


def test_the_second_reader_does_not_see_the_first_decision_before_deciding(path):
    first = visitor(path)
    post(first, "reject", reason="the first reason")
    second = visitor(path, "Ivo Berg")
    page = second.get("/review/lines?second=1").text
    assert "1 of 1" in page and "We want the port open" in page
    assert "the first reason" not in page and "Edda" not in page and "ejected" not in page
    assert "Sign first" in visitor(path).get("/review/lines?second=1").text
    where = post(second, "accept", author="Ivo Berg", back="/review/lines?second=1").headers["location"]
    after = second.get(where).text
    assert "You differ" in after and "Edda Holm" in after and "Nobody else has read" in after
    assert quotes(path) == sorted([ONE, TWO]), "where readers differ the line stands as extracted"
    assert "Edda Holm and Ivo Berg both read 1 line: 0 alike" in second.get("/review/read").text
    where = post(first, "accept").headers["location"]
    assert "You agree" in first.get(where).text
    assert "Edda Holm and Ivo Berg both read 1 line: 1 alike" in first.get("/review/log").text


def test_the_agreement_of_two_readers_is_a_page_and_in_the_api(path):
    client = visitor(path)
    assert "Nobody has decided anything yet" in client.get("/review/agreement").text
    post(client, "reject", reason="a caption")
    assert "Only Edda Holm has decided" in client.get("/review/agreement").text
    post(client, "accept", author="Ivo <b>Berg</b>")
    for author in ("Edda Holm", "Ivo <b>Berg</b>"):
        post(client, "accept", "positions", f"{ONE}:p1", author=author)
    page = client.get("/review/agreement").text
    assert "50.0 %" in page and "Ivo &lt;b&gt;Berg" in page and "<b>Berg" not in page and "a caption" in page
    assert "We want the port open" in page and "statements (1 of 1)" in page and "positions (0 of 1)" in page
    query = {"one": "Edda Holm", "two": "Ivo <b>Berg</b>", "kind": "lines", "section": "positions"}
    assert "No difference of this kind" in client.get("/review/agreement", params=query).text
    answer = client.get("/api/reviewers").json()
    assert [own["name"] for own in answer["people"]] == ["Edda Holm", "Ivo <b>Berg</b>"]
    [found] = answer["items"]
    assert (found["both"], found["alike"], found["share"], found["kappa"]) == (2, 1, 0.5, 0.0)
    assert [own["action"] for own in found["differences"][0]["opinions"]] == ["reject", "accept"]
    assert "/api/reviewers" in client.get("/api/openapi.json").json()["paths"]
    assert client.get("/api/reviewers?at=1").json()["items"][0]["differences"] == []


def test_lines_decided_while_the_record_is_made_anew_are_not_asked_for_again(path):
    client = visitor(path)
    seen = set()
    with build_lock(path):  # the record cannot be made anew meanwhile
        for _ in range(4):
            page = client.get("/review/lines?section=actors").text
            own = re.search(r'name="own" value="([^"]+)"', page).group(1)
            assert own not in seen
            seen.add(own)
            answer = post(client, "accept", "actors", own)
            assert "note=soon" in answer.headers["location"]
            assert "will show it in a moment" in client.get(answer.headers["location"]).text
    until = time.monotonic() + 20
    while client.app.state.publisher.waiting and time.monotonic() < until:
        time.sleep(0.02)
    with open_store(path) as store:
        assert {own.item for own in store.section("reviews")} == seen


def test_a_decision_stays_when_articles_are_added(path):
    post(visitor(path))
    write(path, (fourth(),))
    assert quotes(path) == [TWO]


def test_a_decision_that_was_stored_just_before_the_server_died_shows_after_the_start(path):
    with open_store(path) as store:
        judge(store, "quotations", f"{ONE}:q1", "Edda Holm", Wanted("reject", {}))
    assert quotes(path) == sorted([ONE, TWO])
    client = TestClient(create_app(path), base_url="http://127.0.0.1")
    until = time.monotonic() + 20
    while client.app.state.publisher.waiting and time.monotonic() < until:
        time.sleep(0.02)
    assert quotes(path) == [TWO]
    with open_store(path) as store:
        generation = store.meta("generation")
    assert not TestClient(create_app(path), base_url="http://127.0.0.1").app.state.publisher.waiting
    with open_store(path) as store:
        assert store.meta("generation") == generation


def test_two_windows_and_builds_at_once_lose_no_decision_on_a_line(path):
    windows = [visitor(path), visitor(path)]
    answers: list[int] = []

    def work(client, author):
        for number in range(5):
            answers.append(post(client, ("accept", "reject")[number % 2], author=author).status_code)

    def build():
        from communique.errors import StoreError

        done = 0
        while done < 4:
            try:
                write(path, (fourth(),) if done % 2 else articles())
                done += 1
            except StoreError as error:
                assert "another process is building" in str(error)
                time.sleep(0.02)

    threads = [threading.Thread(target=work, args=(own, f"Reader {number}")) for number, own in enumerate(windows)]
    threads.append(threading.Thread(target=build))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert answers == [303] * 10
    until = time.monotonic() + 30
    while any(own.app.state.publisher.waiting for own in windows) and time.monotonic() < until:
        time.sleep(0.05)
    with open_store(path) as store:
        assert [row.number for row in store.decisions()] == list(range(1, 11))
        [review] = store.section("reviews")
    assert (review.state, sorted(review.by)) == ("accepted", ["Reader 0", "Reader 1"])
