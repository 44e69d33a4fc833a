"""Will and refusal by modal verbs: "will not discuss", "would hand over", "would drop it only if", "could not accept"."""

from communique.extract.claims.assertion import FUTURE, is_open, is_term
from communique.extract.claims.clause import children, clause_tokens, is_negated, is_passive
from communique.extract.claims.condition import find_conditions
from communique.extract.claims.governed import actors_of, content_of
from communique.extract.claims.left_open import takes_seat
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import Voice, is_first_person
from communique.extract.claims.stance_frame import Frame
from communique.lexicon.stance import stance_words
from communique.model import ActorKind, Analysis, Stance

WILL = FUTURE | {"would"}
ABLE = frozenset({"can", "could"})
GOING = frozenset({"proceed", "resume", "reopen", "continue"})
MEETINGS = frozenset(
    {"talks", "talk", "round", "meeting", "session", "summit", "negotiation", "conference", "visit", "call"}
)
JOINING = frozenset({"attend", "join", "meet", "visit"})
COMING = frozenset({"come", "go", "return", "travel", "fly", "sit"})
PLACE = frozenset({"GPE", "LOC", "FAC"})
TALKS = MEETINGS | {"table", "ceremony", "discussion", "dialogue", "process", "mediation", "consultation", "gathering"}
IMPERSONAL = frozenset({"there", "this", "that", "nobody", "nothing", "everything", "one", "people"})
BAD_NEWS = frozenset({"lose", "fall", "rise", "fail", "suffer", "collapse", "grow"})
# "will not meet until": no stance on a subject by themselves, but one where a condition is set
PRESENCE = frozenset(
    {"attend", "meet", "talk", "return", "go", "come", "travel", "visit", "leave", "speak", "sit", "rest", "change", "stop"}
)


def refusal(analysis: Analysis, parties: Parties, verb: int) -> tuple[Frame, ...]:
    """ "will not", "would never", "cannot" with any verb of doing: a rejection of what follows, or of what is borne."""
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    if not helpers & (WILL | ABLE) or not is_negated(analysis, verb):
        return ()
    words, lemma = stance_words(), analysis.lemmas[verb]
    if is_open(analysis, verb) or is_term(analysis, verb) or lemma in BAD_NEWS:
        return ()
    if lemma == "do" and all(analysis.pos[thing] == "PRON" for thing in children(analysis, verb, ("dobj",))):
        return ()  # "what we will not do is": what, another clause tells
    goes_on = _goes_on(analysis, verb)
    if (
        lemma in words.no_stance
        and not goes_on
        and not stays_away(analysis, verb)
        and not (_attends(analysis, verb) and _is_conditional(analysis, verb, negated=True))
    ):
        return ()
    if is_passive(analysis, verb):
        return _borne(analysis, parties, verb) or _of_thing(analysis, parties, verb, negated=True)
    actors = actors_of(analysis, parties, verb)
    voice = _voice(parties, verb)
    if not actors:
        return _of_thing(analysis, parties, verb, negated=True)
    if helpers & ABLE and not speaks_for(parties, voice, actors):
        return ()
    if voice is None and not _is_body(parties, actors):
        return ()
    first, last = content_of(analysis, verb, verb)
    return (Frame(verb, Stance.REJECTS, actors, first, last, True, True),)


def stays_away(analysis: Analysis, verb: int) -> bool:
    """ "will not attend the talks", "shall not travel to Geneva", "would not sit down with": a stance on the talks themselves."""
    lemma = analysis.lemmas[verb]
    things = children(analysis, verb, ("dobj",))
    if lemma in JOINING:
        return any(analysis.lemmas[own] in TALKS for own in things) or (lemma == "meet" and bool(things))
    if lemma not in COMING:
        return False
    near = [own for own in analysis.children(verb) if analysis.deps[own] in ("prep", "advmod", "prt") and own > verb]
    at = [obj for prep in near for obj in children(analysis, prep, ("pobj",))]
    places = {token for own in analysis.entities if own.label in PLACE for token in range(own.first, own.last)}
    named = any(own in places or analysis.lemmas[own] in TALKS for own in at)
    return named or (lemma == "sit" and any(analysis.lemmas[own] in ("with", "beside", "opposite", "down") for own in near))


def _attends(analysis: Analysis, verb: int) -> bool:
    """ "will meet", "will take part", "will take its seat"."""
    return analysis.lemmas[verb] in PRESENCE or takes_seat(analysis, verb)


def _borne(analysis: Analysis, parties: Parties, verb: int) -> tuple[Frame, ...]:
    """ "said that boardings would not be tolerated": the speaker refuses what verbs of acceptance deny."""
    act, voice = stance_words().verbs.get(analysis.lemmas[verb]), _voice(parties, verb)
    if act is None or act.negated is not Stance.REJECTS or voice is None or not voice.speakers:
        return ()
    if children(analysis, verb, ("agent",)):
        return ()
    below = analysis.subtree(verb)
    marks = set(children(analysis, verb, ("mark", "advcl", "conj", "cc")))
    first = next((token for token in below if token not in marks), verb)
    return (Frame(verb, Stance.REJECTS, voice.speakers, first, content_of(analysis, verb, verb)[1], True, True),)


def _of_thing(analysis: Analysis, parties: Parties, verb: int, *, negated: bool) -> tuple[Frame, ...]:
    """ "said the road would not reopen until", "said the broadcasts would stop when", "said the vote could not go ahead": what a
    party's official says of a thing that his side has in hand. It is his side that sets the condition or refuses."""
    voice = _voice(parties, verb)
    sides = (parties.sides(voice.speakers) or _officials(parties, voice)) if voice is not None else ()
    subject = children(analysis, verb, ("nsubj", "nsubjpass"))
    above = analysis.heads[verb]
    if not subject and analysis.deps[verb] == "conj":
        subject = children(analysis, above, ("nsubj", "nsubjpass"))
    if len(sides) != 1 or not subject or analysis.lemmas[subject[0]] in IMPERSONAL or parties.of(subject[0]):
        return ()
    tied = _is_conditional(analysis, verb, negated=negated) or (not negated and _is_tied(analysis, verb))
    off = negated and _goes_on(analysis, verb) and analysis.lemmas[subject[0]] not in MEETINGS
    if not tied and not off:
        return ()
    left_out = children(analysis, verb, ("mark", "cc", "conj", "parataxis"))
    first, last = clause_tokens(analysis, verb, left_out)
    stance = Stance.CONDITIONS if tied else Stance.REJECTS
    return (Frame(verb, stance, sides, first, last, True, negated, "planned", for_side=True),)


def _officials(parties: Parties, voice: Voice) -> tuple[str, ...]:
    """The speakers, where they are persons in office."""
    found = [parties.actor(own) for own in voice.speakers]
    return tuple(own.id for own in found if own is not None and own.kind is ActorKind.PERSON and own.offices)


def _goes_on(analysis: Analysis, verb: int) -> bool:
    """ "go ahead", "take place", "proceed"."""
    below = {analysis.lemmas[child] for child in analysis.children(verb)}
    lemma = analysis.lemmas[verb]
    return (lemma == "go" and bool(below & {"ahead", "forward"})) or (lemma == "take" and "place" in below) or lemma in GOING


def intent(analysis: Analysis, parties: Parties, verb: int) -> tuple[Frame, ...]:
    """ "said it would ease", "we will retaliate": one's own future act, where the other side gains or loses by it, or where
    a condition is set for it ("would drop the levy only if")."""
    words, lemma = stance_words(), analysis.lemmas[verb]
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    if not helpers & (WILL | ABLE) or is_negated(analysis, verb) or is_open(analysis, verb) or is_term(analysis, verb):
        return ()
    if helpers & WILL and lemma not in BAD_NEWS and (is_passive(analysis, verb) or not actors_of(analysis, parties, verb)):
        return _of_thing(analysis, parties, verb, negated=False)
    if is_passive(analysis, verb):
        return ()
    acts = lemma in words.giving | words.striking and helpers & WILL
    first, last = content_of(analysis, verb, verb)
    waits = _attends(analysis, verb) and _waits(analysis, verb)
    barred = lemma in BAD_NEWS or (lemma in words.no_stance and not _attends(analysis, verb))
    strict = not barred and (waits or _is_conditional(analysis, verb, negated=False))
    loose = not barred and not strict and _is_tied(analysis, verb)
    if not acts and not strict and not loose:
        return ()
    voice, actors = _voice(parties, verb), actors_of(analysis, parties, verb)
    if not actors or (voice is None and not (strict and _is_body(parties, actors))):
        return ()
    if voice is not None and not _may_tell(parties, voice, actors):
        return ()
    if loose and not acts and not speaks_for(parties, voice, actors):
        return ()
    stance = Stance.CONDITIONS if strict or loose else Stance.OFFERS if lemma in words.giving else Stance.WARNS
    return (Frame(verb, stance, actors, first, last, True, False, "planned"),)


def _is_tied(analysis: Analysis, verb: int) -> bool:
    """ "would stop when there is nothing left to answer", "would open the gate the day they lifted the ban"."""
    soon = children(analysis, verb, ("advmod",))
    if any(analysis.lemmas[own] == "soon" and children(analysis, own, ("advcl",)) for own in soon):
        return True
    for clause in children(analysis, verb, ("advcl", "npadvmod")):
        marks = {analysis.lemmas[mark] for mark in children(analysis, clause, ("mark", "advmod"))}
        if clause > verb and analysis.deps[clause] == "advcl" and marks & {"when", "once", "if"}:
            return True
        day = analysis.lemmas[clause] in ("day", "moment", "minute") and children(analysis, clause, ("relcl", "acl"))
        if clause > verb and day:
            return True
    return False


def _waits(analysis: Analysis, verb: int) -> bool:
    """ "We shall come back when they keep their word": one's own coming waits for another's act."""
    if not any(is_first_person(analysis, child) for child in children(analysis, verb, ("nsubj",))):
        return False
    return any(
        analysis.lemmas[mark] in ("when", "if", "once")
        for clause in children(analysis, verb, ("advcl",))
        for mark in children(analysis, clause, ("mark", "advmod"))
    )


def _is_conditional(analysis: Analysis, verb: int, *, negated: bool) -> bool:
    first, last = content_of(analysis, verb, verb)
    strict = [condition for condition in find_conditions(analysis, verb, first, last, negated) if condition.strict]
    # "will pause the tests until May talks are over": how long, and no condition
    return any(negated or analysis.lemmas[analysis.subtree(condition.head)[0]] != "until" for condition in strict)


def _voice(parties: Parties, verb: int) -> Voice | None:
    return None if parties.speech is None else parties.speech.voice(verb)


def _is_body(parties: Parties, actors: tuple[str, ...]) -> bool:
    """Whether a state or organisation acts: what the article itself says that a person will not do is mostly no stance."""
    found = [parties.actor(own) for own in actors]
    return all(actor is not None and actor.kind is not ActorKind.PERSON for actor in found)


def speaks_for(parties: Parties, voice: Voice | None, actors: tuple[str, ...]) -> bool:
    """Whether the speaker is one of `actors` or acts for one of them."""
    if voice is None:
        return False
    return bool((set(voice.speakers) | set(parties.sides(voice.speakers))) & set(actors))


def _may_tell(parties: Parties, voice: Voice, actors: tuple[str, ...]) -> bool:
    """Whether what the speaker says of `actors` is told as their will: he acts for them or for no other party, and is no
    newspaper that guesses."""
    if speaks_for(parties, voice, actors):
        return True
    return not parties.sides(voice.speakers)
