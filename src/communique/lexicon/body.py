"""International bodies, blocs, institutions, movements and outlets that last, with the words that refer back to them.

Source: `data/body.psv`, compiled by hand.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.lexicon.word_set import word_set

INSTITUTION_WORDS = word_set("institution_words")
MEDIA_WORDS = word_set("media_words")
COMPANY_WORDS = word_set("company_words")
MINISTRY_WORDS = frozenset({"ministry", "department", "office", "secretariat", "treasury"})


@dataclass(frozen=True, slots=True)
class Body:
    """One body.

    Attributes:
        name: usual English name.
        names: `name` and further names, as written.
        subtype: "international", "bloc", "ministry", "agency", "parliament", "movement", "party", "media" ...
        country: ISO code where it belongs to one state.
        heads: lower-case nouns by which texts refer back to it ("the bloc").
    """

    name: str
    names: tuple[str, ...]
    subtype: str
    country: str | None
    heads: tuple[str, ...]


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies, in the order of the table."""
    text = (files("communique.lexicon") / "data" / "body.psv").read_text(encoding="utf-8")
    return tuple(_read(line) for line in text.splitlines() if line and not line.startswith("#"))


def _read(line: str) -> Body:
    name, others, subtype, country, heads = line.split("|")
    names = (name, *(part for part in others.split(";") if part and part != name))
    return Body(name, names, subtype, country or None, tuple(part for part in heads.split(";") if part))


@cache
def _by_name() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for body in bodies():
        for name in body.names:
            found.setdefault(name, body)
    return found


def body_by_name(name: str) -> Body | None:
    """The body of that name, as written; case counts, because many names are acronyms."""
    return _by_name().get(name)
