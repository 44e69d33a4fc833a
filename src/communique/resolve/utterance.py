"""Which quotations of different documents render one act of speech: translations and cuts of it included.

Precision first: two remarks that one person made on one day stay two. Speakers are actors of the record, so quotations
without a resolved speaker join nothing. Candidates come from an index of (speaker, rare content word): the work grows with
the quotations, not with their pairs.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from itertools import pairwise
from math import inf, log

from communique.lexicon import calendar
from communique.lexicon.content_word import WORD, content_words, numbers, stem
from communique.model import DateValue, Form, Judgement, Quotation, Reason, Verdict
from communique.resolve.voice import Voices

AUTHOR = "rule:utterance"
FEWEST = 2
RAREST = 8
MOST_HOLDERS = 40
MOST_CANDIDATES = 16
MOST_KEPT = 8192
LEAST_COPIED, LEAST_SHORT = 6, 5
LEAST_VERBATIM = 8
LEAST_CLOSE = 4
NOBODY, ANYBODY = "", "*"
BACKGROUND = 60
MOST_SENTENCES = 12
MOST_PIECES = 24
LEAST_WORDS = 4
LONGEST_RATIO = 3
SAME_DIRECT = 0.6
SAME_SHORT = 0.75
SAME_WORDING = 0.45
LONG = 10
SAME_GRAMMAR = 0.7
SAME_FIGURES = 0.9
SAME_MIXED = 0.85
SAME_INDIRECT = 0.92
ORDERED = 0.5
SENTENCE = re.compile(r"[.!?…;]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a rendering: keys of its content words with how often each occurs, and stems of all its words."""

    content: tuple[str, ...]
    words: tuple[str, ...]
    bag: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A quotation in comparable form.

    Attributes:
        figures: numbers in it.
        speakers: ids; empty where nobody is known.
        bodies: organisations for which the speakers speak.
        nameless: whether all speakers are known by a description alone.
        length: number of words.
        around: number of words with cue and speaker.
        copy: digest of the words with cue and speaker, to know a copied sentence again.
        bag: how often each content word occurs.
    """

    quotation: Quotation
    figures: frozenset[str]
    speakers: frozenset[str]
    bodies: frozenset[str]
    nameless: bool
    length: int
    around: int
    copy: bytes
    bag: Mapping[str, int]


def resolve_utterances(
    quotations: Sequence[Quotation], past: Sequence[Judgement], voices: Voices | None = None
) -> tuple[Judgement, ...]:
    """Judgements that two quotations are one utterance (section "utterance"), sorted by pair.

    Args:
        quotations: of all documents, speakers as actors of the record.
        past: judgements of people; pairs that they decided are left to them.
        voices: what the record's actors tell about speakers; None for nothing.

    Returns:
        Verdict "same" alone; what is not said to be the same is different.
    """
    told_by = voices or Voices()
    rows = [own for quotation in sorted(quotations, key=lambda q: q.id) if (own := _read(quotation, told_by)) is not None]
    weight = _weights(rows)
    decided = {(own.left, own.right) for own in past}
    found = []
    by_id = {row.quotation.id: row.quotation for row in rows}
    pieces = lru_cache(MOST_KEPT)(lambda own: _pieces(by_id[own]))
    for one, two in _candidates(rows, weight):
        pair = (one.quotation.id, two.quotation.id)
        if pair in decided or not _comparable(one, two):
            continue
        stretches = pieces(pair[0]), pieces(pair[1])
        if (judgement := _judge(one, two, stretches, weight)) is not None:
            found.append(judgement)
    told = decided | {(own.left, own.right) for own in found}
    found.extend(own for own in _copied(rows) if (own.left, own.right) not in told)
    return tuple(sorted(found, key=lambda own: (own.left, own.right)))


def _copied(rows: Sequence[Rendering]) -> list[Judgement]:
    """Sentences that stand word for word in several documents, speaker and cue included: one report of one remark, also
    where its speaker has no name that would tell that he is the same."""
    groups: dict[bytes, list[Rendering]] = defaultdict(list)
    for row in rows:
        if row.around >= max(LEAST_COPIED if len(row.bag) < FEWEST else LEAST_SHORT, row.length + 2):
            groups[row.copy].append(row)
    found = []
    for members in groups.values():
        first = members[0]
        for other in members[1:]:
            days = _dates_fit(first.quotation.said_on, other.quotation.said_on)
            if days and other.quotation.document != first.quotation.document:
                reasons = (Reason("sentence", f"{first.around} words are the same, speaker and cue included", 1.0),)
                pair = (first.quotation.id, other.quotation.id)
                found.append(Judgement("utterance", *pair, Verdict.SAME, 1.0, reasons, AUTHOR))
    return found


def _read(quotation: Quotation, voices: Voices) -> Rendering | None:
    """None for what has no word to be compared. Quoted words count where there are any."""
    known = quotation.speaker_kind != "anonymous"  # "the spokesman" may be whoever another paper names
    speakers = frozenset(own for own in (quotation.speaker, *quotation.joint_speakers) if own is not None and known)
    text = " ".join(_parts(quotation))
    whole = _piece(text)
    if not whole.bag:
        return None
    sentence = [stem(word) for part in quotation.evidence for word in WORD.findall(part.quote)]
    copy = blake2b(" ".join((*sentence, "\n", *whole.content)).encode(), digest_size=16).digest()
    nameless = quotation.speaker is not None and speakers <= voices.nameless
    bodies = voices.around(speakers)
    length = len(whole.words)
    return Rendering(quotation, numbers(text), speakers, bodies, nameless, length, len(sentence), copy, whole.bag)


def _parts(quotation: Quotation) -> list[str]:
    return [part.quote for part in quotation.quoted or quotation.content]


def _pieces(quotation: Quotation) -> tuple[Piece, ...]:
    """The whole of a quotation and its sentences, since other documents may cut."""
    parts = _parts(quotation)
    whole = _piece(" ".join(parts))
    sentences = [piece for part in parts for piece in map(_piece, SENTENCE.split(part)[:MOST_SENTENCES])]
    runs = [whole, *(piece for piece in sentences if len(piece.words) >= LEAST_WORDS and piece != whole)]
    joined = [_join(one, two) for one, two in pairwise(sentences)]
    return (*runs, *(piece for piece in joined if piece != whole and len(piece.words) >= LEAST_WORDS))[:MOST_PIECES]


def _piece(text: str) -> Piece:
    content = tuple(word for word in content_words(text) if not word[0].isdigit())  # figures are compared apart
    return Piece(content, tuple(stem(word) for word in WORD.findall(text)), Counter(content))


def _join(one: Piece, two: Piece) -> Piece:
    return Piece((*one.content, *two.content), (*one.words, *two.words), Counter((*one.content, *two.content)))


def _weights(rows: Sequence[Rendering]) -> dict[str, float]:
    """Inverse document frequency of words over quotations, smoothed as if 60 more lay around: in a record of two papers
    the words of one shared remark are not common words."""
    held = Counter(word for row in rows for word in row.bag)
    return {word: log((len(rows) + BACKGROUND) / (count + 3)) for word, count in held.items()}


def _candidates(rows: Sequence[Rendering], weight: dict[str, float]) -> Iterator[tuple[Rendering, Rendering]]:
    """Pairs of different documents with one of their rarest words in common, and the speaker, if both have one.

    Of the earlier quotations that a word brings together with one, the first 40 count; of all that its words bring, the 16
    with the heaviest words in common, the earlier ones on a tie: the work grows with the quotations.
    """
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        rare = sorted(row.bag, key=lambda word: (-weight[word], word))[:RAREST]
        named = sorted(row.speakers | row.bodies)
        common: dict[int, float] = defaultdict(float)
        for word in rare:
            keys = [*named, NOBODY, *([ANYBODY] if row.nameless else [])] if named else [NOBODY, ANYBODY]
            for other in {other for speaker in keys for other in index[speaker, word]}:
                common[other] += weight[word]
            for speaker in [*named, ANYBODY, *([NOBODY] if row.nameless else [])] if named else [NOBODY]:
                if len(index[speaker, word]) < MOST_HOLDERS:
                    index[speaker, word].append(number)
        document = row.quotation.document
        others = [other for other in common if rows[other].quotation.document != document]
        for other in nsmallest(MOST_CANDIDATES, others, key=lambda other: (-common[other], other)):
            yield rows[other], row


def _comparable(one: Rendering, two: Rendering) -> bool:
    """Whether two renderings have days that fit and words enough in common to be one remark."""
    if not _dates_fit(one.quotation.said_on, two.quotation.said_on):
        return False
    return _common(one, two) >= _fewest(*_kind_of(one, two), one.nameless or two.nameless)


def _kind_of(one: Rendering, two: Rendering) -> tuple[int, bool]:
    """How many of the two give quoted words, and whether both have one speaker; a body and its head count as one where
    both are quoted."""
    quoted = sum(own.quotation.form is not Form.INDIRECT for own in (one, two))
    return quoted, bool(one.speakers & two.speakers or (quoted == 2 and one.bodies & two.bodies))


def _judge(
    one: Rendering, two: Rendering, stretches: tuple[tuple[Piece, ...], tuple[Piece, ...]], weight: dict[str, float]
) -> Judgement | None:
    quoted, named = _kind_of(one, two)
    match = _similarity(*stretches, weight, _least(quoted, named), quoted if named else None)
    if one.figures and two.figures and not one.figures & two.figures and match < Match(SAME_FIGURES, 5):
        return None  # other numbers: another remark, unless all the rest is alike
    alike = quoted == 2 and _is_verbatim(match)
    if not (named or alike) and quoted == 2 and (one.nameless or two.nameless):
        match = _closest(*stretches, weight)
        alike = match > NOTHING
    if not (_enough(match, quoted) if named else alike):
        return None
    score = match.score
    reasons = (
        Reason("speaker", "the same speaker" if named else "one document names nobody", 0.3 if named else 0.0),
        Reason("content", f"{score:.0%} of the weight of the shorter rendering is common", round(score, 4)),
    )
    return Judgement("utterance", one.quotation.id, two.quotation.id, Verdict.SAME, round(score, 4), reasons, AUTHOR)


def _fewest(quoted: int, named: bool, described: bool) -> float:
    """Content words that two renderings must share for `_enough` or `_is_verbatim` to hold; asked first, it is cheap."""
    if not named:
        return (LEAST_CLOSE if described else 5) if quoted == 2 else inf
    return FEWEST if quoted == 2 else 5 if quoted else 6


def _least(quoted: int, named: bool) -> float:
    """The score below which neither `_enough` nor `_is_verbatim` holds."""
    if not named:
        return SAME_FIGURES
    return SAME_DIRECT if quoted == 2 else SAME_MIXED if quoted else SAME_INDIRECT


def _common(one: Rendering, two: Rendering) -> int:
    """Content words in common, repeated ones as often as both have them; no stretch of the two has more."""
    both = one.bag.keys() & two.bag.keys()
    return sum(min(one.bag[word], two.bag[word]) for word in both) if both else 0


def _dates_fit(one: DateValue | None, two: DateValue | None) -> bool:
    if one is None or two is None or not calendar.is_known(one) or not calendar.is_known(two):
        return True
    return calendar.intersects(one, two)


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """How alike two stretches are.

    Attributes:
        score: weighted share of the shorter one's content words that the other one has, less for unlike lengths.
        common: number of common content words.
        ordered: share of them in the same order.
        wording: Dice of all words, empty ones included.
        length: words of the shorter one, empty ones included.
    """

    score: float
    common: int = 0
    ordered: float = 0.0
    wording: float = 0.0
    length: int = 0


NOTHING = Match(0.0)


def _enough(own: Match, quoted: int) -> bool:
    """Whether a match is one act of speech.

    Few content words must come with the same grammar around them; short catchphrases are said on many days and join
    nothing; so do standing demands, so that two indirect renderings must have nearly all of six words in common.

    Args:
        quoted: how many of the two renderings (0 to 2) give words between quotation marks.
    """
    if own.ordered < ORDERED:
        return False
    if quoted < 2:
        return own.common >= (5 if quoted else 6) and own.score >= (SAME_MIXED if quoted else SAME_INDIRECT)
    if own.common >= 4:
        return own.score >= SAME_DIRECT
    if own.length >= LONG and own.score >= SAME_DIRECT and own.wording >= SAME_GRAMMAR:
        return True
    return own.length >= 6 and own.score >= SAME_SHORT and own.wording >= SAME_WORDING


def _is_verbatim(own: Match) -> bool:
    """Whether long quoted words are all but the same: enough where one document does not tell who said them."""
    return own.common >= 5 and own.length >= LEAST_VERBATIM and own.score >= SAME_FIGURES and own.wording >= SAME_FIGURES


def _closest(one: Sequence[Piece], two: Sequence[Piece], weight: dict[str, float]) -> Match:
    """The best match of the whole of a rendering with a stretch of the other one that is close enough where one document
    only describes its speaker: a translation in like grammar. `NOTHING` if there is none."""
    tried = [*((one[0], right) for right in two), *((left, two[0]) for left in one[1:])]
    return max((m for left, right in tried if _is_close(m := _match(left, right, weight, SAME_DIRECT))), default=NOTHING)


def _is_close(own: Match) -> bool:
    alike = own.ordered >= ORDERED and own.wording >= SAME_WORDING
    return own.common >= LEAST_CLOSE and own.length >= LEAST_VERBATIM and alike


def _similarity(
    one: Sequence[Piece], two: Sequence[Piece], weight: dict[str, float], least: float, quoted: int | None
) -> Match:
    """The best match of a stretch of one rendering with a stretch of the other: a rendering may be cut.

    Matches with a score below `least` count as none. With `quoted` (see `_enough`) a match that is enough goes before any
    that is not: a sentence that is more alike must not hide that the whole is alike too.
    """
    found = (_match(left, right, weight, least) for left in one for right in two)
    return max(found, key=lambda own: (quoted is not None and _enough(own, quoted), own), default=NOTHING)


def _match(left: Piece, right: Piece, weight: dict[str, float], least: float) -> Match:
    short, long_ = sorted((left, right), key=lambda piece: (len(piece.content), piece.content))
    if not short.content or len(short.content) * LONGEST_RATIO < len(long_.content):
        return NOTHING
    common = {word: min(short.bag[word], long_.bag[word]) for word in short.bag.keys() & long_.bag.keys()}
    number = sum(common.values())
    if number < FEWEST:
        return NOTHING
    total = sum(weight.get(word, 1.0) for word in short.content)
    shared = sum(weight.get(word, 1.0) * common[word] for word in short.bag if word in common)
    both = 2 * number / (len(short.content) + len(long_.content))
    score = round(shared / total * (0.7 + 0.3 * both), 4)
    if score < least:
        return NOTHING
    alike = sum((Counter(short.words) & Counter(long_.words)).values())
    wording = 2 * alike / (len(short.words) + len(long_.words))
    ordered = _in_order(short.content, long_.content) / number
    return Match(score, number, ordered, wording, min(len(short.words), len(long_.words)))


def _in_order(short: tuple[str, ...], long_: tuple[str, ...]) -> int:
    """Length of the longest common subsequence, of the first 60 words of each."""
    row = [0] * (min(len(long_), 60) + 1)
    for word in short[:60]:
        before = 0
        for place, other in enumerate(long_[:60], 1):
            before, row[place] = row[place], before + 1 if word == other else max(row[place], row[place - 1])
    return row[-1]
