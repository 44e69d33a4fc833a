"""The day of an encounter by words beside it, where its own phrase gives none or a vaguer one.

"Today at the palace (April 11), he met": the bracket; "a week later, on February 27": the apposition; "sat down at a table on
Tuesday": a day inside the words that speak of the encounter.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from communique.extract.encounters.anchor import AHEAD, HAPPENED, Anchor
from communique.extract.encounters.duration import day_count, stretched
from communique.lexicon.calendar import interval, is_known
from communique.model import Analysis, DateBasis, DateValue, EncounterMention, TimeExpression, TimeKind

DAY = re.compile(r"^\d{4}-\d\d-\d\d|^XXXX-\d\d-\d\d|^XXXX-WXX-\d")
EXACT = re.compile(r"^\d{4}-\d\d-\d\d|^XXXX-\d\d-\d\d")
NEWS = frozenset({"agree", "sign", "settle", "conclude", "pledge", "undertake", "decide"})
BESIDE = 40
TOP, ABOVE = 8, 4
NOT_THEN = frozenset({"since", "until", "till", "before", "after", "by", "from"})


def days_of(
    analysis: Analysis, anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]
) -> tuple[DateValue | None, ...]:
    """The date of each mention, as it was or as words beside it give it; no expression is given to two mentions."""
    taken = {words.span.start for own in encounters if own.date is not None for words in own.date.evidence}
    places: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        places.setdefault(anchor.number, []).append(anchor)
    found = []
    for number, mention in enumerate(encounters):
        date = mention.date
        if date is None or (not is_known(date) and not _names_day(analysis, date)):
            own = _beside(analysis, date, taken) if date is not None else None
            own = own or _inside(analysis, places.get(number, []), taken)
            if own is not None and own.date is not None and not (date is not None and mention.status in AHEAD):
                date = own.date
                taken.add(own.span.start)
        found.append(date)
    main = _main(anchors, encounters)
    if main is not None and found[main.number] is None:
        found[main.number] = _lead(analysis, main)
    for number, date in enumerate(found):
        counts = (day_count(analysis, own.token) for own in places.get(number, ()))
        count = next((count for count in counts if count), 0)
        found[number] = stretched(date, count) if date is not None else None
    return tuple(found)


def _main(anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]) -> Anchor | None:
    """The first encounter of the article that took place, if it is told at the top."""
    first = next((own for own in anchors if encounters[own.number].status in HAPPENED), None)
    return first if first is not None and first.sentence <= TOP else None


def _lead(analysis: Analysis, main: Anchor) -> DateValue | None:
    """The day of the news: "The two sides agreed on Tuesday", in the sentences just above; only in a dated article."""
    if analysis.document.published is None:
        return None
    low = analysis.starts[analysis.sentences[max(main.sentence - ABOVE, 0)][0]]
    for own in _free(analysis, set(), low, analysis.starts[main.token]):
        token = analysis.token_at(own.span.start)
        if token is None or own.date is None or not is_known(own.date) or own.date.window:
            continue
        verb = next((at for at in analysis.ancestors(token) if analysis.pos[at] in {"VERB", "AUX"}), None)
        past = verb is not None and analysis.tags[verb] in {"VBD", "VBN"}
        if verb is not None and past and analysis.lemmas[verb] in NEWS and _is_past(analysis, own.date):
            return replace(own.date, basis=DateBasis.INHERITED)
    return None


def _is_past(analysis: Analysis, date: DateValue) -> bool:
    first, last = interval(date)[0], interval(analysis.document.published or date)[1]
    return first is not None and last is not None and first <= last


def _names_day(analysis: Analysis, date: DateValue) -> bool:
    starts = {words.span.start for words in date.evidence}
    return any(own.span.start in starts and DAY.match(own.timex) and EXACT.match(own.timex) for own in analysis.times)


def _free(analysis: Analysis, taken: set[int], low: int, high: int) -> list[TimeExpression]:
    found = []
    for own in analysis.times[bisect_left(analysis.times, low, key=lambda time: time.span.start) :]:
        if own.span.start >= high:
            break
        dated = own.kind in (TimeKind.DATE, TimeKind.TIME) and own.date is not None and DAY.match(own.timex)
        if dated and own.span.end <= high and own.span.start not in taken:
            found.append(own)
    return found


def _beside(analysis: Analysis, date: DateValue, taken: set[int]) -> TimeExpression | None:
    """A day that stands right after vaguer words, with no verb between."""
    if not date.evidence:
        return None
    end = date.evidence[0].span.end
    for own in _free(analysis, taken, end, end + BESIDE + 20):
        between = analysis.tokens_in(type(own.span)(end, own.span.start)) if own.span.start > end else range(0)
        if own.span.start - end <= BESIDE and not any(analysis.pos[at] in {"VERB", "AUX"} for at in between):
            return own
    return None


def _inside(analysis: Analysis, own: Sequence[Anchor], taken: set[int]) -> TimeExpression | None:
    """The first day inside the words of the mention that no preposition sets apart from it."""
    for anchor in own:
        for time in _free(analysis, taken, anchor.low, anchor.high):
            token = analysis.token_at(time.span.start)
            if token is not None and (token == 0 or analysis.lemmas[token - 1] not in NOT_THEN):
                return time
    return None
