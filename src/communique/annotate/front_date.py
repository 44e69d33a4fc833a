"""A date at the head of a sentence, without a comma, that the parser takes for part of the subject.

"On 3 May 2031 Prime Minister Ada Moreno held talks": the date belongs to "on", the name is the subject of "held".
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.model import Analysis, TimeExpression, TimeKind

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NAME = frozenset({"PROPN", "NOUN"})
LEADS = frozenset({"on", "in", "by", "since", "during"})


def free_subjects(analysis: Analysis) -> Analysis:
    """The analysis with each subject that a date before it has swallowed, or that has swallowed the date, put right.

    Only where the date and the subject stand side by side at the head of a clause; all else stays as it is.
    """
    deps, heads = list(analysis.deps), list(analysis.heads)
    changed = False
    for time in analysis.times:
        found = _swallowed(analysis, time) if time.kind is TimeKind.DATE else None
        if found is None:
            continue
        name, verb, date = found
        if heads[date[0] - 1] in date:  # the preposition was hung on a word of the date
            heads[date[0] - 1], deps[date[0] - 1] = verb, "prep"
        top = next(at for at in reversed(date) if analysis.heads[at] not in date)
        for at in date:
            if at == top:
                heads[at], deps[at] = date[0] - 1, "pobj"
            elif analysis.heads[at] not in date:
                heads[at] = top
        if analysis.deps[name] not in SUBJECTS:
            passive = any(analysis.deps[own] == "auxpass" for own in analysis.children(verb))
            heads[name], deps[name] = verb, "nsubjpass" if passive else "nsubj"
        changed = True
    return rehung(analysis, deps, heads) if changed else analysis


def rehung(analysis: Analysis, deps: Sequence[str], heads: Sequence[int]) -> Analysis:
    """The analysis with these labels and heads; as it was where some token would stand above itself."""
    safe: set[int] = set()
    for token in range(len(heads)):
        line: list[int] = []
        inside: set[int] = set()
        while token not in safe and heads[token] != token:
            if token in inside:
                return analysis
            line.append(token)
            inside.add(token)
            token = heads[token]
        safe.update(line)
    return replace(analysis, deps=tuple(deps), heads=tuple(heads), _children=[])


def _swallowed(analysis: Analysis, time: TimeExpression) -> tuple[int, int, range] | None:
    """(head of the name, its verb, the tokens of the date) where a date and a subject have become one phrase."""
    date = analysis.tokens_in(time.span)
    if not date or date[0] == 0 or date[-1] + 1 >= len(analysis) or analysis.lemmas[date[0] - 1] not in LEADS:
        return None
    lead, after = date[0] - 1, date[-1] + 1
    names = {at for own in date for at in (own, *analysis.ancestors(own)) if at >= after and analysis.pos[at] in NAME}
    name = next(
        (at for at in sorted(names, reverse=True) if analysis.deps[at] in SUBJECTS or analysis.heads[at] == lead), None
    )
    if name is None or analysis.deps[name] not in {"pobj", "nsubj", "nsubjpass"}:
        return None
    verb = analysis.heads[lead] if analysis.deps[name] == "pobj" else analysis.heads[name]
    if verb <= name or not analysis.tags[verb].startswith("VB"):
        return None
    if analysis.deps[name] == "pobj" and any(analysis.deps[own] in SUBJECTS for own in analysis.children(verb)):
        return None
    beside = all(name in analysis.ancestors(at) for at in range(after, name))
    return (name, verb, date) if beside else None
