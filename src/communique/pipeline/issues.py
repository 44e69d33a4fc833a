"""The issue of each position: that of the issue file in use, else what other positions on the same thing are about, else
one that is proposed from the words."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from communique.lexicon.issue import OTHER, IssueTree, load_issues
from communique.lexicon.phrase import words_of
from communique.model import Issue, Position

AT_LEAST = 2
PREFIX = "proposed-"


def file_positions(positions: Sequence[Position], tree: IssueTree) -> tuple[list[Position], tuple[Issue, ...]]:
    """The positions under issues of `tree`, and the issues that are proposed for those that it does not cover.

    A thing ("levy") that no issue covers goes where other positions on a thing of that name went; one on which positions stand in at
    least `AT_LEAST` places becomes a proposed issue; the rest stays "other". Proposed ids follow from the words
    alone ("proposed-levy"), so they are the same from build to build.
    """
    placed = [_of_tree(own, tree) for own in positions]
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    for own in placed:
        if own.issue != OTHER and (key := key_of(own)):
            homes[key][own.issue] += 1
    loose: dict[str, list[Position]] = defaultdict(list)
    for own in placed:
        if own.issue == OTHER and (key := key_of(own)) and key not in homes:
            loose[key].append(own)
    proposed = {key: _proposal(key, found) for key, found in loose.items() if _is_wide(found)}
    result = [_settled(own, homes, proposed) for own in placed]
    return result, tuple(proposed[key] for key in sorted(proposed))


def key_of(position: Position) -> str:
    """The stem of the last word of the thing that a position is on; "" where it names none."""
    words = words_of(position.matter.quote) if position.matter is not None else ()
    return words[-1] if words and len(words[-1]) > 2 else ""


def _is_wide(found: Sequence[Position]) -> bool:
    """Whether the words stand in enough places; two holders of one sentence are one place."""
    return len({(own.document, own.content[0].span) for own in found}) >= AT_LEAST


def _of_tree(own: Position, tree: IssueTree) -> Position:
    """The position under an issue of a tree that is not the default one: its new issues come first."""
    default = {issue.id for issue in load_issues().issues}
    known = {issue.id for issue in tree.issues}
    if known <= default and own.issue in known:
        return own
    found = tree.find(" ".join(part.quote for part in own.content))
    new = [issue for issue in found if issue not in default]
    if new:
        return replace(own, issue=new[0])
    if own.issue in known and own.issue != OTHER:
        return own
    return replace(own, issue=found[0] if found else OTHER)


def _settled(own: Position, homes: dict[str, Counter[str]], proposed: dict[str, Issue]) -> Position:
    if own.issue != OTHER:
        return own
    key = key_of(own)
    if key in homes:
        return replace(own, issue=min(homes[key], key=lambda issue: (-homes[key][issue], issue)))
    return replace(own, issue=proposed[key].id) if key in proposed else own


def _proposal(key: str, found: Sequence[Position]) -> Issue:
    names = Counter(own.matter.quote.lower() for own in found if own.matter is not None)
    name = min(names, key=lambda own: (-names[own], len(own), own))
    return Issue(PREFIX + key, name[:1].upper() + name[1:], None, OTHER, proposed=True)
