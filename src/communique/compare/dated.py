"""Facts that several documents put on one day, whether or not they are encounters: deadlines, exchanges, calls, starts.

What happened on a day is in the sentence around its words, so that two sentences of one day are about one thing where a name
and another word of theirs agree.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.compare.said_day import CALENDAR, days_named, looks_ahead
from communique.compare.stage import Stage, words_at
from communique.compare.stated import Relation, Stated, Subject, compare_stated
from communique.lexicon.content_word import content_words, key_of
from communique.model import Finding, FindingKind, Record, Span

CAPITAL = re.compile(r"(?<![.!?“\"] )\b[A-Z][\w'’-]{2,}")
MOST_A_DAY = 60
INTO_FORCE = re.compile(
    r"\b(?:(?:com|go)\w*|came|went|enter\w*) into (?:force|effect)\b|\b(?:takes?|took|taking) effect\b", re.IGNORECASE
)
FEWEST_SHARED, FEWEST_DUE = 2, 1
FEWEST_NAMELESS = 4
LABEL = 80


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of the year as one sentence gives it, with the names and content words of that sentence.

    `due`: the words before it look ahead; `starts`: the sentence tells when something comes into force.
    """

    document: str
    day: tuple[int, int]
    span: Span
    line: Span
    names: frozenset[str]
    words: frozenset[str]
    due: bool
    starts: bool


def compare_dated(record: Record, told: Iterable[Finding], stage: Stage) -> Iterator[Finding]:
    """Corroborated days of facts that no other finding tells.

    Args:
        told: findings so far; a day on which one of them rests is left to it.
    """
    known = [
        {(words.document, words.span) for value in own.values for words in value.evidence}
        for own in told
        if own.kind is not FindingKind.SINGLE_SOURCE and own.attribute in {"date", "due"}
    ]
    days: dict[tuple[int, int], list[Dated]] = defaultdict(list)
    for own in _dated(record, stage):
        if len(days[own.day]) < MOST_A_DAY:
            days[own.day].append(own)
    for day in sorted(days):
        for members in _about_one(days[day]):
            if not any(_covers(words, members) for words in known):
                yield from _told(members, stage)


def _covers(words: set[tuple[str, Span]], members: Sequence[Dated]) -> bool:
    """Whether a finding rests on the days of two documents of a group."""
    hit = {
        own.document for own in members for document, span in words if document == own.document and span.overlaps(own.span)
    }
    return len(hit) > 1


def _dated(record: Record, stage: Stage) -> Iterator[Dated]:
    """Days of the body in text order; the day of publication by its number is left out: it dates the article."""
    for own in sorted(record.documents, key=lambda found: found.document.id):
        text, document = own.document.text, own.document.id
        published = stage.published.get(document, "")
        for line in stage.sentences(document):
            for day, span in days_named(text, line, published):
                if f"{day[0]:02d}-{day[1]:02d}" == published[5:10] and any(map(str.isdigit, text[span.start : span.end])):
                    continue
                part = text[line.start : line.end]
                plain = CALENDAR.sub(" ", part)
                words = frozenset(word for word in content_words(plain) if not word[0].isdigit())
                names = words & {key_of(word) for word in CAPITAL.findall(plain)}
                due, starts = looks_ahead(text, line, span.start), INTO_FORCE.search(part) is not None
                yield Dated(document, day, span, line, names, words, due, starts)


def _about_one(rows: Sequence[Dated]) -> Iterator[list[Dated]]:
    homes: list[list[Dated]] = []
    for own in rows:
        home = next((home for home in homes if any(_same_fact(own, other) for other in home)), None)
        if home is None:
            homes.append([own])
        else:
            home.append(own)
    yield from (home for home in homes if len({own.document for own in home}) > 1)


def _same_fact(one: Dated, two: Dated) -> bool:
    shared = one.words & two.words
    named = one.names & two.names
    if (one.due and two.due and len(shared) >= FEWEST_DUE) or (one.starts and two.starts):
        return True
    return (bool(named) and len(shared | named) >= FEWEST_SHARED) or len(shared) >= FEWEST_NAMELESS


def _told(members: Sequence[Dated], stage: Stage) -> Iterator[Finding]:
    first = members[0]
    around = " ".join(stage.texts[first.document][first.line.start : first.line.end].split())
    label = around[:LABEL] + ("…" if len(around) > LABEL else "")
    shown = f"--{first.day[0]:02d}-{first.day[1]:02d}"
    rows = [Stated(own.document, shown, own.day, own.day, (words_at(stage, own.document, own.span),)) for own in members]
    subject = Subject("other", None, label, "date", "date")
    yield from compare_stated(subject, rows, lambda one, two: Relation.SAME, stage.origin)
