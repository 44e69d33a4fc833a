"""The two parties to a conflict inside a state; names are invented or of states."""

from collections import Counter

from communique.extract.claims.at_home import at_home
from communique.model import ActorKind, DocumentActors, LocalActor

PERU = LocalActor("peru", ActorKind.STATE, "Peru", (), country="PE")
CHILE = LocalActor("chile", ActorKind.STATE, "Chile", (), country="CL")
FRONT = LocalActor("front", ActorKind.ORGANISATION, "Front of the Coast", (), subtype="movement", country="PE")
OTHER = LocalActor("other", ActorKind.ORGANISATION, "Army of the Hills", (), subtype="movement", country="PE")
STATES = {"PE": PERU, "CL": CHILE}


def test_a_state_and_its_movement_are_the_parties():
    assert at_home(DocumentActors((PERU, CHILE, FRONT)), STATES, Counter(peru=2, front=1, chile=3)) == ("peru", "front")


def test_not_where_others_are_spoken_of_more():
    assert at_home(DocumentActors((PERU, CHILE, FRONT)), STATES, Counter(peru=2, front=1, chile=9)) == ()


def test_not_with_two_movements_or_none():
    assert at_home(DocumentActors((PERU, FRONT, OTHER)), STATES, Counter(peru=2)) == ()
    assert at_home(DocumentActors((PERU, CHILE)), STATES, Counter(peru=2)) == ()
