"""Words by which an actor takes a stance. Source: `data/stance.yaml`, which says what each list is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from communique.lexicon.phrase import PhraseIndex, words_of
from communique.model import Stance

PHRASES = ("red_line", "refusing", "prior")


@dataclass(frozen=True, slots=True)
class StanceWord:
    """How one lemma takes a stance.

    Attributes:
        negated: the stance of its negation; None = a negated use says nothing.
        needs: particles or prepositions of which one must follow; () = none needed.
        weak: counts only where the content names an issue.
        clause: "any" = takes any that-clause; "that" = only one that says what must be; "" = none.
        only_negated: the plain use says nothing.
        having: nouns of which one must stand below; () = none needed.
        figure: a number must stand below it ("answered with nine").
        modal: auxiliaries of which one must stand with it ("could live with"); () = none needed.
    """

    lemma: str
    stance: Stance
    negated: Stance | None = None
    needs: tuple[str, ...] = ()
    weak: bool = False
    clause: str = ""
    only_negated: bool = False
    having: tuple[str, ...] = ()
    modal: tuple[str, ...] = ()
    figure: bool = False


@dataclass(frozen=True, slots=True)
class StanceWords:
    """The lists of `data/stance.yaml`."""

    verbs: Mapping[str, StanceWord]
    adjectives: Mapping[str, StanceWord]
    nouns: Mapping[str, StanceWord]
    light_verbs: frozenset[str]
    saying: frozenset[str]
    unacceptable: frozenset[str]
    required: frozenset[str]
    favourable: frozenset[str]
    unfavourable: frozenset[str]
    bad_things: frozenset[str]
    good_things: frozenset[str]
    expressing: frozenset[str]
    stressing: frozenset[str]
    weight: frozenset[str]
    giving: frozenset[str]
    striking: frozenset[str]
    soft: frozenset[str]
    ideas: frozenset[str]
    basing: frozenset[str]
    granting: frozenset[str]
    labelling: frozenset[str]
    dropping: frozenset[str]
    no_stance: frozenset[str]
    matterless: frozenset[str]
    framing: frozenset[str]
    accusing: frozenset[str]
    preventing: frozenset[str]
    hostile: frozenset[str]
    to_reader: frozenset[str]
    untrue: frozenset[str]
    harming: frozenset[str]
    backing: frozenset[str]
    bare: frozenset[str]
    put_forward: frozenset[str]
    fair: frozenset[str]
    common: frozenset[str]
    joining: frozenset[str]
    red_line: PhraseIndex
    refusing: PhraseIndex
    prior: PhraseIndex


@cache
def stance_words() -> StanceWords:
    """The stance words of English, read once."""
    data = yaml.safe_load((files("communique.lexicon") / "data" / "stance.yaml").read_text(encoding="utf-8"))
    sets = [
        field for field in StanceWords.__dataclass_fields__ if isinstance(data.get(field), list) and field not in PHRASES
    ]
    lists: dict[str, Any] = {name: frozenset(data[name]) for name in sets}
    lists |= {name: _phrases(data[name]) for name in PHRASES}
    return StanceWords(
        verbs=_words(data["verbs"]),
        adjectives=_words(data["adjectives"]),
        nouns=_words(data["nouns"]),
        **lists,
    )


def _phrases(entries: list[str]) -> PhraseIndex:
    index = PhraseIndex()
    for phrase in entries:
        index.add(words_of(phrase), phrase)
    return index


def is_red_line(text: str) -> bool:
    """Whether `text` marks what it says as a line that will not be crossed ("never", "not negotiable")."""
    return bool(stance_words().red_line.find(words_of(text)))


def is_refused(text: str) -> bool:
    """Whether `text` says of its subject that it is not up for negotiation ("off the table", "out of the question")."""
    return bool(stance_words().refusing.find(words_of(text)))


def is_prior(text: str) -> bool:
    """Whether `text` says of its subject that it comes before all else."""
    return bool(stance_words().prior.find(words_of(text)))


def _words(entries: dict[str, dict[str, Any]]) -> dict[str, StanceWord]:
    return {lemma: _word(lemma, entry) for lemma, entry in entries.items()}


def _word(lemma: str, entry: dict[str, Any]) -> StanceWord:
    negated = entry.get("not")
    return StanceWord(
        lemma=lemma,
        stance=Stance(entry["stance"]),
        negated=Stance(negated) if negated else None,
        needs=tuple(entry.get("with", ())),
        weak=bool(entry.get("weak", False)),
        clause=str(entry.get("clause", "")),
        only_negated=bool(entry.get("only_negated", False)),
        having=tuple(entry.get("having", ())),
        modal=tuple(entry.get("modal", ())),
        figure=bool(entry.get("figure", False)),
    )
