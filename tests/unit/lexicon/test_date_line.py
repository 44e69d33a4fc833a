"""lexicon/date_line.py: dates with month names of many languages."""

import pytest

from communique.lexicon.date_line import find_dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Published on May 14, 2031 at 10:00", "2031-05-14"),
        ("14th May 2031", "2031-05-14"),
        ("Sept. 3, 2031", "2031-09-03"),
        ("1er août 2031", "2031-08-01"),
        ("Mittwoch, 14. März 2031", "2031-03-14"),
        ("14 de mayo de 2031", "2031-05-14"),
        ("14 мая 2031 г.", "2031-05-14"),
        ("4 березня 2031", "2031-03-04"),
        ("14 أيار 2031", "2031-05-14"),
        ("14 Şubat 2031", "2031-02-14"),
        ("2031年5月14日", "2031-05-14"),
        ("2031-05-14T10:00", "2031-05-14"),
        ("14.05.2031", "2031-05-14"),
        ("14.05.31 — by Ada Brandt", "2031-05-14"),
        ("04.05.31", "2031-05-04"),
        ("Published on 14/05/2031 - 08:42", "2031-05-14"),
        ("05/14/2031", "2031-05-14"),
        ("Pyongyang, May 14 Juche 120 (2031)", "2031-05-14"),
    ],
)
def test_dates_with_a_year(text, value):
    assert [date.value for date in find_dates(text)] == [value]


def test_a_date_without_a_year_has_no_value():
    (date,) = find_dates("GENEVA, Feb. 18 (AP)")
    assert (date.value, date.month, date.day) == (None, 2, 18)


@pytest.mark.parametrize(
    "text", ["05/06/2031", "31.02.2031", "May 32, 2031", "in May", "2031", "version 1.2.2031.4", "10.20.30", "01.02.03.04"]
)
def test_what_is_no_date(text):
    assert find_dates(text) == ()
