"""Sources: the words of who is cited, and sources without a verb ("according to", "for her")."""

from communique.extract.quotations.content import Stretches
from communique.extract.quotations.marks import Quoted
from communique.extract.quotations.report import Report
from communique.extract.quotations.syntax import conjuncts, name_span, tidy
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution, Span

ACCORDING_CONFIDENCE = 0.8
NORMS = frozenset(
    {
        "ability", "calendar", "constitution", "custom", "law", "legislation", "means", "need", "norm", "plan", "principle",
        "procedure", "programme", "regulation", "rule", "schedule", "size", "standard", "timetable", "tradition", "wish",
    }
)  # fmt: skip
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
        if head is not None and analysis.lemmas[head] in NORMS:
            continue  # "treated according to the law": nobody says it
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
    if analysis.tags[head] in {"WP", "WDT"}:
        return _by_relative(analysis, token, head, last)
    if (parts := _broken_by(analysis, token, phrase_end, first)) and not stretches.meeting(analysis.span(first, last)):
        cue = analysis.span(token, token + 2)
        return Attribution((source_words(analysis, head),), (cue,), parts, ACCORDING_CONFIDENCE)
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


def _broken_by(analysis: Analysis, token: int, after: int, first: int) -> tuple[Span, ...]:
    """The two parts of a clause that the phrase breaks: "The bridge, according to the army, was mined"; () elsewhere."""
    verb = analysis.heads[token]
    if token == first or verb < after or analysis.pos[verb] not in {"VERB", "AUX"} or analysis.word(token - 1) != ",":
        return ()
    below = [t for t in analysis.subtree(verb) if t < token and analysis.deps[t] != "punct"]
    start = below[0] if below else token
    stops = [t for t in range(first, token) if analysis.word(t) in {";", ":"}]
    start = min(start, stops[-1] + 1 if stops else first)
    if stops and start <= stops[-1]:
        start = stops[-1] + 1
    left = tidy(analysis.text, analysis.starts[start], analysis.ends[token - 1]) if start < token else None
    right = tidy(analysis.text, analysis.starts[after], analysis.ends[analysis.subtree(verb)[-1]])
    return tuple(part for part in (left, right) if part is not None) if right is not None else ()


def _by_relative(analysis: Analysis, token: int, relative: int, last: int) -> Attribution | None:
    """ "a diplomat of the region, according to whom ...": the noun before is the source, the words after the content."""
    at = token - 1
    while at > 0 and analysis.pos[at] == "PUNCT":
        at -= 1
    while analysis.heads[at] < at and analysis.deps[at] in {"pobj", "prep", "compound", "amod", "poss"}:
        at = analysis.heads[at]
    content = tidy(analysis.text, analysis.ends[relative], analysis.ends[last - 1])
    if analysis.pos[at] not in {"NOUN", "PROPN"} or analysis.lemmas[at] in cue_words().retold or content is None:
        return None
    if len(analysis.tokens_in(content)) < SHORTEST:
        return None
    return Attribution((source_words(analysis, at),), (analysis.span(token, token + 2),), (content,), ACCORDING_CONFIDENCE)


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
