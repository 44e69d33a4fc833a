"""resolve/year.py: the year of a day that no article gives it."""

import pytest

from communique.model import DateBasis, DateValue
from communique.resolve.year import DayOfYear, _past_years, day_of_year, infer_years
from factories import at, document, meeting

WORDS = [
    ("February 18", DayOfYear(2, 18, 18)),
    ("17-18 May", DayOfYear(5, 17, 18)),
    ("the 3rd of June", DayOfYear(6, 3, 3)),
    ("Sept. 9", DayOfYear(9, 9, 9)),
    ("May 6, 2024", None),
    ("Tuesday", None),
    ("31 February", None),
    ("last May", None),
]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_month_and_day(words, expected):
    assert day_of_year(words) == expected


def mention(text, words, number=1):
    doc = document(text)
    return meeting(doc, number, "met", (), date=DateValue(None, basis=DateBasis.EXPLICIT, evidence=(at(doc, words),)))


def test_a_weekday_of_another_article_pins_the_year():
    one, two = mention("They met on Thursday.", "Thursday"), mention("They met on May 16.", "May 16")
    dated = infer_years([one, two], [(one.id, two.id)], [], ["since a storm in 2021", "ready by 2030"])
    assert [own.date.start for own in dated] == [None, "2024-05-16"]
    assert dated[1].date.basis is DateBasis.INFERRED and dated[1].date.evidence == two.date.evidence


def test_stays_open_without_a_weekday_or_without_a_year_to_count_from():
    one, two = mention("They met on Thursday.", "Thursday"), mention("They met on May 16.", "May 16")
    assert infer_years([one, two], [(one.id,), (two.id,)], [], ["in 2021"])[1].date.start is None
    assert infer_years([one, two], [(one.id, two.id)], [], ["no year"])[1].date.start is None


def test_takes_the_year_nearest_to_a_dated_coverage():
    winter, spring = mention("They met on December 20.", "December 20"), mention("They met on 17-18 May.", "17-18 May")
    dated = infer_years([winter, spring], [], ["2025-01-14", "2025-02"], [])
    assert [own.date.edtf for own in dated] == ["2024-12-20", "2025-05-17/2025-05-18"]


def test_leaves_known_dates_alone():
    doc = document("They met on 3 May 2024.")
    known = meeting(doc, 1, "met", (), date=DateValue("2024-05-03", precision="day", evidence=(at(doc, "3 May 2024"),)))
    assert infer_years([known], [], ["2030-05-01"], []) == (known,)


def test_a_long_blank_takes_linear_time():
    text = " " * 200_000 + "x" * 200_000
    assert list(_past_years(text)) == []
    assert list(_past_years("The pact of May 2029. By 2035 it ends.")) == [2029]
