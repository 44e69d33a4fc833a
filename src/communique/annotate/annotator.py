"""The one door of this package: a clean text becomes an analysis with syntax, times and attributions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from communique.annotate import syntax
from communique.annotate.front_date import free_subjects
from communique.config import KNOWN_LANGUAGES
from communique.model import Analysis, Attribution, CleanText, TimeExpression


class Tagger(Protocol):
    """Finds attributions in a whole article."""

    def tag(self, text: str) -> tuple[Attribution, ...]: ...


@dataclass(frozen=True, slots=True)
class Annotator:
    """Loaded models. Make it with `load_annotator`, once a process."""

    nlp: Any
    find_times: Callable[[Analysis], tuple[TimeExpression, ...]] | None = None
    tagger: Tagger | None = None

    def annotate(self, clean: CleanText) -> Analysis:
        """The analysis of `clean`.

        A text in a language that the models do not know gets no tokens and `attribution_attempted` False: reading a
        French sentence with English rules would invent things.
        """
        language = (clean.document.language or "en").split("-")[0]
        if language not in KNOWN_LANGUAGES:
            return Analysis(clean=clean, attribution_attempted=False)
        analysis = syntax.parse(self.nlp, clean)
        if self.find_times is not None:
            analysis = free_subjects(replace(analysis, times=self.find_times(analysis)))
        if self.tagger is None:
            return replace(analysis, attribution_attempted=False)
        return replace(analysis, attributions=self.tagger.tag(clean.text))


def load_annotator(threads: int = 1) -> Annotator:
    """The default annotator: spaCy's small English pipeline, our time grammar, our attribution model.

    Args:
        threads: of the attribution model's runtime.

    Raises:
        BackendMissing: a model package is not installed; the message holds the install line.
    """
    return Annotator(syntax.load_model(), _find_times(), _tagger(threads))


def _find_times() -> Callable[[Analysis], tuple[TimeExpression, ...]] | None:
    try:
        from communique.annotate.time import find_times
    except ImportError:
        return None
    return find_times


def _tagger(threads: int) -> Tagger | None:
    try:
        from communique.annotate.attribution import load_tagger
    except ImportError:
        return None
    return load_tagger(threads)
