"""JSON and JSON Lines files that hold articles: each object with a text is one article."""

import json
import re
from collections.abc import Iterator
from typing import Any

from communique.errors import ReadError
from communique.read.decode import decode
from communique.read.html import read_fragment
from communique.read.item import Blob, Draft, Metadata
from communique.read.kind import JSON, TEXT
from communique.read.settings import ReadSettings
from communique.read.when import metadata_date

TEXTS = ("text", "body", "content", "articlebody", "article_text", "full_text", "fulltext", "maintext", "story", "article")
HTMLS = ("html", "body_html", "content_html", "content")
TITLES = ("title", "headline", "name")
LINKS = ("url", "link", "canonical_url", "source_url", "web_url", "id")
DATES = ("published", "datepublished", "date_published", "published_at", "publishedat", "publication_date", "pubdate",
         "date", "date_publish", "published_date", "created_at", "timestamp")  # fmt: skip
AUTHORS = ("authors", "author", "byline", "creator")
OUTLETS = ("outlet", "source", "publisher", "sitename", "site_name", "source_name", "publication", "newspaper", "domain")
LANGUAGES = ("language", "lang", "inlanguage")
LISTS = ("articles", "items", "results", "data", "documents", "docs", "hits", "entries", "stories")
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|article|span|a)\b[^<>]*>", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\r\n\ufeff]*")
_MAX_DEPTH = 200
_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)  # a string without end runs to the end: linear


def read_json(blob: Blob, settings: ReadSettings) -> Iterator[Draft | tuple[str, str]]:
    """The articles of a JSON file: one object, an array, an object with an array, or one object a line.

    The bytes of an article are its own slice of the file.

    Yields:
        A draft each; (path, message) for an object that is none.

    Raises:
        ReadError: the file is no JSON, or holds no article.
    """
    text = decode(blob.raw, blob.charset).text
    found = 0
    for number, (piece, value) in enumerate(_objects(text), start=1):
        path = f"{blob.path}!{number}"
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, dict) and (draft := _article(path, piece, value, blob.known)) is not None:
            found += 1
            yield draft
        else:
            yield path, f"has no field with the text of an article; give it as one of {', '.join(TEXTS[:3])}"
        if number >= settings.max_members:
            raise ReadError(
                f"holds over {settings.max_members:,} articles; the rest was not read: split it, or raise max_members"
            )
    if not found:
        raise ReadError('holds no article; give objects with "text" (and "title", "url", "published", "author", "outlet")')


def _objects(text: str) -> Iterator[tuple[str, Any]]:
    """(slice, value) of each article object; a message in place of the value where a line is broken."""
    start = _skip(text, 0)
    if text[start : start + 1] == "[":
        yield from _array(text, start)
        return
    single = _whole(text, start)
    if single is None:
        yield from _lines(text)
        return
    if isinstance(single, dict):
        inner = _list_in(text, start)
        if inner is not None and not any(_field(single, key) for key in TEXTS[:3]):
            yield from _array(text, inner)
            return
    yield text[start:].rstrip(), single


def _whole(text: str, start: int) -> Any:
    """The value that fills all of `text`, None if it is no single value."""
    try:
        value, end = _decode(text, start)
    except ValueError:
        return None
    return value if _skip(text, end) == len(text) else None


def _lines(text: str) -> Iterator[tuple[str, Any]]:
    broken = 0
    for line in text.split("\n"):
        piece = line.strip(" \t\r\ufeff")
        if not piece:
            continue
        try:
            value, end = _decode(piece, 0)
            if end != len(piece):
                raise ValueError("more than one value")
        except ValueError as error:
            broken += 1
            if broken == 1:
                yield piece, f"is no JSON ({error}); mend the line"
            elif broken > 20:
                raise ReadError(f"is no JSON ({error}); export it again") from error
            continue
        yield piece, value


def _array(text: str, start: int) -> Iterator[tuple[str, Any]]:
    at = _skip(text, start + 1)
    while text[at : at + 1] not in ("]", ""):
        try:
            value, end = _decode(text, at)
        except ValueError as error:
            raise ReadError(
                f"is no JSON from character {at} on ({error}); what stood before was read: export it again"
            ) from error
        yield text[at:end], value
        at = _skip(text, end)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)


def _list_in(text: str, start: int) -> int | None:
    """Where the array of articles begins in an object such as {"articles": [...]}."""
    at = _skip(text, start + 1)
    while text[at : at + 1] == '"':
        key, at = _decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        if str(key).lower() in LISTS and text[at : at + 1] == "[":
            return at
        _, at = _decode(text, at)
        at = _skip(text, at)
        if text[at : at + 1] != ",":
            return None
        at = _skip(text, at + 1)
    return None


def _decode(text: str, at: int) -> tuple[Any, int]:
    """One value and where it ends.

    Raises:
        ValueError: it is no JSON, or nested too deep.
    """
    if text[at : at + 1] in ("[", "{") and _too_deep(text, at):
        raise ValueError(f"nested over {_MAX_DEPTH} deep")
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, at)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _too_deep(text: str, at: int) -> bool:
    depth = 0
    for match in _BRACKET.finditer(text, at):
        mark = match[0]
        if mark in ("[", "{"):
            depth += 1
            if depth > _MAX_DEPTH:
                return True
        elif mark in ("]", "}"):
            depth -= 1
            if depth <= 0:
                return False
    return False


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _field(item: dict[str, Any], name: str) -> Any:
    for key, value in item.items():
        if key.lower() == name and value not in (None, "", [], {}):
            return value
    return None


def _first(item: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = _field(item, name)
        if isinstance(value, dict):
            value = _field(value, "name") or _field(value, "title")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _article(path: str, piece: str, item: dict[str, Any], known: Metadata) -> Draft | None:
    for name in (*TEXTS, *HTMLS):
        value = _field(item, name)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n".join(value)
        if isinstance(value, str) and value.strip():
            is_markup = name in HTMLS and len(_MARKUP.findall(value[:20_000])) >= 2
            text = read_fragment(value) if is_markup or name in HTMLS[:3] else value
            return Draft(
                path,
                text,
                piece.encode("utf-8", errors="replace"),
                JSON if is_markup else TEXT,
                _metadata(item).over(known),
                part=path.rpartition("!")[2],
            )
    return None


def _metadata(item: dict[str, Any]) -> Metadata:
    url = _first(item, LINKS)
    dates = (metadata_date(_first(item, (name,)) or _field(item, name)) for name in DATES)
    return Metadata(
        title=_first(item, TITLES),
        outlet=_first(item, OUTLETS),
        url=url if url and re.match(r"https?://", url, re.IGNORECASE) else None,
        authors=_names(next((value for name in AUTHORS if (value := _field(item, name))), None)),
        published=next((date for date in dates if date is not None), None),
        language=_first(item, LANGUAGES),
    )


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = re.split(r";|\|", value)
    elif isinstance(value, dict):
        value = [value]
    elif not isinstance(value, list):
        return ()
    names = (part if isinstance(part, str) else _field(part, "name") if isinstance(part, dict) else None for part in value)
    return tuple(name.strip().removeprefix("By ") for name in names if isinstance(name, str) and name.strip())
