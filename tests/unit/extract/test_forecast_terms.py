"""extract/forecast.py: a term of a deal is no forecast."""

from communique.extract.forecast import beyond_terms
from communique.model import AgreementMention, AgreementStatus, Forecast
from factories import at, document

TEXT = "Under the deal, Peru will reopen the port. The ministers will meet in June."


def forecast(doc, words):
    return Forecast(f"{doc.id}:f1", doc.id, "prediction", words, (at(doc, words),), (at(doc, words),))


def agreement(doc, words, status=AgreementStatus.AGREED):
    return AgreementMention(f"{doc.id}:g1", doc.id, "agreement", status, (at(doc, words),), (at(doc, words),), words)


def test_leaves_out_what_was_agreed_and_keeps_the_rest():
    doc = document(TEXT)
    port, june = forecast(doc, "Peru will reopen the port"), forecast(doc, "The ministers will meet in June")
    assert beyond_terms([port, june], [agreement(doc, "will reopen the port")]) == (june,)
    assert beyond_terms([port], [agreement(doc, "will reopen the port", AgreementStatus.PROPOSED)]) == (port,)
