"""What every view asks of a record: items by id, names of actors, origins of documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from communique.model import Actor, Encounter, Evidence, Finding, Issue, Record, RecordDocument, Review


@dataclass(frozen=True)
class View:
    """A record with its look-ups. Cheap to make; each look-up is made once."""

    record: Record

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def documents(self) -> dict[str, RecordDocument]:
        """Documents by id."""
        return {found.document.id: found for found in self.record.documents}

    @cached_property
    def encounters(self) -> dict[str, Encounter]:
        """Encounters by id."""
        return {found.id: found for found in self.record.encounters}

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """Issues by id."""
        return {issue.id: issue for issue in self.record.issues}

    @cached_property
    def findings_of(self) -> dict[tuple[str, str], list[Finding]]:
        """Findings by subject type and id, most important first."""
        rows: dict[tuple[str, str], list[Finding]] = {}
        for finding in sorted(self.record.findings, key=lambda own: (-own.weight, own.id)):
            if finding.subject:
                rows.setdefault((finding.subject_type, finding.subject), []).append(finding)
        return rows

    @cached_property
    def reviews(self) -> dict[tuple[str, str], Review]:
        """What people decided on single items, by section and id of the item; what waits is left out."""
        return {(own.section, own.item): own for own in self.record.reviews if own.item}

    @cached_property
    def origin(self) -> dict[str, str]:
        """Independence group of each document."""
        return {found.document.id: found.independence_group for found in self.record.documents}

    def name(self, actor: str | None) -> str:
        """The name of an actor; "" for None."""
        found = self.actors.get(actor or "")
        return found.name if found else (actor or "")

    def names(self, actors: Iterable[str]) -> list[str]:
        """The names of actors, in the order given."""
        return [self.name(actor) for actor in actors]

    def side(self, own: str) -> str:
        """The name of a side."""
        return next((side.name for side in self.record.sides if side.id == own), own)

    def issue(self, own: str) -> str:
        """The name of an issue, with a mark where it was proposed from the articles."""
        found = self.issues.get(own)
        return (f"{found.name} (proposed)" if found.proposed else found.name) if found else own

    def above(self, own: str) -> tuple[str, ...]:
        """The names of the issues that an issue belongs to, outermost first."""
        names: list[str] = []
        found = self.issues.get(own)
        while found is not None and found.parent in self.issues and len(names) < len(self.issues):
            found = self.issues[found.parent]
            names.append(found.name)
        return tuple(reversed(names))

    def origins(self, evidence: Iterable[Evidence]) -> int:
        """How many independent origins stand behind `evidence`."""
        return len({self.origin.get(found.document, found.document) for found in evidence})

    def context(self, evidence: Evidence, around: int = 160) -> tuple[str, str, str]:
        """The words before, the words themselves, the words after, from the article; ("", quote, "") if it is gone."""
        found = self.documents.get(evidence.document)
        if found is None:
            return "", evidence.quote, ""
        text, span = found.document.text, evidence.span
        before = text[max(0, span.start - around) : span.start]
        after = text[span.end : span.end + around]
        return before, text[span.start : span.end], after
