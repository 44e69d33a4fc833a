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


ROOM = (
    "Ada Brandt met Carlos Duarte on 3 May. The talk was long.\n\n“It went well,” {who} said{tail}. Nothing else is known."
)


def linked(who, tail=""):
    text = ROOM.format(who=who, tail=tail)
    doc = document(text)
    ada, bo = actor(doc, 1, "Ada Brandt"), actor(doc, 2, who)
    date = DateValue("2024-05-03", precision="day", basis=DateBasis.EXPLICIT, evidence=(at(doc, "3 May"),))
    own = quotation(doc, 1, "It went well", bo)
    own = replace(own, speaker_words=(at(doc, who),), evidence=(at(doc, f"“It went well,” {who} said"),))
    return link_occasions([own], [meeting(doc, 1, "met", (ada,), date=date)], text=text)[0]


def test_who_was_in_the_room_or_comes_from_it_speaks_of_the_meeting():
    assert linked("a delegate").occasion is not None
    assert linked("Bo Lind", " after the meeting").occasion is not None
    assert linked("Bo Lind").occasion is None


def test_only_words_said_at_or_after_a_meeting_have_its_day():
    assert linked("Bo Lind", " after the meeting").said_on.start == "2024-05-03"
    assert linked("a delegate").said_on is None


def test_the_sentence_before_tells_of_the_meeting():
    text = "Ada Brandt met Carlos Duarte on 3 May. “It went well,” a clerk said."
    doc = document(text)
    own = quotation(doc, 1, "It went well", actor(doc, 2, "a clerk"))
    met = meeting(doc, 1, "met Carlos Duarte on 3 May", (actor(doc, 1, "Ada Brandt"),))
    assert link_occasions([own], [met], text=text)[0].occasion == met.id
    assert link_occasions([own], [met])[0].occasion is None


def test_a_plan_is_the_occasion_of_words_that_take_it_up():
    text = "Ada Brandt will meet Carlos Duarte in May. The levy will head the agenda, a clerk said. Bo Lind sang."
    doc = document(text)
    own = quotation(doc, 1, "The levy will head the agenda", actor(doc, 2, "a clerk"))
    plan = meeting(doc, 1, "will meet", (actor(doc, 1, "Ada Brandt"),), status=EncounterStatus.PLANNED)
    assert link_occasions([own], [plan], text=text)[0].occasion == plan.id
    other = quotation(doc, 1, "sang", actor(doc, 2, "Bo Lind"))
    assert link_occasions([other], [plan], text=text)[0].occasion is None
