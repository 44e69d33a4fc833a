"""query/standing.py: each stance told once, in the order of days, with conditions, red lines and turns."""

from dataclasses import replace
from random import Random
from time import perf_counter

from communique.model import (
    Actor,
    ActorKind,
    DateValue,
    Evidence,
    Issue,
    Position,
    Record,
    RecordDocument,
    Side,
    Span,
    Stance,
)
from communique.query.position import content_words, distances
from communique.query.standing import ALIKE, stand_lines, standings
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


def test_positions_told_again_stand_together_with_all_their_words():
    lines = stand_lines(View(record(AGAIN, SELLS, NEVER, FERRY, WANTS)), (AGAIN, SELLS, NEVER, FERRY, WANTS))
    assert [line.positions for line in lines] == [(NEVER, AGAIN), (FERRY,), (SELLS,), (WANTS,)]
    assert sorted(own.id for line in lines for own in line.positions) == sorted(
        own.id for own in (AGAIN, SELLS, NEVER, FERRY, WANTS)
    )


def test_another_number_is_another_position():
    doc = document("Peru demands 40 lorries at the northern gate. Peru demands 60 lorries at the northern gate.")
    found = [
        position(doc, number, f"demands {count} lorries at the northern gate", "peru", Stance.DEMANDS)
        for number, count in enumerate((40, 60), 1)
    ]
    view = View(Record(documents=(RecordDocument(doc, (), "g"),), positions=tuple(found), issues=ISSUES))
    assert [line.positions for line in stand_lines(view, found)] == [(found[0],), (found[1],)]


def test_grouping_finds_what_comparing_each_with_each_finds():
    """The index of rare words must not miss a pair that shares enough words; checked against the plain way on random words."""
    rng = Random(7)
    words = "barge ferry lorry gate fee tax port crew map toll grain fuel rail mast dock quay tide sail".split()
    texts = [" ".join(rng.sample(words, rng.randint(1, 8))) for _ in range(300)]
    doc = document(". ".join(texts) + ".", published=DateValue("2031-05-02"))
    found, start = [], 0
    for number, text in enumerate(texts):
        spot = (Evidence.at(doc, Span(start, start + len(text))),)
        found.append(Position(f"{doc.id}:p{number:03}", doc.id, "peru", "boats", Stance.DEMANDS, spot, spot))
        start += len(text) + 2
    view = View(Record(documents=(RecordDocument(doc, (), "g"),), positions=tuple(found), issues=ISSUES))
    plain: list[list[Position]] = []
    for own in found:
        mine = content_words(own)
        near = (g for g in plain if len(content_words(g[0]) & mine) >= ALIKE * len(content_words(g[0]) | mine))
        same = next(near, None)
        same.append(own) if same is not None else plain.append([own])
    assert [list(line.positions) for line in stand_lines(view, found)] == plain
    assert len(plain) < len(found)


def test_many_positions_take_little_time():
    words = [f"{one}{two}{end}" for one in "bdfgklmprs" for two in ("ar", "er", "or", "at") for end in "bdgkmnprtz"]
    rng = Random(3)
    texts = [" ".join(rng.sample(words, 9)) for _ in range(4000)]
    doc = document(". ".join(texts) + ".", published=DateValue("2031-05-02"))
    found, start = [], 0
    for number, text in enumerate(texts):
        spot = (Evidence.at(doc, Span(start, start + len(text))),)
        found.append(Position(f"{doc.id}:p{number:04}", doc.id, "peru", "boats", Stance.DEMANDS, spot, spot))
        start += len(text) + 2
    view = View(Record(documents=(RecordDocument(doc, (), "g"),), positions=tuple(found), issues=ISSUES))
    started = perf_counter()
    assert len(stand_lines(view, found)) > 3900
    assert perf_counter() - started < 10, "1 s alone on the machine"
