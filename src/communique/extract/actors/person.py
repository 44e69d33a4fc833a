"""Joins the names of persons inside one document: full names, family names alone, initials."""

from collections import defaultdict

from communique.extract.actors.chunk import is_initial
from communique.extract.actors.draft import Board, Draft
from communique.extract.actors.unit_kind import Unit
from communique.lexicon.name import PARTICLES, family_name_first, given_name_gender, is_given_name, name_skeleton, same_given
from communique.lexicon.office import HONORIFICS, office_head
from communique.model import ActorKind, NameKind


def add_persons(board: Board, units: list[Unit]) -> None:
    """Put one actor on the board for each person that the units name.

    A family name alone belongs to the person of that name mentioned last, or first named later. Two full names are one
    person if the family names agree and the given names may; two given names that differ stay two persons.
    """
    parsed = [(unit, name_words(board, unit)) for unit in units]
    people = People(board)
    for unit, words in parsed:
        if is_full(words):
            people.add_full(unit, words)
    for unit, words in parsed:
        if not is_full(words):
            people.add_short(unit, words)


def name_words(board: Board, unit: Unit) -> tuple[str, ...]:
    """Words of a name; hyphenated parts are one word."""
    text = board.analysis.words(unit.first, unit.last)
    words = text.replace(" - ", "-").split()
    return tuple(word for word in words if any(letter.isalpha() for letter in word))


def is_full(words: tuple[str, ...]) -> bool:
    """Whether a name has more than a family name."""
    return len(words) >= 2 and words[0].casefold() not in PARTICLES


def family_start(words: tuple[str, ...]) -> int:
    """Where the family name starts: at the last word, or at particles before it."""
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return start


def family_key(words: tuple[str, ...]) -> str:
    """Skeleton of the family name without particles and articles ("al-Sisi" and "Sisi" are one)."""
    last = words[-1]
    head, _, rest = last.partition("-")
    if rest and head.casefold() in PARTICLES:
        last = rest
    return name_skeleton(last)


class People:
    """Persons of one document by family name."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.by_family: dict[str, list[Draft]] = defaultdict(list)
        self.by_given: dict[str, list[Draft]] = defaultdict(list)

    def add_full(self, unit: Unit, words: tuple[str, ...]) -> None:
        """A name with given name or initial."""
        key = family_key(words)
        for draft in self.by_family[key]:
            if may_be_one(draft.words, words):
                if len(" ".join(words)) > len(draft.name) and not is_initial(words[0]):
                    draft.name, draft.words = " ".join(words), words
                self._mention(draft, unit)
                return
        draft = self.board.new(Draft(ActorKind.PERSON, " ".join(words), words=words))
        self.by_family[key].append(draft)
        self.by_given[name_skeleton(words[0])].append(draft)
        for word in words[1:-1]:
            if word.casefold() not in PARTICLES:
                self.by_given[name_skeleton(word)].append(draft)
        self._mention(draft, unit)

    def add_short(self, unit: Unit, words: tuple[str, ...]) -> None:
        """A family name alone, or a given name alone."""
        found = self.by_family.get(family_key(words)) or self.by_given.get(name_skeleton(words[-1]), [])
        if found:
            self._mention(self._nearest(found, unit), unit)
            return
        draft = self.board.new(Draft(ActorKind.PERSON, " ".join(words), words=words))
        self.by_family[family_key(words)].append(draft)
        self._mention(draft, unit)

    def _nearest(self, found: list[Draft], unit: Unit) -> Draft:
        """Of several bearers the one of the honorific's gender, mentioned last before the place, else first after it."""
        gender = self._honorific(unit)
        fitting = [draft for draft in found if not gender or draft.gender in ("", gender)] or found
        at = self.board.analysis.starts[unit.first]

        def distance(draft: Draft) -> tuple[int, int]:
            before = [at - span.start for span in draft.mentions if span.start < at]
            return (0, min(before)) if before else (1, min(span.start for span in draft.mentions) - at)

        return min(fitting, key=distance)

    def _honorific(self, unit: Unit) -> str:
        return HONORIFICS.get(self.board.lower(unit.first - 1), "")

    def _mention(self, draft: Draft, unit: Unit) -> None:
        self.board.mention(draft, unit.first, unit.last, NameKind.NAME)
        if not draft.gender:
            draft.gender = self._gender(draft, unit)

    def _gender(self, draft: Draft, unit: Unit) -> str:
        head = office_head(self.board.lower(unit.first - 1))
        titled = self._honorific(unit) or (head.gender if head is not None and not head.plural else "")
        if titled:
            return titled
        if not is_full(draft.words) or family_name_first(draft.words):
            return ""
        found = next((given_name_gender(word) for word in draft.words[:-1] if is_given_name(word)), None)
        return found if found in ("m", "f") else ""


def may_be_one(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two full names of one family name can be one person: some given names agree, none of the first differ."""
    first, second = one[: family_start(one)], two[: family_start(two)]
    if not first or not second:
        return True
    if same_given(first[0], second[0]):
        return True
    return any(same_given(a, b) for a in first for b in second if not is_initial(a) and not is_initial(b))
