"""query/timeline.py: the track of an encounter."""

from communique.model import Encounter, EncounterKind, EncounterStatus, Participant, Record, Side
from communique.query.timeline import tracks
from communique.query.view import View


def met(own, *sides, absent=()):
    people = [Participant(f"{side}-envoy", (), side=side) for side in sides]
    people += [Participant(f"{side}-envoy", (), side=side, present=False) for side in absent]
    return Encounter(own, EncounterKind.MEETING, own, EncounterStatus.HELD, (), (), participants=tuple(people))


def test_a_track_is_the_sides_at_the_table_and_the_six_busiest_are_told_apart():
    names = "abcdefgh"
    view = View(Record(sides=tuple(Side(own, own.upper(), ()) for own in names)))
    found = tracks(
        view,
        [
            met("1", "b", "a"),
            met("2", "a", "b", absent=("c",)),
            met("3", "a"),
            met("4", "a", "b", "c", "d"),
            met("5", "x", "y"),
        ]
        + [met(f"n{own}", "a", own) for own in names[2:]],
    )
    assert found["1"] == found["2"] == "A – B"
    assert "3" not in found and "5" not in found
    assert found["4"] == "4 sides" and len(set(found.values())) == 6
