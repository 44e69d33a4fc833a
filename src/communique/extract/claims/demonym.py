"""Capitals, adjectives and peoples by the state that they point to."""

from functools import cache

from communique.lexicon.country import countries, folded


@cache
def capitals() -> dict[str, str]:
    """Folded name of a capital -> country code, former countries left out."""
    return {folded(city): country.code for country in countries() if not country.is_former for city in country.capitals}


@cache
def adjectives() -> dict[str, str]:
    """Folded name, adjective or people of a country -> country code."""
    codes: dict[str, str] = {}
    for country in countries():
        for name in (*country.names, *country.adjectives, *country.peoples):
            codes.setdefault(folded(name), country.code)
    return codes
