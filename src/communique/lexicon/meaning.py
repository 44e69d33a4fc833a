"""How near two words are in meaning: "begin" and "commence", "decide" and "decision", "overcoat" and "coat".

Source: `data/meaning.tsv.gz`, cut from WordNet 3.0 by `build/meaning.py`.
"""

import gzip
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

SAME, SENSE, KIND, NONE = 1.0, 0.8, 0.5, 0.0
SHORTEST = 3
ENDINGS = (
    ("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ("er", ""), ("est", ""), ("er", "e"), ("est", "e"),
)  # fmt: skip
DOUBLED = ("ed", "ing", "er", "est")


@dataclass(frozen=True, slots=True)
class _Table:
    concepts: dict[str, frozenset[int]]
    above: tuple[frozenset[int], ...]
    forms: dict[str, tuple[str, ...]]


@cache
def _load() -> _Table:
    packed = (files("communique.lexicon") / "data" / "meaning.tsv.gz").read_bytes()
    lemmas, parents, forms = gzip.decompress(packed).decode().split("\n\n")
    rows = (line.split("\t") for line in lemmas.split("\n") if not line.startswith("#"))
    irregular: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in forms.rstrip("\n").split("\n"):
        form, lemma = line.split("\t")
        irregular[form] += (lemma,)
    return _Table(
        {name: frozenset(map(int, numbers.split(","))) for name, numbers in rows},
        tuple(frozenset(map(int, line.split(","))) if line != "-" else frozenset() for line in parents.split("\n")),
        dict(irregular),
    )


def _bases(word: str) -> tuple[str, ...]:
    """Every base form that the word may be an inflection of, itself included."""
    table = _load()
    found = [*table.forms.get(word, ()), word]
    for end, put in ENDINGS:
        if word.endswith(end) and len(word) - len(end) >= 2:
            base = word[: -len(end)]
            found.append(base + put)
            if end in DOUBLED and base[-1] == base[-2]:
                found.append(base[:-1])
    return tuple(own for own in dict.fromkeys(found) if own in table.concepts)


@lru_cache(maxsize=32_768)
def concepts(word: str) -> tuple[frozenset[int], frozenset[int]]:
    """The concepts of a word, lower case and inflected as it may be; and these with the ones above."""
    table = _load()
    own = frozenset(concept for base in _bases(word) for concept in table.concepts[base])
    return own, own | frozenset(top for concept in own for top in table.above[concept])


@lru_cache(maxsize=200_000)
def nearness(one: str, two: str) -> float:
    """How near two words, lower case and inflected as they may be, are in meaning: 1 for the same word, 0.8 where they
    share a frequent sense or a derivation of one, 0.5 where a sense of one is a kind of the other's, 0 for all else."""
    if one == two:
        return SAME
    if min(len(one), len(two)) < SHORTEST:
        return NONE
    (left, left_up), (right, right_up) = concepts(one), concepts(two)
    if left & right:
        return SENSE
    return KIND if left & right_up or right & left_up else NONE
