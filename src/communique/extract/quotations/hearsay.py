"""What nobody in particular says: "it is said that", "he was told that", "it has been written that"."""

from dataclasses import replace

from communique.extract.quotations.report import says_nothing
from communique.extract.quotations.syntax import has_verb, is_told, subject_of
from communique.model import Analysis, Attribution, Span

IMPERSONAL = frozenset({"allege", "announce", "claim", "report", "say", "tell", "whisper", "write"})
TELLING = frozenset({"inform", "notify", "tell", "warn"})
VERBS = frozenset({"VERB", "AUX"})


def without_hearer(analysis: Analysis, own: Attribution) -> Attribution:
    """The attribution of "he was told that ..." without a source: he is the one who hears."""
    verb = _verb(analysis, own.cue)
    hearers = {token for span in own.source for token in analysis.tokens_in(span)}
    if verb is None or analysis.lemmas[verb] not in TELLING or not is_told(analysis, verb) or not hearers:
        return own
    teller = subject_of(analysis, verb)
    return own if teller is not None else replace(own, source=())


def is_hearsay(analysis: Analysis, cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Whether a clause is told and the text names nobody who tells it."""
    verb = _verb(analysis, cue)
    if verb is None or not is_told(analysis, verb) or subject_of(analysis, verb) is not None or says_nothing(analysis, verb):
        return False
    after = content[0].start >= analysis.ends[verb]
    before = analysis.text[: content[0].start].rstrip()[-5:].lower()
    if not after or not (before.endswith(" that") or has_verb(analysis, content)):
        return False
    return analysis.lemmas[verb] in TELLING or (analysis.lemmas[verb] in IMPERSONAL and _is_impersonal(analysis, verb))


def _is_impersonal(analysis: Analysis, verb: int) -> bool:
    """ "It is said": "it" stands for nothing."""
    subject = next((c for c in analysis.children(verb) if analysis.deps[c] in {"nsubjpass", "expl"}), None)
    return subject is not None and analysis.lemmas[subject] == "it"


def _verb(analysis: Analysis, cue: tuple[Span, ...]) -> int | None:
    tokens = [token for span in cue for token in analysis.tokens_in(span)]
    return next((t for t in reversed(tokens) if analysis.pos[t] in VERBS and not analysis.deps[t].startswith("aux")), None)
