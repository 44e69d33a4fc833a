"""Sessions of talks: "the session of 5 May", "yesterday's session", "a separate session on energy", "its first sitting".

In a report on a round of talks they are parts of it.
"""

from collections.abc import Collection, Iterator

from communique.extract.encounters.argument import find_arguments
from communique.extract.encounters.date import times_in_sentence
from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.phrase import entity_labels, prepositions
from communique.extract.encounters.trigger import Trigger
from communique.model import Analysis, EncounterKind, TimeKind

SORTS = frozenset({"session", "sitting"})
TOLD_APART = frozenset(
    ["separate", "final", "last", "opening", "closing", "plenary", "joint", "first", "second", "third", "one", "two", "morning",
     "afternoon", "evening", "night", "closed", "working"]
)  # fmt: skip
HAPPENING = frozenset(
    {"open", "close", "end", "break", "begin", "start", "attend", "chair", "hold", "have", "last", "adjourn"}
)
NOT_OF_TALKS = frozenset({"training", "photo", "question", "trading", "drafting", "parliament", "council", "court", "jury"})
CONFIDENCE = 0.6


def session_events(analysis: Analysis, triggers: Collection[int]) -> Iterator[EncounterEvent]:
    """Sessions that are no triggers, in text order.

    Args:
        triggers: tokens of the encounters found by their words.
    """
    labels = entity_labels(analysis)
    for token, lemma in enumerate(analysis.lemmas):
        if lemma not in SORTS or not analysis.tags[token].startswith("NN") or token in triggers:
            continue
        if is_session(analysis, token) and analysis.lemmas[analysis.heads[token]] in HAPPENING:
            trigger = Trigger(token, analysis.span(token, token + 1), lemma, True, CONFIDENCE)
            arguments = find_arguments(analysis, trigger, labels, frozenset(triggers) - {token})
            yield EncounterEvent(trigger, EncounterKind.MEETING, False, arguments)


def is_session(analysis: Analysis, token: int) -> bool:
    """Whether a word for a session is told apart from others: by day, subject or place in a row."""
    if analysis.lemmas[token] not in SORTS or not analysis.tags[token].startswith("NN"):
        return False
    if analysis.deps[token] == "attr" or analysis.lemmas[analysis.heads[token]] == "as":  # "took place as closed sessions"
        return False
    beside = {analysis.lemmas[own] for own in analysis.children(token)}
    goals = dict(prepositions(analysis, token))
    if (beside | {analysis.lemmas[goal] for goal in goals.values()}) & NOT_OF_TALKS:
        return False
    on = token + 1 < len(analysis) and analysis.lemmas[token + 1] == "on"
    return on or bool(beside & TOLD_APART) or _is_dated(analysis, token)


def _is_dated(analysis: Analysis, token: int) -> bool:
    """ "yesterday's session", "the session of 5 May", "the session on Sunday"."""
    inside = set(analysis.subtree(token))
    return any(
        time.kind is TimeKind.DATE and inside & set(analysis.tokens_in(time.span))
        for time in times_in_sentence(analysis, token)
    )
