"""The local web app: pages for people, and the same data as JSON under /api."""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.base import BaseHTTPMiddleware

from communique.errors import CommuniqueError
from communique.web.addition import Additions, Build
from communique.web.change import Publisher
from communique.web.guard import LOCAL, Guard
from communique.web.known import Known
from communique.web.pages import (
    accords,
    add,
    api,
    compare,
    decisions,
    documents,
    encounters,
    ledgers,
    lines,
    lists,
    overview,
    passages,
    reading,
    review,
    since,
    source_api,
    sources,
    statements,
    timeline,
)
from communique.web.render import Pages
from communique.web.state import Held

HERE = Path(__file__).parent


def create_app(
    record: Path, *, hosts: frozenset[str] = LOCAL, secret: str | None = None, build: Build | None = None
) -> FastAPI:
    """The app over one record file.

    Args:
        record: path of the record file.
        hosts: names that the server answers to.
        secret: key that visitors must present; None on the loopback address.
        build: brings added articles into the record; None = a build in its own process.
    """
    app = FastAPI(title="Communiqué", version="1", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    held = Held(record)
    app.state.held = held
    app.state.publisher = Publisher(held)
    app.state.publisher.catch_up()
    app.state.known = Known(held)
    app.state.additions = Additions(held, build)
    app.state.pages = Pages(HERE / "templates")
    app.add_middleware(BaseHTTPMiddleware, dispatch=Guard(hosts, secret))
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for page in (
        overview, since, timeline, encounters, documents, passages, compare, sources, lists, ledgers, statements, reading, review, accords, add, lines, decisions, source_api, api,
    ):  # fmt: skip
        app.include_router(page.router)
    app.add_exception_handler(HTTPException, _not_found)
    app.add_exception_handler(CommuniqueError, _failed)
    app.add_exception_handler(RequestValidationError, _invalid)
    return app


async def _not_found(request: Request, error: Exception) -> Response:
    """An error page for people, JSON under /api."""
    assert isinstance(error, HTTPException)
    return _answer(request, error.status_code, str(error.detail))


async def _invalid(request: Request, error: Exception) -> Response:
    """A request that a page cannot take: said in words, as data under /api."""
    assert isinstance(error, RequestValidationError)
    if request.url.path.startswith("/api/"):
        return await request_validation_exception_handler(request, error)
    first = error.errors()[0]
    field = str(first["loc"][-1])
    return _answer(request, 422, f"{field}: {first['msg']}. Go back, put it right, and send it again.")


async def _failed(request: Request, error: Exception) -> Response:
    return _answer(request, 500, str(error))


def _answer(request: Request, status: int, words: str) -> Response:
    if request.url.path.startswith("/api/"):
        import json

        return Response(json.dumps({"detail": words}), status, media_type="application/json")
    pages: Pages = request.app.state.pages
    title = "Not here" if status == 404 else "That did not work"
    return HTMLResponse(pages.text(request, "error.html.j2", title=title, words=words), status)
