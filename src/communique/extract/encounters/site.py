"""Where an event stands in its sentence: the noun or verb that names it and the words of its clause."""

from dataclasses import dataclass

from communique.extract.encounters.phrase import SUBJECTS, outer_noun
from communique.extract.encounters.trigger import Trigger
from communique.lexicon.encounter import EncounterWords
from communique.model import Analysis

RUNNING = frozenset({"run", "last", "stretch", "drag", "open", "begin", "start", "end", "close", "take"})
GOING_ON = frozenset({"last", "take", "begin", "start"})
CLAUSES = frozenset({"ROOT", "advcl", "relcl", "ccomp", "conj", "parataxis"})


@dataclass(frozen=True, slots=True)
class Site:
    """The place of an event in the syntax.

    Attributes:
        token: the trigger.
        outer: the noun that counts or orders it ("a new round of talks": "round"), else the trigger.
        clause: the words above it up to the verb of its clause, that verb last if there is one.
        predicates: words beside that verb that say more of a subject ("due", "take" in "is to take place").
    """

    token: int
    outer: int
    clause: tuple[int, ...]
    predicates: tuple[int, ...] = ()

    @property
    def own(self) -> frozenset[int]:
        """All tokens that a phrase of the event may hang on."""
        return frozenset({self.token, self.outer, *self.clause, *self.predicates})


def site_of(analysis: Analysis, trigger: Trigger, words: EncounterWords) -> Site:
    """The site of a trigger. An infinitive or participle under a verb belongs to the clause of that verb."""
    outer = outer_noun(analysis, trigger.token, words.counting_nouns)
    found = []
    at = outer
    while analysis.heads[at] != at:
        if analysis.pos[at] in {"VERB", "AUX"} and analysis.deps[at] in CLAUSES:
            found += _told_as_time(analysis, at)
            break
        at = analysis.heads[at]
        if analysis.pos[at] == "NOUN" and analysis.lemmas[at] not in words.nouns:
            break
        found.append(at)
    predicates = (*_predicates(analysis, outer, found), *_held(analysis, outer, words))
    return Site(trigger.token, outer, tuple(found), predicates)


def _told_as_time(analysis: Analysis, verb: int) -> list[int]:
    """The words of "the last time they met was in Lima in May": what "was" gives is the day and place of the meeting."""
    time = analysis.heads[verb]
    named = analysis.deps[verb] == "relcl" and analysis.lemmas[time] in {"time", "occasion"}
    if not named or analysis.deps[time] not in SUBJECTS or analysis.lemmas[analysis.heads[time]] != "be":
        return []
    return [time, analysis.heads[time]]


def _held(analysis: Analysis, outer: int, words: EncounterWords) -> tuple[int, ...]:
    """ "talks between A and B, held in Lima on Monday", "a meeting lasting two hours in Lima": a participle below the
    noun's phrases, wherever it hangs."""
    clauses = [
        at
        for at in analysis.subtree(outer)
        if analysis.deps[at] == "relcl" and analysis.lemmas[at] in RUNNING and _is_which(analysis, at)
    ]
    to_come = [
        below
        for at in analysis.subtree(outer)
        if analysis.deps[at] == "relcl" and analysis.lemmas[at] == "be" and _is_which(analysis, at)
        for below in analysis.children(at)
        if analysis.deps[below] == "xcomp" and analysis.lemmas[below] in words.light_verbs | words.event_verbs
    ]
    return (*clauses, *to_come, *_participles(analysis, outer, words))


def _is_which(analysis: Analysis, verb: int) -> bool:
    """Whether a relative pronoun is the subject of the clause."""
    return any(analysis.deps[own] in SUBJECTS and analysis.tags[own] in {"WDT", "WP"} for own in analysis.children(verb))


def _participles(analysis: Analysis, outer: int, words: EncounterWords) -> tuple[int, ...]:
    return tuple(
        at
        for at in analysis.subtree(outer)
        if analysis.deps[at] == "acl"
        and (
            (analysis.tags[at] == "VBN" and analysis.lemmas[at] in words.light_verbs)
            or (analysis.tags[at] == "VBG" and analysis.lemmas[at] in GOING_ON)
        )
    )


def _predicates(analysis: Analysis, outer: int, clause: list[int]) -> tuple[int, ...]:
    """ "is due in", "is scheduled to take place in": words beside the verb that the noun is the subject of."""
    if not clause or analysis.heads[outer] != clause[0] or analysis.deps[outer] not in SUBJECTS:
        return ()
    found, stack = [], [clause[0]]
    while stack:
        at = stack.pop()
        for own in analysis.children(at):
            if analysis.deps[own] in {"xcomp", "acomp", "oprd"} and own > outer:
                found.append(own)
                stack.append(own)
    return tuple(sorted(found))


def is_direct(analysis: Analysis, token: int, site: Site) -> bool:
    """Whether a phrase hangs on the event: on its words or, through prepositions and appositions, on such a phrase."""
    at = token
    for _ in range(5):
        head = analysis.heads[at]
        if head in site.own:
            return True
        passing = analysis.pos[head] in {"ADP", "SCONJ", "PROPN"} or analysis.deps[at] in {"appos", "conj", "compound"}
        if head == at or not passing:
            return False
        at = head
    return False
