"""The timeline: filters, zoom, and the record as it could be known on a day."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from communique.query.clock import Clock
from communique.query.index import Index
from communique.query.timeline import TimelineRow, timeline, tracks
from communique.query.view import View
from communique.query.wording import day_words
from communique.web.drawing.chronology import draw_chronology
from communique.web.drawing.zoom import steps, window_of
from communique.web.known import Known
from communique.web.render import page

router = APIRouter(include_in_schema=False)
STATUSES = ("held", "ongoing", "planned", "expected", "rumoured", "denied", "cancelled")
PAGE = 60
CLOCKS = (
    (Clock.PUBLISHED, "published", "what the articles out by then had told"),
    (Clock.SAID, "first told", "by the day an article first told of it, with what is known today"),
    (Clock.HAPPENED, "happened", "by the day it took place, with what is known today"),
)
NO_DAY = "Give the day as year, month and day, such as 2025-03-01; a year or a month alone will do as well."
Short = Annotated[str, Query(max_length=400)]


@router.get("/timeline", response_class=HTMLResponse)
def chronology(
    request: Request, since: Short = "", until: Short = "", actor: Short = "", kind: Short = "", status: Short = "",
    outlet: Short = "", place: Short = "", asof: Short = "", clock: Clock | None = None, at: int = 0,
) -> HTMLResponse:  # fmt: skip
    """Encounters in order, filtered; the filters live in the address. `asof`: as of that day, on one of three clocks."""
    index: Index = request.app.state.held.index()
    known: Known = request.app.state.known
    clock, dated = _clock(known, index.view, clock, asof)
    past = known.view(index.view, asof, clock) if asof else None
    view = past or index.view
    chosen = {"since": since, "until": until, "actor": actor, "kind": kind, "status": status, "outlet": outlet,
              "place": place, "asof": asof, "clock": "" if clock is Clock.PUBLISHED else clock.value}  # fmt: skip
    whole = _filtered(view, index, chosen | {"since": "", "until": ""})
    rows = _filtered(view, index, chosen) if since or until else whole
    lines = tracks(view, (row.encounter for row in whole))
    overall = draw_chronology(whole, tracks=lines)
    extent = (overall.first, overall.last) if overall else None
    window = window_of(since, until, extent)
    drawing = draw_chronology(rows, window, lines) if window else overall
    shown = window or (extent and window_of(*extent, extent))
    at = max(0, at)
    return page(
        request,
        "timeline.html.j2",
        view,
        groups=_by_month(rows[at : at + PAGE]),
        total=len(rows),
        at=at,
        size=PAGE,
        drawing=drawing,
        steps=steps(shown, extent) if shown and extent else (),
        chosen=chosen,
        rest=_without(chosen, ("since", "until")),
        kinds=sorted({own.kind.value for own in view.record.encounters}),
        statuses=STATUSES,
        outlets=index.outlets[:60],
        places=index.places[:60],
        named=[(own, view.name(own)) for own, _ in index.speakers[:40] if own in view.actors],
        stops=known.stops(index.view, clock),
        clocks=CLOCKS if dated else (),
        clock=clock,
        cut=past is not None and clock is Clock.PUBLISHED and known.is_cut(past),
        refused=NO_DAY if asof and past is None else "",
    )


@router.get("/timeline/asof")
def as_of(
    request: Request, stop: Annotated[int, Query(ge=0, le=100_000)] = 0, since: Short = "", until: Short = "", actor: Short = "",
    kind: Short = "", status: Short = "", outlet: Short = "", place: Short = "", clock: Clock = Clock.PUBLISHED,
    before: Short = "", asof: Short = "",
) -> RedirectResponse:  # fmt: skip
    """From a stop of the slider to the address with its day; the stop after the last day is today.

    `before`: the clock that the slider was drawn for; after a change of the clock `asof`, the day it stood on, stays.
    """
    index: Index = request.app.state.held.index()
    stops = request.app.state.known.stops(index.view, clock)
    given = {
        "since": since,
        "until": until,
        "actor": actor,
        "kind": kind,
        "status": status,
        "outlet": outlet,
        "place": place,
    }
    if before and before != clock.value:
        given["asof"] = asof
    elif stop < len(stops):
        given["asof"] = stops[stop]
    if clock is not Clock.PUBLISHED:
        given["clock"] = clock.value
    kept = urlencode({name: value for name, value in given.items() if value})
    return RedirectResponse(f"/timeline{'?' + kept if kept else ''}#stop", 303)


def _without(chosen: dict[str, str], left_out: Sequence[str]) -> dict[str, str]:
    return {name: value for name, value in chosen.items() if value and name not in left_out}


def _clock(known: Known, view: View, asked: Clock | None, asof: str) -> tuple[Clock, bool]:
    """The clock of the slider, by default what happened where no article has a day; and whether any clock has days to stop at."""
    dated = [own for own, *_ in CLOCKS if len(known.stops(view, own)) > 1]
    happened = bool(dated) and Clock.PUBLISHED not in dated and not asof
    return asked or (Clock.HAPPENED if happened else Clock.PUBLISHED), bool(dated)


def _by_month(rows: Sequence[TimelineRow]) -> list[tuple[str, list[TimelineRow]]]:
    """The rows under the month, or the year, that they begin in; those without a date last."""
    groups: dict[str, list[TimelineRow]] = {}
    for own in rows:
        day = own.encounter.date
        start = day.start if day and day.start and day.start != ".." else ""
        groups.setdefault(day_words(start.rstrip("?~%")[:7]) if start else "Without a date", []).append(own)
    return list(groups.items())


def _filtered(view: View, index: Index, chosen: dict[str, str]) -> Sequence[TimelineRow]:
    since, until, actor = chosen["since"], chosen["until"], chosen["actor"]
    rows: Sequence[TimelineRow] = index.rows
    if view is not index.view or since or until or actor:
        rows = timeline(view, since=since or None, until=until or None, actor=actor or None)
    kind, status, place = chosen["kind"], chosen["status"], chosen["place"]
    told = index.documents_of(chosen["outlet"]) if chosen["outlet"] else None
    return [
        own
        for own in rows
        if kind in ("", own.encounter.kind)
        and status in ("", own.encounter.status)
        and (not place or (own.encounter.place and place in (own.encounter.place.city, own.encounter.place.country)))
        and (told is None or any(mention.document in told for mention in own.encounter.mentions))
    ]
