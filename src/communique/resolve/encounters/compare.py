"""What speaks for and against two mentions being one encounter."""

from communique.model import EncounterKind, Reason
from communique.resolve.encounters.facts import Facts
from communique.resolve.encounters.timing import days_apart, gap, not_yet, stands_later, status_reasons, time_reasons

DAY_CODES = frozenset({"day", "weekday", "period", "moved"})
LARGE = frozenset({EncounterKind.SUMMIT, EncounterKind.ROUND, EncounterKind.CONFERENCE})
SLIP = 1
SERIES_SLIP = 4


def compare(one: Facts, two: Facts) -> tuple[tuple[Reason, ...], bool]:
    """Reasons for and against, and whether one of them rules the pair out."""
    against = _against(one, two)
    if against is not None:
        return (against,), True
    times = _slip(one, two) or _moved(one, two) or time_reasons(one, two)
    reasons = [*times, *_people(one, two), *_places(one, two)]
    if one.kind is two.kind:
        reasons.append(Reason("kind", one.kind.value, 0.8 if one.kind is EncounterKind.SUMMIT else 0.3))
    if one.count is not None and one.count == two.count:
        both = EncounterKind.ROUND in (one.kind, two.kind)
        reasons.append(Reason("number", f"number {one.count} of a series", 1.6 if both else 1.1))
    alike = _wording(one, two)
    if alike:
        reasons.append(Reason("wording", "told in much the same words", alike))
    if one.length > 1 and one.length == two.length:
        reasons.append(Reason("length", f"{one.length} days", 0.5))
    if one.opens and two.opens and any(reason.code in {"day", "fresh"} for reason in times):
        reasons.append(Reason("news", "what both articles open with", 0.5))
    reasons.extend(status_reasons(one, two, day=any(reason.code in DAY_CODES for reason in reasons)))
    return tuple(reasons), False


def _wording(one: Facts, two: Facts) -> float:
    """What two tellings in the same words are worth: reprints and rewrites of one text tell one encounter."""
    least = min(len(one.words), len(two.words))
    if least < 4:
        return 0.0
    share = len(one.words & two.words) / len(one.words | two.words)
    if share >= 0.8 and least >= 6 and one.trigger == two.trigger:
        return 3.0
    return 1.5 if share >= 0.5 else 0.0


def _against(one: Facts, two: Facts) -> Reason | None:
    if one.document == two.document:
        return Reason("document", "one document tells them apart", -10.0)
    if one.family != two.family and not _may_be_call(one, two):
        return Reason("kind", f"{one.kind.value} and {two.kind.value}", -10.0)
    if not _same_pair_and_day(one, two):
        if one.cities and two.cities and not one.cities & two.cities:
            return Reason("place", f"{one.city} and {two.city}", -10.0)
        if one.country and two.country and one.country != two.country:
            return Reason("place", f"{one.country} and {two.country}", -10.0)
    if any(own.aside and not other.aside and other.kind in LARGE for own, other in ((one, two), (two, one))):
        return Reason("part", "a meeting beside the other", -10.0)
    if any(own.length > 1 and other.trigger.startswith("session") for own, other in ((one, two), (two, one))):
        return Reason("part", "a session of talks of several days", -10.0)
    if _other_states(one, two):
        return Reason("people", "other states", -10.0)
    if days_apart(one, two) and not _slip(one, two) and not _moved(one, two):
        return Reason("date", "other days", -10.0)
    if stands_later(one, two):
        return Reason("status", "still planned after the other was called off", -10.0)
    if not_yet(one, two):
        return Reason("date", "over before the other was to begin", -10.0)
    if one.count is not None and two.count is not None and one.count != two.count and not _same_day_and_city(one, two):
        return Reason("number", f"number {one.count} and number {two.count} of a series", -10.0)
    if _strangers(one, two) and not _same_day_and_city(one, two):
        return Reason("people", "no person in common", -10.0)
    return None


def _slip(one: Facts, two: Facts) -> list[Reason]:
    """Sources that differ on the day of one encounter: the same persons, or number in a series, in the same city, told of
    in the same days, the days next to each other."""
    days = gap(one, two)
    if not days or one.ahead != two.ahead or not one.cities & two.cities or not one.published or not two.published:
        return []
    if abs((one.published - two.published).days) > 10 or one.kind is not two.kind:
        return []
    counted = one.count is not None and one.count == two.count and days <= SERIES_SLIP
    people = len(one.persons & two.persons) > 1 and days <= SLIP
    return [Reason("slip", f"{days} days apart, all else the same", 0.3)] if counted or people else []


def _moved(one: Facts, two: Facts) -> list[Reason]:
    """Planned in a city for one day and held there on the next or the one before, told by a document that came out later:
    one encounter that was moved, if the same people speak for it."""
    days = gap(one, two)
    if not days or days > SLIP or one.ahead == two.ahead or not one.cities & two.cities or one.off or two.off:
        return []
    plan, held = (one, two) if one.ahead else (two, one)
    if plan.published is None or held.published is None or plan.days[0] is None or held.days[0] is None:
        return []
    if plan.published >= min(plan.days[0], held.days[0]) or held.published < held.days[0]:
        return []
    same = len(plan.leads & held.leads) > 1
    return [Reason("moved", f"planned {days} days from when it was held", 0.3 if same else -1.0)]


def _may_be_call(one: Facts, two: Facts) -> bool:
    """ "spoke for 25 minutes" may be told of a call."""
    families = {one.family, two.family}
    return families == {"call", "meeting"} and (one if one.family == "meeting" else two).loose


def _strangers(one: Facts, two: Facts) -> bool:
    """Whether both name persons and none is the same. Members without leads are half a list: with sort and country the
    same, they do not rule a pair out."""
    ours, theirs = one.persons, two.persons
    if not ours or not theirs or ours & (theirs | two.near) or theirs & one.near:
        return False
    if one.kind is two.kind and one.from_states and two.from_states and one.from_states.isdisjoint(two.from_states):
        return False  # each names its own side
    partial = not one.leads or not two.leads
    return not (partial and one.kind is two.kind and one.country is not None and one.country == two.country)


def _same_pair_and_day(one: Facts, two: Facts) -> bool:
    """Two who lead meet once on a day: where they are said to have met in two cities, the sources differ."""
    low, high = one.days
    return (
        len(one.leads & two.leads) > 1 and one.kind is two.kind and low is not None and low == high and one.days == two.days
    )


def _other_states(one: Facts, two: Facts) -> bool:
    """Whether both are told of two states or more and share nobody: two rounds in one city on one day."""
    ours, theirs = ({own for own, person in facts.people.items() if not person} for facts in (one, two))
    known = one.persons or two.persons or one.people.keys() & two.people.keys()
    return len(ours) > 1 and len(theirs) > 1 and not known and not one.near and not two.near


def _same_day_and_city(one: Facts, two: Facts) -> bool:
    return bool(one.cities & two.cities) and one.dated and two.dated and one.days == two.days


def _people(one: Facts, two: Facts) -> list[Reason]:
    shared = sorted(one.people.keys() & two.people.keys())
    if not shared:
        return _nearby(one, two)
    share = len(shared) / min(len(one.people), len(two.people))
    persons = [own for own in shared if one.people[own] or two.people[own]]
    full = (2.6 if len(shared) > 1 else 1.2) if persons else (1.4 if len(shared) > 1 else 0.6)
    weight = full * (0.5 + 0.5 * share)
    return [Reason("people", ", ".join(shared[:4]), round(weight, 3))]


def _nearby(one: Facts, two: Facts) -> list[Reason]:
    """Nobody takes part in both: persons that the words name without saying so count for something."""
    ours, theirs = one.persons | one.near, two.persons | two.near
    both = sorted(ours & theirs)
    if both:
        return [Reason("named", ", ".join(both[:4]), 1.6 if len(both) > 1 else 0.7)]
    if not one.people or not two.people:
        vague = not (one.nobody or two.nobody) or (one.count is not None and one.count == two.count)
        return [Reason("people", "one names nobody", -0.2 if vague else -0.8)]
    sides = {person for own in (one, two) for person in own.people.values()}
    return [Reason("people", "persons here, states there", -0.2 if len(sides) == 2 else -2.0)]


def _places(one: Facts, two: Facts) -> list[Reason]:
    if one.cities & two.cities:
        return [Reason("place", ", ".join(sorted(one.cities & two.cities)), 1.4)]
    if one.country and one.country == two.country:
        return [Reason("country", one.country, 0.7)]
    return []
