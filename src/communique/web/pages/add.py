"""Add articles by drop or paste, and see what they changed."""

from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from communique.web.addition import Additions
from communique.web.guard import token_matches
from communique.web.render import page

router = APIRouter(include_in_schema=False)
MOST_FILES = 200
LONGEST_PASTE = 1_000_000


@router.get("/add", response_class=HTMLResponse)
def add(request: Request) -> HTMLResponse:
    """The form."""
    return page(request, "add.html.j2")


@router.post("/add")
def take(
    request: Request,
    token: Annotated[str, Form(max_length=400)],
    files: Annotated[list[UploadFile] | None, File()] = None,
    text: Annotated[str, Form(max_length=LONGEST_PASTE)] = "",
    name: Annotated[str, Form(max_length=200)] = "",
) -> RedirectResponse:
    """Keep the articles and start to bring them in; on to the page that shows the effect."""
    if not token_matches(request, token):
        raise HTTPException(403, "This form is too old. Open the page again and send it once more.")
    found = [(own.filename or "article.txt", own.file.read()) for own in (files or [])[:MOST_FILES]]
    articles = [(label, data) for label, data in found if data]
    if text.strip():
        articles.append((f"{name.strip() or 'pasted'}.txt", text.replace("\r\n", "\n").encode()))
    if not articles:
        raise HTTPException(400, "Drop files, choose them, or paste the text of an article.")
    additions: Additions = request.app.state.additions
    return RedirectResponse(f"/add/{additions.add(articles).number}", 303)


@router.get("/add/{number}", response_class=HTMLResponse)
def added(request: Request, number: int) -> HTMLResponse:
    """How an addition stands; once it is done, what it changed."""
    additions: Additions = request.app.state.additions
    own = additions.get(number)
    if own is None:
        raise HTTPException(404, "This addition is not known any more; its articles are in the record.")
    state = own.state  # read before the effect, which is there once the state says so
    return page(
        request, "added.html.j2", own.view, own=own, state=state, effect=own.effect, read=additions.read(own)
    )  # fmt: skip
