"""Which drafts of one document speak of the same encounter.

A draft with people, place or date joins the group before it that shares enough of them and contradicts none. A draft
without any ("the meeting") joins the nearest group it can point back to. Keeping apart is the default.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from communique.extract.encounters.date import days_agree, days_apart
from communique.extract.encounters.draft import Draft
from communique.extract.encounters.place import conflicts, joined
from communique.model import DateValue, EncounterKind, EncounterStatus, Participant, Place

FAMILY = {EncounterKind.CALL: "call", EncounterKind.VISIT: "visit", EncounterKind.CONTACT: "contact"}
AHEAD = frozenset({EncounterStatus.PLANNED, EncounterStatus.EXPECTED, EncounterStatus.RUMOURED})
LOOSE = frozenset(
    {"conversation", "discussion", "dialogue", "dialog", "deliberation", "debate", "discuss", "speak", "talk", "converse"}
)
POINTING = 0.2
NOT_SO = frozenset({EncounterStatus.RUMOURED, EncounterStatus.DENIED, EncounterStatus.CANCELLED})
RELATIVE = frozenset({"next", "previous", "last", "final"})
NEEDED = 0.9
REACH = 8
MEMORY = 40


@dataclass(slots=True)
class Group:
    """Drafts judged the same so far, with what they say together."""

    drafts: list[Draft] = field(default_factory=list)
    place: Place | None = None
    dates: list[DateValue] = field(default_factory=list)
    people: dict[str, Participant] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)

    def add(self, draft: Draft) -> None:
        """Take a draft in."""
        informed = bool(self.people or self.place or self.dates)
        self.drafts.append(draft)
        if draft.weak and informed and not draft.tied:
            return
        self.place = joined(self.place, draft.place)
        if draft.date is not None and draft.date.evidence:
            self.dates.append(draft.date)
        self.countries |= draft.countries
        for person in draft.people:
            self.people.setdefault(person.actor, person)

    @property
    def ahead(self) -> bool:
        """Whether everything said of it lies in the future."""
        return all(draft.reading.status in AHEAD for draft in self.drafts)

    @property
    def last(self) -> Draft:
        """The latest draft."""
        return self.drafts[-1]


def merge_drafts(drafts: Sequence[Draft]) -> list[Group]:
    """The groups, in order of their first draft; drafts that say nothing of their own and point nowhere are dropped."""
    groups: list[Group] = []
    for draft in drafts:
        recent = groups[-MEMORY:]
        if draft.part:
            home = None
        elif draft.tied:
            home = _spoken_of(draft, recent)
        elif draft.weak:
            home = _nearest(draft, recent, REACH if draft.definite and draft.event.trigger.noun else 1)
        elif is_informed(draft):
            home = _best(draft, recent)
        else:
            home = _nearest(draft, recent, REACH) if draft.definite and not draft.fresh else None
            home = home or _same_ordinal(draft, recent) or _only_one(draft, groups)
        if home is not None:
            home.add(draft)
        elif draft.part or (not draft.weak and (is_informed(draft) or _own_news(draft, first=not groups))):
            group = Group()
            group.add(draft)
            groups.append(group)
    return _second_look(groups)


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
    near = [group for group in groups if 0 <= draft.sentence - group.last.sentence <= 1 and not _contradicted(draft, group)]
    near.sort(key=lambda group: group.last.event.trigger.span)
    ahead = draft.reading.status in AHEAD
    fitting = [group for group in near if group.ahead == ahead]
    found = fitting or near
    return found[-1] if found else None


def _own_news(draft: Draft, *, first: bool) -> bool:
    """Whether a draft without people, place and date is worth a mention: "a second round is planned"."""
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
    return found[-1] if found and not _contradicted(draft, found[-1]) else None


def _only_one(draft: Draft, groups: Sequence[Group]) -> Group | None:
    """The one held encounter of its sort that "the talks" can mean from afar."""
    if not draft.definite or draft.fresh or draft.ordinal or draft.reading.status in AHEAD:
        return None
    found = [group for group in groups if _related(draft, group) and not group.ahead and not _contradicted(draft, group)]
    return found[0] if len(found) == 1 else None


def is_informed(draft: Draft) -> bool:
    """Whether the draft names people, a place or a date."""
    if any(person.present for person in draft.people) or draft.place is not None:
        return True
    return draft.date is not None and bool(draft.date.evidence)


def family(draft: Draft) -> str:
    """Sorts that may name the same encounter."""
    return FAMILY.get(draft.kind, "meeting")


def _same_word(draft: Draft, group: Group) -> bool:
    return any(own.event.trigger.lemma == draft.event.trigger.lemma for own in group.drafts)


def _related(draft: Draft, group: Group) -> bool:
    if is_loose(draft):
        return family(group.drafts[0]) != "visit"
    return any(family(draft) == family(own) or is_loose(own) for own in group.drafts)


def is_loose(draft: Draft) -> bool:
    """Words that may be about a call as well as a meeting."""
    trigger = draft.event.trigger
    told_as_call = draft.kind is EncounterKind.CALL
    return trigger.lemma in LOOSE and not told_as_call and not (trigger.noun and trigger.lemma == "talk")


def _nearest(draft: Draft, groups: Sequence[Group], reach: int) -> Group | None:
    """The group that words without people, place or date point back to: the nearest that fits, in time as in sort."""
    ahead = draft.reading.status in AHEAD
    best: tuple[float, Group] | None = None
    for number, group in enumerate(groups):
        distance = draft.sentence - group.last.sentence
        if distance > reach or not _related(draft, group) or _contradicted(draft, group):
            continue
        if draft.weak and group.ahead != ahead:
            continue
        if draft.reading.firm and group.ahead and not ahead and not _same_word(draft, group):
            continue
        cost = distance + (3.0 if draft.reading.firm and group.ahead != ahead else 0.0)
        cost += 0.0 if any(own.event.trigger.lemma == draft.event.trigger.lemma for own in group.drafts) else 0.5
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


def _contradicted(draft: Draft, group: Group) -> bool:
    if draft.ordinal and any(own.ordinal not in (None, draft.ordinal) for own in group.drafts):
        return True
    own, last = draft.reading.status, group.last.reading.status
    if own is not last and (
        (own in NOT_SO and not group.ahead) or (last in NOT_SO and own not in AHEAD and draft.reading.firm)
    ):
        return True
    if conflicts(draft.place, group.place):
        return True
    date = draft.date or draft.context
    return date is not None and any(days_apart(date, own) for own in group.dates)


def likeness(draft: Draft, group: Group) -> float | None:
    """How much speaks for the draft being the group's encounter; None if something speaks against it."""
    if not _related(draft, group) or _contradicted(draft, group):
        return None
    people = _people_score(draft, group)
    if people is None:
        return None
    score = people + _place_score(draft.place, group.place)
    dated = draft.date is not None and any(days_agree(draft.date, own) for own in group.dates)
    score += 1.3 if dated else 0.0
    if draft.ordinal and draft.ordinal not in RELATIVE and any(own.ordinal == draft.ordinal for own in group.drafts):
        score += 1.0
    distance = abs(draft.sentence - group.last.sentence)
    if score <= 0 and not _same_word(draft, group):
        return None
    if draft.definite:
        score += max(0.0, 0.7 - 0.1 * distance)
    ahead = draft.reading.status in AHEAD
    if ahead and not group.ahead and not dated:
        score -= 2.0 if draft.reading.firm else 0.5
    elif group.ahead and not ahead:
        score -= 0.4
    if draft.fresh and not (ahead and group.ahead):
        score -= 2.0
    return score + max(0.0, 0.05 * (6 - distance))


def _people_score(draft: Draft, group: Group) -> float | None:
    ours = {own.actor for own in draft.people if own.present}
    if not ours or not group.people:
        return 0.0
    shared = ours & group.people.keys()
    if shared:
        return _shared_score(draft, group, shared)
    if draft.countries and group.countries and _persons(draft.people) != _persons(tuple(group.people.values())):
        both = draft.countries & group.countries
        return 1.4 if len(both) >= 2 else 0.4 if both else None
    return None


def _shared_score(draft: Draft, group: Group, shared: set[str]) -> float:
    """Persons in common say more than states, which meet often; one of several says little, unless the sides agree."""
    ours, theirs = _names(draft.people), _names(tuple(group.people.values()))
    persons = shared & ours
    if len(persons) >= 2:
        return 2.0
    if persons:
        alone = min(len(ours), len(theirs)) == 1
        sides = len(draft.countries & group.countries) > 1
        return 1.0 + (0.4 if sides else 0.0) if alone else 0.8 if sides else 0.2
    return 0.2 if ours or theirs else 0.8 if len(shared) > 1 else 0.4


def _names(people: Sequence[Participant]) -> set[str]:
    """Persons, as far as their role shows it, who were there."""
    return {own.actor for own in people if own.present and own.role.value in {"lead", "member", "host"}}


def _persons(people: Sequence[Participant]) -> bool:
    return any(own.role.value in {"lead", "member"} for own in people)


def _place_score(one: Place | None, two: Place | None) -> float:
    if one is None or two is None:
        return 0.0
    if one.city and two.city:
        return 1.2
    if one.venue and one.venue == two.venue:
        return 1.2
    return 0.9 if one.country_code and one.country_code == two.country_code else 0.0


def complete_parts(groups: Sequence[Group]) -> None:
    """Parts take place and date from the encounter they are parts of, the one told just before them."""
    whole: Group | None = None
    for group in sorted(groups, key=lambda group: group.drafts[0].event.trigger.span):
        if not group.drafts[0].part:
            continue
        sentence = group.drafts[0].sentence
        whole = next((own for own in groups if own is not group and any(d.sentence == sentence for d in own.drafts)), whole)
        if whole is not None and whole is not group:
            group.place = group.place or whole.place
            date = next((draft.date for draft in whole.drafts if draft.date is not None), None)
            group.drafts[0] = replace(group.drafts[0], date=group.drafts[0].date or date)
