"""What changed: since the last visit, since a mark that somebody set, or since a day."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from communique.errors import CommuniqueError
from communique.model import Decision
from communique.pipeline.former import drop_mark, known_before, marked_documents, marks, set_mark
from communique.query.change import Changes
from communique.query.clock import check_day
from communique.query.view import View
from communique.query.wording import day_words
from communique.web import visit
from communique.web.guard import token_matches
from communique.web.known import Known
from communique.web.render import page
from communique.web.state import Held
from communique.web.visit import Mark, mark_of

router = APIRouter(include_in_schema=False)
Number = Annotated[int | None, Query(ge=0, lt=10**11)]
Day = Annotated[str, Query(max_length=40)]
Name = Annotated[str, Query(max_length=80)]
OLD_FORM = "This form is too old. Open the page again and send it once more."


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


def changes_from(request: Request, view: View, *, mark: str = "", published: str = "", added: str = "") -> Changes:
    """What is different from the record as it was when a mark was set, or without the articles of a day and later.

    Raises:
        CommuniqueError: there is no such mark, or it is no day.
    """
    known: Known = request.app.state.known
    with request.app.state.held.store() as store:
        if mark:
            return known.against(view, marked_documents(store, mark))
        check_day(published or added)
        return known.against(view, known_before(store, view.record, added=added or None, published=published or None))


@router.get("/changes", response_class=HTMLResponse)
def changed(
    request: Request, since: Number = None, decision: Number = None, mark: Name = "", published: Day = "", added: Day = ""
) -> HTMLResponse:
    """What is different since the last visit, a generation of the record, a mark or a day; an address that can be kept."""
    held: Held = request.app.state.held
    view: View = held.view()
    seen = mark_of(request, held.path) or now_seen(request)
    effect: Changes | None = None
    decided: tuple[Decision, ...] = ()
    refused = ""
    if mark or published or added:
        try:
            effect = changes_from(request, view, mark=mark, published=published, added=added)
        except CommuniqueError as error:
            refused = str(error)
    else:
        last = Mark(seen.generation if since is None else since, seen.decision if decision is None else decision)
        effect, decided = news(request, view, last) or (None, ())
    with held.store() as store:
        kept = [(name, len(view.documents) - len(documents & view.documents.keys())) for name, documents in marks(store)]
    return page(
        request, "since.html.j2", view, effect=effect, decided=decided, marks=kept, refused=refused,
        asked=_asked(mark, published, added), chosen={"mark": mark, "published": published, "added": added},
    )  # fmt: skip


def _asked(mark: str, published: str, added: str) -> str:
    """Since when, in words; "" for the last visit."""
    if mark:
        return f"“{mark}”"
    return (
        f"{'what was published from' if published else 'what came in from'} {day_words(published or added)} on"
        if (published or added)
        else ""
    )


@router.post("/seen")
def seen(request: Request, token: Annotated[str, Form(max_length=400)]) -> RedirectResponse:
    """Move the visitor's mark to now."""
    if not token_matches(request, token):
        raise HTTPException(403, OLD_FORM)
    answer = RedirectResponse("/", 303)
    visit.set_mark(answer, request.app.state.held.path, now_seen(request))
    return answer


@router.post("/changes/mark")
def remember(
    request: Request,
    token: Annotated[str, Form(max_length=400)],
    name: Annotated[str, Form(max_length=80)],
    action: Annotated[str, Form(max_length=10)] = "set",
) -> RedirectResponse:
    """Set a mark of the record as it is now, move one, or forget one."""
    if not token_matches(request, token):
        raise HTTPException(403, OLD_FORM)
    with request.app.state.held.store() as store:
        try:
            if action == "forget":
                drop_mark(store, name)
            else:
                set_mark(store, name)
        except CommuniqueError as error:
            raise HTTPException(400, str(error)) from error
    return RedirectResponse("/changes", 303)
