"""On which encounter a statement was made: what a participant says next to the report of it.

Source: gold rule "encounter of a statement": words of somebody who took part, reported with the encounter; an interview, a
post or a statement on another day has no occasion.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from communique.model import DateBasis, EncounterMention, EncounterStatus, Quotation

REACH = 2_000
HAPPENED = frozenset({EncounterStatus.HELD, EncounterStatus.ONGOING, EncounterStatus.CANCELLED})
ELSEWHERE = ("interview", "post", "tweet", "social", "article", "column", "book", "op-ed")


def link_occasions(quotations: Sequence[Quotation], encounters: Sequence[EncounterMention]) -> tuple[Quotation, ...]:
    """The quotations with their occasion, and with its day where the text gives no other.

    Args:
        quotations, encounters: of one document; speakers and participants are its local actors.

    Returns:
        The quotations in the same order. A statement belongs to the nearest encounter reported before it, at most 2,000
        characters back, in which its speaker (or, for a nested one, who passes it on) took part.
    """
    places = sorted(
        (words.span.start, number)
        for number, mention in enumerate(encounters)
        if mention.status in HAPPENED
        for words in mention.evidence
    )
    starts = [start for start, _ in places]
    return tuple(_linked(quotation, encounters, places, starts) for quotation in quotations)


def _linked(
    quotation: Quotation, encounters: Sequence[EncounterMention], places: Sequence[tuple[int, int]], starts: Sequence[int]
) -> Quotation:
    if quotation.occasion is not None or quotation.speaker is None or _elsewhere(quotation):
        return quotation
    end = max(words.span.end for words in quotation.evidence)
    start = min(words.span.start for words in quotation.evidence)
    speakers = {quotation.speaker, *quotation.joint_speakers}
    for place in range(bisect_right(starts, end) - 1, -1, -1):
        at, number = places[place]
        if start - at > REACH:
            break
        mention = encounters[number]
        if any(person.actor in speakers for person in mention.participants):
            return _said_there(quotation, mention)
    return quotation


def _elsewhere(quotation: Quotation) -> bool:
    setting = (quotation.setting or "").lower()
    return any(word in setting for word in ELSEWHERE)


def _said_there(quotation: Quotation, mention: EncounterMention) -> Quotation:
    said_on = quotation.said_on
    if said_on is None and mention.date is not None and mention.date.start is not None and not mention.date.window:
        said_on = replace(mention.date, basis=DateBasis.INHERITED)
    return replace(quotation, occasion=mention.id, said_on=said_on)
