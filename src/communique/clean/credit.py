"""Agencies that a line or the end of a paragraph credits."""

import re

from communique.lexicon.agency import find_agencies

_FINAL_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*\.?$")
_FINAL_DASH = re.compile(r"(?<=[.!?”\"])\s*(?:--|[—–-])\s*([^\s.!?][^.!?—–]{1,40})\.?$")
_END = 120
_JOINING = frozenset(
    ("and", "with", "the", "news", "agency", "agencies", "et", "avec", "mit", "und", "y", "con", "e", "i", "и", "ve")
)


def find_credit_end(text: str) -> int | None:
    """Where a credit at the end of a paragraph begins: "... on Monday. (Reuters)", "... on Monday. — AFP"; None if none."""
    for pattern in (_FINAL_BRACKET, _FINAL_DASH):
        match = pattern.search(text[-_END:])
        if match and is_credit(match[1]):
            return max(len(text) - _END, 0) + match.start()
    return None


def is_credit(text: str) -> bool:
    """Whether `text` is nothing but agencies: "(Reuters)", "AFP, dpa", "AP/Reuters", "AFP/jk"."""
    found = find_agencies(text)
    if not found:
        return False
    rest = text
    for start, end, _ in reversed(found):
        rest = rest[:start] + " " + rest[end:]
    rest = re.sub(r"/[a-z]{2,3}\b", " ", rest)
    left = [word.casefold() for word in re.findall(r"[^\W\d_]+", rest)]
    return all(
        word
        in ("and", "with", "the", "news", "agency", "agencies", "et", "avec", "mit", "und", "y", "con", "e", "i", "и", "ve")
        for word in left
    )
