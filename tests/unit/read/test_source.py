"""read/source.py, place.py, sidecar.py: inputs become documents; what is wrong becomes a line."""

import io
import os
import sys
from pathlib import Path

import pytest

from communique.model import Document, Failure
from communique.read import ReadSettings, read_sources, read_sources_raw


def read(*inputs: object, settings: ReadSettings | None = None) -> tuple[list[Document], list[Failure]]:
    found = list(read_sources([str(one) for one in inputs], settings))
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Failure)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("Bravo.")
    (tmp_path / "a.txt").write_bytes("\ufeffAlpha\r\nÄ.\n".encode())
    (tmp_path / "sub" / "c.md").write_text("Charlie.")
    (tmp_path / "README.md").write_text("About.")
    (tmp_path / ".hidden.txt").write_text("Hidden.")
    return tmp_path


def test_a_folder_is_read_to_the_bottom_in_order(folder):
    docs, failures = read(folder)
    assert [doc.path.removeprefix(folder.as_posix() + "/") for doc in docs] == ["a.txt", "b.txt", "sub/c.md"]
    assert failures == []


def test_text_is_the_decoded_file_and_its_bytes_come_along(folder):
    ((doc, raw),) = read_sources_raw([str(folder / "a.txt")])
    assert doc.text == "\ufeffAlpha\r\nÄ.\n" and raw == doc.text.encode()
    assert [(place.span.start, place.offset) for place in doc.raw_map] == [(0, 0), (8, 10)]


def test_order_of_inputs_does_not_count_and_each_is_read_once(folder):
    one = read(folder / "b.txt", folder)[0]
    two = read(folder, folder / "a.txt", folder / "*.txt")[0]
    assert one == two and len(one) == 3


def test_the_same_bytes_are_one_document_under_the_first_path(folder):
    (folder / "sub" / "again.txt").write_text("Bravo.")
    (folder / "aa.txt").write_text("Bravo.")
    docs, _ = read(folder)
    assert [Path(doc.path).name for doc in docs if doc.text == "Bravo."] == ["aa.txt"]


def test_globs_and_missing_inputs(folder):
    docs, failures = read(folder / "*.txt", folder / "*.none", folder / "gone.txt", "")
    assert len(docs) == 2
    assert [("matches no file" in one.message, "does not exist" in one.message) for one in failures][:2] == [
        (True, False),
        (False, True),
    ]


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"From a pipe.")))
    docs, _ = read("-")
    assert (docs[0].path, docs[0].text) == ("-", "From a pipe.")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("articles.csv", "file;outlet;title;url;author;published\nb.txt;Courier;Talks;https://c.example;Ann Lee;2031-05\n"),
        (
            "articles.yaml",
            "- {file: b.txt, outlet: Courier, title: Talks, url: 'https://c.example', author: Ann Lee, published: 2031-05}",
        ),
        (
            "articles.yml",
            "articles:\n  b.txt: {outlet: Courier, title: Talks, url: 'https://c.example', authors: [Ann Lee], published: 2031-05}",
        ),
    ],
)
def test_sidecars(folder, name, text):
    (folder / name).write_text(text)
    docs, failures = read(folder)
    doc = next(own for own in docs if own.path.endswith("b.txt"))
    assert (doc.outlet.name, doc.title, doc.url, doc.authors, doc.published.start) == (
        "Courier",
        "Talks",
        "https://c.example",
        ("Ann Lee",),
        "2031-05",
    )
    assert len(docs) == 3 and failures == []


def test_a_sidecar_reaches_one_folder_down(folder):
    (folder / "articles.csv").write_text("file,outlet\nsub/c.md,Ledger\n")
    assert read(folder)[0][2].outlet.name == "Ledger"


@pytest.mark.parametrize("text", ["a: &a [*a]", "{", "words: 1", "[" * 3000])
def test_a_broken_sidecar_is_told_once_and_stops_nothing(folder, text):
    (folder / "articles.yaml").write_text(text)
    docs, failures = read(folder)
    assert len(docs) == 3 and len(failures) == 1
    assert "sidecar" in failures[0].message


def test_bad_files_are_lines_and_the_rest_goes_on(folder):
    (folder / "empty.txt").write_text(" \n")
    (folder / "binary.txt").write_bytes(b"abc\x00def\x00" * 50)
    (folder / "large.txt").write_bytes(b"x" * 5_000)
    (folder / "marks.txt").write_text("... --- ...")
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "self").symlink_to("self")
    docs, failures = read(folder, settings=ReadSettings(max_file_bytes=4_000))
    assert len(docs) == 3
    said = {Path(one.where).name: one.message for one in failures}
    assert set(said) == {"empty.txt", "binary.txt", "large.txt", "marks.txt", "pipe.txt", "loop", "self"}
    for name, words in (("empty.txt", "empty"), ("binary.txt", "NUL"), ("large.txt", "limit"), ("marks.txt", "no words"),
                        ("pipe.txt", "pipe"), ("loop", "loop"), ("self", "link")):  # fmt: skip
        assert words in said[name], name
    assert all(one.stage == "read" for one in failures)


def test_a_large_file_is_not_opened(folder, monkeypatch):
    (folder / "large.txt").write_bytes(b"")
    os.truncate(folder / "large.txt", 200_000_000)
    monkeypatch.setattr(Path, "open", lambda *_args, **_kw: pytest.fail("opened"))
    _, failures = read(folder / "large.txt")
    assert "191 MB" in failures[0].message and "64 MB" in failures[0].message


def test_no_permission(folder, monkeypatch):
    real = Path.open

    def guarded(self: Path, *args: object, **kw: object) -> object:
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **kw)

    monkeypatch.setattr(Path, "open", guarded)
    docs, failures = read(folder)
    assert len(docs) == 2 and "permissions" in failures[0].message


def test_a_folder_that_vanishes(folder, monkeypatch):
    real = os.scandir

    def vanishing(path: object) -> object:
        if str(path).endswith("sub"):
            raise FileNotFoundError(2, "gone")
        return real(path)

    monkeypatch.setattr(os, "scandir", vanishing)
    docs, failures = read(folder)
    assert len(docs) == 2 and "gone" in failures[0].message


def test_addresses_can_be_switched_off():
    _, failures = read("https://courier.example/a", settings=ReadSettings(network=False))
    assert "switched off" in failures[0].message
