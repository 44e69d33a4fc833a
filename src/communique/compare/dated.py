"""Facts that several documents put on one day, whether or not they are encounters: deadlines, exchanges, calls, starts.

A day counts where its words name day and month; what happened on it is in the sentence around, so that two sentences of
one day are about one thing where a name and another word of theirs agree.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.compare.stage import Stage, words_at
from communique.compare.stated import Relation, Stated, Subject, compare_stated
from communique.compare.within import sentences
from communique.lexicon.content_word import content_words, key_of
from communique.model import Finding, FindingKind, Record, Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<m{0}>(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
DAY = re.compile(
    rf"\b(?:{MONTH.format(1)} (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|[-–]\d)"
    rf"|(?<![-–\d])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH.format(2)}\b)"
)
CAPITAL = re.compile(r"(?<![.!?“\"] )\b[A-Z][\w'’-]{2,}")
MOST_A_DAY = 60
FEWEST_SHARED = 2
FEWEST_NAMELESS = 4
LABEL = 80


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of the year as one sentence gives it, with the names and content words of that sentence."""

    document: str
    day: tuple[int, int]
    span: Span
    line: Span
    names: frozenset[str]
    words: frozenset[str]


def compare_dated(record: Record, told: Iterable[Finding], stage: Stage) -> Iterator[Finding]:
    """Corroborated days of facts that no other finding tells.

    Args:
        told: findings so far; a day on which one of them rests is left to it.
    """
    known = {
        (words.document, words.span)
        for own in told
        if own.kind is not FindingKind.SINGLE_SOURCE
        and own.conflict_type != "superseded"
        and own.attribute.split("/")[0] in {"date", "due", "status"}
        for value in own.values
        for words in value.evidence
    }
    spans: dict[str, list[Span]] = defaultdict(list)
    for document, span in known:
        spans[document].append(span)
    days: dict[tuple[int, int], list[Dated]] = defaultdict(list)
    for own in _dated(record, stage):
        if len(days[own.day]) < MOST_A_DAY and not any(own.span.overlaps(span) for span in spans[own.document]):
            days[own.day].append(own)
    for day in sorted(days):
        for members in _about_one(days[day]):
            yield from _told(members, stage)


def _dated(record: Record, stage: Stage) -> Iterator[Dated]:
    """Days of the body in text order; the day of publication is left out: it dates the article."""
    for own in sorted(record.documents, key=lambda found: found.document.id):
        text, document = own.document.text, own.document.id
        published = stage.published.get(document, "")[5:10]
        for line in sentences(own):
            for found in DAY.finditer(text, line.start, line.end):
                month, number = found["m1"] or found["m2"], int(found["d1"] or found["d2"])
                day = (MONTHS.index(month[:3].lower()) + 1, number)
                if f"{day[0]:02d}-{day[1]:02d}" == published or not 1 <= number <= 31:
                    continue
                part = text[line.start : line.end]
                names = frozenset(key_of(word) for word in CAPITAL.findall(part) if word[:3].lower() not in MONTHS)
                words = frozenset(word for word in content_words(part) if not word[0].isdigit())
                yield Dated(document, day, Span(found.start(), found.end()), line, names, words)


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
    return (bool(named) and len(shared | named) >= FEWEST_SHARED) or len(shared) >= FEWEST_NAMELESS


def _told(members: Sequence[Dated], stage: Stage) -> Iterator[Finding]:
    first = members[0]
    around = " ".join(stage.texts[first.document][first.line.start : first.line.end].split())
    label = around[:LABEL] + ("…" if len(around) > LABEL else "")
    shown = f"--{first.day[0]:02d}-{first.day[1]:02d}"
    rows = [Stated(own.document, shown, own.day, own.day, (words_at(stage, own.document, own.span),)) for own in members]
    subject = Subject("other", None, label, "date", "date")
    yield from compare_stated(subject, rows, lambda one, two: Relation.SAME, stage.origin)
