"""export: a sound file in the interchange format, the same bytes every time, and no words where none are wanted."""

import json
import re

import pytest

from communique.export.record_json import export_record
from invented import assembled, coverage

SECTIONS = [
    *("sides", "documents", "actors", "issues", "encounters", "quotations", "positions", "agreements", "forecasts"),
    *("figures", "findings", "failures"),
]
REFERENCES = {
    **dict.fromkeys(("document", "reprint_of", "independence_group"), "documents"),
    **dict.fromkeys(("actor", "speaker", "addressee", "attributed_by", "attributed_to", "target"), "actors"),
    **dict.fromkeys(("reported_by", "who", "principal", "joint_speakers", "joint", "parties", "committed"), "actors"),
    **dict.fromkeys(("owed_to",), "actors"),
    **dict.fromkeys(("topics", "issue"), "issues"),
    **dict.fromkeys(("occasion", "encounter", "part_of", "to"), "encounters"),
    **dict.fromkeys(("quotation", "nested_in", "repeats"), "quotations"),
    "side": "sides",
}


@pytest.fixture(scope="module")
def record():
    return assembled(coverage())


@pytest.fixture(scope="module")
def data(record):
    return json.loads(export_record(record))


def nodes(value):
    """Every object below `value`."""
    if isinstance(value, dict):
        yield value
        for own in value.values():
            yield from nodes(own)
    elif isinstance(value, list):
        for own in value:
            yield from nodes(own)


def test_all_sections_are_there_in_order(data):
    assert [key for key in data if isinstance(data[key], list)] == SECTIONS
    assert (data["format"], data["version"]) == ("communique-record", 1)
    empty = json.loads(export_record(assembled([])))
    assert [key for key in empty if isinstance(empty[key], list)] == SECTIONS


def test_two_exports_are_the_same_bytes(record):
    assert export_record(record) == export_record(assembled(reversed(coverage())))


def test_ids_are_unique_and_references_resolve(data):
    ids = {section: [own["id"] for own in data[section]] for section in SECTIONS if section != "failures"}
    assert all(len(found) == len(set(found)) for found in ids.values())
    for node in nodes([data[section] for section in SECTIONS]):
        for key, target in REFERENCES.items():
            wanted = node.get(key)
            for own in wanted if isinstance(wanted, list) else [wanted]:
                assert not isinstance(own, str) or own in ids[target], (key, own)


def test_every_quote_is_exact(data):
    texts = {own["id"]: own["text"] for own in data["documents"]}
    quotes = [node for node in nodes(data) if "quote" in node]
    assert len(quotes) > 30
    assert all(texts[own["document"]][own["start"] : own["end"]] == own["quote"] for own in quotes)


def test_encounters_have_one_mention_a_document_and_histories_end_in_the_status(data):
    for own in data["encounters"]:
        documents = [mention["document"] for mention in own["mentions"]]
        assert len(documents) == len(set(documents))
        for part in (own, *own["mentions"]):
            assert not part["status_history"] or part["status_history"][-1]["status"] == part["status"]


def test_items_stand_by_document_and_place(data):
    for section in ("documents", "actors", "encounters", "agreements", "findings", "sides", "issues"):
        ids = [own["id"] for own in data[section]]
        assert ids == sorted(ids)
    documents = [own["document"] for own in data["quotations"]]
    assert documents == sorted(documents)


def runs(text: str, length: int = 5) -> set[tuple[str, ...]]:
    """All runs of `length` words."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_an_export_without_words_holds_none(record):
    data = json.loads(export_record(record, text=False))
    texts = set().union(*(runs(own.document.text) for own in record.documents))
    assert all("text" not in own for own in data["documents"])
    for node in nodes(data):
        assert node.get("quote") is None
        for value in node.values():
            if isinstance(value, str):
                assert not runs(value) & texts, value
    offsets = [(own["document"], own["start"], own["end"]) for own in nodes(data) if "quote" in own]
    full = json.loads(export_record(record))
    assert offsets == [(own["document"], own["start"], own["end"]) for own in nodes(full) if "quote" in own]


def test_what_people_decided_goes_with_the_record():
    from communique.model import Decision
    from communique.pipeline.assemble import assemble_record
    from communique.pipeline.line import lines
    from communique.pipeline.review import apply_reviews

    rows = []
    for number, (place, section, action) in enumerate(
        ((0, "encounters", "accept"), (0, "quotations", "reject"), (1, "positions", "correct")), 1
    ):
        own = next(own for own in lines(coverage()[place]) if own.section == section)
        changes = (("stance", "offers"),) if action == "correct" else ()
        rows.append(
            Decision(number, "2024-06-01T09:00:00Z", "Edda", action, section, own.words, None, "read", changes,
                     about=own.about, note="own words")
        )  # fmt: skip
    documents, found = apply_reviews(coverage(), rows)
    record = assemble_record(documents, (), (), found)
    data = json.loads(export_record(record, decisions=rows))
    accounts = [row["review"] for met in data["encounters"] for row in met["mentions"] if "review" in row]
    assert [(row["state"], row["by"]) for row in accounts] == [("accepted", "Edda")]
    [stance] = [row["review"] for row in data["positions"] if "review" in row]
    assert stance["x_changes"] == [{"field": "stance", "extracted": "demands", "value": "offers"}]
    assert sorted(row["review"]["state"] for row in data["x_reviews"]) == ["accepted", "corrected", "rejected"]
    assert [row["action"] for row in data["x_decisions"]] == ["accept", "reject", "correct"]
    hidden = export_record(record, text=False, decisions=rows).decode()
    assert "long rains" not in hidden and '"x_decisions"' in hidden
