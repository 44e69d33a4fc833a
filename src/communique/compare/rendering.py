"""Two wordings of one remark: which words of the one have no counterpart in the other; remarks kept apart that look alike.

Words between quotation marks claim to be the very words. Where two documents give them differently, at most one is exact:
a translation, a paraphrase or a slip.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from communique.compare.stage import Stage
from communique.compare.stated import Subject, make_finding
from communique.compare.values import sounds_alike
from communique.lexicon.content_word import WORD, content_words
from communique.model import Actor, ActorKind, Finding, FindingKind, FindingValue, Form, Quotation, Record

SENTENCE = re.compile(r"[.!?…]+")
FEWEST_WORDS = 5
SHARED, SHARED_APART = 0.5, 0.6
FEWEST_SHARED, FEWEST_APART, FEWEST_LONG, SHORT_REMARK = 2, 3, 6, 8
COPIED = 0.9
ALIKE_SIZE = 0.6
MOST_SENTENCES = 8
MOST_HOLDERS, MOST_PAIRS = 30, 60
LABEL = 80
LINKS = frozenset({"although", "though", "however", "even"})  # words that content_words lets through
LONGEST = 80


def is_verbatim(own: Quotation) -> bool:
    """Whether a quotation gives all its words as spoken, and enough of them to be compared."""
    return own.form is Form.DIRECT and len(WORD.findall(_text(own))) >= FEWEST_WORDS


def words_differ(one: Quotation, two: Quotation, translated: bool = False) -> bool:
    """Whether sentences of two quotations are renderings of one another in other words.

    Args:
        translated: one of the documents says that it is a translation: then other grammar alone is another wording.
    """
    left, right = (tuple(filter(None, map(str.strip, SENTENCE.split(_text(own))))) for own in (one, two))
    whole = (" ".join(left), " ".join(right))
    pairs = [(a, b) for a in left[:MOST_SENTENCES] for b in right[:MOST_SENTENCES]]
    aligned = [pair for pair in pairs if _share(*pair) >= SHARED and min(map(_size, pair)) >= FEWEST_WORDS]
    if any(_ordered(*pair) >= COPIED for pair in aligned):
        return False
    if min(map(_size, whole)) >= ALIKE_SIZE * max(map(_size, whole)) and _share(*whole) >= SHARED:
        aligned = [whole]
    if not aligned or min(map(_size, whole)) < FEWEST_WORDS:
        return False
    best = max(aligned, key=lambda pair: _share(*pair))
    return translated or bool(_lacks(*best))


def _text(own: Quotation) -> str:
    return " ".join(part.quote for part in own.content)


def _size(text: str) -> int:
    return len(WORD.findall(text))


def _share(one: str, two: str) -> float:
    """Share of the content words of the shorter rendering that the other one has."""
    left, right = Counter(content_words(one)), Counter(content_words(two))
    both = sum((left & right).values())
    return both / min(left.total(), right.total()) if both >= FEWEST_SHARED else 0.0


def _lacks(one: str, two: str) -> set[str]:
    """Content words of the shorter of two renderings that the longer one lacks."""
    short, long_ = sorted((one, two), key=lambda text: (len(content_words(text)), text))
    left, right = set(content_words(short)), set(content_words(long_))
    return {word for word in left - right - LINKS if not any(_vowel_apart(word, other) for other in right - left)}


def _vowel_apart(one: str, two: str) -> bool:
    """Whether two words are forms of one verb by a vowel: "come" and "came"."""
    if len(one) != len(two) or one[0] != two[0]:
        return False
    apart = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and set(apart[0]) <= set("aeiou")


def _ordered(one: str, two: str) -> float:
    """Share of the shorter one's words that stand in the other one in the same order."""
    left, right = (WORD.findall(text.lower()) for text in (one, two))
    return _in_order(left, right) / max(1, min(len(left), len(right), LONGEST))


def _in_order(one: Sequence[str], two: Sequence[str]) -> int:
    """Length of the longest common subsequence, of the first 80 words of each."""
    right = two[:LONGEST]
    row = [0] * (len(right) + 1)
    for word in one[:LONGEST]:
        before = 0
        for place, other in enumerate(right, 1):
            before, row[place] = row[place], before + 1 if word == other else max(row[place], row[place - 1])
    return row[-1]


def compare_apart(record: Record, stage: Stage) -> Iterator[Finding]:
    """Conflicts of wording between quotations of different documents that were not taken for one remark, mostly because
    one document does not name the speaker or spells the name in its own way."""
    yield from _once(sorted(_apart(record, stage), key=lambda row: -row[0]), stage)


def _apart(record: Record, stage: Stage) -> Iterator[tuple[float, Quotation, Quotation]]:
    """Pairs with how much they share."""
    actors = {own.id: own for own in record.actors}
    rows = [own for own in sorted(record.quotations, key=lambda q: q.id) if is_verbatim(own)]
    index: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(rows):
        near: Counter[int] = Counter()
        for word in sorted(set(content_words(_text(own)))):
            near.update(index[word])
            if len(index[word]) < MOST_HOLDERS:
                index[word].append(number)
        for other, shared in sorted(near.most_common(MOST_PAIRS)):
            if shared >= FEWEST_APART and _can_be_one(rows[other], own, actors, stage):
                yield _share(_text(rows[other]), _text(own)), rows[other], own


def _can_be_one(one: Quotation, two: Quotation, actors: Mapping[str, Actor], stage: Stage) -> bool:
    if one.document == two.document or (one.utterance is not None and one.utterance == two.utterance):
        return False
    if stage.origin.get(one.document) == stage.origin.get(two.document) or not _speakers_fit(one, two, actors):
        return False
    left, right = content_words(_text(one)), content_words(_text(two))
    known = one.speaker is not None and one.speaker == two.speaker
    least = FEWEST_APART if known or min(len(left), len(right)) <= SHORT_REMARK else FEWEST_LONG
    if _share(_text(one), _text(two)) < SHARED_APART or _in_order(left, right) < least:
        return False
    return words_differ(one, two, is_translation(one, two, stage))


def _speakers_fit(one: Quotation, two: Quotation, actors: Mapping[str, Actor]) -> bool:
    """Two named persons must be one, or have names alike; else their sides or countries must not speak against it."""
    left, right = (actors.get(own.speaker) if own.speaker is not None else None for own in (one, two))
    if left is None or right is None or left.id == right.id:
        return True
    if _is_named(left) and _is_named(right) and not sounds_alike(left.name, right.name):
        return False
    sides = {own.side or own.country for own in (left, right)} - {None}
    return len(sides) < 2


def _is_named(own: Actor) -> bool:
    return own.kind is ActorKind.PERSON and own.subtype is None


def is_translation(one: Quotation, two: Quotation, stage: Stage) -> bool:
    """Whether one of the two documents says of itself that it is translated."""
    return one.document in stage.translated or two.document in stage.translated


def _told(one: Quotation, two: Quotation, stage: Stage) -> Finding:
    values = tuple(FindingValue(_line(own), own.content) for own in (one, two))
    subject = Subject("quotation", one.id, _line(one)[:LABEL].rstrip(",; "), "wording", "translation")
    return make_finding(subject, FindingKind.CONFLICT, values, stage.origin)


def _line(own: Quotation) -> str:
    return " ".join(_text(own).split())


def _once(pairs: Sequence[tuple[float, Quotation, Quotation]], stage: Stage) -> Iterator[Finding]:
    """Of the pairs of one quotation the first alone: a third paper's wording adds no second conflict."""
    seen: set[str] = set()
    for _, one, two in pairs:
        if not {one.id, two.id} & seen:
            seen |= {one.id, two.id}
            yield _told(one, two, stage)
