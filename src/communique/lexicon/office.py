"""The grammar of offices: head nouns, what stands before them, and what a status word says.

Source: `data/office.psv`, compiled by hand.
"""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from communique.lexicon.word_set import word_set

STATUS_WORDS = {
    "former": "former",
    "ex": "former",
    "late": "former",
    "past": "former",
    "previous": "former",
    "ousted": "former",
    "deposed": "former",
    "retired": "former",
    "then": "former",
    "one-time": "former",
    "onetime": "former",
    "erstwhile": "former",
    "acting": "acting",
    "interim": "acting",
    "caretaker": "acting",
    "future": "designate",
    "incoming": "designate",
    "designate": "designate",
    "elect": "designate",
    "designated": "designate",
    "prospective": "designate",
    "nominee": "designate",
}
HONORIFICS = {
    **dict.fromkeys(word_set("honorifics_m"), "m"),
    **dict.fromkeys(word_set("honorifics_f"), "f"),
    **dict.fromkeys(word_set("honorifics"), ""),
}
DEPUTY_WORDS = frozenset({"deputy", "vice", "assistant", "under", "associate", "acting", "junior"})
COMPOUND_TAILS = {
    "secretary": ("of state", "of defense", "of defence", "of commerce", "of the treasury", "of energy", "general"),
    "minister": ("of foreign affairs", "of external affairs", "for foreign affairs", "of defence", "of defense"),
    "chief": ("of staff", "of protocol"),
    "head": ("of state", "of government", "of delegation", "of mission"),
    "commander": ("in chief", "-in-chief"),
    "director": ("general",),
    "attorney": ("general",),
    "consul": ("general",),
    "chargé": ("d'affaires",),
    "charge": ("d'affaires",),
}
OFFICE_CLASSES = word_set("office_classes")
GO_BETWEEN = frozenset({"mediator", "facilitator", "broker"})
GOVERNMENT_CLASSES = frozenset({"leader", "royal", "minister", "envoy", "adviser", "military", "legislator"})
SOURCE_WORDS = frozenset({"source", "sources", "insider", "insiders", "witness", "witnesses"})
ANONYMOUS_CLASSES = frozenset({"official", "envoy", "adviser", "speaker", "minister", "expert", "legislator", "military"})
PREFIXES = frozenset({"vice", "deputy", "ex", "co", "sub", "interim", "acting", "then", "former"})


@dataclass(frozen=True, slots=True)
class OfficeHead:
    """A noun that heads an office ("minister"). `gender` is "m", "f" or ""; `plural` says which form was asked for."""

    noun: str
    group: str
    gender: str
    plural: bool


@cache
def _heads() -> dict[str, OfficeHead]:
    text = (files("communique.lexicon") / "data" / "office.psv").read_text(encoding="utf-8")
    found: dict[str, OfficeHead] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            noun, plural, group, gender = line.split("|")
            found.setdefault(noun, OfficeHead(noun, group, gender, False))
            found.setdefault(plural, OfficeHead(noun, group, gender, noun != plural))
    return found


def office_head(word: str) -> OfficeHead | None:
    """What an office noun means, singular or plural, in any case; None for other words. "Vice-minister" is a minister."""
    bare = word.casefold()
    found = _heads().get(bare)
    prefix, hyphen, rest = bare.partition("-")
    return _heads().get(rest) if found is None and hyphen and prefix in PREFIXES else found


def title_head(title: str) -> OfficeHead | None:
    """The head noun of a whole title: "negotiator" of "President Sorel's negotiator", "head" of "head of the president's
    office"; None for a title without a known noun."""
    words = title.casefold().replace("’", "'").split()
    owners = [k for k, word in enumerate(words) if word.endswith(("'s", "s'"))]
    links = [k for k, word in enumerate(words) if word in ("of", "for", "to", "at", "in", "on", "and", "under")]
    end = links[0] if links else len(words)
    start = max((k + 1 for k in owners if k < end), default=0)
    found = [head for word in words[start:end] if (head := office_head(word.strip("\"'.,"))) is not None]
    if found and found[-1].noun == "minister" and "prime" in words[start:end]:
        return replace(found[-1], group="leader")
    return found[-1] if found else next((head for word in words if (head := office_head(word)) is not None), None)


def title_nouns(title: str) -> frozenset[str]:
    """Head nouns of the offices that a title joins with "and"; () where none is known."""
    return frozenset(head.noun for part in title.casefold().split(" and ") if (head := title_head(part)) is not None)


def title_groups(title: str) -> frozenset[str]:
    """Groups of the offices that a title joins with "and"."""
    return frozenset(head.group for part in title.casefold().split(" and ") if (head := title_head(part)) is not None)
