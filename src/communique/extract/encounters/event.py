"""Every trigger of a text with its kind and its arguments: what the benchmarks of encounters judge."""

from dataclasses import dataclass

from communique.extract.encounters.argument import Argument, find_arguments
from communique.extract.encounters.kind import is_public, kind_of
from communique.extract.encounters.phrase import entity_labels
from communique.extract.encounters.trigger import Trigger, find_triggers
from communique.lexicon.encounter import load_words
from communique.model import Analysis, EncounterKind


@dataclass(frozen=True, slots=True)
class EncounterEvent:
    """One trigger with what its sentence says of it.

    Attributes:
        public: a press conference, an interview, a broadcast debate: an event, but no encounter of sides.
        arguments: in text order, no two overlapping.
    """

    trigger: Trigger
    kind: EncounterKind
    public: bool
    arguments: tuple[Argument, ...]

    def of(self, role: str) -> tuple[Argument, ...]:
        """The arguments of one role."""
        return tuple(own for own in self.arguments if own.role == role)


def find_events(analysis: Analysis) -> tuple[EncounterEvent, ...]:
    """The events of a text, in text order."""
    words, labels = load_words(), entity_labels(analysis)
    triggers = find_triggers(analysis)
    tokens = frozenset(trigger.token for trigger in triggers)
    found = []
    for trigger in triggers:
        arguments = find_arguments(analysis, trigger, labels, tokens - {trigger.token})
        kind = kind_of(analysis, trigger, words)
        found.append(EncounterEvent(trigger, kind, is_public(analysis, trigger, words), arguments))
    return tuple(found)
