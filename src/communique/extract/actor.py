"""Who acts in one document: every name, office, metonym, description and pronoun, joined inside the document only."""

from communique.extract.actors.attached import add_attached, add_own_outlet
from communique.extract.actors.author import add_author
from communique.extract.actors.draft import Board, Draft, DraftOffice
from communique.extract.actors.first_person import add_first_person
from communique.extract.actors.group import (
    add_body_references,
    add_created_bodies,
    add_governments,
    add_peoples,
    add_press,
)
from communique.extract.actors.holder import Holders
from communique.extract.actors.homeland import add_homelands
from communique.extract.actors.letterhead import add_letterhead
from communique.extract.actors.office import OfficeFinder, without_fields
from communique.extract.actors.organisation import add_nationality, add_organisations
from communique.extract.actors.pair import add_joint_sides
from communique.extract.actors.person import add_persons
from communique.extract.actors.pronoun import Pronouns
from communique.extract.actors.refer import References
from communique.extract.actors.seat import add_seats
from communique.extract.actors.side import add_sides
from communique.extract.actors.speaker import describe_speakers
from communique.extract.actors.state import add_states
from communique.extract.actors.unit import UnitFinder
from communique.extract.actors.unit_kind import UnitKind
from communique.lexicon.office import GO_BETWEEN, GOVERNMENT_CLASSES, title_nouns
from communique.model import ActorKind, ActorMention, Analysis, DocumentActors, LocalActor, Office

NAMELESS = "anonymous_source"  # its name is its description; an office would say more than the document does


def find_actors(analysis: Analysis) -> DocumentActors:
    """The actors of one document, in order of first mention.

    Args:
        analysis: of a whole article; times are not read, attributions only for nameless speakers.

    Returns:
        Actors whose mentions hold exactly the referring words. A pronoun or description that may mean two actors is
        left out. Nothing for an analysis without tokens.
    """
    finder = UnitFinder(analysis)
    units = finder.units()
    board = Board(analysis, finder.words)
    add_persons(board, [unit for unit in units if unit.kind is UnitKind.PERSON])
    phrases = OfficeFinder(analysis, finder.words, units).phrases()
    units = without_fields(units, phrases)
    add_states(board, units)
    add_organisations(board, units)
    add_nationality(board, units)
    holders = Holders(board, phrases, units)
    holders.link()
    add_sides(board)
    add_seats(board)
    add_governments(board)
    references = References(board, phrases, holders.linked, holders.groups)
    references.settle()
    references.settle_homeless()
    add_press(board)
    add_peoples(board, units)
    add_joint_sides(board)
    add_created_bodies(board)
    add_body_references(board)
    add_attached(board)
    add_own_outlet(board)
    add_letterhead(board)
    add_author(board)
    add_first_person(board)
    describe_speakers(board)
    Pronouns(board).resolve()
    holders.link_pronouns()
    references.settle_owned()
    add_homelands(board)
    for draft in board.drafts:
        _complete(board, draft)
    return _document_actors(analysis, board.drafts)


def _complete(board: Board, draft: Draft) -> None:
    """Fill what follows from the rest: whom an office of a known state serves, whom a person speaks for."""
    if draft.kind is not ActorKind.PERSON:
        return
    state = board.named.get(draft.country or "")
    for office in draft.offices:
        if office.principal is None and state is not None and office.group in GOVERNMENT_CLASSES | {"head"}:
            office.principal = None if title_nouns(office.title) & GO_BETWEEN else state
    for office in draft.offices:
        served = office.principal
        if served is not None and served.kind is ActorKind.PERSON and office.group in GOVERNMENT_CLASSES | {"speaker"}:
            served.country = served.country or draft.country
            draft.country = draft.country or served.country
    if draft.principal is None:
        serving = [
            o.principal
            for o in draft.offices
            if o.status != "former" and o.group in GOVERNMENT_CLASSES | {"speaker", "counterpart"}
        ]
        draft.principal = next((found for found in serving if found is not None), None)


def _document_actors(analysis: Analysis, drafts: list[Draft]) -> DocumentActors:
    kept = sorted((draft for draft in drafts if draft.mentions), key=lambda draft: (draft.start(), draft.name))
    ids = {id(draft): f"{analysis.document.id}:a{number}" for number, draft in enumerate(kept, 1)}
    return DocumentActors(tuple(_actor(analysis, draft, ids) for draft in kept))


def _actor(analysis: Analysis, draft: Draft, ids: dict[int, str]) -> LocalActor:
    mentions = [
        ActorMention(analysis.evidence(span), kind)
        for span, kind in sorted(draft.mentions.items(), key=lambda row: (row[0].start, -row[0].end))
    ]
    return LocalActor(
        id=ids[id(draft)],
        kind=draft.kind,
        name=draft.name,
        mentions=tuple(mentions),
        subtype=draft.subtype,
        country=draft.country,
        principal=ids.get(id(draft.principal)),
        offices=() if draft.subtype == NAMELESS else tuple(_office(analysis, office, ids) for office in draft.offices),
        stands_for=tuple(ids[id(member)] for member in draft.members if id(member) in ids),
    )


def _office(analysis: Analysis, office: DraftOffice, ids: dict[int, str]) -> Office:
    evidence = tuple(analysis.evidence(span) for span in sorted(office.spans))
    return Office(" ".join(office.title.split()), ids.get(id(office.principal)), evidence, office.status)
