"""A small invented record for browser tests: three articles, a conflict, and a join that is wrong."""

from dataclasses import replace
from pathlib import Path

from communique.model import (
    AgreementMention,
    AgreementStatus,
    DateValue,
    DocumentRecord,
    Duration,
    Figure,
    Forecast,
    Outlet,
    Place,
    Position,
    Stance,
)
from communique.pipeline.build import publish
from communique.record.lock import build_lock
from communique.record.store import open_store
from factories import actor, at, document, meeting, quotation, record_of

FIRST = (
    "Norwegian envoy Ada Brandt met Carlos Duarte of Peru for four hours in Lima on 3 May 2024.\n"
    "“We want the port open before the rains,” Ms Brandt said. They agreed to reopen the port if the blockade ends.\n"
    "Talks will resume in June. <script>alert(1)</script> \u202eevil"
)
SECOND = (
    "Ada Brandt and Carlos Duarte met in Lima on 3 May 2024 for six hours, officials said.\n"
    "“We want the port open before the rains,” Brandt told reporters."
)
THIRD = (
    "Another Ada Brandt, a painter, opened a show in Oslo on 20 May 2024.\n"
    "Carlos Duarte refused to discuss the port. Duarte visited the port of Callao."
)
FOURTH = "Ada Brandt and Carlos Duarte met in Quito on 9 June 2024. Talks lasted two hours."
LIMA = Place(city="Lima", country="Peru", country_code="PE", latitude=-12.04, longitude=-77.03)
QUITO = Place(city="Quito", country="Ecuador", country_code="EC", latitude=-0.22, longitude=-78.51)


def articles() -> tuple[DocumentRecord, ...]:
    """The three articles with what they say."""
    return _first(), _second(), _third()


def _day(doc, words: str, value: str) -> DateValue:
    return DateValue(value, precision="day", evidence=(at(doc, words),))


def _published(day: str) -> DateValue:
    return DateValue(day, precision="day")


def _first() -> DocumentRecord:
    doc = document(
        FIRST, "a.txt", title="Port talks in Lima", outlet=Outlet("Harbour Post"), published=_published("2024-05-04")
    )
    ada, carlos = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Carlos Duarte")
    peru = actor(doc, 3, "Peru", "state", country="PE")
    met = meeting(
        doc, 1, "met", (ada, carlos), date=_day(doc, "3 May 2024", "2024-05-03"),
        place=replace(LIMA, evidence=(at(doc, "Lima"),)), duration=Duration(240, 240, (at(doc, "four hours"),)),
    )  # fmt: skip
    said = quotation(doc, 1, "We want the port open before the rains,", ada)
    wants = Position(f"{doc.id}:p1", doc.id, ada.id, "ports", Stance.DEMANDS, said.content, said.content)
    words = (at(doc, "reopen the port"),)
    agreed = AgreementMention(
        f"{doc.id}:g1", doc.id, "agreement", AgreementStatus.AGREED, words, words, "reopen the port",
        parties=(ada.id, carlos.id), conditions=(at(doc, "if the blockade ends"),), encounter=met.id,
    )  # fmt: skip
    words = (at(doc, "Talks will resume in June"),)
    plan = Forecast(f"{doc.id}:f1", doc.id, "plan", "Talks will resume in June", words, words)
    hours = Figure(f"{doc.id}:n1", doc.id, "length of the meeting", 4, "hours", "=", (at(doc, "four hours"),))
    return record_of(
        doc, actors=(ada, carlos, peru), encounters=(met,), quotations=(said,), positions=(wants,), agreements=(agreed,),
        forecasts=(plan,), figures=(hours,),
    )  # fmt: skip


def _second() -> DocumentRecord:
    doc = document(
        SECOND, "b.txt", title="Six hours in Lima", outlet=Outlet("Coast Daily"), published=_published("2024-05-05")
    )
    ada, carlos = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Carlos Duarte")
    met = meeting(
        doc, 1, "met", (ada, carlos), date=_day(doc, "3 May 2024", "2024-05-03"),
        place=replace(LIMA, evidence=(at(doc, "Lima"),)), duration=Duration(360, 360, (at(doc, "six hours"),)),
    )  # fmt: skip
    return record_of(
        doc, actors=(ada, carlos), encounters=(met,), quotations=(quotation(doc, 1, "We want the port open before the rains,", ada),)
    )  # fmt: skip


def _third() -> DocumentRecord:
    doc = document(
        THIRD, "c.txt", title="A painter opens", outlet=Outlet("Oslo Evening"), published=_published("2024-05-21")
    )
    ada, carlos = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Carlos Duarte")
    words = (at(doc, "refused to discuss the port"),)
    refuses = Position(f"{doc.id}:p1", doc.id, carlos.id, "ports", Stance.REJECTS, words, words)
    return record_of(doc, actors=(ada, carlos), positions=(refuses,))


def fourth() -> DocumentRecord:
    """An article that is added later: another meeting."""
    doc = document(FOURTH, "d.txt", title="Quito", outlet=Outlet("Andes News"), published=_published("2024-06-10"))
    ada, carlos = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Carlos Duarte")
    met = meeting(
        doc, 1, "met", (ada, carlos), date=_day(doc, "9 June 2024", "2024-06-09"),
        place=replace(QUITO, evidence=(at(doc, "Quito"),)),
    )  # fmt: skip
    return record_of(doc, actors=(ada, carlos), encounters=(met,))


def write(path: Path, records: tuple[DocumentRecord, ...]) -> None:
    """Bring articles into a record as a build does, without reading them."""
    with build_lock(path), open_store(path, create=True) as store:
        for record in records:
            store.stage(record, record.document.text.encode(), "test")
        publish(store, store.failures())


OURS = (
    "Peru and Norway met in Lima on 3 May 2024. Peru demands the return of the barges. Both sides agreed to open the port."
)
THEIRS = "Norway and Peru met in Lima on 3 May 2024. Norway rejects any new tax. Both sides agreed to open the port in June."


def accounts() -> tuple[DocumentRecord, ...]:
    """Two ministries' own accounts of the meeting in Lima, for tests that add them."""
    return (
        _account(OURS, "Ministry of Foreign Affairs of Peru", ("Peru", "PE"), ("Norway", "NO"), "the return of the barges"),
        _account(THEIRS, "Ministry of Foreign Affairs of Norway", ("Norway", "NO"), ("Peru", "PE"), "any new tax"),
    )


def _account(text: str, issuer: str, own: tuple[str, str], other: tuple[str, str], wanted: str) -> DocumentRecord:
    doc = document(text, f"{own[1]}.txt", title=issuer, outlet=Outlet(issuer), published=_published("2024-05-06"))
    ours, theirs = (actor(doc, number, name, "state", country=code) for number, (name, code) in enumerate((own, other), 1))
    met = meeting(
        doc, 1, "met", (ours, theirs), date=_day(doc, "3 May 2024", "2024-05-03"), place=replace(LIMA, evidence=(at(doc, "Lima"),))
    )  # fmt: skip
    words = (at(doc, wanted),)
    wants = Position(f"{doc.id}:p1", doc.id, ours.id, "goods", Stance.DEMANDS, words, words)
    return record_of(doc, actors=(ours, theirs), encounters=(met,), positions=(wants,))


def crowd(number: int) -> tuple[DocumentRecord, ...]:
    """A conference of many people, for tests that add it."""
    names = [f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES][:number]
    text = f"In Oslo on 7 May 2024 {', '.join(names)} met for the conference."
    doc = document(text, "c.txt", title="Conference", outlet=Outlet("Fjord Times"), published=_published("2024-05-08"))
    people = tuple(actor(doc, place, name) for place, name in enumerate(names, 1))
    met = meeting(doc, 1, "met for the conference", people, date=_day(doc, "7 May 2024", "2024-05-07"))
    return (record_of(doc, actors=people, encounters=(met,)),)


FIRST_NAMES = ("Tove", "Ilka", "Bram", "Rune", "Mila", "Oren")
LAST_NAMES = ("Aasen", "Bekker", "Corti", "Dunaj", "Egede", "Fossum")
