"""Which quotations of different documents render one act of speech: translations and cuts of it included.

Precision first: two remarks that one person made on one day stay two. Speakers are actors of the record, so quotations
without a resolved speaker join nothing. Candidates come from an index of (speaker, rare content word): the work grows with
the quotations, not with their pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from math import inf, log

from communique.lexicon import calendar
from communique.lexicon.content_word import WORD, content_words, numbers, stem
from communique.model import DateValue, Form, Judgement, Quotation, Reason, Verdict
from communique.resolve.paraphrase import likeness
from communique.resolve.voice import Voices
from communique.resolve.wording import (
    FEWEST,
    LEAST_CLOSE,
    NOTHING,
    SAME_DIRECT,
    SAME_FIGURES,
    SAME_INDIRECT,
    SAME_MIXED,
    Match,
    Piece,
    closest,
    is_enough,
    is_verbatim,
    piece_of,
    pieces_of,
    similarity,
)

AUTHOR = "rule:utterance"
RAREST = 12
MOST_HOLDERS = 40
MOST_CANDIDATES = 16
MOST_KEPT = 8192
LEAST_COPIED, LEAST_SHORT = 6, 5
NOBODY, ANYBODY = "", "*"
BACKGROUND, SMOOTH = 60, 3
PARAPHRASE = ((0.58, 0.6, 3.5), (0.58, 0.5, 2.3), (0.48, 0.4, 2.0))  # score, build, common; by number of quoted renderings
SHORTEST = (7, 7, 6)
CLOSE_PARAPHRASE = (0.62, 0.45, 2.3)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A quotation in comparable form.

    Attributes:
        figures: numbers in it.
        speakers: ids; empty where nobody is known.
        bodies: organisations for which the speakers speak.
        nameless: whether all speakers are known by a description alone.
        parties: sides for which the speakers speak.
        person: whether all speakers are persons with names.
        length: number of words.
        around: number of words with cue and speaker.
        copy: digest of the words with cue and speaker, to know a copied sentence again.
        bag: how often each content word occurs.
        told: content words of all that is told, words outside quotation marks included.
    """

    quotation: Quotation
    figures: frozenset[str]
    speakers: frozenset[str]
    bodies: frozenset[str]
    nameless: bool
    parties: frozenset[str]
    person: bool
    length: int
    around: int
    copy: bytes
    bag: Mapping[str, int]
    told: frozenset[str]


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
    rarity = {word: min(1.0, own / log((len(rows) + BACKGROUND) / (1 + SMOOTH))) for word, own in weight.items()}
    decided = {(own.left, own.right) for own in past}
    found = []
    by_id = {row.quotation.id: row.quotation for row in rows}
    pieces = lru_cache(MOST_KEPT)(lambda own: pieces_of(_parts(by_id[own])))
    for one, two in _candidates(rows, weight):
        pair = (one.quotation.id, two.quotation.id)
        if pair in decided or not _dates_fit(one.quotation.said_on, two.quotation.said_on):
            continue
        judgement = _judge(one, two, (pieces(pair[0]), pieces(pair[1])), weight) if _comparable(one, two) else None
        if judgement is not None or (judgement := _paraphrased(one, two, rarity)) is not None:
            found.append(judgement)
    told = decided | {(own.left, own.right) for own in found}
    found.extend(own for own in _copied(rows) if (own.left, own.right) not in told)
    return tuple(sorted(_innermost(found, by_id), key=lambda own: (own.left, own.right)))


def _innermost(found: Sequence[Judgement], by_id: Mapping[str, Quotation]) -> list[Judgement]:
    """Without what joins a rendering to words that tell of a remark in them, where it is joined to that remark too."""
    joined = {pair for own in found for pair in ((own.left, own.right), (own.right, own.left))}
    retold = {(outer, other) for one, other in joined if (outer := by_id[one].nested_in) is not None}
    return [own for own in found if (own.left, own.right) not in retold and (own.right, own.left) not in retold]


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
    whole = piece_of(text)
    if not whole.bag:
        return None
    sentence = [stem(word) for part in quotation.evidence for word in WORD.findall(part.quote)]
    copy = blake2b(" ".join((*sentence, "\n", *whole.content)).encode(), digest_size=16).digest()
    nameless = quotation.speaker is not None and speakers <= voices.nameless
    bodies = voices.around(speakers)
    length = len(whole.words)
    told = frozenset(piece_of(" ".join(part.quote for part in quotation.content)).bag)
    parties = voices.parties(speakers)
    person = bool(speakers) and speakers <= voices.persons and speakers.isdisjoint(voices.nameless)
    who = (speakers, bodies, nameless, parties, person)
    return Rendering(quotation, numbers(text), *who, length, len(sentence), copy, whole.bag, told)


def _parts(quotation: Quotation) -> list[str]:
    """The quoted words, or all that is told where the quoted ones carry no content ("and not before")."""
    quoted = [part.quote for part in quotation.quoted]
    return quoted if content_words(" ".join(quoted)) else [part.quote for part in quotation.content]


def _weights(rows: Sequence[Rendering]) -> dict[str, float]:
    """Inverse document frequency of words over quotations, smoothed as if 60 more lay around: in a record of two papers
    the words of one shared remark are not common words."""
    held = Counter(word for row in rows for word in row.bag.keys() | row.told)
    return {word: log((len(rows) + BACKGROUND) / (count + SMOOTH)) for word, count in held.items()}


def _candidates(rows: Sequence[Rendering], weight: dict[str, float]) -> Iterator[tuple[Rendering, Rendering]]:
    """Pairs of different documents with one of their rarest words in common, and the speaker, if both have one.

    Of the earlier quotations that a word brings together with one, the first 40 count; of all that its words bring, the 16
    with the heaviest words in common, the earlier ones on a tie: the work grows with the quotations.
    """
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    documents = [row.quotation.document for row in rows]
    for number, row in enumerate(rows):
        rare = sorted(row.bag.keys() | row.told, key=lambda word: (-weight[word], word))[:RAREST]
        named = sorted(row.speakers | row.bodies | row.parties)
        common: dict[int, float] = defaultdict(float)
        for word in rare:
            keys = [*named, NOBODY, *([ANYBODY] if row.nameless else [])] if named else [NOBODY, ANYBODY]
            for other in {other for speaker in keys for other in index.get((speaker, word), ())}:
                common[other] += weight[word]
            for speaker in [*named, ANYBODY, *([NOBODY] if row.nameless else [])] if named else [NOBODY]:
                if len(index[speaker, word]) < MOST_HOLDERS:
                    index[speaker, word].append(number)
        document = documents[number]
        others = [(-shared, other) for other, shared in common.items() if documents[other] != document]
        for _, other in nsmallest(MOST_CANDIDATES, others):
            yield rows[other], row


def _comparable(one: Rendering, two: Rendering) -> bool:
    """Whether two renderings have words enough in common to be one remark word by word."""
    return _common(one, two) >= _fewest(*_kind_of(one, two), one.nameless or two.nameless)


def _kind_of(one: Rendering, two: Rendering) -> tuple[int, bool]:
    """How many of the two give quoted words, and whether both have one speaker; a body and its head count as one where
    both are quoted, and so do two who are not named and told one hearer."""
    quoted = sum(own.quotation.form is not Form.INDIRECT for own in (one, two))
    heard = one.quotation.addressee
    unsaid = (
        one.quotation.speaker is None is two.quotation.speaker and heard is not None and heard == two.quotation.addressee
    )
    return quoted, bool(one.speakers & two.speakers or (quoted == 2 and one.bodies & two.bodies) or unsaid)


def _judge(
    one: Rendering, two: Rendering, stretches: tuple[tuple[Piece, ...], tuple[Piece, ...]], weight: dict[str, float]
) -> Judgement | None:
    quoted, named = _kind_of(one, two)
    match = similarity(*stretches, weight, _least(quoted, named), quoted if named else None)
    if one.figures and two.figures and not one.figures & two.figures and match < Match(SAME_FIGURES, 5):
        return None  # other numbers: another remark, unless all the rest is alike
    alike = quoted == 2 and is_verbatim(match)
    if not (named or alike) and quoted == 2 and (one.nameless or two.nameless):
        match = closest(*stretches, weight)
        alike = match > NOTHING
    if not (is_enough(match, quoted) if named else alike):
        return None
    score = match.score
    reasons = (
        Reason("speaker", "the same speaker" if named else "one document names nobody", 0.3 if named else 0.0),
        Reason("content", f"{score:.0%} of the weight of the shorter rendering is common", round(score, 4)),
    )
    return Judgement("utterance", one.quotation.id, two.quotation.id, Verdict.SAME, round(score, 4), reasons, AUTHOR)


def _paraphrased(one: Rendering, two: Rendering, rarity: Mapping[str, float]) -> Judgement | None:
    """The judgement that a speaker's words stand in both documents in other words of like meaning and build.

    Args:
        rarity: of the key of a content word, 1 for one that a single quotation has.
    """
    quoted, named = _kind_of(one, two)
    if not named and (quoted < 2 or not _may_be_one(one, two)):
        return None
    least, build, common = PARAPHRASE[quoted] if named else CLOSE_PARAPHRASE
    sides = (_told(one.quotation), _told(two.quotation))
    found = likeness(*sides, lambda word: rarity.get(word, 1.0), common, SHORTEST[quoted], least)
    if found.score < least or found.build < build:
        return None
    reasons = (
        Reason("speaker", "the same speaker" if named else "the speakers may be one", 0.3 if named else 0.0),
        Reason("meaning", f"{found.content:.0%} of the weight of the words is alike in meaning", found.score),
    )
    return Judgement("utterance", one.quotation.id, two.quotation.id, Verdict.SAME, found.score, reasons, AUTHOR)


def _may_be_one(one: Rendering, two: Rendering) -> bool:
    """Whether two speakers may be one though their names do not say so: nobody or a description beside a name, and a body
    or a state beside one who speaks for the same side; not two persons with names."""
    if not one.speakers or not two.speakers or one.nameless or two.nameless:
        return True
    return bool(one.parties & two.parties) and not (one.person and two.person)


def _told(quotation: Quotation) -> tuple[str, ...]:
    return tuple([part.quote for part in quotation.content])


def _fewest(quoted: int, named: bool, described: bool) -> float:
    """Content words that two renderings must share for `is_enough` or `is_verbatim` to hold; asked first, it is cheap."""
    if not named:
        return (LEAST_CLOSE if described else 5) if quoted == 2 else inf
    return FEWEST if quoted == 2 else 5 if quoted else 6


def _least(quoted: int, named: bool) -> float:
    """The score below which neither `is_enough` nor `is_verbatim` holds."""
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
