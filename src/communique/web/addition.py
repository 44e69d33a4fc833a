"""Articles that people add on the page: kept in a folder beside the record, brought in by a build in its own process."""

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock, Thread

from communique.errors import CommuniqueError
from communique.query.change import Changes, changes
from communique.query.view import View
from communique.web.state import Held

UNSAFE = re.compile(r"[^\w.-]+")
SUFFIX = re.compile(r"\.[a-z0-9]{1,5}$")
LONGEST_NAME = 80
KEPT = 20
HOURS = 6 * 3600

Build = Callable[[Path, Sequence[Path]], str]


@dataclass(slots=True)
class Addition:
    """One addition. `state`: "waiting", "running", "done", "failed"; `effect` once it is done."""

    number: int
    names: tuple[str, ...]
    state: str = "waiting"
    message: str = ""
    effect: Changes | None = None
    view: View | None = field(default=None, repr=False)


class Additions:
    """The additions of this server, one at a time, in order."""

    def __init__(self, held: Held, build: Build | None = None) -> None:
        self.held = held
        self.build = build or build_apart
        self._lock = Lock()
        self._turn = Lock()
        self._rows: dict[int, Addition] = {}

    def add(self, articles: Sequence[tuple[str, bytes]]) -> Addition:
        """Keep articles (name, bytes) and start to bring them in.

        Raises:
            CommuniqueError: the folder cannot be written.
        """
        with self._lock:
            own = Addition(max(self._rows, default=0) + 1, tuple(name for name, _ in articles))
            self._rows[own.number] = own
            self._rows = {row: self._rows[row] for row in sorted(self._rows)[-KEPT:]}
        folder = self.held.path.with_name(self.held.path.stem + "-added")
        try:
            folder.mkdir(exist_ok=True)
            paths = [_kept(folder, name, data) for name, data in articles]
        except OSError as error:
            raise CommuniqueError(
                f"cannot write to {folder.name}: {error.strerror}; make room or check its rights"
            ) from error
        Thread(target=self._run, args=(own, paths), daemon=True).start()
        return own

    def get(self, number: int) -> Addition | None:
        """An addition of this server; None if there is none, or it is too old."""
        return self._rows.get(number)

    def read(self, own: Addition) -> int:
        """How many articles the running build has read; an archive holds several."""
        with self.held.store() as store:
            return sum(row.state == "staged" for row in store.stored()) if own.state == "running" else 0

    def _run(self, own: Addition, paths: Sequence[Path]) -> None:
        with self._turn:
            own.state = "running"
            before = self.held.refresh().view
            try:
                own.message = self.build(self.held.path, paths)
                after = self.held.refresh().view
            except (CommuniqueError, OSError) as error:
                own.message, own.state = str(error), "failed"
                return
            own.effect, own.view = changes(before, after), after
            own.state = "done" if own.effect.any or not own.message else "failed"


def _kept(folder: Path, name: str, data: bytes) -> Path:
    """Write an article under a name without any path in it; the same bytes give the same file."""
    base = UNSAFE.sub("-", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(".-") or "article.txt"
    found = SUFFIX.search(base.lower())
    suffix = found.group() if found else ".txt"
    stem = base[: len(base) - len(found.group())] if found else base
    path = folder / f"{stem[:LONGEST_NAME]}-{sha256(data).hexdigest()[:8]}{suffix}"
    path.write_bytes(data)
    return path


def build_apart(record: Path, paths: Sequence[Path]) -> str:
    """Bring files into the record in another process, so that pages stay quick; what went wrong, "" if nothing did.

    Waits while another build runs.

    Raises:
        CommuniqueError: the process ended without bringing them in.
    """
    from communique.web.change import waiting_lock

    with waiting_lock(record):
        pass  # the command refuses to wait; between this and its own lock another build may start: then it says so
    command = [sys.executable, "-m", "communique", "build", *map(str, paths), "--record", str(record)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=HOURS, check=False)
    except subprocess.TimeoutExpired as error:
        raise CommuniqueError("the build took too long and was stopped; start it on the command line") from error
    if done.returncode not in (0, 1):
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise CommuniqueError(lines[-1] if lines else f"the build ended with code {done.returncode}")
    return done.stderr.strip() if done.returncode == 1 else ""
