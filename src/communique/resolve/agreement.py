"""Which mentions of agreements in different documents are about the same point.

Mentions are compared only where an index brings them together: two rare content words in common, each word with a bounded
number of mentions. Shared words alone are not enough: parties, issue or encounter must agree too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

from communique.lexicon.agreement import agreement_words
from communique.lexicon.function_word import function_words
from communique.lexicon.phrase import stem, words_of
from communique.model import AgreementMention, AgreementStatus, Judgement, Reason, Verdict

AUTHOR = "rule:agreement"
NEEDED = 2.0
PRIOR = 20
MOST_SHARERS = 40
MOST_PARTNERS = 25


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of a mention. `words`: stems of its content words; `parties` as record actors."""

    id: str
    document: str
    words: frozenset[str]
    parties: frozenset[str]
    issue: str | None
    encounter: str | None
    start: str | None
    negative: bool


def resolve_agreements(mentions: Sequence[AgreementMention], past: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """SAME judgements on pairs of mentions, for `resolve.cluster.clusters`.

    Args:
        mentions: of all documents; parties are actors of the record.
        past: earlier judgements; pairs that a person settled are not judged again.

    Returns:
        Judgements with their reasons, ordered by pair.
    """
    facts = {mention.id: facts_of(mention) for mention in sorted(mentions, key=lambda mention: mention.id)}
    weights = _weights(facts.values())
    settled = {(own.left, own.right) for own in past if own.author.startswith("person:")}
    judged = []
    for left, right in _pairs(facts, weights):
        if (left, right) in settled:
            continue
        reasons = _compare(facts[left], facts[right], weights)
        score = sum(reason.weight for reason in reasons)
        if score >= NEEDED:
            judged.append(_judgement(left, right, score, reasons))
    return tuple(judged)


def facts_of(mention: AgreementMention) -> Facts:
    """The comparable facts of a mention."""
    text = " ".join(part.quote for part in mention.content)
    plain = function_words()
    roots = frozenset(_root(word) for word in words_of(text) if len(word) > 2 and word not in plain)
    return Facts(
        id=mention.id,
        document=mention.document,
        words=roots - _generic(),
        parties=frozenset(mention.parties),
        issue=mention.issue,
        encounter=mention.encounter,
        start=mention.date.start if mention.date is not None else None,
        negative=mention.status in (AgreementStatus.FAILED, AgreementStatus.NOT_AGREED),
    )


@cache
def _generic() -> frozenset[str]:
    words = agreement_words()
    return frozenset(_root(stem(word)) for word in words.agree | words.commit | words.decide | words.nouns)


def _root(word: str) -> str:
    """A crude root, so that "negotiate" and "negotiations" meet."""
    for ending in (
        "isation",
        "ization",
        "ations",
        "ation",
        "ating",
        "ate",
        "ment",
        "ing",
        "ion",
        "ise",
        "ize",
        "ed",
        "al",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _weights(facts: Iterable[Facts]) -> dict[str, float]:
    """Rare words weigh more; `PRIOR` keeps a handful of mentions from making any word rare."""
    found = list(facts)
    counts = Counter(word for own in found for word in own.words)
    return {word: log(1 + (len(found) + PRIOR) / count) for word, count in counts.items()}


def _pairs(facts: Mapping[str, Facts], weights: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """Pairs in different documents that share two words, or one word and encounter and issue; bounded for each mention."""
    index: dict[str, list[str]] = defaultdict(list)
    for own in facts.values():
        for word in own.words:
            index[word].append(own.id)
    pairs: set[tuple[str, str]] = set()
    for own in facts.values():
        shared: Counter[str] = Counter()
        for word in sorted(own.words, key=lambda word: (-weights[word], word)):
            if len(index[word]) <= MOST_SHARERS:
                shared.update(other for other in index[word] if other != own.id)
        near = [other for other, count in shared.items() if count > 1 or _same_occasion(own, facts[other])]
        near.sort(key=lambda other: (-shared[other], other))
        for other in near[:MOST_PARTNERS]:
            if facts[other].document != own.document:
                pairs.add((min(own.id, other), max(own.id, other)))
    yield from sorted(pairs)


def _same_occasion(one: Facts, two: Facts) -> bool:
    return one.encounter is not None and (one.encounter, one.issue) == (two.encounter, two.issue)


def _compare(one: Facts, two: Facts, weights: Mapping[str, float]) -> tuple[Reason, ...]:
    common = one.words & two.words
    shorter = min(sum(weights[word] for word in own.words) for own in (one, two))
    share = sum(weights[word] for word in common) / shorter if shorter else 0.0
    reasons = [Reason("words", ", ".join(sorted(common)), round(3 * share - 0.5, 3))]
    if one.parties and two.parties:
        both = one.parties & two.parties
        reasons.append(
            Reason("parties", ", ".join(sorted(both)) or "none in common", 0.8 if len(both) > 1 else 0.3 if both else -2.0)
        )
    if one.issue and two.issue:
        same = one.issue == two.issue
        reasons.append(Reason("issue", one.issue if same else f"{one.issue} / {two.issue}", 0.4 if same else -0.4))
    if one.encounter and one.encounter == two.encounter:
        reasons.append(Reason("encounter", one.encounter, 0.8))
    reasons.extend(_dates(one, two))
    if one.negative != two.negative:
        reasons.append(Reason("status", "agreed in one, not agreed in the other", -0.5))
    return tuple(reasons)


def _dates(one: Facts, two: Facts) -> Iterator[Reason]:
    if one.start and two.start and ".." not in (one.start, two.start):
        short = min(len(one.start), len(two.start))
        same = one.start[:short] == two.start[:short]
        yield Reason("date", one.start if same else f"{one.start} / {two.start}", 0.4 if same else -0.8)


def _judgement(left: str, right: str, score: float, reasons: tuple[Reason, ...]) -> Judgement:
    share = 1 / (1 + exp(-max(-30.0, min(30.0, score - NEEDED))))
    return Judgement("agreement", left, right, Verdict.SAME, round(share, 4), reasons, AUTHOR)
