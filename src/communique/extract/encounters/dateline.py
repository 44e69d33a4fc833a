"""Where talks take place that a report only datelines: "DOHA (Agency) - The two sides agreed on Wednesday after five days of talks".

A reporter may write from elsewhere: the dateline counts only for the encounter told most, where the body puts somebody in that
city too, and where it is not the capital of a state that takes part.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.extract.encounters.group import AHEAD, Group, is_talks
from communique.extract.encounters.party import joined_pair
from communique.extract.encounters.place import listed_city
from communique.lexicon.country import country_by_capital, country_by_name
from communique.lexicon.place import find_place
from communique.model import Analysis, DocumentActors, EncounterKind, EncounterStatus, Evidence, Place, RegionKind, Span

SORTS = frozenset({EncounterKind.ROUND, EncounterKind.MEETING, EncounterKind.SUMMIT, EncounterKind.CONSULTATION})
TOLD = frozenset({EncounterStatus.HELD, EncounterStatus.ONGOING})


def with_dateline(analysis: Analysis, groups: Sequence[Group], actors: DocumentActors) -> None:
    """Give the encounter that the report tells of most the place of the dateline, if it has none of its own."""
    held = [group for group in groups if group.drafts[0].kind in SORTS and not group.drafts[0].part and any(_told(group))]
    main = max(held, key=lambda group: (is_talks(group), len(group.drafts), -group.drafts[0].sentence), default=None)
    if main is None or main.place is not None:
        return
    for place in (_dateline(analysis), _in_title(analysis)):
        if _set_place(analysis, groups, actors, main, place):
            return


def _set_place(
    analysis: Analysis, groups: Sequence[Group], actors: DocumentActors, main: Group, place: Place | None
) -> bool:
    """Whether the place fits, and so is set."""
    if place is None or place.city is None or any(_is_there(own, place) for own in groups):
        return False
    pair = [actors.by_id(own) for own, _ in joined_pair(analysis, actors) or ()]
    states = main.countries | {actor.country for actor in pair if actor is not None}
    capital = country_by_capital(place.city)
    if (capital is not None and capital.code in states) or not _spoken_of(analysis, place.city):
        return False
    main.place = place
    main.drafts[0] = replace(main.drafts[0], place=place)
    return True


def _in_title(analysis: Analysis) -> Place | None:
    """The city that the headline names: "What was agreed in Lima"."""
    for region in analysis.clean.regions:
        if region.kind is RegionKind.TITLE:
            text = analysis.document.text[region.span.start : region.span.end]
            for match in re.finditer(r"\b(?:in|at)\s+([A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)", text):
                cities = find_place(match[1])
                start = region.span.start + match.start(1)
                if cities and country_by_name(match[1]) is None:
                    words = Evidence.at(analysis.document, Span(start, start + len(match[1])))
                    return listed_city(match[1], cities, (words,))
    return None


def _told(group: Group) -> list[bool]:
    return [draft.reading.status in TOLD and draft.reading.status not in AHEAD for draft in group.drafts]


def _is_there(group: Group, place: Place) -> bool:
    """Whether another encounter is told to be in that city, so that it is the one meant."""
    return group.place is not None and group.place.city == place.city and any(_told(group))


def _dateline(analysis: Analysis) -> Place | None:
    """The city of the dateline with its words."""
    city = (analysis.document.dateline or "").split(",")[0].strip()
    if not city:
        return None
    for region in analysis.clean.regions:
        if region.kind is RegionKind.DATELINE or (region.kind is RegionKind.BOILERPLATE and region.detail == "date"):
            start = analysis.document.text.find(city, region.span.start, region.span.end)
            if start >= 0:
                name = city.title() if city.isupper() else city
                cities = find_place(name)
                words = Evidence.at(analysis.document, Span(start, start + len(city)))
                return listed_city(name, cities, (words,)) if cities else _unlisted(analysis, name, words)
    return None


def _unlisted(analysis: Analysis, name: str, words: Evidence) -> Place | None:
    """A town that no gazetteer holds, by the country behind it in the dateline ("KIRVESK, Ireland")."""
    behind = (analysis.document.dateline or "").split(",")[1:]
    country = country_by_name(behind[-1].strip()) if behind else None
    return None if country is None else Place(city=name, country=country.name, country_code=country.code, evidence=(words,))


def _spoken_of(analysis: Analysis, city: str) -> bool:
    """Whether the body has something happen in the city."""
    ways = "[Ii]n|[Aa]t" if country_by_capital(city) is not None else "[Ii]n|[Aa]t|[Tt]o|[Ll]eft"
    return re.search(rf"\b(?:{ways})\s+{re.escape(city.title())}\b", analysis.text) is not None
