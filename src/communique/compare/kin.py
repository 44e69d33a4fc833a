"""Encounters that a forecast may have meant, though the record keeps them apart: what came of a plan is often told in other words
("the second round ended", "she was in Lima on Tuesday") than the plan.

This joins nothing: it only looks for what a planned encounter became. Source: ours.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from communique.lexicon.phrase import words_of
from communique.model import DateValue, Encounter, EncounterKind, EncounterMention

TALKS = frozenset({EncounterKind.MEETING, EncounterKind.ROUND, EncounterKind.SUMMIT, EncounterKind.CONFERENCE})
TALKS |= frozenset({EncounterKind.CONSULTATION, EncounterKind.CONTACT})
ORDINAL = re.compile(r"\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.IGNORECASE)
SLACK = timedelta(days=1)  # a round that opens on Wednesday is also told of the day it ends
MOST = 60  # candidates a key may have; more say nothing


@dataclass(frozen=True, slots=True)
class Kin:
    """Encounters by city, by ordinal and by visitor. Make it with `index_kin`."""

    by_key: dict[tuple[str, str], list[Encounter]] = field(default_factory=lambda: defaultdict(list))

    def of(self, planned: Encounter, window: DateValue | None) -> Iterator[EncounterMention]:
        """Accounts of other encounters that tell what a planned one became, by encounter id and document.

        Args:
            planned: the encounter that the forecast is linked to.
            window: of the forecast.
        """
        seen = {planned.id}
        found = []
        for key in sorted(_keys(planned)):
            rows = self.by_key.get(key, [])
            for other in rows if len(rows) <= MOST else ():
                if other.id not in seen:
                    seen.add(other.id)
                    found.append(other)
        for other in sorted(found, key=lambda own: own.id):
            if _same_kind(planned, other):
                yield from (mention for mention in other.mentions if _fits(planned, mention, window))


def index_kin(encounters: Iterable[Encounter]) -> Kin:
    """The index over all encounters of a record."""
    kin = Kin()
    for encounter in encounters:
        for key in sorted(_keys(encounter)):
            kin.by_key[key].append(encounter)
    return kin


def _keys(encounter: Encounter) -> set[tuple[str, str]]:
    keys = set()
    for mention in encounter.mentions:
        city = _city(mention)
        if city:
            keys.add(("city", city))
        keys.update(("ordinal", own) for own in _ordinals(mention))
        if encounter.kind is EncounterKind.VISIT:
            keys.update(("visitor", own.actor) for own in mention.participants if own.present)
        if mention.date is not None and mention.date.start is not None and mention.date.precision == "day":
            keys.add(("month", mention.date.start[:7]))
    return keys


def _city(mention: EncounterMention) -> str:
    return " ".join(words_of(mention.place.city)) if mention.place is not None and mention.place.city else ""


def _ordinals(mention: EncounterMention) -> set[str]:
    return {match.lower() for words in mention.evidence for match in ORDINAL.findall(words.quote)}


def _same_kind(one: Encounter, two: Encounter) -> bool:
    return one.kind is two.kind or (one.kind in TALKS and two.kind in TALKS)


def _fits(planned: Encounter, mention: EncounterMention, window: DateValue | None) -> bool:
    """Two of three agree and none differs: the day, the city, the number of the round (for a visit the visitor)."""
    days = relate_days(window or planned.date, mention.date)
    cities = {_city(own) for own in planned.mentions} - {""}
    place = None if not cities or not _city(mention) else _city(mention) in cities
    if planned.kind is EncounterKind.VISIT:
        people = {own.actor for row in planned.mentions for own in row.participants if own.present}
        here = {own.actor for own in mention.participants if own.present}
        name = None if not people or not here else bool(people & here)
    else:
        own, theirs = {word for row in planned.mentions for word in _ordinals(row)}, _ordinals(mention)
        name = None if not own or not theirs else bool(own & theirs)
    told = (days, place, name)
    if any(one is False for one in told):
        return False
    return sum(one is True for one in told) >= 2 or (name is True and planned.kind is not EncounterKind.VISIT)


def relate_days(window: DateValue | None, day: DateValue | None) -> bool | None:
    """Whether a day lies in a window, a day off included; None where one is not known."""
    if window is None or day is None or day.precision != "day":
        return None
    low, high = _day(window.start), _day(window.end or window.start)
    at, until = _day(day.start), _day(day.end or day.start)
    if low is None or high is None or at is None or until is None:
        return None
    return at <= high + SLACK and until >= low - SLACK


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None
