"""What was agreed at one encounter: one document's list against another's "nothing but"; one meeting or several."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from communique.compare.stage import Stage, sentence_around, words_at
from communique.compare.stated import Subject, make_finding
from communique.lexicon.content_word import content_words
from communique.model import (
    Agreement,
    AgreementStatus,
    Encounter,
    EncounterStatus,
    Evidence,
    Finding,
    FindingKind,
    FindingValue,
    Quotation,
    Record,
    Span,
)

ONLY = re.compile(
    r"\b(?:nothing|anything|none|nobody|no (?:\w+ ){0,4}|any of (?:\w+ ){0,8}|all)\b(?: \w+){0,6}? ?"
    r"\b(?:but|except(?: for)?|other than|apart from|save for)\b",
    re.IGNORECASE,
)
AGREED = re.compile(r"\b(?:agree\w*|accord|deal|consensus|understanding|settle\w*)\b", re.IGNORECASE)
COUNTED = re.compile(
    r"\b(?:was|were)\s+(?:in fact |actually |really )?(?:two|three|four|several)\s+(?:separate |different |distinct |parallel )?"
    r"(?:calls|conversations|meetings|rounds|sessions|talks)\b[^.;\n]{0,120}",
    re.IGNORECASE,
)
NEXT_SENTENCE = 160
REACHED = frozenset({AgreementStatus.AGREED, AgreementStatus.PARTLY_AGREED})
MOST_POINTS = 12


def compare_agreed(record: Record, stage: Stage) -> Iterator[Finding]:
    """Conflicts over what was agreed at an encounter, and over whether it was one meeting or several."""
    points, limits = _points(record.agreements), _limits(record, stage)
    for encounter in record.encounters:
        yield from _by_limit(encounter, points.get(encounter.id, {}), limits.get(encounter.id, {}), stage)
    yield from _by_parts(record.encounters, stage)


Words = dict[str, list[Evidence]]


def _points(agreements: Sequence[Agreement]) -> dict[str, Words]:
    """Encounter -> document -> words of what the document says was agreed there."""
    found: dict[str, Words] = defaultdict(lambda: defaultdict(list))
    for agreement in agreements:
        for own in agreement.mentions:
            joint = len(own.parties) != 1  # the promise of one is agreed by nobody
            if own.encounter is not None and own.status in REACHED and own.reported_by is None and joint:
                found[own.encounter][own.document].extend(own.content)
    return found


def _limits(record: Record, stage: Stage) -> dict[str, Words]:
    """Encounter -> document -> words that say that nothing else was agreed there."""
    found: dict[str, Words] = defaultdict(lambda: defaultdict(list))
    for agreement in record.agreements:
        for own in agreement.mentions:
            for evidence in own.evidence:
                if own.encounter is not None and _is_limit(evidence.quote):
                    found[own.encounter][own.document].append(evidence)
    limiting = [(quotation, words) for quotation in record.quotations if (words := _limits_of(quotation))]
    places = _places(record.encounters) if limiting else {}
    for quotation, words in limiting:
        around = sentence_around(stage.texts.get(quotation.document, ""), words[0].span)
        beside = [
            own
            for span, own in places.get(quotation.document, ())
            if around.contains(span) and not any(part.span.overlaps(span) for part in quotation.content)
        ]
        occasion = [quotation.occasion] if quotation.occasion is not None else []
        for encounter in dict.fromkeys(beside or occasion):
            found[encounter][quotation.document].extend(words)
    return found


def _places(encounters: Sequence[Encounter]) -> dict[str, list[tuple[Span, str]]]:
    """Document -> where it speaks of which encounter."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for encounter in encounters:
        for mention in encounter.mentions:
            found[mention.document].extend((words.span, encounter.id) for words in mention.evidence)
    return found


def _limits_of(quotation: Quotation) -> list[Evidence]:
    return [words for words in quotation.content if _is_limit(words.quote)]


def _is_limit(words: str) -> bool:
    return bool(ONLY.search(words) and AGREED.search(words))


def _by_limit(encounter: Encounter, points: Words, limits: Words, stage: Stage) -> Iterator[Finding]:
    for document, only in sorted(limits.items()):
        allowed = {word for words in only for word in content_words(words.quote)}
        beyond: list[FindingValue] = []
        for other, contents in sorted(points.items()):
            spare = [words for words in contents if len(set(content_words(words.quote)) - allowed) > 1]
            if other != document and spare:
                shown = "; ".join(" ".join(words.quote.split()) for words in spare[:3])
                beyond.append(FindingValue(shown, tuple(spare[:MOST_POINTS])))
        if only and beyond:
            subject = Subject("encounter", encounter.id, encounter.label, "agreed", "outcome")
            limit = FindingValue(" ".join(only[0].quote.split()), tuple(only))
            yield make_finding(subject, FindingKind.CONFLICT, (*beyond, limit), stage.origin)


def _by_parts(encounters: Sequence[Encounter], stage: Stage) -> Iterator[Finding]:
    """A document that splits an encounter into meetings, against one that gives a single length for it."""
    parts: dict[str, list[Encounter]] = defaultdict(list)
    for encounter in encounters:
        if encounter.part_of is not None and encounter.status is EncounterStatus.HELD:
            parts[encounter.part_of].append(encounter)
    for encounter in encounters:
        split = _by_document(parts.get(encounter.id, ()))
        split.update({own: words for own, words in _counted(encounter, stage).items() if len(split.get(own, ())) < 2})
        whole = {
            mention.document: mention.duration.evidence
            for mention in encounter.mentions
            if mention.duration is not None and mention.duration.evidence and mention.document not in split
        }
        several = {document: words for document, words in split.items() if len(words) > 1 or COUNTED.search(words[0].quote)}
        if several and whole:
            values = (
                FindingValue("several meetings", tuple(words for own in several.values() for words in own)),
                FindingValue("one meeting", tuple(words for own in _around(encounter, whole) for words in own)),
            )
            subject = Subject("encounter", encounter.id, encounter.label, "structure", "structure")
            yield make_finding(subject, FindingKind.CONFLICT, values, stage.origin)


def _counted(encounter: Encounter, stage: Stage) -> dict[str, list[Evidence]]:
    """Documents that say in the sentence of the encounter or the next one that it was several meetings."""
    found: dict[str, list[Evidence]] = {}
    for mention in encounter.mentions:
        text = stage.texts.get(mention.document, "")
        start = mention.trigger.span.start
        end = sentence_around(text, mention.trigger.span).end
        line = text.find("\n", end, end + NEXT_SENTENCE)
        after = COUNTED.search(text, start, end + NEXT_SENTENCE if line < 0 else line)
        if after is not None:
            found[mention.document] = [words_at(stage, mention.document, Span(after.start(), after.end()))]
    return found


def _by_document(parts: Sequence[Encounter]) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for encounter in parts:
        for mention in encounter.mentions:
            found[mention.document].extend(mention.evidence[:1])
    return found


def _around(encounter: Encounter, whole: Mapping[str, tuple[Evidence, ...]]) -> Iterator[tuple[Evidence, ...]]:
    """The words of the encounter that hold the length, else the length alone."""
    for document, words in sorted(whole.items()):
        own = [
            phrase
            for mention in encounter.mentions
            if mention.document == document
            for phrase in mention.evidence
            if phrase.span.contains(words[0].span)
        ]
        yield tuple(own[:1]) or words
