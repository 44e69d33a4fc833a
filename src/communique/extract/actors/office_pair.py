"""Which two persons "the two presidents", "both leaders", "the two rivals" mean."""

from collections.abc import Collection

from communique.extract.actors.draft import Board, Draft
from communique.extract.actors.group import add_group
from communique.extract.actors.office_phrase import OfficePhrase
from communique.extract.actors.pair import joined_people
from communique.lexicon.office import title_nouns
from communique.model import ActorKind

RIVALS = frozenset({"adversary", "leader", "opponent", "protagonist", "rival"})


def add_pair(board: Board, phrase: OfficePhrase, alike: Collection[str] | None) -> None:
    """A group for a plural office of no named state: the two persons of such an office mentioned last before, if there are
    just two; of more, those whom the document joins most.

    Args:
        alike: groups of offices that the noun may mean as well ("leader": heads of state); None without "two" or "both".
    """
    at = board.analysis.starts[phrase.first]
    noun, pair = phrase.head.noun, alike is not None
    fitting: list[tuple[int, Draft]] = []
    for draft in _people(board):
        last = [span.start for span in draft.mentions if span.start < at]
        groups = {office.group for office in draft.offices}
        heads = {found for office in draft.offices for found in title_nouns(office.title)}
        if last and draft.subtype is None and (noun in heads or groups & set(alike or ())):
            fitting.append((max(last), draft))
    fitting.sort(key=lambda row: -row[0])
    members = [draft for _, draft in fitting]
    joined = joined_people(board) if pair and len(members) != 2 else None
    if joined is not None and (noun in RIVALS or set(map(id, joined)) <= set(map(id, members))):
        members = list(joined)
    if len(members) > 2:
        main = board.main_states()
        ours = [draft for draft in members if main and draft.country in {*main, None}]
        members = ours if len(ours) == 2 else members
    if (not pair and len(members) != 2) or len(members) < 2:
        members = []
    if members or pair:
        add_group(board, board.analysis.words(phrase.title, phrase.last), members[:2], phrase.title, phrase.last)


def add_pair_of_state(board: Board, phrase: OfficePhrase, country: str) -> bool:
    """ "the two Sudanese leaders": the two whom the document joins most, where both are of that state; whether it is so."""
    joined = joined_people(board) if phrase.head.noun in RIVALS else None
    if joined is None or any(draft.country not in {country, None} for draft in joined):
        return False
    add_group(board, board.analysis.words(phrase.title, phrase.last), list(joined), phrase.title, phrase.last)
    return True


def _people(board: Board) -> list[Draft]:
    return [draft for draft in board.drafts if draft.kind is ActorKind.PERSON]
