"""RSS and Atom files: each item that carries its text is one article."""

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from communique.errors import ReadError
from communique.read.html import read_fragment
from communique.read.item import Blob, Draft, Metadata
from communique.read.kind import FEED
from communique.read.settings import ReadSettings
from communique.read.when import metadata_date

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ITEM = re.compile(rb"<(item|entry)[\s>].*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_FEW_WORDS = 20


def read_feed(blob: Blob, settings: ReadSettings) -> Iterator[Draft | tuple[str, str]]:
    """The articles of a feed. The bytes of an article are those of its item.

    Yields:
        A draft each; (path, message) for an item that only announces an article.

    Raises:
        ReadError: the file declares entities (they can swell without bound), or is no feed.
    """
    if _ENTITY.search(blob.raw) or blob.raw[:4] in (b"\xff\xfe\x00\x00",):
        raise ReadError("declares XML entities, which are not expanded here; save the feed without them")
    parsed = _parsed(blob.raw)
    entries = list(parsed.entries)
    if not entries:
        raise ReadError("is XML but no RSS or Atom feed with items; give the article itself")
    if len(entries) > settings.max_members:
        raise ReadError(
            f"holds {len(entries):,} items, over the limit of {settings.max_members:,}; split it, or raise max_members"
        )
    slices = [match[0] for match in _ITEM.finditer(blob.raw)]
    feed = Metadata(outlet=_plain(parsed.feed.get("title")), language=(parsed.feed.get("language") or "")[:2] or None)
    for number, entry in enumerate(entries):
        path = f"{blob.path}!{number + 1}"
        text, known = _text(entry), _metadata(entry).over(blob.known).over(feed)
        if len(text.split()) < _FEW_WORDS:
            yield path, f"only announces an article ({known.url or 'no address'}); give the article's page or file itself"
            continue
        whole = f"{known.title}\n{text}" if known.title else text
        raw = slices[number] if len(slices) == len(entries) else whole.encode("utf-8", errors="replace")
        yield Draft(path, whole, raw, FEED, known, part=str(number + 1))


def _parsed(raw: bytes) -> Any:
    try:
        return _parser()(io.BytesIO(raw), resolve_relative_uris=False)
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        AssertionError,
        RecursionError,
    ) as error:  # as met in fuzzing
        raise ReadError(f"is a damaged feed ({error}); fetch it again") from error


def _text(entry: Any) -> str:
    """The longest of content and summary, as lines."""
    pieces = [content.get("value") or "" for content in entry.get("content", [])] + [entry.get("summary") or ""]
    return max((read_fragment(piece) for piece in pieces), key=len)


def _metadata(entry: Any) -> Metadata:
    source = entry.get("source")
    names = [author.get("name") for author in entry.get("authors", [])] or [entry.get("author")]
    return Metadata(
        title=_plain(entry.get("title")),
        outlet=_plain(source.get("title")) if source else None,
        url=entry.get("link"),
        authors=tuple(name for name in (_plain(one) for one in names) if name),
        published=metadata_date(entry.get("published") or entry.get("updated")),
    )


def _plain(value: Any) -> str | None:
    text = " ".join(read_fragment(value).split()) if isinstance(value, str) and value.strip() else ""
    return text or None


@cache
def _parser() -> Any:
    from feedparser import parse  # slow to import: only where there are feeds

    return parse
