"""Speakers without a name become actors of their own: "a clerk at the regional office", "traders", "the mediator's office".

They stay what the text calls them: nobody is guessed behind the words, and no two descriptions are joined unless their
words are the same.

Source: gold rules 1 and 8: an anonymous, joint or institutional source with words of its own is an actor.
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.quotations.speaker import ANONYMOUS, heads_of
from communique.lexicon.cue_verb import cue_words
from communique.lexicon.word_set import word_set
from communique.model import (
    ActorKind,
    ActorMention,
    Analysis,
    DocumentActors,
    LocalActor,
    NameKind,
    Quotation,
    Span,
)

OPEN_KINDS = frozenset({"unresolved", "anonymous"})
ARTICLES = frozenset({"the", "a", "an"})
LONGEST = 14


def name_speakers(
    analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation]
) -> tuple[DocumentActors, tuple[Quotation, ...]]:
    """The actors with those added that only their words name, and the quotations that they speak.

    Args:
        analysis, actors, quotations: of one document.

    Returns:
        Actors: the former ones unchanged, new ones after them. Quotations in the same order. A pronoun, a document
        ("the statement") and words without a noun stay unresolved.
    """
    made: dict[str, LocalActor] = {}
    spoken = []
    for quotation in quotations:
        span = _description(analysis, quotation)
        if span is None:
            spoken.append(quotation)
            continue
        key = _key(analysis.document.text[span.start : span.end])
        mention = ActorMention(analysis.evidence(span), NameKind.DESCRIPTION)
        if key in made:
            known = made[key]
            made[key] = replace(known, mentions=tuple(sorted({*known.mentions, mention}, key=lambda own: own.evidence)))
        else:
            own_id = f"{analysis.document.id}:a{len(actors.actors) + len(made) + 1}"
            made[key] = _actor(analysis, own_id, span, mention, actors)
        kind = "anonymous" if made[key].subtype == ANONYMOUS else "resolved"
        spoken.append(replace(quotation, speaker=made[key].id, speaker_kind=kind))
    if not made:
        return actors, tuple(quotations)
    return DocumentActors((*actors.actors, *made.values())), tuple(spoken)


def _description(analysis: Analysis, quotation: Quotation) -> Span | None:
    """The noun phrase that stands for a speaker whom no actor matches; None where there is none."""
    if quotation.speaker is not None or quotation.speaker_kind not in OPEN_KINDS or not quotation.speaker_words:
        return None
    span = quotation.speaker_words[0].span
    heads = heads_of(analysis, span)
    tokens = analysis.tokens_in(span)
    if not heads or len(tokens) > LONGEST or analysis.pos[heads[0]] not in {"NOUN", "PROPN"}:
        return None
    if analysis.lemmas[heads[0]] in cue_words().document | cue_words().noun:
        return None
    return span


def _key(words: str) -> str:
    """Words without article, lower case: "the clerk" and "a clerk" of one document are one."""
    parts = words.lower().split()
    return " ".join(parts[1:] if parts and parts[0] in ARTICLES else parts)


def _actor(analysis: Analysis, own_id: str, span: Span, mention: ActorMention, actors: DocumentActors) -> LocalActor:
    head = heads_of(analysis, span)[0]
    words = {analysis.word(head).lower(), analysis.lemmas[head]}
    name = " ".join(mention.evidence.quote.split())
    served = next((actor for found, actor in actors.within(span) if found.evidence.span != span), None)
    country = served.country if served else None
    principal = served.id if served else None
    if words & (word_set("institution_words") | word_set("media_words")):
        subtype = "media" if words & word_set("media_words") else None
        return LocalActor(own_id, ActorKind.ORGANISATION, name, (mention,), subtype, country, principal)
    kind = ActorKind.GROUP if analysis.tags[head] in {"NNS", "NNPS"} else ActorKind.PERSON
    return LocalActor(own_id, kind, name, (mention,), ANONYMOUS, country, principal)
