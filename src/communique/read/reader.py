"""One blob becomes the articles in it: the type is told, the reader of that type runs, containers are opened."""

import logging
from collections.abc import Callable, Iterator

from communique.errors import ReadError
from communique.model import Document, Failure
from communique.read import archive
from communique.read.document import make_document
from communique.read.docx import read_docx
from communique.read.feed import read_feed
from communique.read.html import read_html
from communique.read.item import Blob, Draft
from communique.read.json_article import read_json
from communique.read.kind import DOCX, FEED, GZIP, HTML, JSON, LINES, MAIL, PDF, TEXT, ZIP, guess_kind
from communique.read.mail import read_mail
from communique.read.pdf import read_pdf
from communique.read.plain import read_plain
from communique.read.settings import ReadSettings, megabytes

log = logging.getLogger(__name__)
UNFORESEEN = "report the file; the others were read"
Found = tuple[Document, bytes] | Failure


def read_blob(blob: Blob, settings: ReadSettings) -> Iterator[Found]:
    """Every article in `blob` with its own bytes, and a `Failure` for each part that is none. Never raises for bad bytes."""
    try:
        for draft in _drafts(blob, settings):
            if isinstance(draft, tuple):
                yield Failure(draft[0], "read", draft[1])
            elif isinstance(draft, Blob):
                yield from read_blob(draft, settings)
            else:
                yield _finish(draft, settings)
    except ReadError as error:
        yield Failure(blob.path, "read", str(error))
    except MemoryError:
        yield Failure(blob.path, "read", "needs more memory than there is; split it, or lower the limits of reading")
    except Exception as error:  # parsers of others meet every file of the world: one that breaks them stops no run
        log.debug("reading %s failed", blob.path, exc_info=True)
        yield Failure(blob.path, "read", f"broke its reader ({type(error).__name__}: {error}); {UNFORESEEN}")


def _finish(draft: Draft, settings: ReadSettings) -> Found:
    try:
        return make_document(draft, settings), draft.raw
    except ReadError as error:
        return Failure(draft.path, "read", str(error))


def _drafts(blob: Blob, settings: ReadSettings) -> Iterator[Draft | Blob | tuple[str, str]]:
    if not blob.raw.strip(b" \t\r\n\x00"):
        raise ReadError("is empty; fetch it again, or leave it out")
    if len(blob.raw) > settings.max_file_bytes:
        raise ReadError(too_large(len(blob.raw), settings))
    kind = guess_kind(blob.raw, blob.name, blob.media_type)
    if kind == ZIP and archive.is_docx(blob.raw):
        kind = DOCX
    if kind in (ZIP, GZIP) and blob.depth >= settings.max_depth:
        raise ReadError(f"is an archive inside {blob.depth} others, deeper than is read; unpack it yourself")
    if kind in _ONE:
        yield _ONE[kind](blob, settings)
    elif kind == GZIP:
        yield archive.read_gzip(blob, settings)
    else:
        yield from _MANY[kind](blob, settings)


def too_large(size: int, settings: ReadSettings) -> str:
    """The message for a file over the limit."""
    limit = megabytes(settings.max_file_bytes)
    return f"is {megabytes(size)}, over the limit of {limit} for one file; split it, or raise max_file_bytes"


_ONE: dict[str, Callable[[Blob, ReadSettings], Draft]] = {
    TEXT: lambda blob, _: read_plain(blob),
    HTML: read_html,
    PDF: read_pdf,
    DOCX: read_docx,
}
_MANY: dict[str, Callable[[Blob, ReadSettings], Iterator[Draft | Blob | tuple[str, str]]]] = {
    JSON: read_json,
    LINES: read_json,
    FEED: read_feed,
    MAIL: read_mail,
    ZIP: archive.read_zip,
}
