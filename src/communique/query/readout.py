"""Two sides' own accounts of one encounter: what each says that the other omits.

Source: issue 5, point 6. A readout is a document whose head, foot or outlet names a state body as its issuer.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.lexicon.content_word import content_words
from communique.lexicon.country import Country, country_by_capital, country_by_demonym, country_by_name
from communique.model import (
    ActorKind,
    Encounter,
    EncounterMention,
    Evidence,
    NameKind,
    RecordDocument,
    RegionKind,
)
from communique.query.view import View

ISSUER = re.compile(
    r"\b(?:minist(?:ry|ère)|foreign office|state department|department of (?:state|foreign|external)|press (?:office|service)"
    r"|government (?:communication|spokes|press|information)\w*|(?:office|administration) of the (?:president|prime minister|spokes\w+)"
    r"|presidency|prime minister's office|embassy|permanent mission|chancellery|cabinet office|federal council)\b",
    re.IGNORECASE,
)
TOLD = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.STANDFIRST, RegionKind.HEADING})
REPORTER = frozenset({RegionKind.BYLINE, RegionKind.CREDIT})
NAME = re.compile(r"[A-Z][\w'’-]+(?:[ -](?:and |of |the )?[A-Z][\w'’-]+){0,3}")
WORD = re.compile(r"[A-Z][\w'’-]+")
SAME = 0.5
TERMS = 0.34
FEWEST = 3
ORDER = ("agreed", "position", "said", "figure", "encounter", "present", "absent")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a readout says. kind: agreed, position, said, figure, encounter, present, absent."""

    kind: str
    label: str
    evidence: tuple[Evidence, ...]

    @property
    def words(self) -> str:
        """What it is, for a reader: "Norland demands", "agreed", "a figure"."""
        named = {"figure": "a figure", "present": f"{self.label} was there", "absent": f"{self.label} was not there"}
        return named.get(self.kind, f"{self.label} said" if self.kind == "said" else self.label)


@dataclass(frozen=True, slots=True)
class Account:
    """One side's own account: the document, the side, and what it says that the other account omits."""

    side: str
    document: str
    only: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ReadoutRow:
    """Two sides' accounts of one encounter; `both`: how many points both make."""

    encounter: Encounter
    accounts: tuple[Account, Account]
    both: int

    def data(self) -> dict[str, Any]:
        """As plain JSON types."""
        accounts = [
            {
                "side": own.side,
                "document": own.document,
                "only": [
                    {
                        "kind": point.kind,
                        "label": point.label,
                        "evidence": [
                            {"document": w.document, "start": w.span.start, "end": w.span.end, "quote": w.quote}
                            for w in point.evidence
                        ],
                    }
                    for point in own.only
                ],
            }
            for own in self.accounts
        ]
        return {"encounter": self.encounter.id, "both": self.both, "accounts": accounts}


def issuing_side(view: View, own: RecordDocument) -> str | None:
    """The side whose own account a document is; None where no state body of a side issued it.

    The body stands in the outlet's name, the head or the foot ("Ministry of Foreign Affairs, Port Alma"), the state
    beside it, in the dateline, or as the capital there. An article with a reporter's name is no readout.
    """
    doc = own.document
    if any(region.kind in REPORTER for region in own.regions):
        return None
    parts = [region for region in own.regions if region.kind not in TOLD]
    head = [doc.text[region.span.start : region.span.end] for region in parts]
    outlet = doc.outlet.name if doc.outlet is not None else ""
    if not any(ISSUER.search(words) for words in (outlet, *head)):
        return None
    sides = _side_of_country(view)
    issued = [words for words in (outlet, *head) if ISSUER.search(words)]
    for words in (*issued, *head, doc.dateline or ""):
        for country in _countries(words):
            if country.code in sides and not _names_several(words, sides):
                return sides[country.code]
    return None


def _side_of_country(view: View) -> dict[str, str]:
    found: dict[str, str] = {}
    for side in view.record.sides:
        for actor in side.actors:
            country = view.actors[actor].country if actor in view.actors else None
            if country is not None:
                found.setdefault(country, side.id)
    return found


def _countries(words: str) -> Iterator[Country]:
    """States named in a line, by name, people or capital, in its order."""
    title = words.title() if words.isupper() else words
    for name in NAME.findall(title):
        whole = country_by_name(name)
        for piece in (name,) if whole is not None else WORD.findall(name):
            found = country_by_name(piece) or country_by_demonym(piece) or country_by_capital(piece)
            if found is not None:
                yield found


def _names_several(words: str, sides: dict[str, str]) -> bool:
    """A line that names two sides ("talks between A and B") tells nothing of the issuer."""
    return len({sides[country.code] for country in _countries(words) if country.code in sides}) > 1


def readout_rows(view: View) -> tuple[ReadoutRow, ...]:
    """Encounters of which two sides give their own account, by date; per pair of sides the fullest account of each."""
    issued = {own.document.id: side for own in view.record.documents if (side := issuing_side(view, own)) is not None}
    if len(set(issued.values())) < 2:
        return ()
    points = {document: _points(found) for document, found in _all_points(view, issued).items()}
    rows = []
    for encounter in view.record.encounters:
        told: dict[str, list[str]] = defaultdict(list)
        for document in dict.fromkeys(mention.document for mention in encounter.mentions):
            if document in issued:
                told[issued[document]].append(document)
        main = [max(told[side], key=lambda own: (len(points[own]), own)) for side in sorted(told)]
        for number, one in enumerate(main):
            for two in main[number + 1 :]:
                rows.append(_row(view, encounter, (one, two), points, issued))
    return _largest(rows)


def _largest(rows: Sequence[ReadoutRow]) -> tuple[ReadoutRow, ...]:
    """One row for each pair of documents: the encounter both are about, not one that both mention in passing."""
    best: dict[tuple[str, ...], ReadoutRow] = {}
    for row in rows:
        pair = tuple(sorted(own.document for own in row.accounts))
        if pair not in best or _weight(row) > _weight(best[pair]):
            best[pair] = row
    return tuple(sorted(best.values(), key=lambda row: (_day(row.encounter), row.encounter.id)))


def _day(own: Encounter) -> str:
    return (own.date.start if own.date is not None else None) or "9999"


def _weight(row: ReadoutRow) -> tuple[int, int, str]:
    documents = {own.document for own in row.accounts}
    words = sum(len(m.evidence) + len(m.participants) for m in row.encounter.mentions if m.document in documents)
    return words, len(row.encounter.mentions), row.encounter.id


def _row(
    view: View, encounter: Encounter, pair: tuple[str, str], points: dict[str, list[Point]], issued: dict[str, str]
) -> ReadoutRow:
    one, two = pair
    left, right = (_missing(view, points[own], other) for own, other in ((one, two), (two, one)))
    shared = len(points[one]) + len(points[two]) - len(left) - len(right)
    accounts = (Account(issued[one], one, left), Account(issued[two], two, right))
    return ReadoutRow(encounter, accounts, (shared + 1) // 2)


def _missing(view: View, points: Sequence[Point], other: str) -> tuple[Point, ...]:
    """The points of one account that no line of the other makes: half of the content words in one line are the same."""
    record = view.documents[other]
    text = record.document.text
    lines = [frozenset(content_words(line)) for line in re.split(r"(?<=[.!?;:])\s+|\n+", text) if line.strip()]
    return once(own for own in points if not _is_said(own, lines))


def once(points: Iterable[Point]) -> tuple[Point, ...]:
    """Each person who was there, or was not, one time: several encounters of a readout may name him."""
    kept: dict[tuple[object, ...], Point] = {}
    for own in points:
        person = own.kind in {"present", "absent"}
        kept.setdefault((own.kind, own.label) if person else (own.kind, own.label, own.evidence), own)
    return tuple(kept.values())


def _is_said(own: Point, lines: Sequence[frozenset[str]]) -> bool:
    words = frozenset(word for part in own.evidence for word in content_words(part.quote))
    if own.kind in {"present", "absent"}:
        words = frozenset(content_words(own.label)[-1:])
        return any(words <= line for line in lines)
    if not words:
        return True
    if own.kind == "agreed":  # terms are put in words of one's own: the things agreed on must recur
        return any(len(words & line) >= max(2, TERMS * min(len(words), len(line))) for line in lines)
    need = max(min(FEWEST, len(words)), SAME * len(words))
    return any(len(words & line) >= need for line in lines)


def _points(found: Iterable[Point]) -> list[Point]:
    """What one document says, in text order, nothing told twice: what was agreed before what was wanted or said."""
    kept: list[Point] = []
    for point in sorted(found, key=lambda own: (ORDER.index(own.kind), own.evidence[0].span)):
        if not any(_overlap(point, other) for other in kept):
            kept.append(point)
    return sorted(kept, key=lambda own: own.evidence[0].span)


def _overlap(one: Point, two: Point) -> bool:
    return any(left.span.overlaps(right.span) for left in one.evidence for right in two.evidence)


def _all_points(view: View, documents: Collection[str]) -> dict[str, list[Point]]:
    """Everything that the documents say, each thing as a point, by document; one pass over the record."""
    record = view.record
    found: dict[str, list[Point]] = {own: [] for own in documents}

    def add(document: str, kind: str, label: str, evidence: Sequence[Evidence]) -> None:
        if document in found and evidence:
            found[document].append(Point(kind, label, tuple(evidence)))

    for agreement in record.agreements:
        for own in agreement.mentions:
            add(own.document, "agreed", own.status.value.replace("_", " "), own.content)
    for position in record.positions:
        label = f"{view.name(position.actor)} {position.stance.value}"
        add(position.document, "position", label, position.content or position.evidence)
    for quotation in record.quotations:
        add(quotation.document, "said", view.name(quotation.speaker) or "unnamed speaker", quotation.content)
    for figure in record.figures:
        add(figure.document, "figure", figure.label, figure.evidence)
    for encounter in record.encounters:
        for mention in encounter.mentions:
            if mention.document in found:
                add(mention.document, "encounter", encounter.label, mention.evidence[:1] or (mention.trigger,))
                found[mention.document].extend(_people(view, mention))
    return found


def _people(view: View, mention: EncounterMention) -> Iterator[Point]:
    """The persons whom a mention names as there or not there."""
    for own in mention.participants:
        actor = view.actors.get(own.actor)
        here = [words for words in own.evidence if words.document == mention.document]
        if actor is None or actor.kind is not ActorKind.PERSON or not here:
            continue
        if any(name.kind is NameKind.NAME for name in actor.mentions):
            yield Point("present" if own.present else "absent", actor.name, tuple(here[:1]))
