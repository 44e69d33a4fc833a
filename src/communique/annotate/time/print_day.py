"""Articles dated only by the edition that printed them: "today" is a day of the week before it, not the day of print."""

from dataclasses import replace
from datetime import timedelta

from communique.lexicon.calendar import interval
from communique.model import CleanText, RegionKind, TimeExpression

DEICTIC = frozenset({"today", "tonight", "tomorrow", "yesterday", "this morning", "this evening", "this afternoon"})
EARLIER = timedelta(days=6)


def dated_by_print(clean: CleanText) -> bool:
    """Whether the publication day is known from a note on print alone ("appears in print in the 20 May edition")."""
    published = clean.document.published
    if published is None or not published.evidence:
        return False
    notes = [region.span for region in clean.regions if region.kind is RegionKind.NOTE]
    return all(any(note.overlaps(words.span) for note in notes) for words in published.evidence)


def before_print(time: TimeExpression) -> TimeExpression:
    """The expression with a window of a week up to the day it would mean on the day of print; others as they are."""
    date = time.date
    if date is None or date.precision != "day" or not date.evidence:
        return time
    low, high = interval(date)
    if low is None or low != high or " ".join(date.evidence[0].quote.lower().split()) not in DEICTIC:
        return time
    return replace(time, date=replace(date, start=(low - EARLIER).isoformat(), end=low.isoformat(), window=True))
