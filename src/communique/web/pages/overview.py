"""The first page: the process at a glance; and the timeline."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from communique.query.briefing import DISPUTED
from communique.query.timeline import expected, timeline
from communique.query.view import View
from communique.web.render import page

router = APIRouter()
STATUSES = ("held", "ongoing", "planned", "expected", "rumoured", "denied", "cancelled")


@router.get("/", response_class=HTMLResponse, include_in_schema=False)
def overview(request: Request) -> HTMLResponse:
    """Open conflicts first, who is at the table, the latest encounters, what is expected next."""
    view: View = request.app.state.held.view()
    conflicts = sorted((own for own in view.record.findings if own.kind in DISPUTED), key=lambda own: (-own.weight, own.id))
    met = [row for row in timeline(view) if row.encounter.status not in ("planned", "expected", "rumoured")]
    people = sorted(view.record.actors, key=lambda own: (-len(own.mentions), own.id))
    return page(
        request,
        "overview.html.j2",
        conflicts=conflicts,
        met=met,
        ahead=expected(view),
        faces=[own for own in people if own.kind == "person"][:12],
        origins=len(set(view.origin.values())),
    )


@router.get("/timeline", response_class=HTMLResponse, include_in_schema=False)
def chronology(
    request: Request,
    since: str | None = None,
    until: str | None = None,
    actor: str | None = None,
    kind: str | None = None,
    status: str | None = None,
) -> HTMLResponse:
    """Encounters in order, filtered; the filters live in the address."""
    view: View = request.app.state.held.view()
    rows = timeline(view, since=since or None, until=until or None, actor=actor or None)
    rows = tuple(
        row for row in rows if (not kind or row.encounter.kind == kind) and (not status or row.encounter.status == status)
    )
    chosen = {"since": since or "", "until": until or "", "actor": actor or "", "kind": kind or "", "status": status or ""}
    kinds = sorted({own.kind.value for own in view.record.encounters})
    return page(request, "timeline.html.j2", rows=rows, chosen=chosen, kinds=kinds, statuses=STATUSES)
