"""The record as of a day, on one of three clocks: when things happened, when they were said, when they were published.

Source: issue 5, point 9. On the clock of publication the record is made anew from the articles of that time (see
`communique.pipeline.former`); on the other two it is what the record of today tells of the time up to that day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from communique.errors import CommuniqueError
from communique.model import (
    Agreement,
    AgreementMention,
    DateValue,
    Encounter,
    Finding,
    Position,
    Quotation,
    Record,
)


class Clock(StrEnum):
    """Which day of an item counts."""

    PUBLISHED = "published"
    SAID = "said"
    HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class Days:
    """The days that items are ordered by: `published` by document, `met` by encounter; "" = not known."""

    published: Mapping[str, str]
    met: Mapping[str, str]

    def of_quotation(self, own: Quotation) -> str:
        """The day on which it was said; else of the article."""
        return _start(own.said_on) or self.published.get(own.document, "")

    def of_position(self, own: Position) -> str:
        """The day on which it was taken; else of the article."""
        return _start(own.date) or self.published.get(own.document, "")

    def of_encounter(self, own: Encounter, clock: Clock) -> str:
        """The day on which it takes place; by the clock of saying the day on which an article first told of it."""
        told = min((day for m in own.mentions if (day := self.published.get(m.document, ""))), default="")
        return told if clock is Clock.SAID else _start(own.date) or told

    def of_point(self, own: AgreementMention, clock: Clock) -> str:
        """The day on which it was agreed, or of the encounter where it was; else of the article."""
        agreed = _start(own.date) or self.met.get(own.encounter or "", "")
        told = self.published.get(own.document, "")
        return told if clock is Clock.SAID else agreed or told


def check_day(day: str) -> str:
    """`day` itself.

    Raises:
        CommuniqueError: it is no day ("2024-05-20"), month ("2024-05") or year ("2024").
    """
    parts = day.split("-")
    try:
        if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not (
            day.isascii() and day.replace("-", "").isdecimal()
        ):
            raise ValueError(day)
        date(int(parts[0]), *(int(part) for part in (*parts[1:], "1", "1")[:2]))
    except ValueError as error:
        raise CommuniqueError(f"{day!r} is no day; write 2025-03-24, 2025-03 or 2025") from error
    return day


def is_by(day: str, until: str) -> bool:
    """Whether `day` is known and not after `until`; a month or a year counts with all its days."""
    return bool(day) and day[: len(until)] <= until


def published_by(record: Record, day: str) -> frozenset[str]:
    """Ids of the articles that were out on `day` (EDTF, inclusive); an article without a day is not among them."""
    return frozenset(own for own, out in _published(record).items() if is_by(out, day))


def up_to(record: Record, day: str, clock: Clock, *, chronology: bool = False) -> Record:
    """What the record of today tells of the time up to `day`, inclusive, on the clock of happening or of saying.

    Statements count by the day they were made, encounters and agreements by the day they took place (happened) or were
    first told of (said); what has no day of its own counts by its article's, what has none either is left out. Findings
    stay where the thing they are about stays. Nothing is read anew: a later value that the record knows of an earlier
    thing is still there, beside the earlier one.

    Args:
        chronology: only encounters and the findings about them are asked for; nothing else is cut.
    """
    met = {own.id: _start(own.date) for own in record.encounters}
    days = Days(_published(record), met)
    encounters = tuple(own for own in record.encounters if is_by(days.of_encounter(own, clock), day))
    known = {own.id for own in encounters}
    if chronology:
        gone = met.keys() - known
        return replace(
            record,
            encounters=tuple(_linked(own, known) for own in encounters),
            findings=tuple(own for own in record.findings if own.subject not in gone),
        )
    agreements = tuple(part for own in record.agreements if (part := _points(own, days, day, clock)) is not None)
    kept = replace(
        record,
        encounters=tuple(_linked(own, known) for own in encounters),
        quotations=tuple(own for own in record.quotations if is_by(days.of_quotation(own), day)),
        positions=tuple(own for own in record.positions if is_by(days.of_position(own), day)),
        agreements=agreements,
        forecasts=tuple(own for own in record.forecasts if is_by(days.published.get(own.document, ""), day)),
        figures=tuple(own for own in record.figures if is_by(days.published.get(own.document, ""), day)),
    )
    return replace(kept, findings=tuple(_findings(record, kept)))


def _published(record: Record) -> dict[str, str]:
    return {own.document.id: _start(own.document.published) for own in record.documents}


def _start(own: DateValue | None) -> str:
    start = own.start if own is not None else None
    return start if start and start != ".." else ""


def _linked(own: Encounter, known: set[str]) -> Encounter:
    links = tuple(link for link in own.links if link.to in known)
    return replace(own, links=links, part_of=own.part_of if own.part_of in known else None)


def _points(own: Agreement, days: Days, day: str, clock: Clock) -> Agreement | None:
    mentions = tuple(found for found in own.mentions if is_by(days.of_point(found, clock), day))
    return replace(own, mentions=mentions, status=mentions[-1].status) if mentions else None


def _findings(record: Record, kept: Record) -> Iterator[Finding]:
    """Findings about what stays; about other things where some of their words are in an article that told by then."""
    gone = _ids(record) - _ids(kept)
    for own in record.findings:
        if own.subject is None or own.subject not in gone:
            yield own


def _ids(record: Record) -> set[str]:
    items = (record.encounters, record.quotations, record.positions, record.agreements, record.forecasts, record.figures)
    found = {own.id for section in items for own in section}
    return found | {own.utterance for own in record.quotations if own.utterance is not None}
