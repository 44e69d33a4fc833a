"""The author of an opinion: named in the byline and told of in a note below the article ("X is a fellow at ...")."""

import re

from communique.extract.actors.draft import Board, Draft
from communique.model import ActorKind, NameKind, RegionKind, Span

OPENER = re.compile(r"^(?:by|with|from)\s+", re.IGNORECASE)
TITLE = re.compile(r"^(?:dr|prof|professor|mr|mrs|ms|sir|dame)\.?\s+", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: (?:[^\W\d_][\w'’.-]*)){1,3}")


def add_author(board: Board) -> None:
    """Put the one author on the board whom byline and note name, unless the article itself names him. A reporter, of whom
    no note tells, is no actor."""
    regions, text = board.analysis.clean.regions, board.analysis.document.text
    lines = [region.span for region in regions if region.kind is RegionKind.BYLINE]
    names = {name_of_byline(text[span.start : span.end]) for span in lines} - {""}
    if len(names) != 1:
        return
    name = names.pop()
    places = [*lines, *(region.span for region in regions if region.kind is RegionKind.NOTE)]
    found = [Span(at, at + len(name)) for span in places if (at := text.find(name, span.start, span.end)) >= 0]
    if len(found) <= len(lines) or any(name in draft.name or draft.name == name for draft in board.drafts):
        return
    author = board.new(Draft(ActorKind.PERSON, name))
    for span in found:
        author.add(span, NameKind.NAME)


def name_of_byline(line: str) -> str:
    """The name that a byline consists of; "" where it is none, or more than one."""
    bare = TITLE.sub("", OPENER.sub("", line.strip()))
    return bare if NAME.fullmatch(bare) and all(word[0].isupper() or len(word) <= 3 for word in bare.split()) else ""
