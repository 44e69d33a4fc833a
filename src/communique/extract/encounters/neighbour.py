"""What the drafts of one text owe to each other: whose a date or a place is, "there", sidelines, sessions of talks."""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.encounters.draft import Draft
from communique.extract.encounters.session import is_session
from communique.extract.encounters.status import AHEAD
from communique.model import Analysis, EncounterKind


def parts_of_talks(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """Sessions told apart are parts, where the text tells of a round of talks."""
    told = any(draft.kind is EncounterKind.ROUND and draft.reading.status not in AHEAD for draft in drafts)
    return [
        replace(draft, part=True, definite=False)
        if told and draft.event.trigger.noun and is_session(analysis, draft.event.trigger.token) else draft
        for draft in drafts
    ]  # fmt: skip


def there_again(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """ "He will meet her there": at the place, and on the day ahead, of the encounter told just before."""
    found: list[Draft] = []
    for draft in drafts:
        words = {analysis.word(own).lower() for own in analysis.children(draft.event.trigger.token)}
        near = [own for own in found if own.place is not None and 0 <= draft.sentence - own.sentence <= 2]
        if draft.place is None and "there" in words and not draft.event.trigger.noun and near:
            ahead = draft.reading.status in AHEAD and near[-1].reading.status in AHEAD
            date = draft.date or (near[-1].date if ahead else None)
            draft = replace(draft, place=near[-1].place, date=date)
        found.append(draft)
    return found


def beside_another(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """ "met on the sidelines of the summit in Lima": the summit only says where and when."""
    found, told = [], {draft.sentence for draft in drafts if not _is_margin(analysis, draft)}
    for draft in drafts:
        if _is_margin(analysis, draft) and draft.sentence in told:
            continue
        beside = [own for own in drafts if own.sentence == draft.sentence and _is_margin(analysis, own)]
        for own in beside:
            draft = replace(draft, place=draft.place or own.place, date=draft.date or own.date)
        found.append(draft)
    return found


def _is_margin(analysis: Analysis, draft: Draft) -> bool:
    head = analysis.heads[draft.event.trigger.token]
    return analysis.lemmas[head] == "of" and analysis.lemmas[analysis.heads[head]] in {"margin", "sideline", "fringe"}


def nearest_date(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """A date that several drafts of a sentence claim belongs to the one that stands nearest, unless they are one."""
    found = list(drafts)
    for number, draft in enumerate(found):
        for other in drafts:
            if other is draft or other.sentence != draft.sentence or _distance(draft) <= _distance(other):
                continue
            if draft.date is not None and other.date is not None and draft.date.evidence == other.date.evidence:
                found[number] = replace(found[number], date=None)
    return found


def nearest_place(drafts: Sequence[Draft]) -> list[Draft]:
    """A place that two drafts of a sentence claim, both before it, belongs to the later one ("a call, agreeing to meet in
    Lima"); a clause of its own between them is what tells it from one event told twice."""
    found = list(drafts)
    for number, draft in enumerate(drafts):
        for other in drafts[number + 1 :]:
            if other.sentence != draft.sentence or draft.place is None or other.place is None:
                continue
            between = draft.event.trigger.span.end <= other.event.trigger.span.start < other.place.evidence[0].span.start
            apart = draft.reading.status is not other.reading.status or draft.kind is EncounterKind.CALL
            if between and apart and draft.place.evidence == other.place.evidence:
                found[number] = replace(found[number], place=None)
    return found


def own_context(drafts: Sequence[Draft]) -> list[Draft]:
    """The day of a sentence that another draft of it claims as its date keeps nothing else apart."""
    claimed = {(draft.sentence, draft.date.evidence) for draft in drafts if draft.date is not None}
    return [
        replace(draft, context=None)
        if draft.date is None and draft.context is not None and (draft.sentence, draft.context.evidence) in claimed
        else draft
        for draft in drafts
    ]


def _distance(draft: Draft) -> int:
    """Characters between the trigger and the date words; 0 without either."""
    if draft.date is None or not draft.date.evidence:
        return 0
    words, trigger = draft.date.evidence[0].span, draft.event.trigger.span
    return max(words.start - trigger.end, trigger.start - words.end, 0)
