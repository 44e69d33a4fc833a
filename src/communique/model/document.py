"""One article as read, and what of it is body."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.date import DateValue
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher. `country`: ISO 3166-1 alpha-2 or None."""

    name: str
    country: str | None = None
    is_agency: bool = False


@dataclass(frozen=True, slots=True)
class RawPlace:
    """Where a run of `Document.text` stands in the raw file.

    Attributes:
        span: characters of the text.
        offset: byte offset into the raw file (HTML and plain text); None where there is none.
        page: PDF page, from 1; None elsewhere.
        part: path of the part, for members of archives, mails and feeds.
    """

    span: Span
    offset: int | None = None
    page: int | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `text` is made once and never edited: every offset of the record counts its code points.

    Attributes:
        id: "d" and the first 12 hex digits of `sha256`, so that an article has one id whichever file, archive or feed holds it.
        path: path or URL as given, forward slashes; a member of a container is "file!member".
        sha256: of the raw bytes of the article (file, or member).
        credit: agency named by a credit line or tag ("Reuters"), None if none is.
        dateline: place words of the dateline.
        published: publication day; basis says how it is known (explicit: in the article, metadata: page or sidecar).
        language: BCP 47, None where it cannot be told.
        raw_map: total and monotone over `text`, in text order.
    """

    id: str
    path: str
    sha256: str
    text: str
    media_type: str = "text/plain"
    outlet: Outlet | None = None
    title: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: DateValue | None = None
    dateline: str | None = None
    credit: str | None = None
    language: str | None = None
    raw_map: tuple[RawPlace, ...] = ()


class RegionKind(StrEnum):
    """What a run of the text is. Text in no region counts as boilerplate."""

    BODY = "body"
    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    CREDIT = "credit"
    NOTE = "note"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Region:
    """A run of one kind. Regions of a document do not overlap and stand in text order."""

    kind: RegionKind
    span: Span
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class CleanText:
    """What the language stages read.

    `text` has exactly the length of `document.text`: characters are replaced one for one (quotation marks and
    blanks made uniform, boilerplate blanked), never moved, so that one offset serves both.
    `document` is the document with what cleaning learnt filled in (title, dateline, credit, published, outlet, language).
    """

    document: Document
    text: str
    regions: tuple[Region, ...]
