"""How long: "lasted four hours", "four hours of talks", "broke up after 40 minutes"; talks of several days.

Whole days are no length of a sitting: "ended on Friday after three days of talks" says on which days it was held.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from communique.extract.encounters.date import times_in_sentence
from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.phrase import OBJECTS, SUBJECTS, outer_noun
from communique.lexicon.encounter import load_words
from communique.model import Analysis, DateValue, Duration, TimeExpression, TimeKind

DAY = 24 * 60
MOST_DAYS = 15
NEAR = 40
NIGHT = re.compile(r"\b(?:through(?:out)? the night|all night|overnight|into the (?:early|small) hours)\b")
LASTING = frozenset(
    ["last", "take", "run", "go", "continue", "spend", "close", "end", "stretch", "drag", "finish", "conclude", "exceed"]
)
BROKEN = frozenset(
    ["break", "interrupt", "suspend", "end", "collapse", "adjourn", "conclude", "close", "abandon", "abort", "walk", "leave"]
)
NOT_LONG = frozenset({"in", "within", "after", "ago", "since", "until", "till", "before"})
BEHIND = frozenset({"after", "ago", "before", "later", "earlier", "since"})
OPENING = frozenset({"open", "begin", "start", "launch", "kick"})
CLOSING = frozenset({"end", "conclude", "close", "finish", "wrap", "complete"})


def duration_of(analysis: Analysis, event: EncounterEvent) -> Duration | None:
    """How long it lasted, for anything shorter than a day."""
    for own in _stretches(analysis, event.trigger.token):
        if (
            own.duration is not None
            and own.timex.startswith("PT")
            and (own.duration.min_minutes or own.duration.max_minutes or 0) < DAY
        ):
            return own.duration
    return None


def day_count(analysis: Analysis, token: int) -> int:
    """Over how many days the encounter went that a token names, below 0 where the words tell of its end ("ended after three days of talks": -3), above
    where they tell of its start ("ran through the night": -2); 0 where they give no number of days or do not say which."""
    outer = outer_noun(analysis, token, load_words().counting_nouns)
    for own in _stretches(analysis, token):
        low, high = (own.duration.min_minutes, own.duration.max_minutes) if own.duration is not None else (None, None)
        if low is None or low != high or low % DAY or not 2 <= low // DAY <= MOST_DAYS:
            continue
        count = int(low // DAY)
        tokens = analysis.tokens_in(own.span)
        tops = {outer, token, *(at for at in tokens if analysis.heads[at] not in tokens)}
        verbs = {analysis.lemmas[analysis.heads[at]] for at in tops if analysis.deps[at] in {*SUBJECTS, *OBJECTS}}
        under = {analysis.lemmas[analysis.heads[at]] for at in tops if analysis.deps[at] == "pobj"}
        if verbs & CLOSING or under & {"after", "following"}:
            return -count
        return count if verbs & OPENING else 0
    span = analysis.sentence_span(analysis.sentence_of[token])
    return -2 if NIGHT.search(analysis.text, analysis.ends[token], min(span.end, analysis.ends[token] + NEAR)) else 0


def stretched(day: DateValue, count: int) -> DateValue:
    """The days of talks of which `day` is the last (count below 0) or the first; `day` itself unless it is one exact day."""
    if not count or day.start is None or day.precision != "day" or day.window or day.end not in (None, day.start):
        return day
    try:
        first = date.fromisoformat(day.start)
    except ValueError:
        return day
    other = first + timedelta(days=count + (1 if count < 0 else -1))
    low, high = sorted((first, other))
    return replace(day, start=low.isoformat(), end=high.isoformat())


def _stretches(analysis: Analysis, token: int) -> Iterator[TimeExpression]:
    """The durations of its sentence that are said of the encounter."""
    above = [token, *analysis.ancestors(token)]
    for own in times_in_sentence(analysis, token):
        if own.kind is TimeKind.DURATION and own.duration is not None and _is_said_of(analysis, own, token, above):
            yield own


def _is_said_of(analysis: Analysis, time: TimeExpression, token: int, above: list[int]) -> bool:
    inside = set(analysis.tokens_in(time.span))
    top = next((at for at in sorted(inside) if analysis.heads[at] not in inside), None)
    if top is None:
        return False
    behind = max(inside) + 1
    if behind < len(analysis) and analysis.lemmas[behind] in BEHIND:
        return False
    line = [top, *analysis.ancestors(top)]
    verb = next((at for at in line if analysis.pos[at] in {"VERB", "AUX"}), None)
    if top in above and top != token and analysis.lemmas[analysis.heads[top]] in {"after", "in", "during", "following"}:
        return True  # "after four hours of talks"
    if analysis.lemmas[analysis.heads[top]] in NOT_LONG:
        after = analysis.lemmas[analysis.heads[top]] == "after" and verb is not None
        if after and verb == token:  # the encounter is told by what was agreed after so long
            return True
        return after and verb is not None and analysis.lemmas[verb] in BROKEN and _breaks(analysis, token, verb, above)
    if token in line:
        passed = line[1 : line.index(token)]
        return not any(analysis.pos[at] in {"VERB", "AUX"} and analysis.lemmas[at] not in LASTING for at in passed)
    return top in above or (verb is not None and analysis.lemmas[verb] in LASTING and verb in above)


def _breaks(analysis: Analysis, token: int, verb: int, above: list[int]) -> bool:
    """Whether what breaks off is the encounter ("the talks broke up"), or somebody leaves it ("when they met, X left")."""
    if verb not in above:
        return False
    below = above[above.index(verb) - 1] if above.index(verb) else token
    return analysis.deps[below] in {*SUBJECTS, "advcl"}
