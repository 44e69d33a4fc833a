"""Organisations across documents: by usual name, by name without legal form, ministries by field and state."""

from collections.abc import Collection, Sequence

from communique.lexicon.body import body_by_name
from communique.lexicon.country import country_by_adjective, country_by_name
from communique.model import ActorKind, Judgement, LocalActor, Reason, Verdict
from communique.resolve.actors.card import judgement, surfaces
from communique.resolve.name import body_words

GENERIC = frozenset({"ministry", "parliament", "agency", "military", "party"})


def judge_bodies(actors: Sequence[LocalActor]) -> list[Judgement]:
    """Judgements on organisations: each is linked to the first that shares a key and no other state."""
    first: dict[tuple[str, ...], list[LocalActor]] = {}
    states: dict[tuple[str, ...], set[str]] = {}
    for actor in actors:
        for key in keys(actor) if actor.kind is ActorKind.ORGANISATION and actor.country is not None else ():
            states.setdefault(key, set()).add(actor.country or "")
    found = []
    for actor in actors:
        if actor.kind is not ActorKind.ORGANISATION or actor.subtype == "government":
            continue
        for key in keys(actor):
            earlier = next((other for other in first.get(key, ()) if fits(actor, other, states.get(key, set()))), None)
            if earlier is not None:
                score = 0.95 if actor.country == earlier.country else 0.85
                reasons = (Reason("name_equal", " ".join(key[1:]), 0.9),)
                found.append(judgement(actor.id, earlier.id, Verdict.SAME, score, reasons, "body"))
                break
        for key in keys(actor):
            row = first.setdefault(key, [])
            if all(other.country != actor.country for other in row):
                row.append(actor)
    return found


def keys(actor: LocalActor) -> list[tuple[str, ...]]:
    """Block keys, best first: usual name of a known body, field of a ministry, words of each name."""
    found: list[tuple[str, ...]] = []
    for name in dict.fromkeys((actor.name, *surfaces(actor))):
        body = body_by_name(name)
        if body is not None:
            found.append(("known", body.name))
            continue
        field = ministry_field(name)
        if field is not None:
            found.append(("ministry", field))
        else:
            words = tuple(word for word in body_words(name) if word != "s")
            if len("".join(words)) > 1:
                found.append(("words", *words))
    return list(dict.fromkeys(found))


def fits(one: LocalActor, two: LocalActor, states: Collection[str]) -> bool:
    """Whether the states allow it: no two different ones; "the foreign ministry" of no named state is that of another
    document only where the coverage knows such ministries of one state at most.

    Args:
        states: codes of the states that the coverage names with bodies of that key.
    """
    if one.country is not None and two.country is not None:
        return one.country == two.country
    generic = one.subtype in GENERIC or two.subtype in GENERIC
    return not generic or len(states) < 2 or body_by_name(one.name) is not None


def ministry_field(name: str) -> str | None:
    """ "foreign" for "Ministry of Foreign Affairs" and "Russian Foreign Ministry"; None for other bodies."""
    words = name.replace("’", "'").replace("'s", " ").replace(".", "").casefold().split()
    if "ministry" not in words:
        return None
    skip = {"the", "of", "and", "affairs", "ministry", "for"}
    rest = [w for w in words if w not in skip and country_by_adjective(w) is None and country_by_name(w) is None]
    return {"external": "foreign", "defense": "defence"}.get(rest[0], rest[0]) if rest else None
