"""Whatever the bytes: reading ends in documents whose places cover their text, or in failures that say what to do."""

import io
import json
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Failure
from communique.read.decode import decode
from communique.read.item import Blob
from communique.read.reader import read_blob
from communique.read.settings import ReadSettings

NAMES = st.sampled_from(
    ["a.txt", "a.html", "a.json", "a.jsonl", "a.eml", "a.xml", "a.pdf", "a.docx", "a.zip", "a.gz", "a", ""]
)
PIECES = st.sampled_from(
    [b"<html><body>", b"<p>", b"</p>", b"<div", b"<!--", b"&amp;", b"&#x1F600;", b"<script>", b'{"text": "a"}', b"[", b"]", b"\n", b"\r\n\r\n",
     b"Subject: x\n", b"MIME-Version: 1.0\n", b"Received: x\n", b"%PDF-1.7", b"PK\x03\x04", b"\x1f\x8b\x08", b"<rss><channel><item><title>a</title>",
     b"<![CDATA[", b"\xff\xfe", b"\xef\xbb\xbf", "Женева".encode(), "Genève".encode("cp1252"), b"The envoys met on Monday. " * 4, b"\x00"]
)  # fmt: skip
RAW = st.lists(PIECES | st.binary(max_size=20), max_size=15).map(b"".join)


@settings(max_examples=400, deadline=None)
@given(RAW, NAMES)
def test_any_bytes_end_in_documents_or_failures(raw, name):
    blob = Blob(name or "-", name, raw)
    found = list(read_blob(blob, ReadSettings()))
    assert found
    for one in found:
        if isinstance(one, Failure):
            assert one.stage == "read" and one.message
            continue
        doc, own = one
        assert doc.text and doc.raw_map[0].span.start == 0 and doc.raw_map[-1].span.end == len(doc.text)
        ends = [place.span.end for place in doc.raw_map]
        assert [place.span.start for place in doc.raw_map[1:]] == ends[:-1]
        offsets = [place.offset for place in doc.raw_map if place.offset is not None]
        assert offsets == sorted(offsets) and all(0 <= offset <= len(own) for offset in offsets)
        doc.text.encode()
    assert list(read_blob(blob, ReadSettings())) == found


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=("Cc",)), min_size=1))
def test_text_in_utf_8_comes_back_as_it_is(text):
    assert decode(text.encode()).text.encode() == text.encode()


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text(alphabet="abc äж\n", min_size=1).filter(lambda text: text.strip()), min_size=1, max_size=5, unique=True)
)
def test_an_article_is_the_same_in_any_container(texts):
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in texts]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
    plain = [
        one
        for number, text in enumerate(texts)
        for one in read_blob(Blob(f"{number}.txt", f"{number}.txt", text.encode()), ReadSettings())
    ]
    packed = list(read_blob(Blob("a.zip", "a.zip", out.getvalue()), ReadSettings()))
    listed = list(read_blob(Blob("a.jsonl", "a.jsonl", "\n".join(lines).encode()), ReadSettings()))
    assert [(doc.id, doc.text) for doc, _ in packed] == [(doc.id, doc.text) for doc, _ in plain]
    assert [doc.text for doc, _ in listed] == texts
