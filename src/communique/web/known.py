"""The record as it could be known on a day: assembled from the articles published up to then."""

from threading import Lock

from communique.query.view import View
from communique.web.state import Held

MOST_DOCUMENTS = 1500  # above, assembling takes minutes
KEPT = 12


class Known:
    """Former states, made when asked for and kept for the next time."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self._lock = Lock()
        self._views: dict[tuple[str, int], View] = {}

    def days(self, view: View) -> tuple[str, ...]:
        """The days on which articles were published, oldest first."""
        return tuple(sorted({day for _, day in self._published(view)}))

    def refusal(self, view: View) -> str:
        """Why there is no former state."""
        if len(view.documents) > MOST_DOCUMENTS:
            return f"Former states are made for records of up to {MOST_DOCUMENTS:,} articles; this one has {len(view.documents):,}."
        return "Give the day as year, month and day, such as 2025-03-01; a year or a month alone will do as well."

    def view(self, view: View, day: str) -> View | None:
        """The record as of `day` (EDTF, inclusive): only articles whose day is known count. None if it cannot be made."""
        if not _is_day(day) or len(view.documents) > MOST_DOCUMENTS:
            return None
        wanted = {own for own, published in self._published(view) if published[: len(day)] <= day}
        key = self.held.generation, len(wanted)
        with self._lock:
            if key not in self._views:
                self._views = {old: kept for old, kept in list(self._views.items())[1 - KEPT :] if old[0] == key[0]}
                self._views[key] = self._assembled(wanted)
            return self._views[key]

    def _published(self, view: View) -> list[tuple[str, str]]:
        days = ((own, found.document.published) for own, found in view.documents.items())
        return [(own, day.start) for own, day in days if day and day.start and day.start != ".."]

    def _assembled(self, wanted: set[str]) -> View:
        from communique.pipeline.build import assembled

        with self.held.store() as store:
            kept = [store.document_record(row.id) for row in store.stored() if row.id in wanted]
            return View(assembled(store, kept))


def _is_day(day: str) -> bool:
    parts = day.split("-")
    return len(parts) <= 3 and all(part.isdecimal() and part.isascii() for part in parts) and len(parts[0]) == 4
