"""The publishers, one publisher, and what two sides each say in their own account of one encounter."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from communique.query.index import Index
from communique.query.outlet import outlet_account
from communique.web.render import page

router = APIRouter(include_in_schema=False)
PAGE = 80
SHOWN = 40
MOST = 60  # cuts and silences of one publisher


@router.get("/outlets", response_class=HTMLResponse)
def outlets(request: Request, at: int = 0) -> HTMLResponse:
    """Every publisher with how many of its articles are its own work, and what only it tells."""
    index: Index = request.app.state.held.index()
    rows, at = list(index.publishers.values()), max(0, at)
    return page(request, "outlets.html.j2", index.view, rows=rows[at : at + PAGE], total=len(rows), at=at, size=PAGE)


@router.get("/outlets/{own:path}", response_class=HTMLResponse)
def outlet(request: Request, own: str) -> HTMLResponse:
    """One publisher: what it depends on, what it cut, what it left out, what only it tells, how its forecasts fared."""
    index: Index = request.app.state.held.index()
    row = index.publishers.get(own)
    if row is None:
        raise HTTPException(404, "The record holds no articles of this source.")
    score = next((found for found in index.scores if (found.kind, found.source) == ("outlet", own)), None)
    mine = frozenset(row.documents)
    disputes = [
        found
        for found in index.conflicts
        if any(words.document in mine for value in found.values for words in value.evidence)
    ]
    return page(
        request, "outlet.html.j2", index.view, row=row, found=outlet_account(index.view, row, MOST), score=score,
        disputes=disputes, most=SHOWN, capped=MOST,
    )  # fmt: skip


@router.get("/readouts", response_class=HTMLResponse)
def readouts(request: Request, at: int = 0) -> HTMLResponse:
    """Encounters of which two sides issued their own account: what each says that the other omits."""
    index: Index = request.app.state.held.index()
    at = max(0, at)
    return page(
        request, "readouts.html.j2", index.view, rows=index.readouts[at : at + PAGE], total=len(index.readouts), at=at, size=PAGE
    )  # fmt: skip
