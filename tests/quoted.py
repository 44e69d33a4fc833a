"""What the product quotes in a text of invented people, on the real parser."""

from dataclasses import replace

from communique.annotate.syntax import parse
from communique.extract.quotation import find_quotations
from communique.model import (
    ActorKind,
    ActorMention,
    Attribution,
    CleanText,
    DocumentActors,
    Evidence,
    LocalActor,
    NameKind,
    Span,
)
from factories import document

TAGGED = 0.9


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def read(nlp, text, *names, tagged=()):
    """(speaker, cue, content) of each statement; `names` are persons, those in capitals bodies; `tagged` as (source, cue,
    content, more content ...)."""
    doc = document(text)
    analysis = parse(nlp, CleanText(doc, text, ()))
    if tagged:
        rows = [
            Attribution((at(text, s),) if s else (), (at(text, c),), tuple(at(text, part) for part in parts), TAGGED)
            for s, c, *parts in tagged
        ]
        analysis = replace(analysis, attributions=tuple(rows))
    found = []
    for number, name in enumerate(names, 1):
        kind = ActorKind.ORGANISATION if name.isupper() or name.startswith("the ") else ActorKind.PERSON
        words = name if name in text else name.title()
        starts = [i for i in range(len(text)) if text.startswith(words, i)]
        mentions = tuple(ActorMention(Evidence.at(doc, Span(i, i + len(words))), NameKind.NAME) for i in starts)
        found.append(LocalActor(f"{doc.id}:a{number}", kind, words, mentions))
    called = {actor.id: actor.name for actor in found}
    return [
        (called.get(own.speaker), own.cue[0].quote if own.cue else "", " | ".join(part.quote for part in own.content))
        for own in find_quotations(analysis, DocumentActors(tuple(found)))
    ]
