"""All words that an item rests on."""

from typing import Any

from communique.model import Evidence
from communique.model.evidence import evidence_in


def all_evidence(item: Any) -> tuple[Evidence, ...]:
    """The words of an item, each once, by document and place; words inside longer ones of the same item are left out."""
    found = sorted(set(evidence_in(item)), key=lambda words: (words.document, words.span.start, -words.span.end))
    kept: list[Evidence] = []
    for words in found:
        if not (kept and kept[-1].document == words.document and kept[-1].span.contains(words.span)):
            kept.append(words)
    return tuple(kept)
