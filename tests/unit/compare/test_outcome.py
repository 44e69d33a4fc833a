"""compare/outcome.py: what became of forecasts."""

from dataclasses import replace

import pytest

from communique.compare.outcome import clock_of, is_late, judge_forecasts
from communique.model import (
    Agreement,
    AgreementMention,
    AgreementStatus,
    DateValue,
    Encounter,
    EncounterKind,
    EncounterStatus,
    Forecast,
    Participant,
    Place,
    Record,
    RecordDocument,
    Role,
)
from factories import at, document, meeting

EARLY = document("Bolivia and Chile will meet in May.", published=DateValue("2031-04-01"))
LATE = document(
    "Bolivia and Chile met in Oslo. They agreed to exchange forty wounded prisoners.", published=DateValue("2031-06-01")
)


def record(forecast, mentions=(), agreements=(), date=None):
    encounters = ()
    if mentions:
        encounters = (Encounter("e", EncounterKind.MEETING, "e", mentions[-1].status, (), tuple(mentions), date),)
    documents = tuple(RecordDocument(doc, (), doc.id) for doc in (EARLY, LATE))
    return Record(documents=documents, encounters=encounters, agreements=tuple(agreements), forecasts=(forecast,))


def forecast(words="will meet in May", doc=EARLY, **fields):
    content = (at(doc, words),)
    return Forecast(f"{doc.id}:f1", doc.id, "plan", words, content, content, **fields)


PLANNED = meeting(EARLY, 1, "meet", (), status=EncounterStatus.PLANNED)
HELD = meeting(LATE, 1, "met", ())


def outcome(*args, **fields):
    [found] = judge_forecasts(record(*args, **fields))
    return found.outcome


def test_an_encounter_held_elsewhere_fulfils():
    found = outcome(forecast(encounter="e"), (PLANNED, HELD))
    assert (found.status, found.as_of) == ("fulfilled", "2031-06-01")
    assert [words.quote for words in found.evidence] == ["met"]


def test_a_cancelled_encounter_does_not():
    gone = replace(HELD, status=EncounterStatus.CANCELLED)
    assert outcome(forecast(encounter="e"), (PLANNED, gone)).status == "not_fulfilled"


@pytest.mark.parametrize(
    ("window", "status"), [("2031-05", "unknown"), ("2031-06-30", "pending"), ("2032", "pending"), (None, "unknown")]
)
def test_without_news_the_time_decides(window, status):
    when = None if window is None else DateValue(window, window=True)
    found = outcome(forecast(encounter="e", window=when), (PLANNED,))
    assert found.status == status and found.evidence == ()


def test_a_forecast_of_the_last_document_is_open():
    assert outcome(forecast("met in Oslo", LATE)).status == "pending"


def test_a_later_agreement_fulfils_what_was_foreseen_in_its_words():
    content = (at(LATE, "agreed to exchange forty wounded prisoners"),)
    mention = AgreementMention("g1", LATE.id, "agreement", AgreementStatus.AGREED, content, content, "x")
    agreement = Agreement("g", "agreement", "x", AgreementStatus.AGREED, (mention,))
    foreseen = replace(forecast(), claim="both sides will exchange forty wounded prisoners")
    assert outcome(foreseen, agreements=(agreement,)).status == "fulfilled"
    failed = replace(agreement, mentions=(replace(mention, status=AgreementStatus.FAILED),))
    assert outcome(foreseen, agreements=(failed,)).status == "not_fulfilled"
    assert outcome(replace(foreseen, claim="prices will rise"), agreements=(agreement,)).status == "unknown"


def test_late_is_after_the_window():
    june = record(
        forecast(encounter="e", window=DateValue("2031-05", window=True)), (PLANNED, HELD), date=DateValue("2031-06-03")
    )
    [found] = judge_forecasts(june)
    assert found.outcome is not None and found.outcome.status == "fulfilled" and is_late(found, june)
    may = replace(june, encounters=(replace(june.encounters[0], date=DateValue("2031-05-03")),))
    assert not is_late(found, may)


def apart(planned, told, **fields):
    """The outcome of a plan whose sequel the record keeps as an encounter of its own."""
    one = Encounter("e", planned.kind, "e", planned.status, (), (planned,), planned.date)
    two = Encounter("f", told.kind, "f", told.status, (), (told,), told.date)
    documents = tuple(RecordDocument(doc, (), doc.id) for doc in (EARLY, LATE))
    found = Record(documents=documents, encounters=(one, two), forecasts=(forecast(encounter="e", **fields),))
    [own] = judge_forecasts(found)
    return own.outcome.status


CITY = Place(city="Oslo", evidence=(at(LATE, "Oslo"),))
DAY = DateValue("2031-05-20", None, "day")


def test_an_account_kept_apart_counts_if_day_and_city_agree():
    planned, told = replace(PLANNED, date=DAY, place=CITY), replace(HELD, date=DAY, place=CITY)
    assert apart(planned, told) == "fulfilled"
    assert apart(planned, replace(told, status=EncounterStatus.CANCELLED)) == "not_fulfilled"
    assert apart(planned, replace(told, place=replace(CITY, city="Lima"))) == "unknown"
    assert apart(planned, replace(told, date=DateValue("2031-03-20", None, "day"))) == "unknown"
    assert apart(planned, replace(told, kind=EncounterKind.CALL)) == "unknown"


def test_a_denied_event_that_was_held_makes_the_forecast_false():
    doc = document("Bolivia and Chile will not meet in May.", published=DateValue("2031-04-01"))
    own = meeting(doc, 1, "meet", (), status=EncounterStatus.PLANNED)
    encounter = Encounter("e", EncounterKind.MEETING, "e", HELD.status, (), (own, HELD))
    documents = tuple(RecordDocument(found, (), found.id) for found in (doc, LATE))
    words = forecast("will not meet in May", doc, encounter="e")
    [judged] = judge_forecasts(Record(documents=documents, encounters=(encounter,), forecasts=(words,)))
    assert judged.outcome.status == "not_fulfilled"


def between(doc, words, *actors, **fields):
    """A held meeting of actors known by id."""
    people = tuple(Participant(own, (at(doc, words),), Role.LEAD) for own in actors)
    return replace(meeting(doc, 1, words, (), **fields), participants=people)


def unlinked(words, held, window=None):
    """The outcome of a forecast that is linked to no encounter, where a later document tells `held`."""
    doc = document(f"{words} The envoys talk.", published=DateValue("2031-05-14"))
    before = between(doc, "talk", "a", "b")
    encounters = tuple(
        Encounter(name, EncounterKind.ROUND, name, own.status, (), (own,), own.date)
        for name, own in (("e", before), ("f", held))
    )
    documents = tuple(RecordDocument(found, (), found.id) for found in (doc, LATE))
    own = forecast(words, doc, window=window)
    [judged] = judge_forecasts(Record(documents=documents, encounters=encounters, forecasts=(own,)))
    return judged.outcome.status


def test_a_journey_told_without_its_encounter_is_fulfilled_by_a_later_one_in_that_city():
    told = replace(HELD, date=DAY, place=CITY)
    assert unlinked("We shall go to Oslo.", told) == "fulfilled"
    assert unlinked("We shall go to Lima.", told) == "unknown"
    assert unlinked("We shall go to Oslo.", replace(told, date=DateValue("2031-05-02", None, "day"))) == "unknown"
    assert unlinked("We shall buy Oslo.", told) == "unknown"


def test_a_promise_to_meet_is_fulfilled_by_the_next_meeting_of_the_same_people_in_its_window():
    window = DateValue("2031-05-14", "2031-05-31", "day", True)
    told = between(LATE, "met", "a", "b", date=DAY)
    assert unlinked("They undertake to meet again before June.", told, window) == "fulfilled"
    others = between(LATE, "met", "c", "d", date=DAY)
    assert unlinked("They undertake to meet again before June.", others, window) == "unknown"


def test_a_document_without_a_day_is_not_older_than_what_it_tells_as_held():
    undated = document("Bolivia and Chile met in Oslo on 20 May.")
    told = meeting(undated, 1, "met", (), date=DAY)
    found = Record(
        documents=tuple(RecordDocument(doc, (), doc.id) for doc in (EARLY, undated)),
        encounters=(Encounter("f", EncounterKind.MEETING, "f", told.status, (), (told,), DAY),),
    )
    assert clock_of(found).published[undated.id] == "2031-05-20"
    assert clock_of(found).stated == {EARLY.id}
