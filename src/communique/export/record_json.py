"""The interchange format, version 1 (RECORD.md): the whole record as one JSON file."""

import json
from collections.abc import Sequence
from typing import Any

from communique.export import reviews, sections
from communique.model import Decision, Record

FORMAT = "communique-record"
VERSION = 1


def export_record(
    record: Record, *, text: bool = True, title: str | None = None, decisions: Sequence[Decision] = ()
) -> bytes:
    """The record as JSON, UTF-8, the same bytes for the same record.

    Args:
        decisions: the log of what people decided, to go with the record.
        text: False leaves out the articles' words: offsets and hashes still identify them.
        title: of the process.
    """
    data = as_data(record, text=text, title=title)
    if decisions:
        data["x_decisions"] = reviews.decisions(decisions, sections.Words(text))
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def as_data(record: Record, *, text: bool = True, title: str | None = None) -> dict[str, Any]:
    """The record as plain JSON types, sections in the order of RECORD.md."""
    words = sections.Words(text)
    data: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    if title is not None:
        data["title"] = title
    data["sides"] = [{"id": side.id, "name": side.name, "actors": list(side.actors)} for side in record.sides]
    data["documents"] = [sections.document(found, words) for found in record.documents]
    data["actors"] = [sections.actor(found, words) for found in record.actors]
    data["issues"] = [sections.issue(found) for found in record.issues]
    data["encounters"] = [sections.encounter(found, words) for found in record.encounters]
    data["quotations"] = [sections.quotation(found, words) for found in record.quotations]
    data["positions"] = [sections.position(found, words) for found in record.positions]
    data["agreements"] = [sections.agreement(found, words) for found in record.agreements]
    data["forecasts"] = [sections.forecast(found, words) for found in record.forecasts]
    data["figures"] = [sections.figure(found, words) for found in record.figures]
    data["findings"] = [sections.finding(found, words) for found in record.findings]
    data["failures"] = [{"where": f.where, "stage": f.stage, "message": f.message} for f in record.failures]
    reviews.add_reviews(data, record, words)
    return data
