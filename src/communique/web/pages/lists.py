"""Pages that list one kind of line: actors, positions, disagreements, search."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from communique.query.index import Index
from communique.query.matrix import position_day
from communique.web.drawing.network import draw_network
from communique.web.render import page

router = APIRouter(include_in_schema=False)
PAGE = 60
WIDE = 80


@router.get("/actors", response_class=HTMLResponse)
def actors(request: Request, kind: str = "", at: int = 0) -> HTMLResponse:
    """People, states and organisations by side, the most mentioned first; who met whom."""
    index: Index = request.app.state.held.index()
    found = [own for own in index.view.record.actors if not kind or own.kind == kind]
    found.sort(key=lambda own: (-len(own.mentions), own.id))
    at = max(0, at)
    net = draw_network(index.view, (row.encounter for row in index.rows)) if not kind and at == 0 else None
    shown = found[at : at + WIDE]
    return page(request, "actors.html.j2", index.view, found=shown, total=len(found), at=at, size=WIDE, kind=kind, net=net)


@router.get("/positions", response_class=HTMLResponse)
def positions(request: Request, issue: str = "", actor: str = "", at: int = 0) -> HTMLResponse:
    """Actor by issue, then the positions on one issue, oldest first."""
    index: Index = request.app.state.held.index()
    matrix = index.matrix
    issue = issue or (matrix.issues[0] if matrix.issues and not actor else "")
    found = list(index.positions_on.get(issue, ()) if issue else index.positions_of.get(actor, ()))
    found = [own for own in found if not actor or own.actor == actor]
    found.sort(key=lambda own: (position_day(index.view, own) or "9", own.id))
    at = max(0, at)
    return page(
        request, "positions.html.j2", index.view, matrix=matrix, found=found[at : at + PAGE], total=len(found), at=at,
        size=PAGE, chosen={"issue": issue, "actor": actor},
        turns=[turn for turn in index.turns_on.get(issue, ()) if not actor or turn.actor == actor],
    )  # fmt: skip


@router.get("/conflicts", response_class=HTMLResponse)
def conflicts(request: Request, kind: str = "", at: int = 0) -> HTMLResponse:
    """Where the sources disagree; with `kind`, the other findings."""
    index: Index = request.app.state.held.index()
    found = list(index.conflicts)
    if kind:
        rows = (own for own in index.view.record.findings if own.kind == kind)
        found = sorted(rows, key=lambda own: (-own.weight, own.id))
    at = max(0, at)
    shown = found[at : at + PAGE]
    return page(request, "conflicts.html.j2", index.view, found=shown, total=len(found), at=at, size=PAGE, kind=kind)


@router.get("/search", response_class=HTMLResponse)
def search(request: Request, q: str = "") -> HTMLResponse:
    """Everything that holds all the words, best first."""
    with request.app.state.held.store() as store:
        hits = store.search(q[:400], 100) if q.strip() else ()
    pieces = [(section, own, _split(snippet)) for section, own, snippet in hits]
    return page(request, "search.html.j2", hits=pieces)


def _split(snippet: str) -> list[tuple[str, bool]]:
    """A snippet in (words, matched) pieces."""
    pieces = []
    for part in snippet.split("[["):
        inside, closed, after = part.partition("]]")
        pieces.extend([(inside, True), (after, False)] if closed else [(part, False)])
    return [piece for piece in pieces if piece[0]]
