"""What the drafts of one encounter say together: the mention of the record."""

from collections.abc import Sequence

from communique.extract.encounters.attendance import Attendance
from communique.extract.encounters.draft import Draft
from communique.extract.encounters.group import Group, is_loose
from communique.lexicon.calendar import contains, is_known
from communique.model import (
    Analysis,
    DateValue,
    EncounterKind,
    EncounterMention,
    EncounterStatus,
    Evidence,
    Participant,
    Role,
    Span,
    StatusEntry,
)

ORDER = (
    EncounterStatus.RUMOURED,
    EncounterStatus.EXPECTED,
    EncounterStatus.PLANNED,
    EncounterStatus.ONGOING,
    EncounterStatus.HELD,
    EncounterStatus.DENIED,
    EncounterStatus.CANCELLED,
)
RANK = {status: number for number, status in enumerate(ORDER)}
KIND_RANK = (
    EncounterKind.CALL, EncounterKind.VISIT, EncounterKind.SUMMIT, EncounterKind.ROUND, EncounterKind.CONSULTATION,
    EncounterKind.CONFERENCE, EncounterKind.MEETING, EncounterKind.CONTACT,
)  # fmt: skip


def mention_of(analysis: Analysis, own: str, group: Group, extra: Sequence[Attendance]) -> EncounterMention:
    """The mention with id `own` for a group of drafts and what other sentences say of attendance."""
    drafts = sorted(group.drafts, key=lambda draft: draft.span)
    history = _history(analysis, drafts)
    evidence = _evidence(analysis, drafts)
    first = next((draft for draft in drafts if not draft.heading), drafts[0])
    return EncounterMention(
        id=own,
        document=analysis.document.id,
        kind=_kind(drafts),
        status=history[-1].status,
        evidence=evidence,
        trigger=analysis.evidence(first.event.trigger.span),
        label=" ".join(evidence[0].quote.split()),
        status_history=history,
        date=_date(drafts),
        place=group.place,
        participants=_people(drafts, extra),
        duration=next((draft.duration for draft in drafts if draft.duration is not None), None),
        topics=tuple(dict.fromkeys(topic for draft in drafts for topic in draft.topics)),
        confidence=first.event.trigger.confidence,
    )


def _kind(drafts: Sequence[Draft]) -> EncounterKind:
    """The kind most drafts give; a round of talks and a summit are told once and meant throughout."""
    kinds = [draft.kind for draft in drafts if not is_loose(draft)] or [draft.kind for draft in drafts]
    for special in (EncounterKind.SUMMIT, EncounterKind.ROUND):
        if special in kinds and any(draft.kind is special and draft.ordinal for draft in drafts):
            return special
    return max(dict.fromkeys(kinds), key=kinds.count)


def _evidence(analysis: Analysis, drafts: Sequence[Draft]) -> tuple[Evidence, ...]:
    """Phrases without doubles, the one with the first trigger first."""
    spans: list[Span] = []
    for draft in drafts:
        if spans and spans[-1].overlaps(draft.span):
            spans[-1] = Span(min(spans[-1].start, draft.span.start), max(spans[-1].end, draft.span.end))
        else:
            spans.append(draft.span)
    return tuple(analysis.evidence(span) for span in spans)


def _history(analysis: Analysis, drafts: Sequence[Draft]) -> tuple[StatusEntry, ...]:
    """One entry a status, in the order in which an encounter runs through them."""
    firm = [draft for draft in drafts if draft.reading.firm] or list(drafts)
    firm = [draft for draft in firm if not draft.reading.standing] or firm
    found: dict[EncounterStatus, StatusEntry] = {}
    for draft in firm:
        reading = draft.reading
        words = analysis.span(reading.token, reading.token + 1)
        evidence = analysis.evidence(draft.span if draft.span.contains(words) else words)
        if reading.status not in found:
            found[reading.status] = StatusEntry(reading.status, analysis.document.id, (evidence,), reading.detail)
    return tuple(sorted(found.values(), key=lambda entry: RANK[entry.status]))


def _date(drafts: Sequence[Draft]) -> DateValue | None:
    """The most exact date; one without a value only where no draft has a value. What a clause of its own says of when
    the encounter "was held" comes before all else."""
    best: DateValue | None = None
    clauses = [draft for draft in drafts if draft.clause and draft.date is not None and is_known(draft.date)]
    for draft in clauses or drafts:
        date = draft.date
        if date is None:
            continue
        if best is None or (is_known(date) and (not is_known(best) or (contains(best, date) and not contains(date, best)))):
            best = date
    return best


def _people(drafts: Sequence[Draft], extra: Sequence[Attendance]) -> tuple[Participant, ...]:
    """Participants once each; a word on absence or role beats mere mention."""
    found: dict[str, Participant] = {}
    telling = [draft for draft in drafts if not draft.weak] or list(drafts)
    for person in (*(own for draft in telling for own in draft.people), *(own for one in extra for own in one.people)):
        former = found.get(person.actor)
        if former is None:
            found[person.actor] = person
            continue
        evidence = tuple(dict.fromkeys((*former.evidence, *person.evidence)))
        present = former.present and person.present
        role = person.role if former.role is Role.ATTENDEE else former.role
        found[person.actor] = Participant(person.actor, evidence, role, present)
    return tuple(found.values())
