"""The day an article was written, told by another article's date of the encounter that it calls "today's".

If "talks are going on today" are those that others date 18 February, then "tomorrow" in the same article is the 19th.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.model import DateBasis, DateValue, EncounterMention, Evidence

# words for a day by its distance from the day of writing
DISTANCE = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "yesterday": -1,
}
WORDS = re.compile(rf"\b({'|'.join(DISTANCE)})\b", re.IGNORECASE)


def date_from_writing(mentions: Iterable[EncounterMention]) -> tuple[EncounterMention, ...]:
    """The mentions, with a day for each "tomorrow" or "yesterday" of an article whose "today" another article dates.

    Returns:
        The mentions in their order; new days are marked CROSS_DOCUMENT and hold the words of all that they rest on. An
        article whose words lead to two different days is left as it is.
    """
    found = tuple(mentions)
    known: dict[str, dict[str, tuple[Evidence, ...]]] = defaultdict(dict)
    for mention in found:
        day, away = _day(mention.date), _away(mention)
        if day is not None and away is not None and mention.date is not None:
            today = (day - timedelta(days=away)).isoformat()
            known[mention.document].setdefault(today, mention.date.evidence)
    return tuple(_dated(mention, known.get(mention.document, {})) for mention in found)


def _day(value: DateValue | None) -> date | None:
    """The one day that another document gave."""
    if value is None or value.basis is not DateBasis.CROSS_DOCUMENT or value.end is not None or value.start is None:
        return None
    return date.fromisoformat(value.start) if len(value.start) == 10 else None


def _away(mention: EncounterMention) -> int | None:
    """Days from the day of writing that the mention's own words tell."""
    own = [words.quote for words in mention.date.evidence if words.document == mention.document] if mention.date else []
    named = _named(own)
    return DISTANCE[named] if named is not None else None


def _named(quotes: Sequence[str]) -> str | None:
    match = WORDS.search(quotes[0]) if quotes else None
    return match[1].lower() if match else None


def _dated(mention: EncounterMention, todays: dict[str, tuple[Evidence, ...]]) -> EncounterMention:
    value, away = mention.date, _away(mention)
    if value is None or away is None or len(todays) != 1 or value.basis is DateBasis.CROSS_DOCUMENT:
        return mention
    today, evidence = next(iter(todays.items()))
    day = (date.fromisoformat(today) + timedelta(days=away)).isoformat()
    words = (*value.evidence, *(own for own in evidence if own not in value.evidence))
    return replace(mention, date=DateValue(day, None, "day", False, DateBasis.CROSS_DOCUMENT, words))
