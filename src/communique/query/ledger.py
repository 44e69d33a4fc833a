"""The two ledgers as a reader wants them: what was agreed in the order of the days, by whose account; what was foreseen, parted
into what is still ahead, what was settled, and what nobody came back to. Pure functions over a record."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.compare.outcome import is_late
from communique.model import Agreement, AgreementMention, EncounterStatus, Forecast
from communique.query.view import View
from communique.query.wording import minutes_words, outcome_words

SETTLED = ("fulfilled", "not_fulfilled")
AHEAD = (EncounterStatus.PLANNED, EncounterStatus.EXPECTED, EncounterStatus.RUMOURED)


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One point. `accounts`: its mentions by day; `courses`: each status with the documents that give it, oldest first;
    empty while all give the same."""

    agreement: Agreement
    day: str
    accounts: tuple[AgreementMention, ...]
    courses: tuple[tuple[str, tuple[AgreementMention, ...]], ...]


@dataclass(frozen=True, slots=True)
class ForecastLedger:
    """Forecasts parted by what became of them, each by day. `ahead` leaves out those that only repeat a planned encounter."""

    ahead: tuple[Forecast, ...]
    settled: tuple[Forecast, ...]
    silent: tuple[Forecast, ...]


def agreement_rows(view: View) -> tuple[AgreementRow, ...]:
    """The points by the day they were made or first reported, then by place in the article; undated ones last."""
    rows = []
    for found in view.record.agreements:
        accounts = tuple(sorted(found.mentions, key=lambda own: (_reported(view, own), own.document, _place(own))))
        rows.append(AgreementRow(found, _day(view, accounts), accounts, _courses(accounts)))
    return tuple(sorted(rows, key=lambda row: (row.day, row.accounts[0].document, _place(row.accounts[0]))))


def _reported(view: View, own: AgreementMention) -> str:
    found = view.documents.get(own.document)
    published = found.document.published if found is not None else None
    return (published.start if published is not None else None) or "9999"


def _place(own: AgreementMention) -> int:
    return (own.content or own.evidence)[0].span.start


def _day(view: View, accounts: Sequence[AgreementMention]) -> str:
    days = [own.date.start for own in accounts if own.date is not None and own.date.start and own.date.start[0].isdigit()]
    return min([*days, *(_reported(view, own) for own in accounts)], default="9999")


def _courses(accounts: Sequence[AgreementMention]) -> tuple[tuple[str, tuple[AgreementMention, ...]], ...]:
    found: dict[str, list[AgreementMention]] = {}
    for own in accounts:
        found.setdefault(own.status.value, []).append(own)
    return tuple((status, tuple(rows)) for status, rows in found.items()) if len(found) > 1 else ()


def forecast_ledger(view: View) -> ForecastLedger:
    """All forecasts of a record, parted by outcome."""
    ordered = sorted(view.record.forecasts, key=_when)
    status = {own.id: own.outcome.status if own.outcome is not None else "unknown" for own in ordered}
    told = {own.id for own in view.record.encounters if own.status in AHEAD}
    return ForecastLedger(
        ahead=tuple(own for own in ordered if status[own.id] == "pending" and own.encounter not in told),
        settled=tuple(own for own in ordered if status[own.id] in SETTLED),
        silent=tuple(own for own in ordered if status[own.id] not in (*SETTLED, "pending")),
    )


def forecasts_in_order(view: View) -> tuple[Forecast, ...]:
    """All forecasts: those still open, those settled, those that no article came back to; each by the end of its window."""
    rank = {"pending": 0, "fulfilled": 1, "not_fulfilled": 1}
    status = {own.id: own.outcome.status if own.outcome is not None else "unknown" for own in view.record.forecasts}
    return tuple(sorted(view.record.forecasts, key=lambda own: (rank.get(status[own.id], 2), *_when(own))))


def _when(own: Forecast) -> tuple[str, str, int]:
    """By the end of its window; without one last."""
    window = own.window
    ends = [] if window is None else [end for end in (window.end, window.start) if end and end[0].isdigit()]
    return ends[0] if ends else "9999", own.document, own.content[0].span.start


def forecast_outcome(view: View, own: Forecast) -> str:
    """What became of a forecast, in words; with "late" where it came true after its window."""
    status = own.outcome.status if own.outcome is not None else "unknown"
    late = ", late" if status == "fulfilled" and is_late(own, view.record) else ""
    return outcome_words(status) + late


def quantity_words(value: float | None, comparator: str, unit: str = "") -> str:
    """A quantity as it is read: "more than 1,400", "about 0.33", lengths in minutes as "9 h"; "" where no number is given."""
    if value is None:
        return ""
    bound = {">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most ", "~": "about "}.get(comparator, "")
    if unit == "minutes":
        return bound + minutes_words(value)
    return bound + (f"{value:,.0f}" if value == int(value) else f"{round(value, 3):,}")
