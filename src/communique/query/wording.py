"""Dates, durations, places and names as people write them; every view uses these."""

import re
from collections.abc import Iterable, Sequence

from communique.lexicon.date_words import date_words, day_words
from communique.model import DateValue, Document, Duration, Finding, Place

__all__ = [
    "count_words",
    "date_words",
    "day_words",
    "distance_words",
    "duration_words",
    "fact_words",
    "independent",
    "listed",
    "minutes_words",
    "outcome_words",
    "place_words",
    "source_name",
    "stance_words",
    "trend_words",
    "turn_words",
    "value_words",
    "why_words",
]

WORDS = re.compile(r"[^\W\d_]{3,}")
CODE = re.compile(r"[0-9a-fA-F]{8,}|\d+")
OPENING = 48
FULL_LINE = 15  # words; a shorter line is a credit, a caption or a button
DAY = r"\d{4}(?:-\d\d){0,2}[?~%]?"
DAYS = re.compile(rf"\[?(?P<start>{DAY})(?:/(?P<end>{DAY})|\.\.(?P<last>{DAY}))?\]?")


def minutes_words(minutes: float) -> str:
    """270 as "4 h 30 min", 90 as "1 h 30 min", 2880 as "2 days"."""
    if minutes >= 1440 and minutes % 1440 == 0:
        days = int(minutes // 1440)
        return f"{days} day" + ("s" if days > 1 else "")
    hours, rest = divmod(round(minutes), 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part)


def duration_words(found: Duration | None) -> str:
    """A duration in words, in those of the source where it has one bound only; "" for None."""
    if found is None:
        return ""
    low, high = found.min_minutes, found.max_minutes
    if found.evidence and (low is None or high is None):  # "nearly six hours" says more than "at most 6 h"
        return f"“{' '.join(found.evidence[0].quote.split())}”"
    if low is None and high is None:
        return ""
    if low is None and high is not None:
        return f"at most {minutes_words(high)}"
    if high is None and low is not None:
        return f"at least {minutes_words(low)}"
    assert low is not None and high is not None
    return minutes_words(low) if low == high else f"{minutes_words(low)} to {minutes_words(high)}"


def place_words(place: Place | None) -> str:
    """Venue, city and country, as far as known, with alternatives; "" for None."""
    if place is None:
        return ""
    city = " or ".join(name for name in (place.city, *place.alternatives) if name)
    return ", ".join(name for name in (place.venue, city, place.country) if name)


def listed(names: Iterable[str], shown: int = 6) -> str:
    """ "A, B and C", with "and 4 more" after `shown` names."""
    rows = list(names)
    if len(rows) > shown:
        return ", ".join(rows[:shown]) + f" and {len(rows) - shown} more"
    return ", ".join(rows[:-1]) + " and " + rows[-1] if len(rows) > 1 else "".join(rows)


def source_name(doc: Document) -> str:
    """How a document is called in a view: outlet and day, else its title, else its file name."""
    name = doc.outlet.name if doc.outlet else doc.title or file_words(doc)
    day = doc.published.start if doc.published and doc.published.start else None
    return f"{name}, {day_words(day)}" if day else name


def file_words(doc: Document) -> str:
    """The name of the file; of one that holds no words ("0042_9f3c.txt"), the first words of the article."""
    file = doc.path.replace("\\", "/").rsplit("/", 1)[-1]
    if WORDS.search(CODE.sub("", file.rsplit(".", 1)[0])):
        return file
    line = next((" ".join(line.split()) for line in doc.text[:4000].splitlines() if len(line.split()) >= FULL_LINE), "")
    return f"“{line[:OPENING].rsplit(' ', 1)[0] if len(line) > OPENING else line}…”" if line else file


def value_words(value: str) -> str:
    """A value of a finding as people write it: dates in words, all else as it is."""
    found = DAYS.fullmatch(value)
    if found is None:
        return value
    end = found["end"] or found["last"]
    return date_words(DateValue(found["start"], end or None, window=value.startswith("[")))


def count_words(number: int, one: str, many: str | None = None) -> str:
    """ "1 source", "3 sources"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def independent(documents: Sequence[str], origin: dict[str, str]) -> int:
    """How many independent origins stand behind `documents`: reprints and shared wires count once."""
    return len({origin.get(own, own) for own in documents})


STANCES = {"conditions": "sets a condition", "divided": "is divided", "none": "no longer demands, or makes no demand"}
TURNS = {"reversal": "turned about", "contradiction": "contradicts itself", "undated": "said both, undated"}
TRENDS = {"softer": "moved towards the other side", "harder": "moved away from the other side"}


OUTCOMES = {
    "fulfilled": "came true",
    "not_fulfilled": "did not come about",
    "pending": "still open",
    "unknown": "no article tells",
}


FACTS = {
    "agreed": "what was agreed",
    "participants": "who was there",
    "present": "who was there",
    "absent": "who was not there",
    "framing": "one tells the denial, the other does not",
    "duration": "how long",
    "place": "where",
    "date": "when",
    "due": "until when",
    "kind": "what it was",
    "status": "whether it took place",
    "side": "on whose side",
    "wording": "the words",
    "existence": "whether it took place at all",
    "office": "the office",
    "name": "the name",
    "figure": "the number",
    "content": "what came of it",
    "correction": "what was corrected",
    "outcome": "what came of it",
}


def fact_words(attribute: str) -> str:
    """What a fact or a finding is about, in plain words: "who was there", "how long"."""
    name = attribute.split("/")[0]
    return FACTS.get(name, name.replace("_", " "))


def why_words(found: Finding) -> str:
    """Why a finding is one, as a sentence: "Different days: 2 articles."."""
    _, _, why = found.why.partition(": ")
    reason, _, count = (why or found.why).partition(" (")
    articles = re.match(r"(\d+) document", count)
    told = f": {count_words(int(articles[1]), 'article')}" if articles else ""
    return f"{reason[:1].upper()}{reason[1:]}{told}."


def outcome_words(status: str) -> str:
    """What became of a forecast: "came true", "no article tells"."""
    return OUTCOMES.get(status, status)


def stance_words(stance: str) -> str:
    """A stance as a verb: "demands", "sets a condition"."""
    return STANCES.get(stance, stance)


def turn_words(kind: str) -> str:
    """What kind of reversal it is, as a verb phrase."""
    return TURNS.get(kind, kind)


def trend_words(trend: str) -> str:
    """Where positions moved; "" for no movement."""
    return TRENDS.get(trend, "")


def distance_words(agree: int, oppose: int) -> str:
    """How many pairs of positions on one matter are both for it, and how many pull opposite ways."""
    same = f"{count_words(agree, 'pair')} of positions for the same" if agree else ""
    other = f"{count_words(oppose, 'pair')} of positions that pull opposite ways" if oppose else ""
    return ", ".join(part for part in (same, other) if part)
