"""The record behind the pages: read once a generation, shared by all requests."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, Thread
from time import thread_time

from communique.query.index import Index
from communique.query.view import View
from communique.record.store import Store, open_store

SMALL_SECONDS = (
    1.0  # of processor time: a record that was read in less is small: requests wait for the new one, at most PATIENT_SECONDS
)
PATIENT_SECONDS = 4.0
QUICK_SECONDS = 0.25  # of a larger one they see the former one after this time


@contextmanager
def _without_collector() -> Iterator[None]:
    """No garbage collection meanwhile, and one at the end: walking millions of objects stops all requests for a moment.

    What is alive then is set aside (`freeze`), so that the collections between requests stay short. Finished pages hold
    cycles that point to the former record: they have to be collected before, or it would never go.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        gc.enable()


class Held:
    """The record of one file. A build in another process raises the generation; later requests see the new record."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._held: tuple[str, Index] | None = None
        self._starting = Lock()
        self._seconds = 0.0
        self._reading: Thread | None = None

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The open file, for one request."""
        with open_store(self.path) as store:
            yield store

    def index(self) -> Index:
        """The record with its look-ups. While a new one is read that takes longer than a moment: the former one."""
        held = self._held
        with open_store(self.path) as store:
            generation = store.meta("generation") or "0"
        if held is not None and held[0] == generation:
            return held[1]
        if held is None:
            return self.refresh()
        with self._starting:
            reading, small = self._reading, self._seconds < SMALL_SECONDS
            fresh = reading is None or not reading.is_alive()
            if reading is None or fresh:
                reading = self._reading = Thread(target=self.refresh, daemon=True)
                reading.start()
        if small or fresh:
            reading.join(PATIENT_SECONDS if small else QUICK_SECONDS)
        return (self._held or held)[1]

    @property
    def reading(self) -> bool:
        """Whether a newer record is being read."""
        return self._reading is not None and self._reading.is_alive()

    def refresh(self) -> Index:
        """The record as the file has it now."""
        with self._lock, open_store(self.path) as store:
            generation = store.meta("generation") or "0"
            if self._held is None or self._held[0] != generation:
                started = thread_time()
                with _without_collector():
                    store.connection.execute("BEGIN")  # one state of the file, whatever is published meanwhile
                    generation = store.meta("generation") or "0"
                    fresh = Index(View(store.record()))
                    store.connection.execute("COMMIT")
                    fresh.warm()
                self._held = generation, fresh
                self._seconds = thread_time() - started
            return self._held[1]

    @property
    def generation(self) -> str:
        """Counts the builds and decisions that made the record that is held; "0" before the first."""
        return self._held[0] if self._held else "0"

    def view(self) -> View:
        """The record with its look-ups by id."""
        return self.index().view
