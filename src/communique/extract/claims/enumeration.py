"""Terms told in a row of phrases: "From the text: A; B; never less than C." and the verbless sentences right after it.

Source: gold rule 13 (every commitment separately when the text tells them apart).
"""

import re
from collections.abc import Iterator

from communique.extract.claims.bargain import Bargain
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementStatus, Analysis

CONTENTS = frozenset({"content", "element", "point", "provision", "term", "outline", "detail", "gist"})
OPENING = 16  # tokens before the colon
SHORTEST = 2
PLAN = re.compile(r"\b(?:draft|proposal|proposed|demands?|wants?|offers?|questions?|agenda|talks about)\b", re.IGNORECASE)


def find_rows(analysis: Analysis) -> Iterator[Bargain]:
    """The parts of rows of terms, in text order; a row needs a paper or its terms before the colon, and two parts or more."""
    open_until = -1
    for number, (first, last) in enumerate(analysis.sentences):
        colon = _colon(analysis, first, last)
        if colon is not None:
            parts = list(_parts(analysis, colon + 1, last))
            if len(parts) > 1:
                open_until = number
                yield from (_point(analysis, *part) for part in parts)
                continue
        if open_until == number - 1 and not _new_paragraph(analysis, first) and _is_verbless(analysis, first, last):
            open_until = number
            yield _point(analysis, first, _trim(analysis, first, last))


def _colon(analysis: Analysis, first: int, last: int) -> int | None:
    """The colon behind an opening that names a paper or its terms as agreed; None where there is none."""
    for token in range(first, min(last, first + OPENING)):
        if analysis.word(token) == ":":
            before = analysis.words(first, token)
            named = any(
                analysis.pos[own] in ("NOUN", "PROPN")
                and analysis.lemmas[own] in agreement_words().nouns | agreement_words().document | CONTENTS
                for own in range(first, token)
            )
            return token if named and PLAN.search(before) is None else None
    return None


def _parts(analysis: Analysis, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for token in range(first, last):
        if analysis.word(token) == ";" or token == last - 1:
            end = _trim(analysis, start, token + (token == last - 1 and analysis.word(token) != ";"))
            if end - start >= SHORTEST:
                yield start, end
            start = token + 1


def _trim(analysis: Analysis, first: int, last: int) -> int:
    while last - 1 > first and analysis.word(last - 1) in (".", ";", ",", "!"):
        last -= 1
    return last


def _point(analysis: Analysis, first: int, last: int) -> Bargain:
    while first < last - 1 and analysis.lemmas[first] in ("and", "that"):
        first += 1
    head = next((token for token in range(first, last) if not first <= analysis.heads[token] < last), first)
    return Bargain(head, AgreementStatus.AGREED, "agreement", first, last, (), joint=True)


def _new_paragraph(analysis: Analysis, first: int) -> bool:
    return first == 0 or "\n" in analysis.text[analysis.ends[first - 1] : analysis.starts[first]]


def _is_verbless(analysis: Analysis, first: int, last: int) -> bool:
    """A noun phrase for a sentence."""
    finite = any(analysis.tags[own] in ("VBZ", "VBP", "VBD", "MD") for own in range(first, last))
    return not finite and last - first > SHORTEST and any(analysis.tags[own].startswith("NN") for own in range(first, last))
