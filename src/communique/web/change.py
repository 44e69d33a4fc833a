"""Changes to the record that people make on the pages: decisions, and the new record that follows from them.

A decision is written at once, in its own transaction: it is never lost, whatever else runs. The record is made anew under
the build lock; if a build holds it, a thread waits for its end, and the page says so.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Condition, Thread
from time import monotonic, sleep

from communique.errors import CommuniqueError, StoreError
from communique.model import Decision, DocumentRecord, Evidence, NameKind, Record
from communique.pipeline.line import Line, document_of, line_of
from communique.record.lock import build_lock
from communique.record.store import Store, open_store
from communique.resolve.cluster import clusters
from communique.web.state import Held

log = logging.getLogger(__name__)
SECTIONS = ("actor", "encounter", "utterance", "agreement")
PATIENCE = 8.0  # seconds that a page waits for the new record before it says that it will come
STEP = 0.1

Lock = Callable[[Path], AbstractContextManager[None]]


class Publisher:
    """Makes the record anew after decisions: one run at a time, all decisions that wait in one run."""

    def __init__(self, held: Held, lock: Lock = build_lock) -> None:
        self.held = held
        self.lock = lock
        self._state = Condition()
        self._asked = 0
        self._done = 0
        self._running = False
        self.problem = ""

    def publish(self, patience: float = PATIENCE) -> bool:
        """Ask for a new record; whether it is there within `patience` seconds. It comes in any case."""
        with self._state:
            self._asked += 1
            own = self._asked
            if not self._running:
                self._running = True
                Thread(target=self._run, daemon=True).start()
            self._state.wait_for(lambda: self._done >= own, patience)
            return self._done >= own

    def catch_up(self) -> None:
        """Publish, in the background, what was decided and not published: a server that died in between left it so."""
        from communique.pipeline.build import pending

        with open_store(self.held.path) as store:
            behind = pending(store)
        if behind:
            self.publish(0.0)

    @property
    def waiting(self) -> bool:
        """Whether a decision is not in the shown record yet."""
        return self._done < self._asked

    def _run(self) -> None:
        while True:
            with self._state:
                target = self._asked
            self._once()
            with self._state:
                self._done = target
                self._state.notify_all()
                if self._asked == target:
                    self._running = False
                    return

    def _once(self) -> None:
        from communique.pipeline.build import publish

        try:
            with waiting_lock(self.held.path, self.lock), open_store(self.held.path) as store:
                publish(store, store.failures())
            self.held.refresh()
            self.problem = ""
        except (CommuniqueError, OSError) as error:  # the decision stays in the log; the next run takes it up
            log.warning("the record could not be made anew: %s", error)
            self.problem = str(error)


class waiting_lock:  # noqa: N801 - used as a context manager, like the lock that it wraps
    """The build lock of a record; waits for the process that holds it instead of failing.

    Raises:
        StoreError: it was not free within `longest` seconds.
    """

    def __init__(self, path: Path, lock: Lock = build_lock, longest: float = 6 * 3600) -> None:
        self.path, self.lock, self.longest = path, lock, longest

    def __enter__(self) -> None:
        until = monotonic() + self.longest
        while True:
            self._held = self.lock(self.path)
            try:
                return self._held.__enter__()
            except StoreError:
                if monotonic() > until or not self.path.exists():
                    raise
                sleep(STEP)

    def __exit__(self, *error: object) -> None:
        self._held.__exit__(None, None, None)


def now() -> str:
    """The time, UTC, to the microsecond: decisions made with one click share it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def words_of(store: Store, section: str, own: str) -> Evidence | None:
    """The words that a decision on item `own` ("<document id>:<letter><number>") names it by; None if it is gone."""
    try:
        record = store.document_record(own.rpartition(":")[0])
    except StoreError:
        return None
    if section == "actor":
        found = next((actor for actor in record.actors if actor.id == own), None)
        named = [m.evidence for m in found.mentions if m.kind is not NameKind.PRONOUN] if found else []
        return named[0] if named else None
    if section == "encounter":
        return next((mention.trigger for mention in record.encounters if mention.id == own), None)
    items = record.quotations if section == "utterance" else record.agreements
    return next((item.content[0] for item in items if item.id == own), None)


def decide(
    store: Store, section: str, wanted: Iterable[tuple[str, str, str]], author: str, reason: str = ""
) -> Sequence[Decision]:
    """Write decisions, each (action, left, right); all get the same time, so that one click can be taken back as one.

    Raises:
        CommuniqueError: an item is no longer in the record; nothing was written.
    """
    rows = []
    for action, left, right in wanted:
        words = words_of(store, section, left), words_of(store, section, right)
        if words[0] is None or words[1] is None:
            raise CommuniqueError("One of the two is no longer in the record. Open the page again and decide anew.")
        rows.append((action, words[0], words[1]))
    at = now()
    return [store.decide(Decision(0, at, author, action, section, left, right, reason)) for action, left, right in rows]


def judge(store: Store, section: str, own: str, author: str, wanted: "Wanted") -> Decision:
    """Write a decision on one item.

    Raises:
        CommuniqueError: the item is not in the record any more, or a correction is of the wrong form; nothing was written.
    """
    from communique.pipeline.correct import as_changes

    record, line = line_and_record(store, section, own)
    if section == "positions" and wanted.values.get("issue") not in (None, "", *issues_of(store)):
        raise CommuniqueError(f"issue: “{wanted.values['issue'][:40]}” is none that the record knows.")
    values = {**wanted.values, **_as_filed(store, section, own, wanted.values)}
    changes = as_changes(record, line, values) if wanted.action == "correct" else ()
    return store.decide(
        Decision(0, now(), author, wanted.action, section, line.words, line.whole, wanted.reason, changes,
                 about=line.about, note=wanted.note)
    )  # fmt: skip


def _as_filed(store: Store, section: str, own: str, values: Mapping[str, str]) -> dict[str, str]:
    """No change of the issue where it is the one that the record, not a person, filed the position under."""
    filed = store.get("positions", own) if section == "positions" else None
    review = store.get("reviews", f"positions/{own}")
    by_hand = review is not None and any(field == "issue" for field, _, _ in review.changes)
    return {"issue": ""} if filed is not None and values.get("issue") == filed.issue and not by_hand else {}


def issues_of(store: Store) -> dict[str, str]:
    """The issues that a position can be filed under, id -> name, by name: those of the issue file, and proposed ones."""
    from communique.pipeline.build import issue_tree

    found = {issue.id: issue.name for issue in (*store.section("issues"), *issue_tree(store).issues)}
    return dict(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants of one item. `action`: accept, correct, reject; `values`: field -> value of a correction."""

    action: str
    values: Mapping[str, str]
    reason: str = ""
    note: str = ""


def line_and_record(store: Store, section: str, own: str) -> tuple[DocumentRecord, Line]:
    """An item as it was extracted, and what its document yielded.

    Raises:
        CommuniqueError: there is none of that id.
    """
    try:
        record = store.document_record(document_of(own))
        line = line_of(record, section, own)
    except StoreError:
        line = None
    if line is None:
        raise CommuniqueError("This line is no longer in the record. Open the page again and decide anew.")
    return record, line


def split(record: Record, section: str, own: str, others: Sequence[str]) -> list[tuple[str, str, str]]:
    """The decisions that take item `own` out of its group and leave the others as they are.

    Where only `own` held the others together, they are declared the same: whoever splits one off means the rest to stay.
    """
    inside = set(others)
    between = [row for row in record.judgements if row.section == section and row.left in inside and row.right in inside]
    groups = clusters(others, between)
    joins = [("same", groups[0][0], group[0]) for group in groups[1:]]
    return [("different", own, other) for other in others] + joins


def undo(store: Store, number: int, by: str) -> int:
    """Take back decision `number` and those made with the same click; how many that were.

    Raises:
        StoreError: there is no such decision, or it was taken back already.
    """
    rows = store.decisions()
    first = next((row for row in rows if row.number == number), None)
    if first is None or first.undone_at is not None:
        raise StoreError("This decision was taken back already." if first else "There is no such decision.")
    together = [row for row in rows if (row.at, row.author) == (first.at, first.author) and row.undone_at is None]
    at = now()
    for row in together:
        store.undo(row.number, by, at)
    return len(together)
