"""What comparing the documents of a record shows, fact by fact."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.compare.account import compare_accounts
from communique.compare.actor import compare_actor
from communique.compare.agreed import compare_agreed
from communique.compare.called_off import compare_called_off
from communique.compare.claim import (
    compare_agreed_issues,
    compare_agreement,
    compare_positions,
    single_agreement,
)
from communique.compare.contrast import compare_contrasts
from communique.compare.dated import compare_dated
from communique.compare.encounter import compare_encounter
from communique.compare.figure import compare_figures
from communique.compare.lasted import with_lasted
from communique.compare.placed import compare_placed
from communique.compare.put_off import compare_put_off, with_put_off
from communique.compare.rank import aged
from communique.compare.rendering import compare_apart
from communique.compare.stage import Stage, stage_of
from communique.compare.stated import Subject, make_finding
from communique.compare.twin import compare_twin_actors, compare_twin_encounters
from communique.compare.within import compare_within
from communique.compare.wording import compare_renderings
from communique.model import Evidence, Finding, FindingKind, FindingValue, Quotation, Record


def compare_record(record: Record) -> tuple[Finding, ...]:
    """The findings of a record, heaviest first, ties by id.

    For each attribute of each thing the values that the documents give: corroborated, compatible, in conflict, or in
    conflict inside one document; and the encounters and agreements that one document alone reports. Silence is no
    value; what an actor claims is no value of the document. Nothing is decided and nothing is removed.
    """
    stage = stage_of(record)
    found: list[Finding] = []
    for encounter in record.encounters:
        found.extend(compare_encounter(encounter, stage))
    for actor in record.actors:
        found.extend(compare_actor(actor, stage))
    for agreement in record.agreements:
        found.extend(compare_agreement(agreement, stage))
    found.extend(compare_agreed(record, stage))
    found.extend(compare_agreed_issues(record.agreements, stage))
    found.extend(compare_twin_encounters(record.encounters, stage))
    found.extend(compare_called_off(record.encounters, stage))
    found.extend(compare_twin_actors(record.actors, stage))
    found.extend(compare_positions(record.positions, stage))
    contrasts = tuple(compare_contrasts(record.figures, stage))
    found.extend(contrasts)
    found.extend(own for own in compare_figures(record.figures, stage) if not _is_told(own, contrasts))
    within = tuple(compare_within(record, stage))
    found.extend(within)
    found.extend(own for own in compare_accounts(record, stage) if not any(_overlap(own, other) for other in within))
    for quotations in _utterances(record.quotations):
        found.extend(compare_renderings(quotations, stage))
    found.extend(compare_apart(record, stage))
    found = with_put_off(found, tuple(compare_put_off(record, stage)), stage)
    found = with_lasted(found, record, stage)
    found.extend(compare_dated(record, tuple(found), stage))
    found.extend(compare_placed(record, tuple(found), stage))
    if len(stage.texts) > 1:
        found.extend(_single_sources(record, stage))
    days = sorted(set(stage.published.values()))
    unique = {own.id: replace(own, weight=aged(own.weight, _latest(own, stage), days)) for own in found}
    return tuple(sorted(unique.values(), key=lambda own: (-own.weight, own.id)))


def _latest(own: Finding, stage: Stage) -> str:
    """The day on which the latest of its words were published."""
    return max((stage.published.get(words.document, "") for value in own.values for words in value.evidence), default="")


def _is_told(own: Finding, contrasts: Sequence[Finding]) -> bool:
    """Whether one of `contrasts` ("100, not 120") tells the same conflict."""
    words = {evidence for value in own.values for evidence in value.evidence}
    return own.kind is FindingKind.CONFLICT and any(
        all(set(value.evidence) & words for value in other.values) for other in contrasts
    )


def _overlap(one: Finding, two: Finding) -> bool:
    """Whether two findings about a document rest on the same words."""
    if one.subject != two.subject:
        return False
    return all(
        any(words.span.overlaps(other.span) for words in left.evidence for right in two.values for other in right.evidence)
        for left in one.values
    )


def _utterances(quotations: Sequence[Quotation]) -> list[list[Quotation]]:
    groups: dict[str, list[Quotation]] = defaultdict(list)
    for own in quotations:
        if own.utterance is not None:
            groups[own.utterance].append(own)
    return [groups[key] for key in sorted(groups)]


def _single_sources(record: Record, stage: Stage) -> Iterator[Finding]:
    for encounter in record.encounters:
        if _one_origin((mention.document for mention in encounter.mentions), stage):
            words = tuple(own for mention in encounter.mentions for own in mention.evidence)
            yield _single(Subject("encounter", encounter.id, encounter.label, "existence"), words, stage)
    for agreement in record.agreements:
        if _one_origin((mention.document for mention in agreement.mentions), stage):
            words = single_agreement(agreement)
            yield _single(Subject("agreement", agreement.id, agreement.label, "agreed"), words, stage)
    known = defaultdict(set)
    for own in record.positions:
        known[own.actor, own.issue].add(stage.origin.get(own.document, own.document))
    for own in record.positions:
        if len(known[own.actor, own.issue]) == 1:
            label = f"{stage.names.get(own.actor, own.actor)}: {own.issue}"
            yield _single(Subject("position", own.id, label, "position"), own.evidence, stage)


def _one_origin(documents: Iterable[str], stage: Stage) -> bool:
    """Whether all documents go back to one: reprints confirm nothing."""
    return len({stage.origin.get(own, own) for own in documents}) == 1


def _single(subject: Subject, words: tuple[Evidence, ...], stage: Stage) -> Finding:
    return make_finding(subject, FindingKind.SINGLE_SOURCE, (FindingValue(subject.label, words),), stage.origin)
