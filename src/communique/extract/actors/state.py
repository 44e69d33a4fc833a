"""Where a document refers to states and blocs as actors: names, peoples, seats, capitals that act, governments."""

from communique.extract.actors.chunk import ChunkKind, is_capitalised
from communique.extract.actors.cue import LOCATIVE, SPEECH_LEMMAS
from communique.extract.actors.draft import Board, Draft
from communique.extract.actors.unit_kind import Unit
from communique.lexicon.body import body_by_name
from communique.lexicon.country import country_by_code
from communique.lexicon.word_set import word_set
from communique.model import ActorKind, NameKind

GOVERNMENT_NOUNS = word_set("government_nouns")
GIVING = word_set("giving")
BLOC_NOUNS = word_set("bloc_nouns")
MOTION_LEMMAS = word_set("motion_lemmas")
TOWN_NOUNS = word_set("town_nouns")
AMBIGUOUS = {"Georgia": ("Georgian", "Tbilisi", "Caucasus", "Abkhazia", "Ossetia")}


def add_states(board: Board, units: list[Unit]) -> None:
    """Put states and blocs on the board, with all places where the document refers to them."""
    States(board, units).add()


GONE_TO = frozenset({"visit", "leave", "reach", "tour", "enter", "quit", "depart"})


class States:
    """Finds references to states in one document."""

    def __init__(self, board: Board, units: list[Unit]) -> None:
        self.board = board
        self.analysis = board.analysis
        self.units = [unit for unit in units if unit.chunk is not None]

    def add(self) -> None:
        """Names first, then peoples and governments, then seats and capitals."""
        for unit in self.units:
            assert unit.chunk is not None
            kind, value = unit.chunk.kind, unit.chunk.value
            if kind is ChunkKind.COUNTRY and not self._elsewhere(unit):
                self._mention(value, unit.first, unit.last, NameKind.NAME)
                self._government_of(unit, value)
            elif kind is ChunkKind.ADJECTIVE:
                self._adjective(unit, value)
            elif kind is ChunkKind.PEOPLE or (kind is ChunkKind.SEAT and self._acts(unit, seat=True)):
                self._mention(value, unit.first, unit.last, NameKind.METONYM)
            elif kind is ChunkKind.CAPITAL and self._acts(unit, seat=False):
                self._mention(self._owner(value, unit), unit.first, unit.last, NameKind.METONYM)

    def _mention(self, value: str, first: int, last: int, kind: NameKind) -> None:
        self.board.mention(self._draft(value), first, last, kind)

    def _draft(self, value: str) -> Draft:
        if value not in self.board.named:
            country = country_by_code(value)
            if country is not None:
                draft = Draft(ActorKind.STATE, country.name, country=value)
            else:
                body = body_by_name(value)
                draft = Draft(ActorKind.ORGANISATION, value, subtype=body.subtype if body else "bloc")
            self.board.named[value] = self.board.new(draft)
        return self.board.named[value]

    def _elsewhere(self, unit: Unit) -> bool:
        """Whether a name that two places share means the other one (the American Georgia)."""
        cues = AMBIGUOUS.get(self.board.words[unit.first])
        return cues is not None and not any(cue in self.analysis.text for cue in cues)

    def _owner(self, code: str, unit: Unit) -> str:
        """The state of a capital; Brussels stands for the Union where the document speaks of that."""
        if self.board.words[unit.first] == "Brussels":
            return "European Union" if any(word in self.board.words for word in ("EU", "Union")) else code
        return code

    def _government_of(self, unit: Unit, value: str) -> None:
        """ "Russia's government", "the US side": a reference to the state besides the name inside."""
        last = unit.last
        if self.board.lower(last) in ("'s", "'"):
            last += 1
        if self.board.lower(last) in GOVERNMENT_NOUNS - {"party", "team", "executive"}:
            self._mention(value, unit.first, last + 1, NameKind.DESCRIPTION)

    def _adjective(self, unit: Unit, value: str) -> None:
        """The adjective as a noun ("the Chinese"), or with a noun that means the government ("the Russian side")."""
        after, board = unit.last, self.board
        word = board.lower(after)
        nouns = BLOC_NOUNS if value == "Europe" else GOVERNMENT_NOUNS
        if word in nouns and (word != "party" or board.lower(after + 1) == "to"):
            self._mention(value, unit.first, after + 1, NameKind.DESCRIPTION)
            return
        if self._is_people(unit, value):
            self._mention(value, unit.first, unit.last, NameKind.METONYM)

    def _is_people(self, unit: Unit, value: str) -> bool:
        country = country_by_code(value)
        word = self.board.words[unit.first]
        if country is None or (
            word not in country.peoples and unit.last - unit.first == 1 and word not in country.adjectives
        ):
            return False
        plural = any(people == self.analysis.words(unit.first, unit.last) for people in country.peoples)
        if not plural or self.board.lower(unit.first - 1) not in ("the", "to", "with", "by", "and", "that", "which"):
            return False
        i = unit.last - 1
        noun = self.analysis.deps[i] in ("nsubj", "dobj", "pobj", "nsubjpass", "conj", "dative")
        after = self.analysis.pos[unit.last] if unit.last < len(self.analysis) else "PUNCT"
        return noun and after not in ("NOUN", "PROPN", "ADJ") and self.board.words[unit.last : unit.last + 1] != ["-"]

    def _acts(self, unit: Unit, *, seat: bool) -> bool:
        """Whether a capital or seat stands for the government, not for the place."""
        board, analysis = self.board, self.analysis
        first, last = unit.first, unit.last
        before, after = board.lower(first - 1), board.lower(last)
        if before == "the":
            before = board.lower(first - 2)
        if self._opens_line(first) and after in ("(", "-", "–", "—", "/", ","):
            return False
        if before == "," and self.analysis.deps[last - 1] != "conj":
            return seat
        if before in LOCATIVE or (after in ("-", "–") and board.lower(last + 1) in ("based", "born", "area", "region")):
            return False
        if after == "," and last + 1 < len(board.words) and is_capitalised(board.words[last + 1]) and not seat:
            return self._conjunct(unit)
        if after in TOWN_NOUNS or (after == "'s" and board.lower(last + 1) in TOWN_NOUNS):
            return seat and after not in TOWN_NOUNS
        if (
            last < len(analysis)
            and is_capitalised(board.words[last])
            and analysis.starts[last] == analysis.ends[last - 1] + 1
        ):
            return seat
        head = analysis.heads[last - 1]
        dep = analysis.deps[last - 1]
        if seat:
            return True
        if dep in ("nsubj", "nsubjpass", "poss", "agent"):
            return self._is_mind(head, dep, after)
        if dep == "conj":
            return self._conjunct(unit)
        if before in ("to", "from", "for", "into"):
            return self._directed(before, head)
        if dep == "dobj" and analysis.lemmas[head] in GONE_TO:
            return False
        return (
            dep in ("pobj", "dobj", "dative", "appos", "ROOT", "npadvmod") and before not in ("", "through") and after != "("
        )

    def _opens_line(self, first: int) -> bool:
        """Whether the word is the first of its line: a dateline."""
        analysis = self.analysis
        return first == 0 or "\n" in analysis.text[analysis.ends[first - 1] : analysis.starts[first]]

    def _is_mind(self, head: int, dep: str, after: str) -> bool:
        """Whether the verb or the thing possessed goes with a government rather than a town."""
        if dep == "poss":
            return after in ("'s", "'")
        return self.analysis.lemmas[head] not in ("lie", "sleep", "wake", "sit", "host")

    def _directed(self, before: str, head: int) -> bool:
        """Whether "to / from Moscow" goes with a word of saying or giving, not with travel."""
        verb = self.analysis.heads[head]
        lemmas = {self.analysis.lemmas[verb], self.analysis.lemmas[head]}
        if lemmas & MOTION_LEMMAS:
            return False
        if before == "for":
            return True
        return bool(lemmas & SPEECH_LEMMAS) or bool(lemmas & GIVING)

    def _conjunct(self, unit: Unit) -> bool:
        """Whether a capital joined with "and" to another word acts as that one does."""
        head = self.analysis.heads[unit.last - 1]
        preposition = self.analysis.heads[head]
        place = self.analysis.lemmas[preposition] in LOCATIVE and self.analysis.pos[preposition] == "ADP"
        return not place and self.analysis.deps[unit.last - 1] == "conj" and self.analysis.pos[head] == "PROPN"
