"""What sort of encounter a trigger names, and whether it is one of sides at all."""

from communique.extract.encounters.phrase import outer_noun, prepositions
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
    if trigger.lemma == "conversation":
        return EncounterKind.MEETING
    if name == "meeting" and "summit" in beside:
        return EncounterKind.SUMMIT
    return EncounterKind(name)


def is_public(analysis: Analysis, trigger: Trigger, words: EncounterWords) -> bool:
    """Whether it is a press conference, an interview or a debate: a setting of statements, no encounter."""
    if trigger.lemma in PUBLIC:
        return True
    beside = {analysis.lemmas[own] for own in analysis.children(trigger.token) if own < trigger.token}
    return bool(beside & words.public_modifiers)
