"""At which level an encounter is said to be: "ministerial", "at the level of deputy ministers", "expert talks"."""

import re
from collections.abc import Sequence

from communique.extract.encounters.anchor import Anchor
from communique.model import Analysis, EncounterMention

LEVELS = (
    ("sub-ministerial", r"sub-?ministerial|deputy[- ](?:foreign )?ministers?|vice[- ]ministerial|level of deputy"),
    ("ministerial", r"ministerial|level of (?:foreign )?ministers|foreign ministers' (?:meeting|talks)"),
    ("heads of state", r"heads of (?:state|government)|leaders'? (?:meeting|summit)|presidential[- ]level"),
    (
        "expert",
        r"expert[- ]level|technical[- ]level|level of experts|(?:technical|expert) (?:talks|meeting|consultations|round)",
    ),
    ("ambassadorial", r"ambassadorial|level of ambassadors"),
    ("senior officials", r"senior[- ]officials?[- ](?:level|meeting|talks)|high-level"),
)
PATTERNS = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in LEVELS)
AROUND = 60


def levels_of(
    analysis: Analysis, anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]
) -> tuple[str | None, ...]:
    """The level that words within 60 characters of an encounter's word, in its sentence, give it; else what it had."""
    found = [mention.level for mention in encounters]
    for anchor in anchors:
        sentence = analysis.sentence_span(anchor.sentence)
        low = max(sentence.start, analysis.starts[anchor.token] - AROUND)
        words = analysis.text[low : min(sentence.end, analysis.ends[anchor.token] + AROUND)]
        own = next((name for name, pattern in PATTERNS if pattern.search(words)), None)
        found[anchor.number] = found[anchor.number] or own
    return tuple(found)
