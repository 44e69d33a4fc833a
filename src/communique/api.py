"""The Python API: the same core as the command line and the web app."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.export.item import as_data
from communique.model import Document, Evidence, Failure, Record
from communique.pipeline.build import BuildReport
from communique.pipeline.build import build_record as build_file
from communique.query.overview import counts
from communique.query.timeline import TimelineRow, timeline
from communique.query.view import View
from communique.query.wording import date_words, listed, place_words
from communique.read import read_sources
from communique.record.store import open_store

if TYPE_CHECKING:
    import pandas


def build_record(inputs: str | Path | Sequence[str | Path], record: str | Path, *, workers: int = 0) -> "RecordFile":
    """Build a record, or bring an existing one up to date, and open it.

    Args:
        inputs: files, folders, patterns or addresses of articles.
        record: path of the record file.
        workers: processes; 0 = as fits this machine.

    Raises:
        StoreError: the record cannot be opened or written, or another process builds it.
    """
    several = [inputs] if isinstance(inputs, str | Path) else inputs
    report = build_file([str(own) for own in several], Path(record), workers=workers)
    opened = open_record(record)
    opened.report = report
    return opened


def open_record(record: str | Path) -> "RecordFile":
    """Open a record file for reading.

    Raises:
        StoreError: there is none, it is no record, or a newer version wrote it.
    """
    return RecordFile(Path(record))


def read_source(where: str | Path) -> Document:
    """Read one article.

    Raises:
        ReadError: it cannot be read, or holds more than one article.
    """
    from communique.errors import ReadError

    found = list(read_sources([str(where)]))
    failures = [own for own in found if isinstance(own, Failure)]
    documents = [own for own in found if isinstance(own, Document)]
    if failures:
        raise ReadError(f"{failures[0].where}: {failures[0].message}")
    if len(documents) != 1:
        raise ReadError(f"{where} holds {len(documents)} articles; use build_record for several")
    return documents[0]


class RecordFile:
    """A record that is open for reading.

    Attributes:
        path: of the file.
        report: what the build did, if `build_record` made this object.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.report: BuildReport | None = None
        with open_store(path) as store:
            self._counts = store.counts()
            self._failures = store.failures()

    @cached_property
    def record(self) -> Record:
        """The whole record, in the types of `communique.model`."""
        with open_store(self.path) as store:
            return store.record()

    @cached_property
    def view(self) -> View:
        """The record with its look-ups (names, origins, context of words)."""
        return View(self.record)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What could not be read or processed."""
        return self._failures

    def timeline(
        self, since: str | None = None, until: str | None = None, actor: str | None = None
    ) -> tuple[TimelineRow, ...]:
        """Encounters in the order of their dates; arguments as `communique timeline` has them."""
        return timeline(self.view, since=since, until=until, actor=actor)

    def get(self, own: str) -> Any:
        """The item of that id.

        Raises:
            CommuniqueError: the record holds no such id.
        """
        from communique.cli.line import line_of

        return line_of(self.view, own)[1]

    def search(self, words: str, limit: int = 50) -> tuple[tuple[str, str, str], ...]:
        """(section, id, snippet) of what holds all the words, best first."""
        with open_store(self.path) as store:
            return store.search(words, limit)

    def context(self, evidence: Evidence, around: int = 160) -> tuple[str, str, str]:
        """The words before, the words, the words after."""
        return self.view.context(evidence, around)

    def frame(self, section: str) -> "pandas.DataFrame":
        """One section of the record as a data frame, one item a row, columns as in the export.

        Raises:
            BackendMissing: pandas is not installed.
        """
        from communique.errors import BackendMissing

        try:
            import pandas
        except ImportError as error:
            raise BackendMissing("data frames need pandas; run: pip install pandas") from error
        return pandas.DataFrame([as_data(section, item) for item in getattr(self.record, section)])

    def __repr__(self) -> str:
        return f"<Record {self.path}: {counts(self._counts)}>"

    def _repr_html_(self) -> str:
        head = ("When", "Status", "Who", "Where", "Origins")
        body = "".join(_html_row(_cells(row)) for row in self.timeline())
        return (
            f"<p><b>{escape(str(self.path))}</b>: {escape(counts(self._counts))}</p>"
            f"<table><thead><tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr></thead><tbody>{body}</tbody></table>"
        )


def _cells(row: TimelineRow) -> tuple[str, ...]:
    found = row.encounter
    return (
        date_words(found.date),
        found.status,
        listed(row.people),
        place_words(found.place),
        f"{row.origins} of {row.sources}",
    )


def _html_row(cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
