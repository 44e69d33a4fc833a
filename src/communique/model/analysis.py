"""The linguistic analysis of one article as plain columns: no parser object leaves `annotate`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from communique.model.attribution import Attribution
from communique.model.date import DateValue, Duration
from communique.model.document import CleanText, Document
from communique.model.evidence import Evidence
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: tokens [first, last), label as OntoNotes has it (PERSON, GPE, ORG, NORP, FAC, LOC, EVENT ...)."""

    first: int
    last: int
    label: str


class TimeKind(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression.

    Attributes:
        span: characters of the text (TIMEX3 extent).
        kind: TIMEX3 type.
        timex: TIMEX3 value ("2025-02-18", "2025-W08", "P3D", "PRESENT_REF", "XXXX-WXX-2"); "" if none can be given.
        date: the calendar interval for DATE and TIME; start None where a reference day is missing.
        duration: for DURATION, in minutes with bounds.
    """

    span: Span
    kind: TimeKind
    timex: str
    date: DateValue | None = None
    duration: Duration | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Tokens, sentences, syntax, entities, times and attributions of one clean text.

    Columns are parallel tuples, one entry a token; white space is no token. `heads[i]` is a token number, the token's
    own number at a root. `pos` is the universal tag, `tags` the Penn tag, `deps` ClearNLP labels, `lemmas` lower case.
    `sentences` holds [first, last) token ranges in text order; no sentence crosses a line break.
    """

    clean: CleanText
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    lemmas: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    deps: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    sentence_of: tuple[int, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    attribution_attempted: bool = True
    _children: list[tuple[int, ...]] = field(default_factory=list, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def text(self) -> str:
        """The clean text that spans index into."""
        return self.clean.text

    @property
    def document(self) -> Document:
        """The document, whose text the same spans index into."""
        return self.clean.document

    def word(self, token: int) -> str:
        """The characters of a token, as in the clean text."""
        return self.clean.text[self.starts[token] : self.ends[token]]

    def span(self, first: int, last: int) -> Span:
        """Characters of tokens [first, last)."""
        return Span(self.starts[first], self.ends[last - 1])

    def words(self, first: int, last: int) -> str:
        """Clean text of tokens [first, last)."""
        return self.clean.text[self.starts[first] : self.ends[last - 1]]

    def evidence(self, span: Span) -> Evidence:
        """The words of the document at `span`."""
        return Evidence.at(self.clean.document, span)

    def tokens_in(self, span: Span) -> range:
        """Numbers of the tokens that share a character with `span`."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def token_at(self, offset: int) -> int | None:
        """The token that holds the character at `offset`; None between tokens."""
        token = bisect_right(self.starts, offset) - 1
        return token if token >= 0 and offset < self.ends[token] else None

    def sentence_span(self, sentence: int) -> Span:
        """Characters of a sentence."""
        return self.span(*self.sentences[sentence])

    def children(self, token: int) -> tuple[int, ...]:
        """Dependents of a token, in text order."""
        if not self._children and self.starts:
            lists: list[list[int]] = [[] for _ in self.starts]
            for child, head in enumerate(self.heads):
                if head != child:
                    lists[head].append(child)
            self._children.extend(tuple(found) for found in lists)
        return self._children[token]

    def subtree(self, token: int) -> tuple[int, ...]:
        """The token and all below it, in text order."""
        found, stack = [], [token]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(self.children(at))
        return tuple(sorted(found))

    def subtree_span(self, token: int) -> Span:
        """Characters from the first to the last token of the subtree."""
        below = self.subtree(token)
        return self.span(below[0], below[-1] + 1)

    def ancestors(self, token: int) -> Iterator[int]:
        """Heads above a token, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token
