"""query/independence.py: why documents count as one origin."""

from dataclasses import replace

from communique.model import Actor, ActorKind, DateValue, Dependence, Outlet, Record, RecordDocument
from communique.query.independence import origin_groups
from communique.query.view import View
from factories import actor, document, quotation

WIRE = document("The two met.", published=DateValue("2031-05-02"), outlet=Outlet("Vest Wire"))
COPY = document("The two met, Vest Wire said.", published=DateValue("2031-05-03"), outlet=Outlet("Kyst"))
OTHER = document("“They met,” Vest Wire wrote.", published=DateValue("2031-05-04"), outlet=Outlet("Fjell"))
REPRINT = Dependence(COPY.id, WIRE.id, "reprint", 0.9, "common words: 90% of the shorter text")
SHARED = Dependence(OTHER.id, COPY.id, "shared", 0.2, "14 common word sequences in quotations")


def view():
    name = actor(OTHER, 1, "Vest Wire", "organisation")
    said = replace(quotation(OTHER, 1, "They met", name), speaker="vest-wire")
    documents = (
        RecordDocument(WIRE, (), "w"),
        RecordDocument(COPY, (), "w", WIRE.id, (REPRINT,)),
        RecordDocument(OTHER, (), "o", None, (SHARED,)),
    )
    actors = (Actor("vest-wire", ActorKind.ORGANISATION, "Vest Wire", name.mentions, ()),)
    return View(Record(documents=documents, actors=actors, quotations=(said,)))


def test_groups_with_their_reasons():
    first, second = origin_groups(view(), [OTHER.id, COPY.id, WIRE.id])
    assert (first.documents, second.documents) == ((WIRE.id, COPY.id), (OTHER.id,))
    [reason] = first.reasons
    assert (reason.kind, reason.origin, reason.share, reason.words) == ("reprint", WIRE.id, 0.9, REPRINT.reason)


def test_who_quotes_an_outlet_or_shares_a_quotation_counts_and_is_told():
    [alone] = origin_groups(view(), [OTHER.id])
    assert sorted((row.origin, row.kind) for row in alone.reasons) == sorted([(WIRE.id, "cites"), (COPY.id, "cites")])
    assert all("counts as an origin of its own" in row.words for row in alone.reasons)


def test_the_reason_is_told_also_without_the_original():
    [copy] = origin_groups(view(), [COPY.id, COPY.id, "unknown"])
    assert (copy.documents, copy.reasons[0].origin) == ((COPY.id,), WIRE.id)
    assert copy.data()["reasons"][0]["share"] == 0.9
