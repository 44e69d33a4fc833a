"""query/standing.py: each stance told once, in the order of days, with conditions, red lines and turns."""

from dataclasses import replace

from communique.model import Actor, ActorKind, DateValue, Issue, Position, Record, RecordDocument, Side, Stance
from communique.query.position import distances
from communique.query.standing import standings, told_once
from communique.query.view import View
from communique.report import render_report
from factories import at, document

MAY = document(
    "Chile will never sell the barges unless Peru pays. Peru offers the ferry.", published=DateValue("2031-05-02")
)
COPY = document("As reported, Chile will never sell the barges unless Peru pays!", published=DateValue("2031-05-03"))
JUNE = document("Chile agrees to sell the barges. Chile and Peru want the ferry.", published=DateValue("2031-06-09"))
ISSUES = (
    Issue("top", "Goods"),
    Issue("boats", "Boats", parent="top"),
    Issue("proposed-ferry", "Ferry", parent="top", proposed=True),
)


def position(doc, number, words, actor, stance, issue="boats", conditions=(), **fields):
    content = (at(doc, words),)
    found = tuple(at(doc, condition) for condition in conditions)
    return Position(f"{doc.id}:p{number}", doc.id, actor, issue, stance, content, content, found, **fields)


def record(*positions):
    group = {MAY.id: "g", COPY.id: "g", JUNE.id: "h"}
    documents = tuple(RecordDocument(doc, (), group[doc.id]) for doc in (MAY, COPY, JUNE))
    actors = tuple(Actor(own, ActorKind.STATE, own.title(), (), (), side=own) for own in ("chile", "peru"))
    sides = tuple(Side(own, own.title(), (own,)) for own in ("chile", "peru"))
    return Record(documents=documents, actors=actors, sides=sides, positions=positions, issues=ISSUES)


NEVER = position(
    MAY, 1, "will never sell the barges", "chile", Stance.REJECTS, conditions=["unless Peru pays"], red_line=True
)
AGAIN = position(
    COPY, 1, "will never sell the barges", "chile", Stance.REJECTS, conditions=["unless Peru pays"], attributed_by="peru"
)
SELLS = position(JUNE, 1, "agrees to sell the barges", "chile", Stance.ACCEPTS)
FERRY = position(MAY, 2, "offers the ferry", "peru", Stance.OFFERS, "proposed-ferry")
WANTS = position(JUNE, 2, "want the ferry", "chile", Stance.DEMANDS, "proposed-ferry")


def test_a_stance_told_twice_is_one_line():
    [boats] = standings(View(record(AGAIN, SELLS, NEVER)))
    assert (boats.issue, boats.above) == ("boats", ("Goods",))
    [chile] = boats.stands
    never, sells = chile.lines
    assert (never.positions, never.day, never.origins) == ((NEVER, AGAIN), "2031-05-02", 1)
    assert [words.quote for words in never.conditions] == ["unless Peru pays"]
    assert (never.ascribed, never.red_line, sells.red_line) == (("peru",), True, False)
    assert chile.trend == "softer"
    assert [(turn.kind, turn.earlier, turn.later) for turn in chile.turns] == [("reversal", AGAIN, SELLS)]


def test_a_denial_or_half_a_step_is_no_movement():
    denies = replace(SELLS, stance=Stance.DENIES)
    [boats] = standings(View(record(NEVER, denies)))
    assert boats.stands[0].trend == ""
    hard = replace(NEVER, stance=Stance.DEMANDS)
    still = replace(SELLS, stance=Stance.CONDITIONS, content=(at(JUNE, "Chile agrees to sell the barges"),))
    assert standings(View(record(hard, still)))[0].stands[0].trend == "softer"
    refusing = replace(hard, stance=Stance.CONDITIONS)
    assert standings(View(record(refusing, replace(still, stance=Stance.DEMANDS))))[0].stands[0].trend == ""


def test_common_ground_is_what_both_are_for():
    [ferry] = standings(View(record(FERRY, WANTS)))
    assert [(pair.left, pair.right, pair.agree, pair.oppose) for pair in ferry.distances] == [("chile", "peru", 1, 0)]
    both_against = record(replace(FERRY, stance=Stance.REJECTS), replace(WANTS, stance=Stance.REJECTS))
    assert [found.distance for found in distances(both_against)] == [None]


def test_an_act_that_bars_a_thing_turns_the_stance_round():
    stop = document("Peru demands a halt of barge traffic. Chile rejects barge traffic.")
    halt = position(stop, 1, "demands a halt of barge traffic", "peru", Stance.DEMANDS)
    against = position(stop, 2, "rejects barge traffic", "chile", Stance.REJECTS)
    documents = (RecordDocument(stop, (), "s"),)
    [found] = distances(replace(record(halt, against), documents=documents))
    assert (found.agree, found.oppose) == (0, 0)


def test_the_report_tells_conditions_turns_and_proposals():
    view = View(record(NEVER, AGAIN, SELLS, FERRY, WANTS))
    page, plain = render_report(view, "html"), render_report(view, "md")
    for text in (page, plain):
        assert "Ferry (proposed)" in text and "turned about" in text and "(red line)" in text
        assert "2 reports from 1 independent origin" in text
    assert "on condition: “unless Peru pays”" in plain and "moved towards the other side" in page


def test_many_positions_are_told_once_without_comparing_all_with_all():
    many = [replace(NEVER, id=f"{MAY.id}:p{number}") for number in range(10, 400)]
    lines = told_once(View(record(*many, SELLS, FERRY)), [*many, SELLS, FERRY])
    assert sorted(len(line.positions) for line in lines) == [1, 1, 390]


def test_one_word_more_is_the_same_another_stance_is_not():
    longer = replace(AGAIN, id="x:p1", content=(at(COPY, "Chile will never sell the barges unless Peru pays"),))
    lines = told_once(View(record(NEVER, longer, SELLS)), [NEVER, longer, SELLS])
    assert [len(line.positions) for line in lines] in ([1, 1, 1], [2, 1])
    assert all(len({own.stance for own in line.positions}) == 1 for line in lines)
