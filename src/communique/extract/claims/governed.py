"""What a stance word governs: who takes the stance, and the words of what about."""

from communique.extract.claims.clause import (
    NEGATIVE,
    SUBJECT,
    bare_infinitives,
    children,
    clause_tokens,
    is_passive,
    subjects,
)
from communique.extract.claims.left_open import left_open
from communique.extract.claims.party import Parties
from communique.extract.claims.stand_in import stand_in
from communique.lexicon.stance import stance_words
from communique.model import Analysis

CONTRAST = frozenset({"while", "whereas", "although", "though", "because"})


def actors_of(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    """Ids of those who do what the verb says, as subject, agent or subject of a verb above; () where nobody is named."""
    of_mind = analysis.word(verb).lower() in stance_words().adjectives
    doers = (of_mind and children(analysis, verb, ("nsubjpass",))) or subjects(analysis, verb, stance_words().light_verbs)
    found = dict.fromkeys(own for doer in doers for own in _meant(analysis, parties, doer, verb))
    return tuple(found) or _dropped(analysis, parties, verb)


def _meant(analysis: Analysis, parties: Parties, doer: int, verb: int) -> tuple[str, ...]:
    return parties.of(doer) or left_open(analysis, parties, doer, verb) or stand_in(analysis, parties, doer)


def _dropped(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    """For a finite verb with no subject at all ("Signs are clear: has ruled out ..."), the last name that was one."""
    finite = children(analysis, verb, ("aux",)) or (verb,)
    kinds = {analysis.deps[child] for child in analysis.children(verb)}
    if (
        analysis.tags[finite[0]] != "VBZ"
        or kinds & (SUBJECT | {"auxpass"})
        or analysis.deps[verb] in ("xcomp", "relcl", "acl")
    ):
        return ()
    start = analysis.sentences[analysis.sentence_of[verb]][0]
    before = [token for token in range(start, verb) if analysis.deps[token] == "nsubj" and analysis.pos[token] == "PROPN"]
    if subjects(analysis, verb, ()) or not before:
        return ()
    return parties.of(before[-1])


def has_object(analysis: Analysis, token: int) -> bool:
    """Whether anything follows the word that it could be about."""
    after = (
        "dobj",
        "ccomp",
        "xcomp",
        "prep",
        "prt",
        "pobj",
        "dative",
        "nsubjpass",
        "advcl",
        "acl",
        "pcomp",
        "agent",
        "oprd",
        "attr",
    )
    return any(analysis.deps[child] in after for child in analysis.children(token))


def content_of(analysis: Analysis, token: int, verb: int) -> tuple[int, int]:
    """Tokens from the stance word with its auxiliaries to the end of what it governs."""
    joined = bare_infinitives(analysis, verb)
    left_out = [
        child
        for child in analysis.children(verb)
        if (analysis.deps[child] in SUBJECT and not (is_passive(analysis, verb) and children(analysis, verb, ("agent",))))
        or (child > token and analysis.deps[child] == "parataxis")
        or (child > token and analysis.deps[child] == "cc" and not joined)
        or (child > token and analysis.deps[child] == "conj" and child not in joined)
        or (child > token and analysis.deps[child] == "advcl" and (_trails(analysis, child) or _contrasts(analysis, child)))
        or (
            child < verb
            and analysis.deps[child]
            in ("advcl", "prep", "npadvmod", "ccomp", "parataxis", "cc", "mark", "advmod", "punct", "intj")
        )
    ]
    left_out += [below for below in analysis.subtree(verb) if below > token and _contrasts(analysis, below)]
    if token != verb:
        left_out += [child for child in analysis.children(token) if analysis.deps[child] in ("conj", "cc") and child > token]
    left_out += [below for below in analysis.subtree(verb) if below > token and _adds(analysis, below)]
    first, last = clause_tokens(analysis, verb, left_out)
    return _with_helpers(analysis, verb, first), last


WHAT_IT_WAS = frozenset(
    {"call", "condition", "demand", "idea", "move", "offer", "plan", "proposal", "request", "step", "suggestion"}
)  # fmt: skip


def _with_helpers(analysis: Analysis, verb: int, first: int) -> int:
    """The first token with the auxiliaries and the "not" of the verb: without the "will never" of "will never, under any
    circumstances, accept" the words would say the opposite."""
    for child in analysis.children(verb):
        helps = analysis.deps[child] in ("aux", "auxpass", "neg")
        bars = analysis.deps[child] == "advmod" and analysis.lemmas[child] in (*NEGATIVE, "only")
        if child < first and (helps or bars) and not any(analysis.deps[own] in SUBJECT for own in range(child, first)):
            first = child
    return first


def _trails(analysis: Analysis, clause: int) -> bool:
    """ ", saying that ..." """
    first = analysis.subtree(clause)[0]
    return analysis.tags[clause] == "VBG" and first > 0 and analysis.lemmas[first - 1] == ","


def _contrasts(analysis: Analysis, clause: int) -> bool:
    """ "while B wants ..." """
    if analysis.deps[clause] != "advcl" or not children(analysis, clause, ("nsubj",)):
        return False
    return any(analysis.lemmas[mark] in CONTRAST for mark in children(analysis, clause, ("mark",)))


def _adds(analysis: Analysis, clause: int) -> bool:
    """ ", which was drawn in a week", ", an offer that the rebels refused": an addition of the author."""
    first = analysis.subtree(clause)[0]
    if first > 0 and analysis.lemmas[first - 1] == "," and analysis.deps[clause] == "appos":
        told = analysis.lemmas[clause] in WHAT_IT_WAS and analysis.lemmas[first] in ("a", "an")
        return told and any(children(analysis, own, ("nsubj",)) for own in children(analysis, clause, ("relcl", "acl")))
    opens = analysis.deps[clause] == "relcl" and first > 0 and analysis.lemmas[first - 1] == ","
    return opens and analysis.lemmas[first] in ("which", "who", "whose", "where", "whom")
