"""Points of agreement that deeds show: "exchanged 140 prisoners", "offered talks, and she accepted", "failed to settle who will
watch", "the exchange was put off".

Source: gold rule 13; the deeds are those by which accords are usually carried out.
"""

from communique.extract.claims.assertion import is_open
from communique.extract.claims.bargain import HYPOTHETICAL, Bargain, actors_of, content_of, partners_of
from communique.extract.claims.clause import children, clause_tokens, is_negated, is_passive
from communique.extract.claims.party import Parties
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementStatus, Analysis

TRADING = frozenset({"exchange", "swap", "trade"})
TRADED = frozenset("body captive detainee hostage instrument list map prisoner remains soldier".split())
SETTLING = frozenset({"agree", "clear", "decide", "determine", "resolve", "settle"})
OPENERS = frozenset({"who", "what", "how", "where", "when", "which", "whether", "whose"})
OFFERING = frozenset({"offer", "propose", "suggest", "invite", "request", "ask"})
# what an accord sets and a later day is named for
CARRIED = frozenset(
    "ceasefire demobilisation demobilization deployment disarmament exchange handover implementation lifting opening pullback "
    "pullout release reopening repatriation return swap transfer truce withdrawal".split()
)
LATER = frozenset({"until", "till", "to", "by", "for"})
PUTTING_OFF = frozenset({"postpone", "delay", "defer"})
UNDERTAKINGS = frozenset({"commitment", "concession", "decision", "pledge", "promise", "undertaking"})
TALKS = frozenset({"talk", "talks", "negotiation", "negotiations", "dialogue", "consultation"})
BEYOND = ("advcl", "parataxis", "cc", "conj", "mark", "ccomp")


def deed_bargain(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """The point that a deed of the parties shows to be agreed, open or put off; None if it shows none."""
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    if helpers & HYPOTHETICAL or is_open(analysis, verb):
        return None
    return (
        _traded(analysis, parties, verb)
        or _unsettled(analysis, parties, verb)
        or _taken_up(analysis, parties, verb)
        or _put_off(analysis, verb)
        or _nothing_given(analysis, verb)
        or _shaken(analysis, parties, verb)
        or _broken_off(analysis, parties, verb)
    )


def _clause(analysis: Analysis, verb: int) -> tuple[int, int]:
    left_out = [own for own in analysis.children(verb) if analysis.deps[own] in BEYOND]
    return clause_tokens(analysis, verb, left_out)


def _traded(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "The two sides exchanged 140 prisoners", "132 captives were exchanged at the bridge"."""
    if analysis.lemmas[verb] not in TRADING or is_negated(analysis, verb) or analysis.tags[verb] not in ("VBD", "VBN"):
        return None
    passive = is_passive(analysis, verb)
    things = children(analysis, verb, ("nsubjpass",) if passive else ("dobj",))
    if not any(analysis.lemmas[own] in TRADED for own in things):
        return None
    actors = actors_of(analysis, parties, verb)
    if not passive and not actors:
        return None
    first, last = _clause(analysis, verb) if passive else content_of(analysis, verb)
    return Bargain(verb, AgreementStatus.AGREED, "agreement", first, last, actors, True)


def _unsettled(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "failed to settle who will watch them": a question, named by its clause, that stays open."""
    failed = analysis.deps[verb] == "xcomp" and analysis.lemmas[analysis.heads[verb]] in agreement_words().fail
    if analysis.lemmas[verb] not in SETTLING or not (failed or is_negated(analysis, verb)):
        return None
    asked = [own for own in children(analysis, verb, ("ccomp",)) if _is_asked(analysis, own)]
    if not asked:
        return None
    actors = (*actors_of(analysis, parties, verb), *partners_of(analysis, parties, verb))
    first, last = content_of(analysis, verb)
    first = min(first, analysis.heads[verb]) if failed and analysis.heads[verb] < first else first
    return Bargain(verb, AgreementStatus.NOT_AGREED, "agreement", first, last, tuple(dict.fromkeys(actors)), True)


def _is_asked(analysis: Analysis, clause: int) -> bool:
    return any(analysis.lemmas[own] in OPENERS for own in analysis.subtree(clause)[:2])


def _taken_up(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "A offered B consultations, and B accepted": what is offered and taken is agreed."""
    if analysis.lemmas[verb] != "accept" or is_negated(analysis, verb) or analysis.tags[verb] not in ("VBD", "VBN"):
        return None
    offer = analysis.heads[verb]
    if (
        analysis.deps[verb] != "conj"
        or analysis.lemmas[offer] not in OFFERING
        or children(analysis, verb, ("dobj", "ccomp"))
    ):
        return None
    doers = children(analysis, verb, ("nsubj",))
    actors = (*actors_of(analysis, parties, offer), *(own for doer in doers for own in parties.of(doer)))
    if not doers or not actors:
        return None
    first, _ = content_of(analysis, offer)
    return Bargain(offer, AgreementStatus.AGREED, "agreement", first, verb + 1, tuple(dict.fromkeys(actors)), True)


def _put_off(analysis: Analysis, verb: int) -> Bargain | None:
    """ "The exchange had been put off by a week": agreed, and not done yet."""
    off = any(analysis.lemmas[own] == "off" for own in children(analysis, verb, ("prt",)))
    if not (analysis.lemmas[verb] in PUTTING_OFF or (analysis.lemmas[verb] == "put" and off)) or is_negated(analysis, verb):
        return None
    passive = is_passive(analysis, verb)
    things = children(analysis, verb, ("nsubjpass",) if passive else ("dobj",))
    if not any(_is_carried(analysis, own) for own in things):
        return None
    until = any(analysis.lemmas[own] in LATER for own in children(analysis, verb, ("prep",)))
    if not until and all(analysis.pos[own] == "PRON" for own in things):
        return None
    first, last = _clause(analysis, verb)
    return Bargain(verb, AgreementStatus.STALLED, "agreement", first, last, (), True)


def _is_carried(analysis: Analysis, noun: int) -> bool:
    """What an accord sets; for "it" such a thing in the sentence before."""
    if analysis.lemmas[noun] in CARRIED:
        return True
    number = analysis.sentence_of[noun]
    if analysis.lemmas[noun] != "it" or number == 0:
        return False
    first, last = analysis.sentences[number - 1]
    return any(analysis.lemmas[own] in CARRIED and analysis.pos[own] == "NOUN" for own in range(first, last))


def _nothing_given(analysis: Analysis, verb: int) -> Bargain | None:
    """ "No commitment was made", "no decision has been taken on fees"."""
    if analysis.lemmas[verb] not in ("make", "take", "give", "reach") or not is_passive(analysis, verb):
        return None
    for thing in children(analysis, verb, ("nsubjpass",)):
        none = any(analysis.lemmas[own] == "no" for own in children(analysis, thing, ("det",)))
        if none and analysis.lemmas[thing] in UNDERTAKINGS:
            first, last = _clause(analysis, verb)
            return Bargain(verb, AgreementStatus.NOT_AGREED, "agreement", first, last, (), True)
    return None


def _shaken(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "shook hands on a quota of nine tonnes"."""
    hands = any(analysis.lemmas[own] == "hand" for own in children(analysis, verb, ("dobj",)))
    if analysis.lemmas[verb] != "shake" or not hands or is_negated(analysis, verb) or analysis.tags[verb] == "VB":
        return None
    actors = (*actors_of(analysis, parties, verb), *partners_of(analysis, parties, verb))
    for own in analysis.subtree(verb):
        point = children(analysis, own, ("pobj",)) if analysis.lemmas[own] in ("on", "over") and own > verb else ()
        if point and actors:
            below = analysis.subtree(point[0])
            return Bargain(verb, AgreementStatus.AGREED, "agreement", below[0], below[-1] + 1, actors, True)
    return None


def _broken_off(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "broke off talks in May over visas": what they met for came to nothing."""
    off = any(analysis.lemmas[own] == "off" for own in children(analysis, verb, ("prt",)))
    talks = [own for own in children(analysis, verb, ("dobj",)) if analysis.lemmas[own] in TALKS]
    over = any(analysis.lemmas[own] == "over" and own > verb for own in analysis.subtree(verb))
    if analysis.lemmas[verb] != "break" or not (off and talks and over) or is_negated(analysis, verb):
        return None
    if analysis.tags[verb] not in ("VBD", "VBN"):
        return None
    others = [own for talk in talks for own in partners_of(analysis, parties, talk)]
    actors = (*actors_of(analysis, parties, verb), *partners_of(analysis, parties, verb), *others)
    first, last = content_of(analysis, verb)
    return Bargain(verb, AgreementStatus.FAILED, "agreement", first, last, tuple(dict.fromkeys(actors)), True)
