"""Readable, stable ids for what is assembled from many documents."""

import re
from collections.abc import Iterable
from hashlib import blake2b

from anyascii import anyascii

NOT_WORD = re.compile(r"[^a-z0-9]+")
LONGEST = 60


def slug(words: str) -> str:
    """`words` as lower-case ASCII with hyphens, at most 60 characters; "x" if nothing is left."""
    plain = NOT_WORD.sub("-", anyascii(words).lower().replace("'", "")).strip("-")
    return plain[:LONGEST].rstrip("-") or "x"


def digest(*parts: str, size: int = 6) -> str:
    """A short hash of `parts`."""
    return blake2b("\x1f".join(parts).encode(), digest_size=size).hexdigest()


def unique_ids(wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """An id for every (key, words): the slug of the words, and a hash of the key where several have the same slug."""
    pairs = list(wanted)
    count: dict[str, int] = {}
    for _, words in pairs:
        count[slug(words)] = count.get(slug(words), 0) + 1
    return {key: slug(words) if count[slug(words)] == 1 else f"{slug(words)}-{digest(key)}" for key, words in pairs}
