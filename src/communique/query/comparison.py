"""What each source says of one encounter, fact by fact."""

from dataclasses import dataclass

from communique.model import Encounter, EncounterMention, Evidence
from communique.query.view import View
from communique.query.wording import date_words, duration_words, place_words

FACTS = ("date", "place", "duration", "status", "kind", "present", "absent", "outcome")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document says of one fact; `words` "" where it is silent."""

    document: str
    words: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact over all documents. `differs`: at least two documents say different things (not: one is silent)."""

    fact: str
    cells: tuple[Cell, ...]
    differs: bool


def fact_rows(view: View, encounter: Encounter) -> tuple[FactRow, ...]:
    """The facts of an encounter, one row each, a cell for every document that tells of it; silent facts are left out."""
    rows = []
    for fact in FACTS:
        cells = tuple(_cell(view, fact, mention) for mention in encounter.mentions)
        said = {cell.words for cell in cells if cell.words}
        if said:
            rows.append(FactRow(fact, cells, len(said) > 1))
    return tuple(rows)


def _cell(view: View, fact: str, mention: EncounterMention) -> Cell:
    words, evidence = _said(view, fact, mention)
    return Cell(mention.document, words, evidence)


def _said(view: View, fact: str, mention: EncounterMention) -> tuple[str, tuple[Evidence, ...]]:
    if fact == "date":
        return date_words(mention.date), mention.date.evidence if mention.date else ()
    if fact == "place":
        return place_words(mention.place), mention.place.evidence if mention.place else ()
    if fact == "duration":
        return duration_words(mention.duration), mention.duration.evidence if mention.duration else ()
    if fact in ("present", "absent"):
        people = [person for person in mention.participants if person.present == (fact == "present")]
        names = ", ".join(sorted(view.name(person.actor) for person in people))
        return names, tuple(words for person in people for words in person.evidence)
    if fact == "outcome":
        return mention.outcome or "", mention.outcome_evidence
    return str(getattr(mention, fact)), mention.evidence[:1]
