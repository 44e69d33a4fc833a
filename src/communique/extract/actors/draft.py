"""Actors while they are being found: mutable, joined at the end into `LocalActor`s."""

from dataclasses import dataclass, field

from communique.lexicon.country import country_by_capital
from communique.model import ActorKind, Analysis, NameKind, Span

ISSUING = frozenset({"ministry", "government", "presidency", "embassy"})


@dataclass(eq=False, slots=True)
class DraftOffice:
    """An office with the words it stands in."""

    title: str
    spans: list[Span]
    status: str
    group: str
    principal: "Draft | None" = None


@dataclass(eq=False, slots=True)
class Draft:
    """One actor of the document in the making. `gender`: "m", "f" or ""; `plural` says how pronouns refer to it."""

    kind: ActorKind
    name: str
    subtype: str | None = None
    country: str | None = None
    principal: "Draft | None" = None
    gender: str = ""
    plural: bool = False
    mentions: dict[Span, NameKind] = field(default_factory=dict)
    offices: list[DraftOffice] = field(default_factory=list)
    members: list["Draft"] = field(default_factory=list)
    words: tuple[str, ...] = ()

    def add(self, span: Span, kind: NameKind) -> None:
        """Record one place where the document refers to it."""
        self.mentions.setdefault(span, kind)

    def start(self) -> int:
        """Offset of the first mention."""
        return min(span.start for span in self.mentions)


@dataclass(eq=False, slots=True)
class Board:
    """What has been found so far in one document.

    Attributes:
        drafts: actors in the order they were found.
        at: the actor that a token belongs to as part of a mention.
        named: states by ISO code and bodies by their usual name.
        leading: persons said to lead the delegation of a state, by ISO code; None where two are.
        titles: head noun of an office that stands with a name -> the person ("leader" of "the leader, X, ...").
    """

    analysis: Analysis
    words: list[str]
    drafts: list[Draft] = field(default_factory=list)
    at: dict[int, Draft] = field(default_factory=dict)
    named: dict[str, Draft] = field(default_factory=dict)
    titles: dict[int, Draft] = field(default_factory=dict)
    leading: dict[str, Draft | None] = field(default_factory=dict)

    def mention(self, draft: Draft, first: int, last: int, kind: NameKind) -> None:
        """Give tokens [first, last) to an actor as a mention."""
        draft.add(self.analysis.span(first, last), kind)
        for i in range(first, last):
            self.at.setdefault(i, draft)

    def new(self, draft: Draft) -> Draft:
        """Put an actor on the board."""
        self.drafts.append(draft)
        return draft

    def main_states(self) -> frozenset[str]:
        """ISO codes of the two states that the document names most; none where the third is named as often as the second."""
        states = [draft for draft in self.drafts if draft.kind is ActorKind.STATE and draft.country]
        rows = sorted(((len(draft.mentions), draft.country or "") for draft in states), reverse=True)[:3]
        clear = len(rows) == 2 or (len(rows) == 3 and rows[1][0] > rows[2][0])
        return frozenset(code for _, code in rows[:2]) if clear else frozenset()

    def home(self) -> str | None:
        """ISO code of the state in whose capital the dateline stands, if the document speaks of that state: what bare
        institutions ("the Foreign Ministry") belong to."""
        place = (self.analysis.document.dateline or "").split(",")[0].strip()
        country = country_by_capital(place) or country_by_capital(place.title())
        return country.code if country is not None and country.code in self.named else None

    def issuer(self) -> str | None:
        """ISO code of the state whose ministry or office heads the document: "the minister" of a press release is its own."""
        top = self.analysis.starts[0] if self.words else 0
        for draft in self.drafts:
            first = min((span.start for span in draft.mentions), default=None)
            if draft.kind is ActorKind.ORGANISATION and draft.country is not None and first == top:
                return draft.country if draft.subtype in ISSUING else None
        return None

    def lower(self, i: int) -> str:
        """A token in lower case; "" outside the text."""
        return self.words[i].casefold() if 0 <= i < len(self.words) else ""
