"""One publisher of the record: what its articles depend on, what they cut, what they leave out, and what only they tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from communique.model import Encounter, Evidence, Quotation, RecordDocument
from communique.query.comparison import fact_rows
from communique.query.independence import OriginReason, origin_groups
from communique.query.utterance import Rendering, renderings_in
from communique.query.view import View
from communique.query.wording import source_name

HEARD = 2  # independent origins that tell of an encounter before it counts as left out


@dataclass(slots=True)
class OutletRow:
    """One publisher. `id`: the outlet's name, or the id of an article without one; `documents` by day.

    Attributes:
        origins: independent origins among its articles that are no copy of another outlet's.
        lines: statements, positions, agreements and encounters that its articles tell, by section.
        alone: encounters that no other publisher tells of.
    """

    id: str
    name: str
    documents: tuple[str, ...]
    origins: int
    lines: dict[str, int] = field(default_factory=dict)
    alone: int = 0

    @property
    def copied(self) -> int:
        """Articles that are no origin of their own."""
        return len(self.documents) - self.origins

    def data(self) -> dict[str, Any]:
        """As plain JSON types."""
        return {
            "id": self.id,
            "name": self.name,
            "documents": list(self.documents),
            "origins": self.origins,
            "lines": dict(self.lines),
            "alone": self.alone,
        }


@dataclass(frozen=True, slots=True)
class Omission:
    """A fact on an encounter that the publisher tells of and on which it is silent; what others say, with their words."""

    encounter: Encounter
    fact: str
    said: tuple[tuple[str, tuple[Evidence, ...]], ...]


@dataclass(frozen=True, slots=True)
class OutletAccount:
    """All of one publisher.

    Attributes:
        takes: from whom its articles copy or quote, with the reason.
        given: which articles of others copy from it.
        cuts: renderings of it that lack words of the fullest rendering of the same act of speech.
        silent: facts that others tell of an encounter it tells of.
        missed: encounters that two independent origins at least tell of, the first of them before its last article, and
            it does not.
        alone: encounters that only it tells of.
    """

    row: OutletRow
    takes: tuple[OriginReason, ...]
    given: tuple[OriginReason, ...]
    cuts: tuple[tuple[Quotation, Rendering], ...]
    silent: tuple[Omission, ...]
    missed: tuple[Encounter, ...]
    alone: tuple[Encounter, ...]

    def data(self) -> dict[str, Any]:
        """As plain JSON types: ids of encounters and statements, reasons as they are."""
        return {
            **self.row.data(),
            "takes": [own.data() for own in self.takes],
            "given": [own.data() for own in self.given],
            "cuts": [
                {"statement": other.quotation.id, "fullest": base.id, "cut": _cut_words(other)} for base, other in self.cuts
            ],
            "silent": [{"encounter": own.encounter.id, "fact": own.fact, "said": [w for w, _ in own.said]} for own in self.silent],
            "missed": [own.id for own in self.missed],
            "only": [own.id for own in self.alone],
        }  # fmt: skip


def _cut_words(found: Rendering) -> list[str]:
    return [" ".join(own.quote for own in part.base) for part in found.parts if part.kind == "cut"]


def publisher(found: RecordDocument) -> str:
    """The outlet's name; of an article without one, the id of the article."""
    outlet = found.document.outlet
    return outlet.name if outlet is not None else found.document.id


def outlet_rows(view: View) -> tuple[OutletRow, ...]:
    """Every publisher, the one with most articles first, then by name."""
    groups: dict[str, list[RecordDocument]] = defaultdict(list)
    for own in view.record.documents:
        groups[publisher(own)].append(own)
    first = _first_of_origin(view)
    rows = {key: _row(view, key, found, first) for key, found in groups.items()}
    whose = {own.document.id: publisher(own) for own in view.record.documents}
    for section in ("quotations", "positions"):
        for item in getattr(view.record, section):
            _count(rows, whose, section, (item.document,))
    for agreement in view.record.agreements:
        _count(rows, whose, "agreements", {own.document for own in agreement.mentions})
    for encounter in view.record.encounters:
        told = {own.document for own in encounter.mentions}
        _count(rows, whose, "encounters", told)
        names = {whose[own] for own in told if own in whose}
        if len(names) == 1:
            rows[names.pop()].alone += 1
    return tuple(sorted(rows.values(), key=lambda row: (-len(row.documents), row.name.casefold(), row.id)))


def _count(rows: dict[str, OutletRow], whose: dict[str, str], section: str, documents: Iterable[str]) -> None:
    for own in {whose[own] for own in documents if own in whose}:
        rows[own].lines[section] = rows[own].lines.get(section, 0) + 1


def _first_of_origin(view: View) -> dict[str, str]:
    """Origin -> the article that it counts for: the group's own, else the earliest published."""
    found: dict[str, tuple[str, str]] = {}
    for own in view.record.documents:
        day = own.document.published.start if own.document.published else None
        group = view.origin.get(own.document.id, own.document.id)
        key = ("" if group == own.document.id else day or "9", own.document.id)
        found[group] = min(found.get(group, key), key)
    return {group: own for group, (_, own) in found.items()}


def _row(view: View, key: str, found: Sequence[RecordDocument], first: dict[str, str]) -> OutletRow:
    def day(own: RecordDocument) -> tuple[str, str]:
        published = own.document.published
        return (published.start if published else None) or "9", own.document.id

    ordered = [own.document.id for own in sorted(found, key=day)]
    outlet = found[0].document.outlet
    name = outlet.name if outlet is not None else source_name(found[0].document)
    return OutletRow(key, name, tuple(ordered), sum(first.get(view.origin.get(own, own)) == own for own in ordered))


def outlet_account(view: View, row: OutletRow, most: int | None = None) -> OutletAccount:
    """All that the record shows of one publisher; encounters by date.

    Args:
        most: cuts, and silences, to give at most; None = all. Comparing the wording takes a millisecond each.
    """
    own = frozenset(row.documents)
    last = max((_out(view, article) for article in own), default="")
    told, alone, missed = [], [], []
    for encounter in view.record.encounters:
        documents = {mention.document for mention in encounter.mentions}
        if documents & own:
            told.append(encounter)
            if documents <= own:
                alone.append(encounter)
        elif len({view.origin.get(other, other) for other in documents}) >= HEARD and _could_know(view, encounter, last):
            missed.append(encounter)
    return OutletAccount(
        row, *_dependence(view, own), tuple(islice(_cuts(view, own), most)), tuple(islice(_silences(view, told, own), most)),
        *(tuple(sorted(found, key=_day)) for found in (missed, alone)),
    )  # fmt: skip


def _out(view: View, document: str) -> str:
    published = view.documents[document].document.published if document in view.documents else None
    return (published.start if published else None) or ""


def _could_know(view: View, encounter: Encounter, last: str) -> bool:
    """Whether it was told of by `last`: its first article was out, or without dated articles it had begun."""
    days = [day for own in encounter.mentions if (day := _out(view, own.document))]
    start = encounter.date.start if encounter.date is not None else None
    first = min(days, default=start or "")
    return not last or not first or first[: len(last)] <= last


def _day(own: Encounter) -> tuple[str, str]:
    return (own.date.start if own.date is not None else None) or "9999", own.id


def _dependence(view: View, own: frozenset[str]) -> tuple[tuple[OriginReason, ...], tuple[OriginReason, ...]]:
    """What the articles take from others, and what others take from them."""
    takes = [reason for group in origin_groups(view, sorted(own)) for reason in group.reasons]
    given = [
        OriginReason(row.document, row.origin, row.kind, row.reason, round(row.containment, 3) or None)
        for other in view.record.documents
        if other.document.id not in own
        for row in other.dependences
        if row.origin in own
    ]
    return tuple(found for found in takes if found.document in own and found.origin not in own), tuple(given)


def _cuts(view: View, own: frozenset[str]) -> Iterator[tuple[Quotation, Rendering]]:
    for base, other in renderings_in(view.record, own):
        if any(part.kind == "cut" for part in other.parts):
            yield base, other


def _silences(view: View, told: Sequence[Encounter], own: frozenset[str]) -> Iterator[Omission]:
    for encounter in sorted(told, key=_day):
        if {mention.document for mention in encounter.mentions} <= own:
            continue
        for row in fact_rows(view, encounter):
            if not any(cell.words for cell in row.cells if cell.document in own):
                said: dict[str, tuple[Evidence, ...]] = {}
                for cell in row.cells:
                    if cell.words:
                        said.setdefault(cell.words, cell.evidence[:2])
                yield Omission(encounter, row.fact, tuple(said.items()))
