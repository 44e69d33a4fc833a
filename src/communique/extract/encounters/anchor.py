"""Where the encounters of a document are named: one word for each place that speaks of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.lexicon.encounter import load_words
from communique.model import Analysis, EncounterMention, EncounterStatus

AHEAD = frozenset({EncounterStatus.PLANNED, EncounterStatus.EXPECTED, EncounterStatus.RUMOURED})
HAPPENED = frozenset({EncounterStatus.HELD, EncounterStatus.ONGOING})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that names encounter `number`; `low`, `high`: characters of the evidence around it."""

    token: int
    number: int
    sentence: int
    low: int
    high: int


def find_anchors(analysis: Analysis, encounters: Sequence[EncounterMention]) -> tuple[Anchor, ...]:
    """One anchor for each piece of evidence of each mention, in text order.

    The anchor of a mention's trigger is the trigger's last word of encounters; that of another piece is the first word of encounters in
    it that is no other mention's trigger, else its first word.
    """
    taken = {token: number for number, own in enumerate(encounters) for token in analysis.tokens_in(own.trigger.span)}
    words = load_words()
    known = words.nouns.keys() | words.verbs.keys()
    found = []
    for number, mention in enumerate(encounters):
        for piece in mention.evidence:
            inside = analysis.tokens_in(piece.span)
            if not inside:
                continue
            own = [at for at in inside if taken.get(at) == number]
            named = [at for at in own or inside if analysis.lemmas[at] in known and taken.get(at, number) == number]
            token = named[-1 if own else 0] if named else (own or inside)[0]
            found.append(Anchor(token, number, analysis.sentence_of[token], piece.span.start, piece.span.end))
    return tuple(sorted(found, key=lambda own: (own.token, own.number)))
