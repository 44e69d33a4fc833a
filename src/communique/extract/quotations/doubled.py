"""One reporting clause read twice: its own source taken for the words, or its cue found again inside its source."""

from collections import defaultdict
from collections.abc import Sequence

from communique.extract.quotations.content import Content
from communique.model import Attribution, Span

Row = tuple[Attribution, Content]


def without_doubled(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The statements without those that another one with the same cue or the same words shows to be misread.

    "A will come, announced the ministry": not "the ministry", announced by A. "Reports on Friday said that ...": not what
    "Friday" reports.
    """
    by_cue: dict[Span, list[int]] = defaultdict(list)
    by_words: dict[Span, list[int]] = defaultdict(list)
    for number, (own, content) in enumerate(rows):
        for span in own.cue:
            by_cue[span].append(number)
        if content.spans:
            by_words[content.spans[0]].append(number)
    return tuple(
        row for number, row in enumerate(rows)
        if not any(_speaks(rows[other], row) for span in row[0].cue for other in by_cue[span] if other != number)
        and not any(_reports(rows[other], row) for span in row[1].spans[:1] for other in by_words[span] if other != number)
    )  # fmt: skip


def _speaks(other: Row, row: Row) -> bool:
    """Whether the words of `row` are but the source of the other, which has words of its own."""
    inside = all(any(source.contains(span) for source in other[0].source) for span in row[1].spans)
    longer = sum(map(len, other[1].spans)) > sum(map(len, row[1].spans))
    return bool(other[0].source) and not row[1].quoted and inside and longer


def _reports(other: Row, row: Row) -> bool:
    """Whether cue and source of `row` lie in the source of the other."""
    own = (*row[0].cue, *row[0].source)
    return bool(own) and all(any(source.contains(span) for source in other[0].source) for span in own)
