"""Which drafts of one document speak of the same encounter.

A draft with people, place or date joins the group before it that shares enough of them and contradicts none. A draft
without any ("the meeting") joins the nearest group it can point back to. Keeping apart is the default.
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.encounters.draft import Draft
from communique.extract.encounters.group import AHEAD, Group, is_informed, is_talks, related, same_word
from communique.extract.encounters.likeness import RELATIVE, contradicted, likeness, names_of
from communique.model import EncounterStatus

POINTING = 0.2
NEEDED = 0.9
REACH = 8
FAR = 4
AT_LENGTH = 3
OTHER_WORD = 2.5
MEMORY = 40
BY_NAME = frozenset({"call", "conversation", "summit", "conference", "visit"})  # nouns that stand for no other sort
UNDONE = frozenset({EncounterStatus.DENIED, EncounterStatus.CANCELLED})


def merge_drafts(drafts: Sequence[Draft]) -> list[Group]:
    """The groups, in order of their first draft; drafts that say nothing of their own and point nowhere are dropped."""
    groups: list[Group] = []
    for draft in [draft for draft in drafts if not draft.heading]:
        recent = groups[-MEMORY:]
        if draft.part:
            home = None
        elif draft.tied:
            home = _spoken_of(draft, recent)
        elif draft.weak:
            home = _nearest(
                draft, recent, REACH if draft.definite and draft.event.trigger.noun else FAR if draft.duration else 1
            )
        elif is_informed(draft):
            home = _best(draft, recent) or (_nearest(draft, recent, FAR) if draft.attended else None)
        else:
            home = _nearest(draft, recent, REACH) if draft.definite and not draft.fresh else None
            home = home or _same_ordinal(draft, recent) or _only_one(draft, groups)
        if home is not None:
            home.add(draft)
        elif draft.part or (not draft.weak and (is_informed(draft) or _own_news(draft, first=not groups))):
            group = Group()
            group.add(draft)
            groups.append(group)
    for draft in [draft for draft in drafts if draft.heading]:
        home = _summed_up(draft, groups)
        if home is not None:
            home.add(draft)
        elif draft.part or (not draft.weak and is_informed(draft)) or (not groups and _own_news(draft, first=True)):
            group = Group()
            group.add(draft)
            groups.append(group)
    return sorted(_one_plan(_second_look(groups)), key=lambda group: min(own.event.trigger.span for own in group.drafts))


def _summed_up(draft: Draft, groups: Sequence[Group]) -> Group | None:
    """What a headline is about: the encounter of the body that fits best; one of which it says nothing more is the one
    told most, of those that lie as far ahead."""
    if is_informed(draft):
        return _best(draft, groups)
    ahead = draft.reading.status in AHEAD
    fitting = [group for group in groups if related(draft, group) and not contradicted(draft, group)]
    same = [group for group in fitting if group.ahead == ahead] or fitting
    return max(same, key=lambda group: (same_word(draft, group), len(group.drafts)), default=None)


def _one_plan(groups: list[Group]) -> list[Group]:
    """Plans of the same two persons or more to meet are one plan, unless day, place or number tell them apart."""
    kept: list[Group] = []
    for group in groups:
        pair = names_of(tuple(group.people.values()))
        home = next((own for own in kept if group.ahead and own.ahead and _same_plan(own, group, pair)), None)
        if home is None:
            kept.append(group)
            continue
        for draft in group.drafts:
            home.add(draft)
    return kept


def _same_plan(one: Group, two: Group, pair: set[str]) -> bool:
    same = len(pair) > 1 and pair == names_of(tuple(one.people.values()))
    return same and all(related(draft, one) and not contradicted(draft, one) for draft in two.drafts)


def _second_look(groups: list[Group]) -> list[Group]:
    """Groups that only point back, joined to the one that, with all of the text known, is theirs."""
    kept: list[Group] = []
    for group in groups:
        others = [other for other in groups if other is not group and other.drafts]
        pointing = all(draft.definite and not draft.fresh for draft in group.drafts)
        best: tuple[float, Group] | None = None
        for other in others if pointing else ():
            score = likeness(group.drafts[0], other)
            if score is not None and score + POINTING >= NEEDED and (best is None or score > best[0]):
                best = score, other
        if best is None:
            kept.append(group)
            continue
        for draft in group.drafts:
            best[1].add(draft)
        group.drafts = []
    return kept


def _spoken_of(draft: Draft, groups: Sequence[Group]) -> Group | None:
    """The encounter that a pronoun stands for: the last one spoken of that lies as far ahead, else the last one."""
    near = [group for group in groups if 0 <= draft.sentence - group.last.sentence <= 1 and not contradicted(draft, group)]
    near.sort(key=lambda group: group.last.event.trigger.span)
    ahead = draft.reading.status in AHEAD
    fitting = [group for group in near if group.ahead == ahead]
    found = fitting or near
    return found[-1] if found else None


def _own_news(draft: Draft, *, first: bool) -> bool:
    """Whether a draft without people, place and date is worth a mention: "a second round is planned"."""
    if draft.former:
        return True
    if draft.generic or not draft.event.trigger.noun:
        return False
    standing = draft.reading.standing and not draft.definite
    if draft.definite and draft.reading.firm and first:
        return True
    if standing:
        return False
    return draft.reading.firm and (not draft.definite or draft.fresh or draft.ordinal is not None)


def _same_ordinal(draft: Draft, groups: Sequence[Group]) -> Group | None:
    """ "the second round" again."""
    if draft.ordinal is None or draft.ordinal in RELATIVE:
        return None
    found = [group for group in groups if any(own.ordinal == draft.ordinal for own in group.drafts)]
    return found[-1] if found and not contradicted(draft, found[-1]) else None


def _only_one(draft: Draft, groups: Sequence[Group]) -> Group | None:
    """The one held encounter of its sort that "the talks" can mean from afar."""
    if not draft.definite or draft.fresh or draft.ordinal or draft.reading.status in AHEAD:
        return None
    found = [group for group in groups if related(draft, group) and not group.ahead and not contradicted(draft, group)]
    return found[0] if len(found) == 1 else None


def _told_most(draft: Draft, groups: Sequence[Group]) -> Group | None:
    """The encounter that a document tells of at length under the very word, which "the talks" means from afar too."""
    if not (draft.definite and draft.event.trigger.noun) or draft.fresh:
        return None
    word = draft.event.trigger.lemma
    said = [(sum(own.event.trigger.lemma == word for own in group.drafts), number) for number, group in enumerate(groups)]
    count, number = max(said, default=(0, 0))
    return groups[number] if count >= AT_LENGTH else None


def _nearest(draft: Draft, groups: Sequence[Group], reach: int) -> Group | None:
    """The group that words without people, place or date point back to: the nearest that fits, in time as in sort."""
    ahead = draft.reading.status in AHEAD
    best: tuple[float, Group] | None = None
    main = _told_most(draft, groups)
    named = draft.event.trigger.lemma in BY_NAME and any(
        same_word(draft, group) and draft.sentence - group.last.sentence <= FAR for group in groups
    )
    for number, group in enumerate(groups):
        distance = draft.sentence - group.last.sentence
        if group is main:
            distance = min(distance, FAR)
        if distance > reach or not related(draft, group) or contradicted(draft, group):
            continue
        if draft.weak and group.ahead != ahead:
            continue
        if draft.reading.status is EncounterStatus.DENIED and distance > 1:
            continue
        undone = draft.reading.status in UNDONE
        if draft.reading.firm and group.ahead and not ahead and not undone and not same_word(draft, group):
            continue
        cost = distance + (3.0 if draft.reading.firm and group.ahead != ahead else 0.0)
        cost += 0.0 if same_word(draft, group) else OTHER_WORD if main is not None or named else 0.5
        cost += 2.0 if group.ahead and not ahead and not draft.reading.firm else 0.0
        cost -= 0.01 * number
        if best is None or cost < best[0]:
            best = cost, group
    return best[1] if best is not None and best[0] <= reach else None


def _best(draft: Draft, groups: Sequence[Group]) -> Group | None:
    best: tuple[float, int] | None = None
    for number, group in enumerate(groups):
        score = likeness(draft, group)
        if score is not None and score >= NEEDED and (best is None or (score, number) > best):
            best = score, number
    return groups[best[1]] if best is not None else None


def complete_parts(groups: Sequence[Group]) -> None:
    """Parts take place and date from the encounter they are parts of: the one told just before them, else the talks that
    the document tells of most."""
    whole = max((group for group in groups if is_talks(group)), key=lambda group: len(group.drafts), default=None)
    for group in sorted(groups, key=lambda group: group.drafts[0].event.trigger.span):
        if not group.drafts[0].part:
            continue
        sentence = group.drafts[0].sentence
        whole = next((own for own in groups if own is not group and any(d.sentence == sentence for d in own.drafts)), whole)
        if whole is not None and whole is not group:
            group.place = group.place or whole.place
            date = next((draft.date for draft in whole.drafts if draft.date is not None), None)
            group.drafts[0] = replace(group.drafts[0], date=group.drafts[0].date or date)
