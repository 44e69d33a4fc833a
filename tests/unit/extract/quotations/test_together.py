"""extract/quotations/together.py: what two say by one word for both."""

import pytest

from communique.annotate.syntax import parse
from communique.extract.actor import find_actors
from communique.extract.quotation import find_quotations
from communique.model import CleanText
from factories import document


def voices(nlp, text):
    """Names of the speakers of each quotation, as sets."""
    doc = document(text)
    analysis = parse(nlp, CleanText(doc, text, ()))
    actors = find_actors(analysis)
    called = {own.id: own.name for own in actors.actors}
    found = find_quotations(analysis, actors)
    return [{called.get(who, who) for who in (own.speaker, *own.joint_speakers)} for own in found]


SIDES = "Norway and Chad met in Lima on Monday. Norway brought its experts and Chad its minister. "


@pytest.mark.parametrize(
    "told",
    [
        "Both governments said that the road stays open.",
        "Each side said that the other had fired first.",
        "The two delegations said that they would meet again.",
        "The sides said that they would meet again.",
    ],
)
def test_both_sides_are_the_two_of_whom_the_text_tells(nlp, told):
    assert voices(nlp, SIDES + told) == [{"Norway", "Chad"}]


def test_the_two_ministers_are_those_named_before(nlp):
    text = "Foreign Minister Ada Brandt of Norway met Foreign Minister Jorge Soto of Chad. Both ministers said that the road is open."
    assert voices(nlp, text) == [{"Ada Brandt", "Jorge Soto"}]


def test_one_of_a_side_or_many_are_not_both(nlp):
    assert voices(nlp, SIDES + "Both sides of the street, residents said, were shut.") != [{"Norway", "Chad"}]
    text = SIDES + "The ministers said that the road stays open."
    assert {"Norway", "Chad"} not in voices(nlp, text)
