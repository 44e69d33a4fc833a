"""Which outlet an article is from, by what its own lines say of it."""

import re
from collections.abc import Sequence

from communique.clean.region import Layout
from communique.lexicon.agency import agency_by_name
from communique.lexicon.boilerplate import phrases, words_of
from communique.lexicon.country import country_by_capital, country_by_name
from communique.lexicon.date_line import find_dates
from communique.lexicon.place import find_place
from communique.model import Document, Outlet, Region, RegionKind

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?P<year>(?:19|20)\d\d)?\s*(?:by\s)?(?P<name>[A-ZÀ-Þ][\w'’&. -]{2,40}?)?\s*(?P<year2>(?:19|20)\d\d)?\s*(?:[.,|;]|$|all\b)",
    re.IGNORECASE,
)
_EDITION = re.compile(r"(?i:edition|issue) of (?P<name>[A-Z][\w'’&. -]{2,40}?)\s*[.,;)]*$")
_PRESS_PAPER = re.compile(
    r"(?i)\bpress (?:release|note|statement|conference|office|briefing|service)\b|\bnews (?:release|conference)\b"
)
_PROMOTED = re.compile(
    r"\b(?:[Ss]ubscribe to|[Dd]ownload|[Ff]ollow|[Gg]et|[Jj]oin|[Ss]upport|[Rr]ead more (?:on|in|from)|[Mm]ore (?:on|from)|"
    r"coverage from|[Nn]ewsletters? (?:from|of)|[Aa]lerts from|[Cc]ontact)\s+(?:[Tt]he\s+)?(?P<name>[A-ZÀ-Þ][\w'’.-]*"
    r"(?:\s(?:of|de|da|do|del|la|&|[A-ZÀ-Þ][\w'’.-]*))*)"
)
_PLATFORMS = frozenset(
    "android app apple appstore bluesky facebook google instagram ios linkedin mastodon play print rss spotify telegram "
    "threads tiktok twitter us viber whatsapp youtube".split()
)
_GENRES = frozenset(
    "analysis bulletin column comment commentary communique communiqué conference exclusive explainer feature interview live "
    "minutes news note opinion press readout release report statement story transcript update updates video".split()
)  # headings that say what a text is, not who prints it
_LEAST_LETTERS = 4


def find_outlet(document: Document, layout: Layout) -> Outlet | None:
    """The outlet that masthead, rights line, a note on printing or the outlet's own notices name.

    An agency in the dateline is the outlet where the article's small print names it too; else it is only the credit. A name
    in a masthead or notice that is no known sort of medium counts where the text has it again.
    """
    name = _named(document, layout.regions) or _in_masthead(document, layout.regions) or _own_wire(document, layout)
    name = name or _promoted(document, layout.regions)
    if name is None:
        return None
    agency = agency_by_name(name)
    return Outlet(name, agency.country if agency else None, agency is not None)


def _named(document: Document, regions: Sequence[Region]) -> str | None:
    """The outlet that the masthead, the rights line or a note on printing names."""
    for region in regions:
        text = _text(document, region)
        name = None
        if region.detail == "masthead":
            name = medium(text)
        elif region.detail == "date" and re.search(r"[|/•·]", text):
            name = _first_name(date_line_parts(text)[:1])
        elif region.detail == "rights" and (match := _RIGHTS.search(text)) and match["name"]:
            name = match["name"].strip()
            name = name if name[:1].isupper() and (medium(name) or agency_by_name(name)) else None
        elif region.kind == RegionKind.NOTE and (match := _EDITION.search(text)):
            name = match["name"].strip()
        if name:
            return name
    return None


def _in_masthead(document: Document, regions: Sequence[Region]) -> str | None:
    """A masthead without a media word: its first words that the text names again."""
    for region in regions:
        if region.detail == "masthead" and not phrases("section").at(
            [word for _, _, word in words_of(_text(document, region))]
        ):
            name = _again(document, _text(document, region), region, place=True)
            if name is not None:
                return name
    return None


def _own_wire(document: Document, layout: Layout) -> str | None:
    """The agency of the dateline where the small print names it too."""
    credit = layout.dateline.credit if layout.dateline is not None else None
    if not credit:
        return None
    small = (one for one in layout.regions if one.kind in (RegionKind.BOILERPLATE, RegionKind.CREDIT))
    return credit if any(credit in _text(document, one) for one in small) else None


def _promoted(document: Document, regions: Sequence[Region]) -> str | None:
    """Whom a notice asks to follow, download or subscribe to."""
    for region in regions:
        if region.kind == RegionKind.BOILERPLATE:
            for match in _PROMOTED.finditer(_text(document, region)):
                name = _again(document, match["name"], region)
                if name is not None:
                    return name
    return None


def _again(document: Document, name: str, region: Region, *, place: bool = False) -> str | None:
    """The longest beginning of `name` that the text has outside the region too, in any case of letters; the
    name of a place only where `place` allows it."""
    words = re.split(r"\s[-–—|]\s|[(|,]", name)[0].split()
    rest = (document.text[: region.span.start] + "\n" + document.text[region.span.end :]).casefold()
    for size in range(min(len(words), 5), 0, -1):
        start = " ".join(words[:size]).strip(" .,:'’")
        plain = start.casefold().split()
        if (
            len(start) < _LEAST_LETTERS
            or _PLATFORMS & set(plain)
            or set(plain) <= _GENRES
            or (is_place(start) and not place)
            or country_by_name(start.title().replace(" And ", " and ").replace(" Of ", " of ")) is not None
            or not start[:1].isupper()
        ):
            continue
        if re.search(rf"(?<!\w){re.escape(start.casefold())}(?!\w)", rest):
            return start
    return None


def _text(document: Document, region: Region) -> str:
    return document.text[region.span.start : region.span.end]


def is_place(name: str) -> bool:
    """Whether a country, capital or town is called so."""
    return bool(country_by_capital(name) or country_by_name(name) or find_place(name))


def date_line_parts(text: str) -> list[str]:
    """Pieces of a date line between bars and commas, without dates and weekdays."""
    for date in reversed(find_dates(text)):
        text = text[: date.start] + "|" + text[date.end :]
    for start, end, word in reversed(words_of(text)):
        if phrases("weekday").at([word]):
            text = text[:start] + "|" + text[end:]
    return [part for piece in re.split(r"[|/•·,]", text) if (part := piece.strip(" .:-–—")) and not part.isdigit()]


def _first_name(parts: Sequence[str]) -> str | None:
    """The outlet before the bar of a date line: a name of a medium, or capitals."""
    for part in parts:
        words = part.split()
        if len(words) <= 5 and (medium(part) or (part.isupper() and len(part) > 3)) and not is_place(part):
            return part
    return None


def medium(text: str) -> str | None:
    """The name of a medium in a masthead: up to the first bracket, dash or bar, if it has a word such as "Times"."""
    name = re.split(r"\s[-–—|]\s|[(|,]", text)[0].strip()
    words = [word for _, _, word in words_of(name)]
    known = any(phrases("media").at(words, place) for place in range(len(words))) and not _PRESS_PAPER.search(name)
    return " ".join(name.split()) if known and 1 < len(words) <= 6 else None
