"""Text as a row of tokens with one class letter each, so that the grammar runs over a short string of letters."""

import re
from dataclasses import dataclass

from communique.annotate.time.word import HOLIDAY_HEADS, HOLIDAY_WORDS, PUNCTUATION, WORDS

TOKEN = re.compile(
    r"""
    (?P<B>[BA]\.[CD]\.?(?:E\.?)?)
    |(?P<_q>\b[QH][1-4]\b)
    |(?P<_w>[^\W\d_]+)
    |(?P<_a>['’]s\b)
    |(?=['’]?\d)(?<![\w.])(?:
        (?P<I>\d{4}([-/.])\d{1,2}\6\d{1,2}(?:T\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/]))
        |(?P<X>\d{1,2}([-/.])\d{1,2}\8(?:\d{4}|\d\d)(?![\w/]))
        |(?P<C>\d{1,2}(?:[:.]\d\d(?::\d\d)?[ ]?(?:[aApP]\.[mM]\b\.?|[apAP][mM]\b)|:\d\d(?::\d\d)?(?![\d:])
            |[ ]?(?:[aApP]\.[mM]\b\.?|[apAP][mM]\b|o['’]clock\b)))
        |(?P<E>\d\d\d0['’]?s\b|['’]?\d0s\b)
        |(?P<o>\d{1,2}(?:st|nd|rd|th)\b)
        |(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?\b|\d+\.\d+\b)
        |(?P<Y>\d{4}(?!\w))
        |(?P<y>['’]\d\d(?!\w))
        |(?P<d>\d{1,2}(?!\w))
        |(?P<_n>\d+(?!\w)))
    |(?P<_p>[^\w \t\xa0]|[\d_])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel columns; `classes[i]` is the letter of token i (see `word.py`).

    Attributes:
        starts, ends: characters of the text.
        words: lower case.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str

    def between(self, first: int, last: int) -> str:
        """The characters of tokens [first, last)."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def tokenise(text: str) -> Tokens:
    """The tokens of a text; blanks are none, a line break is one."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    classes: list[str] = []
    known = WORDS
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        word = text[start:end].lower()
        if kind == "_w":
            letter = known.get(word, "_")
            if letter in "MmWwBZ" and letter != "_" and not (text[start] if letter in "MmWw" else text[start:end]).isupper():
                letter = "_"
        elif kind == "_p":
            letter = PUNCTUATION.get(word, ".")
        elif kind == "_a":
            letter = "'"
        elif kind == "_q":
            letter = "~"
        else:
            letter = "n" if kind == "_n" else kind or "_"
        starts.append(start)
        ends.append(end)
        words.append(word)
        classes.append(letter)
    _merge_holidays(starts, ends, words, classes, text)
    return Tokens(text, starts, ends, words, "".join(classes))


def _merge_holidays(starts: list[int], ends: list[int], words: list[str], classes: list[str], text: str) -> None:
    """Mark the words of a holiday: the first gets class D and reaches to the last, the others class q (swallowed)."""
    for first, word in enumerate(words):
        if word not in HOLIDAY_HEADS or not text[starts[first]].isupper():
            continue
        for name in HOLIDAY_HEADS[word]:
            row = HOLIDAY_WORDS[name]
            if [part.replace("’", "'") for part in words[first : first + len(row)]] == row:
                classes[first : first + len(row)] = ["D"] + ["q"] * (len(row) - 1)
                break
