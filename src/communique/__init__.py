"""Communiqué: the record of a diplomatic process, from its news coverage.

from communique import build_record
record = build_record("articles/", "talks.communique")
for row in record.timeline():
    print(row.encounter.label, [words.quote for words in row.evidence])
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.api import RecordFile, build_record, open_record, read_source
    from communique.errors import CommuniqueError
    from communique.model import Document, Encounter, Evidence, Finding, Quotation, Record, Span

__version__ = "0.1.0"

__all__ = [
    "CommuniqueError",
    "Document",
    "Encounter",
    "Evidence",
    "Finding",
    "Quotation",
    "Record",
    "RecordFile",
    "Span",
    "build_record",
    "open_record",
    "read_source",
]

_FROM = {"build_record": "api", "open_record": "api", "read_source": "api", "RecordFile": "api", "CommuniqueError": "errors"}


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for: importing the package costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    return getattr(import_module(f"communique.{_FROM.get(name, 'model')}"), name)
