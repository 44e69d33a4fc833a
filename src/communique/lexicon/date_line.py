"""Dates as articles and pages write them in figures and in month names of a dozen languages.

Source: `data/date_line.yaml`, compiled by hand.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from communique.lexicon.calendar import is_day, partial

MONTHS = 12


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text. `start`, `end`: characters; `value`: EDTF day or, without a year, None; `month`, `day` as written."""

    start: int
    end: int
    value: str | None
    month: int
    day: int


@cache
def _months() -> dict[str, int]:
    data = yaml.safe_load((files("communique.lexicon") / "data" / "date_line.yaml").read_text(encoding="utf-8"))
    found: dict[str, int] = {}
    for names in data["months"].values():
        for number, forms in enumerate(names, start=1):
            for form in forms.split("|"):
                found.setdefault(form, number)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"""(?<![\w.])(?:
            (?P<y1>\d{{4}})[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)
          | (?P<y2>\d{{4}})\s?[年년]\s?(?P<m2>\d\d?)\s?[月월]\s?(?P<d2>\d\d?)\s?[日일]
          | (?P<d3>\d\d?)\.\s?(?P<m3>\d\d?)\.\s?(?P<y3>\d{{4}})
          | (?P<d8>\d\d)\.(?P<m8>\d\d)\.(?P<y8>\d\d)(?![\d.])
          | (?P<d6>\d\d?)/(?P<m6>\d\d?)/(?P<y6>\d{{4}})
          | (?P<n7>{names})\b\s(?P<d7>\d\d?)\sJuche\s\d{{1,3}}\s\((?P<y7>\d{{4}})\)
          | (?P<d4>\d\d?)(?:st|nd|rd|th|er|º|ª|\.)?\s(?:de\s)?(?P<n4>{names})\b\.?,?(?:\sde)?(?:\s(?P<y4>\d{{4}}))?
          | (?P<n5>{names})\b\.?\s(?P<d5>\d\d?)(?:st|nd|rd|th)?(?:,?\s(?P<y5>\d{{4}}))?
        )(?!\.?\d)(?![^\W\dT])""",
        re.IGNORECASE | re.VERBOSE,
    )


def is_month_name(name: str) -> bool:
    """Whether `name` is a month in full or cut short, in any of the languages."""
    return name.casefold() in _months()


def is_month(text: str) -> bool:
    """Whether `text` is nothing but a month and a year: "May 2031", "mai 2031"."""
    match = re.fullmatch(r"\W*([^\W\d]+)\.?\s(?:de\s)?(?:1[89]|20|21)\d\d\W*", text)
    return match is not None and match[1].casefold() in _months()


def find_dates(text: str) -> tuple[WrittenDate, ...]:
    """Dates with day and month in `text`, in order. Figures with day and month in doubt ("05/06/2024") are left out;
    "25/06/2024" and "06/25/2024" leave none."""
    found = []
    for match in _pattern().finditer(text):
        groups = match.groupdict()
        form = next(number for number in "12345678" if groups.get("d" + number))
        name = groups.get("n" + form)
        month = _months()[name.casefold()] if name else int(groups["m" + form] or 0)
        day, year = int(groups["d" + form] or 0), groups.get("y" + form)
        if form == "8" and year is not None:
            year = f"20{year}"  # "12.04.31": dots put the day first
        if form == "6" and (month > MONTHS) is (day > MONTHS):
            continue
        if form == "6" and month > MONTHS:
            day, month = month, day
        if 1 <= month <= MONTHS and is_day(int(year or 2000), month, day):
            value = partial(int(year), month, day) if year else None
            found.append(WrittenDate(match.start(), match.end(), value, month, day))
    return tuple(found)
