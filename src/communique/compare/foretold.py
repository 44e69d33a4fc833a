"""Encounters that fulfil a forecast which the record links to none: "we shall go to Lima", "another attempt will be made in
Lima on 14 May", "undertake to meet again before the end of May".

Source: ours. Nothing is joined: only the outcome of the forecast points at the account.
"""

import re
from collections import defaultdict
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
MOST = 80  # accounts a city or person may have; more say nothing
WIDEST = 75  # days of a window in which any meeting of the same people counts


@dataclass(frozen=True, slots=True)
class Told:
    """Held encounters by city and by who took part, and who takes part in any encounter of a document."""

    by_city: Mapping[str, Sequence[EncounterMention]]
    by_actor: Mapping[str, Sequence[EncounterMention]]
    people: Mapping[str, frozenset[str]]


def index_told(encounters: Iterable[Encounter]) -> Told:
    """The index over all encounters of a record; calls and single parts are no rounds of talks."""
    by_city: dict[str, list[EncounterMention]] = defaultdict(list)
    by_actor: dict[str, list[EncounterMention]] = defaultdict(list)
    people: dict[str, set[str]] = defaultdict(set)
    for encounter in encounters:
        for mention in encounter.mentions:
            here = sorted({own.actor for own in mention.participants if own.present})
            people[mention.document].update(here)
            if mention.status not in HELD or encounter.kind not in WITH_TRIPS:
                continue
            city = _city(mention)
            if city:
                by_city[city].append(mention)
            for actor in here:
                by_actor[actor].append(mention)
    return Told(by_city, by_actor, {document: frozenset(own) for document, own in people.items()})


def account_of(forecast: Forecast, told: Told, order: Mapping[str, str], since: str) -> EncounterMention | None:
    """The first account of a held encounter that can only be what the forecast says.

    Args:
        forecast: about a meeting or a journey; any other gives None.
        told: `index_told`.
        order: the day of each document; only documents of a later day than `since` count.
        since: the day of the forecast's document.
    """
    if not since or (GATHERING.search(forecast.claim) is None and GOING.search(forecast.claim) is None):
        return None
    words = words_of(forecast.claim)
    later = [own for own in _candidates(forecast, told, words) if order.get(own.document, "") > since]
    claim = f" {' '.join(words)} "
    for mention in sorted(later, key=lambda own: (order[own.document], own.id)):
        if _fits(forecast, mention, claim, told, since):
            return mention
    return None


def _candidates(forecast: Forecast, told: Told, words: Sequence[str]) -> list[EncounterMention]:
    """Accounts in a city that the claim names, and of people of the forecast's document; too many of one key say nothing."""
    names = {" ".join(words[at : at + size]) for at in range(len(words)) for size in (1, 2, 3)}
    rows = [told.by_city.get(name, ()) for name in sorted(names)]
    if _is_short(forecast):
        rows += [told.by_actor.get(own, ()) for own in sorted(told.people.get(forecast.document, ()))[:MOST]]
    return list({own.id: own for row in rows if len(row) <= MOST for own in row}.values())


def _city(mention: EncounterMention) -> str:
    return " ".join(words_of(mention.place.city)) if mention.place is not None and mention.place.city else ""


def _is_since(mention: EncounterMention, since: str) -> bool:
    """Whether the account has a day, and one not before the forecast was told."""
    day = mention.date.start if mention.date is not None else None
    return day is not None and day != ".." and day >= since[: len(day)]


def _fits(forecast: Forecast, mention: EncounterMention, claim: str, told: Told, since: str) -> bool:
    days = relate_days(forecast.window, mention.date)
    if days is False or (mention.date is None and forecast.window is not None):
        return False
    city = _city(mention)
    here = bool(city) and f" {city} " in claim
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
