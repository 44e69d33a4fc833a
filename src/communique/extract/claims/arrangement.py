"""Forecasts by arrangement: "is to open", "is going to be heard", "sit down again on Wednesday"."""

import re

from communique.extract.claims.clause import children, is_negated, is_verb
from communique.extract.claims.foreseen import Foresight, clause_of
from communique.extract.claims.when import times_in
from communique.lexicon.forecast import has_future_time
from communique.model import Analysis, TimeKind

# verbs of meeting, travel and beginning, whose present tense with a day to come tells a plan
ARRANGED = frozenset(
    {"arrive", "begin", "continue", "convene", "depart", "fly", "gather", "hold", "host", "leave", "meet", "open", "receive"}
    | {"expire", "reconvene", "resume", "return", "sign", "sit", "start", "travel", "visit"}
)
NAMED_DAY = re.compile(r"\d.*[a-z]{3}|[a-z]{3}.*\d", re.I)
SIDES = frozenset({"side", "party", "country", "government", "state"})  # "the sides are to release ...": a commitment
# "the goal is to", "the price is to": what something consists in, not what is arranged
AIMS = frozenset(
    {"aim", "alternative", "ambition", "answer", "approach", "challenge", "choice", "condition", "cost", "danger", "demand"}
    | {"desire", "difficulty", "dream", "duty", "effect", "function", "goal", "idea", "imperative", "instinct", "intent"}
    | {"intention", "job", "key", "logic", "mandate", "message", "mission", "motive", "need", "objective", "obligation"}
    | {"option", "plan", "point", "policy", "price", "principle", "priority", "problem", "proposal", "purpose", "question"}
    | {"reason", "remedy", "requirement", "responsibility", "risk", "role", "rule", "solution", "step", "strategy", "tactic"}
    | {"target", "task", "temptation", "tendency", "thing", "trick", "use", "way", "wish"}
)


def by_arrangement(analysis: Analysis, verb: int) -> Foresight | None:
    """A plan told without a word of planning; None for aims ("the goal is to") and for what was to be."""
    if analysis.tags[verb] in ("VBZ", "VBP") and analysis.lemmas[verb] == "be":
        found = _is_to(analysis, verb)
    else:
        found = _going_to(analysis, verb) or _present(analysis, verb)
    if not found or _asked(analysis, verb):
        return None
    return Foresight(verb, "plan", *clause_of(analysis, verb))


def has_day(analysis: Analysis, first: int, last: int) -> bool:
    """Whether tokens [first, last) hold a date or an indefinite time to come."""
    span = analysis.span(first, last)
    return any(time.kind is TimeKind.DATE for time in times_in(analysis, span)) or has_future_time(
        analysis.words(first, last)
    )


def overtaken(analysis: Analysis, verb: int) -> bool:
    """ "was planned for May": in the past tense and not what somebody says, unless its day is still to come."""
    helpers = [verb, *children(analysis, verb, ("aux", "auxpass"))]
    if any(analysis.word(own).lower() in ("had", "'d") for own in helpers):
        return not is_ahead(analysis, verb)
    if not any(analysis.word(own).lower() in ("was", "were") for own in helpers):
        return False
    return analysis.deps[verb] in ("ROOT", "conj") and not is_ahead(analysis, verb)


def _is_to(analysis: Analysis, verb: int) -> bool:
    doers = children(analysis, verb, ("nsubj", "nsubjpass"))
    acts = [child for child in children(analysis, verb, ("xcomp",)) if _is_infinitive(analysis, child) and child > verb]
    if (
        not doers
        or not acts
        or analysis.lemmas[doers[0]] in AIMS
        or analysis.pos[doers[0]]
        not in (
            "NOUN",
            "PROPN",
            "PRON",
            "DET",
        )
    ):
        return False
    relative = analysis.tags[doers[0]] in ("WP", "WDT")
    if any(analysis.lemmas[own] == "if" for own in children(analysis, verb, ("mark",))):
        return False  # "if the deal is to last"
    if is_negated(analysis, verb) or (relative and not has_day(analysis, *clause_of(analysis, verb))):
        return False
    if analysis.lemmas[doers[0]] in SIDES and analysis.lemmas[acts[0]] not in ARRANGED:
        return False
    if analysis.lemmas[verb + 1] in ("yet", "still"):
        return False  # "are yet to be agreed": nobody says that they will
    after = verb + 2 if analysis.tags[verb + 1] == "RB" else verb + 1
    return after < acts[0] and analysis.word(after).lower() == "to"


def _going_to(analysis: Analysis, verb: int) -> bool:
    if (analysis.lemmas[verb], analysis.tags[verb]) != ("go", "VBG") or is_negated(analysis, verb):
        return False
    now = any(analysis.tags[own] in ("VBZ", "VBP") for own in children(analysis, verb, ("aux",)))
    acts = [own for own in children(analysis, verb, ("xcomp",)) if _is_infinitive(analysis, own)]
    return now and bool(acts) and has_day(analysis, *clause_of(analysis, verb))


def _is_infinitive(analysis: Analysis, verb: int) -> bool:
    return analysis.tags[verb] == "VB" or bool(children(analysis, verb, ("auxpass",)) and children(analysis, verb, ("aux",)))


def _present(analysis: Analysis, verb: int) -> bool:
    ahead = analysis.lemmas[verb] == "go" and any(analysis.word(own) == "ahead" for own in analysis.children(verb))
    if not (ahead or analysis.lemmas[verb] in ARRANGED or _comes_into_force(analysis, verb)) or not is_verb(analysis, verb):
        return False
    if analysis.tags[verb] not in ("VBZ", "VBP") and not _not_until(analysis, verb):
        return False
    if not children(analysis, verb, ("nsubj",)) or analysis.deps[verb] not in ("ROOT", "conj", "ccomp", "advcl"):
        return False
    return is_ahead(analysis, verb)


def _comes_into_force(analysis: Analysis, verb: int) -> bool:
    """ "takes effect", "enters into force"."""
    below = {analysis.lemmas[own] for own in analysis.subtree(verb)}
    return (analysis.lemmas[verb] == "take" and "effect" in below) or (
        analysis.lemmas[verb] in ("come", "enter") and bool(below & {"force", "effect"})
    )


def _not_until(analysis: Analysis, verb: int) -> bool:
    """ "does not begin until Monday"."""
    does = any(analysis.tags[own] in ("VBZ", "VBP") for own in children(analysis, verb, ("aux",)))
    until = any(analysis.lemmas[own] in ("until", "till", "before") for own in children(analysis, verb, ("prep",)))
    return does and until and is_negated(analysis, verb)


def is_ahead(analysis: Analysis, verb: int) -> bool:
    """Whether the clause names a day after the article's; a day without a year in an article without a day may be one."""
    published = analysis.document.published
    today = published.start if published is not None else None
    times = times_in(analysis, analysis.span(*clause_of(analysis, verb)))
    if today is None:
        present = analysis.tags[verb] in ("VBZ", "VBP", "VB")
        return present and any(NAMED_DAY.search(analysis.text[time.span.start : time.span.end]) for time in times)
    days = [(time.date.end or time.date.start) for time in times if time.date is not None]
    return any(day is not None and day > today for day in days)


def _asked(analysis: Analysis, verb: int) -> bool:
    return analysis.word(analysis.sentences[analysis.sentence_of[verb]][1] - 1) == "?"
