"""How far the people who reviewed a record agree: share and Cohen's kappa of each two, and where they differ.

Source: Cohen (1960), a coefficient of agreement for nominal scales. Two corrections count as alike only where they put the
same value, so that the share is the observed agreement of kappa.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from communique.model import Decision, Evidence, NameKind, Record
from communique.query.view import View

PERSON = "person:"
PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one person decided on a line or a pair. `changes`: (field, value in words) of a correction."""

    author: str
    action: str
    changes: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A line, or a pair of items, on which two people differ.

    Attributes:
        section: as a decision has it; "actor", "encounter", "utterance", "agreement" for a pair.
        item: id of the line; of a pair the ids of both, with a space between.
        words: those that the line rests on; of a pair those of both.
        opinions: of both people, in the order of their names.
        about: (field, value): what a line says as extracted; () for a pair.
    """

    section: str
    item: str
    words: tuple[Evidence, ...]
    opinions: tuple[Opinion, Opinion]
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PairAccord:
    """Two people, over what both of them judged.

    Attributes:
        kind: "lines" or "joins".
        both: how many both judged; `alike`: on how many they decided the same.
        kappa: -1..1, to three places; None where both took one and the same decision throughout (chance agrees on all).
        sections: (section, both, alike), by section.
        differences: by section and place in the articles.
    """

    one: str
    two: str
    kind: str
    both: int
    alike: int
    kappa: float | None
    sections: tuple[tuple[str, int, int], ...]
    differences: tuple[Difference, ...]

    @property
    def share(self) -> float:
        """Observed agreement, 0..1, to three places."""
        return round(self.alike / self.both, 3)

    def data(self) -> dict[str, Any]:
        """As plain JSON types."""
        return {
            "reviewers": [self.one, self.two],
            "kind": self.kind,
            "both": self.both,
            "alike": self.alike,
            "share": self.share,
            "kappa": self.kappa,
            "sections": [{"section": name, "both": both, "alike": alike} for name, both, alike in self.sections],
            "differences": [_difference_data(own) for own in self.differences],
        }


@dataclass(frozen=True, slots=True)
class _Judged:
    """A line or a pair that people judged: what each decided, by name (their latest word)."""

    section: str
    item: str
    words: tuple[Evidence, ...]
    by: Mapping[str, Opinion]
    about: tuple[tuple[str, str], ...] = ()


def reviewer_accords(view: View, decisions: Iterable[Decision]) -> tuple[PairAccord, ...]:
    """Agreement of each two people who judged the same lines or pairs, those with most in common first.

    Lines that wait (no such line stands in the record now) and decisions that were taken back do not count.

    Args:
        decisions: the whole log of the record.
    """
    found = [*_accords("lines", _lines(view, decisions)), *_accords("joins", _joins(view))]
    return tuple(sorted(found, key=lambda own: (-own.both, own.kind, own.one, own.two)))


def reviewers(decisions: Iterable[Decision]) -> tuple[tuple[str, int, int], ...]:
    """Who judged: (name, lines, pairs), decisions that were taken back left out; those with most first."""
    lines, pairs = Counter[str](), Counter[str]()
    for row in decisions:
        if row.undone_at is None:
            (pairs if row.action in ("same", "different") else lines)[row.author] += 1
    return tuple(
        sorted(((own, lines[own], pairs[own]) for own in lines | pairs), key=lambda row: (-row[1] - row[2], row[0]))
    )


def kappa(pairs: Sequence[tuple[object, object]]) -> float | None:
    """Cohen's kappa of two people over the same items, to three places; None where chance alone would agree on all.

    >>> kappa([("accept", "accept"), ("accept", "reject"), ("reject", "reject"), ("reject", "reject")])
    0.5
    """
    observed = sum(one == two for one, two in pairs) / len(pairs)
    left, right = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    chance = sum(left[label] * right[label] for label in left) / len(pairs) ** 2
    return None if chance == 1 else round((observed - chance) / (1 - chance), 3)


def _lines(view: View, decisions: Iterable[Decision]) -> Iterator[_Judged]:
    by_number = {row.number: row for row in decisions}
    for review in view.record.reviews:
        if review.item:
            rows = [by_number[number] for number in review.decisions if number in by_number]
            by = {row.author: _opinion(view, row) for row in rows}
            yield _Judged(review.section, review.item, (review.words,), by, review.about)


def _opinion(view: View, row: Decision) -> Opinion:
    changes = tuple((field, _readable(view, row.left.document, field, value)) for field, value in row.changes)
    return Opinion(row.author, row.action, changes, row.reason, row.note)


def _readable(view: View, document: str, field: str, value: str) -> str:
    """A value of a correction in words: of a place in the article, what stands there."""
    found, place = view.documents.get(document), PLACE.fullmatch(value)
    if found is None or place is None or field not in ("content", "evidence", "speaker", "actor", "who"):
        return value
    return found.document.text[int(place[1]) : int(place[2])] or value


def _joins(view: View) -> Iterator[_Judged]:
    by_pair: dict[tuple[str, str, str], dict[str, Opinion]] = defaultdict(dict)
    for own in view.record.judgements:
        if own.author.startswith(PERSON):
            author = own.author.removeprefix(PERSON)
            reason = next((found.detail for found in own.reasons), "")
            by_pair[own.section, own.left, own.right][author] = Opinion(author, own.verdict.value, reason=reason)
    shared = {pair: by for pair, by in by_pair.items() if len(by) > 1}
    words = _words_of(view.record, {own for pair in shared for own in pair[1:]})
    for (section, left, right), by in sorted(shared.items(), key=lambda row: row[0]):
        yield _Judged(section, f"{left} {right}", tuple(words[own] for own in (left, right) if own in words), by)


def _words_of(record: Record, wanted: set[str]) -> dict[str, Evidence]:
    """The words that name each local item."""
    if not wanted:
        return {}
    found = {own.id: own.content[0] for own in record.quotations if own.id in wanted}
    found |= {part.id: part.content[0] for own in record.agreements for part in own.mentions if part.id in wanted}
    found |= {part.id: part.trigger for own in record.encounters for part in own.mentions if part.id in wanted}
    for actor in record.actors:
        members = wanted.intersection(actor.members)
        named = [own.evidence for own in actor.mentions if own.kind is not NameKind.PRONOUN] if members else []
        for member in members:
            first = next((words for words in named if words.document == member.rpartition(":")[0]), None)
            if first is not None:
                found[member] = first
    return found


def _accords(kind: str, judged: Iterable[_Judged]) -> Iterator[PairAccord]:
    by_pair: dict[tuple[str, str], list[_Judged]] = defaultdict(list)
    for own in judged:
        for pair in combinations(sorted(own.by), 2):
            by_pair[pair].append(own)
    for (one, two), rows in by_pair.items():
        labels = [(_label(own.by[one]), _label(own.by[two])) for own in rows]
        both, alike = Counter(own.section for own in rows), Counter[str]()
        differing = []
        for own, (left, right) in zip(rows, labels, strict=True):
            alike[own.section] += left == right
            if left != right:
                differing.append(Difference(own.section, own.item, own.words, (own.by[one], own.by[two]), own.about))
        differing.sort(key=lambda own: (own.section, own.words, own.item))
        sections = tuple((name, both[name], alike[name]) for name in sorted(both))
        yield PairAccord(one, two, kind, len(rows), alike.total(), kappa(labels), sections, tuple(differing))


def _label(own: Opinion) -> tuple[object, ...]:
    return own.action, tuple(sorted(own.changes))


def _difference_data(own: Difference) -> dict[str, Any]:
    return {
        "section": own.section,
        "item": own.item,
        "about": dict(own.about),
        "words": [
            {"document": words.document, "start": words.span.start, "end": words.span.end, "quote": words.quote}
            for words in own.words
        ],
        "opinions": [
            {"by": row.author, "action": row.action, "changes": dict(row.changes), "reason": row.reason, "note": row.note}
            for row in own.opinions
        ],
    }
