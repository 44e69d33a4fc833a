"""Stances without a stance word, in a speaker's own words: "they must go", "this is unacceptable", "a great success"."""

from collections.abc import Iterator

from communique.extract.claims.clause import SUBJECT, children, clause_tokens, is_negated, is_verb, subjects
from communique.extract.claims.denial import denies_own, is_denial
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import Speech, Voice, is_first_person
from communique.extract.claims.stance_frame import Frame
from communique.extract.claims.verdict import find_verdicts
from communique.lexicon.stance import is_prior, is_refused, stance_words
from communique.model import ActorKind, Analysis, Stance

SHORTEST = 4
VAGUE = frozenset({"one", "doubt", "question", "way", "need", "reason", "point", "surprise"})
SLOGAN = frozenset({"ROOT", "appos", "dep", "parataxis", "ccomp", "dobj", "npadvmod"})
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl"})


def find_evaluations(analysis: Analysis, parties: Parties, speech: Speech) -> Iterator[Frame]:
    """Stances of the speakers, in text order; what the article says in its own voice gives none."""
    for token in range(len(analysis)):
        if not is_verb(analysis, token) or analysis.deps[token] not in CLAUSES:
            continue
        stance = _stance(analysis, parties, speech, token)
        if stance is None or _open(analysis, token):
            continue
        others = _others(analysis, token)
        if stance is Stance.DENIES:
            others = [own for own in others if analysis.deps[own] != "conj" or children(analysis, own, ("nsubj",))]
        first, last = clause_tokens(analysis, token, others)
        if last - first < SHORTEST:
            continue
        if _of_person(analysis, parties, token):
            continue
        concerned = _concerned(analysis, parties, token)
        voice = speech.voice(token)
        if concerned:
            yield Frame(token, stance, concerned, first, last, True, False, "ascribed_by_author")
        elif voice is not None and voice.speakers:
            stance = _granted(analysis, token, stance, voice)
            sharp = stance is Stance.DENIES or (
                voice.quotation is not None and _about_another(analysis, parties, token, voice.speakers)
            )
            holders = _own_state(analysis, parties, token, last, voice.speakers) if stance is Stance.REJECTS else ()
            holders = holders or _deniers(analysis, parties, token, voice) or _we(analysis, parties, token)
            duty = stance is Stance.DEMANDS and not holders and _duty(analysis, token) is not None
            holders = holders or parties.stands_for(voice.speakers)
            yield Frame(token, stance, holders, first, last, not sharp, False, for_side=duty)
    for token, voice in _slogans(analysis, speech):
        below = analysis.subtree(token)
        holders = parties.stands_for(voice.speakers)
        yield Frame(token, Stance.CONDITIONS, holders, below[0], below[-1] + 1, True, True)
    yield from find_verdicts(analysis, parties)


def _stance(analysis: Analysis, parties: Parties, speech: Speech, token: int) -> Stance | None:
    return (
        _duty(analysis, token)
        or _set_apart(analysis, token)
        or _purpose(analysis, token)
        or _door(analysis, token)
        or _judgement(analysis, token)
        or _impossible(analysis, token)
        or _nothing(analysis, token)
        or _threat(analysis, parties, token)
        or _ultimatum(analysis, speech, token)
        or _denial(analysis, parties, speech, token)
    )


def _we(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    """Who says "we": the party where an envoy speaks for it."""
    found = [child for child in children(analysis, verb, ("nsubj",)) if is_first_person(analysis, child)]
    return parties.of(found[0]) if found else ()


def _granted(analysis: Analysis, verb: int, stance: Stance, voice: Voice) -> Stance:
    """ "admitted that they will have to be at the table": a duty that is granted is accepted."""
    if stance is not Stance.DEMANDS:
        return stance
    cues = set(voice.cue) | {analysis.lemmas[above] for above in analysis.ancestors(verb)}
    return Stance.ACCEPTS if cues & stance_words().granting else stance


def _own_state(analysis: Analysis, parties: Parties, verb: int, last: int, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """The speaker's state, where he says that something harms it ("a threat to Norway's interests")."""
    state = parties.state(speakers[0]) if len(speakers) == 1 else None
    named = {parties.mention(token) for token in range(verb, last)} if state is not None else set()
    return (state,) if state is not None and state in named and state not in speakers else ()


def _concerned(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    """For whom it is so: "for Norway, it is important that"."""
    for prep in children(analysis, verb, ("prep",)):
        if analysis.lemmas[prep] == "for" and prep < verb and analysis.lemmas[verb] in ("be", "come", "remain"):
            found = [own for obj in children(analysis, prep, ("pobj",)) for own in parties.of(obj)]
            people = [actor for own in found if (actor := parties.actor(own)) and actor.kind is ActorKind.PERSON]
            return () if people else tuple(found)  # "For Moen, we must" is what Moen says
    return ()


def _about_another(analysis: Analysis, parties: Parties, verb: int, speakers: tuple[str, ...]) -> bool:
    """Whether a speaker says what a state or body that is not his must do."""
    if _duty(analysis, verb) is None:
        return False
    found = [own for subject in children(analysis, verb, ("nsubj",)) for own in parties.of(subject)]
    return any(own not in speakers and parties.state(own) == own for own in found)


def _others(analysis: Analysis, verb: int) -> list[int]:
    return [
        child
        for child in analysis.children(verb)
        if analysis.deps[child] in ("cc", "parataxis", "mark")
        or (analysis.deps[child] == "conj" and is_verb(analysis, child))
        or (analysis.deps[child] == "ccomp" and child < verb)
    ]


def _open(analysis: Analysis, verb: int) -> bool:
    marks = {analysis.lemmas[child] for child in children(analysis, verb, ("mark", "advmod")) if child < verb}
    last = analysis.sentences[analysis.sentence_of[verb]][1] - 1
    return bool(marks & {"if", "whether", "unless", "how", "why", "when"}) or analysis.word(last) == "?"


def _duty(analysis: Analysis, verb: int) -> Stance | None:
    """ "X must", "X should", "X has to"."""
    helpers = [analysis.lemmas[child] for child in children(analysis, verb, ("aux",))]
    doers = children(analysis, verb, ("nsubj", "nsubjpass"))
    if not doers or all(analysis.lemmas[own] == "you" for own in doers):
        return None  # "you'd have to ask them" is said to the reporter
    if any(child < doers[0] for child in children(analysis, verb, ("aux",))):
        return None  # "should that fail"
    if {"must", "should"} & set(helpers):
        return Stance.REJECTS if is_negated(analysis, verb) else Stance.DEMANDS
    below = [child for child in children(analysis, verb, ("xcomp",)) if child > verb]
    if any(analysis.lemmas[child] == "yet" for child in analysis.children(verb)):
        return None  # "has yet to reply"
    if set(helpers) & {"may", "might"}:
        return None  # "may have to wait"
    if analysis.lemmas[verb] == "have" and below and analysis.lemmas[below[0]] != "do":
        to = any(analysis.lemmas[child] == "to" for child in children(analysis, below[0], ("aux",)))
        return Stance.DEMANDS if to and not is_negated(analysis, verb) else None
    return None


def _of_person(analysis: Analysis, parties: Parties, verb: int) -> bool:
    """ "He was constructive": a word about a person."""
    if analysis.lemmas[verb] != "be":
        return False
    found = [parties.actor(own) for child in children(analysis, verb, ("nsubj",)) if (own := parties.mention(child))]
    return any(actor is not None and actor.kind is ActorKind.PERSON for actor in found)


def _set_apart(analysis: Analysis, verb: int) -> Stance | None:
    """ "X is not up for negotiation" refuses X; "X comes first" demands it."""
    if not children(analysis, verb, SUBJECT) or analysis.lemmas[verb] not in ("be", "remain", "stay", "come"):
        return None
    last = clause_tokens(analysis, verb, _others(analysis, verb))[1]
    text = analysis.words(verb, last) if last > verb else ""
    if is_refused(text.replace("n't ", " not ").replace("n’t ", " not ")):
        return Stance.REJECTS
    return Stance.DEMANDS if is_prior(text) and not is_negated(analysis, verb) else None


def _threat(analysis: Analysis, parties: Parties, verb: int) -> Stance | None:
    """ "Any attack would end the talks": what would come of a thing, no act of one's own."""
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    subject = children(analysis, verb, ("nsubj",))
    if analysis.lemmas[verb] not in stance_words().harming or not helpers & {"would", "will"} or is_negated(analysis, verb):
        return None
    return Stance.WARNS if subject and not parties.of(subject[0]) and children(analysis, verb, ("dobj",)) else None


def _ultimatum(analysis: Analysis, speech: Speech, verb: int) -> Stance | None:
    """ "Unless the drills end, nobody can say what follows", "if there is no round by May, we go to court": what a speaker says
    will come if the others do not act."""
    openers = [
        clause
        for clause in children(analysis, verb, ("advcl",))
        if clause < verb
        and (
            "unless" in (marks := {analysis.lemmas[mark] for mark in children(analysis, clause, ("mark",))})
            or ("if" in marks and _lacking(analysis, clause))
        )
    ]
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    ours = any(is_first_person(analysis, own) for own in children(analysis, verb, ("nsubj",)))
    if not openers or not (helpers & {"will", "can", "shall"} or (ours and not helpers)) or speech.voice(verb) is None:
        return None
    return Stance.CONDITIONS if ours else Stance.WARNS


def _lacking(analysis: Analysis, clause: int) -> bool:
    """ "there is no round", "they do not pay"."""
    none = [own for thing in children(analysis, clause, ("attr", "nsubj", "dobj")) for own in analysis.children(thing)]
    return is_negated(analysis, clause) or any(analysis.lemmas[own] == "no" for own in none)


def _slogans(analysis: Analysis, speech: Speech) -> Iterator[tuple[int, Voice]]:
    """ "Our position: no inspections without compensation" in a speaker's own words: the noun, and who says it."""
    for token in range(len(analysis)):
        if analysis.pos[token] != "NOUN" or analysis.deps[token] not in SLOGAN:
            continue
        if not any(analysis.lemmas[child] == "no" for child in children(analysis, token, ("det",))):
            continue
        lacks = {analysis.lemmas[below] for below in analysis.subtree(token)} & {"without", "until", "unless", "before"}
        voice = speech.voice(token) if lacks else None
        if voice is not None and voice.direct and voice.speakers:
            yield token, voice


def _purpose(analysis: Analysis, verb: int) -> Stance | None:
    """ "We came to bring our people home", "we are here to sign": what one's coming is for."""
    if not any(is_first_person(analysis, child) for child in children(analysis, verb, ("nsubj",))):
        return None
    here = any(analysis.lemmas[child] == "here" for child in children(analysis, verb, ("advmod",)))
    if analysis.lemmas[verb] != "come" and not (analysis.lemmas[verb] == "be" and here):
        return None
    if not any(analysis.tags[child] == "VB" for child in children(analysis, verb, ("advcl", "xcomp"))):
        return None
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    return None if is_negated(analysis, verb) or helpers - {"have", "be"} else Stance.DEMANDS


def _door(analysis: Analysis, verb: int) -> Stance | None:
    """ "The door on the dam stays shut", "for data the door is open"."""
    doors = [child for child in children(analysis, verb, ("nsubj",)) if analysis.lemmas[child] == "door"]
    shuts = [child for child in children(analysis, verb, ("nsubjpass",)) if analysis.lemmas[child] == "door"]
    if shuts and analysis.lemmas[verb] in ("close", "shut", "slam"):
        return None if is_negated(analysis, verb) else Stance.REJECTS
    if not doors or analysis.lemmas[verb] not in ("be", "remain", "stay", "continue"):
        return None
    kinds = ("xcomp", "advcl", "acomp") if analysis.lemmas[verb] == "continue" else ("acomp", "oprd", "attr")
    words = {analysis.lemmas[child] for child in children(analysis, verb, kinds)}
    shut = words & {"shut", "closed", "close"}
    opened = "open" in words
    if bool(shut) == opened:
        return None
    return Stance.REJECTS if bool(shut) != is_negated(analysis, verb) else Stance.OFFERS


def _judgement(analysis: Analysis, verb: int) -> Stance | None:
    """ "X is unacceptable", "X is essential", "X would be a mistake", "X is a success"."""
    if analysis.lemmas[verb] != "be" or any(
        analysis.tags[child] in ("WDT", "WP") or is_first_person(analysis, child) or analysis.lemmas[child] == "fact"
        for child in children(analysis, verb, ("nsubj",))
    ):
        return None
    words = stance_words()
    for child in children(analysis, verb, ("acomp", "attr", "prep")):
        lemma, negated = analysis.lemmas[child], is_negated(analysis, verb) or is_negated(analysis, child)
        if lemma == "acceptable":
            return Stance.REJECTS if negated else Stance.ACCEPTS
        if lemma in words.unacceptable or lemma in words.bad_things:
            return None if negated else Stance.REJECTS
        if lemma in words.untrue:
            return None if negated else Stance.DENIES
        if lemma in words.required or (lemma == "of" and _importance(analysis, child)):
            return Stance.REJECTS if negated else Stance.DEMANDS
        if lemma in words.favourable or (lemma in words.good_things and analysis.deps[child] == "attr"):
            return None if negated else Stance.SUPPORTS
        if lemma in words.unfavourable:
            return None if negated else Stance.WARNS
    return None


def _denial(analysis: Analysis, parties: Parties, speech: Speech, verb: int) -> Stance | None:
    voice = speech.voice(verb)
    if voice is None or not voice.speakers:
        return None
    if is_denial(analysis, verb) or _deniers(analysis, parties, verb, voice):
        return Stance.DENIES
    return None


def _deniers(analysis: Analysis, parties: Parties, verb: int, voice: Voice) -> tuple[str, ...]:
    """Who is said not to have done it, where the speaker is one of them or speaks for none but them ("her government")."""
    if not denies_own(analysis, verb):
        return ()
    doers = subjects(analysis, verb, ())
    found = tuple(own for doer in doers for own in parties.of(doer))
    if not found and any(analysis.tags[own] == "PRP$" for doer in doers for own in analysis.children(doer)):
        return parties.sides(voice.speakers)
    states = {parties.state(own) for own in voice.speakers} - {None}
    return found if not states or set(found) & {*voice.speakers, *parties.sides(voice.speakers)} else ()


def _importance(analysis: Analysis, prep: int) -> bool:
    return any(analysis.lemmas[child] in ("importance", "necessity") for child in children(analysis, prep, ("pobj",)))


def _impossible(analysis: Analysis, verb: int) -> Stance | None:
    """ "X cannot be agreed without Y"."""
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    without = any(analysis.lemmas[child] == "without" for child in children(analysis, verb, ("prep",)))
    return Stance.WARNS if "can" in helpers and is_negated(analysis, verb) and without else None


def _nothing(analysis: Analysis, verb: int) -> Stance | None:
    """ "There will be no X", "there can be no X without Y"."""
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    if analysis.lemmas[verb] != "be" or not children(analysis, verb, ("expl",)) or not helpers & {"will", "can"}:
        return None
    for thing in children(analysis, verb, ("attr", "nsubj")):
        none = any(analysis.lemmas[child] == "no" for child in children(analysis, thing, ("det", "neg")))
        if none and analysis.pos[thing] in ("NOUN", "PROPN") and analysis.lemmas[thing] not in VAGUE:
            below = {analysis.lemmas[token] for token in analysis.subtree(verb)}
            return Stance.CONDITIONS if below & {"without", "until", "unless"} else Stance.REJECTS
    return None
