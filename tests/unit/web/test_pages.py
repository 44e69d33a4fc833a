"""web: every page of a small record, hostile words in it, and who is let in."""

import pytest
from starlette.testclient import TestClient

from communique.model import (
    Actor,
    ActorKind,
    ActorMention,
    Agreement,
    AgreementMention,
    AgreementStatus,
    DateValue,
    Duration,
    Encounter,
    EncounterKind,
    EncounterLink,
    EncounterMention,
    EncounterStatus,
    Failure,
    Figure,
    Finding,
    FindingKind,
    FindingValue,
    Forecast,
    Form,
    Issue,
    NameKind,
    Office,
    Outcome,
    Participant,
    Place,
    Position,
    Quotation,
    Record,
    RecordDocument,
    Region,
    RegionKind,
    Side,
    Span,
    Stance,
    StatusEntry,
)
from communique.record.store import open_store
from communique.web.app import create_app
from factories import at, document

HOSTILE = "<script>alert(1)</script>"
TEXT = (
    f"{HOSTILE} Minister Ada Brandt met Carlos Duarte for four hours in Lima on 3 May 2024. Bo Lind was not invited.\n"
    "“We want the port open,” she said. They agreed to reopen the port if the blockade ends. Talks will resume in June."
)


def small_record() -> Record:
    """One item of every section, all on one article."""
    doc = document(TEXT, path="a/<b>.txt", title=f"Talks {HOSTILE}", published=DateValue("2024-05-04", precision="day"))
    own = lambda words: at(doc, words)  # noqa: E731
    region = RegionKind.BODY
    found = RecordDocument(doc, (Region(region, Span(0, len(TEXT))),), doc.id)
    ada = Actor(
        "ada-brandt",
        ActorKind.PERSON,
        f"Ada Brandt {HOSTILE}",
        (f"{doc.id}:a1",),
        (ActorMention(own("Ada Brandt"), NameKind.NAME),),
        side="norway",
        offices=(Office("Minister", None, (own("Minister"),)),),
    )
    others = tuple(
        Actor(key, ActorKind.PERSON, name, (f"{doc.id}:{key}",), (ActorMention(own(name), NameKind.NAME),))
        for key, name in (("bo-lind", "Bo Lind"), ("carlos-duarte", "Carlos Duarte"))
    )
    date = DateValue("2024-05-03", precision="day", evidence=(own("3 May 2024"),))
    people = (
        Participant("ada-brandt", (own("Ada Brandt"),), side="norway"),
        Participant("bo-lind", (own("Bo Lind was not invited"),), present=False),
        Participant("carlos-duarte", (own("Carlos Duarte"),)),
    )
    entry = StatusEntry(EncounterStatus.HELD, doc.id, (own("met"),))
    account = EncounterMention(
        f"{doc.id}:e1",
        doc.id,
        EncounterKind.MEETING,
        EncounterStatus.HELD,
        (own("met"),),
        own("met"),
        "met",
        (entry, entry),
        date,
        Place("Hall <i>", "Lima", "Peru", evidence=(own("Lima"),)),
        people,
        Duration(240, 240, (own("four hours"),)),
        ("ports",),
    )
    link = EncounterLink("prepares", "talks-june", (own("resume"),))
    met = Encounter(
        "meeting-lima",
        EncounterKind.MEETING,
        f"Meeting in Lima {HOSTILE}",
        EncounterStatus.HELD,
        (entry, entry),
        (account,),
        date,
        account.place,
        people,
        account.duration,
        ("ports",),
        links=(link,),
    )
    ahead = Encounter(
        "talks-june", EncounterKind.ROUND, "Talks in June", EncounterStatus.PLANNED, (), (account,), DateValue("2024-06")
    )
    said = Quotation(
        f"{doc.id}:q1",
        doc.id,
        Form.DIRECT,
        (own("We want the port open,"),),
        (own("We want the port open,"),),
        cue=(own("said"),),
        speaker="ada-brandt",
        speaker_kind="resolved",
        occasion="meeting-lima",
        confidence=0.9,
    )
    wants = Position(
        f"{doc.id}:p1", doc.id, "ada-brandt", "ports", Stance.DEMANDS, said.content, said.content, red_line=True
    )
    point = AgreementMention(
        f"{doc.id}:g1",
        doc.id,
        "agreement",
        AgreementStatus.AGREED,
        (own("reopen the port"),),
        (own("reopen the port"),),
        "reopen",
        parties=("ada-brandt",),
        conditions=(own("if the blockade ends"),),
        encounter="meeting-lima",
    )
    conflict = Finding(
        "k1",
        FindingKind.CONFLICT,
        "encounter",
        "meeting-lima",
        f"Meeting {HOSTILE}",
        "duration",
        (FindingValue("4 h", (own("four hours"),)), FindingValue("met", (own("met"),))),
        weight=1.0,
        why="two origins differ",
    )
    resumed = own("Talks will resume in June")
    return Record(
        documents=(found,),
        sides=(Side("norway", "Norway", ("ada-brandt",)),),
        actors=(ada, *others),
        issues=(Issue("ports", "Ports"),),
        encounters=(met, ahead),
        quotations=(said,),
        positions=(wants,),
        agreements=(Agreement("reopen", "agreement", "reopen", AgreementStatus.AGREED, (point,), ("ada-brandt",)),),
        forecasts=(Forecast(f"{doc.id}:f1", doc.id, "plan", "talks", (resumed,), (resumed,), outcome=Outcome("pending")),),
        figures=(Figure(f"{doc.id}:n1", doc.id, "length", 240, "minutes", "=", (own("four hours"),)),),
        findings=(conflict,),
        failures=(Failure("b.pdf", "read", f"no text {HOSTILE}"),),
    )


@pytest.fixture
def client(tmp_path):
    path = tmp_path / "r.communique"
    with open_store(path, create=True) as store:
        store.publish(small_record())
    return TestClient(create_app(path), base_url="http://127.0.0.1")


def paths() -> list[str]:
    doc = small_record().documents[0].document.id
    lists = ["/", "/timeline", "/actors", "/positions", "/statements", "/agreements", "/conflicts", "/documents", "/search"]
    lists += [
        "/compare",
        "/outlets",
        "/readouts",
        "/forecasts",
        "/network",
        "/changes",
        "/map",
        "/review",
        "/review/log",
        "/add",
    ]
    single = ["/encounters/meeting-lima", "/encounters/talks-june", "/actors/ada-brandt", f"/documents/{doc}"]
    single += [f"/statements/{doc}:q1", "/agreements/reopen", f"/forecasts/{doc}:f1", "/lines/findings/k1"]
    single += [f"/lines/positions/{doc}:p1", f"/lines/figures/{doc}:n1", "/lines/actors/bo-lind"]
    chosen = [
        "/timeline?since=2024-05&until=2024-05&kind=meeting&status=held&actor=norway",
        "/actors?kind=person",
        "/search?q=port",
        "/positions?issue=ports&actor=ada-brandt",
        "/compare?issue=ports",
        "/compare?encounter=talks-june",
        f"/compare/articles?left={doc}&right={doc}&one=0-5&two=5-9",
        "/map?status=held",
        "/review?section=actor&sure=1",
    ]
    more = [
        "/statements?speaker=ada-brandt&form=direct&at=0",
        "/statements?words=port+open&outlet=x",
        "/conflicts?kind=single_source",
        f"/documents/{doc}?at=0-12",
    ]
    return [*lists, *single, *chosen, *more]


@pytest.mark.parametrize("path", paths())
def test_every_page_opens_and_escapes_what_articles_say(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.text.count("<script") == 1 and "<i>" not in answer.text
    assert "Communiqué" in answer.text


def test_pages_show_what_the_record_says(client):
    page = client.get("/encounters/meeting-lima").text
    assert "Bo Lind" in page and "Not there" in page and "4 h" in page and "Norway" in page
    assert "Prepares" in page and "/encounters/talks-june" in page
    overview = client.get("/").text
    assert overview.index("Where the sources disagree") < overview.index("What took place")
    assert client.get("/timeline?status=planned").text.count("<h3>") == 1


def test_the_article_page_is_the_article(client):
    from html.parser import HTMLParser

    class Words(HTMLParser):
        inside, words, at = False, "", []

        def handle_starttag(self, tag, attributes):
            self.inside = self.inside or tag == "article"
            if dict(attributes).get("id") == "at":
                self.at = [tag]

        def handle_endtag(self, tag):
            self.inside = self.inside and tag != "article"

        def handle_data(self, data):
            self.words += data if self.inside else ""

    doc = small_record().documents[0].document.id
    start = TEXT.index("four hours")
    reader = Words()
    reader.feed(client.get(f"/documents/{doc}?at={start}-{start + 10}").text)
    assert reader.words == TEXT
    assert reader.at
    assert "belongs to another version" in client.get(f"/documents/{doc}?at=5-99999").text


def test_says_so_when_something_is_not_there(client):
    for path in ("/encounters/none", "/actors/none", "/documents/none", "/nowhere"):
        answer = client.get(path)
        assert answer.status_code == 404 and "Not here" in answer.text
    assert client.get("/api/nothing").status_code == 422
    assert client.get("/api/actors/none").json()["detail"] == "The record holds no such item in actors."


def test_lets_no_other_site_in(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"host": "127.0.0.1.evil.example"}).status_code == 400
    assert client.post("/", headers={"origin": "https://evil.example"}).status_code == 403
    headers = client.get("/").headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY" and "httponly" in headers["set-cookie"].lower()


def test_asks_for_the_key_where_bound_elsewhere(tmp_path):
    path = tmp_path / "r.communique"
    open_store(path, create=True).close()
    guarded = TestClient(create_app(path, secret="long-secret"), base_url="http://127.0.0.1")
    assert guarded.get("/").status_code == 403
    assert guarded.get("/?key=wrong").status_code == 403
    answer = guarded.get("/timeline?since=2024&key=long-secret", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/timeline?since=2024")
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert guarded.get("/timeline").status_code == 200  # the cookie is enough from now on
    there = guarded.get("http://127.0.0.1//evil.example/?key=long-secret", follow_redirects=False).headers["location"]
    assert there.startswith("/evil.example")


def test_an_empty_record_has_pages_too(tmp_path):
    path = tmp_path / "r.communique"
    open_store(path, create=True).close()
    empty = TestClient(create_app(path), base_url="http://127.0.0.1")
    for page in ("/", "/timeline", "/actors", "/positions", "/statements", "/agreements", "/conflicts", "/documents", "/compare",
                 "/map", "/review", "/review/log", "/add"):  # fmt: skip
        assert empty.get(page).status_code == 200


def test_the_api_gives_what_the_pages_show(client):
    found = client.get("/api/encounters?size=1&at=0").json()
    assert found["total"] == 2 and found["items"][0]["id"] == "meeting-lima"
    assert client.get("/api/encounters/meeting-lima").json()["duration"]["min_minutes"] == 240
    assert client.get("/api/search?q=port").json()["items"]
    assert client.get("/api/openapi.json").json()["info"]["title"] == "Communiqué"


def test_a_new_generation_is_seen_by_the_next_request(client, tmp_path):
    assert client.get("/api/encounters").json()["total"] == 2
    with open_store(tmp_path / "r.communique") as store:
        store.publish(Record())
    assert client.get("/api/encounters").json()["total"] == 0


def test_statements_are_found_by_their_words(client):
    assert 'class="entry"' in client.get("/statements?words=PORT+we").text
    assert "No statement matches" in client.get("/statements?words=port+harbour").text
    assert "No statement matches" in client.get("/statements?outlet=Nobody").text
