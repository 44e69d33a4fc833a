"""Names, signs and codes of currencies in English text.

Source: ISO 4217 for the codes; names compiled by hand. A name that several states share ("pesos", "francs") has no code and
stays as it is written.
"""

import re

SIGNS = {
    "us$": "USD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "₺": "TRY",
    "₩": "KRW",
}
SIGNS |= {"₦": "NGN", "₫": "VND", "₱": "PHP", "₸": "KZT", "₾": "GEL", "֏": "AMD", "₼": "AZN", "₪": "ILS", "฿": "THB"}
NAMES = {
    "afghani": "AFN", "baht": "THB", "birr": "ETB", "boliviano": "BOB", "dalasi": "GMD", "denar": "MKD", "dirham": "AED",
    "dollar": "USD", "dong": "VND", "dram": "AMD", "euro": "EUR", "forint": "HUF", "gourde": "HTG", "guarani": "PYG",
    "hryvnia": "UAH", "kip": "LAK", "kina": "PGK", "kuna": "HRK", "kwacha": "ZMW", "kwanza": "AOA", "kyat": "MMK",
    "lari": "GEL", "lek": "ALL", "lempira": "HNL", "lev": "BGN", "leva": "BGN", "leu": "RON", "lei": "RON", "lira": "TRY",
    "manat": "AZN", "metical": "MZN", "naira": "NGN", "nakfa": "ERN", "ngultrum": "BTN", "ouguiya": "MRU", "pataca": "MOP",
    "pula": "BWP", "quetzal": "GTQ", "rand": "ZAR", "renminbi": "CNY", "riel": "KHR", "ringgit": "MYR", "rouble": "RUB",
    "ruble": "RUB", "rufiyaa": "MVR", "rupiah": "IDR", "shekel": "ILS", "somoni": "TJS", "taka": "BDT", "tenge": "KZT",
    "tugrik": "MNT", "yen": "JPY", "yuan": "CNY", "zloty": "PLN",
}  # fmt: skip
SHARED = frozenset(
    {"cedi", "colon", "crown", "dinar", "escudo", "franc", "krona", "krone", "kronor", "kroner", "kronur", "peso", "pound"}
    | {"real", "reais", "rial", "riyal", "rupee", "shilling", "sol", "som", "sum", "won"}
)
# won, real, sum, sol, crown are also common words: they count only behind a number
_WORDS = sorted({*NAMES, *SHARED}, key=lambda word: (-len(word), word))
NAME = rf"(?:(?:US|Australian|Canadian|CFA|Swiss|Kuwaiti|Iraqi|Sudanese|Egyptian|Kenyan)[ ])?(?:{'|'.join(_WORDS)})s?"
CODES = frozenset(NAMES.values()) | frozenset(SIGNS.values()) | frozenset(
    {"AUD", "CAD", "CFA", "CHF", "DKK", "EGP", "IQD", "IRR", "ISK", "KES", "KWD", "LBP", "MXN", "NOK", "SAR", "SDG", "SEK", "SYP"}
    | {"TZS", "UGX", "XAF", "XOF", "YER"}
)  # fmt: skip


def currency_of(words: str) -> str:
    """The ISO 4217 code of a currency as it is written ("euros", "US$", "EUR"); a shared name in lower case, as written."""
    said = " ".join(words.split())
    if said in CODES and said != "CFA":
        return said
    plain = said.casefold()
    if plain in SIGNS:
        return SIGNS[plain]
    if plain == "cfa" or plain.startswith("cfa "):
        return "CFA francs"
    name = re.sub(r"^us ", "", plain)
    singular = name if name in NAMES else name.removesuffix("s")
    return NAMES.get(singular, plain)
