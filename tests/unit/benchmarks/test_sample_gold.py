"""The expected record of the sample: its words are in the articles, and wrong words are refused."""

from pathlib import Path

import pytest
import yaml

from benchmarks.quoted_gold import RefusedError, Words
from benchmarks.sample_gold import make

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "sample"


def test_every_quoted_word_of_the_plain_articles_is_there() -> None:
    files, missing = make(SAMPLE / "expected", SAMPLE / "coverage")

    assert len(files) - 1 + len(missing) == 15
    assert {Path(name).suffix for name in missing} == {".docx", ".eml", ".html", ".pdf"}
    for name, gold in files.items():
        if name == "cross.json":
            continue
        text = (SAMPLE / "coverage" / gold["file"]).read_bytes().decode("utf-8")
        for section in ("body", "boilerplate", "meta_spans", "encounters", "statements", "agreements"):
            for item in gold[section]:
                assert [text[start:end] for start, end in item["evidence"]] == item["quote"]


def test_layout_covers_every_letter_once() -> None:
    files, _ = make(SAMPLE / "expected", SAMPLE / "coverage")
    gold = files["03-harbour-evening-post-2024-05-15.json"]
    text = (SAMPLE / "coverage" / gold["file"]).read_text(encoding="utf-8")

    covered = [0] * len(text)
    for section in ("body", "boilerplate", "meta_spans"):
        for item in gold[section]:
            for place in range(*item["evidence"][0]):
                covered[place] += 1
    assert max(covered) == 1
    assert all(covered[place] or letter.isspace() for place, letter in enumerate(text))


def test_every_article_says_that_it_is_invented() -> None:
    plain = [path for path in (SAMPLE / "coverage").iterdir() if path.suffix in (".txt", ".html", ".eml")]

    assert len(plain) == 13
    for path in plain:
        assert "This article is part of an invented sample cov" in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize(
    ("words", "place"),
    [("talks", (4, 9)), ("talks @2", (21, 26)), ("The >> held", (0, 14)), ("Old~", (15, 18))],
)
def test_words_are_found(words: str, place: tuple[int, int]) -> None:
    assert Words("a", "The talks held Olden talks.", exact=True).find(words) == place


@pytest.mark.parametrize("words", ["talk", "Talks", "talks @3", "held >> The"])
def test_words_that_are_not_there_are_refused(words: str) -> None:
    with pytest.raises(RefusedError, match="has not"):
        Words("a", "The talks held Olden talks.", exact=True).find(words)


def test_line_end_hyphens_may_differ_in_a_rendered_text() -> None:
    text = "the nego-\ntiators  met\nin a re\u00adport"
    words = Words("a", text, exact=False)

    start, end = words.find("negotiators met in")
    assert text[start:end] == "nego-\ntiators  met\nin"
    assert words.find("report") == (len(text) - 7, len(text))


def test_an_unquoted_comma_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Yes, they met.", encoding="utf-8")
    (tmp_path / "cross.yaml").write_text("actors: {}\n", encoding="utf-8")
    item = "article: '1'\nfile: a.txt\nfigures: [{what: a, value: 1, unit: b, at: Yes, they met}]\n"
    assert yaml.safe_load(item)["figures"][0]["they met"] is None
    (tmp_path / "a.yaml").write_text(item, encoding="utf-8")

    with pytest.raises(RefusedError, match="they met"):
        make(tmp_path, tmp_path)
