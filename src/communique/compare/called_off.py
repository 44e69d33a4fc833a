"""Encounters kept apart of which one document reports what another one denies or calls off."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.compare.denial import DENY, denials
from communique.compare.encounter import FUTURE
from communique.compare.stage import Stage, sentence_around, words_at
from communique.compare.stated import Subject, make_finding
from communique.compare.values import plain
from communique.lexicon import calendar
from communique.lexicon.numeral import ordinal_value
from communique.model import (
    Encounter,
    EncounterKind,
    EncounterMention,
    EncounterStatus,
    Evidence,
    Finding,
    FindingKind,
    FindingValue,
    Span,
)

NUMBERED = re.compile(r"\b([a-z]+|\d+(?:st|nd|rd|th)) (?:round|session|meeting|summit|phase)\b", re.IGNORECASE)
OF_TALKS = frozenset({EncounterKind.ROUND, EncounterKind.MEETING, EncounterKind.CONSULTATION, EncounterKind.CONTACT})
MOST_ALIKE = 30
SAME_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Told:
    """One document's account of an encounter, with what it is recognised by elsewhere."""

    encounter: Encounter
    mention: EncounterMention
    words: Evidence
    keys: frozenset[tuple[str, str]]


def compare_called_off(encounters: Sequence[Encounter], stage: Stage) -> Iterator[Finding]:
    """A conflict of existence where one document denies an encounter that another one reports; superseded where a plan
    is called off in a later article.

    They are taken for one encounter only if kind and city, kind and number ("the third round"), or two people agree and
    the days, where both are given, can be the same. Encounters that are joined are compared elsewhere.
    """
    told = [_told(own, mention, stage) for own in sorted(encounters, key=lambda e: e.id) for mention in own.mentions]
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, own in enumerate(told):
        for key in own.keys:
            index[key].append(number)
    denied = [own for own in told if _is_denied(own, stage)]
    cancelled = [own for own in told if own.mention.status is EncounterStatus.CANCELLED and own not in denied]
    for own in denied:
        others = [other for other in _near(own, told, index) if other not in denied]
        yield from _finding(own, [o for o in others if o.mention.status is not EncounterStatus.DENIED], "existence", stage)
    for own in cancelled:
        near = _near(own, told, index)
        if not any(_is_told(found.encounter) for found in (own, *near)):
            plans = [found for found in near if found.mention.status in FUTURE and _is_later(own, found, stage)]
            yield from _finding(own, plans, "superseded", stage)


def _is_told(own: Encounter) -> bool:
    states = {mention.status for mention in own.mentions}
    return EncounterStatus.CANCELLED in states and bool(states & FUTURE)


def _told(encounter: Encounter, mention: EncounterMention, stage: Stage) -> Told:
    kind = "talks" if mention.kind in OF_TALKS else mention.kind.value
    keys: set[tuple[str, str]] = set()
    if mention.place is not None and mention.place.city:
        keys.add((kind, plain(mention.place.city)))
    text = stage.texts.get(mention.document, "")
    around = sentence_around(text, mention.trigger.span)
    first = NUMBERED.search(text[around.start : around.end].lower())
    number = ordinal_value(first[1]) if first is not None and kind == "talks" else None
    if number is not None and number > 1:
        keys.add((kind, f"#{number}"))
    people = {own.actor for own in mention.participants if own.present}
    keys |= {("person", own) for own in people if own not in stage.sides.values()}
    return Told(encounter, mention, mention.evidence[0] if mention.evidence else mention.trigger, frozenset(keys))


def _is_denied(own: Told, stage: Stage) -> bool:
    if own.mention.status is EncounterStatus.DENIED:
        return True
    return _denial(own, stage) is not None


def _denial(own: Told, stage: Stage) -> Span | None:
    """From the verb of denial to the end of the words that name the encounter, in one sentence."""
    text = stage.texts.get(own.mention.document, "")
    trigger = own.mention.trigger.span
    around = sentence_around(text, trigger)
    found = DENY.search(text[around.start : trigger.start])
    if found is None or own.mention.status is not EncounterStatus.HELD:
        return None
    return Span(around.start + found.start(), max(trigger.end, min(own.words.span.end, around.end)))


def _near(own: Told, told: Sequence[Told], index: dict[tuple[str, str], list[int]]) -> list[Told]:
    """Accounts of other encounters in other documents that can be the same one."""
    shared: dict[int, int] = defaultdict(int)
    for key in own.keys:
        for number in index[key][:MOST_ALIKE]:
            shared[number] += 1 if key[0] == "person" else SAME_PEOPLE
    documents = {mention.document for mention in own.encounter.mentions}
    return [
        told[number]
        for number in sorted(shared)
        if shared[number] >= SAME_PEOPLE and told[number].mention.document not in documents and _days_fit(own, told[number])
    ]


def _days_fit(one: Told, two: Told) -> bool:
    left, right = one.mention.date or one.encounter.date, two.mention.date or two.encounter.date
    if left is None or right is None or not calendar.is_known(left) or not calendar.is_known(right):
        return True
    return calendar.intersects(left, right)


def _is_later(own: Told, other: Told, stage: Stage) -> bool:
    one, two = (stage.published.get(found.mention.document, "") for found in (own, other))
    return bool(one and two and one > two)


def _finding(own: Told, others: Sequence[Told], kind: str, stage: Stage) -> Iterator[Finding]:
    if not others:
        return
    span = _denial(own, stage)
    shown = (words_at(stage, own.mention.document, span),) if span is not None else _status_words(own, stage)
    first = others[0].encounter
    label = first.label if first.label == own.encounter.label else f"{first.label} / {own.encounter.label}"
    subject = Subject("encounter", first.id, label, "status" if kind == "superseded" else "existence", kind)
    named = "denied" if kind == "existence" else own.mention.status.value
    evidence = tuple(dict.fromkeys(other.words for other in others))
    values = (FindingValue(others[0].mention.status.value, evidence), FindingValue(named, shown))
    yield make_finding(subject, FindingKind.CONFLICT, values, stage.origin)


def _status_words(own: Told, stage: Stage) -> tuple[Evidence, ...]:
    """The words that name it and those that call it off; where they are denied, with the verb of denial."""
    entry = next((e for e in reversed(own.mention.status_history) if e.evidence), None)
    words = dict.fromkeys((own.words, *(entry.evidence if entry is not None else ())))
    return (*words, *(found for found in denials(own.mention, stage) if found not in words))
