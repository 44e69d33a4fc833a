"""Encounters told without a word for one, sessions, talks of several days, lengths, what is none of sides; all invented."""

import pytest

from communique.extract.encounter_detail import add_details

KINDS = [
    ("Envoy Lena Brandt dined with Minister Omar Haddad in Oslo on Monday.", "meeting"),
    ("Lena Brandt and Omar Haddad shook hands in Oslo on Monday.", "meeting"),
    ("Lena Brandt and Omar Haddad spent the evening together at a lodge in Oslo.", "meeting"),
    ("The ambassador of Chile, Rosa Vidal, called on Prime Minister Omar Haddad on Monday.", "visit"),
    ("Lena Brandt and Omar Haddad exchanged views by telephone on Monday.", "call"),
    ("The prime ministers of Chile and Peru spoke for 25 minutes on Monday.", "meeting"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_an_encounter_without_a_word_for_one(read, text, kind):
    assert [own.kind.value for own in read(text).found] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Envoy Lena Brandt dined alone in Oslo on Monday.",
        "Lena Brandt and Omar Haddad did not shake hands in Oslo.",
        "Opposition leader Rosa Vidal called on Prime Minister Omar Haddad to sign nothing.",
        "Lena Brandt, reached by telephone on Monday, declined to comment.",
        "The minister told the paper by telephone on Monday that the price of grain would rise.",
    ],
)
def test_words_that_only_look_like_one(read, text):
    assert read(text).found == ()


def test_the_two_are_the_persons_named_before(read):
    found = read("Lena Brandt and Omar Haddad waited in the hall. The two then met in Oslo for 20 minutes.")
    assert found.people() == {"Lena Brandt", "Omar Haddad"}
    assert found.found[0].duration.min_minutes == 20


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Parliament called an emergency session of parliament on Monday. Chile and Peru held talks in Lima.", 1),
        ("Chile recalled its ambassador for consultations.", 0),
        ("Minister Omar Haddad met with reporters in Oslo on Monday.", 0),
        ("When we met her in Oslo on Monday, she laughed.", 0),
        ("After consultations the figure may fall.", 0),
    ],
)
def test_what_is_none_of_sides(read, text, kept):
    assert len(read(text).found) == kept


def test_a_call_to_ones_own_negotiator(read):
    text = (
        "Chile and Peru agreed on a border post. Chile and Peru will open it in June. Chilean President Rosa Vidal "
        "telephoned Chilean Minister Pablo Soto to thank him."
    )
    assert all(own.kind.value != "call" for own in read(text).found)


def test_sessions_are_parts_of_the_talks(read):
    text = (
        "Chile and Peru held a round of talks in Oslo on Monday. The session of 11 May broke off after two hours. "
        "Envoy Lena Brandt chaired a separate session on water."
    )
    found = read(text)
    assert [own.kind.value for own in found.found] == ["round", "meeting", "meeting"]
    assert found.dates()[1] == "2031-05-11"
    assert found.cities() == ["Oslo", "Oslo", "Oslo"]
    assert found.found[1].duration.min_minutes == 120


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Three days of talks between Chile and Peru in Oslo ended on 9 May.", "2031-05-07/2031-05-09"),
        ("Two days of talks between Chile and Peru began on 20 May in Oslo.", "2031-05-20/2031-05-21"),
        ("Chile and Peru agreed on Tuesday to swap envoys, after two days of talks in Oslo.", "2031-05-12/2031-05-13"),
        ("A few days of talks between Chile and Peru ended on 9 May.", "2031-05-09"),
    ],
)
def test_talks_of_several_days(read, text, date):
    found = read(text)
    own = add_details(found.analysis, found.actors, found.found)[0]
    assert own.date.edtf == date
    assert own.duration is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The first meeting of Chile and Peru in Oslo was interrupted after 45 minutes.", 45),
        ("Lena Brandt met Omar Haddad in Oslo. It took them two hours.", 120),
        ("Lena Brandt met Omar Haddad in Oslo. It did not exceed five minutes.", 5),
        ("When Chile and Peru met in Oslo, Minister Omar Haddad walked out after an hour.", 60),
    ],
)
def test_how_long(read, text, minutes):
    length = read(text).found[0].duration
    assert minutes in (length.min_minutes, length.max_minutes)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Brandt and Omar Haddad spoke by phone on Monday, an hour after troops had landed on the island.",
        "Lena Brandt met Omar Haddad at the crossing, where trucks waited 14 hours.",
        "Lena Brandt called Omar Haddad, in a call in which he offered a two-hour delay.",
    ],
)
def test_other_lengths_are_not_its_own(read, text):
    assert all(own.duration is None for own in read(text).found)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The second round of talks between Chile and Peru should have begun in Oslo on Monday.", "cancelled"),
        ("A third round of talks between Chile and Peru is pencilled in for 3 June.", "planned"),
        ("Minister Omar Haddad denied that he had ever left the talks with Chile in Oslo.", "held"),
    ],
)
def test_status(read, text, status):
    assert read(text).statuses()[0] == status


def test_the_day_on_which_a_nameless_source_tells(read):
    found = read("Diplomats told the agency on Friday after talks between Chile and Peru in Oslo that it was over.")
    assert found.dates() == [None]


def test_a_capital_by_its_country(read):
    assert read("Two days of talks between Chile and Peru in the Omani capital ended on Monday.").cities() == ["Muscat"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Lena Brandt and Omar Haddad sat face to face in Oslo on Monday.", "held"),
        ("Prime Ministers Lena Brandt and Omar Haddad put their names to a protocol in Oslo on Tuesday, May 6.", "held"),
        ("Envoy Rosa Vidal will bring the heads of the two delegations together over lunch today.", "planned"),
        ("The customs working group is to gather in Oslo on June 3.", "planned"),
    ],
)
def test_a_meeting_in_other_words(read, text, status):
    assert read(text).statuses() == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The minister put his name to a letter in Oslo on Tuesday.",
        "He expects an attack, as Omar Haddad said in a telephone contact with the Port Courier.",
        "Omar Haddad spoke to Radio Alba by telephone on Monday.",
        "The crowd gathered in Oslo on June 3.",
    ],
)
def test_no_meeting_of_sides(read, text):
    assert read(text).found == ()
