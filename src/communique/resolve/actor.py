"""Which actors of different documents are the same: judgements with their reasons, never a silent merge."""

from collections.abc import Iterable, Sequence

from communique.model import ActorKind, Judgement, LocalActor, Reason, Verdict
from communique.resolve.actors.body import judge_bodies
from communique.resolve.actors.card import document_of
from communique.resolve.actors.group import judge_governments, judge_groups, judge_offices
from communique.resolve.actors.person import judge_persons
from communique.resolve.cluster import by_person, clusters

SECTION = "actor"


def resolve_actors(actors: Sequence[LocalActor], past: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Judgements on pairs of local actors, sorted; their order and that of the documents do not matter.

    States are joined by ISO code, bodies by name, persons inside blocks of one family name. Each actor is linked to the
    best earlier one of its block, so that the number of judgements grows with the number of actors.

    Args:
        actors: local actors of all documents.
        past: earlier judgements; pairs that a person has settled are not judged again.
    """
    ordered = sorted(actors, key=lambda actor: (document_of(actor), len(actor.id), actor.id))
    settled = {(found.left, found.right) for found in past if by_person(found)}
    found = [*_states(ordered), *judge_bodies(ordered), *judge_persons(ordered)]
    groups = clusters([actor.id for actor in ordered], [*past, *found])
    leader = {own: group[0] for group in groups for own in group}
    found += judge_offices(ordered, leader)
    found += judge_governments(ordered, leader)
    found += judge_groups(ordered, leader)
    return tuple(sorted(_unique(j for j in found if (j.left, j.right) not in settled), key=lambda j: (j.left, j.right)))


def _states(actors: Sequence[LocalActor]) -> list[Judgement]:
    """States of one ISO code are one."""
    first: dict[str, str] = {}
    found = []
    for actor in actors:
        if actor.kind is ActorKind.STATE and actor.country is not None:
            earlier = first.setdefault(actor.country, actor.id)
            if earlier != actor.id:
                left, right = sorted((earlier, actor.id))
                reasons = (Reason("iso_code", actor.country, 1.0),)
                found.append(Judgement(SECTION, left, right, Verdict.SAME, 1.0, reasons, "rule:state"))
    return found


def _unique(judgements: Iterable[Judgement]) -> list[Judgement]:
    """One judgement a pair: the surest."""
    best: dict[tuple[str, str], Judgement] = {}
    for found in judgements:
        pair = (found.left, found.right)
        if pair not in best or found.score > best[pair].score:
            best[pair] = found
    return list(best.values())
