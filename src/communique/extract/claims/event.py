"""The main political event of a sentence: its PLOVER type, who acts, towards whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.extract.claims.clause import children, coordinates, is_passive, is_verb, subjects
from communique.lexicon.phrase import stem
from communique.lexicon.plover import plover_words
from communique.lexicon.stance import stance_words
from communique.model import Analysis, Span

HEIGHT = (4.0, 2.0, 1.5, 1.0)
REPORTING = frozenset(
    {
        "say",
        "report",
        "announce",
        "add",
        "tell",
        "confirm",
        "state",
        "claim",
        "quote",
        "note",
        "disclose",
        "reveal",
        "declare",
    }
)
SAYERS = REPORTING | {"insist", "reiterate", "warn", "demand", "stress", "argue", "vow"}
OF_MIND = frozenset({"oppose", "commit", "prepare", "engage", "concern", "resolve", "determine"})
PARTS = frozenset(
    [
        "thousand",
        "hundred",
        "ten",
        "dozen",
        "group",
        "member",
        "number",
        "score",
        "million",
        "lot",
        "some",
        "one",
        "two",
        "three",
        "deployment",
        "many",
        "most",
        "majority",
    ]
)
PAIRED = frozenset(
    {"side", "government", "official", "leader", "delegation", "minister", "president", "foreign", "authority"}
)
LOCAL = frozenset({"CONSULT", "AID", "COERCE", "CONCEDE", "PROTEST", "MOBILIZE", "ASSAULT"})
NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP", "LOC", "FAC"})
CUE_DEPTH = 3


@dataclass(frozen=True, slots=True)
class PloverEvent:
    """One event. `trigger`: its predicate; `source`, `target`: the noun phrases of the actors; spans of the text."""

    kind: str
    trigger: Span
    source: tuple[Span, ...]
    target: tuple[Span, ...]


def find_events(analysis: Analysis) -> tuple[PloverEvent, ...]:
    """The main event of each sentence that reports one of PLOVER's, in text order."""
    found = (_event(analysis, first, last) for first, last in analysis.sentences)
    return tuple(event for event in found if event is not None)


def _event(analysis: Analysis, first: int, last: int) -> PloverEvent | None:
    root = next((token for token in range(first, last) if analysis.heads[token] == token), first)
    verb = _predicate(analysis, root)
    depths = _depths(analysis, verb)
    kind = _kind(analysis, first, last, depths)
    if kind is None:
        return None
    source, target = _roles(analysis, verb, last, kind)
    return PloverEvent(kind, analysis.span(verb, verb + 1), source, target)


def _predicate(analysis: Analysis, root: int) -> int:
    """The clause that is reported, below "X said that"."""
    for _ in range(4):
        below = [child for child in children(analysis, root, ("ccomp",)) if is_verb(analysis, child)]
        if analysis.lemmas[root] not in REPORTING or not below:
            return root
        root = below[0]
    return root


def _depths(analysis: Analysis, verb: int) -> dict[int, int]:
    """Token -> how far below the predicate it stands, subjects left out."""
    depth = {verb: 0}
    stack = [verb]
    while stack:
        at = stack.pop()
        for child in analysis.children(at):
            if analysis.deps[child] in ("nsubj", "nsubjpass", "punct") or child in depth:
                continue
            near = analysis.deps[child] in ("aux", "neg", "prt", "auxpass", "acomp", "oprd")
            depth[child] = depth[at] + (0 if near else 1)
            if depth[child] <= CUE_DEPTH:
                stack.append(child)
    return depth


def _kind(analysis: Analysis, first: int, last: int, depths: dict[int, int]) -> str | None:
    tokens = [token for token in range(first, last) if any(letter.isalnum() for letter in analysis.word(token))]
    stems = [stem(analysis.lemmas[token]) for token in tokens]
    words = plover_words()
    scores: dict[str, float] = {}
    best: dict[tuple[str, int], float] = {}
    for start, stop, (kind, weight, length) in words.index.find(stems):
        places = tokens[start:stop]
        depth = min((depths.get(token, CUE_DEPTH) for token in places), default=CUE_DEPTH)
        score = weight * HEIGHT[min(depth, CUE_DEPTH)] + 0.5 * (length - 1)
        best[kind, places[0]] = max(best.get((kind, places[0]), 0.0), score)
    for (kind, _), score in best.items():
        scores[kind] = max(scores.get(kind, 0.0), score) + (0.2 if kind in scores else 0.0)
    rank = {kind: number for number, kind in enumerate(words.order)}
    return min(scores, key=lambda kind: (-scores[kind], rank[kind]), default=None)


def _roles(analysis: Analysis, verb: int, last: int, kind: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    doers = _doers(analysis, verb)
    patients = (
        children(analysis, verb, ("nsubjpass",)) if is_passive(analysis, verb) and not _of_mind(analysis, verb) else ()
    )
    sayer = _sayer(analysis, verb)
    if kind == "DEMAND" and sayer and _must(analysis, verb):
        return _phrases(analysis, sayer), _phrases(analysis, doers)
    if doers and all(analysis.pos[token] == "PRON" for token in doers):
        doers = sayer or doers
    source = _phrases(analysis, doers)
    if len(source) > 1 and kind in plover_words().symmetric:
        return source, source
    target = _phrases(analysis, patients) or _others(analysis, verb, last, source, kind)
    return source, target


def _doers(analysis: Analysis, verb: int) -> tuple[int, ...]:
    if _of_mind(analysis, verb):
        return children(analysis, verb, ("nsubjpass", "nsubj"))
    return subjects(analysis, verb, stance_words().light_verbs)


def _of_mind(analysis: Analysis, verb: int) -> bool:
    """ "is opposed to": passive in form only."""
    return analysis.lemmas[verb] in OF_MIND and not children(analysis, verb, ("agent",))


def _sayer(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The subject of the reporting verb above."""
    above = analysis.heads[verb]
    if analysis.deps[verb] != "ccomp" or analysis.lemmas[above] not in SAYERS:
        return ()
    return children(analysis, above, ("nsubj",))


def _must(analysis: Analysis, verb: int) -> bool:
    return any(analysis.lemmas[child] in ("must", "should") for child in children(analysis, verb, ("aux",)))


def _phrases(analysis: Analysis, heads: Iterable[int]) -> tuple[Span, ...]:
    """The noun phrases of heads and what is joined to them; the two of "the A and B sides" apart."""
    found: list[Span] = []
    for head in heads:
        for one in coordinates(analysis, _part(analysis, head)):
            pair = [child for child in children(analysis, one, ("amod", "nmod", "compound")) if _is_name(analysis, child)]
            both = coordinates(analysis, pair[0]) if analysis.lemmas[one] in PAIRED and pair else ()
            found.extend(analysis.span(token, token + 1) for token in both)
            if not both and analysis.pos[one] in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
                found.append(_phrase(analysis, one))
    return tuple(dict.fromkeys(found))


def _part(analysis: Analysis, head: int) -> int:
    """ "Thousands of Kurds", "members of the council": who they are."""
    if analysis.lemmas[head] not in PARTS:
        return head
    for prep in children(analysis, head, ("prep",)):
        if analysis.lemmas[prep] in ("of", "from"):
            return next(iter(children(analysis, prep, ("pobj",))), head)
    return head


def _others(analysis: Analysis, verb: int, last: int, source: tuple[Span, ...], kind: str) -> tuple[Span, ...]:
    """The first named actor after the predicate, with its coordinates, that is not in a place or reporting phrase."""
    for token in range(verb + 1, last):
        if not _is_name(analysis, token):
            continue
        head = _head(analysis, token)
        phrase = _phrase(analysis, head)
        if any(phrase.overlaps(span) for span in source) or _reported(analysis, head):
            continue
        if (
            kind not in LOCAL
            and analysis.deps[head] == "pobj"
            and analysis.lemmas[analysis.heads[head]] in ("in", "at", "on")
        ):
            continue
        return _phrases(analysis, (head,))
    return ()


def _is_name(analysis: Analysis, token: int) -> bool:
    return any(
        entity.first <= token < entity.last and entity.label in NAMES
        for entity in analysis.entities
        if entity.first <= token < entity.last
    )


def _head(analysis: Analysis, token: int) -> int:
    """The noun that a name belongs to ("Afghan" in "Afghan civilians")."""
    while analysis.deps[token] in ("compound", "amod", "nmod", "det", "punct") and analysis.heads[token] > token:
        token = analysis.heads[token]
    return token


def _reported(analysis: Analysis, head: int) -> bool:
    """Whether the noun is the subject of a reporting verb at the end: "..., the ministry said"."""
    verb = analysis.heads[head]
    return analysis.deps[head] == "nsubj" and analysis.lemmas[verb] in REPORTING


def _phrase(analysis: Analysis, head: int) -> Span:
    """The noun with what stands before it, articles left out."""
    first = head
    for child in analysis.children(head):
        if child < head and analysis.deps[child] in ("compound", "amod", "nmod", "poss", "appos"):
            first = min(first, analysis.subtree(child)[0])
    while first < head and analysis.deps[first] in ("det", "punct"):
        first += 1
    return analysis.span(first, head + 1)
