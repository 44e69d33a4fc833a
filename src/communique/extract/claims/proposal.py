"""Arrangements put forward: "proposed a joint commission", "tabled a plan for". RECORD.md: `proposed`."""

from communique.extract.claims.assertion import HYPOTHETICAL, is_open
from communique.extract.claims.bargain import Bargain, actors_of
from communique.extract.claims.body_noun import BODIES
from communique.extract.claims.clause import children, clause_tokens, is_negated, is_passive
from communique.extract.claims.party import Parties
from communique.lexicon.encounter import load_words
from communique.model import AgreementStatus, Analysis

PROPOSING = frozenset({"propose", "suggest"})
TABLING = frozenset({"table", "present", "submit", "put", "float", "circulate"})
PAPERS = frozenset({"compromise", "draft", "outline", "plan", "proposal", "roadmap", "package", "blueprint", "formula"})
BEYOND = ("advcl", "parataxis", "cc", "conj", "mark", "ccomp", "punct")


def proposed(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """The arrangement that a verb puts forward as a noun phrase; a meeting or a person proposed is none."""
    lemma = analysis.lemmas[verb]
    if lemma not in PROPOSING | TABLING or is_passive(analysis, verb) or is_negated(analysis, verb):
        return None
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    if helpers & (HYPOTHETICAL | {"will"}) or is_open(analysis, verb):
        return None
    for noun in children(analysis, verb, ("dobj",)):
        fits = analysis.pos[noun] == "NOUN" and analysis.lemmas[noun] not in load_words().nouns
        if lemma in TABLING:
            fits = analysis.lemmas[noun] in PAPERS and bool(children(analysis, noun, ("prep", "acl")))
        actors = actors_of(analysis, parties, verb)
        if not fits or not (actors or _is_body(analysis, verb)) or parties.of(noun) or len(analysis.subtree(noun)) < 3:
            return None
        left_out = [own for own in analysis.children(verb) if analysis.deps[own] in BEYOND]
        first, last = clause_tokens(analysis, verb, left_out)
        return Bargain(verb, AgreementStatus.PROPOSED, "draft", max(first, verb), last, actors, True)
    return None


def _is_body(analysis: Analysis, verb: int) -> bool:
    """ "the delegation proposed": a body of a party, though not said whose."""
    doers = children(analysis, verb, ("nsubj",))
    return any(analysis.lemmas[own] in BODIES and analysis.pos[own] == "NOUN" for own in doers)
