"""Who answers in an interview: from the lines that introduce it, and the paragraphs in quotation marks that answer."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.extract.quotations.marks import Quoted
from communique.model import ActorKind, DocumentActors, LocalActor, NameKind, Span

INTERVIEW = re.compile(
    r"\b(?:interview\w*|conversation|questions\s+and\s+answers|Q\s?&\s?A|briefing|transcript|excerpts?)\b", re.IGNORECASE
)
ASKING = re.compile(r"\b(?:interview|conversation|questions\s+and\s+answers|Q\s?&\s?A)\b", re.IGNORECASE)
FEWEST_ANSWERS = 3
HEAD_LINES = 8
SENTENCE_MARKS = ".?!…"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next one: the label (None if the text sets none), the words, and who speaks (local
    actor id or None). `named` tells whether the label itself names the speaker ("MS BRANDT", not "A"), `asks` whether it is
    the one who asks for the outlet, whose words are no reported speech."""

    label: Span | None
    words: Span
    speaker: str | None
    named: bool = False
    asks: bool = False


def interviewed(actors: DocumentActors, text: str, first: int) -> str | None:
    """The person whom the lines before offset `first` name as the one who answers (local actor id), or None.

    The line right before counts first ("excerpts from the briefing by X"), then the first word of an interview with a
    name after it in its line, then the person named most often; None where two are named as often.
    """
    people = _people(actors, first)
    last = text.rfind("\n", 0, len(text[:first].rstrip()))
    words = list(INTERVIEW.finditer(text, 0, first))
    for word in [*(w for w in words if w.start() > last), *words]:
        line = text.find("\n", word.end(), first)
        end = first if line < 0 else line
        after = next((own for span, own in people if word.end() < span.start and span.end <= end), None)
        if after is not None:
            return after.id
    count = Counter(own.id for _, own in people).most_common(2)
    if not count or (len(count) > 1 and count[0][1] == count[1][1]):
        return None
    return count[0][0]


def _people(actors: DocumentActors, first: int) -> list[tuple[Span, LocalActor]]:
    rows = [(m, own) for own in actors.actors for m in own.mentions if m.evidence.span.end <= first]
    return sorted(
        ((m.evidence.span, own) for m, own in rows if own.kind is ActorKind.PERSON and m.kind is NameKind.NAME),
        key=lambda row: row[0],
    )


def answers(text: str, actors: DocumentActors, quoted: Sequence[Quoted]) -> tuple[Turn, ...]:
    """The paragraphs that answer in an interview printed without labels, as turns; () for any other text.

    Its head must call it an interview or a conversation, three paragraphs must stand whole between quotation marks,
    and a paragraph of the asker must stand between most of them.
    """
    reach = sum(len(line) + 1 for line in text.split("\n", HEAD_LINES)[:HEAD_LINES])
    if ASKING.search(text, 0, reach) is None:
        return ()
    rows = [own.span for own in quoted if _is_paragraph(text, own.outer)]
    if rows and rows[0].start < reach and text[rows[0].end - 1] not in SENTENCE_MARKS:
        rows = rows[1:]  # a title in quotation marks
    if len(rows) < FEWEST_ANSWERS or not _is_asked(text, rows):
        return ()
    speaker = interviewed(actors, text, rows[0].start)
    return tuple(Turn(None, words, speaker) for words in rows) if speaker is not None else ()


def _is_asked(text: str, rows: Sequence[Span]) -> bool:
    """Whether the asker's own paragraphs stand between most of the answers."""
    between = [text[one.end : two.start] for one, two in pairwise(rows)]
    return 2 * sum(any(char.isalpha() for char in gap) for gap in between) > len(between)


def _is_paragraph(text: str, outer: Span) -> bool:
    """Whether quoted words fill their line."""
    before = text[text.rfind("\n", 0, outer.start) + 1 : outer.start]
    line = text.find("\n", outer.end)
    after = text[outer.end : len(text) if line < 0 else line]
    return not before.strip() and not after.strip()
