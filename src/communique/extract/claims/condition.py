"""On what condition: "only if", "after", "in exchange for", "provided that", a list of preconditions."""

from bisect import bisect_right
from dataclasses import dataclass

from communique.extract.claims.clause import children, words
from communique.model import Analysis, Evidence

STRICT = frozenset({"unless", "until", "provided", "providing"})
LOOSE = frozenset({"if", "once", "after", "when", "before", "while", "should"})
EXCHANGE = frozenset({"exchange", "return", "condition", "case", "event"})
PROVIDED = {"provided": "provided", "providing": "providing"}
EXCEPT = frozenset({"without"})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition at a verb. `strict`: without it the stance does not hold ("only if", "unless", "without")."""

    head: int
    evidence: Evidence
    strict: bool


def find_conditions(analysis: Analysis, verb: int, first: int, last: int, negated: bool = False) -> tuple[Condition, ...]:
    """Conditions on what `verb` says whose words lie in tokens [first, last), in text order; the marker is included.

    Args:
        negated: the verb is: "will not discuss it before (while, as long as) ..." sets a condition too.
    """
    found: list[Condition] = []
    for token in _below(analysis, verb, first, last):
        condition = _clause(analysis, token, negated) or _phrase(analysis, token, negated)
        if condition is not None and not any(condition.evidence.span.overlaps(other.evidence.span) for other in found):
            found.append(condition)
    return tuple(found)


def _below(analysis: Analysis, verb: int, first: int, last: int) -> tuple[int, ...]:
    return tuple(token for token in analysis.subtree(verb) if first <= token < last and token != verb)


def _clause(analysis: Analysis, token: int, negated: bool) -> Condition | None:
    if analysis.deps[token] not in ("advcl", "prep", "ccomp", "pcomp"):
        return None
    marks = [child for child in analysis.children(token) if analysis.deps[child] in ("mark", "advmod") and child < token]
    opening = [analysis.lemmas[below] for below in analysis.subtree(token)[:3]]
    told = children(analysis, token, ("nsubj", "nsubjpass"))
    if told and analysis.lemmas[analysis.heads[token]] == "soon" and opening[:1] == ["as"]:
        return _made(analysis, analysis.heads[token], False)
    if analysis.deps[token] == "advcl" and opening in (["as", "long", "as"], ["so", "long", "as"]):
        return _made(analysis, token, True)
    if told and analysis.deps[token] == "advcl" and opening == ["as", "soon", "as"]:
        return _made(analysis, token, False)
    marks += [token] if analysis.deps[token] == "prep" else []
    for mark in marks:
        lemma = PROVIDED.get(analysis.word(mark).lower(), analysis.lemmas[mark])
        if lemma in STRICT or lemma in LOOSE:
            below = analysis.subtree(token)
            only = (
                _only(analysis, token)
                or (below[0] > 0 and analysis.lemmas[below[0] - 1] == "only")
                or analysis.lemmas[below[0]] == "only"
            )
            if lemma == "until" and _timed(analysis, token):
                return None
            if lemma == "before" and _is_past(analysis, token):
                return None
            if negated and lemma in ("before", "while") and not _timed(analysis, token):
                return _made(analysis, token, True)
            if lemma in ("after", "before", "when", "while") and not only:
                return None
            if lemma == "until" and _timed(analysis, token):
                return None
            return _made(analysis, token, only or lemma in STRICT)
    return None


def _only(analysis: Analysis, clause: int) -> bool:
    """ "would only sign if"."""
    verb = analysis.heads[clause]
    return any(analysis.lemmas[child] == "only" and child < verb for child in children(analysis, verb, ("advmod",)))


def _is_past(analysis: Analysis, clause: int) -> bool:
    """ "ruled it out before he had sat down": told of what was, no condition."""
    return any(analysis.word(child).lower() in ("had", "'d") for child in children(analysis, clause, ("aux",)))


def _timed(analysis: Analysis, token: int) -> bool:
    """ "before June": a date and no condition."""
    if analysis.deps[token] != "prep":
        return False
    below = analysis.subtree(token)
    return any(
        at >= 0 and start < analysis.times[at].span.end
        for start in (analysis.starts[below[min(1, len(below) - 1)]], analysis.starts[below[-1]])
        for at in (bisect_right(analysis.times, start, key=lambda time: time.span.start) - 1,)
    )


def _phrase(analysis: Analysis, token: int, negated: bool) -> Condition | None:
    if analysis.deps[token] != "prep":
        return None
    lemma = analysis.lemmas[token]
    below = analysis.subtree(token)
    if negated and lemma in EXCEPT and len(below) > 1:
        return _made(analysis, token, True)
    for child in analysis.children(token):
        if lemma in ("in", "on") and analysis.lemmas[child] in EXCHANGE and analysis.children(child):
            return _made(analysis, token, analysis.lemmas[child] in ("condition", "case"))
    return None


def _made(analysis: Analysis, head: int, strict: bool) -> Condition | None:
    below = analysis.subtree(head)
    if analysis.lemmas[head] == "soon" and below[0] > 0 and analysis.lemmas[below[0] - 1] in ("as", "so"):
        below = (below[0] - 1, *below)
    evidence = words(analysis, below[0], below[-1] + 1)
    return Condition(head, evidence[0], strict) if evidence else None
