"""compare/figure.py, counted.py, contrast.py: figures that count the same thing."""

import re

import pytest

from communique.compare.contrast import compare_contrasts
from communique.compare.counted import unit_of
from communique.compare.figure import compare_figures
from communique.compare.stage import stage_of
from communique.model import Figure, FindingKind, Record, RecordDocument
from factories import at, document


def record(*texts_and_figures):
    """Documents, each with (words, value, unit[, comparator]) of its figures."""
    documents, figures = [], []
    for number, (text, *found) in enumerate(texts_and_figures):
        doc = document(text, f"{number}.txt")
        documents.append(RecordDocument(doc, (), doc.id))
        for place, (words, value, unit, *how) in enumerate(found):
            comparator = how[0] if how else "="
            figures.append(Figure(f"{doc.id}:n{place}", doc.id, unit, value, unit, comparator, (at(doc, words),)))
    return Record(documents=tuple(documents), figures=tuple(figures))


def told(found, compare=compare_figures):
    return sorted((own.kind.value, own.conflict_type) for own in compare(found.figures, stage_of(found)))


def test_named_ship_with_two_crews_is_a_conflict():
    found = record(
        ("Norland will free 33 sailors of the Blue Heron by June.", ("33 sailors", 33, "sailors")),
        ("The 34 sailors from the tanker Blue Heron would come home, he said.", ("34 sailors", 34, "sailors")),
    )
    assert told(found) == [("conflict", "figure")]


def test_two_ships_are_two_things():
    found = record(
        ("Norland will free 33 sailors of the Blue Heron by June.", ("33 sailors", 33, "sailors")),
        ("Sudland let 30 sailors of the Grey Goose go in May.", ("30 sailors", 30, "sailors")),
    )
    assert told(found) == []


def test_frozen_money_in_two_sums():
    found = record(
        ("The bank froze $240 million in Norlandic deposits.", ("$240 million", 240e6, "US dollars")),
        ("He asked for the deposits back, which he put at 250 million dollars.", ("250 million dollars", 250e6, "dollars")),
    )
    assert told(found) == [("conflict", "figure")]


def test_a_telling_sum_is_recognised_whatever_the_words():
    found = record(
        ("The company owes $186 million, the port authority says.", ("$186 million", 186e6, "US dollars")),
        ("Obligations amounting to 186 million dollars remain due.", ("186 million dollars", 186e6, "dollars")),
    )
    assert told(found) == [("corroborated", None)]


def test_a_promise_and_what_came_of_it_is_an_outcome():
    found = record(
        ("Under the paper 19 miners of Nova Ostrava will return home.", ("19 miners", 19, "miners")),
        ("On Tuesday 18 miners of Nova Ostrava came home.", ("18 miners", 18, "miners")),
    )
    assert told(found) == [("conflict", "outcome")]


def test_figures_of_the_same_two_sentences_are_one_finding():
    found = record(
        (
            "Some 19 miners and seven guards of Nova Ostrava will return home.",
            ("19 miners", 19, "miners"),
            ("seven guards", 7, "guards"),
        ),
        (
            "On Tuesday 18 miners and six guards of Nova Ostrava came home.",
            ("18 miners", 18, "miners"),
            ("six guards", 6, "guards"),
        ),
    )
    [one] = compare_figures(found.figures, stage_of(found))
    assert {own.value for own in one.values} == {"19 miners, seven guards", "18 miners, six guards"}


def test_not_that_number_but_this_one():
    found = record(
        ("They agreed to let 120 lorries a day through.", ("120 lorries", 120, "lorries")),
        (
            "The ministry said it is of 100 lorries, not 120. The joint minutes, seen by this paper, say 120.",
            ("100 lorries", 100, "lorries"),
        ),
    )
    assert told(found, compare_contrasts) == [("conflict", "figure"), ("internal_conflict", "figure")]
    inside = next(
        own for own in compare_contrasts(found.figures, stage_of(found)) if own.kind is FindingKind.INTERNAL_CONFLICT
    )
    assert [value.evidence[0].quote for value in inside.values] == ["100 lorries", "say 120"]


def test_not_before_the_number():
    found = record(
        ("A zone of 12 miles was agreed.", ("12 miles", 12, "miles")),
        ("The zone has not 12 but ten miles.", ("ten miles", 10, "miles")),
    )
    assert told(found, compare_contrasts) == [("conflict", "figure")]


def test_a_contrast_that_nobody_states_is_nothing():
    found = record(
        ("A zone of 15 miles was agreed.", ("15 miles", 15, "miles")),
        ("The zone has ten miles, not 12.", ("ten miles", 10, "miles")),
    )
    assert told(found, compare_contrasts) == []


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("USD", "money USD"),
        ("dollars", "money USD"),
        ("LAK", "money LAK"),
        ("pesos", "money pesos"),
        ("per cent", "share"),
        ("sailors", "sailor"),
    ],
)
def test_units(words, unit):
    assert unit_of(words) == unit


def test_one_sum_or_share_with_a_word_in_common():
    found = record(
        ("Norland claims nine per cent of the output of the dam.", ("nine per cent", 9, "per cent")),
        ("It is nine percent of the power that Norland wants from its neighbour.", ("nine percent", 9, "per cent")),
    )
    assert told(found) == [("corroborated", None)]
    found = record(
        ("A broker asked the company for $10 million in March.", ("$10 million", 10e6, "US dollars")),
        ("The chairman of the company said ten million dollars were demanded.", ("ten million dollars", 10e6, "dollars")),
    )
    assert told(found) == [("corroborated", None)]


def test_half_of_two_things_is_not_one_figure():
    found = record(
        ("Norland claims half of the water of the lower river.", ("half", 0.5, "share")),
        ("The council met and half of Norland slept through the long session.", ("half", 0.5, "share")),
    )
    assert told(found) == []


def test_what_a_duty_was_before_is_no_rival_of_what_it_will_be():
    found = record(
        (
            "Norland will cut the duty on bottled wine from 150 to 40 per cent.",
            ("150", 150, "per cent"),
            ("40 per cent", 40, "per cent"),
        ),
        ("The duty on bottled wine in Norland falls to 40 per cent.", ("40 per cent", 40, "per cent")),
    )
    assert [kind for kind, _ in told(found)] == ["corroborated"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The pipe in 2031 carried 20 barrels of oil.", "In 2032 the pipe carried 14 barrels of oil."),
        ("The north demands 12 seats in the assembly.", "The south demands 18 seats in the assembly."),
    ],
)
def test_other_years_and_other_quarters_are_other_things(one, two):
    first, second = (re.search(r"\b(\d\d) (\w+)", text) for text in (one, two))
    rows = [(text, (f"{own[1]} {own[2]}", float(own[1]), own[2])) for text, own in ((one, first), (two, second))]
    assert told(record(*rows)) == []


def test_two_figures_of_one_sentence_are_two_things():
    found = record(
        ("The north demands 12 of the 40 seats in the assembly.", ("12", 12.0, "seats"), ("40 seats", 40.0, "seats")),
        ("The south demands 18 of the 40 seats in the assembly.", ("18", 18.0, "seats"), ("40 seats", 40.0, "seats")),
    )
    assert "conflict" not in {kind for kind, _ in told(found)}


def test_figures_of_which_a_sentence_holds_several_need_like_words_beside_them():
    one = (
        "In the survey of voters by the broadcaster, which was taken in the week before the debate, "
        "42 per cent of them named Torv and 9 per cent nobody."
    )
    two = (
        "Some 37 per cent would rather stay at home, and 12 per cent moved abroad, says the survey of voters by the broadcaster "
        "in the week before the debate."
    )
    rows = ((one, ("42 per cent", 42.0, "per cent")), (two, ("37 per cent", 37.0, "per cent")))
    assert told(record(*rows)) == []
