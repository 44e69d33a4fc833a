"""report: every sentence has its words, and what articles say cannot act as markup."""

import re

import pytest

from communique.model import (
    Actor,
    DateValue,
    Duration,
    Encounter,
    Finding,
    FindingKind,
    FindingValue,
    Participant,
    Place,
    Record,
    RecordDocument,
    Region,
    RegionKind,
    Side,
    Span,
)
from communique.query.view import View
from communique.report import render_report
from factories import actor, at, document, meeting

HOSTILE = "<script>alert(1)</script> [x](javascript:1) `rm` \u202eabc"


def record() -> Record:
    doc = document(
        f"It lasted four hours, said one. {HOSTILE} It lasted five hours, said two.", published=DateValue("2024-05-04")
    )
    found = RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(doc.text))),), doc.id)
    values = (FindingValue("4 h", (at(doc, "four hours"),)), FindingValue("5 h", (at(doc, "five hours"),)))
    finding = Finding("k1", FindingKind.CONFLICT, "other", None, f"Talks {HOSTILE}", "duration", values)
    return Record(documents=(found,), findings=(finding,))


def test_html_escapes_and_every_note_is_there():
    page = render_report(View(record()), "html", title=HOSTILE)
    assert "<script" not in page and "\u202e" not in page
    asked = set(re.findall(r'popovertarget="(note-\d+)" aria-label', page))
    assert asked and asked == set(re.findall(r'popover id="(note-\d+)"', page))
    assert "<mark>four hours</mark>" in page and "<mark>five hours</mark>" in page
    assert "default-src 'none'" in page and "http" not in page.replace('http-equiv="Content-Security-Policy"', "")


def test_markdown_escapes_and_every_note_is_there():
    page = render_report(View(record()), "md")
    assert not re.search(r"(?<!\\)<script", page) and "\\[x\\](javascript:1)" in page
    asked = set(re.findall(r"(?<!\n)\[\^(\d+)\](?!:)", page))
    assert asked and asked == set(re.findall(r"^\[\^(\d+)\]:", page, re.M))


def test_the_same_record_gives_the_same_report():
    assert render_report(View(record()), "html") == render_report(View(record()), "html")


def test_an_empty_record_has_a_report():
    page = render_report(View(Record()), "html")
    assert "No source contradicts another" in page and "No encounter was found" in page


def told() -> Record:
    text = "The envoys of Peru met in Lima for four hours, said one. For five hours, said two. The subsequent talks failed."
    doc = document(text)
    found = RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(doc.text))),), doc.id)
    envoy = actor(doc, 1, "envoys", country="PE")
    state = actor(doc, 2, "Peru", "state", country="PE")
    seated = tuple(Participant(own, side="peru", evidence=(at(doc, "envoys"),)) for own in ("envoys", "peru"))
    met, after = (meeting(doc, number, words, ()) for number, words in ((1, "met in Lima"), (2, "The subsequent talks")))
    place = Place(city="Lima", evidence=(at(doc, "Lima"),))
    length = Duration(240, 240, (at(doc, "four hours"),))
    first = Encounter(
        "lima", met.kind, "Meeting in Lima", met.status, (), (met,), None, place, seated, length,
    )  # fmt: skip
    second = Encounter("later", after.kind, "The subsequent talks", after.status, (), (after,))
    values = (FindingValue("4 h", (at(doc, "four hours"),)), FindingValue("5 h", (at(doc, "five hours"),)))
    finding = Finding("k1", FindingKind.CONFLICT, "encounter", "lima", "Meeting in Lima", "duration", values)
    people = tuple(Actor(own.name.lower(), own.kind, own.name, (own.id,), own.mentions) for own in (envoy, state))
    return Record(
        documents=(found,),
        encounters=(first, second),
        findings=(finding,),
        actors=people,
        sides=(Side("peru", "Peru", ("peru",)),),
    )


@pytest.mark.parametrize("form", ["html", "md"])
def test_where_sources_differ_no_value_is_chosen(form):
    page = render_report(View(told()), form)
    assert "4 h or 5 h" in page and "differ" in page


def test_what_is_only_mentioned_stands_apart_from_the_chronology():
    page = render_report(View(told()), "md")
    chronology, rest = page.split("Mentioned without day, place and people:")
    assert "### Meeting in Lima" in chronology and "### The subsequent talks" not in page
    assert "The subsequent talks, held" in rest


def test_a_side_is_not_listed_among_its_own_people():
    assert "- Peru: envoys\n" in render_report(View(told()), "md")
