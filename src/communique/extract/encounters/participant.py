"""Who takes part: actors in the argument phrases, their roles, and who is said to be absent."""

from collections.abc import Iterator

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.named import actors_of, is_nobody, members_of
from communique.extract.encounters.negation import takes_part
from communique.extract.encounters.phrase import SUBJECTS, child, prepositions
from communique.extract.encounters.sides import guests_of, sent_to, verb_sides
from communique.extract.encounters.site import Site
from communique.lexicon.encounter import load_words
from communique.model import (
    ActorKind,
    Analysis,
    DocumentActors,
    EncounterKind,
    LocalActor,
    NameKind,
    Participant,
    Role,
    Span,
)

LEADS = 3
TELLING = frozenset(
    {"describe", "call", "hail", "praise", "criticise", "criticize", "characterise", "characterize", "dismiss", "welcome"}
)
ATTEND = frozenset({"attend", "join", "participate"})
HOLDING = frozenset(
    {"hold", "have", "conduct", "end", "conclude", "finish", "complete", "resume", "continue", "open", "start", "begin"}
)
LEAVING = frozenset({"come", "emerge", "return"})
RELATIVE = frozenset({"WP", "WDT", "WRB"})
STAY_AWAY = frozenset({"boycott", "skip", "shun", "miss", "snub"})


def people_of(
    analysis: Analysis, event: EncounterEvent, actors: DocumentActors, site: Site, *, inside_only: bool = False
) -> tuple[Participant, ...]:
    """The participants that the sentence gives the event, in text order.

    Persons named by it are leads, unless it lists more than a few; states and bodies are attendees.

    Args:
        inside_only: only phrases below the noun count.
    """
    found = _found(analysis, event, actors, site, inside_only=inside_only)
    persons = sum(actor.kind is ActorKind.PERSON for actor, _, _ in found)
    lead = Role.LEAD if persons <= LEADS else Role.MEMBER
    return tuple(
        Participant(
            actor.id,
            (analysis.evidence(span),),
            lead if role is Role.ATTENDEE and actor.kind is ActorKind.PERSON else role,
            not _stayed_away(analysis, site, span),
        )
        for actor, span, role in sorted(found, key=lambda row: row[1])
    )


def _found(
    analysis: Analysis, event: EncounterEvent, actors: DocumentActors, site: Site, *, inside_only: bool
) -> list[tuple[LocalActor, Span, Role]]:
    """Actors, each once, with the words and the role; not what the event itself is called after."""
    found: dict[str, tuple[LocalActor, Span, Role]] = {}
    arguments = [argument.token for argument in event.of("participants") if _is_who(analysis, event, argument.token)]
    inside = set(analysis.subtree(site.outer))
    for actor, span in before_noun(analysis, event, actors):
        found.setdefault(actor.id, (actor, span, Role.ATTENDEE))
    around = [*speakers_at(analysis, event, site), *closers(analysis, event, site), *takers(analysis, event, site)]
    around += [*_by_phone_with(analysis, event), *guests_of(analysis, event)]
    sent, sender = sent_to(analysis, event)
    around += [sent] if sent is not None else []
    arguments = [token for token in arguments if sent is None or token != sender]
    sides = dict(verb_sides(analysis, event))
    for token in sorted((*arguments, *around, *sides), key=lambda token: token not in inside):
        if inside_only and token not in inside:
            continue
        if event.trigger.noun and token not in inside and len(found) > 1 and not _carries(analysis, site):
            continue
        for actor, span in actors_of(analysis, token, actors):
            if actor.subtype != "media":  # "told the Standard that the summit is off"
                found.setdefault(actor.id, (actor, span, sides.get(token) or _role(analysis, token)))
    if len(found) < 2 and _is_theirs(analysis, site):
        for actor, span in named_before(analysis, site.token, actors):
            found.setdefault(actor.id, (actor, span, Role.ATTENDEE))
    itself = event.trigger.span
    return [row for row in found.values() if not is_nobody(row[0]) and not (event.trigger.noun and row[1].contains(itself))]


def signers_of(analysis: Analysis, token: int, actors: DocumentActors) -> tuple[Participant, ...]:
    """Those whom a phrase names, as participants: persons are leads."""
    return tuple(
        Participant(
            actor.id, (analysis.evidence(span),), Role.LEAD if actor.kind is ActorKind.PERSON else Role.ATTENDEE
        )
        for actor, span in actors_of(analysis, token, actors) if not is_nobody(actor)
    )  # fmt: skip


def _by_phone_with(analysis: Analysis, event: EncounterEvent) -> list[int]:
    """ "spoke by telephone with X", where the parser hangs the other side on the telephone."""
    words = load_words()
    below = [] if event.trigger.noun else [goal for _, goal in prepositions(analysis, event.trigger.token)]
    phones = [goal for goal in below if analysis.lemmas[goal] in words.phone_words | {"call"}]
    return [goal for at in phones for name, goal in prepositions(analysis, at) if name in {"with", "to"}]


def _is_who(analysis: Analysis, event: EncounterEvent, token: int) -> bool:
    """Whether the words name somebody who takes part, not a place, a subject or who only tells of it."""
    return not (
        _only_tells(analysis, event, token)
        or _acts_elsewhere(analysis, event, token)
        or _is_inside(analysis, token)
        or _is_about(analysis, token)
    )


def _acts_elsewhere(analysis: Analysis, event: EncounterEvent, token: int) -> bool:
    """ "X gave in, but when Y visited Z": the subject of a verb above one that has a subject of its own."""
    verb, own = event.trigger.token, child(analysis, event.trigger.token, "nsubj")
    if event.trigger.noun or own is None or analysis.tags[own] in RELATIVE or analysis.deps[token] not in SUBJECTS:
        return False
    return analysis.heads[token] != verb and analysis.heads[token] in analysis.ancestors(verb)


def _is_inside(analysis: Analysis, token: int) -> bool:
    """ "in the centre", "at the ministry": where, not who."""
    head = analysis.heads[token]
    return analysis.deps[token] == "pobj" and analysis.lemmas[head] in {"in", "at", "inside", "near"}


def _is_about(analysis: Analysis, token: int) -> bool:
    """ "negotiations regarding Chile": what it is about, not who."""
    head = analysis.heads[token]
    return analysis.deps[token] == "pobj" and analysis.lemmas[head] in {
        "regard",
        "regarding",
        "concern",
        "about",
        "on",
        "over",
    }


def _carries(analysis: Analysis, site: Site) -> bool:
    verb = analysis.heads[site.outer]
    return analysis.lemmas[verb] in load_words().light_verbs


def _is_theirs(analysis: Analysis, site: Site) -> bool:
    return any(analysis.deps[own] == "poss" and analysis.lemmas[own] == "their" for own in analysis.children(site.outer))


def named_before(analysis: Analysis, token: int, actors: DocumentActors) -> list[tuple[LocalActor, Span]]:
    """The two persons named last before a token of the same sentence; () unless there are two."""
    start = analysis.sentence_span(analysis.sentence_of[token]).start
    if start >= analysis.starts[token]:
        return []
    found: dict[str, tuple[LocalActor, Span]] = {}
    for mention, actor in actors.within(Span(start, analysis.starts[token])):
        if actor.kind is ActorKind.PERSON and mention.kind is not NameKind.PRONOUN:
            found.pop(actor.id, None)
            found[actor.id] = actor, mention.evidence.span
    return list(found.values())[-2:] if len(found) > 1 else []


def _only_tells(analysis: Analysis, event: EncounterEvent, token: int) -> bool:
    """Whether a phrase is the subject of a verb that speaks of the encounter ("X called the talks useful")."""
    verb = analysis.heads[token]
    if analysis.deps[token] != "nsubj" or verb == event.trigger.token:
        return False
    words = load_words()
    lemma = analysis.lemmas[verb]
    inside = any(at in (verb, event.trigger.token) for at in analysis.ancestors(event.trigger.token))
    return inside and lemma in words.report_verbs | TELLING and lemma not in words.light_verbs


def _stayed_away(analysis: Analysis, site: Site, span: Span) -> bool:
    """Whether the words are the subject of "did not attend" or "skipped" above the trigger."""
    for verb in site.clause:
        attending = analysis.lemmas[verb] in ATTEND or takes_part(analysis, verb)
        away = (attending and child(analysis, verb, "neg") is not None) or analysis.lemmas[verb] in STAY_AWAY
        if away:
            return _is_subject(analysis, verb, span)
    return False


def _is_subject(analysis: Analysis, verb: int, span: Span) -> bool:
    subject = subject_of(analysis, verb)
    return subject is not None and analysis.subtree_span(subject).contains(span)


def speakers_at(analysis: Analysis, event: EncounterEvent, site: Site) -> list[int]:
    """ "At the talks, X said": the subject of the verb that an "at" phrase with the trigger belongs to."""
    head = analysis.heads[site.outer]
    if analysis.deps[site.outer] != "pobj" or analysis.lemmas[head] != "at" or analysis.deps[head] != "prep":
        return []
    subject = subject_of(analysis, analysis.heads[head])
    return [subject] if subject is not None and analysis.deps[subject] == "nsubj" else []


def closers(analysis: Analysis, event: EncounterEvent, site: Site) -> list[int]:
    """ "X and Y signed the paper after two days of talks": the subject of a verb that ends an encounter."""
    head = analysis.heads[site.outer]
    wanted = {"after", "at", "during", "following"} | ({"in", "by"} if event.kind is EncounterKind.CALL else set())
    if analysis.deps[site.outer] != "pobj" or analysis.lemmas[head] not in wanted:
        return []
    verb = analysis.heads[head]
    while analysis.pos[verb] in {"NOUN", "ADP"} and analysis.deps[verb] in {"pobj", "dobj", "prep"}:
        verb = analysis.heads[verb]
    subject = subject_of(analysis, verb) if analysis.lemmas[verb] in load_words().closing_verbs else None
    return [subject] if subject is not None and analysis.deps[subject] == "nsubj" else []


def takers(analysis: Analysis, event: EncounterEvent, site: Site) -> list[int]:
    """ "X and Y held a round of talks", "X and Y came out of seven hours of talks": the subject of the verb that carries the
    noun which counts an encounter."""
    at = site.outer
    if not event.trigger.noun or analysis.deps[at] not in {"dobj", "pobj"}:
        return []
    verb = analysis.heads[at]
    way_out = analysis.deps[at] == "pobj" and analysis.lemmas[verb] in {"of", "from"}
    while way_out and analysis.pos[verb] == "ADP":
        verb = analysis.heads[verb]
    carrying = analysis.lemmas[verb] in (LEAVING if way_out else HOLDING) and (way_out or at != site.token)
    subject = subject_of(analysis, verb) if carrying and child(analysis, verb, "neg") is None else None
    return [subject] if subject is not None and analysis.deps[subject] == "nsubj" else []


def _role(analysis: Analysis, token: int) -> Role:
    """host of "hosted", mediator of "mediated"; else attendee."""
    head = analysis.heads[token]
    if analysis.pos[head] == "ADP":
        head = analysis.heads[head]
    lemma = analysis.lemmas[head]
    subject = analysis.deps[token] in {"nsubj"} or analysis.lemmas[analysis.heads[token]] == "by"
    if subject and lemma in {"host", "receive", "welcome"}:
        return Role.HOST
    if subject and lemma in {"mediate", "broker", "facilitate", "moderate"}:
        return Role.MEDIATOR
    return Role.ATTENDEE


def before_noun(analysis: Analysis, event: EncounterEvent, actors: DocumentActors) -> Iterator[tuple[LocalActor, Span]]:
    """ "the Smith-Jones meeting", "US-Russia talks": names before the noun."""
    token = event.trigger.token
    if not event.trigger.noun:
        return
    lefts = [
        own for own in analysis.children(token) if own < token and analysis.deps[own] in {"compound", "nmod", "amod", "poss"}
    ]
    if not lefts:
        return
    first = min(min(analysis.subtree(own)) for own in lefts)
    for mention, actor in actors.within(analysis.span(first, token)):
        if mention.kind is NameKind.PRONOUN or actor.kind in (ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION):
            for own in members_of(actor, actors):
                yield own, mention.evidence.span


def subject_of(analysis: Analysis, verb: int) -> int | None:
    """The subject of a verb."""
    return child(analysis, verb, *SUBJECTS)
