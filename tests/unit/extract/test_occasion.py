"""extract/occasion.py: on which encounter a statement was made."""

from dataclasses import replace

from communique.extract.occasion import link_occasions
from communique.model import DateBasis, DateValue, DocumentActors, EncounterStatus
from factories import actor, at, document, meeting, quotation

TEXT = "Ada Brandt met Carlos Duarte on 3 May. “It went well,” she said. Bo Lind, a historian, thought “it was late”."


def sample(**fields):
    doc = document(TEXT)
    ada, carlos, bo = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Carlos Duarte"), actor(doc, 3, "Bo Lind")
    date = DateValue("2024-05-03", precision="day", basis=DateBasis.EXPLICIT, evidence=(at(doc, "3 May"),))
    met = meeting(doc, 1, "met", (ada, carlos), **{"date": date, **fields})
    return [quotation(doc, 1, "It went well", ada), quotation(doc, 2, "it was late", bo)], met


def test_a_participant_speaks_on_the_encounter_and_on_its_day():
    quotations, met = sample()
    hers, his = link_occasions(quotations, [met])
    assert (hers.occasion, hers.said_on.start, hers.said_on.basis) == (met.id, "2024-05-03", DateBasis.INHERITED)
    assert (his.occasion, his.said_on) == (None, None)


def test_a_day_of_its_own_stays():
    quotations, met = sample()
    own = DateValue("2024-05-09", precision="day")
    [found] = link_occasions([replace(quotations[0], said_on=own)], [met])
    assert found.said_on == own and found.occasion == met.id


def test_no_occasion_in_an_interview_or_on_what_is_only_planned():
    quotations, met = sample()
    assert link_occasions([replace(quotations[0], setting="in an interview")], [met])[0].occasion is None
    assert link_occasions(quotations, [replace(met, status=EncounterStatus.PLANNED)])[0].occasion is None


def test_not_over_a_long_way():
    doc = document("Ada Brandt met Carlos Duarte." + " x" * 1500 + " “It went well,” she said.")
    ada, carlos = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Carlos Duarte")
    [found] = link_occasions([quotation(doc, 1, "It went well", ada)], [meeting(doc, 1, "met", (ada, carlos))])
    assert found.occasion is None


def test_words_that_name_an_encounter_belong_to_it():
    doc = document("Ada Brandt met Carlos Duarte. Bo Lind said that a summit in May was unlikely.")
    ada, bo = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Bo Lind")
    rows = [meeting(doc, 1, "met", (ada,)), meeting(doc, 2, "summit in May", (), status=EncounterStatus.EXPECTED)]
    [found] = link_occasions([quotation(doc, 1, "a summit in May was unlikely", bo)], rows)
    assert (found.occasion, found.said_on) == (rows[1].id, None)


def test_somebody_of_a_side_speaks_of_the_encounter_just_reported():
    doc = document("Ada Brandt met Carlos Duarte. “It went well,” Bo Lind said. “Too late,” Cy Roth wrote.")
    ada, bo = actor(doc, 1, "Ada Brandt", country="NO"), actor(doc, 2, "Bo Lind", country="NO")
    cy = actor(doc, 3, "Cy Roth", country="PE")
    met = meeting(doc, 1, "met", (ada,), date=DateValue("2024-05-03", precision="day"))
    said = [quotation(doc, 1, "It went well", bo), quotation(doc, 2, "Too late", cy)]
    one, two = link_occasions(said, [met], DocumentActors((ada, bo, cy)))
    assert (one.occasion, one.said_on, two.occasion) == (met.id, None, None)
    assert link_occasions(said, [met])[0].occasion is None


def test_the_serving_of_a_participant_counts():
    doc = document("Ada Brandt met Carlos Duarte. “It went well,” Bo Lind said.")
    ada, bo = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Bo Lind")
    bo = replace(bo, principal=ada.id)
    met = meeting(doc, 1, "met", (ada,))
    assert link_occasions([quotation(doc, 1, "It went well", bo)], [met], DocumentActors((ada, bo)))[0].occasion == met.id
