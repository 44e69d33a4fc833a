"""What documents say of one encounter, attribute by attribute."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from communique.compare.day import Day, day_called_off, day_of, day_words, relate_days
from communique.compare.denial import denials
from communique.compare.initiator import initiators, relate_initiators
from communique.compare.stage import Stage, sentence_around, words_at
from communique.compare.stated import Relation, Stated, Subject, T, compare_stated
from communique.compare.values import plain, relate_durations, relate_places
from communique.lexicon.country import country_by_seat
from communique.model import (
    Duration,
    Encounter,
    EncounterKind,
    EncounterMention,
    EncounterStatus,
    Evidence,
    Finding,
    FindingKind,
    Place,
    Role,
    Span,
    StatusEntry,
)

FUTURE = frozenset({EncounterStatus.PLANNED, EncounterStatus.EXPECTED, EncounterStatus.RUMOURED})
HAPPENED = frozenset({EncounterStatus.HELD, EncounterStatus.ONGOING})
FEWEST_LISTED = 2
MOST_A_DAY = 14 * 60.0
SHORT = 8
FACE_TO_FACE = re.compile(r"\b(?:met|meet\w*|summit|visit\w*|conference|receiv\w*|host\w*)\b", re.IGNORECASE)
NO_LENGTH = re.compile(r"\s+(?:after|before|ago|earlier|later|from now|since|previously)\b")
SEVERAL_DAYS = re.compile(r"\b(?:two|three|four|five|several|[2-9])(?:-day\b| days of\b)", re.IGNORECASE)
BAD = re.compile(
    r"\b(?:fail\w*|collaps\w*|stall\w*|deadlock\w*|inconclusive|fruitless|broke down|unsuccessful|impasse"
    r"|(?:no|without(?: a| any)?) (?:\w+ )?(?:result|agreement|progress|deal|breakthrough)s?)\b",
    re.IGNORECASE,
)
END_WORDS = r"((?:ended|concluded|closed|finished|resulted|broke (?:up|off|down)|collapsed|failed)\b[^.;:!?\n]{0,80})"
ENDED = re.compile(r"\b" + END_WORDS, re.IGNORECASE)
NEXT_SENTENCES = 400
MET = (
    r"calls?|conferences?|consultations?|contacts?|conversations?|dialogue|discussions?|encounters?|gatherings?|meetings?"
    r"|negotiations?|rounds?|sessions?|summits?|talks|visits?"
)
ENDED_NEXT = re.compile(rf"(?:^|[.!?]\s)\s*(?:The|These|Their|Both)\b[ \w]{{0,30}}?\b(?:{MET})\b[ \w]{{0,20}}?\b{END_WORDS}")
GOOD = re.compile(
    r"\b(?:agreed|agreement|succe\w+|progress|breakthrough|productive|constructive|pleased|satisf\w+|deal)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class StatusAt:
    """A status with the day of the report."""

    status: EncounterStatus
    day: str


def compare_encounter(encounter: Encounter, stage: Stage) -> Iterator[Finding]:
    """Findings about one encounter: date, place, duration, kind, status, outcome, host, who was there.

    That it took place, or is to, is told of its own only where neither day nor place is corroborated.
    """
    found = list(_attributes(encounter, stage))
    yield from found
    if not any(own.attribute in {"date", "place"} and own.kind is FindingKind.CORROBORATED for own in found):
        yield from _find(encounter, stage, ("existence", "existence"), _triggers(encounter), _same)


def _attributes(encounter: Encounter, stage: Stage) -> Iterator[Finding]:
    yield from _find(encounter, stage, ("date", "date"), _dates(encounter, stage), relate_days)
    yield from _find(encounter, stage, ("place", "place"), _places(encounter), relate_places)
    yield from _find(encounter, stage, ("duration", "figure"), _durations(encounter, stage), relate_durations)
    yield from _find(encounter, stage, ("initiator", "content"), initiators(encounter, stage), relate_initiators)
    yield from _find(encounter, stage, ("kind", "structure"), _kinds(encounter), relate_kinds)
    yield from _find(encounter, stage, ("status", "existence"), _statuses(encounter, stage), relate_statuses)
    yield from _find(encounter, stage, ("outcome", "outcome"), _outcomes(encounter, stage), relate_outcomes)
    yield from _find(encounter, stage, ("host", "participants"), _hosts(encounter), relate_hosts)
    for actor, rows in sorted(_presence(encounter).items()):
        attribute = (f"participants/{actor}", "participants")
        named = replace(encounter, label=f"{encounter.label}: {stage.names.get(actor, actor)}")
        yield from _find(named, stage, attribute, rows, relate_presence)
    for side, lists in sorted(_delegations(encounter).items()):
        yield from _find(encounter, stage, (f"delegation/{side}", "participants"), lists, relate_lists)


def _find(
    encounter: Encounter,
    stage: Stage,
    attribute: tuple[str, str],
    rows: list[Stated[T]],
    relate: Callable[[T, T], Relation],
) -> tuple[Finding, ...]:
    if len(rows) < 2:
        return ()
    subject = Subject("encounter", encounter.id, encounter.label, *attribute)
    return compare_stated(subject, rows, relate, stage.origin)


def _triggers(encounter: Encounter) -> list[Stated[str]]:
    """The words for it in all documents that do not deny it or call it off."""
    told = [own for own in encounter.mentions if own.status in FUTURE | HAPPENED]
    return [Stated(own.document, own.trigger.quote, "", "", (own.trigger,)) for own in told]


def _same(one: str, two: str) -> Relation:
    return Relation.SAME


def _dates(encounter: Encounter, stage: Stage) -> list[Stated[Day]]:
    found = []
    for mention in encounter.mentions:
        date = (
            mention.date if mention.status is not EncounterStatus.CANCELLED else day_called_off(mention, encounter.mentions)
        )
        if date is None:
            continue
        words = tuple(own for own in date.evidence if own.document == mention.document)
        length = mention.duration.max_minutes if mention.duration is not None else None
        short = length is not None and length <= MOST_A_DAY and not _takes_days(mention, stage)
        day = day_of(date, short, mention.status in FUTURE) if words else None
        if day is not None:
            words = tuple(dict.fromkeys((*words, *day_words(mention, day, stage))))
            found.append(Stated(mention.document, day.shown, (day.shown, day.in_hours, day.planned), day, words))
    return found


def _takes_days(mention: EncounterMention, stage: Stage) -> bool:
    """ "two days of talks that lasted 11 hours in all": the hours are those of several days."""
    text = stage.texts.get(mention.document, "")
    around = sentence_around(text, mention.trigger.span)
    return SEVERAL_DAYS.search(text, around.start, around.end) is not None


def _places(encounter: Encounter) -> list[Stated[Place]]:
    found = []
    for mention in encounter.mentions:
        for place, evidence in _stated_places(mention):
            shown = ", ".join(part for part in (place.venue, place.city, place.country) if part)
            key = (plain(place.venue), plain(place.city), place.country_code, place.alternatives)
            found.append(Stated(mention.document, shown, key, place, evidence))
    return found


def _stated_places(mention: EncounterMention) -> list[tuple[Place, tuple[Evidence, ...]]]:
    """The place of a mention; two where it names a seat of government and a city that is not its capital."""
    place = mention.place
    if place is None or not place.evidence or not (place.city or place.country or place.venue):
        return []
    state = country_by_seat(place.venue) if place.venue else None
    if state is None or not place.city or not state.capitals or plain(place.city) in map(plain, state.capitals):
        return [(place, place.evidence)]
    seat = tuple(words for words in place.evidence if plain(place.venue) in plain(words.quote))
    rest = tuple(words for words in place.evidence if words not in seat)
    if not seat or not rest:
        return [(place, place.evidence)]
    capital = Place(place.venue, state.capitals[0], state.name, state.code, evidence=seat)
    return [(capital, seat), (replace(place, venue=None), rest)]


def _durations(encounter: Encounter, stage: Stage) -> list[Stated[Duration]]:
    """Lengths of the encounter; "a week after" is none, and no call takes days."""
    found = []
    for mention in encounter.mentions:
        own = mention.duration
        if own is None or not own.evidence or (own.min_minutes or 0) > _longest(mention):
            continue
        text, end = stage.texts.get(mention.document, ""), own.evidence[0].span.end
        if not NO_LENGTH.match(text, end, end + 20):
            bounds = (own.min_minutes, own.max_minutes)
            found.append(Stated(mention.document, own.evidence[0].quote, bounds, own, own.evidence))
    return found


def _longest(mention: EncounterMention) -> float:
    return MOST_A_DAY if mention.kind is EncounterKind.CALL else float("inf")


def _kinds(encounter: Encounter) -> list[Stated[EncounterKind]]:
    """Kinds that the words for it tell: of those who "spoke" it is open how."""
    return [
        Stated(m.document, m.kind.value, (m.kind, number), m.kind, (m.trigger,))
        for number, m in enumerate(encounter.mentions)
        if m.kind is EncounterKind.CALL or FACE_TO_FACE.search(m.trigger.quote)
    ]


def relate_kinds(one: EncounterKind, two: EncounterKind) -> Relation:
    """A call is no meeting; the other kinds are grains of each other. Equal kinds say nothing that matters."""
    if one == two:
        return Relation.UNRELATED
    face_to_face = {EncounterKind.MEETING, EncounterKind.SUMMIT, EncounterKind.VISIT, EncounterKind.CONFERENCE}
    if EncounterKind.CALL in (one, two) and face_to_face & {one, two}:
        return Relation.CONFLICT
    return Relation.UNRELATED


def _statuses(encounter: Encounter, stage: Stage) -> list[Stated[StatusAt]]:
    """The last status that each document gives in its own voice; what an actor claims is no source's value."""
    found = []
    for mention in encounter.mentions:
        entry = next((e for e in reversed(mention.status_history) if e.attributed_to is None), None)
        status = entry.status if entry is not None else mention.status
        if entry is None and mention.status_history:
            continue
        day = stage.published.get(mention.document, "")
        words = tuple(dict.fromkeys((*_status_words(entry, mention), *denials(mention, stage))))
        found.append(Stated(mention.document, status.value, mention.id, StatusAt(status, day), words))
    return found


def _status_words(entry: StatusEntry | None, mention: EncounterMention) -> tuple[Evidence, ...]:
    """The words that give the status; with those that name the encounter where they alone say nothing ("is", "met")."""
    words = entry.evidence if entry is not None and entry.evidence else (mention.trigger,)
    short = all(len(own.quote) < SHORT for own in words)
    return tuple(dict.fromkeys((*mention.evidence[:1], *words))) if short else words


def relate_statuses(one: StatusAt, two: StatusAt) -> Relation:
    """Held against cancelled: conflict, superseded where the reports have different days. A plan that was carried out is
    older, not other; a plan that was called off is superseded. Anything against a denial: conflict, on whatever day."""
    if one.status == two.status:
        return Relation.UNRELATED
    states = {one.status, two.status}
    if states <= FUTURE or states <= HAPPENED or (states & FUTURE and states & HAPPENED):
        return Relation.UNRELATED
    if states & FUTURE and EncounterStatus.CANCELLED in states:
        return Relation.SUPERSEDED
    if states == {EncounterStatus.CANCELLED, EncounterStatus.DENIED}:
        return Relation.COMPATIBLE
    if EncounterStatus.DENIED in states:
        return Relation.CONFLICT
    later = one.day and two.day and one.day != two.day
    return Relation.SUPERSEDED if later else Relation.CONFLICT


def _outcomes(encounter: Encounter, stage: Stage) -> list[Stated[int]]:
    """Documents that call the outcome good or bad; wording that is neither, or both, is no value."""
    found = []
    for mention in encounter.mentions:
        evidence = mention.outcome_evidence or _ending(mention, stage)
        words = " ".join(own.quote for own in evidence)
        bad, good = bool(BAD.search(words)), bool(GOOD.search(BAD.sub(" ", words)))
        if evidence and bad != good:
            found.append(Stated(mention.document, mention.outcome or words, bad, -1 if bad else 1, evidence))
    return found


def _ending(mention: EncounterMention, stage: Stage) -> tuple[Evidence, ...]:
    """ "ended without agreement": said in the sentence that names the encounter, or in the next one of "the meeting"."""
    text = stage.texts.get(mention.document, "")
    own = sentence_around(text, mention.trigger.span)
    limit = min(len(text), own.end + NEXT_SENTENCES)
    line = text.find("\n", own.end, limit)
    after = ENDED.search(text, mention.trigger.span.start, own.end)
    after = after or ENDED_NEXT.search(text, max(0, own.end - 1), limit if line < 0 else line)
    if after is None:
        return ()
    return (words_at(stage, mention.document, Span(after.start(1), after.end(1))),)


def relate_outcomes(one: int, two: int) -> Relation:
    """Failure against success."""
    return Relation.SAME if one == two else Relation.CONFLICT


def _hosts(encounter: Encounter) -> list[Stated[str]]:
    return [
        Stated(mention.document, own.evidence[0].quote, own.actor, own.actor, own.evidence)
        for mention in encounter.mentions
        for own in mention.participants
        if own.role is Role.HOST and own.evidence
    ]


def relate_hosts(one: str, two: str) -> Relation:
    """A minister may stand for the state: two hosts can both be right."""
    return Relation.SAME if one == two else Relation.COMPATIBLE


def _presence(encounter: Encounter) -> dict[str, list[Stated[bool]]]:
    found: dict[str, list[Stated[bool]]] = defaultdict(list)
    for mention in encounter.mentions:
        for own in mention.participants:
            if own.evidence:
                shown = "present" if own.present else "absent"
                found[own.actor].append(Stated(mention.document, shown, own.present, own.present, own.evidence))
    return found


def relate_presence(one: bool, two: bool) -> Relation:
    """Present or absent."""
    return Relation.SAME if one == two else Relation.CONFLICT


def _delegations(encounter: Encounter) -> dict[str, list[Stated[frozenset[str]]]]:
    """Lists of those present of one side: two names at least make a list, which may leave somebody out."""
    rows: dict[str, list[Stated[frozenset[str]]]] = defaultdict(list)
    for mention in encounter.mentions:
        lists: dict[str, list[tuple[str, tuple[Evidence, ...]]]] = defaultdict(list)
        for own in mention.participants:
            if own.side is not None and own.present and own.actor != own.side and own.evidence:
                lists[own.side].append((own.actor, own.evidence))
        for side, members in lists.items():
            if len(members) >= FEWEST_LISTED:
                own_names = frozenset(actor for actor, _ in members)
                evidence = tuple(words for _, all_words in members for words in all_words)
                shown = ", ".join(dict.fromkeys(words.quote for words in evidence))
                rows[side].append(Stated(mention.document, shown, own_names, own_names, evidence))
    return rows


def relate_lists(one: frozenset[str], two: frozenset[str]) -> Relation:
    """Equal lists are told by their members; unequal ones are omissions, which can hold together."""
    return Relation.UNRELATED if one == two or not one & two else Relation.COMPATIBLE
