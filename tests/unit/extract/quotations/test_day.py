"""extract/quotations/day.py and around.py: on what day words were said, as far as the text gives it to them."""

from dataclasses import replace

import pytest

from communique.annotate.syntax import parse
from communique.annotate.time import find_times
from communique.extract.quotation import find_quotations
from communique.model import (
    ActorKind,
    ActorMention,
    CleanText,
    DateBasis,
    DateValue,
    DocumentActors,
    Evidence,
    LocalActor,
    NameKind,
    Region,
    RegionKind,
    Span,
)
from factories import document

WRITTEN = "2031-05-09"  # a Friday


def days(nlp, text, *names, published=WRITTEN, stated=True, byline=None):
    """(day, basis) of each quotation, in text order."""
    doc = document(text)
    words = (Evidence.at(doc, Span(0, 1)),) if stated else ()
    doc = replace(doc, published=DateValue(published, precision="day", evidence=words) if published else None)
    at = text.index(byline) if byline else 0
    regions = (Region(RegionKind.BYLINE, Span(at, at + len(byline))),) if byline else ()
    shown = text.replace(byline, " " * len(byline)) if byline else text
    analysis = parse(nlp, CleanText(doc, shown, regions))
    analysis = replace(analysis, times=find_times(analysis))
    actors = []
    for number, name in enumerate(names, 1):
        spans = [Span(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]
        mentions = tuple(ActorMention(Evidence.at(doc, span), NameKind.NAME) for span in spans)
        actors.append(LocalActor(f"{doc.id}:a{number}", ActorKind.PERSON, name, mentions))
    found = find_quotations(analysis, DocumentActors(tuple(actors)))
    return [(own.said_on.start, own.said_on.basis) if own.said_on else None for own in found]


CASES = [  # text, days
    ('"The port is shut," Ada Brandt said on Tuesday.', ["2031-05-06"]),
    ("In a statement released late on Monday, Ada Brandt said that the port was shut.", ["2031-05-05"]),
    ("Ada Brandt said that the port was shut on Tuesday.", [None]),
    ('Asked about the fire of last year, Ada Brandt said: "It was an accident of the trade."', [None]),
    ("On Sunday Ada Brandt telephoned the office and said that the ships would not sail.", ["2031-05-04"]),
    ("Ada Brandt rang the office on Sunday and said that the ships would not sail.", ["2031-05-04"]),
    (
        "Ada Brandt spoke to us on 3 May. Ada Brandt said that the ships would sail.",
        ["2031-05-03"],
    ),
    (
        'Ada Brandt said on Tuesday that the port was shut.\n\n"It stays shut until the ice is gone," Ada Brandt said.',
        ["2031-05-06", "2031-05-06"],
    ),
    (
        "Ada Brandt said on Tuesday that the port was shut. Ada Brandt had said that the ships would sail.",
        ["2031-05-06", None],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_day_of_the_clause_and_of_what_it_continues(nlp, text, expected):
    assert [day and day[0] for day in days(nlp, text, "Ada Brandt")] == expected


def test_the_same_day_is_the_day_named_before(nlp):
    text = "Talks opened on 2 May. The same day Ada Brandt told the council that the port was shut."
    assert days(nlp, text, "Ada Brandt") == [("2031-05-02", DateBasis.RELATIVE)]


def test_an_answer_is_of_the_day_of_what_it_answers(nlp):
    text = "Ada Brandt said on Tuesday that the port was shut. Bo Lind replied that it was open."
    found = days(nlp, text, "Ada Brandt", "Bo Lind")
    assert found == [("2031-05-06", DateBasis.WEEKDAY), ("2031-05-06", DateBasis.INHERITED)]


INTERVIEW = "{head}\n\nGazette: Is it open?\n\nBrandt: It is open.\n\nGazette: And now?\n\nBrandt: We will see on Friday."


def test_an_interview_is_of_the_day_on_which_its_head_says_it_was_held(nlp):
    note = "The interview was conducted in Oslo on 5 May."
    text = INTERVIEW.format(head=f"Ada Brandt on ports\n\n{note}")
    assert {day[0] for day in days(nlp, text, "Brandt", byline=note) if day} == {"2031-05-05"}
    weekday = "The conversation took place in Oslo on Monday."
    text = INTERVIEW.format(head=f"Ada Brandt on ports\n\n{weekday}")
    assert {day[0] for day in days(nlp, text, "Brandt", byline=weekday) if day} == {"2031-05-05"}


def test_an_interview_without_a_day_gets_none_and_minutes_get_theirs(nlp):
    text = INTERVIEW.format(head="9 May 2031\n\nAda Brandt on ports")
    assert days(nlp, text, "Brandt")[:1] == [None]
    text = INTERVIEW.format(head="9 May 2031\n\n12th sitting, verbatim record")
    assert {day[0] for day in days(nlp, text, "Brandt") if day} == {"2031-05-09"}
    assert not any(days(nlp, text, "Brandt", stated=False))  # a day that only the file's name tells is not in the text


def test_a_live_report_tells_of_its_own_day(nlp):
    text = (
        "LIVE 9 May 2031\n\n20.15 Summary\nAda Brandt says that the port is shut.\n\n18.40 Ice\nNothing moves.\n\n"
        "16.05 Boats\nAda Brandt said that the ships would sail."
    )
    assert days(nlp, text, "Ada Brandt") == [("2031-05-09", None), None]


def test_a_body_that_writes_in_its_own_name_says_it_on_the_day_of_the_text(nlp):
    text = (
        "FRONT OF THE NORTH\n\nThe mountains, 4 May 2031\n\nWe confirm that our truce is to last ninety days. "
        "We have kept our word. We thank the families. We deny that our men met the minister in 2029."
    )
    assert {day[0] for day in days(nlp, text, "FRONT OF THE NORTH", published=None) if day} == {"2031-05-04"}


def test_what_an_author_urges_is_said_on_the_day_of_his_text(nlp):
    text = "I told the minister that the port stays shut.\n\nI urge the council to send a pilot."
    doc = document(text)
    doc = replace(doc, published=DateValue(WRITTEN, precision="day", evidence=(Evidence.at(doc, Span(0, 1)),)))
    spans = (Span(0, 1), Span(text.index("I urge"), text.index("I urge") + 1))
    mentions = tuple(ActorMention(Evidence.at(doc, span), NameKind.PRONOUN) for span in spans)
    author = LocalActor(f"{doc.id}:a1", ActorKind.PERSON, "Ada Brandt", mentions)
    found = find_quotations(parse(nlp, CleanText(doc, text, ())), DocumentActors((author,)))
    assert [own.said_on.start if own.said_on else None for own in found] == [None, WRITTEN]
