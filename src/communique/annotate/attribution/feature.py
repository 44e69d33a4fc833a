"""What the model is told of each word beside its pieces: quotation marks, capitals, paragraphs."""

from dataclasses import dataclass

from communique.annotate.attribution.quote_mark import quote_states
from communique.annotate.attribution.wordpiece import WordPiece

QUOTE_STATES, CASES, PLACES = 4, 4, 3
LOWER, INITIAL, UPPER, MIXED = 0, 1, 2, 3
WITHIN, FIRST_OF_LINE, FIRST_OF_PARAGRAPH = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Sequence:
    """One text as the model reads it; parallel lists with one entry a word.

    Attributes:
        starts, ends: code point offsets of the word.
        pieces: vocabulary numbers; every quotation mark, whatever its style, is the straight double one.
        quote: outside, inside, opening, closing (see `quote_mark`).
        case: lower or none, initial capital, all capitals, mixed.
        place: within a line, first of a line, first of a paragraph (after a blank line).
        paragraph: number of the line the word stands in, from 0; blank lines do not count.
    """

    starts: list[int]
    ends: list[int]
    pieces: list[tuple[int, ...]]
    quote: list[int]
    case: list[int]
    place: list[int]
    paragraph: list[int]

    def __len__(self) -> int:
        return len(self.starts)


def read_sequence(text: str, tokenizer: WordPiece) -> Sequence:
    """The words of a text with pieces and features, in linear time; empty lists for an empty text."""
    words = tokenizer.words(text)
    quote = quote_states(text, words.starts, words.ends)
    straight = tokenizer.words('"').pieces[0]
    pieces = [straight if state > 1 else piece for piece, state in zip(words.pieces, quote, strict=True)]
    case: list[int] = []
    place: list[int] = []
    paragraph: list[int] = []
    number = -1
    last = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        gap = text[last:start]
        breaks = gap.count("\n")
        if number < 0 or breaks:
            number += 1
            place.append(FIRST_OF_PARAGRAPH if breaks != 1 else FIRST_OF_LINE)
        else:
            place.append(WITHIN)
        paragraph.append(number)
        case.append(case_of(text[start:end]))
        last = end
    return Sequence(words.starts, words.ends, pieces, quote, case, place, paragraph)


def case_of(word: str) -> int:
    """Lower or none, initial capital, all capitals (two letters at least), mixed."""
    if word.islower() or not word[:1].isalpha():
        return LOWER
    if len(word) > 1 and word.isupper():
        return UPPER
    if word[0].isupper():
        return INITIAL if len(word) == 1 or word[1:].islower() else MIXED
    return MIXED if word != word.lower() else LOWER
