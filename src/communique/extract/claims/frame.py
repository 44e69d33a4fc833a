"""Where somebody takes a stance: the stance word, who, and the words of what about."""

from collections.abc import Iterator

from communique.extract.claims.assertion import is_open, is_term, modality_of
from communique.extract.claims.clause import (
    COMPLEMENT,
    RELATIVE,
    children,
    is_negated,
    is_passive,
    is_verb,
    subjects,
)
from communique.extract.claims.governed import actors_of, content_of, has_object
from communique.extract.claims.no_stance import objects_of, takes_none
from communique.extract.claims.noun_frame import list_frames, nameless_frame, noun_frames, owners
from communique.extract.claims.onlooker import foresees, is_press
from communique.extract.claims.party import Parties
from communique.extract.claims.stance_frame import Frame
from communique.extract.claims.volition import intent, refusal, speaks_for
from communique.lexicon.stance import StanceWord, stance_words
from communique.model import Analysis, Stance

NEAR = 2
PREDICATIVE = frozenset({"acomp", "oprd", "conj", "ccomp", "xcomp", "ROOT"})
FRACTIONS = frozenset(
    "half third quarter fifth tenth share percent whole all rest sovereignty ownership title jurisdiction compensation damages".split()
)
HOLDING = frozenset({"stick", "adhere", "stand"})
DEONTIC = frozenset({"must", "should", "shall", "need", "have"})


def find_frames(analysis: Analysis, parties: Parties) -> Iterator[Frame]:
    """Stances by verb, adjective or noun, in text order; a stance word inside the content of another is not used again."""
    taken: set[int] = set()
    for listed in list_frames(analysis, parties):
        taken.update(range(listed.first, listed.last))
        yield listed
    before: Frame | None = None
    for token in range(len(analysis)):
        if token in taken:
            yield from _theirs(analysis, parties, token, before)
            continue
        frames = _at(analysis, parties, token) or _continued(analysis, before, token)
        for frame in frames:
            taken.update(range(max(frame.first, token), frame.last))
            before = frame
            yield frame


def _theirs(analysis: Analysis, parties: Parties, token: int, before: Frame | None) -> tuple[Frame, ...]:
    """ "rejected the rebels' demand that": the demand, inside the words of another's stance, is one of its own."""
    if before is not None and is_verb(analysis, token) and analysis.deps[token] == "relcl":
        return _of_another(analysis, parties, token, before)
    word = stance_words().nouns.get(analysis.lemmas[token])
    if before is None or word is None or word.weak or analysis.pos[token] != "NOUN" or token == before.head:
        return ()
    holders = owners(analysis, parties, token)
    return noun_frames(analysis, parties, token, word) if holders and not set(holders) & set(before.actors) else ()


def _of_another(analysis: Analysis, parties: Parties, token: int, before: Frame) -> tuple[Frame, ...]:
    """ "put forward a plan for the dam, which Uganda rejects": what another holds of it."""
    doers = [own for doer in children(analysis, token, ("nsubj",)) for own in parties.of(doer)]
    thing = analysis.heads[token]
    if not doers or set(doers) & set(before.actors) or analysis.pos[thing] not in ("NOUN", "PROPN"):
        return ()
    return _at(analysis, parties, token)


def _continued(analysis: Analysis, before: Frame | None, token: int) -> tuple[Frame, ...]:
    """ "There are demands about X too": the holder is that of the stance told up to `NEAR` sentences before."""
    found = nameless_frame(analysis, token) if before is not None else None
    if found is None or before is None:
        return ()
    if analysis.sentence_of[token] - analysis.sentence_of[before.head] > NEAR:
        return ()
    stance, first, last = found
    return (Frame(token, stance, before.actors, first, last, False, stance is Stance.NONE),)


def _at(analysis: Analysis, parties: Parties, token: int) -> tuple[Frame, ...]:
    found, lemma = stance_words(), analysis.lemmas[token]
    word = found.adjectives.get(analysis.word(token).lower())
    of_mind = analysis.tags[token] == "VBN" and children(analysis, token, ("nsubjpass",))
    if word is not None and of_mind and not children(analysis, token, ("agent",)):
        return _verb_frames(analysis, parties, token, word) if _complete(analysis, token, word) else ()
    if is_verb(analysis, token) or _misread(analysis, token):
        act = found.verbs.get(lemma)
        if act is not None and _complete(analysis, token, act):
            return _verb_frames(analysis, parties, token, act)
        return refusal(analysis, parties, token) or intent(analysis, parties, token)
    state = found.adjectives.get(lemma)
    if state is not None and analysis.deps[token] in PREDICATIVE:
        return _verb_frames(analysis, parties, token, state) if _complete(analysis, token, state) else ()
    named = found.nouns.get(lemma)
    return noun_frames(analysis, parties, token, named) if named is not None and analysis.pos[token] == "NOUN" else ()


def _misread(analysis: Analysis, token: int) -> bool:
    """ "Guinea, where few have light, refuses": a verb that the tagger took for a noun, with a subject of its own."""
    return analysis.tags[token] == "NNS" and bool(children(analysis, token, ("nsubj",)))


def _complete(analysis: Analysis, token: int, word: StanceWord) -> bool:
    """Whether particles and clauses that the word needs are there."""
    after = {
        analysis.lemmas[child] for child in analysis.children(token) if analysis.deps[child] in ("prt", "prep", "advmod")
    }
    acts = any(analysis.tags[own] == "TO" for act in children(analysis, token, ("xcomp",)) for own in analysis.children(act))
    acts |= bool(objects_of(analysis, token)) and _to_do(analysis, token)
    if acts:
        after.add("to")  # "declared itself available to share", "pressed Chile to leave"
    idea = word.lemma == "push" and objects_of(analysis, token) & stance_words().ideas
    if word.needs and not after & set(word.needs) and not idea and not _torn(analysis, token, word.needs):
        return False
    if word.figure and not _has_figure(analysis, token):
        return False
    if word.modal and not {analysis.lemmas[child] for child in children(analysis, token, ("aux",))} & set(word.modal):
        return False
    moved = {analysis.lemmas[child] for child in children(analysis, token, ("prt", "advmod"))} & set(word.needs)
    if word.having and not moved and not {analysis.lemmas[below] for below in analysis.subtree(token)} & set(word.having):
        return False
    clauses = [child for child in children(analysis, token, ("ccomp",)) if child > token]
    if not clauses:
        return True
    if word.clause == "that":
        return any(_says_must(analysis, clause) for clause in clauses)
    return True


def _to_do(analysis: Analysis, token: int) -> bool:
    return any(
        analysis.tags[own] == "TO" for act in children(analysis, token, ("ccomp", "advcl")) for own in analysis.children(act)
    )


def _torn(analysis: Analysis, token: int, needs: tuple[str, ...]) -> bool:
    """ "ruled that out before": a particle that the parser hung elsewhere stands right after a pronoun."""
    after = token + 2
    return (
        after < len(analysis)
        and analysis.sentence_of[after] == analysis.sentence_of[token]
        and analysis.lemmas[token + 1] in ("that", "this", "it", "both", "such", "any")
        and analysis.lemmas[after] in needs
    )


def _has_figure(analysis: Analysis, token: int) -> bool:
    """Whether a number is the object, or counts or measures it: "with nine", "nine per cent of", "a third of"."""
    for child in children(analysis, token, ("dobj", "prep")):
        tops = (child,) if analysis.deps[child] == "dobj" else children(analysis, child, ("pobj",))
        for top in tops:
            near = (top, *children(analysis, top, ("nummod", "compound", "quantmod")))
            if any(analysis.pos[own] == "NUM" for own in near) or analysis.lemmas[top] in FRACTIONS:
                return True
    return False


def _says_must(analysis: Analysis, clause: int) -> bool:
    """Whether a clause says what must be: a modal of duty, or a bare subjunctive ("that X leave")."""
    helpers = children(analysis, clause, ("aux", "auxpass"))
    if any(analysis.lemmas[child] in DEONTIC and analysis.lemmas[child] != "have" for child in helpers):
        return True
    sole = [own for thing in children(analysis, clause, ("attr",)) for own in children(analysis, thing, ("amod",))]
    if analysis.lemmas[clause] == "be" and {analysis.lemmas[own] for own in sole} & {"only", "sole"}:
        return True  # "insists that autonomy is the only basis"
    finite = helpers[0] if helpers else clause
    if analysis.tags[finite] == "VBP" and finite == clause:  # "that the owner pay": a subjunctive read as a plural
        single = [own for own in children(analysis, clause, ("nsubj",)) if analysis.tags[own] in ("NN", "NNP")]
        return bool(single) and not any(children(analysis, own, ("conj",)) for own in single)
    return analysis.tags[finite] == "VB" or (bool(helpers) and analysis.word(helpers[0]).lower() == "be")


def _verb_frames(analysis: Analysis, parties: Parties, token: int, word: StanceWord) -> tuple[Frame, ...]:
    verb = _copula(analysis, token)
    if is_open(analysis, verb) or is_term(analysis, verb) or _ought(analysis, verb):
        return ()
    actors = tuple(own for own in actors_of(analysis, parties, verb) if not is_press(parties, own))
    if not actors or not (has_object(analysis, token) or _stands_bare(analysis, token) or _on_day(analysis, token, word)):
        return ()
    negated = (
        is_negated(analysis, verb)
        or (verb != token and is_negated(analysis, token))
        or _light_negation(analysis, verb)
        or _no_object(analysis, token)
    )
    stance = word.negated if negated else _own_stance(analysis, token, word)
    if takes_none(analysis, token, word):
        return ()
    if stance is Stance.REJECTS and objects_of(analysis, token) & stance_words().accusing:
        stance = Stance.DENIES if _told(analysis, token) else None
    if len(actors) > 1 and word.lemma == "agree" and stance is Stance.SUPPORTS:
        actors = parties.sides(actors) or actors
    if foresees(analysis, parties, token, word):
        return ()
    if word.lemma == "need" and not _needs_now(analysis, parties, verb, negated):
        return ()
    if (
        stance is None
        or (word.only_negated and not negated)
        or (negated and len(actors) > 1 and (word.lemma == "agree" or _light_negation(analysis, verb)))
    ):
        return ()
    announced = _announced_by(analysis, parties, token, actors) if stance is Stance.WARNS else ()
    first, last = content_of(analysis, token, verb)
    if analysis.deps[verb] in ("acl", "relcl") and not _does_it(analysis, verb) and not _has_own_object(analysis, token):
        first = min(first, analysis.subtree(analysis.heads[verb])[0])
    weak = word.weak and not announced
    return (Frame(token, stance, announced or actors, first, last, weak, negated, modality_of(analysis, verb)),)


def _announced_by(analysis: Analysis, parties: Parties, token: int, actors: tuple[str, ...]) -> tuple[str, ...]:
    """ "The envoy warned that Washington would suspend its aid": it is his state that will act."""
    for clause in children(analysis, token, ("ccomp",)):
        helpers = {analysis.lemmas[child] for child in children(analysis, clause, ("aux",))}
        doers = tuple(own for doer in children(analysis, clause, ("nsubj",)) for own in parties.of(doer))
        if helpers & {"will", "would"} and doers and set(doers) <= set(parties.sides(actors)) - set(actors):
            return doers
    return ()


def _has_own_object(analysis: Analysis, token: int) -> bool:
    """ "a call in which he offered a delay": what is offered stands in the clause, not before it."""
    while True:
        things = children(analysis, token, ("dobj", "ccomp"))
        if any(thing > token and analysis.tags[thing] not in RELATIVE for thing in things):
            return True
        acts = [act for act in children(analysis, token, ("xcomp",)) if act > token]
        if not acts:
            return False
        token = acts[0]


def _does_it(analysis: Analysis, verb: int) -> bool:
    """Whether the noun before a relative clause or participle is the one who takes the stance."""
    if analysis.deps[verb] == "acl" and children(analysis, verb, ("nsubj",)):
        return True
    return analysis.heads[verb] in subjects(analysis, verb, ())


def _own_stance(analysis: Analysis, token: int, word: StanceWord) -> Stance:
    """ "vowed to resist", "agreed to explore", "pushes the idea of", "wants it based on": where the act decides."""
    words = stance_words()
    if word.lemma == "push" and objects_of(analysis, token) & words.ideas:
        return Stance.OFFERS
    if word.lemma in HOLDING:
        kept = [words.nouns.get(analysis.lemmas[own]) for own in _held(analysis, token)]
        return next((own.stance for own in kept if own is not None), word.stance)
    acts = {analysis.lemmas[child] for child in children(analysis, token, ("xcomp", "ccomp")) if child > token}
    if word.lemma == "agree" and acts & words.soft:
        return Stance.SUPPORTS
    if word.stance is Stance.DEMANDS and acts & words.basing:
        return Stance.CONDITIONS
    own = not children(analysis, token, ("dobj", "dative"))
    if (
        own
        and word.stance is Stance.DEMANDS
        and any(_bars(analysis, child) for child in children(analysis, token, ("xcomp",)))
    ):
        return Stance.REJECTS
    if word.stance in (Stance.OFFERS, Stance.ACCEPTS) or word.lemma == "vow":
        for child in children(analysis, token, ("xcomp",)):
            act = stance_words().verbs.get(analysis.lemmas[child])
            if act is not None and act.stance in (Stance.REJECTS, Stance.SUPPORTS) and not act.needs:
                return act.stance
            if analysis.lemmas[child] in stance_words().striking:
                return Stance.WARNS
    return word.stance


def _held(analysis: Analysis, token: int) -> tuple[int, ...]:
    """ "its demand" in "sticks to its demand that"."""
    return tuple(own for prep in children(analysis, token, ("prep",)) for own in children(analysis, prep, ("pobj",)))


def _stands_bare(analysis: Analysis, token: int) -> bool:
    """ "Norway refused, the official said": what, the sentences before tell."""
    perfect = any(analysis.lemmas[child] == "have" for child in children(analysis, token, ("aux",)))
    finite = analysis.tags[token] in ("VBD", "VBZ", "VBP", "NNS") or perfect
    return finite and not is_passive(analysis, token) and analysis.lemmas[token] in stance_words().bare


def _on_day(analysis: Analysis, token: int, word: StanceWord) -> bool:
    """ "proposed 10 June", "denied once more that": what the parser hung below an adverb, or read as a time."""
    if word.stance is Stance.OFFERS:
        return any(child > token for child in children(analysis, token, ("npadvmod",)))
    adverbs = [child for child in children(analysis, token, ("advmod", "npadvmod")) if child > token]
    return word.clause == "any" and any(
        analysis.lemmas[below] == "that" and analysis.deps[below] == "mark"
        for adverb in adverbs
        for below in analysis.subtree(adverb)
    )


def _ought(analysis: Analysis, verb: int) -> bool:
    """ "A should recognise": what somebody wants of A, and no stance that A takes."""
    return bool(
        {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))} & {"should", "must", "shall", "ought"}
    )


def _told(analysis: Analysis, token: int) -> bool:
    """Whether an accusation says what of: "the accusation that", "claims of"."""
    return any(
        child > obj
        for obj in children(analysis, token, ("dobj",))
        for child in children(analysis, obj, ("acl", "prep", "relcl", "ccomp"))
    )


def _bars(analysis: Analysis, act: int) -> bool:
    """ "to prevent the vote": what one wants to keep from happening, a war not counted."""
    words = stance_words()
    return analysis.lemmas[act] in words.preventing and not objects_of(analysis, act) & words.hostile


def _needs_now(analysis: Analysis, parties: Parties, verb: int, negated: bool) -> bool:
    """Need is a stance where a speaker states it, or where it is flatly denied; else it is the author's view of things."""
    voice = parties.speech.voice(verb) if parties.speech is not None else None
    own = voice is not None and speaks_for(parties, voice, actors_of(analysis, parties, verb))
    return analysis.tags[verb] != "VBD" and analysis.deps[verb] != "advcl" and (own or negated)


def _copula(analysis: Analysis, token: int) -> int:
    if is_verb(analysis, token):
        return token
    head = analysis.heads[token]
    if analysis.deps[token] == "conj" and not is_verb(analysis, head):
        head = analysis.heads[head]
    return head if is_verb(analysis, head) else token


def _no_object(analysis: Analysis, token: int) -> bool:
    """ "accepts no limit", "will recognise nothing that": the object denies the verb."""
    for child in children(analysis, token, ("dobj",)):
        if analysis.lemmas[child] in ("nothing", "none"):
            return True
        if any(analysis.lemmas[below] == "no" for below in children(analysis, child, ("det", "neg"))):
            return True
    return False


def _light_negation(analysis: Analysis, verb: int) -> bool:
    """Whether a light verb above is negated or means not doing ("failed to accept", "does not want to accept")."""
    while analysis.deps[verb] in COMPLEMENT:
        verb = analysis.heads[verb]
        if analysis.lemmas[verb] not in stance_words().light_verbs:
            return False
        if is_negated(analysis, verb) or analysis.lemmas[verb] in ("fail", "stop"):
            return True
    return False
