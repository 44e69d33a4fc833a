"""The lines above the body: masthead, title, standfirst, byline, date."""

import re
from collections.abc import Sequence

from communique.clean.label import Label, is_date_line
from communique.clean.line import Line
from communique.lexicon.boilerplate import phrases
from communique.lexicon.name import is_given_name
from communique.lexicon.office import HONORIFICS
from communique.model import RegionKind

Labels = dict[int, Label]
_REACH = 25  # lines in which a head can be
_MAX_TITLE, _MAX_STANDFIRST, _MIN_STANDFIRST = 250, 450, 4
_NAME = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁІЇЄ][\w'’.-]*\s){1,4}[A-ZÀ-ÞА-ЯЁІЇЄ][\w'’-]+")
_NAMES = re.compile(
    rf"{_NAME.pattern}(?:(?:,| and| und| et| y| e| и| та)\s{_NAME.pattern})*(?:(?:,| in)\s[A-ZÀ-Þ][\w ]{{2,30}})?"
)
_STAMPED = re.compile(r"\d{1,2}[:.]\d\d\b.*[^\W\d_]{4}")  # an entry of a live report
_APART = re.compile(r"\s[-–—|]\s|\s?\|\s?")
_SIGNED = re.compile(rf"(?:[^\W\d_]+\s){{1,3}}by\s{_NAMES.pattern}")  # "Analysis by Jane Doe"
_SHORT_NAME = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ'’-]+(?:\s[A-ZÀ-Þ]\.)?(?:\s[A-ZÀ-Þ][a-zß-ÿ'’-]+){1,2}")
_INSTITUTIONS = frozenset(
    ("ministry", "embassy", "presidency", "secretariat", "chancellery", "delegation", "department", "mission", "government")
)
_SMALL = frozenset(("of", "the", "and", "for", "to", "in", "&"))
_BY_WHOM = ("our", "a", "the", "staff", "special")


def label_head(lines: Sequence[Line], labels: Labels, title: str | None) -> int:
    """Label the head in `labels`.

    Args:
        lines: of the whole text.
        labels: by line number; what is labelled already stays.
        title: as metadata have it; None = not known.

    Returns:
        The number of the first line of the body.
    """
    body = _body(lines, labels)
    free = [number for number in range(body) if number not in labels]
    for number in free:
        _label_small(lines, labels, number, title)
    body = _below_byline(lines, labels, body, title)
    free = [number for number in range(body) if number not in labels]
    chosen = _title(lines, labels, free, title)
    if chosen is None:
        mastheads = [number for number in free if _names_medium(lines[number])]
        labels.update({number: Label(RegionKind.BOILERPLATE, "masthead") for number in mastheads})
        return min([number for number in free if number not in labels] + [body])
    _offices_above(lines, labels, chosen)
    for number in free:
        line = lines[number]
        if number == chosen:
            labels[number] = Label(RegionKind.TITLE, "title")
        elif number < chosen or line.text == lines[chosen].text:
            labels[number] = Label(RegionKind.BOILERPLATE, "letterhead" if _is_letterhead(line) else "masthead")
        elif _is_person(line) or _is_short_name(line):
            labels[number] = Label(RegionKind.BYLINE, "author")
        elif not line.gap and (above := labels.get(number - 1)) is not None and above.detail == "caption":
            labels[number] = Label(RegionKind.BOILERPLATE, "caption")
        elif number + 1 < len(lines) and lines[number + 1].is_item and not line.text.endswith(":"):
            labels[number] = Label(RegionKind.HEADING, "heading")
        elif line.is_item or line.text.endswith(":"):
            return number
        elif len(line.words) < _MIN_STANDFIRST and len(line.text) < _MIN_STANDFIRST * 6:
            labels[number] = Label(RegionKind.HEADING, "heading")
        elif len(line.text) <= _MAX_STANDFIRST:
            labels[number] = Label(RegionKind.STANDFIRST, "standfirst")
    return body


def _offices_above(lines: Sequence[Line], labels: Labels, title: int) -> None:
    """ "Public Relations Office" above the title is of the letterhead, not who wrote."""
    for number in range(title):
        found = labels.get(number)
        written = is_byline(lines[number]) or _is_person(lines[number])
        if found is not None and found.kind is RegionKind.BYLINE and not written:
            labels[number] = Label(RegionKind.BOILERPLATE, "masthead")


def _body(lines: Sequence[Line], labels: Labels) -> int:
    """The first line that is a paragraph."""
    for number, line in enumerate(lines[:_REACH]):
        if number not in labels and (line.is_prose or line.is_item or _STAMPED.match(line.text)):
            return number
    return 0


def _below_byline(lines: Sequence[Line], labels: Labels, body: int, title: str | None) -> int:
    """The body begins below a byline or date that has but one paragraph, a standfirst, between it and the title."""
    prose = 0
    for number in range(min(len(lines), _REACH)):
        if number >= body and number not in labels:
            _label_small(lines, labels, number, title)
        found = labels.get(number)
        if found is None:
            prose += lines[number].is_prose
            if prose > 1 or (prose and len(lines[number].text) > _MAX_STANDFIRST):
                return body
        elif number > body and prose and found.kind in (RegionKind.BYLINE, RegionKind.DATELINE) and body > 0:
            return number + 1
    return body


def _label_small(lines: Sequence[Line], labels: Labels, number: int, title: str | None) -> None:
    """Bylines and date lines."""
    line = lines[number]
    if title and _same(line.text, title):
        return
    if is_byline(line) or phrases("desk").at(line.words) == len(line.words) or _is_titled(line):
        labels[number] = Label(RegionKind.BYLINE, "author")
    elif is_date_line(line, heading=True):
        labels[number] = Label(RegionKind.DATELINE, "date")
    elif len(line.words) <= 2 and phrases("section").at(line.words) == len(line.words):
        labels[number] = Label(RegionKind.BOILERPLATE, "section")


def is_byline(line: Line) -> bool:
    """ "By Jane Doe", "By our correspondent in Geneva", "Von ...": the word, then names."""
    if _SIGNED.fullmatch(line.text):
        return True
    size = phrases("byline").at(line.words)
    if not size or len(line.words) > 16 or len(line.text) > 160:
        return False
    after = list(re.finditer(r"[^\W\d_][\w'’.-]*", line.text))[size:]
    if not after:
        return False
    first = after[0][0]
    if first.casefold() in _BY_WHOM:
        return len(line.words) <= 10 and not line.is_prose
    names = sum(word[0][:1].isupper() for word in after)
    has_case = any(mark.isupper() or mark.islower() for mark in line.text)
    if not has_case:
        return len(line.words) <= 6 and not line.is_final
    return first[:1].isupper() and names >= 0.5 * len(after) and not (line.is_final and len(line.words) > 8)


def _is_person(line: Line) -> bool:
    """A line of nothing but names of persons."""
    if len(line.words) > 10 or not _NAMES.fullmatch(line.text):
        return False
    return is_given_name(re.findall(r"[^\W\d_]+", line.text)[0]) or _is_titled(line)


def _is_titled(line: Line) -> bool:
    """ "Dr Jane Doe" and nothing else."""
    words = re.findall(r"[^\W\d_]+", line.text)
    titled = bool(words) and (words[0].casefold() in HONORIFICS or words[0].casefold() + "." in HONORIFICS)
    return titled and 2 < len(words) <= 5 and _NAMES.fullmatch(line.text) is not None


def _is_short_name(line: Line) -> bool:
    """Two or three capitalised words, as no standfirst is (given names of all languages are in no list), or an author's role."""
    known = any(phrases(name).at(line.words, place) for name in ("section", "media") for place in range(len(line.words)))
    roles = len(line.words) <= 5 and all(phrases("role").at([word]) for word in line.words)
    return roles or (_SHORT_NAME.fullmatch(line.text) is not None and not known)


def is_person_line(line: Line) -> bool:
    """Whether the line is a name and nothing else: an author below the text."""
    return len(line.words) <= 4 and _is_person(line)


def _title(lines: Sequence[Line], labels: Labels, free: list[int], title: str | None) -> int | None:
    """Number of the title's line: the one that metadata name, else the first that can be one."""
    if title:
        places: list[int] = [*free, *range(min(len(lines), _REACH))]
        for number in places:
            if _same(lines[number].text, title) and number not in labels:
                return number
    able: list[int] = [number for number in free if _can_be_title(lines[number])]
    if not able or len(lines) - len(labels) < 3:
        return None
    chosen = next((number for number in able if not _is_masthead(lines, labels, number)), able[-1])
    return None if chosen == able[-1] and _names_medium(lines[chosen]) else chosen


def _can_be_title(line: Line) -> bool:
    """Whether the form of the line allows it to be the title."""
    plain = line.text.rstrip(" \"'”’»")
    return (
        len(line.text) <= _MAX_TITLE
        and len(line.words) >= 2
        and not line.is_item
        and not plain.endswith((".", ":", ";", ","))
        and not line.is_long
    )


def _is_masthead(lines: Sequence[Line], labels: Labels, number: int) -> bool:
    """The name of the outlet, or a kicker, above the title: it names a medium, or stands above the date, or is capitals."""
    line = lines[number]
    if len(line.words) > 12:
        return False
    dated = labels.get(number + 1)
    above_date = dated is not None and dated.kind == RegionKind.DATELINE and len(line.words) <= 6
    letters = [mark for mark in line.text if mark.isalpha()]
    capitals = len(line.words) <= 4 and bool(letters) and all(mark.isupper() for mark in letters)
    medium = any(phrases("media").at(line.words, place) for place in range(len(line.words)))
    named = _names_medium(line) or _is_letterhead(line)
    return (medium and len(line.words) <= 6 and not line.is_final) or above_date or capitals or named


def _is_letterhead(line: Line) -> bool:
    """ "Ministry of Trade of the Republic of Elsin": the name of an institution and nothing else."""
    words = line.text.split()
    plain = all(word[:1].isupper() or word in _SMALL or not word[:1].isalpha() for word in words)
    return plain and not line.is_final and len(words) > 1 and any(word in _INSTITUTIONS for word in line.words[:3])


def _names_medium(line: Line) -> bool:
    """ "Evening Courier - the voice of the coast": a name of a medium, a dash or bar, a few words more."""
    name = _APART.split(line.text)[0]
    words = name.split()
    if (
        name == line.text
        or len(words) > 5
        or len(line.words) > 12
        or not all(word[:1].isupper() or word.islower() for word in words)
    ):
        return False
    folded = [word.casefold() for word in words]
    return any(phrases("media").at(folded, place) for place in range(len(folded)))


def _same(one: str, two: str) -> bool:
    """Whether two titles are one: the same letters and figures, or one inside the other ("Press release: ...")."""
    left, right = _letters(one), _letters(two)
    return bool(left) and (left == right or (min(len(left), len(right)) > 20 and (left in right or right in left)))


def _letters(text: str) -> str:
    return "".join(mark for mark in text.casefold() if mark.isalnum())
