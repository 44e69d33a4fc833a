"""Time expressions of invented sentences; written on Wednesday, 7 May 2031, unless a test says otherwise."""

import pytest

from communique.annotate.time import find_times_in_text
from communique.model import DateBasis, DateValue, TimeExpression, TimeKind

WRITTEN = DateValue("2031-05-07", None, "day", basis=DateBasis.METADATA)


def read(text: str, reference: DateValue | None = WRITTEN, *, ranges: bool = True) -> dict[str, TimeExpression]:
    """Words of each expression -> expression."""
    return {text[t.span.start : t.span.end]: t for t in find_times_in_text(text, reference, ranges=ranges)}


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on 17-18 February.", "17-18 February", "2031-02-17/2031-02-18"),
        ("They met on February 17-18, 2029.", "February 17-18, 2029", "2029-02-17/2029-02-18"),
        ("It ran from 3 to 5 May.", "3 to 5 May", "2031-05-03/2031-05-05"),
        ("It ran from February 12 to 14.", "February 12 to 14", "2031-02-12/2031-02-14"),
        ("It ran April 12 through 14, 2030, in Lima.", "April 12 through 14, 2030", "2030-04-12/2030-04-14"),
        ("They gave April 12 to 14 villages.", "April 12", "2031-04-12"),
        ("It ran between 12 and 14 April.", "12 and 14 April", "2031-04-12/2031-04-14"),
        ("It ran from 4 May to 6 June 2030.", "4 May to 6 June 2030", "2030-05-04/2030-06-06"),
        ("It ran from Monday to Wednesday.", "Monday to Wednesday", "2031-05-05/2031-05-07"),
        ("It lasted from 1999 through 2004.", "1999 through 2004", "1999/2004"),
        ("It lasted 2014-16.", "2014-16", "2014/2016"),
    ],
)
def test_ranges(text: str, words: str, edtf: str) -> None:
    date = read(text)[words].date
    assert date is not None
    assert date.edtf == edtf


def test_ordinals_that_count_something_else_are_no_days() -> None:
    assert read("He lives on the 8th floor. They rose from the 8th to the 10th place on the 5th and 6th rounds.") == {}


def test_a_postponement_is_no_range() -> None:
    assert set(read("The session was moved from 3 May 2030 to 9 May 2030.")) == {"3 May 2030", "9 May 2030"}


def test_ranges_can_stay_apart() -> None:
    found = read("They met on 17-18 February.", ranges=False)
    assert [t.timex for t in found.values()] == ["2031-02-17", "2031-02-18"]


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("The ministers met on Friday.", "Friday", "2031-05-02"),
        ("The ministers will meet on Friday.", "Friday", "2031-05-09"),
        ("The ministers met on Wednesday.", "Wednesday", "2031-05-07"),
        ("They meet next Tuesday.", "next Tuesday", "2031-05-13"),
        ("They met last Friday.", "last Friday", "2031-05-02"),
        ("They meet on Friday next week.", "Friday next week", "2031-05-16"),
        ("On December 5 the parliament voted.", "December 5", "2030-12-05"),
        ("On December 5 the parliament will vote.", "December 5", "2031-12-05"),
        ("In January they met.", "January", "2031-01"),
        ("They met in September.", "September", "2030-09"),
        ("They will meet in September.", "September", "2031-09"),
        ("On Valentine's Day they phoned.", "Valentine's Day", "2031-02-14"),
        ("On New Year's Eve the truce began.", "New Year's Eve", "2030-12-31"),
        ("It was signed on Good Friday.", "Good Friday", "2031-04-11"),
        ("It was signed on Easter Monday.", "Easter Monday", "2031-04-14"),
        ("It was the day before yesterday.", "the day before yesterday", "2031-05-05"),
        ("They signed last year.", "last year", "2030"),
        ("They sign next month.", "next month", "2031-06"),
        ("They met on the 20th of June 2030.", "the 20th of June 2030", "2030-06-20"),
        ("They met in Oslo on the 5th (briefly), it was said.", "the 5th", "2031-05-05"),
        ("They met on the 28th, before dawn.", "the 28th", "2031-04-28"),
        ("They will meet on the 5th.", "the 5th", "2031-06-05"),
        ("They met from the 2nd to the 4th and in May again.", "the 2nd to the 4th", "2031-05-02"),
        ("They met on 03/04/2031.", "03/04/2031", "2031-04-03"),
        ("The text of 2031-05-03 stands.", "2031-05-03", "2031-05-03"),
        ("They met on Monday, 5 May 2031.", "Monday, 5 May 2031", "2031-05-05"),
        ("The envoy's 1904 booklet was lost.", "1904", "1904"),
        ("It fell a century ago.", "a century ago", "1931~"),
        ("It fell about ten years ago.", "about ten years ago", "2021~"),
        ("The city fell in 241 BC.", "241 BC", "-0240"),
        ("They met in August of last year.", "August of last year", "2030-08"),
    ],
)
def test_days_and_months(text: str, words: str, start: str) -> None:
    date = read(text)[words].date
    assert date is not None
    assert date.start == start
    assert date.evidence[0].quote == words


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They will meet in the coming days of May.", "the coming days of May", "[2031-05-07..2031-05-31]"),
        ("They may meet as early as next week.", "next week", "[2031-05-12..2031-05-18]"),
        ("They vote later this week.", "later this week", "[2031-05-08..2031-05-11]"),
        ("In early June 2030 they met.", "early June 2030", "[2030-06-01..2030-06-10]"),
        ("By the end of March 2032 they must sign.", "the end of March 2032", "[..2032-03-31]"),
        ("He has led since 2021.", "2021", "2021/.."),
        ("He stays until Friday.", "Friday", "../2031-05-09"),
        ("In the 1990s they traded.", "the 1990s", "[1990..1999]"),
        ("In spring 2024 they tried.", "spring 2024", "[2024-03..2024-05]"),
        ("In winter 2024 they tried.", "winter 2024", "[2024-12..2025-02]"),
        ("The first quarter of 2030 was calm.", "The first quarter of 2030", "[2030-01..2030-03]"),
        ("Q2 2030 was calm.", "Q2 2030", "[2030-04..2030-06]"),
        ("The second half of this year will be calm.", "The second half of this year", "[2031-07..2031-12]"),
        ("It was built in the 4th century BC.", "the 4th century BC", "[-0399..-0300]"),
    ],
)
def test_windows_and_open_ends(text: str, words: str, edtf: str) -> None:
    date = read(text)[words].date
    assert date is not None
    assert date.edtf == edtf


def test_an_event_after_since_keeps_the_day() -> None:
    date = read("Nothing has changed since Monday's talks.")["Monday"].date
    assert date is not None
    assert (date.start, date.end) == ("2031-05-05", None)


def test_later_counts_from_the_last_day_told() -> None:
    found = read("A round was held on 27 February. A little more than a week later a second one followed.")
    date = found["A little more than a week later"].date
    assert date is not None
    assert date.edtf == "[2031-03-06..2031-03-12]"
    found = read("It opened on 9 May 2030. Three days earlier a ship sank; the following week it was found.")
    assert found["Three days earlier"].timex == "2030-05-06"
    assert found["the following week"].timex == "2030-W20"


def test_a_full_day_beside_a_relative_one_decides() -> None:
    assert read("Three days earlier, on 2 March 2030, a ship sank.")["Three days earlier"].timex == "2030-03-02"
    assert read("Today at the port (May 2) they spoke.")["Today"].timex == "2031-05-02"


def test_a_length_before_or_after_a_day_is_counted_from_it() -> None:
    found = read(
        "It fell two days after 3 May 2030. A week before Christmas he left. He ate a few hours after the Monday session."
    )
    assert found["two days after"].timex == "2030-05-05"
    assert found["A week before"].timex == "2030-12-18"
    assert found["a few hours after"].timex == "2031-05-05TXX:XX"


def test_times_of_day() -> None:
    found = read("They met on Monday. The doors closed at 3 p.m. and opened at noon.\n18:20 The log goes on.\n")
    assert {words: t.timex for words, t in found.items()} == {
        "Monday": "2031-05-05",
        "3 p.m.": "2031-05-05T15:00",
        "noon": "2031-05-05T12:00",
        "18:20": "2031-05-07T18:20",
    }


def test_today_in_a_quotation_counts_from_its_day() -> None:
    date = read('On April 4 he said: "We spoke today and yesterday."')["today and yesterday"].date
    assert date is not None
    assert date.edtf == "2031-04-03/2031-04-04"
    assert read('"We go on tomorrow," she said on 3 May.')["tomorrow"].timex == "2031-05-04"
    assert read('"We go on tomorrow," she said on Sunday.')["tomorrow"].timex == "2031-05-05"
    assert read("On April 4 he left. She spoke today.")["today"].timex == "2031-05-07"


def test_without_a_day_of_writing_nothing_is_invented() -> None:
    found = read("They met on Tuesday, yesterday, on 18 February, in March, last year and on Easter Monday.", None)
    assert {words: t.timex for words, t in found.items()} == {
        "Tuesday": "XXXX-WXX-2",
        "yesterday": "XXXX-XX-XX",
        "18 February": "XXXX-02-18",
        "March": "XXXX-03",
        "last year": "XXXX",
        "Easter Monday": "XXXX",
    }
    dates = [t.date for t in found.values()]
    assert all(date is not None and date.start is None and date.edtf is None for date in dates)
    assert found["Tuesday"].date is not None and found["Tuesday"].date.basis is DateBasis.WEEKDAY
    assert found["18 February"].date is not None and found["18 February"].date.evidence[0].quote == "18 February"


def test_a_month_of_writing_gives_years_but_no_weekdays() -> None:
    month = DateValue("2031-05", None, "month")
    found = read("They met on Tuesday and on 18 February and last year.", month)
    assert [t.timex for t in found.values()] == ["XXXX-WXX-2", "2031-02-18", "2030"]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("four and a half hours", 270, 270),
        ("over five hours", 300, None),
        ("nearly two hours", None, 120),
        ("90-minute", 90, 90),
        ("several hours", None, None),
        ("half an hour", 30, 30),
        ("a quarter of an hour", 15, 15),
        ("three quarters of an hour", 45, 45),
        ("two hours and thirty minutes", 150, 150),
        ("at least three days", 4320, None),
        ("two or three days", 2880, 4320),
        ("an hour and a half", 90, 90),
    ],
)
def test_durations(words: str, low: float | None, high: float | None) -> None:
    found = read(f"They sat for {words} in the hall.")
    duration = found[words].duration
    assert found[words].kind is TimeKind.DURATION
    assert duration is not None
    assert (duration.min_minutes, duration.max_minutes) == (low, high)


def test_ages_and_modals_are_no_time() -> None:
    assert read("May I ask? He may go. The 49-year-old should one day march.") == {}
    assert read("They lost 2015 men and paid $1999.") == {}


def test_a_publication_line_dates_the_text() -> None:
    found = read("Talks open\nPosted: May 2, 2030, 5:03 pm\nThe sides met on Tuesday.\n", None)
    assert found["Tuesday"].timex == "2030-04-30"


def test_zones_are_told_in_utc_and_the_day_stays_local() -> None:
    found = read("It began at 9:30 p.m. EST on 3 March 2031.")["9:30 p.m. EST on 3 March 2031"]
    assert found.timex == "2031-03-04T02:30Z"
    assert found.date is not None and found.date.start == "2031-03-03"


def test_a_history_goes_on_from_the_last_year_told() -> None:
    text = "In June 1640 war broke out. In 1641 the king fled. On 3 March 1642 he fell. In May his son fled. "
    text += "In 1643 he came back, in 1644 he died."
    assert read(text)["May"].timex == "1642-05"
    news = "Pacts of 1940, 1950, 1960, 1970 and 1980 failed. In May they met again."
    assert read(news)["May"].timex == "2031-05"


def test_an_article_of_today_with_much_history_keeps_its_own_year():
    history = "In 2011 and 2013 they fought. On 9 May 2014 they signed; in 2016, in August 2017 and in 2018 both broke it.\n"
    text = (
        history + "It was to report by 31 January. He left on 22 January. On 24 January she called. Rain fell on 4 February."
    )
    found = find_times_in_text(text, DateValue("2019-02-12"))
    days = [own.date.start for own in found if own.date is not None and own.date.precision == "day"][-3:]
    assert days == ["2019-01-22", "2019-01-24", "2019-02-04"]


def test_a_history_goes_on_from_the_month_told_last():
    text = "The war began in 1936. In 1937, in 1938 and in May 1939 cities fell. In June 1939 and in 1940 others did. "
    found = find_times_in_text(text + "On 4 December the last one fell.", DateValue("2019-02-12"))
    assert found[-1].date is not None and found[-1].date.start == "1939-12-04"
