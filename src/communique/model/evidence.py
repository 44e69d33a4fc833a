"""The words that a line of the record rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Protocol

from communique.errors import GroundingError
from communique.model.span import Span


class HasText(Protocol):
    """What evidence can be cut from: a `Document`."""

    @property
    def id(self) -> str: ...

    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Exact words of one document. Make it with `Evidence.at`; quote == document.text[start:end]."""

    document: str
    span: Span
    quote: str

    @staticmethod
    def at(document: HasText, span: Span) -> "Evidence":
        """The evidence at `span` of `document`.

        Raises:
            GroundingError: the span runs past the text.
        """
        quote = document.text[span.start : span.end]
        if len(quote) != len(span):
            raise GroundingError(
                f"span [{span.start}, {span.end}) runs past the {len(document.text)} characters of {document.id}"
            )
        return Evidence(document.id, span, quote)


def evidence_in(value: Any) -> Iterator[Evidence]:
    """Every piece of evidence anywhere inside a model value, in the order of its fields."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from evidence_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from evidence_in(getattr(value, field.name))
