"""Speakers that only the statement before them names: "It blames the rebels", "the same statement said", "they added"."""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.quotations.speaker import heads_of
from communique.lexicon.cue_verb import cue_words
from communique.model import ActorKind, Analysis, DocumentActors, Quotation

SENTENCES = 2
DOCUMENT_SENTENCES = 4
ISSUED = frozenset({"bulletin", "communique", "communiqué", "note", "readout", "release", "statement"})
REACH = 24
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
POINTING = frozenset({"the", "this", "that", "same"})


def carried_on(analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations; an open "it" speaks for the body that is the subject before it in its sentence or spoke right before,
    "the statement" for who issued one right before; the others as they are.

    Args:
        quotations: of one document, in text order.
    """
    found: list[Quotation] = []
    for own in quotations:
        if own.speaker is None and own.speaker_kind == "unresolved" and len(own.speaker_words) == 1:
            own = _carried(analysis, actors, own, found)
        found.append(own)
    return tuple(found)


def _carried(analysis: Analysis, actors: DocumentActors, own: Quotation, before: Sequence[Quotation]) -> Quotation:
    words = own.speaker_words[0]
    heads = heads_of(analysis, words.span)
    if words.quote.casefold() == "it":
        speaker = _subject(analysis, actors, analysis.tokens_in(words.span)[0])
        last = _last(analysis, own, before) if speaker is None else None
        if last is not None and _is_body(actors, last.speaker):
            speaker = last.speaker
    elif len(heads) == 1 and _is_that_document(analysis, heads[0]):
        issued = analysis.lemmas[heads[0]] in ISSUED
        last = _issued(analysis, actors, own, before) if issued else _last(analysis, own, before)
        speaker = last.speaker if last is not None else None
    else:
        return own
    return own if speaker is None else replace(own, speaker=speaker, speaker_kind="resolved")


def _is_that_document(analysis: Analysis, head: int) -> bool:
    """Whether a noun is "the statement", "the same note", that a sentence before told of, without an owner of its own."""
    if analysis.lemmas[head] not in cue_words().document:
        return False
    below = [
        own
        for own in analysis.children(head)
        if analysis.deps[own] not in {"punct", "npadvmod"} and analysis.word(own) != "on"
    ]
    return bool(below) and all(analysis.lemmas[own] in POINTING for own in below)


def _is_body(actors: DocumentActors, actor_id: str | None) -> bool:
    actor = actors.by_id(actor_id) if actor_id is not None else None
    return actor is not None and actor.kind is not ActorKind.PERSON


def _subject(analysis: Analysis, actors: DocumentActors, pronoun: int) -> str | None:
    """The body that is the nearest subject before the pronoun in its sentence."""
    first, _ = analysis.sentences[analysis.sentence_of[pronoun]]
    for token in range(pronoun - 1, first - 1, -1):
        if analysis.deps[token] in SUBJECTS and analysis.pos[token] in {"NOUN", "PROPN"}:
            actor = actors.at(analysis.span(token, token + 1))
            return actor.id if actor is not None and actor.kind is not ActorKind.PERSON else None
    return None


def _issued(analysis: Analysis, actors: DocumentActors, own: Quotation, before: Sequence[Quotation]) -> Quotation | None:
    """What the document said before: the last words with a noun of that sort in cue or setting, else the last of a body."""
    near = [one for one in before[-REACH:] if _sentences_between(analysis, one, own) <= DOCUMENT_SENTENCES]
    known = [one for one in near if one.speaker is not None and one.nested_in == own.nested_in]
    told = [one for one in known if _of_document(analysis, one)]
    bodies = [one for one in known if _is_body(actors, one.speaker)]
    return next(reversed(told or bodies), None) or _last(analysis, own, before)


def _of_document(analysis: Analysis, own: Quotation) -> bool:
    """Whether cue or setting name a document: "said in a statement"."""
    spans = [words.span for words in (*own.cue, *own.setting_words)]
    return any(analysis.lemmas[token] in cue_words().document for span in spans for token in analysis.tokens_in(span))


def _last(analysis: Analysis, own: Quotation, before: Sequence[Quotation]) -> Quotation | None:
    """The last statement before, at the same depth: at most two sentences back in the same paragraph, or the sentence
    before in the paragraph above."""
    start = own.speaker_words[0].span.start
    near = reversed(before[-REACH:])
    last = next((one for one in near if one.nested_in == own.nested_in and one.evidence[-1].span.end <= start), None)
    if last is None or last.speaker is None:
        return None
    above = "\n" in analysis.text[last.evidence[-1].span.end : start]
    return last if _sentences_between(analysis, last, own) <= (1 if above else SENTENCES) else None


def _sentences_between(analysis: Analysis, one: Quotation, own: Quotation) -> int:
    """How many sentences the speaker of `own` stands behind the last words of the other."""
    here, there = (analysis.token_at(at) for at in (own.speaker_words[0].span.start, one.evidence[-1].span.end - 1))
    if here is None or there is None:
        return len(analysis.sentences)
    return abs(analysis.sentence_of[here] - analysis.sentence_of[there])
