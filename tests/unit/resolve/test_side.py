"""resolve/side.py and resolve/office.py: parties to the process, and who stands where."""

from communique.model import (
    Actor,
    ActorKind,
    ActorMention,
    Encounter,
    EncounterKind,
    EncounterStatus,
    NameKind,
    Office,
    Participant,
)
from communique.resolve.office import complete_offices
from communique.resolve.side import find_sides
from tests.factories import at, document

SOURCE = document("words")


def actor(own, kind="person", times=1, offices=(), **fields):
    mentions = tuple(ActorMention(at(SOURCE, "words"), NameKind.NAME) for _ in range(times))
    held = tuple(Office(title, principal, (at(SOURCE, "words"),)) for title, principal in offices)
    return Actor(own, ActorKind(kind), fields.pop("name", own.title()), (f"d1:{own}",), mentions, offices=held, **fields)


def encounter(number, *people, status=EncounterStatus.HELD):
    taking = tuple(Participant(own, ()) for own in people)
    return Encounter(f"e{number}", EncounterKind.MEETING, "talks", status, (), (), participants=taking)


PERU = actor("peru", "state", 9, country="PE")
NORWAY = actor("norway", "state", 8, country="NO")
CHILE = actor("chile", "state", 2, country="CL")


def test_those_who_meet_are_sides_and_third_parties_are_not():
    people = [actor("cano", country="PE"), actor("lind", country="NO"), actor("soto", country="CL")]
    sides, of = find_sides([PERU, NORWAY, CHILE, *people], [encounter(1, "cano", "lind"), encounter(2, "cano", "lind")])
    assert {side.id: side.actors for side in sides} == {"norway": ("norway",), "peru": ("peru",)}
    assert of["cano"] == of["peru"] == "peru"
    assert "soto" not in of and "chile" not in of


def test_who_serves_a_person_stands_with_that_person():
    boss, aide = actor("boss", times=3), actor("aide", offices=(("adviser", "boss"),), country="PE")
    spokesman = actor("spokesman", offices=(("Boss's spokesman", "boss"),))
    _, of = find_sides([PERU, NORWAY, boss, aide, spokesman], [])
    assert of["boss"] == of["spokesman"] == "peru"


def test_servants_of_two_states_leave_the_master_open():
    boss = actor("boss")
    aides = [
        actor("a", offices=(("adviser", "boss"),), country="PE"),
        actor("b", offices=(("adviser", "boss"),), country="NO"),
    ]
    _, of = find_sides([PERU, NORWAY, boss, *aides], [])
    assert "boss" not in of


def test_bloc_names_are_one_side():
    union = actor("european-union", "organisation", 6, name="European Union", subtype="bloc")
    europe = actor("europe", "organisation", 6, name="Europe", subtype="bloc")
    sides, of = find_sides([PERU, union, europe], [])
    assert of["europe"] == of["european-union"] == "european-union"
    assert next(side for side in sides if side.id == "european-union").actors == ("europe", "european-union")


def test_former_states_and_rumoured_meetings_make_no_side():
    gone = actor("soviet-union", "state", 9, country="SU")
    sides, _ = find_sides(
        [PERU, NORWAY, CHILE, gone], [encounter(n, "chile", status=EncounterStatus.RUMOURED) for n in range(3)]
    )
    assert {side.id for side in sides} == {"peru", "norway"}


def test_nothing_gives_nothing():
    assert find_sides([], []) == ((), {})


def test_principal_is_filled_from_the_record():
    president = actor("cano", offices=(("President", None), ("adviser", "norway"), ("poet", None)), country="PE")
    [_, done] = complete_offices([PERU, president])
    assert [office.principal for office in done.offices] == ["peru", "norway", None]


def test_state_is_passed_on_between_a_person_and_who_serves_him():
    boss = actor("boss", offices=(("President", None),))
    aide = actor("aide", offices=(("adviser", "boss"),), country="PE")
    spokesman = actor("spokesman", offices=(("spokesman", "boss"),))
    done = {found.id: found for found in complete_offices([PERU, boss, aide, spokesman])}
    assert done["boss"].country == done["spokesman"].country == "PE"
    assert done["boss"].offices[0].principal == "peru"
    other = actor("other", offices=(("adviser", "boss"),), country="NO")
    assert {found.id: found.country for found in complete_offices([PERU, boss, aide, other])}["boss"] is None


def test_a_movement_is_a_side_with_its_people():
    front = actor("front", "organisation", 9, subtype="movement")
    people = [actor("cano", country="PE"), actor("ora", offices=(("chief negotiator", "front"),))]
    sides, of = find_sides([PERU, front, *people], [encounter(1, "cano", "ora"), encounter(2, "cano", "ora")])
    assert {side.id for side in sides} == {"front", "peru"}
    assert of["ora"] == "front"


def test_a_rebel_stands_with_those_he_leads_not_with_the_state_he_fights():
    front = actor("front", "organisation", 5)
    people = [
        actor("cano", country="PE", offices=[("President", "peru")]),
        actor("soto", country="PE", offices=[("rebel leader", "peru"), ("Front leader", "front")]),
        actor("diaz", country="PE", offices=[("rebel commander", "peru")]),
    ]
    sides, of = find_sides([PERU, front, *people], [encounter(1, "cano", "soto"), encounter(2, "cano", "soto")])
    assert of == {"peru": "peru", "cano": "peru", "front": "front", "soto": "front"}
    assert {side.id for side in sides} == {"peru", "front"}
