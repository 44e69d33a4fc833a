"""report: every sentence has its words, and what articles say cannot act as markup."""

import re

from communique.model import DateValue, Finding, FindingKind, FindingValue, Record, RecordDocument, Region, RegionKind, Span
from communique.query.view import View
from communique.report import render_report
from factories import at, document

HOSTILE = "<script>alert(1)</script> [x](javascript:1) `rm` \u202eabc"


def record() -> Record:
    doc = document(
        f"It lasted four hours, said one. {HOSTILE} It lasted five hours, said two.", published=DateValue("2024-05-04")
    )
    found = RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(doc.text))),), doc.id)
    values = (FindingValue("4 h", (at(doc, "four hours"),)), FindingValue("5 h", (at(doc, "five hours"),)))
    finding = Finding("k1", FindingKind.CONFLICT, "other", None, f"Talks {HOSTILE}", "duration", values)
    return Record(documents=(found,), findings=(finding,))


def test_html_escapes_and_every_note_is_there():
    page = render_report(View(record()), "html", title=HOSTILE)
    assert "<script" not in page and "\u202e" not in page
    asked = set(re.findall(r'popovertarget="(note-\d+)" aria-label', page))
    assert asked and asked == set(re.findall(r'popover id="(note-\d+)"', page))
    assert "<mark>four hours</mark>" in page and "<mark>five hours</mark>" in page
    assert "default-src 'none'" in page and "http" not in page.replace('http-equiv="Content-Security-Policy"', "")


def test_markdown_escapes_and_every_note_is_there():
    page = render_report(View(record()), "md")
    assert not re.search(r"(?<!\\)<script", page) and "\\[x\\](javascript:1)" in page
    asked = set(re.findall(r"(?<!\n)\[\^(\d+)\](?!:)", page))
    assert asked and asked == set(re.findall(r"^\[\^(\d+)\]:", page, re.M))


def test_the_same_record_gives_the_same_report():
    assert render_report(View(record()), "html") == render_report(View(record()), "html")


def test_an_empty_record_has_a_report():
    page = render_report(View(Record()), "html")
    assert "No source contradicts another" in page and "No encounter was found" in page
