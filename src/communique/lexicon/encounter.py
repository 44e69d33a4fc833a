"""Words of encounters, and the weights that tell their senses apart."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class EncounterWords:
    """Lemmas by their use; see data/encounter.yaml for what each list holds. `status`: word -> encounter status."""

    nouns: Mapping[str, str]
    verbs: Mapping[str, str]
    plural_only: frozenset[str]
    weak_nouns: frozenset[str]
    weak_verbs: frozenset[str]
    phone_words: frozenset[str]
    light_verbs: frozenset[str]
    event_verbs: frozenset[str]
    public_modifiers: frozenset[str]
    call_modifiers: frozenset[str]
    table_words: frozenset[str]
    weak_modifiers: frozenset[str]
    motion_verbs: frozenset[str]
    aspect_verbs: frozenset[str]
    report_verbs: frozenset[str]
    ahead_prepositions: frozenset[str]
    behind_prepositions: frozenset[str]
    counting_nouns: frozenset[str]
    fresh_words: frozenset[str]
    pointing_words: frozenset[str]
    soft_verbs: frozenset[str]
    soft_nouns: frozenset[str]
    ordinals: frozenset[str]
    closing_verbs: frozenset[str]
    leader_titles: frozenset[str]
    setting_verbs: frozenset[str]
    circumstance: frozenset[str]
    founding_verbs: frozenset[str]
    travel_verbs: frozenset[str]
    human_nouns: frozenset[str]
    pronouns: frozenset[str]
    time_words: frozenset[str]
    time_adjectives: frozenset[str]
    venue_words: frozenset[str]
    status: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Weights:
    """A multinomial logistic model over named binary features.

    Attributes:
        labels: the classes, in a fixed order.
        rows: feature -> one weight a label; features not named here weigh nothing.
    """

    labels: tuple[str, ...]
    rows: Mapping[str, tuple[float, ...]]


def _data(name: str) -> str:
    return (files("communique.lexicon") / "data" / name).read_text(encoding="utf-8")


@cache
def load_words() -> EncounterWords:
    """The word lists, read once."""
    raw: dict[str, Any] = yaml.safe_load(_data("encounter.yaml"))
    texts = {key: value.split() for key, value in raw.items() if isinstance(value, str) and key not in ("source", "licence")}
    lists = {key: frozenset(value) for key, value in (raw | texts).items() if isinstance(value, list)}
    status = {word: name for name, words in raw["status"].items() for word in words}
    return EncounterWords(nouns=raw["nouns"], verbs=raw["verbs"], status=status, **lists)


@cache
def load_weights(name: str) -> Weights:
    """The model `name` ("trigger", "argument"), read once."""
    raw: dict[str, Any] = json.loads(_data(f"encounter_{name}.json"))
    labels = tuple(raw["labels"])
    return Weights(labels, {key: tuple(value) for key, value in raw["weights"].items()})
