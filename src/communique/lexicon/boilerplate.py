"""Phrases of what surrounds an article: buttons, menus, notices, captions, credits, notes, in a dozen languages.

Source: `data/boilerplate.yaml`, compiled by hand; the file says what each list is for.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts without blanks: each sign is a word
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:['’-][^\W_{_UNSPACED}]+)*")


def words_of(text: str) -> list[tuple[int, int, str]]:
    """Words of `text` as (start, end, folded word), in order; folded: lower case, straight apostrophes, one letter i."""
    return [(match.start(), match.end(), _folded(match[0])) for match in _WORD.finditer(text)]


def _folded(word: str) -> str:
    """Lower case, the Turkish letters i without and with dot as one."""
    folded = word.casefold().replace("’", "'")
    return folded if folded.isascii() else folded.replace("i\u0307", "i").replace("ı", "i")


class Phrases:
    """A list of phrases, looked up by words."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(word for _, _, word in words_of(phrase))
            self._by_first.setdefault(words[0], []).append(words)
        for found in self._by_first.values():
            found.sort(key=len, reverse=True)

    def at(self, words: Sequence[str], place: int = 0) -> int:
        """Number of words of the longest phrase that stands at `place`; 0 if none does."""
        if place >= len(words):
            return 0
        for phrase in self._by_first.get(words[place], ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def inside(self, words: Sequence[str]) -> bool:
        """Whether any phrase stands anywhere in `words`."""
        return any(self.at(words, place) for place in range(len(words)))


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    text = (files("communique.lexicon") / "data" / "boilerplate.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


def phrase_lists() -> tuple[str, ...]:
    """Names of the lists."""
    return tuple(_data())


@cache
def phrases(name: str) -> Phrases:
    """One list, all languages together, because pages mix languages."""
    return Phrases([phrase for language in _data()[name].values() for phrase in language])
