"""Office phrases: "the new Russian ambassador to Washington", "Sorel's press secretary", "a researcher at X"."""

from dataclasses import replace

from communique.extract.actors.chunk import CALENDAR, ChunkKind
from communique.extract.actors.cue import LOCATIVE
from communique.extract.actors.field import FIELDS
from communique.extract.actors.office_phrase import OfficePhrase
from communique.extract.actors.unit_kind import Unit, UnitKind
from communique.lexicon.office import COMPOUND_TAILS, HONORIFICS, STATUS_WORDS, OfficeHead, office_head
from communique.lexicon.word_set import word_set
from communique.model import Analysis

MODIFIER_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
LEADING_PREPOSITIONS = frozenset({"of", "for", "to", "at", "on"})
GOVERNMENT_NOUNS = word_set("government_nouns")
COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})  # "adviser to Mr. X"
OPENING_QUOTES = frozenset({'"', "'", "`", "``", "''"})
NOT_MODIFIERS = word_set("not_modifiers")
PARTICIPLES = word_set("participles")
APPOINTING = frozenset({"appointed", "elected", "named", "designated"})
DEPARTMENTAL = frozenset({"minister", "secretary"})  # "Minister of Water Resources": what follows is a field, no body
OCCASIONS = frozenset({
    "meeting", "meetings", "talks", "summit", "dinner", "lunch", "breakfast", "visit", "conference", "call", "round",
    "session", "ceremony", "eve", "sidelines", "margins", "occasion", "anniversary", "interview", "briefing", "phone",
})  # fmt: skip
TITLE_ADJECTIVES = frozenset({
    "deputy", "vice", "chief", "special", "senior", "foreign", "assistant", "first", "second", "interim", "permanent", "joint",
    "top", "national", "lead", "associate", "principal", "personal", "current", "new", "incumbent", "future", "previous",
})  # fmt: skip
OPPOSED = frozenset({"competing", "feuding", "opposing", "warring"})
LONGEST_LEFT, LONGEST_RIGHT = 9, 14


class OfficeFinder:
    """Finds the office phrases of one analysis, given its units."""

    def __init__(self, analysis: Analysis, words: list[str], units: list[Unit]) -> None:
        self.analysis = analysis
        self.words = words
        self.lower = [word.casefold() for word in words]
        self.unit_at = {i: unit for unit in units for i in range(unit.first, unit.last)}
        self.line = _line_numbers(analysis)

    def phrases(self) -> list[OfficePhrase]:
        """Phrases in text order; a phrase may lie inside the complement of another."""
        found = []
        for i in range(len(self.words)):
            head = office_head(self.words[i])
            if head is None or self._is_name(i) or self.analysis.pos[i] not in ("NOUN", "PROPN", "ADJ"):
                continue
            if self._modifies_next(i):
                continue
            if head.noun == "minister" and i and self.lower[i - 1] == "prime":
                head = replace(head, group="leader")
            phrase = self._phrase(i, head)
            if not self._names_occasion(phrase):
                found.append(phrase)
        return found

    def _names_occasion(self, phrase: OfficePhrase) -> bool:
        """ "the heads of state and government meeting": the noun at the end is what is named."""
        inside = self.lower[phrase.stop : phrase.last]
        return inside[-1:] != [] and inside[-1] in OCCASIONS and not {"the", "a", "an", "for"} & set(inside)

    def _is_name(self, i: int) -> bool:
        unit = self.unit_at.get(i)
        return unit is not None and unit.kind in (UnitKind.PERSON, UnitKind.ORGANISATION)

    def _modifies_next(self, i: int) -> bool:
        """Whether the next word is the real head ("press secretary", "chief negotiator", "prime minister's")."""
        after = i + 1
        while after < len(self.words) and self.words[after] in ("-", "–") and self._tight(after):
            after += 1
        if after >= len(self.words) or self.line[after] != self.line[i] or self._is_name(after):
            return False
        if self.lower[after] in ("designate", "elect"):
            return False
        if self._modifies_later(i):
            return True
        pos = self.analysis.pos[after]
        if office_head(self.words[after]) is not None:
            tail = self.lower[after] in COMPOUND_TAILS.get(self.lower[i], ())
            return pos in ("NOUN", "PROPN") and not tail and not self._honorific_pair(i, after)
        common = self.analysis.tags[after] in ("NN", "NNS") and self.analysis.tags[i] in ("NN", "JJ")
        return common and self.analysis.heads[i] == after

    def _modifies_later(self, i: int) -> bool:
        """ "chief" in "chief trade negotiator": the parser hangs it on an office noun a few nouns on."""
        head = self.analysis.heads[i]
        between = [self.analysis.pos[k] for k in range(i + 1, head)]
        near = i + 1 < head <= i + 4 and all(pos in ("NOUN", "ADJ", "PROPN") for pos in between)
        return near and office_head(self.words[head]) is not None and not self._is_name(head)

    def _honorific_pair(self, i: int, after: int) -> bool:
        """Whether an honorific with a name follows the office: "Foreign Minister Prince Faisal"."""
        named = self.unit_at.get(after + 1)
        return self.lower[after] in HONORIFICS and named is not None and named.kind is UnitKind.PERSON

    def _tight(self, i: int) -> bool:
        return self.analysis.starts[i] == self.analysis.ends[i - 1]

    def _phrase(self, i: int, head: OfficeHead) -> OfficePhrase:
        stop = self._tail(i)
        compound = office_head("".join(self.lower[i:stop])) if self.words[i + 1 : i + 2] == ["-"] else None
        head = compound or head
        last, after = self._complement(stop, head)
        core = self._modifiers(i)
        first, determiner, possessor = self._determiner(core)
        before = tuple(dict.fromkeys(self.unit_at[k] for k in range(core, i) if k in self.unit_at))
        title = core
        if possessor is not None:
            title = first + (self.lower[first] == "the")
        while title < i and (self.words[title] in ("-", "–") or self.lower[title] in ("year", "old", "year-old")):
            title += 1  # "49-year-old investor"
        return OfficePhrase(
            first, last, title, i, stop, head, determiner, possessor, before, after, self._status(core, i, stop)
        )

    def _tail(self, i: int) -> int:
        """First token after the head and a tail that belongs to it ("of state", "-designate", "general")."""
        text, start = self.analysis.text, self.analysis.starts[i]
        folded = text[start : start + 60].casefold()
        for tail in COMPOUND_TAILS.get(self.lower[i], ()):
            words = f"{self.lower[i]} {tail}" if tail[0] != "-" else self.lower[i] + tail
            if folded.startswith(words) and not folded[len(words) : len(words) + 1].isalnum():
                end = start + len(words)
                last = next((k + 1 for k in range(i, min(i + 6, len(self.words))) if self.analysis.ends[k] >= end), i + 1)
                return self._more_fields(last)
        stop = i + 1
        if (
            stop + 1 < len(self.words)
            and self.words[stop] == "-"
            and self.lower[stop + 1] in ("designate", "elect", "general")
        ):
            return stop + 2
        if stop < len(self.words) and self.lower[stop] in ("designate", "-designate", "elect", "-elect"):
            return stop + 1
        return stop

    def _more_fields(self, k: int) -> int:
        """Past "and Trade" behind "Minister of Foreign Affairs", where a name follows or the clause goes on."""
        while self.lower[k : k + 1] == ["and"] and self.lower[k + 1 : k + 2] and self.lower[k + 1] in FIELDS:
            k += 2
            while k < len(self.words) and self.lower[k] in FIELDS:
                k += 1
        return k

    def _modifiers(self, i: int) -> int:
        """First token of the words that modify the head at `i`, to its left."""
        first = i
        while first > 0 and i - first < LONGEST_LEFT and self.line[first - 1] == self.line[i]:
            k = first - 1
            unit = self.unit_at.get(k)
            if (unit is not None and unit.kind is UnitKind.PERSON) or self.lower[k] in CALENDAR:
                break
            if self._locates(unit, k):
                break
            if self.words[k] in ("-", "–") and k > 0 and self._tight(first) and self._tight(k):
                first = (
                    k - 1 if self.unit_at.get(k - 1) is None or self.unit_at[k - 1].kind is not UnitKind.PERSON else first
                )
                if first != k - 1:
                    break
                continue
            if self.lower[i] in HONORIFICS and office_head(self.words[k]) is not None:
                break
            good = self.analysis.pos[k] in MODIFIER_TAGS or self.analysis.tags[k] == "JJ" or unit is not None
            good = good or self.lower[k] in STATUS_WORDS or office_head(self.words[k]) is not None
            good = good or self._participle(k) or self.lower[k] in OPPOSED
            if (
                self.words[first][0].isupper()
                and self.words[k][0].islower()
                and (self.analysis.pos[k] == "NOUN" or self._is_mood(k))
                and unit is None
            ):
                break
            if not good or self.lower[k] in NOT_MODIFIERS or self.analysis.tags[k] in ("WP", "PRP") or self._ends_phrase(k):
                break
            first = unit.first if unit is not None else k
        while first < i and self.analysis.pos[first] == "NUM" and self.lower[first] not in ("first", "second"):
            first += 1
        return first

    def _is_mood(self, k: int) -> bool:
        """ "a downbeat President X": what the writer sees in a person, not a part of the title."""
        word = self.lower[k]
        return (
            self.analysis.tags[k] == "JJ" and word not in TITLE_ADJECTIVES and word not in STATUS_WORDS and "-" not in word
        )

    def _participle(self, k: int) -> bool:
        """Whether a participle modifies the title ("newly appointed", "ousted", "London-based") and is no verb."""
        if self.analysis.tags[k] != "VBN":
            return False
        newly = self.lower[k - 1] in ("newly", "recently", "the", "a", "an", "his", "her")
        return "-" in self.words[k] or (self.lower[k] in PARTICIPLES and (newly or self.lower[k] not in APPOINTING))

    def _locates(self, unit: Unit | None, k: int) -> bool:
        """Whether the word belongs to a place phrase before the title ("In Moscow President X")."""
        if unit is None or unit.first == 0:
            return False
        capital = unit.chunk is not None and unit.chunk.kind in (ChunkKind.CAPITAL, ChunkKind.SEAT)
        place = unit.kind is UnitKind.PLACE and (unit.chunk is None or capital or unit.chunk.kind is ChunkKind.COUNTRY)
        return place and self.lower[unit.first - 1] in LOCATIVE | {"to", "from"}

    def _ends_phrase(self, k: int) -> bool:
        """Whether the word closes a clause or phrase of its own: a verb's object, or the plural subject before."""
        return self.analysis.tags[k] in ("NNS", "NNPS") and self.unit_at.get(k) is None and self.lower[k] not in (
            "affairs", "relations", "operations", "resources", "sanctions", "fisheries", "studies", "rights", "arms",
            "customs", "communications", "forces", "elections", "negotiations", "talks", "prisons", "ports", "railways",
            "waters", "borders", "mines", "sports", "services", "works", "communities", "lands", "waterways",
        )  # fmt: skip

    def _determiner(self, core: int) -> tuple[int, str, Unit | None]:
        k = core - 1
        while k > 0 and self.analysis.pos[k] == "NUM" and self.line[k] == self.line[core]:
            k -= 1
        if k < 0 or self.line[k] != self.line[core]:
            return core, "", None
        if self.analysis.tags[k] == "POS" or self.words[k] in ("'s", "'"):
            owner = self.unit_at.get(k - 1)
            if owner is None and self.lower[k - 1] in GOVERNMENT_NOUNS:
                owner = self.unit_at.get(k - 2)
            if owner is None:
                return self._office_owner(k - 1, core), "possessive", None
            first = owner.first
            if first > 0 and office_head(self.words[first - 1]) is not None and not self._is_name(first - 1):
                first = self._modifiers(first - 1)
            titled = first > 0 and self.lower[first - 1] == "the"
            return first - titled, "possessive", owner
        if self.analysis.tags[k] in ("DT", "PRP$", "WP$") or self.lower[k] in (
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
        ):
            return k, self.lower[k], None
        if self.words[k] in OPENING_QUOTES and k > 0 and self.lower[k - 1] in ("the", "a", "an"):
            return k - 1, self.lower[k - 1], None
        return core, "", None

    def _office_owner(self, k: int, core: int) -> int:
        """First token of "the president" before "'s special envoy"; the envoy's own first token for any other owner."""
        if k < 0 or office_head(self.words[k]) is None:
            return core
        first = self._modifiers(k)
        return first - (first > 0 and self.analysis.tags[first - 1] in ("DT", "PRP$"))

    def _complement(self, stop: int, head: OfficeHead) -> tuple[int, tuple[tuple[str, Unit], ...]]:
        """End of "of X", "for Y at Z" after the head, and the units inside, each with its preposition."""
        last, found = stop, []
        while last < len(self.words) and last - stop < LONGEST_RIGHT:
            preposition = self.lower[last]
            if self.line[last] != self.line[last - 1]:
                break
            if (preposition == "in" and not self._place_follows(last)) or preposition not in LEADING_PREPOSITIONS | {"in"}:
                break
            if preposition in ("to", "on", "in", "at") and head.group in ("private", "press") and preposition != "at":
                break
            end = self._noun_phrase(last + 1)
            if end == last + 1 or self.line[last] != self.line[end - 1] or self._is_occasion(last, end):
                break
            units = dict.fromkeys(self.unit_at[k] for k in range(last + 1, end) if k in self.unit_at)
            found += [(preposition, unit) for unit in units]
            last = end
        return last, tuple(found)

    def _is_occasion(self, preposition: int, end: int) -> bool:
        """ "invited the premier for a meeting", "told a colleague on the eve": no part of an office."""
        opening, k = self.lower[preposition + 1], preposition + 1
        while k < len(self.words) and k < preposition + 9 and self.lower[k] not in OCCASIONS:
            chained = self.words[k] == "-" or self.words[k - 1] == "-"
            if self.analysis.pos[k] not in {*MODIFIER_TAGS, "DET"} and not chained:
                return False
            k += 1
        found = k < len(self.words) and self.lower[k] in OCCASIONS
        return found and (opening in ("a", "an") or (self.lower[preposition] in ("at", "on") and k >= end - 1))

    def _place_follows(self, i: int) -> bool:
        k = i + 1
        if k < len(self.words) and self.lower[k] == "the":
            k += 1
        unit = self.unit_at.get(k)
        return unit is not None and unit.kind is not UnitKind.PERSON

    def _noun_phrase(self, first: int) -> int:
        """End of the noun phrase that starts at `first`; `first` where there is none. Stops before a person's name."""
        k = first
        if k < len(self.words) and self.analysis.tags[k] in ("DT", "PRP$"):
            k += 1
        while k < len(self.words) and self.lower[k] in COURTESY:
            k += 1
        begun = k
        while k < len(self.words) and k - first < LONGEST_RIGHT:
            unit = self.unit_at.get(k)
            if unit is not None and unit.kind is UnitKind.PERSON:
                owner = unit.last < len(self.words) and self.analysis.tags[unit.last] == "POS"
                if not owner and k > begun:
                    break
                k = unit.last
                if not owner:
                    break
                continue
            tag, pos = self.analysis.tags[k], self.analysis.pos[k]
            conjoined = self.lower[k] == "and" and k > begun and self._continues_noun(k + 1)
            if pos in MODIFIER_TAGS or tag in ("POS", "HYPH") or unit is not None or conjoined:
                if self._appositive_start(k, begun):
                    break
                k += 1
                continue
            break
        return k if k > begun else first

    def _continues_noun(self, k: int) -> bool:
        """Whether "and" at k-1 joins two nouns of one complement ("Justice and Homeland Security")."""
        unit = self.unit_at.get(k)
        if k >= len(self.words) or (unit is not None and unit.kind is UnitKind.PERSON):
            return False
        if self.lower[k] in FIELDS and self.words[k][0].isupper():
            return True
        ahead = range(k, min(k + 4, len(self.words)))
        if any(
            office_head(self.words[j]) for j in ahead if all(self.analysis.pos[m] in MODIFIER_TAGS for m in range(k, j + 1))
        ):
            return False
        return self.analysis.tags[k] in ("NN", "NNP", "NNS", "JJ") and office_head(self.words[k]) is None and unit is None

    def _appositive_start(self, k: int, begun: int) -> bool:
        """Whether a new title starts here inside the complement ("of Ukraine President X")."""
        title = office_head(self.words[k]) is not None and self.words[k][0].isupper()
        return k > begun and title and k not in self.unit_at and k - 1 in self.unit_at

    def _status(self, core: int, at: int, stop: int) -> str:
        words = [*self.lower[max(0, core - 1) : at], *self.lower[at + 1 : stop]]
        parts = [part for word in words for part in (word, *word.split("-"))]
        return next((STATUS_WORDS[part] for part in parts if part in STATUS_WORDS), self._prefixed(at))

    def _prefixed(self, at: int) -> str:
        word = self.lower[at]
        return next((status for mark, status in STATUS_WORDS.items() if word.startswith(mark + "-")), "current")


def _line_numbers(analysis: Analysis) -> list[int]:
    lines, number = [], 0
    for i in range(len(analysis)):
        if i and "\n" in analysis.text[analysis.ends[i - 1] : analysis.starts[i]]:
            number += 1
        lines.append(number)
    return lines


def without_fields(units: list[Unit], phrases: list[OfficePhrase]) -> list[Unit]:
    """Units less those that only name the field of an office ("Envoy for Arms Control")."""
    fields = {
        unit.first
        for phrase in phrases
        for preposition, unit in phrase.after
        if unit.chunk is None
        and unit.kind is UnitKind.ORGANISATION
        and (
            (preposition == "for" and unit.last - unit.first > 1)
            or (preposition == "of" and phrase.head.noun in DEPARTMENTAL and phrase.title == phrase.at)
        )
    }
    return [unit for unit in units if unit.first not in fields]
