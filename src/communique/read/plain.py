"""Plain text: the file decoded, nothing else."""

import re

from communique.model import RawPlace, Span
from communique.read.decode import Decoded, decode
from communique.read.item import Blob, Draft
from communique.read.kind import TEXT

_LINE = re.compile(r"[^\n]*\n?")


def read_plain(blob: Blob) -> Draft:
    """The article of a text file; each line knows its byte offset.

    Raises:
        ReadError: the bytes are no text.
    """
    decoded = decode(blob.raw, blob.charset)
    return Draft(blob.path, decoded.text, blob.raw, TEXT, blob.known, line_places(decoded), blob.part)


def line_places(decoded: Decoded) -> tuple[RawPlace, ...]:
    """A place for each line, with the byte at which it begins."""
    places = []
    offset = 0
    for match in _LINE.finditer(decoded.text):
        if match.end() > match.start():
            places.append(RawPlace(Span(match.start(), match.end()), offset))
            offset += len(match[0].encode(decoded.encoding, errors="replace"))
    return tuple(places)
