"""From chunks to units: each run of words is a person, an organisation, a place, a state word, or nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from communique.extract.actors.chunk import PLACE_TAILS, Chunk, Chunker, ChunkKind, is_initial
from communique.extract.actors.cue import LINKS, LOCATIVE, Cues, Votes
from communique.extract.actors.loose_name import named_in_full, names_like_months, names_like_pronouns
from communique.extract.actors.spread import Spread
from communique.extract.actors.unit_kind import Unit, UnitKind
from communique.lexicon.body import COMPANY_WORDS, INSTITUTION_WORDS, MEDIA_WORDS
from communique.lexicon.name import PARTICLES, SUFFIXES, is_family_name, is_given_name
from communique.lexicon.word_set import word_set
from communique.model import Analysis

VIRTUES = word_set("virtues")
PLACE_HEADS = frozenset({"lake", "mount", "cape", "gulf"})
KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
US_ABBREVIATIONS = word_set("us_abbreviations")
NO_PEOPLE = frozenset({"", "LOC", "GPE", "FAC", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW", "DATE"})  # "the Highlands"


class UnitFinder:
    """Types the chunks of one analysis by evidence from the whole document."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.chunker = Chunker(analysis)
        self.words = self.chunker.words
        self.cues = Cues(self.chunker)
        self.names = {own.first for own in analysis.entities if own.label == "PERSON" and own.last - own.first > 1}
        self.bodies = {(own.first, own.last) for own in analysis.entities if own.label == "ORG"}

    def units(self) -> list[Unit]:
        """Units in text order, not overlapping."""
        pieces = self._organisations(self._split(self._persons_named_like_places(self.chunker.chunks())))
        runs = [piece for piece in pieces if isinstance(piece, Chunk)]
        kinds = self._kinds([run for run in runs if run.kind is ChunkKind.UNKNOWN])
        found = [piece for piece in pieces if isinstance(piece, Unit)]
        self._listed_with(runs, kinds)
        self._open_names(runs, kinds, found)
        for run in runs:
            if run.kind is ChunkKind.UNKNOWN:
                found.append(Unit(run.first, run.last, kinds[self.cues.surface(run.first, run.last)]))
            else:
                kind = UnitKind.ORGANISATION if run.kind is ChunkKind.BODY else UnitKind.PLACE
                found.append(Unit(run.first, run.last, kind, run))
        found += names_like_pronouns(self.cues, found)
        found += names_like_months(self.cues, found)
        return sorted(self._with_headline_names(named_in_full(self.cues, found)), key=lambda unit: unit.first)

    def _listed_with(self, runs: list[Chunk], kinds: dict[str, UnitKind]) -> None:
        """A single word taken for a person that a list joins to bodies or places is one of them ("Lublin, Radom and
        Sanok"), unless it also stands alone or speaks."""
        before: dict[int, str] = {run.last: self.cues.surface(run.first, run.last) for run in runs}
        asked: dict[str, set[UnitKind]] = defaultdict(set)
        for run in runs:
            surface = self.cues.surface(run.first, run.last)
            if kinds.get(surface) is UnitKind.PERSON and run.last - run.first == 1:
                joiner = run.first - 1
                while joiner > 0 and self.words[joiner] in ("and", ","):
                    joiner -= 1
                other = kinds.get(before.get(joiner + 1, ""))
                list_joined = joiner < run.first - 1 and other in (UnitKind.PLACE, UnitKind.ORGANISATION)
                asked[surface].add(other if list_joined and other and not self.cues.speaks(run) else UnitKind.PERSON)
        for surface, found in asked.items():
            if len(found) == 1 and not is_given_name(surface):
                kinds[surface] = next(iter(found))

    def _open_names(self, runs: list[Chunk], kinds: dict[str, UnitKind], found: list[Unit]) -> None:
        """The words that a company's name opens with are the company, unless a title makes them a person."""
        names = [self.cues.surface(unit.first, unit.last) for unit in found if unit.kind is UnitKind.ORGANISATION]
        companies = [name for name in names if name.split()[-1].casefold() in COMPANY_WORDS]
        titled = {self.cues.surface(run.first, run.last) for run in runs if self.cues.has_title(run)}
        for surface in kinds.keys() - titled:
            if any(name.startswith(surface + " ") for name in companies) and not is_given_name(surface.split()[0]):
                kinds[surface] = UnitKind.ORGANISATION

    def _with_headline_names(self, units: list[Unit]) -> list[Unit]:
        """Names that the body shows to be persons, found again in headlines, where capitals tell nothing."""
        names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for unit in units:
            words = tuple(self.words[unit.first : unit.last])
            if unit.kind is UnitKind.PERSON and len(words) >= 2 and unit.first not in self.chunker.headline:
                names[words[0]].add(words)
                if len(words[-1]) > 2 and not self.cues.is_common_word(words[-1]):
                    names[words[-1]].add(words[-1:])
        taken = {i for unit in units if unit.chunk is not None for i in range(unit.first, unit.last)}
        found: list[Unit] = []
        covered: set[int] = set()
        for i in sorted(self.chunker.headline - taken):
            fitting = [n for n in names.get(self.words[i], ()) if tuple(self.words[i : i + len(n)]) == n]
            if fitting and i not in covered:
                last = i + len(max(fitting, key=lambda n: (len(n), n)))
                found.append(Unit(i, last, UnitKind.PERSON))
                covered.update(range(i, last))
        kept = [unit for unit in units if not covered & set(range(unit.first, unit.last))]
        return kept + found

    # ------------------------------------------------ cutting

    def _persons_named_like_places(self, chunks: list[Chunk]) -> list[Chunk]:
        """Join a country or capital that is a given name with the family name after it ("Sofia Vergara")."""
        found: list[Chunk] = []
        for chunk in chunks:
            last = found[-1] if found else None
            if (
                last is not None
                and chunk.kind is ChunkKind.UNKNOWN
                and last.kind in (ChunkKind.COUNTRY, ChunkKind.CAPITAL)
                and last.last == chunk.first == last.first + 1
                and is_given_name(self.words[last.first])
                and not self.words[last.first].isupper()
                and not any(self.cues.is_office_word(i) for i in range(chunk.first, chunk.last))
                and not (last.first and self.words[last.first - 1].casefold() in LOCATIVE | LINKS | {"to", "from"})
                and not is_given_name(self.words[chunk.first])
            ):
                found[-1] = Chunk(last.first, chunk.last, ChunkKind.UNKNOWN, "")
            else:
                found.append(chunk)
        return found

    def _split(self, chunks: list[Chunk]) -> list[Chunk]:
        """Take titles off the front of unknown runs and cut a complement from the name that follows it."""
        found: list[Chunk] = []
        for chunk in chunks:
            if chunk.kind is not ChunkKind.UNKNOWN:
                found.append(chunk)
                continue
            first = chunk.first
            for i in range(chunk.first, chunk.last):
                if self.cues.is_office_word(i) and not (i + 1 == chunk.last and i > first and self._looks_named(first, i)):
                    first = i + 1
                    while first + 1 < chunk.last and self.words[first] in ("-", "–"):
                        first += 2
            start = self._name_start(first, chunk.last)
            if start > first:
                found.append(replace(chunk, first=first, last=start))
                first = start
            last = chunk.last
            while last > first and self.words[last - 1].casefold() in SUFFIXES | {"-"}:
                last -= 1
            if last > first:
                found.append(replace(chunk, first=first, last=last))
        return found

    def _looks_named(self, first: int, last: int) -> bool:
        """Whether [first, last) begins like a personal name, so that an office word after it is a family name."""
        return is_given_name(self.words[first]) and last - first >= 1 and not self.cues.is_office_word(first)

    def _name_start(self, first: int, last: int) -> int:
        """Where in a run a personal name starts after words that are no name ("Middle East J. Marlowe")."""
        for i in range(first + 1, last - 1):
            before = [self.words[k] for k in range(first, i)]
            if i in self.names and before[-1].casefold() in INSTITUTION_WORDS:
                return i  # "the Prime Minister's Office A. Name"
            if any(is_given_name(word) or is_initial(word) or word.casefold() in PARTICLES for word in before):
                return first
            if is_initial(self.words[i]):
                return i
            if (
                is_given_name(self.words[i])
                and not self.words[i].isupper()
                and not any(is_family_name(word) for word in before)
                and len(before) >= 2
            ):
                return i
        return first

    # ------------------------------------------------ organisations by their words

    def _organisations(self, chunks: list[Chunk]) -> list[Chunk | Unit]:
        found: list[Chunk | Unit] = []
        skip = -1
        for number, chunk in enumerate(chunks):
            if chunk.first < skip:
                continue
            unit = self._organisation(chunks, number)
            if unit is None:
                found.append(chunk)
                continue
            while found and found[-1].last > unit.first:
                found.pop()
            found.append(unit)
            skip = unit.last
        return found

    def _organisation(self, chunks: list[Chunk], number: int) -> Unit | None:
        """An organisation whose head is an institution word, with country word before and complement after."""
        chunk = chunks[number]
        if chunk.kind is not ChunkKind.UNKNOWN:
            return None
        tail = self.words[chunk.last - 1].casefold()
        named_for = self._with_country(chunks, number)
        if named_for is not None:
            return named_for
        heads = [i for i in range(chunk.first, chunk.last) if self.words[i].casefold() in INSTITUTION_WORDS]
        if self.cues.before(chunk.first) == "the" and tail in MEDIA_WORDS and chunk.last - chunk.first > 1:
            return Unit(chunk.first, chunk.last, UnitKind.ORGANISATION)
        if not heads or (chunk.first in self.chunker.headline and not self._opens_line(chunk)):
            return None
        last = max(self._complement(chunks, number), self._spelled_out(chunk.last))
        first = chunk.first
        before = chunks[number - 1] if number else None
        adjacent = before is not None and before.last == first
        if adjacent and before is not None and before.kind in (ChunkKind.ADJECTIVE, ChunkKind.COUNTRY, ChunkKind.CAPITAL):
            first = before.first
        if tail not in INSTITUTION_WORDS and last == chunk.last:
            return None
        named = is_given_name(self.words[chunk.first]) and self.cues.before(chunk.first) != "the"
        if last - first < 2 or (named and last - first == 2 and last == chunk.last):
            return None
        return Unit(first, last, UnitKind.ORGANISATION)

    def _with_country(self, chunks: list[Chunk], number: int) -> Unit | None:
        """ "the Kenya Courier": the tagger takes the state and the word after it for one body."""
        chunk, before = chunks[number], chunks[number - 1] if number else None
        state = before is not None and before.last == chunk.first and before.kind is ChunkKind.COUNTRY
        if before is None or not state or chunk.last - chunk.first > 2 or chunk.first in self.chunker.headline:
            return None
        if not {(before.first, chunk.last), (before.first - 1, chunk.last)} & self.bodies:
            return None
        return Unit(before.first, chunk.last, UnitKind.ORGANISATION)

    def _opens_line(self, chunk: Chunk) -> bool:
        """ "Ministry of Trade of the Republic" as a line of its own, where capitals say nothing."""
        first = self.analysis.text.rfind("\n", 0, self.analysis.starts[chunk.first]) + 1
        head = self.words[chunk.first].casefold() in INSTITUTION_WORDS and self.words[chunk.last : chunk.last + 1] == ["of"]
        return head and not self.analysis.text[first : self.analysis.starts[chunk.first]].strip()

    def _complement(self, chunks: list[Chunk], number: int) -> int:
        """End of "of / for / on [the] Capitalised [and Capitalised]" after a chunk."""
        last, at = chunks[number].last, number + 1
        while at < len(chunks) and last < len(self.words) and chunks[at].first - last <= 2:
            if "\n" in self.analysis.text[self.analysis.ends[last - 1] : self.analysis.starts[chunks[at].first]]:
                break
            between = [self.words[i].casefold() for i in range(last, chunks[at].first)]
            inner = LINKS | {"in"} if last > chunks[number].last else LINKS
            link = bool(between) and between[0] in inner and all(word == "the" for word in between[1:])
            conjoined = between == ["and"] and last > chunks[number].last and chunks[at].kind is ChunkKind.UNKNOWN
            if not link and not (conjoined and not self._starts_person(chunks[at])):
                if between or chunks[at].kind is not ChunkKind.UNKNOWN or last == chunks[number].last:
                    break
                if self._starts_person(chunks[at]):
                    break
            if link and self._starts_person(chunks[at]):
                break
            last, at = chunks[at].last, at + 1
        return last

    def _spelled_out(self, last: int) -> int:
        """End of "for Justice [and Peace] [in the Highlands]" after a name, word by word: titles and virtues are no chunks."""
        if not (last + 1 < len(self.words) and self.words[last] == "for" and self._is_virtue(last + 1)):
            return last
        last += 2
        while last + 1 < len(self.words):
            step = 1 + (self.words[last] in ("in", "of") and self.words[last + 1] == "the")
            linked = self.words[last] in ("and", "in", "of") and last + step < len(self.words)
            if not linked or not self.words[last + step][:1].isupper():
                break
            last += step + 1
        return last

    def _is_virtue(self, i: int) -> bool:
        """A capitalised common noun ("Justice", "Peace", "Unity"), not a person's name."""
        return self.words[i][:1].isupper() and self.words[i].casefold() in VIRTUES

    def _starts_person(self, chunk: Chunk) -> bool:
        word = self.words[chunk.first]
        return (
            is_initial(word)
            or (chunk.last - chunk.first >= 2 and is_given_name(word))
            or self.cues.label.get(chunk.first) == "PERSON"
        )

    # ------------------------------------------------ persons and the rest by evidence

    def _kinds(self, runs: Iterable[Chunk]) -> dict[str, UnitKind]:
        by_surface: dict[str, list[Chunk]] = defaultdict(list)
        for run in runs:
            by_surface[self.cues.surface(run.first, run.last)].append(run)
        kinds = {surface: self._kind(surface, found) for surface, found in by_surface.items()}
        for surface in kinds:
            if any(
                f"{surface} {tail}" in kinds for tail in ("River", "Lake", "Island", "Islands", "Valley", "Strait", "Dam")
            ):
                kinds[surface] = UnitKind.PLACE  # "the Wendo" beside "the Wendo River"
        Spread(self.cues).spread(kinds, by_surface)
        return kinds

    def _kind(self, surface: str, runs: list[Chunk]) -> UnitKind:
        """What a run of that surface is, over all its places: sure signs first, then the entity labels' votes."""
        words = surface.split()
        votes = Votes(self.cues, surface, runs)
        if self._is_no_name(words, runs):
            return UnitKind.OTHER
        if len(words) > 1 and (votes.is_city() or votes.terrain) and not any(self.cues.has_title(run) for run in runs):
            return UnitKind.PLACE
        if self._is_surely_person(words, runs, votes):
            return UnitKind.PERSON
        if votes.is_place():
            return UnitKind.PLACE
        if len(words) == 1 and not surface.isupper():
            if any(self.analysis.tags[run.last - 1] == "NNPS" for run in runs):
                return UnitKind.PEOPLE if set(votes.labels) - NO_PEOPLE else UnitKind.OTHER
            if is_family_name(surface) and not votes.located and not votes.mostly_articles():
                return UnitKind.OTHER if self.cues.only_common(runs) else UnitKind.PERSON
        if self.cues.only_common(runs):
            return UnitKind.OTHER
        if votes.is_person():
            national = all(self.cues.follows_adjective(run) for run in runs)
            return UnitKind.OTHER if national else UnitKind.PERSON
        return self._organisation_kind(surface, runs) if votes.is_organisation() else UnitKind.OTHER

    def _is_no_name(self, words: list[str], runs: list[Chunk]) -> bool:
        """Lines in capitals, places and feasts by their words, headlines without a given name."""
        if len(words) > 1 and all(word.isupper() for word in words) and any(len(word) > 3 for word in words):
            return True
        if (len(words) > 1 and words[-1].casefold() in PLACE_TAILS) or words[0].casefold() in PLACE_HEADS:
            return True
        if any(self.cues.follows_name(run) for run in runs) or words[-1] in US_ABBREVIATIONS:
            return True
        named = len(words) > 1 and is_given_name(words[0])
        return all(run.first in self.chunker.headline for run in runs) and not named

    def _is_surely_person(self, words: list[str], runs: list[Chunk], votes: "Votes") -> bool:
        """A title, a byline, an office after it, an initial, or a known given name."""
        if any(self.cues.has_title(run) for run in runs) and not self.cues.only_common(runs):
            return True
        if len(words) < 2:
            return False
        if any(self.cues.is_byline(run) or self.cues.has_apposition(run) for run in runs):
            return True
        if is_initial(words[0]) and len(words[-1]) > 2:
            return True
        if len(words) == 2 and KOREAN.fullmatch(words[1]) and not {"GPE", "LOC", "FAC", "ORG"} & set(votes.labels):
            return True
        return is_given_name(words[0]) and self.cues.name_like(words, votes.labels)

    def _organisation_kind(self, surface: str, runs: list[Chunk]) -> UnitKind:
        if all(run.first in self.chunker.headline for run in runs) or not any(letter.isalpha() for letter in surface):
            return UnitKind.OTHER
        if surface.casefold() in INSTITUTION_WORDS or (surface[1:2] == "-" and surface[0] in "RDI"):
            return UnitKind.OTHER
        return UnitKind.ORGANISATION if len(surface) > 1 else UnitKind.OTHER
