"""When two values are the same, can hold together, or clash: dates, durations, quantities, places, names."""

import re
import unicodedata
from functools import lru_cache

from communique.compare.stated import Relation
from communique.lexicon import calendar
from communique.lexicon.name import nicknames
from communique.lexicon.numeral import cardinal_value
from communique.model import DateValue, Duration, Figure, Place

ROUNDING = 0.05
FINAL_VOWELS = frozenset("aeiou")
ROUND_MINUTES = 15.0
NEARLY = re.compile(r"\b(?:nearly|almost|just under|close to)\b", re.IGNORECASE)
NEAR = 0.75  # of a length that is nearly reached
BETWEEN = re.compile(r"\b(?:between|from) ([\w.,-]+) (?:and|to) ([\w.,-]+)")
FEWEST_SOUNDS = 4
MOST_APART = 0.35  # of the letters of a word of a name, transcriptions of one aside
SAME_INITIALS = frozenset({frozenset("yi"), frozenset("yj"), frozenset("kc"), frozenset("ey")})
TRANSCRIPTIONS = (
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ck", "k"), ("ts", "z"), ("tz", "z"), ("ij", "i"), ("yi", "i"),
    ("y", "i"), ("j", "i"), ("w", "v"), ("c", "k"), ("q", "k"), ("x", "ks"), ("ie", "e"), ("e", "i"),
)  # fmt: skip
INITIAL_A = re.compile(r"A\.?\s")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def relate_dates(one: DateValue, two: DateValue) -> Relation:
    """Same day or interval: same. One inside the other (coarser, window, part of): compatible. Apart, or two different
    runs of days, each told as the whole: conflict."""
    if not calendar.is_known(one) or not calendar.is_known(two):
        return Relation.UNRELATED
    if calendar.interval(one) == calendar.interval(two):
        return Relation.SAME
    if is_run(one) and is_run(two):
        return Relation.CONFLICT
    if calendar.contains(one, two) or calendar.contains(two, one):
        return Relation.COMPATIBLE
    if calendar.intersects(one, two):
        return Relation.COMPATIBLE
    return Relation.CONFLICT


def is_run(own: DateValue) -> bool:
    """Whether a date is several days, all of them: "from 12 to 14 June", not "some time in June"."""
    first, last = calendar.interval(own)
    return own.precision == "day" and not own.window and first is not None and last is not None and first < last


def relate_durations(one: Duration, two: Duration) -> Relation:
    """Equal bounds: same. Bounds that meet, rounding allowed for: compatible. Apart: conflict. "Nearly six hours" says more
    than "less than six hours": it is no four."""
    if (one.min_minutes, one.max_minutes) == (two.min_minutes, two.max_minutes):
        return Relation.SAME
    low = max(_bottom(one), _bottom(two))
    high = min(_top(one), _top(two))
    slack = min(ROUND_MINUTES, ROUNDING * low)
    return Relation.COMPATIBLE if low <= high + slack else Relation.CONFLICT


def _bottom(own: Duration) -> float:
    near = any(NEARLY.search(words.quote) for words in own.evidence)
    if own.min_minutes is None and own.max_minutes is not None and near:
        return own.max_minutes * NEAR
    return own.min_minutes or 0.0


def _top(own: Duration) -> float:
    return float("inf") if own.max_minutes is None else own.max_minutes


def figure_bounds(own: Figure) -> tuple[float, float] | None:
    """Least and greatest value that a figure allows; None for one without a value."""
    if own.value is None:
        return None
    span = _range(own)
    if span is not None:
        return span
    if own.comparator in {">", ">="}:
        return own.value, float("inf")
    if own.comparator in {"<", "<="}:
        return float("-inf"), own.value
    spread = 0.1 * abs(own.value) if own.comparator == "~" else 0.0
    return own.value - spread, own.value + spread


def _range(own: Figure) -> tuple[float, float] | None:
    """The ends of "between 70 and 75 boats"."""
    found = BETWEEN.search(own.evidence[0].quote.lower()) if own.evidence else None
    if found is None or own.value is None:
        return None
    ends = [cardinal_value(words.replace("-", " ").split()) for words in found.groups()]
    low, high = (end if end is not None else own.value for end in ends)
    if not low or not high or low >= high:
        return None
    scale = own.value / low if own.value >= low else own.value / high  # "between 2 and 3 million"
    return (low * scale, high * scale) if scale in {1.0, 1e3, 1e6, 1e9, 0.01} else None


def relate_figures(one: Figure, two: Figure) -> Relation:
    """Equal value and comparator: same. Ranges that meet, or one the rounded form of the other: compatible. Else conflict.

    240 and 250 are both exact to the ten, so they clash; 186 and 190 do not, nor do 33 and "some 30".
    """
    left, right = figure_bounds(one), figure_bounds(two)
    if left is None or right is None or one.value is None or two.value is None:
        return Relation.COMPATIBLE
    if left == right and one.comparator == two.comparator:
        return Relation.SAME
    if max(left[0], right[0]) <= min(left[1], right[1]):
        return Relation.COMPATIBLE
    return Relation.COMPATIBLE if _rounds_to(one.value, two.value) or _rounds_to(two.value, one.value) else Relation.CONFLICT


def _rounds_to(exact: float, rounded: float) -> bool:
    """Whether a number, cut to the significant digits of another one, is that one: 0.198 and 0.2, 186 and 190."""
    if not exact or not rounded or abs(exact - rounded) > ROUNDING * max(abs(exact), abs(rounded)):
        return False
    step = _step(rounded)
    return step > _step(exact) and abs(round(exact / step) * step - rounded) < step / 2


def _step(value: float) -> float:
    """The unit of the last significant digit: 10 for 190, 1 for 33, 0.1 for 0.2."""
    digits, exponent = f"{abs(value):.6e}".split("e")
    kept = len(digits.rstrip("0").rstrip(".").replace(".", ""))
    return float(10.0 ** (int(exponent) - kept + 1))


def relate_places(one: Place, two: Place) -> Relation:
    """Same city (or same country where no city is given): same; one finer than the other: compatible; else conflict."""
    left, right = _cities(one), _cities(two)
    if left and right:
        if left & right:
            return Relation.SAME if left == right and plain(one.venue) == plain(two.venue) else Relation.COMPATIBLE
        return Relation.CONFLICT
    if one.country_code and two.country_code:
        if one.country_code != two.country_code:
            return Relation.CONFLICT
        return Relation.COMPATIBLE if left or right or one.venue or two.venue else Relation.SAME
    return Relation.COMPATIBLE


def _cities(own: Place) -> frozenset[str]:
    names = {plain(name) for name in (own.city, *own.alternatives) if name}
    return frozenset(name for name in names if name)


@lru_cache(maxsize=65536)
def plain(words: str | None) -> str:
    """Lower case without accents, punctuation and articles."""
    text = unicodedata.normalize("NFKD", words or "").casefold()
    text = "".join(char for char in text if not unicodedata.combining(char))
    return " ".join(word for word in WORD.findall(text) if word not in {"the", "a", "an"})


def relate_names(one: str, two: str) -> Relation:
    """Names of one person: equal, or the family name alone: same; initials, short forms, doubled letters, i for y:
    compatible; another given name, or a full name that two documents spell in two ways, accents included:
    conflict (type name)."""
    left, right = _name_words(one), _name_words(two)
    if left == right:
        return Relation.SAME if len(left) < 2 or written(one) == written(two) else Relation.CONFLICT
    if not left or not right:
        return Relation.UNRELATED
    if len(left) == 1 or len(right) == 1:
        return Relation.SAME if left[-1] == right[-1] else Relation.COMPATIBLE
    if not alike(left[-1], right[-1]):
        if sounds_alike(one, two) or "".join(left) == "".join(right):
            return Relation.CONFLICT
        return Relation.COMPATIBLE  # a different order or title; the resolver joined them for another reason
    if sound(left[-1]) != sound(right[-1]):
        return Relation.CONFLICT  # a family name spelt in two ways that no transcription explains
    if not _given_fit(left[:-1], right[:-1]):
        return Relation.CONFLICT
    return Relation.CONFLICT if _spelt_apart(left, right) else Relation.COMPATIBLE


def written(name: str) -> str:
    """A name with its accents; capitals, apostrophes, hyphens and a genitive ending aside."""
    text = unicodedata.normalize("NFC", name).casefold().replace("’", "'").removesuffix("'s")
    return " ".join(word for word in WORD.findall(text) if word not in {"the", "a", "an"}).replace("'", "")


def _name_words(name: str) -> list[str]:
    """The plain words of a name; the initial "A." is no article."""
    return ["a", *plain(name).split()] if INITIAL_A.match(name) else plain(name).split()


def _spelt_apart(left: list[str], right: list[str]) -> bool:
    """Whether a reader would search for two names: words of equal number that differ by more than i for y or a doubled
    letter. Initials and short forms are another matter."""
    if len(left) != len(right):
        return "".join(left) != "".join(right) and len("".join(left)) == len("".join(right))
    pairs = [(one, two) for one, two in zip(left, right, strict=True) if min(len(one), len(two)) > 2]
    apart = [(one, two) for one, two in pairs if _near_form(one) != _near_form(two)]
    return any(alike(one, two) and two not in nicknames(one) and one not in nicknames(two) for one, two in apart)


def _near_form(word: str) -> str:
    """A spelling without i for y (also "iy", "ij") and doubled letters."""
    return re.sub(r"(.)\1+", r"\1", word.replace("y", "i").replace("ij", "i"))


def _given_fit(left: list[str], right: list[str]) -> bool:
    first, second = left[0], right[0]
    if first[:-1] == second[:-1] and {first[-1], second[-1]} <= FINAL_VOWELS and first != second and len(first) > 3:
        return False  # another last vowel makes another name, or a misspelt one
    if set(left) & set(right) or alike(first, second) or nicknames(first) & ({second} | nicknames(second)):
        return True
    if second in nicknames(first) or first in nicknames(second):
        return True
    return (len(first) == 1 or len(second) == 1) and first[0] == second[0]


def alike(one: str, two: str) -> bool:
    """Whether two words are spellings of one name: one edit, or two in a long word, first letter kept."""
    if one == two:
        return True
    if not one or not two or (one[0] != two[0] and frozenset((one[0], two[0])) not in SAME_INITIALS):
        return False
    longest = max(len(one), len(two))
    return _edits(one, two, 3) <= (1 if longest <= 5 else 2)


def sound(word: str) -> str:
    """A name without what transcriptions from other scripts vary: y and i, w and v, kh and h, doubled letters."""
    for spelling, one in TRANSCRIPTIONS:
        word = word.replace(spelling, one)
    return re.sub(r"(.)\1+", r"\1", word)


def sounds_alike(one: str, two: str) -> bool:
    """Whether two full names may be transcriptions of one: as many words, each alike by its sound."""
    left, right = (words.replace("-", " ").split() for words in (plain(one), plain(two)))
    if len(left) != len(right) or len(left) < 2:
        return False
    return all(_near_sound(sound(a), sound(b)) for a, b in zip(left, right, strict=True))


def _near_sound(one: str, two: str) -> bool:
    longest = max(len(one), len(two))
    allowed = 0 if longest < FEWEST_SOUNDS else max(1, round(longest * MOST_APART))
    return one[:1] == two[:1] and _edits(one, two, allowed + 1) <= allowed


def _edits(one: str, two: str, most: int) -> int:
    """Levenshtein distance, `most` at the highest."""
    if abs(len(one) - len(two)) >= most:
        return most
    row = list(range(len(two) + 1))
    for number, char in enumerate(one, 1):
        before, row[0] = row[0], number
        for place, other in enumerate(two, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (char != other))
    return min(row[-1], most)
