"""Who speaks: from the words of a source to an actor of the document. Never a guess: what cannot be told stays words."""

from dataclasses import dataclass

from communique.extract.quotations.headed import headed_by
from communique.extract.quotations.syntax import conjuncts, name_span
from communique.lexicon.cue_verb import cue_words
from communique.lexicon.office import office_head
from communique.model import ActorKind, Analysis, DocumentActors, LocalActor, NameKind, Span

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
RELATIVE = frozenset({"WP", "WDT"})
ANONYMOUS = "anonymous_source"
OWN = frozenset({"delegation", "mission", "side", "team"})
GENERIC = frozenset({"one", "somebody", "someone", "everybody", "everyone", "people"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: actor ids, the first as speaker; `kind` as `Quotation.speaker_kind` has it."""

    actor: str | None
    joint: tuple[str, ...]
    kind: str


def resolve_speaker(analysis: Analysis, actors: DocumentActors, source: tuple[Span, ...]) -> Speaker:
    """The actors that the words at `source` name; kind "unresolved" where they name somebody unknown."""
    if not source:
        return Speaker(None, (), "none")
    found: list[LocalActor] = []
    nameless = False
    for span in source:
        if (named := _named_last(analysis, actors, span)) is not None:
            found.append(named)
            continue
        for head in heads_of(analysis, span):
            place = span
            if analysis.tags[head] in RELATIVE and analysis.deps[analysis.heads[head]] == "relcl":
                head = analysis.heads[analysis.heads[head]]
                place = name_span(analysis, head)
            actor = _by_apposition(analysis, actors, head, place) or actor_at(analysis, actors, head, place)
            nameless = nameless or analysis.lemmas[head] in cue_words().anonymous
            if actor is not None and actor not in found:
                found.append(actor)
    if not found:
        return Speaker(None, (), "anonymous" if nameless else "unresolved")
    kind = "anonymous" if found[0].subtype == ANONYMOUS else "resolved"
    return Speaker(found[0].id, tuple(actor.id for actor in found[1:]), kind)


def _named_last(analysis: Analysis, actors: DocumentActors, span: Span) -> LocalActor | None:
    """ "The leader of the main opposition party, Ana Reis": the one person named, behind a comma and a common noun."""
    people = [
        (mention, actor)
        for mention, actor in actors.within(span)
        if mention.kind is NameKind.NAME and actor.kind is ActorKind.PERSON
    ]
    if len({actor.id for _, actor in people}) != 1:
        return None
    mention, actor = people[-1]
    before = analysis.text[span.start : mention.evidence.span.start].rstrip()
    tokens = analysis.tokens_in(Span(span.start, mention.evidence.span.start)) if before else range(0)
    common = any(analysis.pos[token] == "NOUN" or office_head(analysis.word(token)) for token in tokens)
    return actor if before.endswith(",") and before.count(",") == 1 and common else None


def _by_apposition(analysis: Analysis, actors: DocumentActors, head: int, around: Span) -> LocalActor | None:
    """ "The spokesman of the ministry, Ines Moura": the person whose name explains the noun, also past the source words."""
    if analysis.pos[head] != "NOUN":
        return None  # a name stands for itself
    explained = [c for c in analysis.children(head) if analysis.deps[c] == "appos"]
    if analysis.deps[head] == "appos":
        explained.append(analysis.heads[head])
    for token in explained:
        place = analysis.span(token, token + 1)
        whole = name_span(analysis, token)
        for mention, actor in (*actors.within(around), *actors.within(whole)):
            named = mention.kind is NameKind.NAME and actor.kind is ActorKind.PERSON
            if named and mention.evidence.span.overlaps(place):
                return actor
    return None


def heads_of(analysis: Analysis, span: Span) -> tuple[int, ...]:
    """The head token of the words at `span`, and the nouns coordinated with it inside them."""
    tokens = analysis.tokens_in(span)
    inside = set(tokens)
    tops = [t for t in tokens if (analysis.heads[t] not in inside or analysis.heads[t] == t) and analysis.pos[t] in NOMINAL]
    if tops:
        subjects = [token for token in tops if analysis.deps[token] in {"nsubj", "nsubjpass", "pobj"}]
        top = (subjects or tops[-1:])[0]
        return tuple(own for own in conjuncts(analysis, top) if own in inside)
    named = [token for token in tokens if analysis.pos[token] in {"PROPN", "PRON", "NOUN"}]
    return (named[-1],) if named else ()


def actor_at(analysis: Analysis, actors: DocumentActors, head: int, around: Span) -> LocalActor | None:
    """The actor whose mention holds the head noun; for a document that speaks ("the ministry's statement"), its issuer."""
    if _is_generic(analysis, head):
        return None
    place = analysis.span(head, head + 1)
    held = [(mention, actor) for mention, actor in actors.within(around) if mention.evidence.span.overlaps(place)]
    if held:
        return max(held, key=lambda row: len(row[0].evidence.span))[1]
    if (body := headed_by(analysis, actors, head)) is not None:
        return body
    if analysis.lemmas[head] in OWN and (own := _owner(analysis, actors, head)) is not None:
        return own
    if analysis.lemmas[head] in cue_words().document | cue_words().noun:
        return _issuer(analysis, actors, head)
    return _wider(actors, place)


def _owner(analysis: Analysis, actors: DocumentActors, head: int) -> LocalActor | None:
    """Whose "our delegation" or "its negotiators" are: the body or state that the pronoun stands for."""
    for child in analysis.children(head):
        if analysis.deps[child] == "poss" and analysis.pos[child] == "PRON":
            actor = actors.at(analysis.span(child, child + 1))
            return actor if actor is not None and actor.kind is not ActorKind.PERSON else None
    return None


def _is_generic(analysis: Analysis, head: int) -> bool:
    """ "As they say", "one hears": nobody in particular; "I" and "we" outside quotations are the author."""
    lemma = analysis.lemmas[head]
    if lemma in GENERIC:
        return True
    verb = analysis.heads[head]
    if lemma == "they" and analysis.lemmas[verb] == "say":
        return any(analysis.lemmas[child] == "as" and child < head for child in analysis.children(verb))
    return False


def _issuer(analysis: Analysis, actors: DocumentActors, head: int) -> LocalActor | None:
    """The possessor, modifier or "of/from/by" phrase of a document noun."""
    for child in analysis.children(head):
        near = child < head and analysis.deps[child] in {"poss", "compound", "amod", "nmod"}
        if near and (own := _exact(actors, analysis.subtree_span(child), analysis.span(child, child + 1))) is not None:
            return own
    for inner in _after(analysis, head):
        if (own := headed_by(analysis, actors, inner)) is not None:
            return own
        if (own := _exact(actors, analysis.subtree_span(inner), analysis.span(inner, inner + 1))) is not None:
            return own
    return None


def _after(analysis: Analysis, head: int) -> list[int]:
    """The nouns of "of", "from" and "by" phrases, also of "released by ..."."""
    found: list[int] = []
    for child in analysis.children(head):
        own = analysis.children(child) if analysis.deps[child] == "acl" else (child,)
        for prep in own:
            if analysis.deps[prep] in {"prep", "agent"} and analysis.lemmas[prep] in {"of", "from", "by"}:
                found.extend(analysis.children(prep))
    return found


def _exact(actors: DocumentActors, around: Span, place: Span) -> LocalActor | None:
    for mention, actor in actors.within(around):
        if mention.evidence.span.overlaps(place):
            return actor
    return None


def _wider(actors: DocumentActors, place: Span) -> LocalActor | None:
    """The actor of a mention around the head noun that reaches past the source words."""
    return actors.at(place)
