"""A draft becomes a `Document`, or is refused with its reason."""

import re
from hashlib import sha256

from communique.errors import ReadError
from communique.lexicon.agency import agency_by_name
from communique.model import Document, Outlet, RawPlace, Span
from communique.read.item import Draft
from communique.read.settings import ReadSettings

_UNSTORABLE = re.compile("[\ud800-\udfff]")  # half characters that JSON can spell; no UTF-8 has them


def make_document(draft: Draft, settings: ReadSettings) -> Document:
    """The document of a draft. The same bytes give the same id wherever they are found.

    Raises:
        ReadError: there are no words in it, or too many.
    """
    text = _UNSTORABLE.sub("\ufffd", draft.text)
    if not any(mark.isalnum() for mark in text):
        raise ReadError("holds no words; nothing to read in it")
    if len(text) > settings.max_text_characters:
        raise ReadError(
            f"holds {len(text):,} characters of text, over the limit of {settings.max_text_characters:,} for one article; "
            "split it, or raise max_text_characters"
        )
    digest = sha256(draft.raw).hexdigest()
    known = draft.metadata
    return Document(
        id=f"d{digest[:12]}",
        path=draft.path,
        sha256=digest,
        text=text,
        media_type=draft.media_type,
        outlet=_outlet(known.outlet),
        title=known.title,
        url=known.url,
        authors=known.authors,
        published=known.published,
        credit=known.credit,
        language=known.language,
        raw_map=_total(draft.places, len(text), draft.part),
    )


def _outlet(name: str | None) -> Outlet | None:
    if name is None:
        return None
    agency = agency_by_name(name)
    return Outlet(name, agency.country if agency else None, agency is not None)


def _total(places: tuple[RawPlace, ...], length: int, part: str | None) -> tuple[RawPlace, ...]:
    """Places that cover the text without a gap: each reaches to the next, the first from the start."""
    if not places:
        return (RawPlace(Span(0, length), part=part),)
    starts = [0, *(place.span.start for place in places[1:])]
    ends = [*starts[1:], length]
    return tuple(
        RawPlace(Span(start, end), place.offset, place.page, place.part or part)
        for place, start, end in zip(places, starts, ends, strict=True)
        if start < end
    )
