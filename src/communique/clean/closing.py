"""What stands below the last paragraph of a text: who its author is, how it was edited, who helped, how to cite or follow.

Only the last lines are judged, and only by words that speak of the text or name its author: an article loses none of its own.
"""

import re
from collections.abc import Sequence

from communique.clean.head import Labels
from communique.clean.label import Label
from communique.clean.line import Line
from communique.lexicon.date_line import find_dates
from communique.model import RegionKind

_LAST = 6  # lines from the end
_LONGEST = 60  # words
_LONGEST_TEXT = 600  # characters
_AUTHOR_IS = re.compile(
    r"(?:the|this) (?:author|writer|columnist) (?:is|was|has|teaches|works|writes|lives|heads|directs)\b", re.I
)
_SIGNED_TITLE = re.compile(r"\b(?:with|by) ((?:[A-ZÀ-Þ][\w'’.-]+\s){1,3}[A-ZÀ-Þ][\w'’.-]+)$")
_DONE = re.compile(r"(?:done|signed|issued|given) (?:in|at)\b", re.IGNORECASE)
_DOES = (
    r"(?:is|was|has been|teaches|directs|heads|leads|writes|works|edits|covers|reports|chairs|researches|lectures|serves|served"
    r"|skippered|lives|advises)\b"
)
_EDITED = re.compile(
    r"(?:this |the )?(?:interview|conversation|transcript|text|translation) (?:has been |have been |was |is )?(?:lightly )?"
    r"(?:edited|condensed|shortened|abridged)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(r"(?:for information (?:media|only)\b|not an official (?:record|document)\b)", re.IGNORECASE)
_HELPED = re.compile(
    r"(?:[^.]{0,90}\b)?contributed(?: (?:to|from) (?:this|the) \w+|(?: additional)? reporting)?(?: (?:from|in) [A-Z]\w+)?\.?$"
)
_CITE = re.compile(r"(?:cite (?:this )?(?:\w+ )?as|suggested citation|to cite this)\b\s*:?", re.IGNORECASE)
_FOLLOW = re.compile(
    r"(?:to (?:join|follow|receive|subscribe)\b.{0,80}\b(?:search|channel|click|write)\b|tips:|letters:)", re.I
)
_EDITED_BY = re.compile(r"[A-Z][\w&' -]{2,40} is (?:edited|published|produced) by [A-Z]")
_INITIALS = re.compile(r"[a-z]{2,4}(?:[-/][a-z]{2,4}){1,5}")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|@\w+|\b(?:follow|twitter|facebook|tel|fax|e-?mail|web)\b|[|:·•,/-]", re.I
)


def label_closing(lines: Sequence[Line], labels: Labels, body: int) -> None:
    """Label, in `labels`, the closing lines of a text; the first body line always stays.

    Args:
        lines: of the whole text.
        labels: by line number; what is labelled already stays.
        body: the first line of the body.
    """
    free = [number for number in range(body, len(lines)) if number not in labels]
    authors = [lines[number].text for number, label in sorted(labels.items()) if label.kind is RegionKind.BYLINE]
    authors += [
        named[1]
        for number, label in sorted(labels.items())
        if label.kind is RegionKind.TITLE and (named := _SIGNED_TITLE.search(lines[number].text))
    ]
    for number in reversed(free[max(1, len(free) - _LAST) :]):
        found = _closing(lines[number], authors) if number not in labels else labels[number]
        if found is None:
            if len(lines[number].words) > 3:
                return
            continue
        labels[number] = found


def label_signature(lines: Sequence[Line], labels: Labels, body: int) -> None:
    """Label "Done in Lima, 4 May 2031" and the short lines below it, who signs; before lists of links are looked for."""
    free = [number for number in range(body, len(lines)) if number not in labels]
    for number in free[max(1, len(free) - _LAST) :]:
        text = lines[number].text
        if len(text) <= 120 and _DONE.match(text) and find_dates(text):
            labels[number] = Label(RegionKind.DATELINE, "date")
            for below in (own for own in free if own > number):
                if len(lines[below].words) > 8 or lines[below].is_final:
                    return
                labels[below] = Label(RegionKind.BYLINE, "signature")
            return


def _closing(line: Line, authors: Sequence[str]) -> Label | None:
    text = line.text
    if len(line.words) > _LONGEST or len(text) > _LONGEST_TEXT:
        return None
    if _INITIALS.fullmatch(text) or _CITE.match(text) or _FOLLOW.match(text) or _EDITED_BY.match(text) or _is_contact(text):
        return Label(RegionKind.BOILERPLATE, "closing")
    if _AUTHOR_IS.match(text) or _is_biography(text, authors):
        return Label(RegionKind.NOTE, "author")
    if _EDITED.match(text) or _OFFICIAL.match(text):
        return Label(RegionKind.NOTE, "note")
    return Label(RegionKind.CREDIT, "credit") if len(line.words) <= 16 and _HELPED.fullmatch(text) else None


def _is_contact(text: str) -> bool:
    """Addresses and handles and nothing else: "www.example.org | Follow @example"."""
    rest = _ADDRESS.sub(" ", text)
    return rest != text and sum(mark.isalpha() for mark in rest) <= 3 and re.search(r"www\.|@|https?:", text) is not None


def _is_biography(text: str, authors: Sequence[str]) -> bool:
    """Whether the line begins with the name of an author of the byline and says who that is."""
    for byline in authors:
        for name in re.findall(r"(?:[A-ZÀ-Þ][\w'’.-]+\s){1,3}[A-ZÀ-Þ][\w'’.-]+", byline):
            own = re.sub(r"^(?:By|WRITER|Dr|Prof|Mr|Ms|Mrs)\.?\s", "", name)
            if len(own.split()) > 1 and re.match(
                rf"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? )?{re.escape(own)},? {_DOES}", text
            ):
                return True
    return False
