"""The record behind the pages: read once a generation, shared by all requests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from communique.query.view import View
from communique.record.store import Store, open_store


class Held:
    """The record of one file. A build in another process raises the generation; the next request sees the new record."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._generation: str | None = None
        self._view: View | None = None

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The open file, for one request."""
        with open_store(self.path) as store:
            yield store

    def view(self) -> View:
        """The record with its look-ups."""
        with self._lock, open_store(self.path) as store:
            generation = store.meta("generation") or "0"
            if self._view is None or generation != self._generation:
                self._view, self._generation = View(store.record()), generation
            return self._view
