"""When: the time expressions that belong to an event by syntax."""

from collections.abc import Collection
from dataclasses import replace

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.negation import SINCE
from communique.extract.encounters.reading import Reading
from communique.extract.encounters.site import Site, is_direct
from communique.lexicon.calendar import intersects, interval, is_known
from communique.lexicon.day_of_year import days_of_year
from communique.lexicon.encounter import load_words
from communique.model import Analysis, DateValue, TimeExpression, TimeKind

NAMELESS = frozenset({"source", "official", "diplomat", "person", "people", "witness", "aide", "participant", "insider"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def date_of(analysis: Analysis, event: EncounterEvent, site: Site, reading: Reading) -> DateValue | None:
    """The date that the sentence gives the event; None if it gives none.

    A time expression belongs to it if it lies in an argument of the role, or hangs on the trigger or on a word of its
    clause, but not on the verb that only reports on it ("agreed on Tuesday to meet"). An exact day wins over a vaguer one.
    """
    spans = [argument.span for argument in event.of("times") if is_direct(analysis, argument.token, site)]
    report = _reporting(analysis, site, reading)
    telling = _told_by_others(analysis, site)
    allowed = site.own - report
    found = []
    for own in times_in_sentence(analysis, event.trigger.token):
        if own.kind not in (TimeKind.DATE, TimeKind.TIME) or own.date is None:
            continue
        if own.kind is TimeKind.TIME and own.date.start == "..":  # "until 2 a.m." says when it ended, not on which day
            continue
        if report and hangs_on(analysis, own, report):
            continue
        if telling and hangs_on(analysis, own, telling):
            continue
        when = _of_clause(analysis, own, event.trigger.token)
        if when is not None:
            found.append((0, when))
        elif any(span.overlaps(own.span) for span in spans):
            found.append((0, own.date))
        elif hangs_on(analysis, own, allowed) or _described_by(analysis, own, site):
            found.append((1, own.date))
    if not found:
        return None
    best = min(found, key=lambda row: (row[1].start is None, not _days(row[1]), _length(row[1]), row[0]))[1]
    if reading.detail == SINCE and best.end == "..":
        return replace(best, end=None)
    if is_known(best) or _days(best):
        return best
    named = only_day(analysis, event.trigger.token)
    return named if named is not None and _is_today(best) else best


def _of_clause(analysis: Analysis, time: TimeExpression, token: int) -> DateValue | None:
    """The time itself of "since 2014, when the chiefs met": the clause says what happened then, not since."""
    last = analysis.tokens_in(time.span).stop - 1
    for verb in (token, *analysis.ancestors(token)):
        below = analysis.deps[verb] == "relcl" and analysis.heads[verb] == last
        if below and time.date is not None and any(analysis.lemmas[own] == "when" for own in analysis.children(verb)):
            return replace(time.date, end=None) if time.date.end == ".." else time.date
    return None


def _is_today(date: DateValue) -> bool:
    """ "today (April 11)": the day beside it names it."""
    return any(own.quote.lower() in {"today", "yesterday", "tomorrow", "tonight"} for own in date.evidence)


def _reporting(analysis: Analysis, site: Site, reading: Reading) -> frozenset[int]:
    """The verb that gives the status by its meaning, and all above it; a date beside it is the date of the report."""
    verb = reading.token
    words = load_words()
    if verb not in site.clause or words.status.get(analysis.lemmas[verb]) is None:
        return frozenset()
    passive = any(analysis.deps[own] in {"nsubjpass", "auxpass"} for own in analysis.children(verb))
    if passive and analysis.lemmas[verb] in words.setting_verbs:
        return frozenset()
    return frozenset(site.clause[site.clause.index(verb) :])


def _told_by_others(analysis: Analysis, site: Site) -> frozenset[int]:
    """ "sources close to the talks told the paper on Friday after three days of talks": the day of the telling; so for
    "people familiar with the talks said on Friday"."""
    words = load_words()
    return frozenset(
        verb for verb in site.clause
        if analysis.lemmas[verb] in words.report_verbs and analysis.tags[verb].startswith("VB")
        and any(
            analysis.lemmas[own] in NAMELESS or site.token in analysis.subtree(own)
            for own in analysis.children(verb) if analysis.deps[own] == "nsubj"
        )
    )  # fmt: skip


def _described_by(analysis: Analysis, time: TimeExpression, site: Site) -> bool:
    """ "on February 12, when they spoke": the clause of the event describes the date."""
    verb = site.clause[-1] if site.clause else site.token
    if analysis.deps[verb] == "conj":  # "in July, when he had won and was visiting Lima"
        verb = analysis.heads[verb]
    if analysis.deps[verb] not in {"relcl", "advcl"}:
        return False
    head = analysis.heads[verb]
    marks = {analysis.lemmas[own] for own in analysis.children(verb) if analysis.deps[own] == "advmod"}
    return "when" in marks and (head in analysis.tokens_in(time.span) or hangs_on(analysis, time, {head}))


def _length(date: DateValue) -> int:
    """Days that a date spans; very long where a side is open."""
    low, high = interval(date)
    return (high - low).days if low is not None and high is not None else 100_000


def times_in_sentence(analysis: Analysis, token: int) -> list[TimeExpression]:
    """The time expressions of the sentence that a token stands in."""
    span = analysis.sentence_span(analysis.sentence_of[token])
    return [own for own in analysis.times if span.contains(own.span)]


def hangs_on(analysis: Analysis, time: TimeExpression, allowed: Collection[int]) -> bool:
    """Whether the phrase of a time expression depends on one of the tokens, through prepositions only."""
    inside = set(analysis.tokens_in(time.span))
    if not inside:
        return False
    top = next((token for token in inside if analysis.heads[token] not in inside), min(inside))
    at = top
    for _ in range(4):
        head = analysis.heads[at]
        if head in allowed:
            return True
        if head == at or (analysis.pos[head] not in {"ADP", "SCONJ", "ADV", "NUM", "PROPN"} and head not in inside):
            return False
        at = head
    return False


def only_day(analysis: Analysis, token: int) -> DateValue | None:
    """The single day that the sentence of a token names; None if it names none or several."""
    found = [
        own.date
        for own in times_in_sentence(analysis, token)
        if own.kind is TimeKind.DATE and own.date is not None and (own.date.precision == "day" or _days(own.date))
    ]
    return found[0] if len(found) == 1 else None


def _days(date: DateValue) -> frozenset[tuple[int, int]]:
    """Days of the year that words without a year name."""
    return frozenset() if is_known(date) else days_of_year(" ".join(own.quote for own in date.evidence))


def days_apart(one: DateValue, two: DateValue) -> bool:
    """Whether two dates cannot be the same, by calendar or, without years, by day and month."""
    if is_known(one) and is_known(two):
        return not intersects(one, two)
    left, right = _days(one), _days(two)
    return bool(left and right) and not left & right


def days_agree(one: DateValue, two: DateValue) -> bool:
    """Whether both have a day and the days can be the same."""
    if is_known(one) and is_known(two):
        return intersects(one, two)
    return bool(_days(one) & _days(two)) or (
        not is_known(one) and not is_known(two) and _weekday(one) == _weekday(two) != ""
    )


def _weekday(date: DateValue) -> str:
    """The bare weekday that a date without a value names ("on Tuesday"); "" for anything more or else."""
    words = " ".join(own.quote for own in date.evidence).casefold().removeprefix("on ").strip()
    return words if words in WEEKDAYS else ""
