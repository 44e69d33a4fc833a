"""The two parties to a conflict inside a state: its government and the armed movement there."""

from collections import Counter
from collections.abc import Mapping

from communique.model import DocumentActors, LocalActor


def at_home(actors: DocumentActors, states: Mapping[str, LocalActor], counts: Counter[str]) -> tuple[str, ...]:
    """A state and the one armed movement inside it, where the document names the two as often as any other party; else ().

    Args:
        states: country code -> the state among the actors.
        counts: actor id -> how often the document names a party and those who act for it.
    """
    movements = [actor for actor in actors.actors if actor.subtype == "movement" and actor.country is not None]
    state = states.get(movements[0].country or "") if len(movements) == 1 else None
    if state is None:
        return ()
    pair = (state.id, movements[0].id)
    others = max((count for own, count in counts.items() if own not in pair), default=0)
    return pair if sum(counts.get(own, 0) for own in pair) >= others else ()
