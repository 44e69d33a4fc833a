"""Encounters put off to another day or place: "the summit has been postponed to 14 March and moved to Lima".

What was planned is called off; what takes its place is a plan of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract.encounters.date import hangs_on, times_in_sentence
from communique.extract.encounters.draft import Draft
from communique.extract.encounters.phrase import SUBJECTS, child, conjuncts, prepositions
from communique.extract.encounters.place import named_place
from communique.extract.encounters.reading import Reading
from communique.extract.encounters.trigger import Trigger
from communique.model import Analysis, DateValue, EncounterStatus, Place, Span, TimeKind

MOVING = frozenset({"postpone", "move", "reschedule", "shift", "delay", "relocate", "transfer", "push", "put", "bring"})
MAIN = frozenset({"ROOT", "ccomp", "conj", "advcl", "parataxis"})
GOALS = frozenset({"to", "until", "till"})


def with_moved(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each that is moved to a day or place called off, with the plan that takes its place behind it."""
    found: list[Draft] = []
    for draft in drafts:
        verbs = list(_moves(analysis, draft))
        day = next((date for verb in verbs if (date := _new_day(analysis, verb)) is not None), None)
        place = next((own for verb in verbs if (own := _new_place(analysis, verb)) is not None), None)
        if day is None and place is None:
            found.append(draft)
            continue
        old_day = None if day is not None and draft.date is not None and draft.date.evidence == day.evidence else draft.date
        old_place = None if place is not None and draft.place is not None and draft.place.city == place.city else draft.place
        called_off = Reading(EncounterStatus.CANCELLED, verbs[0], detail=analysis.word(verbs[0]).lower())
        found.append(replace(draft, reading=called_off, date=old_day, place=old_place, context=None, former=True))
        found.append(_plan(analysis, draft, verbs, (day, place)))
    return found


def _moves(analysis: Analysis, draft: Draft) -> Iterator[int]:
    """The verbs of moving of which the encounter is the passive subject or the object, in text order."""
    token = draft.event.trigger.token
    if not draft.event.trigger.noun or draft.tied:
        return
    for at in (token, *analysis.ancestors(token)):
        verb = analysis.heads[at]
        if analysis.deps[at] not in {"nsubjpass", "dobj"} or analysis.deps[verb] not in MAIN:
            continue
        negated = child(analysis, verb, "neg") is not None
        passive = analysis.deps[at] == "nsubjpass"
        for own in conjuncts(analysis, verb):
            joined = own == verb or child(analysis, own, *SUBJECTS) is None
            if analysis.lemmas[own] in MOVING and joined and not negated and (passive or analysis.tags[own] == "VBD"):
                yield own
        return


def _goals(analysis: Analysis, verb: int) -> list[int]:
    """Objects of "to" and "until" below the verb and its adverbs ("pushed back to"), coordinated ones too."""
    below = [verb, *(own for own in analysis.children(verb) if analysis.deps[own] in {"advmod", "prt"})]
    direct = [goal for at in below for name, goal in prepositions(analysis, at) if name in GOALS]
    preps = [own for at in below for own in analysis.children(at) if analysis.lemmas[own] in GOALS]
    more = [child(analysis, own, "pobj") for prep in preps for own in conjuncts(analysis, prep) if own != prep]
    return [*(at for goal in direct for at in conjuncts(analysis, goal)), *(at for at in more if at is not None)]


def _new_day(analysis: Analysis, verb: int) -> DateValue | None:
    goals = set(_goals(analysis, verb))
    for time in times_in_sentence(analysis, verb):
        named = goals & set(analysis.tokens_in(time.span)) or hangs_on(analysis, time, goals)
        if time.kind is TimeKind.DATE and time.date is not None and named:
            until = time.date.start == ".." and time.date.end is not None
            return replace(time.date, start=time.date.end, end=None) if until else time.date
    return None


def _new_place(analysis: Analysis, verb: int) -> Place | None:
    for goal in _goals(analysis, verb):
        if analysis.pos[goal] == "PROPN":
            place = named_place(analysis, goal, analysis.span(goal, goal + 1))
            if place is not None and place.city:
                return place
    return None


def _plan(analysis: Analysis, draft: Draft, verbs: list[int], new: tuple[DateValue | None, Place | None]) -> Draft:
    day, place = new
    verb = verbs[0]
    ends = [analysis.ends[verb], *(own.span.end for own in (day.evidence if day is not None else ()))]
    ends += [own.span.end for own in (place.evidence if place is not None else ())]
    trigger = Trigger(verb, analysis.span(verb, verb + 1), draft.event.trigger.lemma, True, draft.event.trigger.confidence)
    return replace(
        draft,
        event=replace(draft.event, trigger=trigger, arguments=()),
        reading=Reading(EncounterStatus.PLANNED, verb),
        span=Span(analysis.starts[verb], max(ends)),
        date=day,
        place=place,
        definite=False,
        fresh=True,
        heading=False,
    )
