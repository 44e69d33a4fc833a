"""clean/dateline.py: datelines and what looks like them."""

import pytest

from communique.clean.dateline import find_dateline

FOUND = [
    ("GENEVA (Reuters) - The talks", "GENEVA", "Reuters", "The talks"),
    ("GENEVA, March 3 (Harbour Wire) — The talks", "GENEVA", "Harbour Wire", "The talks"),
    ("PORT ELSIN, Valdoria, March 3 (AP) -- The talks", "PORT ELSIN, Valdoria", "Associated Press", "The talks"),
    ("Genf (dpa) - Die Gespräche", "Genf", "DPA", "Die Gespräche"),
    ("Geneva – The talks", "Geneva", None, "The talks"),
    ("ISLAMABAD: The talks", "ISLAMABAD", None, "The talks"),
    ("BarcelonaThe talks", "Barcelona", None, "The talks"),
    ("Buenos AiresThe talks", "Buenos Aires", None, "The talks"),
    ("NairobiTHE talks", "Nairobi", None, "THE talks"),
    ("Maputo, 15 May 2031. A delegation", "Maputo", None, "A delegation"),
    ("ЖЕНЕВА, 3 марта. /ТАСС/. Переговоры", "ЖЕНЕВА", "TASS", "Переговоры"),
    ("МОСКВА, 3 мар - РИА Новости. Переговоры", "МОСКВА", "RIA Novosti", "Переговоры"),
    ("Анкара. 12 мая. ИНТЕРФАКС - Переговоры", "Анкара", "Interfax", "Переговоры"),
    ("(Reuters) - The talks", None, "Reuters", "The talks"),
]


@pytest.mark.parametrize(("text", "place", "credit", "rest"), FOUND)
def test_datelines(text, place, credit, rest):
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.credit, text[found.length :]) == (place, credit, rest)


NOT = [
    "The talks – if they are talks – go on in Geneva.",
    "McAllister and DeVries met for an hour.",
    "Geneva was quiet on Monday - too quiet for some.",
    "Nobody - least of all the chair - expected it.",
    "However: the talks go on.",
    "Ministers (of both sides) met.",
    "YouTube showed the talks live.",
    "Yes - the minister said so twice.",
    "",
]


@pytest.mark.parametrize("text", NOT)
def test_what_is_no_dateline(text):
    assert find_dateline(text) is None


def test_the_date_is_found_with_its_year():
    found = find_dateline("Quito, 5 de mayo de 2031 (EFE).- Las delegaciones")
    assert found is not None and found.date is not None
    assert found.date[2] == "2031-05-05"
