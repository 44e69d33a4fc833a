"""Uses of stance words that take no stance: courtesies, questions, receptions, bodily acts."""

from bisect import bisect_right

from communique.extract.claims.clause import children, is_passive
from communique.extract.claims.volition import stays_away
from communique.lexicon.stance import StanceWord, stance_words
from communique.model import Analysis

COURTEOUS = frozenset({"refuse", "decline", "ask", "request", "prefer", "like"})
TELLING = frozenset(
    "answer appear ask believe comment confirm disclose elaborate hear identify interview know name quote reach respond say see "
    "show speak specify stress tell thank understand".split()
)
ASKING = frozenset({"if", "whether"})
WH = frozenset({"WRB", "WP", "WDT"})
HUMAN = frozenset(
    "leader minister president delegation envoy guest visitor reporter counterpart king queen official diplomat premier "
    "ambassador he she they him her them".split()
)
ROADS = frozenset(
    "airport avenue bridge crossing door entrance exit gate highway line motorway passage path port rail railway road route "
    "square street track traffic tunnel way".split()
)
DETAILS = frozenset(
    "account answer comment date detail estimate evidence explanation figure information name number reason specifics timeline "
    "timetable value".split()
)
HANDING = frozenset({"provide", "give", "offer", "share", "release", "discuss", "divulge"})


GRANTING = frozenset({"acknowledge", "admit", "concede"})


def takes_none(analysis: Analysis, token: int, word: StanceWord) -> bool:
    """ "declined to comment", "will threaten little neighbours": no stance on anything."""
    if is_described(analysis, token) or _asks(analysis, token) or _receives(analysis, token) or _bodily(analysis, token):
        return True
    if is_told_past(analysis, token) or (word.lemma in GRANTING and _is_fact(analysis, token)):
        return True
    if word.lemma == "threaten":
        return not children(analysis, token, ("xcomp", "ccomp", "prep"))
    if word.lemma in ("accept", "decline") and "invitation" in objects_of(analysis, token):
        return True
    if word.lemma == "call":
        return _visits(analysis, token)
    if word.lemma == "refuse" and _stays_away(analysis, token):
        return False
    acts = children(analysis, token, ("xcomp", "advcl") if word.lemma == "decline" else ("xcomp",))
    below = {analysis.lemmas[child] for child in acts}
    if word.lemma in ("ask", "request", "want", "prefer", "like") and children(analysis, token, ("dobj", "dative")):
        return False  # what another is asked to do
    if (
        word.lemma in ("decline", "refuse")
        and "discuss" in below
        and all(analysis.pos[thing] == "PRON" for act in acts for thing in children(analysis, act, ("dobj",)))
    ):
        return True
    if word.lemma in COURTEOUS and below & HANDING and any(objects_of(analysis, act) & DETAILS for act in acts):
        return True
    if below & TELLING:
        return word.lemma in COURTEOUS or word.lemma == "want"
    busy = any(objects_of(analysis, act) - stance_words().matterless for act in acts)
    return word.lemma in COURTEOUS and bool(below & stance_words().no_stance) and not busy


def _is_fact(analysis: Analysis, token: int) -> bool:
    """ "acknowledged that the talks had stalled": how things are, not what one agrees to."""
    clauses = children(analysis, token, ("ccomp",))
    helpers = {analysis.lemmas[own] for clause in clauses for own in children(analysis, clause, ("aux",))}
    return bool(clauses) and not helpers & {"must", "should", "will", "would", "shall", "may", "can", "could"}


def objects_of(analysis: Analysis, token: int) -> set[str]:
    """Lemmas of the direct objects."""
    return {analysis.lemmas[child] for child in children(analysis, token, ("dobj",))}


def _asks(analysis: Analysis, token: int) -> bool:
    """ "asked whether", "asked how high", "asked about": a question, no demand."""
    if analysis.lemmas[token] != "ask":
        return False
    if any(analysis.lemmas[child] == "about" for child in children(analysis, token, ("prep",))):
        return True
    for clause in children(analysis, token, ("ccomp", "advcl", "xcomp")):
        if clause > token and (
            any(analysis.lemmas[mark] in ASKING for mark in children(analysis, clause, ("mark",)))
            or any(analysis.tags[own] in WH for own in analysis.subtree(clause)[:2])
        ):
            return True
    return False


def _visits(analysis: Analysis, token: int) -> bool:
    """ "called the minister for 40 minutes", "called on the prime minister on 12 June": a call, and nothing is called for."""
    preps = children(analysis, token, ("prep",))
    on = [own for own in preps if analysis.lemmas[own] in ("on", "upon")]
    if objects_of(analysis, token) and not on:
        return True
    for prep in preps:
        things = children(analysis, prep, ("pobj",))
        if analysis.lemmas[prep] == "for" and things and not all(_is_time(analysis, own) for own in things):
            return False
    return bool(on) and not _bids(analysis, token)


def _bids(analysis: Analysis, token: int) -> bool:
    """Whether an infinitive below says what another is called on to do."""
    return any(analysis.tags[own] == "TO" and own > token for own in analysis.subtree(token))


def _is_time(analysis: Analysis, token: int) -> bool:
    at = bisect_right(analysis.times, analysis.starts[token], key=lambda time: time.span.start) - 1
    return at >= 0 and analysis.starts[token] < analysis.times[at].span.end


def _receives(analysis: Analysis, token: int) -> bool:
    """ "welcomed the leaders to the palace": a reception."""
    if analysis.lemmas[token] != "welcome":
        return False
    preps = {analysis.lemmas[child] for child in children(analysis, token, ("prep",))}
    people = {own for name in analysis.entities if name.label == "PERSON" for own in range(name.first, name.last)}
    received = bool(objects_of(analysis, token) & HUMAN) or any(
        own in people for own in children(analysis, token, ("dobj",))
    )
    return received or bool(preps & {"to", "into", "at"} and not objects_of(analysis, token) - {"it"})


def _bodily(analysis: Analysis, token: int) -> bool:
    """ "blocked the road", "surrendered in the town", "insisted on Monday": the act itself, or nothing said of what."""
    lemma = analysis.lemmas[token]
    if lemma == "block":
        return bool(objects_of(analysis, token) & ROADS)
    if lemma == "surrender":
        return not objects_of(analysis, token)
    if lemma == "insist":
        preps = {analysis.lemmas[child] for child in children(analysis, token, ("prep", "prt"))}
        return not children(analysis, token, ("ccomp",)) and not preps & {"on", "upon"}
    return False


def is_described(analysis: Analysis, token: int) -> bool:
    """ "the islands, disputed by A and B": a participle that says what a thing is."""
    top = token
    while analysis.deps[top] == "conj" and analysis.heads[top] != top:
        top = analysis.heads[top]
    claims = analysis.lemmas[token] in ("dispute", "contest", "claim")
    return claims and analysis.deps[top] == "acl" and is_passive(analysis, token)


def _stays_away(analysis: Analysis, token: int) -> bool:
    """ "refuses to travel to Geneva": no courtesy, where talks or a place are named."""
    return any(stays_away(analysis, act) for act in children(analysis, token, ("xcomp",)))


def is_told_past(analysis: Analysis, token: int) -> bool:
    """ "threatened to walk out when told that": an outburst of then, told with what made it."""
    if analysis.lemmas[token] != "threaten" or analysis.tags[token] != "VBD":
        return False
    clauses = [own for own in analysis.subtree(token) if own > token and analysis.deps[own] in ("advcl", "pcomp")]
    clauses += [own for own in analysis.subtree(token) if own > token and analysis.deps[own] == "prep"]
    return any(
        analysis.lemmas[own] in ("when", "after") and own > token
        for clause in clauses
        for own in (clause, *analysis.children(clause))
    )
