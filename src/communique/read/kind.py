"""What a run of bytes is: told by its content first, by its name second."""

import re

from communique.errors import ReadError

TEXT, HTML, PDF, DOCX = "text/plain", "text/html", "application/pdf", "application/docx"
MAIL, JSON, LINES, FEED = "message/rfc822", "application/json", "application/jsonl", "application/xml"
GZIP, ZIP = "application/gzip", "application/zip"

_BY_SUFFIX = {
    "txt": TEXT, "md": TEXT, "markdown": TEXT, "text": TEXT, "html": HTML, "htm": HTML, "xhtml": HTML, "pdf": PDF,
    "docx": DOCX, "eml": MAIL, "json": JSON, "jsonl": LINES, "ndjson": LINES, "rss": FEED, "atom": FEED, "xml": FEED,
    "gz": GZIP, "zip": ZIP,
}  # fmt: skip
_DATA = frozenset({
    "csv", "tsv", "yaml", "yml", "css", "js", "ts", "py", "sql", "log", "ini", "toml", "cfg", "sh", "bat", "tex",
    "bib", "svg",
})  # fmt: skip
_BINARY = {
    b"\x89PNG": "a PNG image", b"\xff\xd8\xff": "a JPEG image", b"GIF8": "a GIF image", b"\x7fELF": "a program",
    b"MZ": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office file (.doc, .xls)", b"SQLite format 3\x00": "a database", b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7-Zip archive", b"\xfd7zXZ": "an XZ archive", b"BZh": "a bzip2 archive", b"ID3": "a sound file",
    b"OggS": "a sound file", b"RIFF": "a sound, film or image file", b"{\\rtf": "an RTF file",
}  # fmt: skip
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|h1|title|meta)[\s>/]", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
_MAIL_HEADER = re.compile(rb"(?im)^(received|message-id|mime-version|return-path|delivered-to|from|to|date|subject):[ \t]\S")
_ODD_HEADERS = frozenset((b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to"))


def suffix_of(name: str) -> str:
    """Lower-case suffix without its dot; "" if there is none."""
    stem, dot, suffix = name.rpartition(".")
    return suffix.lower() if dot and stem and len(suffix) <= 8 else ""


def guess_kind(raw: bytes, name: str, told: str | None = None) -> str:
    """The media type to read `raw` by.

    Args:
        raw: not empty.
        name: of the file; its suffix counts where the bytes do not tell.
        told: media type that a server or mail names; counts like a suffix.

    Raises:
        ReadError: no article can be in it.
    """
    head = raw[:4096].lstrip(b"\xef\xbb\xbf \t\r\n\f")
    by_bytes = _by_bytes(raw, head, suffix_of(name))
    if by_bytes is not None:
        return by_bytes
    suffix = suffix_of(name)
    if suffix in _DATA:
        raise ReadError(f"is a .{suffix} file, no article; leave it out, or name it .txt if it is one")
    return _by_name(head, suffix, told)


def _by_bytes(raw: bytes, head: bytes, suffix: str) -> str | None:
    if raw.startswith(b"\x1f\x8b"):
        return GZIP
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP  # a DOCX shows itself by its members
    if b"%PDF-" in raw[:1024]:
        return PDF
    for magic, what in _BINARY.items():
        if raw.startswith(magic) and (not magic.isalnum() or b"\x00" in raw[:4096]):
            raise ReadError(f"is {what}, not an article; give text, HTML, PDF, DOCX, EML, JSON or a feed")
    if head.startswith(b"<") and _FEED.search(head[:2048]) and not _PAGE.search(head):
        return FEED
    if _PAGE.search(head):
        return HTML if suffix not in ("txt", "eml", "json", "jsonl") or head.startswith(b"<") else None
    return MAIL if _is_mail(head) else None


def _is_mail(head: bytes) -> bool:
    top = head.split(b"\r\n\r\n", 1)[0].split(b"\n\n", 1)[0]
    names = {match[1].lower() for match in _MAIL_HEADER.finditer(top)}
    return len(names) >= 3 and bool(names & _ODD_HEADERS) and _MAIL_HEADER.match(top) is not None


def _by_name(head: bytes, suffix: str, told: str | None) -> str:
    kind = _BY_SUFFIX.get(suffix)
    if kind is None and told is not None:
        kind = _by_media_type(told.split(";")[0].strip().lower())
    if kind in (JSON, LINES, MAIL):
        return kind
    if kind is None and head[:1] in (b"{", b"["):
        return JSON
    if kind in (None, HTML) and head.startswith(b"<") and _HTML.search(head):
        return HTML
    if kind in (PDF, DOCX, GZIP, ZIP):
        raise ReadError(f"is named .{suffix} but holds something else; the file may be damaged: fetch it again")
    return kind or TEXT


def _by_media_type(told: str) -> str | None:
    if told in (MAIL, JSON):
        return told
    if told in ("text/html", "application/xhtml+xml"):
        return HTML
    return FEED if told.endswith("xml") else TEXT if told.startswith("text/") else None
