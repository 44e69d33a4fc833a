"""Forecasts by appointment: "announced a march for Sunday", "undertake to meet again before the end of May", "said it would sue"."""

from communique.extract.claims.arrangement import ARRANGED, is_ahead
from communique.extract.claims.clause import children, is_negated, is_passive, is_verb
from communique.extract.claims.foreseen import Foresight, clause_of
from communique.extract.claims.party import Parties
from communique.extract.claims.when import times_in
from communique.lexicon.agreement import agreement_words
from communique.lexicon.forecast import has_future_time
from communique.lexicon.stance import stance_words
from communique.model import Analysis

NAMING = frozenset({"announce", "call", "schedule", "set", "fix", "convene", "slate"})
HAPPENINGS = frozenset(
    {"action", "ballot", "blockade", "boycott", "ceremony", "demonstration", "election", "hearing", "march"}
)
HAPPENINGS |= frozenset(
    {"parade", "poll", "procession", "protest", "rally", "referendum", "ruling", "sitting", "strike", "vigil"}
)
HAPPENINGS |= frozenset({"vote", "walkout", "census", "inauguration", "launch", "opening", "handover"})
SAYING = frozenset({"say", "announce", "declare", "warn", "add", "vow", "threaten", "tell"})
SPEAKERS = ("nsubj",)


def by_appointment(analysis: Analysis, parties: Parties, verb: int) -> Foresight | None:
    """The plan or threat that a verb of naming a day, undertaking or saying tells; None if it tells none."""
    if not is_verb(analysis, verb):
        return None
    return _named_day(analysis, parties, verb) or _undertaken(analysis, parties, verb) or _threat(analysis, parties, verb)


def _named_day(analysis: Analysis, parties: Parties, verb: int) -> Foresight | None:
    """ "She announced a march in the capital for Sunday": a happening that is no encounter, on a day to come."""
    if analysis.lemmas[verb] not in NAMING or is_passive(analysis, verb) or is_negated(analysis, verb):
        return None
    for noun in children(analysis, verb, ("dobj",)):
        if analysis.lemmas[noun] not in HAPPENINGS:
            continue
        day = is_ahead(analysis, verb) or has_future_time(analysis.words(noun, _end(analysis, verb)))
        if (day and _for_a_day(analysis, verb, noun, ("for", "on", "in"))) or _for_a_day(analysis, verb, noun, ("for",)):
            return Foresight(verb, "plan", *clause_of(analysis, verb), _who(analysis, parties, verb))
    return None


def _who(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    found: list[str] = []
    for doer in children(analysis, verb, SPEAKERS):
        own = parties.mention(doer)
        found.extend(parties.of(doer) or ((own,) if own is not None else ()))
    return tuple(found)


def _end(analysis: Analysis, verb: int) -> int:
    return analysis.subtree(verb)[-1] + 1


def _for_a_day(analysis: Analysis, verb: int, noun: int, preps: tuple[str, ...]) -> bool:
    """Whether one of `preps` with a day hangs on the verb or the noun; what is announced "for Sunday" is to come."""
    for head in (verb, noun, *(own for own in analysis.subtree(noun) if analysis.pos[own] in ("NOUN", "PROPN"))):
        for prep in children(analysis, head, ("prep",)):
            if analysis.lemmas[prep] in preps and times_in(analysis, analysis.span(prep, analysis.subtree(prep)[-1] + 1)):
                return True
    return False


def _undertaken(analysis: Analysis, parties: Parties, verb: int) -> Foresight | None:
    """ "The parties undertake to meet again before the end of May": an encounter promised by a day."""
    words = agreement_words()
    if analysis.lemmas[verb] not in words.commit - {"vow"} or is_negated(analysis, verb):
        return None
    for act in children(analysis, verb, ("xcomp",)):
        if analysis.lemmas[act] in ARRANGED and is_ahead(analysis, act):
            return Foresight(verb, "plan", *clause_of(analysis, verb))
    return None


def _threat(analysis: Analysis, parties: Parties, verb: int) -> Foresight | None:
    """ "The party said it would sue": an act against somebody that the speaker tells of himself."""
    hostile = agreement_words().hostile | stance_words().striking - {"respond", "hit", "strike"}
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    if analysis.lemmas[verb] not in hostile or not helpers & {"would", "will"} or is_negated(analysis, verb):
        return None
    above = analysis.heads[verb]
    if analysis.deps[verb] != "ccomp" or analysis.lemmas[above] not in SAYING:
        return None
    doers = children(analysis, verb, ("nsubj",))
    own = bool(doers) and analysis.lemmas[doers[0]] in ("it", "he", "she", "they") and analysis.pos[doers[0]] == "PRON"
    return Foresight(verb, "threat", *clause_of(analysis, verb), _who(analysis, parties, above)) if own else None
