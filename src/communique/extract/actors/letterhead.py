"""Who issues a text in the first person plural: the body of its letterhead is "we"."""

import re

from communique.extract.actors.draft import Board, Draft
from communique.extract.actors.organisation import MOVEMENT_WORDS, subtype_of
from communique.lexicon.body import INSTITUTION_WORDS
from communique.model import ActorKind, Analysis, NameKind

FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves"})
QUOTED = re.compile(r"“[^”\n]{0,600}”|\"[^\"\n]{0,600}\"|«[^»\n]{0,600}»")
FEWEST = 4
LONGEST = 10


def add_letterhead(board: Board) -> None:
    """Give "we" and "our" outside quotation marks to the body whose name opens the text.

    "We" of a reporter, a columnist or a speaker between marks stays open.
    """
    own = own_voice(board.analysis)
    last = first_line(board.analysis)
    if not own:
        return
    issuer = next((board.at[k] for k in range(last) if k in board.at and board.at[k].kind is ActorKind.ORGANISATION), None)
    if issuer is None:
        name = " ".join(board.analysis.words(0, last).split())
        issuer = board.new(Draft(ActorKind.ORGANISATION, name, subtype_of(name), plural=True))
        board.mention(issuer, 0, last, NameKind.NAME)
    if issuer.name.isupper():
        issuer.name = _plain(issuer.name)
    for i in own:
        issuer.add(board.analysis.span(i, i + 1), NameKind.PRONOUN)
        board.at.setdefault(i, issuer)


def own_voice(analysis: Analysis) -> list[int]:
    """The tokens "we" and "our" outside quotation marks of a text that a body issues in its own name; [] for any other.

    The first line is the name of a body, and the text speaks of itself as "we" again and again, seldom as "I".
    """
    last = first_line(analysis)
    head = {analysis.word(k).casefold() for k in range(last)}
    if not 2 <= last <= LONGEST or "by" in head or not head & (INSTITUTION_WORDS | MOVEMENT_WORDS):
        return []
    marks = [match.span() for match in QUOTED.finditer(analysis.text)]
    own, singular = [], 0
    for i in range(len(analysis)):
        word = analysis.word(i)
        if word != "I" and word.casefold() not in FIRST_PERSON:
            continue
        if any(start < analysis.starts[i] < end for start, end in marks):
            continue
        if word == "I":
            singular += 1
        elif word != "US":
            own.append(i)
    return own if len(own) >= FEWEST and singular * 2 <= len(own) else []


def first_line(analysis: Analysis) -> int:
    """The number of tokens of the first line."""
    for i in range(1, len(analysis)):
        if "\n" in analysis.text[analysis.ends[i - 1] : analysis.starts[i]]:
            return i
    return len(analysis)


def _plain(name: str) -> str:
    """A name in capitals as people write it: "FRONT OF THE NORTH" is "Front of the North"."""
    small = {"of", "the", "for", "and", "in", "de", "la", "del", "los", "las", "du", "des"}
    words = [word.lower() if word.lower() in small else word.capitalize() for word in name.split()]
    return " ".join([words[0].capitalize(), *words[1:]])
