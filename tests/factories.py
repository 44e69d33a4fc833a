"""Small documents and mentions for tests, made from quoted words so that every span is right by construction."""

from hashlib import sha256

from communique.model import (
    ActorKind,
    ActorMention,
    Document,
    DocumentRecord,
    EncounterKind,
    EncounterMention,
    EncounterStatus,
    Evidence,
    Form,
    LocalActor,
    NameKind,
    Participant,
    Quotation,
    Region,
    RegionKind,
    Role,
    Span,
)


def document(text: str, path: str = "article.txt", **fields: object) -> Document:
    """A plain-text document."""
    digest = sha256(text.encode()).hexdigest()
    return Document(id=f"d{digest[:12]}", path=path, sha256=digest, text=text, **fields)  # type: ignore[arg-type]


def at(doc: Document, words: str, occurrence: int = 1) -> Evidence:
    """The evidence of `words` in `doc`; fails if they do not occur."""
    start = -1
    for _ in range(occurrence):
        start = doc.text.index(words, start + 1)
    return Evidence.at(doc, Span(start, start + len(words)))


def actor(doc: Document, number: int, name: str, kind: str = "person", **fields: object) -> LocalActor:
    """A local actor named once in `doc`."""
    mention = ActorMention(at(doc, name), NameKind.NAME)
    return LocalActor(f"{doc.id}:a{number}", ActorKind(kind), name, (mention,), **fields)  # type: ignore[arg-type]


def meeting(doc: Document, number: int, words: str, people: tuple[LocalActor, ...], **fields: object) -> EncounterMention:
    """A held meeting of `people`, triggered by `words`."""
    taking_part = tuple(Participant(own.id, (own.mentions[0].evidence,), Role.LEAD) for own in people)
    settings = {"status": EncounterStatus.HELD, "kind": EncounterKind.MEETING, "participants": taking_part, **fields}
    trigger = at(doc, words)
    return EncounterMention(  # type: ignore[misc]
        id=f"{doc.id}:e{number}",
        document=doc.id,
        evidence=(trigger,),
        trigger=trigger,
        label=words,
        **settings,
    )


def quotation(doc: Document, number: int, words: str, speaker: LocalActor) -> Quotation:
    """A direct quotation of `words` by `speaker`."""
    return Quotation(
        f"{doc.id}:q{number}",
        doc.id,
        Form.DIRECT,
        (at(doc, words),),
        (at(doc, words),),
        speaker=speaker.id,
        speaker_kind="resolved",
    )


def record_of(doc: Document, **found: object) -> DocumentRecord:
    """What a document yields; all of it is body."""
    return DocumentRecord(doc, (Region(RegionKind.BODY, Span(0, len(doc.text))),), **found)  # type: ignore[arg-type]
