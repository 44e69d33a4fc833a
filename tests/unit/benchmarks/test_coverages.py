"""Every coverage with a hand-made expected record is accepted: its words are there, its issues and items are known."""

import json
from pathlib import Path

import pytest
import yaml

from benchmarks.quoted_gold import listed
from benchmarks.sample_gold import make

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "benchmarks" / "data"
FOLDERS = sorted(path for part in ("seen", "unseen") for path in (DATA / part).iterdir() if path.is_dir())
TREE = ROOT / "src" / "communique" / "lexicon" / "data" / "issue.yaml"
SECTIONS = ("body", "boilerplate", "meta_spans", "encounters", "statements", "positions", "agreements", "forecasts")


def issues_of(folder: Path) -> set[str]:
    """Ids of the issues of a coverage."""
    cross = yaml.safe_load((folder / "expected" / "cross.yaml").read_text(encoding="utf-8"))
    return set(cross["issues"])


def test_there_are_coverages() -> None:
    assert {path.parent.name for path in FOLDERS} >= {"seen"}
    assert len(FOLDERS) >= 9


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_the_expected_record_is_accepted(folder: Path) -> None:
    files, missing = make(folder / "expected", folder / "coverage")

    assert missing == []
    articles = {name: gold for name, gold in files.items() if name != "cross.json"}
    assert {gold["file"] for gold in articles.values()} == {path.name for path in (folder / "coverage").iterdir()}
    for gold in articles.values():
        text = (folder / "coverage" / gold["file"]).read_bytes().decode("utf-8")
        assert gold["body"]
        for section in SECTIONS:
            for item in gold[section]:
                assert [text[start:end] for start, end in item["evidence"]] == item["quote"], (gold["file"], item["id"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_items_name_what_exists(folder: Path) -> None:
    files, _ = make(folder / "expected", folder / "coverage")
    cross = files.pop("cross.json")
    issues = issues_of(folder)

    for gold in files.values():
        meetings = {item["id"] for item in gold["encounters"]}
        said = {item["id"] for item in gold["statements"]}
        assert {item["issue"] for item in gold["positions"]} <= issues
        assert {issue for item in gold["encounters"] for issue in item["topics"]} <= issues
        assert {item["statement"] for item in gold["positions"]} <= {*said, None}
        assert {item.get("nested_in") for item in gold["statements"]} <= {*said, None}
        sections = ("statements", "agreements", "forecasts")
        assert {item["encounter"] for name in sections for item in gold[name]} <= {*meetings, None}
        assert {item["part_of"] for item in gold["encounters"]} <= {*meetings, None}
        assert {link["to"] for link in gold["encounter_links"]} <= meetings
    for row in cross["not_the_same"]["actors"]:
        assert row[0] != row[1]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_the_map_of_issues_leads_from_the_tree_to_the_coverage(folder: Path) -> None:
    tree = {issue["id"] for issue in yaml.safe_load(TREE.read_text(encoding="utf-8"))["issues"]}
    table = json.loads((folder / "issues-map.json").read_text(encoding="utf-8"))

    assert set(table) <= tree
    assert {issue for found in table.values() for issue in listed(found)} <= issues_of(folder)
