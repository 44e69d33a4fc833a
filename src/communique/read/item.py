"""What passes between the parts of reading: bytes with a name, and an article that is not a `Document` yet."""

from dataclasses import dataclass, field, replace

from communique.model import DateValue, RawPlace


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text. None and () = not known."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: DateValue | None = None
    credit: str | None = None
    language: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """This, completed by `other` where this does not know."""
        known = {name: value for name in self.__dataclass_fields__ if (value := getattr(self, name)) not in (None, ())}
        return replace(other, **known)


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes to be read, whatever their type.

    Attributes:
        path: as `Document.path`: the file, address, or "file!member".
        name: last part of the name, for its suffix; "" for standard input.
        raw: the bytes.
        known: metadata given from outside: a sidecar, a feed, a mail.
        charset: that a server or mail names.
        media_type: that a server or mail names; used only where the bytes do not tell.
        depth: containers around it.
        part: its path inside the outermost container.
    """

    path: str
    name: str
    raw: bytes
    known: Metadata = field(default_factory=Metadata)
    charset: str | None = None
    media_type: str | None = None
    depth: int = 0
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as found in a blob.

    Attributes:
        text: becomes `Document.text`.
        raw: the bytes of this article alone.
        places: total over `text`, in text order; () = one place for all of it.
        part: path inside a container.
    """

    path: str
    text: str
    raw: bytes
    media_type: str
    metadata: Metadata = field(default_factory=Metadata)
    places: tuple[RawPlace, ...] = ()
    part: str | None = None
