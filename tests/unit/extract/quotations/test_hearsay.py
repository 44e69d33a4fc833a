"""What nobody in particular says, and who hears it. Real parser, invented people."""

import pytest

from quoted import read


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "In Tolo on Monday, Ada Brandt was told that Norland would sign only in May.",
            ["Ada Brandt"],
            (None, "told", "Norland would sign only in May"),
        ),
        (
            "Ada Brandt left the room after being told that the ferry would not sail.",
            ["Ada Brandt"],
            (None, "told", "the ferry would not sail"),
        ),
        (
            "Ada Brandt threatened to leave when told that duties would not fall.",
            ["Ada Brandt"],
            (None, "told", "duties would not fall"),
        ),
        (
            "It is said that a bank across the river helped him out.",
            [],
            (None, "said", "a bank across the river helped him out"),
        ),
        ("It has been written that the two sides met in Tolo.", [], (None, "written", "the two sides met in Tolo")),
        (
            "It was announced from the cabinet in Sorland that Ada Brandt will travel to Tolo.",
            ["the cabinet"],
            ("the cabinet", "announced", "Ada Brandt will travel to Tolo"),
        ),
    ],
)
def test_a_clause_that_nobody_is_named_for(nlp, text, names, expected):
    rows = read(nlp, text, *names)
    assert [row for row in rows if row[1] == expected[1]] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It may be said that the talks failed.",
        "The envoy was not told that the talks had failed.",
        "The soldiers had been told to look busy.",
        "The plan was reported by the two envoys.",
    ],
)
def test_what_nobody_tells(nlp, text):
    assert [row for row in read(nlp, text) if row[0] is None and row[1] in {"told", "said"}] == []


def test_the_one_who_hears_is_no_source(nlp):
    text = "In Tolo, Ada Brandt was told that Norland would sign only in May."
    tagged = [("Ada Brandt", "was told", "that Norland would sign only in May")]
    assert read(nlp, text, "Ada Brandt", tagged=tagged) == [(None, "was told", "Norland would sign only in May")]


def test_which_and_who_are_the_noun_before(nlp):
    text = "The TOLO GUILD, which earlier described the story as a fable, now says that it is true."
    tagged = [("which", "described", "the story as a fable")]
    assert ("TOLO GUILD", "described", "the story as a fable") in read(nlp, text, "TOLO GUILD", tagged=tagged)
    text = "Few know the river as well as Ada Brandt, of the NORLAND INSTITUTE, who last month called the dam a mistake."
    rows = read(nlp, text, "Ada Brandt", "NORLAND INSTITUTE")
    assert ("Ada Brandt", "called", "the dam a mistake") in rows
