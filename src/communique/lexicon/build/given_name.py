"""Write `lexicon/data/given_name.tsv.gz` from the Faker package: `python -m communique.lexicon.build.given_name FAKER`.

FAKER is the folder of an unpacked Faker wheel (40.x). Source: Faker's name lists of 77 locales; licence MIT. Names in
Cyrillic, Greek, Armenian and Georgian letters are romanised with anyascii; other scripts are left out, because a letter
by letter romanisation of them is not what English texts write. `given_name_more.txt` is added by hand.
Columns: name (lower case, no accents), gender m, f or u (both), and "s" for a family name.
"""

import gzip
import importlib
import pkgutil
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from anyascii import anyascii

MALE = ("first_names_male", "first_names_male_est", "male_first_names")
FEMALE = ("first_names_female", "female_first_names")
FAMILY = ("last_names", "last_names_male", "last_names_female")
ROMANISED = ("CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "LATIN")
HEADER = "# Faker 40.x, MIT, and given_name_more.txt; made by communique.lexicon.build.given_name\n"


def main() -> None:
    """Write the file."""
    sys.path.insert(0, sys.argv[1])
    genders: dict[str, Counter[str]] = defaultdict(Counter)
    family: set[str] = set()
    data = Path(__file__).parents[1] / "data"
    package = importlib.import_module("faker.providers.person")
    for found in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"faker.providers.person.{found.name}").Provider
        for gender, fields in (("m", MALE), ("f", FEMALE)):
            for name in romanised(provider, fields):
                genders[name][gender] += 1
        family |= romanised(provider, FAMILY)
    for line in (data / "given_name_more.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            gender, names = line.split(": ")
            for name in names.split():
                genders[key(name)][gender] += 5
    rows = [f"{name}\t{decide(genders[name])}" for name in sorted(genders)]
    rows += [f"{name}\ts" for name in sorted(family - genders.keys())]
    with (data / "given_name.tsv.gz").open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write((HEADER + "\n".join(rows) + "\n").encode())


def romanised(provider: object, fields: tuple[str, ...]) -> set[str]:
    """The names of some lists of a locale in lower-case ASCII, one word each."""
    names = {name for field in fields for name in (getattr(provider, field, None) or ())}
    return {key(name) for name in names if is_readable(name)}


def is_readable(name: str) -> bool:
    """Whether the romanised form is what an English text would write."""
    letters = [unicodedata.name(letter, "") for letter in name if letter.isalpha()]
    return len(letters) > 1 and " " not in name and all(found.startswith(ROMANISED) for found in letters)


def key(name: str) -> str:
    """Lower case, no accents, ASCII."""
    return anyascii(unicodedata.normalize("NFC", name)).casefold().strip()


def decide(count: Counter[str]) -> str:
    """The gender that three quarters of the lists give, else "u"."""
    total = count["m"] + count["f"]
    return next((gender for gender in "mf" if count[gender] >= 0.75 * total), "u")


if __name__ == "__main__":
    main()
