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
MEALS = frozenset({"banquet", "breakfast", "dinner", "lunch", "luncheon", "reception", "supper", "tea"})
GIVING = frozenset({"give", "have", "hold", "host", "offer"})
SENDING = frozenset({"allow", "ask", "dispatch", "instruct", "invite", "order", "send", "task", "urge"})
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


def guests_of(analysis: Analysis, event: EncounterEvent) -> list[int]:
    """ "hosted a private dinner for X and Y", "gave a lunch to X": those a meal is given to."""
    verb = analysis.heads[event.trigger.token]
    if not event.trigger.noun or event.trigger.lemma not in MEALS or analysis.lemmas[verb] not in GIVING:
        return []
    goals = [*prepositions(analysis, event.trigger.token), *prepositions(analysis, verb)]
    return [goal for name, goal in goals if name in {"to", "for"}]


def sent_to(analysis: Analysis, event: EncounterEvent) -> tuple[int | None, int | None]:
    """ "dispatched X to meet Y": (who goes, who sends and stays at home); (None, None) for any other clause."""
    verb = event.trigger.token
    above = analysis.heads[verb]
    infinitive = analysis.tags[verb] == "VB" and analysis.deps[verb] in {"advcl", "xcomp", "ccomp", "acl"}
    if event.trigger.noun or not infinitive or analysis.lemmas[above] not in SENDING or child(analysis, verb, "nsubj"):
        return None, None
    sender = child(analysis, above, "nsubj")
    if sender is not None:
        sender = _meant(analysis, above, sender)
    return child(analysis, above, "dobj"), sender


def _meant(analysis: Analysis, verb: int, token: int) -> int:
    """What a relative pronoun stands for."""
    if analysis.tags[token] in RELATIVE and analysis.deps[verb] == "relcl":
        return analysis.heads[verb]
    return token
