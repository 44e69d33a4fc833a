"""compare/lasted.py: lengths of one gathering that the record keeps apart."""

import re

import pytest

from communique.compare.lasted import compare_lasted
from communique.compare.stage import stage_of
from communique.model import (
    Actor,
    ActorKind,
    ActorMention,
    Evidence,
    Figure,
    FindingKind,
    NameKind,
    Record,
    RecordDocument,
    Region,
    RegionKind,
    Span,
)
from factories import document

PEOPLE = ("Ada Moen", "Ilia Torv", "Bela Sarn")


def at(doc, words):
    start = doc.text.index(words)
    return Evidence(doc.id, Span(start, start + len(words)), words)


def record(*rows):
    documents, figures, mentions = [], [], {name: [] for name in PEOPLE}
    for number, (text, words, minutes) in enumerate(rows):
        doc = document(text, f"{number}.txt")
        documents.append(RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(text))),), str(number)))
        figures.append(Figure(f"{doc.id}:n1", doc.id, "", minutes, "minutes", "=", (at(doc, words),)))
        for name in PEOPLE:
            for found in re.finditer(name, text):
                words = Evidence(doc.id, Span(*found.span()), name)
                mentions[name].append(ActorMention(words, NameKind.NAME))
    actors = tuple(Actor(name, ActorKind.PERSON, name, (), tuple(rows)) for name, rows in mentions.items() if rows)
    return Record(documents=tuple(documents), figures=tuple(figures), actors=actors)


def told(found):
    return [(own.kind, {value.value for value in own.values}) for own in compare_lasted(found, (), stage_of(found))]


def test_a_call_of_the_same_two():
    found = record(
        ("On Monday Ada Moen telephoned Ilia Torv for 20 minutes.", "20 minutes", 20.0),
        ("The call of Ada Moen with Ilia Torv lasted 45 minutes.", "45 minutes", 45.0),
    )
    assert told(found) == [(FindingKind.CONFLICT, {"20 minutes", "45 minutes"})]


def test_the_last_session_in_one_city():
    found = record(
        ("The accord came after a final session of 11 hours in a hotel in Nemora.", "11 hours", 660.0),
        ("In Nemora the delegations needed a last session of 14 hours.", "14 hours", 840.0),
    )
    assert told(found) == [(FindingKind.CONFLICT, {"11 hours", "14 hours"})]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The call of Ada Moen with Ilia Torv lasted 20 minutes.", "The call of Ada Moen with Bela Sarn lasted 45 minutes."),
        ("The call of Ada Moen with Ilia Torv lasted 20 minutes.", "Ada Moen met Ilia Torv for 45 minutes."),
        ("The first session in Nemora lasted 20 minutes.", "The last session in Nemora lasted 45 minutes."),
        ("The call of Ada Moen with Ilia Torv lasted 20 minutes.", "Ada Moen called Ilia Torv 45 minutes after the vote."),
    ],
)
def test_other_calls_and_sessions(one, two):
    assert told(record((one, "20 minutes", 20.0), (two, "45 minutes", 45.0))) == []


def test_two_lengths_of_one_paper_leave_it_open():
    rows = (
        ("The call of Ada Moen with Ilia Torv lasted 20 minutes.", "20 minutes", 20.0),
        (
            "The call of Ada Moen with Ilia Torv lasted 45 minutes. Ada Moen called Ilia Torv again for 5 minutes.",
            "45 minutes",
            45.0,
        ),
    )
    found = record(*rows)
    doc = found.documents[1].document
    more = Figure(f"{doc.id}:n2", doc.id, "", 5.0, "minutes", "=", (at(doc, "for 5 minutes"),))
    assert told(Record(documents=found.documents, figures=(*found.figures, more), actors=found.actors)) == []
