"""query/clock.py: the record as of a day, by what happened and by what was said."""

from dataclasses import replace

import pytest

from communique.errors import CommuniqueError
from communique.model import (
    Agreement,
    AgreementMention,
    AgreementStatus,
    DateValue,
    Encounter,
    EncounterLink,
    Finding,
    FindingKind,
    Record,
    RecordDocument,
)
from communique.query.clock import Clock, check_day, is_by, published_by, up_to
from factories import actor, at, document, meeting, quotation

EARLY = document("Ada met Bo in Oslo. They agreed to talk. “We listen,” Ada said.", published=DateValue("2031-05-03"))
LATE = document("Ada met Bo in April. Ada met Cy in June. “We wait,” Ada said.", published=DateValue("2031-06-09"))
NODAY = document("Nobody knows when this was written.")


def encounter(doc, number, words, day, **fields):
    own = meeting(doc, number, words, ())
    date = DateValue(day) if day else None
    return Encounter(own.id, own.kind, words, own.status, (), (own,), date, **fields)


OSLO = encounter(EARLY, 1, "met Bo in Oslo", "2031-05-02")
APRIL = encounter(LATE, 1, "met Bo in April", "2031-04")
JUNE = encounter(LATE, 2, "met Cy in June", "2031-06-08", links=(EncounterLink("follows", OSLO.id, ()),))
ADA = actor(EARLY, 1, "Ada")
LISTEN = quotation(EARLY, 1, "We listen", ADA)
WAIT = replace(quotation(LATE, 1, "We wait", ADA), said_on=DateValue("2031-04-30"))
POINT = AgreementMention(
    "g1", EARLY.id, "agreement", AgreementStatus.AGREED, (at(EARLY, "agreed to talk"),), (), "talk", encounter=OSLO.id
)
LATER = replace(POINT, id="g2", document=LATE.id, status=AgreementStatus.VIOLATED, encounter=None)


def conflict(subject):
    return Finding(f"k{subject}", FindingKind.CONFLICT, "encounter", subject, "", "date", ())


RECORD = Record(
    documents=tuple(RecordDocument(doc, (), doc.id) for doc in (EARLY, LATE, NODAY)),
    encounters=(OSLO, APRIL, JUNE),
    quotations=(LISTEN, WAIT),
    agreements=(Agreement("g", "agreement", "talk", AgreementStatus.VIOLATED, (POINT, LATER)),),
    findings=(conflict(OSLO.id), conflict(JUNE.id)),
)


def ids(items):
    return [own.id for own in items]


def test_what_had_happened():
    then = up_to(RECORD, "2031-05-31", Clock.HAPPENED)
    assert ids(then.encounters) == [OSLO.id, APRIL.id]
    assert ids(then.quotations) == [LISTEN.id, WAIT.id]
    assert [found.subject for found in then.findings] == [OSLO.id]


def test_what_had_been_said():
    then = up_to(RECORD, "2031-05-31", Clock.SAID)
    assert ids(then.encounters) == [OSLO.id]  # April was first told of in June
    assert ids(up_to(RECORD, "2031-05-01", Clock.SAID).quotations) == [WAIT.id]


def test_a_later_account_of_an_agreement_does_not_change_the_earlier_one():
    [then] = up_to(RECORD, "2031-05", Clock.SAID).agreements
    assert (ids(then.mentions), then.status) == (["g1"], AgreementStatus.AGREED)
    [now] = up_to(RECORD, "2031", Clock.SAID).agreements
    assert (ids(now.mentions), now.status) == (["g1", "g2"], AgreementStatus.VIOLATED)
    assert up_to(RECORD, "2031-05-01", Clock.HAPPENED).agreements == ()


def test_links_to_what_is_gone_go():
    [june] = [own for own in up_to(RECORD, "2031-06", Clock.HAPPENED).encounters if own.id == JUNE.id]
    assert june.links == JUNE.links
    late = replace(RECORD, encounters=(replace(OSLO, date=DateValue("2031-07-01")), JUNE))
    [june] = up_to(late, "2031-06", Clock.HAPPENED).encounters
    assert june.links == ()


def test_articles_by_a_day():
    assert published_by(RECORD, "2031-05") == {EARLY.id}
    assert published_by(RECORD, "2031-06-09") == {EARLY.id, LATE.id}
    assert published_by(RECORD, "2031-06-08") == {EARLY.id}


def test_days_in_parts():
    assert is_by("2031-05-31", "2031-05") and not is_by("2031-06-01", "2031-05") and not is_by("", "2031")
    assert check_day("2031-05-31") == "2031-05-31"


@pytest.mark.parametrize("words", ["2031-13", "31-05-2031", "tomorrow", "2031-02-30", "2031-5", "", "२०३१-०५"])
def test_no_days(words):
    with pytest.raises(CommuniqueError, match="is no day"):
        check_day(words)
