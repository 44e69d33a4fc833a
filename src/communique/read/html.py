"""Pages: the article's paragraphs as lines, each traced back into the bytes of the page."""

import re
from functools import cache
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from communique.errors import ReadError
from communique.model import RawPlace
from communique.read.decode import Decoded, decode
from communique.read.html_place import find_html_places
from communique.read.item import Blob, Draft
from communique.read.kind import HTML
from communique.read.page_metadata import page_metadata
from communique.read.settings import ReadSettings

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_NESTING = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea)\b.*?(?:</\1|\Z)|<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_NO_END = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "rp", "rt", "colgroup",
    "caption", "html", "head", "body",
})  # fmt: skip
_NEVER_EMPTY = frozenset({
    "div", "span", "section", "article", "b", "i", "em", "strong", "font", "center", "table", "ul", "ol",
    "blockquote", "form", "u", "s", "small", "big", "tt", "code",
})  # fmt: skip
_PARSER_DEPTH = 200  # lxml, on which trafilatura rests, stops at 256
_LARGE = 2_000_000  # characters; above it only the linear extractor runs
_FEW_WORDS = 40
_BLANK = re.compile(r"[^\S\n]+")


def read_html(blob: Blob, settings: ReadSettings) -> Draft:
    """The article of a page: title, then paragraphs, headings and list items, one a line.

    Raises:
        ReadError: the page is nested too deep, or has no text.
    """
    declared = _CHARSET.search(blob.raw[:4096])
    named = blob.charset or (next(group for group in declared.groups() if group).decode("ascii") if declared else None)
    decoded = decode(blob.raw, named)
    depth = nesting(decoded.text)
    if depth > settings.max_html_depth:
        raise ReadError(
            f"has elements nested over {settings.max_html_depth} deep, which no article needs; save the page as text, "
            "or raise max_html_depth"
        )
    known = page_metadata(HTMLTree.parse(decoded.text))
    lines = _lines(decoded.text, depth)
    if not lines:
        raise ReadError(
            "has no text of an article (a page that scripts build, or a list of links?); save the page as text or PDF"
        )
    text = "\n".join(_with_title(lines, known.title))
    return Draft(blob.path, text, blob.raw, HTML, blob.known.over(known), _places(text, blob.raw, decoded), blob.part)


def read_fragment(markup: str) -> str:
    """The text of a piece of HTML, as in feeds and JSON: one paragraph a line."""
    if nesting(markup) > ReadSettings().max_html_depth:
        raise ReadError("has elements nested deeper than any article needs; give its plain text")
    found = extract_plain_text(markup, preserve_formatting=True, main_content=False, alt_texts=False, list_bullets=True)
    return "\n".join(_clean(found))


def nesting(markup: str) -> int:
    """How deep elements stand inside one another, at most. Elements that need no end tag may count too often."""
    depth = deepest = 0
    for match in _NESTING.finditer(markup):
        name = (match["name"] or "").lower()
        if not name or name in _NO_END or (match[0].endswith("/>") and name not in _NEVER_EMPTY):
            continue
        depth += 1 if match["end"] == "" else -1 if depth else 0
        deepest = max(deepest, depth)
    return deepest


def _lines(markup: str, depth: int) -> list[str]:
    """Paragraphs of the article; the exact extractor first, the robust one where it finds little."""
    lines: list[str] = []
    if depth <= _PARSER_DEPTH and len(markup) <= _LARGE:
        lines = _clean(_trafilatura(markup) or "")
    if sum(len(line.split()) for line in lines) < _FEW_WORDS:
        other = _clean(
            extract_plain_text(markup, preserve_formatting=True, main_content=True, alt_texts=False, comments=False)
        )
        if sum(map(len, other)) > 2 * sum(map(len, lines)):
            return other
    return lines


def _trafilatura(markup: str) -> str | None:
    try:
        found: str | None = _extractor()(
            markup, include_comments=False, include_tables=True, include_links=False, deduplicate=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):  # what its parsers raise on broken pages
        return None
    return found


@cache
def _extractor() -> Any:
    from trafilatura import extract  # a second to import: only where there are pages

    return extract


def _clean(text: str) -> list[str]:
    return [line for raw in text.splitlines() if (line := _BLANK.sub(" ", raw.replace("\x00", "")).strip())]


def _with_title(lines: list[str], title: str | None) -> list[str]:
    """The title as first line, once."""
    if not title:
        return lines
    key = _key(title)
    for number, line in enumerate(lines[:6]):
        if _key(line) == key:
            return [line, *lines[:number], *lines[number + 1 :]]
    return [title, *lines]


def _key(line: str) -> str:
    return "".join(mark for mark in line.casefold() if mark.isalnum())


def _places(text: str, raw: bytes, decoded: Decoded) -> tuple[RawPlace, ...]:
    if decoded.encoding.startswith(("utf-16", "utf-32")):
        return ()  # tags are not the bytes that the scanner knows
    return find_html_places(text, raw, decoded.encoding)
