"""Of which states and sides those are whom a sentence puts at an encounter."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from communique.model import Record, Span

Company = Mapping[str, Sequence[tuple[Span, frozenset[str]]]]


def company_of(record: Record) -> Company:
    """Document -> the words for each encounter that it tells of, with the states and sides of those present."""
    home = {own.id: own.side or own.country for own in record.actors}
    found: dict[str, list[tuple[Span, frozenset[str]]]] = defaultdict(list)
    for encounter in record.encounters:
        for mention in encounter.mentions:
            who = frozenset(name for own in mention.participants if own.present and (name := home.get(own.actor)))
            found[mention.document].append((mention.trigger.span, who))
    return found


def company_in(company: Company, document: str, place: Span) -> frozenset[str]:
    """The states and sides at the encounters told in `place`."""
    return frozenset(name for span, names in company.get(document, ()) if place.overlaps(span) for name in names)
