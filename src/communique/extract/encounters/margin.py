"""Where people met who met during talks: "the delegations held three days of talks in Lima. On Tuesday, X met Y for an hour".

On a day of the talks, among people of the talks or people not told, and told without a place: in the city of the talks.
"""

from dataclasses import replace

from communique.lexicon.calendar import contains, is_known
from communique.model import EncounterKind, EncounterMention, EncounterStatus

TALKS = frozenset({EncounterKind.ROUND, EncounterKind.SUMMIT, EncounterKind.CONFERENCE, EncounterKind.CONSULTATION})
SITTINGS = frozenset({EncounterKind.MEETING, EncounterKind.ROUND})


def at_the_talks(encounters: tuple[EncounterMention, ...]) -> tuple[EncounterMention, ...]:
    """The mentions in their order; those held within talks get the place of the talks, if they have none of their own."""
    talks = [own for own in encounters if _is_held(own) and own.kind in TALKS and own.place is not None and own.place.city]
    return tuple(_placed(own, talks) if _is_held(own) and own.place is None else own for own in encounters)


def _is_held(mention: EncounterMention) -> bool:
    return mention.status is EncounterStatus.HELD and mention.date is not None and is_known(mention.date)


def _placed(mention: EncounterMention, talks: list[EncounterMention]) -> EncounterMention:
    found = [own for own in talks if own is not mention and _is_within(mention, own)]
    cities = {own.place.city for own in found if own.place is not None}
    return replace(mention, place=found[0].place) if len(cities) == 1 else mention


def _is_within(mention: EncounterMention, talks: EncounterMention) -> bool:
    if mention.date is None or talks.date is None or mention.kind not in SITTINGS or mention.date.precision != "day":
        return False
    ours = {own.actor for own in mention.participants if own.present}
    theirs = {own.actor for own in talks.participants if own.present}
    return contains(talks.date, mention.date) and (not ours or bool(ours & theirs))
