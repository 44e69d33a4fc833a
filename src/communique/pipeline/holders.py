"""Whose position it is: a spokesman or negotiator takes none for himself, and "we" in an envoy's mouth is his state."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from communique.extract.claims.body_noun import SERVING, heads_state, is_voice
from communique.lexicon.country import folded
from communique.model import Actor, ActorKind, AgreementMention, Position, Side, Stance


def parties_hold(positions: Iterable[Position], actors: Sequence[Actor], sides: Sequence[Side]) -> list[Position]:
    """The positions, held by the state or body that sent the speaker where he speaks for it; he then is `attributed_by`.

    A head of state or government speaks for himself, one without a name for whom he serves. Offices are those of all documents:
    one article's "national director" is another's "chief negotiator".
    """
    known = {actor.id: actor for actor in actors}
    bodies = {side.id: side.actors[0] for side in sides if len(side.actors) == 1}
    result = []
    for own in positions:
        actor = known.get(own.actor)
        party = bodies.get(actor.side or "") if actor is not None and actor.kind is ActorKind.PERSON else None
        if (
            actor is None
            or party is None
            or party == actor.id
            or _denies_himself(own, actor)
            or not _speaks_for(actor, own.plural, known)
        ):
            result.append(own)
        else:
            result.append(replace(own, actor=party, attributed_by=own.attributed_by or actor.id))
    return result


def _denies_himself(own: Position, actor: Actor) -> bool:
    """A denial is the act of whoever denies, and is his own where he is named."""
    return own.stance is Stance.DENIES and not own.plural and not actor.name.split()[-1][0].islower()


def _speaks_for(actor: Actor, plural: bool, known: Mapping[str, Actor]) -> bool:
    if actor.name.split()[-1:] and actor.name.split()[-1][0].islower():
        # "an Ivorian official", "the Peruvian counterpart": who it is, nobody says; an Ivorian analyst speaks for himself
        return bool(set(folded(actor.name).replace("-", " ").split()) & SERVING)
    titles = [set(folded(office.title).replace("-", " ").split()) for office in actor.offices]
    if not _serves(actor, known) or any(heads_state(title) for title in titles):
        return False
    return plural or any(is_voice(title) for title in titles)


def _serves(actor: Actor, known: Mapping[str, Actor]) -> bool:
    """Whether an office is held under the side itself: to be of its nationality is not enough."""
    served = (known.get(office.principal or "") for office in actor.offices)
    return any(own is not None and own.side == actor.side and own.kind is not ActorKind.PERSON for own in served)


def parties_bind(
    mentions: Iterable[AgreementMention], actors: Sequence[Actor], sides: Sequence[Side]
) -> list[AgreementMention]:
    """The mentions of agreements, with the state or body of his side for every person who agrees: ministers bind their states."""
    known = {actor.id: actor for actor in actors}
    bodies = {side.id: side.actors[0] for side in sides if len(side.actors) == 1}

    def bound(ids: Iterable[str]) -> tuple[str, ...]:
        found = []
        for own in ids:
            actor = known.get(own)
            person = actor is not None and actor.kind is ActorKind.PERSON
            found.append(bodies.get(actor.side or "", own) if actor is not None and person else own)
        return tuple(dict.fromkeys(found))

    return [
        replace(own, parties=bound(own.parties), committed=bound(own.committed), owed_to=bound(own.owed_to))
        for own in mentions
    ]
