"""compare/placed.py: the city of talks in documents for which the record holds no encounter."""

from dataclasses import replace

import pytest

from communique.compare.finding import compare_record
from communique.compare.placed import compare_placed
from communique.compare.stage import stage_of
from communique.model import (
    Actor,
    ActorKind,
    Encounter,
    EncounterKind,
    Finding,
    FindingKind,
    Participant,
    Place,
    Record,
    RecordDocument,
    Region,
    RegionKind,
    Span,
)
from factories import at, document, meeting

ONE = "The delegations met in Salzburg on 3 May 2031 for nine hours."


def record(*texts, city="Salzburg", kind=EncounterKind.ROUND, groups=("a", "b", "c")):
    documents = [document(text, f"{number}.txt") for number, text in enumerate((ONE, *texts))]
    rows = [
        RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(doc.text))),), groups[number])
        for number, doc in enumerate(documents)
    ]
    place = Place(city=city, country_code="AT", evidence=(at(documents[0], city),))
    mention = meeting(documents[0], 1, "met", (), place=place)
    met = Encounter("talks", kind, "Talks", mention.status, (), (mention,), None, place, ())
    return Record(documents=tuple(rows), encounters=(met,))


def told(found, known=()):
    return [
        {words.quote for value in own.values for words in value.evidence}
        for own in compare_placed(found, known, stage_of(found))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The list that the delegation accepted in Salzburg has 23 names.", "Salzburg"),
        ("They came back from the Salzburg round with nothing.", "Salzburg"),
        ("He went down to Salzburg on 3 May for the last of the talks.", "Salzburg"),
        ("An accord was reached in Salzburg's old town.", "Salzburg"),
    ],
)
def test_a_city_beside_words_of_talks(text, words):
    assert told(record(text)) == [{"Salzburg", words}]


@pytest.mark.parametrize(
    "text",
    [
        "His sister was born in Salzburg and sings.",
        "Another round was held in Salzburg on 19 July.",
        "Talks were held in Salzburg in 1999 as well.",
        "The talks in Graz went on.",
    ],
)
def test_no_talks_there_or_at_another_time(text):
    assert told(record(text)) == []


def test_the_capital_of_a_state_stands_for_its_city():
    found = record("The talks in the Austrian capital closed at dawn.")
    assert told(found) == []
    text = "The delegations met in Vienna."
    docs = [document(text, "0.txt"), document("The talks in the Austrian capital closed at dawn.", "1.txt")]
    rows = tuple(RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(doc.text))),), doc.id) for doc in docs)
    place = Place(city="Vienna", country_code="AT", evidence=(at(docs[0], "Vienna"),))
    mention = meeting(docs[0], 1, "met", (), place=place)
    met = Encounter("talks", EncounterKind.ROUND, "Talks", mention.status, (), (mention,), None, place, ())
    assert told(Record(documents=rows, encounters=(met,))) == [{"Vienna", "the Austrian capital"}]


def test_a_call_has_no_place():
    assert told(record("The talks in Salzburg went on.", kind=EncounterKind.CALL)) == []


def test_what_is_confirmed_already_is_left_to_its_finding():
    found = record("The talks in Salzburg went on.")
    known = Finding("k1", FindingKind.CORROBORATED, "encounter", "talks", "Talks", "place", (), 2)
    assert told(found, (known,)) == []


def test_it_stands_among_the_findings_and_reprints_add_nothing():
    [own] = [own for own in compare_record(record("The talks in Salzburg went on.")) if own.attribute == "place"]
    assert (own.kind, own.subject, own.independent_groups) == (FindingKind.CORROBORATED, "talks", 2)
    assert told(record("The talks in Salzburg went on.", groups=("a", "a"))) == []


def test_talks_of_others_in_one_city_are_kept_apart():
    texts = "Verzia and Belmora talked in Salzburg.", "Nemora and Tavra held talks in Salzburg."
    docs = [document(text, f"{number}.txt") for number, text in enumerate(texts)]
    rows = tuple(RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(doc.text))),), doc.id) for doc in docs)
    states = [name for text in texts for name in text.split() if name in {"Verzia", "Belmora", "Nemora", "Tavra"}]
    actors = tuple(Actor(name, ActorKind.STATE, name, (), (), side=name) for name in states)
    met = []
    for number, doc in enumerate(docs):
        place = Place(city="Salzburg", country_code="AT", evidence=(at(doc, "Salzburg"),))
        here = tuple(Participant(name, (at(doc, name),)) for name in states if name in doc.text)
        word = "talked" if number == 0 else "talks"
        mention = replace(meeting(doc, 1, word, (), place=place), participants=here)
        met.append(
            Encounter(f"talks{number}", EncounterKind.ROUND, "Talks", mention.status, (), (mention,), None, place, here)
        )
    assert told(Record(documents=rows, actors=actors, encounters=tuple(met))) == []
