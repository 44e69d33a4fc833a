"""Whose words a phrase without a verb says they are: "in the words of its ambassador", "by its own account"."""

from communique.extract.quotations.content import Stretches
from communique.extract.quotations.marks import Quoted
from communique.extract.quotations.source import source_words
from communique.extract.quotations.syntax import tidy
from communique.model import Analysis, Attribution, Span

PHRASE_CONFIDENCE = 0.75
WORDS = frozenset({"phrase", "phrasing", "word", "wording", "formulation"})
ACCOUNTS = frozenset({"account", "admission", "reckoning", "telling"})
SHORTEST = 3


def in_words_of(analysis: Analysis, inside: list[bool], quoted: tuple[Quoted, ...]) -> list[Attribution]:
    """Attributions by "in the words of ...": the quoted words of the same sentence, or the clause around the phrase.

    Args:
        inside: for each token, whether it stands in quotation marks; such phrases are left out.
    """
    found = []
    stretches = Stretches(quoted)
    for token in range(1, len(analysis)):
        lemma = analysis.lemmas[token]
        if lemma not in WORDS | ACCOUNTS or inside[token]:
            continue
        prep = analysis.heads[token]
        fits = {"in"} if lemma in WORDS else {"by", "on"}
        if prep >= token or analysis.lemmas[prep] not in fits or analysis.deps[token] != "pobj":
            continue
        holder = _holder(analysis, token)
        if holder is None or (lemma in WORDS and analysis.pos[holder] == "PRON"):
            continue
        content = _content(analysis, prep, analysis.subtree(prep)[-1] + 1, lemma in WORDS, stretches)
        if content:
            cue = analysis.span(prep, token + 1)
            found.append(Attribution((source_words(analysis, holder),), (cue,), content, PHRASE_CONFIDENCE))
    return found


def _holder(analysis: Analysis, noun: int) -> int | None:
    """The possessor of the noun or the object of its "of"."""
    for child in analysis.children(noun):
        if analysis.deps[child] == "poss":
            return child
        if analysis.lemmas[child] == "of" and analysis.deps[child] == "prep":
            return next((c for c in analysis.children(child) if analysis.deps[c] == "pobj"), None)
    return None


def _content(analysis: Analysis, first: int, after: int, needs_marks: bool, stretches: Stretches) -> tuple[Span, ...]:
    """The quoted words next to the phrase; where none stand in its sentence, the sentence without the phrase."""
    begin, end = analysis.sentences[analysis.sentence_of[first]]
    whole = analysis.span(begin, end)
    own = [stretch.span for stretch in stretches.meeting(whole) if not stretch.span.overlaps(analysis.span(first, after))]
    if needs_marks:
        start = analysis.starts[first]
        return (min(own, key=lambda span: min(abs(span.start - start), abs(span.end - start))),) if own else ()
    pieces = []
    for left, right in ((begin, first), (after, end)):
        if right > left:
            piece = tidy(analysis.text, analysis.starts[left], analysis.ends[right - 1])
            if piece is not None and any(char.isalnum() for char in analysis.text[piece.start : piece.end]):
                pieces.append(piece)
    return tuple(pieces) if sum(len(analysis.tokens_in(piece)) for piece in pieces) >= SHORTEST else ()
