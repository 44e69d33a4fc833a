"""At which encounter a point was agreed: that of its sentence, else the last one before that may be theirs."""

from collections.abc import Sequence

from communique.extract.claims.clause import children
from communique.extract.claims.party import Parties
from communique.extract.claims.when import times_in
from communique.model import Analysis, EncounterMention, EncounterStatus, Span

PAST = frozenset({EncounterStatus.HELD, EncounterStatus.ONGOING})


class Tables:
    """The encounters of a document, for points of agreement."""

    def __init__(self, analysis: Analysis, parties: Parties, encounters: Sequence[EncounterMention]) -> None:
        self.analysis = analysis
        self.parties = parties
        self.encounters = sorted(
            ((evidence.span, encounter) for encounter in encounters for evidence in encounter.evidence),
            key=lambda row: (row[0].start, row[0].end, row[1].id),
        )

    def where(self, head: int, sentence: Span, content: Span, sides: Sequence[str]) -> str | None:
        """Id of the encounter at which `sides` agreed what `content` tells; None where none may be meant."""
        met = self.met(sentence, content, sides)
        if met is None or self._in_earlier_year(head, met) or self._among_others(met, sides):
            return None
        return met.id

    def _in_earlier_year(self, head: int, met: EncounterMention) -> bool:
        """ "promised in 2017": a year in which they did not meet."""
        year = met.date.start[:4] if met.date is not None and met.date.start is not None else ""
        below = [
            own for prep in children(self.analysis, head, ("prep",)) for own in children(self.analysis, prep, ("pobj",))
        ]
        times = (time for own in below for time in times_in(self.analysis, self.analysis.span(own, own + 1)))
        starts = [time.date.start[:4] for time in times if time.date is not None and time.date.start is not None]
        return year.isdigit() and any(start.isdigit() and start < year for start in starts)

    def _among_others(self, met: EncounterMention, sides: Sequence[str]) -> bool:
        """Whether two or more other sides met, and none of those that agreed."""
        known = self.parties.sides(own.actor for own in met.participants if own.present)
        return len(known) > 1 and bool(sides) and not set(sides) & set(known)

    def met(self, sentence: Span, content: Span, sides: Sequence[str]) -> EncounterMention | None:
        """The encounter of the sentence that lies outside the content, else the last past one before that may be theirs."""
        inside = [
            e for span, e in self.encounters if span.overlaps(sentence) and not content.contains(span) and e.status in PAST
        ]
        if inside:
            return inside[0]
        before = [e for span, e in self.encounters if span.end <= sentence.start and e.status in PAST]
        return before[-1] if before and self._may_be_theirs(before[-1], sides) else None

    def _may_be_theirs(self, met: EncounterMention, sides: Sequence[str]) -> bool:
        """Whether one of those who agreed was there, or nobody is known to have been."""
        known = self.parties.sides(own.actor for own in met.participants if own.present)
        return not known or not sides or bool(set(sides) & set(known))
