"""What a phrase that names an office holds: "the new Russian ambassador to Washington"."""

from dataclasses import dataclass

from communique.extract.actors.unit_kind import Unit
from communique.lexicon.office import OfficeHead

DEFINITE = frozenset({"the", "his", "her", "its", "their", "this", "that", "whose", "possessive"})


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """One noun phrase headed by an office noun.

    Attributes:
        first, last: tokens [first, last) with determiner and complement.
        title: tokens [title, last) are the words of the office: no article, but the possessor.
        at: the head noun. stop: the first token after the head and its fixed tail, before any complement.
        determiner: "the", "a", "his" ... or "".
        possessor: unit before "'s", or None.
        before, after: units inside the modifiers and inside the complement, with the preposition of the latter.
    """

    first: int
    last: int
    title: int
    at: int
    stop: int
    head: OfficeHead
    determiner: str
    possessor: Unit | None
    before: tuple[Unit, ...]
    after: tuple[tuple[str, Unit], ...]
    status: str

    @property
    def definite(self) -> bool:
        """Whether the phrase points at somebody known: "the", a possessor or a possessive pronoun."""
        return self.determiner in DEFINITE or self.possessor is not None
