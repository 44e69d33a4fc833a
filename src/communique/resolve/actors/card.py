"""What the comparison of actors reads: names, family name, offices, country of one local actor."""

from dataclasses import dataclass

from communique.lexicon.name import PARTICLES, family_name_first, name_skeleton
from communique.lexicon.office import title_nouns
from communique.model import Judgement, LocalActor, NameKind, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Card:
    """One local actor, ready for comparison.

    Attributes:
        words: of the fullest name.
        family: skeleton of the family name; `given` the words before it.
        offices: (head noun, id of the principal or None) of each office.
        titles: distinctive lower-case words of the offices.
    """

    actor: LocalActor
    words: tuple[str, ...]
    family: str
    given: tuple[str, ...]
    offices: frozenset[tuple[str, str | None]]
    titles: frozenset[str]

    @property
    def id(self) -> str:
        """Id of the local actor."""
        return self.actor.id


def document_of(actor: LocalActor) -> str:
    """Id of the document that a local actor belongs to."""
    return actor.id.rpartition(":")[0]


def card_of(actor: LocalActor) -> Card:
    """The card of a named person."""
    words = tuple(word for word in actor.name.split() if any(letter.isalpha() for letter in word))
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    alone = len(words) >= 2 and words[0].casefold() in PARTICLES
    given = () if alone else words[: max(0, start)]
    family = words[-1] if words else ""
    head, _, rest = family.partition("-")
    family = rest if rest and head.casefold() in PARTICLES else family
    if _family_first(words):
        family, given = words[0], words[1:]
    heads: set[tuple[str, str | None]] = set()
    titles: set[str] = set()
    for office in actor.offices:
        heads.update((noun, office.principal) for noun in sorted(title_nouns(office.title)))
        titles.update(word for word in office.title.casefold().split() if len(word) > 3)
    return Card(actor, words, name_skeleton(family), given, frozenset(heads), frozenset(titles))


def _family_first(words: tuple[str, ...]) -> bool:
    """Chinese, Korean and Vietnamese order: a short first word that is no known given name, a hyphen in the last."""
    if len(words) not in (2, 3) or len(words[0]) > 5 or "." in words[0]:
        return False
    hyphen = "-" in words[-1] and words[-1].partition("-")[2][:1].islower()
    return hyphen or family_name_first(words)


def surfaces(actor: LocalActor) -> tuple[str, ...]:
    """The different names of an actor, in order of first use."""
    found = dict.fromkeys(" ".join(m.evidence.quote.split()) for m in actor.mentions if m.kind is NameKind.NAME)
    return tuple(found) or (actor.name,)


def judgement(one: str, two: str, verdict: Verdict, score: float, reasons: tuple[Reason, ...], rule: str) -> Judgement:
    """A rule's judgement on two actors, the lesser id on the left."""
    left, right = sorted((one, two))
    return Judgement("actor", left, right, verdict, round(score, 4), reasons, f"rule:{rule}")
