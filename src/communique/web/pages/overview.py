"""The first page: the process at a glance; the timeline; the map."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from communique.query.index import Index
from communique.query.timeline import expected
from communique.web.drawing.chronology import draw_chronology
from communique.web.drawing.places import draw_places
from communique.web.render import LAND, page

router = APIRouter(include_in_schema=False)
STATUSES = ("held", "ongoing", "planned", "expected", "rumoured", "denied", "cancelled")
WAITING = ("planned", "expected", "rumoured")
PAGE = 60


@router.get("/", response_class=HTMLResponse)
def overview(request: Request) -> HTMLResponse:
    """Open conflicts first, who is at the table, the latest encounters, what is expected next."""
    index: Index = request.app.state.held.index()
    view = index.view
    people = sorted(
        (own for own in view.record.actors if own.kind == "person"), key=lambda own: (-len(own.mentions), own.id)
    )
    return page(
        request,
        "overview.html.j2",
        view,
        conflicts=index.conflicts,
        drawing=draw_chronology(index.rows),
        met=[row for row in index.rows if row.encounter.status not in WAITING and row.encounter.date],
        ahead=expected(view),
        faces=people[:12],
        origins=len(set(view.origin.values())),
        latest=request.app.state.additions.latest(),
    )


@router.get("/map", response_class=HTMLResponse)
def places(request: Request, status: str = "") -> HTMLResponse:
    """Encounters where they took place."""
    index: Index = request.app.state.held.index()
    found = [row.encounter for row in index.rows if status in ("", row.encounter.status)]
    return page(request, "map.html.j2", index.view, drawn=draw_places(found), land=LAND, status=status, statuses=STATUSES)
