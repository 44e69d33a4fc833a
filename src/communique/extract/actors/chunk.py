"""Runs of capitalised words, cut where the lexicons know a part: countries, peoples, capitals, seats, bodies, the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.extract.actors.compass import compass_names, is_compass_name
from communique.extract.actors.field import field_end
from communique.lexicon.body import bodies
from communique.lexicon.country import countries
from communique.lexicon.name import JOINING
from communique.lexicon.office import HONORIFICS, office_head
from communique.lexicon.word_set import word_set
from communique.model import Analysis


class ChunkKind(StrEnum):
    """What the lexicons know of a run of words."""

    COUNTRY = "country"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    BODY = "body"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens [first, last). `value`: ISO code, or name of the body; "" for an unknown run."""

    first: int
    last: int
    kind: ChunkKind
    value: str


CALENDAR = word_set("calendar")
PRONOUN_NAMES = frozenset({"He", "She", "You", "We", "My", "An", "So", "No", "Do"})
MONTH_NAMES = frozenset({"April", "May", "June", "August", "March"})
COUNTED = frozenset({"day", "phase", "round", "article", "chapter", "annex", "resolution", "stage", "week"})  # "Day 3"
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth"})
SENTENCE_OPENERS = frozenset({'"', "'", ":", "(", "-", "–", "—", "•", "*"})
FUNCTION_TAGS = word_set("function_tags")
PLACE_TAILS = word_set("place_tails")
NEVER = word_set("never")


@cache
def _lexicon() -> dict[str, tuple[tuple[str, ChunkKind, str], ...]]:
    """Names by their first two characters, longest first; of equal names the first kind of `ChunkKind` wins."""
    rows: list[tuple[str, ChunkKind, str]] = []
    for country in countries():
        rows += [(name, ChunkKind.COUNTRY, country.code) for name in country.names]
        rows += [(name, ChunkKind.ADJECTIVE, country.code) for name in country.adjectives]
        rows += [(name, ChunkKind.PEOPLE, country.code) for name in country.peoples]
        rows += [(name, ChunkKind.CAPITAL, country.code) for name in country.capitals]
        rows += [(name, ChunkKind.SEAT, country.code) for name in country.seats]
    rows += [(name, ChunkKind.BODY, body.name) for body in bodies() for name in body.names]
    rows += [("European", ChunkKind.ADJECTIVE, "Europe"), ("Europeans", ChunkKind.PEOPLE, "Europe")]
    seen: set[str] = set()
    order = list(ChunkKind)
    index: dict[str, list[tuple[str, ChunkKind, str]]] = {}
    for row in sorted(rows, key=lambda row: (-len(row[0]), order.index(row[1]))):
        if row[0] not in seen:
            seen.add(row[0])
            index.setdefault(row[0][:2], []).append(row)
    return {start: tuple(found) for start, found in index.items()}


def is_capitalised(word: str) -> bool:
    """Whether the word starts with a capital letter."""
    return word[:1].isupper()


def is_initial(word: str) -> bool:
    """Whether the word is one or two initials ("M.", "J.R.", "Yu.")."""
    if word.casefold() in ("co.", "st.", "no."):
        return False
    return word.endswith(".") and len(word) <= 5 and word[0].isupper() and (len(word) <= 3 or word.count(".") > 1)


class Chunker:
    """Finds the chunks of one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.words = [analysis.word(i) for i in range(len(analysis))]
        self.ends = {end: i + 1 for i, end in enumerate(analysis.ends)}
        self.headline = self._headline_tokens()
        self.compass = compass_names(analysis.text)
        self.apart = self._words_apart()
        self.person = {i for own in analysis.entities if own.label == "PERSON" for i in range(own.first + 1, own.last)}

    def chunks(self) -> list[Chunk]:
        """All chunks in text order; they do not overlap."""
        found: list[Chunk] = []
        i = 0
        while i < len(self.words):
            chunk = self._known(i) or self._unknown(i)
            if chunk is None:
                i += 1
            else:
                found.append(chunk)
                i = chunk.last
        return found

    def _known(self, i: int) -> Chunk | None:
        word = self.words[i]
        code, shared = self.compass.get(word.casefold(), ("", ""))
        if code and is_compass_name(self.analysis, self.words, i, shared):
            return Chunk(i, i + 1, ChunkKind.COUNTRY, code)
        if not (word[:1].isupper() or word[:1].isdigit() or word in ("the", "al", "dpa", "eurozone", "euro")):
            return None
        start, text = self.analysis.starts[i], self.analysis.text
        for name, kind, value in _lexicon().get(text[start : start + 2], ()):
            if not text.startswith(name, start):
                continue
            last = self.ends.get(start + len(name))
            if last is not None and not self._misleads(i, last, kind, name):
                return Chunk(i, last, kind, value)
        return None

    def _misleads(self, first: int, last: int, kind: ChunkKind, name: str) -> bool:
        """Words that look like a known name but are part of something else, or are no name in this form."""
        following = self.words[last] if last < len(self.words) else ""
        before = self.words[first - 1] if first else ""
        if name in ("the West", "the Quad", "the Global South") or name.startswith("The "):
            return is_capitalised(following) and following.casefold() not in CALENDAR and name == "the West"
        if is_capitalised(following) and following.casefold() in PLACE_TAILS and kind is not ChunkKind.ADJECTIVE:
            return True
        if name in (
            "West",
            "Quad",
            "Diet",
            "Swift",
            "Dawn",
            "Guardian",
            "Economist",
            "Fox",
            "Bild",
            "Nation",
            "Asahi",
            "RAND",
            "East African",
        ):
            return not (kind is ChunkKind.BODY and before.casefold() == "the") or is_capitalised(following)
        if kind is ChunkKind.BODY and name.isupper() and len(name) <= 4 and first in self.headline:
            return name in ("WHO", "AP", "AU", "SPA", "FT", "ABC", "TIME", "MENA", "SANA", "RT", "CIS", "PAP")
        return False

    def _unknown(self, i: int) -> Chunk | None:
        if not self._may_start(i):
            return None
        last = i + 1
        tight = i > 1 and self.words[i - 1] == "-" and self.analysis.ends[i - 1] == self.analysis.starts[i]
        if tight and self.words[i - 2] in JOINING and self.analysis.ends[i - 2] == self.analysis.starts[i - 1]:
            i -= 2
        while last < len(self.words):
            step = self._continues(i, last)
            if not step:
                break
            last += step
        return Chunk(field_end(self.words, i, last) or i, last, ChunkKind.UNKNOWN, "")

    def _may_start(self, i: int) -> bool:
        word = self.words[i]
        if not is_capitalised(word) or (i in self.headline and not is_initial(word) and self.analysis.pos[i] != "PROPN"):
            return False
        if self.analysis.pos[i] in FUNCTION_TAGS and i == self.analysis.sentences[self.analysis.sentence_of[i]][0]:
            return False
        if word in PRONOUN_NAMES and self._names_person(i):
            return True
        if word.casefold() in COUNTED and i + 1 < len(self.words) and self.analysis.pos[i + 1] == "NUM":
            return False
        if word.casefold() in ORDINALS and i + 1 < len(self.words) and not self.starts_sentence(i):
            return is_capitalised(self.words[i + 1]) and self.words[i + 1].casefold() not in PLACE_TAILS
        return word.casefold() not in NEVER and word.casefold() not in CALENDAR and any(c.isalpha() for c in word)

    def _names_person(self, i: int) -> bool:
        """ "Vice Premier He Lixin", "led by So Chol": a word like a pronoun after a title or a small word, and before a
        capitalised one that is no sentence of its own."""
        before = self.words[i - 1] if i else ""
        if before.islower() and i not in self.headline and not self.starts_sentence(i):
            return i + 1 < len(self.words) and is_capitalised(self.words[i + 1]) and self.analysis.pos[i + 1] == "PROPN"
        titled = office_head(before) is not None or before.casefold() in HONORIFICS
        return titled and i + 1 < len(self.words) and is_capitalised(self.words[i + 1])

    def starts_sentence(self, i: int) -> bool:
        """Whether a token is the first word of its sentence or of a quotation."""
        first = self.analysis.sentences[self.analysis.sentence_of[i]][0]
        return i == first or self.words[i - 1] in SENTENCE_OPENERS

    def _continues(self, first: int, i: int) -> int:
        """How many tokens from `i` belong to the run that starts at `first`; 0 = it ends here."""
        analysis, words = self.analysis, self.words
        if analysis.starts[i] > analysis.ends[i - 1] + 1 or analysis.text[analysis.ends[i - 1] : analysis.starts[i]] == "\n":
            return 0
        word = words[i]
        if word == "'s" and words[i - 1] == "People" and i + 1 < len(words) and is_capitalised(words[i + 1]):
            return 2
        if word in ("-", "–", "‐") and i + 1 < len(words):
            return self._over_hyphen(first, i)
        if words[i - 1].endswith("-") and word[:1].isalpha() and analysis.starts[i] == analysis.ends[i - 1]:
            return 1
        if is_capitalised(word) and self._hyphened(i):
            return 3
        if i in self.person and word in MONTH_NAMES and analysis.pos[i] == "PROPN":
            return 1  # "Theresa May"
        if word in PRONOUN_NAMES and self._ends_name(first, i):
            return 1
        if is_capitalised(word):
            ends = words[i - 1].endswith(".") and not is_initial(words[i - 1]) and words[i - 1] not in ("St.", "Jr.", "Co.")
            return 0 if ends or not self._may_start(i) or (self._known(i) and not self._name_part(first, i)) else 1
        if word.casefold() in JOINING and i + 1 < len(words):
            after = i + 1
            if (words[after] in ("-", "–") and after + 1 < len(words)) or (
                words[after].casefold() in JOINING and after + 1 < len(words)
            ):
                after += 1
            joined = is_capitalised(words[after]) and self._may_start(after)
            plain = word.casefold() in ("e", "y", "la", "le") and after - i == 1 and i - first < 1
            return after - i + 1 if joined and not plain else 0
        return 0

    def _ends_name(self, first: int, i: int) -> bool:
        """ "Vice Premier Liu He": a capital inside a line of small words, with no end of a sentence before it."""
        tight = self.analysis.text[self.analysis.ends[i - 1] : self.analysis.starts[i]] == " "
        open_end = self.words[i - 1][-1:].isalpha() and not self.words[i - 1].isupper()
        titled = office_head(self.words[i - 1]) is not None or self._known(i - 1) is not None
        return tight and open_end and not titled and i not in self.headline and not self.words[i].isupper()

    def _hyphened(self, i: int) -> bool:
        """ "Cha In-pyo": a small word with a capital, a hyphen and small letters is a given name inside a name."""
        if i + 2 >= len(self.words) or self.words[i + 1] not in ("-", "‐") or self.words[i].casefold() not in NEVER:
            return False
        tight = self.analysis.starts[i + 2] == self.analysis.ends[i] + 1
        return tight and self.words[i + 2].isalpha() and self.words[i + 2].islower() and not self.starts_sentence(i)

    def _over_hyphen(self, first: int, i: int) -> int:
        analysis, words = self.analysis, self.words
        tight = analysis.starts[i] == analysis.ends[i - 1] and analysis.starts[i + 1] == analysis.ends[i]
        if not tight or not words[i + 1][:1].isalpha():
            return 0
        left, right = words[i - 1], words[i + 1]
        if right[0].islower():
            return 2 if i - first >= 2 or len(right) <= 4 else 0
        if (left in self.apart and right in self.apart) or (self._known(i + 1) and i - first < 2):
            return 0
        return 2

    def _name_part(self, first: int, i: int) -> bool:
        """Whether a known word inside a run is rather a family name ("Michael Jordan")."""
        from communique.lexicon.name import is_given_name

        known = self._known(i)
        place = known is not None and known.kind in (ChunkKind.COUNTRY, ChunkKind.CAPITAL) and known.last == i + 1
        return place and i - first == 1 and is_given_name(self.words[first])

    def _words_apart(self) -> frozenset[str]:
        """Capitalised words that stand somewhere without a hyphen on either side."""
        words, analysis = self.words, self.analysis
        found = set()
        for i, word in enumerate(words):
            left = i and words[i - 1] in ("-", "–") and analysis.ends[i - 1] == analysis.starts[i]
            right = i + 1 < len(words) and words[i + 1] in ("-", "–") and analysis.starts[i + 1] == analysis.ends[i]
            if is_capitalised(word) and not left and not right:
                found.add(word)
        return frozenset(found)

    def _headline_tokens(self) -> frozenset[int]:
        """Tokens of lines in which most long words are capitalised, so that a capital says nothing."""
        found: set[int] = set()
        for first, last in self._lines():
            long = [self.words[i] for i in range(first, last) if len(self.words[i]) > 3 and self.words[i].isalpha()]
            capital = sum(is_capitalised(word) for word in long)
            closed = self.words[last - 1] in (".", '"', "!", ":") and self.words[last - 2 : last - 1] != ["St"]
            if len(long) >= 4 and not closed and capital >= 0.7 * len(long):
                found.update(range(first, last))
        return frozenset(found)

    def _lines(self) -> Iterator[tuple[int, int]]:
        first = 0
        analysis = self.analysis
        for i in range(1, len(self.words)):
            if "\n" in analysis.text[analysis.ends[i - 1] : analysis.starts[i]]:
                yield first, i
                first = i
        if self.words:
            yield first, len(self.words)
