"""pipeline/step.py: the stages in their order, over a short invented article."""

import pytest

from communique.model import DateValue, DocumentRecord, Evidence, Failure
from communique.pipeline import step
from factories import document

TEXT = (
    "Ministers meet in Quito\n\n"
    "QUITO, May 14, 2024 - Foreign Minister Ada Brandt of Norway met her Peruvian counterpart Carlos Duarte in Quito on "
    "Tuesday for four hours.\n\n"
    "“We want the port open before the rains,” Brandt told reporters after the meeting.\n\n"
    "A senior Peruvian official said the two sides would meet again in Lima next week.\n"
)


@pytest.fixture(scope="module")
def tools():
    return step.load_tools()


@pytest.fixture(scope="module")
def found(tools):
    result = step.process_document(document(TEXT, published=DateValue("2024-05-14", None, "day")), tools)
    assert isinstance(result, DocumentRecord), result
    return result


def test_every_id_names_its_document_and_is_unique(found):
    items = (*found.actors, *found.encounters, *found.quotations, *found.positions, *found.agreements, *found.forecasts)
    ids = [own.id for own in items]
    assert len(ids) == len(set(ids)) and all(own.startswith(f"{found.document.id}:") for own in ids)


def test_a_quotation_knows_the_meeting_it_was_said_at(found):
    [said] = [own for own in found.quotations if "port open" in own.content[0].quote]
    occasion = {own.id: own for own in found.encounters}[said.occasion]
    assert occasion.kind == "meeting" and occasion.trigger.quote in ("met", "meeting", "the meeting")


def test_a_speaker_without_a_name_is_an_actor_of_its_own(found):
    [said] = [own for own in found.quotations if "would meet again" in own.content[0].quote]
    speaker = {own.id: own for own in found.actors}[said.speaker]
    assert "official" in speaker.name and speaker.id not in {own.id for own in found.actors if own.name == "Ada Brandt"}


def test_all_words_are_exact(found):
    def check(value):
        if isinstance(value, Evidence):
            assert TEXT[value.span.start : value.span.end] == value.quote
            return 1
        if hasattr(value, "__dataclass_fields__"):
            return sum(check(getattr(value, name)) for name in value.__dataclass_fields__)
        return sum(map(check, value)) if isinstance(value, tuple) else 0

    assert check(found) > 10


def test_two_runs_are_the_same(found, tools):
    assert step.process_document(document(TEXT, published=DateValue("2024-05-14", None, "day")), tools) == found


def test_a_stage_that_breaks_gives_a_line_with_its_name(tools, monkeypatch):
    def broken(_):
        raise ValueError("odd syntax")

    monkeypatch.setattr(step, "find_figures", broken)
    result = step.process_document(document(TEXT), tools)
    assert isinstance(result, Failure) and result.stage == "extract" and "odd syntax" in result.message


@pytest.mark.parametrize(
    "text", ["a", "…", "1 2 3", "“", "\n" * 50 + "x", "Ада Брандт встретилась с Карлосом Дуарте.", "A" * 5000]
)
def test_odd_texts_break_nothing(tools, text):
    assert isinstance(step.process_document(document(text), tools), DocumentRecord)
