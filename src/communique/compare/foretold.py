"""Encounters that fulfil a forecast which the record links to none: "we shall go to Lima", "another attempt will be made in
Lima on 14 May", "undertake to meet again before the end of May".

Source: ours. Nothing is joined: only the outcome of the forecast points at the account.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from communique.compare.kin import TALKS, relate_days
from communique.lexicon.phrase import words_of
from communique.model import Encounter, EncounterKind, EncounterMention, EncounterStatus, Forecast

GATHERING = re.compile(
    r"\b(?:meet(?:s|ing|ings)?|rounds?|talks?|sessions?|summits?|attempt|convene[sd]?|reconvene[sd]?|sit(?:s|ting)? down|contacts?"
    r"|conference|consultations?|negotiations?)\b",
    re.IGNORECASE,
)
GOING = re.compile(r"\b(?:go(?:ing)?|travel|fly|head|return|leave|come) (?:\w+ )?(?:to|for)\b", re.IGNORECASE)
HELD = frozenset({EncounterStatus.HELD, EncounterStatus.ONGOING})
WITH_TRIPS = TALKS | {EncounterKind.VISIT}
WIDEST = 75  # days of a window in which any meeting of the same people counts


@dataclass(frozen=True, slots=True)
class Told:
    """The held encounters of each document, and who takes part in any encounter of a document."""

    held: Mapping[str, Sequence[EncounterMention]]
    people: Mapping[str, frozenset[str]]


def index_told(encounters: Iterable[Encounter]) -> Told:
    """The index over all encounters of a record; calls and single parts are no rounds of talks."""
    held: dict[str, list[EncounterMention]] = {}
    people: dict[str, set[str]] = {}
    for encounter in encounters:
        for mention in encounter.mentions:
            people.setdefault(mention.document, set()).update(own.actor for own in mention.participants if own.present)
            if mention.status in HELD and encounter.kind in WITH_TRIPS:
                held.setdefault(mention.document, []).append(mention)
    return Told(held, {document: frozenset(own) for document, own in people.items()})


def account_of(forecast: Forecast, told: Told, later: Iterable[str], since: str) -> EncounterMention | None:
    """The first account of a held encounter that can only be what the forecast says.

    Args:
        forecast: about a meeting or a journey; any other gives None.
        told: `index_told`.
        later: documents that appeared after the forecast's, in order.
        since: the day of the forecast's document.
    """
    if GATHERING.search(forecast.claim) is None and GOING.search(forecast.claim) is None:
        return None
    claim = f" {' '.join(words_of(forecast.claim))} "
    for document in later:
        for mention in told.held.get(document, ()):
            if _fits(forecast, mention, claim, told, since):
                return mention
    return None


def _is_since(mention: EncounterMention, since: str) -> bool:
    """Whether the account has a day, and one not before the forecast was told."""
    day = mention.date.start if mention.date is not None else None
    return day is not None and day != ".." and day >= since[: len(day)]


def _fits(forecast: Forecast, mention: EncounterMention, claim: str, told: Told, since: str) -> bool:
    days = relate_days(forecast.window, mention.date)
    if days is False or (mention.date is None and forecast.window is not None):
        return False
    city = mention.place.city if mention.place is not None else None
    here = city is not None and f" {' '.join(words_of(city))} " in claim
    if here:
        return days is True or (forecast.window is None and _is_since(mention, since))
    known = told.people.get(forecast.document, frozenset())
    same = len(known & {own.actor for own in mention.participants if own.present}) > 1
    return (
        GATHERING.search(forecast.claim) is not None
        and days is True
        and same
        and " in " not in claim
        and _is_short(forecast)
    )


def _is_short(forecast: Forecast) -> bool:
    window = forecast.window
    if window is None or window.start is None or window.start == "..":
        return False
    return _length(window.start, window.end or window.start) <= WIDEST


def _length(start: str, end: str) -> int:
    try:
        return (date.fromisoformat(end) - date.fromisoformat(start)).days
    except ValueError:
        return WIDEST + 1
