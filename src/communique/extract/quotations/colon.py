"""Words without marks after a colon: "Norland's answer: ten years", "The Front repeats: the weapon is ..."."""

from communique.extract.quotations.source import source_words
from communique.extract.quotations.syntax import subject_of, tidy
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution

COLON_SPEECH = 0.7
REACH = 10
SHORTEST = 3
MARKS = frozenset("\"'“”„‟«»‘’")


def after_colon(analysis: Analysis, inside: list[bool]) -> list[Attribution]:
    """The unquoted words that a speech verb or a noun of speech introduces with a colon, in the same line.

    Args:
        inside: for each token, whether it stands in quotation marks; such colons are left out.
    """
    found = []
    text = analysis.text
    for token in range(2, len(analysis) - SHORTEST):
        if analysis.word(token) != ":" or inside[token] or inside[token + 1] or analysis.word(token + 1)[:1] in MARKS:
            continue
        if "\n" in text[analysis.ends[token] : analysis.starts[token + 1]]:
            continue
        told = _by_noun(analysis, token) or _by_verb(analysis, token)
        if told is None:
            continue
        cue, teller = told
        last = _sentence_end(analysis, token + 1)
        content = tidy(text, analysis.starts[token + 1], analysis.ends[last])
        if analysis.word(last)[-1:] not in ".!?…;":
            continue  # a headline
        if content is not None and len(analysis.tokens_in(content)) >= SHORTEST:
            own = analysis.span(cue, cue + 1)
            found.append(Attribution((source_words(analysis, teller),), (own,), (content,), COLON_SPEECH))
    return found


def _sentence_end(analysis: Analysis, token: int) -> int:
    """The last token of the sentence that holds `token`, in its line."""
    _, end = analysis.sentences[analysis.sentence_of[token]]
    last = token
    for at in range(token + 1, end):
        if "\n" in analysis.text[analysis.ends[last] : analysis.starts[at]]:
            break
        last = at
    return last


def _by_noun(analysis: Analysis, colon: int) -> tuple[int, int] | None:
    """ "X's answer:": the noun and its possessor."""
    noun = colon - 1
    if analysis.pos[noun] != "NOUN" or analysis.lemmas[noun] not in cue_words().noun - cue_words().document:
        return None
    holder = next((c for c in analysis.children(noun) if analysis.deps[c] == "poss" and analysis.pos[c] != "PRON"), None)
    return None if holder is None else (noun, holder)


def _by_verb(analysis: Analysis, colon: int) -> tuple[int, int] | None:
    """ "X apologised the same day:": the last verb before the colon, of speech and with a subject, nothing said yet."""
    first, _ = analysis.sentences[analysis.sentence_of[colon]]
    for verb in range(colon - 1, max(first, colon - REACH) - 1, -1):
        if analysis.word(verb) in {";", "."}:
            return None
        if analysis.pos[verb] not in {"VERB", "AUX"}:
            continue
        if analysis.pos[verb] != "VERB" or analysis.lemmas[verb] not in cue_words().speech:
            return None
        teller = subject_of(analysis, verb)
        held = [c for c in analysis.children(verb) if verb < c < colon and analysis.deps[c] in {"dobj", "ccomp", "xcomp"}]
        named = teller is not None and teller < verb and analysis.pos[teller] in {"NOUN", "PROPN", "PRON"}
        return (verb, teller) if teller is not None and named and not held else None
    return None
