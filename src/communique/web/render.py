"""Templates to pages."""

from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from communique.query import wording
from communique.query.evidence import all_evidence
from communique.query.matrix import position_day
from communique.query.view import View
from communique.report.render import short_context
from communique.web.guard import new_token
from communique.web.standing import Standing, carried

CONTROL = dict.fromkeys((*range(0, 9), 11, 12, *range(14, 32), 127))
DIRECTION = dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))
LAND = (Path(__file__).parent / "static" / "land" / "land-110m.path").read_text(encoding="utf-8").strip()
OF_DAY = frozenset({"asof", "clock", "at"})
NAME_COOKIE = "communique_name"
SECTIONS = (
    ("/", "Overview"),
    ("/timeline", "Timeline"),
    ("/conflicts", "Disagreements"),
    ("/compare", "Sources"),
    ("/actors", "Actors"),
    ("/positions", "Positions"),
    ("/statements", "Statements"),
    ("/agreements", "Agreements"),
    ("/map", "Map"),
    ("/documents", "Articles"),
    ("/review", "Review"),
    ("/add", "Add articles"),
)
FAMILIES = {
    "/outlets": "/compare",
    "/readouts": "/compare",
    "/forecasts": "/agreements",
    "/network": "/actors",
    "/passage": "/documents",
    "/encounters": "/timeline",
    "/lines": "/conflicts",
}


def section_of(path: str) -> str:
    """The entry of the bar that a page belongs to."""
    first = "/" + path.split("/")[1]
    return FAMILIES.get(first, first)


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
            auto_reload=False,
        )
        self.environment.globals.update(w=wording, sections=SECTIONS, evidence=all_evidence, position_day=position_day)

    def text(self, request: Request, template: str, **values: Any) -> str:
        """A page as text."""
        common = {
            "here": section_of(request.url.path),
            "query": request.query_params.get("q", ""),
            "token": new_token(request),
            "signed": unquote(request.cookies.get(NAME_COOKIE, "")),
            "note": "",
            "standing": None,
            "kept_query": [row for row in request.query_params.multi_items() if row[1] and row[0] not in OF_DAY],
        }
        return self.environment.get_template(template).render(**{**common, **values})


def page(
    request: Request, template: str, view: View | None = None, standing: Standing | None = None, **values: Any
) -> HTMLResponse:
    """A page of the record as it stands (or of `view`): `view` and `record` are there for every template.

    Args:
        standing: for a page that can show the record of another day.
    """
    view = view or request.app.state.held.view()
    pages: Pages = request.app.state.pages
    names = {side.id: side.name for side in view.record.sides}
    context = partial(short_context, view)
    common = {"view": view, "record": view.record, "side_names": names, "context": context, "standing": standing}
    html = pages.text(request, template, **common, **values)
    return HTMLResponse(html if standing is None else carried(html, standing))
