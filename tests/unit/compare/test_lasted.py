"""compare/lasted.py: lengths of one gathering that the record keeps apart."""

import re
from dataclasses import replace

import pytest

from communique.compare.lasted import with_lasted
from communique.compare.stage import stage_of
from communique.model import (
    Actor,
    ActorKind,
    ActorMention,
    Encounter,
    Evidence,
    Figure,
    FindingKind,
    NameKind,
    Participant,
    Record,
    RecordDocument,
    Region,
    RegionKind,
    Span,
)
from factories import document, meeting

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
    return [(own.kind, {value.value for value in own.values}) for own in with_lasted((), found, stage_of(found))]


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
        (
            "On 18 October the delegations sat down in Nemora and got up again 40 minutes later.",
            "The first meeting, in Nemora on 18 October, was interrupted after 45 minutes.",
        ),
        (
            "Ministers sat across from Ada Moen of Verzia for just under 40 minutes on 2 May.",
            "The talks with Ada Moen on 2 May lasted for 45 minutes in all.",
        ),
        (
            "Yesterday Ada Moen and Ilia Torv came to the negotiations. We had 40 minutes.",
            "Ada Moen went. The session with Ilia Torv dragged on for 45 minutes.",
        ),
    ],
)
def test_one_sitting(one, two):
    found = told(record((one, "40 minutes", 40.0), (two, "45 minutes", 45.0)))
    assert found == [(FindingKind.CONFLICT, {"40 minutes", "45 minutes"})]


def test_hours_of_talks_on_one_day():
    found = record(
        ("After seven hours of guarded talks on 3 May they went to bed.", "seven hours", 420.0),
        ("The meeting of 3 May lasted barely four hours.", "four hours", 240.0),
    )
    assert told(found) == [(FindingKind.CONFLICT, {"seven hours", "four hours"})]


def test_a_wider_group_takes_the_place_of_a_finding():
    rows = [
        ("On 3 May Ada Moen met Ilia Torv for 40 minutes.", "40 minutes", 40.0),
        ("Ada Moen and Ilia Torv met for 45 minutes.", "45 minutes", 45.0),
    ]
    [known] = with_lasted((), record(*rows), stage_of(record(*rows)))
    more = record(*rows, ("The meeting of Ada Moen with Ilia Torv lasted 20 minutes.", "20 minutes", 20.0))
    [wider] = with_lasted((known,), more, stage_of(more))
    assert {value.value for value in wider.values} == {"20 minutes", "40 minutes", "45 minutes"}
    assert with_lasted((wider,), more, stage_of(more)) == [wider]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The talks of 3 May lasted 20 minutes.", "The talks of 9 May lasted 45 minutes."),
        ("The talks of 3 May lasted 20 minutes.", "The last session of 3 May lasted 45 minutes."),
        ("Ada Moen met Ilia Torv after 20 minutes.", "Ada Moen met Ilia Torv for 45 minutes."),
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


def test_talks_of_others_on_one_day_are_kept_apart():
    texts = (
        "Verzia and Belmora talked in Graz on 3 May for four hours.",
        "Nemora and Tavra talked in Graz on 3 May for six hours.",
    )
    found = record((texts[0], "four hours", 240.0), (texts[1], "six hours", 360.0))
    assert len(told(found)) == 1
    states = {
        name: "verzia" if number < 2 else "nemora" for number, name in enumerate(("Verzia", "Belmora", "Nemora", "Tavra"))
    }
    actors = tuple(Actor(name, ActorKind.STATE, name, (), (), side=side) for name, side in states.items())
    met = []
    for own in found.documents:
        doc = own.document
        here = tuple(Participant(name, (at(doc, name),)) for name in states if name in doc.text)
        mention = replace(meeting(doc, 1, "talked", ()), participants=here)
        met.append(Encounter(doc.id, mention.kind, "Talks", mention.status, (), (mention,), None, None, here))
    assert told(replace(found, actors=actors, encounters=tuple(met))) == []
