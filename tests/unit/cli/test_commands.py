"""cli: help, tables, JSON, exit codes, shell completion; over a record made by hand, without language models."""

import json
import os
import shutil
import sqlite3
import sys

import pytest

from communique.cli import output
from communique.cli.main import COMMANDS, main
from communique.pipeline.build import publish
from communique.record.store import open_store
from communique.web.change import Wanted, judge
from invented import coverage

LISTS = (
    *("timeline", "encounters", "actors", "quotes", "positions", "agreements", "forecasts", "figures", "conflicts"),
    "status",
)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """The record of the invented coverage."""
    path = tmp_path_factory.mktemp("cli") / "r.communique"
    with open_store(path, create=True) as store:
        for own in coverage():
            store.stage(own, own.document.text.encode(), "v1")
        publish(store, ())
    return path


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs the command line in this process: (exit code, output, errors)."""

    def command(*arguments, width=110, **environment):
        monkeypatch.setattr(sys, "argv", ["communique", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", str(width))
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
        done = capsys.readouterr()
        return code, done.out, done.err

    return command


@pytest.mark.parametrize("name", [command.__name__ for command in COMMANDS])
def test_every_help_has_an_example(run, name):
    code, out, _ = run(name, "--help")
    assert code == 0 and "Example" in out and f"communique {name}" in out


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("width", [80, 120])
def test_lists_fit_the_terminal(run, record, name, width):
    code, out, err = run(name, "-r", record, width=width)
    assert (code, err) == (0, "") and out.strip()
    assert max(len(line) for line in out.splitlines()) <= max(width, 110)


@pytest.mark.parametrize("name", [*LISTS, "verify"])
def test_lists_give_json(run, record, name):
    code, out, _ = run(name, "-r", record, "--json")
    assert code == 0 and json.loads(out)


def test_reviewers_tells_share_kappa_and_the_lines_on_which_two_people_differ(run, record, tmp_path):
    own = tmp_path / "copy.communique"
    shutil.copy(record, own)
    assert "Nobody has reviewed" in run("reviewers", "-r", own)[1]
    with open_store(own) as store:
        first, second = store.section("quotations")[:2]
        for author, actions in (("Edda Holm", ("accept", "reject")), ("Ivo Berg", ("accept", "accept"))):
            for line, action in zip((first, second), actions, strict=True):
                judge(store, "quotations", line.id, author, Wanted(action, {}, "a caption" if action == "reject" else ""))
        publish(store, ())
    code, out, _ = run("reviewers", "-r", own)
    assert code == 0 and "Edda Holm and Ivo Berg" in out and "50.0 %" in out and "0.000" in out
    assert "Where they differ" in out and second.id in out and first.id not in out and "Edda Holm: reject, a caption" in out
    [found] = json.loads(run("reviewers", "-r", own, "--json")[1])["agreement"]
    assert (found["both"], found["alike"], found["share"], found["kappa"]) == (2, 1, 0.5, 0.0)


def test_a_narrow_terminal_gets_a_list_with_the_ids_last(monkeypatch, capsys):
    monkeypatch.setattr(output, "console", lambda error=False: output.Console(width=60, highlight=False))
    output.print_table(
        ("Status", "What", "Absent", "Id"),
        [["held", output.faint("e1") + "\nTalks in Quito", "Bo Lind", "x"]],
        empty="none",
    )
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == "held · Absent: Bo Lind" and lines[-2] == "x" and "Talks in Quito" in lines


def test_limits_say_what_they_leave_out(run, record):
    _, out, _ = run("actors", "-r", record, "--limit", "1")
    assert "2 more; --limit 0 shows all" in out
    assert len(json.loads(run("actors", "-r", record, "--json", "-n", "2")[1])) == 2


def test_show_gives_the_words_in_context(run, record):
    [own] = [row["id"] for row in json.loads(run("encounters", "-r", record, "--json")[1]) if row["kind"] == "call"]
    code, out, _ = run("show", own, "-r", record)
    assert code == 0 and "Carlos Duarte called Bo Lind" in " ".join(out.split())
    assert json.loads(run("show", own, "-r", record, "--json")[1])["id"] == own


def test_search_finds_beginnings_of_words(run, record):
    assert "Callao" in run("search", "reopen", "Call", "-r", record)[1]
    assert json.loads(run("search", "harpsichord", "-r", record, "--json")[1]) == []


def test_the_record_can_be_named_once_for_all(run, record):
    assert run("verify", COMMUNIQUE_RECORD=str(record))[0] == 0


def test_removing_says_what_went_and_what_it_does_not_know(run, record, tmp_path):
    own = tmp_path / "r.communique"
    own.write_bytes(record.read_bytes())
    assert json.loads(run("remove", "note.txt", "-r", own, "--json")[1])["removed"] == ["note.txt"]
    code, _, err = run("remove", "note.txt", "-r", own)
    assert code == 3 and "holds no document note.txt" in err


def test_exit_codes(run, record, tmp_path):
    assert run("timeline", "-r", tmp_path / "none.communique")[0] == 3
    assert run("add", "x.txt", "-r", tmp_path / "none.communique")[0] == 3
    assert run("nonsense")[0] == 2
    assert run("timeline", "--limit", "-1")[0] == 2
    assert run("show", "nothing", "-r", record)[0] == 3
    assert run("export", "-r", record, "-o", tmp_path / "no" / "folder.json")[0] == 3
    code, _, err = run("serve", "-r", record, "--host", "0.0.0.0", "--key", "short")
    assert code == 3 and "--key" in err


def test_verify_finds_an_altered_article(run, record, tmp_path):
    own = tmp_path / "r.communique"
    own.write_bytes(record.read_bytes())
    with open_store(own) as store:
        store.connection.execute("UPDATE document SET sha256 = 'other' WHERE path = 'note.txt'")
    code, out, _ = run("verify", "-r", own)
    assert code == 1 and "note.txt" in out


def test_a_damaged_record_is_told_in_words(run, record, tmp_path):
    own = tmp_path / "r.communique"
    data = bytearray(record.read_bytes())
    for at in range(4096 * 2, len(data)):
        data[at] = 0xAA
    own.write_bytes(data)
    code, _, err = run("export", "-r", own)
    assert code == 3 and "communique:" in err and "Traceback" not in err


def test_a_record_of_a_newer_version_and_no_record_are_left_alone(run, record, tmp_path):
    newer, text = tmp_path / "newer.communique", tmp_path / "notes.txt"
    newer.write_bytes(record.read_bytes())
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    text.write_text("shopping list\n" * 500)
    for path, words in ((newer, "newer"), (text, "cannot open")):
        before = path.read_bytes()
        for command in (("timeline",), ("build", str(tmp_path))):
            code, _, err = run(*command, "-r", path)
            assert code == 3 and words in err
        assert path.read_bytes() == before


@pytest.mark.parametrize(("shell", "words"), [("bash", "communique time"), ("zsh", "communique time"), ("fish", "time")])
def test_shells_complete_commands(run, shell, words):
    names = {"_COMMUNIQUE_COMPLETE": f"complete_{shell}", "COMP_WORDS": words, "COMP_CWORD": "1"}
    _, out, _ = run(**names, _TYPER_COMPLETE_ARGS=words, _TYPER_COMPLETE_FISH_ACTION="get-args")
    os.environ.pop("_COMMUNIQUE_COMPLETE", None)
    assert "timeline" in out


def test_words_of_articles_cannot_steer_the_terminal():
    assert output.plain("a\x1b[31mb\x00 \u202ec\nd") == "a[31mb c d"


def test_issues_can_be_made_ones_own(run, tmp_path):
    path, own = tmp_path / "r.communique", tmp_path / "issues.yaml"
    with open_store(path, create=True) as store:
        for document in coverage():
            store.stage(document, document.document.text.encode(), "v1")
        publish(store, ())
        words = store.record().positions[0].content[0].quote.split()[-1]
    code, before, _ = run("issues", "-r", path)
    assert code == 0 and before.strip()
    assert run("issues", "-r", path, "--write", own)[0] == 0
    text = own.read_text(encoding="utf-8")
    assert text.count("- id: ") >= 80
    own.write_text(
        f"{text}- id: mine\n  name: My own matter\n  cues:\n    strong: [{json.dumps(words)}]\n", encoding="utf-8"
    )
    code, after, _ = run("issues", "-r", path, "--use", own)
    assert code == 0 and "My own matter: " in after
    assert run("issues", "-r", path, "--default")[1] == before
    own.write_text("issues: none", encoding="utf-8")
    assert run("issues", "-r", path, "--use", own)[0] == 3
    assert run("issues", "-r", path)[1] == before


def test_changes_says_what_later_articles_brought(run, record):
    code, out, _ = run("changes", "--record", record, "--published-since", "2024-05-15")
    assert code == 0 and "new article" in out and "new disagreement" in out and "told differently" in out
    code, out, _ = run("changes", "--record", record, "--published-since", "2024-05-15", "--json")
    data = json.loads(out)
    assert len(data["documents"]) == 2 and len(data["encounters"]) == 1 and data["numbers"]["quotations"] == 1
    assert {"what": "told by", "before": "1", "after": "2"} in data["told_differently"][0]["changes"]
    code, out, _ = run("changes", "--record", record, "--added-since", "2999-01-01")
    assert code == 0 and "Nothing changed" in out
    code, out, _ = run("changes", "--record", record, "--added-since", "2001", "--json")
    assert len(json.loads(out)["documents"]) == 3


@pytest.mark.parametrize(
    "arguments", [(), ("--added-since", "soon"), ("--added-since", "2024", "--published-since", "2024")]
)
def test_changes_needs_one_day(run, record, arguments):
    code, _, err = run("changes", "--record", record, *arguments)
    assert code == 3 and ("since when" in err or "no day" in err)


def test_as_of_a_day(run, record):
    code, out, err = run("timeline", "--record", record, "--as-of", "2024-05-14", "--json")
    assert code == 0
    assert "articles were out" in err
    whole = json.loads(run("timeline", "--record", record, "--json")[1])
    assert 0 < len(json.loads(out)) <= len(whole)
    assert json.loads(run("timeline", "--record", record, "--as-of", "1999", "--json")[1]) == []
    code, out, err = run("quotes", "--record", record, "--as-of", "1999", "--clock", "said", "--json")
    assert (code, json.loads(out)) == (0, [])
    assert "by the day on which things were said" in err
    code, _, err = run("conflicts", "--record", record, "--as-of", "soon")
    assert code == 3 and "is no day" in err


def test_since_a_mark(run, record, tmp_path):
    path = tmp_path / "marked.communique"
    path.write_bytes(record.read_bytes())
    code, out, _ = run("mark", "briefing", "--record", path)
    assert (code, "marked briefing" in out) == (0, True)
    code, out, _ = run("changes", "--since-mark", "briefing", "--record", path)
    assert (code, "Nothing changed" in out) == (0, True)
    code, _, err = run("changes", "--since-mark", "other", "--record", path)
    assert code == 3 and "no mark 'other'" in err
    assert run("mark", " ", "--record", path)[0] == 3


def test_a_mark_tells_what_came_after(run, tmp_path):
    path = tmp_path / "growing.communique"
    *first, last = coverage()
    with open_store(path, create=True) as store:
        for own in first:
            store.stage(own, own.document.text.encode(), "v1")
        publish(store, ())
    run("mark", "briefing", "--record", path)
    with open_store(path) as store:
        store.stage(last, last.document.text.encode(), "v1")
        publish(store, ())
    code, out, _ = run("changes", "--since-mark", "briefing", "--record", path, "--json")
    assert (code, json.loads(out)["documents"]) == (0, [last.document.id])


def test_sources_and_readouts(run, record):
    code, out, _ = run("sources", "--record", record, "--json")
    groups = json.loads(out)
    assert code == 0
    assert len({own for group in groups for own in group["documents"]}) == len(coverage())
    first = json.loads(run("timeline", "--record", record, "--json")[1])[0]["id"]
    code, out, _ = run("sources", first, "--record", record)
    assert code == 0 and "Origin" in out
    assert run("sources", "nothing", "--record", record)[0] == 3
    code, out, _ = run("readouts", "--record", record, "--json")
    assert (code, json.loads(out)) == (0, [])
