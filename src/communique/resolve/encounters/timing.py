"""When two mentions can be one: days, weekdays, days without a year, and the days their documents came out."""

from datetime import date

from communique.model import Reason
from communique.resolve.encounters.facts import WEEKDAYS, Facts

FRESH = 7
RECENT = 40
FAR = 75


def days_apart(one: Facts, two: Facts) -> bool:
    """Whether the days of two mentions rule out that they are one.

    "Called off on Sunday" may give the day of the news: the day of what was called off counts only if it lay ahead.
    """
    if _of_the_news(one) or _of_the_news(two):
        return False
    (low, high), (other_low, other_high) = one.days, two.days
    if high is not None and other_low is not None and high < other_low:
        return True
    if other_high is not None and low is not None and other_high < low:
        return True
    for own, other in ((one, two), (two, one)):
        if (own.weekday is not None or own.month_days) and other.dated and not _fits(own, other):
            return True
    if one.month_days and two.month_days and not one.month_days & two.month_days:
        return True
    return one.weekday is not None and two.weekday is not None and one.weekday != two.weekday


def not_yet(one: Facts, two: Facts) -> bool:
    """Whether one document calls over what by the other was still to come when the document came out."""
    for own, other in ((one, two), (two, one)):
        low = other.days[0]
        if own.ended and not own.dated and own.published and other.dated and low and low > own.published:
            return True
    return False


def stands_later(one: Facts, two: Facts) -> bool:
    """Whether one was called off, for no day that is told, before the other was told of as still to come."""
    for own, other in ((one, two), (two, one)):
        low, told = other.days[0], own.published
        if not (own.off and other.ahead and told and other.published and low) or (own.dated and not _of_the_news(own)):
            continue
        if told < other.published < low and not own.cities & other.cities:
            return True
    return False


def _of_the_news(own: Facts) -> bool:
    """ "Called off on Sunday": a day of the week, or one that the document had behind it."""
    if own.off and own.weekday is not None:
        return True
    high = own.days[1]
    return own.off and own.dated and own.published is not None and high is not None and high <= own.published


def gap(one: Facts, two: Facts) -> int | None:
    """Days between two dated mentions, 0 if they touch; None where one has no day."""
    (low, high), (other_low, other_high) = one.days, two.days
    if low is None or high is None or other_low is None or other_high is None:
        return None
    return max((other_low - high).days, (low - other_high).days, 0)


def _fits(own: Facts, other: Facts) -> bool:
    low, high = other.days
    assert low is not None and high is not None
    return any(own.fits_day(date.fromordinal(day)) for day in range(low.toordinal(), high.toordinal() + 1))


def time_reasons(one: Facts, two: Facts) -> list[Reason]:
    """What the days say for a pair that they do not rule out, and against it."""
    if one.dated and two.dated:
        if gap(one, two):
            return []  # one of them is the day of the news
        length = max((own.days[1] - own.days[0]).days for own in (one, two))  # type: ignore[operator]
        return [Reason("day", "same day", 2.5)] if length <= 3 else [Reason("period", "days that can be the same", 0.8)]
    if one.month_days & two.month_days:
        return [Reason("day", "same day of the year", 2.2)]
    for own, other in ((one, two), (two, one)):
        if other.dated and (own.weekday is not None or own.month_days):
            if not _fits(own, other):
                return []  # the day of the news
            short = (other.days[1] - other.days[0]).days <= 3  # type: ignore[operator]
            if own.month_days:
                return [
                    Reason("day", "the words fit the day", 2.2) if short else Reason("period", "a day of the period", 0.8)
                ]
            return [Reason("weekday", "the words fit the day", 1.2)] if short else []
    if one.weekday is not None and one.weekday == two.weekday:
        return [Reason("weekday", WEEKDAYS[one.weekday], 0.8)]
    if _within(one, two):
        return [Reason("period", "days that can be the same", 0.5)]
    return _from_publication(one, two)


def _within(one: Facts, two: Facts) -> bool:
    """Whether the days of one, which may be a year, hold those of the other."""
    (low, high), (other_low, other_high) = one.days, two.days
    if low is None or high is None or other_low is None or other_high is None:
        return False
    return low <= other_low <= other_high <= high or other_low <= low <= high <= other_high


def _from_publication(one: Facts, two: Facts) -> list[Reason]:
    """Without a day in the words the day of the document tells what they can mean: news is fresh, plans lie ahead."""
    if one.dated == two.dated:
        if one.published and two.published and abs((one.published - two.published).days) > FAR:
            return [Reason("date", "told of at other times", -1.0)]
        return []
    undated, other = (two, one) if one.dated else (one, two)
    low, high = other.days
    if undated.published is None or low is None or high is None:
        return [Reason("date", "one has no date", -0.4)]
    since, until = (undated.published - high).days, (low - undated.published).days
    if undated.ahead:
        if until > FAR or since > FRESH:
            return [Reason("date", "not the day of a plan of then", -1.2)]
        return [] if until >= 0 else [Reason("date", "one has no date", -0.4)]
    if undated.ended and since <= FRESH:
        return [Reason("fresh", "news of the days after", 0.8) if undated.opens else Reason("date", "told soon after", 0.2)]
    return [Reason("date", "long before", -1.2)] if since > RECENT else [Reason("date", "one has no date", -0.4)]


def status_reasons(one: Facts, two: Facts, *, day: bool) -> list[Reason]:
    """What it says that one lies ahead and the other does not: little where the plan came first and the days agree;
    and what one of them or both call off.

    Args:
        day: whether the days speak for the pair.
    """
    if one.off or two.off:
        told = (one.ended or two.ended) and not (one.denied or two.denied)
        both = 0.4 if one.off and two.off else -0.8 if told else 0.0
        return [Reason("status", "called off in both" if both > 0 else "called off and held", both)] if both else []
    if one.ahead == two.ahead or day:
        return []
    plan, held = (one, two) if one.ahead else (two, one)
    if plan.published and held.published:
        later = (held.published - plan.published).days
        if later < 0:
            return [Reason("status", "still ahead when the other came out", -1.6)]
        if (
            later <= RECENT
            and plan.dated
            and plan.days[1] is not None
            and 0 <= (held.published - plan.days[1]).days <= FRESH
        ):
            return [Reason("status", "due just before the other came out", 0.6)]
        return [Reason("status", "one lay ahead, the other does not", -0.9 if later <= RECENT else -1.6)]
    return [Reason("status", "one still lies ahead, the other does not", -1.6)]
