"""The command line as its user runs it: real files, a real record, in a fresh folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WIRE = (
    "Harbour talks end without a date\n\n"
    "QUITO, May 14, 2024 - Foreign Minister Ada Brandt of Norway met her Peruvian counterpart Carlos Duarte in Quito on Tuesday "
    "for four hours.\n\nBrandt said the two sides had agreed to reopen the port of Callao by June 30. "
    "“We want the port open,” she told reporters after the meeting.\n\nThe talks will resume in Lima next week.\n"
)
OTHER = (
    "Ministers meet\n\nMay 15, 2024\n\nNorwegian Foreign Minister Ada Brandt and Carlos Duarte, her Peruvian counterpart, held talks in "
    "Quito on Tuesday. The meeting lasted more than five hours. Trade envoy Bo Lind was not present.\n\n"
    "“We want the port open,” Brandt said.\n"
)
THIRD = "A short note\n\nMay 16, 2024\n\nPeru's Carlos Duarte will visit Oslo on May 20, his ministry said on Thursday.\n"


def communique(*arguments, cwd=None, check=True, text=True):
    """Run the program in a process of its own."""
    command = [sys.executable, "-m", "communique", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=text, env={**os.environ, "COLUMNS": "110"})
    assert not check or done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three articles and the record of them."""
    path = tmp_path_factory.mktemp("talks")
    (path / "news").mkdir()
    for name, words in (("wire.txt", WIRE), ("other.txt", OTHER), ("third.txt", THIRD)):
        (path / "news" / name).write_text(words, encoding="utf-8")
    communique("build", "news", cwd=path)
    return path


def test_the_record_holds_what_the_articles_say(folder):
    encounters = json.loads(communique("encounters", "--json", cwd=folder).stdout)
    quito = [own for own in encounters if (own["place"] or {}).get("city") == "Quito"]
    assert quito and quito[0]["status"] == "held" and quito[0]["date"]["start"] == "2024-05-14"
    names = {own["name"] for own in json.loads(communique("actors", "--json", cwd=folder).stdout)}
    assert {"Ada Brandt", "Carlos Duarte"} <= names
    quotes = json.loads(communique("quotes", "--actor", "Ada Brandt", "--json", cwd=folder).stdout)
    assert any("We want the port open" in own["content"][0]["quote"] for own in quotes)


def test_two_durations_of_one_meeting_are_a_conflict_with_both_words(folder):
    conflicts = json.loads(communique("conflicts", "--json", cwd=folder).stdout)
    [duration] = [own for own in conflicts if own["attribute"] == "duration"]
    words = {value["evidence"][0]["quote"] for value in duration["values"]}
    assert words == {"four hours", "more than five hours"}


@pytest.mark.parametrize(
    "command",
    ["timeline", "encounters", "actors", "quotes", "positions", "agreements", "forecasts", "figures", "conflicts", "status"],
)
def test_every_list_prints_a_table_and_json(folder, command):
    assert communique(command, cwd=folder).stdout.strip()
    json.loads(communique(command, "--json", cwd=folder).stdout)


def test_show_search_verify_and_report(folder):
    own = json.loads(communique("encounters", "--json", cwd=folder).stdout)[0]["id"]
    assert "Quito" in communique("show", own, cwd=folder).stdout or own
    assert "port" in communique("search", "port", "open", cwd=folder).stdout
    assert "0 wrong" in communique("verify", cwd=folder).stdout
    communique("report", "-o", "report.html", cwd=folder)
    assert "Where the sources disagree" in (folder / "report.html").read_text(encoding="utf-8")
    assert communique("show", "nothing", cwd=folder, check=False).returncode == 3


def test_order_of_arrival_does_not_matter(folder, tmp_path):
    news = folder / "news"
    expected = communique("export", "-r", folder / "record.communique", text=False).stdout
    record = tmp_path / "r.communique"
    for name in ("third.txt", "wire.txt", "other.txt"):
        communique("build" if name == "third.txt" else "add", f"news/{name}", "-r", record, cwd=news.parent)
    assert communique("export", "-r", record, text=False).stdout == expected
    extra = tmp_path / "extra.txt"
    extra.write_text("May 17, 2024\n\nNothing happened in Quito on Friday, Ada Brandt said.\n", encoding="utf-8")
    communique("add", extra, "-r", record)
    assert communique("export", "-r", record, text=False).stdout != expected
    communique("remove", extra, "-r", record)
    assert communique("export", "-r", record, text=False).stdout == expected


def test_a_second_build_has_nothing_to_do(folder):
    done = json.loads(communique("build", "news", "--json", cwd=folder).stdout)
    assert (done["added"], done["updated"], done["unchanged"]) == ([], [], 3)


def test_a_broken_file_is_told_and_stops_nothing(tmp_path):
    (tmp_path / "good.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 64)
    done = communique("build", "good.txt", "empty.txt", "picture.txt", "missing.txt", cwd=tmp_path, check=False)
    assert done.returncode == 1
    for name in ("empty.txt", "picture.txt", "missing.txt"):
        assert name in done.stderr
    state = json.loads(communique("status", "--json", cwd=tmp_path).stdout)
    assert len(state["documents"]) == 1 and len(state["failures"]) == 3


def test_wrong_use_has_words_and_a_code(tmp_path):
    assert communique("timeline", cwd=tmp_path, check=False).returncode == 3
    assert "make one with" in communique("timeline", cwd=tmp_path, check=False).stderr
    assert communique("nonsense", check=False).returncode == 2
    assert "Examples" in communique("build", "--help").stdout


def test_an_export_without_words_holds_none(folder):
    data = json.loads(communique("export", "--no-text", cwd=folder).stdout)
    assert all("text" not in found for found in data["documents"])
    assert "Quito" not in json.dumps([own["evidence"] for own in data["encounters"]])


def test_the_python_api_gives_the_same(folder):
    from communique import open_record

    opened = open_record(folder / "record.communique")
    assert "3 documents" in repr(opened)
    [row] = [row for row in opened.timeline() if row.encounter.place and row.encounter.place.city == "Quito"][:1]
    assert opened.context(row.evidence[0])[1] == row.evidence[0].quote
    assert opened.frame("quotations").shape[0] == len(opened.record.quotations)
    assert "<table>" in opened._repr_html_()


def test_two_builders_of_one_record(tmp_path):
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(WIRE.replace("Quito", f"Quito {number}"), encoding="utf-8")
    command = [sys.executable, "-m", "communique", "build", ".", "-r", str(tmp_path / "r.communique"), "--workers", "1"]
    running = [
        subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    codes, errors = zip(*((process.wait(), process.stderr.read()) for process in running), strict=True)
    assert 0 in codes
    assert all(code == 0 or "another process is building" in error for code, error in zip(codes, errors, strict=True))
    assert "0 wrong" in communique("verify", "-r", tmp_path / "r.communique").stdout


def test_paths_of_the_sample_exist():
    root = Path(__file__).resolve().parents[2]
    assert len(list((root / "sample" / "coverage").glob("*.*"))) >= 12
