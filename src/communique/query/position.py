"""Positions over time, reversals, and where parties meet or stand apart, per issue. Pure functions over a record."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from communique.lexicon.country import countries
from communique.lexicon.function_word import function_words
from communique.lexicon.phrase import words_of
from communique.lexicon.stance import stance_words
from communique.model import Evidence, Position, Record, Stance

FOR = frozenset({Stance.ACCEPTS, Stance.SUPPORTS, Stance.OFFERS, Stance.DEMANDS})
AGAINST = frozenset({Stance.REJECTS, Stance.WARNS})
PERIODS = {"year": 4, "month": 7, "day": 10}
SHARED = 0.5
# words of any negotiation, on which no two positions meet
PROCEDURE = frozenset(
    words_of("round talks talk meeting session negotiation negotiations dialogue discussion process progress")
)
MOST_COMPARED = 60
# acts that turn what is wanted round: who demands a withdrawal and who rejects the troops pull the same way
BARRING = frozenset(
    words_of(
        "stop stopped halt end ban block prevent exclude exclusion kept withdraw withdrawal remove removal lift lifting cancel "
        "freeze abandon dissolve dismantle leave suspend suspension pause drop"
    )
)


@dataclass(frozen=True, slots=True)
class StanceCount:
    """How often an actor took each stance on an issue within one period.

    Attributes:
        actor: id of an actor, or of a side where the actor has one.
        period: "2031", "2031-04" or "2031-04-17"; "" where no date is known.
        counts: (stance, number of positions, number of independent origins), in the order of `Stance`.
    """

    actor: str
    issue: str
    period: str
    counts: tuple[tuple[Stance, int, int], ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Reversal:
    """Two positions of one actor on one issue that pull in opposite directions.

    kind: "reversal" (the later one has a later day), "contradiction" (the same day or document), "undated".
    `shared`: the content words that both use.
    """

    actor: str
    issue: str
    kind: str
    earlier: Position
    later: Position
    shared: tuple[str, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words of both, the earlier first."""
        return self.earlier.content + self.later.content


@dataclass(frozen=True, slots=True)
class Distance:
    """How far two parties stand apart on an issue.

    Attributes:
        agree, oppose: pairs of positions on the same matter that are both for it, or pull opposite ways; that both are against
            a thing is no common ground.
        distance: share of the opposing pairs, 0 (all agree) to 1 (all oppose); None where nothing can be compared.
        common: the pairs that agree; `dividing`: those that oppose; at most ten each.
    """

    issue: str
    left: str
    right: str
    agree: int
    oppose: int
    distance: float | None
    common: tuple[tuple[Position, Position], ...]
    dividing: tuple[tuple[Position, Position], ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words behind it."""
        return tuple(words for pair in (*self.common, *self.dividing) for own in pair for words in own.content)


def day_of(position: Position, record_days: Mapping[str, str]) -> str:
    """The day a position was taken: its own date, else that of its document; "" if neither is known."""
    if position.date is not None and position.date.start not in (None, ".."):
        return position.date.start or ""
    return record_days.get(position.document, "")


def stances_over_time(
    record: Record, *, period: str = "month", issue: str | None = None, by_side: bool = False
) -> tuple[StanceCount, ...]:
    """Counts of stances per actor, issue and period, by issue, actor, period; undated ones first.

    Args:
        period: "year", "month" or "day".
        issue: only this one.
        by_side: positions of people and bodies count for the side they belong to.
    """
    days, origins, sides = _days(record), _origins(record), _sides(record)
    groups: dict[tuple[str, str, str], list[Position]] = defaultdict(list)
    for position in record.positions:
        if issue is None or position.issue == issue:
            holder = sides.get(position.actor, position.actor) if by_side else position.actor
            groups[position.issue, holder, day_of(position, days)[: PERIODS[period]]].append(position)
    return tuple(
        StanceCount(holder, own, when, _counts(found, origins), _words(found))
        for (own, holder, when), found in sorted(groups.items())
    )


def reversals(record: Record, *, by_side: bool = False) -> tuple[Reversal, ...]:
    """Opposite stances of one holder on the same matter of one issue, by issue, holder, day.

    Only positions about the same matter are compared: they share half of the shorter one's content words. Each position
    is compared with the nearest before it, so that the cost grows with the number of positions.
    """
    days, sides, ignored = _days(record), _sides(record), _ignored(record)
    groups: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in record.positions:
        if position.stance in FOR | AGAINST | {Stance.NONE}:
            holder = sides.get(position.actor, position.actor) if by_side else position.actor
            groups[position.issue, holder].append(position)
    found: list[Reversal] = []
    for (issue, holder), positions in sorted(groups.items()):
        ordered = sorted(positions, key=lambda own: (day_of(own, days), own.document, own.content[0].span, own.id))
        found.extend(_turns(issue, holder, ordered, days, ignored))
    return tuple(found)


def _turns(
    issue: str, holder: str, ordered: Sequence[Position], days: Mapping[str, str], ignored: frozenset[str]
) -> Iterator[Reversal]:
    for number, later in enumerate(ordered):
        for earlier in reversed(ordered[max(0, number - MOST_COMPARED) : number]):
            shared = _same_matter(earlier, later, ignored)
            if shared and _opposed(earlier, later):
                yield Reversal(
                    issue=issue, actor=holder, kind=_kind(earlier, later, days), earlier=earlier, later=later, shared=shared
                )
                break


def _kind(earlier: Position, later: Position, days: Mapping[str, str]) -> str:
    one, two = day_of(earlier, days), day_of(later, days)
    if earlier.document == later.document or (one and one == two):
        return "contradiction"
    return "reversal" if one and two else "undated"


def distances(record: Record, *, issue: str | None = None) -> tuple[Distance, ...]:
    """Common ground and distance between each two sides of the record on each issue, by issue, left, right."""
    sides, ignored = _sides(record), _ignored(record)
    groups: dict[str, dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for position in record.positions:
        side = sides.get(position.actor)
        if side is not None and position.stance in FOR | AGAINST and (issue is None or position.issue == issue):
            groups[position.issue][side].append(position)
    rows = []
    for own, parties in sorted(groups.items()):
        for left, right in combinations(sorted(parties), 2):
            rows.append(_distance((own, left, right), parties[left], parties[right], ignored))
    return tuple(rows)


def _distance(
    key: tuple[str, str, str], one: Sequence[Position], two: Sequence[Position], ignored: frozenset[str]
) -> Distance:
    common: list[tuple[Position, Position]] = []
    dividing: list[tuple[Position, Position]] = []
    for first in one[:MOST_COMPARED]:
        for second in two[:MOST_COMPARED]:
            if not _same_matter(first, second, ignored):
                continue
            if _opposed(first, second):
                dividing.append((first, second))
            elif _pulls_for(first):
                common.append((first, second))
    common, dividing = _once(common), _once(dividing)
    total = len(common) + len(dividing)
    share = round(len(dividing) / total, 3) if total else None
    return Distance(*key, len(common), len(dividing), share, tuple(common[:10]), tuple(dividing[:10]))


def _once(pairs: Sequence[tuple[Position, Position]]) -> list[tuple[Position, Position]]:
    """The pairs, one for the same words told in several documents."""
    told = {tuple(" ".join(part.quote for part in own.content).lower() for own in pair): pair for pair in reversed(pairs)}
    return list(reversed(told.values()))


def content_words(position: Position) -> frozenset[str]:
    """Stems of the words of a position that say what it is about."""
    return _content_words(" ".join(part.quote for part in position.content))


@lru_cache(maxsize=1 << 15)
def _content_words(text: str) -> frozenset[str]:
    return frozenset(word for word in words_of(text) if (len(word) > 2 or word.isdigit()) and word not in function_words())


def _same_matter(one: Position, two: Position, ignored: frozenset[str]) -> tuple[str, ...]:
    """The content words that two positions share, if they are enough to be about the same matter; else (). Names of actors and
    words of stance do not count."""
    first, second = content_words(one) - ignored, content_words(two) - ignored
    shared = first & second
    shortest = min(len(first), len(second))
    return tuple(sorted(shared)) if shortest and len(shared) >= max(1, SHARED * shortest) else ()


def _ignored(record: Record) -> frozenset[str]:
    units = {word for noun in stance_words().framing for word in words_of(noun)}
    names = {word for actor in record.actors for word in words_of(actor.name)}
    names |= {word for country in countries() for name in (*country.adjectives, *country.peoples) for word in words_of(name)}
    lists = stance_words()
    verbs = {word for lemma in lists.verbs for form in _forms(lemma) for word in words_of(form)}
    return (
        frozenset(names | units | PROCEDURE) | (verbs | {word for noun in lists.nouns for word in words_of(noun)}) - BARRING
    )


def _forms(lemma: str) -> tuple[str, ...]:
    stem = lemma.removesuffix("e")
    return lemma, f"{lemma}s", f"{stem}ed", f"{stem}ing"


def _opposed(one: Position, two: Position) -> bool:
    """Whether one is for what the other is against, or one demands what the other no longer asks for."""
    if Stance.NONE in (one.stance, two.stance):
        return Stance.DEMANDS in (one.stance, two.stance)
    return _pulls_for(one) != _pulls_for(two)


def _pulls_for(position: Position) -> bool:
    """Whether a position is for the thing that its words name: its stance, turned round by an act that bars the thing."""
    return (position.stance in FOR) != bool(content_words(position) & BARRING)


def _counts(positions: Iterable[Position], origins: Mapping[str, str]) -> tuple[tuple[Stance, int, int], ...]:
    numbers: Counter[Stance] = Counter()
    behind: dict[Stance, set[str]] = defaultdict(set)
    for position in positions:
        numbers[position.stance] += 1
        behind[position.stance].add(origins.get(position.document, position.document))
    return tuple((stance, numbers[stance], len(behind[stance])) for stance in Stance if numbers[stance])


def _words(positions: Iterable[Position]) -> tuple[Evidence, ...]:
    return tuple(words for position in positions for words in position.content)


def _days(record: Record) -> dict[str, str]:
    published = ((own.document.id, own.document.published) for own in record.documents)
    return {own: date.start for own, date in published if date is not None and date.start not in (None, "..")}


def _origins(record: Record) -> dict[str, str]:
    return {own.document.id: own.independence_group for own in record.documents}


def _sides(record: Record) -> dict[str, str]:
    return {actor.id: actor.side for actor in record.actors if actor.side is not None}
