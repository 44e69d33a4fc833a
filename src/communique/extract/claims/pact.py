"""Points of agreement by noun: "signed a treaty", "no deal on", "the truce was broken", "a draft accord"."""

from communique.extract.claims.assertion import is_open
from communique.extract.claims.bargain import HYPOTHETICAL, Bargain, actors_of, content_of, partners_of, status_of
from communique.extract.claims.clause import children, clause_tokens, is_negated, is_passive, is_verb
from communique.extract.claims.party import Parties
from communique.extract.claims.when import times_in
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementStatus, Analysis

POSSESSIVE = frozenset({"poss", "amod", "compound", "nmod"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "advmod"})
PARTLY = frozenset({"partial", "preliminary", "provisional", "tentative"})  # an interim deal is a deal
ADOPTING = frozenset({"adopt", "approve", "endorse", "finalise", "finalize", "initial", "sign", "ratify", "settle"})
ENDING = frozenset({"close", "conclude", "emerge", "end", "finish"})
EXISTING = frozenset({"be", "exist", "emerge", "have"})

SAME_DEAL = 4  # sentences back to the words that "this deal" takes up


def noun_bargain(analysis: Analysis, parties: Parties, noun: int) -> Bargain | None:
    """The point that a noun such as "treaty" makes with what is said of it; None if it makes none."""
    words, lemma = agreement_words(), analysis.lemmas[noun]
    if any(analysis.word(own).lower() == "agreed" for own in children(analysis, noun, ("amod",))):
        return _ended_with(analysis, parties, noun)
    if lemma in words.measures and lemma not in words.nouns:
        return _adopted(analysis, parties, noun)
    if lemma not in words.nouns and lemma not in words.binding:
        return None
    verb = _governor(analysis, noun)
    actors = _owners(analysis, parties, noun)
    if lemma not in words.nouns:
        return _standing(analysis, parties, noun, actors)
    return (
        _made(analysis, parties, noun, verb, actors)
        or _had(analysis, parties, noun, verb)
        or _broken(analysis, parties, noun, verb, actors)
        or _none(analysis, noun, verb, actors)
        or _drafted(analysis, noun, actors)
        or _standing(analysis, parties, noun, actors)
        or _existing(analysis, noun, actors)
    )


def _adopted(analysis: Analysis, parties: Parties, noun: int) -> Bargain | None:
    """ "The four endorsed a plan for a flood centre": by two or more."""
    verb = analysis.heads[noun]
    if analysis.deps[noun] != "dobj" or analysis.lemmas[verb] not in ADOPTING or status_of(analysis, verb) is None:
        return None
    actors = actors_of(analysis, parties, verb)
    doers = children(analysis, verb, ("nsubj",))
    several = doers and (
        parties.is_pair(doers[0]) or analysis.lemmas[doers[0]] in ("they", "both", "two", "three", "four", "five")
    )
    if len(parties.sides(actors)) < 2 and not several:
        return None
    status = status_of(analysis, verb) or AgreementStatus.AGREED
    first, last = content_of(analysis, verb)
    return Bargain(verb, status, "agreement", first, last, actors, True)


def _ended_with(analysis: Analysis, parties: Parties, noun: int) -> Bargain | None:
    """ "ended the talks with an agreed total": what the talks yielded."""
    prep = analysis.heads[noun]
    verb = analysis.heads[prep]
    verb = analysis.heads[verb] if analysis.deps[verb] == "dobj" else verb
    if analysis.deps[noun] != "pobj" or analysis.lemmas[prep] != "with" or analysis.lemmas[verb] not in ENDING:
        return None
    below = analysis.subtree(noun)
    actors = (*actors_of(analysis, parties, verb), *partners_of(analysis, parties, verb))
    return Bargain(noun, AgreementStatus.AGREED, "agreement", below[0], below[-1] + 1, actors, True)


def _governor(analysis: Analysis, noun: int) -> int | None:
    """The verb that the noun is subject or object of, through "of", "on", "to"."""
    at = noun
    for _ in range(4):
        head = analysis.heads[at]
        if head == at:
            return None
        if is_verb(analysis, head):
            return head
        if analysis.deps[at] not in ("pobj", "prep", "conj", "dobj", "attr"):
            return None
        at = head
    return None


def _owners(analysis: Analysis, parties: Parties, noun: int) -> tuple[str, ...]:
    found: list[str] = []
    for child in analysis.children(noun):
        if analysis.deps[child] in POSSESSIVE and child < noun:
            for part in (*children(analysis, child, ("compound",)), child):
                one = parties.by_adjective(part)
                found.extend(parties.of(part) or ((one,) if one else ()))
        if analysis.deps[child] == "prep" and analysis.lemmas[child] in ("between", "with", "by", "among"):
            for obj in children(analysis, child, ("pobj",)):
                found.extend(parties.of(obj))
    return tuple(dict.fromkeys(found)) or _of_the_same(analysis, parties, noun)


def _of_the_same(analysis: Analysis, parties: Parties, noun: int) -> tuple[str, ...]:
    """Whose "this deal" is: of those who are to make it in the sentences before ("may negotiate a deal with Peru")."""
    if not any(analysis.lemmas[own] in ("this", "that", "such") for own in children(analysis, noun, ("det",))):
        return ()
    first = analysis.sentences[max(0, analysis.sentence_of[noun] - SAME_DEAL)][0]
    for at in range(noun - 1, first - 1, -1):
        if analysis.lemmas[at] != analysis.lemmas[noun] or analysis.pos[at] != "NOUN":
            continue
        partners = _owners(analysis, parties, at)
        verb = _governor(analysis, at)
        makers = children(analysis, verb, ("nsubj",)) if verb is not None and partners else ()
        found = (*(one for maker in makers for one in parties.of(maker)), *partners)
        if partners:
            return tuple(dict.fromkeys(found))
    return ()


def _had(analysis: Analysis, parties: Parties, noun: int, verb: int | None) -> Bargain | None:
    """ "We have a deal", "The sides have an agreement on": it exists."""
    if verb is None or analysis.lemmas[verb] != "have" or analysis.deps[noun] != "dobj" or is_negated(analysis, verb):
        return None
    doers = children(analysis, verb, ("nsubj",))
    some = any(analysis.lemmas[own] in ("a", "an") for own in children(analysis, noun, ("det",)))
    plain = (
        analysis.tags[verb] in ("VBP", "VBZ", "VBD")
        and not children(analysis, verb, ("aux",))
        and not is_open(analysis, verb)
    )
    joint = bool(doers) and (analysis.lemmas[doers[0]] in ("we", "they", "both") or parties.is_pair(doers[0]))
    if not (some and plain and joint) or analysis.lemmas[noun] not in ("accord", "agreement", "compromise", "deal"):
        return None
    first, last = content_of(analysis, verb)
    return Bargain(verb, AgreementStatus.AGREED, "agreement", first, last, actors_of(analysis, parties, verb), True)


def _made(analysis: Analysis, parties: Parties, noun: int, verb: int | None, actors: tuple[str, ...]) -> Bargain | None:
    """ "reached a deal", "the treaty was signed", "failed to accept a joint communiqué"."""
    if verb is None or not _object_of(analysis, noun, verb):
        return None
    if analysis.lemmas[verb] == "make" and analysis.deps[noun] not in ("dobj", "nsubjpass"):
        return None  # "made its presence conditional on an agreement"
    if analysis.lemmas[verb] not in agreement_words().make and not (
        analysis.lemmas[verb] in ("accept", "produce") and _light_failure(analysis, verb)
    ):
        return None
    status = status_of(analysis, verb)
    if status is None or (
        analysis.lemmas[noun] in agreement_words().weak_nouns
        and analysis.lemmas[verb] in ("make", "announce", "hail", "close", "conclude")
    ):
        return None
    if analysis.lemmas[verb] == "hail" and not _says_what(analysis, noun):
        return None
    if _drafted(analysis, noun, actors) is not None and status is AgreementStatus.AGREED:
        return None
    if analysis.lemmas[verb] == "accept" and status is AgreementStatus.AGREED:
        return None
    if status is AgreementStatus.AGREED and {analysis.lemmas[own] for own in children(analysis, noun, MODIFIERS)} & PARTLY:
        status = AgreementStatus.PARTLY_AGREED
    doers = actors_of(analysis, parties, verb)
    if analysis.lemmas[noun] == "contract" and not parties.sides((*doers, *actors)):
        return None
    first, last = content_of(analysis, verb)
    return Bargain(verb, status, "agreement", first, last, tuple(dict.fromkeys((*doers, *actors))), True)


def _says_what(analysis: Analysis, noun: int) -> bool:
    """Whether the noun tells what was agreed ("a deal on grain"), so that praise for it is news of it."""
    return any(analysis.deps[own] in ("prep", "acl", "relcl", "ccomp") for own in analysis.children(noun) if own > noun)


def _light_failure(analysis: Analysis, verb: int) -> bool:
    return analysis.deps[verb] == "xcomp" and analysis.lemmas[analysis.heads[verb]] in agreement_words().fail


def _object_of(analysis: Analysis, noun: int, verb: int) -> bool:
    if analysis.heads[noun] == verb:
        return analysis.deps[noun] in ("dobj", "nsubjpass") or (
            analysis.deps[noun] == "nsubj" and is_passive(analysis, verb)
        )
    return analysis.deps[noun] == "conj" or (
        analysis.deps[noun] == "pobj"
        and analysis.lemmas[analysis.heads[noun]] in ("to", "into", "on", "out")
        and analysis.heads[analysis.heads[noun]] == verb
    )


def _broken(analysis: Analysis, parties: Parties, noun: int, verb: int | None, actors: tuple[str, ...]) -> Bargain | None:
    """ "violated the truce", "the deal is stalled", "the agreement collapsed"."""
    if verb is None or {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))} & HYPOTHETICAL:
        return None
    words, lemma = agreement_words(), analysis.lemmas[verb]
    is_object, is_subject = (
        _object_of(analysis, noun, verb),
        analysis.heads[noun] == verb and analysis.deps[noun] in ("nsubj", "nsubjpass"),
    )
    status = None
    if is_negated(analysis, verb) or _asked(analysis, verb) or is_open(analysis, verb):
        return None
    if lemma in words.violate and (is_object or (is_subject and is_passive(analysis, verb))):
        status = AgreementStatus.VIOLATED
    elif lemma in words.stall and (is_subject or is_object):
        status = AgreementStatus.STALLED
    elif (lemma in words.collapse and is_subject and (lemma != "fall" or _falls_apart(analysis, verb))) or (
        lemma in words.end and is_object
    ):
        status = AgreementStatus.FAILED
    elif lemma in words.dispute and is_object:
        status = AgreementStatus.DISPUTED
    elif (
        lemma in ("be", "remain", "stay")
        and is_subject
        and any(analysis.lemmas[c] in words.stall for c in children(analysis, verb, ("acomp", "attr")))
    ):
        status = AgreementStatus.STALLED
    if status is None:
        return None
    doers = actors_of(analysis, parties, verb)
    first, last = clause_tokens(analysis, verb, _outside(analysis, verb))
    named = tuple(dict.fromkeys((*actors, *doers, *partners_of(analysis, parties, verb))))
    return Bargain(verb, status, "agreement", first, last, named, True)


def _falls_apart(analysis: Analysis, verb: int) -> bool:
    """ "fell through", "fell apart"; a deal that falls short has not fallen."""
    return any(analysis.lemmas[own] in ("apart", "through") for own in analysis.children(verb))


def _asked(analysis: Analysis, verb: int) -> bool:
    return analysis.tags[verb] == "VB" and analysis.deps[verb] in ("xcomp", "advcl", "acl", "ccomp")


def _outside(analysis: Analysis, verb: int) -> list[int]:
    return [
        child
        for child in analysis.children(verb)
        if analysis.deps[child] in ("cc", "conj", "parataxis", "mark", "advcl", "ccomp")
    ]


def _none(analysis: Analysis, noun: int, verb: int | None, actors: tuple[str, ...]) -> Bargain | None:
    """ "there is no agreement on", "no deal was reached", "without an agreement"."""
    if not any(analysis.lemmas[child] == "no" for child in children(analysis, noun, ("det", "neg"))):
        return None
    if (
        verb is None
        or analysis.lemmas[verb] not in agreement_words().make | {"be", "exist", "emerge", "have"}
        or analysis.deps[noun] == "pobj"
    ):
        return None
    if {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))} & HYPOTHETICAL or is_open(analysis, verb):
        return None
    first, last = clause_tokens(analysis, verb, _outside(analysis, verb))
    return Bargain(verb, AgreementStatus.NOT_AGREED, "agreement", first, last, actors, True)


def _drafted(analysis: Analysis, noun: int, actors: tuple[str, ...]) -> Bargain | None:
    """ "the draft treaty", "the draft of an agreement", "a proposed deal"."""
    words = agreement_words()
    drafts = any(analysis.lemmas[child] in ("draft", "proposed") for child in children(analysis, noun, MODIFIERS))
    head = analysis.heads[noun]
    outlined = analysis.deps[noun] == "pobj" and analysis.lemmas[analysis.heads[head]] in words.proposal
    as_modifier = analysis.deps[noun] == "compound" and analysis.lemmas[head] in words.proposal
    if not (drafts or outlined or as_modifier) or _sets_terms(analysis, noun):
        return None
    top = head if as_modifier else (analysis.heads[head] if outlined else noun)
    below = analysis.subtree(top)
    return Bargain(top, AgreementStatus.PROPOSED, "draft", below[0], below[-1] + 1, actors, True)


def _sets_terms(analysis: Analysis, noun: int) -> bool:
    """ "the draft treaty provides for": the point is what it provides for."""
    return analysis.deps[noun] == "nsubj" and analysis.lemmas[analysis.heads[noun]] in agreement_words().provide


def _standing(analysis: Analysis, parties: Parties, noun: int, actors: tuple[str, ...]) -> Bargain | None:
    """ "the A-B agreement to do X", "their undertaking to do X": it was agreed, whatever the sentence is about."""
    if analysis.lemmas[noun] not in agreement_words().binding or not (actors or _dated(analysis, noun)):
        return None
    says = [child for child in children(analysis, noun, ("acl",)) if child > noun and analysis.tags[child] == "VB"]
    says = says or _quoted_terms(analysis, noun)
    if not says or any(analysis.lemmas[child] in ("a", "an", "any", "no") for child in children(analysis, noun, ("det",))):
        return None
    if any(analysis.lemmas[child] in agreement_words().draft for child in children(analysis, noun, MODIFIERS)):
        return None
    below = (*analysis.subtree(noun), *analysis.subtree(says[-1]))
    actors = (*actors, *(own for own in _towards(analysis, parties, noun) if own not in actors))
    kind = (
        "commitment"
        if analysis.lemmas[noun] in ("commitment", "pledge", "promise", "undertaking") and actors
        else "agreement"
    )
    return Bargain(noun, AgreementStatus.AGREED, kind, below[0], below[-1] + 1, actors, len(actors) != 1)


def _existing(analysis: Analysis, noun: int, actors: tuple[str, ...]) -> Bargain | None:
    """ "the ceasefire concluded in Lima on 2 May": told of as made, with its day or place."""
    if not any(analysis.lemmas[own] in ("the", "this", "that") for own in children(analysis, noun, ("det",))):
        return None
    words = agreement_words()
    if analysis.lemmas[noun] in words.weak_nouns | {"note", "understanding", "consensus"}:
        return None
    for verb in children(analysis, noun, ("acl",)):
        below = analysis.subtree(verb)
        dated = bool(times_in(analysis, analysis.span(below[0], below[-1] + 1)))
        if analysis.tags[verb] == "VBN" and analysis.lemmas[verb] in words.make | words.agree and dated:
            first = analysis.subtree(noun)[0]
            return Bargain(noun, AgreementStatus.AGREED, "agreement", first, below[-1] + 1, actors, len(actors) != 1)
    return None


def _dated(analysis: Analysis, noun: int) -> bool:
    """ "the promise of 14 May to": definite and of a day."""
    definite = any(analysis.lemmas[own] == "the" for own in children(analysis, noun, ("det",)))
    preps = [own for own in children(analysis, noun, ("prep",)) if analysis.lemmas[own] in ("of", "from")]
    return definite and any(times_in(analysis, analysis.span(own, analysis.subtree(own)[-1] + 1)) for own in preps)


def _quoted_terms(analysis: Analysis, noun: int) -> list[int]:
    """The infinitive in quotation marks right after the noun phrase: the A-B agreement in Oslo "to ease tension"."""
    end = analysis.subtree(noun)[-1] + 1
    if (
        end + 2 < len(analysis)
        and analysis.word(end) == '"'
        and analysis.tags[end + 1] == "TO"
        and analysis.tags[end + 2] == "VB"
    ):
        return [end + 2]
    return []


def _towards(analysis: Analysis, parties: Parties, noun: int) -> tuple[str, ...]:
    """To whom the commitment was given: "their promise to Norway"."""
    objects = [
        obj
        for child in children(analysis, noun, ("prep",))
        if analysis.lemmas[child] in ("to", "with")
        for obj in children(analysis, child, ("pobj",))
    ]
    return tuple(own for obj in objects for own in parties.of(obj))
