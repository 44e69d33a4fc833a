"""Whose president an article means that never says it: "President X" beside "the White House", "the X administration".

Papers leave out the state of their own head of state. The seat of a government that the article names tells it, where
nobody else in the article heads that state and one candidate stands out.
"""

from communique.extract.actors.draft import Board, Draft
from communique.lexicon.country import country_by_seat
from communique.lexicon.office import title_nouns
from communique.model import ActorKind

HEAD = "president"
# offices that only one state calls so, where nothing stands behind them; other states that have them too
OF_ONE_STATE = {"secretary of state": "US", "secretary of the treasury": "US", "treasury secretary": "US"}
ALSO_USED = frozenset({"GB", "VA"})
LEAST_MENTIONS = 3
CLEARLY = 2  # times as often as the next candidate


def add_seats(board: Board) -> None:
    """Give the state to its president and secretary of state, where the article names only its seat or its name."""
    people = [draft for draft in board.drafts if draft.kind is ActorKind.PERSON and draft.country is None]
    for state in [draft for draft in board.drafts if draft.kind is ActorKind.STATE and draft.country is not None]:
        if _has_seat(board, state) and not any(_heads(draft, state.country) for draft in board.drafts):
            own = _president(board, [draft for draft in people if _heads(draft, None)])
            if own is not None:
                own.country = state.country
    for draft in people:
        codes = {OF_ONE_STATE.get(office.title.casefold()) for office in draft.offices if office.principal is None} - {None}
        if len(codes) == 1 and codes <= board.named.keys() and not ALSO_USED & board.named.keys():
            draft.country = draft.country or next(iter(codes))


def _has_seat(board: Board, state: Draft) -> bool:
    words = {" ".join(board.analysis.text[span.start : span.end].split()) for span in state.mentions}
    found = (country_by_seat(one) for one in words)
    return any(country is not None and country.code == state.country for country in found)


def _heads(draft: Draft, code: str | None) -> bool:
    """Whether a person is, now, president of a state by its code; of one that the article does not tell for None."""
    return draft.kind is ActorKind.PERSON and draft.country == code and any(
        HEAD in title_nouns(office.title) and office.status != "former" and (office.principal is None or code is not None)
        for office in draft.offices
    )  # fmt: skip


def _president(board: Board, candidates: list[Draft]) -> Draft | None:
    governing = {
        id(board.at.get(i - 1)) for i in range(1, len(board.words)) if board.lower(i) == "administration"
    }  # "the X administration"
    own = [draft for draft in candidates if id(draft) in governing]
    if len(own) == 1:
        return own[0]
    ranked = sorted(candidates, key=lambda draft: (-len(draft.mentions), draft.start()))
    if not ranked or len(ranked[0].mentions) < LEAST_MENTIONS:
        return None
    clear = len(ranked) == 1 or len(ranked[0].mentions) >= CLEARLY * len(ranked[1].mentions)
    return ranked[0] if clear else None
