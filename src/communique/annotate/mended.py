"""Two slips of the parser, put right where the words leave no doubt.

"The conference held from 1 to 3 March": the participle beside a noun describes that noun, whatever it was hung on.
"Until Moreno and Falk meet": a word with a subject of its own is a verb, whatever it was tagged.
"""

from dataclasses import replace

from communique.annotate.front_date import rehung
from communique.model import Analysis

NOUNS = frozenset({"NOUN", "PROPN"})
LOOSE = frozenset({"advcl", "dep", "ccomp", "conj", "oprd", "xcomp"})
OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "mark", "expl", "neg"})
INNER = frozenset({"compound", "nmod", "amod", "nummod"})
ABOUT_EVENTS = frozenset({"hold", "organise", "organize", "convene", "host", "chair", "broker", "mediate", "arrange"})
CLAUSES = frozenset({"advcl", "ccomp", "relcl", "ROOT"})
MEETING = frozenset({"meet", "talk", "visit", "call", "confer"})


def mended(analysis: Analysis) -> Analysis:
    """The analysis with these slips put right; all else stays as it is."""
    tags, pos, deps, heads = list(analysis.tags), list(analysis.pos), list(analysis.deps), list(analysis.heads)
    changed = False
    for token in range(1, len(analysis)):
        noun = _described(analysis, token)
        if noun is not None:
            heads[token], deps[token], changed = noun, "acl", True
        elif _is_verb(analysis, token):
            tags[token], pos[token], changed = "VBP", "VERB", True
            for name, subject in _joined(analysis, token):
                heads[name], deps[name] = subject, "conj"
    if not changed:
        return analysis
    return rehung(replace(analysis, tags=tuple(tags), pos=tuple(pos)), deps, heads)


def _described(analysis: Analysis, token: int) -> int | None:
    """The noun right before a participle of holding that hangs on a word before that noun."""
    if analysis.tags[token] not in {"VBN", "VBD"} or analysis.lemmas[token] not in ABOUT_EVENTS:
        return None
    if analysis.deps[token] not in LOOSE or analysis.pos[token - 1] not in NOUNS:
        return None
    if any(analysis.deps[own] in OWN for own in analysis.children(token)) or analysis.heads[token] >= token - 1:
        return None
    noun = token - 1
    while analysis.deps[noun] in INNER and noun < analysis.heads[noun] < token:
        noun = analysis.heads[noun]
    return noun if token not in analysis.ancestors(noun) else None


def _is_verb(analysis: Analysis, token: int) -> bool:
    """A word of meeting tagged as a noun that heads a clause: a plural subject before it, its end or a phrase behind it."""
    if analysis.tags[token] != "NN" or analysis.lemmas[token] not in MEETING or analysis.deps[token] not in CLAUSES:
        return False
    below = analysis.children(token)
    left = [own for own in below if own < token and analysis.deps[own] in {"nsubj", "compound"}]
    plural = [
        own for own in left
        if analysis.deps[own] == "nsubj"
        and (analysis.tags[own] in {"NNS", "NNPS"} or any(analysis.deps[at] in {"conj", "cc"} for at in analysis.children(own)))
    ]  # fmt: skip
    return bool(plural) and not any(analysis.deps[own] in {"det", "poss", "amod", "cop", "aux"} for own in below)


def _joined(analysis: Analysis, verb: int) -> list[tuple[int, int]]:
    """(name, subject) where "A and B meet" was read as "A, and a B meet": B belongs beside A."""
    below = [own for own in analysis.children(verb) if own < verb]
    subject = next((own for own in below if analysis.deps[own] == "nsubj"), None)
    return [(own, subject) for own in below if subject is not None and subject < own and analysis.deps[own] == "compound"]
