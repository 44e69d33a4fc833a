"""Each section of the interchange format: model types to plain JSON types (RECORD.md, version 1)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from communique.config import KNOWN_LANGUAGES
from communique.model import (
    Actor,
    Agreement,
    AgreementMention,
    DateValue,
    Duration,
    Encounter,
    EncounterMention,
    Evidence,
    Figure,
    Finding,
    Forecast,
    Issue,
    Participant,
    Place,
    Position,
    Quotation,
    RecordDocument,
    StatusEntry,
)

Data = dict[str, Any]
HIDDEN = "…"
LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Words:
    """Writes evidence; without `text` every quote is null."""

    text: bool = True

    def one(self, found: Evidence) -> Data:
        """One evidence object."""
        quote = found.quote if self.text else None
        return {"document": found.document, "start": found.span.start, "end": found.span.end, "quote": quote}

    def free(self, words: str | None) -> str | None:
        """Words of an article in another place than evidence."""
        return words if self.text else None

    def all(self, found: Iterable[Evidence]) -> list[Data]:
        """Evidence objects, each once, in the order given."""
        return [self.one(own) for own in dict.fromkeys(found)]


def filled(data: Data) -> Data:
    """`data` without keys whose value is None."""
    return {key: value for key, value in data.items() if value is not None}


def date(found: DateValue | None, words: Words) -> Data | None:
    if found is None:
        return None
    return {
        "start": found.start,
        "end": found.end,
        "precision": found.precision,
        "window": found.window,
        "edtf": found.edtf,
        "basis": found.basis,
        "evidence": words.all(found.evidence),
    }


def place(found: Place | None, words: Words) -> Data | None:
    if found is None:
        return None
    return {
        "venue": found.venue,
        "city": found.city,
        "country": found.country,
        "country_code": found.country_code,
        "latitude": found.latitude,
        "longitude": found.longitude,
        "alternatives": [{"city": name} for name in found.alternatives],
        "evidence": words.all(found.evidence),
    }


def duration(found: Duration | None, words: Words) -> Data | None:
    if found is None:
        return None
    return {"min_minutes": found.min_minutes, "max_minutes": found.max_minutes, "evidence": words.all(found.evidence)}


def document(found: RecordDocument, words: Words) -> Data:
    doc = found.document
    outlet = doc.outlet and filled(
        {"name": doc.outlet.name, "country": doc.outlet.country, "is_agency": doc.outlet.is_agency}
    )
    data: Data = {
        "id": doc.id,
        "path": doc.path,
        "url": doc.url,
        "sha256": doc.sha256,
        "length": len(doc.text),
        "text": doc.text if words.text else None,
        "media_type": doc.media_type,
        "outlet": outlet,
        "title": words.free(doc.title),
        "authors": list(doc.authors),
        "published": date(doc.published, words),
        "dateline": doc.dateline,
        "language": doc.language,
        "regions": [
            filled({"kind": row.kind, "start": row.span.start, "end": row.span.end, "detail": row.detail})
            for row in found.regions
        ],
        "reprint_of": found.reprint_of,
        "independence_group": found.independence_group,
        "x_attribution_attempted": doc.language is None or doc.language.split("-")[0] in KNOWN_LANGUAGES,
        "x_dependences": [
            {"origin": row.origin, "kind": row.kind, "share": round(row.containment, 3), "reason": row.reason}
            for row in found.dependences
        ],
    }
    if not words.text:
        del data["text"]
    return data


def actor(found: Actor, words: Words) -> Data:
    aliases: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for mention in found.mentions:
        aliases[mention.evidence.document, mention.evidence.quote, mention.kind].append(mention.evidence)
    offices = [
        {
            "title": office.title,
            "principal": office.principal,
            "since": office.since,
            "until": office.until,
            "x_status": office.status,
            "evidence": words.all(office.evidence),
        }
        for office in found.offices
    ]
    return {
        "id": found.id,
        "kind": found.kind,
        "subtype": found.subtype,
        "name": found.name,
        "side": found.side,
        "aliases": [
            {
                "document": key[0],
                "text": key[1] if words.text else HIDDEN,
                "kind": key[2],
                "evidence": words.all(aliases[key]),
            }
            for key in sorted(aliases)
        ],
        "offices": offices,
        "identifiers": {"iso3166": found.country} if found.kind == "state" and found.country else {},
        "evidence": words.all([min(found.mentions, key=lambda mention: mention.evidence).evidence]),
    }


def participant(found: Participant, words: Words) -> Data:
    return {
        "actor": found.actor,
        "side": found.side,
        "role": found.role,
        "presence": "present" if found.present else "absent",
        "evidence": words.all(found.evidence),
    }


def status(found: StatusEntry, words: Words) -> Data:
    return {
        "status": found.status,
        "detail": words.free(found.detail),
        "document": found.document,
        "as_of": found.as_of,
        "attributed_to": found.attributed_to,
        "evidence": words.all(found.evidence),
    }


def _account(found: Encounter | EncounterMention, words: Words) -> Data:
    return {
        "kind": found.kind,
        "label": words.free(found.label),
        "status": found.status,
        "status_history": [status(entry, words) for entry in found.status_history],
        "date": date(found.date, words),
        "place": place(found.place, words),
        "participants": [participant(own, words) for own in found.participants],
        "duration": duration(found.duration, words),
        "topics": list(found.topics),
        "outcome": words.free(found.outcome),
    }


def encounter(found: Encounter, words: Words) -> Data:
    mentions = [
        {"document": own.document, **_account(own, words), "evidence": words.all(own.evidence)} for own in found.mentions
    ]
    links = [
        {"relation": link.relation, "to": link.to, "evidence": words.all(link.evidence)}
        for link in found.links
        if link.evidence
    ]
    data = {
        "id": found.id,
        **_account(found, words),
        "part_of": found.part_of,
        "links": links,
        "mentions": mentions,
        "evidence": words.all(own for mention in found.mentions for own in mention.evidence),
    }
    if found.track is not None:
        data["x_track"] = found.track
    return data


def quotation(found: Quotation, words: Words) -> Data:
    return filled(
        {
            "id": found.id,
            "document": found.document,
            "form": found.form,
            "content": words.all(found.content),
            "quoted": words.all(found.quoted),
            "cue": words.all(found.cue),
            "joint_speakers": list(found.joint_speakers),
            "speaker_words": words.all(found.speaker_words),
            "chain": [
                {"actor": link.actor, "words": words.all(link.words), "cue": words.all(link.cue)} for link in found.chain
            ],
            "addressee": found.addressee,
            "addressee_words": words.all(found.addressee_words),
            "said_on": date(found.said_on, words),
            "setting": words.free(found.setting),
            "occasion": found.occasion,
            "utterance": found.utterance,
            "nested_in": found.nested_in,
            "repeats": found.repeats,
            "confidence": found.confidence,
            "x_speaker_kind": found.speaker_kind,
            "evidence": words.all(found.evidence),
        }
    ) | {"speaker": found.speaker}


def issue(found: Issue) -> Data:
    return filled(
        {
            "id": found.id,
            "name": found.name,
            "definition": found.definition,
            "parent": found.parent,
            "x_proposed": found.proposed or None,
        }
    )


def position(found: Position, words: Words) -> Data:
    return filled(
        {
            "id": found.id,
            "document": found.document,
            "actor": found.actor,
            "issue": found.issue,
            "stance": found.stance,
            "content": words.all(found.content),
            "conditions": words.all(found.conditions),
            "modality": found.modality,
            "attributed_by": found.attributed_by,
            "target": found.target,
            "quotation": found.quotation,
            "date": date(found.date, words),
            "confidence": found.confidence,
            "x_red_line": found.red_line or None,
            "x_matter": words.all((found.matter,)) if found.matter else None,
            "evidence": words.all(found.evidence),
        }
    )


def _agreement_mention(found: AgreementMention, words: Words) -> Data:
    return filled(
        {
            "document": found.document,
            "status": found.status,
            "content": words.all(found.content),
            "parties": list(found.parties),
            "conditions": words.all(found.conditions),
            "reported_by": found.reported_by,
            "date": date(found.date, words),
            "encounter": found.encounter,
            "confidence": found.confidence,
            "evidence": words.all(found.evidence),
        }
    )


def agreement(found: Agreement, words: Words) -> Data:
    return {
        "id": found.id,
        "kind": found.kind,
        "label": words.free(found.label),
        "parties": list(found.parties),
        "committed": list(found.committed),
        "owed_to": list(found.owed_to),
        "due": date(found.due, words),
        "status": found.status,
        "mentions": [_agreement_mention(own, words) for own in found.mentions],
        "evidence": words.all(own for mention in found.mentions for own in mention.evidence),
    }


def forecast(found: Forecast, words: Words) -> Data:
    outcome = found.outcome and {
        "status": found.outcome.status,
        "as_of": found.outcome.as_of,
        "evidence": words.all(found.outcome.evidence),
    }
    return filled(
        {
            "id": found.id,
            "document": found.document,
            "kind": found.kind,
            "joint": list(found.joint),
            "claim": words.free(found.claim),
            "content": words.all(found.content),
            "window": date(found.window, words),
            "conditions": words.all(found.conditions),
            "encounter": found.encounter,
            "outcome": outcome,
            "confidence": found.confidence,
            "evidence": words.all(found.evidence),
        }
    ) | {"who": found.who}


def figure(found: Figure, words: Words) -> Data:
    return filled(
        {
            "id": found.id,
            "document": found.document,
            "label": words.free(found.label),
            "comparator": found.comparator,
            "confidence": found.confidence,
            "evidence": words.all(found.evidence),
        }
    ) | {"value": found.value, "unit": found.unit}


def _value(value: str, words: Words) -> str:
    """A value is a date, a number, a name; without words what is longer than a name is left out."""
    return value if words.text or len(value.split()) <= LONGEST_NAME else HIDDEN


def finding(found: Finding, words: Words) -> Data:
    return {
        "id": found.id,
        "kind": found.kind,
        "subject": {"type": found.subject_type, "id": found.subject, "label": words.free(found.label)},
        "attribute": found.attribute,
        "values": [{"value": _value(row.value, words), "evidence": words.all(row.evidence)} for row in found.values],
        "independent_groups": found.independent_groups,
        "conflict_type": found.conflict_type,
        "x_weight": found.weight,
        "x_why": found.why,
    }
