"""Parts told by number: "two separate meetings: one on trade and one with the central bank"."""

from collections.abc import Iterator, Sequence

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.phrase import phrase_span
from communique.extract.encounters.trigger import Trigger
from communique.model import Analysis, EncounterKind, Span

ONES = frozenset({"one", "another", "other", "first", "second", "third"})
LINKS = frozenset({"on", "about", "with", "between", "for", "devoted", "dedicated"})
MEETINGS = frozenset({EncounterKind.MEETING, EncounterKind.ROUND, EncounterKind.CONFERENCE})


def part_events(analysis: Analysis, events: Sequence[EncounterEvent]) -> Iterator[tuple[EncounterEvent, Span]]:
    """(event, words) of each part: "one on trade". At least two of them in the sentence, after a plural that counts them."""
    for event in events:
        token = event.trigger.token
        if not event.trigger.noun or event.kind not in MEETINGS or not analysis.tags[token].startswith("NN"):
            continue
        if analysis.tags[token] != "NNS" or not any(analysis.deps[own] == "nummod" for own in analysis.children(token)):
            continue
        found = list(_ones(analysis, token))
        if len(found) > 1:
            for at, span in found:
                trigger = Trigger(at, analysis.span(at, at + 1), analysis.lemmas[at], True, event.trigger.confidence)
                yield EncounterEvent(trigger, event.kind, False, ()), span


def _ones(analysis: Analysis, after: int) -> Iterator[tuple[int, Span]]:
    last = analysis.sentences[analysis.sentence_of[after]][1]
    for at in range(after + 1, last - 1):
        if analysis.lemmas[at] in ONES and analysis.lemmas[at + 1] in LINKS:
            stops = frozenset(own for own in analysis.subtree(at) if own != at and analysis.deps[own] in {"cc", "conj"})
            span = phrase_span(analysis, at, stops)
            yield at, span
