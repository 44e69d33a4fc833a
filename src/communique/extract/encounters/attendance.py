"""Who is said to have been there, to have led, or to have stayed away, in sentences around an encounter.

"The delegation was led by X", "attended by X and Y", "X was not present", "without X".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.encounters.named import actors_of
from communique.extract.encounters.negation import takes_part
from communique.extract.encounters.participant import ATTEND, STAY_AWAY, subject_of
from communique.extract.encounters.phrase import NOMINAL, OBJECTS, SUBJECTS, child, prepositions
from communique.lexicon.encounter import load_words
from communique.model import ActorKind, Analysis, DocumentActors, NameKind, Participant, Role

LEAD = frozenset({"lead", "head", "chair", "represent"})
HOST = frozenset({"host", "mediate", "broker", "facilitate"})
EXCLUDE = frozenset({"exclude", "exclusion", "bar", "sideline"})
BODY = frozenset(
    ["delegation", "team", "side", "group", "party", "negotiator", "delegate", "envoy", "representative", "mission"]
)
TAKING_PART = frozenset({"presence", "participation", "attendance", "involvement", "inclusion"})
SHUT_OUT = frozenset({"rule", "exclude", "reject", "refuse", "oppose", "veto", "block", "bar", "prevent"})
PRESENT = frozenset({"present", "absent", "there"})


@dataclass(frozen=True, slots=True)
class Attendance:
    """Participants that a sentence adds, and the word that says so."""

    token: int
    people: tuple[Participant, ...]


def find_attendance(analysis: Analysis, sentence: int, actors: DocumentActors) -> Iterator[Attendance]:
    """What one sentence says of who was there, in text order."""
    first, last = analysis.sentences[sentence]
    listed = tuple(_side_list(analysis, sentence, actors))
    if listed:
        yield Attendance(first, listed)
        return
    for token in range(first, last):
        people = tuple(_at(analysis, token, actors))
        if people:
            yield Attendance(token, people)


def _side_list(analysis: Analysis, sentence: int, actors: DocumentActors) -> Iterator[Participant]:
    """ "On the Chilean side: A, B and C." without a verb."""
    first, last = analysis.sentences[sentence]
    opening = [analysis.lemmas[at] for at in range(first, min(first + 6, last))]
    if opening[:1] not in (["on"], ["from"], ["for"]) or not {"side", "part"} & set(opening):
        return
    if any(analysis.tags[at] in ("VBD", "VBZ", "VBP", "MD") for at in range(first, last)):
        return
    seen = set()
    for mention, actor in actors.within(analysis.sentence_span(sentence)):
        if actor.kind is ActorKind.PERSON and mention.kind is not NameKind.PRONOUN and actor.id not in seen:
            seen.add(actor.id)
            yield Participant(actor.id, (mention.evidence,), Role.MEMBER)


def _at(analysis: Analysis, token: int, actors: DocumentActors) -> Iterator[Participant]:
    lemma, tag = analysis.lemmas[token], analysis.tags[token]
    if tag.startswith("VB"):
        yield from _verb(analysis, token, lemma, actors)
    elif lemma == "without" and analysis.pos[token] == "ADP":
        goal = child(analysis, token, "pobj")
        if goal is not None and _of_encounter(analysis, token) and analysis.pos[goal] in {"PROPN", "PRON"}:
            yield from _named(analysis, goal, actors, Role.ATTENDEE, present=False)
    elif lemma in TAKING_PART and _ruled_out(analysis, token):
        for name, goal in prepositions(analysis, token):
            if name in {"of", "by"}:
                yield from _named(analysis, goal, actors, Role.ATTENDEE, present=False)
    elif lemma in {"absence", "exclusion"}:
        below = prepositions(analysis, token)
        from_talks = {goal for name, goal in below if name == "from" and _is_encounter(analysis, goal)}
        for name, goal in below:
            if name == "of" and (from_talks or lemma == "absence"):
                yield from _named(analysis, goal, actors, Role.ATTENDEE, present=False)


def _ruled_out(analysis: Analysis, token: int) -> bool:
    """Whether a presence is the object of a verb that shuts somebody out of an encounter: "ruled out the presence of X at
    the next round"."""
    verb = analysis.heads[token]
    if (
        analysis.deps[token] not in OBJECTS
        or analysis.lemmas[verb] not in SHUT_OUT
        or child(analysis, verb, "neg") is not None
    ):
        return False
    goals = [goal for at in (token, verb) for name, goal in prepositions(analysis, at) if name in {"in", "at"}]
    deeper = [goal for at in goals for name, goal in prepositions(analysis, at) if name == "of"]
    return any(_is_encounter(analysis, goal) for goal in (*goals, *deeper))


def _agents(analysis: Analysis, verb: int) -> list[int]:
    """The "by" phrases of a verb, also of each side: "attended on one side by X and on the other side by Y"."""
    found = []
    for below in (verb, *_sides_below(analysis, verb)):
        found += [goal for name, goal in prepositions(analysis, below) if name == "by"]
    return list(dict.fromkeys(found))


def _sides_below(analysis: Analysis, verb: int) -> list[int]:
    """The nouns of "on the X side", "for X" below a verb, and the ones coordinated with the first."""
    preps = [own for own in analysis.children(verb) if analysis.pos[own] == "ADP"]
    preps += [own for at in preps for own in analysis.children(at) if analysis.deps[own] == "conj"]
    goals = [child(analysis, at, "pobj") for at in preps]
    return [own for at, goal in zip(preps, goals, strict=True) for own in (at, goal) if goal is not None and own is not None
            and analysis.lemmas[goal] in {"side", "part"}]  # fmt: skip


def named_beside(analysis: Analysis, token: int) -> tuple[int, ...]:
    """Nouns that the clause of a word of attendance is about: what it modifies, its subject, object and phrases."""
    below = [own for own in analysis.children(token) if analysis.deps[own] in SUBJECTS | OBJECTS | {"attr", "acomp"}]
    goals = [goal for at in (token, *below) for _, goal in prepositions(analysis, at)]
    above = _modified(analysis, token)
    return tuple(dict.fromkeys((*above, *below, *goals)))


def _modified(analysis: Analysis, token: int) -> list[int]:
    """Nouns that a participle or relative clause may describe: "its session on Wednesday chaired by X"."""
    found: list[int] = []
    if analysis.deps[token] not in {"acl", "relcl"}:
        return found
    for at in analysis.ancestors(token):
        if analysis.pos[at] in {"VERB", "AUX"}:
            break
        if analysis.pos[at] in NOMINAL:
            found.append(at)
    return found


def is_gathering(analysis: Analysis, token: int, at: int) -> bool:
    """Whether the noun at `at` is a gathering that the word of attendance directly speaks of: "a session chaired by X"."""
    direct = at in _modified(analysis, token) or (analysis.heads[at] == token and analysis.deps[at] == "nsubjpass")
    return direct and _is_encounter(analysis, at)


def of_delegation(analysis: Analysis, token: int) -> bool:
    """Whether the words speak of who made up a delegation: "the delegation included X", "X headed the team"."""
    return any(analysis.lemmas[at] in {"delegation", "team", "negotiator"} for at in named_beside(analysis, token))


def _of_encounter(analysis: Analysis, token: int) -> bool:
    """Whether "without X" hangs on a verb of meeting or talking, unnegated and without a modal."""
    words = load_words()
    for at in analysis.ancestors(token):
        if analysis.pos[at] in {"VERB", "AUX"}:
            helpers = {analysis.tags[own] for own in analysis.children(at) if analysis.deps[own] in {"aux", "neg"}}
            return analysis.lemmas[at] in words.verbs.keys() | words.light_verbs and not helpers & {"MD", "RB"}
    return False


def _is_encounter(analysis: Analysis, token: int) -> bool:
    return analysis.lemmas[token] in load_words().nouns.keys() | {"table", "process"}


def _verb(analysis: Analysis, token: int, lemma: str, actors: DocumentActors) -> Iterator[Participant]:
    negated = child(analysis, token, "neg") is not None
    subject = subject_of(analysis, token)
    agents = _agents(analysis, token)
    passive = child(analysis, token, "nsubjpass") is not None or child(analysis, token, "auxpass") is not None
    if _kept_out(analysis, token, lemma, negated=negated, passive=passive):
        if subject is not None:
            yield from _named(analysis, subject, actors, Role.MEMBER, present=False)
    elif (lemma in ATTEND or takes_part(analysis, token)) and not (negated and _of_others(analysis, token)):
        for at in agents or ([subject] if subject is not None and not passive else []):
            yield from _named(analysis, at, actors, Role.MEMBER if negated else Role.ATTENDEE, present=not negated)
    elif lemma == "be" and subject is not None and _said_present(analysis, token) is not None:
        yield from _named(analysis, subject, actors, Role.MEMBER, present=_said_present(analysis, token) is not negated)
    elif lemma in STAY_AWAY | EXCLUDE or (
        lemma == "stay" and any(analysis.lemmas[own] == "away" for own in analysis.children(token))
    ):
        yield from _away(analysis, token, lemma, actors, passive)
    elif lemma in LEAD:
        yield from _led(analysis, token, actors, agents, subject)
    elif lemma == "include" and subject is not None and analysis.lemmas[subject] in BODY:
        thing = child(analysis, token, *OBJECTS)
        if thing is not None:
            yield from _named(analysis, thing, actors, Role.MEMBER, present=not negated)
    elif lemma in HOST:
        for at in agents:
            yield from _named(analysis, at, actors, Role.HOST if lemma == "host" else Role.MEDIATOR, present=True)
    elif lemma == "accompany":
        for at in agents or ([subject] if subject is not None and not passive else []):
            yield from _named(analysis, at, actors, Role.MEMBER, present=not negated)


def _of_others(analysis: Analysis, verb: int) -> bool:
    """ "the ones she did not attend": encounters that are not named, beside one that she did."""
    return analysis.deps[verb] == "relcl" and analysis.lemmas[analysis.heads[verb]] in {"one", "other", "those", "rest"}


def _kept_out(analysis: Analysis, token: int, lemma: str, *, negated: bool, passive: bool) -> bool:
    """ "was not invited", "was not allowed into the room", "was left out"."""
    if not passive or analysis.tags[token] not in {"VBN", "VBD"}:
        return False
    below = {analysis.lemmas[own] for own in analysis.children(token)}
    if lemma == "leave":
        return "out" in below and not negated
    if lemma in {"allow", "admit", "let"}:
        return negated and bool(below & {"into", "in", "inside"})
    return negated and lemma in {"include", "invite"}


def _said_present(analysis: Analysis, token: int) -> bool | None:
    """True for "was present" and "was part of the delegation", False for "was absent", "was nowhere to be seen"."""
    for own in analysis.children(token):
        if analysis.lemmas[own] == "nowhere" and child(analysis, own, "xcomp") is not None:
            return False
        if analysis.lemmas[own] == "part" and analysis.deps[own] == "attr":
            return True if any(analysis.lemmas[goal] in BODY for _, goal in prepositions(analysis, own)) else None
        if analysis.deps[own] in {"acomp", "attr", "advmod"} and analysis.lemmas[own] in PRESENT:
            return analysis.lemmas[own] != "absent"
    return None


def _away(analysis: Analysis, token: int, lemma: str, actors: DocumentActors, passive: bool) -> Iterator[Participant]:
    at = (
        child(analysis, token, "nsubjpass")
        if passive
        else child(analysis, token, *(OBJECTS if lemma in EXCLUDE else SUBJECTS))
    )
    if at is not None:
        yield from _named(analysis, at, actors, Role.MEMBER, present=False)


def _led(
    analysis: Analysis, token: int, actors: DocumentActors, agents: list[int], subject: int | None
) -> Iterator[Participant]:
    """ "the delegation was led by X", "delegations led by X and Y", "X heads the delegation"."""
    role = Role.MEMBER if analysis.lemmas[token] == "represent" else Role.LEAD
    if agents:
        for at in agents if _leads_there(analysis, token) else []:
            yield from _named(analysis, at, actors, role, present=True)
        return
    thing = child(analysis, token, *OBJECTS)
    alone = thing is None and analysis.lemmas[token] == "chair" and analysis.deps[token] == "ROOT"
    if subject is not None and (alone or (thing is not None and analysis.lemmas[thing] in BODY)):
        yield from _named(analysis, subject, actors, role, present=True)


def _leads_there(analysis: Analysis, token: int) -> bool:
    """Whether what is led is a delegation or an encounter, not "the council, chaired by X"."""
    led = child(analysis, token, "nsubjpass")
    of_noun = analysis.heads[token] if led is None and analysis.deps[token] in {"acl", "relcl"} else led
    if of_noun is None or analysis.pos[of_noun] in {"PRON", "PROPN"}:
        return True
    return analysis.lemmas[of_noun] in BODY or _is_encounter(analysis, of_noun)


def _named(analysis: Analysis, token: int, actors: DocumentActors, role: Role, *, present: bool) -> Iterator[Participant]:
    for actor, span in actors_of(analysis, token, actors):
        own = Role.MEMBER if role is Role.ATTENDEE and actor.kind is ActorKind.PERSON else role
        yield Participant(actor.id, (analysis.evidence(span),), own, present)
