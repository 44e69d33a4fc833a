"""Which language a text is in."""

from functools import cache
from typing import Any

_SAMPLE = 2_000
_MIN_LETTERS = 40
_HARDLY = 0.002
_PIDGIN = "pcm"  # the model takes short English texts with many names for Nigerian Pidgin
_SURELY_PIDGIN = 0.9


class Detector:
    """Tells languages; the model is loaded when it is first asked."""

    def language(self, text: str) -> str | None:
        """ISO 639-1 code of the language of `text`; None for a text of under 40 letters."""
        if sum(mark.isalpha() for mark in text[:200]) < _MIN_LETTERS:
            return None
        code, probability = _model().classify(text[:_SAMPLE])
        return "en" if code == _PIDGIN and probability < _SURELY_PIDGIN else str(code)

    def is_foreign(self, text: str, language: str) -> bool:
        """Whether `text`, however short, is hardly in `language`."""
        return float(dict(_model().rank(text[:_SAMPLE])).get(language, 0.0)) < _HARDLY


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a while to import and load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
