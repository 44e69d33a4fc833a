"""From events to drafts: every event read for status, people, place, date and duration."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from communique.extract.encounters.collective import is_leader
from communique.extract.encounters.date import date_of, only_day
from communique.extract.encounters.draft import Draft
from communique.extract.encounters.duration import duration_of
from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.inside import is_none_of_sides, is_order
from communique.extract.encounters.listing import listed_events
from communique.extract.encounters.part import part_events
from communique.extract.encounters.participant import people_of, signers_of
from communique.extract.encounters.phrase import child, phrase_span
from communique.extract.encounters.place import place_of
from communique.extract.encounters.pronoun import SAYING_HOW_LONG, denies, pronoun_events
from communique.extract.encounters.reference import (
    follows_another,
    is_fresh,
    is_idle,
    is_mass,
    is_weak,
    only_attended,
    points_back,
    words_before,
)
from communique.extract.encounters.session import is_session, session_events
from communique.extract.encounters.site import Site, site_of
from communique.extract.encounters.status import AHEAD, Reading, read_status
from communique.extract.encounters.telling import told_events
from communique.extract.encounters.travel import travel_events
from communique.extract.encounters.venue_talks import CLOSING, city_talks
from communique.extract.encounters.wording import wording
from communique.lexicon.calendar import interval
from communique.lexicon.encounter import EncounterWords, load_words
from communique.lexicon.issue import find_issues
from communique.model import (
    ActorKind,
    Analysis,
    DateValue,
    DocumentActors,
    EncounterKind,
    EncounterStatus,
    Participant,
    RegionKind,
    Role,
    Span,
)

HEADINGS = frozenset({RegionKind.TITLE, RegionKind.STANDFIRST})
TIED = frozenset({"it", "this", "that", "these", "those", "they"})


def read_drafts(analysis: Analysis, events: Sequence[EncounterEvent], actors: DocumentActors) -> list[Draft]:
    """The drafts of a text, in text order; events that the text speaks of in general only are left out."""
    triggers = frozenset(event.trigger.token for event in events)
    found = []
    for event in events:
        if event.public or _names_the_kind(analysis, event, triggers) or is_none_of_sides(analysis, event):
            continue
        draft = _draft(analysis, event, actors, triggers)
        if draft is not None and not _with_media(draft, actors) and not is_order(analysis, draft, actors):
            found.append(draft)
    for event in (*told_events(analysis, triggers), *session_events(analysis, triggers)):
        draft = _draft(analysis, event, actors, triggers)
        if draft is not None and not _with_media(draft, actors):
            found.append(replace(draft, weak=False))
    found += _travel_drafts(analysis, actors, triggers)
    found += _city_drafts(analysis, actors, triggers)
    found += _pronoun_drafts(analysis, found, actors, triggers)
    found += _part_drafts(analysis, events)
    found = _with_listed(analysis, found, triggers)
    headings = [region.span for region in analysis.clean.regions if region.kind in HEADINGS]
    found = [replace(own, heading=any(span.contains(own.event.trigger.span) for span in headings)) for own in found]
    ordered = sorted(found, key=lambda draft: draft.event.trigger.span)
    ordered = _there_again(analysis, _beside_another(analysis, ordered))
    return _own_context(_nearest_place(_nearest_date(analysis, _parts_of_talks(analysis, ordered))))


def _travel_drafts(analysis: Analysis, actors: DocumentActors, triggers: Collection[int]) -> list[Draft]:
    found = []
    for event, traveller, words in travel_events(analysis, actors, triggers):
        draft = _draft(analysis, event, actors, triggers)
        if draft is not None:
            people = (Participant(traveller.id, (analysis.evidence(words),), Role.LEAD),)
            found.append(replace(draft, people=people, definite=False, weak=False))
    return found


def _city_drafts(analysis: Analysis, actors: DocumentActors, triggers: Collection[int]) -> list[Draft]:
    """Talks told by their city alone, with who signs there; what is only offered says too little of who was there."""
    found = []
    for own in city_talks(analysis, actors, triggers):
        verb, words = own.verb, load_words()
        event = replace(own.event, trigger=replace(own.event.trigger, token=verb))
        site = site_of(analysis, event.trigger, words)
        told = Reading(EncounterStatus.HELD, verb)
        subject = child(analysis, verb, "nsubj") if own.event.trigger.lemma in CLOSING else None
        people = signers_of(analysis, subject, actors) if subject is not None else ()
        found.append(
            Draft(
                event=own.event,
                kind=own.event.kind,
                reading=told,
                sentence=analysis.sentence_of[verb],
                span=wording(analysis, event, site, words),
                people=people,
                place=own.place,
                date=date_of(analysis, event, site, told),
                countries=_countries(people, actors),
            )
        )
    return found


def _pronoun_drafts(
    analysis: Analysis, drafts: Sequence[Draft], actors: DocumentActors, triggers: Collection[int]
) -> list[Draft]:
    """What a pronoun says of the encounter before: status, date and place; never an encounter of its own."""
    sentences = {draft.sentence for draft in drafts}
    found = []
    for event in pronoun_events(analysis, sentences):
        draft = _draft(analysis, event, actors, triggers)
        if draft is not None:
            if denies(analysis, event.trigger.token):
                draft = replace(draft, reading=Reading(EncounterStatus.DENIED, event.trigger.token))
            new = _replaced_by(analysis, draft, drafts)
            if new is not None:
                found.append(_former(analysis, draft, new))
                continue
            if event.trigger.lemma in SAYING_HOW_LONG and draft.duration is not None:
                draft = replace(draft, reading=Reading(EncounterStatus.HELD, event.trigger.token, firm=False))
            clause = analysis.deps[event.trigger.token] == "relcl" and draft.reading.status is EncounterStatus.HELD
            found.append(replace(draft, clause=clause, tied=True, weak=True, definite=True, fresh=False, people=()))
    return found


def _replaced_by(analysis: Analysis, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The encounter still to come whose name a clause on one called off describes ("the round, which was cancelled on
    Sunday, will now be held in Lima")."""
    verb = draft.event.trigger.token
    if analysis.deps[verb] != "relcl" or draft.reading.status is not EncounterStatus.CANCELLED:
        return None
    if draft.event.trigger.lemma != "cancel":  # one put off stays what it was
        return None
    line = {analysis.heads[verb], *analysis.subtree(analysis.heads[verb])}
    ahead = (own for own in drafts if own.event.trigger.token in line and own.reading.status in AHEAD)
    return next((own for own in ahead if own.place is not None or own.date is not None), None)


def _former(analysis: Analysis, draft: Draft, new: Draft) -> Draft:
    """The encounter called off, with the number and sort of the one in its place."""
    clause = phrase_span(analysis, draft.event.trigger.token, frozenset())
    span = Span(min(new.span.start, new.event.trigger.span.start), clause.end)
    bare = replace(draft, people=(), place=None, date=None, context=None, fresh=False, weak=False)
    return replace(bare, kind=new.kind, ordinal=new.ordinal, span=span, former=True, definite=True)


def _part_drafts(analysis: Analysis, events: Sequence[EncounterEvent]) -> list[Draft]:
    """One draft for each part that is told by number."""
    return [
        Draft(
            event=event,
            kind=event.kind,
            reading=Reading(EncounterStatus.HELD, event.trigger.token, firm=False),
            sentence=analysis.sentence_of[event.trigger.token],
            span=span,
            fresh=True,
            part=True,
            topics=find_issues(analysis.text[span.start : span.end]),
        )
        for event, span in part_events(analysis, events)
    ]


def _with_listed(analysis: Analysis, drafts: Sequence[Draft], triggers: Collection[int]) -> list[Draft]:
    """The drafts with one for each encounter that a list of places and days tells, in place of the one for all of them,
    which gives its people and status."""
    whole = {draft.event.trigger.token: draft for draft in drafts}
    listed = [own for own in listed_events(analysis) if own.event.trigger.token not in triggers]
    found = [draft for draft in drafts if draft.event.trigger.token not in {own.noun for own in listed}]
    for own in listed:
        at, draft = own.event.trigger.token, whole.get(own.noun)
        told = Reading(EncounterStatus.HELD, at, firm=False) if draft is None else draft.reading
        found.append(
            Draft(
                event=own.event,
                kind=own.event.kind if draft is None else draft.kind,
                reading=_by_date(analysis, told, own.date),
                sentence=analysis.sentence_of[at],
                span=own.span,
                people=() if draft is None else draft.people,
                place=own.place,
                date=own.date,
                fresh=True,
            )
        )
    return found


def _there_again(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """ "He will meet her there": at the place, and on the day ahead, of the encounter told just before."""
    found: list[Draft] = []
    for draft in drafts:
        words = {analysis.word(own).lower() for own in analysis.children(draft.event.trigger.token)}
        near = [own for own in found if own.place is not None and 0 <= draft.sentence - own.sentence <= 2]
        if draft.place is None and "there" in words and not draft.event.trigger.noun and near:
            ahead = draft.reading.status in AHEAD and near[-1].reading.status in AHEAD
            date = draft.date or (near[-1].date if ahead else None)
            draft = replace(draft, place=near[-1].place, date=date)
        found.append(draft)
    return found


def _beside_another(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """ "met on the sidelines of the summit in Lima": the summit only says where and when."""
    found, told = [], {draft.sentence for draft in drafts if not _is_margin(analysis, draft)}
    for draft in drafts:
        if _is_margin(analysis, draft) and draft.sentence in told:
            continue
        beside = [own for own in drafts if own.sentence == draft.sentence and _is_margin(analysis, own)]
        for own in beside:
            draft = replace(draft, place=draft.place or own.place, date=draft.date or own.date)
        found.append(draft)
    return found


def _is_margin(analysis: Analysis, draft: Draft) -> bool:
    head = analysis.heads[draft.event.trigger.token]
    return analysis.lemmas[head] == "of" and analysis.lemmas[analysis.heads[head]] in {"margin", "sideline", "fringe"}


def _parts_of_talks(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """Sessions told apart are parts, where the text tells of a round of talks."""
    told = any(draft.kind is EncounterKind.ROUND and draft.reading.status not in AHEAD for draft in drafts)
    return [
        replace(draft, part=True, definite=False)
        if told and draft.event.trigger.noun and is_session(analysis, draft.event.trigger.token) else draft
        for draft in drafts
    ]  # fmt: skip


def _nearest_date(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """A date that several drafts of a sentence claim belongs to the one that stands nearest, unless they are one."""
    found = list(drafts)
    for number, draft in enumerate(found):
        for other in drafts:
            if other is draft or other.sentence != draft.sentence or _distance(draft) <= _distance(other):
                continue
            if draft.date is not None and other.date is not None and draft.date.evidence == other.date.evidence:
                found[number] = replace(found[number], date=None)
    return found


def _nearest_place(drafts: Sequence[Draft]) -> list[Draft]:
    """A place that two drafts of a sentence claim, both before it, belongs to the later one ("a call, agreeing to meet in
    Lima"); a clause of its own between them is what tells it from one event told twice."""
    found = list(drafts)
    for number, draft in enumerate(drafts):
        for other in drafts[number + 1 :]:
            if other.sentence != draft.sentence or draft.place is None or other.place is None:
                continue
            between = draft.event.trigger.span.end <= other.event.trigger.span.start < other.place.evidence[0].span.start
            apart = draft.reading.status is not other.reading.status or draft.kind is EncounterKind.CALL
            if between and apart and draft.place.evidence == other.place.evidence:
                found[number] = replace(found[number], place=None)
    return found


def _own_context(drafts: Sequence[Draft]) -> list[Draft]:
    """The day of a sentence that another draft of it claims as its date keeps nothing else apart."""
    claimed = {(draft.sentence, draft.date.evidence) for draft in drafts if draft.date is not None}
    return [
        replace(draft, context=None)
        if draft.date is None and draft.context is not None and (draft.sentence, draft.context.evidence) in claimed
        else draft
        for draft in drafts
    ]


def _distance(draft: Draft) -> int:
    """Characters between the trigger and the date words; 0 without either."""
    if draft.date is None or not draft.date.evidence:
        return 0
    words, trigger = draft.date.evidence[0].span, draft.event.trigger.span
    return max(words.start - trigger.end, trigger.start - words.end, 0)


def _draft(analysis: Analysis, event: EncounterEvent, actors: DocumentActors, triggers: Collection[int]) -> Draft | None:
    words = load_words()
    site = site_of(analysis, event.trigger, words)
    people = people_of(analysis, event, actors, site, inside_only=follows_another(analysis, site, triggers))
    if event.trigger.noun and is_idle(analysis, site, bare=not event.arguments):
        return None
    reading = read_status(analysis, site.outer, words, site.token)
    if reading is None:
        if not event.trigger.noun:
            return None
        reading = Reading(EncounterStatus.HELD, event.trigger.token, firm=False)
    if _said_of_another(analysis, reading, site, triggers):
        reading = Reading(EncounterStatus.HELD, event.trigger.token, firm=False)
    date = date_of(analysis, event, site, reading)
    before = words_before(analysis, site)
    definite = points_back(analysis, event, site, words) and (event.trigger.noun or not people)
    kind = _kind(analysis, event, people, actors, words)
    texts = [analysis.text[argument.span.start : argument.span.end] for argument in event.of("topics")]
    return Draft(
        event=event,
        kind=kind,
        reading=_by_date(analysis, reading, date),
        sentence=analysis.sentence_of[site.token],
        span=wording(analysis, event, site, words),
        people=people,
        place=place_of(analysis, event, actors, site),
        date=date,
        duration=duration_of(analysis, event),
        context=only_day(analysis, event.trigger.token),
        definite=definite,
        attended=event.trigger.noun and only_attended(analysis, site, definite=definite),
        ordinal=next((word for word in sorted(before & words.ordinals)), None),
        fresh=is_fresh(analysis, site, words, triggers, ahead=reading.status in AHEAD),
        weak=is_weak(analysis, event, people, words) and not (kind is EncounterKind.CALL or (event.trigger.noun and date)),
        generic=is_mass(analysis, site),
        countries=_countries(people, actors),
        topics=tuple(dict.fromkeys(issue for text in texts for issue in find_issues(text))),
    )


def _names_the_kind(analysis: Analysis, event: EncounterEvent, triggers: Collection[int]) -> bool:
    """ "summit" in "a summit meeting"."""
    token = event.trigger.token
    return analysis.deps[token] in {"compound", "nmod"} and analysis.heads[token] == token + 1 and token + 1 in triggers


def _said_of_another(analysis: Analysis, reading: Reading, site: Site, triggers: Collection[int]) -> bool:
    """Whether the words that give the status speak of another encounter, on which this one only depends
    ("agree to future negotiations as first talks end")."""
    others = frozenset(triggers) - {site.token, site.outer}
    if reading.token in {site.token, site.outer}:
        return False
    way = [site.outer]
    for at in analysis.ancestors(site.outer):
        if at == reading.token:
            break
        way.append(at)
    return bool(others & set(way)) or analysis.heads[reading.token] in others


def _with_media(draft: Draft, actors: DocumentActors) -> bool:
    """Whether a talk is one with reporters: "the Gazette met her at her home"."""
    if draft.event.trigger.noun:
        return False
    known = [actors.by_id(own.actor) for own in draft.people]
    return any(actor is not None and actor.subtype == "media" for actor in known)


def _countries(people: Sequence[Participant], actors: DocumentActors) -> frozenset[str]:
    """The states that the people are or come from; of a group, those of its members."""
    named = [actor for own in people if own.present and (actor := actors.by_id(own.actor)) is not None]
    members = [member for actor in named for own in actor.stands_for if (member := actors.by_id(own)) is not None]
    return frozenset(actor.country for actor in (*named, *members) if actor.country)


def _by_date(analysis: Analysis, reading: Reading, date: DateValue | None) -> Reading:
    """What is dated after the day of publication has not been held ("has its first meeting in July")."""
    published = analysis.document.published
    if date is None or published is None or reading.status not in (EncounterStatus.HELD, EncounterStatus.ONGOING):
        return reading
    first, last = interval(date)[0], interval(published)[1]
    if first is not None and last is not None and first > last:
        return replace(reading, status=EncounterStatus.PLANNED)
    return reading


def _kind(
    analysis: Analysis, event: EncounterEvent, people: Sequence[Participant], actors: DocumentActors, words: EncounterWords
) -> EncounterKind:
    """A meeting of heads of state or government alone is a summit."""
    if event.kind is not EncounterKind.MEETING or event.trigger.lemma not in {"meeting", "meet", "summit"}:
        return event.kind
    known = [actor for own in people if own.present and (actor := actors.by_id(own.actor)) is not None]
    persons = [actor for actor in known if actor.kind is ActorKind.PERSON]
    leaders = [actor for actor in persons if is_leader(actor, words)]
    heads = {analysis.lemmas[own.token] for own in event.of("participants") if analysis.tags[own.token] in ("NNS", "NNPS")}
    named = bool(heads & (words.leader_titles | {"leader"}))
    if (named and len(leaders) == len(persons)) or (len(leaders) > 1 and len(leaders) == len(persons)):
        return EncounterKind.SUMMIT
    return event.kind
