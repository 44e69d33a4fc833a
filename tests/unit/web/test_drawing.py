"""web: the drawings say what the record says, the same every time; added files stay in their folder."""

import time
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import dist
from pathlib import Path

import pytest

from browser.talks import articles, write
from communique.errors import CommuniqueError
from communique.model import (
    Actor,
    ActorKind,
    DateValue,
    Encounter,
    EncounterKind,
    EncounterStatus,
    Participant,
    Record,
    Side,
)
from communique.query.change import changes
from communique.query.index import Index
from communique.query.view import View
from communique.record.store import open_store
from communique.web.addition import Additions, _kept
from communique.web.drawing import network
from communique.web.drawing.chronology import draw_chronology
from communique.web.drawing.network import draw_network
from communique.web.drawing.places import draw_places
from communique.web.drawing.scale import day_bounds
from communique.web.state import Held


def days(start: str, end: str) -> tuple[int, int]:
    return date.fromisoformat(start).toordinal(), date.fromisoformat(end).toordinal()


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        (DateValue("2024-05-03"), days("2024-05-03", "2024-05-03")),
        (DateValue("2024-02"), days("2024-02-01", "2024-02-29")),
        (DateValue("2023~"), days("2023-01-01", "2023-12-31")),
        (DateValue("2024-05", "2024-06-02"), days("2024-05-01", "2024-06-02")),
        (DateValue("2024-05-03", ".."), None),
        (DateValue("2024-02-31"), None),
        (DateValue(None), None),
        (None, None),
    ],
)
def test_a_date_of_any_precision_is_an_interval(value, bounds):
    assert day_bounds(value) == bounds


@pytest.fixture
def path(tmp_path):
    own = tmp_path / "talks.communique"
    write(own, articles())
    return own


@pytest.fixture
def index(path):
    with open_store(path) as store:
        return Index(View(store.record()))


def test_the_timeline_has_a_bar_for_each_dated_encounter(index):
    drawn = draw_chronology(index.rows)
    assert len(drawn.bars) == 1 and drawn.undated == 0 and not drawn.columns
    assert drawn.bars[0].status == "held" and not drawn.bars[0].vague
    assert drawn.bars[0].x >= 0 and drawn.bars[0].x + drawn.bars[0].width <= 1120
    assert draw_chronology(()) is None


def test_many_encounters_become_columns_that_lead_closer(index):
    drawn = draw_chronology(index.rows * 60)
    assert [column.period for column in drawn.columns] == ["2024-05-03"]
    assert drawn.columns[0].label == "3 May 2024: 60" and not drawn.bars


def test_the_network_joins_those_who_met(index):
    met = [row.encounter for row in index.rows]
    drawn = draw_network(index.view, met)
    assert {node.name for node in drawn.nodes} == {"Ada Brandt", "Carlos Duarte"}
    assert [(tie.left, tie.right, tie.count) for tie in drawn.ties] == [("Ada Brandt", "Carlos Duarte", 1)]
    assert drawn == draw_network(index.view, met)
    assert draw_network(index.view, met, centre="peru").ties == ()


def crowd(number: int) -> tuple[View, list[Encounter]]:
    """`number` people on two sides, each at a meeting with the next one, the first with all."""
    people = tuple(
        Actor(f"p{own:03}", ActorKind.PERSON, f"Envoy Number {own}", (), (), side=("north", "south")[own % 2])
        for own in range(number)
    )
    sides = (Side("north", "North", ()), Side("south", "South", ()))
    pairs = [(own, (own + 1) % number) for own in range(number)] + [(0, own) for own in range(2, number - 1)]
    met = [
        Encounter(
            f"e{place}", EncounterKind.MEETING, "Meeting", EncounterStatus.HELD, (), (),
            participants=tuple(Participant(people[own].id, ()) for own in pair),
        )
        for place, pair in enumerate(pairs)
    ]  # fmt: skip
    return View(Record(actors=people, sides=sides)), met


def distances(nodes) -> list[float]:
    return [dist((one.x, one.y), (two.x, two.y)) for one, two in pairwise((*nodes, nodes[0]))]


@pytest.mark.parametrize("number", [20, 64, 500])
def test_labels_of_the_network_never_touch(number):
    view, met = crowd(number)
    drawn = draw_network(view, met, most=500)
    assert len(drawn.nodes) == number and drawn.left_out == 0
    if number <= 22:
        for half in ("start", "end"):
            heights = sorted(node.y for node in drawn.nodes if node.anchor == half)
            assert min(two - one for one, two in pairwise(heights)) >= 14
    else:
        assert min(distances(drawn.nodes)) >= 12
    assert all(0 <= node.x <= drawn.width and 0 <= node.y <= drawn.height for node in drawn.nodes)
    assert all(
        drawn.nodes[tie.ends[0]].name == tie.left and drawn.nodes[tie.ends[1]].name == tie.right for tie in drawn.ties
    )


def test_a_large_network_is_cut_to_its_strongest_and_says_so(monkeypatch):
    view, met = crowd(90)
    monkeypatch.setattr(network, "MOST_TIES", 50)
    drawn = draw_network(view, met)
    assert (len(drawn.nodes), drawn.left_out, len(drawn.ties)) == (64, 26, 50) and drawn.ties_left_out > 0
    assert drawn.nodes[0].id == "p000" and drawn.nodes[0].size == max(node.size for node in drawn.nodes)


def test_the_network_of_one_side_and_of_those_who_met_often():
    view, met = crowd(20)
    often = draw_network(view, [*met, met[3]], least=2)
    assert [(tie.left, tie.right, tie.count) for tie in often.ties] == [("Envoy Number 3", "Envoy Number 4", 2)]
    found = draw_network(view, [own for own in met if "p001" in {person.actor for person in own.participants}], side="north")
    assert {node.name for node in found.nodes} == {"Envoy Number 0", "Envoy Number 1", "Envoy Number 2"}
    assert draw_network(view, met, side="nowhere").nodes == ()


def test_tracks_are_drawn_apart_the_busiest_first(index):
    rows = [replace(index.rows[0], encounter=replace(index.rows[0].encounter, id=own)) for own in "abc"]
    drawn = draw_chronology(rows, tracks={"b": "North – South", "c": "North – South"})
    assert [track.name for track in drawn.tracks] == ["North – South", ""]
    place = {bar.link[-1]: bar.y for bar in drawn.bars}
    assert drawn.tracks[0].y < place["b"] < drawn.tracks[1].y < place["a"] and drawn.height > place["a"] + 14
    assert draw_chronology(rows, tracks={}).tracks == ()
    assert drawn.bars[0].label == "Meeting of Ada Brandt and Carlos Duarte in Lima"


def test_a_place_shows_the_firmest_of_its_encounters(index):
    held = index.rows[0].encounter
    off = replace(held, id="off", status=EncounterStatus.CANCELLED)
    assert draw_places([off, held, off]).spots[0].status == "held" and draw_places([off]).spots[0].status == "cancelled"


def test_the_map_shows_places_and_counts_the_rest(index):
    encounters = [row.encounter for row in index.rows]
    drawn = draw_places(encounters)
    assert [(spot.name, len(spot.encounters)) for spot in drawn.spots] == [("Lima", 1)] and drawn.nowhere == 0
    assert 0 < drawn.spots[0].x < 1120 and 0 < drawn.spots[0].y < 560
    assert draw_places(()).spots == ()


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\x.pdf", "/abs/olute.txt", ".hidden", "", "a" * 300, "\u202e.txt", "a\0b.txt"]
)
def test_an_added_file_stays_in_its_folder(tmp_path, name):
    kept = _kept(tmp_path, name, b"words")
    assert kept.parent == tmp_path and kept.read_bytes() == b"words"
    assert not kept.name.startswith(".") and len(kept.name) < 100 and kept == _kept(tmp_path, name, b"words")


def test_an_addition_that_fails_says_why(path):
    def broken(record: Path, paths) -> str:
        raise CommuniqueError("the disk is full")

    additions = Additions(Held(path), broken)
    own = additions.add([("a.txt", b"words")])
    for _ in range(100):
        if own.state == "failed":
            break
        time.sleep(0.02)
    assert (own.state, own.message) == ("failed", "the disk is full")


def test_a_state_does_not_differ_from_itself(index):
    assert not changes(index.view, index.view).any


def test_the_axis_goes_from_years_to_hours():
    from communique.web.drawing.scale import Axis

    def labels(first, days):
        return [tick.label for tick in Axis(first.toordinal(), first.toordinal() + days - 1, 0, 1000).ticks()]

    assert labels(date(2000, 1, 1), 9000)[:2] == ["2001", "2003"]
    assert labels(date(2024, 4, 20), 200)[:2] == ["May 2024", "Jun"], "no room for April"
    assert labels(date(2024, 4, 2), 200)[:3] == ["Apr 2024", "May", "Jun"]
    assert labels(date(2024, 11, 2), 200)[:3] == ["Nov 2024", "Dec", "Jan 2025"]
    assert labels(date(2024, 5, 1), 40)[1] == "8 May"
    assert labels(date(2024, 5, 1), 5) == ["1 May 2024", "2 May", "3 May", "4 May", "5 May"]
    assert labels(date(2024, 5, 1), 1)[:3] == ["1 May 2024", "2:00", "4:00"]
    assert labels(date(2024, 5, 1), 2)[:3] == ["1 May 2024", "6:00", "12:00"]


def test_a_date_with_an_hour_stands_at_its_hour():
    low, high = day_bounds(DateValue("2024-05-03T18:00"))
    assert low == date(2024, 5, 3).toordinal() + 0.75 and high + 1 == pytest.approx(low + 1 / 24)
    assert day_bounds(DateValue("99999999999")) is None and day_bounds(DateValue("2024-05-03T99:99")) is not None


def test_the_ways_through_time_stay_inside_the_record():
    from communique.web.drawing.zoom import steps, window_of

    extent = ("2024-01-01", "2024-12-31")
    assert window_of("", "", extent) is None and window_of("soon", "", extent) is None
    assert window_of("2024-06", "2024-05", extent) is None and window_of("2024", "", None) is None
    june = window_of("2024-06", "2024-06", extent)
    found = {step.label: (step.since, step.until) for step in steps(june, extent)}
    assert found["Earlier"] == ("2024-05-17", "2024-06-15") and found["Later"] == ("2024-06-16", "2024-07-15")
    assert found["Closer"] == ("2024-06-11", "2024-06-20") and found["Wider"] == ("2024-05-02", "2024-07-30")
    assert found["The whole time"] == ("", "")
    assert [step.label for step in steps(window_of("2024", "2024", extent), extent)] == ["Closer"]
    day = window_of("2024-06-03", "2024-06-03", extent)
    assert "Closer" not in {step.label for step in steps(day, extent)}
    assert steps(window_of("0001", "9998-12-31", extent), extent)
