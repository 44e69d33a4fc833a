"""Words without marks after a colon: "Norland's answer: ten years", "The Front repeats: the weapon is ..."."""

from collections.abc import Iterator

from communique.extract.quotations.source import source_words
from communique.extract.quotations.syntax import has_verb, subject_of, tidy
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution

COLON_SPEECH = 0.7
RETOLD = frozenset({"it", "that", "this", "what"})
REACH = 12
SHORTEST = 3
MARKS = frozenset("\"'“”„‟«»‘’")


def after_colon(analysis: Analysis, inside: list[bool]) -> list[Attribution]:
    """The unquoted words that a speech verb or a noun of speech introduces with a colon, in the same line.

    Args:
        inside: for each token, whether it stands in quotation marks; such colons are left out.
    """
    found = []
    for token in _colons(analysis):
        if inside[token] or inside[token + 1] or analysis.word(token + 1)[:1] in MARKS:
            continue
        told = _by_noun(analysis, token) or _by_verb(analysis, token)
        if told is not None and (made := _made(analysis, token, *told)) is not None:
            found.append(made)
    return found


def retold_after_colon(analysis: Analysis, inside: list[bool]) -> list[Attribution]:
    """What a quoted speaker says again with a colon: "I said it that day: they will come", "what she told him: that ..."."""
    found = []
    for token in _colons(analysis):
        if not inside[token] or not inside[token + 1] or analysis.word(token + 1)[:1] in MARKS:
            continue
        told = _by_verb(analysis, token, RETOLD)
        if told is None or (
            analysis.lemmas[told[1]].lower() in {"i", "we"} and analysis.tags[told[0]] not in {"VBD", "VBN"}
        ):
            continue
        if (made := _made(analysis, token, *told, inside)) is not None and has_verb(analysis, made.content):
            found.append(made)
    return found


def _colons(analysis: Analysis) -> Iterator[int]:
    """The colons that more words of the same line follow."""
    text = analysis.text
    for token in range(2, len(analysis) - SHORTEST):
        if analysis.word(token) == ":" and "\n" not in text[analysis.ends[token] : analysis.starts[token + 1]]:
            yield token


def _made(analysis: Analysis, colon: int, cue: int, teller: int, within: list[bool] | None = None) -> Attribution | None:
    """The attribution of the words behind a colon, to the end of their sentence or of the marks around; None for a
    headline."""
    first = colon + 2 if analysis.word(colon + 1).lower() == "that" else colon + 1
    last = _sentence_end(analysis, colon + 1)
    if within is not None:
        last = next((token - 1 for token in range(colon + 1, last + 1) if not within[token]), last)
    content = tidy(analysis.text, analysis.starts[min(first, last)], analysis.ends[last], marks='"')
    ended = within is not None or analysis.word(last)[-1:] in ".!?…;" or analysis.word(last)[-1:] in MARKS
    if not ended or content is None or len(analysis.tokens_in(content)) < SHORTEST:
        return None
    return Attribution((source_words(analysis, teller),), (analysis.span(cue, cue + 1),), (content,), COLON_SPEECH)


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


def _by_verb(analysis: Analysis, colon: int, said: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """ "X apologised the same day:": the last verb before the colon, of speech and with a subject, nothing said yet.

    Args:
        said: words for what follows ("it", "what"), one of which must be the object of the verb; () = it has no object.
    """
    first, _ = analysis.sentences[analysis.sentence_of[colon]]
    for verb in range(colon - 1, max(first, colon - REACH) - 1, -1):
        if analysis.word(verb) in {";", "."}:
            return None
        if analysis.pos[verb] not in {"VERB", "AUX"}:
            continue
        if analysis.pos[verb] != "VERB" or analysis.lemmas[verb] not in cue_words().speech:
            return None
        teller = subject_of(analysis, verb)
        below = [
            c for c in analysis.children(verb) if c < colon and analysis.deps[c] in {"dobj", "dative", "ccomp", "xcomp"}
        ]
        meant = [c for c in below if analysis.word(c).lower() in said]
        if bool(said) != bool(meant):
            return None
        held = [c for c in below if c > verb and c not in meant and not said]
        named = teller is not None and teller < verb and analysis.pos[teller] in {"NOUN", "PROPN", "PRON"}
        return (verb, teller) if teller is not None and named and not held else None
    return None
