"""How a record stands: what it holds, and what each document yielded."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from communique.config import KNOWN_LANGUAGES
from communique.model import RecordDocument
from communique.query.wording import count_words, source_name

COUNTED = (
    ("documents", "document"),
    ("encounters", "encounter"),
    ("actors", "actor"),
    ("quotations", "quotation"),
    ("positions", "position"),
    ("agreements", "agreement"),
    ("forecasts", "forecast"),
    ("conflicts", "open conflict"),
)


def counts(found: Mapping[str, int]) -> str:
    """ "4 documents, 11 encounters, ..." for the sections that people ask about."""
    parts = [count_words(found.get(section, 0), word) for section, word in COUNTED]
    return ", ".join(parts[:-1]) + " and " + parts[-1]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document: `lines` of the record rest on it; `origin` names the document that it depends on, if any."""

    id: str
    source: str
    published: str
    language: str
    words: int
    lines: int
    origin: str
    path: str

    def data(self) -> dict[str, Any]:
        """As plain JSON types."""
        return asdict(self)


def _language(code: str | None) -> str:
    """The language; for one that the models do not know with a mark that nothing was attributed."""
    known = code is None or code.split("-")[0] in KNOWN_LANGUAGES
    return code or "" if known else f"{code} (attribution not attempted)"


def document_rows(documents: Iterable[RecordDocument], lines: Mapping[str, int]) -> tuple[DocumentRow, ...]:
    """The documents by publication day, then path.

    Args:
        lines: number of lines of the record by document.
    """
    rows = []
    for found in documents:
        doc = found.document
        day = doc.published.start or "" if doc.published else ""
        origin = found.reprint_of or (found.independence_group if found.independence_group != doc.id else "")
        source = doc.outlet.name if doc.outlet else source_name(doc)
        words = len(doc.text.split())
        rows.append(DocumentRow(doc.id, source, day, _language(doc.language), words, lines.get(doc.id, 0), origin, doc.path))
    return tuple(sorted(rows, key=lambda row: (row.published or "9", row.path)))
