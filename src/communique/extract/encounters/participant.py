"""Who takes part: actors in the argument phrases, their roles, and who is said to be absent."""

from collections.abc import Iterable, Iterator

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.phrase import SUBJECTS, child, conjuncts, prepositions
from communique.lexicon.country import country_by_demonym, country_by_name
from communique.model import (
    ActorKind,
    Analysis,
    DocumentActors,
    LocalActor,
    NameKind,
    Participant,
    Role,
    Span,
)

LEADS = 3


def people_of(analysis: Analysis, event: EncounterEvent, actors: DocumentActors) -> tuple[Participant, ...]:
    """The participants that the sentence gives the event, in text order."""
    found: dict[str, Participant] = {}
    persons = 0
    for argument in event.of("participants"):
        for actor, span in actors_of(analysis, argument.token, actors):
            if actor.id not in found:
                persons += actor.kind is ActorKind.PERSON
                found[actor.id] = Participant(actor.id, (analysis.evidence(span),), _role(analysis, event, argument.token))
    for actor, span in before_noun(analysis, event, actors):
        if actor.id not in found:
            persons += actor.kind is ActorKind.PERSON
            found[actor.id] = Participant(actor.id, (analysis.evidence(span),), Role.ATTENDEE)
    kinds = {own: actor.kind for own in found if (actor := actors.by_id(own)) is not None}
    role = Role.LEAD if persons <= LEADS else Role.MEMBER
    return tuple(
        Participant(own.actor, own.evidence, role)
        if own.role is Role.ATTENDEE and kinds.get(own.actor) is ActorKind.PERSON
        else own
        for own in found.values()
    )


def _role(analysis: Analysis, event: EncounterEvent, token: int) -> Role:
    """host of "hosted", mediator of "mediated"; else attendee."""
    head = analysis.heads[token]
    if analysis.pos[head] == "ADP":
        head = analysis.heads[head]
    lemma = analysis.lemmas[head]
    subject = analysis.deps[token] in {"nsubj"} or analysis.lemmas[analysis.heads[token]] == "by"
    if subject and lemma in {"host", "receive", "welcome"}:
        return Role.HOST
    if subject and lemma in {"mediate", "broker", "facilitate", "moderate"}:
        return Role.MEDIATOR
    return Role.ATTENDEE


def before_noun(analysis: Analysis, event: EncounterEvent, actors: DocumentActors) -> Iterator[tuple[LocalActor, Span]]:
    """ "the Smith-Jones meeting", "US-Russia talks": names before the noun."""
    token = event.trigger.token
    if not event.trigger.noun:
        return
    lefts = [
        own for own in analysis.children(token) if own < token and analysis.deps[own] in {"compound", "nmod", "amod", "poss"}
    ]
    if not lefts:
        return
    first = min(min(analysis.subtree(own)) for own in lefts)
    for mention, actor in actors.within(analysis.span(first, token)):
        if mention.kind is NameKind.PRONOUN or actor.kind in (ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION):
            yield actor, mention.evidence.span


def actors_of(analysis: Analysis, token: int, actors: DocumentActors) -> Iterator[tuple[LocalActor, Span]]:
    """(actor, words) of a phrase and those coordinated with it."""
    for at in conjuncts(analysis, token):
        found = actor_at(analysis, at, actors)
        if found is not None:
            yield found
        for own in _beside(analysis, at):
            if found is None or analysis.deps[own] == "conj":
                yield from actors_of(analysis, own, actors)


def _beside(analysis: Analysis, token: int) -> Iterable[int]:
    """Names inside an apposition: "the presidents, A and B"."""
    return [own for own in analysis.children(token) if analysis.deps[own] == "appos"]


def actor_at(analysis: Analysis, token: int, actors: DocumentActors) -> tuple[LocalActor, Span] | None:
    """The actor whose mention holds the head word; else, for a delegation, the state or body it is of."""
    low, high = min(analysis.subtree(token)), token
    for mention, actor in actors.within(analysis.span(low, high + 1)):
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
    """ "a US delegation", "officials of the ministry": the actor behind a plural or a delegation."""
    if analysis.pos[token] != "NOUN":
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


def subject_of(analysis: Analysis, verb: int) -> int | None:
    """The subject of a verb."""
    return child(analysis, verb, *SUBJECTS)
