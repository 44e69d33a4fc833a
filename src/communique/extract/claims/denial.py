"""Denials without a word of denying: "there was no such offer", "nobody has signed anything", "we know of no such letter"."""

from communique.extract.claims.clause import children, is_negated, is_passive
from communique.model import Analysis

# what one is said to have done, and denies
DEALING = frozenset(
    "accept agree approve arm ask attack authorise authorize breach break bring commit concede consider contact cross deliver "
    "demand discuss enter exchange finance fire fund give hand harbour harbor host hold make meet negotiate offer order pay plan "
    "pledge promise propose provide receive recognise recognize request seek send shelter shell sign speak supply support "
    "take threaten train transfer violate withdraw".split()
)
# "no commitment was made": done with a thing that somebody else tells of
DONE = frozenset(
    "ask deliver exchange fire give grant hand issue make offer pay promise receive request send sign submit transfer".split()
)
# what merely has not come about
LACKING = frozenset(
    "agreement breakthrough choice conclusion consensus date deal decision difference doubt effort mistake outcome progress reason "
    "result solution time".split()
)
HARMED = frozenset("arrest catch claim hurt injure kill wound die expect know notice see hear want believe".split())
NOBODY = frozenset({"nobody", "none"})


def is_denial(analysis: Analysis, verb: int) -> bool:
    """Whether the clause of `verb`, in somebody's mouth, denies what others report."""
    if _is_open(analysis, verb):
        return False
    return (
        _no_such(analysis, verb)
        or _exists_not(analysis, verb)
        or _nobody(analysis, verb)
        or _not_done(analysis, verb)
        or _knows_nothing(analysis, verb)
    )


def denies_own(analysis: Analysis, verb: int) -> bool:
    """ "has never asked for", "did not sign anything", "had requested nothing of the kind": a denial where the doer is the
    speaker or his party."""
    if analysis.lemmas[verb] not in DEALING or is_passive(analysis, verb) or _is_open(analysis, verb):
        return False
    if _is_joined(analysis, verb):
        return False  # "did not sign anything and did not promise anything" is one denial
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    if helpers - {"have", "do"} or not (helpers or analysis.tags[verb] == "VBD"):
        return False
    below = {analysis.lemmas[own] for own in analysis.subtree(verb) if own > verb}
    never = any(analysis.lemmas[child] == "never" for child in children(analysis, verb, ("neg", "advmod")))
    past = "have" in helpers or "VBD" in {
        analysis.tags[verb],
        *(analysis.tags[own] for own in children(analysis, verb, ("aux",))),
    }
    nothing = any(_denied(analysis, thing) for thing in children(analysis, verb, ("dobj", "prep")))
    return past and (
        nothing or (is_negated(analysis, verb) and (never or bool(below & {"any", "anything", "anybody", "anyone"})))
    )


def _is_joined(analysis: Analysis, verb: int) -> bool:
    while analysis.deps[verb] == "conj" and analysis.heads[verb] != verb and not children(analysis, verb, ("nsubj",)):
        verb = analysis.heads[verb]
        if denies_own(analysis, verb):
            return True
    return False


def _denied(analysis: Analysis, thing: int) -> bool:
    """ "nothing", "nothing of the kind", "no such thing"."""
    tops = children(analysis, thing, ("pobj",)) if analysis.deps[thing] == "prep" else (thing,)
    return any(analysis.lemmas[top] == "nothing" or _is_such(analysis, top) for top in tops)


def _is_such(analysis: Analysis, noun: int) -> bool:
    below = {analysis.lemmas[child] for child in analysis.children(noun) if child < noun}
    return {"no", "such"} <= below


def _is_open(analysis: Analysis, verb: int) -> bool:
    """A question, or a clause of a condition."""
    marks = {analysis.lemmas[child] for child in children(analysis, verb, ("mark", "advmod")) if child < verb}
    below = {analysis.lemmas[child] for child in children(analysis, verb, ("advmod", "neg"))}
    last = analysis.sentences[analysis.sentence_of[verb]][1] - 1
    return bool(marks & {"if", "whether", "unless", "because", "when"}) or "yet" in below or analysis.word(last) == "?"


def _no_such(analysis: Analysis, verb: int) -> bool:
    """ "There was no such acceptance", "no such meeting took place"."""
    return any(_is_such(analysis, thing) for thing in children(analysis, verb, ("attr", "nsubj", "nsubjpass")))


def _exists_not(analysis: Analysis, verb: int) -> bool:
    """ "They do not exist", "no secret clause exists"."""
    if analysis.lemmas[verb] != "exist":
        return False
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    return is_negated(analysis, verb) and not helpers - {"do"}


def _nobody(analysis: Analysis, verb: int) -> bool:
    """ "Nobody has withdrawn anything", "nobody had been struck from the list"."""
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    if "have" not in helpers or helpers - {"have", "do"} or analysis.lemmas[verb] in HARMED | {"be"}:
        return False
    doers = children(analysis, verb, ("nsubj", "nsubjpass"))
    return any(
        analysis.lemmas[own] in NOBODY
        or (analysis.lemmas[own] == "one" and any(analysis.lemmas[no] == "no" for no in analysis.children(own)))
        for own in doers
    )


def _not_done(analysis: Analysis, verb: int) -> bool:
    """ "No commitment was made", "nothing was signed"."""
    if not is_passive(analysis, verb) or analysis.lemmas[verb] not in DONE:
        return False
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))}
    if helpers - {"have"}:
        return False
    for own in children(analysis, verb, ("nsubjpass",)):
        none = any(analysis.lemmas[child] == "no" for child in children(analysis, own, ("det",)))
        if analysis.lemmas[own] == "nothing" or (none and analysis.lemmas[own] not in LACKING):
            return True
    return False


def _knows_nothing(analysis: Analysis, verb: int) -> bool:
    """ "knows of no such meeting", "is not aware of any request"."""
    known = analysis.lemmas[verb] == "know" or any(
        analysis.lemmas[child] == "aware" for child in children(analysis, verb, ("acomp",))
    )
    if not known or any(analysis.lemmas[own] in ("i", "me") for own in children(analysis, verb, ("nsubj",))):
        return False
    preps = [
        child
        for above in (verb, *children(analysis, verb, ("acomp",)))
        for child in children(analysis, above, ("prep",))
        if analysis.lemmas[child] in ("of", "about")
    ]
    things = [own for prep in preps for own in children(analysis, prep, ("pobj",))]
    words = {analysis.lemmas[own] for thing in things for own in analysis.children(thing)}
    return bool(preps) and ("no" in words or (is_negated(analysis, verb) and "any" in words))
