"""read/json_article.py: articles in JSON."""

import json

import pytest

from communique.model import Document, Failure
from communique.read.item import Blob
from communique.read.reader import read_blob
from communique.read.settings import ReadSettings

ONE = {"headline": "Envoys meet", "body": "They met.", "link": "https://a.example/1", "publishedAt": "2031-05-14T10:00:00Z",
       "author": "Ann Lee; Bo Fry", "publisher": {"name": "Courier"}}  # fmt: skip


def read(text: str, name: str = "a.json") -> list[Document | Failure]:
    found = read_blob(Blob(name, name, text.encode()), ReadSettings())
    return [one if isinstance(one, Failure) else one[0] for one in found]


def test_fields_by_their_usual_names():
    (doc,) = read(json.dumps(ONE))
    assert (doc.text, doc.title, doc.url, doc.authors) == (
        "They met.",
        "Envoys meet",
        "https://a.example/1",
        ("Ann Lee", "Bo Fry"),
    )
    assert (doc.published.start, doc.outlet.name) == ("2031-05-14", "Courier")


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([{"text": "One."}, {"text": "Two."}]),
        json.dumps({"meta": {"n": [1]}, "articles": [{"text": "One."}, {"text": "Two."}]}, indent=2),
        '{"text": "One."}\n\n{"text": "Two."}\n',
    ],
)
def test_arrays_wrappers_and_lines(text):
    assert [doc.text for doc in read(text)] == ["One.", "Two."]


def test_the_bytes_of_an_article_are_its_slice():
    text = '[{"text": "Öne."} , {"text":"Two."}]'
    found = list(read_blob(Blob("a.json", "a.json", text.encode()), ReadSettings()))
    assert [raw.decode() for _, raw in found] == ['{"text": "Öne."}', '{"text":"Two."}']
    assert [doc.path for doc, _ in found] == ["a.json!1", "a.json!2"]


def test_markup_becomes_paragraphs():
    (doc,) = read(json.dumps({"content": "<p>One &amp; two.</p><p>Three.</p>"}))
    assert doc.text.split() == ["One", "&", "two.", "Three."]


def test_half_characters_are_made_storable():
    (doc,) = read('{"text": "a \\ud800 b"}')
    assert doc.text.encode() == "a \ufffd b".encode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 100_000 + "]" * 100_000, "deep"),
        ('{"a":' * 5_000 + "1" + "}" * 5_000, "deep"),
        ('{"text": "cut', "JSON"),
        ('"just words"', "article"),
        ('{"number": 1}', "text of an article"),
        ("[]", "no article"),
    ],
)
def test_bad_json_is_a_failure(text, words):
    found = read(text)
    assert found and all(isinstance(one, Failure) for one in found)
    assert any(words in one.message for one in found)


def test_a_broken_line_stops_no_other():
    good, bad, last = read('{"text": "One."}\n{broken\n{"text": "Two."}', "a.jsonl")
    assert (good.text, last.text) == ("One.", "Two.")
    assert isinstance(bad, Failure) and bad.where == "a.jsonl!2"
