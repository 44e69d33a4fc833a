"""Half-open runs of characters."""

from dataclasses import dataclass

from communique.errors import GroundingError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters [start, end) of `Document.text`, counted in code points from 0.

    Raises:
        GroundingError: unless 0 <= start < end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise GroundingError(f"span [{self.start}, {self.end}) is empty or negative; give 0 <= start < end")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def trimmed(text: str, start: int, end: int) -> Span | None:
    """[start, end) of `text` without outer white space; None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
