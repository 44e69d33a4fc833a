"""record/codec.py: model types to JSON and back."""

import pytest

from communique.errors import StoreError
from communique.model import DocumentRecord, Finding, FindingKind, FindingValue
from communique.record.codec import decode, encode
from factories import at, document, record_of


def test_round_trip_is_exact_and_repeatable():
    doc = document("Ärger in Genève – “so”.")
    value = FindingValue("4 h", (at(doc, "Genève"),))
    finding = Finding("k1", FindingKind.CONFLICT, "encounter", "e", "Talks", "duration", (value,), weight=0.5)
    data = encode(finding)
    assert decode(Finding, data) == finding
    assert encode(decode(Finding, data)) == data
    assert decode(DocumentRecord, encode(record_of(doc))) == record_of(doc)


def test_says_where_damaged_data_do_not_fit():
    with pytest.raises(StoreError, match="do not fit Finding at kind"):
        decode(
            Finding, b'{"id":"k","kind":"nonsense","subject_type":"x","subject":null,"label":"","attribute":"","values":[]}'
        )
    with pytest.raises(StoreError, match="do not fit Finding"):
        decode(Finding, b"no json")
