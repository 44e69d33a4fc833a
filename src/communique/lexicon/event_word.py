"""Words for events: their base form, and whether two of them can mean the same ("struck", "hit"; "acquisition", "acquire").

Source: `data/event_word.tsv.gz`, cut from WordNet 3.0 by `build/event_word.py`; `data/event_pair.txt`, from ECB+ (CC BY
3.0), train part, by `training/coreference`.
"""

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

ENDINGS = (
    ("ies", "y"), ("sses", "ss"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""),
    ("ing", "e"), ("ing", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Table:
    concepts: dict[str, tuple[int, ...]]
    above: tuple[frozenset[int], ...]
    forms: dict[str, str]


@cache
def _load() -> _Table:
    packed = (files("communique.lexicon") / "data" / "event_word.tsv.gz").read_bytes()
    lemmas, parents, forms = gzip.decompress(packed).decode().split("\n\n")
    rows = [line.split("\t") for line in lemmas.split("\n") if not line.startswith("#")]
    return _Table(
        {name: tuple(map(int, numbers.split(","))) for name, numbers in rows},
        tuple(frozenset(map(int, line.split(","))) if line != "-" else frozenset() for line in parents.split("\n")),
        dict(line.split("\t") for line in forms.rstrip("\n").split("\n")),
    )


@lru_cache(maxsize=50_000)
def event_lemma(word: str) -> str:
    """The base form of a verb or event noun, lower case; the word itself where the lexicon knows no base form."""
    own = word.lower().removesuffix("'s").removesuffix("’s")
    table = _load()
    if own in table.forms:
        return table.forms[own]
    for end, put in ENDINGS:
        if own.endswith(end) and len(own) - len(end) >= 2:
            base = own[: -len(end)]
            doubled = base[:-1] if base[-2:-1] == base[-1:] else ""
            for known in (base + put, doubled):
                if known in table.concepts:
                    return known
    return own


@lru_cache(maxsize=200_000)
def relation(one: str, two: str) -> str:
    """How two base forms relate: "same", "synonym" (share a frequent sense), "sense" (share a rarer one), "kind" (one
    sense lies above the other), "sibling" (senses of one concept above), "none"."""
    if one == two:
        return "same"
    table = _load()
    left, right = table.concepts.get(one, ()), table.concepts.get(two, ())
    ranks = [left.index(own) + right.index(own) for own in left if own in right]
    if ranks:
        return "synonym" if min(ranks) <= 2 else "sense"
    first, second = left[:2], right[:2]
    if any(other in table.above[own] or own in table.above[other] for own in first for other in second):
        return "kind"
    if any(table.above[own] & table.above[other] for own in first for other in second):
        return "sibling"
    return "none"


@cache
def _learned() -> frozenset[tuple[str, str]]:
    text = (files("communique.lexicon") / "data" / "event_pair.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset((cells[0], cells[1]) for cells in rows)


def is_learned_pair(one: str, two: str) -> bool:
    """Whether news texts have used two base forms for one event more than once (ECB+, train part)."""
    return (min(one, two), max(one, two)) in _learned()
