"""What actors want, agree, foresee, and the figures that are given."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.date import DateValue
from communique.model.evidence import Evidence


class Stance(StrEnum):
    """What an actor does with an issue (RECORD.md)."""

    DEMANDS = "demands"
    OFFERS = "offers"
    ACCEPTS = "accepts"
    REJECTS = "rejects"
    CONDITIONS = "conditions"
    SUPPORTS = "supports"
    WARNS = "warns"
    DENIES = "denies"
    DIVIDED = "divided"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Position:
    """An actor's stance on an issue. id "<document id>:p<number>". modality: asserted, planned, hypothetical, ascribed,
    ascribed_by_author. `attributed_by`: the actor who ascribes it; None = the document or the actor itself. `matter`: the thing
    that the words name ("soy flour levy"), from which an issue is proposed where the tree has none. `plural`: said as "we"."""

    id: str
    document: str
    actor: str
    issue: str
    stance: Stance
    content: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]
    conditions: tuple[Evidence, ...] = ()
    modality: str = "asserted"
    attributed_by: str | None = None
    target: str | None = None
    quotation: str | None = None
    date: DateValue | None = None
    red_line: bool = False
    confidence: float | None = None
    matter: Evidence | None = None
    plural: bool = False


class AgreementStatus(StrEnum):
    """What a document says of an agreement (RECORD.md)."""

    AGREED = "agreed"
    PARTLY_AGREED = "partly_agreed"
    NOT_AGREED = "not_agreed"
    FAILED = "failed"
    DISPUTED = "disputed"
    VIOLATED = "violated"
    STALLED = "stalled"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """One point that a document reports as agreed, not agreed, proposed ... id "<document id>:g<number>".

    kind: agreement, commitment, draft. `committed`: who owes; `owed_to`: to whom; `due`: until when;
    `reported_by`: whose account it is (actor id; None = the document).
    """

    id: str
    document: str
    kind: str
    status: AgreementStatus
    content: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]
    label: str
    parties: tuple[str, ...] = ()
    conditions: tuple[Evidence, ...] = ()
    committed: tuple[str, ...] = ()
    owed_to: tuple[str, ...] = ()
    due: DateValue | None = None
    reported_by: str | None = None
    date: DateValue | None = None
    encounter: str | None = None
    issue: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Mentions of all documents that were judged one agreement; `status` is the latest."""

    id: str
    kind: str
    label: str
    status: AgreementStatus
    mentions: tuple[AgreementMention, ...]
    parties: tuple[str, ...] = ()
    committed: tuple[str, ...] = ()
    owed_to: tuple[str, ...] = ()
    due: DateValue | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a forecast: fulfilled, not_fulfilled, pending, unknown."""

    status: str
    as_of: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """Something foreseen. id "<document id>:f<number>". kind: prediction, plan, expectation, hope, fear, threat, demand,
    rumour. `who`: actor id; None = the author. `claim`: the clause in words of the text. `window`: by when."""

    id: str
    document: str
    kind: str
    claim: str
    content: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]
    who: str | None = None
    joint: tuple[str, ...] = ()
    window: DateValue | None = None
    conditions: tuple[Evidence, ...] = ()
    encounter: str | None = None
    outcome: Outcome | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. id "<document id>:n<number>". `value` None for "several"; comparator: =, <, <=, >, >=, ~."""

    id: str
    document: str
    label: str
    value: float | None
    unit: str
    comparator: str
    evidence: tuple[Evidence, ...]
    subject: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A subject of negotiation; `parent`: issue id. `proposed`: not of the issue file but drawn from the words of the articles."""

    id: str
    name: str
    definition: str | None = None
    parent: str | None = None
    proposed: bool = False
