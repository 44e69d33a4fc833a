"""From pairwise judgements to groups of the same thing."""

from collections.abc import Iterable, Sequence

from communique.model import Judgement, Verdict


def by_person(judgement: Judgement) -> bool:
    """Whether a person, not a rule, signed it."""
    return judgement.author.startswith("person:")


def clusters(ids: Iterable[str], judgements: Sequence[Judgement]) -> tuple[tuple[str, ...], ...]:
    """Groups of ids that are the same, by the judgements.

    A person's judgement beats a rule's; among a person's the later one wins. Rules then join in order of score, and
    never join two groups that hold a pair judged different. The order of `judgements` does not matter.

    Args:
        ids: all items of one section.
        judgements: on pairs of them; pairs with an unknown id are passed over.

    Returns:
        Groups with their members sorted, the groups sorted by first member; an item without a partner is a group.
    """
    groups = Groups(ids)
    people = _latest([found for found in judgements if by_person(found)])
    settled = {(found.left, found.right) for found in people}
    rules = [found for found in judgements if not by_person(found) and (found.left, found.right) not in settled]
    for found in people:
        if found.verdict is Verdict.DIFFERENT:
            groups.forbid(found.left, found.right)
    for found in people:
        if found.verdict is Verdict.SAME:
            groups.join(found.left, found.right)
    for found in rules:
        if found.verdict is Verdict.DIFFERENT:
            groups.forbid(found.left, found.right)
    for found in sorted(rules, key=lambda found: (-found.score, found.left, found.right)):
        if found.verdict is Verdict.SAME:
            groups.join(found.left, found.right)
    return groups.all()


def _latest(judgements: Sequence[Judgement]) -> list[Judgement]:
    last: dict[tuple[str, str], Judgement] = {}
    for found in sorted(judgements, key=lambda found: (found.at or "", found.author)):
        last[found.left, found.right] = found
    return [last[pair] for pair in sorted(last)]


class Groups:
    """Disjoint sets with pairs that must stay apart."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.parent = {own: own for own in sorted(ids)}
        self.members = {own: [own] for own in self.parent}
        self.apart: dict[str, set[str]] = {}

    def find(self, own: str) -> str:
        """The name of the set that holds `own`."""
        while self.parent[own] != own:
            self.parent[own] = self.parent[self.parent[own]]
            own = self.parent[own]
        return own

    def forbid(self, left: str, right: str) -> None:
        """Keep two items apart from now on; nothing if they are joined already."""
        if left not in self.parent or right not in self.parent:
            return
        one, two = self.find(left), self.find(right)
        if one != two:
            self.apart.setdefault(one, set()).add(two)
            self.apart.setdefault(two, set()).add(one)

    def join(self, left: str, right: str) -> None:
        """Put two items into one set, unless their sets must stay apart."""
        if left not in self.parent or right not in self.parent:
            return
        one, two = self.find(left), self.find(right)
        if one == two or two in self.apart.get(one, ()):
            return
        if len(self.members[one]) < len(self.members[two]):
            one, two = two, one
        self.parent[two] = one
        self.members[one].extend(self.members.pop(two))
        for other in self.apart.pop(two, set()):
            self.apart[other].discard(two)
            self.apart[other].add(one)
            self.apart.setdefault(one, set()).add(other)

    def all(self) -> tuple[tuple[str, ...], ...]:
        """The sets, sorted."""
        return tuple(sorted(tuple(sorted(found)) for found in self.members.values()))
