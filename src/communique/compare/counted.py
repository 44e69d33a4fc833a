"""What a figure counts: its unit, the words around it, and whether it is promised or happened."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from communique.compare.stage import Stage, sentence_around
from communique.compare.stated import Relation
from communique.compare.values import plain, relate_figures
from communique.lexicon.content_word import content_words, key_of
from communique.lexicon.country import country_by_demonym, country_by_name
from communique.lexicon.currency import CODES, currency_of
from communique.lexicon.office import office_head
from communique.model import Figure

TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "age"})
SHARE = re.compile(r"^(?:per ?cent|percent|percentage point|share)\b|^%")
CURRENCY = re.compile(
    r"\b(?:dollars?|euros?|pounds?|francs?|dinars?|dirhams?|riyals?|rials?|shillings?|pesos?|rupees?|yuan|yen|won|roubles?"
    r"|rubles?|lira|hryvnias?|manats?|drams?|laris?|birr|naira|rands?|kronor|kroner|usd|eur|gbp)\b|[$€£¥]"
)
SIZED = re.compile(r"((?:[^\W\d_]+[ -]){2,4})of (?:about |some |up to |at least |more than )?$")
AHEAD = re.compile(
    r"\b(?:will|would|shall|should|must|agreed? to|agree on|is to|are to|was to|were to|to be|due to|plans? to|planned"
    r"|promised|offered|undert\w+ to|pledged|may|can|could|if|let|allow\w*)\b",
    re.IGNORECASE,
)
ANY_UNIT = frozenset({"", "people", "person", "man", "men", "member", "figure", "point", "page", "time", "other", "thing"})
MEASURE = re.compile(
    r"\b(?:miles?|kilomet\w+|met(?:re|er)s?|km|tonnes?|tons?|barrels?|lit\w+s?|hectares?|acres?|degrees?|\w*watts?)\b"
)
FROM, TO = re.compile(r"\bfrom $", re.IGNORECASE), re.compile(r"^ to (?:about |some |only )?\d")
SHARE_OR_SUM = re.compile(r"\d ?(?:per ?cent\b|percent\b|%)|[$€£¥] ?\d|\d[\w.,]*(?: [mb]illion)? (?:dollars|euros|pounds)\b")
YEAR = re.compile(r"\b(?:in|of|for|during|since|by) ((?:19|20)\d\d)\b", re.IGNORECASE)
QUARTER = re.compile(r"(?:north|south|east|west)", re.IGNORECASE)
REACH = 80
LEAST_SUM = 10_000.0
COMMON_SHARES = frozenset({0.1, 0.2, 0.25, 0.5})
NAMED = 2
FEWEST = 3
SHARED = 0.6
NEAR_CHARACTERS = 70
NEAREST_RATIO = 0.6
NEARLY = 0.9
LEAST_TELLING = 11
LEAST_LABEL = 4
DAYS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split())


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in base units, with the words around it.

    Attributes:
        unit: "share", "money <currency>", or the counted noun.
        words: content words of the sentence; near: those close to the figure; names: proper names in the sentence,
            states and nationalities left out.
        phrase: of what noun phrase it is the size ("a zone of 12 km").
        happened: False where the sentence speaks of what is to be.
        years: that the sentence names.
        crowded: whether the sentence holds another share or sum of money; line: where the sentence begins.
        quarters: of the compass: "the north demands", "in the southern strait".
    """

    figure: Figure
    unit: str
    words: frozenset[str]
    phrase: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    happened: bool = True
    years: frozenset[str] = frozenset()
    crowded: bool = False
    line: int = 0
    quarters: frozenset[str] = frozenset()

    @property
    def marks(self) -> frozenset[str]:
        """Under what it can be found: words around it, and its value where that is telling."""
        return self.words | ({f"={self.figure.value:g}"} if is_telling(self) else frozenset())


def quantity_of(figure: Figure, stage: Stage) -> Quantity | None:
    """None for lengths of time, for what something was before ("from 150 to 40 per cent"), and for figures whose sentence
    says too little."""
    unit = unit_of(figure.unit)
    if unit in TIME_UNITS or not figure.evidence:
        return None
    if unit == "share":
        factor = 1.0 if figure.unit.lower().startswith("share") else 0.01
        figure = replace(figure, value=None if figure.value is None else figure.value * factor)
    span = figure.evidence[0].span
    text = stage.texts.get(figure.document, "")
    around = sentence_around(text, span)
    before, after = text[around.start : span.start], text[span.end : around.end]
    label = figure.label if figure.label in text[around.start : around.end] else ""
    if FROM.search(before) and TO.match(after):
        return None
    kept = _counted_words(f"{before} {after} {label}")
    sized = SIZED.search(before[-60:])
    phrase = frozenset(content_words(sized[1])) if sized is not None else frozenset()
    near = _counted_words(f"{_last(before)} {_first(after)}") - _parties(f"{before} {after}")
    if len(kept) < FEWEST:
        return None
    return Quantity(
        figure,
        unit,
        kept,
        phrase,
        near,
        _names(f"{before} {after}"),
        AHEAD.search(before[-REACH:] + after[:REACH]) is None,
        frozenset(YEAR.findall(f"{before} {after}")),
        bool(SHARE_OR_SUM.search(f"{before} | {after}")) and (unit == "share" or unit.startswith("money")),
        around.start,
        frozenset(found[0].lower() for word in kept if (found := QUARTER.match(word)) is not None),
    )


def unit_of(words: str) -> str:
    """The unit in one form: shares, currencies, else the counted noun in the singular."""
    low = words.lower()
    if SHARE.match(low):
        return "share"
    if words.strip() in CODES:
        return f"money {words.strip()}"
    money = CURRENCY.search(low)
    if money is not None:
        return f"money {currency_of(money[0].upper() if len(money[0]) == 3 and money[0].upper() in CODES else money[0])}"
    return plain(words).removesuffix("s")


def thing_of(figure: Figure) -> str:
    """What a figure counts, for a heading: its label with the unit, where the label does not hold it."""
    unit, label = figure.unit.strip(), figure.label.strip()
    if not unit or unit.casefold() in label.casefold():
        return label or unit
    return unit if len(label) < LEAST_LABEL else f"{label} ({unit})"


def _counted_words(text: str) -> frozenset[str]:
    return frozenset(word for word in content_words(text) if not word[0].isdigit())


def _last(text: str) -> str:
    return text[-NEAR_CHARACTERS:].partition(" ")[2] if len(text) > NEAR_CHARACTERS else text


def _first(text: str) -> str:
    return text[:NEAR_CHARACTERS].rpartition(" ")[0] if len(text) > NEAR_CHARACTERS else text


def _capitals(text: str) -> Counter[str]:
    return Counter(re.findall(r"(?<![.!?“\"] )\b[A-Z][\w'’-]+", text))


def _names(text: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in _capitals(text) if not _is_party(word))


def names_in(text: str) -> frozenset[str]:
    """Proper names of a text, by their capitals; states, nationalities, months, days and titles left out."""
    words = {word.removesuffix("'s").removesuffix("’s") for word in _capitals(text)}
    return frozenset(key_of(word) for word in words if _is_name(word))


def _is_name(word: str) -> bool:
    return len(word) > LEAST_LABEL - 1 and not _is_party(word) and word[:3].lower() not in DAYS and office_head(word) is None


def _parties(text: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in _capitals(text) if _is_party(word))


def _is_party(word: str) -> bool:
    bare = word.removesuffix("'s").removesuffix("’s")
    return country_by_name(bare) is not None or country_by_demonym(bare) is not None


def is_telling(own: Quantity) -> bool:
    """Whether the value alone tells what is counted: 14 employees, 186 million dollars; not "ten people"."""
    value = own.figure.value
    if value is None or value < LEAST_TELLING or own.unit in ANY_UNIT or own.unit == "share":
        return False
    return float(f"{value:.{3 if MEASURE.search(own.unit) else 1}g}") != value


def same_thing(one: Quantity, two: Quantity) -> bool:
    """Whether two figures count the same.

    Either the sentences share three words and most of the shorter one; or both are the sizes of things named by two
    words in common ("a joint fishing zone of 12 km"); or the unit is a noun of its own and the value is the same
    telling one; or a sum or share is the same and a word with it; or the values are of one order and two names, or two words beside the figures, are shared.
    """
    if one.unit != two.unit or (one.figure.value != two.figure.value and _told_apart(one, two)):
        return False
    if one.phrase and two.phrase:
        return len(one.phrase & two.phrase) >= NAMED
    if is_telling(one) and one.figure.value == two.figure.value:
        return True
    shared = len(one.words & two.words)
    if shared and _is_one_sum(one, two):
        return True
    if shared >= FEWEST and shared >= SHARED * min(len(one.words), len(two.words)):
        return True
    if one.unit in ANY_UNIT or one.unit == "share" or not _of_one_order(one, two):
        return False
    beside = len((one.near & two.near) - {key_of(one.unit)})
    money = one.unit.startswith("money") and _of_one_order(one, two, NEARLY)
    return len(one.names & two.names) >= NAMED or beside >= (1 if money else NAMED)


def _told_apart(one: Quantity, two: Quantity) -> bool:
    """Whether the sentences name other years, or other quarters of the compass, and none in common."""
    for left, right in ((one.years, two.years), (one.quarters, two.quarters)):
        if left and right and left.isdisjoint(right):
            return True
    return False


def _is_one_sum(one: Quantity, two: Quantity) -> bool:
    """Whether two sums of money or shares are the very same and not such as stand everywhere."""
    value = one.figure.value
    if value is None or value != two.figure.value or one.figure.comparator != two.figure.comparator:
        return False
    if one.unit == "share":
        return 0 < value < 1 and value not in COMMON_SHARES
    return one.unit.startswith("money") and value >= LEAST_SUM


def _of_one_order(one: Quantity, two: Quantity, least: float = NEAREST_RATIO) -> bool:
    left, right = one.figure.value, two.figure.value
    return left is not None and right is not None and min(left, right) > least * max(left, right)


def relate_quantities(one: Quantity, two: Quantity) -> Relation:
    """As `relate_figures`; values that clash must count the same by their own words, not by way of a third figure, and where a
    sentence holds several figures of the unit also by the words beside them."""
    found = relate_figures(one.figure, two.figure)
    if found is not Relation.CONFLICT:
        return found
    one_line = (one.figure.document, one.line) == (two.figure.document, two.line)
    if one_line or not same_thing(one, two):
        return Relation.UNRELATED
    beside = len((one.near & two.near) - {key_of(one.unit)})
    return Relation.UNRELATED if (one.crowded or two.crowded) and beside < NAMED else found
