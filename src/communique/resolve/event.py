"""Which mentions of events are the same event, within one story and across its documents.

Pairs of mentions are scored by a logistic model over named features: how their words relate, what their sentences and
documents share, who and when stands beside them. Groups are then joined by average score.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import exp

from communique.lexicon.encounter import Weights
from communique.lexicon.event_word import is_learned_pair, relation
from communique.resolve.events.feature import pair_features
from communique.resolve.events.mention import EventMention, Story

UNRELATED = 0.02
Pair = tuple[int, int]


def cluster_events(story: Story, weights: Weights, threshold: float) -> tuple[tuple[str, ...], ...]:
    """Groups of mention ids that are the same event; members and groups sorted.

    Args:
        story: the mentions of documents on one story, with what the documents are about.
        weights: of the pair model.
        threshold: mean score that two groups need to be joined, 0..1.
    """
    scores = pair_scores(story, weights)
    groups = average_link(len(story.mentions), scores, threshold)
    return tuple(sorted(tuple(sorted(story.mentions[at].id for at in group)) for group in groups))


def pair_scores(story: Story, weights: Weights) -> dict[Pair, float]:
    """Probability that two mentions are the same, by their numbers (low, high); pairs without related words are left out."""
    return {
        (low, high): probability(weights, pair_features(story, story.mentions[low], story.mentions[high]))
        for low, high in candidate_pairs(story.mentions)
    }


def probability(weights: Weights, features: Sequence[str]) -> float:
    """Probability of "same"."""
    same, other = weights.labels.index("same"), weights.labels.index("other")
    total = 0.0
    for name in features:
        row = weights.rows.get(name)
        if row is not None:
            total += row[same] - row[other]
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def candidate_pairs(mentions: Sequence[EventMention]) -> list[Pair]:
    """Pairs whose words are the same or related, by an index over words, in order."""
    by_word: dict[str, list[int]] = defaultdict(list)
    by_lemma: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(mentions):
        by_lemma[own.lemma].append(number)
        for word in {own.lemma, own.head, *own.words}:
            by_word[word].append(number)
    pairs = {(low, high) for rows in by_word.values() for at, low in enumerate(rows) for high in rows[at + 1 :]}
    names = sorted(by_lemma)
    for at, one in enumerate(names):
        for two in names[at + 1 :]:
            if _related(one, two):
                pairs |= {(min(low, high), max(low, high)) for low in by_lemma[one] for high in by_lemma[two]}
    return sorted(pairs)


def _related(one: str, two: str) -> bool:
    if one[:4] == two[:4] and len(one) > 4:
        return True
    return is_learned_pair(one, two) or relation(one, two) != "none"


def average_link(count: int, scores: Mapping[Pair, float], threshold: float) -> list[list[int]]:
    """Groups of numbers 0..count-1, joined best pair first while their mean score reaches the threshold.

    A pair without a score counts as `UNRELATED`. Equal scores are joined in order of number.
    """
    sums: dict[int, dict[int, tuple[float, int]]] = {own: {} for own in range(count)}
    for (low, high), score in scores.items():
        sums[low][high] = sums[high][low] = (score, 1)
    members = {own: [own] for own in range(count)}
    heap = [(-score, low, high, 1, 1) for (low, high), score in scores.items() if score >= threshold]
    heapify(heap)
    while heap:
        _, low, high, left, right = heappop(heap)
        if low not in members or high not in members or (len(members[low]), len(members[high])) != (left, right):
            continue
        members[low] += members.pop(high)
        for other, (total, pairs) in sums.pop(high).items():
            sums[other].pop(high)
            if other == low:
                continue
            former = sums[low].get(other, (0.0, 0))
            sums[low][other] = sums[other][low] = (former[0] + total, former[1] + pairs)
        for other, (total, pairs) in sums[low].items():
            size = len(members[low]) * len(members[other])
            mean = (total + UNRELATED * (size - pairs)) / size
            if mean >= threshold:
                one, two = min(low, other), max(low, other)
                heappush(heap, (-mean, one, two, len(members[one]), len(members[two])))
    return [sorted(members[own]) for own in sorted(members)]
