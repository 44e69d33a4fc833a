"""Points that were not settled: "left for the next round", "remains unresolved", "divided over", "without a deal on".

Source: gold rule 13 (an explicit lack of agreement is an item of its own).
"""

from communique.extract.claims.assertion import FUTURE, HYPOTHETICAL, is_open
from communique.extract.claims.bargain import Bargain, actors_of, partners_of, status_of
from communique.extract.claims.clause import SUBJECT, children, clause_tokens, is_negated, is_passive
from communique.extract.claims.party import Parties
from communique.lexicon.agreement import agreement_words
from communique.lexicon.encounter import load_words
from communique.lexicon.issue import find_issues
from communique.model import AgreementStatus, Analysis

STAY = frozenset({"be", "remain", "stay", "keep", "continue"})
ASIDE = frozenset({"aside", "off", "out", "over", "unanswered", "untouched", "undecided", "unresolved", "unsettled", "open"})
UNTIL = frozenset({"for", "to", "until", "till"})
ENDLESS = frozenset({"end", "close", "conclude", "finish", "break", "wrap", "part", "adjourn"})
BRINGING = frozenset({"be", "make", "achieve", "report", "bring", "produce", "see", "say"})
BRIDGE = frozenset({"bridge", "narrow", "overcome", "reconcile", "resolve", "settle", "solve"})
GAPS = frozenset({"difference", "disagreement", "divide", "gap", "rift", "row"})
PREDICATE = ("acomp", "oprd", "advmod", "attr")
BEYOND = ("advcl", "parataxis", "cc", "conj", "mark", "ccomp", "punct", "intj")


def open_bargain(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """The point that a verb tells to be unsettled; None if it tells none."""
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    if helpers & (HYPOTHETICAL | FUTURE | {"should", "must"}) or is_open(analysis, verb):
        return None
    lemma = analysis.lemmas[verb]
    found = (
        (lemma in agreement_words().defer and _deferred(analysis, parties, verb))
        or (lemma in STAY and _unresolved(analysis, parties, verb))
        or _fruitless(analysis, verb)
        or _unmoved(analysis, parties, verb)
    )
    if found:
        return _point(analysis, parties, verb)
    return _bridged(analysis, parties, verb) if lemma in BRIDGE | {"iron", "end", "patch"} else None


def _bridged(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "A and B have resolved their dispute over", "ironed out their differences": what was open is agreed."""
    gaps = [own for own in children(analysis, verb, ("dobj",)) if analysis.lemmas[own] in GAPS | {"dispute", "quarrel"}]
    actors = actors_of(analysis, parties, verb)
    doers = children(analysis, verb, ("nsubj",))
    joint = len(parties.sides(actors)) > 1 or (bool(doers) and parties.is_pair(doers[0]))
    if not gaps or not joint or status_of(analysis, verb) is not AgreementStatus.AGREED:
        return None
    left_out = [own for own in analysis.children(verb) if analysis.deps[own] in (*BEYOND, *SUBJECT)]
    first, last = clause_tokens(analysis, verb, left_out)
    return Bargain(verb, AgreementStatus.AGREED, "agreement", first, last, actors, True)


def _point(analysis: Analysis, parties: Parties, verb: int) -> Bargain:
    without = _without(analysis, verb) if analysis.lemmas[verb] in ENDLESS else None
    left_out = [own for own in analysis.children(verb) if analysis.deps[own] in BEYOND and not _is_aside(analysis, own)]
    first, last = clause_tokens(analysis, verb, left_out)
    if without is not None:
        first, last = clause_tokens(analysis, without)
    actors = (*actors_of(analysis, parties, verb), *partners_of(analysis, parties, verb))
    return Bargain(verb, AgreementStatus.NOT_AGREED, "agreement", first, last, tuple(dict.fromkeys(actors)), True)


def _is_aside(analysis: Analysis, token: int) -> bool:
    return analysis.deps[token] == "ccomp" and analysis.heads[token] < token


def _deferred(analysis: Analysis, parties: Parties, verb: int) -> bool:
    """ "the levy was left for another day", "they put the question of fees off until autumn"; an encounter put off is none."""
    if is_negated(analysis, verb):
        return False
    passive = is_passive(analysis, verb)
    matter = children(analysis, verb, ("nsubjpass",) if passive else ("dobj",))
    if not matter or parties.of(matter[0]) or analysis.lemmas[matter[0]] in load_words().nouns:
        return False
    words, lemma = agreement_words(), analysis.lemmas[verb]
    plain = lemma in ("adjourn", "defer", "postpone", "shelve")
    aside = any(
        analysis.lemmas[own] in (ASIDE - {"over"} if lemma != "put" else {"aside", "off"})
        for own in children(analysis, verb, ("prt", *PREDICATE))
    )
    until = lemma in ("defer", "leave", "refer", "park") and _until_later(analysis, (verb, *analysis.subtree(matter[0])))
    if not (plain or aside or until):
        return False
    named = words.question | words.nouns
    return until or analysis.lemmas[matter[0]] in named or _has_issue(analysis, matter[0])


def _until_later(analysis: Analysis, heads: tuple[int, ...]) -> bool:
    """ "for another day", "to the next round", also where the phrase hangs on the matter itself."""
    for head in heads:
        for prep in children(analysis, head, ("prep", "dative")):
            if analysis.lemmas[prep] in UNTIL:
                for obj in children(analysis, prep, ("pobj",)):
                    marks = {analysis.lemmas[own] for own in analysis.children(obj)}
                    if analysis.lemmas[obj] in agreement_words().later and marks & {
                        "another",
                        "next",
                        "later",
                        "future",
                        "a",
                    }:
                        return True
    return False


def _has_issue(analysis: Analysis, noun: int) -> bool:
    below = analysis.subtree(noun)
    return bool(find_issues(analysis.words(below[0], below[-1] + 1)))


def _unresolved(analysis: Analysis, parties: Parties, verb: int) -> bool:
    """ "the status of the islands remains unresolved", "the sides are divided over aid", "borders remain a stumbling block"."""
    doers = children(analysis, verb, SUBJECT)
    if not doers or is_negated(analysis, verb):
        return False
    words = agreement_words()
    said = {analysis.lemmas[own]: own for own in children(analysis, verb, PREDICATE)}
    for prep in children(analysis, verb, ("prep",)):
        if any(analysis.word(own) == "odds" for own in children(analysis, prep, ("pobj",))):
            said["apart"] = prep  # "at odds"
    if said.keys() & words.apart:
        joint = parties.is_pair(doers[0]) or len(parties.of(doers[0])) > 1
        below = [own for own in analysis.subtree(verb) if own > verb and analysis.deps[own] == "prep"]
        return joint and any(analysis.lemmas[own] in ("over", "on", "about") for own in below)
    about = analysis.lemmas[doers[0]] in words.question - {"point", "detail"} or _has_issue(analysis, doers[0])
    if "open" in said:
        return analysis.lemmas[verb] != "be" and analysis.lemmas[doers[0]] in words.question
    blocked = [own for lemma, own in said.items() if lemma in words.obstacle or lemma == "point"]
    stuck = any(
        analysis.lemmas[own] in words.obstacle or analysis.lemmas[own] in ("stumble", "stick", "sticking")
        for token in blocked
        for own in (
            *children(analysis, token, ("amod", "compound")),
            *(() if analysis.lemmas[token] == "point" else (token,)),
        )
    )
    lasting = analysis.lemmas[verb] != "be"  # what "is the obstacle" is an opinion; what "remains" one was not settled
    return about and (bool(said.keys() & words.unresolved) or (stuck and lasting))


def _fruitless(analysis: Analysis, verb: int) -> bool:
    """ "ended without an agreement on", "no breakthrough on": about a point that is named."""
    lemma, words = analysis.lemmas[verb], agreement_words()
    if lemma in ENDLESS:
        return _without(analysis, verb) is not None
    if lemma in ("come", "amount"):
        preps = [own for own in children(analysis, verb, ("prep",)) if analysis.lemmas[own] == "to"]
        naught = {analysis.lemmas[own] for prep in preps for own in children(analysis, prep, ("pobj",))}
        doers = children(analysis, verb, ("nsubj",))
        talks = any(analysis.lemmas[own] == "they" or analysis.lemmas[own] in load_words().nouns for own in doers)
        return talks and bool(naught & {"nothing", "naught", "nought"})
    for noun in children(analysis, verb, ("dobj", "nsubjpass", "attr", "nsubj")):
        marks = {analysis.lemmas[own] for own in children(analysis, noun, ("det",))}
        denied = "no" in marks or ("any" in marks and is_negated(analysis, verb))
        if not denied or analysis.lemmas[noun] not in words.result | {"word"}:
            continue
        if analysis.lemmas[noun] == "decision" and lemma in ("take", "make", "reach"):
            return True
        if lemma in words.make | BRINGING:
            return _on_something(analysis, (noun, verb))
    return False


def _without(analysis: Analysis, verb: int) -> int | None:
    """The "without" of "ended without a deal on", "with a total but without a deal on"."""
    hosts = (verb, *children(analysis, verb, ("dobj",)))
    preps = [own for host in hosts for own in children(analysis, host, ("prep",))]
    joined = [own for first in (verb, *preps) for own in children(analysis, first, ("conj",))]
    for prep in (*preps, *joined):
        objects = children(analysis, prep, ("pobj",)) if analysis.lemmas[prep] == "without" else ()
        if any(analysis.lemmas[own] in agreement_words().nouns | agreement_words().result for own in objects):
            return prep
    return None


def _unmoved(analysis: Analysis, parties: Parties, verb: int) -> bool:
    """ "the sides did not move an inch", "neither side budged", "nothing was decided", "failed to bridge their differences"."""
    words, lemma = agreement_words(), analysis.lemmas[verb]
    nothing = [own for own in children(analysis, verb, ("nsubjpass", "dobj")) if analysis.lemmas[own] == "nothing"]
    if lemma in BRIDGE and (is_negated(analysis, verb) or _is_failed(analysis, verb)):
        gaps = children(analysis, verb, ("dobj", "nsubjpass"))
        return any(analysis.lemmas[own] in GAPS | words.question for own in gaps)
    if nothing:
        return lemma in words.agree | words.decide | {"accept", "settle"}
    if lemma not in words.yields or not is_negated(analysis, verb):
        return False
    doers = children(analysis, verb, ("nsubj",))
    return bool(doers) and (parties.is_pair(doers[0]) or len(parties.sides(parties.of(doers[0]))) > 1)


def _is_failed(analysis: Analysis, verb: int) -> bool:
    """ "failed to bridge", "were unable to resolve"."""
    above = analysis.heads[verb]
    return analysis.deps[verb] == "xcomp" and analysis.lemmas[above] in agreement_words().fail


def _on_something(analysis: Analysis, heads: tuple[int, ...]) -> bool:
    return any(
        analysis.lemmas[own] in ("on", "over", "about", "towards", "toward", "with") and analysis.children(own)
        for head in heads
        for own in children(analysis, head, ("prep",))
    )
