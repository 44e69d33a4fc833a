"""query/outlet.py: what a publisher depends on, cuts, leaves out, and alone tells."""

from dataclasses import replace

from communique.model import (
    DateValue,
    Dependence,
    Duration,
    Encounter,
    EncounterKind,
    EncounterStatus,
    Outlet,
    Place,
    Record,
    RecordDocument,
)
from communique.query.outlet import outlet_account, outlet_rows
from communique.query.view import View
from factories import actor, at, document, meeting, quotation

WIRE = document(
    "Ida Moe met Jon Vik in Lima for two hours. “We will not sign before June, and never alone,” she said.",
    outlet=Outlet("Vest Wire"), published=DateValue("2031-05-02"),
)  # fmt: skip
COPY = document(
    "Ida Moe met Jon Vik. “We will not sign before June,” she said.",
    outlet=Outlet("Kyst"),
    published=DateValue("2031-05-03"),
)
BARE = document("Jon Vik met Ida Moe in Oslo on 9 June.", path="x/note.txt")
LATE = document("Ida Moe met Jon Vik in Oslo, Fjell learned.", outlet=Outlet("Fjell"), published=DateValue("2031-06-10"))


def told(label, day, *mentions, place=None):
    first = mentions[0]
    return Encounter(
        label, EncounterKind.MEETING, label.title(), EncounterStatus.HELD, first.status_history, mentions, DateValue(day), place,
        first.participants,
    )  # fmt: skip


def view():
    people = {
        doc.id: tuple(actor(doc, n, name) for n, name in enumerate(("Ida Moe", "Jon Vik"), 1))
        for doc in (WIRE, COPY, BARE, LATE)
    }

    def account(doc, number=1, words="met", **fields):
        return meeting(doc, number, words, people[doc.id], **fields)

    lima = told(
        "lima", "2031-05-01",
        account(WIRE, place=Place(city="Lima", evidence=(at(WIRE, "Lima"),)), duration=Duration(120, 120, (at(WIRE, "two hours"),))),
        account(COPY),
    )  # fmt: skip
    oslo = told("oslo", "2031-06-09", account(BARE), account(LATE))
    alone = told("learned", "2031-06-10", account(LATE, 2, "learned"))
    said = [
        replace(
            quotation(WIRE, 1, "We will not sign before June, and never alone", people[WIRE.id][0]),
            utterance="u1",
            speaker="ida",
        ),
        replace(quotation(COPY, 1, "We will not sign before June", people[COPY.id][0]), utterance="u1", speaker="ida"),
    ]
    reprint = Dependence(COPY.id, WIRE.id, "reprint", 0.9, "common words: 90% of the shorter text")
    documents = (
        RecordDocument(WIRE, (), WIRE.id),
        RecordDocument(COPY, (), WIRE.id, WIRE.id, (reprint,)),
        RecordDocument(BARE, (), BARE.id),
        RecordDocument(LATE, (), LATE.id),
    )
    return View(Record(documents=documents, encounters=(lima, oslo, alone), quotations=tuple(said)))


def rows():
    return {row.id: row for row in outlet_rows(view())}


def test_every_publisher_has_a_row_and_an_article_without_one_stands_for_itself():
    found = rows()
    assert set(found) == {"Vest Wire", "Kyst", "Fjell", BARE.id}
    assert (found["Vest Wire"].origins, found["Kyst"].origins, found["Kyst"].copied) == (1, 0, 1)
    assert found[BARE.id].name == "note.txt" and found[BARE.id].documents == (BARE.id,)
    assert found["Fjell"].lines == {"encounters": 2} and found["Fjell"].alone == 1
    assert found["Kyst"].lines == {"encounters": 1, "quotations": 1} and found["Kyst"].alone == 0


def test_whom_it_copies_and_who_copies_it():
    copy, wire = outlet_account(view(), rows()["Kyst"]), outlet_account(view(), rows()["Vest Wire"])
    assert [(own.document, own.origin, own.share) for own in copy.takes] == [(COPY.id, WIRE.id, 0.9)] and copy.given == ()
    assert [(own.document, own.origin) for own in wire.given] == [(COPY.id, WIRE.id)] and wire.takes == ()


def test_what_it_cut_and_the_facts_on_which_it_is_silent():
    copy = outlet_account(view(), rows()["Kyst"])
    assert copy.data()["cuts"][0]["cut"] == ["and never alone"]
    assert {(own.fact, own.said[0][0]) for own in copy.silent} >= {("place", "Lima"), ("duration", "2 h")}
    assert copy.silent[0].said[0][1][0].document == WIRE.id
    assert outlet_account(view(), rows()["Vest Wire"]).cuts == ()


def test_it_left_out_only_what_it_could_know():
    wire, late = outlet_account(view(), rows()["Vest Wire"]), outlet_account(view(), rows()["Fjell"])
    assert wire.missed == ()  # the meeting in Oslo came after its last article
    assert late.missed == ()  # of Lima one independent origin tells, not two
    assert [own.id for own in late.alone] == ["learned"]
    assert outlet_rows(View(Record())) == ()
