"""Whether a clause asserts what it says, and how firmly."""

from communique.extract.claims.clause import children, is_negated, is_raised
from communique.lexicon.stance import stance_words
from communique.model import Analysis

HYPOTHETICAL = frozenset({"would", "could", "might", "may"})
TEXTS = frozenset(
    "accord agreement arrangement compromise deal draft pact plan proposal protocol scheme term text treaty".split()
)
FUTURE = frozenset({"will", "'ll", "shall", "wo"})


def is_open(analysis: Analysis, verb: int) -> bool:
    """Whether the clause is only wished, asked, or set as a condition."""
    if _is_wished(analysis, verb):
        return True
    return _is_questioned(analysis, verb)


def _is_wished(analysis: Analysis, verb: int) -> bool:
    """An infinitive under no light verb: "urged them to accept" does not say that they accept."""
    to = any(analysis.tags[child] == "TO" for child in children(analysis, verb, ("aux",)))
    above = analysis.lemmas[analysis.heads[verb]]
    light = analysis.deps[verb] == "xcomp" and above != "have" and above in stance_words().light_verbs
    return analysis.tags[verb] == "VB" and to and not light and not is_raised(analysis, verb)


def is_term(analysis: Analysis, verb: int) -> bool:
    """ "Under the draft, A would return the prisoners": a term of a text, and nobody's stance."""
    while analysis.deps[verb] == "conj":
        verb = analysis.heads[verb]
    for prep in children(analysis, verb, ("prep",)):
        if analysis.lemmas[prep] == "under" and any(
            analysis.lemmas[own] in TEXTS for own in children(analysis, prep, ("pobj",))
        ):
            return True
    return False


def _is_questioned(analysis: Analysis, verb: int) -> bool:
    """Whether the clause is a question, or hangs on "if", "whether", "unless"."""
    for at in (verb, *analysis.ancestors(verb)):
        marks = {analysis.lemmas[child] for child in analysis.children(at) if child < at}
        if marks & {"if", "whether", "unless", "how", "why"}:
            return True
        if analysis.deps[at] in ("relcl", "acl") and at != verb:
            break
    last = analysis.sentences[analysis.sentence_of[verb]][1] - 1
    return analysis.word(last) == "?"


def modality_of(analysis: Analysis, verb: int) -> str:
    """The modality of a position (RECORD.md)."""
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    if helpers & HYPOTHETICAL:
        return "hypothetical"
    if is_raised(analysis, verb):
        return "ascribed"
    return "planned" if helpers & FUTURE and not is_negated(analysis, verb) else "asserted"
