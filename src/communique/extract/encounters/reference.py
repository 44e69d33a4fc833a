"""Whether a draft points back, announces another encounter, or names none of its own."""

from collections.abc import Collection, Sequence

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.negation import takes_part
from communique.extract.encounters.phrase import SUBJECTS, child, implied_subject, prepositions
from communique.extract.encounters.site import Site
from communique.extract.encounters.tense import MODAL
from communique.lexicon.encounter import EncounterWords, load_words
from communique.lexicon.word_set import word_set
from communique.model import ActorKind, Analysis, DocumentActors, Participant

MEDIA_WORDS = word_set("media_words")
COPULAS = frozenset({"be", "become", "turn", "remain"})
TIED = frozenset({"it", "this", "that", "these", "those", "they"})
KINDS = frozenset({"meeting", "conference", "summit", "consultation", "visit", "call", "session", "mediation"})
ASSEMBLY = frozenset(
    "board commission commissioner committee council delegate delegation diplomat envoy expert group leader mediator minister "
    "negotiator party president side team".split()
)
PRESS = frozenset({"reporter", "journalist", "media", "press", "correspondent", "newspaper", "broadcaster"})
ATTENDING = frozenset({"attend", "join", "chair", "co-chair", "skip", "miss", "leave", "observe", "boycott"})
WHILE = frozenset({"while", "as", "whilst"})


def words_before(analysis: Analysis, site: Site) -> frozenset[str]:
    """Base forms of what stands before the noun."""
    return frozenset(analysis.lemmas[own] for at in {site.token, site.outer} for own in analysis.children(at) if own < at)


def points_back(analysis: Analysis, event: EncounterEvent, site: Site, words: EncounterWords) -> bool:
    """ "the meeting", "their talks", "the presidents' call"; "the two sides met"; "while they were negotiating"."""
    if event.trigger.noun:
        return bool(words_before(analysis, site) & words.pointing_words) or _owned(analysis, site) or is_tied(analysis, site)
    if any(analysis.deps[own] == "mark" and analysis.lemmas[own] in WHILE for own in analysis.children(site.token)):
        return True
    subject = child(analysis, site.token, "nsubj")
    if subject is None:
        return False
    if analysis.pos[subject] == "PRON":
        return True
    marks = {analysis.lemmas[own] for own in analysis.children(subject)}
    return analysis.pos[subject] == "NOUN" and bool(marks & words.pointing_words)


def is_tied(analysis: Analysis, site: Site) -> bool:
    """ "these were two separate meetings": a predicate of a pronoun is the encounter before."""
    verb = analysis.heads[site.outer]
    if _as_what(analysis, site):
        return True
    if analysis.deps[site.outer] != "attr" or analysis.lemmas[verb] not in COPULAS:
        return False
    clause = verb
    while analysis.deps[clause] == "conj" and child(analysis, clause, "nsubj") is None:
        clause = analysis.heads[clause]
    if any(analysis.tags[own] == "WDT" for own in analysis.children(clause) if analysis.deps[own] in SUBJECTS):
        return analysis.lemmas[analysis.heads[clause]] in load_words().nouns
    return any(analysis.deps[own] == "nsubj" and analysis.lemmas[own] in TIED for own in analysis.children(verb))


def _as_what(analysis: Analysis, site: Site) -> bool:
    """ "the talks took place as closed sessions": what the encounter before in the clause is said to be."""
    preposition = analysis.heads[site.outer]
    if analysis.deps[site.outer] != "pobj" or analysis.lemmas[preposition] != "as":
        return False
    subject = child(analysis, analysis.heads[preposition], *SUBJECTS)
    return subject is not None and analysis.lemmas[subject] in load_words().nouns


def is_fresh(analysis: Analysis, site: Site, words: EncounterWords, triggers: Collection[int], *, ahead: bool) -> bool:
    """ "a second round", "open a consultation process", "the meeting should kick off negotiations"."""
    if is_tied(analysis, site):
        return False
    verb = analysis.heads[site.outer]
    if {"no", "any"} & words_before(analysis, site) and "such" in words_before(analysis, site):
        return False
    founding = analysis.deps[site.outer] == "dobj" and analysis.lemmas[verb] in words.founding_verbs
    return (
        bool(words_before(analysis, site) & words.fresh_words)
        or (ahead and founding)
        or follows_another(analysis, site, triggers)
    )


def follows_another(analysis: Analysis, site: Site, triggers: Collection[int]) -> bool:
    """Whether the subject of the clause is itself an encounter, so that this one is another."""
    for verb in site.clause:
        if not analysis.tags[verb].startswith("VB"):
            continue
        subject = child(analysis, verb, *SUBJECTS)
        if subject is None or subject in (site.token, site.outer):
            return False
        relative = analysis.tags[subject] in ("WDT", "WP") and analysis.heads[verb] in triggers
        return subject in triggers or relative
    return False


def is_mass(analysis: Analysis, site: Site) -> bool:
    """A bare word that names no single encounter: "under negotiation", "after consultations", "no friend of meetings"."""
    bare = analysis.tags[site.outer] == "NN" or (analysis.tags[site.outer] == "NNS" and analysis.lemmas[site.outer] in KINDS)
    marks = {"det", "poss", "nummod", "amod", "compound"}
    return (
        bare and site.outer == site.token and not any(analysis.deps[own] in marks for own in analysis.children(site.token))
    )


def is_idle(analysis: Analysis, site: Site, *, bare: bool) -> bool:
    """ "a summit should not come before July", "a summit is another matter", "asked for a judge, not for a conference".

    Args:
        bare: the noun has no phrase that says who, where or when.
    """
    marks = {analysis.lemmas[own] for own in analysis.children(site.outer) if analysis.deps[own] in {"det", "poss"}}
    if marks & {"every", "each"}:
        return True
    if not marks & {"a", "an", "any"}:
        return False
    verb = analysis.heads[site.outer]
    if analysis.deps[site.outer] in SUBJECTS:
        forms = {analysis.word(own).lower() for own in analysis.children(verb) if analysis.deps[own] == "aux"}
        if child(analysis, verb, "neg") is not None and forms & MODAL:
            return True
        if bare and child(analysis, verb, "neg") is not None and child(analysis, verb, "auxpass") is not None:
            return analysis.tags[verb] == "VBN" and "is" in {analysis.word(own).lower() for own in analysis.children(verb)}
        return bare and analysis.lemmas[verb] == "be" and child(analysis, verb, "attr") is not None
    return bare and analysis.deps[site.outer] == "pobj" and child(analysis, verb, "neg") is not None


def is_weak(analysis: Analysis, event: EncounterEvent, people: Sequence[Participant], words: EncounterWords) -> bool:
    """Whether the words alone do not make an encounter: "issues were discussed", "has a dialogue"."""
    lemma, token = event.trigger.lemma, event.trigger.token
    if event.trigger.noun:
        verb = analysis.heads[token]
        standing = analysis.lemmas[verb] == "have" and analysis.tags[verb] in ("VBZ", "VBP")
        return lemma in words.soft_nouns and (standing or (len(people) < 2 and not _happens(analysis, event, words)))
    if lemma not in words.soft_verbs:
        return False
    if lemma in {"gather", "convene"} and _is_assembly(analysis, token):
        return False
    sides = {name for name, _ in prepositions(analysis, token)} & {"with", "to", "by", "on", "over"}
    return len(people) < 2 or (not sides and lemma in {"discuss", "debate"} and len(people) < 2)


def _is_assembly(analysis: Analysis, token: int) -> bool:
    """Whether the subject is a body or a number of delegates, and a place is named: "the working group gathers in Lima"."""
    subject = implied_subject(analysis, token)
    goals = [goal for at in analysis.subtree(token) for name, goal in prepositions(analysis, at) if name in {"in", "at"}]
    there = any(goal > token and analysis.pos[goal] == "PROPN" for goal in goals)
    if subject is not None and analysis.tags[subject] in {"WDT", "WP"} and analysis.deps[token] == "relcl":
        subject = analysis.heads[token]
    return subject is not None and there and analysis.lemmas[subject] in ASSEMBLY


def with_the_press(analysis: Analysis, event: EncounterEvent, actors: DocumentActors) -> bool:
    """ "in a telephone contact with the Port Courier", "spoke to reporters": an interview, no encounter of sides."""
    goals = [goal for name, goal in prepositions(analysis, event.trigger.token) if name in {"with", "to"}]
    for goal in goals:
        actor = actors.at(analysis.span(goal, goal + 1))
        if actor is not None and actor.subtype == "media":
            return True
        words = {analysis.lemmas[own] for own in analysis.subtree(goal) if analysis.heads[own] in (goal, own) or own == goal}
        named = analysis.pos[goal] == "PROPN" and (actor is None or actor.kind is not ActorKind.PERSON)
        if analysis.lemmas[goal] in PRESS or (named and words & MEDIA_WORDS):
            return True
    return False


def only_attended(analysis: Analysis, site: Site, *, definite: bool) -> bool:
    """ "X attended the meeting", "Y chaired the talks", "Z took part in the session"."""
    verb = analysis.heads[site.outer]
    if analysis.deps[site.outer] == "dobj":
        return definite and analysis.lemmas[verb] in ATTENDING
    if not definite or analysis.deps[site.outer] != "pobj" or analysis.lemmas[verb] != "in":
        return False
    taker = analysis.heads[verb]
    part = analysis.lemmas[taker] == "part" and analysis.lemmas[analysis.heads[taker]] == "take"
    return part or analysis.lemmas[taker] == "participate" or takes_part(analysis, taker)


def _owned(analysis: Analysis, site: Site) -> bool:
    """ "the presidents' call"."""
    return any(analysis.deps[own] == "poss" for own in analysis.children(site.outer))


def _happens(analysis: Analysis, event: EncounterEvent, words: EncounterWords) -> bool:
    verb = analysis.heads[event.trigger.token]
    carried = analysis.lemmas[verb] in words.light_verbs | words.event_verbs - {"launch", "open", "begin", "start"}
    return carried and len(event.of("participants")) > 0
