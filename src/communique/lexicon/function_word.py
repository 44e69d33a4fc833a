"""Words too common to show what a text is about. Source: `data/function_word.yaml`."""

from functools import cache
from importlib.resources import files

import yaml


@cache
def function_words() -> frozenset[str]:
    """Stems as `lexicon.phrase.words_of` gives them, and the words themselves, lower case."""
    data = yaml.safe_load((files("communique.lexicon") / "data" / "function_word.yaml").read_text(encoding="utf-8"))
    return frozenset(str(word) for word in data["words"])
