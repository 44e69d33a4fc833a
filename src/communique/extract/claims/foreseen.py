"""What a forecast is before it is a record: its kind, its clause, who foresees."""

from dataclasses import dataclass

from communique.extract.claims.clause import children, clause_tokens
from communique.model import Analysis


@dataclass(frozen=True, slots=True)
class Foresight:
    """One thing foreseen. `who`: the actors that foresee; () = the author or the speaker at `head`."""

    head: int
    kind: str
    first: int
    last: int
    who: tuple[str, ...] = ()


def clause_of(analysis: Analysis, verb: int) -> tuple[int, int]:
    """Tokens [first, last) of the clause of `verb` with its subject, without what is only joined to it; a relative clause
    takes in the noun that it is about."""
    left_out = [
        child
        for child in analysis.children(verb)
        if analysis.deps[child] in ("cc", "parataxis", "mark")
        or (analysis.deps[child] == "conj" and children(analysis, child, ("nsubj",)))
        or (child < verb and analysis.deps[child] in ("punct", "ccomp", "intj"))
    ]
    first, last = clause_tokens(analysis, verb, left_out)
    if analysis.deps[verb] == "relcl":
        first = min(first, analysis.subtree(analysis.heads[verb])[0])
    return first, last
