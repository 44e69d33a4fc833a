"""Verbs of speech that tell a deed, and words that no speech verb of their own sentence leaves to another speaker."""

import pytest

from quoted import read


@pytest.mark.parametrize(
    ("text", "names", "tagged"),
    [
        ("Norland has neither accepted nor rejected the draft.", ["NORLAND"], ()),
        ("The ministry neither confirmed nor denied a visit.", [], ()),
        ("Ada Brandt should stop announcing deadlines.", ["Ada Brandt"], ()),
        ("Ada Brandt must cease issuing threats.", ["Ada Brandt"], ()),
        ("On Monday Ada Brandt called both presidents.", ["Ada Brandt"], [("Ada Brandt", "called", "both presidents")]),
        ("She also called on the Chairman.", [], [("She", "called on", "the Chairman")]),
        ("Ada Brandt called the envoy for 40 minutes.", ["Ada Brandt"], ()),
        (
            "Ada Brandt welcomed Minister Olu Moreno to Tolo.",
            ["Ada Brandt"],
            [("Ada Brandt", "welcomed", "Minister Olu Moreno")],
        ),
        (
            'Both governments agreed that the commission would meet "as soon as possible and no later".',
            [],
            [("Both governments", "agreed", 'the commission would meet "as soon as possible and no later"')],
        ),
    ],
)
def test_a_deed_is_no_statement(nlp, text, names, tagged):
    assert read(nlp, text, *names, tagged=tagged) == []


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "Ada Brandt called the visit a waste of fuel.",
            ["Ada Brandt"],
            ("Ada Brandt", "called", "the visit a waste of fuel"),
        ),
        ("Ada Brandt welcomed the minister's answer.", ["Ada Brandt"], ("Ada Brandt", "welcomed", "the minister's answer")),
        (
            "Ada Brandt killed the draft by insisting that not one boat would leave.",
            ["Ada Brandt"],
            ("Ada Brandt", "insisting", "not one boat would leave"),
        ),
        (
            "Ada Brandt has told three foreign envoys it could stop the pumps for six months.",
            ["Ada Brandt"],
            ("Ada Brandt", "told", "it could stop the pumps for six months"),
        ),
        (
            "Ada Brandt demanded that the harbour open by March, according to an aide who was in the room.",
            ["Ada Brandt"],
            ("Ada Brandt", "demanded", "the harbour open by March"),
        ),
    ],
)
def test_said(nlp, text, names, expected):
    assert expected in read(nlp, text, *names)


def test_who_is_told_after_something_says_nothing(nlp):
    text = "Ada Brandt left the room after being told that the ferry would not sail."
    assert ("Ada Brandt", "told", "the ferry would not sail") not in read(nlp, text, "Ada Brandt")


def test_a_quotation_with_a_cue_of_its_own_is_not_the_one_before(nlp):
    text = '"A road begins with a shoe," Ada Brandt said. "We know that one," Olu Moreno answered, "but we swim."'
    rows = read(nlp, text, "Ada Brandt", "Olu Moreno", tagged=[("Ada Brandt", "said", '"A road begins with a shoe,"')])
    assert rows == [
        ("Ada Brandt", "said", "A road begins with a shoe,"),
        ("Olu Moreno", "answered", "We know that one, | but we swim."),
    ]


def test_the_tagger_s_part_goes_to_the_one_who_said_it(nlp):
    text = '"A road begins with a shoe," Ada Brandt said. "We know that one," Olu Moreno answered, "but we swim."'
    tagged = ("Ada Brandt", "said", '"A road begins with a shoe,"', '"We know that one,"')
    assert read(nlp, text, "Ada Brandt", "Olu Moreno", tagged=[tagged]) == [
        ("Ada Brandt", "said", "A road begins with a shoe,"),
        ("Olu Moreno", "answered", "We know that one, | but we swim."),
    ]
