"""One content into its coordinated parts: "demands that A, that B and that C" is three positions."""

from communique.extract.claims.clause import bare_infinitives, children, is_verb
from communique.lexicon.issue import find_issues
from communique.model import Analysis

SHORTEST = 3
OBJECTS = frozenset({"dobj", "pobj", "attr", "nsubjpass"})


def split_content(analysis: Analysis, head: int, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """The parts [first, last) of the content of `head`: cut at coordinated clauses always, at coordinated noun phrases
    only where every part names an issue of its own."""
    cuts = sorted({cut for cut in _clause_cuts(analysis, head, first, last) if first < cut < last})
    pieces = _pieces(analysis, first, last, cuts)
    return tuple(part for piece in pieces for part in _by_issue(analysis, head, *piece))


def _clause_cuts(analysis: Analysis, head: int, first: int, last: int) -> list[int]:
    cuts = [analysis.subtree(child)[0] for child in bare_infinitives(analysis, head)]
    stack = [
        child
        for child in analysis.children(head)
        if analysis.deps[child] in ("ccomp", "xcomp", "advcl", "pcomp", "prep", "acl")
    ]
    while stack:
        at = stack.pop()
        if not first <= at < last:
            continue
        if analysis.deps[at] == "prep":
            stack.extend(children(analysis, at, ("pcomp",)))
            continue
        if analysis.deps[at] == "advcl" and not _purpose(analysis, at):
            continue
        for other in children(analysis, at, ("conj",)):
            if is_verb(analysis, other) and _stands_alone(analysis, other):
                cuts.append(analysis.subtree(other)[0])
                stack.append(other)
        stack.extend(child for child in children(analysis, at, ("xcomp", "advcl")) if child > at)
    return cuts


def _stands_alone(analysis: Analysis, clause: int) -> bool:
    """An infinitive, or a clause with a subject of its own; "would be found and tried" is one act, and so is "to buy it and to
    pay for it in gold"."""
    things = [*children(analysis, clause, ("dobj",))]
    things += [thing for prep in children(analysis, clause, ("prep",)) for thing in children(analysis, prep, ("pobj",))]
    if things and analysis.lemmas[things[0]] in ("it", "them", "they"):
        return False
    own = {analysis.deps[child] for child in analysis.children(clause)}
    return analysis.tags[clause] in ("VB", "VBG", "VBP") or bool(own & {"nsubj", "nsubjpass", "aux"})


def _purpose(analysis: Analysis, clause: int) -> bool:
    return any(analysis.lemmas[child] == "to" for child in children(analysis, clause, ("aux",)))


def _pieces(analysis: Analysis, first: int, last: int, cuts: list[int]) -> list[tuple[int, int]]:
    found, start = [], first
    for cut in [*cuts, last]:
        end = cut
        while end > start and cut != last and analysis.deps[end - 1] in ("cc", "punct", "advmod"):
            end -= 1
        if end > start:
            found.append((start, end))
        start = cut
    return found


def _by_issue(analysis: Analysis, head: int, first: int, last: int) -> list[tuple[int, int]]:
    governors = _governors(analysis, head)
    for token in range(first, last):
        if analysis.deps[token] not in OBJECTS or analysis.heads[token] not in governors:
            continue
        cuts, at = [], token
        while True:
            following = [
                child for child in children(analysis, at, ("conj",)) if child < last and not is_verb(analysis, child)
            ]
            if not following:
                break
            at = following[0]
            cuts.append(analysis.subtree(at)[0])
        if not cuts:
            continue
        pieces = _pieces(analysis, first, last, cuts)
        issues = [find_issues(analysis.words(*piece))[:1] for piece in pieces]
        long = all(end - start >= SHORTEST for start, end in pieces)
        return pieces if long and all(issues) and len(set(issues)) == len(issues) else [(first, last)]
    return [(first, last)]


def _governors(analysis: Analysis, head: int) -> set[int]:
    """The head, infinitives below it, and its prepositions: what is coordinated there is so for the stance."""
    found, stack = {head}, [head]
    while stack:
        at = stack.pop()
        for child in children(analysis, at, ("xcomp", "prep", "ccomp")):
            if child > at and (analysis.deps[child] != "prep" or at == head):
                found.add(child)
                stack.append(child)
    return found
