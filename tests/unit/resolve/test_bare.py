"""resolve/encounters/bare.py: mentions that say little but the day."""

from communique.model import DateBasis, DateValue, EncounterKind, EncounterStatus, Participant, Place, Role
from communique.resolve.cluster import clusters
from communique.resolve.encounter import resolve_encounters
from factories import at, document, meeting


def round_on(text, day="2024-05-28", people=(), city=None, **fields):
    doc = document(text)
    words = (at(doc, "talks"),)
    settings = {
        "kind": EncounterKind.ROUND,
        "date": DateValue(day, precision="day", basis=DateBasis.EXPLICIT, evidence=words),
        "participants": tuple(Participant(own, words, Role.LEAD) for own in people),
        "place": Place(city=city, evidence=words) if city else None,
        **fields,
    }
    return meeting(doc, 1, "talks", (), **settings)


def grouped(*mentions):
    return clusters([own.id for own in mentions], resolve_encounters(mentions, ()))


def test_the_only_round_of_a_day_is_one_round():
    full = round_on("talks in full", people=("ada", "bo"), city="Lima")
    planned = round_on("new talks", status=EncounterStatus.PLANNED)
    called_off = round_on("no talks", status=EncounterStatus.CANCELLED)
    assert len(grouped(full, planned, called_off)) == 1


def test_not_where_there_are_two_rounds_that_day():
    one = round_on("talks in full", people=("ada", "bo"), city="Lima")
    two = round_on("other talks", people=("eve", "kim"), city="Oslo")
    bare = round_on("new talks")
    assert len(grouped(one, two, bare)) == 3


def test_not_on_another_day_or_of_another_sort():
    full = round_on("talks in full", people=("ada", "bo"), city="Lima")
    assert len(grouped(full, round_on("late talks", day="2024-05-29"))) == 2
    assert len(grouped(full, round_on("talks on the phone", kind=EncounterKind.CALL))) == 2
