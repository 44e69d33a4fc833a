"""pipeline/consolidate.py: which value stands on top, as a table."""

from dataclasses import replace

import pytest

from communique.model import DateBasis, DateValue, Duration, EncounterStatus, Participant, Place, Role, StatusEntry
from communique.pipeline import consolidate
from factories import actor, document, meeting

HELD, PLANNED, DENIED = EncounterStatus.HELD, EncounterStatus.PLANNED, EncounterStatus.DENIED
CANCELLED, RUMOURED, ONGOING = EncounterStatus.CANCELLED, EncounterStatus.RUMOURED, EncounterStatus.ONGOING


def date(start: str | None, precision: str | None = "day", window: bool = False) -> DateValue:
    return DateValue(start, None, precision, window, DateBasis.EXPLICIT)


@pytest.mark.parametrize(
    ("values", "top"),
    [
        ([], None),
        ([("a", date("2024-05-14"))], "2024-05-14"),
        ([("a", date("2024-05-14")), ("b", date("2024-05-15")), ("c", date("2024-05-15"))], "2024-05-15"),
        ([("a", date("2024-05-15")), ("b", date("2024-05-14"))], "2024-05-15"),
        ([("a", date("2024-05", "month")), ("b", date("2024-05", "month")), ("c", date("2024-05-14"))], "2024-05-14"),
        ([("a", date(None, None)), ("b", date("2024", "year"))], "2024"),
        ([("one", date("2024-05-14")), ("one", date("2024-05-14")), ("b", date("2024-05-16")), ("c", date("2024-05-16"))]
         , "2024-05-16"),
    ],
)  # fmt: skip
def test_the_date_most_origins_give_and_a_day_before_a_month(values, top):
    found = consolidate.date_of(values)
    assert (found.start if found else None) == top


def test_two_reprints_do_not_outvote_one_independent_report():
    values = [("wire", date("2024-05-14")), ("wire", date("2024-05-14")), ("own", date("2024-05-15"))]
    assert consolidate.date_of(values).start == "2024-05-14"  # one origin each: the earlier document
    assert consolidate.date_of(values[::-1]).start == "2024-05-15"


def test_the_city_on_top_keeps_a_venue_that_another_document_gives():
    city, venue = Place(city="Quito", country="EC"), Place(city="Quito", country="EC", venue="the Old Mint")
    other = Place(city="Lima", country="PE", venue="a hotel")
    found = consolidate.place_of([("a", city), ("b", other), ("c", city), ("d", venue)])
    assert (found.city, found.venue) == ("Quito", "the Old Mint")
    assert consolidate.place_of([("a", Place(country="PE")), ("b", city)]).city == "Quito"
    assert consolidate.place_of([]) is None


def test_a_closed_duration_goes_before_an_open_one_on_a_tie():
    both, open_ = Duration(60, 90), Duration(60, None)
    assert consolidate.duration_of([("a", open_), ("b", both)]) in (both, open_)
    assert consolidate.duration_of([("a", open_), ("b", open_), ("c", both)]) == open_
    assert consolidate.duration_of([]) is None


@pytest.mark.parametrize(
    ("rows", "top"),
    [
        ([("2024-05-01", PLANNED), ("2024-05-15", HELD)], HELD),
        ([("2024-05-15", HELD), ("2024-05-01", PLANNED)], HELD),
        ([("2024-05-01", HELD), ("2024-05-02", DENIED)], DENIED),
        ([("2024-05-01", PLANNED), ("2024-05-01", CANCELLED)], CANCELLED),
        ([("2024-05-01", PLANNED), (None, HELD)], HELD),
        ([("2024-05-01", HELD), (None, RUMOURED)], HELD),
        ([(None, RUMOURED), (None, ONGOING)], ONGOING),
    ],
)
def test_the_latest_status_stands(rows, top):
    doc = document("Ada Brandt met Carlos Duarte.")
    people = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Carlos Duarte")
    mentions = [replace(meeting(doc, 1, "met", people), document=f"d{n}", status=own) for n, (_, own) in enumerate(rows)]
    published = {f"d{number}": day for number, (day, _) in enumerate(rows) if day}
    assert consolidate.status_of(mentions, published) is top
    assert consolidate.status_of(mentions[::-1], published) is top


@pytest.mark.parametrize(
    ("rows", "status", "order"),
    [
        ([("2024-05-01", PLANNED), ("2024-05-15", HELD)], HELD, [PLANNED, HELD]),
        ([("2024-05-15", HELD), ("2024-05-01", PLANNED)], HELD, [PLANNED, HELD]),
        ([("2024-05-15", PLANNED), (None, HELD)], HELD, [PLANNED, HELD]),
        ([("2024-05-15", PLANNED), (None, RUMOURED)], HELD, [RUMOURED, PLANNED, HELD]),
    ],
)
def test_the_history_ends_in_the_status(rows, status, order):
    doc = document("Ada Brandt met Carlos Duarte.")
    own = meeting(doc, 1, "met", (actor(doc, 1, "Ada Brandt"),))
    mentions = [
        replace(own, document=f"d{n}", status=told, status_history=(StatusEntry(told, f"d{n}", own.evidence),))
        for n, (_, told) in enumerate(rows)
    ]
    mentions.append(replace(own, document="last"))
    published = {f"d{number}": day for number, (day, _) in enumerate(rows) if day}
    assert [entry.status for entry in consolidate.history_of(mentions, status, published)] == order


def test_participants_are_named_once_with_the_most_telling_role_and_all_words():
    doc = document("Ada Brandt met Carlos Duarte. Ada Brandt led the talks. Carlos Duarte was absent.")
    ada, carlos = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Carlos Duarte")
    first = meeting(doc, 1, "met", (ada, carlos))
    member = Participant(ada.id, first.participants[0].evidence, Role.ATTENDEE)
    away = Participant(carlos.id, first.participants[1].evidence, Role.LEAD, present=False)
    mentions = [replace(first, document=f"d{n}", participants=own) for n, own in enumerate(
        [first.participants, (member, away), (member, away)])]  # fmt: skip
    found = consolidate.participants_of(mentions, {"d0": "x", "d1": "y", "d2": "z"})
    assert [(own.actor, own.present) for own in found] == [(ada.id, True), (carlos.id, False)]
    assert found[0].role is Role.LEAD


def test_topics_of_most_documents_come_first():
    doc = document("Ada Brandt met Carlos Duarte.")
    own = meeting(doc, 1, "met", (actor(doc, 1, "Ada Brandt"),))
    mentions = [replace(own, topics=topics) for topics in (("trade", "ports"), ("ports",), ("aid",))]
    assert consolidate.topics_of(mentions) == ("ports", "aid", "trade")
