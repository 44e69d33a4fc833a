"""What a time expression is read against: the day of writing, the dates before it, and the tense around it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from communique.annotate.time.moment import Moment, last_day, moment_of
from communique.annotate.time.tense import Direction
from communique.annotate.time.token import Tokens
from communique.annotate.time.word import MONTHS, SHORT_MONTHS
from communique.lexicon.calendar import bounds, plus_months
from communique.model import DateValue

FAR_YEARS = 2
SENTENCE = 80
LINE = 400
CLOCK_REACH = 150
FEWEST_TOLD = 5
FEWEST_DATED = 2  # years with a month or as a heading: background in news has bare years
DATED_YEAR = re.compile(r"[Mms][,f!]?Y|[Mm]!?[do],?Y|(?<=\n)Y(?=\n)")
TOLD_FOR_NOW = 8
YEARLESS = re.compile(r"(?<=[do])[Mm](?!!?,?Y)|[Mm](?=!?[do](?!,?Y))")  # "24 January", "Jan. 24"
FEWEST_YEARLESS = 4
MOSTLY = 0.8
MONTHS_BEFORE, MONTHS_AHEAD = 3, 2


def reference_moment(value: DateValue | None) -> Moment | None:
    """The day, month or year that a text was written; of a longer interval its first day."""
    if value is None or value.start is None or bounds(value.start) is None:
        return None
    moment = Moment(*(int(part) for part in value.start.rstrip("?~%").split("-")))
    return moment if 2 <= moment.year <= 9998 else None


def is_narrative(tokens: Tokens, reference: Moment | None) -> bool:
    """Whether the text tells of times far from its writing, so that a date without a year goes with the last year told."""
    years = [int(tokens.words[at]) for at, letter in enumerate(tokens.classes) if letter == "Y"]
    told = tokens.classes.count("B") + sum(1000 <= year <= 2100 and not _is_now(year, reference) for year in years)
    now = sum(tokens.classes.count(letter) for letter in "TW") + sum(_is_now(year, reference) for year in years)
    dated = tokens.classes.count("B") + len(DATED_YEAR.findall(tokens.classes))
    return (
        not _tells_of_now(tokens, reference) and told >= FEWEST_TOLD and dated >= FEWEST_DATED and told >= TOLD_FOR_NOW * now
    )


def _tells_of_now(tokens: Tokens, reference: Moment | None) -> bool:
    """Whether the months and days without a year lie around the day of writing: an article of today with much history."""
    if reference is None or reference.month is None:
        return False
    months = [
        MONTHS.get(name) or SHORT_MONTHS.get(name, 0)
        for name in (tokens.words[match.start()] for match in YEARLESS.finditer(tokens.classes))
    ]
    near = sum(
        (reference.month - month) % 12 <= MONTHS_BEFORE or (month - reference.month) % 12 <= MONTHS_AHEAD for month in months
    )
    often = len(months) >= FEWEST_YEARLESS and 2 * len(months) >= tokens.classes.count("Y")  # histories state most years
    return often and near >= MOSTLY * len(months)


def _is_now(year: int, reference: Moment | None) -> bool:
    return reference is not None and year == reference.year


@dataclass(slots=True)
class Context:
    """The state of one reading of a text, front to back.

    Attributes:
        reference: when the text was written, None if not known.
        anchor: the last date told, whatever its precision; `anchor_at`: the token where.
        day: the last date told that is a full day; `day_at`: the token where.
        stated: the last year that the text states for a month or day, and the token where it does.
    """

    tokens: Tokens
    reference: Moment | None
    narrative: bool
    direction: Direction
    anchor: Moment | None = None
    anchor_at: int = -1
    day: date | None = None
    day_at: int = -1
    stated: tuple[int, Moment] | None = None

    @property
    def today(self) -> date | None:
        """The day of writing; None if only its month or year is known."""
        return self.reference.date if self.reference else None

    @property
    def base(self) -> Moment | None:
        """What "that year" and a bare month hang on: the last date in a narrative, else the time of writing."""
        return (self.anchor or self.reference) if self.narrative else self.reference

    def note(self, moment: Moment, at: int, has_year: bool) -> None:
        """Remember a date for those that follow."""
        if moment.month is None and self._is_aside(at):
            return
        self.anchor, self.anchor_at = moment, at
        self.day = moment.date or (self.day if not self.narrative else None)
        self.day_at = at if moment.date else self.day_at
        if has_year and moment.month is not None:
            self.stated = at, moment

    def _is_aside(self, at: int) -> bool:
        """Whether a bare year stands in the line of a fuller date: background, from which a history does not go on."""
        if not self.narrative or self.anchor is None or self.anchor.month is None:
            return False
        return "\n" not in self.tokens.classes[max(self.anchor_at, at - LINE) : at]

    def year_for(self, month: int, day: int | None, at: int) -> int | None:
        """The year of a month or day that states none; None if nothing tells.

        In a narrative the year goes on from the last date. In news the stated year of the same sentence goes first,
        then the occurrence nearest to the day of writing, on the side that the tense of the sentence asks for.
        """
        if self.narrative:
            return self._told_year(month)
        stated = self._sentence_year(at)
        if stated is not None:
            return stated
        if self.reference is None:
            return None
        if self.reference.month is None:
            return self.reference.year
        return self._near_year(month, day, self.direction(at))

    def _told_year(self, month: int) -> int | None:
        if self.anchor is None:
            return None
        if self.anchor.month is not None and self.anchor.month - month >= 9:
            return self.anchor.year + 1
        return self.anchor.year

    def _sentence_year(self, at: int) -> int | None:
        """A year far from the writing that the last dates state in the same sentence."""
        if self.stated is None or self.reference is None:
            return None
        where, moment = self.stated
        if at - where > SENTENCE:
            return None
        between = self.tokens.classes[where:at]
        if abs(moment.year - self.reference.year) < FAR_YEARS or "\n" in between or "!" in between.replace("m!", ""):
            return None
        return moment.year

    def _near_year(self, month: int, day: int | None, direction: int) -> int:
        reference = self.reference
        if reference is None or reference.month is None:
            raise ValueError("a near year needs a month of writing")
        middle = reference.date or date(reference.year, reference.month, 15)
        known = []
        for year in (reference.year - 1, reference.year, reference.year + 1):
            moment = Moment(year, month, day if day is None or day <= 28 else 28)
            days = bounds(moment.edtf)
            if days is None:
                continue
            gap = 0 if days[0] <= middle <= days[1] else min((days[0] - middle).days, (days[1] - middle).days, key=abs)
            wrong = gap * direction < -3 if direction else False
            known.append(
                (gap > 270 or gap < -330 or wrong, abs(gap) if gap <= 0 else abs(gap) * (1 if direction > 0 else 1.6), year)
            )
        return min(known)[2] if known else reference.year

    def weekday(self, number: int, at: int, direction: int | None = None) -> date | None:
        """The day of a weekday name, near the day of writing; None without one."""
        today = self.today
        if today is None:
            return None
        way = self.direction(at) if direction is None else direction
        if way > 0:
            return today + timedelta(days=(number - today.weekday()) % 7)
        return today - timedelta(days=(today.weekday() - number) % 7)

    def month_shift(self, months: int) -> Moment | None:
        """The month some months from the base."""
        base = self.base
        if base is None or base.month is None:
            return None
        return Moment(*plus_months(base.year, base.month, months))

    def week(self, shift: int, told: date | None = None) -> tuple[date, date] | None:
        """Monday and Sunday of the week `shift` weeks from that of the day `told`, else of writing."""
        today = told or (self.day if self.narrative else None) or self.today
        if today is None:
            return None
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return monday, monday + timedelta(days=6)

    def clock_day(self, at: int) -> date | None:
        """The day of a time of day: the last one told not far before, else that of writing; of writing in a log of times."""
        opens_line = at == 0 or self.tokens.classes[at - 1] == "\n"
        if self.day is not None and (self.narrative or (at - self.day_at < CLOCK_REACH and not opens_line)):
            return self.day
        return self.today or self.day

    def told_day(self) -> date | None:
        """The day that "the next day" and "two days later" count from."""
        if self.day is not None:
            return self.day
        if self.anchor is not None and self.anchor.day is None and self.narrative:
            return None
        return None if self.narrative else self.today


def end_of(moment: Moment) -> Moment:
    """The last day of a moment as a moment; itself before Christ."""
    day = last_day(moment)
    return moment if day is None else moment_of(day)
