"""Dates and durations with their precision and bounds kept."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.evidence import Evidence


class DateBasis(StrEnum):
    """How a date is known."""

    EXPLICIT = "explicit"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    INHERITED = "inherited"
    METADATA = "metadata"
    CROSS_DOCUMENT = "cross_document"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, an interval or a window, as RECORD.md "date" has it.

    Attributes:
        start, end: EDTF level 0 ("2025", "2025-03", "2025-03-24", with "?", "~", "%" where uncertain or approximate);
            end None = start; ".." = open. start None: the words carry no value (a weekday without a reference day).
        precision: "day", "month" or "year"; None without a start.
        window: True = some time within, False = all of it.
        evidence: the date words; () where the value is not from words of the article.
    """

    start: str | None
    end: str | None = None
    precision: str | None = None
    window: bool = False
    basis: DateBasis | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def edtf(self) -> str | None:
        """The same as one EDTF string: a date, "a/b", or "[a..b]" for a window."""
        if self.start is None:
            return None
        start = "" if self.start == ".." else self.start
        end = self.start if self.end is None else ("" if self.end == ".." else self.end)
        if self.window:
            return f"[{start}..{end}]" if start != end else start
        if start == end:
            return start
        return f"{start or '..'}/{end or '..'}"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in minutes, bounds inclusive; None = no bound."""

    min_minutes: float | None
    max_minutes: float | None
    evidence: tuple[Evidence, ...] = ()
