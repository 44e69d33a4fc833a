"""Reports told by a noun: "a report by Radio Tolo that ...", "rumours spread by certain papers according to which ..."."""

from bisect import bisect_right

from communique.extract.quotations.source import source_words
from communique.extract.quotations.syntax import tidy
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution

NOUN_CONFIDENCE = 0.7
REACH = 14
SHORTEST = 3
FROM = frozenset({"by", "from", "in", "of", "on"})
SPREAD = frozenset({"VBN", "VBD"})


def find_noun_reports(analysis: Analysis, inside: list[bool]) -> list[Attribution]:
    """The reports that a noun of what is retold carries, with the one who tells them; in text order.

    Args:
        inside: for each token, whether it stands in quotation marks; such nouns are left out.
    """
    found = []
    for token in range(len(analysis) - SHORTEST):
        if analysis.lemmas[token] not in cue_words().retold or analysis.pos[token] != "NOUN" or inside[token]:
            continue
        opening = clause_of_noun(analysis, token)
        teller = _teller(analysis, token, opening) if opening is not None else None
        if opening is None or teller is None:
            continue
        first, last = opening
        content = tidy(analysis.text, analysis.starts[first], analysis.ends[last])
        if content is not None and last - first + 1 >= SHORTEST:
            cue = analysis.span(token, token + 1)
            found.append(Attribution((source_words(analysis, teller),), (cue,), (content,), NOUN_CONFIDENCE))
    return found


def clause_of_noun(analysis: Analysis, noun: int) -> tuple[int, int] | None:
    """First and last token of the "that" or "according to which" clause that tells what a noun of report holds."""
    _, end = analysis.sentences[analysis.sentence_of[noun]]
    for token in range(noun + 1, min(end - 1, noun + REACH)):
        word = analysis.word(token).lower()
        verb = analysis.pos[token] in {"VERB", "AUX"} and analysis.tags[token] not in SPREAD
        if word in {",", ";", ":"} or (verb and word != "according"):
            return None
        if word == "that" and analysis.tags[token] in {"IN", "WDT"}:
            return _clause(analysis, token + 1, analysis.heads[token])
        if word == "which" and analysis.word(token - 1).lower() == "to" and analysis.word(token - 2).lower() == "according":
            return _clause(analysis, token + 1, _verb_after(analysis, token + 1, end))
    return None


def _verb_after(analysis: Analysis, first: int, end: int) -> int:
    """The verb whose subject opens the words from `first` on; `first` itself where there is none."""
    for token in range(first, end):
        if analysis.deps[token] in {"nsubj", "nsubjpass"}:
            return analysis.heads[token]
    return first


def _clause(analysis: Analysis, first: int, verb: int) -> tuple[int, int] | None:
    """The clause of `verb`, from `first` on; None where it has no subject of its own."""
    subjects = [c for c in analysis.children(verb) if analysis.deps[c] in {"nsubj", "nsubjpass", "expl"}]
    if not any(first <= subject < verb for subject in subjects):
        return None
    last = analysis.subtree(verb)[-1]
    return (first, last) if last >= verb else None


def _teller(analysis: Analysis, noun: int, clause: tuple[int, int]) -> int | None:
    """Who tells: the possessor of the noun, or the object of "by", "from", "in" or "of" before the clause."""
    for child in analysis.children(noun):
        if analysis.deps[child] == "poss":
            return child
    for token in range(noun + 1, clause[0]):
        if analysis.lemmas[token] in FROM and analysis.deps[token] in {"prep", "agent"}:
            held = next((c for c in analysis.children(token) if analysis.deps[c] == "pobj" and c < clause[0]), None)
            if held is not None and not (analysis.lemmas[token] == "in" and _is_place(analysis, held)):
                return held
    return None


def _is_place(analysis: Analysis, token: int) -> bool:
    """Whether a noun names a town or country: "rumours in Tolo that" are nobody's."""
    at = bisect_right(analysis.entities, token, key=lambda own: own.first) - 1
    return at >= 0 and analysis.entities[at].last > token and analysis.entities[at].label in {"GPE", "LOC", "FAC"}
