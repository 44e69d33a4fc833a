"""A gazetteer of cities: names and spellings, country, degrees, population.

Source: GeoNames cities with at least 15,000 people (CC BY 4.0), cut by `build/place.py`.
"""

import gzip
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One city. `country` is ISO 3166-1 alpha-2, degrees are WGS 84."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int


def place_key(name: str) -> str:
    """The form under which places are looked up: no accents, lower case, blanks for hyphens, no apostrophes."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    letters = (" " if mark in "-‐‑–" else mark for mark in plain if not unicodedata.combining(mark))
    return " ".join("".join(mark for mark in letters if mark not in "'ʻʼ`.").split())


@cache
def _load() -> tuple[list[str], list[str]]:
    """Rows, most populous first, and the sorted index "key<TAB>row,row"."""
    packed = (files("communique.lexicon") / "data" / "place.tsv.gz").read_bytes()
    rows, names = gzip.decompress(packed).decode().split("\n\n", 1)
    return rows.split("\n")[1:], names.rstrip("\n").split("\n")


@lru_cache(maxsize=20_000)
def find_place(name: str) -> tuple[GazetteerEntry, ...]:
    """Cities of that name in any spelling the gazetteer knows, most populous first; () if there is none.

    Case, accents and hyphens do not count, so a caller decides whether the words are a name at all ("Nice", "Reading").
    """
    key = place_key(name)
    if not key:
        return ()
    rows, names = _load()
    at = bisect_left(names, key + "\t")
    if at == len(names) or not names[at].startswith(key + "\t"):
        return ()
    return tuple(_entry(rows[int(number)]) for number in names[at].partition("\t")[2].split(","))


def _entry(row: str) -> GazetteerEntry:
    name, country, latitude, longitude, population = row.split("\t")
    return GazetteerEntry(name, country, float(latitude), float(longitude), int(population))
