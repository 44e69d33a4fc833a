"""What people decided, in the interchange format: `review` on the items, `x_reviews` and `x_decisions` beside the sections."""

from collections.abc import Iterable, Sequence
from typing import Any

from communique.export.sections import HIDDEN, LONGEST_NAME, Data, Words
from communique.model import Decision, Record, Review, ReviewState

PLAIN = ("quotations", "positions", "forecasts", "figures")
MENTIONS = ("encounters", "agreements")
ALL = Words()
OF_THE_FORMAT = frozenset({ReviewState.ACCEPTED, ReviewState.CORRECTED, ReviewState.REJECTED})


def add_reviews(data: Data, record: Record, words: Words) -> None:
    """Put `review` on every item of `data` that somebody judged, and all reviews, those of rejected items too, at its end."""
    found = {(own.section, own.item): own for own in record.reviews if own.item}
    if not record.reviews:
        return
    for section in PLAIN:
        for item in data[section]:
            if own := found.get((section, item["id"])):
                item["review"] = review(own, words)
    for section in MENTIONS:
        for item, source in zip(data[section], getattr(record, section), strict=True):
            for account, mention in zip(item["mentions"], source.mentions, strict=True):
                if own := found.get((section, mention.id)):
                    account["review"] = review(own, words)
    data["x_reviews"] = [review_data(own, words) for own in record.reviews]


def decisions(rows: Sequence[Decision], words: Words) -> list[Data]:
    """The log, oldest first, those taken back included."""
    return [
        {
            "id": str(row.number),
            "at": row.at,
            "by": row.author,
            "action": row.action,
            "section": row.section,
            "words": words.all(own for own in (row.left, row.right) if own),
            "about": _pairs(row.about, words),
            "changes": _pairs(row.changes, words),
            "reason": row.reason,
            "note": row.note,
            "undone_at": row.undone_at,
            "undone_by": row.undone_by,
        }
        for row in rows
    ]


def review(found: Review, words: Words) -> Data:
    """What persons made of one item. Where they differ, the state is "unreviewed" and `x_state` "disputed"."""
    data: Data = {
        "state": found.state if found.state in OF_THE_FORMAT else "unreviewed",
        "by": ", ".join(found.by),
        "at": found.at,
        "reason": "; ".join(found.reasons) or None,
    }
    if found.state not in OF_THE_FORMAT:
        data["x_state"] = found.state
    if found.changes:
        data["x_changes"] = [
            {"field": field, "extracted": _short(before, words), "value": _short(after, words)}
            for field, before, after in found.changes
        ]
    if found.notes:
        data["x_notes"] = list(found.notes)
    return data


def review_data(found: Review, words: Words = ALL) -> dict[str, Any]:
    """A review as plain JSON types, with the words of the line."""
    return {
        "id": found.id,
        "section": found.section,
        "item": found.item or None,
        "words": words.all([found.words]),
        "about": _pairs(found.about, words),
        "review": review(found, words),
        "decisions": list(found.decisions),
    }


def _pairs(pairs: Iterable[tuple[str, str]], words: Words) -> list[Data]:
    return [{"field": field, "value": _short(value, words)} for field, value in pairs]


def _short(value: str, words: Words) -> str:
    return value if words.text or len(value.split()) <= LONGEST_NAME else HIDDEN
