"""Templates to pages."""

from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from communique.query import wording
from communique.query.evidence import all_evidence
from communique.web.guard import new_token

CONTROL = dict.fromkeys((*range(0, 9), 11, 12, *range(14, 32), 127))
DIRECTION = dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))
SECTIONS = (
    ("/", "Overview"),
    ("/timeline", "Timeline"),
    ("/actors", "Actors"),
    ("/positions", "Positions"),
    ("/statements", "Statements"),
    ("/agreements", "Agreements"),
    ("/conflicts", "Disagreements"),
    ("/documents", "Articles"),
)


def clean(value: Any) -> Any:
    """Words of articles without control characters and direction overrides; everything else as it is."""
    return value.translate(CONTROL | DIRECTION) if type(value) is str else value


class Pages:
    """The templates, with what all of them may use."""

    def __init__(self, folder: Path) -> None:
        self.environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=clean,
        )
        self.environment.globals.update(w=wording, sections=SECTIONS, evidence=all_evidence)

    def text(self, request: Request, template: str, **values: Any) -> str:
        """A page as text."""
        common = {"here": request.url.path, "query": request.query_params.get("q", ""), "token": new_token(request)}
        return self.environment.get_template(template).render(**common, **values)


def page(request: Request, template: str, **values: Any) -> HTMLResponse:
    """A page of the record as it stands: `view` and `record` are there for every template."""
    view = request.app.state.held.view()
    pages: Pages = request.app.state.pages
    return HTMLResponse(pages.text(request, template, view=view, record=view.record, **values))
