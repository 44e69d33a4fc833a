"""The dateline before the first words of a story: "GENEVA, May 14 (Agency) — The ...", "Genf (dpa) - ...", glued "GenevaThe ..."."""

import re
from dataclasses import dataclass

from communique.lexicon.agency import agency_by_name, find_agencies
from communique.lexicon.country import country_by_capital, country_by_name
from communique.lexicon.date_line import find_dates
from communique.lexicon.place import find_place

_REACH = 120
_DASH = re.compile(r"\s*(?:--|[—–])\s*|(?<=\))\.\s?-\s*|\s+-\s+|(?<=\))\s*[-:]\s+|(?<=/)\s*[-:.]\s+")
_BRACKETED = re.compile(
    r"(?P<before>[^\n()/\[\]]{2,80}?)\s*(?:\((?P<a>[^()\n]{2,50})\)|/(?P<b>[^/\n]{2,40})/)\.?[ \xa0]*(?=[^\W\d_])"
)
_DATED = re.compile(r"(?P<before>[^\n.:]{2,60}(?:\.[^\n.:]{1,20}){0,3}?)[.:]\s+(?=[^\W\d_]|[\"“«„])")
_CAPITALS = re.compile(r"(?P<before>[A-ZÀ-Þ][A-ZÀ-Þ' .-]{2,40}):\s+(?=[^\W\d_]|[\"“«„])")
_BRACKET = re.compile(r"[(\[/]([^()\[\]/]{2,50})[)\]/]")
_GLUE = re.compile(
    r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ](?:[a-zß-ÿ]*|[A-ZÀ-Þ]+)\b)|(?<=[A-ZÀ-Þ]{3})(?=[A-ZÀ-Þ][a-zß-ÿ]+\b)|(?<=\))(?=[A-ZÀ-Þ])"
)
_JOINING = frozenset(
    ("de", "la", "le", "el", "am", "an", "der", "den", "sur", "del", "do", "da", "di", "al", "upon", "and", "und", "et", "y")
)
_NO_PLACES = frozenset(
    ("yes", "no", "and", "but", "so", "still", "best", "most", "man", "same", "of", "date", "update", "live", "watch")
)
_TOWN, _CITY = 15_000, 100_000


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the beginning of a text.

    Attributes:
        length: characters it takes, with its dash and the blanks behind it.
        place: its place words; None if it has none.
        credit: who is named in brackets or beside the dash; None if nobody.
        date: (start, end, EDTF day or None where it has no year); None if it has no date.
    """

    length: int
    place: str | None = None
    credit: str | None = None
    date: tuple[int, int, str | None] | None = None


def find_dateline(text: str) -> Dateline | None:
    """The dateline with which a paragraph begins; None if it begins with its story.

    A place counts when it is in the gazetteer, or stands in capitals beside a date or a name in brackets.
    """
    head = text[:_REACH]
    dashes = [_parse(head[: match.start()], match.end(), sure=False) for match in list(_DASH.finditer(head))[:2]]
    dashed = [found for found in dashes if found is not None]
    if dashed:
        return _with_agency_behind(head, dashed[-1])
    bracketed = _BRACKETED.match(head)
    if bracketed:
        found = _parse(head[: bracketed.end()].rstrip(" .\xa0"), bracketed.end(), sure=True)
        if found is not None and found.credit is not None:
            return found
    dated = _DATED.match(head)
    if dated:
        found = _parse(dated["before"], dated.end(), sure=True)
        if found is not None and found.date is not None and found.place is not None:
            return found
    capitals = _CAPITALS.match(head)
    if capitals and is_known_place(capitals["before"], _TOWN):
        return Dateline(capitals.end(), capitals["before"].strip())
    return _glued(head)


def _parse(prefix: str, length: int, sure: bool) -> Dateline | None:
    """The parts of `prefix`, if it is nothing but place, date and agency."""
    credit = None
    rest = prefix
    for match in _BRACKET.finditer(prefix):
        credit = credit or _credit(match[1])
        rest = rest.replace(match[0], " ", 1)
    dates = find_dates(prefix)
    date = (dates[0].start, dates[0].end, dates[0].value) if dates else None
    if date:
        rest = rest.replace(prefix[date[0] : date[1]], " ", 1)
    agencies = find_agencies(rest)
    if agencies and credit is None:
        credit = agencies[0][2].name
        rest = (rest[: agencies[0][0]] + " " + rest[agencies[0][1] :]).strip()
    place = re.sub(r"\s+", " ", rest).strip(" ,.;:-–—()г")
    if not place:
        return Dateline(length, None, credit, date) if credit and (date or agencies or agency_by_name(credit)) else None
    if not _is_place(place, bool(credit or date or sure)):
        return None
    return Dateline(length, place, credit, date)


def _credit(words: str) -> str | None:
    """The agency in brackets: a known one, else a name of up to four capitalised words."""
    found = find_agencies(words)
    if found:
        return found[0][2].name
    parts = words.split()
    return words.strip() if len(parts) <= 4 and all(part[:1].isupper() for part in parts) else None


def _is_place(words: str, supported: bool) -> bool:
    """Whether the words can be the place of a dateline. `supported`: a date or an agency stands beside it."""
    parts = words.split()
    if len(parts) > 6 or any(mark.isdigit() or mark in '"“”«»?!' for mark in words):
        return False
    has_case = any(mark.islower() or mark.isupper() for mark in words)
    if has_case and not all(part[:1].isupper() or part.casefold() in _JOINING or not part[:1].isalpha() for part in parts):
        return False
    in_capitals = words.split(",")[0].isupper()
    if supported and in_capitals and len(words) >= 3:
        return True
    return is_known_place(words, _TOWN if supported or in_capitals else _CITY)


def is_known_place(words: str, least: int = _TOWN) -> bool:
    """Whether any place named in `words` is a country, a capital, or a city of that many people."""
    for part in re.split(r"[,/]| and | und | et | y ", words):
        name = part.strip(" .")
        if len(name) < 3 or name.casefold() in _NO_PLACES:
            continue
        if country_by_capital(name) or country_by_name(name) or any(own.population >= least for own in find_place(name)):
            return True
    return False


def _with_agency_behind(head: str, found: Dateline) -> Dateline:
    """ "MOSCOW, May 14 — Agency. The ...": the agency stands behind the dash."""
    match = re.match(r"([^\n.]{2,40})\.\s+(?=[^\W\d_]|[\"“«„])", head[found.length :])
    if match is None or found.credit is not None:
        return found
    agencies = find_agencies(match[1])
    if len(agencies) != 1 or agencies[0][1] - agencies[0][0] < len(match[1].strip()) - 4:
        return found
    return Dateline(found.length + match.end(), found.place, agencies[0][2].name, found.date)


def _glued(head: str) -> Dateline | None:
    """A place to which the first word of the story is stuck."""
    match = _GLUE.search(head[:60])
    if match is None or match.start() < 4:
        return None
    place = match.start()
    prefix = head[:place]
    bracket = _BRACKET.search(prefix)
    if bracket and bracket.end() == place:
        return _parse(prefix, place, sure=True)
    if len(prefix.split()) > 4 or not all(part[:1].isupper() for part in prefix.split()):
        return None
    return (
        Dateline(place, prefix)
        if is_known_place(prefix, _CITY) and not is_known_place(head[: _word_end(head, place)], 1)
        else None
    )


def _word_end(head: str, place: int) -> int:
    match = re.match(r"\w*", head[place:])
    return place + (match.end() if match else 0)
