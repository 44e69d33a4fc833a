"""News agencies and the words by which an article credits them.

Source: `data/agency.yaml`, compiled by hand.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_SHORT = 4


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency. `names`: `name` and further forms; `country`: ISO 3166-1 alpha-2 of its seat."""

    name: str
    names: tuple[str, ...]
    country: str


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies, by name."""
    data = yaml.safe_load((files("communique.lexicon") / "data" / "agency.yaml").read_text(encoding="utf-8"))
    return tuple(Agency(row["name"], (row["name"], *row["names"]), row["country"]) for row in data["agencies"])


def _key(name: str) -> str:
    plain = " ".join(name.replace("’", "'").split())
    return plain if len(plain) <= _SHORT and plain.isascii() and plain != plain.lower() else plain.casefold()


@cache
def _by_key() -> dict[str, Agency]:
    found: dict[str, Agency] = {}
    for agency in agencies():
        for name in agency.names:
            found.setdefault(_key(name), agency)
    return found


def agency_by_name(name: str) -> Agency | None:
    """The agency of that name. Acronyms of up to four letters count only as written ("AP", not "ap")."""
    return _by_key().get(_key(name))


@cache
def _pattern() -> re.Pattern[str]:
    written = {name for agency in agencies() for name in agency.names}
    capitals = {name.upper() for name in written if len(name) > _SHORT and name.upper() != name}
    names = sorted(written | capitals, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names) + r")(?!\w)")


def find_agencies(text: str) -> tuple[tuple[int, int, Agency], ...]:
    """Agencies named in `text`, as (start, end, agency), in text order.

    Case counts, but for names in capitals. Use it on short lines: "AA" or "MAP" in running prose need not be an agency.
    """
    found = []
    for match in _pattern().finditer(text):
        agency = agency_by_name(" ".join(match[0].split()))
        if agency is not None:
            found.append((match.start(), match.end(), agency))
    return tuple(found)
