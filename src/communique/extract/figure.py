"""Quantities that a text gives: counts, money, shares, distances, durations, ages, with what is counted."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from communique.extract.bare_number import Quantity, find_bare
from communique.extract.claims.body import body_test
from communique.extract.duration import ABOUT, FACTORS, NUMBER, Length, comparator_of, find_lengths, number_value
from communique.extract.elliptic_number import find_elliptic, with_ranges
from communique.lexicon.country import countries
from communique.lexicon.currency import CODES, NAME, NAMES, SHARED, currency_of
from communique.lexicon.numeral import DENOMINATORS, VAGUE, fraction_value, word_set
from communique.model import Analysis, DateBasis, Figure, Span, TimeKind

DENOMINATOR = "|".join(sorted(DENOMINATORS, key=len, reverse=True))
MONEY_SIGN = r"US\$|[$€£¥₽₴₹₺₩₦₫₱₸₾֏₼₪฿]|\b(?-i:" + "|".join(sorted(CODES)) + r")\b(?=[ ]?\d)"
QUANTITY = re.compile(
    rf"(?<![\w.,/:#-]){ABOUT}(?:(?P<money>{MONEY_SIGN})[ ]?)?(?P<number>{NUMBER})(?P<half>[ ]and[ ]a[ ]half)?(?P<odd>[ ]or[ ]so\b|-odd\b)?(?![\w/])(?!,\d|\.\d|:\d)",
    re.IGNORECASE,
)
MEASURE = re.compile(
    r"[ \xa0-](?P<unit>(?:nautical[ ]|square[ ]|cubic[ ]|metric[ ])?"
    r"(?:miles?|km|kilomet(?:re|er)s?|met(?:re|er)s?|feet|foot|hectares?|acres?|tons?|tonnes?|kg"
    r"|kilograms?|litres?|barrels?"
    rf"|{NAME}|megawatts?|gigawatts?|MW|GW)|m[³3]|km[²2])(?![\w³²])"
    r"(?P<rate>(?:[ ]of[ ][a-z]{2,20})?[ ](?P<each>an?|per|each)[ ](?P<per>second|minute|hour|day|week|month|year)\b)?"
)
SYMBOLS = {"m³": "cubic metres", "m3": "cubic metres", "km²": "square kilometres", "km2": "square kilometres"}
PERCENT = re.compile(r"[ \xa0]?(?:%|per[ ]?cent(?:age[ ]points?)?\b|percentage[ ]points?\b)", re.IGNORECASE)
FRACTION = re.compile(
    rf"\b{ABOUT}(?P<fraction>(?:an?|one|two|three|four|five)[ -](?:{DENOMINATOR})|half)[ ]"
    rf"(?:of[ ]|the[ ]|its[ ])(?P<whole>[^.,;:!?()\n]{{1,60}}|(?:it|them|this|that|what)\b)",
    re.IGNORECASE,
)
LONE_ONE = re.compile(
    r"\b(?:except(?:[ ]for)?|all[ ]but|only|just)[ ](?P<number>one)\b(?![ ](?:of|another)\b)", re.IGNORECASE
)
WHOLE = re.compile(r"(?:it|them|this|that|what)\b", re.IGNORECASE)
AGO = re.compile(r"\b(?:ago|later|earlier)$", re.IGNORECASE)
AFTER = re.compile(r"[ ](?:ago|later|earlier|before|after)\b", re.IGNORECASE)
DEFINITE = word_set("the these those both his her its their our my your other same last first next past previous")
LABELLED = word_set(
    "article articles resolution resolutions chapter section paragraph clause phase no number page pages room "
    "flight channel point stage track protocol annex appendix figure table group plan level round part day week "
    "version category line gate route"
)
SPEECH = word_set("say tell report add claim warn confirm")
NO_UNIT = word_set("one ones other others time thing things way ways")
PAIRED = word_set(
    "parties sides governments countries states nations capitals neighbours neighbors presidents leaders ministers "
    "delegations negotiators peoples rivals foes enemies adversaries"
)  # "the two parties", also without the article: who negotiates, no count
NOUNS = ("NN", "NNS", "NNP", "NNPS")
LABEL_WORDS = 8
MAX_NOUN_PHRASE = 7
SMALL = 3  # "the two sides" points back, "the 27 states" counts


def find_figures(analysis: Analysis) -> tuple[Figure, ...]:
    """The figures of an article.

    Args:
        analysis: with tokens, syntax and times; dates in `analysis.times` are no figures.

    Returns:
        In text order, none overlapping; ids "<document id>:n<number>".
    """
    if not analysis.starts:
        return ()
    taken: list[Span] = []
    found: list[Quantity] = []
    for rows in (
        _lengths(analysis),
        _fractions(analysis),
        find_bare(analysis),
        _counts(analysis),
        _lone_ones(analysis),
        _vague(analysis),
    ):
        kept: list[Quantity] = []
        for row in sorted(rows, key=lambda row: (row.span.start, -row.span.end)):
            if not _overlaps(taken, row.span) and not (kept and row.span.start < kept[-1].span.end):
                kept.append(row)
        found.extend(kept)
        taken = sorted([*taken, *(row.span for row in kept)], key=lambda span: span.start)
    found = sorted(found, key=lambda row: (row.span.start, row.span.end))
    found += find_elliptic(analysis, found, _dates(analysis))
    found = with_ranges(analysis, sorted(found, key=lambda row: (row.span.start, row.span.end)))
    is_body = body_test(analysis)
    found = sorted((row for row in found if is_body(row.span)), key=lambda row: (row.span.start, row.span.end))
    document = analysis.document.id
    return tuple(
        Figure(
            f"{document}:n{number}", document, row.label, row.value, row.unit, row.comparator, (analysis.evidence(row.span),)
        )
        for number, row in enumerate(found, start=1)
    )


def _overlaps(spans: list[Span], span: Span) -> bool:
    at = bisect_right(spans, span.start, key=lambda other: other.start)
    return any(other.start < span.end and span.start < other.end for other in spans[max(0, at - 1) : at + 1])


def _dates(analysis: Analysis) -> list[Span]:
    """Spans of calendar dates; "five years ago" is a length as well and stays out."""
    return [
        time.span
        for time in analysis.times
        if time.kind in (TimeKind.DATE, TimeKind.TIME)
        and not (time.date and time.date.basis is DateBasis.RELATIVE)
        and not AGO.search(analysis.text[time.span.start : time.span.end])
    ]


def _lengths(analysis: Analysis) -> Iterator[Quantity]:
    dates = _dates(analysis)
    for length in find_lengths(analysis.text):
        tokens = analysis.tokens_in(length.span)
        if not tokens or _overlaps(dates, length.span) or _is_day_word(analysis, length):
            continue
        if not _is_heading_number(analysis, length.span):
            yield Quantity(
                length.span, length.value, length.unit, length.comparator, _length_label(analysis, length, tokens[-1])
            )


def _is_day_word(analysis: Analysis, length: Length) -> bool:
    """ "two days later", "a week ago": a way to name a day, not how long something took."""
    after = analysis.text[length.span.end : length.span.end + 9]
    exact = length.value is not None and length.comparator == "="
    return length.unit == "days" and exact and AFTER.match(after) is not None


def _length_label(analysis: Analysis, length: Length, last: int) -> str:
    """Who is that old, or what lasted so long: subject and verb of the clause."""
    if length.is_age:
        return "age"
    return _clause_label(analysis, last) or "length of time"


def _clause_label(analysis: Analysis, token: int) -> str:
    for above in (token, *analysis.ancestors(token)):
        if analysis.pos[above] in ("VERB", "AUX"):
            subjects = [child for child in analysis.children(above) if analysis.deps[child] in ("nsubj", "nsubjpass")]
            first = analysis.subtree(subjects[0])[0] if subjects else above
            last = above if analysis.lemmas[above] != "be" else max(above - 1, first)
            if last - first < LABEL_WORDS:
                return analysis.words(min(first, last), last + 1)
            return f"{analysis.word(subjects[0])} {analysis.word(above)}"
    return ""


def _fractions(analysis: Analysis) -> Iterator[Quantity]:
    dates = _dates(analysis)
    for match in FRACTION.finditer(analysis.text):
        value = fraction_value(re.split(r"[ -]", match["fraction"].lower()))
        first = analysis.token_at(match.start("whole"))
        last = None if value is None or first is None else _head_from(analysis, first)
        whole = WHOLE.match(match["whole"])
        if value is not None and last is None and whole is not None and first is not None:
            span = Span(match.start(), match.start("whole") + whole.end())
            yield Quantity(span, value, "share", comparator_of(match["about"]), match[0][: whole.end() + 40])
            continue
        if value is None or last is None or _overlaps(dates, Span(match.start(), analysis.ends[last])):
            continue
        span = Span(match.start(), analysis.ends[last])
        noun = analysis.word(last).lower()
        yield Quantity(
            span, value, f"share of {noun}", comparator_of(match["about"]), analysis.text[match.start("whole") : span.end]
        )


def _counts(analysis: Analysis) -> Iterator[Quantity]:
    dates = _dates(analysis)
    for match in QUANTITY.finditer(analysis.text):
        value = number_value(match["number"])
        value = value if value is None or match["half"] is None else value + 0.5
        first, last = analysis.token_at(match.start("number")), analysis.token_at(match.end() - 1)
        if value == 1 and first and analysis.word(first - 1).lower().strip('"“') in ("not", ""):
            continue
        if value is None or first is None or last is None or _overlaps(dates, Span(*match.span("number"))):
            continue
        found = (
            _money(analysis, match, value, last)
            or _percent(analysis, match, value, last)
            or _measure(analysis, match, value)
        )
        found = found or _count(analysis, match, value, (first, last))
        if found is not None:
            yield found


def _money(analysis: Analysis, match: re.Match[str], value: float, last: int) -> Quantity | None:
    if not match["money"]:
        return None
    unit = currency_of(match["money"])
    return Quantity(Span(*match.span()), value, unit, comparator_of(match["about"]), _clause_label(analysis, last) or unit)


def _percent(analysis: Analysis, match: re.Match[str], value: float, last: int) -> Quantity | None:
    sign = PERCENT.match(analysis.text, match.end())
    if sign is None:
        return None
    following = analysis.token_at(sign.end() + 4) if analysis.text.startswith(" of ", sign.end()) else None
    head = _head_from(analysis, following) if following is not None else None
    label = (
        analysis.words(following, head + 1) if following is not None and head is not None else _clause_label(analysis, last)
    )
    unit = "percentage points" if "point" in sign[0] else "per cent"
    return Quantity(Span(match.start(), sign.end()), value, unit, comparator_of(match["about"]), label or unit)


def _measure(analysis: Analysis, match: re.Match[str], value: float) -> Quantity | None:
    """ "12 km", "a 1.5-mile corridor", "5 million dollars": the unit in the plural, the label from the words around."""
    sign = MEASURE.match(analysis.text, match.end())
    token = analysis.token_at(match.start("number"))
    if sign is None or token is None:
        return None
    unit = sign["unit"]
    if _is_money(unit):
        money = currency_of(unit)
        span = Span(match.start(), sign.end("unit"))
        return Quantity(span, value, money, _comparator(match), _clause_label(analysis, token) or money)
    unit = SYMBOLS.get(unit, unit)
    unit = unit if unit.isupper() or unit in ("km", "kg", "feet", "yen", "yuan") or unit.endswith("s") else unit + "s"
    span = Span(match.start(), sign.end())
    unit = {"foots": "feet"}.get(unit, unit) + (
        f" {'per' if sign['each'] == 'per' else 'a'} {sign['per']}" if sign["rate"] else ""
    )
    return Quantity(span, value, unit, _comparator(match), _clause_label(analysis, token) or unit)


def _is_money(unit: str) -> bool:
    last = unit.casefold().split()[-1]
    return bool({last, last.removesuffix("s")} & (NAMES.keys() | SHARED))


def _comparator(match: re.Match[str]) -> str:
    """ "40 or so", "ten-odd" are about that many."""
    return "~" if match["odd"] and not match["about"] else comparator_of(match["about"])


def _count(analysis: Analysis, match: re.Match[str], value: float, tokens: tuple[int, int]) -> Quantity | None:
    first, last = tokens
    word = match["number"].lower()
    if word in ("one", "zero", "a") or _is_heading_number(analysis, Span(*match.span("number"))):
        return None
    before = analysis.word(first - 1).lower() if first else ""
    head = _head_from(analysis, last + 1) if last + 1 < len(analysis) else None
    if head is not None and analysis.sentence_of[head] != analysis.sentence_of[last]:
        return None
    if head is None:
        return _named_count(analysis, match, value, tokens)
    definite = before in DEFINITE or (first > 0 and analysis.tags[first - 1] == "POS")
    if not match["about"] and ((definite and value <= SMALL) or before in LABELLED):
        return None
    if value <= SMALL and _is_speaker(analysis, head):
        return None
    head = _counted(analysis, last + 1, head) if value > 1 else head
    noun = analysis.word(head)
    if noun.lower().rstrip("s") in FACTORS:
        return None
    if value == 2 and not match["about"] and noun.lower() in PAIRED:
        return None
    if noun.lower() in NO_UNIT or (analysis.tags[head] in ("NN", "NNP") and value > 1 and not _is_collective(noun)):
        return None
    span = Span(match.start(), analysis.ends[head])
    return Quantity(span, value, noun.lower(), _comparator(match), analysis.words(last + 1, head + 1))


def _counted(analysis: Analysis, first: int, head: int) -> int:
    """The plural that a number above one counts: "1,400 dhows" of "1,400 dhows work", which parsers take for one phrase."""
    if analysis.tags[head] != "NN" or _is_collective(analysis.word(head)):
        return head
    return max((token for token in range(first, head) if analysis.tags[token] == "NNS"), default=head)


def _is_speaker(analysis: Analysis, head: int) -> bool:
    """ "two officials said", "according to two lawmakers", "from two people who": a source, no figure."""
    verb = analysis.heads[head]
    if analysis.deps[head] == "pobj" and verb != head:
        above = analysis.heads[verb]
        return (analysis.lemmas[above] == "accord" and analysis.lemmas[verb] == "to") or (
            analysis.lemmas[verb] == "from" and analysis.lemmas[above] in ("have", "hear", "learn", "know")
        )
    return analysis.deps[head] == "nsubj" and verb != head and analysis.lemmas[verb] in SPEECH


def _named_count(analysis: Analysis, match: re.Match[str], value: float, tokens: tuple[int, int]) -> Quantity | None:
    """A number that stands for its members, with a capital in mid-sentence: "the Twenty-Seven"."""
    words, first = match["number"], tokens[0]
    before = analysis.word(first - 1) if first else ""
    if not words[0].isupper() or before.lower() != "the" or value < 3:
        return None
    return Quantity(Span(*match.span("number")), value, "members", "=", words)


def _is_collective(noun: str) -> bool:
    """Nouns whose plural looks like the singular, and units that are cut short."""
    return noun.lower() in {
        "aircraft",
        "crew",
        "spacecraft",
        "people",
        "personnel",
        "police",
        "troops",
        "staff",
        "sheep",
        "fish",
        "km",
        "kg",
        "mw",
        "gw",
        "kilometre",
    } or (noun[0].isupper() and noun.lower() in _peoples())


@cache
def _peoples() -> frozenset[str]:
    """ "Kuwaitis", "Danes": names of peoples in the plural, which parsers take for proper nouns."""
    return frozenset(f"{people.lower()}s" for country in countries() for people in (*country.adjectives, *country.peoples))


def _is_heading_number(analysis: Analysis, span: Span) -> bool:
    """A number that opens a line and is followed by a full stop or bracket: numbering."""
    text = analysis.text
    line = text.rfind("\n", 0, span.start) + 1
    return not text[line : span.start].strip(" \t([") and text[span.end : span.end + 1] in (".", ")", "]")


def _head_from(analysis: Analysis, first: int) -> int | None:
    """The head noun of the phrase that starts at a token: adjectives, then nouns, in one sentence."""
    if first >= len(analysis):
        return None
    sentence, head = analysis.sentence_of[first], None
    for token in range(first, min(first + MAX_NOUN_PHRASE, len(analysis))):
        if analysis.sentence_of[token] != sentence:
            break
        tag, word = analysis.tags[token], analysis.word(token)
        if tag in NOUNS:
            head = token
        elif head is not None and not (word in ("-", "–") or tag == "POS"):
            break
        elif head is None and not (
            tag in ("JJ", "JJR", "JJS", "VBN", "VBD", "VBG", "DT", "PRP$", "AFX", "HYPH", "RB", "POS", "NN") or word in "-–"
        ):
            return None
    return head


def _lone_ones(analysis: Analysis) -> Iterator[Quantity]:
    """ "agreed on none of the issues except for one": counts what was named before."""
    for match in LONE_ONE.finditer(analysis.text):
        token = analysis.token_at(match.start("number"))
        if token is None or analysis.tags[token] != "CD":
            continue
        head = _head_from(analysis, token + 1) if token + 1 < len(analysis) else None
        sentence = analysis.sentences[analysis.sentence_of[token]][0]
        earlier = [at for at in range(sentence, token) if analysis.tags[at] == "NNS"]
        if head is None and not earlier:
            continue
        noun = analysis.word(head if head is not None else earlier[-1]).lower()
        end = analysis.ends[head] if head is not None else match.end("number")
        yield Quantity(Span(match.start("number"), end), 1.0, noun, "=", noun)


def _vague(analysis: Analysis) -> Iterator[Quantity]:
    """ "dozens of prisoners", "hundreds of ships": a count without a number."""
    for token, word in enumerate(analysis.lemmas):
        said = analysis.word(token).lower()
        if said not in VAGUE or not said.endswith("s") or said in ("several", "numerous", "various"):
            continue
        following = token + 2
        if following < len(analysis) and analysis.word(token + 1).lower() == "of" and word:
            head = _head_from(analysis, following)
            if head is not None and analysis.tags[head] in ("NNS", "NNPS"):
                noun = analysis.word(head).lower()
                yield Quantity(analysis.span(token, head + 1), None, noun, "=", noun)
