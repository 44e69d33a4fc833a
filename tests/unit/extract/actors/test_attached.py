"""The outlet that speaks of itself."""

from dataclasses import replace

from communique.extract.actor import find_actors
from communique.model import Outlet


def read_as(analyse, text, outlet):
    analysis = analyse(text)
    document = replace(analysis.document, outlet=Outlet(outlet) if outlet else None)
    clean = replace(analysis.clean, document=document)
    return {
        actor.name: [m.evidence.quote for m in actor.mentions]
        for actor in find_actors(replace(analysis, clean=clean)).actors
        if actor.subtype == "media"
    }


def test_the_outlet_in_full_by_its_last_word_and_as_this_newspaper(analyse):
    text = "Jorge Soto told Tundra Courier that he left. Nobody told this newspaper why, and the Courier did not ask."
    assert read_as(analyse, text, "Tundra Courier") == {"Tundra Courier": ["Tundra Courier", "newspaper", "Courier"]}


def test_a_text_of_no_known_outlet_speaks_of_none(analyse):
    assert read_as(analyse, "Nobody told this newspaper why.", None) == {}


def test_a_courier_is_not_the_courier(analyse):
    assert read_as(analyse, "The courier came. A courier left for Oslo.", "Tundra Courier") == {}
