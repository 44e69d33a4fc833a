"""Descriptions without a name: offices alone, counterparts, groups of officials, both sides, nameless sources."""

from communique.extract.actors.draft import Board, Draft, DraftOffice
from communique.extract.actors.holder import describe, principal_of
from communique.extract.actors.office import OfficePhrase
from communique.extract.actors.unit import SPEECH_LEMMAS, Unit, UnitKind
from communique.lexicon.country import country_by_adjective
from communique.lexicon.office import ANONYMOUS_CLASSES, GOVERNMENT_CLASSES, OFFICE_CLASSES, title_nouns
from communique.lexicon.word_set import word_set
from communique.model import ActorKind, NameKind, Span

GENERIC = {
    "diplomat": frozenset({"minister", "envoy", "official", "speaker"}),
    "official": frozenset({"minister", "envoy", "official", "adviser", "speaker", "head"}),
    "politician": frozenset({"leader", "minister", "legislator", "head", "local"}),
    "leader": frozenset({"leader", "royal", "head"}),
    "envoy": frozenset({"envoy"}),
    "negotiator": frozenset({"envoy", "minister"}),
    "spokesman": frozenset({"speaker"}),
    "spokeswoman": frozenset({"speaker"}),
    "spokesperson": frozenset({"speaker"}),
    "monarch": frozenset({"royal"}),
    "lawmaker": frozenset({"legislator"}),
    "expert": frozenset({"expert"}),
    "analyst": frozenset({"expert"}),
    "academic": frozenset({"expert"}),
    "scholar": frozenset({"expert"}),
    "officer": frozenset({"military"}),
    "adviser": frozenset({"adviser"}),
    "advisor": frozenset({"adviser"}),
    "aide": frozenset({"adviser"}),
}
TOP_HEADS = frozenset({"president", "king", "queen", "emir", "pope", "premier", "chancellor"})
PAIR_WORDS = frozenset({"two", "both"})
DELEGATE_GROUPS = frozenset({"leader", "royal", "minister", "envoy", "head", "adviser", "official", "local"})


class References:
    """Settles the office phrases of one document that stand with no name."""

    def __init__(
        self, board: Board, phrases: list[OfficePhrase], linked: dict[int, Draft], groups: dict[int, list[Draft]]
    ) -> None:
        self.groups = groups
        self.board = board
        self.phrases = phrases
        self.linked = linked
        self.nameless: list[tuple[Draft, OfficePhrase]] = []

    def settle(self) -> None:
        """Go through the phrases in text order; what points at nobody known makes a new actor or is passed over."""
        for number, phrase in enumerate(self.phrases):
            if number in self.linked or phrase.at in self.board.at:
                continue
            if number in self.groups:
                title = self.board.analysis.words(phrase.title, phrase.last)
                add_group(self.board, title, self.groups[number], phrase.title, phrase.last)
            elif phrase.head.plural:
                self._plural(phrase)
            else:
                self._singular(phrase)

    # ------------------------------------------------ one person

    def _singular(self, phrase: OfficePhrase) -> None:
        principal, country = principal_of(self.board, phrase)
        generic = phrase.head.group in ("private", "press") and not phrase.definite
        found = self._holder(phrase, principal, country) if phrase.definite or not phrase.determiner else None
        if found is not None:
            describe(self.board, found, phrase)
            self._note_office(found, phrase, principal, country)
            return
        if generic or self._is_hypothetical(phrase):
            return
        known = phrase.head.group in OFFICE_CLASSES | {"head", "counterpart"} and (
            principal is not None or country is not None
        )
        if known and (phrase.definite or (not phrase.determiner and self._capital(phrase))):
            self._office(phrase, principal, country)
        elif phrase.head.group in ANONYMOUS_CLASSES | {"source", "head", "expert"} and self._speaks(phrase):
            self._anonymous(phrase, principal, country, ActorKind.PERSON)

    def _capital(self, phrase: OfficePhrase) -> bool:
        return self.board.words[phrase.at][0].isupper()

    def _is_hypothetical(self, phrase: OfficePhrase) -> bool:
        """ "as president", "to be president", "any minister": an office as such, not its holder."""
        before = self.board.lower(phrase.first - 1)
        return (
            before in ("as", "become", "be", "any", "no", "every", "each") or self.board.analysis.deps[phrase.at] == "attr"
        )

    def _holder(self, phrase: OfficePhrase, principal: Draft | None, country: str | None) -> Draft | None:
        """The person of the document whose office fits; of several the one mentioned last before the phrase."""
        at = self.board.analysis.starts[phrase.first]
        fitting = [draft for draft in self._people() if self._fits(draft, phrase, principal, country)]
        before = []
        for number, draft in enumerate(fitting):
            earlier = [span.start for span in draft.mentions if span.start < at]
            if earlier:
                before.append((not self._same_noun(draft, phrase.head.noun), at - max(earlier), number, draft))
        if before:
            return min(before, key=lambda row: row[:3])[3]
        exact = country is not None and phrase.head.group in ("leader", "royal", "minister") and len(fitting) == 1
        return fitting[0] if exact and phrase.definite else None

    @staticmethod
    def _same_noun(draft: Draft, noun: str) -> bool:
        """Whether an office of the person has this very head noun, not one of its kind."""
        return any(noun in title_nouns(office.title) for office in draft.offices)

    def _people(self) -> list[Draft]:
        return [draft for draft in self.board.drafts if draft.kind is ActorKind.PERSON]

    def _fits(self, draft: Draft, phrase: OfficePhrase, principal: Draft | None, country: str | None) -> bool:
        if (country is not None and draft.country != country) or not draft.offices:
            return False
        gender = phrase.head.gender
        if gender and draft.gender and draft.gender != gender:
            return False
        noun, words = phrase.head.noun, self._distinctive(phrase)
        for office in draft.offices:
            heads = title_nouns(office.title)
            same = noun in heads or office.group in GENERIC.get(noun, ())
            if not same or (phrase.status == "former" and office.status != "former"):
                continue
            if words and not words & set(office.title.casefold().replace("-", " ").split()):
                continue
            if principal is not None and principal.kind is not ActorKind.STATE and office.principal is not principal:
                continue
            return True
        return False

    def _distinctive(self, phrase: OfficePhrase) -> set[str]:
        """Modifiers that an office must share: "defence" of "the defence minister"; none for "the minister"."""
        units = {i for unit in phrase.before for i in range(unit.first, unit.last)}
        lower = [self.board.lower(i) for i in range(phrase.title, phrase.at) if i not in units]
        if phrase.possessor is not None:
            lower = [self.board.lower(i) for i in range(phrase.possessor.last + 1, phrase.at) if i not in units]
        skip = {"new", "current", "former", "top", "senior", "then", "veteran", "'s", "own", "old", "first", "only", "chief"}
        return {word for word in lower if word.isalpha()} - skip

    def _note_office(self, draft: Draft, phrase: OfficePhrase, principal: Draft | None, country: str | None) -> None:
        """A description that says more than the person's offices do is an office of its own."""
        if phrase.head.group not in OFFICE_CLASSES or (country is None and principal is None):
            return
        title = self.board.analysis.words(phrase.title, phrase.last)
        if all(title.casefold() != office.title.casefold() for office in draft.offices):
            span = self.board.analysis.span(phrase.title, phrase.last)
            draft.offices.append(DraftOffice(title, [span], phrase.status, phrase.head.group, principal))

    def _office(self, phrase: OfficePhrase, principal: Draft | None, country: str | None) -> None:
        """An office whose holder the document does not name."""
        title = self.board.analysis.words(phrase.title, phrase.last)
        for draft, earlier in self.nameless:
            same = earlier.head == phrase.head and draft.country == country and draft.subtype == "office"
            if same and self._distinctive(phrase) == self._distinctive(earlier):
                describe(self.board, draft, phrase)
                return
        draft = Draft(ActorKind.PERSON, title, "office", country, principal, phrase.head.gender)
        draft.offices.append(
            DraftOffice(
                title, [self.board.analysis.span(phrase.title, phrase.last)], phrase.status, phrase.head.group, principal
            )
        )
        self.nameless.append((self.board.new(draft), phrase))
        describe(self.board, draft, phrase)

    # ------------------------------------------------ nameless speakers

    def _speaks(self, phrase: OfficePhrase) -> bool:
        """Whether the phrase is the subject of a verb of speech or the source of "according to"."""
        analysis = self.board.analysis
        verb, dep = analysis.heads[phrase.at], analysis.deps[phrase.at]
        if dep in ("nsubj", "nsubjpass") and (analysis.lemmas[verb] in SPEECH_LEMMAS or phrase.head.group == "source"):
            return True
        before = self.board.lower(phrase.first - 1)
        return (before == "to" and self.board.lower(phrase.first - 2) == "according") or (
            before == "by" and phrase.head.group == "source"
        )

    def _anonymous(self, phrase: OfficePhrase, principal: Draft | None, country: str | None, kind: ActorKind) -> None:
        title = self.board.analysis.words(phrase.title, phrase.last)
        draft = Draft(kind, title, "anonymous_source", country, principal, plural=kind is ActorKind.GROUP)
        draft.gender = phrase.head.gender
        if kind is ActorKind.PERSON:
            draft.offices.append(
                DraftOffice(
                    title, [self.board.analysis.span(phrase.title, phrase.last)], phrase.status, phrase.head.group, principal
                )
            )
        self.board.new(draft)
        describe(self.board, draft, phrase)

    # ------------------------------------------------ groups

    def _plural(self, phrase: OfficePhrase) -> None:
        principal, country = principal_of(self.board, phrase)
        both = self.board.lower(phrase.first - 1) == "both"
        determiner = "both" if both else self.board.lower(phrase.first)
        pair = any(self.board.lower(i) in PAIR_WORDS for i in range(max(0, phrase.first - 1), phrase.at))
        if phrase.head.group in DELEGATE_GROUPS and country is None and determiner in ("the", "both", "their"):
            self._pair(phrase, pair)
            return
        if country is not None and phrase.head.group == "press":
            return
        if country is not None and (phrase.head.group in GOVERNMENT_CLASSES | {"official", "speaker", "source"}):
            subtype = "anonymous_source" if self._speaks(phrase) else "officials"
            title = self.board.analysis.words(phrase.title, phrase.last)
            same = [d for d in self.board.drafts if d.kind is ActorKind.GROUP and d.name.casefold() == title.casefold()]
            draft = (
                same[0] if same else self.board.new(Draft(ActorKind.GROUP, title, subtype, country, principal, plural=True))
            )
            describe(self.board, draft, phrase)
        elif phrase.head.group in ANONYMOUS_CLASSES | {"source"} and self._speaks(phrase):
            self._anonymous(phrase, principal, country, ActorKind.GROUP)

    def _pair(self, phrase: OfficePhrase, pair: bool) -> None:
        """ "the two presidents": the two persons of such an office mentioned last before, if there are just two."""
        at = self.board.analysis.starts[phrase.first]
        noun = phrase.head.noun
        fitting: list[tuple[int, Draft]] = []
        for draft in self._people():
            last = [span.start for span in draft.mentions if span.start < at]
            groups = {office.group for office in draft.offices}
            heads = {found for office in draft.offices for found in title_nouns(office.title)}
            if last and draft.subtype is None and (noun in heads or groups & GENERIC.get(noun, frozenset())):
                fitting.append((max(last), draft))
        fitting.sort(key=lambda row: -row[0])
        members = [draft for _, draft in fitting]
        if (not pair and len(members) != 2) or len(members) < 2:
            members = []
        if not members and not pair:
            return
        title = self.board.analysis.words(phrase.title, phrase.last)
        add_group(self.board, title, members[:2], phrase.title, phrase.last)


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


JOINT_NOUNS = word_set("joint_nouns")


def add_joint_sides(board: Board) -> None:
    """ "both sides", "the two countries": the two states spoken of together nearest before, if they are clear."""
    for i in range(1, len(board.words)):
        if board.lower(i) not in JOINT_NOUNS or i in board.at:
            continue
        first = i
        while (
            first > 0
            and (board.lower(first - 1) in PAIR_WORDS | {"the"} or board.analysis.pos[first - 1] == "ADJ")
            and i - first < 3
        ):
            first -= 1
        words = [board.lower(k) for k in range(first, i)]
        if not words or (
            not set(words) & PAIR_WORDS and not (words == ["the"] and board.lower(i) in ("sides", "parties", "delegations"))
        ):
            continue
        first += words[0] == "the"
        members = _two_states(board, first)
        add_group(board, board.analysis.words(first, i + 1), members, first, i + 1)


def _two_states(board: Board, i: int) -> list[Draft]:
    """The states of the sentence before and this one up to the place, if exactly two act there; else of the whole
    document, if two are named far more often than any other."""
    analysis = board.analysis
    here = analysis.sentence_of[i]
    for back in (0, 1, 2):
        start = analysis.sentences[max(0, here - back)][0]
        states: list[Draft] = []
        for k in range(start, i):
            draft = board.at.get(k)
            state = draft if draft is not None and draft.kind is ActorKind.STATE else None
            if draft is not None and draft.kind is ActorKind.PERSON and draft.country is not None:
                state = board.named.get(draft.country)
            if state is not None and state not in states:
                states.append(state)
        if len(states) == 2:
            return states
        if len(states) > 2:
            break
    ranked = sorted((d for d in board.drafts if d.kind is ActorKind.STATE), key=lambda d: -len(d.mentions))
    if len(ranked) >= 2 and (len(ranked) == 2 or len(ranked[1].mentions) >= 2 * len(ranked[2].mentions)):
        return ranked[:2]
    return []


def add_body_references(board: Board) -> None:
    """ "the ministry", "the bloc": the organisation of that head noun mentioned last before."""
    from communique.lexicon.body import body_by_name

    heads: dict[str, list[Draft]] = {}
    for draft in board.drafts:
        if draft.kind is ActorKind.ORGANISATION:
            body = body_by_name(draft.name)
            for word in (
                body.heads if body is not None else (draft.name.casefold().split()[-1], draft.name.casefold().split()[0])
            ):
                heads.setdefault(word, []).append(draft)
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
