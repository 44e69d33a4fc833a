"""What a person puts in place of an extracted value, and the checks on it.

Words can only be corrected to other words of the same article. A value that no words of the article show may be given,
but then rests on the reviewer alone: it carries no evidence, and every view shows whose it is.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from communique.errors import CommuniqueError
from communique.model import (
    ActorKind,
    AgreementStatus,
    DocumentRecord,
    EncounterKind,
    EncounterStatus,
    Evidence,
    Form,
    LocalActor,
    Role,
    Span,
    Stance,
)
from communique.pipeline.line import Line, Pairs
from communique.pipeline.value import SETTERS

FORECASTS = ("prediction", "plan", "expectation", "hope", "fear", "threat", "demand", "rumour")
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("encounters", "kind"): tuple(EncounterKind),
    ("encounters", "status"): tuple(EncounterStatus),
    ("participants", "role"): tuple(Role),
    ("participants", "presence"): ("present", "absent"),
    ("quotations", "form"): tuple(Form),
    ("positions", "stance"): tuple(Stance),
    ("agreements", "kind"): ("agreement", "commitment", "draft"),
    ("agreements", "status"): tuple(AgreementStatus),
    ("forecasts", "kind"): FORECASTS,
    ("figures", "comparator"): ("=", "<", "<=", ">", ">=", "~"),
    ("actors", "kind"): tuple(ActorKind),
}
FIELDS: dict[str, tuple[str, ...]] = {
    "encounters": ("kind", "status", "date", "place", "duration"),
    "participants": ("role", "presence"),
    "quotations": ("speaker", "form", "content"),
    "positions": ("actor", "issue", "stance", "content"),
    "agreements": ("kind", "status", "due", "content"),
    "forecasts": ("kind", "who", "window", "content"),
    "figures": ("value", "unit", "comparator", "content"),
    "actors": ("name", "kind", "country"),
}
ACTORS = frozenset({"speaker", "actor", "who"})
WORDS = frozenset({"content", "evidence"})
SHOWN_BY = frozenset({"date", "place", "duration", "due", "window"})  # values that words of the article may show
SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")


def as_changes(record: DocumentRecord, line: Line, wanted: Mapping[str, str]) -> Pairs:
    """What a person filled in, as it is stored: only what differs from the item, checked.

    Args:
        record: of the document.
        line: the item.
        wanted: field -> value; "content" and "evidence": words of the article; an actor: a name that the article gives it.

    Raises:
        CommuniqueError: a value is of the wrong form, or the words do not stand in the article.
    """
    now = dict(line.about)
    found = []
    for field in (*FIELDS[line.section], "evidence"):
        value = " ".join(wanted.get(field, "").split()) if field not in WORDS else wanted.get(field, "").strip()
        if not value or value == now.get(field) or (field == "content" and value == line.words.quote):
            continue
        if field in WORDS:
            value = _place_of(record, value, line.words.span.start)
        elif field in ACTORS:
            value = _actor_words(record, value)
        found.append((field, value))
    if not [field for field, _ in found if field != "evidence"]:
        raise CommuniqueError("Nothing differs from what the record says. Accept the line, or change a value.")
    item = _item(record, line)
    for field, value in found:
        _changed(record, line.section, item, field, value, ())
    return tuple(found)


def corrected(record: DocumentRecord, section: str, item: Any, changes: Pairs) -> Any:
    """`item` with the reviewer's values; values that cannot be set any more are passed over.

    Args:
        item: of the section; for "participants" the participant.
    """
    shown = tuple(evidence_at(record, value) for field, value in changes if field == "evidence")
    for field, value in changes:
        if field != "evidence":
            item = _changed(record, section, item, field, value, shown)
    return item


def in_words(record: DocumentRecord, field: str, value: str) -> str:
    """A stored value as people read it: the words at a place of the article."""
    return evidence_at(record, value).quote if field in WORDS | ACTORS else value


def evidence_at(record: DocumentRecord, place: str) -> Evidence:
    """The words of the article at "start-end".

    Raises:
        CommuniqueError: it is no such place.
    """
    found = SPAN.fullmatch(place)
    if not found:
        raise CommuniqueError(f"{place[:40]!r} is no place of the article; give start-end in characters")
    return Evidence.at(record.document, Span(int(found[1]), int(found[2])))


def _place_of(record: DocumentRecord, words: str, near: int) -> str:
    """Where these words stand, the nearest place to `near`; white space may differ."""
    pattern = r"\s+".join(re.escape(part) for part in words.split())
    places = [match.span() for match in re.finditer(pattern, record.document.text)]
    if not places:
        raise CommuniqueError(
            f"“{words[:80]}” does not stand in the article. Give its exact words, or put your own into the note."
        )
    start, end = min(places, key=lambda place: (abs(place[0] - near), place))
    return f"{start}-{end}"


def _actor_words(record: DocumentRecord, name: str) -> str:
    found = next((actor for actor in record.actors if actor.name == name), None)
    if found is None or not found.mentions:
        raise CommuniqueError(f"The article names nobody “{name[:80]}”. Choose one of its actors.")
    span = found.mentions[0].evidence.span
    return f"{span.start}-{span.end}"


def _actor_at(record: DocumentRecord, place: str) -> LocalActor:
    words = evidence_at(record, place)
    for actor in record.actors:
        if any(mention.evidence.span.overlaps(words.span) for mention in actor.mentions):
            return actor
    raise CommuniqueError(f"“{words.quote[:80]}” names nobody of the record.")


def _item(record: DocumentRecord, line: Line) -> Any:
    if line.section == "participants":
        own = line.id.rpartition("@")[0]
        mention = next(found for found in record.encounters if found.id == own)
        return next(person for person in mention.participants if person.evidence and person.evidence[0] == line.words)
    return next(found for found in getattr(record, line.section) if found.id == line.id)


def _changed(record: DocumentRecord, section: str, item: Any, field: str, value: str, shown: tuple[Evidence, ...]) -> Any:
    choices = CHOICES.get((section, field))
    if choices is not None and value not in choices:
        raise CommuniqueError(f"{field}: “{value[:40]}” is none of {', '.join(choices)}.")
    if field in ACTORS:
        extra = {"speaker_kind": "resolved"} if field == "speaker" else {}
        return replace(item, **{field: _actor_at(record, value).id}, **extra)
    if field == "content":
        return _with_words(section, item, evidence_at(record, value))
    special = SETTERS.get((section, field))
    if special is not None:
        return special(item, value, shown)
    known = getattr(item, field)
    return replace(item, **{field: type(known)(value) if choices and known is not None else value})


def _with_words(section: str, item: Any, words: Evidence) -> Any:
    if section == "figures":
        return replace(item, evidence=(words,))
    whole = item.evidence if any(own.span.contains(words.span) for own in item.evidence) else (*item.evidence, words)
    fields: dict[str, Any] = {"content": (words,), "evidence": tuple(sorted(whole))}
    if section == "quotations":
        fields["quoted"] = tuple(own for own in item.quoted if words.span.contains(own.span))
    if section == "forecasts":
        fields["claim"] = words.quote
    return replace(item, **fields)
