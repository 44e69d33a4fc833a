"""What words take over from the text around them: the listener of an answer, of an interview, of a speaker who said "me";
the day of the talk that a text records."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.extract.actors.letterhead import own_voice
from communique.extract.quotations.context import carry_addressees, told_to
from communique.extract.quotations.day import carry_days, day_of_entries, day_of_heading, day_of_talk
from communique.extract.quotations.heard import names_publisher
from communique.extract.quotations.interview import Turn
from communique.extract.quotations.nest import in_first_person
from communique.model import ActorKind, Analysis, DateBasis, DateValue, DocumentActors, NameKind, Quotation, RegionKind, Span

ANSWERS = re.compile(r"\b(?:answer|repl|respond|retort|rejoin|counter)(?:s|ed|y|ies|ied)?\b", re.IGNORECASE)
NOW = frozenset({"VBZ", "VBP"})
NEAR = 3
OWN_NAME = re.compile(r"\bThe ([A-Z]\w+)(?: [A-Z]\w+){0,3}\b")
FIRST_PERSON = frozenset({"i", "we"})
LISTENER = frozenset({"me", "us"})
PRESS = re.compile(r"\b(?:briefing|press conference|news conference|sitting|hearing|debate)\b", re.IGNORECASE)
FAR_MARKS = re.compile(r"[.!?\n]")


def settled(
    analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation], turns: Sequence[Turn], outlet: str | None
) -> list[Quotation]:
    """The quotations in their order, with listener and day filled in where the text around gives them.

    Args:
        turns: of a transcript or interview, () for any other text.
        outlet: the actor that publishes the text, None where the text does not name it.
    """
    asks = any(turn.asks for turn in turns)
    asked = frozenset(turn.words for turn in turns if not turn.asks and (asks or not turn.named))
    if turns and PRESS.search(analysis.text[_line(analysis.text, turns[0]) : turns[0].words.start]):
        asked = frozenset()  # a briefing is not given to the outlet alone
    found = told_to(in_first_person(quotations), asked, outlet)
    if outlet is None and asked:
        found = _told_to_publisher(analysis, found, asked, min(turn.words.start for turn in turns))
    found = [_not_to_himself(own) for own in found]
    found = _heard_in_first_person(analysis, actors, found, turns)
    found = list(carry_addressees(_answered(analysis, found), actors))
    return carry_days(analysis, actors, _in_record(analysis, actors, found, turns))


def _line(text: str, turn: Turn) -> int:
    """Where the paragraphs that introduce the first turn begin: at most the last two before it and the first of all."""
    start = turn.label.start if turn.label is not None else turn.words.start
    for _ in range(3):
        start = max(0, text.rfind("\n", 0, max(0, start - 1)))
    return start


def _told_to_publisher(
    analysis: Analysis, quotations: Sequence[Quotation], asked: frozenset[Span], first: int
) -> list[Quotation]:
    """The answers with the words above them that name the text's outlet as those who are told: "The Standard met her"."""
    text = analysis.document.text
    names = [m for m in OWN_NAME.finditer(text, 0, first) if names_publisher(analysis, Span(*m.span(1)))]
    if not names:
        return list(quotations)
    words = (analysis.evidence(Span(*names[-1].span())),)
    return [
        replace(own, addressee_words=words) if own.content[0].span in asked and not own.addressee_words else own
        for own in quotations
    ]


def _not_to_himself(own: Quotation) -> Quotation:
    """Nobody is told by himself: "he took him aside and told him" leaves the second "him" open."""
    if own.addressee is None or own.addressee not in {own.speaker, *own.joint_speakers}:
        return own
    return replace(own, addressee=None)


def _heard_in_first_person(
    analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation], turns: Sequence[Turn]
) -> list[Quotation]:
    """ "Told me" is told to who says it: the speaker of the words or of the turn around, else the one author named in the
    byline."""
    by_id = {own.id: own for own in quotations}
    author = _author(analysis, actors)
    found = []
    for own in quotations:
        words = " ".join(words.quote.lower() for words in own.addressee_words)
        if own.addressee is None and words in LISTENER:
            outer = by_id.get(own.nested_in or "")
            turn = next((turn for turn in turns if turn.words.contains(own.content[0].span)), None)
            who = outer.speaker if outer is not None else turn.speaker if turn is not None else None
            who = author if outer is None and turn is None and words == "me" else who
            own = replace(own, addressee=who) if who != own.speaker else own
        found.append(own)
    return found


def _author(analysis: Analysis, actors: DocumentActors) -> str | None:
    lines = [region.span for region in analysis.clean.regions if region.kind is RegionKind.BYLINE]
    people = {
        own.id
        for own in actors.actors
        if own.kind is ActorKind.PERSON
        for mention in own.mentions
        if mention.kind is NameKind.NAME and any(span.contains(mention.evidence.span) for span in lines)
    }
    return people.pop() if len(people) == 1 else None


def _answered(analysis: Analysis, quotations: Sequence[Quotation]) -> list[Quotation]:
    """An answer is to who spoke right before, in the sentence before or in the same one, and on the same day."""
    found: list[Quotation] = []
    for own in quotations:
        before = next((o for o in reversed(found[-NEAR:]) if o.nested_in == own.nested_in), None)
        cue = " ".join(words.quote for words in own.cue)
        if before is not None and own.speaker is not None and ANSWERS.search(cue) and _next_to(analysis, before, own):
            other = before.speaker if before.speaker not in {None, own.speaker} else None
            said_on = own.said_on
            if said_on is None and before.said_on is not None:
                said_on = replace(before.said_on, basis=DateBasis.INHERITED)
            own = replace(own, addressee=own.addressee or other, said_on=said_on) if not own.addressee_words else own
        found.append(own)
    return found


def _next_to(analysis: Analysis, before: Quotation, own: Quotation) -> bool:
    gap = analysis.text[before.evidence[-1].span.end : own.evidence[0].span.start]
    if not any(char.isalnum() for char in gap):
        return True  # the next paragraph answers
    return "\n" not in gap and len(FAR_MARKS.findall(gap)) <= 1


def _in_record(
    analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation], turns: Sequence[Turn]
) -> list[Quotation]:
    """The day of the interview, sitting or briefing for its turns; of a live report for what it tells as now; of a body's
    own dated text for what it says in it."""
    spoken = frozenset(turn.words for turn in turns)
    first = min((turn.label.start if turn.label else turn.words.start for turn in turns), default=0)
    talk = day_of_talk(analysis, first) if turns else None
    live = day_of_entries(analysis) if not turns else None
    issued, given = _issued(analysis), _given(analysis, actors)
    found = []
    for own in quotations:
        day: DateValue | None = None
        if own.content[0].span in spoken:
            day = talk
        elif own.nested_in is None and live is not None and _tells_now(analysis, own):
            day = live
        elif own.nested_in is None and issued is not None and _is_own_voice(own):
            day = issued
        elif own.nested_in is None and given is not None and _is_own_voice(own) and _tells_now(analysis, own):
            day = given
        found.append(replace(own, said_on=day) if day is not None and own.said_on is None else own)
    return found


def _tells_now(analysis: Analysis, own: Quotation) -> bool:
    return any(analysis.tags[token] in NOW for words in own.cue for token in analysis.tokens_in(words.span))


def _is_own_voice(own: Quotation) -> bool:
    return len(own.speaker_words) == 1 and own.speaker_words[0].quote.lower() in FIRST_PERSON and not own.quoted


def _given(analysis: Analysis, actors: DocumentActors) -> DateValue | None:
    """The day of a text that a person gives in his own name, in which "I urge" is said."""
    mentions = (mention for own in actors.actors for mention in own.mentions if mention.kind is NameKind.PRONOUN)
    return day_of_heading(analysis) if any(mention.evidence.quote == "I" for mention in mentions) else None


def _issued(analysis: Analysis) -> DateValue | None:
    """The day of a text that a body issues in its own name."""
    return day_of_heading(analysis) if own_voice(analysis) else None
