"""What the words around a capitalised run say about it: titles, bylines, verbs of speech, entity labels."""

from communique.extract.actors.chunk import PLACE_TAILS, Chunk, Chunker, is_capitalised
from communique.lexicon.body import INSTITUTION_WORDS
from communique.lexicon.country import country_by_capital
from communique.lexicon.name import is_family_name
from communique.lexicon.office import HONORIFICS, office_head
from communique.lexicon.place import find_place
from communique.lexicon.word_set import word_set

LOCATIVE = word_set("locative")
LINKS = frozenset({"of", "for", "on"})
PLACED = LOCATIVE | {"of", "from", "to"}
REGIONS = word_set("regions")
SPEECH_LEMMAS = word_set("speech_lemmas")
TERRAIN = word_set("terrain")
STRUCTURES = frozenset({"border post", "power plant", "power station", "air base", "oil field", "gas field", "gas plant"})


class Cues:
    """Evidence about the runs of one analysis."""

    def __init__(self, chunker: Chunker) -> None:
        self.analysis = chunker.analysis
        self.chunker = chunker
        self.words = chunker.words
        self.small = frozenset(word for word in self.words if word.islower())
        self.label = {i: entity.label for entity in self.analysis.entities for i in range(entity.first, entity.last)}

    def is_office_word(self, i: int) -> bool:
        word = self.words[i].casefold()
        if (
            word == "state"
            and i >= 2
            and self.words[i - 1] == "of"
            and self.words[i - 2].casefold() in ("secretary", "minister")
        ):
            return True
        if word in ("general",) and i and self.words[i - 1] in ("-",):
            return True
        return office_head(word) is not None or word in HONORIFICS

    def acts(self, runs: list[Chunk], labels: list[str]) -> bool:
        """Whether a word without any entity label is the subject of a verb other than "be" inside a sentence."""
        analysis = self.analysis
        return not any(labels) and any(
            analysis.deps[run.last - 1] == "nsubj"
            and analysis.pos[run.last - 1] == "PROPN"
            and analysis.lemmas[analysis.heads[run.last - 1]] not in ("be", "have")
            and analysis.pos[analysis.heads[run.last - 1]] == "VERB"
            and not self.chunker.starts_sentence(run.first)
            and run.first not in self.chunker.headline
            for run in runs
        )

    def follows_name(self, run: Chunk) -> bool:
        """Whether "'s Day" or the like follows: the name of a feast or prize."""
        after = [word.casefold() for word in self.words[run.last : run.last + 2]]
        return len(after) == 2 and after[0] == "'s" and after[1] in ("day", "eve")

    def is_terrain(self, run: Chunk) -> bool:
        """Whether a word for land, water or a structure goes with it: "X dam", "the town of X", "X, an island"."""
        after = [word.casefold() for word in self.words[run.last : run.last + 5]]
        if after[:1] and (after[0] in TERRAIN or " ".join(after[:2]) in STRUCTURES):
            return True
        if len(after) > 2 and after[0] == "," and after[1] in ("a", "an") and after[2] in TERRAIN:
            return True
        at = run.first - 1
        at -= self.before(run.first) == "the"
        return at > 0 and self.words[at] == "of" and self.words[at - 1] in TERRAIN

    def has_article(self, run: Chunk) -> bool:
        """Whether "the" stands before the run, with or without an adjective between."""
        first = run.first
        if self.words[run.last : run.last + 1] == ["-"]:
            return False
        adjective = first > 1 and self.analysis.pos[first - 1] == "ADJ" and self.words[first - 1].islower()
        return self.before(first) == "the" or (adjective and self.before(first - 1) == "the")

    def is_common_word(self, surface: str) -> bool:
        """Whether the document also writes the word small, so that a capital at a sentence start says nothing."""
        return surface.casefold() in self.small

    def follows_adjective(self, run: Chunk) -> bool:
        at = run.first - 1
        return at >= 0 and self.label.get(at) == "NORP" and self.analysis.starts[run.first] == self.analysis.ends[at] + 1

    def is_byline(self, run: Chunk) -> bool:
        """Whether the line starts with "By" and the run stands in it."""
        start = self.analysis.text.rfind("\n", 0, self.analysis.starts[run.first]) + 1
        return self.analysis.text.startswith(("By ", "by ", "BY ", "(Reporting by "), start) and run.last - run.first <= 4

    def has_apposition(self, run: Chunk) -> bool:
        """Whether ", the / a / 45, ... office" follows within a few words."""
        words = self.words[run.last : run.last + 8]
        if len(words) < 3 or words[0] != "," or self.before(run.first) in LINKS | LOCATIVE:
            return False
        for word in words[1:]:
            if word in (",", ".", ";", '"') or word.casefold() in ("who", "and", "which"):
                return False
            head = office_head(word)
            if head is not None and not head.plural:
                return True
        return False

    def label_of(self, run: Chunk) -> str:
        """The entity label on the last word of the run."""
        return self.label.get(run.last - 1, "")

    def before(self, first: int) -> str:
        """The word before a token in lower case."""
        return self.words[first - 1].casefold() if first else ""

    def has_title(self, run: Chunk) -> bool:
        at = run.first - 1
        if at < 0 or "\n" in self.analysis.text[self.analysis.ends[at] : self.analysis.starts[run.first]]:
            return False
        head = office_head(self.words[at])
        if head is not None and head.plural and head.group != "royal":
            return False
        if self.words[at] == "," and at > 1 and self.chunker.words[at - 1] != ",":
            return self.before_comma(run)
        titled = head is not None or self.words[at].casefold() in HONORIFICS or self.is_office_word(at)
        return (
            titled and head is not None and (head.group not in ("private", "head") or is_capitalised(self.words[at]))
        ) or (titled and head is None)

    def before_comma(self, run: Chunk) -> bool:
        """ "the prime minister, NAME," and "his envoy, NAME.": an office right before the comma, an end after the name."""
        at = run.first - 2
        head = office_head(self.words[at])
        after = self.words[run.last] if run.last < len(self.words) else "."
        return head is not None and not head.plural and run.last - run.first >= 2 and after in (",", ".", ";", ")")

    def name_like(self, words: list[str], labels: list[str]) -> bool:
        """Whether the words after a given name may be a family name: no institution, no place, no common noun."""
        rest = [word.casefold() for word in words[1:]]
        if any(word in INSTITUTION_WORDS or word in PLACE_TAILS for word in rest):
            return "PERSON" in labels
        organisation = sum(label in ("ORG", "GPE", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT") for label in labels)
        return len(words) <= 5 and (organisation < len(labels) or is_family_name(words[-1]) or len(words) == 2)

    def speaks(self, run: Chunk) -> bool:
        """Whether the run is the subject of a verb of speech."""
        analysis = self.analysis
        for i in range(run.first, run.last):
            if analysis.deps[i] == "nsubj" and analysis.lemmas[analysis.heads[i]] in SPEECH_LEMMAS:
                return True
        return False

    def only_common(self, runs: list[Chunk]) -> bool:
        """Whether the run is one word that the tagger never takes for a name, or that only ever starts a sentence."""
        if any(run.last - run.first > 1 for run in runs):
            return False
        proper = [run for run in runs if self.analysis.pos[run.first] == "PROPN"]
        if not proper:
            return True
        inner = [
            run for run in proper if not self.chunker.starts_sentence(run.first) and run.first not in self.chunker.headline
        ]
        return not inner and not any(self.label_of(run) for run in proper)

    def surface(self, first: int, last: int) -> str:
        """The words of a run with single blanks."""
        return " ".join(self.analysis.words(first, last).split())


class Votes:
    """Entity labels, prepositions and verbs of all places of one surface, counted."""

    def __init__(self, cues: Cues, surface: str, runs: list[Chunk]) -> None:
        self.cues = cues
        self.surface = surface
        self.runs = runs
        self.labels = [cues.label_of(run) for run in runs]
        before = [cues.before(run.first) for run in runs]
        self.located = sum(word in LOCATIVE for word in before)
        self.articles = sum(cues.has_article(run) for run in runs)
        self.directed = not surface.isupper() and bool({"to", "from"} & set(before)) and "GPE" in self.labels
        self.placed = sum(word in PLACED | {"near", "at"} for word in before)
        self.terrain = sum(cues.is_terrain(run) for run in runs)
        self.speaking = sum(cues.speaks(run) for run in runs)

    def mostly_articles(self) -> bool:
        """Whether "the" stands before half of the places or more."""
        return 2 * self.articles >= len(self.runs)

    def is_place(self) -> bool:
        """Named as a place: by prepositions, by label and gazetteer, by the list of regions."""
        person, place = self.labels.count("PERSON"), self.labels.count("GPE")
        if self.terrain and not self.speaking:
            return True
        geographic = self.labels.count("LOC") + self.labels.count("FAC")
        if self.surface.replace(" ", "-") in REGIONS or (self.located and 2 * self.located >= len(self.runs)):
            return True
        acronym = self.surface.isupper() and len(self.surface) <= 5
        if self.surface.isupper() and country_by_capital(self.surface) is not None:
            return True
        known = () if acronym else find_place(self.surface)[:1]
        large = any(entry.population > 100_000 for entry in known)
        if known and not self.speaking and 2 * self.placed >= len(self.runs):
            return True
        if place + geographic > person + self.speaking and (large or geographic or self.directed):
            return True
        return large and not self.speaking and not (person and is_family_name(self.surface.split()[-1]))

    def is_city(self) -> bool:
        """A city of the gazetteer, and every place of the name stands where a place does ("of Santa Rosa")."""
        return all(self.cues.before(run.first) in PLACED for run in self.runs) and bool(find_place(self.surface))

    def is_person(self) -> bool:
        """Half of the labels say so, or it speaks and acts as persons do; no capitals, no article."""
        if self.surface.isupper() or self.mostly_articles():
            return False
        if self.cues.is_common_word(self.surface) and all(self.cues.chunker.starts_sentence(run.first) for run in self.runs):
            return False
        other = self.labels.count("ORG") + self.labels.count("GPE")
        if 2 * self.labels.count("PERSON") >= len(self.runs):
            return True
        return bool(self.speaking and 2 * other < len(self.runs)) or self.cues.acts(self.runs, self.labels)

    def is_organisation(self) -> bool:
        """Half of the labels say so (a place the gazetteer does not know counts), or it is an acronym."""
        other = self.labels.count("ORG") + self.labels.count("GPE")
        acronym = self.surface.isupper() and 2 <= max(len(part) for part in self.surface.split("-")) <= 6
        return bool(other and 2 * other >= len(self.runs)) or (acronym and self.labels.count("PERSON") < len(self.runs))
