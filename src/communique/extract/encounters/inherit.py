"""The date of an encounter that its own words do not date but the sentence before does.

"X and Y agreed on Tuesday to ... The talks lasted six hours": sides agree at their encounter.
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.encounters.date import hangs_on
from communique.extract.encounters.group import Group
from communique.lexicon.encounter import load_words
from communique.model import Analysis, DateBasis, DateValue, DocumentActors, EncounterStatus, TimeExpression, TimeKind

BACK = 3


def inherited_date(analysis: Analysis, group: Group, actors: DocumentActors) -> DateValue | None:
    """The date of an agreement, signature or failure told just before an undated encounter of the same sides.

    Returns:
        A date with basis INHERITED; None where there is no such sentence or the encounter lies ahead.
    """
    first = group.drafts[0]
    if first.reading.status is not EncounterStatus.HELD:
        return None
    for sentence in range(first.sentence, max(-1, first.sentence - BACK - 1), -1):
        for time in analysis.times:
            token = next(iter(analysis.tokens_in(time.span)), None)
            if token is None or analysis.sentence_of[token] != sentence or time.kind is not TimeKind.DATE:
                continue
            if time.date is not None and time.date.evidence and _closed_by_sides(analysis, time, sentence, group, actors):
                return replace(time.date, basis=DateBasis.INHERITED)
    return None


def _closed_by_sides(analysis: Analysis, time: TimeExpression, sentence: int, group: Group, actors: DocumentActors) -> bool:
    words = load_words()
    for verb in range(*analysis.sentences[sentence]):
        if analysis.lemmas[verb] not in words.closing_verbs or analysis.tags[verb] != "VBD":
            continue
        if not hangs_on(analysis, time, {verb}):
            continue
        subjects = [own for own in analysis.children(verb) if analysis.deps[own] == "nsubj"]
        found = [actor for own in subjects for _, actor in actors.within(analysis.subtree_span(own))]
        named = {actor.id for actor in found}
        countries = {actor.country for actor in found if actor.country}
        told = countries & group.countries or named & group.people.keys()
        if len(named) > 1 and (told or not (group.countries or group.people)):
            return True
    return False


def with_inherited(analysis: Analysis, groups: Sequence[Group], actors: DocumentActors) -> None:
    """Give undated groups the date that the sentences before them carry."""
    for group in groups:
        if not any(draft.date is not None for draft in group.drafts):
            date = inherited_date(analysis, group, actors)
            if date is not None:
                group.drafts[0] = replace(group.drafts[0], date=date)
