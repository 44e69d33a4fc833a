"""compare/put_off.py: plans that a later paper says were put off, moved or dropped."""

import pytest

from communique.compare.finding import compare_record
from communique.compare.put_off import compare_put_off
from communique.compare.stage import stage_of
from communique.model import DateBasis, DateValue, Record, RecordDocument, Region, RegionKind, Span
from factories import document


def record(*rows, groups=("a", "b", "c")):
    documents = []
    for number, (day, text) in enumerate(rows):
        doc = document(text, f"{number}.txt", published=DateValue(day, None, "day", False, DateBasis.METADATA))
        documents.append(RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(text))),), groups[number]))
    return Record(documents=tuple(documents))


def told(found):
    return [own.values[1].evidence[-1].quote for own in compare_put_off(found, stage_of(found))]


@pytest.mark.parametrize(
    ("plan", "after", "words"),
    [
        (
            "The second round is to be held in Nemora on 4 May.",
            "The second round in Nemora has been postponed to 11 May, the host said.",
            "The second round in Nemora has been postponed to 11 May",
        ),
        (
            "Verzia and Belmora agreed late on Monday to exchange 40 prisoners on Oct. 3 at Tashko.",
            "Verzia announced that the exchange of prisoners with Belmora had been put off by a week, to Oct. 10.",
            "Verzia announced that the exchange of prisoners with Belmora had been put off by a week, to Oct. 10",
        ),
        (
            "The summit of the two presidents in Tashko is due to open on Tuesday.",
            "The presidents were to hold a summit in Tashko. On Friday the palace said that it had been called off.",
            "On Friday the palace said that it had been called off",
        ),
        (
            "A visit by Admiral Lorne to Nemora is planned for next week.",
            "Admiral Lorne's visit to Nemora will not take place.",
            "Admiral Lorne's visit to Nemora will not take place",
        ),
    ],
)
def test_a_plan_and_what_became_of_it(plan, after, words):
    assert told(record(("2031-05-01", plan), ("2031-05-03", after))) == [words]


@pytest.mark.parametrize(
    ("plan", "after"),
    [
        ("The second round is to be held in Nemora on 4 May.", "The third round in Nemora has been postponed."),
        ("The second round is to be held in Nemora on 4 May.", "The second round in Nemora could be postponed."),
        ("The second round is to be held in Nemora on 4 May.", "The second round in Nemora has not been postponed."),
        ("The second round is to be held in Nemora on 4 May.", "If it rains, the second round in Nemora is put off."),
        ("The vote in Belmora is due on Sunday.", "The launch of a ferry in Tashko was called off."),
    ],
)
def test_other_events_and_what_is_not_sure(plan, after):
    assert told(record(("2031-05-01", plan), ("2031-05-03", after))) == []


def test_an_older_paper_supersedes_nothing():
    plan, after = "The second round is to open in Nemora on 4 May.", "The second round in Nemora has been postponed."
    assert told(record(("2031-05-03", plan), ("2031-05-01", after))) == []


def test_two_reports_of_one_delay_are_one_finding():
    found = record(
        ("2031-05-01", "The second round is to be held in Nemora on 4 May."),
        ("2031-05-02", "The second round in Nemora has been postponed."),
        ("2031-05-03", "The second round, planned for Nemora, was cancelled on Friday."),
    )
    [one] = [own for own in compare_record(found) if own.conflict_type == "superseded"]
    assert {words.document for words in one.values[1].evidence} == {own.document.id for own in found.documents[1:]}


def test_a_reprint_supersedes_nothing():
    plan, after = "The second round is to open in Nemora on 4 May.", "The second round in Nemora has been postponed."
    assert told(record(("2031-05-01", plan), ("2031-05-03", after), groups=("a", "a"))) == []
