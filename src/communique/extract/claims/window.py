"""By when something is to happen: "by the end of June", "within two weeks", "before Easter", "in the coming days".

The window opens on the day of the article. Plural words without a number get a span by convention (`VAGUE_DAYS`), marked as
inferred; "soon" has no value at all. Source: TIMEX3 for the expressions; RECORD.md for windows.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from communique.extract.claims.clause import is_verb
from communique.extract.claims.when import date_of
from communique.model import Analysis, DateBasis, DateValue, Span, TimeExpression, TimeKind

VAGUE_DAYS = {"hours": 1, "days": 14, "weeks": 60, "months": 183}
COMING = re.compile(r"\b(?:coming|next(?: few)?|within|following)\b.{0,8}?\b(?P<unit>hours|days|weeks|months)\b", re.I)
MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|spring|summer|autumn|winter", re.IGNORECASE
)
YEAR = re.compile(r"\d{4}|\b(?:last|past|this|ago)\b", re.IGNORECASE)
OUT = re.compile(r"\bbefore the (?P<unit>week|month|year) (?:is|was|has) (?:out|over|ended|done)\b", re.IGNORECASE)
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
FIRST_DAY = re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:or|and|to|-|–) $")
AHEAD = frozenset({"within", "in", "inside", "over"})
MINUTES_A_DAY = 1_440
LONGEST = 3_660  # days


def window_of(analysis: Analysis, span: Span) -> DateValue | None:
    """The window that the last time expression in `span` gives; without a calendar value still the words of it.

    Returns:
        `start` and `end` as EDTF days, months or years, `window` true, `evidence` the words; None where no words say when.
    """
    times = (time for time in _times(analysis, span) if not _is_told_past(analysis, time))
    found = [one for time in times if (one := _window(analysis, time)) is not None]
    found += [
        one for match in OUT.finditer(analysis.text, span.start, span.end) if (one := _out(analysis, match)) is not None
    ]
    dated = [one for one in found if one.start is not None]
    return (dated or found)[-1] if found else None


def due_of(analysis: Analysis, span: Span) -> DateValue | None:
    """The last day that "by", "until" or "within" in `span` leaves, as a date; None without such words."""
    for time in _times(analysis, span):
        bound = _mark(analysis, time) in ("by", "until", "till", "before", "within") and not _is_denied(analysis, time)
        window = _window(analysis, time) if bound else None
        if window is not None:
            end = window.end or window.start
            return replace(window, start=end, end=None, window=False) if end not in (None, "..") else window
    return None


def _times(analysis: Analysis, span: Span) -> list[TimeExpression]:
    low = bisect_left(analysis.times, span.start, key=lambda time: time.span.start)
    found = []
    for time in analysis.times[low:]:
        if time.span.start >= span.end:
            break
        if time.span.end <= span.end and time.kind is not TimeKind.SET:
            found.append(time)
    return found


def _is_told_past(analysis: Analysis, time: TimeExpression) -> bool:
    """ "protests like those that broke out in 2002", "the note that he sent last week": when something else was."""
    for above in analysis.ancestors(analysis.tokens_in(time.span).start):
        if is_verb(analysis, above):
            return analysis.tags[above] in ("VBD", "VBN") and analysis.deps[above] == "relcl"
    return False


def _mark(analysis: Analysis, time: TimeExpression) -> str:
    """The word that sets the bound: the first of the expression or one of the two before it."""
    first = analysis.tokens_in(time.span).start
    near = [analysis.lemmas[own] for own in range(max(0, first - 2), min(first + 1, len(analysis)))]
    return next((word for word in reversed(near) if word in ("by", "until", "till", "before", "after", "from", *AHEAD)), "")


def _is_denied(analysis: Analysis, time: TimeExpression) -> bool:
    """ "not before July", "no earlier than": from then on."""
    first = analysis.tokens_in(time.span).start
    near = {analysis.lemmas[own] for own in range(max(0, first - 4), first)}
    return bool(near & {"not", "no", "never"}) and bool(near & {"before", "early", "earlier", "soon", "sooner"})


def _ahead(value: DateValue, words: str, today: date | None) -> DateValue:
    """What is foreseen "in August" is in the next August, where the words name no year and their date has passed."""
    last = value.end or value.start
    if today is None or last in (None, "..") or value.start == ".." or MONTH.search(words) is None or YEAR.search(words):
        return value
    if last >= today.isoformat()[: len(last)]:
        return value
    moved = [own if own is None else f"{int(own[:4]) + 1}{own[4:]}" for own in (value.start, value.end)]
    if any(own is not None and len(own) == 10 and _day(own) is None for own in moved):
        return value
    return replace(value, start=moved[0], end=moved[1])


def _coming_weekday(value: DateValue, words: str, today: date | None) -> DateValue:
    """What is foreseen "for Sunday" is on the next Sunday, not on the last one."""
    day = _day(value.start)
    past = today is not None and day is not None and timedelta(0) < today - day < timedelta(7)
    if not past or day is None or value.end is not None or not WEEKDAY.fullmatch(words):
        return value
    return replace(value, start=(day + timedelta(7)).isoformat())


def _either(analysis: Analysis, time: TimeExpression, value: DateValue) -> DateValue:
    """From the first to the last day of "on 2 or 3 December"."""
    before = FIRST_DAY.search(analysis.text, max(0, time.span.start - 10), time.span.start)
    last = _day(value.start)
    if before is None or last is None or value.end is not None or not analysis.text[time.span.start].isdigit():
        return value
    first = int(before["day"])
    if not 0 < first < last.day:
        return value
    words = analysis.evidence(Span(before.start("day"), time.span.end))
    return replace(value, start=last.replace(day=first).isoformat(), end=last.isoformat(), evidence=(words,))


def _not_until(analysis: Analysis, time: TimeExpression) -> bool:
    """ "does not begin until Monday": on that day."""
    if _mark(analysis, time) not in ("until", "till"):
        return False
    first = analysis.tokens_in(time.span).start
    sentence = analysis.sentences[analysis.sentence_of[first]][0]
    return any(analysis.lemmas[own] in ("not", "n't") for own in range(max(sentence, first - 6), first))


def _window(analysis: Analysis, time: TimeExpression) -> DateValue | None:
    published = analysis.document.published
    today = _day(published.start) if published is not None else None
    if time.date is None or time.date.start is None:
        return _length(analysis, time, today)
    words = analysis.text[time.span.start : time.span.end]
    value = _coming_weekday(
        _either(analysis, time, _ahead(replace(date_of(analysis, time), window=True), words, today)), words, today
    )
    if _is_denied(analysis, time):
        return replace(value, end="..")
    if _not_until(analysis, time):
        return replace(value, start=value.end or value.start, end=None, window=False)
    if _mark(analysis, time) == "before" and value.start != ".." and time.date.end is None:
        return _bounded(value, today, _eve(value.start or ""))
    if value.start == "..":
        return _bounded(value, today, value.end)
    if _mark(analysis, time) == "before":
        return _bounded(value, today, value.end)
    return value


def _out(analysis: Analysis, match: re.Match[str]) -> DateValue:
    """ "before the month is out": to the end of the week, month or year of the article."""
    evidence = (analysis.evidence(Span(*match.span())),)
    published = analysis.document.published
    today = _day(published.start) if published is not None else None
    if today is None:
        return DateValue(None, window=True, evidence=evidence)
    if match["unit"].lower() == "week":
        end = today + timedelta(days=6 - today.weekday())
    elif match["unit"].lower() == "month":
        end = date(today.year, today.month, monthrange(today.year, today.month)[1])
    else:
        end = date(today.year, 12, 31)
    return DateValue(today.isoformat(), end.isoformat(), "day", True, DateBasis.RELATIVE, evidence)


def _length(analysis: Analysis, time: TimeExpression, today: date | None) -> DateValue | None:
    """ "within two weeks" from the day of the article; a length that does not look ahead gives nothing."""
    evidence = (analysis.evidence(time.span),)
    said = analysis.text[time.span.start : time.span.end]
    unknown = DateValue(None, window=True, evidence=evidence)
    if time.kind is not TimeKind.DURATION:
        return unknown
    vague = COMING.search(said)
    days = None
    if vague is not None and not re.search(r"\d", said):
        days = VAGUE_DAYS[vague["unit"].lower()]
    ahead = _mark(analysis, time) == "within" or said.lower().startswith("within")
    if ahead and time.duration is not None and time.duration.max_minutes:
        days = ceil(time.duration.max_minutes / MINUTES_A_DAY)
    if days is None:
        return None
    if today is None or not 0 < days <= LONGEST:
        return unknown
    end = today + timedelta(days=days)
    return DateValue(today.isoformat(), end.isoformat(), "day", True, DateBasis.INFERRED, evidence)


def _bounded(value: DateValue, today: date | None, end: str | None) -> DateValue:
    """From the day of the article to `end`; open below where that day is not known or later."""
    start = today.isoformat() if today is not None and end is not None and today.isoformat()[: len(end)] <= end else ".."
    return replace(value, start=start, end=end, precision="day" if start != ".." else value.precision)


def _eve(start: str) -> str:
    """The day before a month or year begins; a day stays, since "before Easter" is told of Easter."""
    if re.fullmatch(r"\d{4}(-\d\d)?", start) is None:
        return start
    first = date(int(start[:4]), int(start[5:7] or 1), 1)
    return (first - timedelta(days=1)).isoformat()


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None
