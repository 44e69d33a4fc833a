"""A made-up record of many articles: its items are put together directly, without reading anything."""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b
from random import Random
from typing import Any

from communique.model import (
    Actor,
    ActorKind,
    ActorMention,
    Agreement,
    AgreementMention,
    AgreementStatus,
    DateValue,
    Document,
    DocumentRecord,
    Duration,
    Encounter,
    EncounterKind,
    EncounterMention,
    EncounterStatus,
    Evidence,
    Finding,
    FindingKind,
    FindingValue,
    Forecast,
    Form,
    Issue,
    Judgement,
    NameKind,
    Outlet,
    Participant,
    Place,
    Position,
    Quotation,
    Record,
    RecordDocument,
    Region,
    RegionKind,
    Side,
    Span,
    Stance,
    StatusEntry,
    Verdict,
)

FIRST = (
    "Ada",
    "Bo",
    "Carl",
    "Dina",
    "Edda",
    "Finn",
    "Gro",
    "Hans",
    "Ines",
    "Jon",
    "Kaja",
    "Lars",
    "Mona",
    "Nils",
    "Olga",
    "Per",
)
LAST = (
    "Brandt",
    "Lind",
    "Duarte",
    "Holm",
    "Berg",
    "Vega",
    "Osei",
    "Tanaka",
    "Rossi",
    "Novak",
    "Silva",
    "Kaya",
    "Moreau",
    "Adeyemi",
    "Costa",
    "Dahl",
    "Ekman",
    "Farkas",
    "Garcia",
    "Haddad",
    "Ilic",
    "Jansen",
    "Keller",
    "Lopes",
    "Mbeki",
    "Nagy",
    "Okoro",
    "Petit",
    "Quist",
    "Rahman",
    "Sato",
    "Tamm",
)
WORDS = ("harbour", "ceasefire", "border", "prisoners", "grain", "water", "guards", "talks", "round", "draft", "clause", "observers",
         "corridor", "fishing", "treaty", "deadline", "delegation", "mediator", "proposal", "monitoring")  # fmt: skip
CITIES = (("Lima", "PE", -12.0, -77.0), ("Oslo", "NO", 59.9, 10.7), ("Quito", "EC", -0.2, -78.5), ("Accra", "GH", 5.6, -0.2),
          ("Osaka", "JP", 34.7, 135.5), ("Geneva", "CH", 46.2, 6.1))  # fmt: skip
STANCES, STATUSES = tuple(Stance), tuple(EncounterStatus)
ACCOUNTS = 4  # articles that tell of one encounter


def made_up(articles: int, seed: int = 7) -> Record:
    """A record of `articles` articles of about 450 words; the same for the same numbers."""
    rng = Random(seed)
    names = [f"{first} {last}" for first in FIRST for last in LAST]
    sides = ("north", "south", "mediators")
    issues = tuple(Issue(f"issue-{number:02}", f"Issue of {word}") for number, word in enumerate(WORDS))
    docs, mentions, accounts = [], {name: [] for name in names}, {}
    quotations, positions, forecasts, agreements = [], [], [], []
    for number in range(articles):
        doc = _document(rng, number, names)
        docs.append(RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(doc.text))),), doc.id))
        people = [name for name in names if name in doc.text]
        people = sorted(rng.sample(people, min(8, len(people))))
        for name in people:
            mentions[name].append(ActorMention(_at(doc, name), NameKind.NAME))
        words = [_at(doc, line[:80]) for line in doc.text.split("\n")[1:8]]
        accounts.setdefault(number // ACCOUNTS, []).append((doc, people, words[0]))
        ids = [_slug(name) for name in people]
        quotations += [_quotation(doc, place, words[1 + place], ids[place % len(ids)], number) for place in range(4)]
        for place in range(2):
            issue = issues[rng.randrange(len(issues))].id
            stance = STANCES[rng.randrange(len(STANCES))]
            own = f"{doc.id}:p{place}"
            positions.append(Position(own, doc.id, ids[place % len(ids)], issue, stance, (words[place],), (words[place],)))
        forecasts.append(Forecast(f"{doc.id}:f1", doc.id, "plan", words[5].quote, (words[5],), (words[5],), who=ids[0]))
        if number % 5 == 0:
            point = AgreementMention(
                f"{doc.id}:g1", doc.id, "agreement", AgreementStatus.AGREED, (words[6],), (words[6],), words[6].quote[:40],
                parties=tuple(ids[:2]),
            )  # fmt: skip
            agreements.append(
                Agreement(f"deal-{number:06}", "agreement", point.label, point.status, (point,), point.parties)
            )
    encounters = [_encounter(rng, number, rows) for number, rows in accounts.items()]
    actors = tuple(
        Actor(_slug(name), ActorKind.PERSON, name, tuple(f"{found.evidence.document}:a1" for found in mentions[name]),
              tuple(mentions[name]), side=sides[place % 3])
        for place, name in enumerate(sorted(names)) if mentions[name]
    )  # fmt: skip
    return Record(
        documents=tuple(sorted(docs, key=lambda own: own.document.id)),
        sides=tuple(Side(own, own.title(), ()) for own in sides),
        actors=actors,
        issues=issues,
        encounters=tuple(encounters),
        quotations=tuple(sorted(quotations, key=lambda own: own.id)),
        positions=tuple(sorted(positions, key=lambda own: own.id)),
        agreements=tuple(agreements),
        forecasts=tuple(sorted(forecasts, key=lambda own: own.id)),
        findings=tuple(_finding(number, own) for number, own in enumerate(encounters)),
        judgements=tuple(own for found in encounters for own in _judgements(rng, found)),
    )


def documents_of(record: Record) -> Iterator[DocumentRecord]:
    """What each article of a made-up record would have yielded; actors are left out."""
    rows: dict[str, dict[str, list[Any]]] = {}
    for name in ("quotations", "positions", "forecasts"):
        for item in getattr(record, name):
            rows.setdefault(item.document, {}).setdefault(name, []).append(item)
    for name in ("encounters", "agreements"):
        for item in getattr(record, name):
            for mention in item.mentions:
                rows.setdefault(mention.document, {}).setdefault(name, []).append(mention)
    for own in record.documents:
        found = {name: tuple(items) for name, items in rows.get(own.document.id, {}).items()}
        yield DocumentRecord(own.document, own.regions, **found)


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _at(doc: Document, words: str) -> Evidence:
    start = doc.text.index(words)
    return Evidence.at(doc, Span(start, start + len(words)))


def _document(rng: Random, number: int, names: list[str]) -> Document:
    lines = [f"Report {number}"]
    for line in range(12):
        people = " and ".join(rng.sample(names, 2))
        lines.append(f"{line} {number} {people} spoke of the " + " and the ".join(rng.choices(WORDS, k=16)) + ".")
    digest = blake2b(str(number).encode(), digest_size=32).hexdigest()
    day = date(2015, 1, 1) + timedelta(days=number % 3650)
    outlet = Outlet(f"Outlet {number % 40}")
    published = DateValue(day.isoformat(), precision="day")
    return Document(
        f"d{digest[:12]}", f"{number}.txt", digest, "\n".join(lines), outlet=outlet, title=lines[0], published=published
    )


def _quotation(doc: Document, place: int, words: Evidence, speaker: str, number: int) -> Quotation:
    utterance = f"u{number // 2}-{place}" if place == 0 else None
    return Quotation(
        f"{doc.id}:q{place}", doc.id, Form.DIRECT, (words,), (words,), speaker=speaker, speaker_kind="resolved",
        occasion=f"meeting-{number // ACCOUNTS:05}", utterance=utterance,
    )  # fmt: skip


def _encounter(rng: Random, number: int, rows: list[tuple[Document, list[str], Evidence]]) -> Encounter:
    city, code, latitude, longitude = CITIES[rng.randrange(len(CITIES))]
    day = DateValue((date(2015, 1, 1) + timedelta(days=number * 3650 // 2500 % 3650)).isoformat(), precision="day")
    status = STATUSES[0] if rng.random() < 0.7 else STATUSES[rng.randrange(len(STATUSES))]
    told = []
    for doc, people, words in rows:
        place = Place(city=city, country_code=code, latitude=latitude, longitude=longitude, evidence=(words,))
        there = tuple(
            Participant(_slug(name), (_at(doc, name),), side="north") for name in rng.sample(people, min(4, len(people)))
        )
        long = Duration(60.0 * rng.randint(1, 3), 60.0 * 3, (words,))
        told.append(
            EncounterMention(f"{doc.id}:e1", doc.id, EncounterKind.MEETING, status, (words,), words, "spoke",
                             (StatusEntry(status, doc.id, (words,)),), day, place, there, long, ("issue-01",))
        )  # fmt: skip
    first = told[0]
    return Encounter(
        f"meeting-{number:05}", first.kind, f"Meeting {number} in {city}", status, first.status_history, tuple(told), day,
        first.place, first.participants, first.duration, first.topics,
    )  # fmt: skip


def _finding(number: int, own: Encounter) -> Finding:
    kind = FindingKind.CONFLICT if number % 4 == 0 else FindingKind.CORROBORATED
    values = tuple(FindingValue(f"{1 + place} h", (mention.trigger,)) for place, mention in enumerate(own.mentions[:2]))
    return Finding(
        f"k{number:06}", kind, "encounter", own.id, own.label, "duration", values, 2, weight=1 / (1 + number % 97)
    )


def _judgements(rng: Random, own: Encounter) -> list[Judgement]:
    ids = sorted(mention.id for mention in own.mentions)
    return [
        Judgement("encounter", ids[0], other, Verdict.SAME, round(rng.uniform(0.5, 1.0), 3), (), "rule:encounter")
        for other in ids[1:]
    ]
