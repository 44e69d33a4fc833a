"""Encounters told as a list of places and days: "two rounds this month, in A from the 3rd to the 5th and in B on the 20th"."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.phrase import child
from communique.extract.encounters.place import named_place
from communique.extract.encounters.trigger import Trigger
from communique.model import Analysis, DateValue, EncounterKind, Place, Span, TimeKind

KINDS = {
    "round": EncounterKind.ROUND,
    "talk": EncounterKind.ROUND,
    "session": EncounterKind.ROUND,
    "meeting": EncounterKind.MEETING,
    "summit": EncounterKind.SUMMIT,
    "conference": EncounterKind.CONFERENCE,
}
PLURAL = frozenset({"NNS", "NNPS"})
IN = frozenset({"in", "at"})
CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class Listed:
    """One encounter of a list: the plural that names them, its event (the trigger is the place's name), words, place, date."""

    noun: int
    event: EncounterEvent
    span: Span
    place: Place
    date: DateValue


def listed_events(analysis: Analysis) -> Iterator[Listed]:
    """The encounters that a sentence lists by place and day after a plural that names them, in text order.

    As many places as days, two at least, in turns; one of the places at least must be known to the gazetteer.
    """
    for first, last in analysis.sentences:
        noun = next((t for t in range(first, last) if analysis.tags[t] in PLURAL and analysis.lemmas[t] in KINDS), None)
        if noun is None:
            continue
        places = list(_places(analysis, noun, last))
        if len(places) < 2 or all(place is None for _, _, place in places):
            continue
        yield from _paired(analysis, noun, places, last)


def _places(analysis: Analysis, noun: int, last: int) -> Iterator[tuple[int, int, Place | None]]:
    """(preposition, name, place) of each "in X" after the noun; place None for a name that no gazetteer knows."""
    for token in range(noun + 1, last):
        goal = child(analysis, token, "pobj") if analysis.lemmas[token] in IN else None
        if goal is not None and analysis.pos[goal] == "PROPN" and analysis.pos[token] == "ADP":
            place = named_place(analysis, goal, analysis.span(goal, goal + 1))
            if place is None or place.city:
                yield token, goal, place


def _paired(analysis: Analysis, noun: int, places: list[tuple[int, int, Place | None]], last: int) -> Iterator[Listed]:
    """Each place with the one day between it and the next place; nothing if a place has none or two."""
    found = []
    kind = KINDS[analysis.lemmas[noun]]
    for number, (prep, name, place) in enumerate(places):
        stop = places[number + 1][0] if number + 1 < len(places) else last
        low, high = analysis.ends[name], analysis.ends[stop - 1]
        days = [
            (time.date, time.span) for time in analysis.times
            if low <= time.span.start and time.span.end <= high and time.kind is TimeKind.DATE
            and time.date is not None and time.date.start is not None and time.date.precision == "day"
        ]  # fmt: skip
        if len(days) != 1:
            return
        date, words = days[0]
        own = analysis.span(name, name + 1)
        where = place or Place(city=analysis.word(name), evidence=(analysis.evidence(own),))
        event = EncounterEvent(Trigger(name, own, analysis.lemmas[name], True, CONFIDENCE), kind, False, ())
        found.append(Listed(noun, event, Span(analysis.starts[prep], words.end), where, date))
    yield from found
