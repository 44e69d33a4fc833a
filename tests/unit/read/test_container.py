"""read/archive.py, mail.py, feed.py, docx.py, pdf.py: files with something inside."""

import gzip
import io
import zipfile
from email.message import EmailMessage

import docx
import pytest

from communique.model import Document, Failure
from communique.read.item import Blob
from communique.read.reader import read_blob
from communique.read.settings import ReadSettings
from unit.read.pdf_file import paragraphs, pdf

LIMITS = ReadSettings(max_file_bytes=3_000_000, max_total_bytes=5_000_000, max_members=50)


def read(raw: bytes, name: str, settings: ReadSettings = LIMITS) -> list[Document | Failure]:
    return [one if isinstance(one, Failure) else one[0] for one in read_blob(Blob(name, name, raw), settings)]


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return out.getvalue()


def test_zip_members_by_name_with_their_sidecar():
    raw = zipped(
        {
            "b.txt": b"Two.",
            "a.txt": b"One.",
            ".hidden": b"x",
            "articles.csv": b"file,outlet\na.txt,Courier\n",
            "x.png": b"\x89PNG\x00",
        }
    )
    one, two, picture = read(raw, "a.zip")
    assert [(one.path, one.text, one.outlet.name), (two.path, two.text)] == [
        ("a.zip!a.txt", "One.", "Courier"),
        ("a.zip!b.txt", "Two."),
    ]
    assert one.raw_map[0].part == "a.txt"
    assert isinstance(picture, Failure) and picture.where == "a.zip!x.png"


def test_gzip_and_one_container_in_another():
    assert read(gzip.compress(b"One."), "a.txt.gz")[0].text == "One."
    assert read(zipped({"a.jsonl.gz": gzip.compress(b'{"text": "One."}')}), "a.zip")[0].text == "One."
    (found,) = read(zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": b"One."})})}), "a.zip")
    assert isinstance(found, Failure) and "inside 2 others" in found.message


def test_bombs_are_refused():
    (ratio,) = read(gzip.compress(b"a" * 2_500_000), "a.txt.gz")
    assert isinstance(ratio, Failure) and "bombs" in ratio.message
    (size,) = read(gzip.compress(b"a" * 9_000_000), "a.txt.gz", ReadSettings(max_file_bytes=3_000_000, max_ratio=1e9))
    assert "limit" in size.message
    many = read(zipped({f"{number}.txt": b"x" for number in range(60)}), "a.zip")
    assert len(many) == 1 and "60 files" in many[0].message
    total = read(zipped({f"{number}.txt": bytes(str(number), "ascii") * 999_999 for number in range(8)}), "a.zip")
    assert isinstance(total[-1], Failure)


@pytest.mark.parametrize(
    "raw",
    [b"PK\x03\x04 broken", zipped({"a.txt": b"One two three."})[:-30], b"\x1f\x8b\x08 broken", gzip.compress(b"One.")[:-6]],
)
def test_damaged_archives(raw):
    (found,) = read(raw, "a.zip")
    assert isinstance(found, Failure) and "damaged" in found.message


def mail(attach: bool = False) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = (
        "Envoys meet",
        "The Courier <desk@courier.example>",
        "Wed, 14 May 2031 10:00:00 +0000",
    )
    message.set_content("They met in Genf – twice.\n")
    message.add_alternative("<p>They met in Genf.</p>", subtype="html")
    if attach:
        message.add_attachment(b"An attached note.", maintype="text", subtype="plain", filename="note.txt")
        message.add_attachment(b"\x89PNG\x00", maintype="image", subtype="png", filename="a.png")
    return message.as_bytes()


def test_mail():
    (doc,) = read(mail(), "a.eml")
    assert (doc.text, doc.title, doc.outlet.name, doc.published.start) == (
        "They met in Genf – twice.\n",
        "Envoys meet",
        "The Courier",
        "2031-05-14",
    )


def test_attachments_are_read_too():
    _, note = read(mail(attach=True), "a.eml")
    assert (note.path, note.text) == ("a.eml!note.txt", "An attached note.")


def test_mail_without_text():
    (found,) = read(b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n\n", "a.eml")
    assert isinstance(found, Failure)


WORDS = (
    "The two envoys met on Monday for six hours and agreed to exchange lists of prisoners by the end of the week, he said."
)
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Courier</title>
<item><title>Envoys meet</title><link>https://c.example/1</link><pubDate>Wed, 14 May 2031 10:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>{WORDS}</p><p>{WORDS}</p>]]></content:encoded></item>
<item><title>Only a line</title><link>https://c.example/2</link><description>Short.</description></item></channel></rss>"""


def test_feed():
    doc, short = read(RSS.encode(), "a.xml")
    assert doc.text == f"Envoys meet\n{WORDS}\n{WORDS}"
    assert (doc.title, doc.url, doc.outlet.name, doc.published.start) == (
        "Envoys meet",
        "https://c.example/1",
        "Courier",
        "2031-05-14",
    )
    assert isinstance(short, Failure) and "https://c.example/2" in short.message


def test_swelling_entities_are_refused():
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item>&b;</item></channel></rss>'
    (found,) = read(bomb.encode(), "a.xml")
    assert isinstance(found, Failure) and "entities" in found.message


def word(texts: list[str]) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.core_properties.title = "Readout"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_word_file():
    (doc,) = read(word(["Title line", "", "One\ttwo."]), "a.docx")
    assert (doc.text, doc.title) == ("Title line\n\nOne\ttwo.", "Readout")


def test_word_file_with_entities_or_without_text():
    bomb = zipped({"word/document.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'})
    assert "entities" in read(bomb, "a.docx")[0].message
    assert "without text" in read(word([""]), "a.docx")[0].message
    assert "Excel" in read(zipped({"xl/workbook.xml": b"<x/>"}), "a.xlsx")[0].message


PAGES = [
    [*paragraphs([["Envoys meet"], ["The two envoys met on Monday for six", "hours and agreed to ex-", "change self-made lists of prisoners."],
                  ["They meet again on Thursday, the mediator", "said, but the place and the"]]), (280, 40, "Courier 14 May, page 1")],
    [*paragraphs([["hour are not known. Self-", "made plans are many."], ["It may be Geneva in the end."]]), (280, 40, "Courier 14 May, page 2")],
]  # fmt: skip


def test_pdf_paragraphs_go_over_lines_hyphens_and_pages():
    (doc,) = read(pdf(PAGES), "a.pdf")
    assert doc.text.split("\n") == [
        "Courier 14 May, page 1",
        "Envoys meet",
        "The two envoys met on Monday for six hours and agreed to exchange self-made lists of prisoners.",
        "They meet again on Thursday, the mediator said, but the place and the hour are not known. Self-made plans are many.",
        "Courier 14 May, page 2",
        "It may be Geneva in the end.",
    ]
    (first, second) = doc.raw_map
    assert (first.page, second.page) == (1, 2)
    assert doc.text[second.span.start :].startswith(" hour are not known")


def test_pdf_that_cannot_be_read():
    assert "encrypted" in read(pdf(PAGES, encrypted=True), "a.pdf")[0].message
    assert "OCR" in read(pdf([[]]), "a.pdf")[0].message
    assert "damaged" in read(pdf(PAGES)[:200], "a.pdf")[0].message
    assert "pages" in read(pdf(PAGES), "a.pdf", ReadSettings(max_pdf_pages=1))[0].message


def test_mail_built_to_break_its_reader():
    (found,) = read(
        b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Disposition: " + b"(" * 3_000 + b"\n\nText\n", "a.eml"
    )
    assert isinstance(found, Failure) and "taken apart" in found.message
