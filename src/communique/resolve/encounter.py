"""Which encounter mentions of different documents are the same encounter, and the dates that follow from it.

Mentions are compared only where an index brings them together (people, place, day), each with a bounded number of
others, so that cost grows with the number of mentions. A wrong merge is worse than a miss: what speaks against a pair
(date, city, people, sort) cannot be outweighed.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp

from communique.lexicon.calendar import interval, is_known, plus_days
from communique.model import DateBasis, DateValue, EncounterMention, Evidence, Judgement, Reason, Verdict
from communique.resolve.encounters.bare import bare_pairs
from communique.resolve.encounters.compare import compare
from communique.resolve.encounters.facts import NO_SETTING, Facts, Setting, facts_of, persons_of
from communique.resolve.encounters.index import candidate_pairs
from communique.resolve.encounters.only import LIKELY, Scored, only_pairs
from communique.resolve.encounters.only import MARGIN as RIVAL

AUTHOR = "rule:encounter"
NEEDED = 2.6
MARGIN = 0.6


def resolve_encounters(
    mentions: Sequence[EncounterMention], past: Sequence[Judgement], setting: Setting = NO_SETTING
) -> tuple[Judgement, ...]:
    """Judgements on pairs of mentions, for `resolve.cluster.clusters`.

    Args:
        mentions: of all documents; participants are actors of the record.
        past: earlier judgements; those of people stay as they are and are not repeated.
        setting: what the documents say around the mentions.

    Returns:
        SAME and DIFFERENT judgements with their reasons, ordered by pair; two mentions of one document are never SAME.
    """
    around = replace(setting, persons=setting.persons | persons_of(mentions))
    facts = {mention.id: facts_of(mention, around) for mention in sorted(mentions, key=lambda mention: mention.id)}
    settled = {(own.left, own.right) for own in past if own.author.startswith("person:")}
    scored: list[Scored] = []
    likely: list[Scored] = []
    judged: dict[tuple[str, str], Judgement] = {}
    for left, right in candidate_pairs(facts):
        if (left, right) in settled:
            continue
        reasons, against = compare(facts[left], facts[right])
        score = round(sum(reason.weight for reason in reasons), 6)
        if against:
            judged[left, right] = _judgement(left, right, Verdict.DIFFERENT, score - 10, reasons)
        elif score >= NEEDED:
            scored.append((score, left, right, reasons))
        elif score >= LIKELY - RIVAL:
            likely.append((score, left, right, reasons))
    judged |= {(own.left, own.right): own for own in _joined(scored, facts)}
    for score, left, right, reasons in only_pairs(likely, facts, judged):
        why = Reason("only", "each the only one that the other can be", round(NEEDED + 0.1 - score, 3))
        judged[left, right] = _judgement(left, right, Verdict.SAME, NEEDED + 0.1, (*reasons, why))
    for left, right in bare_pairs(facts, judged):
        if (left, right) not in settled:
            reason = Reason("only", "the only encounter of its sort on that day", NEEDED + 0.1)
            judged[left, right] = _judgement(left, right, Verdict.SAME, reason.weight, (reason,))
    return tuple(judged[pair] for pair in sorted(judged))


def _judgement(left: str, right: str, verdict: Verdict, score: float, reasons: tuple[Reason, ...]) -> Judgement:
    share = 1 / (1 + exp(-max(-30.0, min(30.0, score - NEEDED))))
    return Judgement("encounter", left, right, verdict, round(share, 4), reasons, AUTHOR)


def _joined(scored: list[Scored], facts: Mapping[str, Facts]) -> Iterator[Judgement]:
    """SAME for pairs that may stand together with all that they would join; UNSURE where a dateless mention fits several."""
    home = {own: own for own in facts}
    members: dict[str, list[str]] = {own: [own] for own in facts}
    rivals = _rivals(scored, facts)
    for score, left, right, reasons in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        one, two = home[left], home[right]
        if left in rivals or right in rivals:
            yield _judgement(left, right, Verdict.UNSURE, score, reasons)
            continue
        if one != two:
            if any(_apart(facts[a], facts[b]) for a in members[one][:40] for b in members[two][:40]):
                yield _judgement(
                    left, right, Verdict.DIFFERENT, score - 10, (*reasons, Reason("group", "joins what is apart", -10.0))
                )
                continue
            if len(members[one]) < len(members[two]):
                one, two = two, one
            for own in members[two]:
                home[own] = one
            members[one] += members.pop(two)
        yield _judgement(left, right, Verdict.SAME, score, reasons)


def _apart(one: Facts, two: Facts) -> bool:
    return compare(one, two)[1]


def _rivals(scored: list[Scored], facts: Mapping[str, Facts]) -> set[str]:
    """Dateless mentions that fit two encounters about as well which cannot be one."""
    best: dict[str, list[tuple[float, str]]] = {}
    for score, left, right, _ in scored:
        for own, other in ((left, right), (right, left)):
            if not facts[own].dated and facts[other].dated:
                best.setdefault(own, []).append((score, other))
    found = set()
    for own, rows in best.items():
        rows.sort(key=lambda row: (-row[0], row[1]))
        close = [other for score, other in rows[:12] if score > rows[0][0] - MARGIN]
        if any(_apart(facts[close[0]], facts[other]) for other in close[1:]):
            found.add(own)
    return found


def derive_dates(mentions: Iterable[EncounterMention], clusters: Iterable[tuple[str, ...]]) -> tuple[EncounterMention, ...]:
    """The mentions, with dates that other documents give where their own words carry no full one.

    "Tuesday" or "18 February" without a year takes the day of a mention in the same cluster that fits it; the date is
    marked CROSS_DOCUMENT and holds the words of both. A mention without date words stays without a date.

    Args:
        mentions: in any order.
        clusters: groups of mention ids that are the same encounter.

    Returns:
        The mentions in their order.
    """
    found = tuple(mentions)
    by_id = {mention.id: mention for mention in found}
    dates: dict[str, DateValue] = {}
    for cluster in clusters:
        known = [by_id[own].date for own in cluster if own in by_id and _one_day(by_id[own].date)]
        for own in cluster:
            mention = by_id.get(own)
            if mention is None or mention.date is None or not mention.date.evidence:
                continue
            if mention.date.start is not None and not _is_week(mention.date):
                continue
            fitting = _fitting(mention, [date for date in known if date is not None])
            if fitting is not None:
                dates[own] = fitting
    return tuple(replace(mention, date=dates[mention.id]) if mention.id in dates else mention for mention in found)


def _one_day(date: DateValue | None) -> bool:
    if date is None or date.window or not is_known(date) or date.basis is DateBasis.CROSS_DOCUMENT:
        return False
    low, high = interval(date)
    return low is not None and high is not None and (high - low).days <= 3


def _is_week(date: DateValue) -> bool:
    """Whether the words mean one day of a week: "today" of an article that only its print edition dates."""
    low, high = interval(date)
    return date.window and date.precision == "day" and low is not None and high is not None and 1 < (high - low).days < 7


def _fitting(mention: EncounterMention, known: Sequence[DateValue]) -> DateValue | None:
    """The day of `known` that the mention's own words fit; None if none or several do. For "today" of an article dated by
    its print edition alone, days told exactly go before those of a longer date."""
    facts = facts_of(mention)
    if mention.date is None:
        return None
    if len(facts.month_days) > 1:
        return _several_days(mention, facts.month_days, known)
    week = interval(mention.date) if _is_week(mention.date) else (None, None)
    spans: dict[str, tuple[Evidence, ...]] = {}
    exact = set()
    for one in known:
        days = _days_of(one)
        for day in days:
            in_week = week[0] is not None and week[1] is not None and week[0] <= day <= week[1]
            if in_week or facts.fits_day(day):
                spans.setdefault(day.isoformat(), one.evidence)
                exact |= {day.isoformat()} if len(days) == 1 else set()
    found = exact if week[0] is not None and exact else spans.keys()
    if len(found) != 1:
        return None
    day_text = next(iter(found))
    return DateValue(day_text, None, "day", False, DateBasis.CROSS_DOCUMENT, (*mention.date.evidence, *spans[day_text]))


def _days_of(value: DateValue) -> list[datetime.date]:
    low, high = interval(value)
    if low is None or high is None:
        return []
    days = (plus_days(low, number) for number in range((high - low).days + 1))
    return [day for day in days if day is not None]


def _several_days(
    mention: EncounterMention, named: frozenset[tuple[int, int]], known: Sequence[DateValue]
) -> DateValue | None:
    """ "5 and 6 June" in the year of the other documents' days, if one of those is among the named."""
    fitting = []
    for date in known:
        low, high = interval(date)
        if (
            low is not None
            and high is not None
            and any((low.year, *day) <= _key(high) and _key(low) <= (low.year, *day) for day in named)
        ):
            fitting.append((low.year, date.evidence))
    if mention.date is None or len({year for year, _ in fitting}) != 1:
        return None
    year, evidence = fitting[0]
    first, last = (f"{year:04d}-{month:02d}-{day:02d}" for month, day in (min(named), max(named)))
    return DateValue(first, last, "day", False, DateBasis.CROSS_DOCUMENT, (*mention.date.evidence, *evidence))


def _key(day: datetime.date) -> tuple[int, int, int]:
    return (day.year, day.month, day.day)
