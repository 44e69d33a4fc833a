"""One act of speech in several documents: what each outlet cut, and where the wording differs, word by word."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from communique.lexicon.content_word import WORD, is_negation, key_of
from communique.model import Evidence, Quotation, Record, Span

MOST_WORDS = 600


@dataclass(frozen=True, slots=True)
class WordingPart:
    """A stretch of two renderings.

    Attributes:
        kind: "same" (words alike but for form), "changed", "cut" (the other rendering lacks it), "added" (only it has it).
        base: words of the fuller rendering; () for "added".
        other: words of the other rendering; () for "cut".
        denial: the stretch denies something in one rendering alone.
    """

    kind: str
    base: tuple[Evidence, ...]
    other: tuple[Evidence, ...]
    denial: bool


@dataclass(frozen=True, slots=True)
class Rendering:
    """One document's rendering against the fullest one; `parts` in the order of the fullest one."""

    quotation: Quotation
    parts: tuple[WordingPart, ...]


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """An utterance: its fullest rendering and the others."""

    id: str
    speaker: str | None
    base: Quotation
    others: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    text: str
    span: Span
    part: int


def utterance_rows(record: Record) -> tuple[UtteranceRow, ...]:
    """Every utterance that two quotations at least render, by id.

    The fullest rendering (most words, then first by id) is the base. Differences are found on lemmas and synonyms, so
    that a changed ending is no difference; every part has the exact words of both documents. Of a rendering with over
    600 words the first 600 are compared.
    """
    groups = _groups(record)
    return tuple(_row(own, groups[own]) for own in sorted(groups) if len(groups[own]) > 1)


def renderings_in(record: Record, documents: Collection[str]) -> Iterator[tuple[Quotation, Rendering]]:
    """The renderings of some documents (ids), each with the fullest one of its utterance, by utterance; one at a time."""
    for _, found in sorted(_groups(record).items()):
        if len(found) > 1 and any(quotation.document in documents for quotation in found):
            base, *others = _ordered(found)
            for other in others:
                if other.document in documents:
                    yield base, Rendering(other, compare_wording(base, other))


def _groups(record: Record) -> dict[str, list[Quotation]]:
    groups: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in record.quotations:
        if quotation.utterance is not None:
            groups[quotation.utterance].append(quotation)
    return groups


def _ordered(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The fullest rendering first."""
    return sorted(quotations, key=lambda found: (-_length(found), found.id))


def _length(quotation: Quotation) -> int:
    """How many words are compared."""
    return min(MOST_WORDS, sum(len(WORD.findall(part.quote)) for part in quotation.content))


def _row(own: str, quotations: Sequence[Quotation]) -> UtteranceRow:
    base, *rest = _ordered(quotations)
    others = tuple(Rendering(other, compare_wording(base, other)) for other in rest)
    return UtteranceRow(own, base.speaker, base, others)


def compare_wording(base: Quotation, other: Quotation) -> tuple[WordingPart, ...]:
    """The stretches in which two renderings agree and differ, in the order of `base`."""
    left, right = _words(base), _words(other)
    matcher = SequenceMatcher(None, [word.key for word in left], [word.key for word in right], autojunk=False)
    kinds = {"equal": "same", "replace": "changed", "delete": "cut", "insert": "added"}
    parts = []
    for operation, a, b, c, d in matcher.get_opcodes():
        ours, theirs = left[a:b], right[c:d]
        denial = _denies(ours) != _denies(theirs)
        parts.append(WordingPart(kinds[operation], _evidence(base, ours), _evidence(other, theirs), denial))
    return tuple(parts)


def _words(quotation: Quotation) -> list[_Word]:
    found = []
    for number, part in enumerate(quotation.content):
        for match in WORD.finditer(part.quote):
            span = Span(part.span.start + match.start(), part.span.start + match.end())
            found.append(_Word(key_of(match.group()), match.group().lower(), span, number))
    return found[:MOST_WORDS]


def _denies(words: Sequence[_Word]) -> bool:
    return any(is_negation(word.text) for word in words)


def _evidence(quotation: Quotation, words: Sequence[_Word]) -> tuple[Evidence, ...]:
    """The exact words from the first to the last of a run, for each segment of the quotation."""
    runs: dict[int, list[_Word]] = defaultdict(list)
    for word in words:
        runs[word.part].append(word)
    found = []
    for number in sorted(runs):
        whole = quotation.content[number]
        start, end = runs[number][0].span.start, runs[number][-1].span.end
        quote = whole.quote[start - whole.span.start : end - whole.span.start]
        found.append(Evidence(whole.document, Span(start, end), quote))
    return tuple(found)
