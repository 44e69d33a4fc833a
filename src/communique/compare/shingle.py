"""Texts as sets of word sequences that survive light editing, and an inverted index over them.

Words go in under their key (lower case, no ending, synonyms joined); sequences hold content words only, so that a changed
"the" or "which" breaks nothing. Words between quotation marks are kept apart: two papers that quote one speech at length
are no reprints of each other.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain

import numpy as np

from communique.lexicon.content_word import content_words

LENGTH = 3
LONGEST_TEXT = 200_000
MOST_HOLDERS = 24
QUOTED = re.compile('["“”„«]([^"“”„«»\n]{1,2000})["“”»]')


@dataclass(frozen=True, slots=True)
class Shingles:
    """A text as hashed sequences of three content words: those outside and those inside quotation marks."""

    own: frozenset[int]
    quoted: frozenset[int]


def shingle(text: str) -> Shingles:
    """The sequences of a text; beyond 200,000 characters the rest is not looked at."""
    text = text[:LONGEST_TEXT]
    inside = [match.group(1) for match in QUOTED.finditer(text)]
    outside = QUOTED.sub("\n", text)
    own = frozenset(key for part in outside.split("\n") for key in _sequences(content_words(part)))
    quoted = frozenset(key for part in inside for key in _sequences(content_words(part)))
    return Shingles(own, quoted - own)


def _sequences(words: Sequence[str]) -> list[int]:
    return [_hash(" ".join(words[at : at + LENGTH])) for at in range(len(words) - LENGTH + 1)]


def _hash(words: str) -> int:
    """A hash that is the same in every run and process."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")


def _repeated(sets: Collection[frozenset[int]]) -> frozenset[int]:
    """The sequences that more than one text holds: a few of millions, so that the index over them stays small."""
    total = sum(len(found) for found in sets)
    ordered = np.sort(np.fromiter(chain.from_iterable(sets), dtype=np.uint64, count=total))
    return frozenset(np.unique(ordered[1:][ordered[1:] == ordered[:-1]]).tolist())


def count_shared(sets: Mapping[str, frozenset[int]]) -> dict[tuple[str, str], int]:
    """How many sequences two texts share, for every pair that shares one.

    Each sequence links its holders to the first 24 of them alone (by id), so the work grows with the texts, not with
    their pairs; reprints beyond that still meet through the first ones.
    """
    holders: dict[int, list[str]] = defaultdict(list)
    shared: Counter[tuple[str, str]] = Counter()
    repeated = _repeated(sets.values())
    for name in sorted(sets):
        for key in sets[name] & repeated:
            first = holders[key]
            for other in first:
                shared[other, name] += 1
            if len(first) < MOST_HOLDERS:
                first.append(name)
    return dict(shared)
