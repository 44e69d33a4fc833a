"""A passage that somebody linked to: where its words stand now."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Evidence, Span
from communique.query.view import View

LONGEST = 300
FEWEST = 8  # characters: shorter words stand anywhere, and prove nothing about another article
MOST = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """What became of a link.

    Attributes:
        state: "here" (the words stand where the link says), "moved" (elsewhere in the same article), "elsewhere" (the
            article is not in the record, or does not hold them; other articles do), "gone".
        places: where the words stand now, the best first; of the same article only where it holds them.
    """

    state: str
    places: tuple[Evidence, ...]


def find_passage(view: View, document: str, start: int, end: int, words: str) -> Passage:
    """Where the words of a link stand in the record of today.

    Args:
        document: id of the article that was linked to.
        start, end: characters [start, end) of its text.
        words: the words that stood there; they are looked for exactly, blanks apart. "" = trust the place.
    """
    found = view.documents.get(document)
    words = " ".join(words.split())[:LONGEST]
    if found is not None:
        text = found.document.text
        inside = 0 <= start < end <= len(text)
        if inside and (not words or " ".join(text[start:end].split()).startswith(words)):
            return Passage("here", (Evidence(document, Span(start, end), text[start:end]),))
        if words:
            near = sorted(_places(document, text, words), key=lambda own: (abs(own.span.start - start), own.span.start))
            if near:
                return Passage("moved", tuple(near[:MOST]))
    others: list[Evidence] = []
    if len(words) >= FEWEST:
        for own, other in view.documents.items():
            others.extend(_places(own, other.document.text, words) if own != document else ())
            if len(others) >= MOST:
                break
    return Passage("elsewhere" if others else "gone", tuple(others[:MOST]))


def _places(document: str, text: str, words: str) -> Iterator[Evidence]:
    """Where the words stand in a text; a blank stands for any run of blanks."""
    first, *rest = words.split(" ")
    at = text.find(first)
    while at != -1:
        end = at + len(first)
        for word in rest:
            after = end
            while after < len(text) and text[after].isspace():
                after += 1
            if after == end or not text.startswith(word, after):
                break
            end = after + len(word)
        else:
            yield Evidence(document, Span(at, end), text[at:end])
        at = text.find(first, at + 1)
