"""One line of the record on a page of its own, as it stood on a day: the same line under the address it had then."""

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import HTTPException, Request

from communique.query.index import Index
from communique.query.wording import day_words
from communique.web.standing import Standing, standing_of

MOVED = "It may have got another address when articles were added or joined."


def line_of(request: Request, section: str, own: str, name: str) -> tuple[Index, Standing, str]:
    """The record that the address asks for, how it stands to that of today, and the id of the line in it.

    An id of today's record finds the line of then that shares an account with it.

    Args:
        section: "encounters", "actors", "agreements", "forecasts" or "statements".
        name: what to call the line in a message.

    Raises:
        HTTPException: 404, if neither record holds it, or that of then does not.
    """
    index, standing = standing_of(request)
    items = _items(index, section)
    if own in items:
        return index, standing, own
    if not standing.past:
        raise HTTPException(404, f"The record holds no such {name}. {MOVED}")
    today: Index = request.app.state.held.index()
    known = _items(today, section).get(own)
    if known is None:
        raise HTTPException(404, f"The record holds no such {name}. {MOVED}")
    parts = set(_parts(known))
    shared = ((len(parts.intersection(_parts(item))), then) for then, item in items.items())
    best = max(((count, then) for count, then in shared if count), key=lambda row: (row[0], row[1]), default=None)
    if best is None:
        raise HTTPException(
            404, f"The record of today holds this {name}; as it stood on {day_words(standing.day)} it did not yet."
        )
    return index, standing, best[1]


def _items(index: Index, section: str) -> Mapping[str, Any]:
    if section == "encounters":
        return index.view.encounters
    if section == "actors":
        return index.view.actors
    if section == "agreements":
        return {own: row.agreement for own, row in index.courses.items()}
    if section == "forecasts":
        return {own.id: own for own in index.view.record.forecasts}
    return index.quotations


def _parts(item: Any) -> Iterable[str]:
    """Ids, in their documents, of what a line of the record is made of: these stay whatever else is known."""
    if hasattr(item, "members"):
        return tuple(item.members)
    if hasattr(item, "mentions"):
        return tuple(mention.id for mention in item.mentions)
    return (item.id,)
