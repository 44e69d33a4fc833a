"""What one document yields, and the whole record as assembled from all documents."""

from dataclasses import dataclass, field

from communique.model.actor import Actor, LocalActor, Side
from communique.model.claim import Agreement, AgreementMention, Figure, Forecast, Issue, Position
from communique.model.document import Document, Region
from communique.model.encounter import Encounter, EncounterMention
from communique.model.finding import Dependence, Finding
from communique.model.judgement import Judgement, Review
from communique.model.quotation import Quotation


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read or processed: where (path or URL), at which stage, and what to do."""

    where: str
    stage: str
    message: str


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """Everything extracted from one document; ids are local to it. This is what is stored per document."""

    document: Document
    regions: tuple[Region, ...]
    actors: tuple[LocalActor, ...] = ()
    encounters: tuple[EncounterMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    positions: tuple[Position, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    figures: tuple[Figure, ...] = ()
    attribution_attempted: bool = True


@dataclass(frozen=True, slots=True)
class RecordDocument:
    """A document in the record: with its regions, whom it depends on, and the origin it counts under."""

    document: Document
    regions: tuple[Region, ...]
    independence_group: str
    reprint_of: str | None = None
    dependences: tuple[Dependence, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """The assembled record. Items are in the order of RECORD.md: documents by id, items by document and place, the rest
    by id. Actor, encounter, issue references are ids of this record."""

    documents: tuple[RecordDocument, ...] = ()
    sides: tuple[Side, ...] = ()
    actors: tuple[Actor, ...] = ()
    issues: tuple[Issue, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    positions: tuple[Position, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    reviews: tuple[Review, ...] = ()
    failures: tuple[Failure, ...] = field(default=())
