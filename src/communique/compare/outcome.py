"""Whether what was foreseen came about, judged from the record itself."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from communique.compare.foretold import Told, account_of, index_told
from communique.compare.kin import Kin, index_kin
from communique.lexicon.function_word import function_words
from communique.lexicon.phrase import words_of
from communique.model import (
    Agreement,
    AgreementStatus,
    DateValue,
    Encounter,
    EncounterMention,
    EncounterStatus,
    Evidence,
    Forecast,
    Outcome,
    Record,
)

FULFILLED, NOT_FULFILLED, PENDING, UNKNOWN = "fulfilled", "not_fulfilled", "pending", "unknown"
HELD = frozenset({EncounterStatus.HELD, EncounterStatus.ONGOING})
OFF = frozenset({EncounterStatus.CANCELLED, EncounterStatus.DENIED})
DONE = frozenset({AgreementStatus.AGREED, AgreementStatus.PARTLY_AGREED})
UNDONE = frozenset({AgreementStatus.FAILED, AgreementStatus.NOT_AGREED})
DENIES = re.compile(
    r"\b(?:doubts?|doubted|unlikely|never|(?:will|would|do|does|did|is|are) not(?! only)|won['’]t|(?:do|does)n['’]t|will be no"
    r"|no (?:further |more |new |second |third |next )?(?:round|meeting|talks|summit|deal|agreement|settlement))\b",
    re.IGNORECASE,
)
POSTPONED = re.compile(r"\b(?:postponed|put off|deferred|delayed)\b", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:until|unless|before|if)\b", re.IGNORECASE)
SHARED_WORDS = 4
DAY_LENGTH = 10  # of "2031-05-14"
SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Clock:
    """What the record knows of time. `published`: document -> ISO day, of a document without one the last day on which it
    tells an encounter as held; `now`: the last of them; `stated`: the documents that name
    their day."""

    published: Mapping[str, str]
    now: str | None
    stated: frozenset[str] = frozenset()

    def is_later(self, document: str, than: str) -> bool:
        """Whether a document appeared after another; False if either day is unknown."""
        one, two = self.published.get(document), self.published.get(than)
        return one is not None and two is not None and one > two

    def is_ahead(self, mention: EncounterMention) -> bool:
        """Whether the day of an account lies after its document: told as held by mistake."""
        day, told = mention.date, self.published.get(mention.document)
        return day is not None and day.start is not None and told is not None and day.start[: len(told)] > told


def judge_forecasts(record: Record) -> tuple[Forecast, ...]:
    """The forecasts with what became of them, in their order.

    fulfilled: the encounter foreseen is reported as held, or what was foreseen to be agreed is reported as agreed in a
    later document. not_fulfilled: it is reported as cancelled, denied or failed. pending: its time has not come by the last
    document, or no document is later. unknown: its time has passed and no document says. A forecast whose outcome a
    person set is left as it is only if it is not None already.

    Args:
        record: assembled; forecasts refer to its encounters.
    """
    clock = clock_of(record)
    told = index_told(record.encounters)
    encounters = {encounter.id: encounter for encounter in record.encounters}
    implemented = _implementations(record.encounters)
    agreements = _index(record.agreements)
    kin = index_kin(record.encounters)
    return tuple(
        found
        if found.outcome is not None
        else replace(found, outcome=_judge(found, clock, Ledger(encounters, implemented, agreements, kin, told)))
        for found in record.forecasts
    )


def is_late(forecast: Forecast, record: Record) -> bool:
    """Whether a fulfilled forecast came true after its window; False where a date is missing."""
    last = _end(forecast.window)
    if forecast.outcome is None or forecast.outcome.status != FULFILLED or last is None or forecast.encounter is None:
        return False
    date = next((encounter.date for encounter in record.encounters if encounter.id == forecast.encounter), None)
    if date is None or date.start is None or date.start == "..":
        return False
    short = min(len(date.start), len(last))
    return date.start[:short] > last[:short]


def clock_of(record: Record) -> Clock:
    """The days of the documents."""
    days = {
        own.document.id: own.document.published.start
        for own in record.documents
        if own.document.published is not None and own.document.published.start is not None
    }
    stated = frozenset(days)
    for document, day in _latest_told(record.encounters).items():
        days.setdefault(document, day)
    return Clock(days, max(days.values(), default=None), stated)


def _latest_told(encounters: Sequence[Encounter]) -> dict[str, str]:
    """Document -> the last day of an encounter that it tells as held: it is not older than that."""
    found: dict[str, str] = {}
    for encounter in encounters:
        for mention in encounter.mentions:
            day = mention.date
            if mention.status is EncounterStatus.HELD and day is not None and day.precision == "day" and day.start:
                last = day.end or day.start
                if len(last) == DAY_LENGTH and day.start != "..":
                    found[mention.document] = max(found.get(mention.document, last), last)
    return found


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a forecast is held against."""

    encounters: Mapping[str, Encounter]
    implemented: Mapping[str, Sequence[Encounter]]
    agreements: Mapping[str, Sequence[Agreement]]
    kin: Kin
    told: Told


def _judge(forecast: Forecast, clock: Clock, ledger: Ledger) -> Outcome:
    encounter = ledger.encounters.get(forecast.encounter or "")
    denies = DENIES.search(forecast.claim) is not None
    if encounter is not None and not (denies and UNTIL.search(forecast.claim)):
        found = _held(encounter, forecast, clock, ledger.implemented) or _became(encounter, forecast, clock, ledger.kin)
        if found is not None:
            return _turned(found) if denies else found
    found = None if denies else _agreed(forecast, clock, ledger.agreements) or _foretold(forecast, clock, ledger.told)
    return found if found is not None else _open(forecast, clock)


def _foretold(forecast: Forecast, clock: Clock, told: Told) -> Outcome | None:
    """From the account of a held encounter in a later document, where the forecast tells of one that the record did not link."""
    mention = account_of(forecast, told, clock.published, clock.published.get(forecast.document, ""))
    return None if mention is None else Outcome(FULFILLED, _day(mention, clock), _words(mention))


def _turned(found: Outcome) -> Outcome:
    """Of "there will be no summit": held makes it false."""
    status = {FULFILLED: NOT_FULFILLED, NOT_FULFILLED: FULFILLED}.get(found.status, found.status)
    return replace(found, status=status)


def _became(encounter: Encounter, forecast: Forecast, clock: Clock, kin: Kin) -> Outcome | None:
    """From an account of a later document, kept apart in the record, that can only be of the same plan."""
    for mention in kin.of(encounter, forecast.window):
        if not clock.is_later(mention.document, forecast.document):
            continue
        if mention.status in HELD and not clock.is_ahead(mention):
            return Outcome(FULFILLED, _day(mention, clock), _words(mention))
        if mention.status in OFF:
            later = _end(forecast.window) is None and any(POSTPONED.search(words.quote) for words in mention.evidence)
            return Outcome(PENDING if later else NOT_FULFILLED, _day(mention, clock), _words(mention))
    return None


def _held(
    encounter: Encounter, forecast: Forecast, clock: Clock, implemented: Mapping[str, Sequence[Encounter]]
) -> Outcome | None:
    """From the accounts of other documents, or a later status in the same one."""
    own = [mention for mention in encounter.mentions if mention.document == forecast.document]
    others = [mention for mention in encounter.mentions if mention.document != forecast.document]
    for mention in (*others, *own):
        if mention.status in HELD:
            return Outcome(FULFILLED, _day(mention, clock), _words(mention))
    for mention in (*others, *own):
        if mention.status in OFF and (mention in others or forecast.kind != "rumour"):
            return Outcome(NOT_FULFILLED, _day(mention, clock), _words(mention))
    for held in implemented.get(encounter.id, ()):
        return Outcome(FULFILLED, _day(held.mentions[0], clock), _words(held.mentions[0]))
    return None


def _words(mention: EncounterMention) -> tuple[Evidence, ...]:
    return mention.evidence[:1]


def _day(mention: EncounterMention, clock: Clock) -> str | None:
    return clock.published.get(mention.document)


def _implementations(encounters: Sequence[Encounter]) -> dict[str, list[Encounter]]:
    """Encounter -> held encounters that carry it out."""
    found: dict[str, list[Encounter]] = defaultdict(list)
    for encounter in encounters:
        if encounter.status in HELD and encounter.mentions:
            for link in encounter.links:
                if link.relation == "implements":
                    found[link.to].append(encounter)
    return found


@lru_cache(maxsize=16_384)  # an agreement is held against many forecasts
def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in words_of(text) if len(word) > 3 and word not in function_words())


def _index(agreements: Sequence[Agreement]) -> dict[str, list[Agreement]]:
    """Content word -> agreements whose words hold it."""
    found: dict[str, list[Agreement]] = defaultdict(list)
    for agreement in agreements:
        for word in sorted(_content(" ".join(part.quote for mention in agreement.mentions for part in mention.content))):
            found[word].append(agreement)
    return found


def _agreed(forecast: Forecast, clock: Clock, agreements: Mapping[str, Sequence[Agreement]]) -> Outcome | None:
    """From an agreement of a later document that is about the same in most of its words."""
    words = _content(forecast.claim)
    near = {own.id: own for word in words for own in agreements.get(word, ()) if len(agreements[word]) <= 50}
    for own in sorted(near.values(), key=lambda agreement: agreement.id):
        for mention in own.mentions:
            if not clock.is_later(mention.document, forecast.document) or mention.status not in DONE | UNDONE:
                continue
            theirs = _content(" ".join(part.quote for part in mention.content))
            common = words & theirs
            if len(common) >= SHARED_WORDS and len(common) >= SHARE * min(len(words), len(theirs)):
                status = FULFILLED if mention.status in DONE else NOT_FULFILLED
                return Outcome(status, clock.published.get(mention.document), mention.content)
    return None


def _end(window: DateValue | None) -> str | None:
    if window is None or window.start is None:
        return None
    end = window.end or window.start
    return None if end == ".." else end


def _open(forecast: Forecast, clock: Clock) -> Outcome:
    last = _end(forecast.window)
    if clock.now is None:
        return Outcome(PENDING if last is None else UNKNOWN)
    if last is not None:
        return Outcome(PENDING if last[: len(clock.now)] >= clock.now[: len(last)] else UNKNOWN, clock.now)
    latest = clock.published.get(forecast.document) if forecast.document in clock.stated else None
    return Outcome(PENDING if latest is None or latest >= clock.now else UNKNOWN, clock.now)
