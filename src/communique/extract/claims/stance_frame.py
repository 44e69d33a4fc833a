"""One use of a stance word."""

from dataclasses import dataclass

from communique.model import Stance


@dataclass(frozen=True, slots=True)
class Frame:
    """One stance word in use.

    Attributes:
        head: the stance word.
        actors: who takes the stance.
        first, last: tokens [first, last) of the content.
        weak: only a content that names an issue makes it a position.
        negated: the word is negated, or denies by itself.
        modality: as in `Position`.
        for_side: what an official says for the party that he serves, whether or not this article tells which.
        authored: what the author of an opinion calls for.
    """

    head: int
    stance: Stance
    actors: tuple[str, ...]
    first: int
    last: int
    weak: bool
    negated: bool
    modality: str = "asserted"
    authored: bool = False
    for_side: bool = False
