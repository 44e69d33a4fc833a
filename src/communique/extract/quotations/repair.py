"""The tagger's attributions mended by syntax: who is the source, where the content begins and ends."""

from dataclasses import replace

from communique.extract.quotations.noun_report import clause_of_noun
from communique.extract.quotations.source import can_speak, source_words
from communique.extract.quotations.syntax import is_passive, subject_of
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution, Span, trimmed

RELATIVE = frozenset({"which", "where"})
LONGEST_LEAD = 5
LONGEST_WHAT = 14
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
VERBS = frozenset({"VERB", "AUX"})


def repaired(analysis: Analysis, own: Attribution) -> Attribution:
    """The attribution with its agent or borrowed subject as source, and whole relative clauses and noun phrases."""
    if not own.content:
        return own
    verb = _cue_verb(analysis, own)
    if verb is not None:
        own = _with_source(analysis, own, verb)
        own = _with_noun(analysis, own, verb)
        own = _after_colon(analysis, own)
    else:
        own = _before_verb(analysis, own)
    return _with_relative(analysis, own)


def _before_verb(analysis: Analysis, own: Attribution) -> Attribution:
    """ "His warning that the port would close came a day later": the verb of which the noun is the subject is no part of
    what the noun tells."""
    for noun in (token for span in own.cue for token in analysis.tokens_in(span)):
        verb = analysis.heads[noun]
        if analysis.pos[noun] != "NOUN" or analysis.deps[noun] not in SUBJECTS or verb < noun:
            continue
        last = analysis.subtree(noun)[-1]
        kept = []
        for span in own.content:
            told = span.start <= analysis.starts[verb] < span.end and analysis.starts[noun] < span.start
            cut = (
                trimmed(analysis.text, span.start, analysis.ends[last])
                if told and analysis.ends[last] > span.start
                else None
            )
            kept.append(cut or span)
        return replace(own, content=tuple(kept))
    return own


def _cue_verb(analysis: Analysis, own: Attribution) -> int | None:
    tokens = [t for span in own.cue for t in analysis.tokens_in(span)]
    return next((t for t in reversed(tokens) if analysis.pos[t] in VERBS and not analysis.deps[t].startswith("aux")), None)


def _with_source(analysis: Analysis, own: Attribution, verb: int) -> Attribution:
    """ "I am told by one who was there": the one; "..., citing a fever": the subject of the main clause."""
    if own.source and not is_passive(analysis, verb) and not _is_relative(analysis, own.source):
        return own
    head = subject_of(analysis, verb) or _passive_subject(analysis, verb)
    if head is None or any(head in analysis.tokens_in(span) for span in own.source):
        return own
    if not own.source and (analysis.tags[verb] != "VBG" or not can_speak(analysis, head)):
        return own
    words = source_words(analysis, head)
    return own if any(words.overlaps(span) for span in (*own.cue, *own.content)) else replace(own, source=(words,))


def _is_relative(analysis: Analysis, source: tuple[Span, ...]) -> bool:
    """Whether the source is a lone "which" or "who": the noun that it stands for tells more."""
    tokens = [token for span in source for token in analysis.tokens_in(span)]
    return len(tokens) == 1 and analysis.tags[tokens[0]] in {"WDT", "WP"}


def _passive_subject(analysis: Analysis, verb: int) -> int | None:
    """ "Rossi had been expected but pulled out, citing a fever": Rossi."""
    for above in analysis.ancestors(verb):
        for child in analysis.children(above):
            if analysis.deps[child] in {"nsubj", "nsubjpass"} and child < verb:
                return child
    return None


def _with_noun(analysis: Analysis, own: Attribution, verb: int) -> Attribution:
    """Of "denied a report by Radio Tolo that ..." the report is what was denied, not the clause alone."""
    if analysis.lemmas[verb] not in cue_words().answering:
        return own
    for child in analysis.children(verb):
        if child < verb or analysis.deps[child] != "dobj" or analysis.lemmas[child] not in cue_words().retold:
            continue
        clause = clause_of_noun(analysis, child)
        if clause is not None and own.content[0].start >= analysis.starts[child]:
            start = analysis.starts[analysis.subtree(child)[0]]
            whole = trimmed(analysis.text, start, max(own.content[-1].end, analysis.ends[clause[1]]))
            cue = tuple(Span(s.start, min(s.end, start)) for s in own.cue if s.start < start)
            cue = tuple(c for s in cue if (c := trimmed(analysis.text, s.start, s.end)) is not None)
            return own if whole is None else replace(own, content=(whole,), cue=cue)
    return own


def _after_colon(analysis: Analysis, own: Attribution) -> Attribution:
    """ "apologised the same day: the list was wrong": what stands between the verb and the colon tells when or how."""
    first = own.content[0]
    if not own.cue or own.cue[-1].start > first.start:
        return own
    lead = analysis.tokens_in(first)
    said = _opens_with_what(analysis, lead)
    for token in lead[: (LONGEST_WHAT if said else LONGEST_LEAD) + 1]:
        if analysis.pos[token] in VERBS and not said:
            return own
        if analysis.word(token) == ":":
            rest = trimmed(analysis.text, analysis.ends[token], first.end)
            return own if rest is None else replace(own, content=(rest, *own.content[1:]))
    return own


def _opens_with_what(analysis: Analysis, lead: range) -> bool:
    """Whether "what he had told me" stands before the words themselves, after "me" or "to us" at most."""
    heard = {"him", "her", "me", "them", "to", "us"}
    first = next((token for token in lead if analysis.word(token).lower() not in heard), None)
    return first is not None and analysis.word(first).lower() == "what"


def _with_relative(analysis: Analysis, own: Attribution) -> Attribution:
    """With the relative clause that a comma ties to the last words: "to withdraw its boats, which have crossed ..."."""
    last = own.content[-1]
    tokens = analysis.tokens_in(last)
    at = tokens[-1] + 1 if tokens else len(analysis)
    if at + 1 >= len(analysis) or analysis.word(at) != "," or analysis.word(at + 1).lower() not in RELATIVE:
        return own
    clause = next((t for t in (analysis.heads[at + 1], *analysis.ancestors(at + 1)) if analysis.deps[t] == "relcl"), None)
    if clause is None or analysis.heads[clause] not in tokens or _is_comment(analysis, clause, at + 1):
        return own
    end = analysis.ends[analysis.subtree(clause)[-1]]
    whole = trimmed(analysis.text, last.start, end)
    if whole is None or any(whole.overlaps(span) for span in (*own.source, *own.cue)):
        return own
    return replace(own, content=(*own.content[:-1], whole))


def _is_comment(analysis: Analysis, clause: int, relative: int) -> bool:
    """Whether a relative clause is the author's: it has a subject of its own, or reports in turn."""
    subject = next((c for c in analysis.children(clause) if analysis.deps[c] in {"nsubj", "nsubjpass"}), relative)
    if analysis.lemmas[clause] in cue_words().speech | cue_words().label:
        return True
    return subject != relative and analysis.word(relative).lower() != "where"
