"""pipeline/consolidate.py: the status on top."""

from dataclasses import replace

from communique.model import DateValue, EncounterStatus
from communique.pipeline.consolidate import status_of
from factories import document, meeting


def told(text, status, day="2024-05-28"):
    return replace(
        meeting(document(text), 1, "talks", ()), status=EncounterStatus(status), date=DateValue(day, precision="day")
    )


def test_the_latest_report_stands_on_top():
    early, late = told("talks planned", "planned"), told("talks off", "cancelled")
    published = {early.document: "2024-05-14", late.document: "2024-05-26"}
    assert status_of([early, late], published) == "cancelled"


def test_a_plan_told_when_its_day_is_over_does_not_undo_what_became_of_it():
    off, background = told("talks off", "cancelled"), told("talks had been planned", "planned")
    published = {off.document: "2024-05-26", background.document: "2024-06-03"}
    assert status_of([off, background], published) == "cancelled"
    assert status_of([background], published) == "planned"


def test_among_undated_reports_the_final_one():
    plan, held = told("talks planned", "planned"), told("talks held", "held")
    assert status_of([plan, held], {}) == "held"
