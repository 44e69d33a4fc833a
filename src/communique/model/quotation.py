"""Words or content that a document ascribes to a speaker."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.date import DateValue
from communique.model.evidence import Evidence


class Form(StrEnum):
    """direct: all content between quotation marks; mixed: part of it; indirect: none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class ChainLink:
    """Who passes the words on. `actor`: id, None where not resolved; `words`, `cue`: as in the text."""

    actor: str | None
    words: tuple[Evidence, ...]
    cue: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One attribution of one document.

    Attributes:
        id: "<document id>:q<number>", in text order.
        speaker: actor id (local in a document, of the record when assembled); None = the text names none or it cannot
            be resolved (then `speaker_words` still holds the words).
        speaker_kind: "resolved", "unresolved", "anonymous", "none".
        content: one span a segment, outer marks left out.
        quoted: the parts between marks.
        chain: who passes it on, outermost first, without document and speaker.
        nested_in: id of the quotation whose content holds this one.
        repeats: id of an earlier quotation of the same document with the same words.
        utterance: equal values = one act of speech; filled when assembled.
    """

    id: str
    document: str
    form: Form
    content: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]
    quoted: tuple[Evidence, ...] = ()
    cue: tuple[Evidence, ...] = ()
    speaker: str | None = None
    speaker_kind: str = "none"
    joint_speakers: tuple[str, ...] = ()
    speaker_words: tuple[Evidence, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    addressee: str | None = None
    addressee_words: tuple[Evidence, ...] = ()
    said_on: DateValue | None = None
    setting: str | None = None
    setting_words: tuple[Evidence, ...] = ()
    occasion: str | None = None
    utterance: str | None = None
    nested_in: str | None = None
    repeats: str | None = None
    confidence: float | None = None
