"""On what day words were said: from the reporting clause, from the sentence or the words they continue, or the day of the
whole talk. A day that the text does not give to the words is left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.lexicon.calendar import partial, plus_days
from communique.lexicon.cue_verb import cue_words
from communique.lexicon.date_line import find_dates
from communique.model import (
    Analysis,
    DateBasis,
    DateValue,
    DocumentActors,
    Evidence,
    Quotation,
    Span,
    TimeExpression,
    TimeKind,
)

DAYS = frozenset({TimeKind.DATE, TimeKind.TIME})
VERBS = frozenset({"VERB", "AUX"})
MATTER = frozenset({"about", "against", "concerning", "from", "of", "over", "regarding", "since", "than", "until"})
SAME_DAY = re.compile(r"\b(?:the same|that(?: same)?) (?:afternoon|day|evening|morning|night)\b", re.IGNORECASE)
DAY_AFTER = re.compile(
    r"\b(?:the (?:next|following) (?:day|morning|evening|afternoon)|(?:a|the|one) day (?:later|after))\b", re.IGNORECASE
)
DAY_BEFORE = re.compile(r"\b(?:the previous (?:day|evening)|(?:a|the|one) day (?:earlier|before))\b", re.IGNORECASE)
EARLIER = frozenset({"had", "once", "previously", "earlier"})
TALKS = frozenset(
    {
        "address",
        "brief",
        "call",
        "interview",
        "meet",
        "phone",
        "receive",
        "ring",
        "see",
        "speak",
        "talk",
        "telephone",
        "visit",
    }
)
HELD_TALK = re.compile(
    r"\b(?:interview\w*|conversation|spoke|talked|briefing|press conference|sitting|hearing|session|debate|transcript)\b",
    re.IGNORECASE,
)
RECORDED = re.compile(r"\b(?:sitting|hearing|session|debate|verbatim|transcript|minutes|briefing|hansard)\b", re.IGNORECASE)
QUESTION = re.compile(r"\s*(?:Q|Question)\s*[.:]")
CLOCK_LINE = re.compile(
    r"^[ \t]*\d{1,2}[.:]\d{2}(?:[ \t]*(?:[ap]\.?m\.?|GMT|[A-Z]{3,4}))?(?:[ \t]*[|–—-])?[ \t]+\S", re.MULTILINE
)
FEWEST_ENTRIES = 3
HEAD_LINES = 12
LONGEST_LINE = 70
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def day_of_clause(analysis: Analysis, verb: int, reach: Sequence[int], taken: Sequence[Span]) -> DateValue | None:
    """The day that hangs on the cue, or on the verb that the cue is coordinated with ("On Sunday she called and said").

    Args:
        verb: head of the cue.
        reach: ascending tokens of the reporting clause.
        taken: spans of source and content.
    """
    own, cue = next(_times(analysis, reach, taken, verb), None), verb
    while own is None and analysis.deps[verb] == "conj" and analysis.pos[analysis.heads[verb]] in VERBS:
        verb = analysis.heads[verb]
        before = [t for t in analysis.subtree(verb) if t < cue]
        own = next(_times(analysis, before, taken, verb), None)
    return own


def _times(analysis: Analysis, reach: Sequence[int], taken: Sequence[Span], verb: int) -> Iterator[DateValue]:
    if not reach:
        return
    inside = set(reach)
    for number, time in _between(analysis, analysis.starts[reach[0]], analysis.ends[reach[-1]]):
        if time.kind not in DAYS or time.date is None:
            continue
        tokens = [token for token in analysis.tokens_in(time.span) if token in inside]
        if any(span.overlaps(time.span) for span in taken) and not _before_name(analysis, tokens):
            continue
        if tokens and _dates(analysis, tokens, verb):
            found = _anchored(analysis, number, time)
            if found is not None:
                yield found


def _before_name(analysis: Analysis, tokens: Sequence[int]) -> bool:
    """Whether a day is taken for part of the name after it: "On Sunday Ada Brandt rang"."""
    return bool(tokens) and analysis.deps[tokens[0]] == "compound" and analysis.pos[analysis.heads[tokens[0]]] == "PROPN"


def _between(analysis: Analysis, start: int, end: int) -> Iterator[tuple[int, TimeExpression]]:
    first = bisect_left(analysis.times, start, key=lambda time: time.span.start)
    for number in range(first, len(analysis.times)):
        if analysis.times[number].span.start >= end:
            return
        yield number, analysis.times[number]


def _dates(analysis: Analysis, tokens: Sequence[int], verb: int) -> bool:
    """Whether a time expression says when the verb happens, and not when something did that a noun of its clause means
    ("asked about the incident of last year")."""
    head = next((t for t in tokens if analysis.heads[t] not in tokens), tokens[0])
    spoken = cue_words().setting | cue_words().noun
    below = head
    for above in analysis.ancestors(head):
        if above == verb:
            return True
        if analysis.pos[above] == "ADP" and analysis.lemmas[above] in MATTER:
            noun = analysis.heads[above]
            if analysis.pos[noun] == "NOUN" and analysis.lemmas[noun] not in spoken:
                return False
        possessive = analysis.deps[below] in {"poss", "compound", "amod", "nmod"}
        if possessive and analysis.pos[above] == "NOUN" and analysis.lemmas[above] not in spoken:
            return False
        below = above
    return False


def _anchored(analysis: Analysis, number: int, time: TimeExpression) -> DateValue | None:
    """The date of a time expression; "the same day", "the next day" and "a day earlier" count from the last day that the
    text named before."""
    words = analysis.text[time.span.start : time.span.end]
    steps = [step for pattern, step in ((SAME_DAY, 0), (DAY_AFTER, 1), (DAY_BEFORE, -1)) if pattern.search(words)]
    if not steps:
        return time.date
    for earlier in reversed(analysis.times[max(0, number - 12) : number]):
        known = earlier.date
        if known is not None and known.start is not None and known.precision == "day" and not known.window:
            last = plus_days(day, steps[0]) if (day := _last_day(known)) is not None else None
            found = last.isoformat() if last is not None else None
            return replace(known, start=found, end=None, basis=DateBasis.RELATIVE, evidence=(analysis.evidence(time.span),))
    return None


def _last_day(value: DateValue) -> date | None:
    try:
        return date.fromisoformat((value.end if value.end not in {None, ".."} else value.start) or "")
    except ValueError:
        return None


def carry_days(analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations, with the day of what they go on from where their own clause gives none.

    That is: the same speaker's words right before, in this paragraph or the one above; or the sentence right before, in
    this paragraph, which tells on what day the speaker was met or spoke ("We met her on 3 May. "...", she said").
    """
    found: list[Quotation] = []
    last: Quotation | None = None
    for own in quotations:
        if own.said_on is None and own.cue and not _is_earlier(analysis, own):
            day = _from_sentence_before(analysis, actors, own) or _from_words_before(analysis, own, last)
            own = replace(own, said_on=day) if day is not None else own
        if own.nested_in is None:
            last = own
        found.append(own)
    return found


def _is_earlier(analysis: Analysis, own: Quotation) -> bool:
    """Whether the cue tells of an earlier time than the text around: "had said", "once said"."""
    tokens = [token for words in own.cue for token in analysis.tokens_in(words.span)]
    near = {analysis.word(t).lower() for token in tokens for t in (token, *analysis.children(token))}
    return bool(near & EARLIER)


def _from_words_before(analysis: Analysis, own: Quotation, last: Quotation | None) -> DateValue | None:
    if last is None or own.nested_in is not None or own.setting is not None:
        return None
    if own.speaker is None or own.speaker != last.speaker or last.said_on is None:
        return None
    start, end = last.evidence[-1].span.end, own.evidence[0].span.start
    if end < start or analysis.text.count("\n\n", start, end) > 1 or _names_day(analysis, start, end):
        return None
    return replace(last.said_on, basis=DateBasis.INHERITED)


def _names_day(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a day is named between two offsets, past the sentence in which the first one stands."""
    stop = re.search(r"[.!?\n]", analysis.text[start:end])
    begin = start + stop.start() if stop is not None else end
    return any(time.kind in DAYS for _, time in _between(analysis, begin, end))


def _from_sentence_before(analysis: Analysis, actors: DocumentActors, own: Quotation) -> DateValue | None:
    first = analysis.token_at(own.evidence[0].span.start)
    if first is None or own.speaker is None or analysis.sentence_of[first] == 0:
        return None
    before = analysis.sentence_span(analysis.sentence_of[first] - 1)
    if "\n" in analysis.text[before.end : own.evidence[0].span.start] or "\n" in analysis.text[before.start : before.end]:
        return None
    if all(actor.id != own.speaker for _, actor in actors.within(before)):
        return None
    tokens = analysis.tokens_in(before)
    for verb in tokens:
        if analysis.pos[verb] == "VERB" and analysis.lemmas[verb] in TALKS:
            day = next(_times(analysis, analysis.subtree(verb), (), verb), None)
            if day is not None:
                return replace(day, basis=DateBasis.INHERITED)
    return None


def day_of_talk(analysis: Analysis, first: int) -> DateValue | None:
    """The day of an interview, sitting or briefing that the text is the record of; None where none is given.

    It is that of the nearest line above the first turn (at offset `first`) that speaks of the talk and names one day, also
    in a line that is no body text ("The interview was conducted on 3 May"); else, for minutes and transcripts, the day in
    the heading.
    """
    head = analysis.document.text[:first]
    for line in reversed(list(re.finditer(r"[^\n]+", head))):
        if HELD_TALK.search(line[0]) is None or QUESTION.match(line[0]):
            continue
        times = [t for _, t in _between(analysis, line.start(), line.end()) if _is_day(t)]
        if len(times) == 1:
            return times[0].date
        noted = None if times else written_day(analysis, line.start(), line.end())
        if noted is not None:
            return noted
    return day_of_heading(analysis) if RECORDED.search(head[:600]) is not None else None


def written_day(analysis: Analysis, start: int, end: int) -> DateValue | None:
    """The one day that a line names which is no body text, a weekday counted back from the day of publication."""
    document = analysis.document
    dates = find_dates(document.text[start:end])
    known = document.published.start if document.published is not None else None
    if len(dates) == 1:
        own = dates[0]
        value = own.value or (partial(int(known[:4]), own.month, own.day) if known is not None else None)
        words = Evidence.at(document, Span(start + own.start, start + own.end))
        late = value is not None and known is not None and own.value is None and value > known
        return DateValue(value, precision="day", basis=DateBasis.EXPLICIT, evidence=(words,)) if value and not late else None
    named = [] if dates else list(WEEKDAY.finditer(document.text, start, end))
    if len(named) != 1 or known is None or len(known) != len("2031-01-01"):
        return None
    day = date.fromisoformat(known)
    back = (day.weekday() - WEEKDAYS.index(named[0][1].lower())) % 7
    words = Evidence.at(document, Span(*named[0].span()))
    return DateValue((day - timedelta(days=back)).isoformat(), precision="day", basis=DateBasis.WEEKDAY, evidence=(words,))


def day_of_heading(analysis: Analysis) -> DateValue | None:
    """The day that the text itself gives as its own: the published one where the text states it, else a short line of the
    head that ends with a full date ("The mountains, 4 May 2031")."""
    published = analysis.document.published
    if published is not None:
        return published if published.evidence else None
    offset = 0
    for line in analysis.document.text.split("\n", HEAD_LINES)[:HEAD_LINES]:
        dates = find_dates(line)
        if len(line) <= LONGEST_LINE and len(dates) == 1 and dates[0].value and not line[dates[0].end :].strip(" ."):
            words = Evidence.at(analysis.document, Span(offset + dates[0].start, offset + dates[0].end))
            return DateValue(dates[0].value, precision="day", basis=DateBasis.EXPLICIT, evidence=(words,))
        offset += len(line) + 1
    return None


def _is_day(time: TimeExpression) -> bool:
    return time.kind in DAYS and time.date is not None and time.date.precision in {"day", None} and not time.date.window


def day_of_entries(analysis: Analysis) -> DateValue | None:
    """The day of a live report, whose entries are headed by times of the clock; None for any other text, or without a
    day of its own."""
    return day_of_heading(analysis) if len(CLOCK_LINE.findall(analysis.text)) >= FEWEST_ENTRIES else None
