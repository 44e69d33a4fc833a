"""Which words are the article itself: titles and headings repeat it, boilerplate is not it."""

from bisect import bisect_right
from collections.abc import Callable

from communique.model import Analysis, RegionKind, Span

READ = frozenset({RegionKind.BODY, RegionKind.NOTE})


def body_test(analysis: Analysis) -> Callable[[Span], bool]:
    """A test whether a span begins in the body; without any region everything is body."""
    regions = analysis.clean.regions
    if not regions:
        return lambda span: True
    starts = [region.span.start for region in regions]

    def inside(span: Span) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and regions[at].kind in READ and span.start < regions[at].span.end

    return inside
