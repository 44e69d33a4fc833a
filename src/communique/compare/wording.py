"""Renderings of one act of speech in several documents: what they share, and what one of them cut."""

from collections.abc import Iterator, Sequence
from functools import partial

from communique.compare.rendering import is_translation, is_verbatim, words_differ
from communique.compare.stage import Stage
from communique.compare.stated import Relation, Stated, Subject, compare_stated, make_finding
from communique.lexicon.content_word import WORD, is_negation, numbers
from communique.model import Evidence, Finding, FindingKind, FindingValue, Quotation


def compare_renderings(quotations: Sequence[Quotation], stage: Stage) -> Iterator[Finding]:
    """Findings about one utterance: corroborated by two documents; a conflict of translation where numbers differ;
    a conflict of framing where one document keeps a denial that another cuts."""
    first = quotations[0]
    label = " ".join(first.content[0].quote[:80].split()).rstrip(",;")
    rows = [Stated(q.document, q.content[0].quote, q.id, q, q.content) for q in quotations]
    subject = Subject("utterance", first.utterance, label, "wording", "translation")
    translated = any(is_translation(own, own, stage) for own in quotations)
    yield from compare_stated(subject, rows, partial(relate_renderings, translated=translated), stage.origin)
    kept = [own for own in quotations if len(own.content) and _caveat(own)]
    cut = [own for own in quotations if own.document not in {q.document for q in kept}]
    if kept and cut:
        values = (
            FindingValue("without the denial", tuple(words for own in cut for words in (*own.content, *own.cue))),
            FindingValue("with the denial", tuple(words for own in kept for words in (*_caveat(own), *own.cue))),
        )
        subject = Subject("utterance", first.utterance, label, "framing", "framing")
        yield make_finding(subject, FindingKind.CONFLICT, values, stage.origin)


def relate_renderings(one: Quotation, two: Quotation, translated: bool = False) -> Relation:
    """Numbers that differ make another statement of it; so do other words where both give the very words."""
    left, right = (numbers(" ".join(part.quote for part in own.content)) for own in (one, two))
    if left and right and not left & right:
        return Relation.CONFLICT
    if one.document != two.document and is_verbatim(one) and is_verbatim(two) and words_differ(one, two, translated):
        return Relation.CONFLICT
    return Relation.SAME


def _caveat(own: Quotation) -> tuple[Evidence, ...]:
    """Parts of a rendering beyond the first that deny something."""
    return tuple(part for part in own.content[1:] if any(is_negation(word) for word in WORD.findall(part.quote.lower())))
