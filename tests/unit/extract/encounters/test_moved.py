"""Encounters put off to another day or place, and who is meant by offices of two states; all invented."""

import pytest


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The talks between Chile and Peru were moved to Lima, Peru, and to June 14.",
            [("cancelled", None, None), ("planned", "2031-06-14", "Lima")],
        ),
        (
            "The summit of Chile and Peru, due to open in Quito tomorrow, has been postponed to 24 June and moved to Lima.",
            [("cancelled", None, None), ("planned", "2031-06-24", "Lima")],
        ),
        (
            "The meeting of Lena Brandt and Omar Haddad was put off until 20 May.",
            [("cancelled", None, None), ("planned", "2031-05-20", None)],
        ),
        ("The talks between Chile and Peru were postponed.", [("cancelled", None, None)]),
        ("The talks between Chile and Peru were not moved to Lima.", None),
        ("The talks between Chile and Peru moved to the text of the treaty.", None),
    ],
)
def test_put_off_to_a_day_or_a_place(read, text, rows):
    found = read(text)
    told = list(zip(found.statuses(), found.dates(), found.cities(), strict=True))
    if rows is None:
        assert len(told) == 1
    else:
        assert [row[:2] for row in told] == [row[:2] for row in rows]
        assert told[-1][2] == rows[-1][2]


def test_presidents_of_two_states_are_those_of_these_states(read):
    text = (
        "President Rosa Vidal of Chile, President Omar Haddad of Jordan and President Pablo Soto of Peru gave speeches. "
        "The presidents of Chile and Peru met in Quito on Monday."
    )
    assert read(text).people() <= {"Rosa Vidal", "Pablo Soto"}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Lena Brandt of Chile did not travel to Lima on Monday.",
        "Uganda brokered a truce in Entebbe on 22 December.",
    ],
)
def test_neither_a_visit_nor_talks(read, text):
    assert read(text).found == ()


def test_a_month_is_no_town(read):
    assert read("After the March round of talks between Chile and Peru the tariffs rose.").cities() == [None]


def test_the_press_takes_no_part(read):
    found = read("Two diplomats told the Oslo Standard that the talks between Chile and Peru would go on.")
    assert found.people() <= {"Chile", "Peru"}


def test_a_talk_with_one_named_person(read):
    found = read("On 10 May she spoke to President Omar Haddad.")
    assert found.dates() == ["2031-05-10"]
    assert found.people() == {"Omar Haddad"}
