"""States called by a point of the compass: "the North", "the South's delegate", "South and North Korea".

Only for states that share the rest of their names, and only in documents that give one of the names in full.
"""

from collections.abc import Sequence

from communique.model import Analysis

SHARED = {
    "Korea": ({"north": "KP", "south": "KR"}, ("North Korea", "South Korea", "DPRK", "Koreas", "Republic of Korea")),
    "Sudan": ({"north": "SD", "south": "SS"}, ("South Sudan",)),
}
SIDES = frozenset({"side", "delegation", "delegate", "team", "chief", "negotiator", "'s"})


def compass_names(text: str) -> dict[str, tuple[str, str]]:
    """Point of the compass in lower case -> (ISO code, shared part of the name), where the text calls for it."""
    found: dict[str, tuple[str, str]] = {}
    for shared, (points, names) in SHARED.items():
        if not found and any(name in text for name in names):
            found = {point: (code, shared) for point, code in points.items()}
    return found


def is_compass_name(analysis: Analysis, words: Sequence[str], i: int, shared: str) -> bool:
    """Whether token `i`, a point of the compass, stands for a state here."""
    word = words[i]
    before = words[i - 1].casefold() if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    if after in ("and", ",") and words[i + 3 : i + 4] == [shared] and words[i + 2 : i + 3] in (["North"], ["South"]):
        return True
    if word[0].islower():
        return before in ("the", "and") and after.casefold() in SIDES
    opens = i == analysis.sentences[analysis.sentence_of[i]][0]
    if opens and before != "the":
        return after == "'s" or (i + 1 < len(words) and analysis.pos[i + 1] in ("VERB", "AUX"))
    return before in ("the", "and") and not after[:1].isupper() and after not in ("of", "-")
