"""Who passes words on: an attribution inside the content of another one, and outlets that were spoken to."""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.quotations.context import passes_on
from communique.model import ChainLink, DocumentActors, Quotation, Span


def outer_of(contents: tuple[tuple[Span, ...], ...], cues: tuple[tuple[Span, ...], ...]) -> tuple[int | None, ...]:
    """For each attribution the number of the smallest other one whose content holds its cue and content.

    Args:
        contents: spans of each, in text order (by start, longer first).
        cues: cue spans of each; an attribution without a cue is nested by its content alone.
    """
    found: list[int | None] = []
    open_: list[int] = []
    for number, spans in enumerate(contents):
        own = Span(min(s.start for s in (*spans, *cues[number])), max(s.end for s in (*spans, *cues[number])))
        open_ = [other for other in open_ if contents[other][-1].end > own.start]
        holders = [o for o in open_ if any(s.contains(own) and s != own for s in contents[o])]
        found.append(min(holders, key=lambda o: sum(len(s) for s in contents[o]), default=None))
        open_.append(number)
        if len(open_) > 32:
            open_.pop(0)
    return tuple(found)


def in_first_person(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations with "I" inside somebody's words resolved to that somebody."""
    made: dict[str, Quotation] = {}
    for own in quotations:
        outer = made.get(own.nested_in) if own.nested_in is not None else None
        mine = [words.quote.lower() for words in own.speaker_words] == ["i"]
        if outer is not None and outer.speaker is not None and own.speaker is None and mine:
            own = replace(own, speaker=outer.speaker, speaker_kind=outer.speaker_kind)
        made[own.id] = own
    return list(made.values())


def chain_of(quotation: Quotation, by_id: dict[str, Quotation], actors: DocumentActors) -> tuple[ChainLink, ...]:
    """Outermost first: the speakers of the quotations around this one, then an outlet that it was told to."""
    links: list[ChainLink] = []
    at = quotation.nested_in
    seen: set[str] = set()
    while at is not None and at not in seen:
        seen.add(at)
        outer = by_id[at]
        links.insert(0, ChainLink(outer.speaker, outer.speaker_words, outer.cue))
        at = outer.nested_in
    heard = actors.by_id(quotation.addressee) if quotation.addressee is not None else None
    if passes_on(heard):
        links.append(ChainLink(quotation.addressee, quotation.addressee_words, quotation.cue))
    return tuple(links)
