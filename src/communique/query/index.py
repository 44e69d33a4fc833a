"""The lines of a record by what they belong to, so that no page has to walk through the whole record."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from communique.lexicon.content_word import key_of
from communique.model import Agreement, Encounter, Finding, Forecast, Position, Quotation, RecordDocument
from communique.query.briefing import DISPUTED
from communique.query.doubt import Doubt, doubts
from communique.query.forecast import ForecastScore, forecast_scores
from communique.query.highlight import Mark, marks_by_document
from communique.query.ledger import AgreementRow, agreement_rows, forecasts_in_order
from communique.query.matrix import Matrix, positions_matrix
from communique.query.outlet import OutletRow, outlet_rows
from communique.query.position import Reversal, reversals
from communique.query.reading import Reading, to_read
from communique.query.readout import ReadoutRow, readout_rows
from communique.query.timeline import TimelineRow, date_order, timeline
from communique.query.view import View

T = TypeVar("T")


def _grouped(items: Iterable[T], keys: Callable[[T], Iterable[str | None]]) -> dict[str, tuple[T, ...]]:
    rows: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            if key is not None:
                rows[key].append(item)
    return {key: tuple(found) for key, found in rows.items()}


@dataclass(frozen=True)
class Index:
    """Look-ups over one record; each is made once, when first asked for."""

    view: View

    def warm(self) -> None:
        """Make every look-up now, and load the words that renderings are compared with, so that no page waits."""
        key_of("word")
        for name, own in type(self).__dict__.items():
            if isinstance(own, cached_property):
                getattr(self, name)

    @cached_property
    def marks(self) -> dict[str, tuple[Mark, ...]]:
        """Highlights by document."""
        return marks_by_document(self.view)

    @cached_property
    def rows(self) -> tuple[TimelineRow, ...]:
        """The chronology, oldest first."""
        return timeline(self.view)

    @cached_property
    def row_of(self) -> dict[str, TimelineRow]:
        """The row of the chronology by encounter."""
        return {row.encounter.id: row for row in self.rows}

    @cached_property
    def said_by(self) -> dict[str, tuple[Quotation, ...]]:
        """Statements by speaker."""
        return _grouped(self.view.record.quotations, lambda own: (own.speaker, *own.joint_speakers))

    @cached_property
    def said_at(self) -> dict[str, tuple[Quotation, ...]]:
        """Statements by encounter."""
        return _grouped(self.view.record.quotations, lambda own: (own.occasion,))

    @cached_property
    def renderings(self) -> dict[str, tuple[Quotation, ...]]:
        """Statements by utterance."""
        return _grouped(self.view.record.quotations, lambda own: (own.utterance,))

    @cached_property
    def quotations(self) -> dict[str, Quotation]:
        """Statements by id."""
        return {own.id: own for own in self.view.record.quotations}

    @cached_property
    def speakers(self) -> tuple[tuple[str, int], ...]:
        """Who speaks, with the number of statements, most first."""
        count = Counter(own.speaker for own in self.view.record.quotations if own.speaker)
        return tuple(sorted(count.items(), key=lambda pair: (-pair[1], pair[0])))

    @cached_property
    def positions_of(self) -> dict[str, tuple[Position, ...]]:
        """Positions by actor."""
        return _grouped(self.view.record.positions, lambda own: (own.actor,))

    @cached_property
    def turns_on(self) -> dict[str, list[Reversal]]:
        """Reversals and self-contradictions by issue."""
        found: dict[str, list[Reversal]] = {}
        for turn in reversals(self.view.record):
            found.setdefault(turn.issue, []).append(turn)
        return found

    def turns_of(self, issue: str) -> list[Reversal]:
        """Those on one issue; a record that is not warmed is not walked through for it."""
        if "turns_on" in self.__dict__:
            return self.turns_on.get(issue, [])
        return list(reversals(replace(self.view.record, positions=self.positions_on.get(issue, ()))))

    @cached_property
    def positions_on(self) -> dict[str, tuple[Position, ...]]:
        """Positions by issue."""
        return _grouped(self.view.record.positions, lambda own: (own.issue,))

    @cached_property
    def encounters_of(self) -> dict[str, tuple[Encounter, ...]]:
        """Encounters by actor named there, absent ones included, by date."""
        ordered = sorted(self.view.record.encounters, key=date_order)
        return _grouped(ordered, lambda own: (person.actor for person in own.participants))

    @cached_property
    def encounters_in(self) -> dict[str, tuple[Encounter, ...]]:
        """Encounters by document that tells of them."""
        return _grouped(self.view.record.encounters, lambda own: (account.document for account in own.mentions))

    @cached_property
    def linked_from(self) -> dict[str, tuple[Encounter, ...]]:
        """Encounters that point to an encounter."""
        return _grouped(self.view.record.encounters, lambda own: (own.part_of, *(link.to for link in own.links)))

    @cached_property
    def agreed_at(self) -> dict[str, tuple[Agreement, ...]]:
        """Agreements by encounter."""
        return _grouped(self.view.record.agreements, lambda own: (mention.encounter for mention in own.mentions))

    @cached_property
    def agreed(self) -> tuple[Agreement, ...]:
        """Agreements by the day they were made or first reported."""
        return tuple(row.agreement for row in self.courses.values())

    @cached_property
    def foreseen(self) -> tuple[Forecast, ...]:
        """Forecasts: what is still open, then what was settled, then what no article came back to; each by day."""
        return forecasts_in_order(self.view)

    @cached_property
    def by_day(self) -> tuple[RecordDocument, ...]:
        """The documents by publication day, then path; those without a day last."""

        def order(found: RecordDocument) -> tuple[str, str]:
            day = found.document.published.start if found.document.published else None
            return day or "9", found.document.path

        return tuple(sorted(self.view.record.documents, key=order))

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Names of outlets, those with most articles first."""
        names = (own.document.outlet.name for own in self.view.record.documents if own.document.outlet)
        return tuple(name for name, _ in sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))

    def documents_of(self, outlet: str) -> frozenset[str]:
        """Ids of an outlet's articles."""
        rows = self.view.record.documents
        return frozenset(own.document.id for own in rows if own.document.outlet and own.document.outlet.name == outlet)

    @cached_property
    def publishers(self) -> dict[str, OutletRow]:
        """Publishers by id, those with most articles first."""
        return {row.id: row for row in outlet_rows(self.view)}

    @cached_property
    def readouts(self) -> tuple[ReadoutRow, ...]:
        """Encounters of which two sides issued their own account."""
        return readout_rows(self.view)

    @cached_property
    def readouts_of(self) -> dict[str, tuple[ReadoutRow, ...]]:
        """The same by encounter."""
        return _grouped(self.readouts, lambda row: (row.encounter.id,))

    @cached_property
    def courses(self) -> dict[str, AgreementRow]:
        """The ledger's row by agreement."""
        return {row.agreement.id: row for row in agreement_rows(self.view)}

    @cached_property
    def scores(self) -> tuple[ForecastScore, ...]:
        """Whose forecasts came true."""
        return forecast_scores(self.view.record)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Cities, and countries where no city is known, of encounters; those with most first."""
        names = ((own.place.city or own.place.country) for own in self.view.record.encounters if own.place)
        found = Counter(name for name in names if name)
        return tuple(name for name, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    @cached_property
    def matrix(self) -> Matrix:
        """Actor by issue."""
        return positions_matrix(self.view, self.positions_on)

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """Judgements of rules that nobody confirmed, the doubtful and weighty first."""
        return doubts(self.view.record)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Single lines that nobody has read, the doubtful and weighty first."""
        return to_read(self.view)

    @cached_property
    def conflicts(self) -> tuple[Finding, ...]:
        """Open conflicts, the weightiest first."""
        found = (own for own in self.view.record.findings if own.kind in DISPUTED)
        return tuple(sorted(found, key=lambda own: (-own.weight, own.id)))
