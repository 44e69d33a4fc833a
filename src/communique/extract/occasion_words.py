"""What the words around a statement tell of its place: the speaker leaves a meeting, was in the room, or the sentence
before reports it."""

import re

from communique.model import Quotation

LEAVING = re.compile(
    r"\b(?:after (?:the|that|their|his|her|a|today's|this) (?:\w+ ){0,2}(?:meeting|talks?|session|round|call|conversation|summit|"
    r"encounter|consultations?|negotiations?)|at the (?:exit|end|close|conclusion|opening|start|outset)|"
    r"(?:as|when|while|before) (?:he|she|they) (?:left|was leaving|were leaving|emerged|arrived|waited|came out|walked)|"
    r"(?:on|upon) (?:leaving|emerging|his return|her return|their return)|(?:opening|closing) (?:remarks|statement|address)|"
    r"on the sidelines|in the (?:corridor|corridors|room)|across the table)\b",
    re.IGNORECASE,
)
INSIDER = re.compile(
    r"\b(?:delegates?|negotiators?|participants?|attendees?|mediators?|members? of (?:\w+ ){1,3}delegation|"
    r"(?:in|inside) the (?:room|building)|(?:who|were|was) (?:present|there)|who (?:attended|took part)|"
    r"(?:familiar with|involved in|briefed on|close to) the (?:talks|negotiations|meeting|discussions|matter|call))\b",
    re.IGNORECASE,
)
OF_IT = re.compile(
    r"\b(?:it|the (?:agenda|call|conversation|date|encounter|meeting|report|round|session|summit|talks|visit)|"
    r"den(?:y|ies|ied)|confirm(?:s|ed)?|dismiss(?:es|ed)?)\b",
    re.IGNORECASE,
)
STOPS = re.compile(r"[.!?][\"”’')\]]*\s|\n")
SENTENCE = 300


def was_there(own: Quotation, text: str) -> bool:
    """Whether the clause around a statement says that its speaker comes from a meeting or was in the room."""
    speaker = " ".join(words.quote for words in own.speaker_words)
    return INSIDER.search(speaker) is not None or comes_from(own, text)


def comes_from(own: Quotation, text: str) -> bool:
    """Whether the clause around a statement says that it was made at or right after a meeting."""
    start, end = own.evidence[0].span.start, own.evidence[-1].span.end
    return LEAVING.search(_around(text, start, end, own)) is not None


def speaks_of_it(own: Quotation) -> bool:
    """Whether cue or content answers or takes up what the text reported before: "denied it", "the agenda"."""
    return any(OF_IT.search(words.quote) for words in (*own.cue, *own.content))


def _around(text: str, start: int, end: int, own: Quotation) -> str:
    """The sentence of a statement without its content, and what follows the speaker's name in it."""
    before = STOPS.split(text[max(0, start - SENTENCE) : start])[-1]
    after = STOPS.split(text[end : end + SENTENCE], maxsplit=1)[0]
    first, last = own.content[0].span, own.content[-1].span
    return f"{before} {text[start : first.start]} | {text[last.end : end]} {after}"


def follows(own: Quotation, text: str, distance: int) -> bool:
    """Whether a statement stands in the sentence after the words that end `distance` characters before it, or in theirs,
    in one paragraph."""
    start = own.evidence[0].span.start
    gap = text[max(0, start - distance) : start]
    return bool(text) and "\n" not in gap and len(STOPS.findall(gap)) <= 1
