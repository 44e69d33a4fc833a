"""One item of the record in the form of the export."""

from collections.abc import Callable
from typing import Any

from communique.export import sections
from communique.export.sections import Words

DATA: dict[str, Callable[[Any, Words], dict[str, Any]]] = {
    "documents": sections.document,
    "actors": sections.actor,
    "encounters": sections.encounter,
    "quotations": sections.quotation,
    "positions": sections.position,
    "agreements": sections.agreement,
    "forecasts": sections.forecast,
    "figures": sections.figure,
    "findings": sections.finding,
}


def as_data(section: str, item: Any) -> dict[str, Any]:
    """One item of `section` (a key of `DATA`) as plain JSON types, with its words."""
    return DATA[section](item, Words())
