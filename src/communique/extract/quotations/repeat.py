"""Quotations that say again what the same document quoted before."""

import re
from collections.abc import Sequence

from communique.model import Quotation

WORD = re.compile(r"\w+(?:['’]\w+)*")
FEWEST = 4


def earlier_same(quotations: Sequence[Quotation]) -> dict[str, str]:
    """Id of a quotation -> id of the first earlier one with the same words (four at least), same or no speaker."""
    first: dict[tuple[str, ...], Quotation] = {}
    found: dict[str, str] = {}
    for own in quotations:
        words = tuple(word.lower() for part in own.content for word in WORD.findall(part.quote))
        if len(words) < FEWEST:
            continue
        before = first.setdefault(words, own)
        if before is not own and (before.speaker == own.speaker or own.speaker is None):
            found[own.id] = before.id
    return found
