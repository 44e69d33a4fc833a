"""Is every word of the record where the record says it is?"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from communique.model.evidence import evidence_in
from communique.record.items import SECTIONS
from communique.record.store import Store

MOST_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class Verification:
    """How many spans and documents were checked, and each thing that does not match."""

    spans: int
    documents: int
    problems: tuple[str, ...]


def verify_record(store: Store) -> Verification:
    """Check every span of the record against the stored article, and every article against its hash."""
    problems: list[str] = []
    texts: dict[str, str] = {}
    for row in store.stored():
        texts[row.id] = store.document_record(row.id).document.text
        raw = store.raw(row.id)
        if raw is not None and sha256(raw).hexdigest() != row.sha256:
            problems.append(f"{row.id}: the stored bytes of {row.path} do not have the hash they were read with")
    spans = 0
    for section in SECTIONS:
        for item in store.section(section):
            for words in evidence_in(item):
                spans += 1
                text = texts.get(words.document)
                if text is None:
                    problems.append(f"{section} {_name(item)}: document {words.document} is not in the record")
                elif text[words.span.start : words.span.end] != words.quote:
                    place = f"[{words.span.start}, {words.span.end})"
                    problems.append(
                        f"{section} {_name(item)}: {words.document} does not say “{words.quote[:80]}” at {place}"
                    )
    return Verification(spans, len(texts), tuple(problems[:MOST_SHOWN]))


def _name(item: Any) -> str:
    return str(getattr(item, "id", "") or getattr(item, "left", ""))
