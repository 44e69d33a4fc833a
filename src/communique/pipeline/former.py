"""A record as it was, or could have been, with fewer articles.

A small one is assembled anew from what its articles yield. Of a large one the record of today is cut: lines of other
articles go, and what several articles tell is consolidated anew from those that remain. A cut keeps today's joins and
today's reading of vague dates, and holds no disagreement that a later article settled.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from communique.errors import StoreError
from communique.model import (
    Actor,
    Agreement,
    Encounter,
    Evidence,
    Finding,
    FindingKind,
    Forecast,
    Outcome,
    Record,
    RecordDocument,
)
from communique.model.evidence import evidence_in
from communique.pipeline.assemble import agreement_of
from communique.pipeline.build import assembled
from communique.pipeline.encounters import drafted
from communique.record.store import Store

MARK = "mark:"
MOST_ASSEMBLED = 60  # articles; assembling takes about 15 ms each
DISPUTED = frozenset({FindingKind.CONFLICT, FindingKind.INTERNAL_CONFLICT})


def former_record(store: Store, record: Record, documents: Collection[str], *, chronology: bool = False) -> Record:
    """The record that some of the articles make up.

    Args:
        chronology: only what a timeline shows is asked for: of a large record nothing else is cut.
        store: the file of the record.
        record: as it is now.
        documents: ids of the articles that count; others of the record are as if they were not known.
    """
    kept = frozenset(documents)
    if len(kept) <= MOST_ASSEMBLED:
        return assembled(store, [store.document_record(row.id) for row in store.stored() if row.id in kept])
    return cut_chronology(record, kept) if chronology else cut_record(record, kept)


def known_before(store: Store, record: Record, *, added: str | None = None, published: str | None = None) -> frozenset[str]:
    """The articles that count for a former state.

    Args:
        added: ISO 8601 day or time, UTC: those that came into the record before it.
        published: EDTF day, month or year: those published before it; an article without a day counts as new.
    """
    arrived = store.arrivals() if added else {}
    found = []
    for own in record.documents:
        day = own.document.published.start if own.document.published else None
        new = bool(added and arrived.get(own.document.id, (0, ""))[1] >= added)
        if not new and not (published and (day is None or day >= published)):
            found.append(own.document.id)
    return frozenset(found)


def set_mark(store: Store, name: str) -> int:
    """Keep in the record file which articles it holds now, under `name`; returns how many.

    Raises:
        StoreError: the name is empty.
    """
    if not name.strip():
        raise StoreError("a mark needs a name; write `communique mark briefing`")
    documents = sorted(row.id for row in store.stored())
    with store.transaction():
        store.set_meta(f"{MARK}{name.strip()}", " ".join(documents))
    return len(documents)


def marked_documents(store: Store, name: str) -> frozenset[str]:
    """The articles that the record held when the mark was set and still holds.

    Raises:
        StoreError: there is no such mark.
    """
    kept = store.meta(f"{MARK}{name.strip()}")
    if kept is None:
        raise StoreError(f"the record has no mark {name!r}; `communique mark {name}` sets it")
    return frozenset(kept.split()) & {row.id for row in store.stored()}


def marks(store: Store) -> tuple[tuple[str, frozenset[str]], ...]:
    """The marks of the record, by name, with the articles that it held when each was set and still holds."""
    stored = {row.id for row in store.stored()}
    return tuple((key[len(MARK) :], frozenset(kept.split()) & stored) for key, kept in store.metas(MARK))


def drop_mark(store: Store, name: str) -> None:
    """Forget a mark.

    Raises:
        StoreError: there is no such mark.
    """
    marked_documents(store, name)
    with store.transaction():
        store.drop_meta(f"{MARK}{name.strip()}")


def cut_chronology(record: Record, documents: frozenset[str]) -> Record:
    """As `cut_record`, but only documents, encounters and findings are cut: all that a timeline shows."""
    cut = _Cut(record, documents)
    encounters = tuple(kept for kept in map(cut.encounter, record.encounters) if kept)
    known = {own.id for own in encounters}
    return replace(
        record,
        documents=tuple(cut.document(own) for own in record.documents if own.document.id in documents),
        encounters=tuple(_linked(own, known) for own in encounters),
        findings=tuple(kept for kept in map(cut.finding, record.findings) if kept),
    )


def cut_record(record: Record, documents: frozenset[str]) -> Record:
    """`record` without the lines of other articles than `documents`; ids stay as they are."""
    cut = _Cut(record, documents)
    encounters = tuple(kept for kept in map(cut.encounter, record.encounters) if kept)
    known = {own.id for own in encounters}
    encounters = tuple(_linked(own, known) for own in encounters)
    quotations = tuple(
        own if own.occasion in known else replace(own, occasion=None) for own in cut.of_document(record.quotations)
    )
    positions = tuple(cut.of_document(record.positions))
    issues = {own.issue for own in positions} | {topic for own in encounters for topic in own.topics}
    actors = tuple(kept for kept in map(cut.actor, record.actors) if kept)
    named = {own.id for own in actors}
    return replace(
        record,
        documents=tuple(cut.document(own) for own in record.documents if own.document.id in documents),
        sides=tuple(own for own in record.sides if named & set(own.actors)),
        actors=actors,
        issues=tuple(own for own in record.issues if own.id in issues),
        encounters=encounters,
        quotations=quotations,
        positions=positions,
        agreements=tuple(kept for kept in map(cut.agreement, record.agreements) if kept),
        forecasts=tuple(cut.forecast(own, known) for own in cut.of_document(record.forecasts)),
        figures=tuple(cut.of_document(record.figures)),
        findings=tuple(kept for kept in map(cut.finding, record.findings) if kept),
        judgements=tuple(own for own in record.judgements if cut.has_item(own.left) and cut.has_item(own.right)),
        reviews=tuple(own for own in record.reviews if own.words.document in documents),
    )


def _linked(own: Encounter, known: Collection[str]) -> Encounter:
    links = tuple(link for link in own.links if link.to in known)
    part_of = own.part_of if own.part_of in known else None
    return own if (links, part_of) == (own.links, own.part_of) else replace(own, links=links, part_of=part_of)


class _Cut:
    """One cut: what counts, and what consolidating needs."""

    def __init__(self, record: Record, documents: frozenset[str]) -> None:
        self.documents = documents
        self.actors: Mapping[str, Actor] = {own.id: own for own in record.actors}
        self.origin = {own.document.id: own.independence_group for own in record.documents}
        self.published = {
            own.document.id: own.document.published.start
            for own in record.documents
            if own.document.published and own.document.published.start
        }
        self.last = max((day for own, day in self.published.items() if own in documents), default=None)

    def has(self, words: Sequence[Evidence]) -> tuple[Evidence, ...]:
        return tuple(own for own in words if own.document in self.documents)

    def has_item(self, own: str) -> bool:
        return own.rpartition(":")[0] in self.documents

    def of_document(self, items: Sequence[Any]) -> list[Any]:
        return [own for own in items if own.document in self.documents]

    def document(self, own: RecordDocument) -> RecordDocument:
        rows = tuple(row for row in own.dependences if row.origin in self.documents)
        origin = own.reprint_of if own.reprint_of in self.documents else None
        same = (rows, origin) == (own.dependences, own.reprint_of)
        return own if same else replace(own, dependences=rows, reprint_of=origin)

    def actor(self, own: Actor) -> Actor | None:
        known = self.documents
        mentions = tuple([row for row in own.mentions if row.evidence.document in known])
        if len(mentions) == len(own.mentions) or not mentions:
            return own if mentions else None
        members = tuple([member for member in own.members if member.rpartition(":")[0] in known])
        offices = tuple(replace(row, evidence=kept) for row in own.offices if (kept := self.has(row.evidence)))
        return replace(own, mentions=mentions, offices=offices, members=members)

    def encounter(self, own: Encounter) -> Encounter | None:
        mentions = tuple(self.of_document(own.mentions))
        if len(mentions) == len(own.mentions) or not mentions:
            return own if mentions else None
        links = tuple(replace(row, evidence=kept) for row in own.links if (kept := self.has(row.evidence)))
        draft = drafted(mentions, self.actors, self.origin, self.published)
        return replace(draft, id=own.id, links=links, part_of=own.part_of)

    def agreement(self, own: Agreement) -> Agreement | None:
        mentions = tuple(self.of_document(own.mentions))
        if len(mentions) == len(own.mentions) or not mentions:
            return own if mentions else None
        return agreement_of(own.id, mentions)

    def forecast(self, own: Forecast, encounters: Collection[str]) -> Forecast:
        met = own.encounter if own.encounter in encounters else None
        outcome = own.outcome
        if outcome and any(words.document not in self.documents for words in evidence_in(outcome)):
            outcome = Outcome("pending", self.last)
        elif outcome and (outcome.as_of or "") > (self.last or ""):
            outcome = replace(outcome, as_of=self.last)
        return own if (met, outcome) == (own.encounter, own.outcome) else replace(own, encounter=met, outcome=outcome)

    def finding(self, own: Finding) -> Finding | None:
        values = tuple(replace(row, evidence=kept) for row in own.values if (kept := self.has(row.evidence)))
        if values == own.values or not values:
            return own if values else None
        if own.kind in DISPUTED:
            return replace(own, values=values) if len(values) > 1 else None
        origins = {self.origin[words.document] for row in values for words in row.evidence}
        kind = own.kind if len(origins) > 1 else FindingKind.SINGLE_SOURCE
        return replace(own, kind=kind, values=values, independent_groups=len(origins))
