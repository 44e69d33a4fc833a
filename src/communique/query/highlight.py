"""An article cut into runs, each with the lines of the record that rest on it."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.model import RecordDocument, RegionKind, Span
from communique.query.view import View

LAYERS = ("quotation", "encounter", "agreement", "position", "forecast", "figure", "actor")
PLAIN = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.STANDFIRST, RegionKind.HEADING})


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the record at a place of the text. `layer`: its kind; `link`: its page."""

    span: Span
    layer: str
    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Run:
    """Characters under the same marks. `dim`: not body text; `target`: the passage that the address asks for."""

    text: str
    start: int
    marks: tuple[Mark, ...]
    dim: bool
    target: bool

    @property
    def layers(self) -> str:
        """The layers of the marks, each once, as class names."""
        return " ".join(f"on-{layer}" for layer in (*LAYERS, "rejected") if any(mark.layer == layer for mark in self.marks))


def marks_by_document(view: View) -> dict[str, tuple[Mark, ...]]:
    """Every line of the record on each document, in text order. One pass over the record; keep the result."""
    rows: dict[str, list[Mark]] = defaultdict(list)
    for own, mark in itertools.chain(_encounter_marks(view), _speech_marks(view), _other_marks(view)):
        rows[own].append(mark)
    return {
        own: tuple(sorted(found, key=lambda mark: (mark.span.start, -mark.span.end, mark.layer, mark.label)))
        for own, found in rows.items()
    }


def _encounter_marks(view: View) -> Iterator[tuple[str, Mark]]:
    for actor in view.record.actors:
        for mention in actor.mentions:
            if mention.kind != "pronoun":
                yield mention.evidence.document, Mark(mention.evidence.span, "actor", actor.name, f"/actors/{actor.id}")
    for encounter in view.record.encounters:
        for account in encounter.mentions:
            for words in account.evidence:
                yield account.document, Mark(words.span, "encounter", encounter.label, f"/encounters/{encounter.id}")


def _speech_marks(view: View) -> Iterator[tuple[str, Mark]]:
    for quotation in view.record.quotations:
        name = view.name(quotation.speaker) or "unresolved"
        for words in quotation.content:
            yield quotation.document, Mark(words.span, "quotation", name, f"/statements/{quotation.id}")
    for position in view.record.positions:
        for words in position.content:
            link = f"/positions?issue={position.issue}#{position.id}"
            yield position.document, Mark(words.span, "position", position.stance, link)


def _other_marks(view: View) -> Iterator[tuple[str, Mark]]:
    for forecast in view.record.forecasts:
        for words in forecast.content:
            yield forecast.document, Mark(words.span, "forecast", forecast.kind, f"/forecasts/{forecast.id}")
    for agreement in view.record.agreements:
        for point in agreement.mentions:
            for words in point.content:
                yield point.document, Mark(words.span, "agreement", point.status, f"/agreements/{agreement.id}")
    for figure in view.record.figures:
        for words in figure.evidence:
            here = f"/documents/{figure.document}?at={words.span.start}-{words.span.end}#at"
            yield figure.document, Mark(words.span, "figure", figure.label, here)


def lines_by_layer(marks: Sequence[Mark]) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    """(layer, its marks in text order) for the layers that an article has; actors, who are everywhere, are left out."""
    return tuple((layer, found) for layer in LAYERS[:-1] if (found := tuple(mark for mark in marks if mark.layer == layer)))


def rejected_marks(view: View, document: str) -> tuple[Mark, ...]:
    """What persons rejected on one document, in text order."""
    rows = (own for own in view.record.reviews if own.state == "rejected" and own.words.document == document)
    marks = (
        Mark(own.words.span, "rejected", f"{own.section}, rejected by {', '.join(own.by)}", f"/review/read#{own.id}")
        for own in rows
    )
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))


def highlighted(found: RecordDocument, marks: Sequence[Mark], passage: tuple[int, int] | None = None) -> tuple[Run, ...]:
    """The text in runs: cut wherever a mark, a region or the passage begins or ends. Together they are the whole text.

    Args:
        found: the article.
        marks: its own, in text order.
        passage: characters [start, end) to show as asked for.
    """
    text = found.document.text
    opening: dict[int, list[Mark]] = defaultdict(list)
    cuts = {0, len(text)}
    for mark in marks:
        opening[mark.span.start].append(mark)
        cuts |= {mark.span.start, mark.span.end}
    plain = [region.span for region in found.regions if region.kind in PLAIN]
    for span in plain:
        cuts |= {span.start, span.end}
    if passage:
        cuts |= set(passage)
    edges = sorted(cuts)
    runs: list[Run] = []
    open_marks: list[Mark] = []
    region = 0
    for start, end in itertools.pairwise(edges):
        open_marks = [mark for mark in open_marks if mark.span.end > start] + opening.get(start, [])
        while region < len(plain) and plain[region].end <= start:
            region += 1
        body = region < len(plain) and plain[region].start <= start
        target = passage is not None and passage[0] <= start and end <= passage[1]
        runs.append(Run(text[start:end], start, tuple(open_marks), not body, target))
    return tuple(runs)
