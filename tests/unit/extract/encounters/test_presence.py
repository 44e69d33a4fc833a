"""extract/encounter.py: which words name an encounter, who was there and who was not; sentences are invented."""

import pytest

from communique.annotate.syntax import load_model, parse
from communique.extract.actor import find_actors
from communique.extract.encounter import find_encounters
from communique.model import CleanText
from factories import document


@pytest.fixture(scope="module")
def nlp():
    return load_model()


@pytest.fixture
def read(nlp):
    """(kind, status, names present, names absent) of each encounter of a text."""

    def run(text):
        doc = document(text)
        analysis = parse(nlp, CleanText(doc, text, ()))
        actors = find_actors(analysis)
        name = {actor.id: actor.name for actor in actors.actors}
        rows = []
        for own in find_encounters(analysis, actors):
            there = {name[p.actor] for p in own.participants if p.present}
            away = {name[p.actor] for p in own.participants if not p.present}
            rows.append((own.kind.value, own.status.value, there, away))
        return rows

    return run


def test_a_call_by_telephone(read):
    [row] = read("President Lena Brandt of Norway spoke by telephone on Thursday with President Omar Haddad of Jordan.")
    assert row[:2] == ("call", "held")
    assert row[2] == {"Lena Brandt", "Omar Haddad"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The second round of talks will be held on a date to be agreed.", "round", "planned"),
        ("The delegations of Norway and Jordan sat down again in Vienna on Monday.", "meeting", "held"),
        ("Envoy Lena Brandt will visit both coasts to see the detainees.", "visit", "planned"),
        ("Lena Brandt was received in Oslo by the foreign minister, Omar Haddad.", "meeting", "held"),
    ],
)
def test_words_that_name_an_encounter(read, text, kind, status):
    assert [row[:2] for row in read(text)] == [(kind, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Few of the men have been able to telephone their families.",
        "A summit is another matter.",
        "Lena Brandt said that a summit should not come before July.",
        "The dam is not the subject of negotiation.",
        "You were once asked to mediate in a quarrel over cattle.",
    ],
)
def test_words_that_name_none(read, text):
    assert read(text) == []


MET = "Foreign Minister Lena Brandt met Foreign Minister Omar Haddad in Vienna on Monday. "


@pytest.mark.parametrize(
    "words",
    [
        "Nadia Petrov did not take part in the meeting.",
        "Nadia Petrov did not attend the meeting.",
        "Nadia Petrov was not invited.",
        "Nadia Petrov was left out.",
        "Nadia Petrov was not allowed into the hall.",
        "Nadia Petrov was nowhere to be seen.",
        "Nadia Petrov was not part of the delegation.",
    ],
)
def test_who_was_not_there(read, words):
    assert read(MET + words) == [("meeting", "held", {"Lena Brandt", "Omar Haddad"}, {"Nadia Petrov"})]


def test_an_absence_belongs_to_what_was_held_not_to_what_is_planned(read):
    rows = read(MET + "A second round of talks is planned for June in Oslo. Nadia Petrov was not invited.")
    assert [(status, away) for _, status, _, away in rows] == [("held", {"Nadia Petrov"}), ("planned", set())]


def test_both_sides_are_the_sides(read):
    rows = read("Norway and Jordan began talks in Vienna on Monday. Both sides met again in Oslo on Friday.")
    assert any({"Norway", "Jordan"} <= there for _, _, there, _ in rows[1:])
