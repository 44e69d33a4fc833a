"""Many phrases looked up in one pass over a text."""

import re
from collections.abc import Sequence
from typing import Any

TOKEN = re.compile(r"[^\W_]+")
PATTERN_TOKEN = re.compile(r"[^\W_]+\*?|\*")
MAX_GAP = 3
GAP = "*"


def stem(word: str) -> str:
    """The word in lower case without a plural ending."""
    word = word.lower()
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def words_of(text: str, pattern: bool = False) -> tuple[str, ...]:
    """Stems of the words of `text`, in order; possessive "s" left out.

    Args:
        pattern: keep the star of "word*" (any ending) and the lone star (up to three words).
    """
    found = (PATTERN_TOKEN if pattern else TOKEN).findall(text)
    return tuple(word.lower() if word.endswith("*") else stem(word) for word in found if word not in ("s", "S"))


class PhraseIndex:
    """A trie of phrases: looking up costs one walk a word, whatever the number of phrases."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}
        self._prefixes: set[int] = set()

    def add(self, words: Sequence[str], payload: Any) -> None:
        """Add a phrase. A word that ends in "*" matches any ending; a lone "*" up to three words."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
            if word.endswith(GAP) and word != GAP:
                self._prefixes.add(len(word) - 1)
        node.setdefault("", []).append(payload)

    def find(self, words: Sequence[str]) -> list[tuple[int, int, Any]]:
        """Every phrase in `words` as (first word, one past the last word, payload), by first word, then last."""
        found: list[tuple[int, int, Any]] = []
        for start in range(len(words)):
            self._walk(self._root, words, start, start, found)
        return sorted(found, key=lambda hit: (hit[0], hit[1]))

    def _walk(
        self, node: dict[str, Any], words: Sequence[str], start: int, at: int, found: list[tuple[int, int, Any]]
    ) -> None:
        for payload in node.get("", ()):
            found.append((start, at, payload))
        if at < len(words):
            word = words[at]
            for own in (word, *(word[:size] + GAP for size in sorted(self._prefixes) if size <= len(word))):
                if own in node:
                    self._walk(node[own], words, start, at + 1, found)
        if GAP in node:
            for skip in range(MAX_GAP + 1):
                if at + skip < len(words):
                    self._walk(node[GAP], words, start, at + skip, found)
