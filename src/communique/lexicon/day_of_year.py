"""Day and month in date words that lack the year: "February 17-18", "the 5th of June"."""

import re

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:[-–]|and|to)\s*(\d{1,2}))?\s+(?:of\s+)?([a-z]{3,9})\b")
MONTH_FIRST = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:[-–]|to|and)\s*(\d{1,2}))?\b")


def days_of_year(words: str) -> frozenset[tuple[int, int]]:
    """(month, day) of every day that the words name, a range in full; empty where they name none."""
    low, found = words.lower(), set()
    for match in DAY_FIRST.finditer(low):
        found |= _span_days(match[3], match[1], match[2])
    for match in MONTH_FIRST.finditer(low):
        found |= _span_days(match[1], match[2], match[3])
    return frozenset(found)


def _span_days(name: str, first: str, last: str | None) -> set[tuple[int, int]]:
    month = next((number for number, own in enumerate(MONTHS, 1) if own.startswith(name)), None)
    if month is None:
        return set()
    low = int(first)
    high = int(last) if last and low < int(last) <= 31 else low
    return {(month, day) for day in range(low, high + 1) if 1 <= day <= 31}
