"""The articles: a list, and one article with every extracted line highlighted."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from communique.query.highlight import LAYERS, highlighted, lines_by_layer, rejected_marks
from communique.query.overview import document_rows
from communique.web.pages.passages import passage_link, passage_of
from communique.web.render import page
from communique.web.standing import standing_of

router = APIRouter(include_in_schema=False)
PAGE = 150


@router.get("/documents", response_class=HTMLResponse)
def documents(request: Request, at: int = 0) -> HTMLResponse:
    """All articles with what they yielded, and what could not be read."""
    index, standing = standing_of(request)
    at = max(0, at)
    shown = index.by_day[at : at + PAGE]
    with request.app.state.held.store() as store:
        lines = store.counts_by_document()
    rows = document_rows(shown, lines)
    return page(request, "documents.html.j2", index.view, standing, rows=rows, total=len(index.by_day), at=at, size=PAGE)


@router.get("/documents/{own}", response_class=HTMLResponse)
def document(request: Request, own: str, at: str = "", rejected: str = "", moved: str = "") -> HTMLResponse:
    """One article. `at` is a passage, "start-end" in characters, to land on; `rejected`: with what persons rejected."""
    index, standing = standing_of(request)
    later = own not in index.view.documents
    index = request.app.state.held.index() if later else index
    found = index.view.documents.get(own)
    if found is None:
        raise HTTPException(404, "The record holds no such article; it may have been removed.")
    passage = passage_of(at)
    gone = passage is not None and passage[1] > len(found.document.text)
    refused = rejected_marks(index.view, own)
    marks = index.marks.get(own, ())
    if rejected:
        marks = tuple(sorted((*marks, *refused), key=lambda mark: (mark.span.start, -mark.span.end)))
    runs = highlighted(found, marks, None if gone else passage)
    told = index.encounters_in.get(own, ())
    return page(
        request, "document.html.j2", index.view, standing, found=found, doc=found.document, runs=runs, layers=LAYERS, gone=gone,
        at=at, told_of=told, moved=bool(moved), later=later and standing.past,
        shared=passage_link(own, *passage, found.document.text) if passage and not gone else "", refused=len(refused), rejected=bool(rejected),
        text=found.document.text, layered=lines_by_layer(index.marks.get(own, ())),
    )  # fmt: skip
