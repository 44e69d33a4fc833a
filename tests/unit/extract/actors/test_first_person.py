"""Who is "I" in a text given in one person's name."""

from dataclasses import replace

from communique.extract.actor import find_actors
from communique.model import NameKind, Region, RegionKind, Span

BODY = 'I met the envoy of Chad on Monday. "I am late," he said. I told him that the port stays shut.'


def first_person(analyse, head, body=BODY, note=""):
    """Name -> number of words "I" and "my" given to it, in a text with one line of head."""
    text = f"{head}\n\n{body}\n{note}"
    at, below = len(head) + 2, len(head) + 3 + len(body)
    regions = [Region(RegionKind.TITLE, Span(0, len(head))), Region(RegionKind.BODY, Span(at, at + len(body)))]
    if note:
        regions.append(Region(RegionKind.NOTE, Span(below, below + len(note))))
    analysis = analyse(text)
    clean = replace(analysis.clean, document=replace(analysis.document, text=text), regions=tuple(regions))
    found = find_actors(replace(analysis, clean=clean)).actors
    own = {
        actor.name: sum(m.kind is NameKind.PRONOUN and m.evidence.quote in {"I", "my", "me"} for m in actor.mentions)
        for actor in found
    }
    return {name: number for name, number in own.items() if number}


def test_the_one_named_after_what_the_text_is(analyse):
    assert first_person(analyse, "Briefing of the Special Envoy, Ms. Ada Moen, to the Council") == {"Ada Moen": 2}
    assert first_person(analyse, "Remarks by Commissioner Moen-Lund after the meeting with Minister Soto") == {
        "Moen-Lund": 2
    }


def test_a_columnist_whom_a_note_tells_of(analyse):
    note = "Ada Moen was a pilot for thirty years."
    assert first_person(analyse, "ON THE QUAY with Ada Moen", note=note) == {"Ada Moen": 2}
    assert first_person(analyse, "ON THE QUAY with Ada Moen") == {}


def test_a_report_has_no_first_person(analyse):
    assert first_person(analyse, "Minister Ada Moen meets the envoy") == {}
    assert first_person(analyse, "Statement by the two governments") == {}
    assert first_person(analyse, "Remarks by Ada Moen", "The minister said that she was late.") == {}
