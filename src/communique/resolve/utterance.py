"""Which quotations of different documents render one act of speech: translations and cuts of it included.

Precision first: two remarks that one person made on one day stay two. Speakers are actors of the record, so quotations
without a resolved speaker join nothing. Candidates come from an index of (speaker, rare content word): the work grows with
the quotations, not with their pairs.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from communique.lexicon import calendar
from communique.lexicon.content_word import WORD, content_words, numbers, stem
from communique.model import DateValue, Form, Judgement, Quotation, Reason, Verdict

AUTHOR = "rule:utterance"
FEWEST = 2
RAREST = 8
MOST_HOLDERS = 40
BACKGROUND = 60
MOST_SENTENCES = 12
MOST_PIECES = 24
LEAST_WORDS = 4
LONGEST_RATIO = 3
SAME_DIRECT = 0.6
SAME_SHORT = 0.75
SAME_WORDING = 0.45
SAME_FIGURES = 0.9
SAME_MIXED = 0.85
SAME_INDIRECT = 0.92
ORDERED = 0.5
SENTENCE = re.compile(r"[.!?…;]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a rendering: keys of its content words, and stems of all its words."""

    content: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A quotation in comparable form; `pieces`: the whole and its sentences, since other documents may cut."""

    quotation: Quotation
    words: tuple[str, ...]
    pieces: tuple[Piece, ...]
    figures: frozenset[str]
    speakers: frozenset[str]


def resolve_utterances(quotations: Sequence[Quotation], past: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Judgements that two quotations are one utterance (section "utterance"), sorted by pair.

    Args:
        quotations: of all documents, speakers as actors of the record.
        past: judgements of people; pairs that they decided are left to them.

    Returns:
        Verdict "same" alone; what is not said to be the same is different.
    """
    rows = [own for quotation in sorted(quotations, key=lambda q: q.id) if (own := _read(quotation)) is not None]
    weight = _weights(rows)
    decided = {(own.left, own.right) for own in past}
    found = []
    for one, two in _candidates(rows, weight):
        pair = (one.quotation.id, two.quotation.id)
        if pair not in decided and (judgement := _judge(one, two, weight)) is not None:
            found.append(judgement)
    return tuple(sorted(found, key=lambda own: (own.left, own.right)))


def _read(quotation: Quotation) -> Rendering | None:
    """None for what cannot be compared: no resolved speaker, or too few words. Quoted words count where there are any."""
    speakers = frozenset(own for own in (quotation.speaker, *quotation.joint_speakers) if own is not None)
    parts = [part.quote for part in quotation.quoted or quotation.content]
    whole = _piece(" ".join(parts))
    if not speakers or len(set(whole.content)) < FEWEST:
        return None
    sentences = [piece for part in parts for piece in map(_piece, SENTENCE.split(part)[:MOST_SENTENCES])]
    runs = [whole, *(piece for piece in sentences if len(piece.words) >= LEAST_WORDS and piece != whole)]
    joined = [_join(one, two) for one, two in pairwise(sentences)]
    pieces = (*runs, *(piece for piece in joined if piece != whole and len(piece.words) >= LEAST_WORDS))
    return Rendering(quotation, whole.content, pieces[:MOST_PIECES], numbers(" ".join(parts)), speakers)


def _piece(text: str) -> Piece:
    content = tuple(word for word in content_words(text) if not word[0].isdigit())  # figures are compared apart
    return Piece(content, tuple(stem(word) for word in WORD.findall(text)))


def _join(one: Piece, two: Piece) -> Piece:
    return Piece((*one.content, *two.content), (*one.words, *two.words))


def _weights(rows: Sequence[Rendering]) -> dict[str, float]:
    """Inverse document frequency of words over quotations, smoothed as if 60 more lay around: in a record of two papers
    the words of one shared remark are not common words."""
    held = Counter(word for row in rows for word in set(row.words))
    return {word: log((len(rows) + BACKGROUND) / (count + 3)) for word, count in held.items()}


def _candidates(rows: Sequence[Rendering], weight: dict[str, float]) -> list[tuple[Rendering, Rendering]]:
    """Pairs of different documents with a speaker and one of their rarest words in common."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        rare = sorted(set(row.words), key=lambda word: (-weight[word], word))[:RAREST]
        for speaker in sorted(row.speakers):
            for word in rare:
                holders = index[speaker, word]
                pairs.update((other, number) for other in holders)
                if len(holders) < MOST_HOLDERS:
                    holders.append(number)
    kept = [(rows[a], rows[b]) for a, b in sorted(pairs)]
    return [(one, two) for one, two in kept if one.quotation.document != two.quotation.document]


def _judge(one: Rendering, two: Rendering, weight: dict[str, float]) -> Judgement | None:
    if not _dates_fit(one.quotation.said_on, two.quotation.said_on):
        return None
    match = _similarity(one, two, weight)
    if one.figures and two.figures and not one.figures & two.figures and match < Match(SAME_FIGURES, 5):
        return None  # other numbers: another remark, unless all the rest is alike
    quoted = sum(own.quotation.form is not Form.INDIRECT for own in (one, two))
    if not _enough(match, quoted):
        return None
    score = match.score
    reasons = (
        Reason("speaker", "the same speaker", 0.3),
        Reason("content", f"{score:.0%} of the weight of the shorter rendering is common", round(score, 4)),
    )
    return Judgement("utterance", one.quotation.id, two.quotation.id, Verdict.SAME, round(score, 4), reasons, AUTHOR)


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
    return own.length >= 6 and own.score >= SAME_SHORT and own.wording >= SAME_WORDING


def _similarity(one: Rendering, two: Rendering, weight: dict[str, float]) -> Match:
    """The best match of a stretch of one rendering with a stretch of the other: a rendering may be cut."""
    best = NOTHING
    for left in one.pieces:
        for right in two.pieces:
            best = max(best, _match(left, right, weight))
    return best


def _match(left: Piece, right: Piece, weight: dict[str, float]) -> Match:
    short, long_ = sorted((left, right), key=lambda piece: (len(piece.content), piece.content))
    if not short.content or len(short.content) * LONGEST_RATIO < len(long_.content):
        return NOTHING
    common = Counter(short.content) & Counter(long_.content)
    number = sum(common.values())
    if number < FEWEST:
        return NOTHING
    total = sum(weight.get(word, 1.0) for word in short.content)
    shared = sum(weight.get(word, 1.0) * times for word, times in common.items())
    both = 2 * number / (len(short.content) + len(long_.content))
    alike = sum((Counter(short.words) & Counter(long_.words)).values())
    wording = 2 * alike / (len(short.words) + len(long_.words))
    ordered = _in_order(short.content, long_.content) / number
    score = round(shared / total * (0.7 + 0.3 * both), 4)
    return Match(score, number, ordered, wording, min(len(short.words), len(long_.words)))


def _in_order(short: tuple[str, ...], long_: tuple[str, ...]) -> int:
    """Length of the longest common subsequence, of the first 60 words of each."""
    row = [0] * (min(len(long_), 60) + 1)
    for word in short[:60]:
        before = 0
        for place, other in enumerate(long_[:60], 1):
            before, row[place] = row[place], before + 1 if word == other else max(row[place], row[place - 1])
    return row[-1]
