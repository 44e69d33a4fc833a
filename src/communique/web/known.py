"""Former states of the record: as it could be known on a day, and as it was at an earlier visit."""

from collections.abc import Collection
from threading import Lock

from communique.pipeline.former import MOST_ASSEMBLED, former_record
from communique.query.change import Changes, changes
from communique.query.view import View
from communique.web.state import Held

KEPT = 12
MOST_STOPS = 366


class Known:
    """Former states, made when asked for and kept for the next time."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self._lock = Lock()
        self._views: dict[tuple[str, bool, int], View] = {}
        self._changes: dict[tuple[str, int], Changes] = {}
        self._days: tuple[View | None, tuple[str, ...]] = (None, ())

    def days(self, view: View) -> tuple[str, ...]:
        """The days on which articles were published, oldest first."""
        if self._days[0] is not view:
            self._days = view, tuple(sorted({day for _, day in self._published(view)}))
        return self._days[1]

    def stops(self, view: View) -> tuple[str, ...]:
        """The days that a slider can stop at: all of them, or evenly chosen ones, the first and the last included."""
        days = self.days(view)
        if len(days) <= MOST_STOPS:
            return days
        return tuple(days[round(stop * (len(days) - 1) / (MOST_STOPS - 1))] for stop in range(MOST_STOPS))

    def view(self, view: View, day: str) -> View | None:
        """The chronology as of `day` (EDTF, inclusive): only articles whose day is known count. None where it is no day."""
        if not _is_day(day):
            return None
        wanted = {own for own, published in self._published(view) if published[: len(day)] <= day}
        return self._former(view, wanted, chronology=True)

    def is_cut(self, past: View) -> bool:
        """Whether a former state was cut from the record of today instead of assembled anew."""
        return len(past.documents) > MOST_ASSEMBLED

    def since(self, view: View, generation: int) -> Changes:
        """What is different from the record of generation `generation`."""
        key = self.held.generation, generation
        found = self._changes.get(key)
        if found is None:
            with self.held.store() as store:
                arrived = store.arrivals()
            former = {own for own in view.documents if arrived.get(own, (0, ""))[0] <= generation}
            before = view if len(former) == len(view.documents) else self._former(view, former)
            found = changes(before, view)
            self._changes = {old: kept for old, kept in list(self._changes.items())[1 - KEPT :] if old[0] == key[0]}
            self._changes[key] = found
        return found

    def _published(self, view: View) -> list[tuple[str, str]]:
        days = ((own, found.document.published) for own, found in view.documents.items())
        return [(own, day.start) for own, day in days if day and day.start and day.start != ".."]

    def _former(self, view: View, wanted: Collection[str], *, chronology: bool = False) -> View:
        key = self.held.generation, chronology, hash(frozenset(wanted))
        with self._lock:
            if key not in self._views:
                self._views = {old: kept for old, kept in list(self._views.items())[1 - KEPT :] if old[0] == key[0]}
                with self.held.store() as store:
                    self._views[key] = View(former_record(store, view.record, wanted, chronology=chronology))
            return self._views[key]


def _is_day(day: str) -> bool:
    parts = day.split("-")
    return len(parts) <= 3 and all(part.isdecimal() and part.isascii() for part in parts) and len(parts[0]) == 4
