"""Stances by noun: "Norway's demand that", "expressed its readiness to", "the release was the Norwegian priority", lists."""

from collections.abc import Iterator

from communique.extract.claims.clause import children, clause_tokens, coordinates, is_negated, is_verb, subjects
from communique.extract.claims.left_open import owner_open
from communique.extract.claims.party import Parties
from communique.extract.claims.stance_frame import Frame
from communique.lexicon.stance import StanceWord, stance_words
from communique.model import Analysis, Stance

POSSESSIVE = frozenset({"poss", "amod", "compound", "nmod"})
LISTED = frozenset({"demand", "condition", "precondition", "term", "requirement", "proposal", "offer", "request"})
LIST_HEADS = frozenset({"attr", "dobj", "nsubj", "appos", "ccomp", "dep"})
SPELLED = frozenset({"appos", "dep", "ccomp", "dobj", "attr", "npadvmod", "conj"})
PLAIN = frozenset({"simple", "clear", "plain", "this", "known", "same"})
CLOSING = frozenset({'"', "”", "»", "''"})
NEAR = 4
LIST_VERBS = frozenset({"be", "include", "comprise"})


def noun_frames(analysis: Analysis, parties: Parties, noun: int, word: StanceWord) -> tuple[Frame, ...]:
    """The stance that a noun names, with whoever the syntax gives it to; () without a holder."""
    after = {analysis.lemmas[child] for child in analysis.children(noun) if analysis.deps[child] == "prep" and child > noun}
    says = [child for child in analysis.children(noun) if analysis.deps[child] in ("acl", "ccomp", "relcl") and child > noun]
    if analysis.deps[noun] == "pobj" and analysis.lemmas[analysis.heads[noun]] == "at":
        return ()  # "at the request of"
    if analysis.lemmas[noun] == "call" and _rings(analysis, noun):
        return ()
    if analysis.lemmas[noun] == "interest" and analysis.tags[noun] == "NNS":
        return ()  # "its vital interests in the region"
    stressed = _stressed(analysis, parties, noun, after)
    told = stressed or _given_up(analysis, parties, noun, word) or _spelled_out(analysis, parties, noun, word)
    if told:
        return told
    acts = any(analysis.tags[child] == "VB" for child in says) and "to" in word.needs
    acts |= "that" in word.needs and any(
        analysis.lemmas[mark] == "that" for own in says for mark in children(analysis, own, ("mark",))
    )
    if analysis.deps[noun] == "dobj" and analysis.lemmas[analysis.heads[noun]] in stance_words().expressing:
        after = after | {analysis.lemmas[child] for child in children(analysis, analysis.heads[noun], ("prep",))}
    if word.needs and not after & set(word.needs) and not acts:
        return _predicate(analysis, parties, noun, word) if word.stance is Stance.CONDITIONS else ()
    return (
        _expressed(analysis, parties, noun, word)
        or _owned(analysis, parties, noun, word, bool(says) or bool(after & {"for", "of", "on", "to", "about", *word.needs}))
        or _predicate(analysis, parties, noun, word)
    )


def _rings(analysis: Analysis, noun: int) -> bool:
    """ "a telephone call", "a call from A to B"."""
    kinds = {analysis.lemmas[child] for child in children(analysis, noun, ("compound", "amod", "nmod"))}
    preps = {analysis.lemmas[child] for child in children(analysis, noun, ("prep",))}
    return bool(kinds & {"telephone", "phone", "video", "conference"}) or {"from", "to"} <= preps or "with" in preps


def _expressed(analysis: Analysis, parties: Parties, noun: int, word: StanceWord) -> tuple[Frame, ...]:
    """ "expressed satisfaction with", "issued an ultimatum", "has no objection to"."""
    verb = analysis.heads[noun]
    if analysis.deps[noun] != "dobj" or analysis.lemmas[verb] not in stance_words().expressing:
        return ()
    actors = _of_whom(analysis, parties, noun) or _passed_on(analysis, parties, noun)
    actors = actors or _own(parties, subjects(analysis, verb, stance_words().light_verbs))
    none = any(analysis.lemmas[child] == "no" for child in children(analysis, noun, ("det", "neg")))
    negated = none or is_negated(analysis, verb)
    stance = word.negated if negated else word.stance
    if negated and word.stance is Stance.DEMANDS:
        stance = Stance.NONE
    if not actors or stance is None:
        return ()
    outside = ("conj", "cc", "parataxis", "mark", "nsubj", "advcl")
    first, last = clause_tokens(analysis, verb, children(analysis, verb, outside))
    return (Frame(verb, stance, actors, first, last, word.weak, negated),)


def _given_up(analysis: Analysis, parties: Parties, noun: int, word: StanceWord) -> tuple[Frame, ...]:
    """ "dropped its demand that": the demand is no more; "withdrew its objection to": what it barred is accepted."""
    verb, words = analysis.heads[noun], stance_words()
    given_up = analysis.lemmas[verb] in words.dropping or (
        analysis.lemmas[verb] == "give"
        and any(analysis.lemmas[child] == "up" for child in children(analysis, verb, ("prt",)))
    )
    if analysis.deps[noun] != "dobj" or not given_up or is_negated(analysis, verb):
        return ()
    stance = {Stance.DEMANDS: Stance.NONE, Stance.CONDITIONS: Stance.NONE, Stance.REJECTS: Stance.ACCEPTS}.get(word.stance)
    actors = _own(parties, subjects(analysis, verb, words.light_verbs))
    if stance is None or not actors:
        return ()
    first, last = clause_tokens(
        analysis, verb, children(analysis, verb, ("conj", "cc", "parataxis", "mark", "nsubj", "advcl"))
    )
    return (Frame(verb, stance, actors, first, last, word.weak, False),)


def _spelled_out(analysis: Analysis, parties: Parties, noun: int, word: StanceWord) -> tuple[Frame, ...]:
    """ "came with one demand: the release of", "set two conditions: that ..."."""
    if analysis.lemmas[noun] not in LISTED:
        return ()
    actors, at = owners(analysis, parties, noun), noun
    while not actors and analysis.heads[at] != at:
        at = analysis.heads[at]
        if is_verb(analysis, at):
            actors = _own(parties, subjects(analysis, at, stance_words().light_verbs))
    for own in sorted({*analysis.children(noun), *analysis.children(at)}):
        first = analysis.subtree(own)[0]
        if own > noun and actors and analysis.deps[own] in SPELLED and first > 0 and analysis.lemmas[first - 1] == ":":
            return (Frame(noun, word.stance, actors, first, analysis.subtree(own)[-1] + 1, False, False),)
    return ()


def _stressed(analysis: Analysis, parties: Parties, noun: int, after: set[str]) -> tuple[Frame, ...]:
    """ "stressed the need for"."""
    verb, words = analysis.heads[noun], stance_words()
    if (
        analysis.lemmas[noun] not in words.weight
        or analysis.lemmas[verb] not in words.stressing
        or analysis.deps[noun] != "dobj"
    ):
        return ()
    actors = _own(parties, subjects(analysis, verb, words.light_verbs))
    below = analysis.subtree(noun)
    return (Frame(noun, Stance.SUPPORTS, actors, below[0], below[-1] + 1, True, False),) if actors and after else ()


def _owned(analysis: Analysis, parties: Parties, noun: int, word: StanceWord, says: bool) -> tuple[Frame, ...]:
    """ "Norway's demand that", "Norwegian proposals for", "a new Norwegian demand was tabled for"."""
    verb = analysis.heads[noun]
    raised = analysis.deps[noun] == "nsubjpass" and analysis.lemmas[verb] in stance_words().expressing
    actors = owners(analysis, parties, noun)
    none = any(analysis.lemmas[child] == "no" for child in children(analysis, noun, ("det", "neg")))
    if not actors or none or not (says or raised):
        return ()
    if raised:
        left_out = children(analysis, verb, ("conj", "cc", "parataxis", "mark"))
        first, last = clause_tokens(analysis, verb, left_out)
        return (Frame(noun, word.stance, actors, first, last, word.weak, False),)
    below = analysis.subtree(noun)
    described = {analysis.deps[child] for child in analysis.children(noun) if child > noun} <= {"relcl", "punct"}
    return (Frame(noun, word.stance, actors, below[0], below[-1] + 1, word.weak or described, False),)


def _own(parties: Parties, tokens: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(own for token in tokens for own in parties.of(token)))


def owners(analysis: Analysis, parties: Parties, noun: int) -> tuple[str, ...]:
    """Whose the noun is: "A's", "A-an", "of A's administration", "by A"."""
    for child in analysis.children(noun):
        if analysis.deps[child] in POSSESSIVE and child < noun:
            one = parties.by_adjective(child)
            found = parties.of(child) or ((one,) if one else owner_open(analysis, parties, child))
            if found:
                return found
        if analysis.deps[child] == "prep" and analysis.lemmas[child] in ("by", "from", "of"):
            for obj in children(analysis, child, ("pobj",)):
                if parties.of(obj):
                    return parties.of(obj)
        if (
            analysis.deps[child] == "acl"
            and analysis.tags[child] == "VBN"
            and analysis.lemmas[child] in stance_words().expressing
        ):
            by = [own for agent in children(analysis, child, ("agent",)) for own in children(analysis, agent, ("pobj",))]
            if _own(parties, tuple(by)):
                return _own(parties, tuple(by))
        if analysis.deps[child] == "relcl" and children(analysis, child, ("nsubj",)):
            found = _own(parties, children(analysis, child, ("nsubj",)))
            if found and analysis.lemmas[child] in stance_words().expressing:
                return found
    return ()


def _of_whom(analysis: Analysis, parties: Parties, noun: int) -> tuple[str, ...]:
    """ "expressed the readiness of the kingdom to": whose it is, where the sentence says so."""
    for prep in children(analysis, noun, ("prep",)):
        if analysis.lemmas[prep] == "of" and children(analysis, noun, ("acl", "xcomp")):
            return _own(parties, children(analysis, prep, ("pobj",)))
    return ()


def _passed_on(analysis: Analysis, parties: Parties, noun: int) -> tuple[str, ...]:
    """ "reiterated Norway's concern": that of the party that the words name, not of the envoy who repeats it."""
    names = [child for child in children(analysis, noun, ("poss",)) if analysis.pos[child] == "PROPN"]
    return parties.of(names[0]) if names else ()


def _predicate(analysis: Analysis, parties: Parties, noun: int, word: StanceWord) -> tuple[Frame, ...]:
    """ "The release of prisoners was the Norwegian priority", "one of Norway's aims was to"."""
    if word.stance not in (Stance.DEMANDS, Stance.CONDITIONS):
        return ()
    top = noun
    for _ in range(3):
        if analysis.deps[top] in ("pobj", "prep") and analysis.lemmas[analysis.heads[top]] in ("of", "one", "among"):
            top = analysis.heads[top]
    actors = owners(analysis, parties, noun)
    verb = analysis.heads[top]
    if not actors or analysis.lemmas[verb] != "be" or analysis.deps[top] not in ("nsubj", "attr", "ROOT"):
        return ()
    left_out = children(analysis, verb, ("conj", "cc", "mark"))
    first, last = clause_tokens(analysis, verb, left_out)
    if any(analysis.lemmas[child] in PLAIN for child in children(analysis, verb, ("acomp", "attr"))):
        told = _after_colon(analysis, verb)
        return () if told is None else (Frame(noun, Stance.DEMANDS, actors, *told, False, False),)
    return (Frame(noun, word.stance, actors, first, last, word.weak, False),)


def _after_colon(analysis: Analysis, verb: int) -> tuple[int, int] | None:
    """The words after the colon of "our condition is simple: lift the ban", to the end of the sentence or quotation."""
    stop = analysis.sentences[analysis.sentence_of[verb]][1]
    colon = next((own for own in range(verb + 1, stop) if analysis.word(own) == ":"), None)
    if colon is None or colon - verb > NEAR or colon + 2 >= stop:
        return None
    end = next((own for own in range(colon + 2, stop) if analysis.word(own) in CLOSING), stop)
    return colon + 1, end


def list_frames(analysis: Analysis, parties: Parties) -> Iterator[Frame]:
    """ "... the demands that Norway has made. These are: A, B and C." Each item is a stance of its own."""
    for number in range(1, len(analysis.sentences)):
        first, last = analysis.sentences[number]
        if analysis.lemmas[first] not in ("these", "they", "the", "among"):
            continue
        verb = next(
            (t for t in range(first, min(first + 6, last)) if analysis.lemmas[t] in LIST_VERBS and is_verb(analysis, t)),
            None,
        )
        if verb is None:
            continue
        subject = next(iter(children(analysis, verb, ("nsubj",))), first)
        if analysis.lemmas[subject] not in LISTED and analysis.lemmas[subject] not in ("these", "they"):
            continue
        found = _announced(analysis, parties, number - 1)
        if found is None:
            continue
        word, actors = found
        stance = Stance.DEMANDS if word.stance is Stance.CONDITIONS else word.stance
        for start, stop in _items(analysis, verb, last):
            yield Frame(start, stance, actors, start, stop, True, False)


def _announced(analysis: Analysis, parties: Parties, sentence: int) -> tuple[StanceWord, tuple[str, ...]] | None:
    """The listed noun that a sentence ends on, with its holder: its owner, or the subject of the clause it stands in."""
    first, last = analysis.sentences[sentence]
    for token in range(last - 1, first - 1, -1):
        if analysis.lemmas[token] not in LISTED or analysis.pos[token] != "NOUN":
            continue
        word = stance_words().nouns.get(analysis.lemmas[token])
        if word is None:
            continue
        actors = owners(analysis, parties, token)
        at = token
        while not actors and analysis.heads[at] != at:
            at = analysis.heads[at]
            if is_verb(analysis, at):
                actors = _own(parties, subjects(analysis, at, stance_words().light_verbs))
        if actors:
            return word, actors
    return None


def _items(analysis: Analysis, verb: int, last: int) -> list[tuple[int, int]]:
    """The coordinated noun phrases after a list verb, each as tokens [first, last); at semicolons where there are any."""
    heads = [token for token in children(analysis, verb, LIST_HEADS) if token > verb]
    if not heads:
        return []
    breaks = [token + 1 for token in range(verb + 1, last - 1) if analysis.lemmas[token] == ";"]
    begins = sorted(analysis.subtree(token)[0] for head in heads for token in coordinates(analysis, head))
    starts = sorted({begins[0], *(breaks or begins)})
    items = []
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        while end > start and analysis.deps[end - 1] in ("punct", "cc"):
            end -= 1
        if end - start > 1:
            items.append((start, end))
    return items


def nameless_frame(analysis: Analysis, token: int) -> tuple[Stance, int, int] | None:
    """A stance that names nobody: "there has been no demand about", "it is proposed to". Who holds it, the sentences before
    tell: stance and tokens [first, last) of the content; None where there is none."""
    words, lemma = stance_words(), analysis.lemmas[token]
    verb = analysis.heads[token]
    if lemma in LISTED and lemma in words.nouns and analysis.deps[token] == "attr" and analysis.lemmas[verb] == "be":
        if not children(analysis, verb, ("expl",)) or not children(analysis, token, ("prep",)):
            return None
        none = any(analysis.lemmas[child] == "no" for child in children(analysis, token, ("det", "neg")))
        if none and words.nouns[lemma].stance is not Stance.DEMANDS:
            return None
        below = analysis.subtree(verb)
        return Stance.NONE if none else words.nouns[lemma].stance, below[0], below[-1] + 1
    word = words.verbs.get(lemma)
    it = [child for child in children(analysis, token, ("nsubjpass",)) if analysis.lemmas[child] == "it"]
    if (
        word is None
        or lemma == "agree"
        or not it
        or not children(analysis, token, ("xcomp", "ccomp", "advcl"))
        or is_negated(analysis, token)
    ):
        return None
    below = analysis.subtree(token)
    return word.stance, below[0], below[-1] + 1
