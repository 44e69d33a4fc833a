"""To which encounter a statement belongs: the one at which it was made, or the one that it speaks of.

Source: gold rule "encounter of a statement": words of somebody who took part, reported with the encounter, and words about an
encounter that their sentence names; an interview or a post belongs to none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.model import DateBasis, DocumentActors, EncounterMention, EncounterStatus, Evidence, Quotation, Span

REACH = 2_000
NEAR = 700
HAPPENED = frozenset({EncounterStatus.HELD, EncounterStatus.ONGOING, EncounterStatus.CANCELLED})
ELSEWHERE = ("interview", "post", "tweet", "social", "article", "column", "book", "op-ed")


@dataclass(frozen=True, slots=True)
class _Place:
    """A piece of evidence of encounter `number`."""

    span: Span
    number: int


def link_occasions(
    quotations: Sequence[Quotation], encounters: Sequence[EncounterMention], actors: DocumentActors | None = None
) -> tuple[Quotation, ...]:
    """The quotations with the encounter that they belong to, and with its day where the text gives no other.

    Args:
        quotations, encounters: of one document; speakers and participants are its local actors.
        actors: of the document; without them only participants and words that name the encounter count.

    Returns:
        The quotations in the same order. A statement belongs to the encounter of its speaker that its own words name; else
        to the nearest one reported before it, at most 2,000 characters back, in which its speaker took part; else to the
        first that its words name; else to the nearest at most 700 back in which somebody took part who is of the speaker's
        country or whom the speaker serves. Only what took place (or was called off) is looked for outside the words.
    """
    places = sorted(
        (_Place(words.span, number) for number, mention in enumerate(encounters) for words in mention.evidence),
        key=lambda own: (own.span.start, own.number),
    )
    starts = [own.span.start for own in places]
    return tuple(_linked(own, encounters, places, starts, actors) for own in quotations)


def _linked(
    quotation: Quotation,
    encounters: Sequence[EncounterMention],
    places: Sequence[_Place],
    starts: Sequence[int],
    actors: DocumentActors | None,
) -> Quotation:
    if quotation.occasion is not None or _elsewhere(quotation):
        return quotation
    speakers = {own for own in (quotation.speaker, *quotation.joint_speakers) if own is not None}
    named = [place.number for place in _named(quotation.evidence, places, starts)]
    attended = [number for number in named if speakers & _people(encounters[number])]
    if attended:
        return _said_there(quotation, encounters[attended[0]], True)
    back = list(_before(quotation, encounters, places, starts)) if speakers else []
    for _, number in back:
        if speakers & _people(encounters[number]):
            return _said_there(quotation, encounters[number], True)
    if named:
        return _said_there(quotation, encounters[named[0]], False)
    sides = _sides(speakers, actors)
    for distance, number in back:
        if distance <= NEAR and sides & (_people(encounters[number]) | _sides(_people(encounters[number]), actors)):
            return _said_there(quotation, encounters[number], False)
    return quotation


def _named(evidence: Sequence[Evidence], places: Sequence[_Place], starts: Sequence[int]) -> Iterator[_Place]:
    """The places inside the words of a statement, in text order."""
    for words in evidence:
        for place in places[bisect_left(starts, words.span.start) : bisect_left(starts, words.span.end)]:
            if words.span.overlaps(place.span):
                yield place


def _before(
    quotation: Quotation, encounters: Sequence[EncounterMention], places: Sequence[_Place], starts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """(characters back, encounter) of what took place and is reported before a statement, nearest first."""
    end = max(words.span.end for words in quotation.evidence)
    start = min(words.span.start for words in quotation.evidence)
    for at in range(bisect_right(starts, end) - 1, -1, -1):
        place = places[at]
        if start - place.span.start > REACH:
            return
        if encounters[place.number].status in HAPPENED:
            yield max(start - place.span.end, 0), place.number


def _people(mention: EncounterMention) -> set[str]:
    return {person.actor for person in mention.participants}


def _sides(people: set[str], actors: DocumentActors | None) -> set[str]:
    """Countries of actors, and whom they serve."""
    known = [own for name in sorted(people) if actors is not None and (own := actors.by_id(name)) is not None]
    served = {office.principal for own in known for office in own.offices if office.principal}
    served |= {own.principal for own in known if own.principal}
    return {own.country for own in known if own.country} | served


def _elsewhere(quotation: Quotation) -> bool:
    setting = (quotation.setting or "").lower()
    return any(word in setting for word in ELSEWHERE)


def _said_there(quotation: Quotation, mention: EncounterMention, took_part: bool) -> Quotation:
    """The day of the encounter is that of the words only where the speaker took part and it took place."""
    said_on, date = quotation.said_on, mention.date
    there = took_part and mention.status in HAPPENED
    if there and said_on is None and date is not None and date.start is not None and not date.window:
        said_on = replace(date, basis=DateBasis.INHERITED)
    return replace(quotation, occasion=mention.id, said_on=said_on)
