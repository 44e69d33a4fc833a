"""Data types only: standard library, no input or output. Every other package speaks in these."""

from communique.model.actor import Actor, ActorKind, ActorMention, DocumentActors, LocalActor, NameKind, Office, Side
from communique.model.analysis import Analysis, Entity, TimeExpression, TimeKind
from communique.model.attribution import Attribution
from communique.model.claim import (
    Agreement,
    AgreementMention,
    AgreementStatus,
    Figure,
    Forecast,
    Issue,
    Outcome,
    Position,
    Stance,
)
from communique.model.date import DateBasis, DateValue, Duration
from communique.model.document import CleanText, Document, Outlet, RawPlace, Region, RegionKind
from communique.model.encounter import (
    Encounter,
    EncounterKind,
    EncounterLink,
    EncounterMention,
    EncounterStatus,
    Participant,
    Place,
    Role,
    StatusEntry,
)
from communique.model.evidence import Evidence
from communique.model.finding import Dependence, Finding, FindingKind, FindingValue
from communique.model.judgement import Decision, Judgement, Reason, Review, ReviewState, Verdict
from communique.model.quotation import ChainLink, Form, Quotation
from communique.model.record import DocumentRecord, Failure, Record, RecordDocument
from communique.model.span import Span, trimmed

__all__ = [
    "Actor", "ActorKind", "ActorMention", "Agreement", "AgreementMention", "AgreementStatus", "Analysis", "Attribution",
    "ChainLink", "CleanText", "DateBasis", "DateValue", "Decision", "Dependence", "Document", "DocumentActors", "DocumentRecord",
    "Duration", "Encounter", "EncounterKind", "EncounterLink", "EncounterMention", "EncounterStatus", "Entity", "Evidence",
    "Failure", "Figure", "Finding", "FindingKind", "FindingValue", "Forecast", "Form", "Issue", "Judgement", "LocalActor",
    "NameKind", "Office", "Outcome", "Outlet", "Participant", "Place", "Position", "Quotation", "RawPlace", "Reason",
    "Record", "RecordDocument", "Region", "RegionKind", "Review", "ReviewState", "Role", "Side", "Span", "Stance", "StatusEntry", "TimeExpression",
    "TimeKind", "Verdict", "trimmed",
]  # fmt: skip
