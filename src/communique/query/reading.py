"""Single lines of the record for a person to read: which first, what is read already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log1p

from communique.model import Agreement, Decision, Encounter, Record
from communique.query.briefing import DISPUTED
from communique.query.view import View

# What hangs on a wrong line: an encounter carries facts and conflicts, a figure only itself.
CONSEQUENCE = {
    "encounters": 3.0, "participants": 2.0, "agreements": 2.0, "positions": 1.5, "quotations": 1.0, "forecasts": 1.0, "figures": 0.5,
    "actors": 0.5,
}  # fmt: skip
UNKNOWN = 0.35  # doubt of a line whose extractor gives no confidence
IN_DISPUTE = 2.0  # a line of an item on which the sources disagree weighs this much more
SINGLE = frozenset({"accept", "correct", "reject"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A line to read. `doubt` 0..1; `rank`: doubt by what hangs on it."""

    section: str
    id: str
    document: str
    doubt: float
    rank: float


def to_read(view: View) -> tuple[Reading, ...]:
    """The lines that nobody has read, those first where doubt and consequence are greatest; then by section and id."""
    record = view.record
    disputed = {own.subject for own in record.findings if own.kind in DISPUTED}
    read = view.reviews.keys()
    rows = [own for own in _readings(record, disputed) if (own.section, own.id) not in read]
    return tuple(sorted(rows, key=lambda own: (-own.rank, own.section, own.id)))


def _readings(record: Record, disputed: set[str | None]) -> Iterator[Reading]:
    for met in record.encounters:
        yield from _accounts("encounters", met, met.id in disputed)
    for deal in record.agreements:
        yield from _accounts("agreements", deal, deal.id in disputed)
    for section in ("quotations", "positions", "forecasts", "figures"):
        for own in getattr(record, section):
            yield _reading(section, own.id, own.document, own.confidence, own.id in disputed)
    for actor in record.actors:
        weight = 1 + log1p(len(actor.mentions))
        for member in actor.members:
            document = member.rpartition(":")[0]
            yield Reading("actors", member, document, UNKNOWN, round(UNKNOWN * CONSEQUENCE["actors"] * weight, 4))


def _accounts(section: str, item: Encounter | Agreement, disputed: bool) -> Iterator[Reading]:
    for mention in item.mentions:
        yield _reading(section, mention.id, mention.document, mention.confidence, disputed)
        for person in getattr(mention, "participants", ()):
            if person.evidence:
                span = person.evidence[0].span
                own = f"{mention.id}@{span.start}-{span.end}"
                yield _reading("participants", own, mention.document, mention.confidence, disputed)


def _reading(section: str, own: str, document: str, confidence: float | None, disputed: bool) -> Reading:
    doubt = UNKNOWN if confidence is None else round(1 - confidence, 4)
    rank = (0.05 + doubt) * CONSEQUENCE[section] * (IN_DISPUTE if disputed else 1.0)
    return Reading(section, own, document, doubt, round(rank, 4))


def second_readings(view: View, decisions: Iterable[Decision], reader: str) -> tuple[Reading, ...]:
    """Lines that somebody else has read and `reader` has not, in the order of the log: nothing tells what was decided."""
    mine = {row.number for row in active(decisions) if row.author == reader}
    rows = [own for own in view.record.reviews if own.item and not mine & set(own.decisions)]
    rows.sort(key=lambda own: own.decisions)
    return tuple(Reading(own.section, own.item, own.words.document, 1.0, 0.0) for own in rows)


def active(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions on single lines that were not taken back, oldest first."""
    return [row for row in decisions if row.action in SINGLE and row.undone_at is None]
