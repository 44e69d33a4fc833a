"""Actors of the record from the local actors of its documents."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from communique.model import Actor, ActorKind, LocalActor, NameKind
from communique.pipeline.naming import unique_ids
from communique.pipeline.rename import renamed_offices
from communique.resolve.office import complete_offices


def assemble_actors(
    local: Sequence[LocalActor], groups: Sequence[tuple[str, ...]], origin: Mapping[str, str]
) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """One actor for each group, and the record id of every local actor.

    Args:
        local: of all documents.
        groups: ids of local actors that are the same.
        origin: independence group of each document.
    """
    by_id = {actor.id: actor for actor in local}
    members = {group: [by_id[own] for own in group] for group in groups}
    name = {group: canonical_name(members[group], origin) for group in groups}
    ids = unique_ids((group[0], name[group]) for group in groups)
    names = {own: ids[group[0]] for group in groups for own in group}
    actors = tuple(_actor(ids[group[0]], name[group], members[group], names) for group in groups)
    return complete_offices(sorted(actors, key=lambda actor: actor.id)), names


def document_of(actor: LocalActor) -> str:
    """The id of the document that a local actor belongs to."""
    return actor.id.rpartition(":")[0]


def canonical_name(members: Sequence[LocalActor], origin: Mapping[str, str]) -> str:
    """The full name that most independent origins use; a name of several words goes before a single one for persons."""
    origins: dict[str, set[str]] = defaultdict(set)
    for actor in members:
        origins[actor.name].add(origin[document_of(actor)])
    person = any(actor.kind is ActorKind.PERSON for actor in members)

    def order(name: str) -> tuple[bool, int, int, str]:
        return person and " " not in name, -len(origins[name]), -len(name), name

    return min(origins, key=order)


def _most(values: Sequence[str | None]) -> str | None:
    count = Counter(value for value in values if value is not None)
    return min(count, key=lambda value: (-count[value], value)) if count else None


def _actor(own: str, name: str, members: Sequence[LocalActor], names: Mapping[str, str]) -> Actor:
    kinds = [actor.kind.value for actor in members]
    kind = ActorKind.PERSON.value if ActorKind.PERSON in kinds else _most(kinds)  # a family name alone may look like a body
    assert kind is not None
    return Actor(
        id=own,
        kind=ActorKind(kind),
        name=name,
        members=tuple(sorted(actor.id for actor in members)),
        mentions=tuple(sorted((m for actor in members for m in actor.mentions), key=lambda m: (m.evidence, m.kind))),
        subtype=_most([actor.subtype for actor in members]),
        country=_most([actor.country for actor in members]),
        offices=renamed_offices((office for actor in members for office in actor.offices), names),
    )


def spellings(actor: Actor) -> dict[str, tuple[str, ...]]:
    """The names of an actor, each with the documents that use it; pronouns and descriptions are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in actor.mentions:
        if mention.kind is NameKind.NAME:
            found[mention.evidence.quote].add(mention.evidence.document)
    return {name: tuple(sorted(found[name])) for name in sorted(found)}
