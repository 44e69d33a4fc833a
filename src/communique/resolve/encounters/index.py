"""Which pairs of mentions are worth comparing: those that share a key, each with a bounded number of others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from communique.model import EncounterKind
from communique.resolve.encounters.facts import Facts

PEOPLE = 6
WINDOW = 6
UNDATED = 40
SMALL = 12
Key = tuple[str, ...]


def candidate_pairs(facts: Mapping[str, Facts]) -> tuple[tuple[str, str], ...]:
    """(left, right) with left < right, sorted; the number grows with the number of mentions, not with its square."""
    buckets: dict[Key, list[Facts]] = defaultdict(list)
    for own in facts.values():
        for key in keys(own):
            buckets[key].append(own)
    pairs = {pair for bucket in buckets.values() if len(bucket) > 1 for pair in _pairs(bucket)}
    return tuple(sorted(pairs))


def keys(facts: Facts) -> set[Key]:
    """The keys under which a mention is found: pairs of people, one of them with a place or a day, a place with a day;
    its number in a series, its sort with a place, a day or the week of the news."""
    people = sorted({*facts.people, *facts.near})[:PEOPLE]
    found: set[Key] = {(facts.family, "people", *pair) for pair in combinations(people, 2)}
    places = {*facts.cities, *([facts.country] if facts.country else [])}
    days = _days(facts)
    found |= {(facts.family, "place", place, own) for place in places for own in people}
    found |= {(facts.family, "day", day, own) for day in days for own in people}
    found |= {(facts.family, "month", month, own) for month in _months_of_year(facts) for own in people}
    found |= {(facts.family, "place-day", place, day) for place in places for day in days}
    found |= {(facts.family, "place-month", city, month) for city in facts.cities for month in _months(facts)}
    if not days and not places:
        found |= {(facts.family, "alone", own) for own in people}
    if facts.count is not None:
        count = str(facts.count)
        found |= {(facts.family, "count", count), *((facts.family, "count", count, own) for own in (*people, *places))}
        found |= {(facts.family, "count-month", count, month) for month in _months(facts)}
    found |= {(facts.family, "city", city) for city in facts.cities}
    found |= {(facts.family, "only-day", day) for day in days}
    found |= {(facts.family, "week", str(week)) for week in _weeks(facts)}
    if facts.loose:
        found |= {("call", *key[1:]) for key in found}
    if facts.kind is EncounterKind.SUMMIT:
        found.add((facts.family, "summit"))
    return found


def _weeks(facts: Facts) -> set[int]:
    """The weeks in which an encounter is or makes news: those of its days, or that of the document and the one before."""
    if facts.dated and facts.days[0] is not None and facts.days[1] is not None:
        low, high = facts.days[0].toordinal() // 7, facts.days[1].toordinal() // 7
        return set(range(low, high + 1)) if high - low <= 2 else {low, high}
    if facts.published is None:
        return set()
    week = facts.published.toordinal() // 7
    return {week, week + 1} if facts.ahead else {week - 1, week}


def _days(facts: Facts) -> set[str]:
    found = {f"{month:02d}-{day:02d}" for month, day in facts.month_days}
    if facts.weekday is not None:
        found.add(f"w{facts.weekday}")
    low, high = facts.days
    if facts.dated and low is not None and high is not None and (high - low).days <= 4:
        for number in range(low.toordinal(), high.toordinal() + 1):
            day = date.fromordinal(number)
            found |= {f"{day.month:02d}-{day.day:02d}", f"w{day.weekday()}"}
    return found


def _months(facts: Facts) -> set[str]:
    """The months of a period of days up to a month and a half."""
    low, high = facts.days
    if not facts.dated or low is None or high is None:
        return set()
    return {f"{low.year:04d}-{low.month:02d}", f"{high.year:04d}-{high.month:02d}"}


def _months_of_year(facts: Facts) -> set[str]:
    """01 .. 12 of a day without a year and of a period that is longer than a few days, up to a month and a half."""
    return {f"{month:02d}" for month, _ in facts.month_days} | {own[-2:] for own in _months(facts)}


def _signature(own: Facts) -> tuple[str, str, str]:
    low = own.days[0]
    return (low.isoformat() if own.dated and low else "", own.city or own.country or "", str(own.ahead))


def _pairs(bucket: list[Facts]) -> Iterator[tuple[str, str]]:
    """All of a small bucket; of a larger one neighbours within a signature (day, place, status), and across signatures
    the first mentions of each."""
    if len(bucket) <= SMALL:
        yield from (_ordered(one, two) for one, two in combinations(bucket, 2))
        return
    groups: dict[tuple[str, str, str], list[Facts]] = defaultdict(list)
    for own in sorted(bucket, key=lambda own: own.id):
        groups[_signature(own)].append(own)
    for group in groups.values():
        yield from _near(group, 2)
    ordered = [groups[name] for name in sorted(groups)]
    firsts = [own for group in ordered for own in group[:2]]
    yield from _near(firsts, WINDOW)
    undated = [own for name in sorted(groups) if not name[0] for own in groups[name][:4]]
    dated = [own for name in sorted(groups) if name[0] for own in groups[name][:1]]
    for own in undated[:UNDATED]:
        for other in dated[-UNDATED:]:
            yield _ordered(own, other)


def _near(group: list[Facts], window: int) -> Iterator[tuple[str, str]]:
    for number, own in enumerate(group):
        for other in group[number + 1 : number + 1 + window]:
            yield _ordered(own, other)


def _ordered(one: Facts, two: Facts) -> tuple[str, str]:
    return (one.id, two.id) if one.id < two.id else (two.id, one.id)
