"""How much speaks for a draft being of an encounter told before: people, place, day, number, words that point back."""

from collections.abc import Sequence

from communique.extract.encounters.date import days_agree, days_apart
from communique.extract.encounters.draft import Draft
from communique.extract.encounters.group import AHEAD, Group, related, same_word
from communique.extract.encounters.place import conflicts
from communique.model import EncounterKind, EncounterStatus, Participant, Place

OTHER_PARTY = 0.2
DAY_ALONE = 0.6
NOT_SO = frozenset({EncounterStatus.RUMOURED, EncounterStatus.DENIED, EncounterStatus.CANCELLED})
SUMMIT_AND_ROUND = frozenset({EncounterKind.SUMMIT, EncounterKind.ROUND})
SESSIONS = frozenset({"session", "sitting"})
RELATIVE = frozenset({"next", "previous", "last", "final"})


def contradicted(draft: Draft, group: Group) -> bool:
    """Whether number, status, place or day tell the draft apart from the group."""
    if draft.ordinal and any(own.ordinal not in (None, draft.ordinal) for own in group.drafts):
        return True
    if draft.former and any(own.sentence == draft.sentence and own.reading.status in AHEAD for own in group.drafts):
        return True
    own, last = draft.reading.status, group.last.reading.status
    if group.last.former and own not in NOT_SO:
        return True
    denied = own is EncounterStatus.DENIED and draft.definite
    if (
        own is not last
        and not denied
        and ((own in NOT_SO and not group.ahead) or (last in NOT_SO and own not in AHEAD and draft.reading.firm))
    ):
        return True
    if conflicts(draft.place, group.place):
        return True
    date = draft.date or draft.context
    return date is not None and any(days_apart(date, own) for own in group.dates)


def likeness(draft: Draft, group: Group) -> float | None:
    """How much speaks for the draft being the group's encounter; None if something speaks against it."""
    if not related(draft, group) or contradicted(draft, group):
        return None
    people = _people_score(draft, group)
    if people is None:
        return None
    score = people + _place_score(draft.place, group.place)
    dated = draft.date is not None and any(days_agree(draft.date, own) for own in group.dates)
    if not (people or dated) and {draft.kind, group.drafts[0].kind} == SUMMIT_AND_ROUND:
        return None
    score += (DAY_ALONE if _of_its_own(draft, group) else 1.3) if dated else 0.0
    counted = (
        bool(draft.ordinal) and draft.ordinal not in RELATIVE and any(own.ordinal == draft.ordinal for own in group.drafts)
    )
    score += 1.0 if counted else 0.0
    distance = abs(draft.sentence - group.last.sentence)
    if score <= 0 and not same_word(draft, group):
        return None
    if draft.event.trigger.lemma in SESSIONS and not same_word(draft, group) and not _told_as_talks(group):
        score -= 1.0
    if draft.definite:
        score += max(0.0, 0.7 - 0.1 * distance)
    ahead = draft.reading.status in AHEAD
    if ahead and not group.ahead and not dated:
        score -= 2.0 if draft.reading.firm else 0.5
    elif group.ahead and not ahead:
        score -= 1.0 if draft.reading.firm and not dated else 0.4
    if draft.fresh and not counted and not (ahead and group.ahead):
        score -= 2.0
    return score + max(0.0, 0.05 * (6 - distance))


def _told_as_talks(group: Group) -> bool:
    """Whether a session can be of it, not of a meal or a chance meeting."""
    return any(own.event.trigger.noun for own in group.drafts)


def _people_score(draft: Draft, group: Group) -> float | None:
    ours = {own.actor for own in draft.people if own.present}
    if not ours or not group.people:
        return 0.0
    shared = ours & group.people.keys()
    other = len(draft.countries - group.countries), len(group.countries - draft.countries)
    if shared:
        score = _shared_score(draft, group, shared)
        apart = all(other) and len(shared & names_of(draft.people)) < 2
        if apart and not draft.event.trigger.noun and not draft.definite:
            return None  # "X met Z there" is no more of the talks of X and Y
        return min(score, OTHER_PARTY) if apart else score
    if draft.countries and group.countries and _persons(draft.people) != _persons(tuple(group.people.values())):
        both = draft.countries & group.countries
        told_on = not other[0] and 0 <= draft.sentence - group.last.sentence <= 1 and _adds_where(draft, group)
        return 1.4 if len(both) >= 2 else 0.9 if both and told_on else 0.4 if both else None
    return 0.0 if not draft.countries and not _persons(draft.people) else None


def _of_its_own(draft: Draft, group: Group) -> bool:
    """ "X met Y for 45 minutes over breakfast on Wednesday", beside talks of that day whose people are not told."""
    return not draft.definite and not draft.event.trigger.noun and not group.people and len(names_of(draft.people)) > 1


def _adds_where(draft: Draft, group: Group) -> bool:
    """Whether the next sentence gives place or day to an encounter told without them, as the lead of a report does."""
    told = draft.place is not None or (draft.date is not None and bool(draft.date.evidence))
    same = draft.reading.status is group.last.reading.status
    return told and same and group.place is None and not group.dates


def _shared_score(draft: Draft, group: Group, shared: set[str]) -> float:
    """Persons in common say more than states, which meet often; one of several says little, unless the sides agree."""
    ours, theirs = names_of(draft.people), names_of(tuple(group.people.values()))
    persons = shared & ours
    if len(persons) >= 2:
        return 2.0
    if persons:
        alone = min(len(ours), len(theirs)) == 1
        sides = len(draft.countries & group.countries) > 1
        return 1.0 + (0.4 if sides else 0.0) if alone else 0.8 if sides else 0.2
    return 0.2 if ours or theirs else 0.8 if len(shared) > 1 else 0.4


def names_of(people: Sequence[Participant]) -> set[str]:
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
