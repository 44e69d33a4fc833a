"""The two ledgers as a reader wants them: what was agreed in the order of the days, by whose account; what was foreseen, parted
into what is still ahead, what was settled, and what nobody came back to. Pure functions over a record."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.compare.outcome import clock_of, is_late
from communique.model import Agreement, AgreementMention, AgreementStatus, EncounterStatus, Forecast
from communique.query.view import View
from communique.query.wording import minutes_words, outcome_words

STANDING = (AgreementStatus.AGREED, AgreementStatus.PARTLY_AGREED)
UNTIL = frozenset({"until", "till", "through"})
SETTLED = ("fulfilled", "not_fulfilled")
AHEAD = (EncounterStatus.PLANNED, EncounterStatus.EXPECTED, EncounterStatus.RUMOURED)


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One point. `accounts`: its mentions by day; `courses`: each status with the documents that give it, oldest first;
    empty while all give the same; `term`: where its day lies before the last article: "expired" where it was to hold until then,
    "day passed" where something was to be done and no account tells that it was broken or put off; else ""."""

    agreement: Agreement
    day: str
    accounts: tuple[AgreementMention, ...]
    courses: tuple[tuple[str, tuple[AgreementMention, ...]], ...]
    term: str = ""


@dataclass(frozen=True, slots=True)
class ForecastLedger:
    """Forecasts parted by what became of them, each by day. `ahead` leaves out those that only repeat a planned encounter."""

    ahead: tuple[Forecast, ...]
    settled: tuple[Forecast, ...]
    silent: tuple[Forecast, ...]


def agreement_rows(view: View) -> tuple[AgreementRow, ...]:
    """The points by the day they were made or first reported, then by place in the article; undated ones last."""
    rows = []
    now = clock_of(view.record).now
    for found in view.record.agreements:
        accounts = tuple(sorted(found.mentions, key=lambda own: (_reported(view, own), own.document, _place(own))))
        rows.append(AgreementRow(found, _day(view, accounts), accounts, _courses(accounts), _term(view, found, now)))
    return tuple(sorted(rows, key=lambda row: (row.day, row.accounts[0].document, _place(row.accounts[0]))))


def _term(view: View, found: Agreement, now: str | None) -> str:
    """What has become of the day that a standing point names, as of the last article."""
    due = found.due
    last = None if due is None else (due.end or due.start)
    if now is None or last is None or not last[0].isdigit() or found.status not in STANDING:
        return ""
    short = min(len(last), len(now))
    if last[:short] >= now[:short]:
        return ""
    return "expired" if any(_holds_until(view, own) for own in found.mentions) else "day passed"


def _holds_until(view: View, own: AgreementMention) -> bool:
    """Whether the words before the day are "until", "till" or "through"."""
    document = view.documents.get(own.document)
    if document is None or own.due is None:
        return False
    before = [document.document.text[: words.span.start].split()[-1:] for words in own.due.evidence]
    return any(words and words[0].lower() in UNTIL for words in before)


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
