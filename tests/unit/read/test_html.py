"""read/html.py, html_place.py, page_metadata.py: pages."""

import pytest

from communique.model import DateBasis, Failure
from communique.read.html import nesting, read_fragment
from communique.read.item import Blob
from communique.read.reader import read_blob
from communique.read.settings import ReadSettings

BODY = """<article><h1>Envoys meet</h1><p class="byline">By <a rel="author" href="/a">Ann Lee</a></p>
<p>The two envoys met on <b>Monday</b> for six hours &amp; agreed to exchange lists of prisoners, caf&eacute; owners and maps.</p>
<p>They meet again on <a href="/t">Thursday</a>, the mediator said; the place is not known to anybody outside the room.</p>
<p>“Nobody shouted,” she said. “That is new, and it is more than we had hoped for when we came here in the spring.”</p></article>"""
META = """<meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2031-05-14T08:00:00Z">
<meta name="author" content="By Ann Lee"><link rel="canonical" href="https://courier.example/envoys">"""


def page(head: str = META, body: str = BODY) -> bytes:
    nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    title = "<title>Envoys meet | The Courier</title>"
    return f"<!DOCTYPE html><html lang='en-GB'><head>{title}{head}</head><body>{nav}{body}<footer>© 2031</footer></body></html>".encode()


def read(raw: bytes, name: str = "a.html"):
    (found,) = read_blob(Blob(name, name, raw), ReadSettings())
    return found if isinstance(found, Failure) else found[0]


def test_title_and_paragraphs_are_lines():
    lines = read(page()).text.split("\n")
    assert lines[0] == "Envoys meet"
    assert (
        "The two envoys met on Monday for six hours & agreed to exchange lists of prisoners, café owners and maps." in lines
    )
    assert not any("World" in line for line in lines)


def test_meta_tags():
    doc = read(page())
    assert (doc.title, doc.outlet.name, doc.url, doc.authors, doc.language) == (
        "Envoys meet", "The Courier", "https://courier.example/envoys", ("Ann Lee",), "en")  # fmt: skip
    assert (doc.published.start, doc.published.basis) == ("2031-05-14", DateBasis.METADATA)


def test_json_ld_goes_first():
    data = """<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "X"}, {"@type": "NewsArticle",
    "headline": "Envoys meet again", "datePublished": "2031-06", "author": [{"name": "Bo Fry"}, {"name": "Reuters"}],
    "publisher": {"name": "Ledger"}}]}</script>"""
    doc = read(page(head=META + data))
    assert (doc.title, doc.outlet.name, doc.authors, doc.credit) == (
        "Envoys meet again",
        "Ledger",
        ("Bo Fry", "Reuters"),
        "Reuters",
    )
    assert (doc.published.start, doc.published.precision) == ("2031-06", "month")


def test_broken_json_ld_is_no_harm():
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
        + "<script type='application/ld+json'>"
        + "[" * 9_000
    )
    assert read(page(head=META + data.replace("[" * 9_000, "[" * 9_000 + "</script>"))).title == "Envoys meet"


def test_every_line_is_traced_into_the_page():
    raw = page()
    doc = read(raw)
    assert doc.raw_map[0].span.start == 0 and doc.raw_map[-1].span.end == len(doc.text)
    offsets = [place.offset for place in doc.raw_map]
    assert offsets == sorted(offsets)
    for words in ("The two envoys", "Monday", "They meet again", "Thursday", "That is new"):
        place = doc.text.index(words)
        run = next(own for own in doc.raw_map if own.span.start <= place < own.span.end)
        shift = len(doc.text[run.span.start : place].encode())
        assert raw[run.offset + shift :].startswith(words.split()[0].encode()), words


def test_encodings_of_pages():
    body = BODY.replace("maps", "Grüße")
    raw = page(head='<meta charset="windows-1252">').decode().replace("maps", "Grüße").encode("cp1252")
    assert "Grüße" in read(raw).text
    assert "Grüße" in read(page(body=body)).text


def test_deep_pages_are_refused_quickly():
    raw = b"<html><body>" + b"<div>" * 10_000 + BODY.encode() + b"</div>" * 10_000
    found = read(raw)
    assert isinstance(found, Failure) and "nested" in found.message


@pytest.mark.parametrize("body", ["", "<div id='app'></div><script>run()</script>"])
def test_a_page_without_text_is_a_failure(body):
    found = read(b"<!DOCTYPE html><html><head></head><body>" + body.encode() + b"</body></html>")
    assert isinstance(found, Failure) and "text" in found.message


def test_nesting_counts_open_elements_only():
    assert nesting("<p>a<p>b<br><div><div></div><img></div><!-- <div><div><div> -->") == 2
    assert nesting("<script>'<div><div>'</script><div/>") == 1


def test_fragments():
    assert read_fragment("<p>One &amp; two.</p>\n<p>Three</p>").split("\n") == ["One & two.", "Three"]
