"""Words by which a text foresees something. Source: `data/forecast.yaml`, which says what each list is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from communique.lexicon.phrase import PhraseIndex, words_of


@dataclass(frozen=True, slots=True)
class ForecastWords:
    """The lists of `data/forecast.yaml`; mappings go from lemma to the kind of forecast."""

    verbs: Mapping[str, str]
    predicates: Mapping[str, str]
    nouns: Mapping[str, str]
    modals: Mapping[str, str]
    aims: Mapping[str, str]
    minds: Mapping[str, str]
    chances: frozenset[str]
    rumoured: frozenset[str]
    empty_subjects: frozenset[str]
    vague_times: PhraseIndex


@cache
def forecast_words() -> ForecastWords:
    """The forecast words of English, read once."""
    data = yaml.safe_load((files("communique.lexicon") / "data" / "forecast.yaml").read_text(encoding="utf-8"))
    vague = PhraseIndex()
    for phrase in data["vague_times"]:
        vague.add(words_of(phrase), phrase)
    return ForecastWords(
        verbs=data["verbs"],
        predicates=data["predicates"],
        nouns=data["nouns"],
        modals=data["modals"],
        aims=data["aims"],
        minds=data["minds"],
        chances=frozenset(data["chances"]),
        rumoured=frozenset(data["rumoured"]),
        empty_subjects=frozenset(data["empty_subjects"]),
        vague_times=vague,
    )


def has_future_time(text: str) -> bool:
    """Whether `text` names an indefinite future time ("sooner or later", "next week")."""
    return bool(forecast_words().vague_times.find(words_of(text)))
