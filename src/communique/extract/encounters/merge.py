"""Which drafts of one document speak of the same encounter.

A draft joins a group before it if nothing speaks against it (date, place, people, sort) and something speaks for it:
shared people, place or date, or words that point back ("the meeting").
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.extract.encounters.draft import Draft
from communique.extract.encounters.place import conflicts, joined
from communique.lexicon.calendar import intersects, is_known
from communique.model import DateValue, EncounterKind, EncounterStatus, Participant, Place

FAMILY = {
    EncounterKind.CALL: "call",
    EncounterKind.VISIT: "visit",
    EncounterKind.CONTACT: "contact",
}
AHEAD = frozenset({EncounterStatus.PLANNED, EncounterStatus.EXPECTED, EncounterStatus.RUMOURED})
MEMORY = 12


@dataclass(slots=True)
class Group:
    """Drafts judged the same so far, with what they say together."""

    drafts: list[Draft] = field(default_factory=list)
    place: Place | None = None
    dates: list[DateValue] = field(default_factory=list)
    people: dict[str, Participant] = field(default_factory=dict)

    def add(self, draft: Draft) -> None:
        """Take a draft in."""
        self.drafts.append(draft)
        self.place = joined(self.place, draft.place)
        if draft.date is not None and is_known(draft.date):
            self.dates.append(draft.date)
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
    """The groups, in order of their first draft."""
    groups: list[Group] = []
    for draft in drafts:
        best: tuple[float, Group] | None = None
        for group in reversed(groups[-MEMORY * 3 :]):
            score = likeness(draft, group)
            if score is not None and score > 0 and (best is None or score > best[0]):
                best = score, group
        if best is not None:
            best[1].add(draft)
        elif not draft.weak:
            group = Group()
            group.add(draft)
            groups.append(group)
    return groups


def family(draft: Draft) -> str:
    """Sorts that may name the same encounter."""
    return FAMILY.get(draft.kind, "meeting")


def likeness(draft: Draft, group: Group) -> float | None:
    """How much speaks for the draft being the group's encounter; None if something speaks against it."""
    near = draft.sentence - group.last.sentence
    same_family = any(family(draft) == family(own) for own in group.drafts)
    loose = draft.weak and near <= 3
    if not same_family and not loose:
        return None
    if conflicts(draft.place, group.place) or _date_conflict(draft, group):
        return None
    ahead = draft.reading.status in AHEAD
    score = 0.0
    shared = {own.actor for own in draft.people} & group.people.keys()
    if draft.people and group.people:
        if not shared:
            return None
        score += 2.0 * len(shared) / min(len(draft.people), len(group.people))
        if len(shared) < min(len(draft.people), len(group.people)) and len(shared) < 2:
            score -= 1.5
    if draft.place and group.place and draft.place.city and group.place.city:
        score += 1.0
    elif draft.place and group.place and draft.place.country_code:
        score += 0.5
    if draft.date is not None and is_known(draft.date) and group.dates:
        score += 1.5
    if ahead != group.ahead:
        score -= 1.0 if draft.reading.firm else 0.3
    if draft.fresh and not (ahead and group.ahead):
        score -= 1.5
    elif draft.definite or draft.weak:
        score += max(0.0, 1.2 - 0.15 * near)
    elif not draft.people and not draft.place:
        score -= 0.5
    if score > 0:
        score += 0.01 * max(0, 10 - near)
    return score


def _date_conflict(draft: Draft, group: Group) -> bool:
    if draft.date is None or not is_known(draft.date):
        return False
    return any(not intersects(draft.date, own) for own in group.dates)
