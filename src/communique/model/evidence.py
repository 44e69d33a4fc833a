"""The words that a line of the record rests on."""

from dataclasses import dataclass
from typing import Protocol

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
