"""Forecasts by aim, confidence and chance: "aim to conclude", "is confident that", "see little chance of a deal"."""

from communique.extract.claims.clause import children, is_negated, is_verb
from communique.extract.claims.foreseen import Foresight, clause_of, is_ahead_of
from communique.extract.claims.party import Parties
from communique.lexicon.agreement import agreement_words
from communique.lexicon.encounter import load_words
from communique.lexicon.forecast import forecast_words
from communique.model import Analysis

EVENTS = frozenset(
    {"breakthrough", "change", "decision", "escalation", "result", "return", "ruling", "success", "vote", "war"}
)
ASSESSING = frozenset({"assess", "estimate", "put"})  # whoever assessed a chance foresees
HOLDING = frozenset({"assess", "estimate", "place", "put", "be", "see", "give", "have", "remain", "seem", "rate", "look"})


def is_event(analysis: Analysis, noun: int) -> bool:
    """Whether a noun names a deal, an encounter or another event to come."""
    words = agreement_words()
    return analysis.lemmas[noun] in words.nouns | words.result | load_words().nouns.keys() | EVENTS


def by_mind(analysis: Analysis, parties: Parties, token: int) -> Foresight | None:
    """The forecast that an aim, a state of mind or a chance tells; None if the word tells none."""
    return (
        _by_aim(analysis, parties, token) or _by_confidence(analysis, parties, token) or _by_chance(analysis, parties, token)
    )


def _by_aim(analysis: Analysis, parties: Parties, verb: int) -> Foresight | None:
    kind = forecast_words().aims.get(analysis.lemmas[verb]) if is_verb(analysis, verb) else None
    if kind is None or is_negated(analysis, verb) or analysis.tags[verb] not in ("VBZ", "VBP"):
        return None
    acts = children(analysis, verb, ("xcomp",))
    doers = children(analysis, verb, ("nsubj",))
    if not acts or not doers:
        return None
    wanted = "VBG" if kind == "fear" else "VB"
    known = parties.of(doers[0]) or parties.is_pair(doers[0]) or (kind == "fear" and analysis.pos[doers[0]] == "NOUN")
    if analysis.tags[acts[0]] != wanted or not known:
        return None
    return Foresight(verb, kind, *clause_of(analysis, verb), (), parties.of(doers[0]) if kind == "plan" else ())


def _by_confidence(analysis: Analysis, parties: Parties, token: int) -> Foresight | None:
    kind = forecast_words().minds.get(analysis.lemmas[token]) if analysis.tags[token] in ("JJ", "VBN") else None
    verb = analysis.heads[token]
    if (
        kind is None
        or analysis.deps[token] not in ("acomp", "oprd")
        or analysis.lemmas[verb] not in ("be", "remain", "seem")
    ):
        return None
    if is_negated(analysis, verb):
        return None
    clauses = [own for own in children(analysis, token, ("ccomp", "xcomp")) if is_ahead_of(analysis, own)]
    about = [
        obj
        for prep in children(analysis, token, ("prep",))
        if analysis.lemmas[prep] in ("about", "of")
        for obj in children(analysis, prep, ("pobj",))
        if is_event(analysis, obj)
    ]
    doers = children(analysis, verb, ("nsubj",))
    if not (clauses or about) or not doers:
        return None
    return Foresight(verb, kind, *clause_of(analysis, verb), parties.of(doers[0]))


def _by_chance(analysis: Analysis, parties: Parties, noun: int) -> Foresight | None:
    if analysis.lemmas[noun] not in forecast_words().chances or analysis.pos[noun] != "NOUN":
        return None
    events = [
        obj
        for prep in children(analysis, noun, ("prep",))
        if analysis.lemmas[prep] in ("of", "for")
        for obj in children(analysis, prep, ("pobj",))
        if is_event(analysis, obj)
    ]
    verb = next((own for own in analysis.ancestors(noun) if is_verb(analysis, own)), None)
    if (
        not events
        or verb is None
        or analysis.lemmas[verb] not in HOLDING
        or (analysis.tags[verb] in ("VBD", "VBN") and analysis.lemmas[verb] not in ASSESSING)
    ):
        return None
    who = tuple(own for doer in children(analysis, verb, ("nsubj",)) for own in parties.of(doer)) if verb < noun else ()
    return Foresight(verb, "prediction", *clause_of(analysis, verb), who)
