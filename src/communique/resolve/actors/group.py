"""Governments named after a person, groups of known members, offices without a name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from communique.lexicon.country import country_by_adjective, country_by_name
from communique.lexicon.office import GO_BETWEEN, STATUS_WORDS, office_head, title_groups, title_head
from communique.model import ActorKind, Judgement, LocalActor, NameKind, Reason, Verdict
from communique.resolve.actors.card import judgement

HEADS_OF_STATE = frozenset({"president", "premier", "chancellor", "king", "queen", "emir", "sultan", "pope"})
SKIPPED = frozenset({*STATUS_WORDS, "the", "new", "top", "country's", "own", "current"})
NAMED_GROUPS = frozenset({"officials", "media"})


def judge_governments(actors: Sequence[LocalActor], leader: Mapping[str, str]) -> list[Judgement]:
    """ "the X administration" is the state that X serves by the word of any document; else it is joined by name.

    Args:
        leader: id of the first member of each actor's group, as judged so far.
    """
    countries: dict[str, set[str]] = defaultdict(set)
    former: set[str] = set()
    by_name: dict[str, str] = {}
    state: dict[str, str] = {}
    for actor in actors:
        if actor.kind is ActorKind.PERSON and actor.country is not None:
            countries[leader[actor.id]].add(actor.country)
        if actor.kind is ActorKind.PERSON and any(office.status == "former" for office in actor.offices):
            former.add(leader[actor.id])
        if actor.kind is ActorKind.STATE and actor.country is not None:
            state.setdefault(actor.country, actor.id)
            for mention in actor.mentions:
                if mention.kind is NameKind.DESCRIPTION:
                    by_name.setdefault(_key(mention.evidence.quote), actor.id)
    _by_service(actors, leader, countries)
    found = []
    for actor in actors:
        if actor.kind is not ActorKind.ORGANISATION or actor.subtype != "government":
            continue
        head = leader.get(actor.principal or "", "")
        known = countries[head] if head and head not in former else set()
        code = next(iter(known)) if len(known) == 1 else None
        if code in state:
            reasons = (Reason("government_of", f"{actor.name}: {code}", 0.7),)
            found.append(judgement(actor.id, state[code], Verdict.SAME, 0.8, reasons, "government"))
            continue
        key = _key(actor.name)
        earlier = by_name.setdefault(key, actor.id)
        if earlier != actor.id:
            reasons = (Reason("name_equal", actor.name, 0.7),)
            found.append(judgement(actor.id, earlier, Verdict.SAME, 0.8, reasons, "government"))
    return found


def _by_service(actors: Sequence[LocalActor], leader: Mapping[str, str], countries: dict[str, set[str]]) -> None:
    """Add to a person's states those of the advisers, envoys and spokesmen that serve the person."""
    for actor in actors:
        for office in actor.offices:
            groups = title_groups(office.title)
            served = leader.get(office.principal or "")
            if served is not None and groups & {"adviser", "speaker", "envoy", "minister"}:
                known = countries.get(leader[actor.id], set())
                if len(known) == 1 and not countries[served]:
                    countries[served] |= known


def judge_groups(actors: Sequence[LocalActor], leader: Mapping[str, str]) -> list[Judgement]:
    """Groups that stand for the same actors, and officials or reporters of one state called the same."""
    first: dict[tuple[str, ...], str] = {}
    found = []
    for actor in actors:
        if actor.kind is not ActorKind.GROUP:
            continue
        if actor.stands_for:
            key = ("members", *sorted(leader.get(own, own) for own in actor.stands_for))
        elif actor.subtype in NAMED_GROUPS and actor.country is not None:
            key = ("name", actor.country, _key(actor.name))
        else:
            continue
        earlier = first.setdefault(key, actor.id)
        if earlier != actor.id:
            reasons = (Reason("same_members" if key[0] == "members" else "name_equal", actor.name, 0.7),)
            found.append(judgement(actor.id, earlier, Verdict.SAME, 0.8, reasons, "group"))
    return found


def judge_offices(actors: Sequence[LocalActor], leader: Mapping[str, str]) -> list[Judgement]:
    """An office without a name is the one person whom the coverage names in that very office of that state.

    Where it names several, or the words are too general ("the Danish official"), the pair is left to a person.

    Args:
        leader: id of the first member of each actor's group, as judged so far.
    """
    countries: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.country is not None:
            countries[leader[actor.id]].add(actor.country)
    exact: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    alike: dict[tuple[str, ...], str] = {}
    for actor in actors:
        if actor.kind is ActorKind.PERSON and actor.subtype is None:
            for office in actor.offices:
                if office.status in ("current", "acting"):
                    known = countries[leader[actor.id]]
                    for key in _office_keys(office.title, next(iter(known)) if len(known) == 1 else None):
                        exact[key].setdefault(leader[actor.id], actor.id)
                    alike.setdefault((actor.country or "", _noun(office.title)), actor.id)
    found = []
    for actor in actors:
        if actor.kind is not ActorKind.PERSON or actor.subtype != "office":
            continue
        holders = next((exact[key] for key in _office_keys(actor.name, actor.country) if key in exact), {})
        if not holders and _noun(actor.name) == "leader" and actor.country is not None:
            heads = [exact.get((actor.country, noun), {}) for noun in sorted(HEADS_OF_STATE)]
            holders = {own: one for found_in in heads for own, one in found_in.items()}
        own = alike.get((actor.country or "", _noun(actor.name))) if actor.country is not None else None
        if len(holders) == 1:
            holder = next(iter(holders.values()))
            reasons = (Reason("only_holder_named", actor.name, 0.7),)
            found.append(judgement(actor.id, holder, Verdict.SAME, 0.7, reasons, "office"))
        elif own is not None:
            reasons = (Reason("holds_that_office_elsewhere", actor.name, 0.3),)
            found.append(judgement(actor.id, own, Verdict.UNSURE, 0.5, reasons, "office"))
    return found


def _office_keys(title: str, country: str | None) -> list[tuple[str, ...]]:
    """What says which office it is: state and words for one of a state, the word alone for a go-between; [] if neither."""
    noun = _noun(title)
    if noun in GO_BETWEEN:
        return [("go-between",)]
    words = [word for word in title.casefold().replace("’", "'").split() if not _national(word) and word not in SKIPPED]
    if words and noun != words[-1] and office_head(words[-1]) == title_head(title):
        words[-1] = noun
    if country is None or not (len(words) > 1 or noun in HEADS_OF_STATE):
        return []
    return [(country, *words)]


def _national(word: str) -> bool:
    bare = word.removesuffix("'s").removesuffix("'").strip("\"',.")
    known = country_by_adjective(bare) or country_by_name(bare) or country_by_name(bare.upper())
    return word.endswith(("'s", "s'")) or known is not None


def _noun(title: str) -> str:
    head = title_head(title)
    return head.noun if head is not None else title.casefold()


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").replace("'s", "").removeprefix("the ").split())
