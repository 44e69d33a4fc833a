"""The record behind the pages: read once a generation, shared by all requests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

from communique.query.index import Index
from communique.query.view import View
from communique.record.store import Store, open_store

QUICK_SECONDS = 1.0  # a record that takes longer to read is read beside the requests, which see the former one till then


class Held:
    """The record of one file. A build in another process raises the generation; later requests see the new record."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._held: tuple[str, Index] | None = None
        self._seconds = 0.0
        self._reading: Thread | None = None

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The open file, for one request."""
        with open_store(self.path) as store:
            yield store

    def index(self) -> Index:
        """The record with its look-ups; a big one may be the former while the new one is read."""
        held = self._held
        with open_store(self.path) as store:
            generation = store.meta("generation") or "0"
        if held is not None and held[0] == generation:
            return held[1]
        if held is None or self._seconds < QUICK_SECONDS:
            return self.refresh()
        if self._reading is None or not self._reading.is_alive():
            self._reading = Thread(target=self.refresh, daemon=True)
            self._reading.start()
        return held[1]

    def refresh(self) -> Index:
        """The record as the file has it now."""
        with self._lock, open_store(self.path) as store:
            generation = store.meta("generation") or "0"
            if self._held is None or self._held[0] != generation:
                started = monotonic()
                store.connection.execute("BEGIN")  # one state of the file, whatever is published meanwhile
                generation = store.meta("generation") or "0"
                self._held = generation, Index(View(store.record()))
                store.connection.execute("COMMIT")
                self._seconds = monotonic() - started
            return self._held[1]

    @property
    def generation(self) -> str:
        """Counts the builds and decisions that made the record that is held; "0" before the first."""
        return self._held[0] if self._held else "0"

    def view(self) -> View:
        """The record with its look-ups by id."""
        return self.index().view
