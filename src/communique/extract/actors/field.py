"""Where the field of an office ends and its holder's name begins: "Minister of Economic Development Karine Saro"."""

from collections.abc import Sequence

from communique.lexicon.word_set import word_set

FIELDS = word_set("fields")
LINKS = frozenset({"and", "&", ","})
DEPARTMENTAL = frozenset({"minister", "secretary", "undersecretary", "commissioner", "state"})
LONGEST = 12


def field_end(words: Sequence[str], first: int, last: int) -> int | None:
    """The token behind the field words that a run of capitalised words [first, last) opens with, where it follows an office
    and "of" or "for" and a name follows them; None elsewhere."""
    end = first
    while end < last and words[end].casefold() in FIELDS:
        end += 1
    return end if first < end < last and _follows_office(words, first) else None


def _follows_office(words: Sequence[str], first: int) -> bool:
    at = first - 1
    while at > max(0, first - LONGEST) and words[at].casefold() in LINKS | FIELDS:
        at -= 1
    if at < 1 or words[at].casefold() not in {"of", "for"}:
        return False
    return words[at - 1].casefold().removeprefix("under-").removeprefix("vice-") in DEPARTMENTAL
