"""Bytes of a text become characters: byte order mark, then strict UTF-8, then what the page says, then detection."""

import codecs
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from communique.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 262_144
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1b\x85")
_MAX_CONTROLS = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and the encoding by which `text.encode(encoding)` gives the bytes back."""

    text: str
    encoding: str


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The characters of a text file, nothing stripped: a byte order mark stays as U+FEFF, newlines stay as they are.

    Args:
        raw: the bytes.
        declared: encoding that the page, server or mail names; tried after UTF-8.

    Raises:
        ReadError: the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding)
    wide = _wide(raw)
    if wide is not None:
        return _checked(_strict(raw, wide))
    if b"\x00" in raw:
        raise ReadError("holds NUL bytes, so it is no text; give the article as text, HTML, PDF or DOCX")
    for candidate in ("utf-8", declared, detect_encoding(raw[:_SAMPLE])):
        found = _try(raw, candidate)
        if found is not None:
            return _checked(found)
    return _checked(Decoded(raw.decode("cp1252", errors="replace"), "cp1252"))


def _try(raw: bytes, encoding: str | None) -> Decoded | None:
    if not encoding:
        return None
    try:
        name = codecs.lookup(encoding).name
        text = raw.decode(name)
    except (LookupError, ValueError):
        return None
    return Decoded(text, name) if isinstance(text, str) else None


def _strict(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except ValueError as error:
        raise ReadError(f"begins as {encoding.upper()} but does not go on so ({error}); save it as UTF-8") from error


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is NUL."""
    sample = raw[:2_000]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd == 0 else None


def _checked(decoded: Decoded) -> Decoded:
    sample = decoded.text[:_SAMPLE]
    controls = sum(1 for mark in sample if mark < " " and mark not in _TEXT_CONTROLS)
    if controls > _MAX_CONTROLS * len(sample):
        raise ReadError("holds control characters throughout, so it is no text; give the article as text, HTML, PDF or DOCX")
    return decoded
