"""What one place of a document says about the others: family names, given names alone, names joined by a hyphen."""

from communique.extract.actors.chunk import Chunk
from communique.extract.actors.cue import LOCATIVE, Cues
from communique.extract.actors.unit_kind import UnitKind
from communique.lexicon.body import COMPANY_WORDS, INSTITUTION_WORDS, MEDIA_WORDS, body_by_name
from communique.lexicon.name import PARTICLES, is_given_name
from communique.lexicon.place import find_place


class Spread:
    """Lets the persons of a document show what single words in it are."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self.chunker = cues.chunker
        self.analysis = cues.analysis
        self.words = cues.words

    def _joined(self, run: Chunk, kinds: dict[str, UnitKind]) -> bool:
        """Whether a hyphen, or "and" for a word of no other kind, joins a word to a person's name ("Marlowe-Sorel")."""
        first, last, words = run.first, run.last, self.words
        if self.analysis.pos[first] != "PROPN" or first in self.chunker.headline or words[first].isupper():
            return False
        sides = []
        if self.cues.label.get(first) not in ("GPE", "LOC", "FAC", "ORG", "NORP") and not words[first].endswith("s"):
            sides += [words[last + 1]] if last + 1 < len(words) and words[last] == "and" else []
            sides += [words[first - 2]] if first > 1 and words[first - 1] == "and" else []
        if last + 1 < len(words) and words[last] in ("-", "–"):
            sides.append(words[last + 1])
        if first > 1 and words[first - 1] in ("-", "–"):
            sides.append(words[first - 2])
        return any(kinds.get(side) is UnitKind.PERSON for side in sides)

    def spread(self, kinds: dict[str, UnitKind], by_surface: dict[str, list[Chunk]]) -> None:
        """A word that is the family name of a person found elsewhere in the document is that person."""
        family: set[str] = set()
        for surface, kind in kinds.items():
            words = surface.split()
            if kind is UnitKind.PERSON and len(words) >= 2:
                family.add(words[-1])
                family.update(" ".join(words[k:]) for k in range(1, len(words) - 1) if words[k].casefold() in PARTICLES)
                if len(words) == 2 and len(words[0]) <= 5 and not is_given_name(words[0]):
                    family.add(words[0])
        single = {surface for surface, kind in kinds.items() if kind is UnitKind.PERSON and " " not in surface}
        for surface, kind in kinds.items():
            if kind is UnitKind.ORGANISATION and self._full_name(surface, by_surface[surface], single):
                kinds[surface] = UnitKind.PERSON
        for surface, kind in kinds.items():
            if (
                kind is not UnitKind.PERSON
                and " " not in surface
                and any(self._joined(run, kinds) for run in by_surface[surface])
            ):
                family.add(surface)
        folded = {name.casefold() for name in family} | self._given_alone(kinds)
        for surface, kind in kinds.items():
            if kind is not UnitKind.PERSON and surface.casefold() in folded and body_by_name(surface) is None:
                located = all(self.cues.before(run.first) in LOCATIVE for run in by_surface[surface])
                if not located:
                    kinds[surface] = UnitKind.PERSON

    def _given_alone(self, kinds: dict[str, UnitKind]) -> set[str]:
        """First words of full names that also stand alone, as Thais, Icelanders and Ethiopians are called."""
        first = {
            surface.split()[0].casefold() for surface, kind in kinds.items() if kind is UnitKind.PERSON and " " in surface
        }
        common = {word for word in first if self.cues.is_common_word(word) or find_place(word)}
        return {word for word in first - common if len(word) > 4}

    def _full_name(self, surface: str, runs: list[Chunk], single: set[str]) -> bool:
        """ "Awa Torbay" taken for a body, where the document goes on to call somebody Torbay."""
        words = surface.split()
        plain = len(words) in (2, 3) and not surface.isupper() and words[-1] in single
        rest = any(word.casefold() in INSTITUTION_WORDS | MEDIA_WORDS | COMPANY_WORDS for word in words)
        return plain and not rest and not any(self.cues.has_article(run) for run in runs)
