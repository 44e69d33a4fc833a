"""Numbered notes: every sentence of the report points to the exact words that it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.model import Evidence
from communique.query.view import View
from communique.query.wording import source_name

AROUND = 150
MOST = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of evidence in context: source, words before, the words, words after."""

    source: str
    document: str
    before: str
    words: str
    after: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note. `more`: passages left out because there are too many."""

    number: int
    passages: tuple[Passage, ...]
    more: int


@dataclass(slots=True)
class Notes:
    """Collects the notes of one report; the same words give the same number."""

    view: View
    notes: list[Note] = field(default_factory=list)
    known: dict[tuple[Evidence, ...], int] = field(default_factory=dict)

    def number(self, evidence: Iterable[Evidence]) -> int:
        """The number of the note that holds `evidence`; 0 if there is none."""
        words = tuple(dict.fromkeys(evidence))
        if not words:
            return 0
        if words not in self.known:
            number = len(self.notes) + 1
            passages = tuple(self._passage(own) for own in words[:MOST])
            self.notes.append(Note(number, passages, max(0, len(words) - MOST)))
            self.known[words] = number
        return self.known[words]

    def _passage(self, evidence: Evidence) -> Passage:
        before, words, after = self.view.context(evidence, AROUND)
        found = self.view.documents.get(evidence.document)
        name = source_name(found.document) if found else evidence.document
        cut = before.rfind("\n") + 1
        end = after.find("\n")
        return Passage(
            name,
            evidence.document,
            before[cut:],
            words,
            after if end < 0 else after[:end],
            evidence.span.start,
            evidence.span.end,
        )
