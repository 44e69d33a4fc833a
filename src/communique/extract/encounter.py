"""The encounters of one document: every trigger, read in full, then brought together.

`find_encounter_events` gives every event mention with its arguments; `find_encounters` builds the record's mentions on it.
"""

from collections.abc import Sequence

from communique.extract.encounters.attendance import Attendance, find_attendance, is_gathering, named_beside, of_delegation
from communique.extract.encounters.dateline import with_dateline
from communique.extract.encounters.delegate import find_delegates
from communique.extract.encounters.event import EncounterEvent, find_events
from communique.extract.encounters.group import Group, is_talks
from communique.extract.encounters.inherit import with_inherited
from communique.extract.encounters.merge import complete_parts, merge_drafts
from communique.extract.encounters.party import told_parties
from communique.extract.encounters.reader import read_drafts
from communique.extract.encounters.summary import mention_of
from communique.lexicon.encounter import load_words
from communique.model import Analysis, DocumentActors, EncounterMention, Participant, Role

__all__ = ["EncounterEvent", "find_encounter_events", "find_encounters"]

REACH = 6
SIDES = frozenset({Role.LEAD, Role.MEMBER})


def find_encounter_events(analysis: Analysis, actors: DocumentActors) -> tuple[EncounterEvent, ...]:
    """Every trigger of the text with its arguments, in text order, before mentions of one encounter are joined.

    Args:
        analysis: syntax; spans index into its clean text.
        actors: of the same document (the arguments do not depend on them).
    """
    return find_events(analysis)


def find_encounters(analysis: Analysis, actors: DocumentActors) -> tuple[EncounterMention, ...]:
    """The encounters that the document speaks of, in text order; () if there are none."""
    drafts = read_drafts(analysis, find_encounter_events(analysis, actors), actors)
    groups = merge_drafts(drafts)
    with_inherited(analysis, groups, actors)
    with_dateline(analysis, groups, actors)
    complete_parts(groups)
    extra = _attendance(analysis, groups, actors)
    talks = _talks(groups)
    if talks is not None:
        extra[talks] += _delegates(analysis, groups, actors)
    for number, sides in told_parties(analysis, groups, actors).items():
        if not any(person.role in SIDES for own in extra[number] for person in own.people):
            extra[number].append(sides)
    found = []
    for number, group in enumerate(groups):
        own = f"{analysis.document.id}:e{number + 1}"
        found.append(mention_of(analysis, own, group, tuple(extra[number])))
    return tuple(found)


def _main(groups: Sequence[Group]) -> int:
    """The encounter that the document speaks of most."""
    return max(range(len(groups)), key=lambda at: (len(groups[at].drafts) + len(groups[at].people), -at))


def _attendance(analysis: Analysis, groups: Sequence[Group], actors: DocumentActors) -> list[list[Attendance]]:
    extra: list[list[Attendance]] = [[] for _ in groups]
    by_sentence: dict[int, int] = {}
    for number, group in enumerate(groups):
        for draft in group.drafts:
            by_sentence.setdefault(draft.sentence, number)
    owners = _owners(analysis, groups)
    for sentence in range(len(analysis.sentences)):
        back = [by_sentence[at] for at in range(sentence, max(-1, sentence - REACH - 1), -1) if at in by_sentence]
        told = [at for at in back if not groups[at].ahead]
        near = next(iter(told or back), None)
        if near is None and groups:
            near = _main(groups)
        if near is not None:
            for own in find_attendance(analysis, sentence, actors):
                home = _home(analysis, own.token, groups, owners, near)
                if home is not None:
                    extra[home].append(own)
    return extra


def _owners(analysis: Analysis, groups: Sequence[Group]) -> dict[int, int]:
    """Trigger -> number of its group."""
    return {draft.event.trigger.token: number for number, group in enumerate(groups) for draft in group.drafts}


def _home(analysis: Analysis, token: int, groups: Sequence[Group], owners: dict[int, int], near: int) -> int | None:
    """The encounter that a word of attendance is about: the one it names, the talks for a delegation, else the nearest;
    None for a gathering that is no encounter ("a cabinet session chaired by X")."""
    named = named_beside(analysis, token)
    for at in named:
        if at in owners:
            return owners[at]
    told = _told_as(analysis, named, groups)
    if told is not None:
        return told
    if any(is_gathering(analysis, token, at) for at in named):
        return None
    vague = groups[near].place is None and not groups[near].dates
    talks = _talks(groups) if vague and of_delegation(analysis, token) else None
    return near if talks is None else talks


def _told_as(analysis: Analysis, named: Sequence[int], groups: Sequence[Group]) -> int | None:
    """The encounter told before under the very noun beside a word of attendance ("present during the conversation")."""
    words = {analysis.lemmas[at] for at in named if analysis.lemmas[at] in load_words().nouns}
    first = min(named, default=0)
    found = [
        (draft.event.trigger.token, number)
        for number, group in enumerate(groups) for draft in group.drafts
        if draft.event.trigger.lemma in words and draft.event.trigger.token < first
    ]  # fmt: skip
    return max(found)[1] if found else None


def _talks(groups: Sequence[Group]) -> int | None:
    """The talks that a document with delegations is about: the round told most of those held."""
    found = [at for at, group in enumerate(groups) if is_talks(group)]
    return max(found, key=lambda at: (len(groups[at].drafts), -at), default=None)


def _delegates(analysis: Analysis, groups: Sequence[Group], actors: DocumentActors) -> list[Attendance]:
    """Chief delegates and mediators, as participants of the talks; not from sentences on another encounter."""
    found = []
    elsewhere = {draft.sentence for group in groups if not is_talks(group) for draft in group.drafts}
    for sentence in range(len(analysis.sentences)):
        if sentence in elsewhere:
            continue
        for token, actor, span, role in find_delegates(analysis, sentence, actors):
            found.append(Attendance(token, (Participant(actor.id, (analysis.evidence(span),), role),)))
    return found
