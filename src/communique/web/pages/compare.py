"""What the sources say of one encounter or issue, side by side; and two articles side by side."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from communique.query.comparison import SourceTable, shared_facts, source_table, topic_table
from communique.query.highlight import highlighted
from communique.query.index import Index
from communique.query.wording import date_words, source_name
from communique.web.pages.documents import passage_of
from communique.web.render import page

router = APIRouter(include_in_schema=False)
OFFERED = 300


@router.get("/compare", response_class=HTMLResponse)
def compare(request: Request, encounter: str = "", issue: str = "") -> HTMLResponse:
    """Outlets as columns, facts as rows; the encounter told by most articles if none is chosen."""
    index: Index = request.app.state.held.index()
    view = index.view
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
        request, "compare.html.j2", view, table=table, title=title, link=link, offered=offered, issues=issues,
        names=names, chosen={"encounter": encounter, "issue": issue},
    )  # fmt: skip


def _table(index: Index, encounter: str, issue: str) -> tuple[SourceTable, str, str]:
    view = index.view
    if issue:
        return topic_table(view, index.positions_on.get(issue, ())[:400]), view.issue(issue), f"/positions?issue={issue}"
    found = view.encounters.get(encounter)
    if encounter and found is None:
        raise HTTPException(404, "The record holds no such encounter. It may have got another address.")
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
    sides = [
        (found.document, highlighted(found, index.marks.get(found.document.id, ()), passage_of(at)), anchor)
        for found, at, anchor in ((pair[0], one, "one"), (pair[1], two, "two"))
    ]
    return page(
        request, "articles.html.j2", index.view, sides=sides, shared=shared_facts(index.view, left, right), left=left,
        right=right, one=one,
    )  # fmt: skip
