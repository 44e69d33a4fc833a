"""Words of a text with their vocabulary pieces: the uncased WordPiece of BERT, with offsets.

A word is what BERT's basic tokenizer calls a token: a run of letters and digits, or one other visible sign.
Source: Devlin et al. 2019; "do lower case, strip accents" form, words longer than 100 characters are unknown.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PAD, UNKNOWN, CLS, SEP, MASK = 0, 100, 101, 102, 103
MAX_WORD = 100
MAX_PIECES = 16
CACHE_LIMIT = 200_000

_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_WORD = re.compile(
    rf"[{_IDEOGRAPHS}]|(?:(?![{_IDEOGRAPHS}])[^\W_])(?:(?![{_IDEOGRAPHS}])[^\W_]|[\u0300-\u036f])*|``|''|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one text, as parallel lists.

    Attributes:
        starts, ends: code point offsets, half-open, text order, no overlap.
        pieces: vocabulary numbers of each word, at least one.
    """

    starts: list[int]
    ends: list[int]
    pieces: list[tuple[int, ...]]


class WordPiece:
    """Splits text into words and pieces. One instance may serve any number of texts."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {token: number for number, token in enumerate(vocabulary)}
        self._cache: dict[str, tuple[int, ...]] = {}

    @classmethod
    def from_file(cls, path: Path) -> "WordPiece":
        """The tokenizer of a `vocab.txt`, one piece a line, in order of number."""
        return cls(path.read_text(encoding="utf-8").split("\n")[:-1])

    def words(self, text: str) -> Words:
        """All words of the text in order; blanks and invisible signs belong to none."""
        starts: list[int] = []
        ends: list[int] = []
        pieces: list[tuple[int, ...]] = []
        for match in _WORD.finditer(text):
            word = match.group()
            found = self._cache.get(word)
            if found is None:
                found = self._split(word)
                if len(self._cache) >= CACHE_LIMIT:
                    self._cache.clear()
                if len(word) <= MAX_WORD:
                    self._cache[word] = found
            if found:
                starts.append(match.start())
                ends.append(match.end())
                pieces.append(found)
        return Words(starts, ends, pieces)

    def _split(self, word: str) -> tuple[int, ...]:
        """Pieces of one word, longest match first; empty for an invisible sign."""
        if len(word) > MAX_WORD:
            return (UNKNOWN,)
        if len(word) == 1 and unicodedata.category(word) in ("Cc", "Cf", "Co", "Cs"):
            return ()
        if word in ("``", "''"):
            word = '"'
        bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        found: list[int] = []
        start = 0
        while start < len(bare):
            for end in range(len(bare), start, -1):
                number = self._ids.get(("##" if start else "") + bare[start:end])
                if number is not None:
                    break
            else:
                return (UNKNOWN,)
            found.append(number)
            start = end
        return tuple(found) if 0 < len(found) <= MAX_PIECES else (UNKNOWN,)
