"""One view over several accounts: which value stands on top when documents say different things.

Nothing is averaged and nothing is dropped: every account stays under `mentions`, and where accounts differ a finding says
so. The consolidated value is the one that most independent origins give; on a tie the more precise, then the one of the
earlier document.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from communique.model import (
    DateValue,
    Duration,
    EncounterMention,
    EncounterStatus,
    Participant,
    Place,
    Role,
    StatusEntry,
)

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

FINAL = {
    EncounterStatus.HELD: 3,
    EncounterStatus.CANCELLED: 3,
    EncounterStatus.ONGOING: 2,
    EncounterStatus.DENIED: 2,
    EncounterStatus.PLANNED: 1,
    EncounterStatus.EXPECTED: 1,
    EncounterStatus.RUMOURED: 0,
}
ROLE_ORDER = (Role.LEAD, Role.HOST, Role.MEDIATOR, Role.MEMBER, Role.ATTENDEE)
PRECISION = {"day": 3, "month": 2, "year": 1, None: 0}


def best(values: Iterable[tuple[str, T]], key: Callable[[T], K], rank: Callable[[T], float] = lambda _: 0.0) -> T | None:
    """The value with most independent origins behind it.

    Args:
        values: (origin, value) in order of the documents.
        key: values with the same key count together.
        rank: breaks ties, higher first; then the earlier value.
    """
    rows = list(values)
    if not rows:
        return None
    origins: dict[K, set[str]] = defaultdict(set)
    first: dict[K, tuple[int, T]] = {}
    for place, (origin, value) in enumerate(rows):
        origins[key(value)].add(origin)
        if key(value) not in first or rank(value) > rank(first[key(value)][1]):
            first[key(value)] = (first.get(key(value), (place, value))[0], value)
    top = min(first, key=lambda own: (-len(origins[own]), -rank(first[own][1]), first[own][0]))
    return first[top][1]


def date_of(values: Sequence[tuple[str, DateValue]]) -> DateValue | None:
    """The date on top; one with a value goes before one without."""
    known = [row for row in values if row[1].start is not None]
    precise = [row for row in known if row[1].precision == "day" and not row[1].window] or known or list(values)
    return best(precise, lambda date: date.edtf, lambda date: PRECISION[date.precision])


def place_of(values: Sequence[tuple[str, Place]]) -> Place | None:
    """The city on top, with the venue that documents naming the same city (or none) give."""
    with_city = [row for row in values if row[1].city]
    top = best(with_city or [row for row in values if row[1].country] or values, lambda place: (place.city, place.country))
    if top is None or top.venue:
        return top
    venues = [(origin, place) for origin, place in values if place.venue and place.city in (top.city, None)]
    venue = best(venues, lambda place: place.venue)
    return replace(top, venue=venue.venue, evidence=(*top.evidence, *venue.evidence)) if venue else top


def duration_of(values: Sequence[tuple[str, Duration]]) -> Duration | None:
    """The duration on top; one with two bounds goes before an open one on a tie."""
    return best(
        values, lambda found: (found.min_minutes, found.max_minutes), lambda found: float(found.max_minutes is not None)
    )


def status_of(mentions: Sequence[EncounterMention], published: Mapping[str, str]) -> EncounterStatus:
    """The latest status: of the document published last; among those of one day or of none the more final one."""

    def order(mention: EncounterMention) -> tuple[str, int]:
        return published.get(mention.document, ""), FINAL[mention.status]

    timely = [mention for mention in mentions if not _outdated(mention, published)] or list(mentions)
    dated = [mention for mention in timely if mention.document in published]
    undated = [mention for mention in timely if mention.document not in published]
    latest = max(dated, key=order).status if dated else None
    final = max(undated, key=order).status if undated else None
    if latest is None or (final is not None and FINAL[final] > FINAL[latest]):
        assert final is not None
        return final
    return latest


def history_of(
    mentions: Sequence[EncounterMention], status: EncounterStatus, published: Mapping[str, str]
) -> tuple[StatusEntry, ...]:
    """What all documents report of the status, oldest first: by the day it is told of, else by the document's day.

    The last entry has the consolidated status, which a document without a day may give.

    Args:
        status: the consolidated one.
        published: publication day of the documents that have one.
    """

    def order(entry: StatusEntry) -> tuple[str, int]:
        return entry.as_of or published.get(entry.document, ""), FINAL[entry.status]

    rows = sorted((entry for mention in mentions for entry in mention.status_history), key=order)
    if not rows or rows[-1].status == status:
        return tuple(rows)
    last = next((place for place in reversed(range(len(rows))) if rows[place].status == status), None)
    if last is not None:
        return (*rows[:last], *rows[last + 1 :], rows[last])
    told = next(mention for mention in reversed(mentions) if mention.status == status)
    return (*rows, StatusEntry(status, told.document, told.evidence))


def _outdated(mention: EncounterMention, published: Mapping[str, str]) -> bool:
    """Whether an article calls planned what lay behind it when it came out: "was first planned for 28 May"."""
    if FINAL[mention.status] > 1 or mention.date is None or mention.document not in published:
        return False
    end = mention.date.end or mention.date.start
    return end is not None and end != ".." and end < published[mention.document][: len(end)]


def participants_of(mentions: Sequence[EncounterMention], origin: Mapping[str, str]) -> tuple[Participant, ...]:
    """Everybody whom a document names, once: presence as most origins say, the most telling role, all the words."""
    rows: dict[str, list[tuple[str, Participant]]] = defaultdict(list)
    for mention in mentions:
        for found in mention.participants:
            rows[found.actor].append((origin[mention.document], found))
    result = []
    for actor in sorted(rows):
        top = best(rows[actor], lambda found: found.present)
        assert top is not None
        role = min((found.role for _, found in rows[actor] if found.present == top.present), key=ROLE_ORDER.index)
        evidence = tuple(dict.fromkeys(words for _, found in rows[actor] for words in found.evidence))
        result.append(replace(top, role=role, evidence=evidence))
    return tuple(result)


def topics_of(mentions: Sequence[EncounterMention]) -> tuple[str, ...]:
    """All topics, the one most documents name first."""
    count = Counter(topic for mention in mentions for topic in set(mention.topics))
    return tuple(sorted(count, key=lambda topic: (-count[topic], topic)))
