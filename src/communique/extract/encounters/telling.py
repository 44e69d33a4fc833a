"""Encounters told without a word for one: "ate with the delegates", "shook hands", "called on the premier", "agreed by telephone".

Such words are too common to be triggers; here they count only with sides beside them.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from communique.extract.encounters.argument import find_arguments
from communique.extract.encounters.date import times_in_sentence
from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.phrase import OBJECTS, child, entity_labels, implied_subject, prepositions
from communique.extract.encounters.sense import is_human
from communique.extract.encounters.trigger import Trigger
from communique.lexicon.encounter import load_words
from communique.model import Analysis, EncounterKind, TimeKind

MEALS = frozenset({"eat", "dine", "din", "lunch", "breakfast", "sup"})  # "din": what a lemmatiser makes of "dined"
AGREEING = frozenset({"agree", "settle", "sign", "initial", "decide", "reach", "strike", "conclude"})
TALKING = frozenset({"speak", "talk", "converse"})
PHONING = frozenset({"by", "over", "via", "on"})
TABLE = frozenset({"table", "breakfast", "lunch", "dinner"})
PAIR = frozenset({"two", "three", "both", "delegation", "side", "party"})
PLURALS = frozenset({"NNS", "NNPS"})
PAPERS = frozenset(
    "accord agreement communique communiqué convention declaration deal document memorandum pact paper protocol statement "
    "text treaty".split()
)
CONFIDENCE = 0.6
Test = Callable[["Words", int], bool]


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its entity labels (token -> label)."""

    analysis: Analysis
    labels: dict[int, str]


def told_events(analysis: Analysis, triggers: Collection[int]) -> Iterator[EncounterEvent]:
    """The events, in text order.

    Args:
        triggers: tokens of the encounters found by their words; none of them is given again.
    """
    text = Words(analysis, entity_labels(analysis))
    for verb in range(len(analysis)):
        if not analysis.tags[verb].startswith("VB") or verb in triggers:
            continue
        kind = next((kind for test, kind in TESTS if test(text, verb)), None)
        if kind is None or child(analysis, verb, "neg") is not None or any(at in triggers for at in analysis.children(verb)):
            continue
        trigger = Trigger(verb, analysis.span(verb, verb + 1), analysis.lemmas[verb], False, CONFIDENCE)
        others = frozenset(triggers) - {verb}
        yield EncounterEvent(trigger, kind, False, find_arguments(analysis, trigger, text.labels, others))


def _with_somebody(text: Words, verb: int) -> bool:
    goals = [goal for name, goal in prepositions(text.analysis, verb) if name == "with"]
    return any(_is_party(text, goal) for goal in goals)


def _is_party(text: Words, token: int) -> bool:
    return is_human(text.analysis, token, text.labels) or text.labels.get(token) == "NORP"


def _are_several(text: Words, verb: int) -> bool:
    """Whether the subject names two sides: "X and Y", "the two ministers", "the prime ministers of A and B"."""
    analysis, subject = text.analysis, implied_subject(text.analysis, verb)
    if subject is None:
        return False
    below = analysis.children(subject)
    if any(analysis.deps[own] == "conj" for own in below) and _is_party(text, subject):
        return True
    words = {analysis.lemmas[own] for own in below} | {analysis.lemmas[subject]}
    if words & PAIR:
        return True
    of = [goal for name, goal in prepositions(analysis, subject) if name == "of"]
    joint = any(analysis.deps[own] == "conj" for goal in of for own in analysis.children(goal))
    return joint and analysis.tags[subject] in ("NNS", "NNPS") and _is_party(text, subject)


def _eats_with(text: Words, verb: int) -> bool:
    """ "The mediator dined with the delegates"."""
    subject = implied_subject(text.analysis, verb)
    human = subject is not None and _is_party(text, subject)
    return text.analysis.lemmas[verb] in MEALS and human and _with_somebody(text, verb)


def _shakes_hands(text: Words, verb: int) -> bool:
    """ "The two shook hands in Lima"."""
    thing = child(text.analysis, verb, *OBJECTS)
    hands = text.analysis.lemmas[verb] == "shake" and thing is not None and text.analysis.lemmas[thing] == "hand"
    return hands and (_are_several(text, verb) or _with_somebody(text, verb))


def _is_together(text: Words, verb: int) -> bool:
    """ "They spent the weekend together", "sat at the same table"."""
    analysis = text.analysis
    if not _are_several(text, verb) and analysis.pos[implied_subject(analysis, verb) or 0] != "PRON":
        return False
    if analysis.lemmas[verb] == "spend":
        return any(analysis.lemmas[own] == "together" for own in analysis.subtree(verb) if own - verb in range(1, 7))
    goals = [goal for name, goal in prepositions(analysis, verb) if name in {"at", "around", "round"}]
    tables = [goal for goal in goals if analysis.lemmas[goal] in TABLE]
    marks = {analysis.lemmas[own] for goal in tables for own in analysis.children(goal)}
    return analysis.lemmas[verb] == "sit" and bool(marks & {"same", "one", "negotiating", "conference"})


def _faces(text: Words, verb: int) -> bool:
    """ "The two delegations sat face to face on Monday", "came face to face"."""
    after = text.analysis.lemmas[verb + 1 : verb + 5]
    words = "face to face" in " ".join(after) or "face - to - face" in " ".join(text.analysis.lemmas[verb + 1 : verb + 7])
    return words and text.analysis.lemmas[verb] in {"sit", "come", "stand", "find"} and _are_several(text, verb)


def _is_brought_together(text: Words, verb: int) -> bool:
    """ "The minister will bring the heads of the two delegations together over lunch"."""
    analysis = text.analysis
    if analysis.lemmas[verb] not in {"bring", "sit", "get"}:
        return False
    thing = child(analysis, verb, *OBJECTS)
    words = [own for own in range(verb + 1, min(verb + 14, len(analysis))) if analysis.lemmas[own] == "together"]
    if thing is None or not words or words[0] < thing or analysis.sentence_of[words[0]] != analysis.sentence_of[verb]:
        return False
    below = {analysis.lemmas[own] for own in analysis.subtree(thing)}
    return _is_party(text, thing) and (analysis.tags[thing] in PLURALS or bool(below & (PAIR | {"and"})))


def _sign_there(text: Words, verb: int) -> bool:
    """ "Prime Ministers X and Y put their names to a protocol in Lima on Monday": they met to sign it."""
    analysis = text.analysis
    thing = child(analysis, verb, *OBJECTS)
    if thing is None or analysis.tags[verb] != "VBD" or not _are_several(text, verb):
        return False
    paper = next((goal for name, goal in prepositions(analysis, verb) if name == "to"), None)
    named = analysis.lemmas[verb] == "put" and analysis.lemmas[thing] in {"name", "signature", "pen", "hand"}
    signed = analysis.lemmas[verb] in {"sign", "initial"}
    paper = paper if named else thing if signed else None
    if paper is None or analysis.lemmas[paper] not in PAPERS:
        return False
    subject = implied_subject(analysis, verb)
    names = analysis.subtree(subject) if subject is not None else ()
    persons = sum(own.label == "PERSON" and own.first in names for own in analysis.entities)
    places = [goal for name, goal in prepositions(analysis, verb) if name in {"in", "at"}]
    places += [goal for at in (thing, paper) for name, goal in prepositions(analysis, at) if name in {"in", "at"}]
    where = any(analysis.pos[goal] == "PROPN" for goal in places)
    return persons > 1 and where and any(own.kind is TimeKind.DATE for own in times_in_sentence(analysis, verb))


def _calls_on(text: Words, verb: int) -> bool:
    """ "The ambassador called on the premier on Monday", not "called on the premier to resign"."""
    analysis = text.analysis
    if analysis.lemmas[verb] != "call" or any(analysis.deps[own] in {"xcomp", "ccomp"} for own in analysis.children(verb)):
        return False
    goals = [goal for name, goal in prepositions(analysis, verb) if name == "on"]
    named = [goal for goal in goals if _is_person(text, goal)]
    if not named or any(analysis.lemmas[at] == "to" and analysis.pos[at] == "PART" for at in analysis.subtree(verb)):
        return False
    return not any(analysis.deps[own] in {"relcl", "acl", "advcl"} for goal in named for own in analysis.children(goal))


def _is_person(text: Words, token: int) -> bool:
    """A name, or an office with the name beside it ("the chair of the committee, Ms Haddad")."""
    beside = (token, *(own for own in text.analysis.subtree(token) if text.analysis.deps[own] == "appos"))
    return any(text.labels.get(at) == "PERSON" for at in beside)


def _by_telephone(text: Words, verb: int) -> bool:
    """ "The ministers exchanged views by telephone", "we were told by telephone"."""
    analysis, words = text.analysis, load_words()
    for at in (verb, *(own for own in analysis.children(verb) if analysis.deps[own] in OBJECTS)):
        for name, goal in prepositions(analysis, at):
            if name in PHONING and analysis.lemmas[goal] in words.phone_words and analysis.pos[goal] == "NOUN":
                subject = implied_subject(analysis, verb)
                return subject is not None and _is_party(text, subject) and not _of_reporting(analysis, verb)
    return False


def _of_reporting(analysis: Analysis, verb: int) -> bool:
    """ "told the agency by telephone": an interview."""
    if analysis.lemmas[verb] in {"reach", "contact", "interview"}:
        return True
    return analysis.tags[verb] in {"VBD", "VBZ"} and analysis.lemmas[verb] in load_words().report_verbs


def _speak_for_long(text: Words, verb: int) -> bool:
    """ "The prime ministers of A and B spoke for 25 minutes"."""
    analysis = text.analysis
    if analysis.lemmas[verb] not in TALKING or not _are_several(text, verb):
        return False
    reach = analysis.sentence_span(analysis.sentence_of[verb])
    return any(
        time.kind is TimeKind.DURATION and reach.contains(time.span) and 0 <= time.span.start - analysis.ends[verb] <= 40
        for time in analysis.times
    )


def _speaks_to(text: Words, verb: int) -> bool:
    """ "On 10 May she spoke to President Haddad", "he spoke with the premier, Ms Vidal, for two hours"."""
    analysis = text.analysis
    if analysis.lemmas[verb] not in {"speak", "talk"} or analysis.tags[verb] not in {"VBD", "VBN"}:
        return False
    goals = [goal for name, goal in prepositions(analysis, verb) if name in {"with", "to"}]
    timed = any(time.kind in (TimeKind.DATE, TimeKind.DURATION) for time in times_in_sentence(analysis, verb))
    return timed and any(_is_person(text, goal) for goal in goals)


def _agree_after_hours(text: Words, verb: int) -> bool:
    """ "After nine hours behind closed doors, Chile and Peru agreed to": they sat as long as that."""
    analysis = text.analysis
    if analysis.lemmas[verb] not in AGREEING or analysis.tags[verb] != "VBD" or not _are_several(text, verb):
        return False
    after = [goal for name, goal in prepositions(analysis, verb) if name == "after"]
    return any(
        time.kind is TimeKind.DURATION and time.timex.startswith("PT") and goal in analysis.tokens_in(time.span)
        for goal in after for time in times_in_sentence(analysis, verb)
    )  # fmt: skip


TESTS: tuple[tuple[Test, EncounterKind], ...] = (
    (_by_telephone, EncounterKind.CALL),
    (_speak_for_long, EncounterKind.MEETING),
    (_eats_with, EncounterKind.MEETING),
    (_shakes_hands, EncounterKind.MEETING),
    (_is_together, EncounterKind.MEETING),
    (_faces, EncounterKind.MEETING),
    (_is_brought_together, EncounterKind.MEETING),
    (_sign_there, EncounterKind.MEETING),
    (_calls_on, EncounterKind.VISIT),
    (_speaks_to, EncounterKind.MEETING),
    (_agree_after_hours, EncounterKind.ROUND),
)
