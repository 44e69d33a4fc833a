"""Two numbers for one thing in one article: "either 25 or 40 minutes", "you had seven hours": "Six and a half", "the
agency had reported 60". A pair of numbers counts only where words of account stand beside the second one."""

import re
from collections.abc import Sequence

from communique.lexicon.numeral import CARDINALS, SCALES, cardinal_value
from communique.model import Span

WORDS = "|".join(sorted((*CARDINALS, *SCALES), key=len, reverse=True))
DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
NUM = rf"(?:{DIGITS}(?: (?:million|billion|thousand))?|(?:{WORDS})(?:[ -](?:{WORDS}))*)(?: and a half)?"
HALF = " and a half"
LENGTH_UNIT = r"(?:minutes?|hours?|days?)"
LENGTH = re.compile(
    rf"\b(?P<n>{NUM}|half an|an)(?: and a (?:half|quarter))?[ -](?P<unit>minutes?|hours?)\b(?P<rest> and a half)?",
    re.IGNORECASE,
)
TALKED = re.compile(
    r"\b(?:talk(?:s|ed)?|spoke|conversations?|calls?|meetings?|met|sessions?|discussions?|negotiations?|lasted|round|summit"
    r"|summary|readout|read-out)\b",
    re.IGNORECASE,
)
ACCOUNT = re.compile(
    r"\b(?:spoke of|speaks of|writes?|wrote|put(?:s)? (?:it|the \w+) at|according to|on the other hand|by contrast|however"
    r"|insist(?:s|ed)|claim(?:s|ed)|maintain(?:s|ed)|gives?|gave|counted|(?:says?|said)(?: that)? (?:it|they|the \w+) (?:had )?lasted)\b",
    re.IGNORECASE,
)
OTHER_ONE = re.compile(
    r"\b(?:second|third|fourth|another|next|later|latter|separate|afterwards|previous|earlier)\b", re.IGNORECASE
)
EITHER = re.compile(rf"\beither (?P<one>{NUM}) or (?P<two>{NUM}[ -][a-z]+)\b", re.IGNORECASE)
AHEAD = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|can|must|to be|is to|are to|if|whether|plans?|planned|expect\w*)\b",
    re.IGNORECASE,
)
SAY = r"(?:says?|said|speaks? of|spoke of|counts?|counted|gives?|gave|reports?|reported|puts? it at|has it as)"
SAID = re.compile(f" {SAY} ", re.IGNORECASE)
TIMES = rf"(?:once|twice|{NUM})(?: times)?"
MIDDLE = r"(?: that)?(?: there (?:were|are)| it (?:was|is)| they (?:were|are)| only| just| about| some)*"
COUNTS = re.compile(
    rf"(?P<one>\b[\w’'.-]+(?: [\w’'.-]+){{0,3}}? {SAY}{MIDDLE} (?P<n>{TIMES})\b)[^,;.!?\n]{{0,20}}[,;] (?:and |but |while |whereas )?"
    rf"(?P<two>(?:the |its? |a )?[\w’'.-]+(?: [\w’'.-]+){{0,3}}? {SAY}{MIDDLE} (?P<m>{TIMES})\b)",
    re.IGNORECASE,
)
SPEAKS = re.compile(rf"^(?:A|Answer|[A-Z][\w .'’-]{{2,40}}): (?P<n>(?i:{NUM}))(?=[,.;])")
ASKS = re.compile(r"^(?:Q|Question|Interviewer)\b|\?[\"”’)]?$")
REPORTED = re.compile(
    rf"^[^.;!?\n]{{2,80}}? (?:had|has) (?:earlier |previously |first )?(?:reported|given|written of|spoken of|put it at|said)"
    rf"(?: only| just| about)? (?P<n>{NUM})(?=[.,;]|$)",
    re.IGNORECASE,
)
OTHER_VERSION = re.compile(
    r"^[^.;!?\n]{0,50}?(?:['’]s?|\bown|\b[Oo]ther|\b[Oo]fficial|\b[Rr]ival) (?:\w+ )?(?:version|account|readout|count|figure|estimate|tally)\b(?: (?:is|says|gives|puts it at))?:? [\"“]?"
    rf"(?:about |some |nearly |almost |only )?(?P<n>(?i:{NUM}))\b"
)
WITNESSES = re.compile(
    r"^(?:\w+ )?(?:[Rr]esidents|[Ww]itnesses|[Ee]yewitnesses|[Vv]illagers|[Nn]eighbours|[Rr]eporters|[Dd]octors|[Hh]ospitals?|[Rr]escuers)\b"
    rf"[^.;:!?\n]{{0,60}}?\b(?:spoke of|speak of|counted|saw|heard|reported|put the (?:number|toll|figure) at) "
    rf"(?:about |some |only |at least )?(?P<n>(?i:{NUM}))\b[^.;:!?\n]{{0,40}}"
)
CLAIMED = re.compile(
    rf"\b(?:says?|said|claims?|claimed|reports?|reported|announced)(?: that)? (?:about |some |only |at least )?(?P<n>(?i:{NUM}))\b[^.;:!?\n]{{0,60}}"
)
BARE = re.compile(rf"\b{NUM}\b", re.IGNORECASE)
LONGEST_MINUTES, ROUND, NEAREST, FURTHEST = 3000.0, 0.05, 0.5, 0.2
ONCE = {"once": 1.0, "twice": 2.0}

Found = tuple[str, Span, Span] | None


def value_of(words: str) -> float | None:
    """The value of a number as the patterns here find it; None for none."""
    low = words.lower().removesuffix(" times")
    half = low.endswith(HALF)
    found = ONCE.get(low) or cardinal_value(low.removesuffix(HALF).replace("-", " ").split())
    return None if found is None else found + (0.5 if half else 0.0)


def between_two(text: str, lines: Sequence[Span], number: int) -> Found:
    """ "spoke for either 25 or 40 minutes": two accounts of what is past."""
    line = lines[number]
    found = EITHER.search(text, line.start, line.end)
    if found is None or AHEAD.search(text, line.start, found.start()) or value_of(found["one"]) is None:
        return None
    return "figure", Span(*found.span("one")), Span(*found.span("two"))


def two_counts(text: str, lines: Sequence[Span], number: int) -> Found:
    """ "The host says three times, the agencies say once"."""
    line = lines[number]
    if len(SAID.findall(text, line.start, line.end)) < len("nm"):  # the pattern is slow where it does not fit
        return None
    found = COUNTS.search(text, line.start, line.end)
    if found is None or value_of(found["n"]) == value_of(found["m"]):
        return None
    return "figure", Span(*found.span("one")), Span(*found.span("two"))


def other_version(text: str, lines: Sequence[Span], number: int) -> Found:
    """ "It ran to 25 minutes, says an official. The palace's version: “about forty”." """
    line = lines[number]
    found = OTHER_VERSION.match(text[line.start : line.end])
    other = value_of(found["n"]) if found is not None else None
    if found is None or not other or not number or "\n" in text[lines[number - 1].end : line.start]:
        return None
    for own in BARE.finditer(text, lines[number - 1].start, lines[number - 1].end):
        value = value_of(own[0])
        if value and value != other and min(value, other) >= FURTHEST * max(value, other):
            return "figure", Span(own.start(), own.end()), Span(line.start, line.start + found.end("n"))
    return None


def witnesses_count(text: str, lines: Sequence[Span], number: int) -> Found:
    """ "The army says eleven shells landed. ... Residents spoke of five or six explosions." """
    line = lines[number]
    found = WITNESSES.match(text[line.start : line.end])
    other = value_of(found["n"]) if found is not None else None
    if found is None or not other:
        return None
    for before in reversed(lines[max(0, number - 4) : number]):
        claim = CLAIMED.search(text, before.start, before.end)
        value = value_of(claim["n"]) if claim is not None else None
        same = "\n" not in text[before.end : line.start]
        if claim is not None and value and value != other and same and min(value, other) >= FURTHEST * max(value, other):
            return "figure", Span(before.start, claim.end()), Span(line.start, line.start + found.end())
    return None


def other_length(text: str, lines: Sequence[Span], number: int) -> Found:
    """The length of a talk, and another one with words of account in one of the next two sentences."""
    first = _length(text, lines[number])
    if first is None:
        return None
    for line in lines[number + 1 : number + 3]:
        other = _length(text, line)
        if other is None or not ACCOUNT.search(text, line.start, line.end) or OTHER_ONE.search(text, line.start, line.end):
            continue
        if abs(other[0] - first[0]) > ROUND * max(other[0], first[0]) and "\n" not in text[lines[number].end : line.start]:
            return "duration", first[1], other[1]
    return None


def _length(text: str, line: Span) -> tuple[float, Span] | None:
    """Minutes that a talk took, if the sentence gives one length alone; a summary of the talk may stand for it."""
    words = text[line.start : line.end].lower()
    if "hour" not in words and "minute" not in words:
        return None
    found = list(LENGTH.finditer(text, line.start, line.end))
    if len(found) != 1 or not TALKED.search(text, line.start, line.end) or AHEAD.search(text, line.start, found[0].start()):
        return None
    own = found[0]
    number = {"half an": 0.5, "an": 1.0}.get(own["n"].lower(), value_of(own["n"]))
    if number is None:
        return None
    number += 0.5 if "half" in own[0][len(own["n"]) :].lower() else 0.0
    minutes = number * (60 if own["unit"].lower().startswith("hour") else 1)
    return (minutes, Span(own.start(), own.end())) if 0 < minutes <= LONGEST_MINUTES else None


def short_answer(text: str, lines: Sequence[Span], number: int) -> Found:
    """ "You had seven hours with them": "Six and a half": the answer gives another number than the question."""
    line = lines[number]
    found = SPEAKS.match(text[line.start : line.end])
    if found is None or not number or not ASKS.search(text[lines[number - 1].start : lines[number - 1].end]):
        return None
    own = value_of(found["n"])
    for before in reversed(lines[max(0, number - 3) : number]):
        for asked in BARE.finditer(text, before.start, before.end):
            value = value_of(asked[0])
            if own and value and own != value and min(own, value) >= NEAREST * max(own, value):
                end = text.find(" ", asked.end() + 1, before.end)
                whole = Span(asked.start(), end if end > 0 else asked.end())
                return "figure", whole, Span(line.start + found.start("n"), line.start + found.end("n"))
        if ASKS.match(text[before.start : before.end]):
            break
    return None


def had_reported(text: str, lines: Sequence[Span], number: int) -> Found:
    """ "falling to 65 in dry years. The agency had reported 60." """
    if not number:
        return None
    line, before = lines[number], lines[number - 1]
    found = REPORTED.match(text[line.start : line.end])
    other = value_of(found["n"]) if found is not None else None
    if found is None or not other:
        return None
    near = []
    for own in BARE.finditer(text, before.start, before.end):
        value = value_of(own[0])
        if value and value != other and min(value, other) >= NEAREST * max(value, other):
            near.append((abs(value - other), own.start(), own.end()))
    if not near:
        return None
    _, start, end = min(near)
    return "figure", Span(start, end), Span(line.start, line.start + found.end("n"))
