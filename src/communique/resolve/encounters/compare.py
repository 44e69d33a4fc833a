"""What speaks for and against two mentions being one encounter."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from communique.lexicon.calendar import interval, is_known
from communique.lexicon.day_of_year import days_of_year
from communique.lexicon.place import place_key
from communique.model import DateValue, EncounterKind, EncounterMention, EncounterStatus, Reason, Role

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERED = re.compile(rf"\b({'|'.join(ORDINALS)})\s(?:[a-z-]+\s){{0,2}}(?:round|phase)\b")
CONTENT = re.compile(r"[^\W\d_]{4,}")
FAMILY = {EncounterKind.CALL: "call", EncounterKind.VISIT: "visit", EncounterKind.CONTACT: "contact"}
AHEAD = frozenset({EncounterStatus.PLANNED, EncounterStatus.EXPECTED, EncounterStatus.RUMOURED})
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONG = 45


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a mention counts for comparing.

    Attributes:
        days: first and last day; None where open or unknown.
        weekday: 0 Monday .. 6 of a date whose words name only that.
        month_days: (month, day) pairs of a date whose words lack the year.
        leads: present actors that lead.
        number: of a round in its series, where the words count it.
        people: actor id -> True if a person (leads and members), False for states and bodies; present ones.
    """

    id: str
    document: str
    family: str
    kind: EncounterKind
    ahead: bool
    ended: bool
    days: tuple[date | None, date | None]
    weekday: int | None
    month_days: frozenset[tuple[int, int]]
    people: dict[str, bool]
    leads: frozenset[str]
    city: str | None
    cities: frozenset[str]
    country: str | None
    venue: str | None
    words: frozenset[str]
    number: int | None = None

    @property
    def dated(self) -> bool:
        """Whether its days are known at both sides and not far apart."""
        low, high = self.days
        return low is not None and high is not None and (high - low).days <= LONG

    def fits_day(self, day: date) -> bool:
        """Whether words without a full date can mean that day."""
        if self.weekday is not None:
            return day.weekday() == self.weekday
        return (day.month, day.day) in self.month_days


def persons_of(mentions: Iterable[EncounterMention]) -> frozenset[str]:
    """Actors that are persons: leads or members somewhere."""
    named = (own for mention in mentions for own in mention.participants)
    return frozenset(own.actor for own in named if own.role in (Role.LEAD, Role.MEMBER))


def facts_of(mention: EncounterMention, persons: Collection[str] = ()) -> Facts:
    """The facts of a mention.

    Args:
        persons: actors known to be persons from other mentions.
    """
    place = mention.place
    city = place_key(place.city) if place and place.city else None
    cities = frozenset(place_key(name) for name in (place.city, *place.alternatives) if name) if place else frozenset()
    return Facts(
        id=mention.id,
        document=mention.document,
        family=FAMILY.get(mention.kind, "meeting"),
        kind=mention.kind,
        ahead=mention.status in AHEAD,
        ended=mention.status in (EncounterStatus.HELD, EncounterStatus.ONGOING),
        days=interval(mention.date) if mention.date and is_known(mention.date) else (None, None),
        weekday=_weekday(mention.date),
        month_days=_month_days(mention.date),
        people={
            own.actor: own.role in (Role.LEAD, Role.MEMBER) or own.actor in persons
            for own in mention.participants
            if own.present
        },
        leads=frozenset(own.actor for own in mention.participants if own.present and own.role is Role.LEAD),
        city=city,
        cities=cities,
        country=place.country_code if place else None,
        venue=place_key(place.venue) if place and place.venue else None,
        words=frozenset(CONTENT.findall(mention.evidence[0].quote.lower())),
        number=_number(mention),
    )


def _number(mention: EncounterMention) -> int | None:
    """Which round it is, if its words count just one."""
    found = {word for own in mention.evidence for word in NUMBERED.findall(" ".join(own.quote.lower().split()))}
    return ORDINALS.index(found.pop()) + 1 if len(found) == 1 else None


def _words(value: DateValue | None) -> str:
    if value is None or is_known(value):
        return ""
    return " ".join(own.quote for own in value.evidence).lower()


def _weekday(value: DateValue | None) -> int | None:
    words = _words(value)
    named = [number for number, name in enumerate(WEEKDAYS) if name in words]
    return named[0] if len(named) == 1 else None


def _month_days(value: DateValue | None) -> frozenset[tuple[int, int]]:
    return days_of_year(_words(value))


def compare(one: Facts, two: Facts) -> tuple[tuple[Reason, ...], bool]:
    """Reasons for and against, and whether one of them rules the pair out."""
    against = _against(one, two)
    if against is not None:
        return (against,), True
    reasons = [*_dates(one, two), *_people(one, two), *_places(one, two)]
    if one.kind is two.kind:
        reasons.append(Reason("kind", one.kind.value, 0.8 if one.kind is EncounterKind.SUMMIT else 0.3))
    alike = _wording(one, two)
    if alike:
        reasons.append(Reason("wording", "told in much the same words", alike))
    if one.number is not None and one.number == two.number:
        reasons.append(Reason("number", f"round {one.number} of the series", 1.6))
    settled = any(reason.code in ("day", "weekday", "number") for reason in reasons)
    if not settled and ((one.ahead and two.ended) or (two.ahead and one.ended)):
        period = any(reason.code == "period" for reason in reasons)
        reasons.append(Reason("status", "one still lies ahead, the other does not", -0.8 if period else -1.6))
    return tuple(reasons), False


def _wording(one: Facts, two: Facts) -> float:
    """What two tellings in the same words are worth: reprints and rewrites of one text tell one encounter."""
    least = min(len(one.words), len(two.words))
    if least < 4:
        return 0.0
    share = len(one.words & two.words) / len(one.words | two.words)
    return 1.5 if share >= 0.5 else 0.0


def _against(one: Facts, two: Facts) -> Reason | None:
    if one.document == two.document:
        return Reason("document", "one document tells them apart", -10.0)
    if one.family != two.family:
        return Reason("kind", f"{one.kind.value} and {two.kind.value}", -10.0)
    if _days_apart(one, two):
        return Reason("date", "other days", -10.0)
    if one.cities and two.cities and not one.cities & two.cities:
        return Reason("place", f"{one.city} and {two.city}", -10.0)
    if one.country and two.country and one.country != two.country:
        return Reason("place", f"{one.country} and {two.country}", -10.0)
    if one.number is not None and two.number is not None and one.number != two.number:
        return Reason("number", f"round {one.number} and round {two.number}", -10.0)
    if _strangers(one, two) and not _same_day_and_city(one, two):
        return Reason("people", "no person in common", -10.0)
    return None


def _strangers(one: Facts, two: Facts) -> bool:
    """Whether both name persons and none is the same. Members without leads are half a list: with sort and country the
    same, they do not rule a pair out."""
    ours, theirs = ({actor for actor, person in own.people.items() if person} for own in (one, two))
    if not ours or not theirs or ours & theirs:
        return False
    partial = not one.leads or not two.leads
    return not (partial and one.kind is two.kind and one.country is not None and one.country == two.country)


def _same_day_and_city(one: Facts, two: Facts) -> bool:
    return bool(one.cities & two.cities) and one.dated and two.dated and one.days == two.days


def _days_apart(one: Facts, two: Facts) -> bool:
    (low, high), (other_low, other_high) = one.days, two.days
    if high is not None and other_low is not None and high < other_low:
        return True
    if other_high is not None and low is not None and other_high < low:
        return True
    for own, other in ((one, two), (two, one)):
        if (own.weekday is not None or own.month_days) and other.dated and not _fits(own, other):
            return True
    if one.month_days and two.month_days and not one.month_days & two.month_days:
        return True
    return one.weekday is not None and two.weekday is not None and one.weekday != two.weekday


def _fits(own: Facts, other: Facts) -> bool:
    low, high = other.days
    assert low is not None and high is not None
    return any(own.fits_day(date.fromordinal(day)) for day in range(low.toordinal(), high.toordinal() + 1))


def _dates(one: Facts, two: Facts) -> list[Reason]:
    if one.dated and two.dated:
        length = max((own.days[1] - own.days[0]).days for own in (one, two))  # type: ignore[operator]
        return [Reason("day", "same day", 2.5)] if length <= 3 else [Reason("period", "days that can be the same", 0.8)]
    if one.month_days & two.month_days:
        return [Reason("day", "same day of the year", 2.2)]
    for own, other in ((one, two), (two, one)):
        if other.dated and (own.weekday is not None or own.month_days):
            if own.month_days:
                return [Reason("day", "the words fit the day", 2.2)]
            short = (other.days[1] - other.days[0]).days <= 3  # type: ignore[operator]
            return [Reason("weekday", "the words fit the day", 1.2)] if short else []
    if one.weekday is not None and one.weekday == two.weekday:
        return [Reason("weekday", WEEKDAYS[one.weekday], 0.8)]
    return [Reason("date", "one has no date", -0.4)] if one.dated != two.dated else []


def _people(one: Facts, two: Facts) -> list[Reason]:
    shared = sorted(one.people.keys() & two.people.keys())
    if not one.people or not two.people:
        return [Reason("people", "one names nobody", -0.8)]
    if not shared:
        sides = {person for own in (one, two) for person in own.people.values()}
        return [Reason("people", "persons here, states there", -0.2 if len(sides) == 2 else -2.0)]
    share = len(shared) / min(len(one.people), len(two.people))
    persons = [own for own in shared if one.people[own] or two.people[own]]
    full = (2.6 if len(shared) > 1 else 1.2) if persons else (1.4 if len(shared) > 1 else 0.6)
    weight = full * (0.5 + 0.5 * share)
    return [Reason("people", ", ".join(shared[:4]), round(weight, 3))]


def _places(one: Facts, two: Facts) -> list[Reason]:
    if one.cities & two.cities:
        return [Reason("place", ", ".join(sorted(one.cities & two.cities)), 1.4)]
    if one.country and one.country == two.country:
        return [Reason("country", one.country, 0.7)]
    return []
