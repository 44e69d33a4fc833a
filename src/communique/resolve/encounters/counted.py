"""Which of a series an encounter is: "the second round", "round three", "the Lima round was the second"."""

import re

from communique.lexicon.numeral import CARDINALS, ORDINALS
from communique.model import EncounterMention

MOST = 30
NOUN = r"(?P<noun>rounds?|phases?|talks|negotiations?|meetings?|summits?|consultations?|conferences?)"
COUNTS = {word: value for word, value in ORDINALS.items() if value <= MOST}
NUMBERS = {word: value for word, value in CARDINALS.items() if 1 <= value <= MOST}
UNIT = r"of|days?|weeks?|months?|years?|times?|hal(?:f|ves)|sessions?|attempts?|parts?|stages?|legs?|since"
ORDINAL = rf"(?P<count>{'|'.join(sorted(COUNTS, key=len, reverse=True))}|\d{{1,2}}(?:st|nd|rd|th))"
NUMBER = rf"(?P<count>{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|[1-9]\d?)"
OF = r"(?: of (?:[\w'’-]+ ){0,2}(?:talks|negotiations?|consultations?|meetings?|dialogue))?"  # "second round of the talks"
BEFORE = re.compile(rf"\b{ORDINAL}(?:,? and (?:final|last))?(?: (?!(?:{UNIT})\b)[\w'’-]+){{0,2}} {NOUN}\b{OF}", re.I)
AFTER = re.compile(rf"\b(?P<noun>round) {NUMBER}\b", re.I)
IS = re.compile(rf"\b{NOUN} (?:is|was|will be|would be) (?:the|their) {ORDINAL}\b", re.I)
RECORD = re.compile(r"\W+(?:\w+\W+){0,3}?(?:since|in \w+ (?:years?|months?|weeks?|decades?)|ever|of its kind)\b", re.I)


def count_of(mention: EncounterMention) -> int | None:
    """The place in its series that the words of a mention give; None if they give none or several.

    "The first talks since the war" counts no series, and "a first meeting" need not have a second: a first one counts for
    rounds alone. The words around the trigger go before the other places that speak of the encounter.
    """
    own = mention.evidence[0]
    low, high = mention.trigger.span.start - own.span.start, mention.trigger.span.end - own.span.start
    near = {count for count, start, end in _counts(own.quote) if start < high and low < end}
    found = near or {count for evidence in mention.evidence for count, _, _ in _counts(evidence.quote)}
    return found.pop() if len(found) == 1 else None


def _counts(words: str) -> list[tuple[int, int, int]]:
    """(place in the series, start, end) of every count in some words."""
    found = []
    for pattern in (BEFORE, AFTER, IS):
        for match in pattern.finditer(words):
            count = _value(match["count"].lower())
            rounds = match["noun"].lower().startswith(("round", "phase"))
            if count and (rounds or (count > 1 and not RECORD.match(words, match.end()))):
                found.append((count, match.start(), match.end()))
    return found


def _value(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else COUNTS.get(word) or NUMBERS.get(word) or 0
