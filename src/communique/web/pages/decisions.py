"""The HTTP API of the review: what people decided, a decision on one line, and taking one back."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from communique.errors import CommuniqueError
from communique.export.reviews import review_data
from communique.model import Decision, ReviewState
from communique.query.change import Changes
from communique.query.index import Index
from communique.web.change import Wanted, judge, undo
from communique.web.guard import token_matches
from communique.web.pages.accords import accords_of
from communique.web.pages.api import BARRED, NUMBER, At, Items, Problem, Size

router = APIRouter(prefix="/api", tags=["review"])
REFUSED: dict[int | str, dict[str, Any]] = {
    409: {"model": Problem, "description": "No such line, decision or value"},
    413: {"model": Problem, "description": "The body is too large, or its length is not given"},
}


class Signed(BaseModel):
    """A decision of a person, as the log has it."""

    number: int
    at: str
    author: str
    action: str
    section: str
    left: dict[str, Any]
    right: dict[str, Any] | None
    reason: str
    note: str
    changes: dict[str, str] = Field(description='Corrected fields; words of the article as "start-end" in characters.')
    undone_at: str | None
    undone_by: str | None


class Asked(BaseModel):
    """A decision that is asked for."""

    model_config = ConfigDict(extra="forbid")
    section: Literal["encounters", "participants", "quotations", "positions", "agreements", "forecasts", "figures", "actors"]
    item: str = Field(max_length=400, description="Id of a line of a document, as accounts and lists have it.")
    action: Literal["accept", "correct", "reject"]
    author: str = Field(min_length=1, max_length=80)
    changes: dict[str, str] = Field(default={}, max_length=30, description="Field to value, for a correction.")
    reason: str = Field(default="", max_length=2000)
    note: str = Field(default="", max_length=2000)


class Taken(BaseModel):
    """How many decisions were taken back."""

    decisions: int


class Decisions(BaseModel):
    """A page of the log, the latest decision first."""

    total: int
    at: int
    items: list[Signed]


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


@router.get("/decisions", summary="The log of decisions", responses=BARRED)
def decisions(request: Request, at: At = 0, size: Size = 100) -> Decisions:
    """What people decided, those taken back included."""
    with request.app.state.held.store() as store:
        rows = store.decisions()[::-1]
    return Decisions(total=len(rows), at=at, items=[_signed(row) for row in rows[at : at + size]])


@router.post("/decisions", summary="Accept, correct or reject one line", status_code=201, responses={**BARRED, **REFUSED})
def decide(request: Request, asked: Asked) -> Signed:
    """Store a decision on one line of a document. The record follows at once, or when the running build has ended.

    The visitor's token, which the server sets as the cookie `communique_token`, has to come back in the header
    `X-Communique-Token`.
    """
    if not token_matches(request, None):
        raise HTTPException(403, "The header X-Communique-Token has to hold the token of the cookie.")
    if not asked.author.strip():
        raise HTTPException(422, "Sign with a name: every decision has an author.")
    wanted = Wanted(asked.action, asked.changes, asked.reason.strip(), asked.note.strip())
    with request.app.state.held.store() as store:
        try:
            made = judge(store, asked.section, asked.item, asked.author.strip(), wanted)
        except CommuniqueError as error:
            raise HTTPException(409, str(error)) from error
    request.app.state.publisher.publish()
    return _signed(made)


@router.delete("/decisions/{number}", summary="Take a decision back", responses={**BARRED, **REFUSED})
def take_back(
    request: Request,
    number: Annotated[int, Path(ge=1, le=NUMBER)],
    author: Annotated[str, Query(min_length=1, max_length=80, description="Who takes it back.")],
) -> Taken:
    """Take a decision back, with those made by the same click; it stays in the log, marked. Needs the token as above."""
    if not token_matches(request, None):
        raise HTTPException(403, "The header X-Communique-Token has to hold the token of the cookie.")
    with request.app.state.held.store() as store:
        try:
            count = undo(store, number, author.strip() or "?")
        except CommuniqueError as error:
            raise HTTPException(409, str(error)) from error
    request.app.state.publisher.publish()
    return Taken(decisions=count)


@router.get("/changes", summary="What is different from an earlier state", responses=BARRED)
def changed(
    request: Request, since: Annotated[int, Query(ge=0, le=NUMBER, description="Generation of the earlier state.")] = 0
) -> dict[str, Any]:
    """New articles, encounters and disagreements, and what is told differently, since a generation of the record."""
    view = request.app.state.held.view()
    found: Changes = request.app.state.known.since(view, since)
    return found.data()


@router.get("/reviews", summary="What people decided on single lines", responses=BARRED)
def reviews(
    request: Request,
    state: Annotated[ReviewState | None, Query(description="Only those of this state.")] = None,
    at: At = 0,
    size: Size = 100,
) -> Items:
    """Lines that were read, rejected ones too, which no other list has."""
    index: Index = request.app.state.held.index()
    found = [own for own in index.view.record.reviews if state is None or own.state == state]
    return Items(total=len(found), at=at, items=[review_data(own) for own in found[at : at + size]])


@router.get("/reviewers", summary="How far reviewers agree", responses=BARRED)
def agreement(request: Request, at: At = 0, size: Size = 100) -> Accords:
    """Share and Cohen's kappa of each two people over what both judged, and on what they differ (`at`, `size`: of these)."""
    _, people, found = accords_of(request)
    items = [own.data() for own in found]
    for own in items:
        own["differences"] = own["differences"][at : at + size]
    return Accords(people=[Person(name=name, lines=lines, pairs=pairs) for name, lines, pairs in people], items=items)


def _signed(row: Decision) -> Signed:
    return Signed(
        number=row.number, at=row.at, author=row.author, action=row.action, section=row.section,
        left=_words(row.left), right=_words(row.right) if row.right else None, reason=row.reason, note=row.note,
        changes=dict(row.changes), undone_at=row.undone_at, undone_by=row.undone_by,
    )  # fmt: skip


def _words(found: Any) -> dict[str, Any]:
    return {"document": found.document, "start": found.span.start, "end": found.span.end, "quote": found.quote}
