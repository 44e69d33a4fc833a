"""Word files: the paragraphs of the body, one a line, tables and text boxes in their place."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from communique.errors import ReadError
from communique.read.archive import read_member
from communique.read.item import Blob, Draft, Metadata
from communique.read.kind import DOCX
from communique.read.settings import ReadSettings

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MARKS = {_W + "tab": "\t", _W + "br": " ", _W + "cr": " ", _W + "noBreakHyphen": "-"}
_TYPED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
BODY = "word/document.xml"


def read_docx(blob: Blob, settings: ReadSettings) -> Draft:
    """The article of a Word file.

    Raises:
        ReadError: the file is damaged, encrypted or built to swell.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(blob.raw)) as archive:
            names = set(archive.namelist())
            body = read_member(archive, BODY, settings)
            core = read_member(archive, "docProps/core.xml", settings) if "docProps/core.xml" in names else b""
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, OSError) as error:
        raise ReadError(f"is a damaged Word file ({error}); open it in Word and save it again") from error
    lines = list(_paragraphs(body))
    if not any(line.strip() for line in lines):
        raise ReadError("is a Word file without text; if it holds pictures of pages, give their text")
    known = blob.known.over(_properties(core))
    return Draft(blob.path, "\n".join(lines), blob.raw, DOCX, known, part=blob.part)


def _events(xml: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    if _TYPED.search(xml[:2_000]) or b"<!ENTITY" in xml:
        raise ReadError("is a Word file that declares XML entities, which Word never does; do not trust it")
    try:
        yield from ElementTree.iterparse(io.BytesIO(xml), events=("start", "end"))
    except (ElementTree.ParseError, ValueError) as error:
        raise ReadError(f"is a damaged Word file ({error}); open it in Word and save it again") from error


def _paragraphs(xml: bytes) -> Iterator[str]:
    """Text of each paragraph in reading order. A paragraph in a text box comes before the one it is anchored in."""
    open_paragraphs: list[list[str]] = []
    skipped = 0
    for event, node in _events(xml):
        if node.tag == _MC_FALLBACK:
            skipped += 1 if event == "start" else -1
        elif node.tag == _W + "p":
            if event == "start":
                open_paragraphs.append([])
            else:
                text = "".join(open_paragraphs.pop())
                if not skipped:
                    yield text
        elif event == "end" and open_paragraphs and not skipped:
            open_paragraphs[-1].append((node.text or "") if node.tag == _W + "t" else _MARKS.get(node.tag, ""))
        if event == "end":
            node.clear()


def _properties(xml: bytes) -> Metadata:
    if not xml:
        return Metadata()
    title = author = ""
    try:
        for event, node in _events(xml):
            if event == "end" and node.tag == _DC + "title":
                title = (node.text or "").strip()
            elif event == "end" and node.tag == _DC + "creator":
                author = (node.text or "").strip()
    except ReadError:
        return Metadata()
    return Metadata(title=title or None, authors=(author,) if author and author != "python-docx" else ())
