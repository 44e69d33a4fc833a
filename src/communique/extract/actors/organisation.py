"""Organisations of one document: bodies the lexicon knows, names with an institution word, acronyms, ministries."""

import re

from communique.extract.actors.chunk import ChunkKind
from communique.extract.actors.draft import Board, Draft
from communique.extract.actors.unit_kind import Unit, UnitKind
from communique.lexicon.body import COMPANY_WORDS, MEDIA_WORDS, MINISTRY_WORDS, body_by_name
from communique.lexicon.country import country_by_adjective, country_by_name
from communique.lexicon.word_set import word_set
from communique.model import ActorKind, NameKind

STATE_BODIES = word_set("state_bodies")

SOCIETIES = frozenset({"Red Cross", "Red Crescent"})  # one in each country
MOVEMENT_WORDS = frozenset({"front", "movement", "militia", "brigades", "resistance", "insurgency", "guerrilla"})
ACRONYM = re.compile(r"[A-Z][A-Za-z&+-]{1,7}$")


def add_organisations(board: Board, units: list[Unit]) -> None:
    """Put organisations on the board with all their mentions."""
    found = Organisations(board, units)
    for unit in units:
        if unit.kind is UnitKind.ORGANISATION and unit.first not in board.at:
            found.add(unit)
    found.add_short_names(units)
    found.add_state_bodies(units)


class Organisations:
    """Organisations of one document by name."""

    def __init__(self, board: Board, units: list[Unit]) -> None:
        self.board = board
        self.by_name: dict[str, Draft] = {}
        self.start = {unit.first: unit for unit in units}
        self.end = {unit.last: unit for unit in units}

    def add(self, unit: Unit) -> None:
        """A unit that is an organisation, with an acronym in brackets behind it."""
        first, last = unit.first, unit.last
        nation = self.end.get(first) if unit.chunk is not None and unit.chunk.value in SOCIETIES else None
        society = unit.chunk is not None and unit.chunk.value in SOCIETIES and self.board.lower(last) == "society"
        last += society
        if self._country(nation) is not None and nation is not None:
            first = nation.first
            draft = self._named(first, last)
        elif society:
            draft = self._society(first, last)
        elif unit.chunk is not None and unit.chunk.kind is ChunkKind.BODY:
            draft = self._body(unit.chunk.value)
        else:
            draft = self._named(first, last)
        self.board.mention(draft, first, last, NameKind.NAME)
        self._bracketed(draft, last)

    def _society(self, first: int, last: int) -> Draft:
        """ "the Red Cross Society of X": the one of that country."""
        after = self.start.get(last - 1)
        rest = self.start.get(last + 1) or self.start.get(last + 2)
        country = self._country(rest) if self.board.lower(last) == "of" else None
        if country is None and after is not None:  # "Society of Peru" is one unit
            country = country_of(self.board.analysis.words(after.first, after.last))
        draft = self._ministry(self.board.analysis.words(first, last), country)
        draft.subtype = "international"
        return draft

    def _body(self, name: str) -> Draft:
        body = body_by_name(name)
        if name not in self.board.named:
            subtype = body.subtype if body is not None else None
            draft = Draft(ActorKind.ORGANISATION, name, subtype=subtype, country=body.country if body is not None else None)
            self.board.named[name] = self.board.new(draft)
            for alias in body.names if body is not None else ():
                self.by_name.setdefault(key(alias), draft)
        return self.board.named[name]

    def _named(self, first: int, last: int) -> Draft:
        name = " ".join(self.board.analysis.words(first, last).split())
        name = name.removeprefix("the ").removeprefix("The ")
        found = (
            self.by_name.get(key(name)) or self._by_acronym(name) or self._same_ministry(name) or self._by_head(first, name)
        )
        if found is None:
            found = self.board.new(Draft(ActorKind.ORGANISATION, name, subtype=subtype_of(name), country=country_of(name)))
            owner = self.end.get(first - 1) if self.board.lower(first - 1) == "'s" else None
            found.country = found.country or self._country(owner) or self._seat(last)
            if found.country is None and ministry_field(name) is not None:
                found.country = self._spoken_of(first)
        self.by_name.setdefault(key(name), found)
        found.country = found.country or country_of(name)
        return found

    def _same_ministry(self, name: str) -> Draft | None:
        """The only ministry of that field in the document, if either name leaves the country out."""
        field, country = ministry_field(name), country_of(name)
        if field is None:
            return None
        same = [draft for draft in self.board.drafts if ministry_field(draft.name) == field]
        fitting = [draft for draft in same if draft.country == country or country is None or draft.country is None]
        if len(fitting) != 1 or (len(same) > 1 and country is None):
            return None
        fitting[0].country = fitting[0].country or country
        if country is not None and country_of(fitting[0].name) is None:
            fitting[0].name = name
        return fitting[0]

    def _by_acronym(self, name: str) -> Draft | None:
        """A longer name whose capitals the acronym spells."""
        if not name.isupper() or " " in name or len(name) < 3:
            return None
        return next((draft for draft in self.by_name.values() if initials(draft.name) == name), None)

    def _by_head(self, first: int, name: str) -> Draft | None:
        """ "the Front" after "Front for Justice", "the Commission" after "European Commission": the one so headed."""
        if " " in name or self.board.lower(first - 1) != "the":
            return None
        same = {
            id(d): d
            for own, d in self.by_name.items()
            if " " in own and name.casefold() in (own.split()[0], own.split()[-1])
        }
        return next(iter(same.values())) if len(same) == 1 else None

    def _seat(self, last: int) -> str | None:
        """The state in "the Church in Ukraine", "the foreign ministry in Bamako"."""
        place = self.start.get(last + 1) if self.board.lower(last) in ("in", "of") else None
        if place is not None and place.chunk is not None and place.chunk.kind is ChunkKind.CAPITAL:
            return place.chunk.value if len(place.chunk.value) == 2 else None
        return self._country(place)

    def _bracketed(self, draft: Draft, last: int) -> None:
        """An acronym or second name in brackets belongs to the name before them."""
        words = self.board.words
        inside = self.start.get(last + 1) if last < len(words) and words[last] == "(" else None
        known = inside is not None and inside.chunk is not None
        if inside is not None and not known and words[inside.last : inside.last + 1] == [")"]:
            self.by_name.setdefault(key(" ".join(self.board.analysis.words(inside.first, inside.last).split())), draft)
        if last + 2 < len(words) and words[last] == "(" and words[last + 2] == ")" and ACRONYM.match(words[last + 1]):
            self.by_name[key(words[last + 1])] = draft
        short = words[last + 2] if words[last : last + 2] == [",", "or"] and last + 2 < len(words) else ""
        if short.isupper() and ACRONYM.match(short):
            self.by_name[key(short)] = draft

    def add_short_names(self, units: list[Unit]) -> None:
        """ "the Standard" after "The Savanna Standard"; a bracketed acronym wherever it stands."""
        tails: dict[str, Draft] = {}
        for name, draft in list(self.by_name.items()):
            words = name.split()
            if len(words) > 1 and draft.name[:1].isupper():
                tails.setdefault(words[-1], draft)
        self._join_openings()
        for unit in units:
            if unit.kind is not UnitKind.OTHER or unit.first in self.board.at:
                continue
            name = key(self.board.analysis.words(unit.first, unit.last))
            found = self.by_name.get(name) or self._opens(name)
            if found is None and self.board.lower(unit.first - 1) == "the":
                found = tails.get(name)
            if found is not None:
                self.board.mention(found, unit.first, unit.last, NameKind.NAME)

    def _opens(self, name: str) -> Draft | None:
        """The one company whose name begins with `name`."""
        companies = (d for d in self.board.drafts if d.subtype == "company" and d.kind is ActorKind.ORGANISATION)
        longer = [draft for draft in companies if key(draft.name).startswith(name + " ")]
        return longer[0] if len(longer) == 1 else None

    def _join_openings(self) -> None:
        """ "Marlowe" and "Marlowe Ports" after "Marlowe Ports Holding": the words a name opens with, where one name does."""
        for draft in [d for d in self.board.drafts if d.kind is ActorKind.ORGANISATION and d.subtype is None]:
            longer = self._opens(key(draft.name))
            if longer is not None and draft.start() > longer.start() and body_by_name(draft.name) is None:
                for span, kind in draft.mentions.items():
                    longer.add(span, kind)
                self.board.drafts.remove(draft)
                self.board.at.update({i: longer for i, found in self.board.at.items() if found is draft})

    def add_state_bodies(self, units: list[Unit]) -> None:
        """Ministries, parliaments, armies of a state in lower case: "Botswana's foreign ministry", "the Russian army"."""
        board = self.board
        for i in range(len(board.words)):
            if board.lower(i) not in STATE_BODIES or i in board.at or board.analysis.pos[i] not in ("NOUN", "PROPN"):
                continue
            if board.lower(i) == "ministry" or board.analysis.deps[i] != "compound":
                self._state_body(i)

    def _state_body(self, i: int) -> None:
        board, analysis = self.board, self.board.analysis
        first = i
        while (
            first > 0 and analysis.pos[first - 1] in ("NOUN", "ADJ", "PROPN") and first - 1 not in board.at and i - first < 4
        ):
            if self.end.get(first) is not None:
                break
            first -= 1
        owner = self.end.get(first) or (self.end.get(first - 1) if board.lower(first - 1) in ("'s", "'") else None)
        country = self._country(owner)
        last = i + 1
        if country is None and board.lower(last) == "of":
            after = self.start.get(last + 1) or self.start.get(last + 2)
            country = self._country(after) if after is not None and after.first - last <= 2 else None
        if country is None and board.lower(i) == "ministry":
            country = self._seat(last) or self._spoken_of(i)
        if country is None and (first == i or board.lower(i) != "ministry"):
            return
        name = analysis.words(first, last)
        if owner is not None and owner.last == first:
            first = owner.first
        if owner is not None:
            name = analysis.words(owner.first, last)
        place = f"{country or ''} {key(analysis.words(max(first, i - 2), last)).split()[-1]} {key(name).split()[-2:]}"
        draft = self.by_name.get(place) or self._ministry(name, country)
        self.by_name[place] = draft
        board.mention(draft, first, last, NameKind.NAME)

    def _spoken_of(self, i: int) -> str | None:
        """The state of the capital that opens the sentence ("In Lima, the ministry said"), the one state that the sentence
        names before token `i`, else that of the dateline's capital."""
        opening = self.board.analysis.sentences[self.board.analysis.sentence_of[i]][0]
        place = self.start.get(opening + 1) if self.board.lower(opening) == "in" else None
        if place is not None and place.chunk is not None and place.chunk.kind is ChunkKind.CAPITAL:
            return place.chunk.value if len(place.chunk.value) == 2 else None
        found: set[str | None] = set()
        for k in range(i - 1, self.board.analysis.sentences[self.board.analysis.sentence_of[i]][0] - 1, -1):
            draft = self.board.at.get(k)
            if draft is not None and draft.kind is ActorKind.STATE:
                found.add(draft.country)
        home = self.board.home()
        return next(iter(found)) if len(found) == 1 else home if not found or home in found else None

    def _ministry(self, name: str, country: str | None) -> Draft:
        """The body of that kind and country that is there already, else a new one."""
        tail = key(name).split()[-2:]
        for draft in self.board.drafts:
            same_kind = draft.kind is ActorKind.ORGANISATION and key(draft.name).split()[-2:] == tail and len(tail) == 2
            if same_kind and (country is None or draft.country in (None, country)):
                draft.country = draft.country or country
                return draft
        return self.board.new(Draft(ActorKind.ORGANISATION, name, subtype=subtype_of(name), country=country))

    def _country(self, unit: Unit | None) -> str | None:
        if unit is None or unit.chunk is None or unit.chunk.kind not in (ChunkKind.COUNTRY, ChunkKind.ADJECTIVE):
            return None
        return unit.chunk.value if len(unit.chunk.value) == 2 else None


def key(name: str) -> str:
    """Lower case, no article, no full stops."""
    plain = name.replace(".", "").casefold()
    return " ".join(plain.removeprefix("the ").split())


def initials(name: str) -> str:
    """Capitals of the words of a name."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def subtype_of(name: str) -> str | None:
    """What the words of a name say the organisation is."""
    words = key(name).split()
    if words[0] in MINISTRY_WORDS or words[-1] in MINISTRY_WORDS:
        return "ministry"
    if words[-1] in ("parliament", "assembly", "senate", "legislature"):
        return "parliament"
    if words[-1] in COMPANY_WORDS:
        return "company"
    if len(words) > 1 and {words[0], words[-1]} & MOVEMENT_WORDS:
        return "movement"
    if words[-1] in MEDIA_WORDS:
        return "media"
    return "party" if words[-1] == "party" else None


def ministry_field(name: str) -> str | None:
    """ "foreign" for "Ministry of Foreign Affairs" and "Russian Foreign Ministry"; None for other bodies."""
    words = [word for word in key(name).replace("'s", "").split() if word not in ("of", "affairs", "and")]
    if len(words) < 2 or "ministry" not in words:
        return None
    rest = [
        word
        for word in words
        if word != "ministry" and country_by_adjective(word) is None and country_by_name(word.title()) is None
    ]
    return {"external": "foreign", "defense": "defence"}.get(rest[-1], rest[-1]) if rest else None


def country_of(name: str) -> str | None:
    """The state whose adjective or name stands in the name of an organisation."""
    for word in name.split():
        country = country_by_adjective(word) or (country_by_name(word) if word[0].isupper() else None)
        if country is not None:
            return country.code
    return None


EXAMPLES = (("including",), ("such", "as"), ("like",), ("namely",))


def add_nationality(board: Board, units: list[Unit]) -> None:
    """ "American companies, including X and Y": the state of the organisations listed."""
    for unit in units:
        if unit.chunk is None or unit.chunk.kind is not ChunkKind.ADJECTIVE or len(unit.chunk.value) != 2:
            continue
        k = unit.last
        while k < len(board.words) and board.analysis.pos[k] in ("NOUN", "ADJ") and k - unit.last < 3:
            k += 1
        k += board.lower(k) == ","
        mark = next((m for m in EXAMPLES if tuple(board.lower(k + n) for n in range(len(m))) == m), None)
        if k == unit.last or mark is None:
            continue
        k += len(mark)
        while k < len(board.words) and (k in board.at or board.lower(k) in (",", "and", "or")):
            draft = board.at.get(k)
            if draft is not None and draft.kind is ActorKind.ORGANISATION and draft.country is None:
                draft.country = unit.chunk.value
            k += 1
