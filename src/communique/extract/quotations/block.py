"""Block quotations: a paragraph that ends with a colon after a verb of speech, and the speaker's own words below it, set
without quotation marks."""

import re
from collections.abc import Iterator

from communique.extract.quotations.report import says_nothing
from communique.extract.quotations.source import can_speak, source_words
from communique.extract.quotations.syntax import subject_of
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution, Span, trimmed

COLON = re.compile(r":[ \t\xa0]*\n+")
LINE = re.compile(r"[^\n]+")
VOICE = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Ww]e['’]\w+|[Mm]y|[Oo]ur|[Uu]s)\b")
MARKS = "\"'“”„«»‘’"
INTRODUCED = re.compile(r"\b(?:as follows|following|full text|in full|verbatim|word for word|these words)\b", re.IGNORECASE)
BLOCK_CONFIDENCE = 0.6
SHORTEST = 4


def find_blocks(analysis: Analysis) -> tuple[Attribution, ...]:
    """The block quotations of a text, in text order: source and verb before the colon, the paragraphs below it.

    The first paragraph below must speak in the first person, or the words before the colon say that a text follows; further
    ones belong to it as long as they speak in the first person.
    """
    return tuple(_blocks(analysis))


def _blocks(analysis: Analysis) -> Iterator[Attribution]:
    text, done = analysis.text, 0
    for match in COLON.finditer(text):
        colon = analysis.token_at(match.start())
        if match.start() < done or colon is None:
            continue
        first, last = analysis.sentences[analysis.sentence_of[colon]]
        verb = _reporting(analysis, first, last)
        head = subject_of(analysis, verb) if verb is not None else None
        told = bool(INTRODUCED.search(text, analysis.starts[first], match.start()))
        words = _paragraphs(text, match.end(), told)
        if verb is None or head is None or words is None or not can_speak(analysis, head):
            continue
        done = words.end
        yield Attribution((source_words(analysis, head),), (analysis.span(verb, verb + 1),), (words,), BLOCK_CONFIDENCE)


def _reporting(analysis: Analysis, first: int, last: int) -> int | None:
    """The verb of speech of a sentence that gives no words of its own after it."""
    for verb in range(last - 1, first - 1, -1):
        if analysis.pos[verb] != "VERB" or analysis.lemmas[verb] not in cue_words().speech:
            continue
        given = any(analysis.deps[child] in {"ccomp", "xcomp"} for child in analysis.children(verb))
        return None if given or says_nothing(analysis, verb) else verb
    return None


def _paragraphs(text: str, start: int, told: bool) -> Span | None:
    """The paragraphs from `start` on that are the quoted ones; None where the first one is not."""
    end = None
    for line in LINE.finditer(text, start):
        part = line[0].strip()
        if not part:
            continue
        begins = end is None
        if part[0] in MARKS or not part[0].isupper() or len(part.split()) < SHORTEST:
            break
        if VOICE.search(part) is None and not (begins and told):
            break
        end = line.end()
    return trimmed(text, start, end) if end is not None else None
