"""Figures that a document sets against another one: "100 trucks, not 120", and who gives the other one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from communique.compare.counted import thing_of, unit_of
from communique.compare.stage import Stage, sentence_around, words_at
from communique.compare.stated import Subject, make_finding
from communique.lexicon.numeral import CARDINALS, SCALES, cardinal_value
from communique.model import Evidence, Figure, Finding, FindingKind, FindingValue, Span

NUMBER = rf"(?:\d[\d,.]*\d|\d|{'|'.join(CARDINALS)})(?:[ -](?:{'|'.join((*CARDINALS, *SCALES))}))*"
AFTER = re.compile(
    rf"[^.;:!?\n\"”]{{0,30}}?,? (?:and |but )?not (?:of |the |in )?({NUMBER})\b(?!\w)",
    re.IGNORECASE,
)
BEFORE = re.compile(rf"\bnot (?:of |the |in )?({NUMBER})(?: [\w-]+){{0,2}},? but (?:only |of |the |in )?$", re.IGNORECASE)
SAYS = r"(?:says?|said|shows?|put|puts|gives?|gave|names?|speaks? of|spoke of|states?|stated|mentions?|mentioned)"
REACH = 40


def compare_contrasts(figures: Sequence[Figure], stage: Stage) -> Iterator[Finding]:
    """Conflicts between "X, not Y" and the documents (or another sentence of the same one) that give Y."""
    given: dict[tuple[str, float], list[Figure]] = defaultdict(list)
    for own in figures:
        if own.value is not None and own.evidence:
            given[unit_of(own.unit), own.value].append(own)
    for own in figures:
        denied = _denied(own, stage)
        if denied is None or denied == own.value:
            continue
        others = [other for other in given[unit_of(own.unit), denied] if not _beside(own, other, stage)]
        by_place = _by_place(own, others)
        said = Subject("figure", own.id, thing_of(own), "figure", "figure")
        if by_place[False]:
            yield _told(said, FindingKind.CONFLICT, (by_place[False], list(own.evidence)), stage)
        again = by_place[True] or _said_again(own, denied, stage)
        if again:
            yield _told(said, FindingKind.INTERNAL_CONFLICT, (list(own.evidence), again), stage)


def _denied(own: Figure, stage: Stage) -> float | None:
    """The number that the words beside a figure set against it."""
    if own.value is None or not own.evidence:
        return None
    text, span = stage.texts.get(own.document, ""), own.evidence[0].span
    found = AFTER.match(text, span.end, span.end + REACH + 30) or BEFORE.search(
        text[max(0, span.start - REACH) : span.start]
    )
    return cardinal_value(found[1].lower().replace("-", " ").split()) if found is not None else None


def _beside(own: Figure, other: Figure, stage: Stage) -> bool:
    """Whether a figure stands in the sentence that denies it."""
    around = sentence_around(stage.texts.get(own.document, ""), own.evidence[0].span)
    return other.document == own.document and around.overlaps(other.evidence[0].span)


def _by_place(own: Figure, others: Sequence[Figure]) -> Mapping[bool, list[Evidence]]:
    found: dict[bool, list[Evidence]] = {True: [], False: []}
    for other in others:
        found[other.document == own.document].extend(other.evidence)
    return found


def _said_again(own: Figure, denied: float, stage: Stage) -> list[Evidence]:
    """The number alone in the next sentences: "the minutes say 120"."""
    text = stage.texts.get(own.document, "")
    start = sentence_around(text, own.evidence[0].span).end
    for found in re.finditer(rf"\b{SAYS} ({NUMBER})\b(?! [a-z])", text[start : start + 4 * 100]):
        if cardinal_value(found[1].lower().replace("-", " ").split()) == denied:
            return [words_at(stage, own.document, Span(start + found.start(), start + found.end()))]
    return []


def _told(subject: Subject, kind: FindingKind, sets: tuple[list[Evidence], list[Evidence]], stage: Stage) -> Finding:
    values = tuple(FindingValue(" ".join(words[0].quote.split()), tuple(words)) for words in sets)
    return make_finding(subject, kind, values, stage.origin)
