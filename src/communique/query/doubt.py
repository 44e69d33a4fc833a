"""Which joins of the record a person should look at first."""

from dataclasses import dataclass
from math import log1p

from communique.model import Judgement, Record, Verdict

# What hangs on a wrong join: an encounter carries facts and conflicts, an utterance only itself.
CONSEQUENCE = {"encounter": 3.0, "actor": 2.0, "agreement": 2.0, "utterance": 1.0}
SURE = 0.4  # below this a rule is sure of itself: shown only when asked for


@dataclass(frozen=True, slots=True)
class Doubt:
    """A judgement of a rule that nobody confirmed yet. `doubt` 0..1; `rank`: doubt by what hangs on it."""

    judgement: Judgement
    doubt: float
    rank: float


def second_joins(record: Record, reader: str) -> tuple[Doubt, ...]:
    """Pairs that another person judged and `reader` did not, by section and ids: nothing tells what was decided."""
    people: dict[tuple[str, str, str], set[str]] = {}
    for own in record.judgements:
        if own.author.startswith("person:"):
            people.setdefault((own.section, own.left, own.right), set()).add(own.author[7:])
    wanted = sorted(pair for pair, names in people.items() if reader not in names)
    return tuple(Doubt(Judgement(*pair, Verdict.UNSURE, 0.5, (), "rule:none"), 1.0, 0.0) for pair in wanted)


def doubts(record: Record) -> tuple[Doubt, ...]:
    """Judgements to look at, those first where doubt and consequence are greatest; what a person judged is left out."""
    done = {(own.section, own.left, own.right) for own in record.judgements if own.author.startswith("person:")}
    weight = _weights(record)
    best: dict[tuple[str, str, str], Doubt] = {}
    for own in record.judgements:
        key = (own.section, own.left, own.right)
        if own.author.startswith("person:") or key in done:
            continue
        doubt = 1.0 if own.verdict is Verdict.UNSURE else round(1 - abs(own.score - 0.5) * 2, 4)
        rank = doubt * CONSEQUENCE.get(own.section, 1.0) * (1 + log1p(weight.get(own.left, 1) + weight.get(own.right, 1)))
        if key not in best or best[key].doubt < doubt:
            best[key] = Doubt(own, doubt, round(rank, 4))
    return tuple(
        sorted(best.values(), key=lambda own: (-own.rank, own.judgement.section, own.judgement.left, own.judgement.right))
    )


def _weights(record: Record) -> dict[str, int]:
    """How much rests on each judged item: accounts or mentions in its group."""
    found = {member: len(actor.mentions) for actor in record.actors for member in actor.members}
    for encounter in record.encounters:
        found.update({mention.id: len(encounter.mentions) for mention in encounter.mentions})
    for agreement in record.agreements:
        found.update({mention.id: len(agreement.mentions) for mention in agreement.mentions})
    return found
