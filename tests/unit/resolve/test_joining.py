"""resolve/encounters: the same encounter told with and without day, place and people, and what stays apart."""

from dataclasses import replace

from communique.model import DateBasis, DateValue, Duration, EncounterKind, EncounterStatus, Participant, Place, Role
from communique.resolve.cluster import clusters
from communique.resolve.encounter import derive_dates, resolve_encounters
from communique.resolve.encounters.facts import Setting
from factories import at, document, meeting

HELD, PLANNED, OFF = EncounterStatus.HELD, EncounterStatus.PLANNED, EncounterStatus.CANCELLED
LIMA, OSLO = Place(city="Lima", country_code="PE"), Place(city="Oslo", country_code="NO")


def told(text, words="talks", day=None, people=(), number=1, **fields):
    """A round told by one document; all of its text is the evidence."""
    doc = document(text)
    spoken = (at(doc, text),)
    date = DateValue(day, None, "day", basis=DateBasis.EXPLICIT, evidence=spoken) if day else None
    present = tuple(Participant(own, spoken, Role.LEAD) for own in people)
    settings = {"kind": EncounterKind.ROUND, "date": date, "participants": present, **fields}
    return replace(meeting(doc, number, words, (), **settings), evidence=spoken)


def groups(*mentions, **around):
    """How many encounters they are. around: published by position, near and nameless as in `Setting`."""
    days = {own.document: day for own, day in zip(mentions, around.pop("published", ()), strict=False) if day}
    setting = Setting(published=days, **around)
    return len(clusters([own.id for own in mentions], resolve_encounters(mentions, (), setting)))


def test_a_numbered_round_is_known_again_when_it_is_called_off():
    due = told("A third round of talks is due in Lima on 28 June", day="2031-06-28", place=LIMA, status=PLANNED)
    off = told("The third round of talks will not take place", status=OFF)
    assert groups(due, off, published=("2031-06-14", "2031-06-26")) == 1


def test_other_numbers_are_other_rounds():
    one = told("The second round of talks in Lima", place=LIMA, people=("ada", "bo"))
    two = told("The third round of talks in Lima", place=LIMA, people=("ada", "bo"))
    assert groups(one, two) == 2


def test_one_number_in_two_cities_is_two_rounds():
    one = told("The second round of talks in Lima", place=LIMA, status=OFF)
    two = told("The second round of talks in Oslo", place=OSLO)
    assert groups(one, two) == 2


def test_the_day_of_the_news_is_not_the_day_of_the_round():
    due = told("The second round of talks is due in Lima on 28 June", day="2031-06-28", place=LIMA, status=PLANNED)
    off = told("On Thursday Lima called off the second round of talks", day="2031-06-26", status=OFF)
    assert groups(due, off, published=("2031-06-14", "2031-06-27")) == 1


def test_a_planned_visit_and_the_visit_are_one():
    visit = {"kind": EncounterKind.VISIT, "people": ("ada",), "place": LIMA}
    week = DateValue("2031-05-19", "2031-05-25", "day", window=True)
    plan = told("Ada visits Lima next week, for talks", status=PLANNED, **visit)
    held = told("Ada came to Lima on Wednesday for talks", day="2031-05-21", **visit)
    assert groups(replace(plan, date=week), held, published=("2031-05-15", "2031-05-23")) == 1


def test_what_is_over_is_not_what_was_still_to_come():
    over = told("Ada and Bo have met only once, at talks in Lima", people=("ada", "bo"), place=LIMA)
    ahead = told(
        "Ada and Bo will meet for talks in Lima", day="2031-06-22", people=("ada", "bo"), place=LIMA, status=PLANNED
    )
    assert groups(over, ahead, published=("2031-05-29", "2031-06-11")) == 2


def test_sources_that_differ_by_a_day_tell_one_encounter():
    one = told("Ada met Bo in Lima for talks", day="2031-05-20", people=("ada", "bo"), place=LIMA)
    two = told("Bo and Ada held talks in Lima", day="2031-05-21", people=("ada", "bo"), place=LIMA)
    assert groups(one, two, published=("2031-05-22", "2031-05-22")) == 1
    assert groups(one, two, published=("2031-05-22", "2031-08-22")) == 2
    assert groups(one, replace(two, date=DateValue("2031-05-24", None, "day")), published=("2031-05-25",) * 2) == 2


def test_a_source_that_tells_both_days_apart_keeps_them_apart():
    people = {"people": ("ada", "bo"), "place": LIMA}
    text = "Ada met Bo in Lima for talks, and again for more talks"
    one, two = told(text, day="2031-05-20", **people), told(text, day="2031-05-21", number=2, **people)
    other = told("Bo and Ada held talks in Lima", day="2031-05-21", **people)
    assert groups(one, two, other, published=("2031-05-22", "2031-05-22", "2031-05-22")) == 2


def test_the_last_day_of_talks_of_two_days():
    ended = told("after two days of talks", day="2031-06-06", people=("ada", "bo"))
    due = told("the talks open in Lima on 5 June", day="2031-06-05", people=("ada", "bo"), place=LIMA, status=PLANNED)
    assert groups(ended, due) == 1
    assert groups(replace(ended, duration=Duration(660, 660)), due) == 1  # eleven hours in all, on two days
    assert groups(replace(ended, duration=Duration(1440, 1440)), due) == 2


def test_talks_through_the_night_began_the_day_before():
    night = told("after 16 hours of talks", day="2031-06-06", people=("ada", "bo"), duration=Duration(960, 960))
    start = told("the talks opened on 5 June", day="2031-06-05", people=("ada", "bo"))
    assert groups(night, start) == 1
    assert groups(replace(night, duration=Duration(300, 300)), start) == 2


def test_a_day_that_moved_between_the_plan_and_the_meeting():
    pair = {"people": ("ada", "bo"), "place": LIMA}
    plan = told("Ada and Bo are to hold talks on 18 March", day="2031-03-18", status=PLANNED, **pair)
    held = told("Ada and Bo held talks in Lima", day="2031-03-19", **pair)
    bare = told("The talks go on in Lima on 18 March", day="2031-03-18", place=LIMA, status=PLANNED)
    days = ("2031-03-12", "2031-03-21", "2031-03-05")
    assert groups(plan, held, bare, published=days) == 1
    assert groups(plan, held, published=("2031-03-18", "2031-03-21")) == 2  # told on the day itself
    assert groups(plan, replace(held, date=replace(held.date, start="2031-03-21")), published=days) == 2
    assert groups(bare, replace(held, participants=held.participants[:1]), published=(days[2], days[1])) == 2


def test_a_pair_that_met_once_that_day_is_one_meeting_in_two_cities():
    pair = {"day": "2031-06-09", "people": ("ada", "bo")}
    lima, oslo = (
        told("Ada and Bo held talks in Lima", place=LIMA, **pair),
        told("Ada and Bo: talks in Oslo", place=OSLO, **pair),
    )
    assert groups(lima, oslo) == 1
    assert groups(lima, replace(oslo, participants=oslo.participants[:1])) == 2
    assert groups(lima, replace(oslo, kind=EncounterKind.VISIT)) == 2


def test_talks_of_other_states_in_one_city_on_one_day_stay_apart():
    def round_of(*states):
        spoken = at(document(text := f"Talks of {' and '.join(states)} in Lima"), text)
        return tuple(Participant(own, (spoken,), Role.ATTENDEE) for own in states)

    one = told("talks in Lima on 9 June", words="talks", day="2031-06-09", place=LIMA, participants=round_of("fr", "de"))
    two = told("Lima saw talks on 9 June", day="2031-06-09", place=LIMA, participants=round_of("gr", "tr"))
    assert groups(one, two) == 2
    assert groups(one, replace(two, participants=round_of("fr", "tr"))) == 1


def test_a_year_holds_the_month_that_another_source_tells():
    year = told("The last talks took place in Lima in 2028", day="2028", place=LIMA)
    month = told("Ada and Bo held talks in Lima in October 2028", day="2028-10", people=("ada", "bo"), place=LIMA)
    assert groups(year, month) == 1
    assert groups(year, replace(month, date=replace(month.date, start="2027-10"))) == 2


def test_a_day_without_a_year_in_a_month_is_found():
    day = told("Ada held talks on 18 January", people=("ada", "bo"), status=EncounterStatus.DENIED)
    words = at(document("Ada held talks on 18 January"), "18 January")
    day = replace(day, date=DateValue(None, None, None, evidence=(words,)))
    month = told("Bo and Ada met for talks in January", day="2031-01", people=("ada", "bo"))
    assert groups(day, month) == 1


def test_persons_named_in_the_words_speak_for_a_pair():
    one = told("Ada and Bo, it is said, were at talks in Lima", place=LIMA)
    two = told("He had held talks with Ada in Lima in May", people=("ada", "bo"), place=LIMA)
    assert groups(one, two, near={one.id: frozenset({"ada", "bo"})}) == 1


def test_a_minister_without_a_name_is_no_stranger():
    visit = {"kind": EncounterKind.VISIT, "place": LIMA, "status": PLANNED}
    one = told("Ada intends to visit Lima for talks", people=("ada",), **visit)
    two = told("The Ruritanian minister accepted to visit Lima for talks", people=("minister",), **visit)
    assert groups(one, two, nameless=frozenset({"minister"})) == 1
    assert groups(one, two) == 2


def test_with_a_rival_nothing_is_joined():
    bare = told("The Lima talks failed", place=LIMA)
    one = told("Talks in Lima on 3 May", words="Talks", day="2031-05-03", place=LIMA)
    two = told("Lima saw talks on 8 May", day="2031-05-08", place=LIMA)
    assert groups(bare, one, published=("2031-05-09",)) == 1
    assert groups(bare, one, two, published=("2031-05-09",)) == 3


def test_all_the_days_that_the_words_name_are_derived():
    short = told("talks on 5 and 6 June")
    short = replace(
        short, date=DateValue(None, None, None, evidence=(at(document("talks on 5 and 6 June"), "5 and 6 June"),))
    )
    full = told("talks ended on Thursday", day="2031-06-06")
    dated = derive_dates((short, full), ((short.id, full.id),))[0].date
    assert (dated.start, dated.end, dated.basis) == ("2031-06-05", "2031-06-06", DateBasis.CROSS_DOCUMENT)


def test_each_source_names_its_own_delegate():
    own = {"day": "2031-06-09", "place": LIMA}
    one = told("The third round of talks in Lima, said Ada", people=("ada",), **own)
    two = told("Bo led the third round of talks to a good end", people=("bo",), **own)
    later = replace(two, date=replace(two.date, end="2031-06-10"))
    assert groups(one, later, countries={"ada": "PE", "bo": "CL"}) == 1
    assert groups(one, later, countries={"ada": "PE", "bo": "PE"}) == 2


def test_spoke_may_be_told_of_a_call():
    call = told(
        "Ada and Bo spoke by telephone", words="spoke", day="2031-06-09", people=("ada", "bo"), kind=EncounterKind.CALL
    )
    spoke = told("On 9 June the two spoke for 25 minutes", words="spoke", day="2031-06-09", kind=EncounterKind.MEETING)
    met = told("On 9 June the two met for 25 minutes", words="met", day="2031-06-09", kind=EncounterKind.MEETING)
    assert groups(call, spoke) == 1
    assert groups(call, met) == 2
    assert groups(call, replace(spoke, place=LIMA)) == 2


def test_a_meeting_beside_the_summit_is_another():
    pair = {"people": ("ada", "bo"), "status": PLANNED}
    summit = told("Ada and Bo are to talk at the summit", words="summit", kind=EncounterKind.SUMMIT, place=LIMA, **pair)
    aside = told("Ada is to meet Bo there separately", words="meet", kind=EncounterKind.MEETING, **pair)
    plain = told("Ada is to meet Bo there again", words="meet", kind=EncounterKind.MEETING, **pair)
    assert groups(summit, aside) == 2
    assert groups(summit, plain) == 1


def test_what_is_still_planned_later_was_not_called_off():
    off = told("On Sunday the second round of talks was called off", status=OFF)
    later = told("The second round of talks opens in Lima on 5 June", day="2031-06-05", place=LIMA, status=PLANNED)
    former = told("The second round of talks is due in Oslo on 28 May", day="2031-05-28", place=OSLO, status=PLANNED)
    days = ("2031-05-26", "2031-06-03", "2031-05-14")
    assert groups(off, later, published=days) == 2
    assert groups(off, later, former, published=days) == 2
    assert groups(off, former, published=(days[0], days[2])) == 1


def test_calls_of_one_pair_in_the_news_of_one_week_are_one():
    calls = {"people": ("ada", "bo"), "kind": EncounterKind.CALL}
    one = told(
        "Ada and Bo spoke on the telephone on 23 October",
        words="spoke",
        day="2031-10-23",
        status=EncounterStatus.DENIED,
        **calls,
    )
    two = told("It was a telephone call from Ada to Bo", words="call", status=EncounterStatus.EXPECTED, **calls)
    assert groups(one, two, published=("2031-10-23", "2031-10-25")) == 1
    assert groups(one, two, published=("2031-10-23", "2031-11-25")) == 2


def test_talks_of_as_many_days_that_two_articles_open_with():
    one = told("Talks ended in Lome after three days of talks", people=("ada", "bo"))
    two = told("Three days of talks ended on 6 September", day="2031-09-06")
    other = told("Two days of talks ended on 6 September", day="2031-09-06")
    assert groups(one, two, published=("2031-09-07", "2031-09-20")) == 1
    assert groups(one, other, published=("2031-09-07", "2031-09-20")) == 2


def test_a_session_is_not_all_the_days_of_talks():
    days = told("Three days of talks in Lima", people=("ada", "bo"), place=LIMA)
    session = told("the session of 5 September in Lima", words="session", day="2031-09-05", people=("ada", "bo"), place=LIMA)
    assert groups(days, session, published=("2031-09-07", "2031-09-20")) == 2
    opened = told("the talks of 5 September in Lima", day="2031-09-05", people=("ada", "bo"), place=LIMA)
    assert groups(days, opened, published=("2031-09-07", "2031-09-20")) == 1


def test_a_denial_is_of_what_others_report():
    pair = {"people": ("ada", "bo"), "kind": EncounterKind.CALL}
    held = told("It was a telephone call from Ada to Bo", words="call", **pair)
    denied = told("No call on 23 October", words="call", day="2031-10-23", status=EncounterStatus.DENIED, **pair)
    assert groups(held, denied, published=("2031-10-25", "2031-10-23")) == 1
