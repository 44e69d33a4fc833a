"""Bodies that hang on somebody: "Moreno's office", "the mediator's team", and the outlet that speaks of itself."""

from collections.abc import Iterator

from communique.extract.actors.draft import Board, Draft
from communique.lexicon.body import MEDIA_WORDS
from communique.model import ActorKind, NameKind, Span

ATTACHED = frozenset({"office", "team", "secretariat", "cabinet", "staff", "entourage"})
POSSESSIVE = frozenset({"'s", "'", "’s", "’"})
OWN_PAPER = frozenset({"paper", "newspaper", "newspapers", "magazine", "agency", "channel", "station", "website", "site"})


def add_attached(board: Board) -> None:
    """Put the office, team or staff of each person on the board, one for each person and noun; they serve the person."""
    made: dict[tuple[int, str], Draft] = {}
    for i in range(2, len(board.words)):
        owner = board.at.get(i - 2)
        if board.lower(i) not in ATTACHED or i in board.at or board.words[i - 1] not in POSSESSIVE:
            continue
        if owner is None or owner.kind is not ActorKind.PERSON or board.analysis.pos[i] not in ("NOUN", "PROPN"):
            continue
        if board.analysis.deps[i] == "compound":
            continue
        first = i - 2
        while first > 0 and board.at.get(first - 1) is owner:
            first -= 1
        key = (id(owner), board.lower(i))
        if key not in made:
            name = " ".join(board.analysis.words(first, i + 1).split())
            made[key] = board.new(Draft(ActorKind.ORGANISATION, name, "office", owner.country, owner))
        made[key].add(board.analysis.span(first, i + 1), NameKind.DESCRIPTION)
        board.at[i] = made[key]


def add_own_outlet(board: Board) -> None:
    """ "told the Courier", "this newspaper": the outlet of the document, where its own text names it."""
    outlet = board.analysis.document.outlet
    if outlet is None or not outlet.name.strip():
        return
    found = list(_own_places(board, outlet.name))
    _free(board, [board.analysis.span(first, last) for first, last, kind in found if kind is NameKind.NAME])
    held = [board.at[first] for first, _, _ in found if first in board.at]
    known = next((draft for draft in held if draft.kind is ActorKind.ORGANISATION), None)
    free = [place for place in found if all(k not in board.at for k in range(place[0], place[1]))]
    if not free:
        return
    draft = known or board.new(Draft(ActorKind.ORGANISATION, outlet.name, "media", outlet.country))
    draft.subtype = draft.subtype or "media"
    for first, last, kind in free:
        board.mention(draft, first, last, kind)


def _free(board: Board, names: list[Span]) -> None:
    """Take off the board whoever has no other name than those of the outlet ("told Tundra Courier")."""
    for draft in list(dict.fromkeys(board.at[t] for span in names for t in board.analysis.tokens_in(span) if t in board.at)):
        if draft.mentions.keys() <= set(names):
            board.drafts.remove(draft)
            for token in [token for token, holder in board.at.items() if holder is draft]:
                del board.at[token]


def _own_places(board: Board, name: str) -> Iterator[tuple[int, int, NameKind]]:
    """(first, last, kind) of each place that names the outlet: in full, by its last word, as "this newspaper"."""
    words = name.casefold().removeprefix("the ").split()
    length = len(words)
    for i in range(len(board.words)):
        if [board.lower(k) for k in range(i, i + length)] == words and board.words[i][:1].isupper():
            yield i, i + length, NameKind.NAME
        elif board.lower(i - 1) in ("this", "our") and board.lower(i) in OWN_PAPER:
            yield i, i + 1, NameKind.DESCRIPTION
        elif length > 1 and board.lower(i) == words[-1] and _is_short(board, i):
            yield i, i + 1, NameKind.NAME


def _is_short(board: Board, i: int) -> bool:
    """ "the Courier" of "Steppe Courier": a word for a paper with a capital and "the", and nothing it belongs to."""
    named = board.lower(i) in MEDIA_WORDS and board.lower(i - 1) == "the" and board.words[i][:1].isupper()
    return named and board.analysis.pos[i + 1 : i + 2] not in (("NOUN",), ("PROPN",))
