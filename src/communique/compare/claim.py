"""What documents say actors want, agreed, and how many: positions, agreements, figures."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.compare.stage import Stage
from communique.compare.stated import Relation, Stated, Subject, compare_stated
from communique.compare.values import plain, relate_figures
from communique.lexicon.content_word import content_words
from communique.model import (
    Agreement,
    AgreementMention,
    AgreementStatus,
    Evidence,
    Figure,
    Finding,
    Position,
    Stance,
)

FOR = frozenset({Stance.DEMANDS, Stance.OFFERS, Stance.ACCEPTS, Stance.SUPPORTS})
AGAINST = frozenset({Stance.REJECTS, Stance.DENIES})
REACHED = frozenset({AgreementStatus.AGREED, AgreementStatus.PARTLY_AGREED})
NOT_REACHED = frozenset({AgreementStatus.NOT_AGREED, AgreementStatus.FAILED})
LATER = frozenset({AgreementStatus.VIOLATED, AgreementStatus.STALLED, AgreementStatus.DISPUTED})
SHARED_WORDS = 0.5
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "age"})
NEGATION = re.compile(r"\b(?:no|not|never|without|nothing|nor|n't|neither)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """A position in comparable form."""

    stance: Stance
    words: frozenset[str]


def compare_positions(positions: Sequence[Position], stage: Stage) -> Iterator[Finding]:
    """Findings about what documents say one actor wants on one issue."""
    groups: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for own in positions:
        groups[own.actor, own.issue].append(own)
    for (actor, issue), members in sorted(groups.items()):
        if len({own.document for own in members}) < 2:
            continue
        label = f"{stage.names.get(actor, actor)}: {issue}"
        subject = Subject("position", members[0].id, label, f"position/{actor}/{issue}", "position")
        yield from compare_stated(subject, [_wish(own) for own in members], relate_wishes, stage.origin)


def _wish(own: Position) -> Stated[Wish]:
    words = frozenset(word for part in own.content for word in content_words(part.quote))
    evidence = own.content or own.evidence
    return Stated(own.document, own.stance.value, (own.stance, words), Wish(own.stance, words), evidence)


def relate_wishes(one: Wish, two: Wish) -> Relation:
    """The same direction on shared words: same. A demand, and explicitly none: conflict. Opposite directions on the same words: conflict; on other words: compatible."""
    if one.stance == two.stance or {one.stance, two.stance} <= FOR or {one.stance, two.stance} <= AGAINST:
        return Relation.SAME if one.words & two.words else Relation.COMPATIBLE
    if {one.stance, two.stance} == {Stance.NONE, Stance.DEMANDS}:
        return Relation.CONFLICT
    if {one.stance, two.stance} & FOR and {one.stance, two.stance} & AGAINST:
        shared = len(one.words & two.words)
        least = min(len(one.words), len(two.words))
        if least >= 2 and shared >= max(2, SHARED_WORDS * least):
            return Relation.CONFLICT
    return Relation.COMPATIBLE


def compare_agreement(agreement: Agreement, stage: Stage) -> Iterator[Finding]:
    """Findings about whether something was agreed."""
    rows = [
        Stated(own.document, own.status.value, own.status, own.status, own.content or own.evidence)
        for own in agreement.mentions
    ]
    subject = Subject("agreement", agreement.id, agreement.label, "status", "outcome")
    yield from compare_stated(subject, rows, relate_agreements, stage.origin)


def relate_agreements(one: AgreementStatus, two: AgreementStatus) -> Relation:
    """Agreed against not agreed: conflict. In part, stalled, violated since: compatible, a matter of grain or time."""
    if one == two:
        return Relation.SAME
    if {one, two} & REACHED and {one, two} & NOT_REACHED:
        return Relation.CONFLICT
    if {one, two} <= REACHED or {one, two} <= NOT_REACHED:
        return Relation.SAME
    return Relation.COMPATIBLE


def compare_figures(figures: Sequence[Figure], stage: Stage) -> Iterator[Finding]:
    """Findings about quantities of the same thing: same unit, and labels that share most of their words."""
    for members in _same_quantity(figures):
        rows = [
            Stated(
                own.document,
                own.evidence[0].quote if own.evidence else own.label,
                (own.value, own.comparator),
                own,
                own.evidence,
            )
            for own in members
        ]
        subject = Subject("figure", members[0].id, members[0].label, "figure", "figure")
        yield from compare_stated(subject, rows, relate_figures, stage.origin)


def _same_quantity(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Figures grouped by unit and label words; blocked by single words, so that unlike ones never meet."""
    homes: list[tuple[frozenset[str], list[Figure]]] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for own in sorted(figures, key=lambda own: own.id):
        words = frozenset(content_words(own.label)) - {plain(own.unit)}
        unit = plain(own.unit).rstrip("s")
        if len(words) < 2 or unit in TIME_UNITS:
            continue  # how long something took is compared with the thing itself
        near = {number for word in words for number in index[unit, word]}
        fits = [n for n in sorted(near) if _alike(words, homes[n][0])]
        if fits:
            homes[fits[0]][1].append(own)
            continue
        for word in words:
            if len(index[unit, word]) < 50:
                index[unit, word].append(len(homes))
        homes.append((words, [own]))
    yield from (members for _, members in homes if len({own.document for own in members}) > 1)


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    shared = len(one & two)
    return shared >= 2 and shared >= 0.6 * min(len(one), len(two)) and shared >= 0.4 * max(len(one), len(two))


def single_agreement(agreement: Agreement) -> tuple[Evidence, ...]:
    """The words of an agreement of one document."""
    return tuple(words for own in agreement.mentions for words in _words(own))


def _words(own: AgreementMention) -> tuple[Evidence, ...]:
    return own.content or own.evidence
