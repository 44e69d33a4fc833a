"""Nameless sources with all the words that describe them: "official involved in the talks", "diplomat who was present"."""

from communique.extract.actors.draft import Board, Draft
from communique.model import Analysis, Span

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
BEFORE_NAME = frozenset({"DET", "PRON", "PUNCT", "PART"})
HYPHENS = frozenset({"-", "–", "'", "’"})
ANONYMOUS = "anonymous_source"
LONGEST = 16


def describe_speakers(board: Board) -> None:
    """Let the description of each nameless speaker grow to the words of its source; what is named there stays."""
    analysis = board.analysis
    for span in sorted({span for found in analysis.attributions for span in found.source}):
        head = _head(analysis, span)
        known = board.at.get(head) if head is not None else None
        if head is not None and known is not None and known.subtype == ANONYMOUS:
            _grow(board, known, head, span)


def _head(analysis: Analysis, span: Span) -> int | None:
    """The first noun of the words at `span` that hangs on nothing inside them."""
    tokens = analysis.tokens_in(span)
    inside = set(tokens)
    tops = (t for t in tokens if analysis.pos[t] in NOMINAL and (analysis.heads[t] == t or analysis.heads[t] not in inside))
    return next(tops, None)


def _grow(board: Board, draft: Draft, head: int, span: Span) -> None:
    analysis = board.analysis
    first, last = _described(analysis, head, span)
    whole = analysis.span(first, last)
    short = next((own for own in draft.mentions if whole.contains(own) and own != whole), None)
    if short is None or any(board.at.get(k, draft) is not draft for k in range(first, head)):
        return
    if head + 1 < last and analysis.word(head + 1)[:1].isupper():
        return  # "adviser Ada Moreno": somebody named
    if draft.name == " ".join(analysis.text[short.start : short.end].split()):
        draft.name = " ".join(analysis.words(first, last).split())
    draft.mentions[whole] = draft.mentions.pop(short)
    for k in range(first, head + 1):
        board.at.setdefault(k, draft)


def _described(analysis: Analysis, head: int, span: Span) -> tuple[int, int]:
    """Tokens [first, last) of the description: no article before, up to the end of the source or the first comma."""
    tokens = analysis.tokens_in(span)
    first, last = min((*tokens, head)), min(max((*tokens, head)) + 1, head + LONGEST)
    while first < head and analysis.pos[first] in BEFORE_NAME:
        first += 1
    marks = (k for k in range(head + 1, last) if analysis.pos[k] == "PUNCT" and analysis.word(k) not in HYPHENS)
    return first, next(marks, last)
