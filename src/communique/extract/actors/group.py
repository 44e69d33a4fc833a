"""Groups and what else refers without a name of its own: governments, the press, peoples, "the ministry"."""

from communique.extract.actors.draft import Board, Draft
from communique.extract.actors.office_phrase import OfficePhrase
from communique.extract.actors.unit_kind import Unit, UnitKind
from communique.lexicon.body import body_by_name
from communique.lexicon.country import country_by_adjective
from communique.lexicon.word_set import word_set
from communique.model import ActorKind, NameKind, Span

REBELS = frozenset({"rebels", "insurgents", "guerrillas", "movement"})
PAIR_WORDS = frozenset({"two", "both"})


def add_group(board: Board, name: str, members: list[Draft], first: int, last: int) -> Draft:
    """A group of known members: one actor for each set of members; without members one for each name."""
    names = {member.name for member in members}
    for draft in board.drafts:
        joint = draft.kind is ActorKind.GROUP and draft.subtype == "joint" and {m.name for m in draft.members} == names
        if joint and (members or draft.name.casefold() == name.casefold()):
            board.mention(draft, first, last, NameKind.DESCRIPTION)
            return draft
    draft = board.new(Draft(ActorKind.GROUP, name, "joint", plural=True, members=list(members)))
    board.mention(draft, first, last, NameKind.DESCRIPTION)
    return draft


def add_coordinated(board: Board, phrase: OfficePhrase, subtype: str) -> None:
    """ "Kenyan" in "senior Kenyan and Norwegian officials": officials too, found where the adjective stands."""
    first = phrase.title
    own = next((at for at in range(first, phrase.at) if country_by_adjective(board.words[at]) is not None), None)
    if own is None:
        return
    noun = board.analysis.words(own + 1, phrase.last)
    while first > 1 and board.lower(first - 1) in ("and", ",", "&"):
        country = country_by_adjective(board.words[first - 2])
        if country is None:
            return
        first -= 2
        if first in board.at:
            continue
        name = f"{board.words[first]} {noun}"
        same = (d for d in board.drafts if d.kind is ActorKind.GROUP and d.name.casefold() == name.casefold())
        draft = next(same, None) or board.new(Draft(ActorKind.GROUP, name, subtype, country.code, plural=True))
        board.mention(draft, first, first + 1, NameKind.DESCRIPTION)


def add_body_references(board: Board) -> None:
    """ "the ministry", "the bloc": the organisation of that head noun mentioned last before."""
    heads: dict[str, list[Draft]] = {}
    for draft in board.drafts:
        if draft.kind is ActorKind.ORGANISATION:
            body = body_by_name(draft.name)
            for word in (
                body.heads if body is not None else (draft.name.casefold().split()[-1], draft.name.casefold().split()[0])
            ):
                heads.setdefault(word, []).append(draft)
            for word in REBELS | {"group"} if draft.subtype == "movement" else ():
                if draft not in heads.setdefault(word, []):
                    heads[word].append(draft)
    for word in REBELS:  # "the rebels" of two movements are nobody's
        if len(heads.get(word, ())) > 1:
            del heads[word]
    for i in range(1, len(board.words)):
        found = heads.get(board.lower(i))
        if (
            not found
            or i in board.at
            or board.lower(i - 1) not in ("the", "this")
            or board.analysis.pos[i] not in ("NOUN", "PROPN")
        ):
            continue
        at = board.analysis.starts[i]
        following = board.analysis.pos[i + 1] if i + 1 < len(board.words) else ""
        last = {d: max((s.start for s in d.mentions if s.start < at), default=-1) for d in found}
        best = max(found, key=lambda d: last[d])
        if last[best] >= 0 and following not in ("NOUN", "PROPN") and board.lower(i + 1) != "of":
            board.mention(best, i, i + 1, NameKind.DESCRIPTION)


def add_governments(board: Board) -> None:
    """ "the Marlowe administration": the state of the person, if the document shows it, else a body of its own."""
    for i in range(1, len(board.words)):
        if board.lower(i) not in ("administration", "government", "cabinet", "regime"):
            continue
        owner = board.at.get(i - 1) or (board.at.get(i - 2) if board.lower(i - 1) in ("'s", "'") else None)
        if owner is None or owner.kind is not ActorKind.PERSON or i in board.at:
            continue
        first = min(k for k in range(max(0, i - 4), i) if board.at.get(k) is owner)
        span: Span = board.analysis.span(first, i + 1)
        state = board.named.get(owner.country or "")
        former = any(office.status == "former" for office in owner.offices) or board.lower(first - 1) == "former"
        if state is None or former:
            name = " ".join(board.analysis.text[span.start : span.end].split())
            same = next((d for d in board.drafts if d.subtype == "government" and d.name == name), None)
            state = same or board.new(Draft(ActorKind.ORGANISATION, name, "government", owner.country, owner))
        state.add(span, NameKind.DESCRIPTION)
        if len(owner.mentions) > 1:
            owner.mentions.pop(board.analysis.span(first, i - (board.lower(i - 1) in ("'s", "'"))), None)
        board.at.setdefault(i, state)


def add_press(board: Board) -> None:
    """ "the Russian press": the outlets of one state as a group."""
    for i in range(1, len(board.words)):
        if board.lower(i) not in ("press", "media", "newspapers", "reporters", "journalists") or i in board.at:
            continue
        country = country_by_adjective(board.words[i - 1])
        if country is None or board.analysis.pos[i + 1 : i + 2] in (("NOUN",), ("PROPN",)):
            continue
        same = [d for d in board.drafts if d.kind is ActorKind.GROUP and d.subtype == "media" and d.country == country.code]
        name = board.analysis.words(i - 1, i + 1)
        draft = same[0] if same else board.new(Draft(ActorKind.GROUP, name, "media", country.code, plural=True))
        board.mention(draft, i - 1, i + 1, NameKind.DESCRIPTION)


def add_peoples(board: Board, units: list[Unit]) -> None:
    """Plural proper nouns that name no state's people ("Kurds"): groups, one for each name."""
    found: dict[str, Draft] = {}
    for unit in units:
        if unit.kind is UnitKind.PEOPLE and unit.first not in board.at:
            name = board.analysis.words(unit.first, unit.last)
            if name not in found:
                found[name] = board.new(Draft(ActorKind.GROUP, name, "people", plural=True))
            board.mention(found[name], unit.first, unit.last, NameKind.NAME)


CREATING = frozenset({"create", "establish", "form", "set", "appoint", "launch", "found", "constitute"})
WORKING = frozenset({"working", "contact", "joint", "expert", "monitoring", "steering", "negotiating", "coordination"})
CREATED = word_set("created_bodies")


def add_created_bodies(board: Board) -> None:
    """Bodies that talks create: "agreed to set up a joint water commission"; "the commission" refers back to it."""
    analysis = board.analysis
    for i in range(len(board.words)):
        if analysis.lemmas[i] not in CREATED or i in board.at or analysis.deps[i] not in ("dobj", "nsubjpass"):
            continue
        verb = analysis.heads[i]
        if analysis.lemmas[verb] not in CREATING or (analysis.lemmas[verb] == "set" and board.lower(verb + 1) != "up"):
            continue
        first = i
        while (
            first > 0
            and first - 1 not in board.at
            and analysis.pos[first - 1] in ("ADJ", "NOUN", "PROPN", "PUNCT")
            and i - first < 5
        ):
            if analysis.pos[first - 1] == "PUNCT" and board.words[first - 1] != "-":
                break
            first -= 1
        working = {board.lower(k) for k in range(first, i)} & WORKING
        if first == i or (board.lower(i).startswith("group") and not working):
            continue
        name = analysis.words(first, i + 1)
        plural = analysis.tags[i] == "NNS"
        draft = board.new(Draft(ActorKind.ORGANISATION, name, "created_body", plural=plural))
        board.mention(draft, first, i + 1, NameKind.DESCRIPTION)
