"""A link to a passage that can be shared: it finds its words again after the record has grown, and says so when it cannot."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from communique.query.index import Index
from communique.query.passage import find_passage
from communique.web.render import page

router = APIRouter(include_in_schema=False)
SAID = 160  # characters of the words that a link carries


def passage_link(document: str, start: int, end: int, text: str) -> str:
    """The address of a passage, with the words that stand there."""
    words = " ".join(text[start:end].split())[:SAID]
    return f"/passage?{urlencode({'article': document, 'at': f'{start}-{end}', 'words': words})}"


def passage_of(at: str) -> tuple[int, int] | None:
    """ "start-end" as numbers; None for anything else."""
    start, _, end = at.partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(at) < 40):
        return None
    return (int(start), int(end)) if int(start) < int(end) else None


@router.get("/passage", response_class=HTMLResponse)
def passage(
    request: Request,
    article: Annotated[str, Query(max_length=400)] = "",
    at: Annotated[str, Query(max_length=40)] = "",
    words: Annotated[str, Query(max_length=400)] = "",
) -> Response:
    """To the words that a link means, wherever they stand now; otherwise what became of them."""
    index: Index = request.app.state.held.index()
    start, end = passage_of(at) or (0, 0)
    found = find_passage(index.view, article, start, end, words)
    if found.state in ("here", "moved") and (found.state == "here" or len(found.places) == 1):
        span = found.places[0].span
        note = "&moved=1" if found.state == "moved" else ""
        return RedirectResponse(f"/documents/{article}?at={span.start}-{span.end}{note}#at", 303)
    answer = page(
        request, "passage.html.j2", index.view, found=found, quoted=" ".join(words.split()), known=article in index.view.documents,
        article=article,
    )  # fmt: skip
    answer.status_code = 200 if found.places else 404
    return answer
