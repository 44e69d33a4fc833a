"""One person under two family names: other romanisations ("So Kyong Thaek", "Seo Kyung-taek"), a letter that slipped.

Spelling alone never joins here: an office or two given names must agree too, and no document may name both.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from communique.lexicon.name import name_skeleton
from communique.lexicon.office import title_groups
from communique.model import Judgement, Reason, Verdict
from communique.resolve.actors.card import Card, document_of, judgement
from communique.resolve.name import score_names

WIDEST = 40
RARE = frozenset({"leader", "minister", "royal", "envoy", "head"})  # offices that few hold at a time
ALIKE_WITH_OFFICE = 0.72
NEAR_ENOUGH = 0.85
SCORE = 0.66
Key = tuple[str, ...]


def judge_spellings(cards: Sequence[Card]) -> list[Judgement]:
    """Judgements on persons of differing family names, each linked to the best earlier one that shares a block.

    Args:
        cards: of named persons, in order; those of a family name alone are passed over.

    Blocks are an office of a state, an office with the start of the family name, two given names, a given name with a
    part of a double family name; in each block only the first `WIDEST` different names are compared.
    """
    apart = _together(cards)
    blocks: dict[Key, list[Card]] = defaultdict(list)
    found: dict[tuple[str, str], Judgement] = {}
    known: set[tuple[Key, str]] = set()
    for card in cards:
        if not card.given:
            continue
        for key in _keys(card):
            for other in blocks[key]:
                reasons = _reasons(card, other, key)
                if reasons and not _meet(card, other, apart):
                    own = judgement(card.id, other.id, Verdict.SAME, SCORE, reasons, "spelling")
                    found.setdefault((own.left, own.right), own)
            name = card.actor.name.casefold()
            if (key, name) not in known and len(blocks[key]) < WIDEST:
                known.add((key, name))
                blocks[key].append(card)
    return list(found.values())


def _together(cards: Sequence[Card]) -> dict[str, set[str]]:
    """The documents of each full name."""
    found: dict[str, set[str]] = defaultdict(set)
    for card in cards:
        found[card.actor.name.casefold()].add(document_of(card.actor))
    return found


def _meet(one: Card, two: Card, documents: dict[str, set[str]]) -> bool:
    """Whether a document names both: then they are two."""
    return bool(documents[one.actor.name.casefold()] & documents[two.actor.name.casefold()])


def _keys(card: Card) -> Iterator[Key]:
    for group in sorted({group for office in card.actor.offices for group in title_groups(office.title)} & RARE):
        if card.actor.country is not None:
            yield "office", card.actor.country, group
        yield "near", group, card.family[:3]
    for part in card.words[-1].split("-"):
        yield "part", name_skeleton(card.given[0]), name_skeleton(part)
    if len(card.given) > 1 or "-" in card.given[0]:
        yield "given", name_skeleton("".join(card.given).replace("-", ""))


def _reasons(one: Card, two: Card, key: Key) -> tuple[Reason, ...]:
    """Why two cards of a block are one person; () if they are not."""
    if one.family == two.family or (one.actor.country and two.actor.country and one.actor.country != two.actor.country):
        return ()
    near = score_names(one.actor.name, two.actor.name).value
    words = Reason("other_spelling", f"{one.actor.name} / {two.actor.name}", round(near, 2))
    if key[0] == "office" and one.titles & two.titles and _likeness(one, two) >= ALIKE_WITH_OFFICE:
        return words, Reason("same_office", " ".join(sorted(one.titles & two.titles)), 0.3)
    if near >= NEAR_ENOUGH and (key[0] in ("given", "part") or one.titles & two.titles):
        return words, Reason("same_office" if key[0] == "near" else "same_given_names", key[1], 0.2)
    return ()


def _likeness(one: Card, two: Card) -> float:
    """Share of letters that agree, names written as one word."""
    return OSA.normalized_similarity(_letters(one), _letters(two))


def _letters(card: Card) -> str:
    return name_skeleton("".join(card.words).replace("-", ""))
