"""Words of agreeing, failing to agree and breaking what was agreed. Source: `data/agreement.yaml`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """The lists of `data/agreement.yaml`, as sets of lemmas; the file says what each is for."""

    agree: frozenset[str]
    decide: frozenset[str]
    commit: frozenset[str]
    make: frozenset[str]
    nouns: frozenset[str]
    binding: frozenset[str]
    proposal: frozenset[str]
    weak_nouns: frozenset[str]
    violate: frozenset[str]
    violation: frozenset[str]
    stall: frozenset[str]
    collapse: frozenset[str]
    end: frozenset[str]
    dispute: frozenset[str]
    fail: frozenset[str]
    partly: frozenset[str]
    draft: frozenset[str]
    document: frozenset[str]
    provide: frozenset[str]
    read: frozenset[str]
    defer: frozenset[str]
    unresolved: frozenset[str]
    apart: frozenset[str]
    obstacle: frozenset[str]
    question: frozenset[str]
    later: frozenset[str]
    result: frozenset[str]
    yields: frozenset[str]
    offered: frozenset[str]
    fulfil: frozenset[str]
    promised: frozenset[str]
    measures: frozenset[str]
    hostile: frozenset[str]
    referred: frozenset[str]


@cache
def agreement_words() -> AgreementWords:
    """The agreement words of English, read once."""
    data = yaml.safe_load((files("communique.lexicon") / "data" / "agreement.yaml").read_text(encoding="utf-8"))
    return AgreementWords(**{name: frozenset(data[name]) for name in AgreementWords.__dataclass_fields__})
