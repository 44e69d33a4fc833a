"""web: the drawings say what the record says, the same every time; added files stay in their folder."""

import time
from datetime import date
from pathlib import Path

import pytest

from browser.talks import articles, write
from communique.errors import CommuniqueError
from communique.model import DateValue
from communique.query.change import changes
from communique.query.index import Index
from communique.query.view import View
from communique.record.store import open_store
from communique.web.addition import Additions, _kept
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
    assert "May" in labels(date(2024, 4, 20), 200)
    assert labels(date(2024, 5, 1), 40)[1] == "8 May"
    assert labels(date(2024, 5, 1), 5) == ["1 May", "2 May", "3 May", "4 May", "5 May"]
    assert labels(date(2024, 5, 1), 1)[:3] == ["1 May", "2:00", "4:00"]
    assert labels(date(2024, 5, 1), 2)[:3] == ["1 May", "6:00", "12:00"]


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
