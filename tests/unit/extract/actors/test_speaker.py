"""Nameless sources keep all the words that describe them."""

from dataclasses import replace

from communique.extract.actor import find_actors
from communique.extract.quotation import find_quotations
from communique.model import Attribution, Span


def spoken(analyse, text, source, cue="said"):
    analysis = analyse(text)
    start, at = text.index(source), text.index(cue)
    own = Attribution((Span(start, start + len(source)),), (Span(at, at + len(cue)),), (Span(0, 4),), 0.9)
    return [(a.name, a.subtype) for a in find_actors(replace(analysis, attributions=(own,))).actors]


def test_the_description_grows_to_the_words_of_the_source(analyse):
    found = spoken(
        analyse, "Fine. A Peruvian official involved in the talks said so.", "A Peruvian official involved in the talks"
    )
    assert ("Peruvian official involved in the talks", "anonymous_source") in found


def test_it_ends_at_a_comma(analyse):
    found = spoken(analyse, "Fine. A diplomat who was there, in Oslo, said so.", "A diplomat who was there, in Oslo")
    assert ("diplomat who was there", "anonymous_source") in found


def test_who_has_a_name_is_no_description(analyse):
    found = spoken(analyse, "Fine. An adviser Sul Kanto said so.", "An adviser Sul Kanto")
    assert all("Kanto" not in name for name, subtype in found if subtype == "anonymous_source")


def test_nobody_inside_the_quotation_marks_says_the_words(analyse):
    analysis = analyse('"A window was opened. A door it was not," Arnar Thorsen said, and left Lisbon.')
    actors = find_actors(analysis)
    names = {actor.id: actor.name for actor in actors.actors}
    assert [names.get(own.speaker) for own in find_quotations(analysis, actors)] == ["Arnar Thorsen"]
