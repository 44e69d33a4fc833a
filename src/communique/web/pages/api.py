"""The HTTP API: every section of the record as JSON, in the form of the export, page by page."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from communique.export.item import as_data
from communique.query.index import Index
from communique.query.timeline import timeline
from communique.record.items import SECTIONS

router = APIRouter(prefix="/api", tags=["record"])
Section = Literal[
    "documents", "actors", "encounters", "quotations", "positions", "agreements", "forecasts", "figures", "findings"
]
NUMBER = 2**31
At = Annotated[int, Query(ge=0, le=NUMBER, description="Number of items to pass over.")]
Size = Annotated[int, Query(ge=1, le=500, description="Number of items to give.")]
Id = Annotated[str, Path(max_length=400, description="Id of an item, as the lists give it.")]


class Problem(BaseModel):
    """What was wrong with a request."""

    detail: str


class Items(BaseModel):
    """A page of a list. `total`: items in the whole list."""

    total: int
    at: int
    items: list[dict[str, Any]]


class Hit(BaseModel):
    """A line of the record that a search found."""

    section: str
    id: str
    snippet: str = Field(description="The words around the match, which stands between [[ and ]].")


class Hits(BaseModel):
    """What a search found, best first."""

    items: list[Hit]


class Status(BaseModel):
    """How the record stands."""

    model_config = ConfigDict(extra="forbid")
    generation: int = Field(description="Counts the builds and decisions that made the record.")
    counts: dict[str, int] = Field(description='Items by section; "conflicts": open ones.')
    waiting: bool = Field(description="Whether a decision is stored that the record does not show yet.")


MISSING: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "The record holds no such item"}}
BARRED: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "The Host of the request is not this server"},
    403: {"model": Problem, "description": "The key is missing or wrong (only where the server is bound elsewhere)"},
}


@router.get("/status", summary="How the record stands", responses=BARRED)
def status(request: Request) -> Status:
    """Number of items in each section, and whether a decision waits for a running build."""
    with request.app.state.held.store() as store:
        counts, generation = store.counts(), int(store.meta("generation") or 0)
    return Status(generation=generation, counts=counts, waiting=request.app.state.publisher.waiting)


@router.get("/search", summary="Full-text search over all lines and articles", responses=BARRED)
def search(
    request: Request, q: Annotated[str, Query(max_length=400, description="Words or beginnings of words.")], size: Size = 50
) -> Hits:
    """Items that hold all the words."""
    with request.app.state.held.store() as store:
        hits = store.search(q, size)
    return Hits(items=[Hit(section=section, id=own, snippet=snippet) for section, own, snippet in hits])


@router.get("/timeline", summary="Encounters by date", responses=BARRED)
def chronology(
    request: Request,
    since: Annotated[str, Query(max_length=40, description="EDTF date, inclusive.")] = "",
    until: Annotated[str, Query(max_length=40, description="EDTF date, inclusive.")] = "",
    actor: Annotated[str, Query(max_length=400, description="Id of an actor or a side that takes part.")] = "",
    at: At = 0,
    size: Size = 100,
) -> Items:
    """Encounters of a period, oldest first, undated ones last."""
    index: Index = request.app.state.held.index()
    rows = index.rows
    if since or until or actor:
        rows = timeline(index.view, since=since or None, until=until or None, actor=actor or None)
    items = [as_data("encounters", row.encounter) for row in rows[at : at + size]]
    return Items(total=len(rows), at=at, items=items)


@router.get("/{section}", summary="One section of the record", responses=BARRED)
def items(request: Request, section: Section, at: At = 0, size: Size = 100) -> Items:
    """Items of a section in the order of the export."""
    index: Index = request.app.state.held.index()
    found = getattr(index.view.record, section)
    return Items(total=len(found), at=at, items=[as_data(section, item) for item in found[at : at + size]])


@router.get("/{section}/{own}", summary="One item", responses={**BARRED, **MISSING})
def item(request: Request, section: Section, own: Id) -> dict[str, Any]:
    """One item with all its evidence."""
    assert section in SECTIONS
    with request.app.state.held.store() as store:
        found = store.get(section, own)
    if found is None:
        raise HTTPException(404, f"The record holds no such item in {section}.")
    return as_data(section, found)
