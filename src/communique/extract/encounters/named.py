"""Whom a phrase names: the actors of its head, of what is coordinated with it and inside it; the states it speaks of."""

from collections.abc import Iterator

from communique.extract.encounters.collective import holders_of, pair_before
from communique.extract.encounters.phrase import NOMINAL, conjuncts, prepositions
from communique.lexicon.country import country_by_demonym, country_by_name
from communique.model import (
    ActorKind,
    Analysis,
    DocumentActors,
    LocalActor,
    Span,
)


def actors_of(analysis: Analysis, token: int, actors: DocumentActors) -> Iterator[tuple[LocalActor, Span]]:
    """(actor, words) of a phrase, of those coordinated with it, and of persons named inside it.

    Owners ("the aide of X", "X's aide") and persons of relative clauses are not part of it.
    """
    seen = set()
    for at in conjuncts(analysis, token):
        people = _both(analysis, at, actors) or holders_of(analysis, at, actors)
        people = people or pair_before(analysis, at, actors) or _they(analysis, at, actors)
        for actor in people:
            if actor.id not in seen:
                seen.add(actor.id)
                yield actor, analysis.span(at, at + 1)
        for actor, span in () if people else _coordinated(analysis, at, actors):
            if actor.id not in seen:
                seen.add(actor.id)
                yield actor, span
        found = None if people or _is_title_of(analysis, at, actors) else actor_at(analysis, at, actors)
        for actor in () if found is None else members_of(found[0], actors):
            if found is not None and actor.id not in seen:
                seen.add(actor.id)
                yield actor, found[1]
    for at in inner_tokens(analysis, token):
        found = actor_at(analysis, at, actors) if analysis.pos[at] == "PROPN" else None
        if found is not None and found[0].kind is ActorKind.PERSON and found[0].id not in seen:
            seen.add(found[0].id)
            yield found


def _coordinated(analysis: Analysis, token: int, actors: DocumentActors) -> Iterator[tuple[LocalActor, Span]]:
    """ "Kenyan" in "Kenyan and Norwegian officials": officials of their own."""
    if analysis.tags[token] not in ("NNS", "NNPS"):
        return
    for own in analysis.subtree(token):
        if own < token - 1 and analysis.word(own + 1) in ("and", ",", "&"):
            span = analysis.span(own, own + 1)
            actor = actors.at(span)
            whole = actor is not None and any(mention.evidence.span == span for mention in actor.mentions)
            if actor is not None and whole and actor.kind in (ActorKind.GROUP, ActorKind.STATE):
                yield actor, span


def _both(analysis: Analysis, token: int, actors: DocumentActors) -> tuple[LocalActor, ...]:
    """The two persons that "both leaders" is known to mean."""
    known = actors.at(analysis.span(token, token + 1)) if analysis.tags[token] == "NNS" else None
    if known is None or known.subtype != "joint" or len(known.stands_for) != 2:
        return ()
    found = members_of(known, actors)
    return found if all(actor.kind is ActorKind.PERSON for actor in found) else ()


def _they(analysis: Analysis, token: int, actors: DocumentActors) -> tuple[LocalActor, ...]:
    """The two persons of the sentence before that "they" means, where nobody else is known for it."""
    if analysis.word(token).lower() != "they":
        return ()
    known = actor_at(analysis, token, actors)
    return pair_before(analysis, token, actors) if known is None or is_nobody(known[0]) else ()


def _is_title_of(analysis: Analysis, token: int, actors: DocumentActors) -> bool:
    """ "the director of the port, Captain X": a title whose holder is named beside it, who is another actor."""
    own = actors.at(analysis.span(token, token + 1))
    if own is None or own.kind is not ActorKind.PERSON:
        return False
    beside = [at for at in analysis.children(token) if analysis.deps[at] == "appos" and analysis.pos[at] == "PROPN"]
    named = [actors.at(analysis.span(at, at + 1)) for at in beside]
    return any(actor is not None and actor.kind is ActorKind.PERSON and actor.id != own.id for actor in named)


def members_of(actor: LocalActor, actors: DocumentActors) -> tuple[LocalActor, ...]:
    """Whom a group is made of ("both sides"), where the document shows it; else the actor itself."""
    known = {own.id: own for own in actors.actors} if actor.stands_for else {}
    members = tuple(known[own] for own in actor.stands_for if own in known)
    return members or (actor,)


def _named_after_body(analysis: Analysis, prep: int) -> list[int]:
    """ "head of the investment fund N.N.": the name beside what stands after "of"."""
    if analysis.lemmas[prep] != "of":
        return []
    bodies = [own for own in analysis.children(prep) if analysis.deps[own] == "pobj" and analysis.pos[own] in NOMINAL]
    below = [own for body in bodies for own in analysis.children(body)]
    deeper = [name for own in below if analysis.deps[own] == "prep" for name in _named_after_body(analysis, own)]
    return [own for own in below if analysis.deps[own] == "appos"] + deeper


def inner_tokens(analysis: Analysis, token: int) -> list[int]:
    """Tokens below a phrase, without clauses, owners and "of" phrases, in text order."""
    found, stack = [], [token]
    while stack:
        at = stack.pop()
        found.append(at)
        for own in analysis.children(at):
            label = analysis.deps[own]
            if label in {"relcl", "acl", "advcl", "poss", "ccomp"} or (
                label == "prep" and analysis.lemmas[own] not in {"for", "between", "on"}
            ):
                stack.extend(_named_after_body(analysis, own))
                continue
            stack.append(own)
    return sorted(found)


def actor_at(analysis: Analysis, token: int, actors: DocumentActors) -> tuple[LocalActor, Span] | None:
    """The actor whose mention holds the head word; else, for a delegation, the state or body it is of."""
    low, high = min(analysis.subtree(token)), token
    for mention, actor in actors.within(analysis.span(low, min(high + 3, len(analysis)))):
        span = mention.evidence.span
        if span.start <= analysis.starts[token] and analysis.ends[token] <= span.end:
            return actor, span
    around = actors.at(analysis.span(token, token + 1))
    if around is not None:
        for mention in around.mentions:
            if mention.evidence.span.contains(analysis.span(token, token + 1)):
                return around, mention.evidence.span
    return _sender(analysis, token, actors)


def _sender(analysis: Analysis, token: int, actors: DocumentActors) -> tuple[LocalActor, Span] | None:
    """ "a US delegation", "officials of the ministry": the actor behind a plural or a delegation; of a phrase that names
    its person beside it ("the state's ambassador, X") none."""
    if analysis.pos[token] != "NOUN":
        return None
    for own in analysis.children(token):
        if analysis.deps[own] == "appos":
            named = actors.at(analysis.span(own, own + 1))
            if named is not None and named.kind is ActorKind.PERSON:
                return None
    for own in analysis.children(token):
        if analysis.deps[own] in {"amod", "compound", "poss", "nmod"}:
            for mention, actor in actors.within(analysis.span(own, own + 1)):
                if actor.kind in (ActorKind.STATE, ActorKind.ORGANISATION):
                    return actor, mention.evidence.span
    for name, goal in prepositions(analysis, token):
        if name in {"of", "from"}:
            for mention, actor in actors.within(analysis.span(goal, goal + 1)):
                if actor.kind in (ActorKind.STATE, ActorKind.ORGANISATION):
                    return actor, mention.evidence.span
    return None


def countries_of(analysis: Analysis, token: int) -> frozenset[str]:
    """ISO codes of the states that a phrase names."""
    found = set()
    for at in analysis.subtree(token):
        state = country_by_demonym(analysis.word(at)) or country_by_name(analysis.word(at))
        if state is not None:
            found.add(state.code)
    return frozenset(found)


def is_nobody(actor: LocalActor) -> bool:
    """Whether an actor is a group ("both parties") of which the document does not show the members, or the press."""
    return actor.subtype == "media" or (actor.kind is ActorKind.GROUP and actor.subtype == "joint" and not actor.stands_for)
