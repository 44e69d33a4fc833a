"""extract/encounter_detail.py: topics, links, outcome, level and day of encounters, on invented sentences."""

from dataclasses import replace

import pytest

from communique.annotate.syntax import load_model, parse
from communique.extract.encounter_detail import add_details
from communique.model import (
    CleanText,
    DateBasis,
    DateValue,
    DocumentActors,
    EncounterKind,
    EncounterStatus,
    Place,
    TimeExpression,
    TimeKind,
)  # fmt: skip
from factories import at, document, meeting

PLANNED = EncounterStatus.PLANNED
NOBODY = DocumentActors(())


@pytest.fixture(scope="module")
def nlp():
    return load_model()


@pytest.fixture
def detail(nlp):
    """Details of encounters given as (trigger words, fields)."""

    def run(text, *rows, times=()):
        doc = document(text)
        analysis = parse(nlp, CleanText(doc, text, ()))
        found = tuple(TimeExpression(at(doc, words).span, TimeKind.DATE, timex, date) for words, timex, date in times)
        mentions = []
        for number, (words, fields) in enumerate(rows, 1):
            wide = fields.pop("evidence", None)
            mention = meeting(doc, number, words, (), **fields)
            mentions.append(replace(mention, evidence=tuple(at(doc, own) for own in wide)) if wide else mention)
        return add_details(replace(analysis, times=found), NOBODY, tuple(mentions))

    return run


def links(mentions):
    number = {mention.id: place for place, mention in enumerate(mentions, 1)}
    return [(number[own.id], link.relation, number[link.to]) for own in mentions for link in own.links]


def test_topics_at_the_word(detail):
    [one] = detail("Envoys of Ghana and Togo held ceasefire talks in Accra.", ("talks", {}))
    assert one.topics == ("ceasefire",)
    [two] = detail("The ministers met on Monday to discuss sanctions and the release of prisoners.", ("met", {}))
    assert set(two.topics) == {"sanctions", "prisoners"}


def test_topics_of_the_next_sentence_but_not_of_another_paragraph(detail):
    near = "Ada Brandt met Carlos Duarte in Oslo. They discussed lithium mining. Nobody spoke."
    far = "Ada Brandt met Carlos Duarte in Oslo.\nThey discussed lithium mining."
    assert detail(near, ("met", {}))[0].topics == ("minerals",)
    assert detail(far, ("met", {}))[0].topics == ()


def test_procedure_is_no_topic(detail):
    assert detail("The envoys met to discuss a summit.", ("met", {}))[0].topics == ()


def test_what_prepares(detail):
    text = "The call paved the way for a summit in Lima."
    found = detail(text, ("call", {}), ("summit", {"status": PLANNED}))
    assert links(found) == [(1, "prepares", 2)]
    assert found[0].links[0].evidence[0].quote == "paved the way for a summit"
    text = "Ada Brandt met Carlos Duarte in Oslo. The two sides agreed to hold talks in Lima."
    assert links(detail(text, ("met", {}), ("talks", {"status": PLANNED}))) == [(1, "prepares", 2)]


def test_what_is_still_to_come_prepares_nothing_past(detail):
    text = "The summit paved the way for the talks."
    assert links(detail(text, ("summit", {"status": PLANNED}), ("talks", {}))) == []


def test_rounds_by_number(detail):
    text = "The first round of talks was held in Oslo. A second round was held in Lima."
    assert links(detail(text, ("talks", {}), ("round was", {"evidence": ["second round"]}))) == [(2, "follows", 1)]
    text = "The first round of talks was held in Oslo. A second round is planned."
    rows = ("talks", {}), ("round is", {"status": PLANNED, "evidence": ["A second round is planned"]})
    assert links(detail(text, *rows)) == [(1, "precedes", 2)]


def test_two_dates_are_no_link(detail):
    early, late = (DateValue(f"2021-03-0{day}", precision="day") for day in (1, 5))
    text = "Envoys met in Oslo on 1 March. Ministers met in Lima on 5 March."
    rows = ("met", {"date": early}), ("met in Lima", {"date": late})
    assert links(detail(text, *rows)) == []


def test_beside_and_after(detail):
    text = "While the ministers negotiated, experts met in a hotel."
    assert links(detail(text, ("negotiated", {}), ("met", {}))) == [(2, "parallel_to", 1)]
    text = "The ministers met in Oslo. Bankers held parallel talks in the port."
    assert links(detail(text, ("met", {}), ("talks", {}))) == [(2, "parallel_to", 1)]
    text = "After the call the delegations met in Oslo."
    assert links(detail(text, ("call", {"kind": EncounterKind.CALL}), ("met", {}))) == [(2, "follows", 1)]


def test_carrying_out_what_was_agreed_in_a_city(detail):
    text = "Ministers met in Lima. Envoys met in Quito. Experts held talks to implement the agreement of Lima."
    rows = [("met", {"place": Place(city="Lima")}), ("met in Quito", {"place": Place(city="Quito")}), ("talks", {})]
    assert links(detail(text, *rows)) == [(3, "implements", 1)]


def test_outcome_and_its_words(detail):
    text = "The talks ended without agreement, but the envoys will return."
    [found] = detail(text, ("talks", {}))
    assert (found.outcome, found.outcome_evidence[0].quote) == ("ended without agreement",) * 2
    [found] = detail("The envoys met in Oslo. They agreed to exchange maps.", ("met", {}))
    assert found.outcome == "agreed to exchange maps"
    assert detail("The envoys will meet. They agreed to bring maps.", ("meet", {"status": PLANNED}))[0].outcome is None


def test_an_ending_beats_a_promise(detail):
    text = "The envoys met in Oslo and agreed to exchange maps. The meeting ended without a treaty."
    [found] = detail(text, ("met", {"evidence": ["met", "The meeting"]}))
    assert found.outcome == "ended without a treaty"


def test_level(detail):
    assert detail("Talks at sub-ministerial level began.", ("Talks", {}))[0].level == "sub-ministerial"
    assert detail("A ministerial meeting began.", ("meeting", {}))[0].level == "ministerial"
    assert detail("A meeting of farmers began.", ("meeting", {}))[0].level is None


def test_an_exact_day_beside_vaguer_words(detail):
    vague = DateValue(None, basis=DateBasis.RELATIVE)
    exact = DateValue("2021-02-27", precision="day", basis=DateBasis.EXPLICIT)
    text = "A week later, on February 27, the envoys met in Oslo."
    times = [("A week later", "XXXX-WXX", vague), ("February 27", "2021-02-27", exact)]
    dated = replace(vague, evidence=(at(document(text), "A week later"),))
    assert detail(text, ("met", {"date": dated}), times=times)[0].date == exact


def test_a_day_inside_the_words_of_the_mention(detail):
    day = DateValue(None, basis=DateBasis.WEEKDAY)
    text = "The sides sat down for the first time at a table on Tuesday."
    row = {"evidence": ["sat down for the first time at a table on Tuesday"]}
    assert detail(text, ("sat down", row), times=[("Tuesday", "XXXX-WXX-2", day)])[0].date == day
    since = "The sides have talked in vain since Tuesday."
    row = {"evidence": ["talked in vain since Tuesday"]}
    assert detail(since, ("talked", row), times=[("Tuesday", "XXXX-WXX-2", day)])[0].date is None


def test_the_day_of_the_news_is_that_of_its_first_encounter(nlp):
    text = "Ghana and Togo agreed on Tuesday to share a port. The talks lasted six hours."
    day = DateValue("2021-03-02", precision="day", basis=DateBasis.WEEKDAY)
    for published, expected in (("2021-03-03", "2021-03-02"), ("2021-03-01", None), (None, None)):
        date = DateValue(published, precision="day") if published else None
        doc = document(text, published=date)
        times = (TimeExpression(at(doc, "Tuesday").span, TimeKind.DATE, "2021-03-02", day),)
        analysis = replace(parse(nlp, CleanText(doc, text, ())), times=times)
        [found] = add_details(analysis, NOBODY, (meeting(doc, 1, "talks", ()),))
        assert (found.date and found.date.start) == expected


def test_after_one_and_after_the_other_is_no_order(detail):
    text = "Nobody smiled after the meeting or after the call."
    assert links(detail(text, ("meeting", {}), ("call", {"kind": EncounterKind.CALL}))) == []


def test_a_rumoured_meeting_between_is_not_the_first_round(detail):
    text = "Envoys held talks in Oslo. Spies are meeting in Lima. A second round is planned."
    rows = [
        ("talks", {"kind": EncounterKind.ROUND}),
        ("meeting", {"status": EncounterStatus.RUMOURED}),
        ("second round", {"status": PLANNED}),
    ]
    assert links(detail(text, *rows)) == [(1, "precedes", 3)]
