"""Who is "I" in a text that one person gives in his own name: "Statement by Commissioner X", "Briefing of the Envoy, Y, to
the Council", a column with a byline and a note on its author."""

import re

from communique.extract.actors.author import name_of_byline
from communique.extract.actors.draft import Board, Draft
from communique.extract.actors.letterhead import QUOTED
from communique.lexicon.office import office_head
from communique.model import ActorKind, NameKind, RegionKind, Span

GIVEN = re.compile(
    r"\b(?:statement|remarks?|speech|address|briefing|intervention|testimony|letter|message|op-?ed|opinion|comments?|keynote"
    r"|lecture|declaration|report|column)\b[^\n]{0,40}?\b(?:by|of|from|with)\b[ ]+(?P<who>[^\n]+)",
    re.IGNORECASE,
)
COLUMN = re.compile(r"^[^\n]{0,40}\b(?:with|by)[ ]+(?P<who>[^\n]+)$", re.IGNORECASE)
NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:[ ](?:(?:al|bin|da|de|del|der|di|el|la|le|van|von)[ ])?[A-ZÀ-Þ][\w'’.-]*)*")
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Lady|Lord)\b\.?[ ]$")
HEAD = frozenset({RegionKind.TITLE, RegionKind.STANDFIRST, RegionKind.HEADING, RegionKind.BYLINE})
SINGULAR = frozenset({"I", "me", "my", "My", "mine", "myself", "Me"})
FEWEST = 2


def add_first_person(board: Board) -> None:
    """Give "I" and "my" outside quotation marks to the person in whose name the text is given, if its head names one.

    A reporter's "told me" stays open: a news report has no such head.
    """
    own = _first_person(board)
    if len(own) < FEWEST:
        return
    author = _given_by(board) or _columnist(board)
    if author is None:
        return
    for token in own:
        author.add(board.analysis.span(token, token + 1), NameKind.PRONOUN)
        board.at.setdefault(token, author)


def _first_person(board: Board) -> list[int]:
    """The tokens "I", "me" and "my" outside quotation marks; [] where "I" is not among them."""
    analysis = board.analysis
    found = [token for token in range(len(analysis)) if analysis.word(token) in SINGULAR]
    marks = [match.span() for match in QUOTED.finditer(analysis.text)] if found else []
    inside = {token for start, end in marks for token in analysis.tokens_in(Span(start, end))}
    found = [token for token in found if token not in inside]
    return found if any(analysis.word(token) == "I" for token in found) else []


def _given_by(board: Board) -> Draft | None:
    """The person named after "by" or "of" in a line of the head that tells what the text is."""
    text = board.analysis.document.text
    for span in _head(board):
        match = GIVEN.search(text, span.start, span.end)
        if match is not None and (found := _person(board, Span(*match.span("who")))) is not None:
            return found
    return None


def _head(board: Board) -> list[Span]:
    """The lines above the first paragraph."""
    found = []
    for region in board.analysis.clean.regions:
        if region.kind is RegionKind.BODY:
            break
        if region.kind in HEAD:
            found.append(region.span)
    return found


def _columnist(board: Board) -> Draft | None:
    """The one person named in the byline, or in a title like "On the pier with X", if a note below tells of him."""
    text, regions = board.analysis.document.text, board.analysis.clean.regions
    notes = [region.span for region in regions if region.kind is RegionKind.NOTE]
    for region in regions:
        if region.kind not in HEAD:
            continue
        line = text[region.span.start : region.span.end]
        match = COLUMN.match(line)
        name = name_of_byline(line if region.kind is RegionKind.BYLINE else match["who"] if match is not None else "")
        if name and any(text.find(name, note.start, note.end) >= 0 for note in notes):
            at = text.find(name, region.span.start, region.span.end)
            return _known(board, name) or _new(board, Span(at, at + len(name)))
    return None


def _person(board: Board, around: Span) -> Draft | None:
    """The first person whom the words name: one on the board, or a name behind a title."""
    text = board.analysis.document.text
    for match in NAME.finditer(text, around.start, around.end):
        place = Span(*match.span())
        words = match[0].split()
        titles = 0
        while titles < len(words) and (office_head(words[titles].lower()) is not None or words[titles].endswith(".")):
            titles += 1
        held = [draft for draft in board.drafts if any(place.overlaps(span) for span in draft.mentions)]
        people = [draft for draft in held if draft.kind is ActorKind.PERSON]
        if people:
            return people[0]
        if held or titles == len(words) or office_head(words[-1].lower()) is not None:
            continue
        name = " ".join(words[titles:])
        if titles or TITLED.search(text, around.start, place.start) is not None:
            return _known(board, name) or _new(board, Span(place.end - len(name), place.end))
    return None


def _known(board: Board, name: str) -> Draft | None:
    return next((draft for draft in board.drafts if draft.kind is ActorKind.PERSON and draft.name.endswith(name)), None)


def _new(board: Board, place: Span) -> Draft:
    draft = board.new(Draft(ActorKind.PERSON, board.analysis.document.text[place.start : place.end]))
    draft.add(place, NameKind.NAME)
    return draft
