"""One event read in full, before the mentions of a document are brought together."""

from dataclasses import dataclass, field

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.reading import Reading
from communique.model import DateValue, Duration, EncounterKind, Participant, Place, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What one event of the text says.

    Attributes:
        people: participants, present and absent.
        definite: the words point back ("the meeting", "their talks"); such a draft joins the encounter before.
        fresh: the words announce another encounter ("a second round", "the next meeting").
        ordinal: the word that counts it in a series ("second").
        generic: a mass noun that names no single encounter ("a subject of negotiation").
        context: the one day that its sentence names, where the encounter itself has none; it only keeps apart.
        tied: a pronoun; whatever it says is said of the encounter before.
        clause: a relative clause that says when and where it took place ("which was held in Lima in May").
        part: one of several encounters of one meeting ("one on trade").
        weak: no encounter of its own; it only adds to one ("issues were discussed").
        attended: the words only say who else was at the encounter told before ("X attended the meeting").
        former: what was called off before the encounter of its sentence took its place ("the round, which was cancelled,
            will now be held in Lima").
        heading: stands in a headline or standfirst, which sums up what the body tells.
        span: the phrase that speaks of it.
    """

    event: EncounterEvent
    kind: EncounterKind
    reading: Reading
    sentence: int
    span: Span
    people: tuple[Participant, ...] = ()
    place: Place | None = None
    date: DateValue | None = None
    duration: Duration | None = None
    definite: bool = False
    fresh: bool = False
    weak: bool = False
    ordinal: str | None = None
    generic: bool = False
    tied: bool = False
    clause: bool = False
    context: DateValue | None = None
    part: bool = False
    attended: bool = False
    former: bool = False
    heading: bool = False
    topics: tuple[str, ...] = ()
    countries: frozenset[str] = field(default_factory=frozenset)
