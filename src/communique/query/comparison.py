"""What each source says of one encounter, fact by fact."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model import Encounter, EncounterMention, Evidence, Position, Quotation
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
            rows.append(FactRow(fact, cells, len(said) > 1 and _differs(fact, encounter.mentions)))
    return tuple(rows)


def _differs(fact: str, mentions: Sequence[EncounterMention]) -> bool:
    """Whether two accounts cannot both hold as they stand; a fuller one does not differ from a shorter one."""
    if fact == "place":
        places = [own.place for own in mentions if own.place]
        return any(
            len({getattr(place, part).casefold() for place in places if getattr(place, part)}) > 1
            for part in ("city", "country", "venue")
        )
    if fact in ("present", "absent"):
        there, away = (
            {person.actor for own in mentions for person in own.participants if person.present == present}
            for present in (True, False)
        )
        return bool(there & away)
    return True


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


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that rest on one origin and count once."""

    id: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Documents as columns by origin, facts as rows; `absent`: documents of the record that do not tell of it."""

    origins: tuple[Origin, ...]
    rows: tuple[FactRow, ...]
    absent: tuple[str, ...]


def source_table(view: View, encounter: Encounter) -> SourceTable:
    """What each document says of an encounter, one column a document, dependent ones side by side."""
    groups: dict[str, list[str]] = {}
    for own in dict.fromkeys(mention.document for mention in encounter.mentions):
        groups.setdefault(view.origin.get(own, own), []).append(own)
    origins = _origins(view, groups)
    order = [own for origin in origins for own in origin.documents]
    rows = tuple(FactRow(row.fact, _by_document(row.cells, order), row.differs) for row in fact_rows(view, encounter))
    told = set(order)
    return SourceTable(origins, rows, tuple(own for own in view.documents if own not in told))


def topic_table(view: View, positions: Sequence[Position]) -> SourceTable:
    """What each document says of the positions on one issue: a row an actor, a column a document."""
    groups: dict[str, set[str]] = {}
    cells: dict[str, dict[str, list[Position]]] = {}
    for own in positions:
        groups.setdefault(view.origin.get(own.document, own.document), set()).add(own.document)
        cells.setdefault(own.actor, {}).setdefault(own.document, []).append(own)
    origins = _origins(view, groups)
    order = [own for origin in origins for own in origin.documents]
    rows = []
    for actor in sorted(cells, key=lambda own: (-len(cells[own]), own)):
        row = tuple(_stances(own, cells[actor].get(own, ())) for own in order)
        said = {cell.words for cell in row if cell.words}
        rows.append(FactRow(view.name(actor), row, len(said) > 1))
    told = set(order)
    return SourceTable(origins, tuple(rows), tuple(own for own in view.documents if own not in told))


def _origins(view: View, groups: Mapping[str, Iterable[str]]) -> tuple[Origin, ...]:
    """The groups with their documents, the earliest published first."""

    def day(own: str) -> tuple[str, str]:
        found = view.documents.get(own)
        published = found.document.published if found else None
        return (published.start if published else None) or "9", own

    rows = [Origin(own, tuple(sorted(groups[own], key=day))) for own in groups]
    return tuple(sorted(rows, key=lambda origin: (day(origin.documents[0]), origin.id)))


def _stances(document: str, found: Sequence[Position]) -> Cell:
    words = ", ".join(sorted({own.stance.value for own in found}))
    return Cell(document, words, tuple(words for own in found for words in own.content[:1]))


def _by_document(cells: Sequence[Cell], order: Sequence[str]) -> tuple[Cell, ...]:
    """One cell a document: a document with several accounts says all that they say."""
    result = []
    for own in order:
        found = [cell for cell in cells if cell.document == own and cell.words]
        words = "; ".join(dict.fromkeys(cell.words for cell in found))
        result.append(Cell(own, words, tuple(words for cell in found for words in cell.evidence)))
    return tuple(result)


@dataclass(frozen=True, slots=True)
class SharedFact:
    """Something that two articles both tell, with the words of each."""

    kind: str
    label: str
    link: str
    left: Evidence
    right: Evidence


def shared_facts(view: View, left: str, right: str) -> tuple[SharedFact, ...]:
    """Encounters, acts of speech, agreements and open conflicts on which both articles have words, by place in the left."""
    found: list[SharedFact] = []

    def add(kind: str, label: str, link: str, words: Sequence[Evidence]) -> None:
        ours = next((own for own in words if own.document == left), None)
        theirs = next((own for own in words if own.document == right), None)
        if ours and theirs:
            found.append(SharedFact(kind, label, link, ours, theirs))

    for encounter in view.record.encounters:
        words = [own for account in encounter.mentions for own in account.evidence]
        add("encounter", encounter.label, f"/encounters/{encounter.id}", words)
    for agreement in view.record.agreements:
        words = [own for mention in agreement.mentions for own in mention.content]
        add("agreement", agreement.label, f"/agreements/{agreement.id}", words)
    spoken: dict[str, list[Quotation]] = {}
    for quotation in view.record.quotations:
        if quotation.utterance and quotation.document in (left, right):
            spoken.setdefault(quotation.utterance, []).append(quotation)
    for group in spoken.values():
        label = view.name(group[0].speaker) or "unnamed speaker"
        add("statement", label, f"/statements/{group[0].id}", [words for own in group for words in own.content])
    for finding in view.record.findings:
        if finding.kind == "conflict":
            words = [own for value in finding.values for own in value.evidence]
            add("disagreement", f"{finding.label}: {finding.attribute.split('/')[0]}", f"/conflicts#{finding.id}", words)
    return tuple(sorted(found, key=lambda own: (own.left.span, own.right.span, own.kind, own.label)))
