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
        joint: more than one actor takes it together.
    """

    head: int
    stance: Stance
    actors: tuple[str, ...]
    first: int
    last: int
    weak: bool
    negated: bool
    modality: str = "asserted"
