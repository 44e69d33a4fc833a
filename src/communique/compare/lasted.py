"""How long a session or call took, where the record keeps the accounts of it apart.

Papers give a length without saying again who met, where and when: the persons and the city named around it, and "first" or
"last", tell which gathering is meant. Where a document gives two lengths of what would be one gathering, nothing is told.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.compare.counted import names_in
from communique.compare.stage import Stage
from communique.compare.stated import Stated, Subject, compare_stated
from communique.compare.values import relate_durations
from communique.lexicon import calendar
from communique.model import ActorKind, DateValue, Duration, Figure, Finding, FindingKind, NameKind, Record, Span

CALL = r"calls?|called|phoned|telephoned|telephone|phone|conversation|spoke"
SAT = r"sessions?|meetings?|met|sat|talks|talked|rounds?|consultations?|discussions?|negotiat\w+|audience|summit|encounter"
BEFORE = re.compile(
    rf"\b(?:(?P<call>{CALL})|(?P<sat>{SAT}|lasted|lasting|went on|dragged on|took|ran))\b"
    r"(?: [\w’'.-]+){0,6}? ?(?:for|of|after|in)?(?: (?:a total of|just|only|about|some|around|nearly|almost|over|more than|well over))? ?$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"^[- ]?(?:long )?(?P<call>(?:phone |telephone )?(?:call|conversation))\b|^[- ](?:long )?(?P<sat>meeting|session|talks|audience)\b"
)
KIND = re.compile(rf"\b(?:(?P<call>{CALL})|(?P<sat>{SAT}))\b", re.IGNORECASE)
ELSE = re.compile(
    r"^\s+(?:after|before|ago|earlier|later|late|from now|since|previously|less|more|longer|shorter)\b", re.IGNORECASE
)
HOW_LATE = re.compile(
    r"\b(?:after|every|within|in|by|until|at least|next|last|past|lasts?|wait\w*|delay\w*|late) $", re.IGNORECASE
)
MARK = re.compile(
    r"\b(?:(?P<last>last|final|closing|concluding)|(?P<first>first|opening)|(?P<second>second)|(?P<third>third))"
    r" (?:\w+ )?(?:night|day|session|meeting|round|call|sitting|plenary)\b",
    re.IGNORECASE,
)
BACK, AHEAD = 1, 1
NEAR = 90
PEOPLE = 2
MOST_ALIKE = 30
MOST_MINUTES = 24 * 60.0


@dataclass(frozen=True, slots=True)
class Lasted:
    """A length of a gathering with the persons of its sentence, those around it, and other names."""

    figure: Figure
    kind: str
    mark: str
    own: frozenset[str]
    people: frozenset[str]
    names: frozenset[str]
    day: DateValue | None
    encounter: str | None


def compare_lasted(record: Record, told: Iterable[Finding], stage: Stage) -> Iterator[Finding]:
    """Findings about lengths that no finding of an encounter compares.

    Args:
        told: findings so far; a group of which one of them compares two documents already is left out.
    """
    known = [own for own in told if own.attribute == "duration" and own.kind is not FindingKind.SINGLE_SOURCE]
    for members in _groups(_all(record, stage)):
        rows = [_stated(own) for own in members]
        words = {(own.figure.document, own.figure.evidence[0].span) for own in members}
        if any(_compared(own, words) for own in known):
            continue
        encounter = next((own.encounter for own in members if own.encounter is not None), None)
        label = " ".join(members[0].figure.evidence[0].quote.split())
        subject = Subject("encounter" if encounter else "other", encounter, label, "duration", "figure")
        yield from compare_stated(subject, rows, relate_durations, stage.origin)


def _compared(own: Finding, words: set[tuple[str, Span]]) -> bool:
    """Whether a finding rests on these words in two documents."""
    spans = {(one.document, one.span) for value in own.values for one in value.evidence}
    hit = {document for document, span in words for other, place in spans if document == other and span.overlaps(place)}
    return len(hit) > 1


def _stated(own: Lasted) -> Stated[Duration]:
    value, how = own.figure.value or 0.0, own.figure.comparator
    low = None if how in ("<", "<=") else value * (0.9 if how == "~" else 1.0)
    high = None if how in (">", ">=") else value * (1.1 if how == "~" else 1.0)
    shown = " ".join(own.figure.evidence[0].quote.split())
    return Stated(own.figure.document, shown, (low, high), Duration(low, high, own.figure.evidence), own.figure.evidence)


def _all(record: Record, stage: Stage) -> Iterator[Lasted]:
    people = _people(record)
    days = _encounters(record)
    figures: dict[str, list[Figure]] = defaultdict(list)
    for own in record.figures:
        if own.unit == "minutes" and own.value and own.value <= MOST_MINUTES and own.evidence:
            figures[own.document].append(own)
    for document in sorted(record.documents, key=lambda own: own.document.id):
        key = document.document.id
        if key not in figures:
            continue
        lines, text = stage.sentences(key), document.document.text
        starts = [line.start for line in lines]
        for figure in sorted(figures[key], key=lambda own: own.evidence[0].span):
            span = figure.evidence[0].span
            place = bisect_right(starts, span.start) - 1
            kind = _kind(text, lines, place, span) if place >= 0 else None
            if kind is None:
                continue
            around = Span(lines[max(0, place - BACK)].start, lines[min(len(lines) - 1, place + AHEAD)].end)
            near = lines[place].start - NEAR, lines[place].end
            mark = MARK.search(text, lines[place].start, lines[place].end)
            own_days = [(day, own) for own_span, day, own in days.get(key, ()) if lines[place].overlaps(own_span)]
            day = next((day for day, _ in own_days if day is not None), None)
            encounter = next((own for _, own in own_days), None)
            there = [(at, actor) for at, actor in people.get(key, ()) if around.start <= at < around.end]
            who = frozenset(actor for _, actor in there)
            named_here = frozenset(actor for at, actor in there if lines[place].start <= at < lines[place].end)
            named = names_in(text[max(0, near[0]) : near[1]])
            yield Lasted(figure, kind, mark.lastgroup or "" if mark else "", named_here, who, named, day, encounter)


def _kind(text: str, lines: Sequence[Span], place: int, span: Span) -> str | None:
    """ "call" or "sitting" where the length is that of one; the sentence before tells what "It lasted" is about."""
    line = lines[place]
    before, after = text[max(line.start, span.start - NEAR) : span.start], text[span.end : line.end]
    if ELSE.match(after) or HOW_LATE.search(before):
        return None
    found = AFTER.match(after) or BEFORE.search(before)
    if found is None:
        return None
    if found["call"]:
        return "call"
    own = KIND.search(text, line.start, line.end)
    if own is None and place and "\n" not in text[lines[place - 1].end : line.start]:
        own = KIND.search(text, lines[place - 1].start, lines[place - 1].end)
    return None if own is None else "call" if own["call"] else "sitting"


def _people(record: Record) -> dict[str, list[tuple[int, str]]]:
    """Document -> where which person of the record is named."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for actor in record.actors:
        if actor.kind is ActorKind.PERSON:
            for own in actor.mentions:
                if own.kind is NameKind.NAME:
                    found[own.evidence.document].append((own.evidence.span.start, actor.id))
    return found


def _encounters(record: Record) -> dict[str, list[tuple[Span, DateValue | None, str]]]:
    found: dict[str, list[tuple[Span, DateValue | None, str]]] = defaultdict(list)
    for encounter in record.encounters:
        for mention in encounter.mentions:
            for words in (mention.trigger, *mention.evidence):
                found[mention.document].append((words.span, mention.date or encounter.date, encounter.id))
    return found


def _groups(rows: Iterable[Lasted]) -> Iterator[list[Lasted]]:
    """Lengths of what seems one gathering in at least two documents, one length for each."""
    homes: list[list[Lasted]] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for own in rows:
        keys = sorted({(own.kind, word) for word in own.people | own.names})
        near = sorted({number for key in keys for number in index[key]})
        home = next((number for number in near if any(_one_gathering(own, other) for other in homes[number])), None)
        if home is None:
            home = len(homes)
            homes.append([])
        homes[home].append(own)
        for key in keys:
            if len(index[key]) < MOST_ALIKE and home not in index[key]:
                index[key].append(home)
    for members in homes:
        documents = [own.figure.document for own in members]
        if len(set(documents)) > 1 and len(set(documents)) == len(documents):
            yield members


def _one_gathering(one: Lasted, two: Lasted) -> bool:
    """A call: a person of the sentence in common, two where both name two. A sitting: two persons around it, or one, or
    another name, and which session it was."""
    if one.kind != two.kind or not _days_fit(one.day, two.day):
        return False
    if one.kind == "call":
        return len(one.own & two.own) >= max(1, min(PEOPLE, len(one.own), len(two.own)))
    if one.mark != two.mark:
        return False
    return len(one.people & two.people) >= PEOPLE or (
        bool(one.mark) and bool((one.people & two.people) | (one.names & two.names))
    )


def _days_fit(one: DateValue | None, two: DateValue | None) -> bool:
    if one is None or two is None or not calendar.is_known(one) or not calendar.is_known(two):
        return True
    return calendar.intersects(one, two)
