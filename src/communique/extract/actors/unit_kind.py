"""What a run of capitalised words is."""

from dataclasses import dataclass
from enum import StrEnum

from communique.extract.actors.chunk import Chunk


class UnitKind(StrEnum):
    """What a unit is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PEOPLE = "people"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens [first, last) with what they are; `chunk` is the known chunk behind it, if there is one."""

    first: int
    last: int
    kind: UnitKind
    chunk: Chunk | None = None
