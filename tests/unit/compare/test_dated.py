"""compare/dated.py: facts that several documents put on one day."""

import pytest

from communique.compare.dated import compare_dated
from communique.compare.finding import compare_record
from communique.compare.stage import stage_of
from communique.model import Record, RecordDocument, Region, RegionKind, Span
from factories import document


def record(*texts, groups=("a", "b", "c")):
    documents = []
    for number, text in enumerate(texts):
        doc = document(text, f"{number}.txt")
        documents.append(RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(text))),), groups[number]))
    return Record(documents=tuple(documents))


def told(found):
    return [
        [words.quote for value in own.values for words in value.evidence]
        for own in compare_dated(found, (), stage_of(found))
    ]


@pytest.mark.parametrize(
    ("one", "two", "days"),
    [
        (
            "Verzia must silence the loudspeakers by March 20.",
            "The loudspeakers in Verzia were to stop by 20 March.",
            {"March 20", "20 March"},
        ),
        (
            "The prisoners crossed at Nemora on Feb. 19.",
            "On 19 February the prisoners came home at Nemora.",
            {"Feb. 19", "19 February"},
        ),
    ],
)
def test_one_fact_of_one_day(one, two, days):
    [found] = told(record(one, two))
    assert set(found) == days


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Verzia must silence the loudspeakers by March 20.", "Verzia must silence the loudspeakers by March 21."),
        ("Verzia must silence the loudspeakers by March 20.", "On 20 March a ferry sank off Belmora."),
        ("They met on March 2017 at length.", "They met on March 2017 at length."),
    ],
)
def test_other_days_and_other_facts(one, two):
    assert told(record(one, two)) == []


def test_a_reprint_adds_nothing():
    same = "Verzia must silence the loudspeakers by March 20."
    assert told(record(same, f"Again: {same}", groups=("a", "a"))) == []


def test_it_stands_among_the_findings():
    both = record(
        "Verzia must silence the loudspeakers by March 20.", "The loudspeakers in Verzia were to stop by 20 March."
    )
    [found] = compare_record(both)
    assert (found.subject_type, found.attribute, found.independent_groups) == ("other", "date", 2)
