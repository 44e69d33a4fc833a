"""Words that show which event type of PLOVER a clause reports. Source: `data/plover.yaml`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from communique.lexicon.phrase import PhraseIndex, words_of

WEIGHTS = {"acts": 4.0, "strong": 3.0, "plain": 2.0}


@dataclass(frozen=True, slots=True)
class PloverWords:
    """Cues by type.

    Attributes:
        index: over stems; payload (type, weight, words of the cue).
        order: types, the first wins a tie.
        symmetric: types in which two who act together are source and target both.
    """

    index: PhraseIndex
    order: tuple[str, ...]
    symmetric: frozenset[str]


@cache
def plover_words() -> PloverWords:
    """The event words of English, read once."""
    data = yaml.safe_load((files("communique.lexicon") / "data" / "plover.yaml").read_text(encoding="utf-8"))
    index = PhraseIndex()
    for kind, lists in data["types"].items():
        for name, cues in lists.items():
            for cue in cues:
                words = words_of(cue, pattern=True)
                index.add(words, (kind, WEIGHTS[name], len(words)))
    return PloverWords(index, tuple(data["order"]), frozenset(data["symmetric"]))
