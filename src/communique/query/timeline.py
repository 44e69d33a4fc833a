"""The chronology: encounters in the order of their dates."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.model import Encounter, Evidence, Finding, FindingKind, StatusEntry
from communique.query.view import View


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One encounter on the chronology. `sources`: documents; `origins`: independent ones; `conflicts`: open ones."""

    encounter: Encounter
    people: tuple[str, ...]
    absent: tuple[str, ...]
    sources: int
    origins: int
    conflicts: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]


def date_order(encounter: Encounter) -> tuple[str, str, str]:
    """Sorts by start, end, id; what has no date comes last."""
    date = encounter.date
    if date is None or date.start is None:
        return "9999", "9999", encounter.id
    start = "0000" if date.start == ".." else date.start
    return start, date.end or start, encounter.id


def timeline(
    view: View, *, since: str | None = None, until: str | None = None, actor: str | None = None
) -> tuple[TimelineRow, ...]:
    """The encounters of a period, oldest first, undated ones last.

    Args:
        since, until: EDTF dates, inclusive; None = no bound. Undated encounters are left out if a bound is given.
        actor: only encounters in which this actor (or, for a side, one of its people) takes part.
    """
    rows = []
    for found in sorted(view.record.encounters, key=date_order):
        if not _within(found, since, until) or not _has(found, actor):
            continue
        rows.append(_row(view, found))
    return tuple(rows)


def _within(found: Encounter, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    if found.date is None or found.date.start is None:
        return False
    start = "" if found.date.start == ".." else found.date.start
    end = found.date.end or found.date.start
    end = "9999" if end == ".." else end
    return (since is None or end >= since[: len(end)]) and (until is None or start[: len(until)] <= until)


def _has(found: Encounter, actor: str | None) -> bool:
    return actor is None or any(actor in (person.actor, person.side) for person in found.participants)


def _row(view: View, found: Encounter) -> TimelineRow:
    evidence = tuple(words for mention in found.mentions for words in mention.evidence)
    conflicts = tuple(
        row
        for row in view.findings_of.get(("encounter", found.id), ())
        if row.kind in (FindingKind.CONFLICT, FindingKind.INTERNAL_CONFLICT)
    )
    return TimelineRow(
        encounter=found,
        people=tuple(view.names(person.actor for person in found.participants if person.present)),
        absent=tuple(view.names(person.actor for person in found.participants if not person.present)),
        sources=len({mention.document for mention in found.mentions}),
        origins=view.origins(evidence),
        conflicts=conflicts,
        evidence=evidence,
    )


def expected(view: View) -> tuple[Encounter, ...]:
    """Encounters that have not taken place yet as far as the record knows, by date; what nobody and no place is named
    with comes last."""
    waiting: Sequence[str] = ("planned", "expected", "rumoured")
    found = sorted((own for own in view.record.encounters if own.status in waiting), key=date_order)
    return tuple(sorted(found, key=lambda own: own.date is None and own.place is None and not own.participants))


def overdue(view: View) -> tuple[Encounter, ...]:
    """Of the expected encounters those whose time was over when the latest article came out, by date."""
    days = (found.document.published.start for found in view.record.documents if found.document.published)
    latest = max((day for day in days if day), default="")

    def is_over(found: Encounter) -> bool:
        end = (found.date.end or found.date.start) if found.date else None
        return end is not None and end != ".." and end < latest[: len(end)]

    return tuple(found for found in expected(view) if is_over(found))


def status_turns(history: Sequence[StatusEntry]) -> tuple[StatusEntry, ...]:
    """The entries of a status history at which the status changes; the first one too."""
    return tuple(entry for number, entry in enumerate(history) if number == 0 or entry.status != history[number - 1].status)


MOST_TRACKS = 6
MOST_SIDES = 3


def tracks(view: View, encounters: Iterable[Encounter]) -> dict[str, str]:
    """The track of each encounter (by id): the sides at its table, "A – B"; "" where it is on none of the six busiest."""
    names = {side.id: side.name for side in view.record.sides}
    found: dict[str, str] = {}
    for own in encounters:
        sides = {person.side or _side(view, person.actor) for person in own.participants if person.present}
        known = sorted(names[side] for side in sides if side in names)
        if len(known) > 1:
            found[own.id] = " – ".join(known) if len(known) <= MOST_SIDES else f"{len(known)} sides"
    busiest = sorted(Counter(found.values()).items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_TRACKS]
    kept = {name for name, _ in busiest}
    return {own: name for own, name in found.items() if name in kept}


def _side(view: View, actor: str) -> str | None:
    found = view.actors.get(actor)
    return found.side if found is not None else None
