"""Governments named after a person, groups of known members, offices without a name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from communique.lexicon.office import title_groups, title_head
from communique.model import ActorKind, Judgement, LocalActor, NameKind, Reason, Verdict
from communique.resolve.actors.card import judgement

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


def judge_offices(actors: Sequence[LocalActor]) -> list[Judgement]:
    """An office without a name may be held by a person whom another document names: unsure, for a person to settle.

    The holder at that document's date is not in its words, so no rule joins them.
    """
    holders: dict[tuple[str, str], list[LocalActor]] = defaultdict(list)
    for actor in actors:
        if actor.kind is ActorKind.PERSON and actor.subtype is None and actor.country is not None:
            for office in actor.offices:
                if office.status == "current":
                    holders[actor.country, _noun(office.title)].append(actor)
    found = []
    for actor in actors:
        if actor.kind is ActorKind.PERSON and actor.subtype == "office" and actor.country is not None:
            rows = holders.get((actor.country, _noun(actor.name)), [])
            if rows and rows[0].id != actor.id:
                reasons = (Reason("holds_that_office_elsewhere", f"{actor.name} / {rows[0].name}", 0.3),)
                found.append(judgement(actor.id, rows[0].id, Verdict.UNSURE, 0.5, reasons, "office"))
    return found


def _noun(title: str) -> str:
    head = title_head(title)
    return head.noun if head is not None else title.casefold()


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").replace("'s", "").removeprefix("the ").split())
