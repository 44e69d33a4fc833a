"""Whom an office serves: by the words of its phrase, by a pronoun before it, by the state that a nationality shows."""

from itertools import pairwise

from communique.extract.actors.chunk import ChunkKind
from communique.extract.actors.draft import Board, Draft
from communique.extract.actors.office_phrase import OfficePhrase
from communique.extract.actors.unit_kind import Unit
from communique.lexicon.office import DEPUTY_WORDS, GO_BETWEEN, GOVERNMENT_CLASSES
from communique.model import ActorKind

PRONOUNS = frozenset({"his", "her", "its", "their"})
NO_SERVICE = frozenset({"expert", "press", "private", "law"})
STATE_HEADS = frozenset({"chief", "commissioner"})


def owner_of(board: Board, phrase: OfficePhrase) -> Draft | None:
    """Whoever "his", "its" or "the president's" before an office means, once pronouns are known."""
    if phrase.determiner in PRONOUNS:
        return board.at.get(phrase.first)
    if phrase.determiner == "whose":
        return board.at.get(phrase.first - 2)
    return board.at.get(phrase.title - 2) if phrase.determiner == "possessive" else None


def principal_of(board: Board, phrase: OfficePhrase) -> tuple[Draft | None, str | None]:
    """The actor that the words of an office name as served, and the ISO code of the state they show."""
    owners: list[Unit] = [phrase.possessor] if phrase.possessor is not None else []
    inside = [unit for preposition, unit in phrase.after if serves(phrase, preposition)]
    if _of_people(board, phrase):
        return None, None
    units = (*owners, *inside, *phrase.before)
    actors = [draft for unit in units if (draft := draft_of(board, unit)) is not None and not _is_field(phrase, unit, draft)]
    inner = (board.at.get(k) for k in range(phrase.title, phrase.at))
    actors += [draft for draft in inner if draft is not None and draft.kind is ActorKind.ORGANISATION]
    principal = next(iter(actors), None)
    bodies = [draft for draft in actors if draft.kind is ActorKind.ORGANISATION]
    if principal is not None and principal.kind is ActorKind.STATE and bodies and inside:
        principal = bodies[0]
    country = principal.country if principal is not None else None
    if country is None:
        country = next((unit.chunk.value for unit in units if unit.chunk and is_country(unit)), None)
    if principal is None and country is not None and _of_state(phrase):
        principal = board.named.get(country)
    if principal is not None and principal.kind is ActorKind.STATE and _stands_alone(phrase):
        return None, country
    if principal is None or principal.kind is ActorKind.STATE:
        principal = _department(board, phrase, country) or principal
    return principal, country


def _of_state(phrase: OfficePhrase) -> bool:
    """Whether such an office of a nationality is one of the state: "Bolivian customs chief"."""
    return phrase.head.group in GOVERNMENT_CLASSES or phrase.head.noun in STATE_HEADS


def _of_people(board: Board, phrase: OfficePhrase) -> bool:
    """ "the Turkish Cypriot leader", "the Bosnian-Serb chief": two nationalities name a people, no state."""
    shown = [unit for unit in phrase.before if is_country(unit)]
    for one, two in pairwise(shown):
        between = [board.lower(k) for k in range(one.last, two.first)]
        differ = one.chunk is not None and two.chunk is not None and one.chunk.value != two.chunk.value
        if differ and all(word in ("-", "–") for word in between):
            return True
    return False


def _is_field(phrase: OfficePhrase, unit: Unit, draft: Draft) -> bool:
    """ "Transport" of "minister of Transport", also where the document has a body of that name."""
    plain = draft.kind is ActorKind.ORGANISATION and draft.subtype is None and unit.chunk is None
    return plain and phrase.head.group == "minister" and any(found is unit for name, found in phrase.after if name == "of")


def _stands_alone(phrase: OfficePhrase) -> bool:
    """Whether a nationality before such a word is where the person comes from, no state served: "a Danish judge",
    "the Uruguayan facilitator"."""
    return phrase.head.group in NO_SERVICE or phrase.head.noun in GO_BETWEEN


def _department(board: Board, phrase: OfficePhrase, country: str | None) -> Draft | None:
    """The State Department for its deputy, under and assistant secretaries, if the document names it."""
    words = [board.lower(k) for k in range(phrase.title, phrase.stop)]
    below = DEPUTY_WORDS & {part for word in words for part in word.split("-")} or words[-3:-2] == ["undersecretary"]
    return (
        board.named.get("State Department") if below and words[-2:] == ["of", "state"] and country in (None, "US") else None
    )


def serves(phrase: OfficePhrase, preposition: str) -> bool:
    """Whether the noun behind this preposition is who is served ("of X", "aide to X"), not a field or a destination."""
    if preposition in ("of", "at"):
        return True
    if preposition == "in":
        shown = [unit for unit in (*phrase.before, phrase.possessor) if unit is not None and is_country(unit)]
        return not shown and not any(earlier == "of" for earlier, _ in phrase.after)
    if preposition == "for":
        return phrase.head.group in ("speaker", "law", "press")
    return preposition == "to" and phrase.head.group in ("adviser",)


def is_country(unit: Unit) -> bool:
    """Whether the words are a state's name, adjective, capital or seat."""
    return unit.chunk is not None and len(unit.chunk.value) == 2 and unit.chunk.kind is not ChunkKind.BODY


def draft_of(board: Board, unit: Unit) -> Draft | None:
    """The actor behind a unit inside an office phrase; for "Russian" the state, if the document names it."""
    if is_country(unit) and unit.chunk is not None:
        return board.named.get(unit.chunk.value)
    return board.at.get(unit.first)
