"""One document becomes what the language stages read."""

from communique.clean.about import complete
from communique.clean.character import blanked, joined, uniform
from communique.clean.closing import label_closing, label_signature
from communique.clean.head import label_head
from communique.clean.label import Label, label_alternative_texts, label_line
from communique.clean.language import Detector
from communique.clean.line import find_lines
from communique.clean.masthead import as_masthead
from communique.clean.region import lay_out
from communique.clean.tail import label_rest
from communique.model import CleanText, Document, RegionKind

BLANKED = frozenset({RegionKind.BOILERPLATE, RegionKind.NOTE, RegionKind.CREDIT, RegionKind.BYLINE, RegionKind.DATELINE})
_DETECTOR = Detector()


def clean_document(document: Document) -> CleanText:
    """`document` with its regions, and its text as the language stages read it.

    Every character that is not blank lies in a region. `text` has the length of `document.text`: characters are made
    uniform one for one, everything in boilerplate, notes, credits, bylines and datelines is blanked but the name of the
    institution that issues it, line breaks that only wrap a paragraph are blanks. A text in which nothing looks like a paragraph is all body.
    """
    lines = find_lines(document.text)
    labels = {number: label for number, line in enumerate(lines) if (label := label_line(line)) is not None}
    label_alternative_texts(lines, labels)
    body = label_head(lines, labels, document.title)
    label_signature(lines, labels, body)
    label_rest(lines, labels, body, _DETECTOR)
    label_closing(lines, labels, body)
    if not any(number not in labels for number in range(len(lines))):
        labels = _only_marks(labels)
    layout = lay_out(document.text, lines, labels)
    text = joined(uniform(document.text), lines)
    pieces = []
    place = 0
    for region in layout.regions:
        if region.kind in BLANKED and region.detail != "letterhead":
            pieces += [text[place : region.span.start], blanked(text, region.span.start, region.span.end)]
            place = region.span.end
    pieces.append(text[place:])
    return CleanText(complete(document, layout, _DETECTOR), "".join(pieces), as_masthead(document, layout.regions))


def _only_marks(labels: dict[int, Label]) -> dict[int, Label]:
    """Without any body, only lines that are clutter beyond doubt keep their label: no article may vanish."""
    return {number: label for number, label in labels.items() if label.kind == RegionKind.BOILERPLATE}
