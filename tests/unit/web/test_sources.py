"""web: outlets, two sides' own accounts, marks, the three clocks, ledgers with their course, and links to passages."""

import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from browser.talks import accounts, articles, fourth, write
from communique.model import AgreementStatus, Outcome
from communique.record.store import open_store
from communique.web.app import create_app
from factories import at, record_of

ONE, TWO, THREE = (record.document.id for record in articles())


@pytest.fixture
def path(tmp_path):
    own = tmp_path / "talks.communique"
    write(own, articles())
    return own


@pytest.fixture
def client(path):
    return TestClient(create_app(path), base_url="http://127.0.0.1")


def token(client) -> dict[str, str]:
    client.get("/")
    return {"token": client.cookies["communique_token"]}


def test_one_outlet_with_what_it_left_out(client):
    page = client.get("/outlets").text
    assert page.count("<tr><th") == 4 and 'href="/outlets/Coast%20Daily"' in page
    own = client.get("/outlets/Coast%20Daily").text
    assert "Where it is contradicted" in own and "how long" in own
    assert client.get("/outlets/Nobody").status_code == 404
    data = client.get("/api/outlets/Coast%20Daily").json()
    assert data["documents"] == [TWO] and data["lines"] == {"quotations": 1, "encounters": 1} and data["only"] == []


def test_what_each_side_says_that_the_other_omits(path, client):
    assert "No encounter of which two sides" in client.get("/readouts").text
    write(path, accounts())
    page = client.get("/readouts").text
    assert "Only Norway" in page and "Only Peru" in page
    assert "<mark>any new tax</mark>" in page and "<mark>the return of the barges</mark>" in page
    [row] = client.get("/api/readouts").json()["items"]
    assert [own["only"][0]["evidence"][0]["quote"] for own in row["accounts"]] == ["any new tax", "the return of the barges"]
    assert "The sides’ own accounts" in client.get(f"/encounters/{row['encounter']}").text


def test_a_mark_tells_what_came_after_it_until_it_is_forgotten(path, client):
    form = token(client)
    assert client.post("/changes/mark", data={**form, "token": "x", "name": "briefing"}).status_code == 403
    assert client.post("/changes/mark", data={**form, "name": "  "}).status_code == 400
    page = client.post("/changes/mark", data={**form, "name": "briefing & more"}).text
    assert 'href="/changes?mark=briefing%20%26%20more"' in page and "nothing since" in page
    assert "No article came in since" in client.get("/changes?mark=briefing %26 more").text
    write(path, (fourth(),))
    page = client.get("/changes?mark=briefing %26 more").text
    assert "1 article since" in page and "Andes News" in page and "Quito" in page
    assert client.get("/api/marks").json()["items"] == [{"name": "briefing & more", "articles": 3, "since": 1}]
    assert len(client.get("/api/marks/briefing & more/changes").json()["documents"]) == 1
    client.post("/changes/mark", data={**form, "name": "briefing & more", "action": "forget"})
    assert client.get("/api/marks").json()["items"] == []
    assert "has no mark" in client.get("/changes?mark=briefing %26 more").text


def test_marks_over_the_api_need_the_visitors_token(client):
    own = {"X-Communique-Token": token(client)["token"]}
    assert client.post("/api/marks", json={"name": "one"}).status_code == 403
    assert client.post("/api/marks", json={"name": " one "}, headers=own).json() == {
        "name": "one",
        "articles": 3,
        "since": 0,
    }
    assert client.post("/api/marks", json={"name": "  "}, headers=own).status_code == 422
    assert client.delete("/api/marks/one").status_code == 403
    assert client.delete("/api/marks/one", headers=own).json() == {"name": "one"}
    assert client.delete("/api/marks/one", headers=own).status_code == 409
    assert client.get("/api/marks/one/changes").status_code == 409


def test_the_record_without_what_came_out_from_a_day_on(client):
    page = client.get("/changes?published=2024-05-05").text
    assert "Without what was published from 5 May 2024 on" in page and "Coast Daily" in page and "New disagreements" in page
    assert "is no day" in client.get("/changes?published=soon").text
    assert "Without what came in from 2020 on" in client.get("/changes?added=2020").text


def test_three_clocks(path, client):
    write(path, (fourth(),))

    def met(clock: str, day: str) -> int:
        answer = client.get(f"/api/as-of?day={day}&clock={clock}").json()["total"]
        page = client.get(f"/timeline?asof={day}&clock={clock}").text
        assert page.count('<li class="is-') == answer
        return answer

    assert [met(clock, "2024-05-03") for clock in ("happened", "said", "published")] == [1, 0, 0]
    assert [met(clock, "2024-05-04") for clock in ("happened", "said", "published")] == [1, 1, 1]
    assert [met(clock, "2024-06-09") for clock in ("happened", "said", "published")] == [2, 1, 1]
    assert client.get("/api/as-of?day=soon").status_code == 409
    assert client.get("/timeline?clock=never").status_code == 422
    happened = client.get("/timeline?asof=2024-05-03&clock=happened").text
    assert "Timeline up to 3 May 2024" in happened and 'data-days="2024-05-03 2024-06-09"' in happened
    moved = client.get("/timeline/asof?stop=0&clock=happened&before=happened&asof=2024-06-09", follow_redirects=False)
    assert moved.headers["location"] == "/timeline?asof=2024-05-03&clock=happened#stop"
    turned = client.get("/timeline/asof?stop=0&clock=said&before=published&asof=2024-05-05", follow_redirects=False)
    assert turned.headers["location"] == "/timeline?asof=2024-05-05&clock=said#stop"


def violated():
    """A later article: the point of the first one was not kept, and the talks it foresaw were held."""
    text = "The port was shut again on 3 June 2024, against what was agreed: to reopen the port."
    doc = replace(fourth().document, id="d0violated", text=text, sha256="v")
    first = articles()[0].agreements[0]
    words = (at(doc, "reopen the port"),)
    point = replace(
        first, id=f"{doc.id}:g1", document=doc.id, status=AgreementStatus.VIOLATED, content=words, evidence=words, parties=(),
        conditions=(), encounter=None,
    )  # fmt: skip
    return record_of(doc, agreements=(point,))


def test_an_agreement_shows_how_its_status_went(path, client):
    write(path, (violated(),))
    with open_store(path) as store:
        found = store.section("agreements")
    assert [len(own.mentions) for own in found] == [2]
    page = client.get("/agreements").text
    assert "violated (1)" in page and "How it went" in page
    assert re.search(r'pill agreed">agreed.*?reopen the port.*?pill violated">violated.*?reopen the port', page, re.DOTALL)
    own = client.get(f"/agreements/{found[0].id}").text
    course = own.partition('<ol class="course">')[2].partition("</ol>")[0]
    assert (
        re.findall(r'pill (\w+)"', course) == ["agreed", "violated"] and "4 May 2024" in course and "10 June 2024" in course
    )
    assert client.get("/agreements?status=violated").text.count('<li class="entry"') == 1
    assert "No point matches" in client.get("/agreements?status=stalled").text
    assert client.get("/agreements?party=peru&status=agreed").status_code == 200


def test_forecasts_by_outcome_and_the_score_of_each_source(path, client):
    page = client.get("/forecasts").text
    assert "Whose forecasts came true" in page and "Harbour Post" in page
    score = next(own for own in client.get("/api/scores").json()["items"] if own["kind"] == "outlet")
    assert (
        score["source"] == "Harbour Post"
        and sum(score[name] for name in ("fulfilled", "not_fulfilled", "pending", "unknown")) == 1
    )
    assert "Talks will resume in June" in client.get("/forecasts?kind=outlet&source=Harbour+Post").text
    assert "No forecast matches" in client.get("/forecasts?kind=outlet&source=Coast+Daily").text
    assert "No forecast matches" in client.get("/forecasts?state=fulfilled").text
    with open_store(path) as store:
        record = store.record()
    done = Outcome("fulfilled", "2024-06-10", (record.forecasts[0].content[0],))
    with open_store(path) as store:
        store.publish(replace(record, forecasts=(replace(record.forecasts[0], outcome=done),)))
    page = client.get("/forecasts").text
    assert "1 of 1 settled came true" in page and "since then:" in page
    own = client.get(f"/forecasts/{record.forecasts[0].id}").text
    assert "came true" in own and "10 June 2024" in own and "when it was to come about" not in own


def test_a_link_to_a_passage_finds_its_words_and_says_when_it_cannot(path, client):
    start = articles()[0].document.text.index("four hours")
    page = client.get(f"/documents/{ONE}?at={start}-{start + 10}").text
    link = re.search(r'href="(/passage[^"]+)" data-copy', page).group(1).replace("&amp;", "&")
    here = client.get(link, follow_redirects=False)
    assert here.headers["location"] == f"/documents/{ONE}?at={start}-{start + 10}#at"
    moved = client.get(f"/passage?article={ONE}&at=0-10&words=four+hours", follow_redirects=False)
    assert moved.headers["location"] == f"/documents/{ONE}?at={start}-{start + 10}&moved=1#at"
    assert "another version of this article" in client.get(moved.headers["location"]).text
    elsewhere = client.get("/passage?article=d000&at=0-10&words=for+six+hours,+officials")
    assert "stand in another article" in elsewhere.text and elsewhere.status_code == 200
    gone = client.get("/passage?article=d000&at=0-10&words=%3Cscript%3Ealert(2)%3C/script%3E")
    assert gone.status_code == 404 and "not in the record" in gone.text and "<script>alert(2)" not in gone.text
    assert client.get("/passage").status_code == 404
    assert client.get(f"/api/passage?article={ONE}&words=four+hours").json()["state"] == "moved"


def test_two_articles_with_the_same_facts_numbered(client):
    page = client.get(f"/compare/articles?left={ONE}&right={TWO}").text
    numbers = set(re.findall(r'id="left-(\d+)"', page))
    assert numbers and numbers == set(re.findall(r'id="right-(\d+)"', page))
    assert re.search(r'data-facts="[\d ]+"[^>]*>four hours<', page) and re.search(
        r'data-facts="[\d ]+"[^>]*>six hours<', page
    )


def test_actors_are_found_by_name_and_office_and_the_network_by_side(client):
    assert "Carlos Duarte" in client.get("/actors?name=duar").text
    assert "Nobody of that name" in client.get("/actors?name=duar+brandt").text
    page = client.get("/network").text
    assert "2 drawn" in page and 'data-t="0 1"' in page
    assert "Nobody met that often" in client.get("/network?least=5").text
    assert client.get("/network?most=100000").status_code == 422
    found = client.get("/api/network").json()
    assert [(tie["left"], tie["right"], tie["encounters"]) for tie in found["ties"]] == [("ada-brandt", "carlos-duarte", 1)]
