"""Where somebody takes a stance: the stance word, who, and the words of what about."""

from collections.abc import Iterator

from communique.extract.claims.assertion import FUTURE, is_open, modality_of
from communique.extract.claims.clause import (
    COMPLEMENT,
    SUBJECT,
    bare_infinitives,
    children,
    clause_tokens,
    is_negated,
    is_passive,
    is_verb,
    subjects,
)
from communique.extract.claims.noun_frame import list_frames, nameless_frame, noun_frames
from communique.extract.claims.party import Parties
from communique.extract.claims.stance_frame import Frame
from communique.lexicon.stance import StanceWord, stance_words
from communique.model import Analysis, Stance

NEAR = 2
CONTRAST = frozenset({"while", "whereas", "although", "though", "because"})
PREDICATIVE = frozenset({"acomp", "oprd", "conj", "ccomp", "xcomp", "ROOT"})
DEONTIC = frozenset({"must", "should", "shall", "need", "have"})
NO_STANCE_VERBS = frozenset(
    [
        "attend",
        "be",
        "meet",
        "travel",
        "visit",
        "become",
        "know",
        "see",
        "understand",
        "seem",
        "look",
        "appear",
        "say",
        "speak",
        "comment",
        "go",
        "come",
        "arrive",
        "survive",
        "happen",
        "last",
        "change",
        "forget",
        "hesitate",
        "run",
        "win",
        "lose",
        "know",
        "fail",
        "have",
        "need",
        "matter",
        "name",
        "identify",
        "elaborate",
        "confirm",
        "disclose",
        "rest",
        "stop",
        "ease",
        "deter",
        "prevent",
        "answer",
        "elaborate",
    ]
)


def find_frames(analysis: Analysis, parties: Parties) -> Iterator[Frame]:
    """Stances by verb, adjective or noun, in text order; a stance word inside the content of another is not used again."""
    taken: set[int] = set()
    for listed in list_frames(analysis, parties):
        taken.update(range(listed.first, listed.last))
        yield listed
    before: Frame | None = None
    for token in range(len(analysis)):
        if token in taken:
            continue
        frames = _at(analysis, parties, token) or _continued(analysis, before, token)
        for frame in frames:
            taken.update(range(max(frame.first, token), frame.last))
            before = frame
            yield frame


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
    if is_verb(analysis, token):
        act = found.verbs.get(lemma)
        if act is not None and _complete(analysis, token, act):
            return _verb_frames(analysis, parties, token, act)
        return _refusal(analysis, parties, token) or _intent(analysis, parties, token)
    state = found.adjectives.get(lemma)
    if state is not None and analysis.deps[token] in PREDICATIVE:
        return _verb_frames(analysis, parties, token, state) if _complete(analysis, token, state) else ()
    named = found.nouns.get(lemma)
    return noun_frames(analysis, parties, token, named) if named is not None and analysis.pos[token] == "NOUN" else ()


def _complete(analysis: Analysis, token: int, word: StanceWord) -> bool:
    """Whether particles and clauses that the word needs are there."""
    after = {
        analysis.lemmas[child] for child in analysis.children(token) if analysis.deps[child] in ("prt", "prep", "advmod")
    }
    idea = word.lemma == "push" and _objects(analysis, token) & stance_words().ideas
    if word.needs and not after & set(word.needs) and not idea:
        return False
    if word.having and not {analysis.lemmas[below] for below in analysis.subtree(token)} & set(word.having):
        return False
    clauses = [child for child in children(analysis, token, ("ccomp",)) if child > token]
    if not clauses:
        return True
    if word.clause == "that":
        return any(_says_must(analysis, clause) for clause in clauses)
    return True


def _objects(analysis: Analysis, token: int) -> set[str]:
    return {analysis.lemmas[child] for child in children(analysis, token, ("dobj",))}


def _says_must(analysis: Analysis, clause: int) -> bool:
    """Whether a clause says what must be: a modal of duty, or a bare subjunctive ("that X leave")."""
    helpers = children(analysis, clause, ("aux", "auxpass"))
    if any(analysis.lemmas[child] in DEONTIC and analysis.lemmas[child] != "have" for child in helpers):
        return True
    finite = helpers[0] if helpers else clause
    return analysis.tags[finite] == "VB" or (bool(helpers) and analysis.word(helpers[0]).lower() == "be")


def _verb_frames(analysis: Analysis, parties: Parties, token: int, word: StanceWord) -> tuple[Frame, ...]:
    verb = _copula(analysis, token)
    if is_open(analysis, verb):
        return ()
    actors = _actors(analysis, parties, verb)
    if not actors or not _has_object(analysis, token):
        return ()
    negated = (
        is_negated(analysis, verb) or (verb != token and is_negated(analysis, token)) or _light_negation(analysis, verb)
    )
    stance = word.negated if negated else _own_stance(analysis, token, word)
    if _courtesy(analysis, token, word):
        return ()
    if word.lemma == "need" and not _needs_now(analysis, parties, verb, negated):
        return ()
    if stance is None or (word.only_negated and not negated) or (negated and word.lemma == "agree" and len(actors) > 1):
        return ()
    first, last = _content(analysis, token, verb)
    if analysis.deps[verb] in ("acl", "relcl") and not _does_it(analysis, verb):
        first = min(first, analysis.subtree(analysis.heads[verb])[0])
    return (Frame(token, stance, actors, first, last, word.weak, negated, modality_of(analysis, verb)),)


def _does_it(analysis: Analysis, verb: int) -> bool:
    """Whether the noun before a relative clause or participle is the one who takes the stance."""
    if analysis.deps[verb] == "acl" and children(analysis, verb, ("nsubj",)):
        return True
    return analysis.heads[verb] in subjects(analysis, verb, ())


def _own_stance(analysis: Analysis, token: int, word: StanceWord) -> Stance:
    """ "vowed to resist", "agreed to explore", "pushes the idea of", "wants it based on": where the act decides."""
    words = stance_words()
    if word.lemma == "push" and _objects(analysis, token) & words.ideas:
        return Stance.OFFERS
    acts = {analysis.lemmas[child] for child in children(analysis, token, ("xcomp", "ccomp")) if child > token}
    if word.lemma == "agree" and acts & words.soft:
        return Stance.SUPPORTS
    if word.stance is Stance.DEMANDS and acts & words.basing:
        return Stance.CONDITIONS
    if word.stance in (Stance.OFFERS, Stance.ACCEPTS) or word.lemma == "vow":
        for child in children(analysis, token, ("xcomp",)):
            act = stance_words().verbs.get(analysis.lemmas[child])
            if act is not None and act.stance in (Stance.REJECTS, Stance.SUPPORTS) and not act.needs:
                return act.stance
            if analysis.lemmas[child] in stance_words().striking:
                return Stance.WARNS
    return word.stance


def _courtesy(analysis: Analysis, token: int, word: StanceWord) -> bool:
    """ "declined to comment", "will threaten little neighbours": no stance on anything."""
    if word.lemma == "threaten":
        return not children(analysis, token, ("xcomp", "ccomp", "prep"))
    below = {analysis.lemmas[child] for child in children(analysis, token, ("xcomp",))}
    return word.lemma in ("refuse", "decline") and bool(below & NO_STANCE_VERBS)


def _needs_now(analysis: Analysis, parties: Parties, verb: int, negated: bool) -> bool:
    """Need is a stance where a speaker states it, or where it is flatly denied; else it is the author's view of things."""
    voiced = parties.speech is not None and parties.speech.voice(verb) is not None
    return analysis.tags[verb] != "VBD" and (voiced or negated)


def _copula(analysis: Analysis, token: int) -> int:
    if is_verb(analysis, token):
        return token
    head = analysis.heads[token]
    if analysis.deps[token] == "conj" and not is_verb(analysis, head):
        head = analysis.heads[head]
    return head if is_verb(analysis, head) else token


def _actors(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    found: list[str] = []
    of_mind = analysis.word(verb).lower() in stance_words().adjectives
    for subject in (of_mind and children(analysis, verb, ("nsubjpass",))) or subjects(
        analysis, verb, stance_words().light_verbs
    ):
        found.extend(own for own in parties.of(subject) if own not in found)
    return tuple(found) or _dropped(analysis, parties, verb)


def _dropped(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    """For a finite verb with no subject at all ("Signs are clear: has ruled out ..."), the last name that was one."""
    finite = children(analysis, verb, ("aux",)) or (verb,)
    kinds = {analysis.deps[child] for child in analysis.children(verb)}
    if (
        analysis.tags[finite[0]] != "VBZ"
        or kinds & (SUBJECT | {"auxpass"})
        or analysis.deps[verb] in ("xcomp", "relcl", "acl")
    ):
        return ()
    start = analysis.sentences[analysis.sentence_of[verb]][0]
    before = [token for token in range(start, verb) if analysis.deps[token] == "nsubj" and analysis.pos[token] == "PROPN"]
    if subjects(analysis, verb, ()) or not before:
        return ()
    return parties.of(before[-1])


def _has_object(analysis: Analysis, token: int) -> bool:
    after = (
        "dobj",
        "ccomp",
        "xcomp",
        "prep",
        "prt",
        "pobj",
        "dative",
        "nsubjpass",
        "advcl",
        "acl",
        "pcomp",
        "agent",
        "oprd",
        "attr",
    )
    return any(analysis.deps[child] in after for child in analysis.children(token))


def _light_negation(analysis: Analysis, verb: int) -> bool:
    """Whether a light verb above is negated or means not doing ("failed to accept", "does not want to accept")."""
    while analysis.deps[verb] in COMPLEMENT:
        verb = analysis.heads[verb]
        if analysis.lemmas[verb] not in stance_words().light_verbs:
            return False
        if is_negated(analysis, verb) or analysis.lemmas[verb] in ("fail", "stop"):
            return True
    return False


def _content(analysis: Analysis, token: int, verb: int) -> tuple[int, int]:
    """Tokens from the stance word with its auxiliaries to the end of what it governs."""
    joined = bare_infinitives(analysis, verb)
    left_out = [
        child
        for child in analysis.children(verb)
        if (analysis.deps[child] in SUBJECT and not (is_passive(analysis, verb) and children(analysis, verb, ("agent",))))
        or (child > token and analysis.deps[child] == "parataxis")
        or (child > token and analysis.deps[child] == "cc" and not joined)
        or (child > token and analysis.deps[child] == "conj" and child not in joined)
        or (child > token and analysis.deps[child] == "advcl" and (_trails(analysis, child) or _contrasts(analysis, child)))
        or (
            child < verb
            and analysis.deps[child] in ("advcl", "prep", "npadvmod", "ccomp", "cc", "mark", "advmod", "punct", "intj")
        )
    ]
    left_out += [below for below in analysis.subtree(verb) if below > token and _contrasts(analysis, below)]
    if token != verb:
        left_out += [child for child in analysis.children(token) if analysis.deps[child] in ("conj", "cc") and child > token]
    return clause_tokens(analysis, verb, left_out)


def _trails(analysis: Analysis, clause: int) -> bool:
    """ ", saying that ..." """
    first = analysis.subtree(clause)[0]
    return analysis.tags[clause] == "VBG" and first > 0 and analysis.lemmas[first - 1] == ","


def _contrasts(analysis: Analysis, clause: int) -> bool:
    """ "while B wants ..." """
    if analysis.deps[clause] != "advcl" or not children(analysis, clause, ("nsubj",)):
        return False
    return any(analysis.lemmas[mark] in CONTRAST for mark in children(analysis, clause, ("mark",)))


def _refusal(analysis: Analysis, parties: Parties, verb: int) -> tuple[Frame, ...]:
    """ "will not", "would never", "cannot" with any verb of doing: a rejection, where the content names an issue."""
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    if not helpers & (FUTURE | {"would"}) or not is_negated(analysis, verb):
        return ()
    if analysis.lemmas[verb] in NO_STANCE_VERBS or is_passive(analysis, verb) or is_open(analysis, verb):
        return ()
    actors = _actors(analysis, parties, verb)
    if not actors:
        return ()
    first, last = _content(analysis, verb, verb)
    return (Frame(verb, Stance.REJECTS, actors, first, last, True, True),)


def _intent(analysis: Analysis, parties: Parties, verb: int) -> tuple[Frame, ...]:
    """ "said it would ease", "we will retaliate": one's own future act, where the other side gains or loses by it."""
    words, lemma = stance_words(), analysis.lemmas[verb]
    if lemma not in words.giving | words.striking or is_passive(analysis, verb) or is_negated(analysis, verb):
        return ()
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    if not helpers & (FUTURE | {"would"}) or is_open(analysis, verb) or parties.speech is None:
        return ()
    voice = parties.speech.voice(verb)
    actors = _actors(analysis, parties, verb)
    if voice is None or not actors:
        return ()
    own = set(voice.speakers) | set(parties.sides(voice.speakers))
    if not own & set(actors):
        return ()
    first, last = _content(analysis, verb, verb)
    stance = Stance.OFFERS if lemma in words.giving else Stance.WARNS
    return (Frame(verb, stance, actors, first, last, True, False, "planned"),)
