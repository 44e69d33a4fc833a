"""One line of the record as it stood on a day: found again by the accounts that it is made of, whose ids stay.

A record that is made anew from fewer articles may give an encounter, an actor or an agreement another address; a
disagreement has other values. The accounts, each of one article, keep their ids, and evidence keeps its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import HTMLResponse

from communique.model import Actor, Agreement, Encounter, Finding, Record
from communique.model.evidence import evidence_in
from communique.query.index import Index
from communique.query.view import View
from communique.web.render import page
from communique.web.standing import Standing, standing_of

PLACES = {
    "actors": "/actors/{}", "encounters": "/encounters/{}", "agreements": "/agreements/{}", "quotations": "/statements/{}",
    "forecasts": "/forecasts/{}", "findings": "/lines/findings/{}",
}  # fmt: skip
NAMES = {
    "actors": "actor", "encounters": "encounter", "agreements": "agreement", "quotations": "statement", "forecasts": "forecast",
    "findings": "finding",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Then:
    """A line as an address asks for it.

    Attributes:
        index: the record of that day (of today if none is asked for).
        item: the line in it; None = it was not known then.
        now: the line in the record of today; None = only the record of that day has it so.
    """

    section: str
    index: Index
    standing: Standing
    item: Any
    now: Any


def line_then(request: Request, section: str, own: str) -> Then:
    """The line with id `own`, of that day or of today, in the record that the address asks for.

    Raises:
        HTTPException: 404; neither record holds it.
    """
    index, standing = standing_of(request)
    today: Index = request.app.state.held.index()
    now = item_of(today, section, own)
    if not standing.past:
        if now is None:
            raise HTTPException(404, _unknown(section))
        return Then(section, index, standing, now, now)
    item = item_of(index, section, own) or (now and counterpart(section, now, index.view))
    if item is None and now is None:
        raise HTTPException(404, _unknown(section))
    now = now or counterpart(section, item, today.view)
    path = PLACES[section].format(now.id) if now is not None else "/" + PLACES[section].split("/")[1]
    return Then(section, index, replace(standing, path=path), item, now)


def item_of(index: Index, section: str, own: str) -> Any:
    """The item of a section with that id; None if there is none."""
    known: Any = {
        "actors": index.view.actors, "encounters": index.view.encounters, "quotations": index.quotations,
    }.get(section)  # fmt: skip
    if known is not None:
        return known.get(own)
    if section == "agreements":
        row = index.courses.get(own)
        return row.agreement if row else None
    return next((item for item in getattr(index.view.record, section) if item.id == own), None)


def counterpart(section: str, item: Any, view: View) -> Any:
    """The item of another state of the record that rests on most of the same accounts; None if none does."""
    parts = _parts(item)
    best: tuple[int, Any] = 0, None
    for other in _alike(section, item, view.record):
        shared = len(parts & _parts(other))
        if shared > best[0]:
            best = shared, other
    return best[1]


def _alike(section: str, item: Any, record: Record) -> Iterable[Any]:
    if not isinstance(item, Finding):
        return getattr(record, section)  # type: ignore[no-any-return]
    about = item.subject_type, item.attribute.split("/")[0]
    return [own for own in record.findings if (own.subject_type, own.attribute.split("/")[0]) == about]


def _parts(item: Any) -> frozenset[object]:
    """What an item is made of: ids of local items; of a finding the places of its words."""
    if isinstance(item, Actor):
        return frozenset(item.members)
    if isinstance(item, Encounter | Agreement):
        return frozenset(part.id for part in item.mentions)
    if isinstance(item, Finding):
        return frozenset((words.document, words.span) for value in item.values for words in value.evidence)
    return frozenset({item.id})


def not_yet(request: Request, then: Then) -> HTMLResponse:
    """The page that says that a line of today's record was not known on that day, and when it was first told."""
    documents = {words.document for words in evidence_in(then.now)}
    view: View = request.app.state.held.view()
    rows = (view.documents[own].document.published for own in documents if own in view.documents)
    days = sorted(day.start for day in rows if day and day.start and day.start != "..")
    name = getattr(then.now, "name", "") or getattr(then.now, "label", "")
    answer = page(
        request, "then.html.j2", then.index.view, then.standing, kind=NAMES[then.section], name=name,
        first=days[0] if days else "", own=then.now.id, place=PLACES[then.section].format(then.now.id),
    )  # fmt: skip
    answer.status_code = 404
    return answer


def _unknown(section: str) -> str:
    return f"The record holds no such {NAMES[section]}. It may have got another address when articles were added or joined."
