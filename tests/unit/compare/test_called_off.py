"""compare/called_off.py: reported here, denied or called off there."""

from dataclasses import replace

from communique.compare.called_off import compare_called_off
from communique.compare.stage import stage_of
from communique.model import DateValue, Encounter, EncounterKind, EncounterStatus, Place, Record, RecordDocument
from factories import actor, document, meeting


def account(text, words, status, **fields):
    day = fields.pop("published", None)
    doc = document(text, published=DateValue(day, precision="day") if day else None)
    mention = meeting(doc, 1, words, (), status=status, **fields)
    return RecordDocument(doc, (), doc.id), mention


def told(*accounts):
    encounters = tuple(
        Encounter(f"e{n}", own.kind, own.label, own.status, (), (own,), own.date, own.place, own.participants)
        for n, (_, own) in enumerate(accounts)
    )
    record = Record(documents=tuple(doc for doc, _ in accounts), encounters=encounters)
    return [
        (own.attribute, own.conflict_type, [value.value for value in own.values])
        for own in compare_called_off(encounters, stage_of(record))
    ]


LAGOS = Place(city="Lagos", country_code="NG")
MAY = DateValue("2031-05", precision="month")


def test_reported_here_and_denied_there():
    here = account("The two met in Lagos in May.", "met", EncounterStatus.HELD, place=LAGOS, date=MAY)
    there = account("Bo Lind denied that he had met Ada Brandt in Lagos.", "met", EncounterStatus.HELD, place=LAGOS)
    assert told(here, there) == [("existence", "existence", ["held", "denied"])]


def test_a_denial_of_another_month_or_city_is_none_of_it():
    here = account("The two met in Lagos in May.", "met", EncounterStatus.HELD, place=LAGOS, date=MAY)
    words = "Bo Lind denied that he had met Ada Brandt there."
    june = DateValue("2031-06", precision="month")
    assert told(here, account(words, "met", EncounterStatus.HELD, place=LAGOS, date=june)) == []
    assert told(here, account(words, "met", EncounterStatus.HELD, place=Place(city="Accra"))) == []
    kept = "Bo Lind did not deny that he had met Ada Brandt in Lagos."
    assert told(here, account(kept, "met", EncounterStatus.HELD, place=LAGOS)) == []


def test_a_round_called_off_later_is_superseded():
    settings = {"kind": EncounterKind.ROUND}
    plan = account(
        "The third round is due in Lagos.", "third round", EncounterStatus.PLANNED, published="2031-05-01", **settings
    )
    off = account(
        "The third round of talks will not take place.",
        "talks",
        EncounterStatus.CANCELLED,
        published="2031-05-09",
        **settings,
    )
    assert told(plan, off) == [("status", "superseded", ["planned", "cancelled"])]
    early = account(
        "The third round of talks will not take place.",
        "talks",
        EncounterStatus.CANCELLED,
        published="2031-04-09",
        **settings,
    )
    assert told(plan, early) == []
    other = account(
        "The second round of talks will not take place.",
        "talks",
        EncounterStatus.CANCELLED,
        published="2031-05-09",
        **settings,
    )
    assert told(plan, other) == []


def test_two_people_in_common_are_enough_and_one_is_not():
    def call(text, names, status):
        doc = document(text)
        people = tuple(replace(actor(doc, n, name), id=name) for n, name in enumerate(names))
        settings = {"kind": EncounterKind.CALL, "status": status}
        return RecordDocument(doc, (), doc.id), meeting(doc, 1, "call", people, **settings)

    held = call("Ada Brandt and Bo Lind had a call.", ("Ada Brandt", "Bo Lind"), EncounterStatus.HELD)
    both = call("There was no call between Ada Brandt and Bo Lind.", ("Ada Brandt", "Bo Lind"), EncounterStatus.DENIED)
    one = call("There was no call of Ada Brandt and Cy Moe.", ("Ada Brandt", "Cy Moe"), EncounterStatus.DENIED)
    assert told(held, both) == [("existence", "existence", ["held", "denied"])]
    assert told(held, one) == []
