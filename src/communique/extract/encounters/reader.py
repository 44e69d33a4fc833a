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
from communique.extract.encounters.moved import with_moved
from communique.extract.encounters.neighbour import (
    beside_another,
    nearest_date,
    nearest_place,
    own_context,
    parts_of_talks,
    there_again,
)
from communique.extract.encounters.part import part_events
from communique.extract.encounters.participant import people_of, signers_of
from communique.extract.encounters.phrase import child, phrase_span, prepositions
from communique.extract.encounters.place import place_of
from communique.extract.encounters.pronoun import SAYING_HOW_LONG, denies, pronoun_events
from communique.extract.encounters.reading import Reading
from communique.extract.encounters.reference import (
    follows_another,
    is_fresh,
    is_idle,
    is_mass,
    is_weak,
    only_attended,
    points_back,
    with_the_press,
    words_before,
)
from communique.extract.encounters.session import session_events
from communique.extract.encounters.site import Site, site_of
from communique.extract.encounters.status import AHEAD, read_status
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
CARRYING_ON = frozenset({"continue", "resume", "restart", "begin", "open", "hold", "pursue", "advance", "conclude"})
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
    found = with_moved(analysis, _with_listed(analysis, found, triggers))
    headings = [region.span for region in analysis.clean.regions if region.kind in HEADINGS]
    found = [replace(own, heading=any(span.contains(own.event.trigger.span) for span in headings)) for own in found]
    ordered = sorted(found, key=lambda draft: draft.event.trigger.span)
    ordered = there_again(analysis, beside_another(analysis, ordered))
    return own_context(nearest_place(nearest_date(analysis, parts_of_talks(analysis, ordered))))


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


def _draft(analysis: Analysis, event: EncounterEvent, actors: DocumentActors, triggers: Collection[int]) -> Draft | None:
    words = load_words()
    site = site_of(analysis, event.trigger, words)
    people = people_of(analysis, event, actors, site, inside_only=follows_another(analysis, site, triggers))
    if with_the_press(analysis, event, actors):
        return None
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
    duration = duration_of(analysis, event)
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
        duration=duration,
        context=only_day(analysis, event.trigger.token),
        definite=definite,
        attended=event.trigger.noun and only_attended(analysis, site, definite=definite),
        ordinal=next((word for word in sorted(before & words.ordinals)), None),
        fresh=is_fresh(analysis, site, words, triggers, ahead=reading.status in AHEAD),
        weak=is_weak(analysis, event, people, words)
        and not (kind is EncounterKind.CALL or (event.trigger.noun and date))
        and not _speaks_at(analysis, event, told=date is not None or duration is not None),
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
    if _is_purpose(analysis, site, reading.token):
        return False
    if reading.token in {site.token, site.outer} or analysis.heads[reading.token] in {site.token, site.outer}:
        return False
    way = [site.outer]
    for at in analysis.ancestors(site.outer):
        if at == reading.token:
            break
        way.append(at)
    return bool(others & set(way)) or analysis.heads[reading.token] in others


def _is_purpose(analysis: Analysis, site: Site, verb: int) -> bool:
    """ "will meet in May to continue their talks": what one meets for lies as far ahead as the meeting."""
    way = analysis.heads[site.outer]
    infinitive = analysis.tags[way] == "VB" and analysis.deps[way] in {"advcl", "xcomp"} and analysis.heads[way] == verb
    return infinitive and analysis.deps[site.outer] == "dobj" and analysis.lemmas[way] in CARRYING_ON


def _speaks_at(analysis: Analysis, event: EncounterEvent, *, told: bool) -> bool:
    """ "she spoke to President Haddad the next day", "he spoke for two hours with the premier": one talk of its own.

    Args:
        told: whether the sentence says when or how long.
    """
    if event.trigger.noun or event.trigger.lemma not in {"speak", "talk"} or not told:
        return False
    goals = [goal for name, goal in prepositions(analysis, event.trigger.token) if name in {"with", "to"}]
    people = {token for found in analysis.entities if found.label == "PERSON" for token in range(found.first, found.last)}
    return any(goal in people for goal in goals)


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
