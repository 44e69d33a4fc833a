"""query/change.py: what is new, told differently or no longer in dispute between two states of a record."""

from communique.compare.stated import Subject, make_finding
from communique.model import FindingKind, FindingValue, Record, RecordDocument
from communique.query.change import change_rows, changes
from communique.query.view import View
from factories import at, document

ONE = document("Ada Brandt met Bo Lind for five hours.", "one.txt")
TWO = document("Ada Brandt met Bo Lind for nine hours.", "two.txt")
THREE = document("Ada Brandt met Bo Lind for seven hours; some say nine hours.", "three.txt")
DOCUMENTS = tuple(RecordDocument(own, (), own.id) for own in (ONE, TWO, THREE))
FIVE, NINE = FindingValue("five hours", (at(ONE, "five hours"),)), FindingValue("nine hours", (at(TWO, "nine hours"),))


def view(*values, number=3):
    subject = Subject("encounter", "e1", "the meeting", "duration", "figure")
    found = (make_finding(subject, FindingKind.CONFLICT, values, {}),) if values else ()
    return View(Record(documents=DOCUMENTS[:number], findings=found))


def told(before, after):
    return [row for row in change_rows(changes(before, after), after) if row[0] != "new article"]


def test_a_disagreement_of_which_a_new_paper_gives_another_value():
    more = FindingValue("seven hours", (at(THREE, "seven hours"),))
    assert told(view(FIVE, NINE), view(FIVE, NINE, more)) == [("another value", "the meeting: duration")]


def test_a_new_paper_that_sides_with_one_value_changes_no_disagreement():
    nine = FindingValue("nine hours", (*NINE.evidence, at(THREE, "nine hours")))
    assert told(view(FIVE, NINE), view(FIVE, nine)) == []


def test_what_is_new_and_what_is_settled():
    assert told(view(), view(FIVE, NINE)) == [("new disagreement", "the meeting: duration")]
    assert told(view(FIVE, NINE), view()) == [("no longer in dispute", "the meeting: duration")]
