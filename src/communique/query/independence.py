"""Why documents count as one origin: the groups behind a count of independent origins, with the reason of each."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from communique.model import Dependence, Quotation, RecordDocument
from communique.query.view import View
from communique.query.wording import source_name


@dataclass(frozen=True, slots=True)
class OriginReason:
    """Why a document is no origin of its own, or what it takes from another one.

    kind: as `Dependence.kind`, or "cites": it quotes the other's outlet but is written independently, and counts.
    share: of its body that stands in the other document, 0..1; None where words were not compared.
    """

    document: str
    origin: str
    kind: str
    words: str
    share: float | None = None

    def data(self) -> dict[str, Any]:
        """As plain JSON types."""
        return {
            "document": self.document,
            "origin": self.origin,
            "kind": self.kind,
            "reason": self.words,
            "share": self.share,
        }


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Documents that count once, the earliest published first, and why; a group of one has no reasons but citations."""

    id: str
    documents: tuple[str, ...]
    reasons: tuple[OriginReason, ...]

    def data(self) -> dict[str, Any]:
        """As plain JSON types."""
        return {"id": self.id, "documents": list(self.documents), "reasons": [own.data() for own in self.reasons]}


def origin_groups(view: View, documents: Iterable[str]) -> tuple[OriginGroup, ...]:
    """The independent origins behind `documents` (ids), largest group first.

    The number of groups is the count that every view shows. Reasons name documents outside of `documents` too: two
    reprints are one origin also where the wire itself is not among the documents asked about.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for own in dict.fromkeys(documents):
        if own in view.documents:
            groups[view.origin.get(own, own)].append(own)
    cited = _citations(view, {own for members in groups.values() for own in members})
    found = [
        OriginGroup(own, tuple(sorted(members, key=lambda one: _when(view, one))), _reasons(view, own, members, cited))
        for own, members in groups.items()
    ]
    return tuple(sorted(found, key=lambda group: (-len(group.documents), _when(view, group.documents[0]), group.id)))


def _when(view: View, own: str) -> tuple[str, str]:
    published = view.documents[own].document.published
    return (published.start if published else None) or "9", own


def _reasons(
    view: View, group: str, members: Iterable[str], cited: dict[str, list[OriginReason]]
) -> tuple[OriginReason, ...]:
    found: list[OriginReason] = []
    for own in sorted(members):
        for row in view.documents[own].dependences:
            if view.origin.get(row.origin) == group:
                found.append(_reason(row))
            elif row.kind == "shared" and row.origin in view.documents:
                other = source_name(view.documents[row.origin].document)
                words = f"quotes the same words as {other} ({row.reason}); counts as an origin of its own"
                found.append(OriginReason(row.document, row.origin, "cites", words))
        found.extend(cited.get(own, ()))
    return tuple(dict.fromkeys(found))


def _reason(row: Dependence) -> OriginReason:
    share = round(row.containment, 3) if row.containment else None
    return OriginReason(row.document, row.origin, row.kind, row.reason, share)


def _citations(view: View, wanted: Collection[str]) -> dict[str, list[OriginReason]]:
    """Each wanted document -> what it quotes from the outlets of other documents of the record."""
    outlets: dict[str, list[RecordDocument]] = defaultdict(list)
    for own in view.record.documents:
        if own.document.outlet is not None:
            outlets[own.document.outlet.name.casefold()].append(own)
    found: dict[str, list[OriginReason]] = defaultdict(list)
    for quotation in view.record.quotations:
        if quotation.document not in wanted:
            continue
        for name in _passed_on_by(view, quotation):
            for other in outlets.get(name.casefold(), ()):
                if view.origin.get(other.document.id) != view.origin.get(quotation.document):
                    words = f"quotes {source_name(other.document)}; counts as an origin of its own"
                    row = OriginReason(quotation.document, other.document.id, "cites", words)
                    if row not in found[quotation.document]:
                        found[quotation.document].append(row)
    return found


def _passed_on_by(view: View, quotation: Quotation) -> Iterable[str]:
    """Names of the speaker and of those who pass the words on."""
    yield view.name(quotation.speaker)
    for link in quotation.chain:
        yield view.name(link.actor)
