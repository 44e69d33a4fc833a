"""Attributions by rule: quotation marks with the nearest fitting reporting clause, and reported clauses without marks.

The fallback where no tagger is loaded; with one, it fills what the tagger missed (see `merge`).
"""

from dataclasses import dataclass

from communique.extract.quotations.colon import after_colon, retold_after_colon
from communique.extract.quotations.hearsay import is_hearsay
from communique.extract.quotations.link import BARE_CONFIDENCE, COLON_CONFIDENCE, Linker
from communique.extract.quotations.marks import Quoted
from communique.extract.quotations.noun_report import find_noun_reports
from communique.extract.quotations.phrase import in_words_of
from communique.extract.quotations.report import Report, find_reports, says_nothing
from communique.extract.quotations.source import according_to, report_source
from communique.extract.quotations.syntax import tidy
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution, Span

__all__ = ["BARE_CONFIDENCE", "CLAUSE_CONFIDENCE", "COLON_CONFIDENCE", "NESTED_CONFIDENCE", "find_by_rule"]

CLAUSE_CONFIDENCE = 0.7
OBJECT_CONFIDENCE = 0.45
NESTED_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class RuleFound:
    """What the rules find: attributions of the text itself, and reports inside the words of a quoted speaker."""

    outer: tuple[Attribution, ...]
    nested: tuple[Attribution, ...]


def find_by_rule(analysis: Analysis, quoted: tuple[Quoted, ...], done: tuple[Span, ...] = ()) -> RuleFound:
    """The attributions that marks and syntax show, in text order.

    Args:
        quoted: the quoted stretches of the same text, from `marks.find_quoted`.
        done: stretches that have their speaker already (turns of a transcript).
    """
    inside = [False] * len(analysis)
    for own in quoted:
        for token in analysis.tokens_in(own.span):
            inside[token] = True
    reports = find_reports(analysis, lambda token: not inside[token])
    named = [*according_to(analysis, inside, quoted), *in_words_of(analysis, inside, quoted)]
    linker = Linker(analysis, quoted, reports, (*done, *(span for own in named for span in own.content)))
    found = linker.attributions()
    for report in reports:
        if report.verb not in linker.used and (made := _unquoted(analysis, report)) is not None:
            found.append(made)
    found.extend(named)
    found.extend(find_noun_reports(analysis, inside))
    known = {span for own in found for span in own.cue}
    found.extend(own for own in after_colon(analysis, inside) if own.cue[0] not in known)
    within = find_reports(analysis, lambda token: inside[token])
    nested = [made for report in within if (made := _nested(analysis, report)) is not None]
    told = {span for own in nested for span in own.cue}
    nested += [own for own in retold_after_colon(analysis, inside) if own.cue[0] not in told]
    return RuleFound(_ordered(found), _ordered(nested))


def _ordered(found: list[Attribution]) -> tuple[Attribution, ...]:
    return tuple(sorted(found, key=lambda own: (own.content[0].start, -own.content[-1].end, own.cue)))


def _unquoted(analysis: Analysis, report: Report) -> Attribution | None:
    """A reported clause without quoted words; attitudes, denials of speech and possible speech are left out."""
    words = cue_words()
    lemma = analysis.lemmas[report.verb]
    if report.frame == "bare":
        return None
    if report.source is None:
        told = make(analysis, report, CLAUSE_CONFIDENCE) if report.frame == "clause" else None
        return told if told is not None and is_hearsay(analysis, told.cue, told.content) else None
    if lemma in words.attitude and lemma not in words.speech:
        return None
    if says_nothing(analysis, report.verb):
        return None
    confidence = CLAUSE_CONFIDENCE if report.frame == "clause" else OBJECT_CONFIDENCE
    return make(analysis, report, confidence)


def _nested(analysis: Analysis, report: Report) -> Attribution | None:
    """Words that a quoted speaker reports: only plain speech with a clause and somebody who said it or was told."""
    if report.frame not in {"clause", "directive"} or analysis.lemmas[report.verb] not in {*cue_words().speech}:
        return None
    if says_nothing(analysis, report.verb):
        return None
    if report.source is None and report.frame == "directive":
        return None  # "we are being asked to pay": by nobody
    if report.source is not None and not _is_told_of(analysis, report):
        return None
    return make(analysis, report, NESTED_CONFIDENCE)


def _is_told_of(analysis: Analysis, report: Report) -> bool:
    """Whether a quoted speaker tells of an act of speech: somebody else's, or an earlier one of his own ("I have told
    them that ..."); "I say" and "we say" are the very speech that is quoted."""
    lemma = analysis.lemmas[report.source] if report.source is not None else ""
    if lemma == "i":
        perfect = any(analysis.lemmas[c] == "have" and analysis.deps[c] == "aux" for c in analysis.children(report.verb))
        return analysis.tags[report.verb] == "VBD" or perfect
    return lemma not in {"we", "you", "it", "one"}


def make(analysis: Analysis, report: Report, confidence: float) -> Attribution | None:
    """The attribution of a report with the content that its syntax shows."""
    text = analysis.text
    content = []
    for first, last in report.content:
        span = tidy(text, analysis.starts[first], analysis.ends[last - 1], marks='"')
        if span is not None:
            content.append(span)
    if not content:
        return None
    return Attribution(report_source(analysis, report), (report.cue(analysis),), tuple(content), confidence)
