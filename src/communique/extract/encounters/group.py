"""Drafts judged one encounter so far, and of what sort they are."""

from dataclasses import dataclass, field

from communique.extract.encounters.draft import Draft
from communique.extract.encounters.place import joined
from communique.model import DateValue, EncounterKind, EncounterStatus, Participant, Place

FAMILY = {EncounterKind.CALL: "call", EncounterKind.VISIT: "visit", EncounterKind.CONTACT: "contact"}
AHEAD = frozenset({EncounterStatus.PLANNED, EncounterStatus.EXPECTED, EncounterStatus.RUMOURED})
LOOSE = frozenset(
    {"conversation", "discussion", "dialogue", "dialog", "deliberation", "debate", "discuss", "speak", "talk", "converse"}
)


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


def is_talks(group: Group) -> bool:
    """Whether it is a round of talks that has been held or goes on."""
    statuses = {draft.reading.status for draft in group.drafts if draft.reading.firm} or {EncounterStatus.HELD}
    held = statuses & {EncounterStatus.HELD, EncounterStatus.ONGOING} and not statuses & AHEAD
    return bool(held) and any(draft.kind is EncounterKind.ROUND for draft in group.drafts)


def is_informed(draft: Draft) -> bool:
    """Whether the draft names people, a place or a date."""
    if any(person.present for person in draft.people) or draft.place is not None:
        return True
    return draft.date is not None and bool(draft.date.evidence)


def family(draft: Draft) -> str:
    """Sorts that may name the same encounter."""
    return FAMILY.get(draft.kind, "meeting")


def same_word(draft: Draft, group: Group) -> bool:
    """Whether some draft of the group is told under the same word."""
    return any(own.event.trigger.lemma == draft.event.trigger.lemma for own in group.drafts)


def related(draft: Draft, group: Group) -> bool:
    """Whether the draft is of a sort that may name the group's encounter."""
    if is_loose(draft):
        return family(group.drafts[0]) != "visit"
    told = [own for own in group.drafts if not own.tied] or group.drafts
    if draft.event.trigger.lemma == "receive" and any(family(own) == "visit" for own in told):
        return True
    return any(family(draft) == family(own) or is_loose(own) for own in told)


def is_loose(draft: Draft) -> bool:
    """Words that may be about a call as well as a meeting."""
    trigger = draft.event.trigger
    told_as_call = draft.kind is EncounterKind.CALL
    return trigger.lemma in LOOSE and not told_as_call and not (trigger.noun and trigger.lemma == "talk")
