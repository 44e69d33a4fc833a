"""Who holds the stance of "it", "he", "they" where reference resolution left the pronoun open.

Only one who has a will demands, offers or refuses: the nearest subject before it that is such a one and fits in number and
gender is meant. Things, the rivals of every pronoun elsewhere, are none here.
"""

from communique.extract.claims.body_noun import NO_PARTY
from communique.extract.claims.clause import children
from communique.extract.claims.party import Parties
from communique.lexicon.name import given_name_gender
from communique.lexicon.stance import stance_words
from communique.model import ActorKind, Analysis, LocalActor, NameKind

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
OPEN = frozenset({"it", "they", "he", "she"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BACK = 2
SEATS = frozenset({"part", "seat", "chair"})
# what things do as well: "it takes time", "it allows them to", "the plan needs"
OF_THINGS = frozenset(
    "abandon aim allow answer block bow challenge consider contradict count exclude favor favour guarantee hinge hold leave let "
    "live need negotiate open permit promise promote protest put quote recognise recognize require respond rule serve settle sign "
    "speak stand start stick surrender take threaten tie turn walk wave work yield".split()
)


def left_open(analysis: Analysis, parties: Parties, pronoun: int, verb: int) -> tuple[str, ...]:
    """Ids of whom the pronoun before a verb of will means; () where nobody fits, or things do what the verb says."""
    form = analysis.lemmas[pronoun]
    if form not in OPEN or analysis.pos[pronoun] != "PRON" or analysis.deps[pronoun] not in SUBJECTS:
        return ()
    if not _wills(analysis, verb, form):
        return ()
    voice = parties.speech.voice(pronoun) if parties.speech is not None else None
    never = set(voice.speakers) | set(parties.sides(voice.speakers)) if voice is not None and voice.direct else set()
    return () if _told_by_another(analysis, parties, pronoun) else _nearest(analysis, parties, pronoun, form, never)


def _nearest(analysis: Analysis, parties: Parties, pronoun: int, form: str, never: set[str]) -> tuple[str, ...]:
    number = analysis.sentence_of[pronoun]
    for sentence in range(number, max(-1, number - BACK - 1), -1):
        for token in _subjects(analysis, sentence, pronoun):
            found = parties.of(token)
            if found and not set(found) & never and _fits(analysis, parties, found, token, form):
                return found
    return ()


def owner_open(analysis: Analysis, parties: Parties, pronoun: int) -> tuple[str, ...]:
    """Ids of whom "its", "their" before a noun of will means ("Its opposition to the plan"); () where nobody fits."""
    form = {"its": "it", "their": "they", "his": "he", "her": "she"}.get(analysis.word(pronoun).lower(), "")
    if not form or analysis.deps[pronoun] != "poss":
        return ()
    return _nearest(analysis, parties, pronoun, form, set())


def _told_by_another(analysis: Analysis, parties: Parties, pronoun: int) -> bool:
    """ "Washington has made clear that it will": a name that nothing explains says it of itself."""
    above = [own for verb in analysis.ancestors(pronoun) for own in children(analysis, verb, ("nsubj",))]
    return any(own < pronoun and analysis.pos[own] == "PROPN" and not parties.of(own) for own in above)


def _wills(analysis: Analysis, verb: int, form: str) -> bool:
    lemma = analysis.lemmas[verb]
    if children(analysis, verb, ("expl",)):
        return False
    return takes_seat(analysis, verb) or (lemma in stance_words().verbs and (form != "it" or lemma not in OF_THINGS))


def takes_seat(analysis: Analysis, verb: int) -> bool:
    """ "take part", "take its seat"."""
    seats = any(analysis.lemmas[own] in SEATS for own in children(analysis, verb, ("dobj",)))
    return analysis.lemmas[verb] == "take" and seats


def _subjects(analysis: Analysis, sentence: int, pronoun: int) -> list[int]:
    """Subjects of the sentence before the pronoun, and whose a thing in that place is ("Norway's position is simple"): those
    that take a stance there first, then that of the main clause, then the nearest."""
    first, last = analysis.sentences[sentence]
    found = [own for own in range(first, min(last, pronoun)) if analysis.deps[own] in SUBJECTS]
    found += [whose for own in found for whose in children(analysis, own, ("poss",))]
    return sorted(found, key=lambda own: (_rank(analysis, own), -own))


def _rank(analysis: Analysis, token: int) -> int:
    verb = analysis.heads[token]
    if analysis.deps[token] in SUBJECTS and analysis.lemmas[verb] in stance_words().verbs:
        return 0
    return 1 if analysis.heads[verb] == verb else 2


def _fits(analysis: Analysis, parties: Parties, found: tuple[str, ...], token: int, form: str) -> bool:
    actors = [actor for own in found if (actor := parties.actor(own)) is not None]
    if form == "they":
        plural = len(actors) > 1 or analysis.tags[token] in ("NNS", "NNPS") or analysis.lemmas[token] == "they"
        return plural and all(actor.subtype not in NO_PARTY for actor in actors)
    if len(actors) != 1:
        return False
    own = actors[0]
    if form == "it":
        return own.kind in (ActorKind.STATE, ActorKind.ORGANISATION) and own.subtype not in NO_PARTY
    return own.kind is ActorKind.PERSON and gender_of(own) in ("", GENDERS[form])


def gender_of(person: LocalActor) -> str:
    """ "m", "f" or "" by the pronouns that mean a person, else by the given name."""
    told = {
        GENDERS[word]
        for own in person.mentions
        if own.kind is NameKind.PRONOUN and (word := own.evidence.quote.lower()) in GENDERS
    }
    told = told or {given_name_gender(word) or "" for word in person.name.split()[:-1]} & {"m", "f"}
    return told.pop() if len(told) == 1 else ""
