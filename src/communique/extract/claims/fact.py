"""Whether a sentence tells a term of a deal as a plain fact to come: "B will lift the ban", "the quota rises to 140"."""

from communique.extract.claims.arrangement import ARRANGED
from communique.extract.claims.assertion import is_open
from communique.extract.claims.bargain import actors_of
from communique.extract.claims.clause import SUBJECT, children, clause_tokens, is_negated, is_passive, is_verb
from communique.extract.claims.party import Parties
from communique.extract.claims.when import times_in
from communique.lexicon.agreement import agreement_words
from communique.lexicon.encounter import load_words
from communique.lexicon.issue import find_issues
from communique.model import ActorKind, Analysis

BINDING = frozenset({"will", "shall", "must", "'ll"})
PERMITTING = frozenset({"may", "can"})
# not what a deal sets: states of mind, of talks, and what will be the case
IDLE = frozenset({"attend", "continue", "cost", "decide", "depend", "discuss", "expect", "face", "find", "follow", "happen"})
IDLE |= frozenset({"have", "hope", "lead", "mean", "meet", "need", "negotiate", "prove", "remain", "say", "see"})
IDLE |= frozenset(
    {"seek", "seem", "show", "sign", "speak", "struggle", "take", "talk", "tell", "think", "try", "vote", "wait"}
)
IDLE |= frozenset({"want", "win", "lose", "become", "know", "chair", "host", "brief", "address", "depart"})
# present tense of a change that a deal makes
CHANGE = frozenset(
    {"close", "cease", "decrease", "double", "drop", "end", "expire", "fall", "get", "go", "halve", "increase"}
)
CHANGE |= frozenset({"keep", "leave", "open", "reopen", "resume", "rise", "shrink", "start", "stop", "return", "withdraw"})
SUMMARY = frozenset({"result", "outcome", "term", "provision", "upshot", "content"})
TELLING = frozenset({"be", "fit", "follow", "read", "resume", "run", "sum", "summarise", "summarize", "look"})
RETURN = frozenset({"return", "exchange", "turn"})
MUTUAL = frozenset({"exchange", "swap", "trade"})
PRONOUNS = frozenset({"they", "it", "we", "he", "she", "party", "side"})
OFFICES = frozenset({"office", "team", "staff", "delegation", "secretariat", "side"})
DELIVER = frozenset({"submit", "present", "report", "deliver", "draft", "publish", "complete", "finish", "draw", "prepare"})
FIRST = frozenset({"i", "we", "you"})
REPEATED = frozenset({"every", "each", "usually", "often", "always"})


def binds(analysis: Analysis, verb: int) -> bool:
    """Whether a main verb says what is to come: "will do", "is to be done"."""
    helpers = {analysis.lemmas[aux] for aux in children(analysis, verb, ("aux",))}
    if helpers & BINDING or (helpers == {"have", "to"} and _until(analysis, verb)):
        return True
    return analysis.lemmas[verb] == "be" and bool(_infinitives(analysis, verb))


def _until(analysis: Analysis, verb: int) -> bool:
    """ "The group has until Friday to report"."""
    return any(analysis.lemmas[own] in ("until", "till") for own in analysis.subtree(verb) if own < verb)


def _infinitives(analysis: Analysis, verb: int) -> tuple[int, ...]:
    return tuple(
        own
        for own in children(analysis, verb, ("xcomp",))
        if any(analysis.tags[aux] == "TO" for aux in children(analysis, own, ("aux",)))
    )


def act_of(analysis: Analysis, verb: int) -> int:
    """The verb of the act: of "is to open" the infinitive."""
    below = _infinitives(analysis, verb) if analysis.lemmas[verb] in ("be", "have") else ()
    return below[0] if below else verb


def is_term(analysis: Analysis, parties: Parties, verb: int, *, told: bool) -> bool:
    """Whether the clause of `verb` may be a term of the deal told just before.

    Args:
        told: the text has announced that it tells the terms; else the clause must also name a point of negotiation, a
            quantity or a day.
    """
    doers = children(analysis, verb, SUBJECT)
    act = act_of(analysis, verb)
    doers = tuple(own for own in doers if own < verb)[-1:] or doers  # of two, "If it cannot, the office will", the near one
    if not doers or analysis.lemmas[doers[0]] in load_words().nouns:
        return False
    if _is_person(analysis, parties, doers[0]) and not _is_task(analysis, doers[0], verb, act):
        return False
    ruled = told and analysis.lemmas[act] == "decide" and analysis.lemmas[doers[0]] not in PRONOUNS
    if analysis.lemmas[act] in (IDLE | ARRANGED) - CHANGE and not ruled and not _carries(analysis, doers[0], act):
        return False
    existing = analysis.lemmas[doers[0]] == "there" and told
    if analysis.lemmas[act] == "be" and not existing:
        return False
    first, last = clause_tokens(analysis, verb)
    said = analysis.words(first, last)
    measured = any(analysis.tags[own] == "CD" for own in range(first, last)) or bool(
        times_in(analysis, analysis.span(first, last))
    )
    would = "would" in {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    if would and measured and not is_negated(analysis, verb):
        return bool(parties.sides(parties.of(doers[0]))) and not is_open(analysis, verb)
    if binds(analysis, verb):
        return told or measured or bool(find_issues(said))
    permitted = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))} & PERMITTING
    if permitted:
        return told
    present = analysis.tags[verb] in ("VBZ", "VBP") and not {analysis.lemmas[own] for own in range(first, last)} & REPEATED
    return present and analysis.lemmas[verb] in CHANGE and (told or measured)


def _is_task(analysis: Analysis, doer: int, verb: int, act: int) -> bool:
    """ "He is to submit his findings by 1 May": what the deal gives a person to do, until a day."""
    if analysis.lemmas[verb] != "be" or act == verb or analysis.lemmas[act] not in DELIVER or analysis.lemmas[doer] in FIRST:
        return False
    return any(
        analysis.lemmas[prep] in ("by", "before", "until", "within") for prep in children(analysis, act, ("prep", "agent"))
    )


def _carries(analysis: Analysis, doer: int, act: int) -> bool:
    """ "the works stop", "a zone is to be opened": a thing that opens, stops, starts is no meeting."""
    thing = analysis.pos[doer] == "NOUN" and analysis.lemmas[doer] not in load_words().nouns
    return (
        thing
        and analysis.lemmas[act] in ("open", "start", "begin", "resume", "leave", "return", "hold")
        and not any(analysis.lemmas[own] in load_words().nouns for own in children(analysis, act, ("dobj",)))
    )


def _is_person(analysis: Analysis, parties: Parties, doer: int) -> bool:
    if analysis.pos[doer] == "PRON" and analysis.lemmas[doer] not in ("both", "each", "there", "they"):
        return True
    if analysis.pos[doer] == "NOUN" and analysis.lemmas[doer] in OFFICES:
        return False
    own = parties.mention(doer)
    actor = None if own is None else parties.actor(own)
    return actor is not None and actor.kind is ActorKind.PERSON


def mutual(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    """A and B of "A will do this and B will do that", where they are two parties; () else."""
    if not binds(analysis, verb) or not is_term(analysis, parties, verb, told=True):
        return ()
    one = parties.sides(actors_of(analysis, parties, verb))
    for other in children(analysis, verb, ("conj",)):
        if other < verb or not is_verb(analysis, other) or not binds(analysis, other):
            continue
        two = parties.sides(actors_of(analysis, parties, other))
        if one and two and not set(one) & set(two) and (children(analysis, other, ("nsubj",)) or _after(analysis, other)):
            return (*one, *two)
    return ()


def _after(analysis: Analysis, verb: int) -> bool:
    return not children(analysis, verb, SUBJECT)


def joint_act(analysis: Analysis, parties: Parties, verb: int) -> bool:
    """ "The two sides are to release", "lists will be exchanged": what both will do, none alone."""
    if not binds(analysis, verb) or is_negated(analysis, verb):
        return False
    doers, act = children(analysis, verb, SUBJECT), act_of(analysis, verb)
    if not doers or analysis.lemmas[act] in IDLE | ARRANGED | {"be"}:
        return False
    if analysis.lemmas[act] in MUTUAL and is_passive(analysis, act):
        return analysis.pos[doers[0]] == "NOUN" and not _is_person(analysis, parties, doers[0])
    return not is_passive(analysis, act) and parties.is_pair(doers[0])


def after_talks(analysis: Analysis, parties: Parties, verb: int) -> bool:
    """ "A will resume imports after a meeting of its minister and B's": what talks just held brought."""
    doers = children(analysis, verb, ("nsubj",))
    if not binds(analysis, verb) or is_negated(analysis, verb) or not doers or not parties.sides(parties.of(doers[0])):
        return False
    if _is_person(analysis, parties, doers[0]) or analysis.lemmas[act_of(analysis, verb)] in IDLE | ARRANGED - CHANGE:
        return False
    return any(
        analysis.lemmas[prep] in ("after", "following")
        and any(analysis.lemmas[own] in load_words().nouns and analysis.children(own) for own in objects)
        for prep in children(analysis, verb, ("prep",))
        for objects in (children(analysis, prep, ("pobj",)),)
    )


def trades(analysis: Analysis, first: int, last: int) -> bool:
    """ "In return, ...", "In exchange ...": the other half of a deal."""
    if first + 2 >= last or analysis.lemmas[first] != "in" or analysis.lemmas[first + 1] not in RETURN:
        return False
    return analysis.lemmas[first + 1] != "turn" and analysis.lemmas[first + 2] != "for"


PAPERS = frozenset("accord agreement communique communiqué deal document memorandum pact paper protocol text treaty".split())
HOLDING = frozenset(
    {
        "record",
        "list",
        "contain",
        "hold",
        "set",
        "cover",
        "comprise",
        "include",
        "settle",
        "resolve",
        "regulate",
        "fix",
        "name",
        "have",
    }
)
SETTLING = frozenset({"settle", "resolve", "regulate", "fix"})
DISPUTED = frozenset({"point", "question", "matter", "issue", "dispute", "row", "quarrel"})
COUNTED = frozenset({"thing", "point", "item", "step", "measure", "commitment", "term", "provision", "clause", "matter"})


def opens_facts(analysis: Analysis, root: int) -> bool:
    """ "The result can be summed up thus.", "What the ministers settled fits on one page.": the terms follow."""
    words = agreement_words()
    for own in children(analysis, root, SUBJECT):
        if analysis.deps[own] in ("csubj", "csubjpass") and analysis.lemmas[own] in words.agree | words.make | words.decide:
            return any(analysis.lemmas[below] == "what" for below in analysis.children(own))
        if analysis.lemmas[own] in SUMMARY and analysis.lemmas[root] in TELLING:
            return not any(analysis.lemmas[below] in ("a", "no", "any") for below in analysis.children(own))
        if analysis.lemmas[own] in PAPERS:
            verbs = (
                root,
                *(below for below in children(analysis, root, ("conj",)) if not children(analysis, below, SUBJECT)),
            )
            holding = words.provide | words.read | HOLDING
            return any(analysis.lemmas[verb] in holding and _counts(analysis, verb) for verb in verbs)
    return False


def _counts(analysis: Analysis, verb: int) -> bool:
    """Whether the object only counts or announces: "records three things", "contains the following", "settles the point"."""
    for own in children(analysis, verb, ("dobj",)):
        number = any(analysis.pos[below] == "NUM" for below in analysis.children(own))
        if analysis.lemmas[own] == "following" or (number and analysis.lemmas[own] in COUNTED):
            return True
        if analysis.lemmas[verb] in SETTLING and analysis.lemmas[own] in DISPUTED:
            return True
    return False
