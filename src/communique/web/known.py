"""Former states of the record: as it could be known on a day, and as it was at an earlier visit."""

from collections.abc import Collection
from threading import Lock

from communique.pipeline.former import MOST_ASSEMBLED, former_record
from communique.query.change import Changes, changes
from communique.query.clock import Clock, up_to
from communique.query.index import Index
from communique.query.view import View
from communique.web.state import Held

KEPT = 12
KEPT_WHOLE = 2
MOST_STOPS = 366


class Known:
    """Former states, made when asked for and kept for the next time."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self._lock = Lock()
        self._views: dict[tuple[str, bool, int], View] = {}
        self._indexes: dict[tuple[str, int], Index] = {}
        self._changes: dict[tuple[str, int], Changes] = {}
        self._days: tuple[View | None, tuple[str, ...]] = (None, ())
        self._meetings: tuple[View | None, tuple[str, ...]] = (None, ())

    def days(self, view: View) -> tuple[str, ...]:
        """The days on which articles were published, oldest first."""
        if self._days[0] is not view:
            self._days = view, tuple(sorted({day for _, day in self._published(view)}))
        return self._days[1]

    def stops(self, view: View, clock: Clock = Clock.PUBLISHED) -> tuple[str, ...]:
        """The days that a slider can stop at: all of them, or evenly chosen ones, the first and the last included.

        By the clock of happening these are the days of encounters, otherwise those of articles.
        """
        days = self.days(view) if clock is not Clock.HAPPENED else self._met(view)
        if len(days) <= MOST_STOPS:
            return days
        return tuple(days[round(stop * (len(days) - 1) / (MOST_STOPS - 1))] for stop in range(MOST_STOPS))

    def _met(self, view: View) -> tuple[str, ...]:
        if self._meetings[0] is not view:
            starts = (own.date.start for own in view.record.encounters if own.date and own.date.start)
            self._meetings = view, tuple(sorted({day for day in starts if len(day) == 10 and _is_day(day)}))
        return self._meetings[1]

    def view(self, view: View, day: str, clock: Clock = Clock.PUBLISHED) -> View | None:
        """The chronology as of `day` (EDTF, inclusive) on one of three clocks. None where it is no day.

        Published: what the articles that were out had told; only articles whose day is known count. Happened and said:
        what the record of today tells of the time until then.
        """
        if not _is_day(day):
            return None
        if clock is not Clock.PUBLISHED:
            return self._until(view, day, clock)
        wanted = {own for own, published in self._published(view) if published[: len(day)] <= day}
        return self._former(view, wanted, chronology=True)

    def index(self, view: View, day: str, clock: Clock = Clock.PUBLISHED) -> Index | None:
        """The whole record as of `day` with its look-ups. None where it is no day."""
        if not _is_day(day):
            return None
        key = self.held.generation, hash((day, clock))
        found = self._indexes.get(key)
        if found is None:
            if clock is Clock.PUBLISHED:
                wanted = {own for own, published in self._published(view) if published[: len(day)] <= day}
                past = self._former(view, wanted)
            else:
                past = View(up_to(view.record, day, clock))
            found = Index(past)
            rest = list(self._indexes.items())[1 - KEPT_WHOLE :]
            self._indexes = {old: kept for old, kept in rest if old[0] == key[0]} | {key: found}
        return found

    def _until(self, view: View, day: str, clock: Clock) -> View:
        key = self.held.generation, True, hash((day, clock))
        with self._lock:
            if key not in self._views:
                self._keep(key, View(up_to(view.record, day, clock, chronology=True)))
            return self._views[key]

    def _keep(self, key: tuple[str, bool, int], made: View) -> None:
        """Remember a state; those of other generations, and the oldest ones, go."""
        self._views = {old: kept for old, kept in list(self._views.items())[1 - KEPT :] if old[0] == key[0]}
        self._views[key] = made

    def is_cut(self, past: View) -> bool:
        """Whether a former state was cut from the record of today instead of assembled anew."""
        return len(past.documents) > MOST_ASSEMBLED

    def since(self, view: View, generation: int) -> Changes:
        """What is different from the record of generation `generation`."""
        with self.held.store() as store:
            arrived = store.arrivals()
        return self.against(view, {own for own in view.documents if arrived.get(own, (0, ""))[0] <= generation})

    def against(self, view: View, documents: Collection[str]) -> Changes:
        """What is different from the record that some of its articles (ids) make up."""
        former = {own for own in view.documents if own in documents}
        key = self.held.generation, hash(frozenset(former))
        found = self._changes.get(key)
        if found is None:
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
                with self.held.store() as store:
                    self._keep(key, View(former_record(store, view.record, wanted, chronology=chronology)))
            return self._views[key]


def _is_day(day: str) -> bool:
    parts = day.split("-")
    return len(parts) <= 3 and all(part.isdecimal() and part.isascii() for part in parts) and len(parts[0]) == 4
