"""States and what stands for them: names, adjectives, peoples, capitals, seats of government.

Source: `data/country.psv`, compiled by hand; codes ISO 3166-1 alpha-2 (former states: ISO 3166-3).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FORMER = frozenset({"SU", "YU", "CS", "DD"})


@dataclass(frozen=True, slots=True)
class Country:
    """One state.

    Attributes:
        code: ISO 3166-1 alpha-2; ISO 3166-3 first letters for a former state, XK for Kosovo.
        name: usual English name, without article.
        names: `name` and further English names.
        adjectives: "Russian"; the most usual first.
        peoples: plural nouns for its people ("Russians", "Dutch").
        capitals: spellings and seats of government as cities; the usual spelling first.
        seats: buildings, streets and palaces that stand for its government everywhere ("Kremlin").
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    peoples: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]

    @property
    def is_former(self) -> bool:
        """Whether the state no longer exists."""
        return self.code in FORMER


@cache
def countries() -> tuple[Country, ...]:
    """All states, in the order of the table."""
    text = (files("communique.lexicon") / "data" / "country.psv").read_text(encoding="utf-8")
    return tuple(_read(line) for line in text.splitlines() if line and not line.startswith("#"))


def _read(line: str) -> Country:
    code, name, *lists = line.split("|")
    others, adjectives, peoples, capitals, seats = (tuple(part for part in cell.split(";") if part) for cell in lists)
    return Country(code, name, (name, *others), adjectives, peoples, capitals, seats)


def folded(name: str) -> str:
    """The form under which names are looked up: lower case, straight apostrophe, single blanks, no article."""
    plain = " ".join(name.replace("’", "'").casefold().split())
    return plain.removeprefix("the ")


def _index(words: Callable[[Country], Iterable[str]]) -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in countries():
        for word in words(country):
            found.setdefault(folded(word), country)
    return found


@cache
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in countries()}


@cache
def _by_name() -> dict[str, Country]:
    return {key: found for key, found in _index(lambda country: country.names).items() if key not in {"us", "car"}}


@cache
def _by_adjective() -> dict[str, Country]:
    return {key: found for key, found in _index(lambda country: country.adjectives).items() if key != "us"}


@cache
def _by_people() -> dict[str, Country]:
    return _index(lambda country: country.peoples)


@cache
def _by_capital() -> dict[str, Country]:
    return _index(lambda country: country.capitals)


@cache
def _by_seat() -> dict[str, Country]:
    return _index(lambda country: country.seats)


def country_by_code(code: str) -> Country | None:
    """The state with that ISO code, upper case."""
    return _by_code().get(code)


def country_by_name(name: str) -> Country | None:
    """The state of that English name, in any case, with or without article. "US" and "CAR" count in capitals only."""
    if name in ("US", "CAR"):
        return _by_code()["US" if name == "US" else "CF"]
    return _by_name().get(folded(name))


def country_by_adjective(word: str) -> Country | None:
    """The state that an adjective belongs to ("Russian", "US"); the first of the table where several share one."""
    return _by_code()["US"] if word == "US" else _by_adjective().get(folded(word))


def country_by_people(word: str) -> Country | None:
    """The state whose people a plural noun names ("Russians", "the Dutch")."""
    return _by_people().get(folded(word))


def country_by_demonym(word: str) -> Country | None:
    """The state of an adjective or of a noun for its people."""
    return country_by_people(word) or country_by_adjective(word)


def country_by_capital(city: str) -> Country | None:
    """The state whose capital or seat of government the city is. A city of that name elsewhere is not excluded."""
    return _by_capital().get(folded(city))


def country_by_seat(name: str) -> Country | None:
    """The state for whose government a building or street stands ("Kremlin", "Downing Street")."""
    return _by_seat().get(folded(name))
