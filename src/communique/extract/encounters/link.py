"""How the encounters of one document hang together: what prepares, follows, carries out, runs beside or is part of what.

A cue stands between the words of two encounters of its sentence, or between one of them and the encounter that the text
spoke of last ("They also agreed to hold talks"). Source of the relations: RECORD.md, encounters, `links`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extract.encounters.anchor import AHEAD, HAPPENED, Anchor
from communique.lexicon.encounter import load_words
from communique.model import Analysis, EncounterKind, EncounterLink, EncounterMention, EncounterStatus, Span

NEAR = 160
BACK, FAR_BACK = 4, 12


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that link.

    Attributes:
        relation: what the encounter named first does to the one named after the words; for `back` what the one after the
            words (or around them) does to the one named before.
        back: the words belong to the later encounter and point back.
        reach: characters within which the later one must be named.
    """

    relation: str
    pattern: re.Pattern[str]
    back: bool = False
    reach: int = NEAR


def _words(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})\b", re.IGNORECASE)


CUES = (
    Cue(
        "prepares",
        _words(
            r"(?:to |would |will |helped |help )?prepar(?:e|es|ed|ing)(?: the (?:ground|way))?(?: for)?"
            r"|pav(?:e|es|ed|ing) the (?:way|path) (?:for|to)|(?:open|clear|smooth)(?:s|ed|ing)? the (?:way|path|door) (?:for|to)"
            r"|(?:lay|lays|laid|laying) the (?:groundwork|ground|foundations?) for|in preparation (?:for|of)"
            r"|kick(?:s|ed)? off|(?:lead|leads|led|leading) (?:up )?to|end(?:s|ed)? with|ahead of|set(?:s|ting)? the stage for"
        ),
    ),
    Cue(
        "prepares",
        _words(
            r"(?:agree[ds]?|decided|resolved|undert(?:ook|aken))(?: in principle)? (?:on a date for|on the date of|to)"
            r"(?: formally| soon| also)?(?: (?:hold|open|start|launch|begin|resume|arrange|convene|schedule|set up|meet|send))?"
        ),
        reach=40,
    ),
    Cue("implements", _words(r"to (?:implement|carry out|give effect to|put into (?:practice|effect))"), back=True),
    Cue("implements", _words(r"(?:in|as an?) (?:implementation|continuation|fulfil?lment) of"), back=True),
    Cue("follows", _words(r"follow(?:s|ed)? (?!by)|follow-up to|(?:resum|continu)(?:es|ed|ing)"), reach=60),
    Cue("precedes", _words(r"(?:was|were|is|be|been)? ?followed by"), reach=80),
    Cue("part_of", _words(r"(?:during|as part of|in the course of|in the framework of|within the framework of)"), reach=60),
)
BESIDE = _words(r"(?:in )?parallel|simultaneous(?:ly)?|on the (?:sidelines?|margins?)(?: of)?|at the same time")
AGAIN = _words(r"then|subsequent(?:ly)?|soon after(?:wards)?|after that|later|fresh|further|follow-up")
BEFORE = _words(r"(?:the|a) day before|earlier|beforehand|previously")
AFTER = _words(r"after|following|since")
SHARED = frozenset(
    ["united", "states", "republic", "kingdom", "north", "south", "east", "west", "democratic", "saint", "city"]
)
COUNTS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def links_of(
    analysis: Analysis, anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]
) -> tuple[tuple[EncounterLink, ...], ...]:
    """The links that each mention holds, in text order; one for a pair, the first that the text gives."""
    found: list[list[EncounterLink]] = [[] for _ in encounters]
    linked: set[frozenset[int]] = set()
    rows = [*_by_cue(analysis, anchors, encounters), *_beside(analysis, anchors, encounters)]
    rows += [*_by_number(analysis, anchors, encounters), *_later(analysis, anchors, encounters)]
    for one, relation, two, span in rows:
        pair = frozenset({one, two})
        if one == two or pair in linked or not _in_time(relation, encounters[one], encounters[two]):
            continue
        linked.add(pair)
        found[one].append(EncounterLink(relation, encounters[two].id, (analysis.evidence(span),)))
    return tuple(tuple(own) for own in found)


Row = tuple[int, str, int, Span]


def _in_time(relation: str, one: EncounterMention, two: EncounterMention) -> bool:
    """Whether what is over stands before what is still to come."""
    if relation in {"prepares", "precedes"}:
        return not (one.status in AHEAD and two.status in HAPPENED)
    if relation in {"follows", "implements"}:
        return not (one.status in HAPPENED and two.status in AHEAD)
    return True


def _by_sentence(anchors: Sequence[Anchor]) -> dict[int, list[Anchor]]:
    found: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        found.setdefault(anchor.sentence, []).append(anchor)
    return found


def _by_cue(analysis: Analysis, anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]) -> Iterator[Row]:
    for sentence, own in sorted(_by_sentence(anchors).items()):
        span = analysis.sentence_span(sentence)
        for cue in CUES:
            for match in cue.pattern.finditer(analysis.text, span.start, span.end):
                yield from _read(analysis, cue, Span(match.start(), match.end()), own, (anchors, encounters))
        yield from _after(analysis, own, span)


Context = tuple[Sequence[Anchor], Sequence[EncounterMention]]


def _read(analysis: Analysis, cue: Cue, span: Span, own: Sequence[Anchor], context: Context) -> Iterator[Row]:
    left = [one for one in own if analysis.starts[one.token] < span.start]
    right = [
        one for one in own if analysis.ends[one.token] > span.end and analysis.starts[one.token] - span.end <= cue.reach
    ]
    if cue.back:
        goal = _named_after(analysis, span, right, left, context)
        if left and goal is not None:
            yield left[-1].number, cue.relation, goal, span
    elif right:
        source = left[-1].number if left else _last_before(own[0], right[0].number, context)
        if source is not None:
            yield source, cue.relation, right[0].number, Span(span.start, analysis.ends[right[0].token])


def _named_after(
    analysis: Analysis, span: Span, right: Sequence[Anchor], left: Sequence[Anchor], context: Context
) -> int | None:
    """Whose agreement is carried out: that of an encounter named after the words, by its city, or the last one."""
    if right:
        return right[0].number
    anchors, encounters = context
    if not left:
        return None
    words = set(re.findall(r"\w+", analysis.text[span.end : span.end + NEAR].lower()))
    past = [one.number for one in anchors if one.token < left[0].token and one.number != left[-1].number]
    for names in (_surnames, _place_words):
        found = next((number for number in reversed(past) if names(encounters[number]) & words), None)
        if found is not None:
            return found
    return None


def _surnames(mention: EncounterMention) -> set[str]:
    """Last words of what the mention calls its participants, lower case."""
    quotes = [words.quote for person in mention.participants if person.present for words in person.evidence]
    return {quote.split()[-1].lower() for quote in quotes if quote[:1].isupper() and quote.split()}


def _place_words(mention: EncounterMention) -> set[str]:
    """Words of its city and country, lower case, without those that many countries share."""
    place = mention.place
    names = f"{place.city or ''} {place.country or ''}".lower().split() if place is not None else []
    return {name for name in names if len(name) > 3 and name not in SHARED}


def _last_before(anchor: Anchor, but: int, context: Context, back: int = BACK) -> int | None:
    """The encounter that the text spoke of last before this sentence, one that took place first."""
    anchors, encounters = context
    near = []
    for at in range(bisect_left(anchors, anchor.token, key=lambda one: one.token) - 1, -1, -1):
        one = anchors[at]
        if anchor.sentence - one.sentence > back:
            break
        if one.number != but:
            near.append(one)
    held = [one for one in near if encounters[one.number].status in HAPPENED]
    return held[0].number if held else None


def _after(analysis: Analysis, own: Sequence[Anchor], sentence: Span) -> Iterator[Row]:
    """ "After the call the delegations met": the one in the phrase came first; "after X and after Y" is no order."""
    marks = [_mark_before(analysis, one, own, sentence) for one in own]
    for one, mark in zip(own, marks, strict=True):
        free = [other for other, its in zip(own, marks, strict=True) if other.number != one.number and its is None]
        if mark is None or not free:
            continue
        other = min(free, key=lambda own: abs(own.token - one.token))
        if not mark.start <= analysis.starts[other.token] <= analysis.starts[one.token]:
            yield other.number, "follows", one.number, Span(mark.start, analysis.ends[one.token])


def _mark_before(analysis: Analysis, anchor: Anchor, own: Sequence[Anchor], sentence: Span) -> Span | None:
    """An "after" shortly before the word of an encounter, with no comma and no other encounter between."""
    start = analysis.starts[anchor.token]
    match = next(reversed([*AFTER.finditer(analysis.text, max(sentence.start, start - 40), start)]), None)
    if match is None or re.search(r"[,;:]", analysis.text[match.end() : start]):
        return None
    if any(match.end() <= analysis.starts[one.token] < start and one.number != anchor.number for one in own):
        return None
    return Span(match.start(), match.end())


def _beside(analysis: Analysis, anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]) -> Iterator[Row]:
    """ "held parallel talks", "on the sidelines of the summit", "While the ministers met, experts compared notes"."""
    for sentence, own in sorted(_by_sentence(anchors).items()):
        span = analysis.sentence_span(sentence)
        match = BESIDE.search(analysis.text, span.start, span.end)
        if match is not None:
            words = Span(match.start(), match.end())
            near = min(
                own, key=lambda one: max(analysis.starts[one.token] - words.end, words.start - analysis.ends[one.token], 0)
            )
            if analysis.starts[near.token] - words.end > 60 or words.start - analysis.ends[near.token] > 100:
                continue
            others = [one for one in own if one.number != near.number]
            goal = others[0].number if others else _last_before(own[0], near.number, (anchors, encounters))
            if goal is not None:
                yield near.number, "parallel_to", goal, words
        yield from _while(analysis, own)


def _while(analysis: Analysis, own: Sequence[Anchor]) -> Iterator[Row]:
    for one in own:
        marks = [
            at
            for at in analysis.children(one.token)
            if analysis.lemmas[at] in {"while", "as"} and analysis.deps[at] == "mark"
        ]
        if analysis.deps[one.token] != "advcl" or not marks or analysis.lemmas[marks[0]] != "while":
            continue
        for other in own:
            if other.number != one.number and other.token == analysis.heads[one.token]:
                yield other.number, "parallel_to", one.number, analysis.span(marks[0], one.token + 1)


def _by_number(analysis: Analysis, anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]) -> Iterator[Row]:
    """ "a second round" follows the first, or the only meeting that the text spoke of before."""
    counted: dict[int, tuple[int, Span]] = {}
    for anchor in anchors:
        number = _ordinal(analysis, anchor)
        if number is not None and anchor.number not in counted:
            counted[anchor.number] = number
    for later, (count, span) in sorted(counted.items()):
        if count == 0:
            continue
        former = [own for own, (other, _) in counted.items() if other == count - 1]
        if not former:
            former = _meetings_before(anchors, encounters, later, counted)
        if former and encounters[later].status in AHEAD and encounters[former[0]].status in HAPPENED:
            yield former[0], "precedes", later, span
        elif former:
            yield later, "follows", former[0], span


def _meetings_before(
    anchors: Sequence[Anchor], encounters: Sequence[EncounterMention], later: int, counted: dict[int, tuple[int, Span]]
) -> list[int]:
    """The encounter that the one counted next must follow: the last round, else meeting, told before."""
    first = next(one.token for one in anchors if one.number == later)
    kinds = {EncounterKind.ROUND, EncounterKind.MEETING, EncounterKind.SUMMIT, EncounterKind.CONSULTATION}
    past = [
        one.number
        for one in anchors
        if one.token < first
        and one.number != later
        and one.number not in counted
        and encounters[one.number].kind in kinds
        and encounters[one.number].status is EncounterStatus.HELD
    ]
    rounds = [number for number in past if encounters[number].kind is EncounterKind.ROUND]
    return rounds[-1:] or past[-1:]


def _ordinal(analysis: Analysis, anchor: Anchor) -> tuple[int, Span] | None:
    words = load_words()
    for at in range(max(anchor.token - 4, 0), anchor.token):
        lemma = analysis.lemmas[at]
        round_of = analysis.lemmas[anchor.token] in words.counting_nouns | {"talk", "round", "meeting", "session", "summit"}
        if lemma in COUNTS and round_of and analysis.heads[at] in range(at, anchor.token + 1):
            return COUNTS.index(lemma), analysis.span(at, anchor.token + 1)
    return None


def _later(analysis: Analysis, anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]) -> Iterator[Row]:
    """ "then sent officials for negotiations", "a week later a new round was held", "the day before, she had met"."""
    seen: set[int] = set()
    for sentence, own in sorted(_by_sentence(anchors).items()):
        anchor = own[0]
        if anchor.number in seen:
            continue
        seen |= {one.number for one in own}
        low = analysis.sentence_span(sentence).start
        start = analysis.starts[anchor.token]
        former = _last_before(anchor, anchor.number, (anchors, encounters), FAR_BACK)
        if former is None or former == anchor.number or encounters[anchor.number].status not in HAPPENED:
            continue
        before = BEFORE.search(analysis.text, low, start)
        again = AGAIN.search(analysis.text, low, start)
        if before is not None:
            yield anchor.number, "precedes", former, Span(before.start(), before.end())
        elif again is not None:
            yield anchor.number, "follows", former, Span(again.start(), again.end())
