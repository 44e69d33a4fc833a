"""Lines whose place tells what they are: headings, lists of links, comments, and what stands below the last paragraph."""

import re
from collections import Counter
from collections.abc import Sequence

from communique.clean.credit import is_credit
from communique.clean.head import Labels, is_byline, is_person_line
from communique.clean.label import Label, is_date_line
from communique.clean.language import Detector
from communique.clean.line import Line
from communique.model import RegionKind

_MAX_HEADING_WORDS, _MAX_HEADING = 14, 110
_QUESTION_WORDS = 10
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s")
_MIN_FINAL_SHARE = 0.6
_FOREIGN_SHARE = 0.35
_MIN_FOREIGN = 25
_CLUTTER = (RegionKind.BOILERPLATE, RegionKind.NOTE, RegionKind.CREDIT)


def label_rest(lines: Sequence[Line], labels: Labels, body: int, detector: Detector) -> None:
    """Label, in `labels`, what stands from line `body` on and is no body."""
    _extend_lists(lines, labels, body)
    _label_comments(lines, labels, body)
    _label_repeated(lines, labels, body)
    _label_foreign(lines, labels, body, detector)
    _label_end(lines, labels, body)
    _label_headings(lines, labels, body)


def _free(lines: Sequence[Line], labels: Labels, body: int) -> list[int]:
    return [number for number in range(body, len(lines)) if number not in labels]


def _boilerplate(detail: str) -> Label:
    return Label(RegionKind.BOILERPLATE, detail)


def _is_link(line: Line) -> bool:
    """Whether the line can be the title of another article."""
    return not line.text.rstrip("\"'”’»").endswith((".", ":", ";", ",")) and len(line.text) <= 200 and not line.is_long


def _extend_lists(lines: Sequence[Line], labels: Labels, body: int) -> None:
    """Titles below "Related articles" belong to it."""
    is_open = False
    for number in range(body, len(lines)):
        found = labels.get(number)
        if found is not None:
            is_open = found.detail == "related" or (is_open and found.kind in _CLUTTER)
        elif is_open and _is_link(lines[number]):
            labels[number] = _boilerplate("related")
        else:
            is_open = False


def _label_comments(lines: Sequence[Line], labels: Labels, body: int) -> None:
    """Below "Leave a reply", when most of the body stands above, everything is comments or their form."""
    total = sum(len(lines[number].text) for number in _free(lines, labels, body))
    above = paragraphs = 0
    for number in range(body, len(lines)):
        found = labels.get(number)
        if found is None:
            above += len(lines[number].text)
            paragraphs += lines[number].is_prose
        elif found.detail == "comments" and paragraphs >= 2 and above >= 0.6 * total:
            for later in range(number + 1, len(lines)):
                labels.setdefault(later, _boilerplate("comments"))
            return


def _label_repeated(lines: Sequence[Line], labels: Labels, body: int) -> None:
    """Short lines that come three times, or again after the masthead, are furniture of the page."""
    masthead = {
        _frame(lines[number].text)
        for number in range(body)
        if number in labels and labels[number].kind == RegionKind.BOILERPLATE
    }
    free = [number for number in _free(lines, labels, body) if not lines[number].is_final and len(lines[number].words) <= 15]
    counts = Counter(lines[number].text for number in free)
    for number in free:
        if counts[lines[number].text] >= 3 or _frame(lines[number].text) in masthead:
            labels[number] = _boilerplate("repeated")


def _frame(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _label_foreign(lines: Sequence[Line], labels: Labels, body: int, detector: Detector) -> None:
    """Below the last paragraph of the article's language, paragraphs of another are the page's own."""
    free = _free(lines, labels, body)
    total = sum(len(lines[number].text) for number in free)
    own = detector.language(" ".join(lines[number].text for number in free if lines[number].is_prose)[:2_000])
    if own is None:
        return
    run: list[int] = []
    size = foreign = 0
    for number in reversed(free):
        line = lines[number]
        other = len(line.text) >= _MIN_FOREIGN and detector.is_foreign(line.text, own)
        if not other and line.is_sentence:
            break
        run.append(number)
        size += len(line.text)
        foreign += other
    while run and not detector.is_foreign(lines[run[-1]].text, own):
        size -= len(lines[run.pop()].text)
    if foreign >= 2 and size <= _FOREIGN_SHARE * total:
        for number in run:
            labels[number] = _boilerplate("other language")


def _label_end(lines: Sequence[Line], labels: Labels, body: int) -> None:
    """Below the last sentence: names of authors, credits, dates, and lists of links."""
    free = _free(lines, labels, body)
    sentences = [number for number in free if lines[number].is_sentence]
    if not sentences or not _is_punctuated(lines, free):
        return
    last = sentences[-1]
    below = [number for number in free if number > last and not lines[number].is_item and len(lines[number].text) <= 200]
    for number in below:
        line = lines[number]
        if is_byline(line) or is_person_line(line):
            labels[number] = Label(RegionKind.BYLINE, "author")
        elif is_credit(line.text):
            labels[number] = Label(RegionKind.CREDIT, "credit")
        elif is_date_line(line, heading=False):
            labels[number] = Label(RegionKind.DATELINE, "date")
    left = [number for number in below if number not in labels]
    if len(left) >= 2 or (left and len(lines[left[0]].text) <= 80 and not lines[left[0]].text[:1].islower()):
        for number in left:
            labels[number] = _boilerplate("links")


def _is_punctuated(lines: Sequence[Line], free: Sequence[int]) -> bool:
    """Whether paragraphs of this text end with full stops, so that a line without one means something."""
    long = [number for number in free if len(lines[number].words) > 12]
    return bool(long) and sum(lines[number].is_final for number in long) >= _MIN_FINAL_SHARE * len(long)


def _label_headings(lines: Sequence[Line], labels: Labels, body: int) -> None:
    """A short line without a full stop between paragraphs is a heading; short questions too where there are such headings."""
    free = _free(lines, labels, body)
    if not _is_punctuated(lines, free):
        return
    headings = 0
    for place, number in enumerate(free[:-1]):
        after, before = lines[free[place + 1]], lines[free[place - 1]] if place else None
        leads_in = before is not None and before.text.rstrip().endswith(":")
        numbered = before is not None and before.is_prose and after.is_prose and _is_numbered(lines[number])
        if numbered or (
            _can_be_heading(lines[number]) and (after.is_sentence or after.is_item) and not (leads_in and after.is_item)
        ):
            labels[number] = Label(RegionKind.HEADING, "heading")
            headings += 1
    if headings:
        for place, number in enumerate(free[:-1]):
            if number not in labels and _is_question(lines[number]) and lines[free[place + 1]].is_prose and place:
                labels[number] = Label(RegionKind.HEADING, "question")


def _can_be_heading(line: Line) -> bool:
    words = len(line.words)
    if line.is_item or not words or words > _MAX_HEADING_WORDS or len(line.text) > _MAX_HEADING:
        return False
    ends = line.text.rstrip("\"'”’»)")
    return not line.is_final and not ends.endswith((":", ";", ",", "—", "–", "-")) and not line.text[:1].islower()


def _is_numbered(line: Line) -> bool:
    """ "2. The dear thing" between two paragraphs."""
    return _NUMBERED.match(line.text) is not None and not line.is_final and len(line.words) <= _MAX_HEADING_WORDS


def _is_question(line: Line) -> bool:
    return line.text.endswith("?") and len(line.words) <= _QUESTION_WORDS and line.text[:1] not in "\"“„«‘'—–-"
