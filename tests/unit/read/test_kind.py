"""read/kind.py: the type is told by content first."""

import pytest

from communique.errors import ReadError
from communique.read import kind
from communique.read.kind import guess_kind

MAIL = b"Received: from a by b\nFrom: a@b.example\nSubject: Talks\nDate: Mon, 3 Mar 2031 10:00:00 +0000\n\nText\n"


@pytest.mark.parametrize(
    ("raw", "name", "expected"),
    [
        (b"Words.", "a.txt", kind.TEXT),
        (b"# Words", "a.md", kind.TEXT),
        (b"Words.", "", kind.TEXT),
        (b"<!DOCTYPE html><p>x", "a.txt", kind.HTML),
        (b"<html><p>x", "", kind.HTML),
        (b"<div><p>x</p></div>", "a.html", kind.HTML),
        (b"plain words", "a.html", kind.HTML),
        (b"%PDF-1.7 ...", "a.txt", kind.PDF),
        (b"\x1f\x8b\x08", "a.json", kind.GZIP),
        (b"PK\x03\x04", "a", kind.ZIP),
        (b'{"text": "x"}', "a", kind.JSON),
        (b'{"text": "x"}', "a.jsonl", kind.LINES),
        (b"{curly} words", "a.txt", kind.TEXT),
        (b'<?xml version="1.0"?><rss version="2.0">', "a.xml", kind.FEED),
        (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', "a", kind.FEED),
        (MAIL, "a.txt", kind.MAIL),
        (b"From: the archive\nTo: the reader\n\nA letter.", "a.txt", kind.TEXT),
        (b"Date: Monday. Words.", "a.eml", kind.MAIL),
    ],
)
def test_types(raw, name, expected):
    assert guess_kind(raw, name) == expected


def test_a_served_type_counts_where_the_bytes_do_not_tell():
    assert guess_kind(b"<p>words</p>", "", "text/html; charset=utf-8") == kind.HTML
    assert guess_kind(b"words", "", "text/plain") == kind.TEXT


@pytest.mark.parametrize(
    ("raw", "name", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "a.txt", "PNG"),
        (b"\xd0\xcf\x11\xe0", "a.doc", "Office"),
        (b"a,b\n1,2\n", "table.csv", ".csv"),
        (b"words", "a.pdf", "damaged"),
        (b"MZ\x90\x00", "a.txt", "program"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(raw, name, words):
    with pytest.raises(ReadError, match=words):
        guess_kind(raw, name)


def test_words_that_begin_like_a_magic_number_are_words():
    assert guess_kind(b"MZ is the sign of a program.", "a.txt") == kind.TEXT
