"""Whose task it is to negotiate: "the South's chief delegate, X", "X, head of the delegation", "the mediator, Y".

Such people sit at the talks that a document tells of, whether or not a sentence says so again.
"""

from collections.abc import Iterator

from communique.extract.encounters.phrase import SUBJECTS, conjuncts, first_conjunct, prepositions
from communique.extract.encounters.tense import FUTURE, MODAL, WOULD
from communique.model import ActorKind, Analysis, DocumentActors, LocalActor, Role, Span

FIRST = frozenset({"chief", "lead", "head", "top", "principal", "main"})
ENVOYS = frozenset({"negotiator", "delegate"})
HEADS = frozenset({"head", "leader", "chief", "chairman", "chairwoman"})
BODIES = frozenset({"delegation", "team"})
BETWEEN = frozenset({"mediator", "facilitator"})
PAST = frozenset({"former", "ex", "then", "previous", "late"})


def find_delegates(
    analysis: Analysis, sentence: int, actors: DocumentActors
) -> Iterator[tuple[int, LocalActor, Span, Role]]:
    """(noun, person, words, role) of each person whom a sentence calls a chief delegate or a mediator, in text order."""
    for token in range(*analysis.sentences[sentence]):
        role = _role(analysis, token)
        if role is None or _yet_to_act(analysis, token):
            continue
        for actor, span in _holders(analysis, token, actors):
            yield token, actor, span, role


def _yet_to_act(analysis: Analysis, token: int) -> bool:
    """ "the chief negotiators, X and Y, will sit behind them": of another time than the talks that were held."""
    at = first_conjunct(analysis, token)
    while analysis.deps[at] in {"appos", "compound", "conj", "nmod"} and analysis.heads[at] != at:
        at = analysis.heads[at]
    verb = analysis.heads[at]
    helpers = {analysis.word(own).lower() for own in analysis.children(verb) if analysis.deps[own] == "aux"}
    return analysis.deps[at] in SUBJECTS and bool(helpers & (FUTURE | MODAL | WOULD))


def _role(analysis: Analysis, token: int) -> Role | None:
    if not analysis.tags[token].startswith("NN"):
        return None
    lemma = analysis.lemmas[token].lower()
    before = {analysis.lemmas[own].lower() for own in analysis.children(token) if own < token}
    if before & PAST:
        return None
    if lemma in BETWEEN:
        return Role.MEDIATOR
    if lemma in ENVOYS and before & FIRST:
        return Role.LEAD
    below = {analysis.lemmas[goal] for name, goal in prepositions(analysis, token) if name == "of"}
    return Role.LEAD if lemma in HEADS and below & BODIES else None


def _holders(analysis: Analysis, token: int, actors: DocumentActors) -> list[tuple[LocalActor, Span]]:
    """The person beside the title, or the one whom the title alone stands for."""
    beside = [own for own in analysis.children(token) if analysis.deps[own] == "appos"]
    top = first_conjunct(analysis, token)
    if analysis.deps[top] in {"appos", "compound", "nmod"}:
        beside.append(analysis.heads[top])
    found: dict[str, tuple[LocalActor, Span]] = {}
    for at in [own for first in beside for own in conjuncts(analysis, first)] or [token]:
        span = analysis.span(at, at + 1)
        actor = actors.at(span)
        if actor is not None and actor.kind is ActorKind.PERSON:
            words = next((own.evidence.span for own in actor.mentions if own.evidence.span.contains(span)), span)
            found.setdefault(actor.id, (actor, words))
    return list(found.values())
