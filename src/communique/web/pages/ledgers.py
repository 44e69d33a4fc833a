"""The two ledgers: what was agreed, with its status over time; what was foreseen, and whose forecasts came true."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from communique.model import Forecast
from communique.query.index import Index
from communique.query.ledger import AgreementRow, forecast_outcome
from communique.query.view import View
from communique.web.render import page
from communique.web.standing import standing_of
from communique.web.then import line_then, not_yet

router = APIRouter(include_in_schema=False)
PAGE = 60
STATES = ("pending", "fulfilled", "not_fulfilled", "unknown")


@router.get("/agreements", response_class=HTMLResponse)
def agreements(request: Request, status: str = "", party: str = "", at: int = 0) -> HTMLResponse:
    """What was agreed and what was not, by day, with how its status went; filtered by status and party."""
    index, standing = standing_of(request)
    rows = [row for row in index.courses.values() if party in ("", *row.agreement.parties, *row.agreement.committed)]
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.agreement.status] = counts.get(row.agreement.status, 0) + 1
    found = [row for row in rows if status in ("", row.agreement.status)]
    at = max(0, at)
    return page(
        request, "agreements.html.j2", index.view, standing, rows=found[at : at + PAGE], total=len(found), at=at, size=PAGE,
        counts=sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])), everything=len(rows),
        parties=_parties(index), chosen={"status": status, "party": party},
    )  # fmt: skip


def _parties(index: Index) -> list[tuple[str, str]]:
    """Who takes part in agreements: id and name, those with most first."""
    counts: dict[str, int] = {}
    for row in index.courses.values():
        for own in dict.fromkeys((*row.agreement.parties, *row.agreement.committed)):
            counts[own] = counts.get(own, 0) + 1
    order = sorted(counts, key=lambda own: (-counts[own], own))
    return [(own, index.view.name(own)) for own in order[:80]]


@router.get("/agreements/{own}", response_class=HTMLResponse)
def agreement(request: Request, own: str) -> HTMLResponse:
    """One agreement with its status over time and every account of it."""
    then = line_then(request, "agreements", own)
    if then.item is None:
        return not_yet(request, then)
    index = then.index
    row = index.courses[then.item.id]
    accounts = [(mention.id, mention.document, mention.content[0].quote) for mention in row.accounts]
    near = () if then.standing.past else index.view.record.agreements[:300]
    others = [(item.mentions[0].id, item.label) for item in near if item.id != own]
    return page(
        request, "agreement.html.j2", index.view, then.standing, found=row.agreement, row=row, steps=_steps(index.view, row),
        accounts=accounts, others=others,
    )  # fmt: skip


def _steps(view: View, row: AgreementRow) -> list[tuple[str, str, str]]:
    """(day, status, document) of each account, by day of the article; an account that says the same as the last is left out."""
    found: list[tuple[str, str, str]] = []
    for own in row.accounts:
        if not found or found[-1][1] != own.status:
            published = view.documents[own.document].document.published if own.document in view.documents else None
            found.append(((published.start if published else None) or "", own.status.value, own.document))
    return found


@router.get("/forecasts", response_class=HTMLResponse)
def forecasts(request: Request, state: str = "", source: str = "", kind: str = "", at: int = 0) -> HTMLResponse:
    """What was foreseen by what became of it, and how the forecasts of each source fared.

    Args:
        source, kind: only forecasts of this actor ("actor") or outlet ("outlet").
    """
    index, standing = standing_of(request)
    told = index.documents_of(source) if kind == "outlet" else frozenset()
    rows = [own for own in index.foreseen if own.document in told or not source or source in (own.joint or (own.who,))]
    counts = {name: sum(_state(own) == name for own in rows) for name in STATES}
    found = [own for own in rows if state in ("", _state(own))]
    at = max(0, at)
    shown = [
        (own, forecast_outcome(index.view, own), index.view.documents.get(own.document)) for own in found[at : at + PAGE]
    ]
    return page(
        request, "forecasts.html.j2", index.view, standing, rows=shown, total=len(found), at=at, size=PAGE, counts=counts,
        everything=len(rows), scores=index.scores[:60], chosen={"state": state, "kind": kind, "source": source},
    )  # fmt: skip


def _state(own: Forecast) -> str:
    return own.outcome.status if own.outcome is not None else "unknown"


@router.get("/forecasts/{own}", response_class=HTMLResponse)
def forecast(request: Request, own: str) -> HTMLResponse:
    """One forecast and what became of it."""
    then = line_then(request, "forecasts", own)
    if then.item is None:
        return not_yet(request, then)
    view = then.index.view
    return page(request, "forecast.html.j2", view, then.standing, own=then.item, outcome=forecast_outcome(view, then.item))
