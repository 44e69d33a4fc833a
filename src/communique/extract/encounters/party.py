"""Whose talks they are: the two states that a report joins, for rounds of talks told without their sides.

"Sudan and Kuwait agreed on Monday ... The Muscat round was the second since April": the round is one of the two.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from communique.extract.encounters.attendance import Attendance
from communique.extract.encounters.draft import Draft
from communique.extract.encounters.group import Group
from communique.model import ActorKind, Analysis, DocumentActors, EncounterKind, Evidence, NameKind, Participant, Role

JOINERS = frozenset({" and ", "-", "–", " - ", " – ", "/", ", "})
LEAD = 700  # characters in which a report says whose talks they are
SORTS = frozenset({EncounterKind.ROUND, EncounterKind.CONSULTATION})
Named = tuple[str, Evidence]


def told_parties(analysis: Analysis, groups: Sequence[Group], actors: DocumentActors) -> dict[int, Attendance]:
    """By number of the group: the two states of rounds of talks told without any state or anybody's.

    Only the encounter that the report tells of most, and numbered rounds of its series; nothing where the report joins
    several pairs about as often.
    """
    pair = joined_pair(analysis, actors)
    if pair is None or not groups:
        return {}
    people = tuple(Participant(own, (words,), Role.ATTENDEE) for own, words in pair)
    most = max(range(len(groups)), key=lambda at: (len(groups[at].drafts), -at))
    found = {}
    for number, group in enumerate(groups):
        in_series = number == most or any(draft.ordinal for draft in group.drafts)
        if in_series and _are_talks(group.drafts) and not group.countries:
            found[number] = Attendance(group.drafts[0].event.trigger.token, people)
    return found


def _are_talks(drafts: Sequence[Draft]) -> bool:
    return any(draft.kind in SORTS for draft in drafts)


def joined_pair(analysis: Analysis, actors: DocumentActors) -> tuple[Named, Named] | None:
    """The pair of states that words join most, if the lead joins them too, each with its words there."""
    rows = sorted(
        (mention.evidence.span, actor.id, mention.evidence)
        for actor in actors.actors
        if actor.kind is ActorKind.STATE
        for mention in actor.mentions
        if mention.kind in (NameKind.NAME, NameKind.METONYM)
    )
    count: Counter[frozenset[str]] = Counter()
    first: dict[frozenset[str], tuple[Named, Named]] = {}
    for (span, own, words), (after, other, behind) in pairwise(rows):
        if own != other and analysis.text[span.end : after.start] in JOINERS:
            pair = frozenset({own, other})
            count[pair] += 1
            first.setdefault(pair, ((own, words), (other, behind)))
    ranked = count.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    named = first[ranked[0][0]]
    return named if named[0][1].span.start < LEAD else None
