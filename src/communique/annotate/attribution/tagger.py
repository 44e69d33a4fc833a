"""The attribution tagger: whole articles in, attributions with exact spans out."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from communique.annotate.attribution.boundary import name_span, span_of
from communique.annotate.attribution.candidate import Candidate, choose, decode_cues
from communique.annotate.attribution.confidence import shown_confidence
from communique.annotate.attribution.feature import Sequence, read_sequence
from communique.annotate.attribution.network import CueScores, Network
from communique.annotate.attribution.settings import Settings, read_settings
from communique.annotate.attribution.window import WindowSize, cut_windows
from communique.annotate.attribution.wordpiece import WordPiece
from communique.errors import BackendMissing
from communique.model.attribution import Attribution
from communique.model.span import Span

INSTALL = "pip install ./packages/communique-models-en"
# A content reads like a text of its own without the word that ties it to its cue.
_COMPLEMENTISER = re.compile(r"(?:that|whether|if)\s+", re.IGNORECASE)
_LEAST_BLANKS = 3  # a shorter content holds no attribution of its own


class Tagger:
    """Finds attributions. Loaded once, used for any number of texts; not to be shared between threads."""

    def __init__(self, tokenizer: WordPiece, network: Network, settings: Settings) -> None:
        self._tokenizer = tokenizer
        self._network = network
        self._settings = settings

    def tag(self, text: str, *, depth: int = 1) -> tuple[Attribution, ...]:
        """All attributions of one article, in text order of their first content; () where there are none.

        Args:
            text: the article, paragraphs parted by line breaks; spans index into it (code points). Time and memory
                grow with its length.
            depth: 1 for the outermost ones, as annotated in PolNeAR; more to read each content again as a text of its
                own for what is attributed inside it ("A says that B said ..."), that many levels in all.
        """
        return tuple(sorted(self._within(text, 0, len(text), depth), key=lambda a: (a.content[0], a.cue)))

    def _within(self, text: str, start: int, end: int, depth: int) -> list[Attribution]:
        part = text[start:end]
        sequence = read_sequence(part, self._tokenizer)
        kept = choose(decode_cues(self.scores(sequence), sequence.quote, self._settings), self._settings.keep)
        shown = self._settings.shown
        found = [moved(a, start) for a in (attribution_of(part, sequence, c, shown) for c in kept) if a is not None]
        if depth > 1:
            inner = [s for a in found for s in a.content if s.start > start or s.end < end]
            for span in inner:
                opening = _COMPLEMENTISER.match(text, span.start, span.end)
                first = opening.end() if opening else span.start
                if text.count(" ", first, span.end) >= _LEAST_BLANKS:
                    found.extend(self._within(text, first, span.end, depth - 1))
        return found

    def scores(self, sequence: Sequence) -> Iterator[CueScores]:
        """Scores of every cue candidate of a text, in order, window by window."""
        settings = self._settings
        size = WindowSize(settings.own, settings.before, settings.after)
        for window in cut_windows(sequence.pieces, sequence.paragraph, size):
            yield from self._network.score(sequence, window, settings.cue)


def load_tagger(threads: int = 1, folder: Path | None = None) -> Tagger:
    """The tagger with the installed weights, verified by their sha256.

    Args:
        threads: of onnxruntime.
        folder: where the model files lie; None for the installed package `communique-models-en`.

    Raises:
        BackendMissing: the package is not installed, or a file is absent or not the one that was measured.
    """
    folder = _installed() if folder is None else folder
    _verify(folder)
    network = Network(folder / "attribution.onnx", folder / "attribution_pairs.onnx", threads)
    return Tagger(WordPiece.from_file(folder / "vocab.txt"), network, read_settings(folder / "attribution.json"))


def moved(item: Attribution, by: int) -> Attribution:
    """The same attribution in a text that has `by` more characters before it."""
    if by == 0:
        return item
    source, cue, content = (
        tuple(Span(s.start + by, s.end + by) for s in spans) for spans in (item.source, item.cue, item.content)
    )
    return Attribution(source, cue, content, item.confidence)


def attribution_of(
    text: str, sequence: Sequence, candidate: Candidate, shown: tuple[float, float, float] = (1.0, 1.0, 0.0)
) -> Attribution | None:
    """A candidate as spans of the text, its confidence by the map `shown`; None if nothing but quotation marks is its
    content."""
    content = [s for s in (span_of(sequence, a, b) for a, b in candidate.content) if s is not None]
    if not content:
        return None
    source = name_span(text, sequence, *candidate.source) if candidate.source else None
    cue = name_span(text, sequence, candidate.cue[0], candidate.cue[1] + 1)
    sure = round(shown_confidence(candidate.confidence, shown), 4)
    return Attribution((source,) if source else (), (cue,) if cue else (), tuple(content), sure)


def _installed() -> Path:
    try:
        from communique_models_en import path
    except ModuleNotFoundError as missing:
        raise BackendMissing(f"the attribution model is not installed; run: {INSTALL}") from missing
    return Path(path())


def _verify(folder: Path) -> None:
    lock = folder / "models.lock.json"
    if not lock.is_file():
        raise BackendMissing(f"{lock} is missing, so the attribution model cannot be verified; run: {INSTALL}")
    for entry in json.loads(lock.read_text(encoding="utf-8"))["files"]:
        file = folder / entry["name"]
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != entry["sha256"]:
            raise BackendMissing(f"{file} is missing or not the file that was measured; run: {INSTALL}")
