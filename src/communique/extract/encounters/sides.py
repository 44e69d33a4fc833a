"""Who meets by the grammar of the verb: its subject and whom it is with, relative pronouns as what they stand for.

What the model of arguments misses: subjects that the tagger takes for something else, "with whom X spoke", "who received Y".
"""

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.phrase import OBJECTS, child, prepositions
from communique.model import Analysis, Role

WITH_OBJECT = frozenset(
    {"meet", "phone", "telephone", "call", "ring", "receive", "host", "welcome", "visit", "see", "consult"}
)
ALONE = frozenset(
    {
        "speak",
        "talk",
        "confer",
        "converse",
        "chat",
        "eat",
        "dine",
        "din",
        "lunch",
        "breakfast",
        "shake",
        "exchange",
        "agree",
        "settle",
    }
)
HOSTING = frozenset({"receive", "host", "welcome"})
RELATIVE = frozenset({"WP", "WDT"})
WITH = frozenset({"with", "to"})


def verb_sides(analysis: Analysis, event: EncounterEvent) -> tuple[tuple[int, Role], ...]:
    """(head token, role) of the sides of a verb, subject first; () for a noun and for other verbs."""
    verb, lemma = event.trigger.token, event.trigger.lemma
    if event.trigger.noun or lemma not in WITH_OBJECT | ALONE:
        return ()
    active = child(analysis, verb, "nsubj")
    passive = child(analysis, verb, "nsubjpass")
    goals = prepositions(analysis, verb)
    hosts = [goal for name, goal in goals if name == "by" and lemma in HOSTING and passive is not None]
    others = [goal for name, goal in goals if name in WITH and (name == "with" or lemma in ALONE)]
    others += [goal for name, goal in goals if name == "on" and lemma == "call"]
    thing = child(analysis, verb, *OBJECTS) if lemma in WITH_OBJECT else None
    rows = [(active, Role.HOST if lemma in HOSTING else Role.ATTENDEE), *((host, Role.HOST) for host in hosts)]
    rows += [(own, Role.ATTENDEE) for own in (passive, thing, *others)]
    return tuple((_meant(analysis, verb, token), role) for token, role in rows if token is not None)


def _meant(analysis: Analysis, verb: int, token: int) -> int:
    """What a relative pronoun stands for."""
    if analysis.tags[token] in RELATIVE and analysis.deps[verb] == "relcl":
        return analysis.heads[verb]
    return token
