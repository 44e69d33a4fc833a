"""Descriptions without a name: offices alone, counterparts, groups of officials, both sides, nameless sources."""

from communique.extract.actors.cue import SPEECH_LEMMAS
from communique.extract.actors.draft import Board, Draft, DraftOffice
from communique.extract.actors.field import FIELDS
from communique.extract.actors.group import PAIR_WORDS, add_coordinated, add_group
from communique.extract.actors.holder import describe
from communique.extract.actors.office_pair import add_pair, add_pair_of_state
from communique.extract.actors.office_phrase import OfficePhrase
from communique.extract.actors.principal import owner_of, principal_of
from communique.extract.actors.side import DELEGATIONS
from communique.lexicon.office import ANONYMOUS_CLASSES, GO_BETWEEN, GOVERNMENT_CLASSES, OFFICE_CLASSES, title_nouns
from communique.model import ActorKind

GENERIC = {
    "diplomat": frozenset({"minister", "envoy", "official", "speaker"}),
    "official": frozenset({"minister", "envoy", "official", "adviser", "speaker", "head"}),
    "politician": frozenset({"leader", "minister", "legislator", "head", "local"}),
    "leader": frozenset({"leader", "royal", "head", "military"}),
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
TOP_GROUPS = frozenset({"leader", "royal", "minister"})
TOP_HEADS = frozenset({"president", "king", "queen", "emir", "pope", "premier", "chancellor"})
OFFICE_ADJECTIVES = frozenset(
    "foreign prime special presidential general military economic deputy vice national interior internal federal regional "
    "royal political diplomatic financial medical nuclear naval permanent supreme high former acting".split()
)
MIRRORS = frozenset({"counterpart", "colleague"})
BODIES = frozenset({ActorKind.STATE, ActorKind.GROUP})
DELEGATION_HEADS = frozenset({"head", "leader", "chief", "chairman", "chairwoman", "chair"})
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
        self.issuer = board.issuer()

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

    def settle_owned(self) -> None:
        """What only pronouns tell: "her Ugandan counterpart" is the one named, "its energy minister" serves the state."""
        for number, phrase in enumerate(self.phrases):
            if number in self.linked or phrase.head.plural or phrase.possessor is not None:
                continue
            owner = owner_of(self.board, phrase)
            if owner is None:
                continue
            if phrase.head.noun in MIRRORS:
                self._mirror(phrase, owner)
            elif owner.country is not None and owner.kind in BODIES and phrase.at not in self.board.at:
                self._of_owner(phrase, owner)

    def settle_homeless(self) -> None:
        """ "the prime minister of Chile" without a name and "Ada Moreno, Prime Minister" without a state are one, where the
        document has one of each for that office."""
        groups: dict[tuple[str, str], list[Draft]] = {}
        for draft, phrase in self.nameless:
            if draft in self.board.drafts and draft.country is not None and phrase.head.group in TOP_GROUPS:
                groups.setdefault((phrase.head.noun, phrase.head.group), []).append(draft)
        for (noun, group), nameless in groups.items():
            known = [own for own in self._people() if own.subtype is None and self._same_office(own, noun, group)]
            free = [own for own in known if own.country is None and self._now(own)]
            taken = {own.country for own in known}
            if len(free) == 1 and len({own.country for own in nameless}) == 1 and nameless[0].country not in taken:
                for draft in nameless:
                    self._become(draft, free[0])

    @staticmethod
    def _same_office(draft: Draft, noun: str, group: str) -> bool:
        return any(office.group == group and noun in title_nouns(office.title) for office in draft.offices)

    @staticmethod
    def _now(draft: Draft) -> bool:
        return any(office.status != "former" for office in draft.offices)

    def _become(self, nameless: Draft, person: Draft) -> None:
        """Give a person all that a nameless office has."""
        board = self.board
        board.drafts.remove(nameless)
        person.country, person.principal = nameless.country, person.principal or nameless.principal
        for span, kind in nameless.mentions.items():
            person.add(span, kind)
        person.offices.extend(nameless.offices)
        for i in [i for i, draft in board.at.items() if draft is nameless]:
            board.at[i] = person

    # ------------------------------------------------ one person

    def _mirror(self, phrase: OfficePhrase, owner: Draft) -> None:
        """Joins a counterpart to the one person of that state, or of another one, who holds an office like the owner's."""
        nameless = next((draft for draft, found in self.nameless if found is phrase), None)
        country = principal_of(self.board, phrase)[1]
        if owner.kind is not ActorKind.PERSON or (nameless is None and phrase.at in self.board.at):
            return
        fitting = [
            draft
            for draft in self._people()
            if draft is not owner and draft.subtype is None and self._opposite(draft, owner, country)
            and self._alike(draft, owner)
        ]  # fmt: skip
        if len(fitting) != 1:
            return
        if nameless is not None:
            self.board.drafts.remove(nameless)
            for i in [i for i, draft in self.board.at.items() if draft is nameless]:
                self.board.at[i] = fitting[0]
        fitting[0].country = fitting[0].country or country
        describe(self.board, fitting[0], phrase)

    @staticmethod
    def _opposite(draft: Draft, owner: Draft, country: str | None) -> bool:
        """Whether a person may be the owner's counterpart of a state: of it, or of none known where the two share an office."""
        if draft.country is None:
            return country is not None and any(
                one.title == two.title and set(one.spans) & set(two.spans) for one in draft.offices for two in owner.offices
            )
        return draft.country != owner.country and country in (None, draft.country)

    @staticmethod
    def _alike(draft: Draft, owner: Draft) -> bool:
        """Whether two persons hold, now, offices of one noun."""
        now, then = (
            {noun for office in found.offices if office.status != "former" for noun in title_nouns(office.title)}
            for found in (draft, owner)
        )
        return bool((now & then) - MIRRORS)

    def _of_owner(self, phrase: OfficePhrase, owner: Draft) -> None:
        """ "its energy minister": an office of the state that "its" means."""
        if phrase.head.group not in GOVERNMENT_CLASSES | {"official", "speaker"} or self._is_hypothetical(phrase):
            return
        principal = owner if owner.kind is ActorKind.STATE else self.board.named.get(owner.country or "")
        found = self._holder(phrase, principal, owner.country)
        if found is not None:
            describe(self.board, found, phrase)
        else:
            self._office(phrase, principal, owner.country)

    def _singular(self, phrase: OfficePhrase) -> None:
        principal, country = principal_of(self.board, phrase)
        generic = phrase.head.group in ("private", "press") and not phrase.definite
        found = self._holder(phrase, principal, country) if phrase.definite or not phrase.determiner else None
        found = found or self._delegation_head(phrase, country)
        if found is not None:
            describe(self.board, found, phrase)
            self._note_office(found, phrase, principal, country)
            return
        if generic or self._is_hypothetical(phrase):
            return
        known = phrase.head.group in OFFICE_CLASSES | {"head", "counterpart"} and (
            principal is not None or country is not None
        )
        if phrase.head.noun in GO_BETWEEN and phrase.determiner == "the":
            self._office(phrase, None, country)
        elif known and (phrase.definite or (not phrase.determiner and self._capital(phrase))):
            self._office(phrase, principal, country)
        elif phrase.head.group in ANONYMOUS_CLASSES | {"source", "head", "expert"} and self._speaks(phrase):
            self._anonymous(phrase, principal, country, ActorKind.PERSON)

    def _delegation_head(self, phrase: OfficePhrase, country: str | None) -> Draft | None:
        """ "the head of the Chilean delegation": whom the document calls its leader in other words."""
        words = {self.board.lower(k) for k in range(phrase.title, phrase.last)}
        if not phrase.definite or phrase.head.noun not in DELEGATION_HEADS or not words & DELEGATIONS:
            return None
        return self.board.leading.get(country) if country is not None else None

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
                foreign = country is None and self.issuer is not None and draft.country != self.issuer
                before.append((not self._same_noun(draft, phrase.head.noun), foreign, at - max(earlier), number, draft))
        if before:
            return min(before, key=lambda row: row[:4])[4]
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
        skip = {
            "new",
            "current",
            "former",
            "top",
            "senior",
            "then",
            "veteran",
            "'s",
            "own",
            "old",
            "first",
            "only",
            "chief",
            "guerrilla",
            "rebel",
        }
        plain = {self.board.lower(i) for i in range(phrase.title, phrase.at) if self._only_describes(i)}
        return {word for word in lower if word.isalpha()} - skip - plain

    def _only_describes(self, i: int) -> bool:
        """ "assertive" in "the assertive Turkish president": no part of the office."""
        analysis = self.board.analysis
        return analysis.tags[i] in ("JJ", "JJR", "JJS") and not self.board.words[i][0].isupper() and (
            self.board.lower(i) not in FIELDS | OFFICE_ADJECTIVES
        )  # fmt: skip

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
        somebody = phrase.determiner in ("a", "an") and phrase.title < phrase.at
        if dep == "nsubj" and somebody and phrase.head.group in ("official", "source", "envoy", "expert"):
            return True
        if dep in ("nsubj", "nsubjpass") and (analysis.lemmas[verb] in SPEECH_LEMMAS or phrase.head.group == "source"):
            return True
        before = self.board.lower(phrase.first - 1)
        return (before == "to" and self.board.lower(phrase.first - 2) == "according") or (
            before == "by" and phrase.head.group == "source"
        )

    def _anonymous(self, phrase: OfficePhrase, principal: Draft | None, country: str | None, kind: ActorKind) -> None:
        title = self.board.analysis.words(phrase.title, phrase.last)
        if principal is not None:
            country = country or principal.country
        draft = Draft(kind, title, "anonymous_source", country, principal, plural=kind is ActorKind.GROUP)
        draft.gender = phrase.head.gender
        if kind is ActorKind.PERSON:
            span = self.board.analysis.span(phrase.title, phrase.last)
            draft.offices.append(DraftOffice(title, [span], phrase.status, phrase.head.group, principal))
        self.board.new(draft)
        describe(self.board, draft, phrase)

    # ------------------------------------------------ groups

    def _plural(self, phrase: OfficePhrase) -> None:
        principal, country = principal_of(self.board, phrase)
        both = self.board.lower(phrase.first - 1) == "both"
        determiner = "both" if both else self.board.lower(phrase.first)
        pair = any(self.board.lower(i) in PAIR_WORDS for i in range(max(0, phrase.first - 1), phrase.at))
        served = principal is not None and principal.kind is ActorKind.ORGANISATION  # "the leaders of the bloc"
        known = country is None and not served and determiner in ("the", "both", "their")
        if phrase.head.group in DELEGATE_GROUPS and known:
            alike = GENERIC.get(phrase.head.noun, frozenset())
            add_pair(self.board, phrase, alike if pair else None)
            return
        if pair and country is not None and add_pair_of_state(self.board, phrase, country):
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
            add_coordinated(self.board, phrase, subtype)
        elif phrase.head.group in ANONYMOUS_CLASSES | {"source"} and self._speaks(phrase):
            self._anonymous(phrase, principal, country, ActorKind.GROUP)
