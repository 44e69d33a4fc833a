"""resolve/encounters/written.py: "tomorrow" of an article whose "today" another article dates."""

from dataclasses import replace

from communique.model import DateBasis, DateValue
from communique.resolve.encounters.written import date_from_writing
from factories import at, document, meeting

NOW = document("Ada met Bo today. Cy will come tomorrow. Di met Ed yesterday. Fay met Gus on Monday.")
OTHER = document("Ada met Bo on 18 May.")


def own(number, start, words, basis=DateBasis.RELATIVE, more=()):
    date = DateValue(start, None, "day", basis=basis, evidence=(at(NOW, words), *more))
    return meeting(NOW, number, "met", (), date=date)


TODAY = own(1, "2031-05-18", "today", DateBasis.CROSS_DOCUMENT, (at(OTHER, "18 May"),))


def test_tomorrow_follows_the_day_that_another_article_gives():
    found = date_from_writing((TODAY, own(2, None, "tomorrow"), own(3, None, "yesterday"), own(4, None, "Monday")))
    assert [mention.date.start for mention in found] == ["2031-05-18", "2031-05-19", "2031-05-17", None]
    assert [words.quote for words in found[1].date.evidence] == ["tomorrow", "today", "18 May"]
    assert found[1].date.basis is DateBasis.CROSS_DOCUMENT


def test_without_another_article_nothing_is_dated():
    alone = replace(TODAY, date=replace(TODAY.date, basis=DateBasis.RELATIVE))
    assert date_from_writing((alone, own(2, None, "tomorrow")))[1].date.start is None


def test_two_days_of_writing_are_none():
    wrong = own(3, "2031-05-20", "tomorrow", DateBasis.CROSS_DOCUMENT, (at(OTHER, "18 May"),))
    later = own(4, None, "yesterday")
    assert date_from_writing((TODAY, wrong, later))[2].date.start is None
