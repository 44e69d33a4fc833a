"""Ties office phrases to the persons who hold them: before the name, behind it, by apposition, by "is"."""

from collections.abc import Callable

from communique.extract.actors.draft import Board, Draft, DraftOffice
from communique.extract.actors.office_phrase import OfficePhrase
from communique.extract.actors.principal import draft_of, is_country, owner_of, principal_of
from communique.extract.actors.unit_kind import Unit
from communique.lexicon.office import GOVERNMENT_CLASSES, HONORIFICS, OFFICE_CLASSES, title_nouns
from communique.model import ActorKind, NameKind, Span

QUOTES = frozenset({'"', "'", "''", "``"})
CLOSING = frozenset({",", ".", ";", ")", '"', "-", "–", "—", ":", "of", "from", "who"})
BARE_TITLES = frozenset({"sheikh", "sheikha", "prince", "princess"})
LISTING = frozenset({",", "and", "of", "from", "the", "'s"})
COPULAS = frozenset({"be", "become", "remain", "serve"})
SERVES_A_BODY = GOVERNMENT_CLASSES | {"head", "speaker", "official", "law"}
SENDING = frozenset({"send", "appoint", "name", "dispatch", "nominate"})
ACROSS = frozenset(
    {"counterpart", "rival", "opponent", "adversary", "host", "guest", "ally"}
)  # of another state than the owner
OFFICE_ONLY = frozenset({"member", "participant", "fisherman", "farmer", "friend"})


class Holders:
    """Links the phrases of one document."""

    def __init__(self, board: Board, phrases: list[OfficePhrase], units: list[Unit]) -> None:
        self.board = board
        self.phrases = phrases
        self.units = units
        self.groups: dict[int, list[Draft]] = {}
        self.persons = {i: draft for i, draft in board.at.items() if draft.kind is ActorKind.PERSON}
        self.linked: dict[int, Draft] = {}
        self.merged: dict[int, int] = {}

    def link(self) -> None:
        """Give every phrase that stands with a name to the person of that name; the sure patterns first."""
        ways: tuple[Callable[[OfficePhrase], Draft | None], ...] = (
            self._before_name, self._behind_name, self._before_comma, self._copular, self._appointed,
        )  # fmt: skip
        for way in ways:
            for number, phrase in enumerate(self.phrases):
                if number not in self.linked and not phrase.head.plural:
                    draft = way(phrase)
                    if draft is not None:
                        self.linked[number] = draft
        self._join_conjuncts()
        self._plural_offices()
        self._move_short_names()
        for number in sorted(self.linked):
            if number - 1 not in self.merged:
                self._give(number)
        self._belongs()

    def link_pronouns(self) -> None:
        """ "(he is the new ambassador)": offices said of a pronoun, once pronouns are known."""
        self.persons = {i: draft for i, draft in self.board.at.items() if draft.kind is ActorKind.PERSON}
        for number, phrase in enumerate(self.phrases):
            if number not in self.linked and not phrase.head.plural and self.board.at.get(phrase.at) is None:
                draft = self._copular(phrase)
                if draft is not None:
                    self.linked[number] = draft
                    self._give(number)
        for number, draft in self.linked.items():
            self._possessed(self.phrases[number], draft)

    def _possessed(self, phrase: OfficePhrase, draft: Draft) -> None:
        """ "his adviser NAME", "its president, NAME": the one meant is served, and his state too."""
        owner = owner_of(self.board, phrase)
        if owner is None or owner is draft or phrase.possessor is not None:
            return
        if phrase.head.noun in ACROSS:
            return
        draft.country = draft.country or owner.country
        person = owner.kind is ActorKind.PERSON
        serving = ("adviser", "speaker", "envoy") if person else SERVES_A_BODY
        span = self.board.analysis.span(phrase.title, phrase.last)
        for office in draft.offices:
            if span in office.spans and office.principal is None and office.group in serving:
                office.principal = owner

    def _person_at(self, i: int) -> Draft | None:
        """The person whose name starts at token `i`."""
        draft = self.persons.get(i)
        return draft if draft is not None and self.persons.get(i - 1) is not draft else None

    def _before_name(self, phrase: OfficePhrase) -> Draft | None:
        """ "Foreign Minister [Prince] NAME"."""
        k = phrase.last
        while self.board.lower(k) in HONORIFICS or (k < len(self.board.words) and self.board.words[k] in QUOTES):
            k += 1
        if k > phrase.last + 2 or self._new_line(phrase.last - 1, k):
            return None
        if self.board.lower(phrase.last - 1) in ("president", "prime") and self.board.lower(k - 1) == ",":
            return None
        return self._person_at(k)

    def _new_line(self, first: int, last: int) -> bool:
        analysis = self.board.analysis
        return last < len(analysis) and "\n" in analysis.text[analysis.ends[first] : analysis.starts[last]]

    def _behind_name(self, phrase: OfficePhrase) -> Draft | None:
        """ "NAME, [45,] the minister" and "NAME (the minister)", "NAME, who is the minister"."""
        words, k = self.board.words, phrase.first - 1
        if k > 0 and words[k].casefold() in ("then", "currently", "now", "also", "long"):
            k -= 1
        if k > 2 and words[k] in ("is", "was", "'s") and words[k - 1].casefold() in ("who", "he", "she"):
            k -= 2
        if k < 1 or words[k] not in (",", "(", "-", "–", "—") or self._new_line(k - 1, phrase.first):
            return None
        if words[k] in ("-", "–") and self.board.analysis.starts[k] == self.board.analysis.ends[k - 1]:
            return None
        if words[k - 1].isdigit() and k > 2 and words[k - 2] == ",":
            k -= 2
        draft = self.persons.get(k - 1)
        if draft is None or self._person_at(phrase.last) is not None or self._is_list(phrase, k):
            return None
        if self._owns(phrase) or self._opens_clause(phrase):
            return None
        return draft

    def _owns(self, phrase: OfficePhrase) -> bool:
        """ "NAME, the president's envoy": the president is somebody else."""
        last = phrase.last
        return last < len(self.board.words) and (
            self.board.analysis.tags[last] == "POS" or self.board.words[last] in ("'s", "’s")
        )

    def _opens_clause(self, phrase: OfficePhrase) -> bool:
        """ "After an hour with NAME, the minister looked pale": the subject of what follows, not who NAME is."""
        analysis, last = self.board.analysis, phrase.last
        goes_on = last < len(self.board.words) and analysis.heads[phrase.at] >= last
        return goes_on and analysis.deps[phrase.at] == "nsubj" and self.board.words[last] not in CLOSING

    def _is_list(self, phrase: OfficePhrase, comma: int) -> bool:
        """Whether the phrase is the next item of a list of people ("X, the president and Y")."""
        board = self.board
        if board.words[comma] != ",":
            return False
        bare = not phrase.determiner and phrase.possessor is None
        more = board.lower(phrase.last) == "and" and self.persons.get(phrase.last + 1) is not None
        earlier = board.lower(comma - 1) and any(board.lower(k) == "," for k in range(max(0, comma - 4), comma - 1))
        return more and not bare and bool(earlier)

    def _before_comma(self, phrase: OfficePhrase) -> Draft | None:
        """ "his American counterpart, NAME": a definite phrase, a comma, a name."""
        words, comma = self.board.words, phrase.last
        if comma < len(words) and self.board.analysis.tags[comma] in ("VBN", "WDT", "WP"):
            comma = next((k for k in range(comma, min(comma + 7, len(words))) if words[k] == ","), len(words))
        if comma + 1 >= len(words) or words[comma] != ",":
            return None
        start = comma + 1 + (self.board.lower(comma + 1) in HONORIFICS)
        draft = self._person_at(start)
        if draft is None or not phrase.definite or self._new_line(phrase.last - 1, start):
            return None
        end = start
        while self.persons.get(end) is draft:
            end += 1
        closes = end >= len(self.board.words) or self.board.words[end] in CLOSING
        return draft if closes or phrase.head.group == "counterpart" else None

    def _copular(self, phrase: OfficePhrase) -> Draft | None:
        """ "NAME is / became the minister"."""
        analysis = self.board.analysis
        verb = analysis.heads[phrase.at]
        if analysis.deps[phrase.at] == "pobj" and self.board.lower(verb) == "as":
            verb = analysis.heads[verb]
            if analysis.lemmas[verb] != "serve":
                return None
        elif analysis.deps[phrase.at] != "attr" or analysis.lemmas[verb] not in COPULAS:
            return None
        return self._subject(verb, ("nsubj",))

    def _appointed(self, phrase: OfficePhrase) -> Draft | None:
        """ "NAME was appointed [as] ambassador"."""
        analysis = self.board.analysis
        verb = analysis.heads[phrase.at]
        if analysis.pos[verb] == "ADP" and self.board.lower(verb) == "as":
            verb = analysis.heads[verb]
        if analysis.lemmas[verb] not in ("appoint", "name", "elect", "nominate", "confirm", "designate"):
            return None
        return self._subject(verb, ("nsubjpass",))

    def _subject(self, verb: int, labels: tuple[str, ...]) -> Draft | None:
        analysis = self.board.analysis
        for child in analysis.children(verb):
            if analysis.deps[child] in labels:
                appositions = [k for k in analysis.children(child) if analysis.deps[k] == "appos"]
                return next((found for k in (child, *appositions) if (found := self.persons.get(k))), None)
        return None

    def _join_conjuncts(self) -> None:
        """ "a journalist and opposition leader NAME": the first of two joined offices belongs to the same person."""
        for number, phrase in enumerate(self.phrases[:-1]):
            after = self.phrases[number + 1]
            joined = self.board.lower(phrase.last) == "and" and phrase.last + 1 == after.first and not after.determiner
            stacked = self.board.lower(phrase.last) == "," and phrase.last + 1 == after.first and not after.determiner
            if (not joined and not stacked) or phrase.head.plural or after.head.plural:
                continue
            one, two = self.linked.get(number), self.linked.get(number + 1)
            if one is None and two is not None and not self._is_apposition(phrase):
                self.linked[number] = two
            elif two is None and one is not None and self._person_at(after.last) is None:
                self.linked[number + 1] = one
            if joined and self.linked.get(number) is self.linked.get(number + 1) is not None:
                self.merged[number] = number + 1

    def _plural_offices(self) -> None:
        """ "the foreign ministers, X of A and Y of B", "Presidents X and Y": each holds the office."""
        for number, phrase in enumerate(self.phrases):
            if not phrase.head.plural or phrase.head.group not in OFFICE_CLASSES | {"head", "expert"}:
                continue
            k = phrase.last + (self.board.lower(phrase.last) in (",", ":", "-", "–", "—"))
            people = self._listed(k)
            if len(people) < 2 or (k > phrase.last and not phrase.definite):
                continue
            span = self.board.analysis.span(phrase.title, phrase.last)
            title = self.board.analysis.words(phrase.title, phrase.last)
            principal, country = principal_of(self.board, phrase)
            for draft in people:
                draft.offices.append(DraftOffice(title, [span], phrase.status, phrase.head.group, principal))
                draft.country = draft.country or country
            self.groups[number] = people

    def _listed(self, k: int) -> list[Draft]:
        """Persons from token `k`, joined by commas and "and", each with "of COUNTRY" or the like."""
        found: list[Draft] = []
        start = k
        while k < len(self.board.words):
            draft = self.persons.get(k)
            if draft is not None:
                if draft not in found:
                    found.append(draft)
            elif (self.board.lower(k) not in LISTING and k not in self.board.at) or (not found and k - start > 4):
                break
            k += 1
        return found

    def _move_short_names(self) -> None:
        """ "X, the minister": a family name alone belongs to the bearer who has that office, not to the nearest one."""
        heads: dict[int, set[str]] = {}
        for number, draft in self.linked.items():
            if len(self._name_before(self.phrases[number])) != 1:
                heads.setdefault(id(draft), set()).add(self.phrases[number].head.noun)
        for draft in self.persons.values():
            for office in draft.offices:
                heads.setdefault(id(draft), set()).update(title_nouns(office.title))
        for number, draft in list(self.linked.items()):
            phrase, words = self.phrases[number], self._name_before(self.phrases[number])
            if len(words) != 1 or phrase.head.noun in heads.get(id(draft), ()):
                continue
            kin = {
                d for d in self.persons.values() if d is not draft and d.words and d.words[-1] == self.board.words[words[0]]
            }
            fitting = [d for d in kin if phrase.head.noun in heads.get(id(d), ())]
            if len(fitting) == 1:
                self._move(words[0], draft, fitting[0])
                self.linked[number] = fitting[0]

    def _name_before(self, phrase: OfficePhrase) -> list[int]:
        """Tokens of the name behind whose comma the phrase stands; [] where it stands otherwise."""
        k = phrase.first - 2
        draft = self.persons.get(k)
        found: list[int] = []
        while draft is not None and self.persons.get(k) is draft:
            found.append(k)
            k -= 1
        return found if self.board.lower(phrase.first - 1) == "," else []

    def _move(self, token: int, old: Draft, new: Draft) -> None:
        span = self.board.analysis.span(token, token + 1)
        if len(old.mentions) > 1 and span in old.mentions:
            new.add(span, old.mentions.pop(span))
            self.board.at[token] = new

    def _belongs(self) -> None:
        """ "Commodore X of the Y navy", "X of Z": the state or body after the name."""
        units = {unit.first: unit for unit in self.units}
        for unit in self.units:
            owned = self.persons.get(unit.last + 1) if self.board.lower(unit.last) == "'s" else None
            if owned is not None and is_country(unit) and unit.chunk is not None and owned.country is None:
                owned.country = unit.chunk.value
        for k, draft in self.persons.items():
            if self.persons.get(k + 1) is draft or self.board.lower(k + 1) not in ("of", "from"):
                continue
            place = units.get(k + 2) or (units.get(k + 3) if self.board.lower(k + 2) == "the" else None)
            body = draft_of(self.board, place) if place is not None else self.board.at.get(k + 3)
            if body is None or body.kind not in (ActorKind.STATE, ActorKind.ORGANISATION) or body.country is None:
                continue
            draft.country = draft.country or body.country
            for office in draft.offices:
                if office.principal is None and office.group in OFFICE_CLASSES:
                    office.principal = body

    def _sender(self, k: int) -> Draft | None:
        """ "the head of the delegation sent by X", "an official appointed by the president of Y": who sent him."""
        if k + 2 >= len(self.board.words) or self.board.analysis.lemmas[k] not in SENDING or self.board.lower(k + 1) != "by":
            return None
        return next((self.board.at[i] for i in range(k + 2, min(k + 6, len(self.board.words))) if i in self.board.at), None)

    def _is_apposition(self, phrase: OfficePhrase) -> bool:
        """Whether the phrase stands behind a name and a comma already."""
        return self.board.lower(phrase.first - 1) == "," and self.persons.get(phrase.first - 2) is not None

    def _give(self, number: int) -> None:
        """Record the office, the principal and the state it shows; two joined offices are one title."""
        phrase, draft = self.phrases[number], self.linked[number]
        self.board.titles[phrase.at] = draft
        principal, country = principal_of(self.board, phrase)
        last = phrase.last
        if number in self.merged:
            second = self.phrases[self.merged[number]]
            last = second.last
            also, land = principal_of(self.board, second)
            principal, country = principal or also, country or land
        sender = self._sender(last) if principal is None else None
        principal, country = principal or sender, country or (sender.country if sender is not None else None)
        title = self.board.analysis.words(phrase.title, last)
        span = self.board.analysis.span(phrase.title, last)
        if phrase.head.group == "counterpart" and not phrase.after:
            describe(self.board, draft, phrase)
        if title.casefold() in BARE_TITLES:
            draft.gender = draft.gender or phrase.head.gender
            return
        for office in draft.offices:
            if office.title == title:
                office.spans.append(span)
                break
        else:
            draft.offices.append(DraftOffice(title, [span], phrase.status, phrase.head.group, principal))
        if draft.country is None and country is not None:
            draft.country = country
        if not draft.gender:
            draft.gender = phrase.head.gender


def describe(board: Board, draft: Draft, phrase: OfficePhrase) -> None:
    """Record the phrase without its article as a description of the actor."""
    first = phrase.title
    span: Span = board.analysis.span(first, phrase.last)
    draft.add(span, NameKind.DESCRIPTION)
    for i in range(first, phrase.last):
        board.at.setdefault(i, draft)
