"""What documents say actors want, agreed, and how many: positions, agreements, figures."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.compare.stage import Stage
from communique.compare.stated import Relation, Stated, Subject, compare_stated
from communique.compare.values import relate_dates
from communique.lexicon import calendar
from communique.lexicon.content_word import content_words
from communique.model import (
    Agreement,
    AgreementMention,
    AgreementStatus,
    DateBasis,
    DateValue,
    Evidence,
    Finding,
    FindingKind,
    Position,
    Stance,
)

FOR = frozenset({Stance.DEMANDS, Stance.OFFERS, Stance.ACCEPTS, Stance.SUPPORTS})
AGAINST = frozenset({Stance.REJECTS, Stance.DENIES})
REACHED = frozenset({AgreementStatus.AGREED, AgreementStatus.PARTLY_AGREED})
NOT_REACHED = frozenset({AgreementStatus.NOT_AGREED, AgreementStatus.FAILED})
LATER = frozenset({AgreementStatus.VIOLATED, AgreementStatus.STALLED, AgreementStatus.DISPUTED})
SHARED_WORDS = 0.5
COUNTED_APART = 2
GIVEN_UP = re.compile(
    r"\b(?:drop(?:s|ped)?|g[ai]ve[sn]? up|abandon(?:s|ed)?|no longer|any longer|with(?:draws|drew|drawn)|renounce[sd]?|waive[sd]?)\b",
    re.IGNORECASE,
)
TERM = re.compile(r"\b(?:within|in|inside|after)\b[^.;]{0,20}\b(?:days?|weeks?|fortnight|months?)\b", re.IGNORECASE)
NEGATION = re.compile(r"\b(?:no|not|never|without|nothing|nor|n't|neither)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """A position in comparable form. `day`: when it was taken, "" if not known; `party`: the side that ascribes it;
    `given_up`: the words tell that it was held before."""

    stance: Stance
    words: frozenset[str]
    day: str = ""
    party: str | None = None
    given_up: bool = False


@dataclass(frozen=True, slots=True)
class Reached:
    """What became of an agreement; `party`: the side whose account it is; `encounter`: where it was reached or not."""

    status: AgreementStatus
    party: str | None = None
    encounter: str | None = None


def compare_positions(positions: Sequence[Position], stage: Stage) -> Iterator[Finding]:
    """Findings about what documents say one actor wants on one issue."""
    groups: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for own in positions:
        groups[own.actor, own.issue].append(own)
    told: set[tuple[str, str]] = set()
    for (actor, issue), members in sorted(groups.items()):
        if len({own.document for own in members}) < 2:
            continue
        label = f"{stage.names.get(actor, actor)}: {issue}"
        subject = Subject("position", members[0].id, label, f"position/{actor}/{issue}", "position")
        for found in compare_stated(subject, [_wish(own, stage) for own in members], relate_wishes, stage.origin):
            told.add((stage.sides.get(actor, actor), issue))
            yield found
    yield from _by_side(positions, told, stage)


def _by_side(positions: Sequence[Position], told: set[tuple[str, str]], stage: Stage) -> Iterator[Finding]:
    """What several actors of one side are said to want alike, where no single actor has it from two documents."""
    groups: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for own in positions:
        side = stage.sides.get(own.actor)
        if side is not None and (side, own.issue) not in told:
            groups[side, own.issue].append(own)
    for (side, issue), members in sorted(groups.items()):
        if len({own.document for own in members}) < 2:
            continue
        label = f"{stage.names.get(side, side)}: {issue}"
        subject = Subject("position", members[0].id, label, f"position/{side}/{issue}", "position")
        rows = [_wish(own, stage) for own in members]
        yield from compare_stated(subject, rows, relate_wishes_of_side, stage.origin)


def relate_wishes_of_side(one: Wish, two: Wish) -> Relation:
    """The same direction on shared words: same. All else is no conflict of sources: members of a side may differ."""
    return Relation.SAME if relate_wishes(one, two) is Relation.SAME else Relation.UNRELATED


def _wish(own: Position, stage: Stage) -> Stated[Wish]:
    words = frozenset(word for part in own.content for word in content_words(part.quote))
    day = own.date.start if own.date is not None and own.date.start is not None else ""
    given_up = own.stance is Stance.NONE and any(GIVEN_UP.search(part.quote) for part in (*own.content, *own.evidence))
    wish = Wish(own.stance, words, day, stage.party_of(own.attributed_by), given_up)
    return Stated(own.document, own.stance.value, wish, wish, own.content or own.evidence)


def relate_wishes(one: Wish, two: Wish) -> Relation:
    """The same direction on shared words: same. A demand against explicitly none, or opposite directions on the same
    words: conflict, unless the days differ (a change of mind) or parties to the process ascribe them (their quarrel)."""
    both = {one.stance, two.stance}
    if len(both) == 1 or both <= FOR or both <= AGAINST:
        return Relation.SAME if one.words & two.words else Relation.COMPATIBLE
    if _quarrel(one.party, two.party) or (one.day and two.day and one.day != two.day):
        return Relation.COMPATIBLE
    if one.given_up or two.given_up:
        return Relation.COMPATIBLE
    if both == {Stance.NONE, Stance.DEMANDS}:
        return Relation.CONFLICT
    if both & FOR and both & AGAINST:
        shared = len(one.words & two.words)
        least = min(len(one.words), len(two.words))
        if least >= 2 and shared >= max(2, SHARED_WORDS * least):
            return Relation.CONFLICT
    return Relation.COMPATIBLE


def _quarrel(one: str | None, two: str | None) -> bool:
    """Whether two sides of the process give the two accounts: then actors disagree, not sources."""
    return one is not None and two is not None and one != two


def compare_agreement(agreement: Agreement, stage: Stage) -> Iterator[Finding]:
    """Findings about whether something was agreed, and until when."""
    rows = []
    for own in agreement.mentions:
        reached = Reached(own.status, stage.party_of(own.reported_by))
        rows.append(Stated(own.document, own.status.value, reached, reached, own.content or own.evidence))
    subject = Subject("agreement", agreement.id, agreement.label, "status", "outcome")
    yield from compare_stated(subject, rows, relate_agreements, stage.origin)
    dues = [
        Stated(own.document, own.due.edtf or "", own.due.edtf, own.due, own.due.evidence)
        for own in agreement.mentions
        if own.due is not None and own.due.edtf is not None and own.due.evidence
    ]
    subject = Subject("agreement", agreement.id, agreement.label, "due", "date")
    yield from compare_stated(subject, dues, relate_dues, stage.origin)


def relate_dues(one: DateValue, two: DateValue) -> Relation:
    """As `relate_dates`; two terms counted from the day of the talks or of the report ("within seven days", "within a
    week") fit if they end a day or two apart, a term and a day ("by 21 May") if they end a day apart."""
    found = relate_dates(one, two)
    counted = _is_counted(one) + _is_counted(two)
    if found is Relation.CONFLICT and counted:
        apart = calendar.distance(one, two)
        return Relation.COMPATIBLE if apart is not None and apart <= min(counted, COUNTED_APART) else found
    return found


def _is_counted(own: DateValue) -> bool:
    return own.basis is DateBasis.RELATIVE or any(TERM.search(words.quote) for words in own.evidence)


def compare_agreed_issues(agreements: Sequence[Agreement], stage: Stage) -> Iterator[Finding]:
    """Findings about whether the same parties agreed on an issue, over agreements that were kept apart for their words."""
    groups: dict[tuple[str, frozenset[str]], dict[str, list[AgreementMention]]] = defaultdict(lambda: defaultdict(list))
    for agreement in agreements:
        for own in agreement.mentions:
            parties = frozenset(stage.sides.get(party, party) for party in own.parties)
            if own.issue is not None and len(parties) > 1 and own.status in REACHED | NOT_REACHED:
                groups[own.issue, parties][agreement.id].append(own)
    for (issue, _), members in sorted(groups.items(), key=lambda row: (row[0][0], sorted(row[0][1]))):
        if len(members) < 2 or any(len({own.document for own in mentions}) > 1 for mentions in members.values()):
            continue
        if _told_apart([own for mentions in members.values() for own in mentions]):
            continue
        first = next(iter(members.values()))[0]
        rows = []
        for own in (own for mentions in members.values() for own in mentions):
            reached = Reached(own.status, stage.party_of(own.reported_by), own.encounter)
            rows.append(Stated(own.document, own.status.value, reached, reached, own.content or own.evidence))
        subject = Subject("agreement", None, f"{first.label}: {issue}", f"agreed/{issue}", "outcome")
        for found in compare_stated(subject, rows, relate_agreed_issues, stage.origin):
            if found.kind is not FindingKind.INTERNAL_CONFLICT:  # some points of an issue are settled and others not
                yield found


def _told_apart(mentions: Sequence[AgreementMention]) -> bool:
    """Whether one document tells of a point agreed and of one not agreed on the issue: then there are several points on it."""
    reached = {own.document for own in mentions if own.status in REACHED}
    return any(own.document in reached for own in mentions if own.status in NOT_REACHED)


def relate_agreed_issues(one: Reached, two: Reached) -> Relation:
    """As `relate_agreements`; agreed against not agreed clashes only at one encounter."""
    found = relate_agreements(one, two)
    if found is Relation.CONFLICT and (one.encounter is None or one.encounter != two.encounter):
        return Relation.UNRELATED
    return found


def relate_agreements(one: Reached, two: Reached) -> Relation:
    """Agreed against not agreed: conflict, unless parties to the process give the accounts. In part, stalled, violated
    since: compatible, a matter of grain or time."""
    both = {one.status, two.status}
    if len(both) == 1 or both <= REACHED or both <= NOT_REACHED:
        return Relation.SAME
    if both & REACHED and both & NOT_REACHED and not _quarrel(one.party, two.party):
        return Relation.CONFLICT
    return Relation.COMPATIBLE


def single_agreement(agreement: Agreement) -> tuple[Evidence, ...]:
    """The words of an agreement of one document."""
    return tuple(words for own in agreement.mentions for words in _words(own))


def _words(own: AgreementMention) -> tuple[Evidence, ...]:
    return own.content or own.evidence
