"""benchmarks/names.py: the table counts pairs at the product's threshold."""

import json

from benchmarks.names import measure, read, table


def test_precision_recall_f1():
    pairs = [(0.9, True), (0.8, False), (0.2, True), (0.1, False)]
    assert measure(pairs, 0.7) == (50.0, 50.0, 50.0)
    assert measure([], 0.7) == (0.0, 0.0, 0.0)


def test_table_of_a_file(tmp_path):
    rows = [
        {"id": "1", "schema": "Person", "a": "Kari Lind", "b": "Kari Lindt", "match": True, "group": "g"},
        {"id": "2", "schema": "Person", "a": "Kari Lind", "b": "Luz Cano", "match": False, "group": "g"},
        {"id": "3", "schema": "Company", "a": "Lind Ltd", "b": "Lind", "match": True, "group": "g"},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    lines = table(read(path)).splitlines()
    assert lines[1].split()[:6] == ["Person", "2", "1", "100.00", "100.00", "100.00"]
    assert lines[3].split()[:3] == ["all", "3", "2"]
