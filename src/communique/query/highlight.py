"""An article cut into runs, each with the lines of the record that rest on it."""

import itertools
from collections import defaultdict
from collections.abc import Iterator
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
        return " ".join(f"on-{layer}" for layer in LAYERS if any(mark.layer == layer for mark in self.marks))


def marks_of(view: View, own: str) -> tuple[Mark, ...]:
    """Every line of the record that rests on document `own`, in text order."""
    return tuple(sorted(_marks(view, own), key=lambda mark: (mark.span.start, -mark.span.end, mark.layer, mark.label)))


def _marks(view: View, own: str) -> Iterator[Mark]:
    record = view.record
    for actor in record.actors:
        for mention in actor.mentions:
            if mention.evidence.document == own and mention.kind != "pronoun":
                yield Mark(mention.evidence.span, "actor", actor.name, f"/actors/{actor.id}")
    for encounter in record.encounters:
        for account in encounter.mentions:
            if account.document == own:
                for words in account.evidence:
                    yield Mark(words.span, "encounter", encounter.label, f"/encounters/{encounter.id}")
    for quotation in record.quotations:
        if quotation.document == own:
            for words in quotation.content:
                yield Mark(
                    words.span, "quotation", view.name(quotation.speaker) or "unresolved", f"/statements#{quotation.id}"
                )
    for position in record.positions:
        if position.document == own:
            for words in position.content:
                yield Mark(words.span, "position", position.stance, f"/positions#{position.id}")
    for forecast in record.forecasts:
        if forecast.document == own:
            for words in forecast.content:
                yield Mark(words.span, "forecast", forecast.kind, f"/agreements#{forecast.id}")
    for agreement in record.agreements:
        for point in agreement.mentions:
            if point.document == own:
                for words in point.content:
                    yield Mark(words.span, "agreement", point.status, f"/agreements#{agreement.id}")
    for figure in record.figures:
        if figure.document == own:
            for words in figure.evidence:
                yield Mark(words.span, "figure", figure.label, f"/documents/{own}")


def highlighted(view: View, found: RecordDocument, passage: tuple[int, int] | None = None) -> tuple[Run, ...]:
    """The text in runs: cut wherever a mark, a region or the passage begins or ends. Together they are the whole text."""
    text = found.document.text
    marks = marks_of(view, found.document.id)
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
