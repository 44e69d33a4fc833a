"""Sentences that go on about an encounter with a pronoun: "It is expected to be held again in Lima", "They will take place".

Their status, date and place belong to the encounter spoken of just before.
"""

from collections.abc import Iterator, Set

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.phrase import OBJECTS, SUBJECTS, child
from communique.extract.encounters.trigger import Trigger
from communique.model import Analysis, EncounterKind

PRONOUNS = frozenset({"it", "they", "which", "this", "these", "that"})
TIED = frozenset({"it", "this", "that"})
PASSIVE = frozenset({"hold", "postpone", "cancel", "schedule", "reschedule", "plan", "convene", "delay", "host"})
ACTIVE = frozenset({"last", "happen", "occur"})
LASTING = frozenset({"take", "exceed", "run"})
SAYING_HOW_LONG = frozenset({"last", "take", "exceed", "run"})
DENYING = frozenset({"deny", "refute", "dismiss", "reject"})


def pronoun_events(analysis: Analysis, sentences: Set[int]) -> Iterator[EncounterEvent]:
    """Events whose only words are a pronoun and a verb of taking place, in sentences next to a told encounter.

    Args:
        sentences: numbers of the sentences that tell of an encounter.
    """
    for sentence, (first, last) in enumerate(analysis.sentences):
        if not sentences & {sentence, sentence - 1}:
            continue
        for verb in range(first, last):
            if analysis.tags[verb].startswith("VB") and (_takes_place(analysis, verb) or denies(analysis, verb)):
                span = analysis.span(verb, verb + 1)
                yield EncounterEvent(
                    Trigger(verb, span, analysis.lemmas[verb], False, 0.6), EncounterKind.MEETING, False, ()
                )


def denies(analysis: Analysis, verb: int) -> bool:
    """ "both men deny it"."""
    thing = child(analysis, verb, *OBJECTS)
    negated = child(analysis, verb, "neg") is not None
    return analysis.lemmas[verb] in DENYING and thing is not None and analysis.lemmas[thing] in TIED and not negated


def _takes_place(analysis: Analysis, verb: int) -> bool:
    lemma = analysis.lemmas[verb]
    below = analysis.children(verb)
    subjects = [own for own in below if analysis.deps[own] in SUBJECTS]
    if not any(analysis.lemmas[own] in PRONOUNS and analysis.tags[own] in ("PRP", "WDT", "DT") for own in subjects):
        return False
    if lemma in PASSIVE:
        return any(analysis.deps[own] in ("nsubjpass", "auxpass") for own in below)
    place = lemma == "take" and any(analysis.lemmas[own] == "place" for own in below)
    return lemma in ACTIVE or place or (lemma in LASTING and _for_long(analysis, verb))


def _for_long(analysis: Analysis, verb: int) -> bool:
    """ "It took them less than two hours", "It did not exceed five minutes"."""
    below = {
        at for own in analysis.children(verb) if analysis.deps[own] in {"dobj", "npadvmod"} for at in analysis.subtree(own)
    }
    return any(
        analysis.lemmas[own] in {"minute", "hour"} and own in below for own in range(verb + 1, min(verb + 9, len(analysis)))
    )
