"""The HTTP API: every section of the record as JSON, in the form of the export, page by page."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request

from communique.export.item import DATA, as_data
from communique.query.view import View

router = APIRouter(prefix="/api")
At = Annotated[int, Query(ge=0, description="Number of items to pass over.")]
Size = Annotated[int, Query(ge=1, le=500, description="Number of items to give.")]


def _id(section: str, item: Any) -> str:
    return str(item.document.id if section == "documents" else item.id)


@router.get("/search", summary="Full-text search over all lines and articles")
def search(request: Request, q: Annotated[str, Query(max_length=400)], size: Size = 50) -> dict[str, Any]:
    """Items that hold all the words, best first; [[ ]] mark the match in the snippet."""
    with request.app.state.held.store() as store:
        hits = store.search(q, size)
    return {"items": [{"section": section, "id": own, "snippet": snippet} for section, own, snippet in hits]}


@router.get("/{section}", summary="One section of the record", responses={404: {"description": "No such section"}})
def items(request: Request, section: str, at: At = 0, size: Size = 100) -> dict[str, Any]:
    """Items of a section in the order of the export: documents, actors, encounters, quotations, positions, agreements,
    forecasts, figures, findings."""
    if section not in DATA:
        raise HTTPException(404, f"There is no section {section}; there are {', '.join(DATA)}.")
    view: View = request.app.state.held.view()
    found = getattr(view.record, section)
    return {"total": len(found), "at": at, "items": [as_data(section, item) for item in found[at : at + size]]}


@router.get("/{section}/{own}", summary="One item", responses={404: {"description": "No such section or item"}})
def item(request: Request, section: str, own: str) -> dict[str, Any]:
    """One item with all its evidence."""
    if section not in DATA:
        raise HTTPException(404, f"There is no section {section}; there are {', '.join(DATA)}.")
    view: View = request.app.state.held.view()
    for found in getattr(view.record, section):
        if _id(section, found) == own:
            return as_data(section, found)
    raise HTTPException(404, f"The record holds no such item in {section}.")
