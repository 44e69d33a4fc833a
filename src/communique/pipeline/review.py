"""What persons decided on single items, applied to what the documents yield.

A rejected item is left out of the record, a corrected one gets the reviewer's values; the stored extraction is not touched,
so that taking a decision back restores the item. Of one person's decisions on an item the latest counts. Where persons
differ, the item stands as extracted and is marked: nobody's word silently beats another's. A decision whose words carry no
such item any more, or an item that says something else than what was judged, waits; it is not dropped.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from communique.errors import CommuniqueError
from communique.model import Decision, DocumentRecord, Evidence, Review, ReviewState
from communique.pipeline.correct import corrected, in_words
from communique.pipeline.line import Line, Pairs, lines, participant_id

ACTIONS = frozenset({"accept", "correct", "reject"})
STATES = {"accept": ReviewState.ACCEPTED, "correct": ReviewState.CORRECTED, "reject": ReviewState.REJECTED}
# What an item claims: a decision against it holds while these read as judged. An acceptance holds while all fields do.
CORE = {
    "encounters": ("status",), "participants": ("presence",), "quotations": ("speaker",), "positions": ("actor", "issue", "stance"),
    "agreements": ("status",), "forecasts": ("who",), "figures": ("value", "unit"), "actors": (),
}  # fmt: skip
NAMES = frozenset({"speaker", "actor", "who", "name"})
LEAST_SHARED = 0.5  # of the characters of two spans together: below, they are not the same words


def apply_reviews(
    documents: Sequence[DocumentRecord], decisions: Iterable[Decision]
) -> tuple[list[DocumentRecord], tuple[Review, ...]]:
    """The documents as persons want them, and what they decided, by section and item.

    Args:
        documents: as extracted.
        decisions: the log; decisions on two items and those taken back are passed over, as are documents not given.
    """
    by_document: dict[str, list[Decision]] = defaultdict(list)
    for row in decisions:
        if row.action in ACTIONS and row.undone_at is None:
            by_document[row.left.document].append(row)
    result: list[DocumentRecord] = []
    reviews: list[Review] = []
    for record in documents:
        own = by_document.get(record.document.id)
        found = reviews_of(record, own) if own else ()
        reviews.extend(found)
        result.append(_applied(record, found, own or ()))
    return result, tuple(sorted(reviews, key=lambda row: (row.section, row.words, row.decisions)))


def reviews_of(record: DocumentRecord, decisions: Sequence[Decision]) -> tuple[Review, ...]:
    """What persons decided on the items of one document, in the order of the items; what waits comes last."""
    known: dict[str, list[Line]] = defaultdict(list)
    for line in lines(record):
        known[line.section].append(line)
    on_item: dict[tuple[str, str], dict[str, Decision]] = defaultdict(dict)
    found: dict[tuple[str, str], Line] = {}
    waiting: list[Decision] = []
    for row in sorted(decisions, key=lambda own: own.number):
        spoken_of = find_line(known[row.section], row)
        if spoken_of is None:
            waiting.append(row)
        else:
            found[row.section, spoken_of.id] = spoken_of
            on_item[row.section, spoken_of.id][row.author] = row
    reviews: list[Review] = []
    for key, by_author in on_item.items():
        fitting = {author: row for author, row in by_author.items() if fits(row, found[key])}
        if fitting:
            reviews.append(_review(record, found[key], list(fitting.values())))
        else:
            waiting.extend(by_author.values())
    return (*reviews, *(_waiting(row) for row in waiting))


def find_line(known: Iterable[Line], decision: Decision) -> Line | None:
    """The item that a decision speaks of: at the same words, else at words that are mostly the same; of several the one
    that says most of what was judged."""
    best: tuple[tuple[float, int], Line] | None = None
    judged = dict(decision.about)
    for line in known:
        shared = _shared(line.words, decision.left)
        if shared < LEAST_SHARED or (decision.right and line.whole and _shared(line.whole, decision.right) < LEAST_SHARED):
            continue
        alike = sum(_alike(field, value, judged.get(field, "")) for field, value in line.about)
        if best is None or (shared, alike) > best[0]:
            best = (shared, alike), line
    return best[1] if best else None


def fits(decision: Decision, line: Line) -> bool:
    """Whether an item still says what was judged."""
    now, judged = dict(line.about), dict(decision.about)
    if decision.action == "correct":
        return True
    fields = CORE[line.section] if decision.action == "reject" else tuple(judged)
    return all(_alike(field, now.get(field, ""), judged.get(field, "")) for field in fields if judged)


def _alike(field: str, one: str, two: str) -> bool:
    if field not in NAMES:
        return one == two
    left, right = set(one.casefold().split()), set(two.casefold().split())
    return left == right or bool(left and right and (left <= right or right <= left))


def _shared(one: Evidence, two: Evidence) -> float:
    """Share of the characters of two spans that both have, 0..1."""
    if one.document != two.document:
        return 0.0
    both = min(one.span.end, two.span.end) - max(one.span.start, two.span.start)
    return max(0, both) / (max(one.span.end, two.span.end) - min(one.span.start, two.span.start))


def _review(record: DocumentRecord, line: Line, rows: Sequence[Decision]) -> Review:
    rows = sorted(rows, key=lambda own: own.number)
    agree = all((one.action, one.changes) == (two.action, two.changes) for one, two in pairwise(rows))
    state = STATES[rows[0].action] if agree else ReviewState.DISPUTED
    before = {**dict(line.about), "content": line.words.quote}
    changes: tuple[tuple[str, str, str], ...] = ()
    if state is ReviewState.CORRECTED:
        changes = tuple((field, before.get(field, ""), _readable(record, field, value)) for field, value in rows[0].changes)
    return Review(
        line.section, line.id, state, line.words, tuple(dict.fromkeys(row.author for row in rows)), rows[-1].at, line.about,
        changes, *_said(rows),
    )  # fmt: skip


def _readable(record: DocumentRecord, field: str, value: str) -> str:
    try:
        return in_words(record, field, value)
    except CommuniqueError:
        return value


def _said(rows: Sequence[Decision]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    reasons = tuple(dict.fromkeys(row.reason for row in rows if row.reason))
    return reasons, tuple(dict.fromkeys(row.note for row in rows if row.note)), tuple(row.number for row in rows)


def _waiting(row: Decision) -> Review:
    return Review(
        row.section, "", ReviewState.WAITING, row.left, (row.author,), row.at, row.about,
        tuple((field, "", value) for field, value in row.changes), *_said([row]),
    )  # fmt: skip


def _applied(record: DocumentRecord, reviews: Iterable[Review], decisions: Iterable[Decision]) -> DocumentRecord:
    """The document without what was rejected, with what was corrected."""
    changes = {row.number: row.changes for row in decisions}
    gone: dict[str, set[str]] = defaultdict(set)
    new: dict[str, dict[str, Pairs]] = defaultdict(dict)
    for review in reviews:
        if review.state is ReviewState.REJECTED:
            gone[review.section].add(review.item)
        elif review.state is ReviewState.CORRECTED:
            new[review.section][review.item] = changes[review.decisions[0]]
    if not gone and not new:
        return record
    source = record
    fields: dict[str, Any] = {}
    for section in ("actors", "encounters", "quotations", "positions", "agreements", "forecasts", "figures"):
        kept = (own for own in getattr(record, section) if own.id not in gone[section])
        fields[section] = tuple(_set(source, section, own, new[section]) for own in kept)
    fields["encounters"] = tuple(
        _people(source, own, gone["participants"], new["participants"]) for own in fields["encounters"]
    )
    return _without_dangling(replace(record, **fields), gone["quotations"])


def _set(record: DocumentRecord, section: str, item: Any, new: Mapping[str, Pairs], own: str = "") -> Any:
    changes = new.get(own or item.id)
    if changes is None:
        return item
    try:
        return corrected(record, section, item, changes)
    except CommuniqueError:  # a value that this version does not know: the item stands as extracted
        return item


def _people(record: DocumentRecord, mention: Any, gone: set[str], new: Mapping[str, Pairs]) -> Any:
    if not gone and not new:
        return mention
    people = []
    for person in mention.participants:
        own = participant_id(mention.id, person.evidence[0]) if person.evidence else ""
        if own not in gone:
            people.append(_set(record, "participants", person, new, own or "-"))
    return replace(mention, participants=tuple(people))


def _without_dangling(record: DocumentRecord, gone: set[str]) -> DocumentRecord:
    """No item points to a statement that was left out."""
    if not gone:
        return record
    quotations = tuple(
        replace(
            own,
            nested_in=None if own.nested_in in gone else own.nested_in,
            repeats=None if own.repeats in gone else own.repeats,
        )
        for own in record.quotations
    )
    positions = tuple(replace(own, quotation=None) if own.quotation in gone else own for own in record.positions)
    return replace(record, quotations=quotations, positions=positions)
