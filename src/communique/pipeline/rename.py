"""Mentions of one document with the ids of the record in place of their local ones."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from communique.model import (
    AgreementMention,
    EncounterMention,
    Forecast,
    Office,
    Participant,
    Position,
    Quotation,
)

Names = Mapping[str, str]


def named(own: str | None, names: Names) -> str | None:
    """The record's id of a local actor; None stays None, an id unknown here becomes None."""
    return None if own is None else names.get(own)


def all_named(own: Iterable[str], names: Names) -> tuple[str, ...]:
    """The record's ids of local actors, each once, in the order given."""
    return tuple(dict.fromkeys(names[actor] for actor in own if actor in names))


def renamed_encounter(mention: EncounterMention, names: Names, sides: Names) -> EncounterMention:
    """The mention with record actors; a person named twice takes part once, with all the words."""
    people: dict[str, Participant] = {}
    for found in mention.participants:
        actor = names.get(found.actor)
        if actor is None:
            continue
        if actor in people:
            former = people[actor]
            evidence = tuple(dict.fromkeys((*former.evidence, *found.evidence)))
            people[actor] = replace(former, evidence=evidence)
        else:
            people[actor] = replace(found, actor=actor, side=sides.get(actor))
    history = tuple(replace(entry, attributed_to=named(entry.attributed_to, names)) for entry in mention.status_history)
    return replace(mention, participants=tuple(people.values()), status_history=history)


def renamed_quotation(found: Quotation, names: Names) -> Quotation:
    """The quotation with record actors."""
    speaker = named(found.speaker, names)
    joint = tuple(actor for actor in all_named(found.joint_speakers, names) if actor != speaker)
    chain = tuple(replace(link, actor=named(link.actor, names)) for link in found.chain)
    addressee = named(found.addressee, names)
    return replace(found, speaker=speaker, joint_speakers=joint, chain=chain, addressee=addressee)


def renamed_position(found: Position, names: Names) -> Position | None:
    """The position with record actors; None if its actor is none of the record's."""
    actor = names.get(found.actor)
    if actor is None:
        return None
    return replace(found, actor=actor, attributed_by=named(found.attributed_by, names), target=named(found.target, names))


def renamed_agreement(found: AgreementMention, names: Names) -> AgreementMention:
    """The agreement with record actors."""
    return replace(
        found,
        parties=all_named(found.parties, names),
        committed=all_named(found.committed, names),
        owed_to=all_named(found.owed_to, names),
        reported_by=named(found.reported_by, names),
    )


def renamed_forecast(found: Forecast, names: Names) -> Forecast:
    """The forecast with record actors."""
    who = named(found.who, names)
    return replace(found, who=who, joint=tuple(actor for actor in all_named(found.joint, names) if actor != who))


def renamed_offices(offices: Iterable[Office], names: Names) -> tuple[Office, ...]:
    """Offices with record principals; the same office in several documents once, with all its words."""
    found: dict[tuple[str, str | None, str], Office] = {}
    for office in offices:
        own = replace(office, principal=named(office.principal, names))
        key = own.title.lower(), own.principal, own.status
        if key in found:
            former = found[key]
            found[key] = replace(
                former,
                evidence=tuple(sorted({*former.evidence, *own.evidence})),
                since=former.since or own.since,
                until=former.until or own.until,
            )
        else:
            found[key] = own
    return tuple(found[key] for key in sorted(found, key=lambda key: (found[key].evidence[0], key[0])))
