"""What "not" says of an encounter: "did not meet", "have not met since", "was never on the agenda"."""

from communique.extract.encounters.phrase import child, prepositions
from communique.extract.encounters.reading import Reading
from communique.model import Analysis, EncounterStatus, TimeExpression, TimeKind

HELD, EXPECTED, CANCELLED = EncounterStatus.HELD, EncounterStatus.EXPECTED, EncounterStatus.CANCELLED
MEANT = frozenset({"agenda", "card", "diary", "programme", "program", "schedule", "table"})
ATTEND = frozenset({"attend", "join", "participate", "invite", "include"})
SINCE = "since"


def read_negated(analysis: Analysis, at: int, below: int | None, tense: EncounterStatus, carrying: bool) -> Reading:
    """ "did not meet", "will not meet", "does not meet anybody", "did not attend the meeting"."""
    if is_habit(analysis, at):
        direct = below is None or analysis.deps[below] == "xcomp"
        return Reading(HELD, at, generic=direct, firm=direct)
    if analysis.lemmas[at] in ATTEND or takes_part(analysis, at):
        return Reading(HELD, at)
    if tense is EXPECTED and not helpers(analysis, at) & {"can", "ca", "could"}:
        return Reading(EXPECTED, at, firm=carrying)
    if not carrying:
        return Reading(HELD, at, firm=False)
    if below is None and _perfect(analysis, at):
        return _not_since(analysis, at)
    return Reading(CANCELLED, at, detail="negated")


def _perfect(analysis: Analysis, verb: int) -> bool:
    return analysis.tags[verb] == "VBN" and any(
        analysis.deps[own] == "aux" and analysis.lemmas[own] == "have" for own in analysis.children(verb)
    )


def _not_since(analysis: Analysis, verb: int) -> Reading:
    """ "have not met since July 2016": they did then; "have not met since the summit", "have not yet met", "have never
    met": no encounter of its own; "said he had not met her": one called off or denied."""
    since = next((own for own in analysis.children(verb) if analysis.lemmas[own] == "since"), None)
    if since is not None and any(own.kind is TimeKind.DATE for own in _times_below(analysis, since)):
        return Reading(HELD, verb, detail=SINCE)
    if since is not None or any(analysis.lemmas[own] in {"yet", "never"} for own in analysis.children(verb)):
        return Reading(HELD, verb, generic=True)
    return Reading(CANCELLED, verb, detail="negated")


def _times_below(analysis: Analysis, preposition: int) -> list[TimeExpression]:
    goals = {analysis.starts[own] for own in analysis.children(preposition)}
    return [own for own in analysis.times if any(own.span.start <= at < own.span.end for at in goals)]


def was_never_meant(analysis: Analysis, verb: int) -> bool:
    """ "was never on the agenda"."""
    never = any(analysis.lemmas[own] == "never" for own in analysis.children(verb))
    return never and any(analysis.lemmas[goal] in MEANT for _, goal in prepositions(analysis, verb))


def takes_part(analysis: Analysis, verb: int) -> bool:
    """ "take part"."""
    return analysis.lemmas[verb] == "take" and any(analysis.lemmas[own] == "part" for own in analysis.children(verb))


def is_habit(analysis: Analysis, verb: int) -> bool:
    """ "does not meet", "do not speak"."""
    helpers = {analysis.word(own).lower() for own in analysis.children(verb) if analysis.deps[own] == "aux"}
    return bool(helpers & {"do", "does"}) and child(analysis, verb, "neg") is not None


def helpers(analysis: Analysis, verb: int) -> set[str]:
    return {analysis.word(own).lower() for own in analysis.children(verb) if analysis.deps[own] == "aux"}
