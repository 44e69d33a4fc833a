"""The state that a possessive tells: "his country", "her government", once it is known who "his" means."""

from communique.extract.actors.draft import Board, Draft
from communique.model import ActorKind, NameKind

OWN = frozenset({"country", "government", "homeland", "nation"})
POSSESSIVES = frozenset({"his", "her", "their", "my", "our"})


def add_homelands(board: Board) -> None:
    """A reference to the state of a person for each "his country", where the document names that state."""
    for i in range(1, len(board.words)):
        if board.lower(i) not in OWN or board.lower(i - 1) not in POSSESSIVES or i in board.at:
            continue
        state = _state_of(board, board.at.get(i - 1))
        follows = board.analysis.pos[i + 1] if i + 1 < len(board.words) else ""
        if state is not None and follows not in ("NOUN", "PROPN"):
            state.add(board.analysis.span(i - 1, i + 1), NameKind.DESCRIPTION)
            board.at[i] = state


def _state_of(board: Board, owner: Draft | None) -> Draft | None:
    if owner is None or owner.kind is not ActorKind.PERSON or owner.country is None:
        return None
    return board.named.get(owner.country)
