"""To which encounter a statement belongs: the one at which it was made, or the one that it speaks of.

Source: gold rule "encounter of a statement": words of somebody who took part, reported with the encounter, and words about an
encounter that their sentence names; an interview or a post belongs to none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extract.occasion_words import comes_from, follows, speaks_of_it, was_there
from communique.model import DateBasis, DocumentActors, EncounterMention, EncounterStatus, Evidence, Quotation, Span

REACH = 2_000
NEAR = 200
BESIDE = 300
HAPPENED = frozenset({EncounterStatus.HELD, EncounterStatus.ONGOING, EncounterStatus.CANCELLED})
ELSEWHERE = ("interview", "post", "tweet", "social", "article", "column", "book", "op-ed")


@dataclass(frozen=True, slots=True)
class _Place:
    """A piece of evidence of encounter `number`."""

    span: Span
    number: int


def link_occasions(
    quotations: Sequence[Quotation],
    encounters: Sequence[EncounterMention],
    actors: DocumentActors | None = None,
    text: str = "",
) -> tuple[Quotation, ...]:
    """The quotations with the encounter that they belong to, and with its day where they were said at it.

    Args:
        quotations, encounters: of one document; speakers and participants are its local actors.
        actors: of the document; without them only participants and words that name the encounter count.
        text: of the document; without it the words around a statement do not count.

    Returns:
        The quotations in the same order. A statement belongs to the encounter of its speaker that its own words name; else
        to the nearest one reported before it, at most 2,000 characters back, in which its speaker took part; else to the
        first that its words name; else to the nearest one before it if the words around say that the speaker left it or
        was in the room, if it stands in the sentence before, or, at most 200 characters back, if somebody took part who
        is of the speaker's country or whom the speaker serves. Only what took place (or was called off) is looked for
        outside the words. The day is taken over (`DateBasis.INHERITED`, without a start where the encounter has none yet)
        only where the speaker took part and the words name the encounter or stand by it: a statement about an encounter
        may be made on any day.
    """
    places = sorted(
        (_Place(words.span, number) for number, mention in enumerate(encounters) for words in mention.evidence),
        key=lambda own: (own.span.start, own.number),
    )
    linker = _Linker(encounters, places, [own.span.start for own in places], actors, text)
    return tuple(linker.linked(own) for own in quotations)


@dataclass(frozen=True, slots=True)
class _Linker:
    """Encounters of one document by place."""

    encounters: Sequence[EncounterMention]
    places: Sequence[_Place]
    starts: Sequence[int]
    actors: DocumentActors | None
    text: str

    def linked(self, own: Quotation) -> Quotation:
        if own.occasion is not None or _elsewhere(own):
            return own
        speakers = {who for who in (own.speaker, *own.joint_speakers) if who is not None}
        named = [place.number for place in _named(own.evidence, self.places, self.starts)]
        for number in named:
            if speakers & _people(self.encounters[number]):
                return _said_there(own, self.encounters[number], True)
        back = list(_before(own, self.encounters, self.places, self.starts))
        leaving = comes_from(own, self.text)
        for distance, number in back if speakers else ():
            if speakers & _people(self.encounters[number]):
                return _said_there(own, self.encounters[number], distance <= BESIDE or leaving)
        near = named[0] if named else self._near(own, speakers, back)
        return own if near is None else _said_there(own, self.encounters[near], leaving and not named)

    def _near(self, own: Quotation, speakers: set[str], back: list[tuple[int, int]]) -> int | None:
        if not speakers and not own.speaker_words:
            return None
        if not back:
            return self._spoken_of(own)
        distance, number = back[0]
        if was_there(own, self.text) or follows(own, self.text, distance):
            return number
        if (plan := self._spoken_of(own)) is not None:
            return plan
        sides = _sides(speakers, self.actors)
        for distance, number in back:
            people = _people(self.encounters[number])
            if distance <= NEAR and sides & (people | _sides(people, self.actors)):
                return number
        return None

    def _spoken_of(self, own: Quotation) -> int | None:
        """The encounter of any status that the sentence before reports, where the words answer it or speak of it."""
        start = own.evidence[0].span.start
        at = bisect_right(self.starts, start) - 1
        place = self.places[at] if at >= 0 else None
        if place is None or not speaks_of_it(own) or not follows(own, self.text, max(0, start - place.span.end)):
            return None
        return place.number


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
    if there and said_on is None and date is not None and not date.window:
        said_on = replace(date, basis=DateBasis.INHERITED)
    return replace(quotation, occasion=mention.id, said_on=said_on)
