"""Forecasts by verbs of mind and intent: "hopes to", "threatens a suit", "does not expect a deal before autumn"."""

from collections.abc import Sequence

from communique.extract.claims.arrangement import has_day
from communique.extract.claims.clause import COMPLEMENT, children, is_negated, is_verb, subjects
from communique.extract.claims.foreseen import Foresight, clause_of, is_ahead_of, names_actor
from communique.extract.claims.no_stance import is_told_past
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import Speech, is_first_person
from communique.extract.claims.when import times_in
from communique.lexicon.agreement import agreement_words
from communique.lexicon.encounter import load_words
from communique.lexicon.forecast import forecast_words
from communique.lexicon.issue import find_issues
from communique.lexicon.stance import stance_words
from communique.model import ActorKind, Analysis

# who stands for opinion at large: the author passes it on
MANY = frozenset({"few", "many", "most", "nobody", "everybody", "everyone", "observer", "analyst", "one", "all", "none"})
EVENTS = frozenset(
    {"breakthrough", "change", "decision", "escalation", "result", "return", "ruling", "strike", "vote", "war"}
)
JUDGING = frozenset({"believe", "think", "warn", "expect", "doubt", "predict"})


def by_verb(analysis: Analysis, parties: Parties, speech: Speech, verb: int) -> Foresight | None:
    """What the subject of a verb foresees, wishes, fears, threatens or plans; None if the verb says nothing of the kind."""
    lemma = analysis.lemmas[verb]
    kind = _kind(analysis, verb)
    if kind is None:
        return None
    below = [child for child in children(analysis, verb, ("ccomp", "xcomp", "advcl", "dobj", "prep")) if child > verb]
    clauses = [child for child in below if analysis.deps[child] in COMPLEMENT]
    event = _event(analysis, verb)
    if lemma in JUDGING and not any(_is_ahead(analysis, verb, clause) for clause in clauses) and not event:
        return None
    if is_told_past(analysis, verb) or (lemma in JUDGING and _aside(analysis, verb)):
        return None
    if lemma in ("vow", "intend", "threaten") and not clauses and not (lemma == "threaten" and event):
        return None
    doers = subjects(analysis, verb, stance_words().light_verbs)
    who = tuple(own for token in doers for own in parties.of(_whom(analysis, parties, verb, token)))
    if any(is_first_person(analysis, token) for token in doers) and speech.voice(verb) is None:
        who = ()  # the author
    if _is_bare_fear(analysis, verb, below) or _is_demand(analysis, speech, verb):
        return None
    if lemma in ("like", "love") and (not who or set(parties.sides(who)) & set(parties.main())):
        return None
    if (
        not below
        or (is_negated(analysis, verb) and lemma not in ("expect", "believe", "think"))
        or _past_wish(analysis, verb)
    ):
        return None
    if not who and not _counts(analysis, parties, speech, verb, clauses, kind):
        return None
    if lemma == "plan" and not clauses and not children(analysis, verb, ("dobj",)):
        return None
    first, last = clause_of(analysis, verb)
    if kind == "plan":
        return Foresight(verb, kind, first, last, (), who if lemma == "intend" else ())
    return Foresight(verb, kind, first, last, who)


def _aside(analysis: Analysis, verb: int) -> bool:
    """ "used to believe that", "in a way where we think it would work": no forecast of today."""
    head = analysis.heads[verb]
    used = analysis.deps[verb] == "xcomp" and analysis.lemmas[head] == "use" and analysis.tags[head] == "VBD"
    own_doer = any(analysis.lemmas[own] not in ("who", "which", "that") for own in children(analysis, verb, ("nsubj",)))
    tight = analysis.deps[verb] == "relcl" and analysis.word(analysis.subtree(verb)[0] - 1) != ","
    return used or (tight and own_doer)


def _is_ahead(analysis: Analysis, verb: int, clause: int) -> bool:
    """As `is_ahead_of`; what one believes or thinks that somebody should do, or to be so, is no forecast."""
    helpers = {analysis.lemmas[own] for own in children(analysis, clause, ("aux",))}
    if analysis.lemmas[verb] not in ("believe", "think"):
        return is_ahead_of(analysis, clause)
    return bool(helpers & forecast_words().modals.keys() - {"should"})


def _whom(analysis: Analysis, parties: Parties, verb: int, doer: int) -> int:
    """Who is meant by "who" in "Ada Moen of the Fishermen's League, who fears": the person, not the league."""
    if analysis.deps[verb] != "relcl" or not any(
        analysis.lemmas[own] == "who" for own in children(analysis, verb, ("nsubj",))
    ):
        return doer
    for above in (doer, *analysis.ancestors(doer)):
        if is_verb(analysis, above):
            break
        own = parties.mention(above)
        actor = None if own is None else parties.actor(own)
        if actor is not None and actor.kind is ActorKind.PERSON:
            return above
    return doer


def _is_bare_fear(analysis: Analysis, verb: int, below: Sequence[int]) -> bool:
    """ "fears for its rice": of nothing that is said to happen."""
    return (
        analysis.lemmas[verb] in ("fear", "worry", "hope")
        and all(analysis.deps[own] == "prep" and analysis.lemmas[own] in ("for", "about") for own in below)
        and analysis.lemmas[verb] != "hope"
    )


def _is_demand(analysis: Analysis, speech: Speech, verb: int) -> bool:
    """ "We expect them to give us guarantees," he said: what a party asks for, without a day."""
    if analysis.lemmas[verb] != "expect" or not any(
        analysis.lemmas[own] == "we" for own in children(analysis, verb, ("nsubj",))
    ):
        return False
    voice = speech.voice(verb)
    acts = [own for own in children(analysis, verb, COMPLEMENT) if children(analysis, own, ("nsubj",))]
    return voice is not None and bool(acts) and not has_day(analysis, *clause_of(analysis, verb))


def _kind(analysis: Analysis, verb: int) -> str | None:
    lemma = analysis.lemmas[verb]
    kind = forecast_words().verbs.get(lemma) if is_verb(analysis, verb) else None
    if kind is None and lemma in ("like", "love") and _would_like(analysis, verb):
        kind = "hope"  # of a go-between; what a party would like is its position
    if kind is None and lemma == "prepare" and _is_preparing(analysis, verb):
        kind = "plan"
    if kind is None or children(analysis, verb, ("auxpass",)) or (lemma == "think" and _thought(analysis, verb)):
        return None
    if (analysis.tags[verb], analysis.deps[verb]) == ("VBN", "acl") or (lemma == "look" and not _forward(analysis, verb)):
        return None
    return "plan" if lemma == "vow" and not _hostile(analysis, verb) else kind


def _would_like(analysis: Analysis, verb: int) -> bool:
    """ "would like the two to sign": a wish about what others do."""
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    acts = [own for own in children(analysis, verb, COMPLEMENT) if own > verb]
    others = children(analysis, verb, ("dobj",)) or any(children(analysis, own, ("nsubj", "nsubjpass")) for own in acts)
    return "would" in helpers and bool(acts) and bool(others)


def _thought(analysis: Analysis, verb: int) -> bool:
    """ "I thought it would", "I would think": no forecast of today."""
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    return analysis.tags[verb] == "VBD" or bool(helpers & {"would", "could", "have"})


def _is_preparing(analysis: Analysis, verb: int) -> bool:
    """ "are preparing a claim", "is preparing to": under way."""
    now = any(analysis.tags[own] in ("VBZ", "VBP") for own in children(analysis, verb, ("aux",)))
    return now and analysis.tags[verb] == "VBG" and bool(children(analysis, verb, ("dobj", "xcomp")))


def _event(analysis: Analysis, verb: int) -> bool:
    """Whether the object is itself an event: "expects a deal", "threatened sanctions"."""
    for own in children(analysis, verb, ("dobj",)):
        if analysis.lemmas[verb] == "expect" and own > verb and _by_when(analysis, verb):
            return True
        if own < verb or analysis.pos[own] != "NOUN":
            continue
        if analysis.lemmas[own] in agreement_words().nouns | agreement_words().result | load_words().nouns.keys() | EVENTS:
            return True
        if analysis.lemmas[verb] == "threaten":
            below = analysis.subtree(own)
            return bool(find_issues(analysis.words(below[0], below[-1] + 1))) or len(below) > 2
    return False


def _by_when(analysis: Analysis, verb: int) -> bool:
    """ "expects them before the 10th", "expects the ship on Monday"."""
    return any(
        analysis.lemmas[prep] in ("by", "before", "on", "within")
        and (
            any(analysis.lemmas[own] == "the" or analysis.tags[own] in ("NNP", "CD") for own in analysis.subtree(prep))
            or times_in(analysis, analysis.span(prep, analysis.subtree(prep)[-1] + 1))
        )
        for head in (verb, *children(analysis, verb, ("dobj",)))
        for prep in children(analysis, head, ("prep",))
    )


def _counts(analysis: Analysis, parties: Parties, speech: Speech, verb: int, clauses: Sequence[int], kind: str) -> bool:
    """Whether a subject that is no actor foresees something here: the author, people at large, "diplomats"."""
    doers = subjects(analysis, verb, stance_words().light_verbs)
    if not doers:
        return False
    if is_first_person(analysis, doers[0]):
        dated = analysis.lemmas[verb] == "expect" and _by_when(analysis, verb)
        return analysis.lemmas[doers[0]] == "i" and speech.voice(verb) is None and (bool(clauses) or dated)
    if analysis.lemmas[doers[0]] in MANY:
        return True
    if analysis.lemmas[doers[0]] in ("he", "she") and analysis.lemmas[verb] == "expect" and _by_when(analysis, verb):
        return True
    named = kind in ("plan", "threat") and any(analysis.pos[doer] in ("NOUN", "PROPN") for doer in doers)
    if analysis.lemmas[verb] in ("prepare", "threaten") and not clauses:
        return named
    return bool(clauses) and (named or _names_somebody(analysis, parties, clauses))


def _names_somebody(analysis: Analysis, parties: Parties, clauses: Sequence[int]) -> bool:
    """Whether what an unnamed "diplomats" hope or fear is about an actor or an issue of negotiation."""
    text = " ".join(analysis.words(analysis.subtree(one)[0], analysis.subtree(one)[-1] + 1) for one in clauses)
    return bool(find_issues(text)) or any(names_actor(analysis, parties, clause) for clause in clauses)


def _hostile(analysis: Analysis, verb: int) -> bool:
    acts = {analysis.lemmas[child] for child in children(analysis, verb, COMPLEMENT)}
    return bool(acts & (stance_words().striking | agreement_words().hostile))


def _forward(analysis: Analysis, verb: int) -> bool:
    return any(analysis.lemmas[child] == "forward" for child in children(analysis, verb, ("advmod", "prt")))


def _past_wish(analysis: Analysis, verb: int) -> bool:
    """ "had hoped", "had planned": overtaken."""
    return any(analysis.word(child).lower() in ("had", "'d") for child in children(analysis, verb, ("aux",)))
