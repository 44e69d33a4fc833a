"""What stands around the encounter mentions of a record: days of the documents, persons named in the words, nameless actors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.model import Actor, ActorKind, DocumentRecord, NameKind
from communique.resolve.encounters.facts import Setting

NAMED = frozenset({NameKind.NAME, NameKind.METONYM})


def setting_of(
    documents: Iterable[DocumentRecord], actors: Sequence[Actor], names: Mapping[str, str], published: Mapping[str, str]
) -> Setting:
    """The setting in which encounter mentions are compared.

    Args:
        documents: what each document yields.
        actors: of the record.
        names: local actor id -> record actor id.
        published: publication day of the documents that have one.
    """
    nameless = frozenset(own.id for own in actors if not any(mention.kind in NAMED for mention in own.mentions))
    persons = {own.id for own in actors if own.kind is ActorKind.PERSON} - nameless
    near = {own: found for record in documents for own, found in _near(record, names, persons)}
    countries = {own.id: own.country for own in actors if own.id in persons and own.country}
    return Setting(published, near, nameless, countries=countries)


def _near(record: DocumentRecord, names: Mapping[str, str], persons: set[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """(encounter mention, persons that its words refer to), for the mentions whose words refer to any."""
    places = sorted(
        (mention.evidence.span.start, names[own.id])
        for own in record.actors
        if names.get(own.id) in persons
        for mention in own.mentions
    )
    for encounter in record.encounters:
        spans = [words.span for words in encounter.evidence]
        absent = {names.get(own.actor) for own in encounter.participants if not own.present}
        found = {own for start, own in places if any(span.start <= start < span.end for span in spans)}
        if found - absent:
            yield encounter.id, frozenset(own for own in found if own not in absent)
