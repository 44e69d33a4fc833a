"""The first page: the process at a glance; the timeline; the map."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from communique.query.index import Index
from communique.query.timeline import TimelineRow, expected, timeline
from communique.web.drawing.chronology import draw_chronology
from communique.web.drawing.places import draw_places
from communique.web.known import Known
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


@router.get("/timeline", response_class=HTMLResponse)
def chronology(
    request: Request,
    since: str = "",
    until: str = "",
    actor: str = "",
    kind: str = "",
    status: str = "",
    asof: str = "",
    at: int = 0,
) -> HTMLResponse:
    """Encounters in order, filtered; the filters live in the address. `asof`: as it could be known on that day."""
    index: Index = request.app.state.held.index()
    known: Known = request.app.state.known
    past = known.view(index.view, asof) if asof else None
    view = past or index.view
    every: tuple[TimelineRow, ...] = index.rows if view is index.view and not (since or until or actor) else timeline(
        view, since=since or None, until=until or None, actor=actor or None
    )  # fmt: skip
    rows = [own for own in every if kind in ("", own.encounter.kind) and status in ("", own.encounter.status)]
    chosen = {"since": since, "until": until, "actor": actor, "kind": kind, "status": status, "asof": asof}
    at = max(0, at)
    return page(
        request,
        "timeline.html.j2",
        view,
        rows=rows[at : at + PAGE],
        total=len(rows),
        at=at,
        size=PAGE,
        drawing=draw_chronology(rows),
        chosen=chosen,
        kinds=sorted({own.kind.value for own in view.record.encounters}),
        statuses=STATUSES,
        named=[(own, view.name(own)) for own, _ in index.speakers[:40] if own in view.actors],
        days=known.days(index.view),
        refused=known.refusal(index.view) if asof and past is None else "",
    )


@router.get("/map", response_class=HTMLResponse)
def places(request: Request, status: str = "") -> HTMLResponse:
    """Encounters where they took place."""
    index: Index = request.app.state.held.index()
    found = [row.encounter for row in index.rows if status in ("", row.encounter.status)]
    return page(request, "map.html.j2", index.view, drawn=draw_places(found), land=LAND, status=status, statuses=STATUSES)
