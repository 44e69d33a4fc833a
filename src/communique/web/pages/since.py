"""What changed since the last visit."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from communique.model import Decision
from communique.query.change import Changes
from communique.query.view import View
from communique.web.guard import token_matches
from communique.web.known import Known
from communique.web.render import page
from communique.web.state import Held
from communique.web.visit import Mark, mark_of, set_mark

router = APIRouter(include_in_schema=False)
Number = Annotated[int, Query(ge=0, lt=10**11)]


def now_seen(request: Request) -> Mark:
    """The mark of somebody who has seen all that the pages show now."""
    held: Held = request.app.state.held
    held.view()
    with held.store() as store:
        last = max((row.number for row in store.decisions()), default=0)
    return Mark(int(held.generation), last)


def news(request: Request, view: View, seen: Mark) -> tuple[Changes, tuple[Decision, ...]] | None:
    """What is different from what a visitor has seen, and what was decided since; None if nothing is."""
    held: Held = request.app.state.held
    known: Known = request.app.state.known
    with held.store() as store:
        decided = tuple(row for row in store.decisions() if row.number > seen.decision and row.undone_at is None)
    if seen.generation >= int(held.generation) and not decided:
        return None
    found = known.since(view, seen.generation)
    return (found, decided) if found.any or decided else None


@router.get("/changes", response_class=HTMLResponse)
def changed(request: Request, since: Number = 0, decision: Number = 0) -> HTMLResponse:
    """What is different since a generation of the record; an address that can be kept."""
    view: View = request.app.state.held.view()
    found = news(request, view, Mark(since, decision))
    effect, decided = found or (None, ())
    return page(
        request, "since.html.j2", view, effect=effect, decided=decided, marked=mark_of(request, request.app.state.held.path)
    )  # fmt: skip


@router.post("/seen")
def seen(request: Request, token: Annotated[str, Form(max_length=400)]) -> RedirectResponse:
    """Move the visitor's mark to now."""
    if not token_matches(request, token):
        raise HTTPException(403, "This form is too old. Open the page again and send it once more.")
    answer = RedirectResponse("/", 303)
    set_mark(answer, request.app.state.held.path, now_seen(request))
    return answer
