"""Numbers that stand without the noun they count: "a delegation of nine", "Ada Moen, 67,", "up by a fifth"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.duration import ABOUT, NUMBER, comparator_of, number_value
from communique.lexicon.currency import NAME, currency_of
from communique.lexicon.numeral import DENOMINATORS, fraction_value
from communique.model import Analysis, Span

GROUPS = "delegation|team|group|crew|party|panel|commission|committee|squad|convoy|fleet|force|staff"
GROUP = re.compile(
    rf"\b(?:an?|the|its|his|her|their)[ ](?:[\w'’-]+[ ]){{0,2}}?(?P<noun>{GROUPS})[ ]of[ ]{ABOUT}(?P<number>{NUMBER})\b",
    re.IGNORECASE,
)
GATHERED = re.compile(
    rf"\b(?P<noun>groups|convoys|teams|batches|crews|units|parties|columns|waves|flotillas)[ ]of[ ]{ABOUT}(?P<number>{NUMBER})\b",
    re.IGNORECASE,
)
PART = re.compile(
    rf"\b(?P<number>{NUMBER})[ ]of[ ](?:the|its|his|her|their|our|these|those)[ ](?:(?:{NUMBER})[ ])?(?P<whole>[a-z][\w-]+s|men|women|people|children|crew|staff)\b",
    re.IGNORECASE,
)
CHANCE = re.compile(
    rf"\b(?:at|chance(?:s)?[ ](?:is|are|of)|only|about)[ ](?P<part>one|two|three)[ ](?:in|out[ ]of)[ ](?P<whole>{NUMBER})(?=[.,;)\"”]|$)",
    re.I,
)
ONE_IN = re.compile(
    rf"\b(?P<part>{NUMBER})[ ](?:in|out[ ]of)[ ](?:every[ ])?(?P<whole>{NUMBER})[ ](?P<noun>[a-z]+s)\b", re.I
)
SUM = re.compile(
    rf"(?<![$€£¥\w.,]){ABOUT}(?P<number>{NUMBER})(?=[,.;:!?)\"”’]|[ ](?:if|and|but|or|at|to|in|for|from|of[ ]it)\b)",
    re.IGNORECASE,
)
MONEY = re.compile(rf"[$€£¥₽₴₹]|(?:(?<=\d )|(?<=llion )|(?<=sand )|(?<=dred ))(?:{NAME})\b", re.I)
SCALED = re.compile(r"(?:million|billion|trillion)$", re.IGNORECASE)
NEAR = 600  # characters back to the sum of money that "no more than 40 million" is measured by
AGE = re.compile(r"(?<=[a-z], )(?P<number>\d{2})(?=,|\)|;)")
WHOSE_AGE = re.compile(r"(?<=[a-z], )(?P<number>\d{2})(?=, who\b)")
IS_AGE = re.compile(
    r"\b(?P<who>he|she|He|She|[A-Z][\w'’-]+),?[ ](?:is|was|turned|aged)[ ](?P<number>\d{2})(?=[.,;](?!\d)| (?:and|when|but) [a-z])"
)
TOTAL = re.compile(
    rf"\b(?:puts?|gave|gives?|set)[ ](?:the|its|their)[ ](?P<noun>figure|number|total|toll|count|amount)[ ]at[ ]"
    rf"{ABOUT}(?P<number>{NUMBER})(?![ ]?[\w%/])",
    re.IGNORECASE,
)
OF_THEM = re.compile(rf"\b(?<!the )(?<!The )(?:all[ ])?(?P<number>{NUMBER})[ ]of[ ](?:them|us|these|those)\b", re.IGNORECASE)
CHANGE = re.compile(
    rf"\b(?:by|up|down|rose|fell|risen|fallen|dropped|grown)[ ]"
    rf"(?P<share>(?:nearly |almost |about |more than |over )?(?:an?|one|two|three)[ -](?:{'|'.join(sorted(DENOMINATORS))}))\b(?![ -](?!of|since|to|in|from|on|at|by|over|within|this|last|and|or|if|when|as)[a-z])",
    re.IGNORECASE,
)
HYPHENED = re.compile(rf"\b(?P<number>{NUMBER})-(?P<noun>page|point|member|article|seat|item|strong)\b", re.IGNORECASE)
PLURALS = {
    "strong": "members",
    "page": "pages",
    "point": "points",
    "member": "members",
    "article": "articles",
    "seat": "seats",
    "item": "items",
}
YOUNGEST = 15


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity before it gets its number."""

    span: Span
    value: float | None
    unit: str
    comparator: str
    label: str


def find_bare(analysis: Analysis) -> Iterator[Quantity]:
    """Sizes of groups, ages, totals, changes by a fraction, "all 26 of them", "a two-page paper"."""
    text = analysis.text
    for pattern in (GROUP, GATHERED):
        for match in pattern.finditer(text):
            if not _counts_next(analysis, match.end()):
                yield from _made(match, Span(*match.span()), "members", match["noun"].lower(), match["about"])
    for match in TOTAL.finditer(text):
        yield from _made(match, Span(*match.span()), "", match["noun"].lower(), match["about"])
    for match in OF_THEM.finditer(text):
        yield from _made(match, Span(*match.span()), "members", match[0])
    for match in HYPHENED.finditer(text):
        yield from _made(match, Span(*match.span()), PLURALS[match["noun"].lower()], match["noun"].lower(), least=0)
    for match in PART.finditer(text):
        yield from _made(match, Span(*match.span("number")), match["whole"].lower(), match[0])
    yield from _shares(text)
    yield from _sums(text)
    yield from _ages(analysis)
    yield from _changes(text)


def _counts_next(analysis: Analysis, end: int) -> bool:
    """Whether a number goes on to what it counts ("a crew of nine sailors", "of 30 per cent")."""
    if analysis.text[end : end + 1] != " ":
        return analysis.text[end : end + 1] not in (".", ",", ";", ":", "!", "?", ")", '"', "”", "’", "\n", "")
    following = analysis.token_at(end + 1)
    return following is not None and (
        analysis.tags[following] in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD") or analysis.text[end + 1] in "%"
    )


def _ages(analysis: Analysis) -> Iterator[Quantity]:
    """ "Ada Moen, 67, was flown home", "He is 67.": a number of years behind a name, or said of a person."""
    for pattern in (AGE, IS_AGE):
        for match in pattern.finditer(analysis.text):
            at = analysis.token_at(match.start("number"))
            before = at - 2 if at is not None else -1
            before -= before > 0 and analysis.word(before) == ","
            pronoun = pattern is IS_AGE and match["who"].lower() in ("he", "she")
            told = WHOSE_AGE.match(analysis.text, match.start("number")) is not None
            if before < 0 or not (pronoun or told or analysis.tags[before] == "NNP"):
                continue
            if int(match["number"]) >= YOUNGEST:
                yield from _made(match, Span(*match.span("number")), "years", "age")


def _changes(text: str) -> Iterator[Quantity]:
    for match in CHANGE.finditer(text):
        words = re.split(r"[ -]", match["share"].lower())
        value = fraction_value(words[-2:])
        if value is not None:
            yield Quantity(Span(*match.span("share")), value, "share", comparator_of(" ".join(words[:-2])), match[0])


def _shares(text: str) -> Iterator[Quantity]:
    """ "one in five voters", "a chance of one in three": a share."""
    for match in CHANCE.finditer(text):
        part, whole = number_value(match["part"]), number_value(match["whole"])
        if part is not None and whole is not None and 0 < part < whole:
            yield Quantity(Span(match.start("part"), match.end()), part / whole, "share", "=", "chance")
    for match in ONE_IN.finditer(text):
        part, whole = number_value(match["part"]), number_value(match["whole"])
        if part is not None and whole is not None and 0 < part < whole:
            noun = match["noun"].lower()
            yield Quantity(Span(*match.span()), part / whole, f"share of {noun}", "=", noun)


def _sums(text: str) -> Iterator[Quantity]:
    """ "no more than 40 million" where money was spoken of: the currency is that of the last sum before."""
    for match in SUM.finditer(text):
        if SCALED.search(match["number"]) is None:
            continue
        before = [found[0].lower() for found in MONEY.finditer(text, max(0, match.start() - NEAR), match.start())]
        if before:
            yield from _made(match, Span(*match.span()), currency_of(before[-1]), "sum", match["about"])


def _made(
    match: re.Match[str], span: Span, unit: str, label: str, about: str | None = None, least: int = 1
) -> Iterator[Quantity]:
    value = number_value(match["number"])
    if value is not None and value > least:
        yield Quantity(span, value, unit, comparator_of(about), label)
