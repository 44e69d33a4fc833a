"""Content words of short texts, in a form that translations and editors leave alone: lower case, no ending, synonyms."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

ENDINGS = (
    ("ations", ""), ("ation", ""), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""), ("ment", ""), ("ion", ""),
)  # fmt: skip
SHORT = 2_000
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@cache
def _lists() -> dict[str, Any]:
    text = (files("communique.lexicon") / "data" / "content_word.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@cache
def _empty() -> frozenset[str]:
    return frozenset(_lists()["empty"])


@cache
def _negations() -> frozenset[str]:
    return frozenset(_lists()["negation"])


@cache
def _synonyms() -> dict[str, str]:
    return {stem(word): stem(group[0]) for group in _lists()["synonyms"] for word in group}


def synonyms() -> tuple[tuple[str, ...], ...]:
    """Groups of words that stand for each other."""
    return tuple(tuple(group) for group in _lists()["synonyms"])


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without the commonest endings; short words stay whole."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeios" else word


def key_of(word: str) -> str:
    """The form under which a word meets its inflections and synonyms."""
    base = stem(word)
    return _synonyms().get(base, base)


def content_words(text: str) -> tuple[str, ...]:
    """Keys of the words that carry content, in order; empty words and negations are left out."""
    return _of_short(text) if len(text) <= SHORT else _read(text)


@lru_cache(maxsize=16384)
def _of_short(text: str) -> tuple[str, ...]:
    return _read(text)  # one remark is compared with many others, its words are read once


def _read(text: str) -> tuple[str, ...]:
    return tuple(key for word in WORD.findall(text.lower()) if (key := _content_key(word)))


@lru_cache(maxsize=65536)
def _content_key(word: str) -> str:
    """The key of a word in lower case; "" for empty words and negations."""
    return "" if word in _empty() or is_negation(word) else key_of(word)


def is_negation(word: str) -> bool:
    """Whether the word denies ("not", "didn't")."""
    return word in _negations() or word.replace("’", "'").endswith("n't")


def numbers(text: str) -> frozenset[str]:
    """Numbers in figures."""
    return frozenset(re.findall(r"\d+(?:[.,]\d+)*", text))
