"""Other names in place of a text's own, so that the model learns where sources stand and not who they were in 2016.

Common surnames and places of many countries, not persons.
"""

import random

from communique.annotate.attribution.feature import INITIAL, MIXED, UPPER, WITHIN, Sequence
from communique.annotate.attribution.wordpiece import WordPiece

SURNAMES = (
    "Abebe", "Adeyemi", "Ahmadov", "Akhtar", "Albrecht", "Almeida", "Andersson", "Aydin", "Bakker", "Banerjee",
    "Baranov", "Bekele", "Benali", "Bianchi", "Boateng", "Bondarenko", "Castillo", "Chanda", "Chatterjee", "Dahl",
    "Danso", "Demir", "Diallo", "Dimitrov", "Duarte", "Dupont", "Eriksen", "Farouk", "Fedorenko", "Fernandes",
    "Fischer", "Fofana", "Fontaine", "Garcia", "Ghorbani", "Gonzalez", "Grigoryan", "Haddad", "Hakimi", "Halvorsen",
    "Hamidov", "Hansen", "Hashimoto", "Hossain", "Hovhannisyan", "Ibrahimov", "Ivanov", "Jankowski", "Jansen", "Kamau",
    "Karimov", "Kato", "Khalil", "Kim", "Kovac", "Kovalenko", "Kowalski", "Kumar", "Kuznetsov", "Larsen", "Lehtinen",
    "Lindqvist", "Lopez", "Mahmoud", "Makarov", "Mansour", "Marchetti", "Mbeki", "Mensah", "Meyer", "Moreau", "Mwangi",
    "Nakamura", "Navarro", "Nguyen", "Nikolaou", "Novak", "Ochieng", "Okafor", "Okonkwo", "Oliveira", "Orlov", "Ozturk",
    "Papadakis", "Park", "Pereira", "Petrov", "Popescu", "Qureshi", "Rahman", "Ramirez", "Rossi", "Rousseau", "Sadiq",
    "Saito", "Salazar", "Santos", "Schneider", "Seck", "Sharma", "Shevchenko", "Silva", "Sokolov", "Sow", "Suarez",
    "Suzuki", "Szabo", "Takahashi", "Tanaka", "Tesfaye", "Toth", "Traore", "Tran", "Tshabalala", "Vasiliev", "Vogel",
    "Volkov", "Wang", "Weber", "Yamamoto", "Yildiz", "Zhang", "Zhao", "Zielinski",
)  # fmt: skip
PLACES = (
    "Abuja", "Algiers", "Amman", "Ankara", "Astana", "Athens", "Baku", "Bangkok", "Beirut", "Belgrade", "Berlin",
    "Bern", "Bogota", "Brussels", "Bucharest", "Budapest", "Cairo", "Canberra", "Caracas", "Chisinau", "Colombo",
    "Copenhagen", "Dakar", "Damascus", "Delhi", "Doha", "Dublin", "Geneva", "Hanoi", "Harare", "Havana", "Helsinki",
    "Islamabad", "Jakarta", "Kabul", "Kampala", "Khartoum", "Lima", "Lisbon", "London", "Lusaka", "Madrid", "Manila",
    "Minsk", "Muscat", "Nairobi", "Nicosia", "Oslo", "Ottawa", "Paris", "Prague", "Pretoria", "Quito", "Rabat", "Riga",
    "Riyadh", "Rome", "Santiago", "Sarajevo", "Seoul", "Skopje", "Sofia", "Stockholm", "Tallinn", "Tashkent", "Tbilisi",
    "Tehran", "Tokyo", "Tripoli", "Tunis", "Vienna", "Vilnius", "Warsaw", "Yerevan", "Zagreb", "Angola", "Armenia",
    "Azerbaijan", "Bolivia", "Cambodia", "Chad", "Colombia", "Cyprus", "Egypt", "Estonia", "Ethiopia", "Georgia",
    "Hungary", "India", "Indonesia", "Iran", "Iraq", "Jordan", "Kazakhstan", "Kenya", "Kosovo", "Lebanon", "Libya",
    "Mali", "Moldova", "Morocco", "Myanmar", "Nepal", "Niger", "Norway", "Pakistan", "Peru", "Poland", "Qatar",
    "Serbia", "Somalia", "Sudan", "Syria", "Thailand", "Turkey", "Ukraine", "Venezuela", "Vietnam", "Yemen",
)  # fmt: skip
KEPT = frozenset((
     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december", "president", "senator",
     "senate", "congress", "house", "governor", "secretary", "state", "department", "republican", "republicans",
     "democrat", "democrats", "democratic", "party", "gov", "sen", "rep", "mr", "mrs", "ms", "dr", "gop", "u", "s",
     "i", "american", "americans", "court", "justice", "committee", "white", "national",
))  # fmt: skip


def swap_names(sequence: Sequence, text: str, tokenizer: WordPiece, rng: random.Random) -> None:
    """Replace the pieces of half of the capitalised words that never begin a sentence only, each name alike throughout."""
    chosen: dict[str, tuple[int, ...]] = {}
    lower = {
        text[a:b]
        for a, b, case in zip(sequence.starts, sequence.ends, sequence.case, strict=True)
        if case not in (INITIAL, UPPER, MIXED)
    }
    for number, case in enumerate(sequence.case):
        word = text[sequence.starts[number] : sequence.ends[number]].lower()
        if case != INITIAL or word in KEPT or word in lower or len(word) < 3:
            continue
        inside = (
            sequence.place[number] == WITHIN and number and sequence.pieces[number - 1][0] not in (1012, 1000, 1029, 999)
        )
        if word not in chosen and inside:
            swapped = rng.random() < 0.5
            other = rng.choice(SURNAMES if rng.random() < 0.65 else PLACES)
            chosen[word] = tokenizer.words(other).pieces[0] if swapped else sequence.pieces[number]
        if word in chosen:
            sequence.pieces[number] = chosen[word]
