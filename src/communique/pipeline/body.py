"""The body of a stored document, for stages that compare texts."""

from communique.model import CleanText, DocumentRecord, RegionKind

KEPT = frozenset({RegionKind.BODY, RegionKind.HEADING})


def body_text(record: DocumentRecord) -> CleanText:
    """The text of a document with everything but body and headings blanked; same length as the document's text."""
    text = record.document.text
    parts = []
    at = 0
    for region in record.regions:
        if region.kind in KEPT:
            parts.append(_blank(text[at : region.span.start]))
            parts.append(text[region.span.start : region.span.end])
            at = region.span.end
    parts.append(_blank(text[at:]))
    return CleanText(record.document, "".join(parts), record.regions)


def _blank(text: str) -> str:
    return "".join(char if char == "\n" else " " for char in text)
