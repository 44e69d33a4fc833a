"""The body that a person heads: "Brandt's department", "her ministry" said."""

from communique.lexicon.body import MINISTRY_WORDS
from communique.model import ActorKind, Analysis, DocumentActors, LocalActor

PERSONAL = frozenset({"office", "secretariat"})  # a person's own
EMPTY = frozenset({"and", "for", "of", "the"})
TITLES = frozenset({"chief", "deputy", "first", "head", "minister", "of", "secretary", "vice"})
SAME = {"defense": "defence", "foreign": "state", "affairs": "state", "external": "state"}


def headed_by(analysis: Analysis, actors: DocumentActors, head: int) -> LocalActor | None:
    """The ministry or department of the text that the person who stands before the noun heads; None where the text names none.

    Args:
        head: token of the noun ("department").
    """
    if analysis.lemmas[head] not in MINISTRY_WORDS - PERSONAL:
        return None
    owner = next((child for child in analysis.children(head) if analysis.deps[child] == "poss"), None)
    person = actors.at(analysis.span(owner, owner + 1)) if owner is not None else None
    if person is None or person.kind is not ActorKind.PERSON:
        return None
    known = {own.id: own for own in actors.actors}
    bodies = [own for own in actors.actors if own.kind is ActorKind.ORGANISATION and _words(own.name) & MINISTRY_WORDS]
    for office in person.offices:
        served = known.get(office.principal or "")
        if served in bodies:
            return served
    fields = {_field(word) for office in person.offices for word in _words(office.title)} - TITLES - EMPTY
    found = [own for own in bodies if fields & ({_field(word) for word in _words(own.name)} - MINISTRY_WORDS - EMPTY)]
    return found[0] if len(found) == 1 else None


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace("'s", "").split())


def _field(word: str) -> str:
    return SAME.get(word, word)
