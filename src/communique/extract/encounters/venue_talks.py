"""Talks told by their city alone: "in Lima they had offered nine", "X and Y signed the accord in Lima", "another attempt will be
made in Lima on 14 May".

Only in the past tense of verbs of bargaining and closing, with a party as subject, and in a city that is no party's capital.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.party import joined_pair
from communique.extract.encounters.phrase import SUBJECTS, child, conjuncts, entity_labels, prepositions
from communique.extract.encounters.place import named_place
from communique.extract.encounters.sense import is_human
from communique.extract.encounters.tense import tense_of
from communique.extract.encounters.trigger import Trigger
from communique.lexicon.country import country_by_capital
from communique.lexicon.encounter import load_words
from communique.model import Analysis, DocumentActors, EncounterKind, EncounterStatus, Place

BARGAINING = frozenset({"offer", "propose", "demand", "claim", "concede", "bargain", "haggle", "table", "put"})
CLOSING = frozenset({"sign", "initial", "conclude", "strike", "seal", "clinch"})
PAPERS = frozenset(
    ["agreement", "accord", "deal", "protocol", "arrangement", "document", "text", "ceasefire", "cease", "fire", "truce", "pact", "memorandum",
     "treaty", "settlement", "understanding"]
)  # fmt: skip
SIDES = frozenset({"delegation", "side", "party", "negotiator", "minister", "government", "envoy", "team", "delegate"})
AGAIN = frozenset({"another", "new", "fresh", "further", "second", "third"})
CONFIDENCE = 0.55


@dataclass(frozen=True, slots=True)
class CityTalks:
    """Talks told by a city: the event (its trigger is the city's name) and the place."""

    event: EncounterEvent
    verb: int
    place: Place


def city_talks(analysis: Analysis, actors: DocumentActors, triggers: Collection[int]) -> Iterator[CityTalks]:
    """The talks told by their city alone, in text order.

    Args:
        triggers: tokens of the encounters found by their words; a clause that holds one tells of that.
    """
    labels = entity_labels(analysis)
    homes = _homes(analysis, actors)
    for verb in range(len(analysis)):
        if not analysis.tags[verb].startswith("VB") or not _bargains(analysis, verb, labels):
            continue
        if any(at in triggers for at in _clause(analysis, verb)):
            continue
        for city, place in _cities(analysis, verb):
            home = country_by_capital(place.city or "")
            if home is None or home.code not in homes:
                trigger = Trigger(city, analysis.span(city, city + 1), analysis.lemmas[verb], False, CONFIDENCE)
                yield CityTalks(EncounterEvent(trigger, EncounterKind.ROUND, False, ()), verb, place)


def _homes(analysis: Analysis, actors: DocumentActors) -> frozenset[str]:
    """Codes of the states that the document joins: what is offered in their capitals may be offered at home."""
    pair = joined_pair(analysis, actors) or ()
    found = [actors.by_id(own) for own, _ in pair]
    return frozenset(actor.country for actor in found if actor is not None and actor.country)


def _clause(analysis: Analysis, verb: int) -> list[int]:
    return [verb, *(own for own in analysis.subtree(verb))]


def _bargains(analysis: Analysis, verb: int, labels: dict[int, str]) -> bool:
    """Whether sides bargain or close there, and did so."""
    lemma = analysis.lemmas[verb]
    words = load_words()
    participle = analysis.deps[verb] in {"acl", "relcl"} and analysis.tags[verb] in {"VBN", "VBD"}
    if not participle and tense_of(analysis, verb, words) is not EncounterStatus.HELD:
        return False
    if child(analysis, verb, "neg") is not None:
        return False
    if lemma in CLOSING:
        return _closes(analysis, verb, labels)
    subject = child(analysis, verb, "nsubj")
    if lemma not in BARGAINING or subject is None:
        return False
    if lemma == "put" and not any(analysis.lemmas[goal] == "table" for _, goal in prepositions(analysis, verb)):
        return False
    known = labels.get(subject) in {"PERSON", "GPE", "NORP"} or analysis.lemmas[subject] in SIDES
    return known or (analysis.pos[subject] == "PRON" and analysis.word(subject).lower() in {"they", "we", "he", "she", "it"})


def _closes(analysis: Analysis, verb: int, labels: dict[int, str]) -> bool:
    """Whether two sides sign, or a paper is signed by sides: "the cease-fire concluded in Lima"."""
    subject = child(analysis, verb, *SUBJECTS)
    head = analysis.heads[verb]
    if analysis.deps[verb] in {"acl", "relcl"} and analysis.lemmas[head] in PAPERS:
        return True
    if subject is None:
        return False
    if analysis.lemmas[subject] in PAPERS:
        return True
    parties = [
        at for at in conjuncts(analysis, subject) if is_human(analysis, at, labels) or labels.get(at) in {"GPE", "ORG"}
    ]
    return len(parties) > 1 or (analysis.lemmas[subject] in SIDES and analysis.tags[subject] in ("NNS", "NNPS"))


def _cities(analysis: Analysis, verb: int) -> Iterator[tuple[int, Place]]:
    """(token, place) of the cities of "in" phrases of the verb, of its object, or behind its day."""
    below = [own for own in analysis.children(verb) if analysis.deps[own] in {"dobj", "obj"}]
    for at in (verb, *below):
        for name, goal in prepositions(analysis, at):
            if name != "in" or analysis.pos[goal] != "PROPN":
                continue
            for city in conjuncts(analysis, goal):
                place = named_place(analysis, city, analysis.span(city, city + 1))
                if place is not None and place.city:
                    yield city, place
