"""Pairs that are likely, not certain: joined where each is the only one that the other can be.

A record of few articles tells of few encounters: "the talks", held or called off, are those of the coverage if there is
just one of their sort that fits. With a rival that fits about as well nothing is joined.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from communique.model import Judgement, Reason, Verdict
from communique.resolve.cluster import clusters
from communique.resolve.encounters.compare import compare
from communique.resolve.encounters.facts import Facts
from communique.resolve.encounters.timing import FRESH

LIKELY = 1.3
MARGIN = 0.5
LOOKED_AT = 20
PAIR = 2.0
ANCHORS = frozenset({"day", "weekday", "period", "fresh", "number", "place", "named", "wording"})  # states meet often
Pair = tuple[str, str]
Scored = tuple[float, str, str, tuple[Reason, ...]]
Group = tuple[str, ...]


def only_pairs(scored: Sequence[Scored], facts: Mapping[str, Facts], judged: Mapping[Pair, Judgement]) -> Iterator[Scored]:
    """Of the pairs scored, those that have no rival on either side, best first.

    Args:
        scored: (score, left, right, reasons) of pairs that nothing rules out and that are not joined.
        facts: of all mentions by id.
        judged: judgements so far.
    """
    home = {own: group for group in clusters(facts, tuple(judged.values())) for own in group}
    apart = {pair for pair, own in judged.items() if own.verdict is Verdict.DIFFERENT}
    options: dict[Group, dict[Group, float]] = defaultdict(dict)
    best: dict[tuple[Group, Group], Scored] = {}
    for row in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        one, two = home[row[1]], home[row[2]]
        if one == two or row[0] < LIKELY - MARGIN or not _anchored(row, facts):
            continue
        for own, other in ((one, two), (two, one)):
            options[own].setdefault(other, row[0])
        best.setdefault((one, two) if one < two else (two, one), row)
    taken: set[Group] = set()
    for (one, two), row in sorted(best.items(), key=lambda item: (-item[1][0], item[0])):
        if row[0] < LIKELY or one in taken or two in taken or contradict(one, two, facts, apart):
            continue
        if not (_rival(one, two, row[0], options, facts, apart) or _rival(two, one, row[0], options, facts, apart)):
            taken |= {one, two} if len(one) > 1 and len(two) > 1 else {one if len(one) == 1 else two}
            yield row


def _anchored(row: Scored, facts: Mapping[str, Facts]) -> bool:
    """Whether more than states and sort speaks for a pair: the same two persons do, in news of the same days."""
    reasons, one, two = row[3], facts[row[1]].published, facts[row[2]].published
    if any(own.code in ANCHORS for own in reasons):
        return True
    if one is None or two is None or abs((one - two).days) > FRESH or any(own.code == "status" for own in reasons):
        return False
    codes = {own.code for own in reasons if own.weight > 0}
    return "kind" in codes and any(own.code == "people" and own.weight >= PAIR for own in reasons)


def contradict(one: Group, two: Group, facts: Mapping[str, Facts], apart: set[Pair]) -> bool:
    """Whether any member of a group cannot be any member of the other."""
    return any(
        ((a, b) if a < b else (b, a)) in apart or compare(facts[a], facts[b])[1]
        for a in one[:LOOKED_AT]
        for b in two[:LOOKED_AT]
    )


def _rival(
    own: Group,
    chosen: Group,
    score: float,
    options: Mapping[Group, Mapping[Group, float]],
    facts: Mapping[str, Facts],
    apart: set[Pair],
) -> bool:
    """Whether another group fits `own` about as well and is not the chosen one itself."""
    for other, weight in sorted(options[own].items(), key=lambda item: (-item[1], item[0]))[:LOOKED_AT]:
        if other == chosen or weight < score - MARGIN:
            continue
        if not contradict(own, other, facts, apart) and contradict(other, chosen, facts, apart):
            return True
    return False
