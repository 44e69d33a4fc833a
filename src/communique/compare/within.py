"""Contradictions that one article holds in so many words: a report and its denial, a correction, "says the reverse"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.compare.account_pair import nearest_about
from communique.compare.stage import Stage, words_at
from communique.compare.stated import Subject, make_finding
from communique.lexicon.content_word import content_words
from communique.model import (
    Evidence,
    Finding,
    FindingKind,
    FindingValue,
    Quotation,
    Record,
    RecordDocument,
    Span,
)

CLAIM = r"(?:reports?|claims?|story|stories|account|rumours?|rumors?|allegations?|accusations?|charges?|version|meeting|visit|talks)"
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)|contradict(?:s|ed)|disput(?:es|ed)|rebut(?:s|ted)|refut(?:es|ed))\b"
    r"(?: (?:once more|once again|again|flatly|firmly|strongly|later|\w+ly)){0,2}"
    rf" (?:(?:it|this|that|both|as much)(?=[.,;!?\"”’)]| (?:and|as|in|on|to|outright)\b)|(?:the|this|that|these|those) {CLAIM}\b"
    r"|(?:that )?any (?:such )?\w+|that such an? \w+|(?:that )?there (?:had been|has been|was|were|is|are) an?y?\b|(?:ever )?having\b|doing\b|such |(?!having|doing)\w{3,}ing\b)[^.;!?\n]{0,120}"
    r"|\b(?:said|says|insisted|insists)\b[^.;!?\n]{0,80}\bnothing of the (?:kind|sort)\b"
    r"|\b(?:said|says|insisted|insists)(?: that)? no such \w+[^.;!?\n]{0,80}"
    rf"|\b(?:call(?:s|ed)|describ(?:es|ed)|dismiss(?:es|ed)) (?:it|this|that|the {CLAIM}) (?:as )?[\"“‘']?(?:\w+ )?"
    r"(?:false|untrue|invention|fabrication|fiction|fantasy|baseless|nonsense|lies?|fake|premature)\b",
    re.IGNORECASE,
)
NOT_DENIED = re.compile(
    r"\b(?:not|never|nor|neither|n't|nobody|no one|without|refused to|declined to|could)\s*(?:\w+ ){0,2}$", re.IGNORECASE
)
REVERSE = re.compile(
    r"[^.;!?\n]{0,80}\b(?:says|said|claims|claimed|maintains|insists|insisted|holds|tells|told)\b(?: \w+)? "
    r"(?:the (?:reverse|opposite|contrary)|otherwise|the other way (?:a?round))\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\b(?:earlier|previous|first|original) (?:post|version|report|article|item|story|edition|dispatch|update|headline)s?\b"
    r"[^.!?\n]{0,60}?\b(?:said|stated|gave|put|named|identified|reported|misstated|misspelled|wrongly|incorrectly)\b"
    r"(?: that)? ?(?P<old>[^.!?\n]{3,160})",
    re.IGNORECASE,
)
RIGHT = re.compile(
    r"(?:it|they|he|she|there|the \w+(?: \w+){0,3}) (?:was|were|is|are|had|should (?:have|read|be))\b[^.!?\n]{1,120}"
    r"|(?:in fact|the correct)\b[^.!?\n]{1,120}",
    re.IGNORECASE,
)
ACCOUNT = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput(?:es|ed)|dismiss(?:es|ed)|reject(?:s|ed)) (?:the|this|that) (?:account|story|version|report)\b"
)
GERUND = re.compile(r"^den(?:y|ies|ied) (?:\w+ly )?(?:ever )?\w{3,}ing\b")
FAR = 8
FEWEST_RECUR = 2
FEWEST_LETTERS = 12
LONGEST_CLAIM = 300
LABEL = 80
NEAR_START = 100
QUOTES = "\"“‘'«„"
DENIED = re.compile(r"\bden(?:y|ies|ied)\b|\bsaid no such\b|\bcalled it\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speech:
    """Who speaks where in one document: the starts of the quotations, in order, and the quotations."""

    starts: tuple[int, ...]
    quotations: tuple[Quotation, ...]

    def side_at(self, span: Span, sides: Mapping[str, str]) -> str | None:
        """The side of whoever is quoted within `span`; None for nobody, an outlet, or somebody of no side."""
        for own in self.quotations[max(0, bisect_right(self.starts, span.start) - 1) : bisect_right(self.starts, span.end)]:
            if own.speaker is None or own.chain or not any(words.span.overlaps(span) for words in own.evidence):
                continue
            if own.speaker in sides:
                return sides[own.speaker]
        return None


def compare_within(record: Record, stage: Stage) -> Iterator[Finding]:
    """One finding for each denial of what the sentence before reports, each "says the reverse", each correction.

    What one side says and another side denies is their quarrel, not a contradiction of the article: it is left out.
    """
    sides = {own.id: own.side or own.country or "" for own in record.actors if own.side or own.country}
    spoken: dict[str, list[Quotation]] = {}
    for quotation in record.quotations:
        spoken.setdefault(quotation.document, []).append(quotation)
    for own in record.documents:
        quotations = sorted(spoken.get(own.document.id, ()), key=lambda found: found.evidence[0].span)
        speech = Speech(tuple(found.evidence[0].span.start for found in quotations), tuple(quotations))
        lines = stage.sentences(own.document.id)
        for number, (before, line) in enumerate(pairwise(lines), 2):
            after = lines[number] if number < len(lines) else None
            if ACCOUNT.search(own.document.text, line.start, line.end):
                before = _told_earlier(own.document.text, lines[max(0, number - FAR) : number - 1], (line, after))
            yield from _pair(own, (before, line, after), (speech, sides), stage)


def _told_earlier(text: str, before: Sequence[Span], after: tuple[Span, Span | None]) -> Span:
    """Of what is told before "denied the account. “She does not walk out”" the sentence that has most of those words."""
    words = " ".join(text[own.start : own.end] for own in after if own is not None)
    return nearest_about(text, before, words, FEWEST_RECUR) or before[-1]


def _pair(
    own: RecordDocument, lines: tuple[Span, Span, Span | None], who: tuple[Speech, Mapping[str, str]], stage: Stage
) -> Iterator[Finding]:
    before, line, after = lines
    speech, sides = who
    document, text = own.document.id, own.document.text
    claim, words = text[before.start : before.end], text[line.start : line.end]
    if len(claim) < FEWEST_LETTERS or claim.endswith("?") or DENIED.search(claim):
        return
    denial = DENIAL.search(words)
    if denial is not None and not NOT_DENIED.search(words[: denial.start()]) and _is_about(claim, denial):
        accounts = {speech.side_at(before, sides), speech.side_at(line, sides)} - {None}
        if len(accounts) < 2:
            rest = [after] if after is not None and text[after.start] in QUOTES else []
            yield _told(document, "existence", before, (_at(line, denial), *rest), stage)
        return
    reverse = REVERSE.match(words)
    if reverse is not None:
        yield _told(document, "content", before, (_at(line, reverse),), stage)
        return
    earlier, right = EARLIER.search(claim), RIGHT.match(words)
    if earlier is not None and right is not None:
        old = Span(before.start + earlier.start("old"), before.start + earlier.end("old"))
        yield _told(document, "superseded", old, (_at(line, right),), stage)


def _at(line: Span, found: re.Match[str]) -> Span:
    """The words found, with who says them where that is near."""
    start = 0 if found.start() <= NEAR_START else found.start()
    return Span(line.start + start, line.start + len(found.string[: found.end()].rstrip()))


def _is_about(claim: str, denial: re.Match[str]) -> bool:
    """Whether a denial points back: "denied it", "any such"; "denies having promised" only where the words recur."""
    told = denial[0].lower()
    if GERUND.search(told) or ("any " in told and "such" not in told):
        return bool(set(content_words(told)[1:]) & set(content_words(claim)))
    return True


def _told(document: str, kind: str, one: Span, two: Sequence[Span], stage: Stage) -> Finding:
    first = words_at(stage, document, _cut(one))
    second = tuple(words_at(stage, document, _cut(span)) for span in two)
    values = (FindingValue(_line(first), (first,)), FindingValue(" … ".join(map(_line, second)), second))
    label = values[0].value[:LABEL] + ("…" if len(values[0].value) > LABEL else "")
    subject = Subject("document", document, label, "correction" if kind == "superseded" else kind, kind)
    return make_finding(subject, FindingKind.INTERNAL_CONFLICT, values, stage.origin)


def _cut(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + LONGEST_CLAIM))


def _line(words: Evidence) -> str:
    return " ".join(words.quote.split())
