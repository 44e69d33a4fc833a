"""Whose forecasts came true: counts by who foresaw and by outlet. Pure functions over a record."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from communique.model import Evidence, Forecast, Record

OUTCOMES = ("fulfilled", "not_fulfilled", "pending", "unknown")


@dataclass(frozen=True, slots=True)
class ForecastScore:
    """How the forecasts of one source fared.

    Attributes:
        kind: "actor" (id of who foresaw) or "outlet" (the outlet whose author foresaw, or that printed it).
        share: fulfilled of those settled; None while none is.
    """

    kind: str
    source: str
    fulfilled: int
    not_fulfilled: int
    pending: int
    unknown: int
    share: float | None
    evidence: tuple[Evidence, ...]


def forecast_scores(record: Record) -> tuple[ForecastScore, ...]:
    """A row for every actor and every outlet with a forecast, actors first, by number of forecasts, then name."""
    outlets = {own.document.id: own.document.outlet.name for own in record.documents if own.document.outlet is not None}
    groups: dict[tuple[str, str], list[Forecast]] = defaultdict(list)
    for forecast in record.forecasts:
        for who in forecast.joint or ((forecast.who,) if forecast.who is not None else ()):
            groups["actor", who].append(forecast)
        if forecast.document in outlets:
            groups["outlet", outlets[forecast.document]].append(forecast)
    rows = sorted(groups.items(), key=lambda row: (row[0][0], -len(row[1]), row[0][1]))
    return tuple(_score(kind, source, found) for (kind, source), found in rows)


def _score(kind: str, source: str, found: Iterable[Forecast]) -> ForecastScore:
    forecasts = tuple(found)
    status = [own.outcome.status if own.outcome is not None else "unknown" for own in forecasts]
    counts = {name: status.count(name) for name in OUTCOMES}
    settled = counts["fulfilled"] + counts["not_fulfilled"]
    return ForecastScore(
        kind=kind,
        source=source,
        **counts,
        share=round(counts["fulfilled"] / settled, 3) if settled else None,
        evidence=tuple(words for own in forecasts for words in own.content),
    )
