"""The first page: the process at a glance; the timeline; the map."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from communique.query.briefing import main_sides
from communique.query.index import Index
from communique.query.timeline import expected, overdue, tracks
from communique.query.view import View
from communique.web.drawing.chronology import draw_chronology
from communique.web.drawing.places import draw_places
from communique.web.pages.since import news, now_seen
from communique.web.render import LAND, page
from communique.web.standing import standing_of
from communique.web.visit import Mark, mark_of, set_mark

router = APIRouter(include_in_schema=False)
STATUSES = ("held", "ongoing", "planned", "expected", "rumoured", "denied", "cancelled")
WAITING = ("planned", "expected", "rumoured")
PAGE = 60
NARROW = 400.0, 440.0  # the map on a telephone, in drawing units


@router.get("/", response_class=HTMLResponse)
def overview(request: Request) -> HTMLResponse:
    """Open conflicts first, who is at the table, the latest encounters, what is expected next."""
    index: Index = request.app.state.held.index()
    view = index.view
    people = sorted(
        (own for own in view.record.actors if own.kind == "person"), key=lambda own: (-len(own.mentions), own.id)
    )
    late = overdue(view)
    path = request.app.state.held.path
    seen = mark_of(request, path)
    answer = page(
        request,
        "overview.html.j2",
        view,
        conflicts=index.conflicts,
        drawing=draw_chronology(index.rows, tracks=tracks(view, (row.encounter for row in index.rows))),
        met=[row for row in index.rows if row.encounter.status not in WAITING and row.encounter.date],
        ahead=[own for own in expected(view) if own not in late],
        late=late,
        faces=people[:12],
        parties=main_sides(view),
        origins=len(set(view.origin.values())),
        fresh=_fresh(request, view, seen) if seen else None,
    )
    if seen is None or seen.generation > int(request.app.state.held.generation):
        set_mark(answer, path, now_seen(request))
    return answer


def _fresh(request: Request, view: View, seen: Mark) -> dict[str, Any] | None:
    """What the first page says of what is new to the visitor: (number, word for one, word for many)."""
    found = news(request, view, seen)
    if found is None:
        return None
    effect, decided = found
    numbers = dict(effect.numbers)
    counts = (
        (len(effect.documents), "new article", "new articles"),
        (len(effect.encounters), "new encounter", "new encounters"),
        (len(effect.moved), "encounter told differently", "encounters told differently"),
        (len(effect.conflicts), "new disagreement", "new disagreements"),
        (len(effect.grown), "disagreement with another value", "disagreements with another value"),
        (len(effect.settled), "disagreement settled", "disagreements settled"),
        (max(0, numbers.get("quotations", 0)), "new statement", "new statements"),
        (len(decided), "decision", "decisions"),
    )
    return {"mark": seen, "counts": [row for row in counts if row[0]]}


@router.get("/map", response_class=HTMLResponse)
def places(request: Request, status: str = "") -> HTMLResponse:
    """Encounters where they took place."""
    index, standing = standing_of(request)
    found = [row.encounter for row in index.rows if status in ("", row.encounter.status)]
    return page(
        request,
        "map.html.j2",
        index.view,
        standing,
        drawn=draw_places(found),
        narrow=draw_places(found, *NARROW),
        land=LAND,
        status=status,
        statuses=STATUSES,
    )
