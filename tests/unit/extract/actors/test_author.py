"""The author of an opinion, from byline and note."""

from dataclasses import replace

from communique.extract.actor import find_actors
from communique.model import Region, RegionKind, Span

BODY = "Free the sailors first."


def people(analyse, byline, note):
    """Names of persons with their words, in a text whose byline and note the clean text leaves blank."""
    text = f"{byline}\n{BODY}\n{note}"
    below = len(byline) + len(BODY) + 2
    regions = [Region(RegionKind.BYLINE, Span(0, len(byline))), Region(RegionKind.BODY, Span(len(byline) + 1, below - 1))]
    if note:
        regions.append(Region(RegionKind.NOTE, Span(below, len(text))))
    analysis = analyse(" " * len(byline) + f"\n{BODY}\n" + " " * len(note))
    document = replace(analysis.document, text=text)
    clean = replace(analysis.clean, document=document, regions=tuple(regions))
    return {
        actor.name: [m.evidence.quote for m in actor.mentions]
        for actor in find_actors(replace(analysis, clean=clean)).actors
    }


def test_byline_and_note_name_the_author(analyse):
    note = "Dr Ada Moen is a fellow at the Institute of Harbours."
    assert people(analyse, "By Dr Ada Moen", note) == {"Ada Moen": ["Ada Moen", "Ada Moen"]}


def test_a_reporter_of_whom_no_note_tells_is_no_actor(analyse):
    assert people(analyse, "By Ada Moen", "") == {}
    assert people(analyse, "By Ada Moen", "The views are those of the paper.") == {}


def test_two_authors_or_a_desk_are_none(analyse):
    assert people(analyse, "By Ada Moen and Jorge Soto of the foreign desk", "Ada Moen is a fellow.") == {}
