"""Segments of one speech that stand next to each other, and attributions that are no statements."""

from dataclasses import replace

from communique.extract.quotations.content import Content, Stretches, read_content
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution, Form, Span

FEWEST_WORDS = 5
PRONOUNS = frozenset({"he", "she", "they", "it"})
PUNCTUATION = frozenset(" \t\xa0\n\r\"'“”„‟«»‘’,;:.–—-…")


def statements(
    analysis: Analysis, found: tuple[Attribution, ...], stretches: Stretches
) -> tuple[tuple[Attribution, Content], ...]:
    """The attributions that are statements, with their content read; segments of one speech joined; text order.

    Left out: standing wishes and beliefs without quoted words (they are positions), and what has no content.
    """
    rows: list[tuple[Attribution, Content]] = []
    for own in sorted(found, key=lambda own: (own.content[0].start, -own.content[-1].end, own.cue)):
        content = read_content(analysis, own.content, own.cue, stretches)
        if content is None or _is_attitude(analysis, own, content):
            continue
        if rows and _goes_on(analysis, rows[-1], (own, content)):
            rows[-1] = _joined(rows[-1], (own, content))
        else:
            rows.append((own, content))
    return tuple(rows)


def _is_attitude(analysis: Analysis, own: Attribution, content: Content) -> bool:
    """Whether the cue tells what somebody wants or thinks, and no words to speak of are quoted."""
    words = cue_words()
    lemmas = [analysis.lemmas[t] for span in own.cue for t in analysis.tokens_in(span)]
    verbs = [analysis.lemmas[t] for span in own.cue for t in analysis.tokens_in(span) if analysis.pos[t] in {"VERB", "AUX"}]
    if any(verb in words.speech or verb in words.label for verb in verbs):
        return False
    attitude = any(lemma in words.attitude for lemma in lemmas)
    quoted = sum(len(analysis.tokens_in(span)) for span in content.quoted)
    return attitude and quoted < FEWEST_WORDS


def _goes_on(analysis: Analysis, one: tuple[Attribution, Content], two: tuple[Attribution, Content]) -> bool:
    """Whether two direct segments follow each other and the second names its speaker by a pronoun at most."""
    (first, left), (second, right) = one, two
    if not left.form == right.form == Form.DIRECT or not first.source or not _is_pronoun(analysis, second.source):
        return False
    start, end = left.spans[-1].end, right.spans[0].start
    if end <= start or "\n" in analysis.text[start:end] or not second.cue or second.cue[0].start < end:
        return False  # a cue of its own before its words makes a statement of its own
    own = [*first.source, *first.cue, *second.source, *second.cue]
    between = list(analysis.text[start:end])
    for span in own:
        for at in range(max(span.start, start), min(span.end, end)):
            between[at - start] = " "
    rest = [word for word in "".join(between).split() if any(char.isalnum() for char in word)]
    return not rest or _is_setting(analysis, start, end, rest)


def _is_setting(analysis: Analysis, start: int, end: int, rest: list[str]) -> bool:
    """Whether what is left between belongs to the sentence of the cue: one sentence end at most stands between."""
    return len(rest) <= 14 and analysis.text[start:end].count(". ") <= 1


def _is_pronoun(analysis: Analysis, source: tuple[Span, ...]) -> bool:
    if not source:
        return False
    words = analysis.text[source[0].start : source[0].end].lower()
    return len(source) == 1 and words in PRONOUNS


def _joined(one: tuple[Attribution, Content], two: tuple[Attribution, Content]) -> tuple[Attribution, Content]:
    (first, left), (second, right) = one, two
    joined = replace(
        first,
        cue=(*first.cue, *(span for span in second.cue if span not in first.cue)),
        content=(*first.content, *second.content),
        confidence=min(first.confidence, second.confidence),
    )
    return joined, Content((*left.spans, *right.spans), (*left.quoted, *right.quoted), left.form)
