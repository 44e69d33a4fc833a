"""How long a session or call took, where the record keeps the accounts of it apart.

Papers give a length without saying again who met, where and when: the persons and the city named around it, and "first" or
"last", tell which gathering is meant. Where a document gives two lengths of what would be one gathering, nothing is told.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from communique.compare.company import company_in, company_of
from communique.compare.counted import names_in
from communique.compare.lasted_words import kind_of, mark_of
from communique.compare.said_day import days_named
from communique.compare.stage import Stage
from communique.compare.stated import Stated, Subject, compare_stated
from communique.compare.values import plain, relate_durations
from communique.lexicon import calendar
from communique.model import ActorKind, DateValue, Duration, Figure, Finding, FindingKind, NameKind, Record, Span

BACK, AHEAD = 1, 1
NEAR = 90
PEOPLE = 2
HOURS, HALF_HOUR = 120.0, 30.0
FEWEST = 2
SCENE = 3
DAYS_A_MONTH = 31
MOST_ALIKE = 30
MOST_MINUTES = 24 * 60.0


@dataclass(frozen=True, slots=True)
class Lasted:
    """A length of a gathering with the persons of its sentence, those around it, and other names.

    `days`: days of the year that its sentence, its encounter or the sentence before gives, as numbers; `encounter`: the one
    told in its sentence; `city`: of the encounter told last, in the three sentences before at most;
    `who`: states and sides of those at the encounters told in its sentence or the one before.
    """

    figure: Figure
    kind: str
    mark: str
    own: frozenset[str]
    people: frozenset[str]
    names: frozenset[str]
    days: frozenset[int]
    encounter: str | None
    city: str | None
    who: frozenset[str]


def with_lasted(found: Sequence[Finding], record: Record, stage: Stage) -> list[Finding]:
    """The findings with those about lengths that no finding of an encounter compares, or compares for fewer documents: then
    the wider one stands in its place."""
    known = [own for own in found if own.attribute == "duration" and own.kind is not FindingKind.SINGLE_SOURCE]
    kept, more = list(found), []
    for members in _groups(_all(record, stage)):
        words = {(own.figure.document, own.figure.evidence[0].span) for own in members}
        narrower = [own for own in known if _compared(own, words)]
        if any(_documents(own) >= {document for document, _ in words} for own in narrower):
            continue
        encounter = next((own.encounter for own in members if own.encounter is not None), None)
        label = " ".join(members[0].figure.evidence[0].quote.split())
        subject = Subject("encounter" if encounter else "other", encounter, label, "duration", "figure")
        wider = list(compare_stated(subject, [_stated(own) for own in members], relate_durations, stage.origin))
        if wider:
            more.extend(wider)
            kept = [own for own in kept if own not in narrower]
    return kept + more


def _documents(own: Finding) -> set[str]:
    return {words.document for value in own.values for words in value.evidence}


def _compared(own: Finding, words: set[tuple[str, Span]]) -> bool:
    """Whether a finding rests on these words in two documents."""
    spans = {(one.document, one.span) for value in own.values for one in value.evidence}
    hit = {document for document, span in words for other, place in spans if document == other and span.overlaps(place)}
    return len(hit) > 1


def _stated(own: Lasted) -> Stated[Duration]:
    value, how = own.figure.value or 0.0, own.figure.comparator
    low = None if how in ("<", "<=") else value * (0.9 if how == "~" else 1.0)
    high = None if how in (">", ">=") else value * (1.1 if how == "~" else 1.0)
    shown = " ".join(own.figure.evidence[0].quote.split())
    return Stated(own.figure.document, shown, (low, high), Duration(low, high, own.figure.evidence), own.figure.evidence)


def _all(record: Record, stage: Stage) -> Iterator[Lasted]:
    people, told, cities = _people(record), _encounters(record), _cities(record)
    company = company_of(record)
    figures: dict[str, list[Figure]] = defaultdict(list)
    for own in record.figures:
        if own.unit == "minutes" and own.value and own.value <= MOST_MINUTES and own.evidence:
            figures[own.document].append(own)
    for document in sorted(record.documents, key=lambda own: own.document.id):
        key = document.document.id
        if key not in figures:
            continue
        lines, text = stage.sentences(key), document.document.text
        starts = [line.start for line in lines]
        for figure in sorted(figures[key], key=lambda own: own.evidence[0].span):
            span = figure.evidence[0].span
            place = bisect_right(starts, span.start) - 1
            kind = kind_of(text, lines, place, span) if place >= 0 else None
            if kind is None:
                continue
            line = lines[place]
            around = Span(lines[max(0, place - BACK)].start, lines[min(len(lines) - 1, place + AHEAD)].end)
            met = [(day, own) for own_span, day, own in told.get(key, ()) if line.overlaps(own_span)]
            there = [(at, actor) for at, actor in people.get(key, ()) if around.start <= at < around.end]
            yield Lasted(
                figure,
                kind,
                mark_of(text[line.start : line.end]),
                frozenset(actor for at, actor in there if line.start <= at < line.end),
                frozenset(actor for _, actor in there),
                names_in(text[max(0, line.start - NEAR) : line.end]),
                _days(text, (lines[max(0, place - BACK)], line), [day for day, _ in met], stage.published.get(key, "")),
                next((own for _, own in met), None),
                _city(cities.get(key, ()), lines[max(0, place - SCENE)].start, line.end),
                company_in(company, key, line) or company_in(company, key, lines[max(0, place - BACK)]),
            )


def _days(text: str, lines: tuple[Span, Span], met: Sequence[DateValue | None], published: str) -> frozenset[int]:
    """Days that a sentence names; else those of the encounter that it tells; else those of the sentence before."""
    before, line = lines
    own = frozenset(_number(*day) for day, _ in days_named(text, line, published))
    dated = (number for date in met if date is not None for number in _numbers(date))
    return own or frozenset(dated) or frozenset(_number(*day) for day, _ in days_named(text, before, published))


def _number(month: int, day: int) -> int:
    return month * DAYS_A_MONTH + day


def _numbers(date: DateValue) -> Iterator[int]:
    first, last = calendar.interval(date)
    if first is not None and last is not None and (last - first).days <= DAYS_A_MONTH:
        yield from (
            _number(day.month, day.day) for day in (first + timedelta(days=n) for n in range((last - first).days + 1))
        )


def _people(record: Record) -> dict[str, list[tuple[int, str]]]:
    """Document -> where which person of the record is named."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for actor in record.actors:
        if actor.kind is ActorKind.PERSON:
            for own in actor.mentions:
                if own.kind is NameKind.NAME:
                    found[own.evidence.document].append((own.evidence.span.start, actor.id))
    return found


def _encounters(record: Record) -> dict[str, list[tuple[Span, DateValue | None, str]]]:
    found: dict[str, list[tuple[Span, DateValue | None, str]]] = defaultdict(list)
    for encounter in record.encounters:
        for mention in encounter.mentions:
            for words in (mention.trigger, *mention.evidence):
                found[mention.document].append((words.span, mention.date or encounter.date, encounter.id))
    return found


def _cities(record: Record) -> dict[str, list[tuple[int, str]]]:
    """Document -> where it tells of an encounter in which city."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for encounter in record.encounters:
        for mention in encounter.mentions:
            if mention.place is not None and mention.place.city:
                found[mention.document].append((mention.trigger.span.start, plain(mention.place.city)))
    return found


def _city(told: Sequence[tuple[int, str]], start: int, end: int) -> str | None:
    near = [own for own in told if start <= own[0] < end]
    return max(near)[1] if near else None


def _groups(rows: Iterable[Lasted]) -> Iterator[list[Lasted]]:
    """Lengths of what seems one gathering in at least two documents, one length for each."""
    homes: list[list[Lasted]] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for own in rows:
        keys = sorted({(own.kind, word) for word in own.people | own.names | {own.mark} | {str(day) for day in own.days}})
        near = sorted({number for key in keys for number in index[key]})
        home = next((number for number in near if _belongs(own, homes[number])), None)
        if home is None:
            home = len(homes)
            homes.append([])
        homes[home].append(own)
        for key in keys:
            if len(index[key]) < MOST_ALIKE and home not in index[key]:
                index[key].append(home)
    for members in homes:
        documents = Counter(own.figure.document for own in members)
        alone = [own for own in members if documents[own.figure.document] == 1]
        if len(alone) > 1:
            yield alone


def _belongs(own: Lasted, members: Sequence[Lasted]) -> bool:
    return any(_one_gathering(own, other) for other in members) and not any(_apart(own, other) for other in members)


def _apart(one: Lasted, two: Lasted) -> bool:
    """Whether the sentences give other days, cities or states, or another session of a series."""
    if any(left and right and not left & right for left, right in ((one.days, two.days), (one.who, two.who))):
        return True
    one_day = bool(one.days & two.days)
    if one.mark != two.mark and not (one_day and {one.mark, two.mark} == {"", "first"}):
        return True
    return one.city is not None and two.city is not None and one.city != two.city and not one_day


def _one_gathering(one: Lasted, two: Lasted) -> bool:
    """A call: a person of the sentence in common, two where both name two. A sitting: one encounter, two persons around it,
    or two of: a person or another name in common; the day or the session; a length of hours; the same odd length."""
    if one.kind == "call":
        return len(one.own & two.own) >= max(1, min(PEOPLE, len(one.own), len(two.own)))
    if (one.encounter is not None and one.encounter == two.encounter) or len(one.people & two.people) >= PEOPLE:
        return True
    known = bool((one.people & two.people) | (one.names & two.names))
    hours = min(own.figure.value or 0.0 for own in (one, two)) >= HOURS
    pinned = bool(one.days & two.days) or bool(one.mark)
    telling = one.figure.value == two.figure.value and bool((one.figure.value or 0.0) % HALF_HOUR)
    return sum((known, hours, pinned, telling)) >= FEWEST
