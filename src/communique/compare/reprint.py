"""Who rests on whom: reprints, cuts and spins of one wire story, found on the body text through an index.

Source: issue 5, point 7: credit lines first, then text; one official readout quoted by several papers is no reprint.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.compare.shingle import Shingles, count_shared, shingle
from communique.model import CleanText, Dependence

REPRINT = 0.8
DEPENDENT = 0.35
CREDITED = 0.15
FEWEST = 8
SHORTEST = 12  # a sentence may be alike by chance: how news of one event begins
READOUT = 12
QUOTED_WEIGHT = 0.25
SIMILAR_LENGTH = 0.75


@dataclass(frozen=True, slots=True)
class Text:
    """A document as the comparison sees it."""

    id: str
    shingles: Shingles
    credit: str
    published: str
    is_agency: bool


def find_dependence(cleans: Iterable[CleanText]) -> tuple[Dependence, ...]:
    """The dependences between documents, by document, then origin; the order of `cleans` does not matter.

    Args:
        cleans: texts with everything but the body blanked.

    Returns:
        One entry a dependent pair. kind "reprint": most of both texts is common; "cut": the shorter one stands in the
        longer; "credit": a smaller common part and the same agency named; "shared": long common quotations and little
        else (one speech or readout behind both), which makes no common origin of the rest.
    """
    texts = {clean.document.id: _text(clean) for clean in cleans}
    own = count_shared({name: text.shingles.own for name, text in texts.items()})
    quoted = count_shared({name: text.shingles.all for name, text in texts.items()})
    found = []
    for pair in sorted(own.keys() | quoted.keys()):
        one, two = texts[pair[0]], texts[pair[1]]
        made = _judge(one, two, own.get(pair, 0), quoted.get(pair, 0))
        if made is not None:
            found.append(made)
    return tuple(sorted(found, key=lambda row: (row.document, row.origin)))


def _text(clean: CleanText) -> Text:
    document = clean.document
    published = document.published.start if document.published is not None and document.published.start else "9"
    agency = document.outlet is not None and document.outlet.is_agency
    return Text(document.id, shingle(clean.text), (document.credit or "").casefold(), published, agency)


def _judge(one: Text, two: Text, shared: int, shared_all: int) -> Dependence | None:
    """What the pair is: `shared` counts sequences outside quotations, `shared_all` all of them."""
    extra = shared_all - shared
    left, right = (_size(text) for text in (one, two))
    shorter, longer = min(left, right), max(left, right)
    common = shared + QUOTED_WEIGHT * extra
    if shorter < SHORTEST or shared + extra < FEWEST:
        return None
    share = min(1.0, common / shorter)
    document, origin = _direction(one, two, left, right)
    percent = f"{share:.0%} of the shorter text"
    if share >= DEPENDENT and shared >= FEWEST:
        whole = share >= REPRINT and shorter >= SIMILAR_LENGTH * longer
        return Dependence(document.id, origin.id, "reprint" if whole else "cut", round(share, 4), f"common words: {percent}")
    if share >= CREDITED and one.credit and one.credit == two.credit:
        reason = f"both credit {one.credit}; common words: {percent}"
        return Dependence(document.id, origin.id, "credit", round(share, 4), reason)
    if extra >= READOUT:
        return Dependence(document.id, origin.id, "shared", round(share, 4), f"{extra} common word sequences in quotations")
    return None


def _size(text: Text) -> float:
    return len(text.shingles.own) + QUOTED_WEIGHT * len(text.shingles.quoted)


def _direction(one: Text, two: Text, left: float, right: float) -> tuple[Text, Text]:
    """(dependent, origin): the agency is the origin, else the earlier text, else the longer, else the first by id."""
    first = (not one.is_agency, one.published, -left, one.id)
    second = (not two.is_agency, two.published, -right, two.id)
    return (two, one) if first <= second else (one, two)


def independence_groups(document_ids: Iterable[str], dependences: Sequence[Dependence]) -> dict[str, str]:
    """Document id -> id of the document that its group counts under.

    Documents joined by reprint, cut or credit are one origin; a shared quotation joins nothing. The group's name is its
    document that depends on no other one, the first by id among several.
    """
    parent = {own: own for own in sorted(document_ids)}

    def find(own: str) -> str:
        while parent[own] != own:
            parent[own] = parent[parent[own]]
            own = parent[own]
        return own

    dependent = set()
    for row in sorted(dependences, key=lambda row: (row.document, row.origin)):
        if row.kind == "shared" or row.document not in parent or row.origin not in parent:
            continue
        dependent.add(row.document)
        one, two = find(row.document), find(row.origin)
        if one != two:
            parent[max(one, two)] = min(one, two)
    groups: dict[str, list[str]] = {}
    for own in parent:
        groups.setdefault(find(own), []).append(own)
    return {own: _name(members, dependent) for members in groups.values() for own in members}


def _name(members: Sequence[str], dependent: set[str] | Mapping[str, object]) -> str:
    free = [own for own in members if own not in dependent]
    return min(free or members)
