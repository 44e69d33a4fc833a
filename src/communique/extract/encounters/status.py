"""Whether an encounter takes place, by the words that govern it: tense, modals, "planned", "cancelled", "denied"."""

from dataclasses import dataclass
from itertools import pairwise

from communique.extract.encounters.phrase import SUBJECTS, child
from communique.lexicon.encounter import EncounterWords
from communique.model import Analysis, EncounterStatus

ATTEND = frozenset({"attend", "join", "participate"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "ll"})
MODAL = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
OPEN_MARKS = frozenset({"until", "till", "before", "if", "once", "unless", "whether", "when", "whenever"})
APART = frozenset({"conj", "advcl", "relcl", "parataxis", "appos"})
STRONG = frozenset({EncounterStatus.CANCELLED, EncounterStatus.DENIED, EncounterStatus.RUMOURED})
HELD, ONGOING, PLANNED, EXPECTED = (
    EncounterStatus.HELD,
    EncounterStatus.ONGOING,
    EncounterStatus.PLANNED,
    EncounterStatus.EXPECTED,
)
CANCELLED, DENIED, RUMOURED = EncounterStatus.CANCELLED, EncounterStatus.DENIED, EncounterStatus.RUMOURED


@dataclass(frozen=True, slots=True)
class Reading:
    """The status that the words give. `token`: the word that shows it; `speaker`: head of the phrase it is ascribed to.

    `firm` False: nothing but a default stands behind it.
    """

    status: EncounterStatus
    token: int
    speaker: int | None = None
    detail: str | None = None
    firm: bool = True


def read_status(analysis: Analysis, token: int, words: EncounterWords) -> Reading | None:
    """The status of the encounter that `token` names; None where it is only talked of ("to meet is hard")."""
    own = _by_modifier(analysis, token, words)
    chain = [token, *analysis.ancestors(token)]
    speaker = _speaker(analysis, chain, words)
    above = _above(analysis, chain, words)
    if above is not None and above.status in STRONG:
        return _with_speaker(above, speaker)
    found = own if own is not None and (own.status is not HELD or above is None) else above
    if found is None or (
        above is not None
        and above.status is HELD
        and own is not None
        and own.status in (PLANNED, EXPECTED)
        and analysis.tags[token].startswith("NN")
        and _carried(analysis, token, words)
    ):
        found = above if above is not None else own
    return None if found is None else _with_speaker(found, speaker)


def _carried(analysis: Analysis, token: int, words: EncounterWords) -> bool:
    """Whether a light verb carries the noun: "held the planned talks"."""
    return analysis.deps[token] in {"dobj", "nsubjpass"} and analysis.lemmas[analysis.heads[token]] in words.light_verbs


def _with_speaker(found: Reading, speaker: int | None) -> Reading:
    return Reading(found.status, found.token, speaker, found.detail, found.firm)


def _by_modifier(analysis: Analysis, token: int, words: EncounterWords) -> Reading | None:
    """ "planned talks", "the possible meeting", "a trip planned for Monday", "no meeting"."""
    for own in analysis.children(token):
        if own > token and analysis.deps[own] not in {"acl", "relcl"}:
            continue
        name = _named(analysis, own, words)
        if analysis.deps[own] in {"amod", "acl", "compound", "advmod"} and name is not None:
            return Reading(name, own, detail=analysis.word(own).lower() if name is CANCELLED else None)
        if (
            analysis.deps[own] == "acl"
            and analysis.lemmas[own] in words.light_verbs | words.event_verbs
            and analysis.tags[own] == "VBN"
        ):
            return Reading(HELD, own)
        if analysis.deps[own] == "det" and analysis.lemmas[own] == "no":
            return Reading(DENIED, own)
    return None


def _named(analysis: Analysis, token: int, words: EncounterWords) -> EncounterStatus | None:
    name = words.status.get(analysis.word(token).lower()) or words.status.get(analysis.lemmas[token])
    return EncounterStatus(name) if name else None


def _speaker(analysis: Analysis, chain: list[int], words: EncounterWords) -> int | None:
    """The subject of the reporting verb that the clause depends on."""
    for below, at in pairwise(chain):
        if analysis.lemmas[at] in words.report_verbs | {"deny"} and analysis.deps[below] in {
            "ccomp",
            "xcomp",
            "dobj",
            "parataxis",
        }:
            return child(analysis, at, *SUBJECTS)
    return None


def _above(analysis: Analysis, chain: list[int], words: EncounterWords) -> Reading | None:
    """What the verbs and prepositions above say, nearest first; a denial or cancellation further up wins.

    Coordinated and adverbial clauses are not looked into once the own clause has spoken.
    """
    found: Reading | None = None
    for number, at in enumerate(chain):
        below = chain[number - 1] if number else None
        if below is not None and found is not None and found.firm and analysis.deps[below] in APART:
            break
        reading = _at(analysis, at, below, words)
        if reading is None:
            continue
        if reading.status in STRONG:
            return reading
        if (
            found is None
            or not found.firm
            or (found.status is HELD and reading.status in (PLANNED, EXPECTED) and _infinite(analysis, chain[:number]))
        ):
            found = reading
        if number > 8:
            break
    return found


def _infinite(analysis: Analysis, below: list[int]) -> bool:
    """Whether all verbs so far were infinitives or participles."""
    return not any(analysis.tags[at] in {"VBD", "VBZ", "VBP"} for at in below)


def _at(analysis: Analysis, at: int, below: int | None, words: EncounterWords) -> Reading | None:
    tag = analysis.tags[at]
    if tag.startswith("VB") or analysis.pos[at] in {"VERB", "AUX"}:
        return _verb(analysis, at, below, words)
    if below is None:
        return None
    if analysis.pos[at] in {"ADP", "SCONJ"}:
        lemma = analysis.lemmas[at]
        if lemma in words.ahead_prepositions:
            return Reading(PLANNED, at, firm=False)
        return Reading(HELD, at) if lemma in words.behind_prepositions else None
    name = _named(analysis, at, words)
    if name is not None and analysis.pos[at] in {"NOUN", "ADJ"} and name not in (HELD, ONGOING):
        return Reading(name, at, detail=analysis.word(at).lower() if name is CANCELLED else None)
    return None


def _verb(analysis: Analysis, at: int, below: int | None, words: EncounterWords) -> Reading | None:
    lemma = analysis.lemmas[at]
    name = _named(analysis, at, words) if below is not None else None
    particles = {analysis.lemmas[own] for own in analysis.children(at) if analysis.deps[own] == "prt"}
    if below is not None and (("off" in particles and lemma in {"call", "put"}) or (lemma == "pull" and "out" in particles)):
        name = CANCELLED
    if below is not None and "out" in particles and lemma == "rule":
        name = DENIED
    if (
        name is not None
        and below is not None
        and _governs(analysis, below)
        and lemma not in words.report_verbs - {"announce"}
    ):
        return _by_word(analysis, at, name)
    reading = tense_of(analysis, at, words)
    if reading is None or below is None:
        return reading
    carried = analysis.lemmas[at] in words.light_verbs | words.event_verbs or analysis.deps[below] not in SUBJECTS
    if lemma in ATTEND and reading.status in (CANCELLED, DENIED):
        return Reading(HELD, at)
    if not carried and reading.status in (PLANNED, EXPECTED, CANCELLED, DENIED):
        return Reading(EXPECTED if reading.status in (PLANNED, EXPECTED) else HELD, at, firm=False)
    if reading.status in (CANCELLED, DENIED) and not (
        lemma in words.light_verbs | words.event_verbs or lemma in {"happen", "be"}
    ):
        return Reading(HELD, at, firm=False)
    return reading


def _governs(analysis: Analysis, below: int) -> bool:
    """Whether what hangs there is what the verb is about, not a circumstance."""
    label = analysis.deps[below]
    if label == "prep":
        return analysis.lemmas[below] in {"of", "from", "out", "for", "with", "on", "against", "to"}
    return label in {"dobj", "xcomp", "ccomp", "nsubjpass", "acl", "dative", "oprd"}


def _by_word(analysis: Analysis, at: int, name: EncounterStatus) -> Reading | None:
    """The status that a verb's meaning gives: its own modality counts where the verb is not about the future anyway."""
    negated = child(analysis, at, "neg") is not None
    if negated:
        return Reading(DENIED if name in (PLANNED, EXPECTED) else PLANNED, at, detail="negated")
    return Reading(name, at, detail=analysis.word(at).lower() if name is CANCELLED else None)


def tense_of(analysis: Analysis, verb: int, words: EncounterWords) -> Reading | None:
    """The status by tense and modal of one verb; None for infinitives and participles, which their head decides."""
    helpers = [own for own in analysis.children(verb) if analysis.deps[own] in {"aux", "auxpass"}]
    lemmas = {analysis.word(own).lower() for own in helpers}
    tag = analysis.tags[verb]
    negated = child(analysis, verb, "neg") is not None or any(
        analysis.lemmas[own] == "never" for own in analysis.children(verb)
    )
    status = _tensed(analysis, verb, helpers, lemmas, tag, words)
    if status is None:
        return None
    if negated and lemmas & {"do", "does"}:
        return None
    if negated:
        return Reading(DENIED if status in (PLANNED, EXPECTED) else CANCELLED, verb, detail="negated")
    return Reading(status, verb)


def _tensed(
    analysis: Analysis, verb: int, helpers: list[int], lemmas: set[str], tag: str, words: EncounterWords
) -> EncounterStatus | None:
    if lemmas & FUTURE:
        return PLANNED
    if "going" in lemmas or (analysis.lemmas[verb] == "go" and tag == "VBG" and child(analysis, verb, "xcomp") is not None):
        return PLANNED
    if lemmas & MODAL:
        return EXPECTED
    if lemmas & {"would", "'d", "’d"}:
        return PLANNED if _under_report(analysis, verb, words) else EXPECTED
    if "to" in lemmas:
        return _infinitive(analysis, verb)
    marks = {analysis.lemmas[own] for own in analysis.children(verb) if analysis.deps[own] in {"mark", "advmod"}}
    finite = [own for own in helpers if analysis.tags[own] in {"VBD", "VBZ", "VBP"}]
    past = tag == "VBD" or any(analysis.tags[own] == "VBD" or analysis.lemmas[own] == "have" for own in finite)
    if past:
        return HELD
    if marks & OPEN_MARKS and (tag in {"VBZ", "VBP"} or finite):
        return EXPECTED
    if tag == "VBG" and finite:
        return ONGOING
    if tag in {"VBZ", "VBP"} or finite:
        return ONGOING if analysis.lemmas[verb] in words.aspect_verbs | {"be"} or tag == "VBN" else HELD
    return None


def _infinitive(analysis: Analysis, verb: int) -> EncounterStatus | None:
    """ "is to meet": a plan; "flew there to meet": as its head."""
    head = analysis.heads[verb]
    if analysis.lemmas[head] == "be" and analysis.deps[verb] in {"xcomp", "ccomp", "acl"}:
        return PLANNED
    return None


def _under_report(analysis: Analysis, verb: int, words: EncounterWords) -> bool:
    head = analysis.heads[verb]
    return head != verb and analysis.lemmas[head] in words.report_verbs | {"agree", "promise"}
