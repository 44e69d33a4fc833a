"""Verdicts on a thing: "described the talks as constructive", "a scheme that Norway calls a theft", "is against the plan"."""

from collections.abc import Iterator

from communique.extract.claims.clause import children, clause_tokens, is_negated, is_passive, is_verb, subjects
from communique.extract.claims.party import Parties
from communique.extract.claims.stance_frame import Frame
from communique.lexicon.stance import stance_words
from communique.model import Analysis, Stance

URGENT = frozenset({"priority", "necessity", "must", "precondition"})

PLAIN = frozenset({"reject", "denounce", "condemn", "praise", "hail", "see", "view", "regard", "consider", "treat"})
MARKS = frozenset({'"', "“", "‘", "'", "``"})
OBJECTS = frozenset({"dobj", "ccomp", "oprd"})


def find_verdicts(analysis: Analysis, parties: Parties) -> Iterator[Frame]:
    """Verdicts of named actors, in text order; a verdict on a pronoun alone tells nothing and is left out."""
    for verb in range(len(analysis)):
        if not is_verb(analysis, verb):
            continue
        frame = _label(analysis, parties, verb) or _sided(analysis, parties, verb) or _answers(analysis, parties, verb)
        if frame is not None:
            yield frame


def _label(analysis: Analysis, parties: Parties, verb: int) -> Frame | None:
    words = stance_words()
    if analysis.lemmas[verb] not in words.labelling or is_negated(analysis, verb):
        return None
    actors = tuple(dict.fromkeys(own for subject in subjects(analysis, verb, ()) for own in parties.of(subject)))
    relative = analysis.deps[verb] == "relcl"
    if not actors or is_passive(analysis, verb) or not (children(analysis, verb, OBJECTS) or relative):
        return None
    stance = _verdict({analysis.lemmas[token] for token in analysis.subtree(verb) if token > verb})
    if stance is None:
        stance = Stance.REJECTS if _belittles(analysis, verb) else None
    elif stance not in (Stance.REJECTS, Stance.DENIES) and _on_pronoun(analysis, verb):
        return None
    told = {analysis.lemmas[own] for own in children(analysis, verb, ("dobj", "nsubj")) if own > verb}
    if stance is Stance.REJECTS and told & stance_words().accusing - stance_words().put_forward:
        stance = Stance.DENIES  # "described the reports as premature"
    if stance is None:
        return None
    left_out = [
        child for child in analysis.children(verb) if child < verb or analysis.deps[child] in ("conj", "cc", "advcl")
    ]
    first, last = clause_tokens(analysis, verb, left_out)
    if relative:
        first = min(first, analysis.subtree(analysis.heads[verb])[0])
    return Frame(verb, stance, actors, first, last, True, False)


def _belittles(analysis: Analysis, verb: int) -> bool:
    """ "called the offer 'a number from a museum'", "dismissed the idea as": a word of one's own, in quotation marks, for what
    another has put forward; "dismiss ... as" needs no marks."""
    things = children(analysis, verb, ("dobj", "nsubj"))
    named = {analysis.lemmas[own] for own in things if own > verb}
    if analysis.lemmas[verb] in PLAIN or not named & stance_words().put_forward:
        return False
    after = [token for token in analysis.subtree(verb) if token > things[-1]]
    if analysis.lemmas[verb] in ("dismiss", "deride", "mock", "ridicule"):
        return any(analysis.lemmas[token] == "as" for token in after)
    end = min(len(analysis), (after[-1] if after else verb) + 2)
    marks = [token for token in range(things[-1] + 1, end) if analysis.word(token) in MARKS]
    return bool(marks) and not {analysis.lemmas[token] for token in after} & stance_words().fair


def _verdict(found: set[str]) -> Stance | None:
    """The stance that the words of a verdict name; None if there is none, or they pull both ways."""
    words = stance_words()
    stances = {
        Stance.SUPPORTS: found & (words.favourable | words.good_things),
        Stance.REJECTS: found & (words.unacceptable | words.unfavourable | words.bad_things),
        Stance.DENIES: found & words.untrue,
        Stance.DEMANDS: found & (words.required | URGENT),
    }
    named = [stance for stance, hits in stances.items() if hits]
    return named[0] if len(named) == 1 else None


def _on_pronoun(analysis: Analysis, verb: int) -> bool:
    objects = [child for child in children(analysis, verb, ("dobj",)) if analysis.tags[child] not in ("WDT", "WP", "IN")]
    return bool(objects) and all(analysis.pos[child] == "PRON" for child in objects)


def _sided(analysis: Analysis, parties: Parties, verb: int) -> Frame | None:
    """ "is against a ceasefire", "is in favour of a ceasefire"."""
    if analysis.lemmas[verb] not in ("be", "remain", "stand"):
        return None
    for prep in children(analysis, verb, ("prep",)):
        stance = Stance.REJECTS if analysis.lemmas[prep] == "against" else None
        if analysis.lemmas[prep] == "in" and any(
            analysis.lemmas[child] in ("favour", "favor") for child in children(analysis, prep, ("pobj",))
        ):
            stance = Stance.SUPPORTS
        if stance is None or not children(analysis, prep, ("pobj", "pcomp")):
            continue
        actors = tuple(own for subject in children(analysis, verb, ("nsubj",)) for own in parties.of(subject))
        if not actors:
            return None
        negated = is_negated(analysis, verb)
        other = Stance.ACCEPTS if stance is Stance.REJECTS else Stance.REJECTS
        left_out = [child for child in analysis.children(verb) if child < verb or analysis.deps[child] in ("conj", "cc")]
        first, last = clause_tokens(analysis, verb, left_out)
        return Frame(verb, other if negated else stance, actors, first, last, True, negated)
    return None


def _answers(analysis: Analysis, parties: Parties, verb: int) -> Frame | None:
    """ "said no to the offer", "says yes to a vote"."""
    if analysis.lemmas[verb] != "say" or is_passive(analysis, verb) or is_negated(analysis, verb):
        return None
    said = verb + 1
    if said >= len(analysis) or analysis.lemmas[said] not in ("no", "yes") or analysis.heads[said] != verb:
        return None
    if not any(analysis.lemmas[own] == "to" and own > said for own in (*analysis.children(verb), *analysis.children(said))):
        return None
    actors = tuple(dict.fromkeys(own for subject in subjects(analysis, verb, ()) for own in parties.of(subject)))
    if not actors:
        return None
    left_out = [
        own for own in analysis.children(verb) if own < verb or analysis.deps[own] in ("conj", "cc", "advcl", "parataxis")
    ]
    first, last = clause_tokens(analysis, verb, left_out)
    stance = Stance.REJECTS if analysis.lemmas[said] == "no" else Stance.ACCEPTS
    return Frame(verb, stance, actors, first, max(last, said + 1), False, stance is Stance.REJECTS)
