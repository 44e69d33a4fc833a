"""extract/quotations/heard.py: whom words are said to."""

from dataclasses import replace

import pytest

from communique.annotate.syntax import parse
from communique.extract.nameless import name_speakers
from communique.extract.quotation import find_quotations
from communique.model import (
    ActorKind,
    ActorMention,
    Attribution,
    CleanText,
    DocumentActors,
    Evidence,
    LocalActor,
    NameKind,
    Outlet,
    Region,
    RegionKind,
    Span,
)
from factories import document


def heard(nlp, text, *names, outlet=None, byline=None, tagged=()):
    """(speaker, addressee) of each quotation, by name."""
    doc = document(text, outlet=Outlet(outlet) if outlet else None)
    regions = (Region(RegionKind.BYLINE, Span(text.index(byline), text.index(byline) + len(byline))),) if byline else ()
    analysis = replace(parse(nlp, CleanText(doc, text, regions)), attributions=tagged)
    actors = []
    for number, name in enumerate(names, 1):
        spans = [Span(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]
        mentions = tuple(ActorMention(Evidence.at(doc, span), NameKind.NAME) for span in spans)
        kind = ActorKind.PERSON if " " in name else ActorKind.STATE
        actors.append(LocalActor(f"{doc.id}:a{number}", kind, name, mentions))
    actors = DocumentActors(tuple(actors))
    actors, found = name_speakers(analysis, actors, find_quotations(analysis, actors))
    called = {own.id: own.name for own in actors.actors}
    return [(called.get(own.speaker), called.get(own.addressee)) for own in found]


CASES = [  # text, (speaker, addressee)
    ("Ada Brandt has promised Bo Lind that the port will open.", [("Ada Brandt", "Bo Lind")]),
    ("In a letter to Bo Lind, Ada Brandt said that the port was shut.", [("Ada Brandt", "Bo Lind")]),
    ("Ada Brandt told state television that the port was shut.", [("Ada Brandt", "state television")]),
    ("Ada Brandt told the newspaper Al-Noor that the port was shut.", [("Ada Brandt", "Al-Noor")]),
    ('Ada Brandt told a packed press room: "The port is shut."', [("Ada Brandt", None)]),
    ("Ada Brandt urged the Norland side to open the port.", [("Ada Brandt", "Norland")]),
    ("Ada Brandt was told that the port was shut.", [(None, "Ada Brandt")]),
    ("Ada Brandt left after being told that the port was shut.", [(None, "Ada Brandt")]),
    ("Ada Brandt threatened to leave when told that the port was shut.", [("Ada Brandt", None), (None, "Ada Brandt")]),
    ("Ada Brandt telephoned Bo Lind last Monday and said that the port was shut.", [("Ada Brandt", "Bo Lind")]),
    ("Ada Brandt visited Bo Lind and said that the port was shut.", [("Ada Brandt", None)]),
    (
        "Ada Brandt said on Tuesday that the port was shut. Bo Lind replied that it was open.",
        [("Ada Brandt", None), ("Bo Lind", "Ada Brandt")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_spoken_to(nlp, text, expected):
    assert heard(nlp, text, "Ada Brandt", "Bo Lind", "Norland") == expected


def test_told_me_means_the_author_of_the_byline(nlp):
    text = "By Cy Roth\n\nAda Brandt told me that the port was shut."
    assert heard(nlp, text, "Ada Brandt", "Cy Roth", byline="By Cy Roth") == [("Ada Brandt", "Cy Roth")]
    assert heard(nlp, text, "Ada Brandt", "Cy Roth") == [("Ada Brandt", None)]


def test_nobody_is_told_by_himself(nlp):
    text = "Ada Brandt told Ada Brandt that the port was shut."
    assert heard(nlp, text, "Ada Brandt") == [("Ada Brandt", None)]


def test_answers_are_told_to_the_outlet_that_the_lines_above_name(nlp):
    text = "The Herald met Ada Brandt at home.\n\nQ: Is it open?\n\nA: It is.\n\nQ: And now?\n\nA: We will see in May."
    found = heard(nlp, text, "Ada Brandt", outlet="The Sunday Herald")
    assert found == [("Ada Brandt", "Herald")] * 2
    briefing = text.replace("The Herald met Ada Brandt at home.", "From Friday's press conference by Ada Brandt.")
    assert heard(nlp, briefing, "Ada Brandt", outlet="The Sunday Herald") == [("Ada Brandt", None)] * 2


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ('Ada Brandt thanked Bo Lind for "a patience greater than our own".', "thanked", 'Bo Lind for "a patience'),
        ("Ada Brandt conveyed an invitation to Bo Lind to visit the port.", "conveyed", "an invitation to Bo Lind"),
    ],
)
def test_who_is_thanked_or_invited_stands_in_the_content(nlp, text, cue, content):
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("Ada Brandt", cue)]
    tagged = Attribution((spans[0],), (spans[1],), (Span(text.index(content), len(text) - 1),), 0.9)
    assert heard(nlp, text, "Ada Brandt", "Bo Lind", tagged=(tagged,)) == [("Ada Brandt", "Bo Lind")]


def test_what_is_rejected_is_not_spoken_to(nlp):
    text = "The proposal was rejected by Ada Brandt."
    spans = [Span(text.index(own), text.index(own) + len(own)) for own in ("Ada Brandt", "was rejected", "The proposal")]
    tagged = (Attribution((spans[0],), (spans[1],), (spans[2],), 0.9),)
    assert heard(nlp, text, "Ada Brandt", tagged=tagged) in ([], [("Ada Brandt", None)])


def test_who_was_told_later_is_not_who_was_told_before(nlp):
    text = (
        'Ada Brandt told The Gazette that it would rain. "There will be a few more meetings," Ada Brandt later told '
        "reporters at the palace."
    )
    found = heard(nlp, text, "Ada Brandt", outlet="The Gazette")
    assert found[-1] == ("Ada Brandt", None)
