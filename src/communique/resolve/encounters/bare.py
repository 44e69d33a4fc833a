"""Mentions that say little but the day: "a second round is planned for 28 May".

Such a mention joins the one encounter of its sort on that day, if there is just one: what the other articles tell must not
contradict it and must not be two encounters. With two rounds on one day it stays alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from communique.model import EncounterKind, Judgement, Verdict
from communique.resolve.cluster import clusters
from communique.resolve.encounters.compare import compare
from communique.resolve.encounters.facts import Facts

MOST = 60
TALKS = frozenset({EncounterKind.MEETING, EncounterKind.ROUND, EncounterKind.CONSULTATION})
Pair = tuple[str, str]


def bare_pairs(facts: Mapping[str, Facts], judged: Mapping[Pair, Judgement]) -> Iterator[Pair]:
    """(left, right), left < right, of mentions that are one encounter because it is the only one of its sort that day.

    Args:
        facts: of all mentions by id.
        judged: judgements so far; pairs judged different are kept apart.
    """
    home = {own: group for group in clusters(facts, tuple(judged.values())) for own in group}
    days: dict[tuple[str, str], list[Facts]] = defaultdict(list)
    for own in sorted(facts.values(), key=lambda own: own.id):
        low, high = own.days
        if own.dated and low is not None and low == high:
            days[_sort(own), low.isoformat()].append(own)
    for key in sorted(days):
        yield from _of_one_day(days[key][:MOST], home, judged)


def _of_one_day(found: list[Facts], home: Mapping[str, tuple[str, ...]], judged: Mapping[Pair, Judgement]) -> Iterator[Pair]:
    groups = {home[own.id] for own in found}
    if len(groups) < 2:
        return
    full = [own for own in found if not _is_bare(own)]
    told = {home[own.id] for own in full}
    if len(told) > 1:
        return
    anchor = full[0] if full else found[0]
    for own in found:
        if home[own.id] == home[anchor.id] or not (_is_bare(own) or _is_bare(anchor)):
            continue
        pair = (own.id, anchor.id) if own.id < anchor.id else (anchor.id, own.id)
        apart = pair in judged and judged[pair].verdict is Verdict.DIFFERENT
        if not apart and not compare(own, anchor)[1]:
            yield pair


def _sort(own: Facts) -> str:
    """Meetings and rounds of talks are told under either word."""
    return "talks" if own.kind in TALKS else own.kind.value


def _is_bare(own: Facts) -> bool:
    """Whether a mention names no person and at most one of people and place."""
    return not any(own.people.values()) and not (own.people and (own.cities or own.venue))
