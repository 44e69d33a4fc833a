"""What a run of capitalised words is."""

from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PEOPLE = "people"
    OTHER = "other"
