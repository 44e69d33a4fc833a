"""The articles: a list, and one article with every extracted line highlighted."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from communique.query.highlight import LAYERS, highlighted
from communique.query.overview import document_rows
from communique.query.view import View
from communique.web.render import page

router = APIRouter()


@router.get("/documents", response_class=HTMLResponse, include_in_schema=False)
def documents(request: Request) -> HTMLResponse:
    """All articles with what they yielded, and what could not be read."""
    with request.app.state.held.store() as store:
        lines = store.counts_by_document()
    view: View = request.app.state.held.view()
    return page(request, "documents.html.j2", rows=document_rows(view.record.documents, lines))


@router.get("/documents/{own}", response_class=HTMLResponse, include_in_schema=False)
def document(request: Request, own: str, at: str | None = None) -> HTMLResponse:
    """One article. `at` is a passage, "start-end" in characters, to land on."""
    view: View = request.app.state.held.view()
    found = view.documents.get(own)
    if found is None:
        raise HTTPException(404, "The record holds no such article; it may have been removed.")
    start, _, end = (at or "").partition("-")
    passage = (int(start), int(end)) if start.isdecimal() and end.isdecimal() and int(start) < int(end) else None
    gone = passage is not None and passage[1] > len(found.document.text)
    runs = highlighted(view, found, None if gone else passage)
    return page(
        request, "document.html.j2", found=found, doc=found.document, runs=runs, layers=LAYERS, gone=gone, at=at or ""
    )
