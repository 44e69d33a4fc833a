"""Phrases of the syntax that the encounter rules share: heads, paths, entity labels, noun phrases."""

from communique.model import Analysis, Span

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "obj"})
LOOSE = frozenset({"punct", "cc", "preconj", "mark"})


def entity_labels(analysis: Analysis) -> dict[int, str]:
    """Token -> label of the entity it stands in."""
    return {token: found.label for found in analysis.entities for token in range(found.first, found.last)}


def child(analysis: Analysis, token: int, *labels: str) -> int | None:
    """The first dependent of `token` with one of the labels."""
    return next((own for own in analysis.children(token) if analysis.deps[own] in labels), None)


def prepositions(analysis: Analysis, token: int) -> tuple[tuple[str, int], ...]:
    """(preposition, its object) below `token`; prepositions without an object are left out."""
    found = []
    for own in analysis.children(token):
        if analysis.deps[own] in {"prep", "agent", "dative"} and analysis.pos[own] not in NOMINAL:
            goal = child(analysis, own, "pobj", "pcomp")
            if goal is not None:
                found.append((analysis.lemmas[own], goal))
    return tuple(found)


def conjuncts(analysis: Analysis, token: int) -> tuple[int, ...]:
    """The token and those coordinated with it, in text order."""
    found, stack = [], [token]
    while stack:
        at = stack.pop()
        found.append(at)
        stack.extend(own for own in analysis.children(at) if analysis.deps[own] == "conj")
    return tuple(sorted(found))


def first_conjunct(analysis: Analysis, token: int) -> int:
    """The head of the coordination that `token` stands in."""
    while analysis.deps[token] == "conj" and analysis.heads[token] != token:
        token = analysis.heads[token]
    return token


def phrase_span(analysis: Analysis, token: int, stops: frozenset[int] = frozenset()) -> Span:
    """Characters of the phrase that `token` heads.

    Args:
        stops: dependents that are not part of it; what hangs below them is cut off with them.
    """
    found, stack = [], [token]
    while stack:
        at = stack.pop()
        found.append(at)
        stack.extend(own for own in analysis.children(at) if own not in stops)
    low, high = token, token
    inside = set(found)
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    while low < token and analysis.deps[low] in LOOSE and analysis.word(low) not in "\"'“‘([":
        low += 1
    while high > token and analysis.pos[high] == "PUNCT" and analysis.word(high) not in "\"'”’)]":
        high -= 1
    return analysis.span(low, high + 1)


def path(analysis: Analysis, start: int, goal: int, longest: int = 7) -> tuple[tuple[str, int], ...] | None:
    """Steps of the dependency tree from `start` to `goal`: ("^" + label, token reached) up, ("_" + label, token) down.

    None if they do not meet within `longest` steps.
    """
    above = [start, *analysis.ancestors(start)]
    place = {token: number for number, token in enumerate(above)}
    down, at = [], goal
    while at not in place:
        down.append(at)
        if analysis.heads[at] == at or len(down) > longest:
            return None
        at = analysis.heads[at]
    ups = [("^" + analysis.deps[above[number]], above[number + 1]) for number in range(place[at])]
    steps = ups + [("_" + analysis.deps[token], token) for token in reversed(down)]
    return tuple(steps) if len(steps) <= longest else None


def implied_subject(analysis: Analysis, verb: int) -> int | None:
    """The subject of a verb, its own or the one it shares: of the verb it is coordinated with, of the verb that governs
    an infinitive (its object if it has one: "asked him to come"), or the noun that it modifies."""
    at = verb
    for _ in range(5):
        own = child(analysis, at, "nsubj", "nsubjpass")
        if own is not None and (at == verb or analysis.deps[at] != "relcl"):
            return own
        head, label = analysis.heads[at], analysis.deps[at]
        if head == at:
            return own
        if label == "xcomp":
            thing = child(analysis, head, *OBJECTS)
            if thing is not None and at > thing:
                return thing
        elif label in {"acl", "relcl"}:
            return head
        elif label == "pcomp":
            head = analysis.heads[head]
        elif label not in {"conj", "advcl"}:
            return own
        at = head
    return None


def carrier(analysis: Analysis, noun: int) -> int | None:
    """The verb above a noun through objects, "of" and other prepositions; None if another noun comes first."""
    at = noun
    for _ in range(4):
        head = analysis.heads[at]
        if head == at:
            return None
        if analysis.pos[head] in {"VERB", "AUX"}:
            return head
        passing = analysis.deps[at] in {"conj", "compound"} or analysis.deps[head] in {"attr", "dobj"}
        if analysis.pos[head] != "ADP" and not passing:
            return None
        at = head
    return None


def outer_noun(analysis: Analysis, token: int, counting: frozenset[str]) -> int:
    """The noun that counts or orders an encounter noun ("a new round of talks": "round"); else the token itself."""
    head = analysis.heads[token]
    if analysis.deps[token] == "compound" and analysis.lemmas[head] in counting and head > token:
        return head
    if analysis.deps[token] == "pobj" and analysis.lemmas[head] == "of":
        return analysis.heads[head] if analysis.lemmas[analysis.heads[head]] in counting else token
    return token
