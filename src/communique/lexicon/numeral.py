"""English number words and figures as values."""

import re
from collections.abc import Sequence


def word_set(words: str) -> frozenset[str]:
    """The words of a row, parted by blanks."""
    return frozenset(words.split())


_UNIT_ROW = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_ROW = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: value for value, word in enumerate(_UNIT_ROW.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS_ROW.split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12}
CARDINALS = UNITS | TENS
VAGUE = frozenset({"several", "few", "many", "some", "numerous", "multiple", "various", "dozens", "scores", "hundreds"})

_ORDINAL_ROW = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ORDINAL_UNITS = _ORDINAL_ROW.split()
_ORDINAL_TENS = {tens[:-1] + "ieth": value for tens, value in TENS.items()}
ORDINALS = {word: value for value, word in enumerate(_ORDINAL_UNITS) if value} | _ORDINAL_TENS | {"hundredth": 100}

DENOMINATORS = {"half": 2, "quarter": 4, "halves": 2, "quarters": 4} | {
    word + ending: value for word, value in ORDINALS.items() if 3 <= value <= 20 or value == 100 for ending in ("", "s")
}
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ORDINAL_FIGURE = re.compile(r"(\d+)(?:st|nd|rd|th)")


def figure_value(word: str) -> float | None:
    """Value of a number in figures ("1,500", "2.5"); None if the word is none."""
    return float(word.replace(",", "")) if _FIGURE.fullmatch(word) else None


def cardinal_value(words: Sequence[str]) -> float | None:
    """Value of a cardinal: number words, figures and scales, hyphens left out.

    Args:
        words: lower case, e.g. ("twenty", "five"), ("1.5", "million"), ("a", "hundred"), ("two", "hundred", "and", "six").

    Returns:
        None if the words are not one cardinal.
    """
    total = part = 0.0
    seen = False
    for number, word in enumerate(words):
        if word in CARDINALS:
            part += CARDINALS[word]
        elif word in SCALES or (word in SHORT_SCALES and number):
            scale = SCALES.get(word) or SHORT_SCALES[word]
            part = (part or 1) * scale
            if scale >= 1_000:
                total, part = total + part, 0.0
        elif (value := figure_value(word)) is not None and not part:
            part = value
        elif (word in ("a", "an") and not number and len(words) > 1) or (word == "and" and 0 < number < len(words) - 1):
            continue
        else:
            return None
        seen = True
    return total + part if seen else None


def ordinal_value(word: str) -> int | None:
    """Value of an ordinal word or figure ("third", "twenty-first", "5th"), lower case; None if it is none."""
    figure = _ORDINAL_FIGURE.fullmatch(word)
    if figure:
        return int(figure[1])
    if word in ORDINALS:
        return ORDINALS[word]
    tens, _, unit = word.partition("-")
    if tens in TENS and 0 < ORDINALS.get(unit, 0) < 10:
        return TENS[tens] + ORDINALS[unit]
    return None


def fraction_value(words: Sequence[str]) -> float | None:
    """Value of a fraction: ("one", "fifth"), ("two", "thirds"), ("half",), ("a", "quarter"); None if it is none."""
    if not words or words[-1] not in DENOMINATORS:
        return None
    head = [word for word in words[:-1] if word not in ("a", "an")]
    if not head:
        return 1 / DENOMINATORS[words[-1]] if len(words) > 1 or words[-1] == "half" else None
    number = cardinal_value(head)
    return None if number is None else number / DENOMINATORS[words[-1]]
