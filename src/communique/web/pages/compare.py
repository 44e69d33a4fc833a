"""What the sources say of one encounter or issue, side by side; and two articles side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from communique.model import Evidence, RecordDocument
from communique.query.comparison import SharedFact, SourceTable, shared_facts, source_table, topic_table
from communique.query.highlight import Mark, Run, highlighted
from communique.query.index import Index
from communique.query.wording import date_words, source_name
from communique.web.pages.passages import passage_of
from communique.web.render import page
from communique.web.standing import standing_of
from communique.web.then import line_then, not_yet

router = APIRouter(include_in_schema=False)
OFFERED = 300
MOST_SHARED = 80
FACT = "fact"


@router.get("/compare", response_class=HTMLResponse)
def compare(request: Request, encounter: str = "", issue: str = "") -> HTMLResponse:
    """Outlets as columns, facts as rows; the encounter told by most articles if none is chosen."""
    index, standing = standing_of(request)
    view = index.view
    if encounter and encounter not in view.encounters:
        then = line_then(request, "encounters", encounter)
        if then.item is None:
            return not_yet(request, then)
        encounter = then.item.id
    table, title, link = _table(index, encounter, issue)
    order = sorted(index.rows, key=lambda row: (-row.sources, row.encounter.id))[:OFFERED]
    offered = [
        (row.encounter.id, f"{row.encounter.label} ({date_words(row.encounter.date) or 'no date'}; {row.sources})")
        for row in order
    ]
    if not encounter and not issue and order:
        encounter = order[0].encounter.id
        table, title, link = _table(index, encounter, "")
    names = [(own, source_name(view.documents[own].document)) for own in _documents(table)]
    issues = sorted((own, view.issue(own)) for own in index.positions_on)
    return page(
        request, "compare.html.j2", view, standing, table=table, title=title, link=link, offered=offered, issues=issues,
        names=names, chosen={"encounter": encounter, "issue": issue},
    )  # fmt: skip


def _table(index: Index, encounter: str, issue: str) -> tuple[SourceTable, str, str]:
    view = index.view
    if issue:
        return topic_table(view, index.positions_on.get(issue, ())[:400]), view.issue(issue), f"/positions?issue={issue}"
    found = view.encounters.get(encounter)
    if found is None:
        return SourceTable((), (), ()), "", ""
    return source_table(view, found), found.label, f"/encounters/{found.id}"


def _documents(table: SourceTable) -> list[str]:
    return [own for origin in table.origins for own in origin.documents]


@router.get("/compare/articles", response_class=HTMLResponse)
def articles(request: Request, left: str = "", right: str = "", one: str = "", two: str = "") -> HTMLResponse:
    """Two articles side by side. `one`, `two`: the passages of the same fact in each."""
    index: Index = request.app.state.held.index()
    pair = [index.view.documents.get(left), index.view.documents.get(right)]
    if pair[0] is None or pair[1] is None:
        raise HTTPException(404, "Choose two articles of the record.")
    shared = _numbered(shared_facts(index.view, left, right))
    sides = [
        (found.document, _runs(index, found, at, [getattr(fact, side) for _, fact in shared]), anchor, side, pins)
        for found, at, anchor, side, pins in (
            (pair[0], one, "one", "left", _pins(shared, "left")), (pair[1], two, "two", "right", _pins(shared, "right")),
        )
    ]  # fmt: skip
    return page(
        request, "articles.html.j2", index.view, sides=sides, shared=shared, left=left, right=right, one=one,
    )  # fmt: skip


def _numbered(facts: Iterable[SharedFact]) -> list[tuple[int, SharedFact]]:
    """The facts that the page shows, each thing once at the same words, counted from 1."""
    found: dict[object, SharedFact] = {}
    for own in facts:
        found.setdefault((own.kind, own.label, own.left.span, own.right.span), own)
    return list(enumerate(found.values(), 1))[:MOST_SHARED]


def _pins(shared: Sequence[tuple[int, SharedFact]], side: str) -> dict[int, list[int]]:
    """Where the numbers of the facts stand in one article: character -> numbers."""
    found: dict[int, list[int]] = {}
    for number, fact in shared:
        found.setdefault(getattr(fact, side).span.start, []).append(number)
    return found


def _runs(index: Index, found: RecordDocument, at: str, words: Sequence[Evidence]) -> list[tuple[Run, str]]:
    """The article in runs, each with the numbers of the shared facts that it belongs to."""
    facts = [Mark(own.span, FACT, str(number), "") for number, own in enumerate(words, 1)]
    marks = sorted((*index.marks.get(found.document.id, ()), *facts), key=lambda mark: (mark.span.start, -mark.span.end))
    runs = highlighted(found, marks, passage_of(at))
    return [
        (
            replace(run, marks=tuple(mark for mark in run.marks if mark.layer != FACT)),
            " ".join(mark.label for mark in run.marks if mark.layer == FACT),
        )
        for run in runs
    ]
