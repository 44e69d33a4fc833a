"""From events to drafts: every event read for status, people, place, date and duration."""

from collections.abc import Sequence

from communique.extract.encounters.date import date_of, duration_of
from communique.extract.encounters.draft import Draft
from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.participant import people_of
from communique.extract.encounters.phrase import outer_noun, prepositions
from communique.extract.encounters.place import place_of
from communique.extract.encounters.status import Reading, read_status
from communique.lexicon.encounter import EncounterWords, load_words
from communique.lexicon.issue import find_issues
from communique.model import Analysis, DocumentActors, EncounterKind, EncounterStatus, Span

POINTING = frozenset({"the", "this", "these", "that", "those", "both", "such", "their", "its", "his", "her"})
FRESH = frozenset(
    {
        "another",
        "second",
        "third",
        "fourth",
        "fifth",
        "next",
        "new",
        "further",
        "future",
        "additional",
        "separate",
        "parallel",
        "other",
        "upcoming",
        "subsequent",
        "fresh",
        "possible",
        "planned",
    }
)
CLAUSE_TOP = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "xcomp", "csubj"})
SOFT = frozenset(
    {
        "discuss",
        "speak",
        "talk",
        "converse",
        "chat",
        "consult",
        "debate",
        "negotiate",
        "gather",
        "bargain",
        "contact",
        "convene",
    }
)


def read_drafts(analysis: Analysis, events: Sequence[EncounterEvent], actors: DocumentActors) -> list[Draft]:
    """The drafts of a text, in text order; events without a status of their own are left out."""
    words = load_words()
    found = []
    for event in events:
        if event.public:
            continue
        draft = _draft(analysis, event, actors, words)
        if draft is not None:
            found.append(draft)
    return found


def clause_of(analysis: Analysis, token: int, words: EncounterWords) -> tuple[int, ...]:
    """The words between a trigger and the verb of its clause, that verb included.

    An infinitive or participle under a verb belongs to the clause of that verb.
    """
    found = []
    at = token
    while analysis.heads[at] != at:
        if analysis.pos[at] in {"VERB", "AUX"} and analysis.deps[at] in {
            "ROOT",
            "advcl",
            "relcl",
            "ccomp",
            "conj",
            "parataxis",
        }:
            break
        at = analysis.heads[at]
        found.append(at)
        if analysis.pos[at] == "NOUN" and analysis.lemmas[at] not in words.nouns:
            break
    return tuple(found)


def _draft(analysis: Analysis, event: EncounterEvent, actors: DocumentActors, words: EncounterWords) -> Draft | None:
    token = outer_noun(analysis, event.trigger.token, words.counting_nouns)
    people = people_of(analysis, event, actors)
    reading = read_status(analysis, token, words)
    if reading is None:
        if not event.trigger.noun:
            return None
        reading = Reading(EncounterStatus.HELD, token, firm=False)
    clause = clause_of(analysis, token, words)
    both = {token, event.trigger.token}
    before = {analysis.lemmas[own] for at in both for own in analysis.children(at) if own < at}
    span = _phrase(analysis, event, clause)
    topics = [analysis.text[argument.span.start : argument.span.end] for argument in event.of("topics")]
    return Draft(
        event=event,
        kind=_kind(event, people, actors),
        reading=reading,
        sentence=analysis.sentence_of[token],
        span=span,
        people=people,
        place=place_of(analysis, event, actors, clause),
        date=date_of(analysis, event, clause),
        duration=duration_of(analysis, event),
        definite=bool(before & POINTING) and event.trigger.noun,
        fresh=bool(before & FRESH),
        weak=_weak(analysis, event, people),
        countries=frozenset(
            actor.country for own in people if (actor := actors.by_id(own.actor)) is not None and actor.country
        ),
        topics=tuple(dict.fromkeys(issue for text in topics for issue in find_issues(text))),
    )


def _kind(event: EncounterEvent, people: Sequence[object], actors: DocumentActors) -> EncounterKind:
    return event.kind


def _weak(analysis: Analysis, event: EncounterEvent, people: Sequence[object]) -> bool:
    """Whether the words alone do not make an encounter: "issues were discussed", "spoke of peace"."""
    lemma = event.trigger.lemma
    if event.trigger.noun:
        return lemma in {"discussion", "conversation", "deliberation", "debate"} and len(people) < 2
    if lemma not in SOFT:
        return False
    sides = {name for name, _ in prepositions(analysis, event.trigger.token)} & {"with", "to"}
    return len(people) < 2 or (not sides and lemma in {"discuss", "speak", "talk", "debate"} and len(people) < 2)


def _phrase(analysis: Analysis, event: EncounterEvent, clause: Sequence[int]) -> Span:
    """The words that speak of the encounter: the trigger, its arguments, and a verb that carries it, nothing between
    sentences."""
    low, high = event.trigger.span.start, event.trigger.span.end
    for argument in event.arguments:
        low, high = min(low, argument.span.start), max(high, argument.span.end)
    for at in clause[:1]:
        if analysis.pos[at] in {"VERB", "AUX"}:
            low, high = min(low, analysis.starts[at]), max(high, analysis.ends[at])
    first = analysis.token_at(low)
    if (
        first is not None
        and first
        and analysis.deps[first - 1] == "prep"
        and analysis.sentence_of[first - 1] == analysis.sentence_of[first]
    ):
        low = analysis.starts[first - 1]
    return Span(low, high)
