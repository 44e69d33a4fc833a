"""How far two reviewers agree, and the lines on which they differ: as a page and under /api."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from communique.query.accord import PairAccord, reviewer_accords, reviewers
from communique.query.index import Index
from communique.web.pages.api import BARRED, At, Size
from communique.web.render import page

router = APIRouter(include_in_schema=False)
PAGE = 60
NAMES = {
    "quotations": "statements", "actor": "actors", "encounter": "encounters", "utterance": "acts of speech", "agreement": "agreements",
}  # fmt: skip
Name = Annotated[str, Query(max_length=80)]


class Person(BaseModel):
    """Who reviewed: how many lines, how many pairs."""

    name: str
    lines: int
    pairs: int


class Accords(BaseModel):
    """Who reviewed, and the agreement of each two on what both judged."""

    people: list[Person]
    items: list[dict[str, Any]] = Field(
        description="Each with share, Cohen's kappa (null where chance agrees on all), sections, and a page of differences."
    )


def accords_of(request: Request) -> tuple[Index, tuple[tuple[str, int, int], ...], tuple[PairAccord, ...]]:
    """The record, who reviewed it, and how far each two of them agree."""
    index: Index = request.app.state.held.index()
    with request.app.state.held.store() as store:
        log = store.decisions()
    return index, reviewers(log), reviewer_accords(index.view, log)


@router.get("/review/agreement", response_class=HTMLResponse)
def agreement(
    request: Request, one: Name = "", two: Name = "", kind: Name = "", section: Name = "", at: int = 0
) -> HTMLResponse:
    """Each two reviewers with share and kappa; then the lines on which two of them (the first two) differ."""
    index, people, found = accords_of(request)
    chosen = next((own for own in found if (own.one, own.two, own.kind) == (one, two, kind)), found[0] if found else None)
    rows = [own for own in chosen.differences if section in ("", own.section)] if chosen else []
    at = max(0, at)
    return page(
        request, "accord.html.j2", index.view, found=found, people=people, chosen=chosen, section=section, names=NAMES,
        rows=rows[at : at + PAGE], total=len(rows), at=at, size=PAGE,
    )  # fmt: skip


@router.get("/api/reviewers", tags=["review"], include_in_schema=True, summary="How far reviewers agree", responses=BARRED)
def api(request: Request, at: At = 0, size: Size = 100) -> Accords:
    """Share and Cohen's kappa of each two people over what both judged, and on what they differ (`at`, `size`: of these)."""
    _, people, found = accords_of(request)
    items = [own.data() for own in found]
    for own in items:
        own["differences"] = own["differences"][at : at + size]
    return Accords(people=[Person(name=name, lines=lines, pairs=pairs) for name, lines, pairs in people], items=items)
