"""Whether an attribution tells words said or written: by its cue, its source and the grammar of its content.

Source: PolNeAR counts wishes, beliefs and plans as attributions; the record keeps those as positions and only speech here.
"""

from dataclasses import replace

from communique.extract.quotations.content import Stretches
from communique.extract.quotations.report import lemma_of, says_nothing
from communique.extract.quotations.syntax import has_verb
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution, trimmed

DENIED = frozenset({"neither", "no", "none", "nothing"})
FEWEST_QUOTED = 5
PRESENT = frozenset({"VBZ", "VBP"})
VERBS = frozenset({"VERB", "AUX"})


def is_inside(own: Attribution, stretches: Stretches) -> bool:
    """Whether cue and content stand inside one quotation: a report by the one who is quoted."""
    around = stretches.around(own.cue[0]) if own.cue else None
    return around is not None and all(around.span.contains(span) for span in own.content)


def is_silent(analysis: Analysis, own: Attribution) -> bool:
    """Whether the cue is punctuation alone."""
    return not any(char.isalnum() for span in own.cue for char in analysis.text[span.start : span.end])


def is_statement(analysis: Analysis, own: Attribution, stretches: Stretches) -> bool:
    """Whether an attribution tells words said or written, not an attitude, an intention, a show of feeling.

    Quoted words make a statement under any cue. Without them the cue must be a word of speech, somebody must be named,
    and the saying must be asserted.
    """
    quoted = sum(len(analysis.tokens_in(part.span)) for span in own.content for part in stretches.meeting(span))
    if quoted >= FEWEST_QUOTED and not is_inside(own, stretches):
        return True
    tokens = [token for span in own.cue for token in analysis.tokens_in(span)]
    verbs = [token for token in tokens if analysis.pos[token] in VERBS and analysis.deps[token] not in {"aux", "auxpass"}]
    words = cue_words()
    lemmas = {analysis.lemmas[token] for token in tokens}
    colon = bool(own.cue) and analysis.text[own.cue[-1].end - 1 : own.cue[-1].end + 1].rstrip().endswith(":")
    if not own.source or _is_nobody(analysis, own) or any(says_nothing(analysis, verb) for verb in verbs):
        return False
    if lemmas & {"accord", "according"}:
        return True
    if colon or not verbs:
        if own.cue and is_silent(analysis, own) and own.content[0].start < own.cue[0].start:
            return False  # what stands before a colon is not what it introduces
        return colon or bool(lemmas & words.noun)
    first = analysis.tokens_in(own.content[0])
    clause = has_verb(analysis, own.content)
    if first and analysis.lemmas[first[0]] in DENIED and not clause:
        return False  # "reported no detail"
    if lemmas & words.light and lemmas & words.carried:
        return True  # "renewed its call for", "made it clear that"
    verb = next((token for token in reversed(verbs) if _is_said(analysis, token, lemmas)), None)
    if verb is None or (analysis.lemmas[verb] in words.standing and analysis.tags[verb] in PRESENT):
        return False
    lemma = lemma_of(analysis, verb)
    if first and analysis.tags[first[0]] == "TO" and analysis.word(first[0]).lower() == "to":
        return lemma in words.directive
    opening = {analysis.lemmas[token] for token in first[:1]}
    return clause or lemma in words.nominal | words.label or _has_preposition(lemma, lemmas | opening)


def _is_nobody(analysis: Analysis, own: Attribution) -> bool:
    """Whether the source is the author ("we", outside quotation marks) or nobody in particular."""
    tokens = [token for span in own.source for token in analysis.tokens_in(span)]
    return len(tokens) == 1 and analysis.lemmas[tokens[0]] in {"i", "we", "you", "one", "someone", "somebody"}


def _is_said(analysis: Analysis, verb: int, cue: set[str]) -> bool:
    """Whether a verb is one of speech; a particle makes another verb of it ("call off")."""
    words = cue_words()
    lemma = lemma_of(analysis, verb)
    if _has_preposition(lemma, cue):
        return True
    particle = any(analysis.deps[child] == "prt" for child in analysis.children(verb))
    if particle and lemma not in words.nominal:
        return lemma in words.speech and lemma not in words.label
    if lemma == "put":  # "puts the figure at 22"
        return any(analysis.lemmas[child] == "at" for child in analysis.children(verb))
    return lemma in words.speech | words.label | words.addressed | words.nominal


def _has_preposition(lemma: str, near: set[str]) -> bool:
    """Whether a verb stands with the preposition that makes speech of it: "warned against", "objected to"."""
    return any(f"{lemma} {word}" in cue_words().prepositional for word in near)


def without_addressee(analysis: Analysis, own: Attribution) -> Attribution:
    """The attribution of a request without the ones asked: of "urged both sides to return", "to return" was said."""
    words = cue_words()
    verbs = {t for span in own.cue for t in analysis.tokens_in(span) if lemma_of(analysis, t) in words.directive}
    tokens = analysis.tokens_in(own.content[0]) if own.content else ()
    if not verbs or not tokens or tokens[0] < max(verbs):
        return own
    for token in tokens[1:]:
        clause = analysis.heads[token]
        if analysis.word(token).lower() == "to" and analysis.deps[token] == "aux" and analysis.heads[clause] in verbs:
            before = [t for t in tokens if t < token]
            asked = all(t < clause and analysis.pos[t] not in VERBS for t in before)
            span = trimmed(analysis.text, analysis.starts[token], own.content[0].end)
            return replace(own, content=(span, *own.content[1:])) if asked and span is not None else own
    return own
