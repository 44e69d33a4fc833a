"""Texts as sets of word sequences that survive light editing, and an inverted index over them.

Words go in under their key (lower case, no ending, synonyms joined); sequences hold content words only, so that a changed
"the" or "which" breaks nothing. Words between quotation marks are kept apart: two papers that quote one speech at length
are no reprints of each other.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from communique.lexicon.content_word import content_words

LENGTH = 3
FACTORS = tuple(np.uint64(own) for own in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
LONGEST_TEXT = 200_000
MOST_HOLDERS = 24
QUOTED = re.compile('["“”„«]([^"“”„«»\n]{1,2000})["“”»]')


Keys = np.ndarray[tuple[int], np.dtype[np.uint64]]


@dataclass(frozen=True, slots=True, eq=False)
class Shingles:
    """A text as hashed sequences of three content words: those outside and those inside quotation marks.

    Both are sorted, each key once: eight bytes a sequence, where a set would take a hundred.
    """

    own: Keys
    quoted: Keys

    @property
    def all(self) -> Keys:
        """The sequences of both."""
        return np.union1d(self.own, self.quoted)


def shingle(text: str) -> Shingles:
    """The sequences of a text; beyond 200,000 characters the rest is not looked at."""
    text = text[:LONGEST_TEXT]
    inside = [match.group(1) for match in QUOTED.finditer(text)]
    outside = QUOTED.sub("\n", text)
    own = _keys(outside.split("\n"))
    return Shingles(own, np.setdiff1d(_keys(inside), own, assume_unique=True))


def _keys(parts: Sequence[str]) -> Keys:
    found = [_sequences(content_words(part)) for part in parts]
    return np.unique(np.concatenate(found)) if found else np.array([], dtype=np.uint64)


def _sequences(words: Sequence[str]) -> Keys:
    """One number for each sequence: those of its words, each times another odd factor, so that their order counts."""
    if len(words) < LENGTH:
        return np.array([], dtype=np.uint64)
    numbers = np.fromiter(map(_hash, words), dtype=np.uint64, count=len(words))
    size = len(words) - LENGTH + 1
    made: Keys = np.zeros(size, dtype=np.uint64)
    for place, factor in enumerate(FACTORS):
        made += numbers[place : place + size] * factor
    return made


@lru_cache(maxsize=65_536)
def _hash(word: str) -> int:
    """A hash that is the same in every run and process."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


def _repeated(sets: Collection[Keys]) -> Keys:
    """The sequences that more than one text holds: a few of millions, so that the index over them stays small."""
    ordered = np.sort(np.concatenate(list(sets))) if sets else np.array([], dtype=np.uint64)
    return np.unique(ordered[1:][ordered[1:] == ordered[:-1]])


def count_shared(sets: Mapping[str, Keys]) -> dict[tuple[str, str], int]:
    """How many sequences two texts share, for every pair that shares one.

    Each sequence links its holders to the first 24 of them alone (by id), so the work grows with the texts, not with
    their pairs; reprints beyond that still meet through the first ones.
    """
    holders: dict[int, list[str]] = defaultdict(list)
    shared: Counter[tuple[str, str]] = Counter()
    repeated = _repeated(sets.values())
    for name in sorted(sets):
        for key in _among(sets[name], repeated).tolist():
            first = holders[key]
            for other in first:
                shared[other, name] += 1
            if len(first) < MOST_HOLDERS:
                first.append(name)
    return dict(shared)


def _among(keys: Keys, known: Keys) -> Keys:
    """Those of some keys that are known; both sorted."""
    if not len(known):
        return known
    places = np.searchsorted(known, keys).clip(max=len(known) - 1)
    found: Keys = keys[known[places] == keys]
    return found
