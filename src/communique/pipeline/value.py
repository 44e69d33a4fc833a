"""How each value of an item is set by hand: the form it must have, and what it becomes."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from communique.errors import CommuniqueError
from communique.lexicon.country import country_by_code
from communique.lexicon.place import find_place
from communique.model import DateValue, Duration, EncounterStatus, Evidence, Place, StatusEntry

LONGEST = 120
EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?[?~%]?")
ISSUE = re.compile(r"[\w-]{1,80}")
Setter = Callable[[Any, str, tuple[Evidence, ...]], Any]


def _date(value: str, shown: tuple[Evidence, ...]) -> DateValue:
    start, slash, end = value.partition("/")
    for part in (start, end) if slash else (start,):
        if not EDTF.fullmatch(part):
            raise CommuniqueError(
                f"“{value[:40]}” is no date; write 2025, 2025-03, 2025-03-24, or two of them with a slash."
            )
        numbers = [int(number) for number in part.rstrip("?~%").split("-")]
        try:
            date(*[*numbers, 1, 1][:3])
        except ValueError as error:
            raise CommuniqueError(f"No calendar has the date {part}.") from error
    precision = ("year", "month", "day")[start.count("-")]
    return DateValue(start, end or None, precision, evidence=shown)


def _status(item: Any, value: str, shown: tuple[Evidence, ...]) -> Any:
    entry = item.status_history[-1] if item.status_history else StatusEntry(item.status, item.document, item.evidence[:1])
    entry = replace(entry, status=EncounterStatus(value), evidence=shown or entry.evidence)
    return replace(item, status=entry.status, status_history=(*item.status_history[:-1], entry))


def _where(item: Any, value: str, shown: tuple[Evidence, ...]) -> Any:
    if len(value) > LONGEST:
        raise CommuniqueError("The name of the place is too long.")
    known = next(iter(find_place(value)), None)
    if known is None:
        return replace(item, place=Place(city=value, evidence=shown))
    country = country_by_code(known.country)
    name = country.name if country else None
    return replace(item, place=Place(None, known.name, name, known.country, known.latitude, known.longitude, evidence=shown))


def _length(item: Any, value: str, shown: tuple[Evidence, ...]) -> Any:
    low, dash, high = value.partition("-")
    try:
        bounds = [float(part) if part else None for part in (low, high if dash else low)]
    except ValueError as error:
        raise CommuniqueError("duration: give minutes, such as 90, or a span, such as 240-300.") from error
    if not any(bound is not None for bound in bounds) or any(bound is not None and not 0 < bound < 1e6 for bound in bounds):
        raise CommuniqueError("duration: give minutes, such as 90, or a span, such as 240-300.")
    return replace(item, duration=Duration(bounds[0], bounds[1], shown))


def _number(item: Any, value: str, shown: tuple[Evidence, ...]) -> Any:
    try:
        number = float(value.replace(",", ""))
    except ValueError as error:
        raise CommuniqueError(f"value: “{value[:40]}” is no number.") from error
    if not abs(number) < 1e18:
        raise CommuniqueError(f"value: “{value[:40]}” is no number.")
    return replace(item, value=number)


def _issue(item: Any, value: str, shown: tuple[Evidence, ...]) -> Any:
    if not ISSUE.fullmatch(value):  # which issues there are, the record knows
        raise CommuniqueError(f"issue: “{value[:40]}” is no name of an issue.")
    return replace(item, issue=value)


def _text(field: str) -> Setter:
    def change(item: Any, value: str, shown: tuple[Evidence, ...]) -> Any:
        if len(value) > LONGEST:
            raise CommuniqueError(f"{field}: at most {LONGEST} characters.")
        return replace(item, **{field: value})

    return change


def _country(item: Any, value: str, shown: tuple[Evidence, ...]) -> Any:
    code = value.upper()
    if country_by_code(code) is None:
        raise CommuniqueError(f"country: “{value[:40]}” is no country code; give two letters, such as PE.")
    return replace(item, country=code)


# (item, the value, words that show it) -> the item with the value; raises CommuniqueError where it has the wrong form
SETTERS: dict[tuple[str, str], Setter] = {
    ("encounters", "status"): _status,
    ("encounters", "date"): lambda item, value, shown: replace(item, date=_date(value, shown)),
    ("encounters", "place"): _where,
    ("encounters", "duration"): _length,
    ("participants", "presence"): lambda item, value, shown: replace(item, present=value == "present"),
    ("positions", "issue"): _issue,
    ("agreements", "due"): lambda item, value, shown: replace(item, due=_date(value, shown)),
    ("forecasts", "window"): lambda item, value, shown: replace(item, window=_date(value, shown)),
    ("figures", "value"): _number,
    ("figures", "unit"): _text("unit"),
    ("actors", "name"): _text("name"),
    ("actors", "country"): _country,
}
