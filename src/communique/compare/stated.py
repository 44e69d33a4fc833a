"""From what documents state about one attribute to a finding: same, compatible, or in conflict. Nothing is decided.

Source: verdicts of issue 5: corroborated (two documents or more give one value), compatible (coarser, older, rounded,
part of the other), conflict (cannot both hold as stated), internal conflict (inside one document).
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from hashlib import blake2b
from typing import Generic, TypeVar

from communique.compare.rank import Weighing, weigh
from communique.model import Evidence, Finding, FindingKind, FindingValue

MOST_VALUES = 60
T = TypeVar("T")


class Relation(IntEnum):
    """How two values stand to each other."""

    SAME = 0
    COMPATIBLE = 1
    UNRELATED = 2
    SUPERSEDED = 3
    CONFLICT = 4


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """One value of one document, with its words.

    Attributes:
        value: how to show it.
        key: equal keys are one value.
        content: what is compared with other values.
    """

    document: str
    value: str
    key: Hashable
    content: T
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is compared: a thing of the record and one attribute of it."""

    kind: str
    id: str | None
    label: str
    attribute: str
    conflict_type: str | None = None


def finding_id(subject: Subject, kind: FindingKind, values: Iterable[FindingValue]) -> str:
    """ "k" and a hash of what the finding says."""
    parts = [subject.kind, subject.id or subject.label, subject.attribute, kind.value]
    parts += [f"{own.document}:{own.span.start}:{own.span.end}" for value in values for own in value.evidence]
    return "k" + blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()


def compare_stated(
    subject: Subject, stated: Sequence[Stated[T]], relate: Callable[[T, T], Relation], origin: Mapping[str, str]
) -> tuple[Finding, ...]:
    """The findings about one attribute: at most one across documents and one for each document at odds with itself.

    Args:
        stated: values with words; those without evidence are passed over. Of more than 60 values of one attribute the
            60 that most documents give are compared.
        relate: symmetric; called for values with different keys.
        origin: document id -> independence group.

    Returns:
        () where one document alone gives one value: single sources are told of whole items, not of each attribute.
    """
    rows = sorted((own for own in stated if own.evidence), key=lambda own: (own.document, own.evidence[0].span, own.value))
    groups: dict[Hashable, list[Stated[T]]] = defaultdict(list)
    for own in rows:
        groups[own.key].append(own)
    values = list(groups.values())
    if len(values) > MOST_VALUES:
        values = sorted(values, key=lambda group: -len({own.document for own in group}))[:MOST_VALUES]
        rows = [own for group in values for own in group]
    clashes = _clashes(values, relate)
    found = list(_inside(subject, rows, clashes, origin))
    across = [clash for clash in clashes if len(_documents(values, clash[0], clash[1])) > 1]
    if across:
        found.append(_conflict(subject, values, across, origin))
    else:
        agreed = _agreed(subject, values, relate, origin)
        if agreed is not None:
            found.append(agreed)
    return tuple(found)


def _documents(values: list[list[Stated[T]]], one: int, two: int) -> set[str]:
    return {own.document for number in (one, two) for own in values[number]}


def _clashes(values: list[list[Stated[T]]], relate: Callable[[T, T], Relation]) -> list[tuple[int, int, Relation]]:
    found = []
    for one in range(len(values)):
        for two in range(one + 1, len(values)):
            how = relate(values[one][0].content, values[two][0].content)
            if how >= Relation.SUPERSEDED:
                found.append((one, two, how))
    return found


def _inside(
    subject: Subject, rows: list[Stated[T]], clashes: list[tuple[int, int, Relation]], origin: Mapping[str, str]
) -> Iterable[Finding]:
    """One finding for each document that gives two values that clash."""
    order: dict[Hashable, int] = {}
    for own in rows:
        order.setdefault(own.key, len(order))
    by_document: dict[str, dict[int, list[Stated[T]]]] = defaultdict(lambda: defaultdict(list))
    for own in rows:
        by_document[own.document][order[own.key]].append(own)
    hard = [(one, two) for one, two, how in clashes if how == Relation.CONFLICT]
    for document, own_values in sorted(by_document.items()):
        if len(own_values) < 2:
            continue
        numbers = {number for pair in hard if own_values.keys() >= set(pair) for number in pair}
        if numbers:
            values = tuple(_value(own_values[number]) for number in sorted(numbers))
            yield make_finding(subject, FindingKind.INTERNAL_CONFLICT, values, {document: origin.get(document, document)})


def _conflict(
    subject: Subject, values: list[list[Stated[T]]], clashes: list[tuple[int, int, Relation]], origin: Mapping[str, str]
) -> Finding:
    numbers = sorted({number for one, two, _ in clashes for number in (one, two)})
    shown = _by_words([own for number in numbers for own in values[number]])
    worst = max(how for _, _, how in clashes)
    kind = "superseded" if worst == Relation.SUPERSEDED else subject.conflict_type
    own = Subject(subject.kind, subject.id, subject.label, subject.attribute, kind)
    return make_finding(own, FindingKind.CONFLICT, shown, origin)


def _agreed(
    subject: Subject, values: list[list[Stated[T]]], relate: Callable[[T, T], Relation], origin: Mapping[str, str]
) -> Finding | None:
    """Corroborated where one value (or several that are the same) has two origins, else compatible, else nothing.

    What a reprint repeats is no second source.
    """
    same = _merge_same(values, relate)
    best = max(same, key=lambda group: (len(_origins(group, origin)), -same.index(group)), default=[])
    if len(_origins(best, origin)) > 1:
        return make_finding(subject, FindingKind.CORROBORATED, _by_document(best), origin)
    kept = _related(same, relate)
    if len({own.document for group in kept for own in group}) > 1:
        shown = tuple(_value(group) for group in kept)
        return make_finding(subject, FindingKind.COMPATIBLE, shown, origin)
    return None


def _origins(group: Sequence[Stated[T]], origin: Mapping[str, str]) -> set[str]:
    return {origin.get(own.document, own.document) for own in group}


def _merge_same(values: list[list[Stated[T]]], relate: Callable[[T, T], Relation]) -> list[list[Stated[T]]]:
    groups: list[list[Stated[T]]] = []
    for value in values:
        home = next((group for group in groups if relate(group[0].content, value[0].content) == Relation.SAME), None)
        if home is None:
            groups.append(list(value))
        else:
            home.extend(value)
    return groups


def _related(groups: list[list[Stated[T]]], relate: Callable[[T, T], Relation]) -> list[list[Stated[T]]]:
    """The values that stand in a relation to another one; what has nothing to do with the rest is left out."""
    return [
        group
        for group in groups
        if any(other is not group and relate(group[0].content, other[0].content) == Relation.COMPATIBLE for other in groups)
    ]


def _value(group: Sequence[Stated[T]]) -> FindingValue:
    return FindingValue(group[0].value, tuple(dict.fromkeys(words for own in group for words in own.evidence)))


def _by_words(rows: Sequence[Stated[T]]) -> tuple[FindingValue, ...]:
    """One value for each way of saying it, in the order of `rows`, with the words of all who say it so."""
    said: dict[str, list[Stated[T]]] = defaultdict(list)
    for own in rows:
        said[own.value].append(own)
    return tuple(_value(group) for group in said.values())


def _by_document(group: Sequence[Stated[T]]) -> tuple[FindingValue, ...]:
    """One value a document: each in that document's own words."""
    rows: dict[str, list[Stated[T]]] = defaultdict(list)
    for own in group:
        rows[own.document].append(own)
    return tuple(_value(rows[document]) for document in sorted(rows))


def make_finding(
    subject: Subject, kind: FindingKind, values: tuple[FindingValue, ...], origin: Mapping[str, str]
) -> Finding:
    """The finding with its id, its count of independent origins and its rank.

    In a corroborated finding every value is one document's wording of the same thing, so the origins of all count;
    else those of the best supported value.
    """
    origins = [{origin.get(own.document, own.document) for own in value.evidence} for value in values]
    if kind is FindingKind.CORROBORATED:
        groups = len(set().union(*origins)) if origins else 0
    else:
        groups = max((len(own) for own in origins), default=0)
    conflict_type = subject.conflict_type if kind in (FindingKind.CONFLICT, FindingKind.INTERNAL_CONFLICT) else None
    documents = len({own.document for value in values for own in value.evidence})
    sources = len(set().union(*origins)) if origins else 0
    weight, why = weigh(Weighing(kind, subject.kind, subject.attribute, groups, documents, conflict_type, sources))
    return Finding(
        id=finding_id(subject, kind, values),
        kind=kind,
        subject_type=subject.kind,
        subject=subject.id,
        label=subject.label,
        attribute=subject.attribute,
        values=values,
        independent_groups=max(1, groups),
        conflict_type=conflict_type,
        weight=weight,
        why=why,
    )
