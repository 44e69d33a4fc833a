"""What one paper announces for a day and a later one says was put off, moved or dropped.

The plan need not be an encounter: exchanges, handovers, signings, votes and deadlines are put off too. A plan and what became
of it are taken for one thing where the noun of the event and enough around it agree.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.compare.counted import names_in
from communique.compare.stage import Stage, words_at
from communique.compare.stated import Subject, make_finding
from communique.lexicon.content_word import content_words
from communique.lexicon.numeral import ordinal_value
from communique.model import Finding, FindingKind, FindingValue, Record, Span

EVENT = re.compile(
    r"\b(?P<what>summit|talks|round|meeting|session|visit|trip|conference|exchange|swap|handover|release|reunion|signing|ceremony"
    r"|election|vote|referendum|withdrawal|pullback|ceasefire|truce|hearing|inspection|launch|transfer|return|delivery|plebiscite)s?\b",
    re.IGNORECASE,
)
ALIKE = {"swap": "exchange", "talk": "talks", "round": "talks", "meeting": "talks", "session": "talks", "trip": "visit"}
WHEN = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|tomorrow\b|next (?:week|month)\b)"
)
PUT_OFF = re.compile(
    r"(?<!not )(?<!never )\b(?:(?:has|have|had|was|were|been|is|are) (?:again |now |since |also |once more )?"
    r"(?:put off|put back|pushed back|postponed|deferred|delayed|rescheduled|brought forward|called off|cancelled|canceled|scrapped|shelved"
    rf"|moved (?:back |forward )?to (?=[^.;]{{0,40}}{WHEN}|[A-Z]))"
    rf"|(?:could not|cannot|can not|will not|would not|won['’]t|did not|didn['’]t) (?:now )?(?:take place|go ahead|be held))\b(?:[^.;!?\n]{{0,40}}?\b(?:to|until|till|for) [^.;,!?\n]{{0,14}}?{WHEN}(?: \d{{1,2}}\b)?)?"
)
UNSURE = re.compile(
    r"\b(?:if|unless|whether|may|might|could be|would be|should|threat\w*|risk|fear\w*|warn\w*|demand\w*|ask\w*)\b|\?",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|is to|are to|due|planned|plans?|scheduled|set for|pencilled|expected|slated|next|to be held|agreed?(?: [^.;]{0,40}?)? to|shall)\b",
    re.IGNORECASE,
)
TIMED = re.compile(rf"\b(?:{WHEN}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{WHEN})")
ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:it|they|this|that|these)\b[^,;]{0,20}$", re.IGNORECASE)
ANSWER = re.compile(r"[A-Z][\w’' .-]{0,30}: ")
FEWEST = 3
NEAR = 70
MOST_ALIKE, MOST_TOLD = 40, 4
LONGEST, LABEL = 300, 80


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence on an event: what kind, which one of a series, names and content words, and the words that matter."""

    document: str
    what: str
    number: int | None
    names: frozenset[str]
    words: frozenset[str]
    spans: tuple[Span, ...]


def compare_put_off(record: Record, stage: Stage) -> Iterator[Finding]:
    """One finding for each plan that another document, not older, says was put off, moved or dropped: superseded."""
    plans, later = _lines(record, stage)
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, own in enumerate(plans):
        for key in _keys(own):
            if len(index[key]) < MOST_ALIKE:
                index[key].append(number)
    homes: list[tuple[set[int], list[Line]]] = []
    by_plan: dict[int, int] = {}
    for own in later:
        near = {number for key in _keys(own) for number in index.get(key, ())}
        hits = {
            number
            for number in near
            if _is_one(plans[number], own) and _is_later(own.document, plans[number].document, stage)
        }
        if not hits:
            continue
        place = next((by_plan[number] for number in sorted(hits) if number in by_plan), len(homes))
        if place == len(homes):
            homes.append((set(), []))
        homes[place][0].update(hits)
        homes[place][1].append(own)
        for number in hits:
            by_plan.setdefault(number, place)
    for numbers, told in homes:
        yield _finding([plans[number] for number in sorted(numbers)], told, stage)


def with_put_off(found: Sequence[Finding], put_off: Sequence[Finding], stage: Stage) -> list[Finding]:
    """The findings with those of `put_off`; where one of them tells of an encounter whose status was superseded, the words
    of both are one finding."""
    kept, used = [], set()
    for own in found:
        number = next((place for place, other in enumerate(put_off) if _is_told(own, other)), None)
        if number is None:
            kept.append(own)
            continue
        used.add(number)
        kept.append(_joined(own, put_off[number], stage))
    return kept + [own for place, own in enumerate(put_off) if place not in used]


def _is_told(own: Finding, other: Finding) -> bool:
    """Whether a superseded status rests on the words of the same plan, called off in the same document."""
    if own.kind is not FindingKind.CONFLICT or own.conflict_type != "superseded" or own.attribute != "status":
        return False
    words = [words for value in own.values for words in value.evidence]
    plan, after = other.values
    on_plan = any(one.document == two.document and one.span.overlaps(two.span) for one in words for two in plan.evidence)
    return on_plan and bool({one.document for one in words} & {two.document for two in after.evidence})


def _joined(own: Finding, other: Finding, stage: Stage) -> Finding:
    values = list(own.values)
    called = next((place for place, value in enumerate(values) if value.value == "cancelled"), len(values) - 1)
    extra = tuple(words for words in other.values[1].evidence if words not in values[called].evidence)
    values[called] = FindingValue(values[called].value, values[called].evidence + extra)
    subject = Subject(own.subject_type, own.subject, own.label, own.attribute, own.conflict_type)
    return make_finding(subject, own.kind, tuple(values), stage.origin)


def _lines(record: Record, stage: Stage) -> tuple[list[Line], list[Line]]:
    plans: list[Line] = []
    later: list[Line] = []
    for own in sorted(record.documents, key=lambda found: found.document.id):
        text, lines = own.document.text, stage.sentences(own.document.id)
        for number, line in enumerate(lines):
            found = PUT_OFF.search(text, line.start, line.end)
            if found is not None:
                if not UNSURE.search(text[line.start : found.start()]) and text[line.end - 1] != "?":
                    before = lines[number - 1] if number else None
                    later.extend(_dropped(own.document.id, text, (before, line), found))
            elif text[line.end - 1] != "?":
                plans.extend(_planned(own.document.id, text, line))
    return plans, later


def _planned(document: str, text: str, line: Span) -> Iterator[Line]:
    """An event with a word of what is to be and a day or month near it."""
    for event in EVENT.finditer(text, line.start, line.end):
        start, end = max(line.start, event.start() - NEAR), min(line.end, event.end() + NEAR)
        if AHEAD.search(text, start, end) and TIMED.search(text, start, end):
            yield _line(document, text, event, (_cut(line),))
            return


def _dropped(document: str, text: str, lines: tuple[Span | None, Span], found: re.Match[str]) -> Iterator[Line]:
    """The event that stands before the verb; for "it" the one of the sentence before."""
    before, line = lines
    events = list(EVENT.finditer(text, line.start, found.start()))
    if events:
        yield _line(document, text, events[-1], (Span(line.start, found.end()),))
    elif before is not None and PRONOUN.search(text[line.start : found.start()]):
        if "\n" in text[before.end : line.start] and not ANSWER.match(text, line.start):
            return
        event = EVENT.search(text, before.start, before.end)
        if event is not None:
            yield _line(document, text, event, (_cut(before), Span(line.start, found.end())))


def _line(document: str, text: str, event: re.Match[str], spans: tuple[Span, ...]) -> Line:
    part = " ".join(text[own.start : own.end] for own in spans)
    what = event["what"].lower()
    number = ORDINAL.search(part)
    words = frozenset(word for word in content_words(part) if not word[0].isdigit())
    return Line(
        document, ALIKE.get(what, what), ordinal_value(number[1].lower()) if number else None, names_in(part), words, spans
    )


def _cut(line: Span) -> Span:
    return Span(line.start, min(line.end, line.start + LONGEST))


def _keys(own: Line) -> set[tuple[str, str]]:
    keys = {(own.what, word) for word in own.words | own.names}
    return keys | ({(own.what, f"#{own.number}")} if own.number is not None else set())


def _is_one(plan: Line, after: Line) -> bool:
    """One kind of event, no other number of a series, and the number, a name and a word, or three words in common."""
    if plan.document == after.document or plan.what != after.what:
        return False
    if plan.number is not None and after.number is not None:
        return plan.number == after.number and bool((plan.names & after.names) | (plan.words & after.words))
    names, words = plan.names & after.names, plan.words & after.words
    return (bool(names) and len(words | names) >= FEWEST - 1) or len(words) >= FEWEST


def _is_later(after: str, plan: str, stage: Stage) -> bool:
    one, two = stage.published.get(after), stage.published.get(plan)
    return stage.origin.get(after) != stage.origin.get(plan) and (one is None or two is None or one > two)


def _finding(plans: Iterable[Line], told: Sequence[Line], stage: Stage) -> Finding:
    values = tuple(_value(rows, stage) for rows in (tuple(plans), tuple(told)))
    subject = Subject("other", None, values[0].value, "status", "superseded")
    return make_finding(subject, FindingKind.CONFLICT, values, stage.origin)


def _value(rows: Sequence[Line], stage: Stage) -> FindingValue:
    """The words of at most four sentences, one of each document first."""
    seen: Counter[str] = Counter()
    ranked = []
    for own in rows:
        ranked.append((seen[own.document], own.document, own))
        seen[own.document] += 1
    best = [own for _, _, own in sorted(ranked, key=lambda row: row[:2])][:MOST_TOLD]
    words = tuple(words_at(stage, own.document, span) for own in best for span in own.spans)
    shown = " ".join(words[0].quote.split())
    return FindingValue(shown[:LABEL] + ("…" if len(shown) > LABEL else ""), words)
