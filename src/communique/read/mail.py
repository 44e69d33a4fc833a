"""Mails: the text of the mail is one article; attached files are read like files."""

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser

from communique.errors import ReadError
from communique.read.html import read_fragment
from communique.read.item import Blob, Draft, Metadata
from communique.read.kind import MAIL
from communique.read.settings import ReadSettings
from communique.read.when import metadata_date

_MAX_PARTS = 500
_IMAGES = ("image/", "audio/", "video/", "application/pgp", "text/calendar", "text/x-vcard", "text/vcard")


def read_mail(blob: Blob, settings: ReadSettings) -> Iterator[Draft | Blob]:
    """The article of a mail as a draft, then each attached file as a blob.

    Raises:
        ReadError: the mail holds neither text nor an attached article, or is built to break readers.
    """
    try:
        found = _taken_apart(blob, settings)
    except (
        RecursionError,
        ValueError,
        LookupError,
        AttributeError,
        TypeError,
    ) as error:  # the parser's own failures, in headers too
        raise ReadError(f"is a mail that cannot be taken apart ({type(error).__name__}); save its text as a file") from error
    if not found:
        raise ReadError("is a mail without text or attached article; nothing to read in it")
    yield from found


def _taken_apart(blob: Blob, settings: ReadSettings) -> list[Draft | Blob]:
    message = BytesParser(policy=policy.default).parsebytes(blob.raw)
    parts = _parts(message)
    if len(parts) > min(_MAX_PARTS, settings.max_members):
        raise ReadError(f"has over {_MAX_PARTS} parts, the limit of one mail; save what you need of it as files")
    text = _body(parts)
    known = blob.known.over(_metadata(message))
    article = [Draft(blob.path, text, blob.raw, MAIL, known, part=blob.part)] if text.strip() else []
    return [*article, *_attachments(blob, parts)]


def _parts(message: Message) -> list[Message]:
    """Parts of the mail, outermost first, forwarded mails not opened; counted as they come, so that no mail is endless."""
    found: list[Message] = []
    waiting: list[Message] = [message]
    while waiting and len(found) <= _MAX_PARTS:
        part = waiting.pop(0)
        found.append(part)
        payload = part.get_payload()
        if isinstance(payload, list) and part.get_content_type() != "message/rfc822":
            waiting.extend(own for own in payload if isinstance(own, Message))
    return found


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _body(parts: list[Message]) -> str:
    for kind in ("text/plain", "text/html"):
        texts = [_decoded(part) for part in parts if part.get_content_type() == kind and not _is_file(part)]
        text = "\n".join(text for text in texts if text.strip())
        if text:
            return read_fragment(text) if kind == "text/html" else text
    return ""


def _decoded(part: Message) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    for charset in (part.get_content_charset(), "utf-8"):
        try:
            return raw.decode(charset or "utf-8").replace("\r\n", "\n").replace("\x00", "\ufffd")
        except (LookupError, ValueError):
            continue
    return raw.decode("cp1252", errors="replace").replace("\r\n", "\n")


def _attachments(blob: Blob, parts: list[Message]) -> Iterator[Blob]:
    for number, part in enumerate(parts):
        kind = part.get_content_type()
        if not _is_file(part) or kind.startswith(_IMAGES):
            continue
        raw = part.get_payload(decode=True)
        name = (part.get_filename() or f"part{number}").replace("\\", "/").rpartition("/")[2]
        if isinstance(raw, bytes) and raw:
            yield Blob(f"{blob.path}!{name}", name, raw, Metadata(), None, kind, blob.depth + 1, _inside(blob.part, name))


def _inside(outer: str | None, name: str) -> str:
    return f"{outer}!{name}" if outer else name


def _metadata(message: EmailMessage | Message) -> Metadata:
    subject = " ".join(str(message.get("Subject") or "").split())
    sender = " ".join(str(message.get("From") or "").split())
    name, _, address = sender.partition("<") if "<" in sender else ("", "", sender)
    return Metadata(
        title=subject[:500] or None,
        outlet=name.replace('"', "").strip(" '")[:200] or address.partition("@")[2].strip(" >")[:200] or None,
        published=metadata_date(message.get("Date")),
    )
