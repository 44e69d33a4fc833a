"""Interviews and transcripts: lines that begin with the label of who speaks ("A: ...", "MS BRANDT: ...").

What stands after the label is the speaker's own words, although no marks are set.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from communique.extract.quotations.interview import ASKING, HEAD_LINES, Turn, interviewed
from communique.extract.quotations.marks import Quoted
from communique.lexicon.office import office_head
from communique.model import ActorKind, Analysis, DocumentActors, Span, trimmed

WORD = r"[A-Z][\w'’-]*\.?"
LABEL = re.compile(
    rf"^[ \t]*(?:The[ ])?({WORD}(?:[ ](?:{WORD}|of|the|for|and|de|van|von|der|al|bin|el)){{0,7}}?)"
    r"((?:[ ]?\([^()\n]{1,60}\)){0,2})[ \t]*:[ \t]+(?=\S)",
    re.MULTILINE,
)
LETTER = re.compile(r"^[ \t]*([QA])(\.)[ \t]+(?=\S)", re.MULTILINE)
COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Madam|Hon|Prof|Professor|Rep|Sen)\b\.?\s*", re.IGNORECASE)
QUESTIONS = frozenset({"q", "question"})
ANSWERS = frozenset({"a", "answer"})
ASKERS = frozenset(
    {"anchor", "correspondent", "host", "interviewer", "journalist", "moderator", "newsreader", "presenter", "reporter"}
)
MOSTLY, HARDLY = 0.5, 0.2
FEWEST_LINES = 3
CAPITALS = re.compile(r"\b[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}\b")
SENTENCE_END = (".", "?", "!", "…", '"', "”", "’", "'", ")", ";", ",", ":")


@dataclass(frozen=True, slots=True)
class _Line:
    """A labelled line: place of the label's name, of what stands in brackets after it, and where the words begin."""

    name: Span
    bracket: Span | None
    words: int
    key: str


def find_turns(analysis: Analysis, actors: DocumentActors) -> tuple[Turn, ...]:
    """The turns of a transcript or interview, in text order; () for any other text.

    A text counts as one if three lines are labelled and either two labels of question and answer occur, or two labels
    occur twice each, or one does and another looks like a speaker. Questions under their own label are no turns, those
    of an outlet or its interviewer are turns that ask: the paper's own questions are not reported speech. A turn runs on over unlabelled lines if another label follows them.
    """
    text = analysis.text
    rows = _lines(text)
    count = Counter(row.key for row in rows)
    asked = bool(count.keys() & QUESTIONS and count.keys() & ANSWERS)
    if len(rows) < FEWEST_LINES or not (asked or _is_talk(text, rows, count)):
        return ()
    first = next((row.name.start for row in rows if row.key in QUESTIONS), rows[0].name.start)
    answering = interviewed(actors, text, first) if asked else None
    known = {} if asked else _introduced(actors, rows)
    askers = frozenset() if asked else _askers(analysis, rows)
    found = []
    for number, row in enumerate(rows):
        if row.key in QUESTIONS or (asked and row.key not in ANSWERS):
            continue
        if not asked and count[row.key] < 2 and not _is_speaker(text, row):
            continue
        following = rows[number + 1].name.start if number + 1 < len(rows) else None
        words = trimmed(text, row.words, _end(text, row.words, following))
        if words is not None:
            speaker = answering if asked else known.get(row.key) or _named(actors, row, text)
            found.append(Turn(row.name, words, speaker, not asked, row.key in askers))
    return tuple(found)


def _lines(text: str) -> tuple[_Line, ...]:
    found = []
    for match in [*LABEL.finditer(text), *LETTER.finditer(text)]:
        name = Span(match.start(1), match.end(1))
        outer = match.group(2)
        bracket = Span(match.start(2), match.end(2)) if outer.strip().startswith("(") else None
        found.append(_Line(name, bracket, match.end(), COURTESY.sub("", match.group(1)).rstrip(".").casefold()))
    return tuple(_by_family_name(sorted(found, key=lambda row: row.name)))


def _by_family_name(rows: Sequence[_Line]) -> list[_Line]:
    """The lines with the full name of a first label under the family name that later ones give alone."""
    keys = {row.key for row in rows}
    last = [row.key.rsplit(" ", 1)[-1] for row in rows]
    return [replace(row, key=own) if own in keys else row for row, own in zip(rows, last, strict=True)]


def _is_talk(text: str, rows: Sequence[_Line], count: Mapping[str, int]) -> bool:
    """Whether the labels are those of people who talk in turn."""
    again = sum(number > 1 for number in count.values())
    return again > 1 or (again == 1 and sum(_is_speaker(text, row) for row in rows) > 1)


def _is_speaker(text: str, row: _Line) -> bool:
    """Whether a label that occurs once reads as a speaker: a courtesy title, a name in capitals, an office."""
    name = text[row.name.start : row.name.end]
    if row.key in QUESTIONS | ANSWERS or COURTESY.match(name) is not None:
        return True
    if row.bracket is not None and CAPITALS.search(name) is not None:
        return True
    return any(office_head(word.lower()) is not None for word in name.split())


def _askers(analysis: Analysis, rows: Sequence[_Line]) -> frozenset[str]:
    """The labels under which the outlet asks: its name, that of a part in the studio, or, in an interview, the one whose
    lines are mostly questions where the others ask next to none."""
    text, outlet = analysis.document.text, analysis.document.outlet
    lines = [line.strip().casefold() for line in text.split("\n", HEAD_LINES)[:HEAD_LINES]]
    names = {outlet.name.casefold()} if outlet is not None else set()
    names |= {re.split(r"\s+[—–|-]\s+", line)[0] for line in lines[:1]}
    keys = {row.key for row in rows}
    found = {key for key in keys if key in ASKERS or key.removeprefix("the ") in {own.removeprefix("the ") for own in names}}
    if found or ASKING.search("\n".join(lines)) is None:
        return frozenset(found)
    questions = Counter(row.key for row in rows if _is_question(text, row))
    total = Counter(row.key for row in rows)
    most = max(keys, key=lambda key: (questions[key], key))
    others = len(rows) - total[most]
    asks = total[most] > 1 and questions[most] >= MOSTLY * total[most]
    return frozenset({most} if asks and sum(questions.values()) - questions[most] <= HARDLY * others else ())


def _is_question(text: str, row: _Line) -> bool:
    """Whether the labelled line ends with a question mark."""
    line = text.find("\n", row.words)
    return text[row.words : len(text) if line < 0 else line].rstrip("\"”' ").endswith("?")


def _end(text: str, begin: int, following: int | None) -> int:
    """Where a turn ends: at its line's end, or after the last full paragraph before the next label."""
    line = text.find("\n", begin)
    at = len(text) if line < 0 else line
    while following is not None and at < following:
        line = text.find("\n", at + 1)
        stop = len(text) if line < 0 else line
        part = text[at:stop].strip()
        if stop > following or (part and (not part.endswith(SENTENCE_END) or not part[0].isalnum())):
            break
        at = stop
    return at


def as_quoted(turns: tuple[Turn, ...], quoted: tuple[Quoted, ...]) -> tuple[Quoted, ...]:
    """Quoted stretches with those inside a turn replaced by the turn itself, in text order."""
    spans = [turn.words for turn in turns]
    own = [Quoted(span, span, True, -1) for span in spans]
    kept = []
    at = 0
    for stretch in quoted:
        while at < len(spans) and spans[at].end <= stretch.outer.start:
            at += 1
        if at == len(spans) or not spans[at].overlaps(stretch.outer):
            kept.append(stretch)
    return tuple(sorted((*kept, *own), key=lambda stretch: stretch.span))


def _introduced(actors: DocumentActors, rows: Sequence[_Line]) -> dict[str, str]:
    """Whom the brackets after a label name: "The MINISTER OF TRADE (Ada Brandt):" speaks for all lines so labelled."""
    found: dict[str, str] = {}
    for row in rows:
        if row.bracket is None or row.key in found:
            continue
        inside = next((own for _, own in actors.within(row.bracket) if own.kind is ActorKind.PERSON), None)
        if inside is not None:
            found[row.key] = inside.id
    return found


def _named(actors: DocumentActors, row: _Line, text: str) -> str | None:
    """The person of a name label: a mention there, or the one person with that family name."""
    inside = [own for _, own in actors.within(row.name) if own.kind is ActorKind.PERSON]
    found = inside[0] if inside else actors.at(row.name)
    if found is not None:
        return found.id
    last = row.key.split()[-1] if row.key else ""
    same = [own for own in actors.actors if own.kind is ActorKind.PERSON and own.name.split()[-1].casefold() == last]
    return same[0].id if len(same) == 1 else None
