"""Speakers named by "he" or "she" that reference resolution left open: the one person of the passage who can be meant.

A person is taken only where no second one of the passage fits; else the speaker stays words.
"""

from dataclasses import dataclass, field, replace

from communique.extract.quotations.content import Stretches
from communique.lexicon.name import given_name_gender
from communique.model import ActorKind, Analysis, DocumentActors, LocalActor, NameKind, Quotation, Span

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
TITLES = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "brother": "m", "king": "m", "prince": "m", "sheikh": "m",
    "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "madam": "f", "madame": "f", "lady": "f", "sister": "f",
    "queen": "f", "princess": "f", "dame": "f",
}  # fmt: skip
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
LOOK_BACK = 24


@dataclass(slots=True)
class Antecedents:
    """Looks up who is meant by a speaker's pronoun in one document."""

    analysis: Analysis
    actors: DocumentActors
    stretches: Stretches
    genders: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for actor in self.actors.actors:
            if actor.kind is ActorKind.PERSON:
                self.genders[actor.id] = self._gender(actor)

    def resolved(self, quotations: list[Quotation]) -> list[Quotation]:
        """The quotations, in text order, with open pronouns of one person resolved; the others as they are."""
        found: list[Quotation] = []
        for own in quotations:
            form = own.speaker_words[0].quote.lower() if len(own.speaker_words) == 1 else ""
            if own.speaker is None and own.speaker_kind == "unresolved" and form in {"he", "she"}:
                actor = self._meant(own.speaker_words[0].span, GENDERS[form])
                if actor is not None:
                    own = replace(own, speaker=actor, speaker_kind="resolved")
            found.append(self._heard(own))
        return found

    def _heard(self, own: Quotation) -> Quotation:
        """With the one person whom "told her" means; never the speaker."""
        form = own.addressee_words[0].quote.lower() if len(own.addressee_words) == 1 else ""
        if own.addressee is not None or form not in {"him", "her"} or own.speaker is None:
            return own
        return replace(own, addressee=self._meant(own.addressee_words[0].span, GENDERS[form], own.speaker))

    def _meant(self, pronoun: Span, gender: str, never: str | None = None) -> str | None:
        """The one person of the line before the pronoun, or else of the line above, whose gender fits."""
        text = self.analysis.text
        line = text.rfind("\n", 0, pronoun.start) + 1
        above = text.rfind("\n", 0, max(0, len(text[:line].rstrip()))) + 1
        for start, end in ((line, pronoun.start), (above, line)):
            people = self._people(Span(start, end), pronoun, gender) if end > start else []
            if people := [row for row in people if row[1] != never]:
                return self._chosen(people, gender)
        return None

    def _people(self, where: Span, pronoun: Span, gender: str) -> list[tuple[Span, str]]:
        """Persons mentioned outside quotation marks, in text order; those of another gender or already in the clause
        of the pronoun are left out."""
        number = self._sentence(pronoun)
        found = []
        for mention, actor in self.actors.within(where)[-LOOK_BACK:]:
            span = mention.evidence.span
            if actor.id not in self.genders or self.genders[actor.id] not in {"", gender}:
                continue
            if self.stretches.around(span) is not None or self._sentence(span) == number:
                continue
            found.append((span, actor.id))
        return found

    def _chosen(self, people: list[tuple[Span, str]], gender: str) -> str | None:
        """The only person; of several the only one known to be of the gender; else the only subject."""
        ids = {actor for _, actor in people}
        for keep in (
            ids,
            {actor for actor in ids if self.genders[actor] == gender},
            {actor for span, actor in people if self._is_subject(span)},
        ):
            if len(keep) == 1:
                return next(iter(keep))
        return None

    def _is_subject(self, span: Span) -> bool:
        tokens = self.analysis.tokens_in(span)
        inside = set(tokens)
        for token in tokens:
            above = token
            while self.analysis.deps[above] == "appos" and self.analysis.heads[above] != above:
                above = self.analysis.heads[above]
            if self.analysis.deps[above] in SUBJECTS and (self.analysis.heads[token] not in inside or above != token):
                return True
        return False

    def _sentence(self, span: Span) -> int:
        tokens = self.analysis.tokens_in(span)
        return self.analysis.sentence_of[tokens[0]] if tokens else -1

    def _gender(self, actor: LocalActor) -> str:
        """ "m", "f", or "" where neither a title, a pronoun nor the given name tells, or they tell both."""
        told: set[str] = set()
        for mention in actor.mentions:
            words = mention.evidence.quote.lower().split()
            if mention.kind is NameKind.PRONOUN:
                told.update(GENDERS[word] for word in words if word in GENDERS)
            before = (
                self.analysis.text[max(0, mention.evidence.span.start - 12) : mention.evidence.span.start].lower().split()
            )
            told.update(TITLES[word] for word in (*before[-1:], *words[:1]) if word in TITLES)
        if not told:
            told.update(given_name_gender(word) or "" for word in actor.name.split()[:-1])
        told &= {"m", "f"}
        return told.pop() if len(told) == 1 else ""
