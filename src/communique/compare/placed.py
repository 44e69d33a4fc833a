"""Where talks were, in documents that name the city beside them although the record holds no encounter for those words.

"the delegation accepted it in Verzia", "the Verzia round", "went down to Verzia for the talks": an encounter of one document
gives the city, and other documents that put talks there confirm it, unless their sentences give other days.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.compare.company import company_in, company_of
from communique.compare.said_day import days_named
from communique.compare.stage import Stage, words_at
from communique.compare.stated import Relation, Stated, Subject, compare_stated
from communique.lexicon.country import country_by_demonym, country_by_name
from communique.lexicon.place import place_key
from communique.model import Encounter, EncounterKind, Evidence, Finding, FindingKind, Record, Span

ELSEWHERE = frozenset({EncounterKind.CALL, EncounterKind.VISIT})
EVENT = (
    r"talks|rounds?|sessions?|meetings?|met|meets?|summits?|negotiat\w+|consultations?|contacts?|conference|delegations?"
    r"|agree\w*|accord|deal|signed|signing|initialled|communiqu[eé]|understanding"
)
TALKS = re.compile(rf"\b(?:{EVENT})\b", re.IGNORECASE)
CITY = r"[A-Z][^\W\d_]+(?:[ '’-](?:d[aeiu]l?|es|am|al-)?[ '’-]?[A-Z][^\W\d_]+){0,3}"
BEFORE = r"(?:(?<=\b[Ii]n )|(?<=\b[Aa]t )|(?<=\b[Tt]o )|(?<=\boutside )|(?<=\bof )|(?<=\bfrom ))"
NAMED = re.compile(
    rf"{BEFORE}{CITY}|{CITY}(?= (?:talks|rounds?|meetings?|summits?|sessions?|agreement|accord|deal|process)\b)"
)
CAPITAL = re.compile(r"\b(?:[Tt]he )?(?P<of>[A-Z][\w-]+(?: [A-Z][\w-]+)?) capital\b")
DAY = re.compile(r"\d{4}-(?P<month>\d\d)-(?P<day>\d\d)$")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
A_ROUND, MOST_DAYS = 2, 1000
MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A city in a sentence on talks, and the days of the year and other years that the sentence gives, as numbers.

    `who`: the states and sides of the encounters told in the sentence.
    """

    words: Evidence
    when: frozenset[int]
    who: frozenset[str]


def compare_placed(record: Record, told: Iterable[Finding], stage: Stage) -> Iterator[Finding]:
    """Corroborated places of talks.

    Args:
        told: findings so far; a city that one of them confirms for two documents is left to it.
    """
    homes: dict[str, list[Encounter]] = defaultdict(list)
    for own in record.encounters:
        if own.kind not in ELSEWHERE:
            for city in sorted(
                {m.place.city for m in own.mentions if m.place is not None and m.place.city and m.place.evidence}
            ):
                homes[place_key(city)].append(own)
    if not homes:
        return
    said = _said(record, frozenset(homes), stage)
    known = _confirmed(told)
    for key, encounters in sorted(homes.items()):
        if len(encounters) > 1 or encounters[0].id in known:  # with two encounters in a city the words may mean either
            continue
        first = encounters[0]
        subject = Subject("encounter", first.id, first.label, "place", "place")
        days = _days_of(first)
        for members in _of_one_time(said[key]):
            told_days = {day for own in members for day in own.when}
            if days and told_days and not _meet(days, told_days):  # other talks there
                continue
            rows = [Stated(own.words.document, own.words.quote, key, key, (own.words,)) for own in _few(members)]
            yield from compare_stated(subject, rows, lambda one, two: Relation.SAME, stage.origin)


def _days_of(encounter: Encounter) -> set[int]:
    """First and last day of an encounter as `Named.when` counts them; empty where no day is known."""
    ends = (encounter.date.start, encounter.date.end) if encounter.date is not None else ()
    found = (DAY.match(own) for own in ends if own)
    return {int(own["month"]) * 31 + int(own["day"]) for own in found if own is not None}


def _of_one_time(rows: Sequence[Named]) -> Iterator[list[Named]]:
    """Groups whose sentences give days a day or two apart and do not tell of other people; those without days or people go
    with the first group."""
    homes: list[tuple[set[int], set[str], list[Named]]] = []
    for own in sorted(rows, key=lambda row: (not row.when, not row.who)):
        home = next((home for home in homes if _fits(own, home[0], home[1])), None)
        if home is None:
            home = (set(), set(), [])
            homes.append(home)
        home[0].update(own.when)
        home[1].update(own.who)
        home[2].append(own)
    yield from (members for _, _, members in homes)


def _fits(own: Named, when: set[int], who: set[str]) -> bool:
    return (not own.when or _meet(own.when, when)) and (not own.who or not who or bool(own.who & who))


def _meet(one: Collection[int], two: Collection[int]) -> bool:
    return any(abs(day - other) <= A_ROUND for day in one for other in two)


def _few(rows: Sequence[Named]) -> list[Named]:
    """Four of a document at most, in text order."""
    seen: Counter[str] = Counter()
    kept = []
    for own in sorted(rows, key=lambda row: (row.words.document, row.words.span)):
        seen[own.words.document] += 1
        if seen[own.words.document] <= MOST_WORDS:
            kept.append(own)
    return kept


def _confirmed(told: Iterable[Finding]) -> set[str]:
    """Encounters whose place two documents confirm, or quarrel over."""
    return {
        own.subject
        for own in told
        if own.attribute == "place"
        and own.subject is not None
        and own.kind in (FindingKind.CORROBORATED, FindingKind.CONFLICT)
    }


def _said(record: Record, cities: frozenset[str], stage: Stage) -> dict[str, list[Named]]:
    """City -> words of documents that put talks there."""
    found: dict[str, list[Named]] = defaultdict(list)
    company = company_of(record)
    for own in sorted(record.documents, key=lambda other: other.document.id):
        text, document = own.document.text, own.document.id
        for line in stage.sentences(document):
            if TALKS.search(text, line.start, line.end) is None:
                continue
            for key, span in _cities(text, line, cities):
                who = company_in(company, document, line)
                when = _when(text, line, stage.published.get(document, ""))
                found[key].append(Named(words_at(stage, document, span), when, who))
    return found


def _when(text: str, line: Span, published: str) -> frozenset[int]:
    """Days of a sentence as numbers in the year; other years than that of publication far beyond them."""
    days = {month * 31 + day for (month, day), _ in days_named(text, line, published)}
    years = {int(year) * MOST_DAYS for year in YEAR.findall(text, line.start, line.end) if year != published[:4]}
    return frozenset(days | years)


def _cities(text: str, line: Span, cities: frozenset[str]) -> Iterator[tuple[str, Span]]:
    for own in NAMED.finditer(text, line.start, line.end):
        words = own[0].split()
        for end in range(len(words), 0, -1):
            key = place_key(" ".join(words[:end]).removesuffix("'s").removesuffix("’s"))
            if key in cities:
                yield key, Span(own.start(), own.start() + len(" ".join(words[:end])))
                break
    for own in CAPITAL.finditer(text, line.start, line.end):
        state = country_by_demonym(own["of"]) or country_by_name(own["of"].removesuffix("'s").removesuffix("’s"))
        for city in state.capitals[:1] if state is not None else ():
            if place_key(city) in cities:
                yield place_key(city), Span(own.start(), own.end())
