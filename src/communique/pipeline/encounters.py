"""Encounters of the record from the mentions of its documents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.lexicon.date_words import date_words
from communique.model import Actor, ActorKind, Encounter, EncounterKind, EncounterLink, EncounterMention, Participant, Role
from communique.pipeline import consolidate
from communique.pipeline.naming import unique_ids

KIND_WORDS = {
    EncounterKind.MEETING: "Meeting",
    EncounterKind.CALL: "Call",
    EncounterKind.ROUND: "Talks",
    EncounterKind.SUMMIT: "Summit",
    EncounterKind.VISIT: "Visit",
    EncounterKind.CONFERENCE: "Conference",
    EncounterKind.CONSULTATION: "Consultation",
    EncounterKind.CONTACT: "Contact",
}
SHOWN = 3
LONGEST_NAME = 6
ARTICLES = frozenset({"the", "a", "an", "this", "these", "those", "their", "its", "two", "three", "four", "several"})


def assemble_encounters(
    mentions: Sequence[EncounterMention],
    groups: Sequence[tuple[str, ...]],
    actors: Mapping[str, Actor],
    origin: Mapping[str, str],
    published: Mapping[str, str],
) -> tuple[tuple[Encounter, ...], dict[str, str]]:
    """One encounter for each group of mentions, and the record id of every mention.

    Args:
        mentions: of all documents, with record actors.
        groups: ids of mentions that are the same encounter.
        actors: by id.
        origin: independence group of each document.
        published: publication day of the documents that have one.
    """
    by_id = {mention.id: mention for mention in mentions}

    def order(mention: EncounterMention) -> tuple[str, str, int]:
        return published.get(mention.document, "9"), mention.document, mention.evidence[0].span.start

    drafts = {}
    for group in groups:
        drafts[group] = drafted(tuple(sorted((by_id[own] for own in group), key=order)), actors, origin, published)
    ids = unique_ids((group[0], _facts(drafts[group], actors)) for group in groups)
    names = {own: ids[group[0]] for group in groups for own in group}
    found = tuple(_linked(replace(drafts[group], id=ids[group[0]]), names) for group in groups)
    return tuple(sorted(found, key=lambda encounter: encounter.id)), names


def drafted(
    mentions: tuple[EncounterMention, ...],
    actors: Mapping[str, Actor],
    origin: Mapping[str, str],
    published: Mapping[str, str],
) -> Encounter:
    """The consolidated view of some accounts, without id and links."""

    def rows(name: str) -> list[tuple[str, object]]:
        values = [(origin[mention.document], getattr(mention, name)) for mention in mentions]
        return [row for row in values if row[1] is not None]

    kind = consolidate.best([(origin[m.document], m.kind) for m in mentions], lambda own: own)
    assert kind is not None
    outcome = next((mention.outcome for mention in mentions if mention.outcome), None)
    status = consolidate.status_of(mentions, published)
    draft = Encounter(
        id="",
        kind=kind,
        label="",
        status=status,
        status_history=consolidate.history_of(mentions, status, published),
        mentions=mentions,
        date=consolidate.date_of(rows("date")),  # type: ignore[arg-type]
        place=consolidate.place_of(rows("place")),  # type: ignore[arg-type]
        participants=consolidate.participants_of(mentions, origin),
        duration=consolidate.duration_of(rows("duration")),  # type: ignore[arg-type]
        topics=consolidate.topics_of(mentions),
        outcome=outcome,
    )
    return replace(draft, label=label_of(draft, actors))


def label_of(encounter: Encounter, actors: Mapping[str, Actor]) -> str:
    """A heading: what, who, where, when, as far as known; for an encounter with none of it the shortest words that name
    it, if they are a name and no sentence."""
    words = _facts(encounter, actors)
    if words != KIND_WORDS[encounter.kind]:
        return words
    said = min((mention.label for mention in encounter.mentions), key=lambda label: (len(label), label))
    first, _, rest = said.partition(" ")
    if len(said.split()) > LONGEST_NAME or first.lower() not in ARTICLES:
        return f"{words}, no details given"
    return f"{first.capitalize()} {rest}"


def _facts(encounter: Encounter, actors: Mapping[str, Actor]) -> str:
    """What is known, in words of our own; ids are made of it, which stand in exports without the articles' words too."""
    words = [KIND_WORDS[encounter.kind]]
    names = _shown([found for found in encounter.participants if found.present], actors)
    if names:
        words.append(("of " if encounter.kind is not EncounterKind.VISIT else "by ") + names)
    place = encounter.place
    if place and (place.city or place.country):
        words.append(f"in {place.city or place.country}")
    label = " ".join(words)
    date = encounter.date
    if date and date.start and not date.window and ".." not in (date.start, date.end):
        return f"{label}, {date_words(date)}"
    return label


def _heads(people: Sequence[Participant], actors: Mapping[str, Actor]) -> list[Participant]:
    """Those an encounter is called after: persons who lead, else states, else hosts, else whoever is named; groups last."""
    known = [found for found in people if found.actor in actors]
    leads = [found for found in known if found.role is Role.LEAD and actors[found.actor].kind is ActorKind.PERSON]
    states = [found for found in known if actors[found.actor].kind is ActorKind.STATE]
    if len(leads) > 1 or (leads and not states):
        return leads
    single = [found for found in known if actors[found.actor].kind is not ActorKind.GROUP]
    leading = [found for found in single if found.role in (Role.LEAD, Role.HOST)]
    return [*leads, *states] or leading or single or known


def _shown(people: Sequence[Participant], actors: Mapping[str, Actor]) -> str:
    names = [actors[found.actor].name for found in _heads(people, actors)]
    if len(names) <= 1:
        return "".join(names)
    shown = names[:SHOWN]
    rest = len(names) - len(shown)
    return ", ".join(shown[:-1]) + " and " + shown[-1] if not rest else ", ".join(shown) + f" and {rest} more"


def _linked(encounter: Encounter, names: Mapping[str, str]) -> Encounter:
    links: dict[tuple[str, str], EncounterLink] = {}
    part_of = None
    for mention in encounter.mentions:
        for link in mention.links:
            target = names.get(link.to)
            if target is None or target == encounter.id:
                continue
            if link.relation == "part_of":
                part_of = part_of or target
            key = link.relation, target
            former = links[key].evidence if key in links else ()
            links[key] = EncounterLink(link.relation, target, tuple(dict.fromkeys((*former, *link.evidence))))
    return replace(encounter, links=tuple(links[key] for key in sorted(links) if key[0] != "part_of"), part_of=part_of)
