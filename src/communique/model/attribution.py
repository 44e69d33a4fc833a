"""What the attribution tagger finds: who the words are ascribed to, by which cue."""

from dataclasses import dataclass

from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one attribution (PARC 3, PolNeAR).

    Spans index into the text given to the tagger, are trimmed of outer blanks and outer quotation marks, and stand in
    text order. Nested attributions are separate items.

    Attributes:
        source: words of the source; () where the text names none.
        cue: words that show the attribution; () where there are none.
        content: at least one span.
        confidence: probability that content and source are right, calibrated, 0..1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
