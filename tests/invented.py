"""An invented coverage in three documents, built by hand: two accounts of one meeting and a later call."""

from collections.abc import Iterable

from communique.model import (
    AgreementMention,
    AgreementStatus,
    DateBasis,
    DateValue,
    DocumentRecord,
    Duration,
    EncounterKind,
    Figure,
    Forecast,
    Place,
    Position,
    Record,
    Stance,
)
from communique.pipeline.assemble import assemble_record
from factories import actor, at, document, meeting, quotation, record_of

WIRE = (
    "Foreign Minister Ada Brandt met Carlos Duarte in Quito on May 14, 2024 for four hours. "
    "“We want the port open before the long rains, and open to all ships,” Ada Brandt told reporters. Both agreed to reopen the port of Callao."
)
LEDGER = (
    "Ada Brandt held talks with Carlos Duarte in Quito on May 14, 2024. They lasted more than five hours. "
    "“We want the port open before the long rains, and open to all ships,” said Brandt. Both sides agreed to reopen the port of Callao."
)
NOTE = "Carlos Duarte called Bo Lind on May 20, 2024. Duarte expects a second round in June. He put the losses at 40 ships."


def day(doc, words: str, value: str) -> DateValue:
    """A date that the document names."""
    return DateValue(value, None, "day", False, DateBasis.EXPLICIT, (at(doc, words),))


def account(text: str, path: str, trigger: str, length: tuple[str, float, float | None], published: str) -> DocumentRecord:
    """One account of the meeting in Quito."""
    doc = document(text, path, published=DateValue(published, None, "day"))
    ada, carlos = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Carlos Duarte")
    words, low, high = length
    talk = meeting(
        doc,
        1,
        trigger,
        (ada, carlos),
        date=day(doc, "May 14, 2024", "2024-05-14"),
        place=Place(city="Quito", country="EC", evidence=(at(doc, "Quito"),)),
        duration=Duration(low, high, (at(doc, words),)),
    )
    said = quotation(doc, 1, "We want the port open before the long rains, and open to all ships,", ada)
    wish = Position(f"{doc.id}:p1", doc.id, ada.id, "trade", Stance.DEMANDS, said.content, said.content)
    reopen = (at(doc, "reopen the port of Callao"),)
    agreed = AgreementMention(
        f"{doc.id}:g1",
        doc.id,
        "agreement",
        AgreementStatus.AGREED,
        reopen,
        reopen,
        "reopen the port of Callao",
        parties=(ada.id, carlos.id),
        encounter=talk.id,
    )
    return record_of(
        doc, actors=(ada, carlos), encounters=(talk,), quotations=(said,), positions=(wish,), agreements=(agreed,)
    )


def wire() -> DocumentRecord:
    """The first account."""
    return account(WIRE, "wire.txt", "met", ("four hours", 240, 240), "2024-05-14")


def ledger() -> DocumentRecord:
    """The second account."""
    return account(LEDGER, "ledger.txt", "held talks", ("more than five hours", 300, None), "2024-05-15")


def note() -> DocumentRecord:
    """A call, a forecast and a figure."""
    doc = document(NOTE, "note.txt", published=DateValue("2024-05-21", None, "day"))
    carlos, bo = actor(doc, 1, "Carlos Duarte"), actor(doc, 2, "Bo Lind")
    call = meeting(doc, 1, "called", (carlos, bo), kind=EncounterKind.CALL, date=day(doc, "May 20, 2024", "2024-05-20"))
    foreseen = (at(doc, "a second round in June"),)
    plan = Forecast(f"{doc.id}:f1", doc.id, "expectation", "a second round in June", foreseen, foreseen, who=carlos.id)
    ships = Figure(f"{doc.id}:n1", doc.id, "the losses", 40.0, "ships", "=", (at(doc, "40 ships"),))
    return record_of(doc, actors=(carlos, bo), encounters=(call,), forecasts=(plan,), figures=(ships,))


def coverage() -> list[DocumentRecord]:
    """All three."""
    return [wire(), ledger(), note()]


def assembled(documents: Iterable[DocumentRecord], *decisions) -> Record:
    """The record of documents."""
    return assemble_record(documents, decisions)
