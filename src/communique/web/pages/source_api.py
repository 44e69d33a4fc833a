"""The HTTP API of what the pages on sources, changes, ledgers, the network and links show."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from communique.errors import CommuniqueError
from communique.export.item import as_data
from communique.pipeline.former import drop_mark, marks, set_mark
from communique.query.clock import Clock
from communique.query.forecast import ForecastScore
from communique.query.index import Index
from communique.query.outlet import outlet_account
from communique.query.passage import find_passage
from communique.query.timeline import timeline
from communique.web.drawing.network import draw_network
from communique.web.guard import token_matches
from communique.web.known import Known
from communique.web.pages.api import BARRED, MISSING, NUMBER, At, Items, Problem, Size
from communique.web.pages.since import changes_from

router = APIRouter(prefix="/api", tags=["views"])
NO_DAY: dict[int | str, dict[str, Any]] = {409: {"model": Problem, "description": "No such mark, or no day"}}
Name = Annotated[str, Path(min_length=1, max_length=80, description="Name of the mark.")]
Day = Annotated[str, Query(max_length=40, description="EDTF day, month or year.")]


class MarkRow(BaseModel):
    """A state of the record that somebody marked."""

    name: str
    articles: int = Field(description="Articles that the record held then and still holds.")
    since: int = Field(description="Articles that came in after it.")


class Marks(BaseModel):
    """All marks, by name."""

    items: list[MarkRow]


class NewMark(BaseModel):
    """A mark to set, or to move."""

    model_config = ConfigDict(extra="forbid")
    name: str = Field(min_length=1, max_length=80, pattern=r"\S")


class Forgotten(BaseModel):
    """The mark that is gone."""

    name: str


class Place(BaseModel):
    """Words of an article; `start`, `end` in characters."""

    document: str
    start: int
    end: int
    quote: str


class Found(BaseModel):
    """What became of a link to a passage."""

    state: str = Field(description='"here", "moved" in the same article, "elsewhere" in others, or "gone".')
    places: list[Place]


class Person(BaseModel):
    """An actor of the network."""

    id: str
    name: str


class Met(BaseModel):
    """Two actors at encounters that took place, and how many."""

    left: str
    right: str
    encounters: int


class Meetings(BaseModel):
    """Who met whom."""

    actors: list[Person]
    ties: list[Met]
    left_out: int = Field(description="Actors that met somebody but are not among these.")


@router.get("/outlets", summary="Publishers", responses=BARRED)
def outlets(request: Request, at: At = 0, size: Size = 100) -> Items:
    """Every publisher with its articles and what they tell, those with most articles first."""
    index: Index = request.app.state.held.index()
    rows = list(index.publishers.values())
    return Items(total=len(rows), at=at, items=[row.data() for row in rows[at : at + size]])


@router.get("/outlets/{own:path}", summary="One publisher", responses={**BARRED, **MISSING})
def outlet(
    request: Request, own: Annotated[str, Path(max_length=400, description="Id of a publisher, as the list gives it.")]
) -> dict[str, Any]:
    """What it depends on, what it cut and left out, and what only it tells."""
    index: Index = request.app.state.held.index()
    row = index.publishers.get(own)
    if row is None:
        raise HTTPException(404, "The record holds no articles of this source.")
    return outlet_account(index.view, row).data()


@router.get("/readouts", summary="Two sides' own accounts of one encounter", responses=BARRED)
def readouts(request: Request, at: At = 0, size: Size = 100) -> Items:
    """What each side's account says that the other omits."""
    index: Index = request.app.state.held.index()
    rows = index.readouts
    return Items(total=len(rows), at=at, items=[row.data() for row in rows[at : at + size]])


@router.get("/scores", summary="Whose forecasts came true", responses=BARRED)
def scores(request: Request, at: At = 0, size: Size = 100) -> Items:
    """Counts by who foresaw and by outlet; the share is of those settled."""
    index: Index = request.app.state.held.index()
    return Items(total=len(index.scores), at=at, items=[_score(own) for own in index.scores[at : at + size]])


def _score(own: ForecastScore) -> dict[str, Any]:
    names = ("kind", "source", "fulfilled", "not_fulfilled", "pending", "unknown", "share")
    return {name: getattr(own, name) for name in names}


@router.get("/as-of", summary="The chronology as of a day", responses={**BARRED, **NO_DAY})
def as_of(
    request: Request,
    day: Day,
    clock: Annotated[Clock, Query(description="Which day of an item counts.")] = Clock.PUBLISHED,
    at: At = 0,
    size: Size = 100,
) -> Items:
    """Encounters, oldest first: as the articles out by then told them (published), or what the record of today has of the
    time until then (said, happened)."""
    index: Index = request.app.state.held.index()
    known: Known = request.app.state.known
    view = known.view(index.view, day, clock)
    if view is None:
        raise HTTPException(
            409, "Give the day as year, month and day, such as 2025-03-01; a year or a month will do as well."
        )
    rows = timeline(view)
    return Items(total=len(rows), at=at, items=[as_data("encounters", row.encounter) for row in rows[at : at + size]])


@router.get("/network", summary="Who met whom", responses=BARRED)
def network(
    request: Request,
    side: Annotated[str, Query(max_length=400, description="Only pairs in which one of this side's people is.")] = "",
    most: Annotated[int, Query(ge=2, le=500, description="Actors to give, those with most encounters.")] = 64,
    least: Annotated[int, Query(ge=1, le=NUMBER, description="Encounters that a pair has in common.")] = 1,
) -> Meetings:
    """The pairs of those present at encounters that took place."""
    index: Index = request.app.state.held.index()
    net = draw_network(index.view, (row.encounter for row in index.rows), most=most, least=least, side=side)
    people = [Person(id=node.id, name=index.view.name(node.id)) for node in net.nodes]
    ties = [Met(left=people[tie.ends[0]].id, right=people[tie.ends[1]].id, encounters=tie.count) for tie in net.ties]
    return Meetings(actors=people, ties=ties, left_out=net.left_out)


@router.get("/passage", summary="Where the words of a link stand now", responses=BARRED)
def passage(
    request: Request,
    article: Annotated[str, Query(max_length=400, description="Id of the article.")],
    start: Annotated[int, Query(ge=0, le=NUMBER)] = 0,
    end: Annotated[int, Query(ge=0, le=NUMBER)] = 0,
    words: Annotated[str, Query(max_length=400, description="The words that stood there.")] = "",
) -> Found:
    """The same words in the article, elsewhere in it, or in other articles of the record."""
    index: Index = request.app.state.held.index()
    found = find_passage(index.view, article, start, end, words)
    places = [Place(document=own.document, start=own.span.start, end=own.span.end, quote=own.quote) for own in found.places]
    return Found(state=found.state, places=places)


@router.get("/marks", summary="Marked states of the record", responses=BARRED)
def marked(request: Request) -> Marks:
    """The marks that people set, such as "last briefing"."""
    return Marks(items=_marks(request))


@router.post(
    "/marks", summary="Mark the record as it is now", status_code=201, responses={**BARRED, 413: {"model": Problem}}
)
def mark(request: Request, asked: NewMark) -> MarkRow:
    """Set a mark, or move the one of that name. Needs the visitor's token, as decisions do."""
    _check(request)
    with request.app.state.held.store() as store:
        set_mark(store, asked.name)
    return next(row for row in _marks(request) if row.name == asked.name.strip())


@router.delete("/marks/{name}", summary="Forget a mark", responses={**BARRED, **NO_DAY})
def forget(request: Request, name: Name) -> Forgotten:
    """Forget a mark. Needs the visitor's token, as decisions do."""
    _check(request)
    with request.app.state.held.store() as store:
        try:
            drop_mark(store, name)
        except CommuniqueError as error:
            raise HTTPException(409, str(error)) from error
    return Forgotten(name=name)


@router.get("/marks/{name}/changes", summary="What came after a mark", responses={**BARRED, **NO_DAY})
def since_mark(request: Request, name: Name) -> dict[str, Any]:
    """What is different from the record as it was when the mark was set."""
    try:
        return changes_from(request, request.app.state.held.view(), mark=name).data()
    except CommuniqueError as error:
        raise HTTPException(409, str(error)) from error


def _marks(request: Request) -> list[MarkRow]:
    with request.app.state.held.store() as store:
        total = len(store.stored())
        return [MarkRow(name=name, articles=len(own), since=total - len(own)) for name, own in marks(store)]


def _check(request: Request) -> None:
    if not token_matches(request, None):
        raise HTTPException(403, "The header X-Communique-Token has to hold the token of the cookie.")
