"""The record from what the documents yield: judgements first, then groups, then one view over each group."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from communique.compare.finding import compare_record
from communique.compare.outcome import judge_forecasts
from communique.compare.reprint import find_dependence, independence_groups
from communique.compare.values import sound
from communique.lexicon.issue import IssueTree, load_issues
from communique.model import (
    Actor,
    Agreement,
    AgreementMention,
    DateBasis,
    DateValue,
    Dependence,
    DocumentRecord,
    EncounterMention,
    Failure,
    Forecast,
    Issue,
    Judgement,
    Quotation,
    Record,
    RecordDocument,
    Review,
    ReviewState,
)
from communique.pipeline.body import body_text
from communique.pipeline.encounters import assemble_encounters
from communique.pipeline.holders import parties_bind, parties_hold
from communique.pipeline.issues import file_positions
from communique.pipeline.naming import digest
from communique.pipeline.nearby import setting_of
from communique.pipeline.people import assemble_actors
from communique.pipeline.rename import (
    renamed_agreement,
    renamed_encounter,
    renamed_forecast,
    renamed_position,
    renamed_quotation,
)
from communique.resolve.actor import resolve_actors
from communique.resolve.agreement import resolve_agreements
from communique.resolve.cluster import by_person, clusters
from communique.resolve.encounter import derive_dates, resolve_encounters
from communique.resolve.encounters.written import date_from_writing
from communique.resolve.side import find_sides
from communique.resolve.spoken_day import dated_statement, written_on
from communique.resolve.utterance import resolve_utterances
from communique.resolve.voice import Voices, voices_of
from communique.resolve.year import dated_near, infer_years


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the stages of assembling share: the documents, their origins and days, and what people decided."""

    documents: tuple[DocumentRecord, ...]
    origin: Mapping[str, str]
    published: Mapping[str, str]
    decisions: Mapping[str, tuple[Judgement, ...]]
    tree: IssueTree
    issue_of: Mapping[str, str]

    def all(self, section: str) -> list[Any]:
        """The mentions of one kind in all documents, by document and place."""
        return [found for record in self.documents for found in getattr(record, section)]

    def known_days(self, days: Mapping[str, DateValue | None]) -> list[str]:
        """The days of publication and of encounters, in order."""
        return sorted(set(self.published.values()) | {day.start for day in days.values() if day and day.start})


def assemble_record(
    documents: Iterable[DocumentRecord],
    decisions: Sequence[Judgement] = (),
    failures: Iterable[Failure] = (),
    reviews: Sequence[Review] = (),
    tree: IssueTree | None = None,
) -> Record:
    """The record that the documents make up; their order does not matter.

    Args:
        documents: what each document yields.
        decisions: judgements of people, on ids of mentions.
        failures: what could not be read or processed.
        reviews: what people decided on single items; `documents` follow them already.
        tree: the issues; None = the default ones.
    """
    ordered = tuple(sorted(documents, key=lambda record: record.document.id))
    dependences = find_dependence(body_text(record) for record in ordered)
    origin = independence_groups([record.document.id for record in ordered], dependences)
    published = {
        record.document.id: record.document.published.start
        for record in ordered
        if record.document.published and record.document.published.start
    }
    by_section: dict[str, list[Judgement]] = defaultdict(list)
    for decision in decisions:
        by_section[decision.section].append(decision)
    people = {section: tuple(found) for section, found in by_section.items()}
    bundle = Bundle(ordered, origin, published, people, tree or load_issues(), _chosen_issues(reviews))
    record = _assemble(bundle, _documents(ordered, origin, dependences))
    ordered_failures = tuple(sorted(failures, key=lambda failure: (failure.where, failure.stage)))
    record = replace(record, failures=ordered_failures, reviews=tuple(reviews))
    record = replace(record, forecasts=judge_forecasts(record))
    return replace(record, findings=tuple(sorted(compare_record(record), key=lambda finding: finding.id)))


def _documents(
    ordered: Sequence[DocumentRecord], origin: Mapping[str, str], dependences: Sequence[Dependence]
) -> tuple[RecordDocument, ...]:
    own: dict[str, list[Dependence]] = defaultdict(list)
    for dependence in dependences:
        own[dependence.document].append(dependence)
    result = []
    for record in ordered:
        rows = tuple(sorted(own[record.document.id], key=lambda row: (-row.containment, row.origin)))
        reprint = next((row.origin for row in rows if row.kind in ("reprint", "cut")), None)
        result.append(RecordDocument(record.document, record.regions, origin[record.document.id], reprint, rows))
    return tuple(result)


def _assemble(bundle: Bundle, documents: tuple[RecordDocument, ...]) -> Record:
    local = bundle.all("actors")
    judged = _judge(bundle, "actor", resolve_actors, local)
    actors, names = assemble_actors(local, clusters([actor.id for actor in local], judged), bundle.origin)
    mentions, encounters_judged, groups = _encounter_groups(bundle, names, actors)
    by_id = {actor.id: actor for actor in actors}
    encounters, _ = assemble_encounters(mentions, groups, by_id, bundle.origin, bundle.published)
    sides, side_of = find_sides(actors, encounters)
    actors = tuple(replace(actor, side=side_of.get(actor.id)) for actor in actors)
    by_id = {actor.id: actor for actor in actors}
    same = {own: own for own in by_id}
    mentions = [renamed_encounter(mention, same, side_of) for mention in mentions]
    encounters, encounter_of = assemble_encounters(mentions, groups, by_id, bundle.origin, bundle.published)
    quotations, utterances_judged = _quotations(
        bundle, names, encounter_of, {mention.id: mention.date for mention in mentions}, voices_of(actors, sound)
    )
    agreements, agreements_judged = _agreements(
        bundle, names, encounter_of, lambda found: parties_bind(found, actors, sides)
    )
    positions = [found for own in bundle.all("positions") if (found := renamed_position(own, names))]
    positions, proposed = file_positions(parties_hold(positions, actors, sides), bundle.tree)
    known = {issue.id for issue in (*load_issues().issues, *bundle.tree.issues, *proposed)}
    chosen = {own: issue for own, issue in bundle.issue_of.items() if issue in known}
    positions = [replace(own, issue=chosen.get(own.id, own.issue)) for own in positions]
    forecasts = _forecasts(bundle, names, {mention.id: mention.date for mention in mentions})
    used = {topic for found in encounters for topic in found.topics} | {found.issue for found in positions}
    judgements = (*judged, *encounters_judged, *utterances_judged, *agreements_judged)
    return Record(
        documents=documents,
        sides=tuple(sides),
        actors=actors,
        issues=_issues((*load_issues().issues, *bundle.tree.issues, *proposed), used),
        encounters=encounters,
        quotations=tuple(quotations),
        positions=tuple(positions),
        agreements=agreements,
        forecasts=tuple(replace(found, encounter=encounter_of.get(found.encounter or "")) for found in forecasts),
        figures=tuple(bundle.all("figures")),
        judgements=tuple(sorted(judgements, key=lambda own: (own.section, own.left, own.right, own.author))),
    )


def _chosen_issues(reviews: Sequence[Review]) -> dict[str, str]:
    """The issues that people gave to positions: filing them by rule must not undo that."""
    corrected = (own for own in reviews if own.section == "positions" and own.state is ReviewState.CORRECTED)
    return {own.item: value for own in corrected for field, _, value in own.changes if field == "issue"}


def _issues(known: Sequence[Issue], used: set[str]) -> tuple[Issue, ...]:
    """The issues in use with those above them, by id; of two with one id the later."""
    by_id = {issue.id: issue for issue in known}
    kept: set[str] = set()
    for own in used:
        at: str | None = own
        while at is not None and at in by_id and at not in kept:
            kept.add(at)
            at = by_id[at].parent
    return tuple(by_id[own] for own in sorted(kept))


def _judge(bundle: Bundle, section: str, resolve: Any, items: Sequence[Any]) -> tuple[Judgement, ...]:
    """What the rules say, and after it what people said of items that still exist."""
    past = bundle.decisions.get(section, ())
    known = {item.id for item in items}
    people = tuple(found for found in past if by_person(found) and found.left in known and found.right in known)
    return (*resolve(items, past), *people)


def _encounter_groups(
    bundle: Bundle, names: Mapping[str, str], actors: Sequence[Actor]
) -> tuple[list[EncounterMention], tuple[Judgement, ...], tuple[tuple[str, ...], ...]]:
    mentions = [renamed_encounter(mention, names, {}) for mention in bundle.all("encounters")]
    setting = setting_of(bundle.documents, actors, names, bundle.published)
    judged = _judge(bundle, "encounter", partial(resolve_encounters, setting=setting), mentions)
    groups = clusters([mention.id for mention in mentions], judged)
    texts = (body_text(record).text for record in bundle.documents)
    dated = infer_years(derive_dates(mentions, groups), groups, tuple(bundle.published.values()), texts)
    return list(date_from_writing(derive_dates(dated, groups))), judged, groups


def _quotations(
    bundle: Bundle,
    names: Mapping[str, str],
    encounter_of: Mapping[str, str],
    days: Mapping[str, DateValue | None],
    voices: Voices,
) -> tuple[list[Quotation], tuple[Judgement, ...]]:
    known = bundle.known_days(days)
    written = {own.document.id: written_on(own.document.text, own.regions, known) for own in bundle.documents}
    found = [_on_the_day(renamed_quotation(own, names), days.get(own.occasion or "")) for own in bundle.all("quotations")]
    found = [dated_statement(own, written.get(own.document), known) for own in found]
    judged = _judge(bundle, "utterance", partial(resolve_utterances, voices=voices), found)
    utterance = {}
    for group in clusters([own.id for own in found], judged):
        if len(group) > 1:
            utterance.update(dict.fromkeys(group, f"u{digest(*group)}"))
    result = [replace(own, utterance=utterance.get(own.id), occasion=encounter_of.get(own.occasion or "")) for own in found]
    return result, judged


def _forecasts(bundle: Bundle, names: Mapping[str, str], days: Mapping[str, DateValue | None]) -> list[Forecast]:
    """The forecasts; a window that its article leaves without a year, or a meeting without one, takes the record's."""
    known = bundle.known_days(days)
    found = []
    for own in bundle.all("forecasts"):
        window = dated_near(own.window, known)
        met = days.get(own.encounter or "")
        if (window is None or window.start is None) and met is not None and met.start is not None:
            window = replace(met, window=True, evidence=window.evidence if window is not None else met.evidence)
        found.append(replace(renamed_forecast(own, names), window=window))
    return found


def _on_the_day(found: Quotation, day: DateValue | None) -> Quotation:
    """The quotation with the day of the occasion at which it was said: that day may be derived only now."""
    own = found.said_on
    if own is None or own.basis is not DateBasis.INHERITED or own.start is not None:
        return found
    if day is None or day.start is None or day.window:
        return replace(found, said_on=None if not own.evidence else own)
    return replace(found, said_on=replace(day, basis=DateBasis.INHERITED))


def _agreements(
    bundle: Bundle,
    names: Mapping[str, str],
    encounter_of: Mapping[str, str],
    bind: Callable[[Iterable[AgreementMention]], list[AgreementMention]],
) -> tuple[tuple[Agreement, ...], tuple[Judgement, ...]]:
    renamed = bind(renamed_agreement(own, names) for own in bundle.all("agreements"))
    found = [replace(own, encounter=encounter_of.get(own.encounter or "")) for own in renamed]
    judged = _judge(bundle, "agreement", resolve_agreements, found)
    by_id = {own.id: own for own in found}

    def order(mention: AgreementMention) -> tuple[str, str, int]:
        return bundle.published.get(mention.document, "9"), mention.document, mention.evidence[0].span.start

    groups = clusters(by_id, judged)
    members = {group: tuple(sorted((by_id[own] for own in group), key=order)) for group in groups}
    ids = {group[0]: f"{members[group][0].kind}-{digest(group[0])}" for group in groups}  # no words of the articles
    return tuple(sorted((agreement_of(ids[group[0]], members[group]) for group in groups), key=lambda own: own.id)), judged


def agreement_of(own: str, mentions: tuple[AgreementMention, ...]) -> Agreement:
    """The consolidated view of some accounts, the oldest first."""

    def union(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(actor for mention in mentions for actor in getattr(mention, name)))

    due = next((mention.due for mention in mentions if mention.due), None)
    last = mentions[-1]
    return Agreement(
        own,
        mentions[0].kind,
        mentions[0].label,
        last.status,
        mentions,
        union("parties"),
        union("committed"),
        union("owed_to"),
        due,
    )
