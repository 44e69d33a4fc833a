"""What of an encounter mention counts for comparing it with those of other documents."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from communique.lexicon.calendar import bounds, interval, is_known, plus_days
from communique.lexicon.day_of_year import days_of_year
from communique.lexicon.numeral import cardinal_value
from communique.lexicon.place import place_key
from communique.model import DateValue, EncounterKind, EncounterMention, EncounterStatus, Participant, Role
from communique.resolve.encounters.counted import count_of

CONTENT = re.compile(r"[^\W\d_]{4,}")
FAMILY = {EncounterKind.CALL: "call", EncounterKind.VISIT: "visit", EncounterKind.CONTACT: "contact"}
AHEAD = frozenset({EncounterStatus.PLANNED, EncounterStatus.EXPECTED, EncounterStatus.RUMOURED})
OFF = frozenset({EncounterStatus.CANCELLED, EncounterStatus.DENIED})
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONG = 45
DAY = 24 * 60
NIGHT = 12 * 60  # talks as long as this began the day before they ended
MOST_DAYS = 6
LOOSE = re.compile(r"sp(?:eak(?:s|ing)?|oken?)|talk(?:ed|ing)|convers\w+", re.I)
ASIDE = re.compile(r"\bseparate(?:ly)?\b|\b(?:sidelines?|margins?) of\b|\bbilaterally\b|\bone-on-one\b", re.I)
DAYS = re.compile(r"\b(\w+) days of\b|\b(\w+)-day\b", re.I)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the documents say around their mentions.

    Attributes:
        published: publication day of the documents that have one, partial dates too.
        near: mention id -> persons of the record named within its words, taking part or not.
        nameless: actors that no document names ("two delegations", "the minister"): they tell nobody from anybody.
        persons: actors known to be persons.
        countries: person -> state that he serves or belongs to, where known.
    """

    published: Mapping[str, str] = field(default_factory=dict)
    near: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nameless: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    countries: Mapping[str, str] = field(default_factory=dict)


NO_SETTING = Setting()


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a mention counts for comparing.

    Attributes:
        off: called off or denied: it was ahead once, and its day may be the day of the news.
        denied: whether the document denies it: it speaks of what others report.
        days: first and last day; None where open or unknown.
        weekday: 0 Monday .. 6 of a date whose words name only that.
        month_days: (month, day) pairs of a date whose words lack the year.
        leads: present actors that lead.
        people: actor id -> True if a person (leads and members), False for states and bodies; present ones with a name.
        near: persons named within the words.
        nobody: whether the document gives no participants at all, not even "the delegations".
        count: place in a series of rounds.
        published: day of the document, if known to the day.
        opens: whether it is the first encounter that its document tells of.
        length: days that the words give it; 0 if they give none.
        from_states: states of the persons that lead or, without any, of those that take part, as far as known.
        loose: told by words that may mean a call as well as a meeting, with no place.
        aside: told as a separate meeting beside a larger one.
    """

    id: str
    document: str
    family: str
    kind: EncounterKind
    ahead: bool
    ended: bool
    off: bool
    denied: bool
    days: tuple[date | None, date | None]
    weekday: int | None
    month_days: frozenset[tuple[int, int]]
    people: dict[str, bool]
    near: frozenset[str]
    nobody: bool
    leads: frozenset[str]
    city: str | None
    cities: frozenset[str]
    country: str | None
    venue: str | None
    words: frozenset[str]
    trigger: str
    count: int | None
    published: date | None
    opens: bool
    length: int
    from_states: frozenset[str]
    loose: bool
    aside: bool

    @property
    def dated(self) -> bool:
        """Whether its days are known at both sides and not far apart."""
        low, high = self.days
        return low is not None and high is not None and (high - low).days <= LONG

    @property
    def persons(self) -> frozenset[str]:
        """Persons that take part."""
        return frozenset(actor for actor, person in self.people.items() if person)

    def fits_day(self, day: date) -> bool:
        """Whether words without a full date can mean that day."""
        if self.weekday is not None:
            return day.weekday() == self.weekday
        return (day.month, day.day) in self.month_days


def persons_of(mentions: Iterable[EncounterMention]) -> frozenset[str]:
    """Actors that are persons: leads or members somewhere."""
    named = (own for mention in mentions for own in mention.participants)
    return frozenset(own.actor for own in named if own.role in (Role.LEAD, Role.MEMBER))


def _is_side(own: Participant, persons: Collection[str]) -> bool:
    """Whether a participant is a person of one of the sides; hosts and mediators do not tell talks apart."""
    return own.role in (Role.LEAD, Role.MEMBER) or (own.actor in persons and own.role is Role.ATTENDEE)


def facts_of(mention: EncounterMention, setting: Setting = NO_SETTING) -> Facts:
    """The facts of a mention; participants are actors of the record."""
    place = mention.place
    present = [own for own in mention.participants if own.present]
    named = [own for own in present if own.actor not in setting.nameless]
    return Facts(
        id=mention.id,
        document=mention.document,
        family=_family(mention),
        kind=mention.kind,
        ahead=mention.status in AHEAD,
        ended=mention.status in (EncounterStatus.HELD, EncounterStatus.ONGOING),
        off=mention.status in OFF,
        denied=mention.status is EncounterStatus.DENIED,
        days=_days(mention),
        weekday=_weekday(mention.date),
        month_days=_month_days(mention.date),
        people={own.actor: _is_side(own, setting.persons) for own in named},
        near=setting.near.get(mention.id, frozenset()),
        nobody=not present,
        leads=frozenset(own.actor for own in named if own.role is Role.LEAD),
        city=place_key(place.city) if place and place.city else None,
        cities=frozenset(place_key(name) for name in (place.city, *place.alternatives) if name) if place else frozenset(),
        country=place.country_code if place else None,
        venue=place_key(place.venue) if place and place.venue else None,
        words=frozenset(CONTENT.findall(mention.evidence[0].quote.lower())),
        trigger=mention.trigger.quote.lower(),
        count=count_of(mention),
        published=_day(setting.published.get(mention.document)),
        opens=mention.id.endswith(":e1"),
        length=_length(mention),
        from_states=_states(named, setting),
        loose=place is None and mention.kind is EncounterKind.MEETING and bool(LOOSE.fullmatch(mention.trigger.quote)),
        aside=bool(ASIDE.search(mention.evidence[0].quote)),
    )


def _states(named: Collection[Participant], setting: Setting) -> frozenset[str]:
    persons = [own for own in named if _is_side(own, setting.persons)]
    leads = [own for own in persons if own.role is Role.LEAD] or persons
    return frozenset(setting.countries[own.actor] for own in leads if own.actor in setting.countries)


def _days(mention: EncounterMention) -> tuple[date | None, date | None]:
    """First and last day. Where one day is told of what took several ("ended on Monday after two days"), that day is the
    last one of what is over, and any of what lies ahead."""
    if mention.date is None or not is_known(mention.date):
        return None, None
    low, high = interval(mention.date)
    more = _length(mention) - 1
    if low is None or low != high or not 0 < more < MOST_DAYS:
        return low, high
    ahead = mention.status in AHEAD
    return plus_days(low, -more) or low, (plus_days(low, more) or low) if ahead else low


def _length(mention: EncounterMention) -> int:
    """How many days it may have taken, by its duration or its words; 0 if they do not tell."""
    stated = mention.duration.min_minutes if mention.duration else None
    if stated is not None and stated >= NIGHT:
        return 2 if stated < DAY else int(stated // DAY)
    match = DAYS.search(mention.evidence[0].quote)
    return int(cardinal_value((match[1] or match[2]).lower().split()) or 0) if match else 0


def _family(mention: EncounterMention) -> str:
    """A contact on a day at a place is a meeting under another name."""
    met = mention.kind is EncounterKind.CONTACT and mention.date is not None and mention.place is not None
    return "meeting" if met else FAMILY.get(mention.kind, "meeting")


def _day(words: str | None) -> date | None:
    found = bounds(words) if words else None
    return found[0] if found and found[0] == found[1] else None


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
