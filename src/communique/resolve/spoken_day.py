"""The day of a statement whose article states no year: "on April 4" and, under a dateline "LIMA, March 10", "on Friday".

Source: gold rule 6 ("day and month explicit, year by context").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.model import DateBasis, DateValue, Quotation, Region, RegionKind
from communique.resolve.year import WEEKDAYS, as_day, dated_near, day_of_year, nearest_year

WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
AHEAD = re.compile(r"\bnext\b", re.IGNORECASE)
EARLIER = re.compile(r"\b(?:last|previous) (?:week|month)\b", re.IGNORECASE)


def written_on(text: str, regions: Sequence[Region], days: Sequence[str]) -> date | None:
    """The day in the dateline of an article without a year, in the year nearest to `days`; None without such a dateline.

    Args:
        text: `Document.text`; `regions` lie in it.
        days: known days of the coverage, as ISO dates.
    """
    known = sorted(near for day in days if (near := as_day(day)))
    for region in regions:
        if region.kind is not RegionKind.DATELINE:
            continue
        named = day_of_year(text[region.span.start : region.span.end])
        year = nearest_year(named, known) if named is not None and known else None
        return date(year, named.month, named.day) if named is not None and year is not None else None
    return None


def dated_statement(found: Quotation, written: date | None, days: Sequence[str]) -> Quotation:
    """The statement with the value of a day that its words give without a year or as a weekday; any other as it is."""
    value = found.said_on
    if value is None or value.start is not None or not value.evidence:
        return found
    near = dated_near(value, days)
    if near is not None and near.start is not None:
        return replace(found, said_on=near)
    day = _weekday_before(value, written) if written is not None else None
    return found if day is None else replace(found, said_on=day)


def _weekday_before(value: DateValue, written: date) -> DateValue | None:
    """The last day of that name up to the day of writing: what was said was said before it was written."""
    words = " ".join(own.quote for own in value.evidence)
    match = WEEKDAY.search(words)
    if match is None or AHEAD.search(words) or EARLIER.search(words):
        return None
    back = (written.weekday() - WEEKDAYS.index(match[1].lower())) % 7
    day = (written - timedelta(days=back)).isoformat()
    return DateValue(day, None, "day", False, DateBasis.INFERRED, value.evidence)
