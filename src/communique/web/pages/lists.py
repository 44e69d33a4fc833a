"""Pages that list one kind of line: actors, positions, statements, agreements and forecasts, disagreements, search."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from communique.query.briefing import briefing
from communique.query.view import View
from communique.web.render import page

router = APIRouter()
PAGE = 60


@router.get("/actors", response_class=HTMLResponse, include_in_schema=False)
def actors(request: Request, kind: str | None = None) -> HTMLResponse:
    """People, states and organisations by side, the most mentioned first."""
    view: View = request.app.state.held.view()
    found = [own for own in view.record.actors if not kind or own.kind == kind]
    found.sort(key=lambda own: (-len(own.mentions), own.id))
    return page(request, "actors.html.j2", found=found, kind=kind or "")


@router.get("/positions", response_class=HTMLResponse, include_in_schema=False)
def positions(request: Request) -> HTMLResponse:
    """Actor by issue, then every position under its issue."""
    view: View = request.app.state.held.view()
    report = briefing(view)
    count: dict[str, int] = {}
    for own in view.record.positions:
        count[own.actor] = count.get(own.actor, 0) + 1
    columns = sorted(count, key=lambda own: (-count[own], own))[:8]
    return page(request, "positions.html.j2", issues=report.issues, columns=columns)


@router.get("/statements", response_class=HTMLResponse, include_in_schema=False)
def statements(request: Request, speaker: str | None = None, form: str | None = None, at: int = 0) -> HTMLResponse:
    """Who said what, filtered by speaker and form."""
    view: View = request.app.state.held.view()
    found = [
        own
        for own in view.record.quotations
        if (not speaker or own.speaker == speaker or speaker in own.joint_speakers) and (not form or own.form == form)
    ]
    count: dict[str, int] = {}
    for own in view.record.quotations:
        if own.speaker:
            count[own.speaker] = count.get(own.speaker, 0) + 1
    speakers = sorted(count, key=lambda own: (-count[own], own))[:60]
    shown = found[max(0, at) : max(0, at) + PAGE]
    return page(
        request,
        "statements.html.j2",
        found=shown,
        total=len(found),
        at=max(0, at),
        size=PAGE,
        speakers=speakers,
        count=count,
        chosen={"speaker": speaker or "", "form": form or ""},
    )


@router.get("/agreements", response_class=HTMLResponse, include_in_schema=False)
def agreements(request: Request) -> HTMLResponse:
    """What was agreed and what was foreseen, with its status over time."""
    return page(request, "agreements.html.j2")


@router.get("/conflicts", response_class=HTMLResponse, include_in_schema=False)
def conflicts(request: Request, kind: str | None = None) -> HTMLResponse:
    """Where the sources disagree; with `kind`, the other findings."""
    view: View = request.app.state.held.view()
    wanted = {kind} if kind else {"conflict", "internal_conflict"}
    found = sorted((own for own in view.record.findings if own.kind in wanted), key=lambda own: (-own.weight, own.id))
    return page(request, "conflicts.html.j2", found=found[:400], total=len(found), kind=kind or "")


@router.get("/search", response_class=HTMLResponse, include_in_schema=False)
def search(request: Request, q: str = "") -> HTMLResponse:
    """Everything that holds all the words, best first."""
    with request.app.state.held.store() as store:
        hits = store.search(q, 100) if q.strip() else ()
    pieces = [(section, own, _split(snippet)) for section, own, snippet in hits]
    return page(request, "search.html.j2", hits=pieces)


def _split(snippet: str) -> list[tuple[str, bool]]:
    """A snippet in (words, matched) pieces."""
    pieces = []
    for part in snippet.split("[["):
        inside, closed, after = part.partition("]]")
        pieces.extend([(inside, True), (after, False)] if closed else [(part, False)])
    return [piece for piece in pieces if piece[0]]
