"""The single items of a document that a person can judge, each with the words that it is named by.

Ids of items are counted anew when extraction improves; words stay. So a decision names an item by its words, and by what it
said, where several items rest on the same words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import DocumentRecord, EncounterMention, Evidence, NameKind, Participant
from communique.model.date import DateValue, Duration

SECTIONS = ("encounters", "participants", "quotations", "positions", "agreements", "forecasts", "figures", "actors")
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One item.

    Attributes:
        section: one of SECTIONS.
        id: of the item; of a participant `participant_id`.
        words: those that it is named by.
        about: (field, value) pairs: what it says, in words for people; fields without a value are left out.
        whole: of a participant the words that name the encounter.
    """

    section: str
    id: str
    words: Evidence
    about: Pairs
    whole: Evidence | None = None


def participant_id(mention: str, words: Evidence) -> str:
    """The id by which a person at an encounter is judged."""
    return f"{mention}@{words.span.start}-{words.span.end}"


def document_of(own: str) -> str:
    """The document that an item belongs to, from the item's id."""
    return own.rpartition(":")[0]


def line_of(record: DocumentRecord, section: str, own: str) -> Line | None:
    """The item of that id; None if the document has none."""
    return next((line for line in lines(record) if line.section == section and line.id == own), None)


def lines(record: DocumentRecord) -> Iterator[Line]:
    """Every item of a document that a person can judge."""
    names = {actor.id: actor.name for actor in record.actors}
    for mention in record.encounters:
        yield Line("encounters", mention.id, mention.trigger, _about_encounter(mention))
        yield from (_participant(mention, person, names) for person in mention.participants if person.evidence)
    for said in record.quotations:
        yield Line("quotations", said.id, said.content[0], _about(speaker=names.get(said.speaker or ""), form=said.form))
    for own in record.positions:
        about = _about(actor=names.get(own.actor), issue=own.issue, stance=own.stance)
        yield Line("positions", own.id, own.content[0], about)
    for point in record.agreements:
        about = _about(kind=point.kind, status=point.status, due=_day(point.due))
        yield Line("agreements", point.id, point.content[0], about)
    for seen in record.forecasts:
        about = _about(kind=seen.kind, who=names.get(seen.who or ""), window=_day(seen.window))
        yield Line("forecasts", seen.id, seen.content[0], about)
    for figure in record.figures:
        value = None if figure.value is None else f"{figure.value:g}"
        about = _about(value=value, unit=figure.unit, comparator=figure.comparator, label=figure.label)
        yield Line("figures", figure.id, figure.evidence[0], about)
    for actor in record.actors:
        named = [found.evidence for found in actor.mentions if found.kind is not NameKind.PRONOUN]
        if named:
            yield Line("actors", actor.id, named[0], _about(name=actor.name, kind=actor.kind, country=actor.country))


def _about(**values: str | None) -> Pairs:
    return tuple((field, str(value)) for field, value in values.items() if value)


def _about_encounter(mention: EncounterMention) -> Pairs:
    return _about(
        kind=mention.kind,
        status=mention.status,
        date=_day(mention.date),
        place=(mention.place.city or mention.place.country) if mention.place else None,
        duration=minutes(mention.duration),
    )


def _participant(mention: EncounterMention, person: Participant, names: dict[str, str]) -> Line:
    presence = "present" if person.present else "absent"
    about = _about(actor=names.get(person.actor), role=person.role, presence=presence)
    words = person.evidence[0]
    return Line("participants", participant_id(mention.id, words), words, about, mention.trigger)


def _day(found: DateValue | None) -> str | None:
    return found.edtf if found else None


def minutes(found: Duration | None) -> str | None:
    """ "240", "240-300", "240-" or "-300": the bounds in minutes; None without any."""
    if found is None or (found.min_minutes is None and found.max_minutes is None):
        return None
    low, high = ("" if bound is None else f"{bound:g}" for bound in (found.min_minutes, found.max_minutes))
    return low if low == high else f"{low}-{high}"
