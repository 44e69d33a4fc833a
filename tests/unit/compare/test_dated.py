"""compare/dated.py: facts that several documents put on one day."""

from dataclasses import replace

import pytest

from communique.compare.dated import compare_dated
from communique.compare.finding import compare_record
from communique.compare.stage import stage_of
from communique.model import DateValue, Record, RecordDocument, Region, RegionKind, Span
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
        (
            "The line at Nemora will open from noon on 16 March.",
            "They agreed to mend the line from 12:00 on March 16.",
            {"16 March", "March 16"},
        ),
        (
            "The truce came into force on 4 May.",
            "What was signed in Verzia took effect on May 4, said Belmora.",
            {"4 May", "May 4"},
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
        ("The ferry sank at Belmora on May 4.", "The minister sang a song of old on May 4."),
        ("They met on March 2017 at length.", "They met on March 2017 at length."),
    ],
)
def test_other_days_and_other_facts(one, two):
    assert told(record(one, two)) == []


def test_a_weekday_is_read_against_the_day_of_publication():
    found = record("The prisoners crossed at Nemora on Tuesday.", "On 17 June the prisoners came home at Nemora.")
    first = found.documents[0]
    dated = replace(first, document=replace(first.document, published=DateValue("2031-06-18", precision="day")))
    assert told(found) == []
    [days] = told(replace(found, documents=(dated, found.documents[1])))
    assert set(days) == {"Tuesday", "17 June"}


def test_a_finding_about_both_days_is_enough():
    found = record("The prisoners crossed at Nemora on Feb. 19.", "On 19 February the prisoners came home at Nemora.")
    stage = stage_of(found)
    [own] = compare_dated(found, (), stage)
    assert list(compare_dated(found, (own,), stage)) == []


def test_a_reprint_adds_nothing():
    same = "Verzia must silence the loudspeakers by March 20."
    assert told(record(same, f"Again: {same}", groups=("a", "a"))) == []


def test_it_stands_among_the_findings():
    both = record(
        "Verzia must silence the loudspeakers by March 20.", "The loudspeakers in Verzia were to stop by 20 March."
    )
    [found] = compare_record(both)
    assert (found.subject_type, found.attribute, found.independent_groups) == ("other", "date", 2)
