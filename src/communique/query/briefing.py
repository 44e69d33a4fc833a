"""What the written communiqué says, section by section, as plain rows; every row has its evidence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model import (
    Encounter,
    Evidence,
    Finding,
    FindingKind,
    Participant,
    Position,
    Quotation,
)
from communique.query.evidence import all_evidence
from communique.query.forecast import ForecastScore, forecast_scores
from communique.query.ledger import AgreementRow, ForecastLedger, agreement_rows, forecast_ledger
from communique.query.readout import ReadoutRow, readout_rows
from communique.query.standing import IssueStand, standings
from communique.query.timeline import TimelineRow, expected, timeline
from communique.query.view import View
from communique.query.wording import listed, source_name, value_words

DISPUTED = (FindingKind.CONFLICT, FindingKind.INTERNAL_CONFLICT)
SHOWN_STATEMENTS = 40
LONGEST_TITLE = 5


@dataclass(frozen=True, slots=True)
class Delegation:
    """Those of one side at an encounter; `side` "" for people of no side."""

    side: str
    people: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class EncounterCard:
    """One encounter as the report shows it. `disputed`: attribute -> all its values in words, where sources differ."""

    row: TimelineRow
    delegations: tuple[Delegation, ...]
    absent: tuple[Participant, ...]
    findings: tuple[Finding, ...]
    statements: tuple[Quotation, ...]
    disputed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speech with all its renderings, the longest first."""

    renderings: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Omission:
    """What is on record from one side and from nobody of the other on one issue."""

    side: str
    other: str
    issue: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document, what it depends on, and what it alone reports."""

    document: str
    name: str
    depends_on: str
    reason: str
    alone: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole report. `bare`: encounters that are mentioned without day, place and people."""

    title: str
    first: str | None
    last: str | None
    conflicts: tuple[Finding, ...]
    cards: tuple[EncounterCard, ...]
    bare: tuple[EncounterCard, ...]
    ahead: tuple[Encounter, ...]
    agreements: tuple[AgreementRow, ...]
    issues: tuple[IssueStand, ...]
    utterances: tuple[Utterance, ...]
    omissions: tuple[Omission, ...]
    forecasts: ForecastLedger
    scores: tuple[ForecastScore, ...]
    readouts: tuple[ReadoutRow, ...]
    sources: tuple[SourceRow, ...]


def briefing(view: View, title: str | None = None) -> Briefing:
    """The report of a record."""
    rows = timeline(view)
    days = [day for row in rows if row.encounter.date for day in (row.encounter.date.start,) if day and day[0].isdigit()]
    cards = [_card(view, row) for row in rows if row.encounter.status not in ("planned", "expected", "rumoured")]
    findings = sorted(view.record.findings, key=lambda own: (-own.weight, own.id))
    return Briefing(
        title=title or _title(view),
        first=min(days, default=None),
        last=max(days, default=None),
        conflicts=tuple(own for own in findings if own.kind in DISPUTED),
        cards=tuple(card for card in cards if not _is_bare(card.row.encounter)),
        bare=tuple(card for card in cards if _is_bare(card.row.encounter)),
        ahead=expected(view),
        agreements=agreement_rows(view),
        issues=standings(view),
        utterances=_utterances(view),
        omissions=_omissions(view),
        forecasts=forecast_ledger(view),
        scores=tuple(own for own in forecast_scores(view.record) if own.share is not None),
        readouts=readout_rows(view),
        sources=_sources(view, findings),
    )


def disputed_of(findings: Iterable[Finding]) -> dict[str, str]:
    """Each attribute of an encounter on which sources differ, with all its values in words: none of them is chosen."""
    return {
        own.attribute: " or ".join(value_words(value.value) for value in own.values)
        for own in findings
        if own.kind in DISPUTED
    }


def _is_bare(found: Encounter) -> bool:
    dated = found.date is not None and found.date.start is not None
    return not dated and found.place is None and not found.participants


def _title(view: View) -> str:
    names = main_sides(view)
    return "The record of talks" + (" between " + listed(names, LONGEST_TITLE) if len(names) > 1 else "")


def main_sides(view: View) -> list[str]:
    """Names of the sides that sit in at least a third as many encounters as the one that sits in most."""
    count = Counter(
        side
        for encounter in view.record.encounters
        for side in {person.side for person in encounter.participants if person.present and person.side}
    )
    most = max(count.values(), default=0)
    return [side.name for side in view.record.sides if count[side.id] * 3 >= most > 0]


def delegations_of(encounter: Encounter) -> tuple[Delegation, ...]:
    """Those present, by side; people of no side last; the side itself only where nobody else of it is named."""
    by_side: dict[str, list[Participant]] = defaultdict(list)
    for person in encounter.participants:
        if person.present:
            by_side[person.side or ""].append(person)
    for side, people in by_side.items():
        if any(person.actor != side for person in people):  # who sits for a state says more than its name
            by_side[side] = [person for person in people if person.actor != side]
    return tuple(Delegation(side, tuple(by_side[side])) for side in sorted(by_side, key=lambda side: (side == "", side)))


def _card(view: View, row: TimelineRow) -> EncounterCard:
    found = row.encounter
    absent = tuple(person for person in found.participants if not person.present)
    statements = tuple(
        own for own in view.record.quotations if own.occasion == found.id and own.form != "indirect" and own.speaker
    )
    findings = tuple(view.findings_of.get(("encounter", found.id), ()))
    return EncounterCard(row, delegations_of(found), absent, findings, statements[:6], disputed_of(findings))


def _utterances(view: View) -> tuple[Utterance, ...]:
    """Utterances that several documents render first, then single direct quotations, longest first."""
    groups: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in view.record.quotations:
        if quotation.speaker is not None:
            groups[quotation.utterance or quotation.id].append(quotation)

    def length(found: Sequence[Quotation]) -> int:
        return max(sum(len(words.span) for words in own.content) for own in found)

    several = sorted((found for found in groups.values() if len(found) > 1), key=lambda found: (-len(found), found[0].id))
    single = [found for found in groups.values() if len(found) == 1 and found[0].form == "direct"]
    single.sort(key=lambda found: (-length(found), found[0].id))
    chosen = (*several, *single[: max(0, SHOWN_STATEMENTS - len(several))])
    return tuple(Utterance(tuple(sorted(found, key=lambda own: (-length([own]), own.id)))) for found in chosen)


def _omissions(view: View) -> tuple[Omission, ...]:
    """Issues on which one of two main sides has positions on record and the other has none."""
    sides = [side.id for side in view.record.sides]
    held: dict[str, dict[str, list[Position]]] = {side: defaultdict(list) for side in sides}
    for position in view.record.positions:
        side = view.actors[position.actor].side if position.actor in view.actors else None
        if side in held:
            held[side][position.issue].append(position)
    main = sorted(sides, key=lambda side: (-sum(len(found) for found in held[side].values()), side))[:2]
    if len(main) < 2:
        return ()
    pairs = ((main[0], main[1]), (main[1], main[0]))
    return tuple(
        Omission(side, other, issue, tuple(held[side][issue]))
        for side, other in pairs
        for issue in sorted(held[side], key=lambda own: (-len(held[side][own]), own))
        if not held[other].get(issue)
    )


def _sources(view: View, findings: Iterable[Finding]) -> tuple[SourceRow, ...]:
    alone: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.kind is FindingKind.SINGLE_SOURCE and finding.values and finding.values[0].evidence:
            alone[finding.values[0].evidence[0].document].append(finding)
    rows = []
    for found in view.record.documents:
        doc = found.document
        origin = found.reprint_of or (found.independence_group if found.independence_group != doc.id else None)
        depends = source_name(view.documents[origin].document) if origin in view.documents else ""
        reason = found.dependences[0].reason if found.dependences else ""
        rows.append(SourceRow(doc.id, source_name(doc), depends, reason, tuple(alone[doc.id])))
    return tuple(sorted(rows, key=lambda row: (view.documents[row.document].document.published is None, row.name)))


def evidence_of(item: object) -> tuple[Evidence, ...]:
    """The words of any item of the report."""
    return all_evidence(item)
