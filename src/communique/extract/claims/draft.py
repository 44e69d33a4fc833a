"""A position before it has a number."""

from dataclasses import dataclass

from communique.model import DateValue, Evidence, Stance


@dataclass(frozen=True, slots=True)
class PositionDraft:
    """One actor's stance on one issue in one run of words; `evidence` is the whole clause with the holder's name."""

    actor: str
    issue: str
    stance: Stance
    content: Evidence
    evidence: Evidence
    conditions: tuple[Evidence, ...] = ()
    modality: str = "asserted"
    attributed_by: str | None = None
    target: str | None = None
    quotation: str | None = None
    date: DateValue | None = None
    red_line: bool = False
    confidence: float = 0.5
    matter: Evidence | None = None
    plural: bool = False
