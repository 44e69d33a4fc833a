"""From events to drafts: every event read for status, people, place, date and duration."""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.encounters.collective import is_leader
from communique.extract.encounters.date import date_of, duration_of
from communique.extract.encounters.draft import Draft
from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.participant import people_of
from communique.extract.encounters.phrase import child, prepositions
from communique.extract.encounters.place import place_of
from communique.extract.encounters.site import Site, site_of
from communique.extract.encounters.status import Reading, read_status
from communique.lexicon.calendar import interval
from communique.lexicon.encounter import EncounterWords, load_words
from communique.lexicon.issue import find_issues
from communique.model import Analysis, DateValue, DocumentActors, EncounterKind, EncounterStatus, Participant, Span

TIED = frozenset({"it", "this", "that", "these", "those", "they"})


def read_drafts(analysis: Analysis, events: Sequence[EncounterEvent], actors: DocumentActors) -> list[Draft]:
    """The drafts of a text, in text order; events that the text speaks of in general only are left out."""
    words = load_words()
    found = []
    for event in events:
        if not event.public:
            draft = _draft(analysis, event, actors, words)
            if draft is not None and not _with_media(draft, actors):
                found.append(draft)
    return _nearest_date(analysis, found)


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


def _distance(draft: Draft) -> int:
    """Characters between the trigger and the date words; 0 without either."""
    if draft.date is None or not draft.date.evidence:
        return 0
    words, trigger = draft.date.evidence[0].span, draft.event.trigger.span
    return max(words.start - trigger.end, trigger.start - words.end, 0)


def _draft(analysis: Analysis, event: EncounterEvent, actors: DocumentActors, words: EncounterWords) -> Draft | None:
    site = site_of(analysis, event.trigger, words)
    people = people_of(analysis, event, actors, site)
    reading = read_status(analysis, site.outer, words, site.token)
    if reading is None:
        if not event.trigger.noun or _generic(analysis, site, words):
            return None
        reading = Reading(EncounterStatus.HELD, event.trigger.token, firm=False)
    date = date_of(analysis, event, site, reading)
    before = _before(analysis, site)
    tied = _tied(analysis, site)
    texts = [analysis.text[argument.span.start : argument.span.end] for argument in event.of("topics")]
    return Draft(
        event=event,
        kind=_kind(analysis, event, people, actors, words),
        reading=_by_date(analysis, reading, date),
        sentence=analysis.sentence_of[site.token],
        span=_phrase(analysis, event, site),
        people=people,
        place=place_of(analysis, event, actors, site),
        date=date,
        duration=duration_of(analysis, event),
        definite=_points_back(analysis, event, site, words, before) or tied,
        ordinal=next((word for word in sorted(before & words.ordinals)), None),
        fresh=bool(before & words.fresh_words) and not tied,
        weak=_weak(analysis, event, people, words),
        generic=_mass(analysis, site),
        countries=_countries(people, actors),
        topics=tuple(dict.fromkeys(issue for text in texts for issue in find_issues(text))),
    )


def _with_media(draft: Draft, actors: DocumentActors) -> bool:
    """Whether a talk is one with reporters: "the Gazette met her at her home"."""
    if draft.event.trigger.noun:
        return False
    known = [actors.by_id(own.actor) for own in draft.people]
    return any(actor is not None and actor.subtype == "media" for actor in known)


def _generic(analysis: Analysis, site: Site, words: EncounterWords) -> bool:
    """Whether a noun without status is under a negated habit or is but a thing to want ("the need for talks")."""
    return analysis.lemmas[analysis.heads[site.outer]] in {"no", "without"}


def _mass(analysis: Analysis, site: Site) -> bool:
    """A bare singular: "under negotiation", "by consultation"."""
    singular = analysis.tags[site.outer] == "NN" and site.outer == site.token
    marks = {"det", "poss", "nummod", "amod", "compound"}
    return singular and not any(analysis.deps[own] in marks for own in analysis.children(site.token))


def _before(analysis: Analysis, site: Site) -> frozenset[str]:
    return frozenset(analysis.lemmas[own] for at in {site.token, site.outer} for own in analysis.children(at) if own < at)


def _points_back(
    analysis: Analysis, event: EncounterEvent, site: Site, words: EncounterWords, before: frozenset[str]
) -> bool:
    """ "the meeting", "their talks", "the presidents' call"; "the two sides met", "they met"."""
    if event.trigger.noun:
        return bool(before & words.pointing_words) or _owned(analysis, site)
    subject = child(analysis, site.token, "nsubj")
    if subject is None:
        return False
    if analysis.pos[subject] == "PRON":
        return True
    marks = {analysis.lemmas[own] for own in analysis.children(subject)}
    return analysis.pos[subject] == "NOUN" and bool(marks & words.pointing_words)


def _owned(analysis: Analysis, site: Site) -> bool:
    """ "the presidents' call"."""
    return any(analysis.deps[own] == "poss" for own in analysis.children(site.outer))


def _tied(analysis: Analysis, site: Site) -> bool:
    """ "these were two separate meetings": a predicate of a pronoun is the encounter before."""
    verb = analysis.heads[site.outer]
    if analysis.deps[site.outer] != "attr" or analysis.lemmas[verb] != "be":
        return False
    return any(analysis.deps[own] == "nsubj" and analysis.lemmas[own] in TIED for own in analysis.children(verb))


def _countries(people: Sequence[Participant], actors: DocumentActors) -> frozenset[str]:
    known = [actors.by_id(own.actor) for own in people if own.present]
    return frozenset(actor.country for actor in known if actor is not None and actor.country)


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
    if event.kind is not EncounterKind.MEETING:
        return event.kind
    persons = [actor for own in people if own.present and (actor := actors.by_id(own.actor)) is not None]
    leaders = [actor for actor in persons if is_leader(actor, words)]
    heads = {analysis.lemmas[own.token] for own in event.of("participants") if analysis.tags[own.token] in ("NNS", "NNPS")}
    named = bool(heads & (words.leader_titles | {"leader"}))
    if (named and len(leaders) == len(persons)) or (len(leaders) > 1 and len(leaders) == len(persons)):
        return EncounterKind.SUMMIT
    return event.kind


def _weak(analysis: Analysis, event: EncounterEvent, people: Sequence[Participant], words: EncounterWords) -> bool:
    """Whether the words alone do not make an encounter: "issues were discussed", "spoke of peace"."""
    lemma = event.trigger.lemma
    if event.trigger.noun:
        return lemma in words.soft_nouns and len(people) < 2 and not _happens(analysis, event, words)
    if lemma not in words.soft_verbs:
        return False
    sides = {name for name, _ in prepositions(analysis, event.trigger.token)} & {"with", "to"}
    return len(people) < 2 or (not sides and lemma in {"discuss", "debate"} and len(people) < 2)


def _happens(analysis: Analysis, event: EncounterEvent, words: EncounterWords) -> bool:
    verb = analysis.heads[event.trigger.token]
    carried = analysis.lemmas[verb] in words.light_verbs | words.event_verbs - {"launch", "open", "begin", "start"}
    return carried and len(event.of("participants")) > 0


def _phrase(analysis: Analysis, event: EncounterEvent, site: Site) -> Span:
    """The words that speak of the encounter: the trigger with what stands before it, its arguments, the verb that
    carries it."""
    low, high = event.trigger.span.start, event.trigger.span.end
    for at in {site.token, site.outer}:
        for own in analysis.children(at):
            if own < at and analysis.deps[own] not in {"punct", "cc"} and event.trigger.noun:
                low = min(low, analysis.starts[min(analysis.subtree(own))])
    low, high = min(low, analysis.starts[site.outer]), max(high, analysis.ends[site.outer])
    for argument in event.arguments:
        low, high = min(low, argument.span.start), max(high, argument.span.end)
    for at in site.clause[:1]:
        if analysis.pos[at] in {"VERB", "AUX"}:
            low, high = min(low, analysis.starts[at]), max(high, analysis.ends[at])
    first = analysis.token_at(low)
    if first and analysis.deps[first - 1] == "prep" and analysis.sentence_of[first - 1] == analysis.sentence_of[first]:
        low = analysis.starts[first - 1]
    return Span(low, high)
