"""Sets of words that rules ask for: institution words, speech lemmas, particles ...

Source: `data/word_set.txt`, compiled by hand.
"""

from functools import cache
from importlib.resources import files


@cache
def _sets() -> dict[str, frozenset[str]]:
    text = (files("communique.lexicon") / "data" / "word_set.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("#") or not line:
            continue
        if line.startswith(" "):
            found[name].extend(line.split())
        else:
            name = line.rstrip(":")
            found[name] = []
    return {name: frozenset(words) for name, words in found.items()}


def word_set(name: str) -> frozenset[str]:
    """The words of a set.

    Raises:
        KeyError: there is no set of that name.
    """
    return _sets()[name]
