"""extract/position.py, agreement.py, forecast.py on invented sentences with stored parses."""

from dataclasses import replace

import pytest

from communique.extract.agreement import find_agreements
from communique.extract.figure import find_figures
from communique.extract.forecast import find_forecasts
from communique.extract.position import find_positions
from communique.model import (
    AgreementStatus,
    Analysis,
    DateBasis,
    DateValue,
    DocumentActors,
    EncounterStatus,
    Evidence,
    Form,
    Quotation,
    Region,
    RegionKind,
    Span,
    Stance,
    TimeExpression,
    TimeKind,
)
from factories import meeting
from unit.extract.claims.parsed import actors, analysis, cases, clean

CASES = cases()
NAMES = [case["text"] for case in CASES]


def holds(found, wanted):
    """Whether `found` rows equal `wanted` ones, whose last field is only part of the found one."""
    return len(found) == len(wanted) and all(
        one[:-1] == two[:-1] and two[-1] in one[-1] for one, two in zip(found, wanted, strict=True)
    )


@pytest.mark.parametrize("case", [case for case in CASES if "positions" in case], ids=lambda case: case["text"][:50])
def test_positions(case):
    text = case["text"]
    found = find_positions(analysis(text), actors(text))
    rows = [[own.actor, own.stance.value, own.issue, own.content[0].quote] for own in found]
    assert holds(rows, case["positions"]), rows
    if "conditions" in case:
        assert [words.quote for own in found for words in own.conditions] == case["conditions"]
    if "attributed" in case:
        assert [own.attributed_by for own in found] == case["attributed"]
    if "red_line" in case:
        assert all(own.red_line for own in found)


@pytest.mark.parametrize("case", [case for case in CASES if "agreements" in case], ids=lambda case: case["text"][:50])
def test_agreements(case):
    text = case["text"]
    found = find_agreements(analysis(text), actors(text))
    rows = [[own.status.value, sorted(own.parties), own.content[0].quote] for own in found]
    assert holds(rows, case["agreements"]), rows
    if "kinds" in case:
        assert [own.kind for own in found] == case["kinds"]


@pytest.mark.parametrize("case", [case for case in CASES if "forecasts" in case], ids=lambda case: case["text"][:50])
def test_forecasts(case):
    text = case["text"]
    found = find_forecasts(analysis(text), actors(text))
    rows = [[own.kind, own.who, own.content[0].quote] for own in found]
    assert holds(rows, case["forecasts"]), rows


@pytest.mark.parametrize("case", [case for case in CASES if "figures" in case], ids=lambda case: case["text"][:50])
def test_figures(case):
    rows = [[own.value, own.unit, own.evidence[0].quote] for own in find_figures(analysis(case["text"]))]
    assert rows == case["figures"]


@pytest.mark.parametrize("text", NAMES, ids=lambda text: text[:50])
def test_words_are_the_text_and_ids_count_up(text):
    parse, people = analysis(text), actors(text)
    found = [*find_positions(parse, people), *find_agreements(parse, people), *find_forecasts(parse, people)]
    for own in found:
        for words in (*own.content, *own.evidence, *own.conditions):
            assert words.quote == text[words.span.start : words.span.end]
            assert words.quote == words.quote.strip() != ""
    numbers = [int(own.id[4:]) for own in found if own.id[3] == "p"]
    assert numbers == list(range(1, len(numbers) + 1))


def test_an_empty_text_says_nothing():
    empty, nobody = Analysis(clean=clean("")), DocumentActors(())
    assert find_positions(empty, nobody) == find_agreements(empty, nobody) == find_forecasts(empty, nobody) == ()


def test_without_actors_nobody_wants_anything():
    text = "Bolivia demanded that Chile release all prisoners."
    assert find_positions(analysis(text), DocumentActors(())) == ()


def test_titles_are_not_read_twice():
    text = "Chile rejected the proposal for a buffer zone along the border."
    parse = analysis(text)
    title = replace(parse, clean=replace(parse.clean, regions=(Region(RegionKind.TITLE, Span(0, len(text))),)))
    assert find_positions(title, actors(text)) == ()


def test_a_speaker_holds_what_he_says_of_himself():
    text = "We will never recognise the annexation."
    parse = analysis(text)
    words = Evidence.at(parse.document, Span(0, len(text) - 1))
    said = Quotation("d1:q1", "d1", Form.DIRECT, (words,), (words,), (words,), speaker="Ibarra", speaker_kind="resolved")
    [own] = find_positions(parse, DocumentActors(()), [said])
    assert (own.actor, own.stance, own.issue, own.quotation, own.red_line) == (
        "Ibarra",
        Stance.REJECTS,
        "territory",
        "d1:q1",
        True,
    )
    assert own.attributed_by is None


def test_due_date_and_encounter_of_an_agreement():
    text = "Kenya pledged to withdraw its troops by June."
    parse = analysis(text)
    june = Span(text.index("June"), text.index("June") + 4)
    date = DateValue("2031-06", precision="month", basis=DateBasis.EXPLICIT)
    parse = replace(parse, times=(TimeExpression(june, TimeKind.DATE, "2031-06", date),))
    [own] = find_agreements(parse, actors(text))
    assert own.due is not None and own.due.start == "2031-06" and own.due.evidence[0].quote == "June"
    assert own.date is None and own.committed == ("Kenya",)


def test_a_planned_encounter_is_a_forecast_once():
    text = "The talks between Bolivia and Chile are expected to resume in May."
    parse = analysis(text)
    talks = meeting(parse.document, 1, "talks", (), status=EncounterStatus.EXPECTED)
    [own] = find_forecasts(parse, actors(text), (), [talks])
    assert own.encounter == talks.id and own.kind == "expectation"
    alone = "Bolivia and Chile met in Oslo. There is no agreement on prisoners."
    parse = analysis(alone)
    held = meeting(parse.document, 1, "met", ())
    assert find_forecasts(parse, actors(alone), (), [held]) == ()


def test_an_agreement_is_tied_to_the_encounter_before_it():
    text = "Bolivia and Chile met in Oslo. The two sides reached a deal on grain exports."
    parse = analysis(text)
    met = meeting(parse.document, 1, "met", ())
    [own] = find_agreements(parse, actors(text), (), [met])
    assert own.encounter == met.id and own.status is AgreementStatus.AGREED


def test_the_day_of_a_position_stands_outside_its_words():
    text = "Chile rejected the proposal for a buffer zone along the border."
    parse = analysis(text)
    assert [own.date for own in find_positions(parse, actors(text))] == [None]
    subject = Span(0, 5)
    date = DateValue("2031-06-02", precision="day", basis=DateBasis.EXPLICIT)
    dated = replace(parse, times=(TimeExpression(subject, TimeKind.DATE, "2031-06-02", date),))
    [own] = find_positions(dated, actors(text))
    assert own.date is not None and own.date.start == "2031-06-02"
    assert [words.quote for words in own.date.evidence] == ["Chile"]


def test_a_day_of_another_act_is_not_that_of_the_position():
    text = "Chile rejected the proposal for a buffer zone, but Kenya signed it in June."
    parse = analysis(text)
    june = Span(text.index("June"), text.index("June") + 4)
    date = DateValue("2031-06", precision="month", basis=DateBasis.EXPLICIT)
    dated = replace(parse, times=(TimeExpression(june, TimeKind.DATE, "2031-06", date),))
    own = find_positions(dated, actors(text))[0]
    assert own.stance == "rejects" and own.date is None
