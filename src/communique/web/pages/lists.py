"""Pages that list one kind of line: actors, positions, disagreements, search."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from communique.model import Actor
from communique.query.index import Index
from communique.query.standing import stand_lines
from communique.web.drawing.network import draw_network
from communique.web.render import page
from communique.web.standing import standing_of

router = APIRouter(include_in_schema=False)
PAGE = 60
WIDE = 80
Words = Annotated[str, Query(max_length=400)]
Most = Annotated[int, Query(ge=2, le=500)]
Least = Annotated[int, Query(ge=1, le=1000)]


@router.get("/actors", response_class=HTMLResponse)
def actors(request: Request, kind: str = "", name: Words = "", at: int = 0) -> HTMLResponse:
    """People, states and organisations, the most mentioned first, by name or office; who met whom."""
    index, standing = standing_of(request)
    found = [own for own in index.view.record.actors if not kind or own.kind == kind]
    if wanted := name.casefold().split():
        found = [own for own in found if _is_called(own, wanted)]
    found.sort(key=lambda own: (-len(own.mentions), own.id))
    at = max(0, at)
    whole = not kind and not wanted and at == 0
    net = draw_network(index.view, (row.encounter for row in index.rows)) if whole else None
    shown = found[at : at + WIDE]
    return page(
        request, "actors.html.j2", index.view, standing, found=shown, total=len(found), at=at, size=WIDE, kind=kind, net=net, name=name
    )  # fmt: skip


def _is_called(own: Actor, wanted: list[str]) -> bool:
    """Whether every word begins a word of the name, of another name that articles use, or of an office."""
    names = {own.name, *(mention.evidence.quote for mention in own.mentions), *(office.title for office in own.offices)}
    words = {word for found in names for word in found.casefold().replace("-", " ").split()}
    return all(any(word.startswith(part) for word in words) for part in wanted)


@router.get("/network", response_class=HTMLResponse)
def network(request: Request, side: Words = "", most: Most = 64, least: Least = 1) -> HTMLResponse:
    """Who met whom, larger: more actors, one side, or only those who met often."""
    index, standing = standing_of(request)
    encounters = (row.encounter for row in index.rows)
    net = draw_network(index.view, encounters, most=most, least=least, side=side)
    chosen = {"side": side, "most": most, "least": least}
    return page(
        request,
        "network.html.j2",
        index.view,
        standing,
        net=net,
        chosen=chosen,
        sizes=(22, 64, 128, 250, 500),
        often=(1, 2, 3, 5, 10),
    )


@router.get("/positions", response_class=HTMLResponse)
def positions(request: Request, issue: str = "", actor: str = "", at: int = 0) -> HTMLResponse:
    """Actor by issue, then the positions on one issue, each told once with all that say it, oldest first."""
    index, standing = standing_of(request)
    matrix = index.matrix
    issue = issue or (matrix.issues[0] if matrix.issues and not actor else "")
    found = list(index.positions_on.get(issue, ()) if issue else index.positions_of.get(actor, ()))
    found = [own for own in found if not actor or own.actor == actor]
    lines = stand_lines(index.view, found)
    at = max(0, at)
    return page(
        request, "positions.html.j2", index.view, standing, matrix=matrix, lines=lines[at : at + PAGE], total=len(lines), at=at,
        size=PAGE, on_record=len(found), chosen={"issue": issue, "actor": actor},
        others=_others(index),
        turns=[turn for turn in index.turns_of(issue) if not actor or turn.actor == actor],
    )  # fmt: skip


def _others(index: Index) -> dict[str, int]:
    """Positions on an issue by those who have no column of their own."""
    matrix = index.matrix
    return {
        issue: len(index.positions_on[issue])
        - sum(len(cell.positions) for own in matrix.actors if (cell := matrix.cells.get((issue, own))) is not None)
        for issue in matrix.issues
    }


@router.get("/conflicts", response_class=HTMLResponse)
def conflicts(request: Request, kind: str = "", at: int = 0) -> HTMLResponse:
    """Where the sources disagree; with `kind`, the other findings."""
    index, standing = standing_of(request)
    found = list(index.conflicts)
    if kind:
        rows = (own for own in index.view.record.findings if own.kind == kind)
        found = sorted(rows, key=lambda own: (-own.weight, own.id))
    at = max(0, at)
    shown = found[at : at + PAGE]
    return page(
        request, "conflicts.html.j2", index.view, standing, found=shown, total=len(found), at=at, size=PAGE, kind=kind
    )


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
