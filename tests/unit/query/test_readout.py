"""query/readout.py: two sides' own accounts of one encounter."""

import pytest

from communique.model import (
    Actor,
    ActorKind,
    Agreement,
    AgreementMention,
    AgreementStatus,
    Encounter,
    Outlet,
    Position,
    Record,
    RecordDocument,
    Region,
    RegionKind,
    Side,
    Span,
    Stance,
)
from communique.query.readout import Point, issuing_side, once, readout_rows
from communique.query.view import View
from factories import at, document, meeting

CHILE = """Ministry of Foreign Affairs, Santiago
The ministers met in Lima. They agreed to reopen the pass for lorries in June. Chile demands the return of the barges."""
PERU = """Ministry of External Relations of Peru
The ministers met in Lima. Both sides agreed that the pass will reopen for lorries in June. Peru rejects any new tax."""


def listed(text, **fields):
    doc = document(text, **fields)
    head = doc.text.index("\n")
    regions = (
        Region(RegionKind.BOILERPLATE, Span(0, head)),
        Region(RegionKind.BODY, Span(head + 1, len(text))),
    )
    return RecordDocument(doc, regions, doc.id)


def agreed(own, words):
    content = (at(own.document, words),)
    mention = AgreementMention(
        f"{own.document.id}:g1", own.document.id, "agreement", AgreementStatus.AGREED, content, content, "pass"
    )
    return Agreement(mention.id, "agreement", "pass", AgreementStatus.AGREED, (mention,))


def wants(own, words, actor, stance):
    content = (at(own.document, words),)
    return Position(f"{own.document.id}:p1", own.document.id, actor, "goods", stance, content, content)


def view(*documents, encounters=(), **fields):
    actors = tuple(
        Actor(own, ActorKind.STATE, own.title(), (), (), side=own, country=code)
        for own, code in (("chile", "CL"), ("peru", "PE"))
    )
    sides = tuple(Side(own.id, own.name, (own.id,)) for own in actors)
    return View(Record(documents=documents, actors=actors, sides=sides, encounters=encounters, **fields))


def test_what_each_omits():
    one, two = listed(CHILE), listed(PERU)
    mentions = tuple(meeting(own.document, 1, "met", ()) for own in (one, two))
    met = Encounter("lima", mentions[0].kind, "Meeting in Lima", mentions[0].status, (), mentions)
    points = (
        agreed(one, "agreed to reopen the pass for lorries in June"),
        agreed(two, "the pass will reopen for lorries in June"),
    )
    positions = (
        wants(one, "demands the return of the barges", "chile", Stance.DEMANDS),
        wants(two, "rejects any new tax", "peru", Stance.REJECTS),
    )
    [row] = readout_rows(view(one, two, encounters=(met,), agreements=points, positions=positions))
    chile, peru = row.accounts
    assert (chile.side, peru.side, row.encounter.id) == ("chile", "peru", "lima")
    assert [point.evidence[0].quote for point in chile.only] == ["demands the return of the barges"]
    assert [point.words for point in peru.only] == ["Peru rejects"]
    assert row.both >= 1
    assert row.data()["accounts"][1]["only"][0]["evidence"][0]["quote"] == "rejects any new tax"


def test_one_side_alone_makes_no_pair():
    one = listed(CHILE)
    mention = meeting(one.document, 1, "met", ())
    met = Encounter("lima", mention.kind, "Meeting in Lima", mention.status, (), (mention,))
    assert readout_rows(view(one, encounters=(met,))) == ()


@pytest.mark.parametrize(
    ("text", "fields", "side"),
    [
        (CHILE, {}, "chile"),
        (PERU, {}, "peru"),
        ("REPUBLIC OF PERU – Press office\nThe ministers met.", {}, "peru"),
        ("Embassy\nThe ministers met.", {"dateline": "Lima"}, "peru"),
        ("News\nThe ministers met.", {"outlet": Outlet("Ministry of Foreign Affairs, Lima")}, "peru"),
        ("The Lima Post\nThe ministry of Peru said they met.", {}, None),
        ("Ministry talks between Chile and Peru\nThe ministers met.", {}, None),
        ("Ministry of Trade, Oslo\nThe ministers met.", {}, None),
    ],
)
def test_whose_account_a_document_is(text, fields, side):
    own = listed(text, **fields)
    assert issuing_side(view(own), own) == side


def test_an_article_of_a_reporter_is_no_readout():
    own = listed(CHILE)
    signed = RecordDocument(own.document, (Region(RegionKind.BYLINE, Span(0, 8)), *own.regions[1:]), own.document.id)
    assert issuing_side(view(signed), signed) is None


def test_a_person_named_with_two_encounters_was_there_once():
    doc = document("Minister Oru spoke. Oru left. Two boats came, two boats went.")
    first, again = (Point("present", "Ada Oru", (at(doc, "Oru", number),)) for number in (1, 2))
    boats = [Point("figure", "boats", (at(doc, "wo boats", number),)) for number in (1, 2)]
    assert once((first, again, *boats)) == (first, *boats)
