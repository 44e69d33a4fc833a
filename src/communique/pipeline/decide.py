"""What people decided about the record: same or different, accepted, corrected or rejected; signed and reversible.

A decision names items by the words they rest on (document, span, quote), not by their id: ids of mentions are counted
anew when extraction improves, words stay. A decision whose words no longer carry an item waits; it is not dropped.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from communique.model import DocumentRecord, Evidence, Judgement, NameKind, Reason, Verdict
from communique.record.store import Store

VERDICTS = {"same": Verdict.SAME, "different": Verdict.DIFFERENT}


def active_judgements(store: Store, documents: Sequence[DocumentRecord]) -> tuple[Judgement, ...]:
    """The judgements of people that were not taken back, on the ids that the mentions have now."""
    decisions = [row for row in store.decisions() if row.action in VERDICTS and row.undone_at is None and row.right]
    if not decisions:
        return ()
    places = Places(documents)
    found: dict[tuple[str, str, str, str], Judgement] = {}  # a person's later word on a pair replaces the former
    for row in decisions:
        assert row.right is not None
        left, right = places.item(row.section, row.left), places.item(row.section, row.right)
        if left and right and left != right:
            low, high = sorted((left, right))
            reasons = (Reason("decision", row.reason, 1.0),) if row.reason else ()
            verdict = VERDICTS[row.action]
            score = 1.0 if verdict is Verdict.SAME else 0.0
            judgement = Judgement(row.section, low, high, verdict, score, reasons, f"person:{row.author}", row.at)
            found[row.section, low, high, row.author] = judgement
    return tuple(found.values())


class Places:
    """Which mention of a section stands at given words."""

    def __init__(self, documents: Sequence[DocumentRecord]) -> None:
        self.rows: dict[tuple[str, str], list[tuple[Evidence, str]]] = defaultdict(list)
        for record in documents:
            for section, evidence, own in anchors(record):
                self.rows[section, record.document.id].append((evidence, own))

    def item(self, section: str, words: Evidence) -> str | None:
        """The mention at exactly these words, else the one that shares most characters with them; None if none does."""
        best: tuple[int, str] | None = None
        for evidence, own in self.rows.get((section, words.document), ()):
            if evidence.span == words.span:
                return own
            shared = min(evidence.span.end, words.span.end) - max(evidence.span.start, words.span.start)
            if shared > 0 and (best is None or shared > best[0]):
                best = shared, own
        return best[1] if best else None


def anchors(record: DocumentRecord) -> Iterator[tuple[str, Evidence, str]]:
    """(section, words, id) of every mention of a document that a person can judge."""
    for actor in record.actors:
        for mention in actor.mentions:
            if mention.kind is not NameKind.PRONOUN:
                yield "actor", mention.evidence, actor.id
    for encounter in record.encounters:
        yield "encounter", encounter.trigger, encounter.id
    for quotation in record.quotations:
        yield "utterance", quotation.content[0], quotation.id
    for agreement in record.agreements:
        yield "agreement", agreement.content[0], agreement.id
