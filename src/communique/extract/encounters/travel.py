"""Visits told as travel: "the envoy flew to Lima on Monday", "the minister intends to travel to Oslo".

Only where somebody in office travels, to a named place, in a main clause, and the sentence names no other encounter there.
"""

from collections.abc import Collection, Iterator

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.named import actor_at
from communique.extract.encounters.phrase import child, implied_subject, prepositions
from communique.extract.encounters.place import named_place
from communique.extract.encounters.trigger import Trigger
from communique.lexicon.encounter import load_words
from communique.model import ActorKind, Analysis, DocumentActors, EncounterKind, LocalActor, Span

GOALS = {
    "leave": frozenset({"for"}),
    "head": frozenset({"to", "for"}),
    "arrive": frozenset({"in", "at"}),
    "land": frozenset({"in", "at"}),
}
TOWARDS = frozenset({"to"})
MAIN = frozenset({"ROOT", "conj", "ccomp", "xcomp", "parataxis"})


def travel_events(
    analysis: Analysis, actors: DocumentActors, triggers: Collection[int]
) -> Iterator[tuple[EncounterEvent, LocalActor, Span]]:
    """(event, traveller, words for the traveller), in text order.

    Args:
        triggers: tokens of the encounters found by their words; travel to one of them is no visit of its own.
    """
    words = load_words()
    for verb, lemma in enumerate(analysis.lemmas):
        if lemma not in words.travel_verbs or not analysis.tags[verb].startswith("VB") or analysis.deps[verb] not in MAIN:
            continue
        if not _goes_somewhere(analysis, verb, lemma) or any(at in triggers for at in analysis.subtree(verb)):
            continue
        if child(analysis, verb, "neg") is not None and {"did", "had"} & {
            analysis.word(own).lower() for own in analysis.children(verb)
        }:
            continue  # who did not go somewhere was not there
        subject = implied_subject(analysis, verb)
        traveller = actor_at(analysis, subject, actors) if subject is not None else None
        if traveller is not None and _is_official(traveller[0]):
            trigger = Trigger(verb, analysis.span(verb, verb + 1), lemma, False, 0.6)
            yield EncounterEvent(trigger, EncounterKind.VISIT, False, ()), *traveller


def _is_official(actor: LocalActor) -> bool:
    return actor.kind is ActorKind.PERSON and bool(actor.offices)


def _goes_somewhere(analysis: Analysis, verb: int, lemma: str) -> bool:
    goals = GOALS.get(lemma, TOWARDS)
    for name, goal in prepositions(analysis, verb):
        if name in goals and analysis.pos[goal] == "PROPN":
            place = named_place(analysis, goal, analysis.span(goal, goal + 1))
            if place is not None and (place.city or place.country):
                return True
    return False
