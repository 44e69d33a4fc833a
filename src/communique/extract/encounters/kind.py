"""What sort of encounter a trigger names, and whether it is one of sides at all."""

from communique.extract.encounters.phrase import OBJECTS, outer_noun, prepositions
from communique.extract.encounters.trigger import Trigger
from communique.lexicon.encounter import EncounterWords
from communique.model import Analysis, EncounterKind

PUBLIC = frozenset({"interview", "briefing", "debate"})
SPEECH = frozenset({"speak", "talk", "converse", "chat"})


def kind_of(analysis: Analysis, trigger: Trigger, words: EncounterWords) -> EncounterKind:
    """The kind, from the word and what stands beside it: "round of talks", "spoke by phone", "telephone conversation"."""
    name = (words.nouns if trigger.noun else words.verbs).get(trigger.lemma, "meeting")
    token = trigger.token
    beside = {analysis.lemmas[own] for own in analysis.children(token)}
    if beside & words.phone_words:
        return EncounterKind.CALL
    goals = {(prep, analysis.lemmas[goal]) for prep, goal in prepositions(analysis, token)}
    if any(prep in {"by", "over", "on", "via"} and goal in words.phone_words | {"call"} for prep, goal in goals):
        return EncounterKind.CALL
    if trigger.lemma == "conference" and "call" in beside:
        return EncounterKind.CALL
    outer = analysis.lemmas[outer_noun(analysis, token, words.counting_nouns)]
    if outer in {"round", "cycle"}:
        return EncounterKind.ROUND
    if trigger.lemma == "contact" and trigger.noun and analysis.tags[token] == "NN" and _took_place(analysis, token, words):
        return EncounterKind.ROUND if "level" in _premodifiers(analysis, token) else EncounterKind.MEETING
    if trigger.lemma == "call" and trigger.noun and _paid(analysis, token):
        return EncounterKind.MEETING
    if trigger.lemma == "conversation":
        return EncounterKind.MEETING
    if name == "meeting" and "summit" in beside:
        return EncounterKind.SUMMIT
    return EncounterKind(name)


def _took_place(analysis: Analysis, token: int, words: EncounterWords) -> bool:
    """ "a contact was held", "to hold a working contact", "at the contact in Oslo": one gathering, not dealings at large."""
    verb = analysis.heads[token]
    held = analysis.lemmas[verb] in {"hold", "convene"} and analysis.deps[token] in {"nsubjpass", *OBJECTS}
    return held or (analysis.deps[token] == "pobj" and analysis.lemmas[verb] in {"at", "during"})


def _paid(analysis: Analysis, token: int) -> bool:
    """ "paid a courtesy call on X"."""
    return analysis.lemmas[analysis.heads[token]] == "pay" or "courtesy" in _premodifiers(analysis, token)


def _premodifiers(analysis: Analysis, token: int) -> set[str]:
    """Base forms of all words before the noun that belong to it ("high-level")."""
    return {analysis.lemmas[own] for own in analysis.subtree(token) if own < token}


def is_public(analysis: Analysis, trigger: Trigger, words: EncounterWords) -> bool:
    """Whether it is a press conference, an interview or a debate: a setting of statements, no encounter."""
    if trigger.lemma in PUBLIC:
        return True
    beside = {analysis.lemmas[own] for own in analysis.children(trigger.token) if own < trigger.token}
    return bool(beside & words.public_modifiers)
