"""What became different between two states of a record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from communique.model import Encounter, Evidence, Finding
from communique.query.briefing import DISPUTED
from communique.query.view import View


@dataclass(frozen=True, slots=True)
class Moved:
    """An encounter that was on record and is told differently now, as (what, before, after) lines."""

    encounter: Encounter
    lines: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What the newer state has more, less or different. Ids are those of the newer state."""

    documents: tuple[str, ...]
    encounters: tuple[Encounter, ...]
    moved: tuple[Moved, ...]
    conflicts: tuple[Finding, ...]
    grown: tuple[Finding, ...]
    settled: tuple[Finding, ...]
    numbers: tuple[tuple[str, int], ...]

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        told = (self.documents, self.encounters, self.moved, self.conflicts, self.grown, self.settled, self.numbers)
        return any(told)

    def data(self) -> dict[str, Any]:
        """As plain JSON types: ids of what is new, lines of what is told differently."""
        return {
            "documents": list(self.documents),
            "encounters": [own.id for own in self.encounters],
            "told_differently": [
                {
                    "encounter": row.encounter.id,
                    "changes": [{"what": what, "before": old, "after": new} for what, old, new in row.lines],
                }
                for row in self.moved
            ],
            "disagreements": [own.id for own in self.conflicts],
            "disagreements_told_by_more": [own.id for own in self.grown],
            "settled": [{"about": own.label, "attribute": own.attribute.split("/")[0]} for own in self.settled],
            "numbers": dict(self.numbers),
        }


def changes(before: View, after: View) -> Changes:
    """Compare two states. Encounters are recognised by their accounts, disagreements by their words, since ids may change
    with what is known."""
    accounts = {mention.id: found for found in before.record.encounters for mention in found.mentions}
    new, moved = [], []
    for found in after.record.encounters:
        former = next((accounts[mention.id] for mention in found.mentions if mention.id in accounts), None)
        if former is None:
            new.append(found)
        elif lines := _lines(former, found):
            moved.append(Moved(found, lines))
    old, now = _disputed(before), _disputed(after)
    sections = ("actors", "quotations", "positions", "agreements", "forecasts")
    numbers = ((name, len(getattr(after.record, name)) - len(getattr(before.record, name))) for name in sections)
    return Changes(
        documents=tuple(own for own in after.documents if own not in before.documents),
        encounters=tuple(new),
        moved=tuple(moved),
        conflicts=_apart(now, old),
        grown=_grown(now, old),
        settled=_apart(old, now),
        numbers=tuple(pair for pair in numbers if pair[1]),
    )


def change_rows(found: Changes, view: View) -> list[tuple[str, str]]:
    """(what, which) lines for people: new articles, encounters and disagreements, then what is told differently."""
    from communique.query.wording import date_words, source_name

    rows = [("new article", source_name(view.documents[own].document)) for own in found.documents]
    rows += [
        ("new encounter", f"{date_words(own.date) or 'no date'}, {own.status}: {own.label}") for own in found.encounters
    ]
    rows += [
        (
            "told differently",
            "\n".join(
                (
                    row.encounter.label,
                    *(f"{what}: {old or 'not given'} → {new or 'not given'}" for what, old, new in row.lines),
                )
            ),
        )
        for row in found.moved
    ]
    rows += [("new disagreement", f"{own.label}: {own.attribute.split('/')[0]}") for own in found.conflicts]
    rows += [("another value", f"{own.label}: {own.attribute.split('/')[0]}") for own in found.grown]
    rows += [("no longer in dispute", f"{own.label}: {own.attribute.split('/')[0]}") for own in found.settled]
    names = {"quotations": "statements"}
    return rows + [(names.get(name, name), f"{number:+,}") for name, number in found.numbers]


def _lines(former: Encounter, found: Encounter) -> tuple[tuple[str, str, str], ...]:
    from communique.query.wording import date_words, duration_words, place_words

    def rows(own: Encounter) -> Iterable[tuple[str, str]]:
        yield "status", own.status.value
        yield "date", date_words(own.date)
        yield "place", place_words(own.place)
        yield "duration", duration_words(own.duration)
        yield "told by", str(len({mention.document for mention in own.mentions}))

    pairs: Sequence[Any] = list(zip(rows(former), rows(found), strict=True))
    return tuple((name, old, new) for (name, old), (_, new) in pairs if old != new)


def _disputed(view: View) -> tuple[Finding, ...]:
    return tuple(own for own in view.record.findings if own.kind in DISPUTED)


def _words(found: Iterable[Finding]) -> set[tuple[str, Evidence]]:
    """What disagreements rest on: (attribute, words)."""
    return {(own.attribute.split("/")[0], words) for own in found for value in own.values for words in value.evidence}


def _apart(these: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those of `these` that rest on no words of `others`."""
    known = _words(others)
    return tuple(own for own in these if not _words((own,)) & known)


def _grown(now: tuple[Finding, ...], old: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those on record before that now have another value: the same values with more words are the same disagreement."""
    known = _words(old)
    values = {(own.attribute.split("/")[0], value.value) for own in old for value in own.values}
    return tuple(
        own
        for own in now
        if _words((own,)) & known and any((own.attribute.split("/")[0], value.value) not in values for value in own.values)
    )
