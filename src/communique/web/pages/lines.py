"""From any line of the record to the page that shows it."""

from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from communique.model import Position
from communique.query.index import Index
from communique.query.standing import stand_lines
from communique.record.items import SECTIONS
from communique.web.pages.lists import PAGE
from communique.web.render import page
from communique.web.then import line_then, not_yet

router = APIRouter(include_in_schema=False)
PAGES = {
    "documents": "/documents/{}", "actors": "/actors/{}", "encounters": "/encounters/{}", "quotations": "/statements/{}",
    "agreements": "/agreements/{}", "forecasts": "/forecasts/{}", "issues": "/positions?issue={}#words",
}  # fmt: skip


@router.get("/lines/{section}/{own}", response_class=HTMLResponse)
def line(request: Request, section: str, own: str) -> Response:
    """The page of an item; a finding is shown here."""
    if section == "findings":
        then = line_then(request, section, own)
        if then.item is None:
            return not_yet(request, then)
        return page(request, "finding.html.j2", then.index.view, then.standing, own=then.item)
    with request.app.state.held.store() as store:
        found = store.get(section, own) if section in SECTIONS else None
    if found is None:
        raise HTTPException(404, "The record holds no such line. It may have changed when articles were added.")
    if section == "positions":
        return RedirectResponse(f"/positions?{_place(request, found)}#{own}", 303)
    if section == "figures":
        span = found.evidence[0].span
        return RedirectResponse(f"/documents/{found.document}?at={span.start}-{span.end}#at", 303)
    if section not in PAGES:
        raise HTTPException(404, "This kind of line has no page.")
    return RedirectResponse(PAGES[section].format(own), 303)


def _place(request: Request, found: Position) -> str:
    """The query of the page of its issue on which a position stands."""
    index: Index = request.app.state.held.index()
    lines = stand_lines(index.view, index.positions_on.get(found.issue, ()))
    at = next((number for number, line in enumerate(lines) if any(own.id == found.id for own in line.positions)), 0)
    return urlencode({"issue": found.issue} | ({"at": at // PAGE * PAGE} if at >= PAGE else {}))
