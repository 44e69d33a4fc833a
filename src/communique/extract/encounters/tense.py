"""What tense and modal of one verb say of whether the thing happens."""

from communique.lexicon.encounter import EncounterWords
from communique.model import Analysis, EncounterStatus

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "ll"})
MODAL = frozenset({"may", "might", "could", "can", "ca", "should", "must", "ought"})
WOULD = frozenset({"would", "'d", "’d"})
OPEN_MARKS = frozenset({"until", "till", "before", "if", "once", "unless", "whether", "when", "whenever"})
HELD, ONGOING = EncounterStatus.HELD, EncounterStatus.ONGOING
UNMET = frozenset({"should", "ought"})
CANCELLED = EncounterStatus.CANCELLED
PLANNED, EXPECTED = EncounterStatus.PLANNED, EncounterStatus.EXPECTED


def tense_of(analysis: Analysis, verb: int, words: EncounterWords) -> EncounterStatus | None:
    """The status by tense and modal, negation left aside.

    None for infinitives and participles, which their head decides, and for words that are no verb.
    """
    if not analysis.tags[verb].startswith(("VB", "MD")):
        return None
    helpers = [own for own in analysis.children(verb) if analysis.deps[own] in {"aux", "auxpass"}]
    forms = {analysis.word(own).lower() for own in helpers}
    if forms & FUTURE or _going_to(analysis, verb):
        return PLANNED
    if forms & UNMET and "have" in {analysis.lemmas[own] for own in helpers} and analysis.tags[verb] == "VBN":
        return CANCELLED
    if forms & MODAL:
        return EXPECTED
    if forms & WOULD:
        return PLANNED if _under_report(analysis, verb, words) else EXPECTED
    if "to" in forms:
        return _infinitive(analysis, verb, perfect=any(analysis.lemmas[own] == "have" for own in helpers))
    return _finite(analysis, verb, helpers, words)


def _finite(analysis: Analysis, verb: int, helpers: list[int], words: EncounterWords) -> EncounterStatus | None:
    tag = analysis.tags[verb]
    finite = [own for own in helpers if analysis.tags[own] in {"VBD", "VBZ", "VBP"}]
    if tag == "VBD" or any(analysis.tags[own] == "VBD" or analysis.lemmas[own] == "have" for own in finite):
        return HELD
    present = tag in {"VBZ", "VBP"} or bool(finite)
    if not present:
        return None
    marks = {analysis.lemmas[own] for own in analysis.children(verb) if analysis.deps[own] in {"mark", "advmod"}}
    if marks & OPEN_MARKS:
        return EXPECTED
    if tag == "VBG" or analysis.lemmas[verb] in words.aspect_verbs | {"be"} or tag == "VBN":
        return ONGOING
    return HELD


def _going_to(analysis: Analysis, verb: int) -> bool:
    head = analysis.heads[verb]
    return analysis.lemmas[head] == "go" and analysis.tags[head] == "VBG" and analysis.deps[verb] == "xcomp"


def _infinitive(analysis: Analysis, verb: int, *, perfect: bool) -> EncounterStatus | None:
    """ "is to meet": a plan; "was to have met": one that came to nothing."""
    head = analysis.heads[verb]
    if analysis.lemmas[head] != "be" or analysis.deps[verb] not in {"xcomp", "ccomp", "acl"}:
        return None
    return CANCELLED if perfect and analysis.tags[verb] == "VBN" else PLANNED


def _under_report(analysis: Analysis, verb: int, words: EncounterWords) -> bool:
    head = analysis.heads[verb]
    return head != verb and analysis.lemmas[head] in words.report_verbs | {"agree", "promise"}
