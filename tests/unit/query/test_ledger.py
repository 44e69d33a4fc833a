"""query/ledger.py: agreements by day with who says what, forecasts by what became of them."""

import pytest

from communique.model import (
    Actor,
    ActorKind,
    Agreement,
    AgreementMention,
    AgreementStatus,
    DateValue,
    Forecast,
    Outcome,
    Record,
    RecordDocument,
    Side,
)
from communique.query.ledger import agreement_rows, forecast_ledger, forecast_outcome, forecasts_in_order, quantity_words
from communique.query.view import View
from communique.report import render_report
from factories import at, document

MAY = document(
    "Peru will return four boats. No deal was reached on the ferry. Ada Moen expects a summit by June.",
    published=DateValue("2031-05-02"),
)
JUNE = document("Chile says Peru broke its word on the four boats. The ferry ran.", published=DateValue("2031-06-09"))


def mention(doc, words, status, **fields):
    content = (at(doc, words),)
    return AgreementMention(f"{doc.id}:g{words[:3]}", doc.id, "agreement", status, content, content, words, **fields)


BOATS = Agreement(
    "agreement-1",
    "agreement",
    "boats",
    AgreementStatus.VIOLATED,
    (
        mention(JUNE, "broke its word on the four boats", AgreementStatus.VIOLATED, reported_by="chile"),
        mention(MAY, "will return four boats", AgreementStatus.AGREED, date=DateValue("2031-05-01", None, "day")),
    ),
    ("peru", "chile"),
    ("peru",),
    (),
    DateValue("2031-05-30", None, "day"),
)
FERRY = Agreement(
    "agreement-0",
    "agreement",
    "ferry",
    AgreementStatus.NOT_AGREED,
    (mention(MAY, "No deal was reached on the ferry", AgreementStatus.NOT_AGREED),),
    (),
    (),
    (),
    None,
)


def forecast(number, words, status, window=None, doc=MAY, evidence=()):
    content = (at(doc, words),)
    return Forecast(
        f"{doc.id}:f{number}",
        doc.id,
        "expectation",
        words,
        content,
        content,
        who="moen" if doc is MAY else None,
        window=window,
        outcome=Outcome(status, "2031-06-09", evidence),
    )


SUMMIT = forecast(1, "expects a summit by June", "pending", DateValue("2031-05-02", "2031-06-30", "day", True))
RAN = forecast(2, "ferry", "fulfilled", evidence=(at(JUNE, "The ferry ran"),))
LOST = forecast(3, "four boats", "unknown")


@pytest.fixture
def view():
    actors = (
        *(Actor(own, ActorKind.STATE, own.title(), (), (), side=own) for own in ("peru", "chile")),
        Actor("moen", ActorKind.PERSON, "Ada Moen", (), ()),
    )
    sides = tuple(Side(own, own.title(), (own,)) for own in ("peru", "chile"))
    documents = tuple(RecordDocument(doc, (), doc.id) for doc in (MAY, JUNE))
    return View(
        Record(documents=documents, actors=actors, sides=sides, agreements=(FERRY, BOATS), forecasts=(LOST, RAN, SUMMIT))
    )


def test_points_stand_by_day_and_accounts_by_report(view):
    boats, ferry = agreement_rows(view)
    assert (boats.agreement.id, boats.day) == ("agreement-1", "2031-05-01")
    assert [own.document for own in boats.accounts] == [MAY.id, JUNE.id]
    assert [(status, [own.document for own in told]) for status, told in boats.courses] == [
        ("agreed", [MAY.id]),
        ("violated", [JUNE.id]),
    ]
    assert (ferry.day, ferry.courses) == ("2031-05-02", ())


def test_forecasts_are_parted_by_what_became_of_them(view):
    ledger = forecast_ledger(view)
    assert (ledger.ahead, ledger.settled, ledger.silent) == ((SUMMIT,), (RAN,), (LOST,))
    assert forecasts_in_order(view) == (SUMMIT, RAN, LOST)
    assert [forecast_outcome(view, own) for own in (SUMMIT, RAN, LOST)] == ["still open", "came true", "no article tells"]


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_report_tells_both_ledgers(view, form):
    text = render_report(view, form)
    for words in (
        "to be done by Peru" if form == "html" else "To be done by Peru",
        "30 May 2031",
        "came true",
        "The ferry ran",
    ):
        assert words in text
    assert text.index("broke its word") < text.index("No deal was reached")
    assert "()" not in text


@pytest.mark.parametrize(
    ("value", "comparator", "unit", "words"),
    [
        (1.9e8, "~", "US dollars", "about 190,000,000"),
        (2.5, "=", "per cent", "2.5"),
        (1 / 3, "<", "share", "less than 0.333"),
        (540, "=", "minutes", "9 h"),
        (2880, "<=", "minutes", "at most 2 days"),
        (None, "=", "ships", ""),
    ],
)
def test_quantities_are_written_as_they_are_read(value, comparator, unit, words):
    assert quantity_words(value, comparator, unit) == words


@pytest.mark.parametrize(
    ("words", "day", "status", "term"),
    [
        ("truce holds until 5 June", "2031-06-05", AgreementStatus.AGREED, "expired"),
        ("boats go home by 5 June", "2031-06-05", AgreementStatus.AGREED, "day passed"),
        ("boats go home by 5 June", "2031-06-05", AgreementStatus.VIOLATED, ""),
        ("truce holds until 20 June", "2031-06-20", AgreementStatus.AGREED, ""),
        ("boats go home in June", "2031-06", AgreementStatus.AGREED, ""),
    ],
)
def test_the_day_of_a_point_is_held_against_the_last_article(words, day, status, term):
    doc = document(f"The two said that the {words}.", published=DateValue("2031-05-02"))
    when = words.split(" ", 3)[-1].removeprefix("by ").removeprefix("until ").removeprefix("in ")
    when = next(part for part in ("5 June", "20 June", "June") if part in when)
    due = DateValue(day, None, "day" if len(day) == 10 else "month", evidence=(at(doc, when),))
    point = Agreement("a", "agreement", "x", status, (mention(doc, words, status, due=due),), ("peru", "chile"), (), (), due)
    record = Record(documents=(RecordDocument(doc, (), doc.id), RecordDocument(JUNE, (), JUNE.id)), agreements=(point,))
    assert agreement_rows(View(record))[0].term == term
