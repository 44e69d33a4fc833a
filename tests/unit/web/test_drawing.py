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
