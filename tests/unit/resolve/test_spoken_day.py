"""resolve/spoken_day.py: the year of a statement's day, and the weekday under a dateline without a year."""

from dataclasses import replace
from datetime import date

import pytest

from communique.model import DateBasis, DateValue, Region, RegionKind, Span
from communique.resolve.spoken_day import dated_statement, written_on
from factories import actor, at, document, quotation

TEXT = "LIMA, March 10 (Norland Wire) - The port is shut, Ada Brandt said on Friday. On April 4 she left. Next Monday."
KNOWN = ("2031-02-20", "2031-03-30")


def said(words):
    doc = document(TEXT)
    found = quotation(doc, 1, "The port is shut", actor(doc, 1, "Ada Brandt"))
    return replace(found, said_on=DateValue(None, evidence=(at(doc, words),)))


def test_a_dateline_takes_the_year_nearest_to_the_coverage():
    doc = document(TEXT)
    dateline = Region(RegionKind.DATELINE, Span(0, TEXT.index(" - ")))
    assert written_on(doc.text, (dateline,), KNOWN) == date(2031, 3, 10)
    assert written_on(doc.text, (dateline,), ()) is None
    assert written_on(doc.text, (), KNOWN) is None


@pytest.mark.parametrize(("words", "day"), [("Friday", "2031-03-07"), ("April 4", "2031-04-04"), ("Next Monday", None)])
def test_words_without_a_year_get_their_day(words, day):
    found = dated_statement(said(words), date(2031, 3, 10), KNOWN).said_on
    assert found.start == day
    assert found.basis is (DateBasis.INFERRED if day else None)


def test_a_weekday_without_a_day_of_writing_stays_open():
    assert dated_statement(said("Friday"), None, KNOWN).said_on.start is None
