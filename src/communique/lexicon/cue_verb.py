"""Words that show who said something: reporting verbs by what their complement means, nouns of speech, source words.

Source: `data/cue_verb.yaml`, which says what each list is for.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class CueWords:
    """The lists of `data/cue_verb.yaml`, as sets of lemmas."""

    speech: frozenset[str]
    thought: frozenset[str]
    wish: frozenset[str]
    nominal: frozenset[str]
    answering: frozenset[str]
    label: frozenset[str]
    light: frozenset[str]
    carried: frozenset[str]
    prepositional: frozenset[str]
    addressed: frozenset[str]
    directive: frozenset[str]
    standing: frozenset[str]
    noun: frozenset[str]
    retold: frozenset[str]
    document: frozenset[str]
    outlet: frozenset[str]
    anonymous: frozenset[str]
    audience: frozenset[str]
    setting: frozenset[str]

    @property
    def attitude(self) -> frozenset[str]:
        """Verbs of inner states: no statement unless words are quoted."""
        return self.thought | self.wish

    @property
    def prepared(self) -> frozenset[str]:
        """Verbs that are of speech with a preposition."""
        return frozenset(own.split()[0] for own in self.prepositional)


@cache
def cue_words() -> CueWords:
    """The cue words of English, read once."""
    data = yaml.safe_load((files("communique.lexicon") / "data" / "cue_verb.yaml").read_text(encoding="utf-8"))
    return CueWords(**{name: frozenset(data[name]) for name in CueWords.__dataclass_fields__})
