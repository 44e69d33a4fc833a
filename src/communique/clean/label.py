"""What a line is by its own words, whatever stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.clean.appeal import find_appeals
from communique.clean.credit import is_credit
from communique.clean.dateline import is_known_place
from communique.clean.line import Line
from communique.lexicon.agency import find_agencies
from communique.lexicon.boilerplate import phrases, words_of
from communique.lexicon.date_line import find_dates, is_month
from communique.model import RegionKind

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}", re.IGNORECASE)
_HANDLES = re.compile(r"(?:[@#]\w[\w.]*[\s,|·/&]*)+")
_IMAGE = re.compile(r"\S+\.(?:png|jpe?g|gif|webp|svg|avif|mp4|mp3)\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|ⓒ|\bcopyright\b|\(c\)(?=.*\b(?:19|20)\d\d\b)", re.IGNORECASE)
_PAGE = re.compile(
    r"\W*(?:(?:page|seite|página|pagina|стр|с|сторінка|sayfa|strona|p)\b\.?\s*)?(?!(?:1[5-9]|20)\d\d\W*$)\d{1,4}(?:\s*(?:of|/|von|de|di|из|з|sur|z)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"[\[(|©][^\[\]()|©]{0,60}/\s?[^\[\]()|]{2,60}[\])]?\.?$|(?:photo|foto|фото|image)[^.]{0,60}/[^.]{2,40}$|\bvia (?:getty|ap|reuters|afp)\b",
    re.IGNORECASE,
)
_PICTURE_BRACKET = re.compile(
    r"[(\[](?:photo|image|picture|foto|imagen|imagem|bild|фото|صورة|fotoğraf)[^()\[\]:]{0,25}[:/][^()\[\]]{2,80}[)\]]\.?$",
    re.IGNORECASE,
)
_PICTURE_NAME = re.compile(r"[.!?](?:\s)?(?:[A-ZÀ-Þ][\w'’.-]+\s){1,3}?[A-ZÀ-Þ][\w'’.-]+\s\(([A-Z][\w /.-]{1,40})\)\.?$")
_PICTURE_WORDS = (
    "getty images",
    "shutterstock",
    "istock",
    "alamy",
    "ap photo",
    "wikimedia commons",
    "handout via",
    "epa-efe",
)
_QUOTE = tuple("\"“„«‘'—")
_CRUMB = re.compile(r"\s[>›»→]\s|\s/\s")
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|[A-Z]{2,4}T?|h|uhr|Uhr)?\b", re.IGNORECASE)
_ALL_TIMES = re.compile(
    r"\b(?:[Aa]ll times|[Tt]imes (?:are )?(?:in )?[A-Z]{2,4}T?\b|[Ll]atest (?:first|on top)|[Nn]ewest first)"
)
_BARS = re.compile(r"\s[|/•·]\s")
_FIGURES = re.compile(r"\D{0,20}\b\d\d?/\d\d?/(?:\d\d)?\d\d\b")
SHORT_CHARACTERS, SHORT_WORDS = 320, 50


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is. `detail`: why ("subscription", "caption" ...)."""

    kind: RegionKind
    detail: str


def label_line(line: Line) -> Label | None:
    """The kind of a line that its words give away; None where only its place can tell, or it is body.

    Prose stays body whatever it holds: only short lines are judged.
    """
    if not line.words:
        return _boilerplate("rule")
    if len(line.text) > SHORT_CHARACTERS or len(line.words) > SHORT_WORDS:
        return _long_caption(line)
    for rule in (_machine_words, _controls, _lists, _notes, _source_line, _picture, _notices):
        found = rule(line)
        if found is not None:
            return found
    return None


def _boilerplate(detail: str) -> Label:
    return Label(RegionKind.BOILERPLATE, detail)


def _machine_words(line: Line) -> Label | None:
    """Addresses, handles, file names, page numbers."""
    text = line.text
    if _HANDLES.fullmatch(text):
        return _boilerplate("handle")
    rest = _ADDRESS.sub(" ", text)
    if rest != text and (sum(mark.isalpha() for mark in rest) <= 3 or (text.startswith("http") and not line.is_final)):
        return _boilerplate("address")
    if _IMAGE.search(text) and not line.is_prose:
        return _boilerplate("image")
    return _boilerplate("page number") if _PAGE.fullmatch(text) else None


def starts(line: Line, name: str) -> int:
    """Words of the phrase of that list with which the line begins. One word alone counts only before a colon, a bar or the end."""
    size = phrases(name).at(line.words)
    if size == 1 and len(line.words) > 1:
        after = line.text[len(re.match(r"\W*\w[\w'’-]*", line.text)[0]) :].lstrip() if line.text else ""  # type: ignore[index]
        return size if after[:1] in tuple(":|/»©") or after[:2] in ("- ", "– ", "— ") else 0
    return size


def _controls(line: Line) -> Label | None:
    """Lines of nothing but buttons, counters, services and menu points."""
    place = controls = services = sections = other = 0
    names = (("control", 0), ("service", 1), ("section", 2), ("filler", 3))
    while place < len(line.words):
        size, kind = max((phrases(name).at(line.words, place), -number) for name, number in names)
        if size == 0 and not line.words[place].isdigit():
            return _crumbs(line)
        controls += size > 0 and kind == 0
        services += size > 0 and kind == -1
        sections += size > 0 and kind == -2
        other += size > 0 and kind == -3
        place += size or 1
    if controls or services >= 2 or sections >= 3 or (sections >= 2 and not other and _CRUMB.search(line.text)):
        return _boilerplate("related" if phrases("related").at(line.words) == len(line.words) else _control_detail(line))
    return None


def _control_detail(line: Line) -> str:
    return "comments" if phrases("comments").at(_without_number(line)) == len(_without_number(line)) else "controls"


def _crumbs(line: Line) -> Label | None:
    """ "Home > World > Europe": a path of sections, its last part free."""
    parts = [part for part in _CRUMB.split(line.text) if part.strip()]
    if len(parts) < 2 or line.is_final:
        return None
    first = tuple(parts[0].casefold().split())
    known = any(phrases(name).at(first) == len(first) for name in ("control", "section"))
    return _boilerplate("path") if known and (len(parts) > 2 or first[0] in ("home", "homepage")) else None


def _without_number(line: Line) -> tuple[str, ...]:
    return tuple(word for word in line.words if not word.isdigit())


def _lists(line: Line) -> Label | None:
    """The line above a list of links, or above readers' comments."""
    words = _without_number(line)
    if words and phrases("comments").at(words) == len(words):
        return _boilerplate("comments")
    size = phrases("related").at(words) if words else 0
    if size and size == len(words):
        return _boilerplate("related")
    if size and line.text.rstrip().endswith(":") and len(words) <= 10:
        return _boilerplate("related")
    return None


def _notes(line: Line) -> Label | None:
    """Notes of the editors; who supplied or worked on the text."""
    words = line.words
    if (
        starts(line, "credit")
        or (words[-4:] == ("contributed", "to", "this", "report") and len(words) <= 40)
        or is_credit(line.text)
    ):
        return Label(RegionKind.CREDIT, "credit")
    if not line.text.startswith(_QUOTE) and (starts(line, "note") or phrases("note_inside").inside(words)):
        return Label(RegionKind.NOTE, "note")
    return None


def _source_line(line: Line) -> Label | None:
    """ "Source: https://...", "Source: Foreign Ministry"."""
    size = phrases("source").at(line.words)
    label = re.match(r"[^:：]{1,40}[:：]\s*(.*)$", line.text)
    dated = _BARS.search(line.text) and any(date.value for date in find_dates(line.text))
    if not size or label is None or line.is_prose or dated:
        return None
    if phrases("credit").at([word for _, _, word in words_of(label[1])]):
        return Label(RegionKind.CREDIT, "source")
    if _ADDRESS.search(label[1]) or not label[1].strip():
        return _boilerplate("source")
    named = len(line.words) - size
    return (
        Label(RegionKind.CREDIT, "source")
        if find_agencies(label[1]) and named <= 8
        else _boilerplate("source")
        if named <= 10
        else None
    )


def _picture(line: Line) -> Label | None:
    """Captions and picture credits."""
    if starts(line, "caption") and not line.text.startswith(_QUOTE):
        return _boilerplate("caption")
    return _long_caption(line)


def _long_caption(line: Line) -> Label | None:
    """Captions that end with the name of a photographer and an agency."""
    if len(line.text) > 700:
        return None
    tail = line.text[-110:]
    folded = tail.casefold()
    if any(word in folded for word in _PICTURE_WORDS) and not line.text.startswith(_QUOTE):
        return _boilerplate("caption")
    if _PICTURE_BRACKET.search(tail):
        return _boilerplate("caption")
    credited = _CREDITED.search(tail)
    if credited and (find_agencies(credited[0]) or re.match(r"(?i)photo|foto|фото|image", credited[0])):
        return _boilerplate("caption")
    named = _PICTURE_NAME.search(tail)
    return _boilerplate("caption") if named and find_agencies(named[1]) else None


def _notices(line: Line) -> Label | None:
    """Subscriptions, cookies, rights, advertisements, imperatives to the reader."""
    if _COPYRIGHT.search(line.text) and not line.is_prose:
        return _boilerplate("rights")
    if line.text.startswith(_QUOTE):
        return None
    if phrases("order").at(line.words):
        return _boilerplate("appeal")
    if starts(line, "opening"):
        return _boilerplate("notice")
    if any(mark in line.text for mark in '"“«„') or not phrases("inside").inside(line.words):
        return None  # notices do not quote
    return None if line.is_prose and find_appeals(line.text) else _boilerplate("notice")


def is_date_line(line: Line, heading: bool) -> bool:
    """Whether a short line is there for the article's date.

    Args:
        line: the line.
        heading: whether it stands above the body; elsewhere it must say that it is the date ("Published: ...").
    """
    if len(line.words) > 25:
        return False
    dates = [date for date in find_dates(line.text) if date.value or heading]
    if not dates:
        times = _TIME.fullmatch(line.text) or _FIGURES.match(line.text)
        return heading and len(line.words) <= 8 and (times is not None or _is_place_and_day(line) or is_month(line.text))
    parts = _BARS.split(line.text)
    if heading and len(parts) > 1 and any(find_dates(part) for part in parts):
        return len(line.words) <= 20
    before = _without_weekdays(line.text[: dates[0].start])
    if heading and dates[0].value and not re.search(r"\w", before) and _ALL_TIMES.search(line.text, dates[0].end):
        return True
    said = phrases("dated").at(line.words) > 0
    rest = _TIME.sub(" ", line.text[: dates[0].start] + " " + line.text[dates[0].end :])
    words = [word for word in re.findall(r"[^\W\d_]+", rest) if len(word) > 1]
    if said:
        return len(words) <= 16
    early = len(re.findall(r"\b[^\W\d_]+", before)) <= 3 or re.search(r"(?i)\bby [A-ZÀ-Þ]", line.text) is not None
    return heading and early and len(words) <= 12 and not (line.is_final and len(words) >= 6 and "By " not in line.text)


def _without_weekdays(text: str) -> str:
    words = [(start, end) for start, end, word in words_of(text) if phrases("weekday").at([word])]
    for start, end in reversed(words):
        text = text[:start] + text[end:]
    return text


def _is_place_and_day(line: Line) -> bool:
    """ "Lisbon, Friday"."""
    rest = _without_weekdays(line.text)
    place = rest.strip(" ,.")
    return rest != line.text and len(line.words) <= 4 and bool(place) and is_known_place(place)


def label_alternative_texts(lines: Sequence[Line], labels: dict[int, Label]) -> None:
    """A short line right above a caption is the picture's alternative text."""
    first = next((number for number in range(len(lines)) if number not in labels), 0)  # may be the title
    for number in range(first + 2, len(lines)):
        found = labels.get(number)
        above = lines[number - 1]
        touches = found is not None and found.detail == "caption" and number - 1 not in labels and not lines[number].gap
        if touches and above.gap and not above.is_final and len(above.words) <= 15:
            labels[number - 1] = _boilerplate("alternative text")
