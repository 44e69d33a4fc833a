"""Whether the words around a date speak of the past or the future."""

from collections.abc import Callable

from communique.annotate.time.token import Tokens
from communique.lexicon.numeral import word_set
from communique.model import Analysis

Direction = Callable[[int], int]
REACH = 14
FUTURE = word_set(
    "will shall wo would due scheduled planned plans plan expected expects slated set upcoming begins starts "
    "deadline intends intend hopes hope preparing next ahead going tomorrow arrives postponed must should may can"
)
PAST = word_set(
    "was were had did said told met held came took went began left made got gave saw spoke became has have been "
    "signed killed found sent brought led announced told reported struck hit fell rose won lost knew"
)
NOT_PAST = word_set("need indeed proceed speed feed succeed exceed agreed-upon united red bed need hundred sacred")
PLANNING = word_set("schedule expect plan slate due set postpone delay pencil envisage foresee earmark")
SETTING = word_set("propose fix arrange foresee plan pencil announce")
MOVING = word_set("postpone move reschedule shift delay push put")
AFTERMATH = word_set("follow crown cap stem result")  # in the present tense what they depend on has happened
STATES = word_set("be have say tell report write show know mean remain claim argue add note describe insist")
MODALS = word_set("will shall 'll ’ll wo must should may might can could would")
DONE = word_set(
    "fail manage try attempt begin start continue cease refuse decline struggle seem appear happen proceed meet gather sit"
)
UNTIL = frozenset(("until", "till", "by", "before"))
STOP = "!\n.:"


def by_words(tokens: Tokens) -> Direction:
    """Direction from the nearest cue word of the sentence: -1 past, 1 future, 0 open."""

    def direction(token: int) -> int:
        if _is_not_before(tokens, token):
            return 1
        until = token > 0 and tokens.words[token - 1] in UNTIL
        best = (4, 1) if until else (REACH + 1, 0)
        for step in (-1, 1):
            at = token
            for distance in range(1, REACH):
                at += step
                if not 0 <= at < len(tokens.words) or (tokens.classes[at] in STOP and distance > 1 and not _cut(tokens, at)):
                    break
                cue = _cue(tokens.words[at], tokens, at)
                if cue:
                    best = min(best, (distance, cue))
                    break
        return best[1]

    return direction


def _is_not_before(tokens: Tokens, token: int) -> bool:
    return token > 1 and tokens.words[token - 1] == "before" and tokens.words[token - 2] == "not"


def _cut(tokens: Tokens, at: int) -> bool:
    """Whether a full stop belongs to a month or a weekday cut short."""
    return tokens.classes[at] == "!" and at > 0 and tokens.classes[at - 1] in "mw"


def _cue(word: str, tokens: Tokens, at: int) -> int:
    if word in FUTURE and tokens.text[tokens.starts[at]].islower():
        return 1
    if word in PAST or (len(word) > 4 and word.endswith("ed") and word not in NOT_PAST):
        before = set(tokens.words[max(0, at - 3) : at])
        return 1 if before & MODALS and "have" not in before else -1
    return 0


def by_syntax(analysis: Analysis, tokens: Tokens) -> Direction:
    """Direction from the verb that governs the date; from the words where syntax says nothing."""
    fallback = by_words(tokens)

    def direction(token: int) -> int:
        at = analysis.token_at(tokens.starts[token])
        if at is None or _is_not_before(tokens, token):
            return fallback(token)
        for above in analysis.ancestors(at):
            if analysis.lemmas[above] == "since" and analysis.pos[above] in ("ADP", "SCONJ"):
                return -1
            if _was_planned(analysis, above):
                return 0
            if token and tokens.words[token - 1] in UNTIL | {"to"} and analysis.lemmas[above] in MOVING:
                return 1  # "has been postponed to 14 March"
            if token and tokens.words[token - 1] == "for" and _has_been_set(analysis, above):
                return 1
            if _is_attendant(analysis, above):
                return 0
            if analysis.pos[above] in ("VERB", "AUX"):
                found = verb_direction(analysis, above)
                if found is not None:
                    return 1 if found == 0 and tokens.words[token - 1] in UNTIL else found
        return fallback(token)

    return direction


def _is_attendant(analysis: Analysis, verb: int) -> bool:
    """ "The siege goes on, with shells falling over the weekend": what happens beside the verb above, not ahead of it."""
    if analysis.tags[verb] != "VBG" or analysis.deps[verb] not in ("pcomp", "acl"):
        return False
    head = analysis.heads[verb]
    above = analysis.heads[head] if analysis.deps[verb] == "acl" else head
    return analysis.lemmas[above] == "with"


def _was_planned(analysis: Analysis, verb: int) -> bool:
    """ "a meeting planned for May never took place", "were cancelled": what was planned may be over or still ahead."""
    if analysis.lemmas[verb] not in PLANNING | {"plan"} or analysis.tags[verb] != "VBN" or analysis.deps[verb] != "acl":
        return False
    noun = analysis.heads[verb]
    main = analysis.heads[noun]
    return analysis.deps[noun] in ("nsubj", "nsubjpass") and verb_direction(analysis, main) == -1


def _has_been_set(analysis: Analysis, verb: int) -> bool:
    """ "has been proposed for February": the day lies ahead."""
    helpers = {analysis.word(own).lower() for own in analysis.children(verb) if analysis.deps[own] in ("aux", "auxpass")}
    return analysis.lemmas[verb] in PLANNING | SETTING and analysis.tags[verb] == "VBN" and bool(helpers & {"has", "have"})


def verb_direction(analysis: Analysis, verb: int) -> int | None:
    """-1 for a past verb, 1 for a future one, 0 for a plain present; None where the form says nothing.

    A modal counts as future, also "would" in reported speech; "is meeting on Thursday" is a plan.
    """
    helpers = [child for child in analysis.children(verb) if analysis.deps[child] in ("aux", "auxpass")]
    words = {analysis.word(child).lower() for child in helpers}
    lemma, tag = analysis.lemmas[verb], analysis.tags[verb]
    if tag == "VBN" and words & {"have", "has", "had", "'ve", "’ve"}:
        return -1
    if "to" in words and analysis.deps[verb] == "xcomp" and _has_come_about(analysis, analysis.heads[verb]):
        return -1
    if words & MODALS or (tag in ("VB", "VBN") and "to" in words):
        return 1
    if lemma in PLANNING and tag == "VBN":
        return 1
    if tag == "VBD" or any(analysis.tags[child] == "VBD" for child in helpers):
        return -1
    if tag == "VBG" and words & {"is", "are", "am", "'s", "'re", "’s", "’re", "'m"}:
        return 1
    if tag in ("VBP", "VBZ") and not words and lemma in AFTERMATH:
        return -1
    if tag in ("VBP", "VBZ") and not words:
        return 0 if lemma in STATES or not _is_full_sentence(analysis, verb) else 1
    return None


def _is_full_sentence(analysis: Analysis, token: int) -> bool:
    """Whether the sentence ends with a mark: a headline does not, and its present tense tells of the past."""
    return analysis.word(analysis.sentences[analysis.sentence_of[token]][1] - 1)[-1] in '.!?"”'


def _has_come_about(analysis: Analysis, verb: int) -> bool:
    """ "failed to agree on Sunday", "met to discuss it on Monday": what the past verb says did or did not come about then."""
    return analysis.lemmas[verb] in DONE and verb_direction(analysis, verb) == -1
