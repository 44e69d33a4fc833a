"""Speakers without a name become actors of their own: "a clerk at the regional office", "traders", "the mediator's office".

They stay what the text calls them: nobody is guessed behind the words, and no two descriptions are joined unless their
words are the same.

Source: gold rules 1 and 8: an anonymous, joint or institutional source with words of its own is an actor.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.extract.quotations.carried import carried_on
from communique.extract.quotations.heard import is_outlet
from communique.extract.quotations.speaker import ANONYMOUS, heads_of
from communique.extract.quotations.syntax import name_span
from communique.lexicon.body import MINISTRY_WORDS
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
PARTS = frozenset({"another", "few", "many", "most", "one", "several", "some"})
LONGEST = 14
AUDIENCE = frozenset(
    {"media", "press", "the media", "the press", "reporters", "correspondents", "local media", "state media"}
)


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
    places: dict[str, set[ActorMention]] = defaultdict(set)
    people = frozenset(t for own in analysis.entities if own.label == "PERSON" for t in range(own.first, own.last))
    spoken = []
    for quotation in quotations:
        span = _description(analysis, quotation, people)
        if span is None:
            spoken.append(quotation)
            continue
        key = _key(analysis, span)
        named = _is_name(analysis, span, people)
        mention = ActorMention(analysis.evidence(span), NameKind.NAME if named else NameKind.DESCRIPTION)
        places[key].add(mention)
        if key not in made:
            own_id = f"{analysis.document.id}:a{len(actors.actors) + len(made) + 1}"
            made[key] = _actor(analysis, own_id, span, mention, actors)
        kind = "anonymous" if made[key].subtype == ANONYMOUS else "resolved"
        spoken.append(replace(quotation, speaker=made[key].id, speaker_kind=kind))
    if made:
        found = (replace(own, mentions=_in_order(places[key])) for key, own in made.items())
        actors = DocumentActors((*actors.actors, *found))
    actors, heard = _name_listeners(analysis, actors, spoken)
    return actors, carried_on(analysis, actors, heard)


def _in_order(mentions: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    return tuple(sorted(mentions, key=lambda own: own.evidence))


def _name_listeners(
    analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation]
) -> tuple[DocumentActors, tuple[Quotation, ...]]:
    """With an actor for each outlet that only "told state television" names."""
    made: dict[str, LocalActor] = {}
    places: dict[str, set[ActorMention]] = defaultdict(set)
    heard = []
    for own in quotations:
        words = own.addressee_words[0] if len(own.addressee_words) == 1 and own.addressee is None else None
        head = next(iter(heads_of(analysis, words.span)), None) if words is not None else None
        if words is None or head is None or not is_outlet(analysis, head) or words.quote.lower() in AUDIENCE:
            heard.append(own)
            continue
        mention = ActorMention(words, NameKind.NAME)
        key = _key(analysis, words.span)
        fresh = f"{analysis.document.id}:a{len(actors.actors) + len(made) + 1}"
        places[key].add(mention)
        if key not in made:
            made[key] = LocalActor(fresh, ActorKind.ORGANISATION, _name(analysis, words.span), (mention,), "media")
        heard.append(replace(own, addressee=made[key].id))
    found = (replace(own, mentions=_in_order(places[key])) for key, own in made.items())
    return DocumentActors((*actors.actors, *found)) if made else actors, tuple(heard)


def _name(analysis: Analysis, span: Span) -> str:
    """The proper name at the end of "the Norland newspaper Al-Noor", else the words without their article."""
    words = " ".join(analysis.document.text[span.start : span.end].split()).split(" ")
    if words[0].lower() in ARTICLES:
        words = words[1:] or words
    common = [at for at, word in enumerate(words) if word.islower()]
    return " ".join(words[common[-1] + 1 :] if common and common[-1] + 1 < len(words) else words)


def _description(analysis: Analysis, quotation: Quotation, people: frozenset[int]) -> Span | None:
    """The noun phrase that stands for a speaker whom no actor matches; None where there is none."""
    if quotation.speaker is not None or quotation.speaker_kind not in OPEN_KINDS or not quotation.speaker_words:
        return None
    span = quotation.speaker_words[0].span
    heads = heads_of(analysis, span)
    tokens = analysis.tokens_in(span)
    if not heads or len(tokens) > LONGEST:
        return None
    if _part_of(analysis, heads[0]) is not None:
        return span
    if analysis.pos[heads[0]] not in {"NOUN", "PROPN"}:
        return None
    if analysis.lemmas[heads[0]] in cue_words().document | cue_words().noun:
        return _issuer(analysis, heads[0])
    bare = name_span(analysis, heads[0])
    return bare if len(heads) == 1 and span.contains(bare) and _is_name(analysis, bare, people) else span


def _issuer(analysis: Analysis, head: int) -> Span | None:
    """Whose a document is by its words: "the Commission" of "the Commission's readout", "Norpress" of "a Norpress report",
    "Brandt's ministry" of "a statement from Brandt's ministry"."""
    for child in analysis.children(head):
        named = analysis.pos[child] == "PROPN" or (analysis.pos[child] == "ADJ" and _is_capital(analysis, child))
        if child < head and analysis.deps[child] in {"amod", "compound", "nmod", "poss"} and named:
            below = [t for t in analysis.subtree(child) if t <= child]
            return analysis.span(below[0], child + 1)
    for link in (child for child in analysis.children(head) if analysis.lemmas[child] in {"by", "from", "of"}):
        for noun in analysis.children(link):
            if analysis.lemmas[noun] in MINISTRY_WORDS | {"delegation", "embassy", "spokesman", "spokeswoman"}:
                return name_span(analysis, noun)
    return None


def _is_capital(analysis: Analysis, token: int) -> bool:
    """Whether an adjective is a name: "a Meridian report"; "a French report" tells a nation."""
    at = bisect_right(analysis.entities, token, key=lambda own: own.first) - 1
    nation = at >= 0 and analysis.entities[at].last > token and analysis.entities[at].label == "NORP"
    return analysis.word(token)[0].isupper() and not nation


def _part_of(analysis: Analysis, head: int) -> int | None:
    """The noun or pronoun after "one of", "two of", "some of"; None for any other phrase."""
    if analysis.lemmas[head] not in PARTS and analysis.pos[head] != "NUM":
        return None
    for child in analysis.children(head):
        if analysis.deps[child] == "prep" and analysis.lemmas[child] == "of":
            return next((own for own in analysis.children(child) if analysis.deps[own] == "pobj"), None)
    return None


def _is_name(analysis: Analysis, span: Span, people: frozenset[int]) -> bool:
    """Whether the words are the bare name of a person whom no other words of the document introduce.

    Args:
        people: tokens of names of persons.
    """
    tokens = analysis.tokens_in(span)
    return all(analysis.pos[t] == "PROPN" and t in people for t in tokens)


def _key(analysis: Analysis, span: Span) -> str:
    """Words without article, lower case: "the clerk" and "a clerk" of one document are one; "one of them" is another one
    each time."""
    words = analysis.document.text[span.start : span.end]
    part = _part_of(analysis, heads_of(analysis, span)[0])
    if part is not None:
        return f"{words.lower()} {span.start}"
    parts = words.lower().split()
    return " ".join(parts[1:] if parts and parts[0] in ARTICLES else parts)


def _actor(analysis: Analysis, own_id: str, span: Span, mention: ActorMention, actors: DocumentActors) -> LocalActor:
    head = heads_of(analysis, span)[0]
    words = {analysis.word(head).lower(), analysis.lemmas[head]}
    name = " ".join(mention.evidence.quote.split())
    served = next((actor for found, actor in actors.within(span) if found.evidence.span != span), None)
    country = served.country if served else None
    principal = served.id if served else None
    if mention.kind is NameKind.NAME:
        return LocalActor(own_id, ActorKind.PERSON, name, (mention,))
    part = _part_of(analysis, head)
    if part is not None:
        kind = ActorKind.PERSON if analysis.lemmas[head] in {"one", "another"} else ActorKind.GROUP
        return LocalActor(own_id, kind, name, (mention,), ANONYMOUS, country, principal)
    if words & (word_set("institution_words") | word_set("media_words")):
        subtype = "media" if words & word_set("media_words") else None
        return LocalActor(own_id, ActorKind.ORGANISATION, name, (mention,), subtype, country, principal)
    kind = ActorKind.GROUP if analysis.tags[head] in {"NNS", "NNPS"} else ActorKind.PERSON
    return LocalActor(own_id, kind, name, (mention,), ANONYMOUS, country, principal)
