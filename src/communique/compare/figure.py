"""Quantities of the same thing in several documents.

What a figure counts is in the sentence around it, so two figures are compared where unit and sentence agree.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from communique.compare.counted import Quantity, quantity_of, relate_quantities, same_thing, thing_of
from communique.compare.stage import Stage, sentence_around
from communique.compare.stated import Stated, Subject, compare_stated, make_finding
from communique.model import Figure, Finding, FindingKind, FindingValue

MOST_HOLDERS = 40
MOST_TRIED = 4


def compare_figures(figures: Sequence[Figure], stage: Stage) -> Iterator[Finding]:
    """Findings about quantities of the same thing; lengths of time are compared with the thing that took them.

    Where two sentences give several figures that clash ("19 men and seven boats", "18 men and six boats"), that is one
    finding. A promise and what came of it are told as an outcome.
    """
    found: list[Finding] = []
    for members in _same(figures, stage):
        first = members[0].figure
        kind = "figure" if len({own.happened for own in members}) == 1 else "outcome"
        subject = Subject("figure", first.id, thing_of(first), "figure", kind)
        told = compare_stated(subject, [_stated(own) for own in members], relate_quantities, stage.origin)
        found.extend(own for own in told if not _is_choice(own, stage))
    yield from _by_sentence(found, figures, stage)


def _is_choice(own: Finding, stage: Stage) -> bool:
    """Whether one sentence gives all values itself: "a zone of ten or 12 miles"."""
    words = [evidence for value in own.values for evidence in value.evidence]
    lines = {sentence_around(stage.texts.get(one.document, ""), one.span) for one in words}
    return own.kind is FindingKind.INTERNAL_CONFLICT and len(lines) == 1


def _stated(own: Quantity) -> Stated[Quantity]:
    figure = own.figure
    shown = " ".join(figure.evidence[0].quote.split())
    key = (figure.value, figure.comparator, own.happened)
    return Stated(figure.document, shown, key, own, figure.evidence)


def _same(figures: Sequence[Figure], stage: Stage) -> Iterator[list[Quantity]]:
    """Groups of at least two documents; an index over (unit, word) keeps unlike figures from ever meeting."""
    homes: list[list[Quantity]] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for figure in sorted(figures, key=lambda own: own.id):
        own = quantity_of(figure, stage)
        if own is None:
            continue
        near = sorted({number for word in own.marks for number in index[own.unit, word]})
        home = next((number for number in near if any(same_thing(own, other) for other in homes[number][:MOST_TRIED])), None)
        if home is not None:
            homes[home].append(own)
            continue
        for word in sorted(own.marks):
            if len(index[own.unit, word]) < MOST_HOLDERS:
                index[own.unit, word].append(len(homes))
        homes.append([own])
    yield from (members for members in homes if len({own.figure.document for own in members}) > 1)


def _by_sentence(found: Sequence[Finding], figures: Sequence[Figure], stage: Stage) -> Iterator[Finding]:
    """Conflicts whose values stand in the same sentences are one; all other findings stay as they are."""
    sentences = {(own.document, own.evidence[0].span): (own.document, _line(own, stage)) for own in figures if own.evidence}
    groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for own in found:
        if own.kind is FindingKind.CONFLICT:
            lines = (sentences[words.document, words.span] for value in own.values for words in value.evidence)
            groups[tuple(sorted(set(lines)))].append(own)
        else:
            yield own
    for members in groups.values():
        yield members[0] if len(members) == 1 else _joined(members, stage)


def _line(own: Figure, stage: Stage) -> int:
    """Where the sentence of a figure begins."""

    return sentence_around(stage.texts.get(own.document, ""), own.evidence[0].span).start


def _joined(members: Sequence[Finding], stage: Stage) -> Finding:
    """One finding of several: a value for each set of documents, its figures side by side."""
    rows: dict[tuple[str, ...], list[FindingValue]] = defaultdict(list)
    for own in members:
        for value in own.values:
            rows[tuple(sorted({words.document for words in value.evidence}))].append(value)
    values = tuple(
        FindingValue(", ".join(dict.fromkeys(own.value for own in group)), tuple(w for own in group for w in own.evidence))
        for _, group in sorted(rows.items())
    )
    first = members[0]
    kind = next((own.conflict_type for own in members if own.conflict_type != "figure"), "figure")
    label = ", ".join(dict.fromkeys(own.label for own in members))
    return make_finding(Subject("figure", first.subject, label, "figure", kind), FindingKind.CONFLICT, values, stage.origin)
