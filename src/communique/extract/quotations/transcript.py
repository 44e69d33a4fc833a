"""Interviews and transcripts: lines that begin with the label of who speaks ("A: ...", "MS BRANDT: ...").

What stands after the label is the speaker's own words, although no marks are set.
"""

import re
from collections import Counter
from dataclasses import dataclass

from communique.extract.quotations.marks import Quoted
from communique.model import ActorKind, Analysis, DocumentActors, NameKind, Span, trimmed

LABEL = re.compile(r"^[ \t]*([A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,3})[ \t]*:[ \t]+(?=\S)", re.MULTILINE)
QUESTIONS = frozenset({"q", "question"})
ANSWERS = frozenset({"a", "answer"})
FEWEST_LINES = 3
INTERVIEW = re.compile(r"\binterview\w*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """One labelled line: the label, the words after it, and who speaks (local actor id; None if not known)."""

    label: Span
    words: Span
    speaker: str | None


def find_turns(analysis: Analysis, actors: DocumentActors) -> tuple[Turn, ...]:
    """The turns of a transcript or interview, in text order; () for any other text.

    A text counts as one if three lines are labelled and either two labels of question and answer occur, or two labels
    occur twice each. Questions are no turns: the paper's own questions are not reported speech.
    """
    text = analysis.text
    rows = [(match, match.group(1).casefold()) for match in LABEL.finditer(text)]
    count = Counter(label for _, label in rows)
    asked = bool(count.keys() & QUESTIONS and count.keys() & ANSWERS)
    talk = sum(number > 1 for number in count.values()) > 1
    if len(rows) < FEWEST_LINES or not (asked or talk):
        return ()
    begin = next((match.start() for match, label in rows if label in QUESTIONS), 0)
    interviewed = _interviewed(actors, text, begin) if asked else None
    found = []
    for match, label in rows:
        if label in QUESTIONS or (not asked and count[label] < 2) or (asked and label not in ANSWERS):
            continue
        line = text.find("\n", match.end())
        words = trimmed(text, match.end(), len(text) if line < 0 else line)
        if words is not None:
            place = Span(match.start(1), match.end(1))
            speaker = interviewed if asked else _named(actors, match.group(1), place)
            found.append(Turn(place, words, speaker))
    return tuple(found)


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


def _interviewed(actors: DocumentActors, text: str, first: int) -> str | None:
    """The person whom the lines before the first question name: the first one after the word "interview", else the one
    named most often; None where two are named as often."""
    intro = [(m, own) for own in actors.actors for m in own.mentions if m.evidence.span.end <= first]
    people = sorted(
        ((m.evidence.span, own) for m, own in intro if own.kind is ActorKind.PERSON and m.kind is NameKind.NAME),
        key=lambda row: row[0],
    )
    word = INTERVIEW.search(text, 0, first)
    after = next((own for span, own in people if word is not None and span.start > word.end()), None)
    if after is not None:
        return after.id
    count = Counter(own.id for _, own in people).most_common(2)
    if not count or (len(count) > 1 and count[0][1] == count[1][1]):
        return None
    return count[0][0]


def _named(actors: DocumentActors, label: str, place: Span) -> str | None:
    """The person of a name label: a mention there, or the one person with that family name."""
    found = actors.at(place)
    if found is not None:
        return found.id
    last = label.split()[-1].casefold()
    same = [own for own in actors.actors if own.kind is ActorKind.PERSON and own.name.split()[-1].casefold() == last]
    return same[0].id if len(same) == 1 else None
