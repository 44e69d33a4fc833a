"""Whether an encounter takes place, by the words that govern it: tense, modals, "planned", "cancelled", "denied"."""

from dataclasses import replace
from itertools import pairwise

from communique.extract.encounters.negation import helpers, is_habit, read_negated, was_never_meant
from communique.extract.encounters.phrase import SUBJECTS, child
from communique.extract.encounters.reading import Reading
from communique.extract.encounters.tense import tense_of
from communique.lexicon.encounter import EncounterWords
from communique.model import Analysis, EncounterStatus

HELD, ONGOING = EncounterStatus.HELD, EncounterStatus.ONGOING
PLANNED, EXPECTED = EncounterStatus.PLANNED, EncounterStatus.EXPECTED
CANCELLED, DENIED, RUMOURED = EncounterStatus.CANCELLED, EncounterStatus.DENIED, EncounterStatus.RUMOURED
STRONG = frozenset({CANCELLED, DENIED, RUMOURED})
AHEAD = frozenset({PLANNED, EXPECTED, RUMOURED})
APART = frozenset({"conj", "advcl", "relcl", "parataxis", "appos"})
ABOUT = frozenset({"of", "from", "out", "for", "with", "on", "against", "to"})
FOLLOWING = frozenset({"follow", "come", "hold", "take", "begin", "start", "discuss", "happen"})
OPEN_QUESTION = frozenset({"ask", "consider", "call", "press", "push", "demand"})
HIGHEST = 9
LEAVING = frozenset({"leave", "quit", "walk", "disrupt", "block", "sabotage", "delay", "obstruct", "spoil"})
BROKEN_OFF = frozenset({"suspend", "abandon", "abort", "adjourn", "interrupt", "break"})
RESULT = frozenset({"result", "outcome", "conclusion", "breakdown", "aftermath"})
DOUBTFULLY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
DOUBTING = frozenset({"claim", "allege", "suggest", "hint", "speculate"})
PRESS = frozenset(
    {"media", "press", "newspaper", "paper", "outlet", "tabloid", "blog", "channel", "broadcaster", "daily", "report"}
)
# nouns through which one denies, refuses or calls off an encounter: "denied reports of a meeting", "rejected the offer of talks"
STANDING_FOR = frozenset(
    {
        "account", "allegation", "bid", "call", "chance", "claim", "date", "demand", "holding", "idea", "invitation", "news",
        "notion", "offer", "option", "plan", "possibility", "proposal", "prospect", "report", "request", "rumor", "rumour",
        "speculation", "start", "suggestion", "talk", "thought", "word",
    }
)  # fmt: skip
PROJECT = frozenset(
    {"initiative", "bid", "effort", "push", "drive", "attempt", "pledge", "mission", "idea", "move", "campaign"}
)
ENDING = frozenset({"end", "conclude", "close", "cap", "crown", "complete", "finish", "follow", "wrap"})


def read_status(analysis: Analysis, token: int, words: EncounterWords, inner: int | None = None) -> Reading | None:
    """The status of the encounter that `token` names; None where it is only talked of ("to meet is hard").

    Args:
        inner: the trigger, where `token` only counts or orders it ("a programme of talks").
    """
    own = _by_modifier(analysis, token, words)
    ordered = _named(analysis, token, words) if inner is not None and inner != token else None
    if own is None and ordered in (PLANNED, EXPECTED):
        own = Reading(ordered, token)
    chain = _chain(analysis, token)
    above = _above(analysis, chain, words)
    if above is not None and above.generic:
        return None
    found = above
    if own is not None and not (above is not None and _outweighs(analysis, above, own, token, words)):
        found = own
    if found is None:
        return None
    if found.status is HELD and _by_hearsay(analysis, chain):
        found = replace(found, status=RUMOURED, firm=True)
    return replace(found, speaker=_speaker(analysis, chain, words))


def _by_hearsay(analysis: Analysis, chain: list[int]) -> bool:
    """ "some papers claimed that they had met", "they reportedly met": told by the press, with a word of doubt."""
    verbs = [at for at in chain if analysis.pos[at] in {"VERB", "AUX"}]
    if not verbs:
        return False
    carrying = verbs[0] == chain[0] or analysis.lemmas[verbs[0]] in {"hold", "have", "take"}
    if carrying and any(analysis.lemmas[own] in DOUBTFULLY for own in analysis.children(verbs[0])):
        return True
    for below, at in pairwise(chain):
        subject = child(analysis, at, *SUBJECTS)
        told = analysis.deps[below] in {"ccomp", "parataxis"} and analysis.lemmas[at] in DOUBTING
        if told and subject is not None and analysis.lemmas[subject] in PRESS:
            return True
    return False


def _outweighs(analysis: Analysis, above: Reading, own: Reading, token: int, words: EncounterWords) -> bool:
    """Whether the verbs above say more than what modifies the noun: "held the planned talks", "the round, which had been
    cancelled, will be held"; not "the round, which Lima hosted in May, was suspended"."""
    if analysis.deps[own.token] == "relcl":
        if own.status is HELD and analysis.lemmas[above.token] in BROKEN_OFF:
            return False
        if own.status is CANCELLED and above.status in AHEAD:
            return True
    if analysis.deps[own.token] == "amod" and above.status is HELD:  # "arrived for a hastily arranged visit"
        return any(analysis.deps[at] == "advmod" for at in analysis.children(own.token))
    return above.status in STRONG or _carried(analysis, token, words)


def _chain(analysis: Analysis, token: int) -> list[int]:
    """The token and what stands above it, without the adverbs that a parser puts between a verb and its clause
    ("denied once more that they had met")."""
    chain = [token, *analysis.ancestors(token)]
    passing = {two for one, two in pairwise(chain) if analysis.pos[two] in {"ADV", "ADJ"} and analysis.deps[one] == "ccomp"}
    return [at for at in chain if at not in passing or analysis.deps[at] != "advmod"][:HIGHEST]


def _carried(analysis: Analysis, token: int, words: EncounterWords) -> bool:
    """Whether a light verb carries the noun: "held the planned talks"."""
    verb = analysis.heads[token]
    return analysis.deps[token] in {"dobj", "nsubjpass"} and analysis.lemmas[verb] in words.light_verbs


def _by_modifier(analysis: Analysis, token: int, words: EncounterWords) -> Reading | None:
    """ "planned talks", "the possible meeting", "a trip planned for Monday", "no meeting", "talks, which go on"."""
    carriers = words.light_verbs | words.event_verbs
    for own in analysis.children(token):
        label = analysis.deps[own]
        if label == "det" and analysis.lemmas[own] == "no":
            verb = analysis.heads[token]
            if any(analysis.lemmas[at] == "such" for at in analysis.children(token)):
                return Reading(DENIED, own)
            return Reading(DENIED if _named(analysis, verb, words) in AHEAD else CANCELLED, own, detail="no")
        if label == "relcl":
            reading = tense_of(analysis, own, words)
            carrying = child(analysis, own, "nsubj", "nsubjpass")
            called = _verb_name(analysis, own, words)
            if called is CANCELLED and reading in (HELD, ONGOING) and child(analysis, own, "neg") is None:
                return _worded(analysis, own, called)
            if reading is not None and carrying is not None and analysis.lemmas[own] in carriers:
                return _goes_on(analysis, own) or Reading(reading, own)
        if label == "acl" and analysis.tags[own] == "VB" and analysis.lemmas[own] in FOLLOWING:
            return Reading(PLANNED, own)
        if label == "acl" and analysis.lemmas[own] == "aim":  # "talks aimed at ending the war": what they are for
            continue
        if own > token and analysis.lemmas[own] == "open":  # "Talks open in Lima", which a parser takes for an adjective
            continue
        if label in {"amod", "acl", "compound", "advmod"}:
            name = _named(analysis, own, words)
            if name is not None:
                return _worded(analysis, own, name)
            if label == "acl" and analysis.tags[own] == "VBN" and analysis.lemmas[own] in carriers:
                return Reading(HELD, own)
    return None


def _goes_on(analysis: Analysis, verb: int) -> Reading | None:
    """ "began last year and are still going on"."""
    for own in analysis.children(verb):
        if analysis.deps[own] == "conj" and analysis.tags[own] in {"VBZ", "VBP"}:
            return Reading(ONGOING, own)
    return None


def _named(analysis: Analysis, token: int, words: EncounterWords) -> EncounterStatus | None:
    name = words.status.get(analysis.word(token).lower()) or words.status.get(analysis.lemmas[token])
    return EncounterStatus(name) if name else None


def _worded(analysis: Analysis, token: int, status: EncounterStatus) -> Reading:
    return Reading(status, token, detail=analysis.word(token).lower() if status is CANCELLED else None)


def _speaker(analysis: Analysis, chain: list[int], words: EncounterWords) -> int | None:
    """The subject of the reporting verb that the clause depends on."""
    for below, at in pairwise(chain):
        told = analysis.deps[below] in {"ccomp", "xcomp", "dobj", "parataxis"}
        if told and analysis.lemmas[at] in words.report_verbs | {"deny"}:
            return child(analysis, at, *SUBJECTS)
    return None


def _above(analysis: Analysis, chain: list[int], words: EncounterWords) -> Reading | None:
    """What the verbs and prepositions above say, nearest first; a denial or cancellation further up wins.

    Coordinated and adverbial clauses are not looked into once the own clause has spoken.
    """
    found: Reading | None = None
    finite = circumstance = False
    for number, at in enumerate(chain):
        below = chain[number - 1] if number else None
        if below is not None and finite and analysis.deps[below] in APART:
            break
        circumstance = circumstance or (analysis.pos[at] == "ADP" and analysis.lemmas[at] in words.circumstance)
        reading = _at(analysis, at, below, chain[0], words, circumstance)
        if reading is not None:
            if reading.generic or (reading.status in STRONG and not _left(analysis, chain[:number])):
                return reading
            if reading.status in STRONG:
                continue
            hedged = found is not None and found.status is PLANNED and reading.status is EXPECTED and reading.firm
            if found is None or hedged or (not found.firm and (not finite or (reading.status in AHEAD and reading.firm))):
                found = reading
        finite = finite or tense_of(analysis, at, words) is not None
    return found


def _left(analysis: Analysis, below: list[int]) -> bool:
    """ "denied that she had left the talks": not the talks are denied."""
    return any(analysis.lemmas[at] in LEAVING and analysis.tags[at].startswith("VB") for at in below[1:])


def _at(
    analysis: Analysis, at: int, below: int | None, token: int, words: EncounterWords, circumstance: bool
) -> Reading | None:
    if analysis.tags[at].startswith("VB") or analysis.pos[at] in {"VERB", "AUX"}:
        return _verb(analysis, at, below, token, words, circumstance)
    if below is None:
        return None
    lemma = analysis.lemmas[at]
    if analysis.pos[at] in {"ADP", "SCONJ"}:
        if lemma in words.ahead_prepositions:
            return Reading(PLANNED, at, firm=False)
        return Reading(HELD, at) if lemma in words.behind_prepositions else None
    if lemma in RESULT and not circumstance and analysis.pos[at] == "NOUN":
        return Reading(HELD, at)
    name = None if circumstance else _named(analysis, at, words)
    if name is not None and analysis.pos[at] in {"NOUN", "ADJ"} and name not in (HELD, ONGOING):
        return _worded(analysis, at, name)
    return None


def _verb(
    analysis: Analysis, at: int, below: int | None, token: int, words: EncounterWords, circumstance: bool
) -> Reading | None:
    lemma = analysis.lemmas[at]
    if analysis.tags[at] == "VBG" and analysis.deps[at] == "advcl" and lemma in ENDING and below is not None:
        return Reading(HELD, at)
    tense = tense_of(analysis, at, words)
    negated = child(analysis, at, "neg") is not None
    if tense is None and _is_project(analysis, at):
        return Reading(EXPECTED, at)
    passive = child(analysis, at, "auxpass") is not None
    if below is None and passive and _verb_name(analysis, at, words) is CANCELLED:
        return _by_meaning(analysis, at, CANCELLED, tense, negated)
    if below is not None and not circumstance and _governs(analysis, at, below):
        name = _verb_name(analysis, at, words)
        if name in STRONG and not _stands_for(analysis, below, token, words):
            name = None
        if name is not None and lemma not in words.report_verbs - {"announce"}:
            return _by_meaning(analysis, at, name, tense, negated)
    if tense is None:
        return Reading(HELD, at, generic=True) if is_habit(analysis, at) and below is None else None
    if below is not None and lemma == "be":
        said = _predicate(analysis, at, below, words)
        if said is not None:
            return said
    carrying = below is None or lemma in words.light_verbs | words.event_verbs | {"be"}
    if negated and lemma == "be" and was_never_meant(analysis, at):
        return Reading(DENIED, at)
    if negated:
        return read_negated(analysis, at, below, tense, carrying)
    if below is not None and analysis.deps[below] in SUBJECTS and not carrying:
        return Reading(EXPECTED if tense in AHEAD else HELD, at, firm=False)
    return Reading(tense, at, standing=lemma == "be" and analysis.tags[at] in ("VBZ", "VBP"))


def _is_project(analysis: Analysis, verb: int) -> bool:
    """ "the initiative to convene a summit", wherever the parser hangs the infinitive."""
    to = next((own for own in analysis.children(verb) if analysis.tags[own] == "TO"), None)
    return to is not None and to > 0 and analysis.lemmas[to - 1] in PROJECT and analysis.tags[verb] == "VB"


def _stands_for(analysis: Analysis, noun: int, token: int, words: EncounterWords) -> bool:
    """Whether a word below a verb of denial stands for the encounter; not "rejected a draft meant to steer the talks"."""
    clause = any(analysis.deps[own] in {"acl", "relcl"} and own <= token for own in analysis.children(noun))
    if analysis.pos[noun] != "NOUN" or noun == token or not clause:
        return True
    return analysis.lemmas[noun] in STANDING_FOR | words.nouns.keys() | words.counting_nouns


def _verb_name(analysis: Analysis, at: int, words: EncounterWords) -> EncounterStatus | None:
    """The status that the verb's meaning gives to what it governs, with its particle ("call off", "rule out")."""
    lemma = analysis.lemmas[at]
    particles = {analysis.lemmas[own] for own in analysis.children(at) if analysis.deps[own] == "prt"}
    if ("off" in particles and lemma in {"call", "put"}) or ("out" in particles and lemma == "pull"):
        return CANCELLED
    if "out" in particles and lemma == "rule":
        return DENIED
    if lemma == "open" and (analysis.tags[at] == "VBD" or child(analysis, at, "nsubj") is not None):
        return None
    if lemma == "foresee" and child(analysis, at, "auxpass") is not None:
        return PLANNED
    return None if lemma in {"call", "put"} and particles else _named(analysis, at, words)


def _by_meaning(
    analysis: Analysis, at: int, name: EncounterStatus, tense: EncounterStatus | None, negated: bool
) -> Reading | None:
    """The status a verb's meaning gives, unless it is itself negated or only possible ("may be cancelled")."""
    if negated:
        return Reading(DENIED if name in AHEAD else PLANNED, at, detail="negated")
    if name in STRONG and (tense in AHEAD or (tense is None and "to" in helpers(analysis, at))):
        return Reading(EXPECTED, at)
    return _worded(analysis, at, name)


def _governs(analysis: Analysis, verb: int, below: int) -> bool:
    """Whether what hangs there is what the verb is about, not a circumstance."""
    label = analysis.deps[below]
    if label == "prep":
        return analysis.lemmas[below] in ABOUT
    if label == "ccomp":
        return analysis.lemmas[verb] not in OPEN_QUESTION
    return label in {"dobj", "xcomp", "nsubjpass", "acl", "dative", "oprd"}


def _predicate(analysis: Analysis, verb: int, below: int, words: EncounterWords) -> Reading | None:
    """ "is due", "is under way", "is likely", "is off"."""
    for own in analysis.children(verb):
        if own == below:
            continue
        if analysis.deps[own] == "xcomp" and "to" in helpers(analysis, own):
            return Reading(PLANNED, own)
        if analysis.deps[own] in {"acomp", "attr", "advmod", "oprd", "prep"}:
            name = _named(analysis, own, words)
            if name is not None and name is not HELD:
                return _worded(analysis, own, name)
    return None
