"""Sources: the words of who is cited, and sources without a verb ("according to", "for her")."""

from communique.extract.quotations.content import Stretches
from communique.extract.quotations.marks import Quoted
from communique.extract.quotations.report import Report
from communique.extract.quotations.syntax import conjuncts, name_span, tidy
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution, Span

ACCORDING_CONFIDENCE = 0.8
SHORTEST = 2


def report_source(analysis: Analysis, report: Report) -> tuple[Span, ...]:
    """The words of the source of a report, coordinated names together; () for none."""
    return () if report.source is None else (source_words(analysis, report.source),)


def source_words(analysis: Analysis, head: int) -> Span:
    """The noun phrase of `head` with what is coordinated with it."""
    spans = [name_span(analysis, own) for own in conjuncts(analysis, head)]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def according_to(analysis: Analysis, inside: list[bool], quoted: tuple[Quoted, ...]) -> list[Attribution]:
    """Attributions by "according to": the rest of its clause is the content."""
    found = []
    stretches = Stretches(quoted)
    for token in range(len(analysis) - 1):
        if analysis.lemmas[token] not in {"accord", "according"} or inside[token]:
            continue
        if analysis.lemmas[token + 1] != "to" or analysis.deps[token] in {"ROOT", "amod"}:
            continue
        head = _object_of(analysis, token)
        if head is not None and (own := _by_according(analysis, token, head, stretches)) is not None:
            found.append(own)
    return found


def _object_of(analysis: Analysis, token: int) -> int | None:
    for child in (*analysis.children(token), *analysis.children(token + 1)):
        if analysis.deps[child] == "pobj":
            return child
        if analysis.deps[child] == "prep":
            inner = next((c for c in analysis.children(child) if analysis.deps[c] == "pobj"), None)
            if inner is not None:
                return inner
    return None


def _by_according(analysis: Analysis, token: int, head: int, stretches: Stretches) -> Attribution | None:
    first, last = analysis.sentences[analysis.sentence_of[token]]
    phrase_end = analysis.subtree(head)[-1] + 1
    text = analysis.text
    if token == first:
        start, end = analysis.starts[min(phrase_end, last - 1)], analysis.ends[last - 1]
    else:
        start, end = analysis.starts[_clause_start(analysis, token, first)], analysis.starts[token]
    if start >= end:
        return None
    whole = stretches.meeting(Span(start, end))
    if len(whole) == 1 and _covers(text, whole[0], start, end):
        content: Span | None = whole[0].span
    else:
        content = tidy(text, start, end)
    if content is None or len(analysis.tokens_in(content)) < SHORTEST:
        return None
    return Attribution((source_words(analysis, head),), (analysis.span(token, token + 2),), (content,), ACCORDING_CONFIDENCE)


def _clause_start(analysis: Analysis, token: int, first: int) -> int:
    """Where the clause that "according to" belongs to begins."""
    for above in analysis.ancestors(token):
        if analysis.pos[above] in {"VERB", "AUX"}:
            start = analysis.subtree(above)[0]
            while start < token and analysis.pos[start] in {"PUNCT", "SCONJ", "CCONJ"}:
                start += 1
            return start if start < token else first
    return first


def _covers(text: str, quoted: Quoted, start: int, end: int) -> bool:
    """Whether nothing but marks and punctuation of [start, end) lies outside the quoted words."""
    outside = text[start : max(start, quoted.outer.start)] + text[min(end, quoted.outer.end) : end]
    return not any(char.isalnum() for char in outside)


def can_speak(analysis: Analysis, head: int) -> bool:
    """Whether a noun may name a speaker: a name, a pronoun of a person, a noun with an article or a possessor."""
    if analysis.pos[head] == "PROPN":
        return True
    if analysis.pos[head] == "PRON":
        return analysis.lemmas[head] in {"he", "she", "they", "who"}
    words = cue_words()
    person = analysis.lemmas[head] in words.anonymous or analysis.lemmas[head].endswith(("er", "or", "ist", "man", "woman"))
    return analysis.pos[head] == "NOUN" and person
