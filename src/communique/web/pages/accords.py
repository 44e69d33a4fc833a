"""How far two reviewers agree, and the lines on which they differ."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from communique.query.accord import PairAccord, reviewer_accords, reviewers
from communique.query.index import Index
from communique.web.render import page

router = APIRouter(include_in_schema=False)
PAGE = 60
NAMES = {
    "quotations": "statements", "actor": "actors", "encounter": "encounters", "utterance": "acts of speech", "agreement": "agreements",
}  # fmt: skip
Name = Annotated[str, Query(max_length=80)]


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
