"""Reporting clauses by syntax: which verb reports, who is its source, which words are its content.

Source: definitions of source, cue and content in PARC 3 and PolNeAR; frames in `lexicon/data/cue_verb.yaml`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from communique.extract.quotations.syntax import subject_of
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Span

CLAUSES = frozenset({"ccomp", "parataxis"})
OBJECTS = frozenset({"dobj", "attr", "oprd"})
NOBODY = frozenset({"anybody", "anyone", "nobody", "none", "nothing", "no-one"})
TOPICS = (
    "with regard to",
    "with respect to",
    "with reference to",
    "in regard to",
    "regarding",
    "concerning",
    "as for",
    "as to",
)
JUDGING = {"accuse": {"of"}, "attribute": {"to"}, "blame": {"for", "on"}, "call": {"as"}, "put": {"at"}}
FINITE = frozenset({"VBD", "VBZ", "MD"})
CONCEDED = frozenset({"contest", "deny", "dispute"})  # "does not dispute that": it is granted
LASTING = frozenset({"day", "hour", "minute", "month", "second", "week", "year"})
STOPPED = frozenset({"avoid", "cease", "quit", "stop"})
HYPOTHETICAL = frozenset({"would", "could", "should", "might", "may", "can", "must", "ought", "shall"})


@dataclass(frozen=True, slots=True)
class Report:
    """One reporting clause.

    Attributes:
        verb: token of the verb or noun that reports.
        source: head token of the source; None where the clause names none.
        content: token runs [first, last) of the content that syntax shows, text order; () for none.
        frame: "clause", "object", "label", "directive", or "bare" for a verb whose content must be quoted.
    """

    verb: int
    source: int | None
    content: tuple[tuple[int, int], ...]
    frame: str

    def cue(self, analysis: Analysis) -> Span:
        """The verb with its particle."""
        last = self.verb
        for child in analysis.children(self.verb):
            if analysis.deps[child] == "prt" and child > last:
                last = child
        return analysis.span(self.verb, last + 1) if last - self.verb <= 1 else analysis.span(self.verb, self.verb + 1)


def lemma_of(analysis: Analysis, verb: int) -> str:
    """Lemma with particle ("rule out")."""
    particle = next((c for c in analysis.children(verb) if analysis.deps[c] == "prt"), None)
    base = analysis.lemmas[verb]
    both = f"{base} {analysis.lemmas[particle]}" if particle is not None else base
    words = cue_words()
    return both if both in words.nominal else base


def find_reports(analysis: Analysis, allowed: Callable[[int], bool]) -> tuple[Report, ...]:
    """The reporting clauses whose verb passes `allowed` (inside or outside quotation marks), in text order."""
    words = cue_words()
    known = words.speech | words.nominal | words.label | words.directive | words.attitude | words.addressed | words.prepared
    found = []
    for token in range(len(analysis)):
        if analysis.pos[token] != "VERB" or not allowed(token):
            continue
        lemma = lemma_of(analysis, token)
        if lemma in known and not _is_modifier(analysis, token):
            found.append(_report(analysis, token, lemma))
    return tuple(found)


def _is_modifier(analysis: Analysis, token: int) -> bool:
    """A participle before a noun: "the said document"."""
    return analysis.deps[token] in {"amod", "compound"}


def _report(analysis: Analysis, verb: int, lemma: str) -> Report:
    words = cue_words()
    source = subject_of(analysis, verb)
    clause = _clause(analysis, verb, lemma)
    if source is None and clause and clause[-1][1] <= verb:
        source = _inverted(analysis, verb)
    if clause and lemma in words.speech | words.thought | words.addressed | words.nominal:
        return Report(verb, source, clause, "clause")
    if lemma in words.label and (named := _named_what(analysis, verb)):
        return Report(verb, source, named, "clause")
    if lemma in words.label and (label := _label(analysis, verb, lemma)):
        return Report(verb, source, label, "label")
    if lemma in words.directive and (directive := _directive(analysis, verb)):
        return Report(verb, source, directive, "directive")
    if lemma in words.nominal and (noun := _object(analysis, verb)):
        return Report(verb, source, noun, "object")
    if noun := _with_preposition(analysis, verb, lemma):
        return Report(verb, source, noun, "object")
    return Report(verb, source, (), "bare")


def _with_preposition(analysis: Analysis, verb: int, lemma: str) -> tuple[tuple[int, int], ...]:
    """What a verb is of speech with: "speaks of a breach", "called for calm", "admits to 40"."""
    for child in analysis.children(verb):
        if (
            child > verb
            and analysis.deps[child] == "prep"
            and f"{lemma} {analysis.lemmas[child]}" in cue_words().prepositional
        ):
            below = analysis.subtree(child)
            if any(analysis.lemmas[token] in LASTING for token in below[1:3]):
                return ()  # "called the minister for 40 minutes"
            lone = len(below) == 2 and analysis.pos[below[1]] in {"PRON", "DET", "PROPN"}
            quoted = len(below) > 1 and analysis.tags[below[1]] == "``"  # "speaks of 'lines'": a word is quoted, no speech
            return ((below[1], below[-1] + 1),) if len(below) > 1 and not lone and not quoted else ()
    return ()


def _inverted(analysis: Analysis, verb: int) -> int | None:
    """The subject behind its verb: "..., recounted a member of the delegation"."""
    if any(analysis.deps[child] in {"aux", "auxpass"} for child in analysis.children(verb)):
        return None
    after = [child for child in analysis.children(verb) if child > verb]
    return next((c for c in after if analysis.deps[c] in {"dobj", "attr", "oprd", "npadvmod", "nsubj"}), None)


def _clause(analysis: Analysis, verb: int, lemma: str) -> tuple[tuple[int, int], ...]:
    """The complement clauses on one side of the verb, those after it first; a verb set into its own content too."""
    children = [c for c in analysis.children(verb) if analysis.deps[c] in CLAUSES and _is_clause(analysis, c)]
    after = [c for c in children if c > verb]
    before = [c for c in children if c < verb]
    if after:
        if lemma in cue_words().wish:
            return ()
        first = min(_first(analysis, c, verb) for c in after)
        return ((first, _before_teller(analysis, first, max(analysis.subtree(c)[-1] for c in after) + 1)),)
    if before and _is_put_after(analysis, verb, lemma, before):
        return ((min(analysis.subtree(c)[0] for c in before), _end_before(analysis, verb, before)),)
    if lemma in cue_words().speech | cue_words().addressed and (hung := _hung_on_noun(analysis, verb)):
        return hung
    head = analysis.heads[verb]
    if analysis.deps[verb] == "csubj" and head > verb and analysis.tags[verb] in {"VBD", "VBZ", "VBP"}:
        return ((verb + 1, analysis.subtree(head)[-1] + 1),)  # "X denied there was": the parser takes the verb for a subject
    if analysis.deps[verb] in {"parataxis", "ccomp", "advcl"} and _is_inserted(analysis, verb):
        return _around(analysis, verb)
    return ()


def _is_put_after(analysis: Analysis, verb: int, lemma: str, clauses: list[int]) -> bool:
    """Whether a reporting verb stands behind its content ("The road is open, he said"): no colon or semicolon parts the
    two, and the verb takes a clause ("They hesitated, Norland asked for a night" is a list)."""
    last = max(analysis.subtree(clause)[-1] for clause in clauses)
    between = analysis.text[analysis.starts[last] : analysis.starts[verb]]
    if ":" in between or ";" in between:
        return False
    held = any(analysis.deps[child] == "dobj" and child > verb for child in analysis.children(verb))
    if held and lemma not in cue_words().addressed:
        return False  # "With regard to the rumours ..., the Front denies them"
    return (
        lemma not in cue_words().directive
        or lemma in {"tell", "warn", "promise", "vow", "pledge", "swear"}
        or "?" in between
    )


def _hung_on_noun(analysis: Analysis, verb: int) -> tuple[tuple[int, int], ...]:
    """A "that" clause which the parser hung on a noun between: "told the paper in an interview that ..."."""
    for child in analysis.children(verb):
        if child < verb or analysis.deps[child] not in {"dobj", "prep", "dative"}:
            continue
        if analysis.lemmas[child] in cue_words().retold:
            continue  # "denied a report that ...": the report is what was denied
        for token in analysis.subtree(child):
            clause = analysis.heads[token]
            if _is_that(analysis, token) and analysis.deps[clause] in {"acl", "relcl", "ccomp"} and token > verb:
                last = analysis.subtree(clause)[-1]
                return ((token + 1, last + 1),) if token < last else ()
        if (bare := _bare_clause(analysis, verb, child)) is not None:
            return (bare,)
    return ()


def _bare_clause(analysis: Analysis, verb: int, heard: int) -> tuple[int, int] | None:
    """The clause without "that" which the parser took for a relative one of who was told: "told three envoys it could stop"."""
    if analysis.lemmas[verb] not in cue_words().addressed or analysis.deps[heard] == "prep":
        return None
    for clause in analysis.children(heard):
        below = analysis.subtree(clause)
        subject = next((c for c in analysis.children(clause) if analysis.deps[c] in {"nsubj", "nsubjpass"}), None)
        if analysis.deps[clause] != "relcl" or subject is None or analysis.subtree(subject)[0] != below[0]:
            continue
        if analysis.tags[below[0]] in {"WP", "WDT", "WP$"} or analysis.lemmas[subject] in {"who", "which", "that"}:
            continue
        if any(analysis.deps[c] in {"dobj", "attr", "acomp", "prep", "xcomp", "ccomp"} for c in analysis.children(clause)):
            return below[0], _before_teller(analysis, below[0], below[-1] + 1)
    return None


def _before_teller(analysis: Analysis, first: int, last: int) -> int:
    """Where a clause ends without ", according to a diplomat", which tells who passes the whole report on."""
    for token in range(first + 1, last - 1):
        if analysis.lemmas[token] in {"accord", "according"} and analysis.lemmas[token + 1] == "to":
            return token - 1 if analysis.word(token - 1) == "," and token - 1 > first else last
    return last


def _is_clause(analysis: Analysis, head: int) -> bool:
    deps = {analysis.deps[child] for child in analysis.children(head)}
    return bool(deps & {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "mark"})


def _first(analysis: Analysis, clause: int, verb: int) -> int:
    """First token of a clause after the verb, without its "that"."""
    below = [t for t in analysis.subtree(clause) if t > verb]
    while below and (
        (analysis.lemmas[below[0]] == "that" and analysis.deps[below[0]] == "mark") or analysis.pos[below[0]] == "PUNCT"
    ):
        below.pop(0)
    return below[0] if below else clause


def _is_that(analysis: Analysis, token: int) -> bool:
    return analysis.lemmas[token] == "that" and analysis.deps[token] == "mark"


def _end_before(analysis: Analysis, verb: int, clauses: list[int]) -> int:
    last = max(analysis.subtree(c)[-1] for c in clauses) + 1
    own = [c for c in analysis.children(verb) if analysis.deps[c] in {"nsubj", "advmod", "npadvmod"} and c < verb]
    start = min([verb, *(analysis.subtree(c)[0] for c in own if analysis.subtree(c)[0] > clauses[0])])
    return min(last, start)


def _is_inserted(analysis: Analysis, verb: int) -> bool:
    """Whether a clause with its own subject is set in with commas or dashes: ", he said,", ", as the paper notes,"."""
    children = analysis.children(verb)
    if not any(analysis.deps[child] == "nsubj" for child in children):
        return False
    marks = [child for child in children if analysis.deps[child] == "mark" and analysis.lemmas[child] != "as"]
    first = analysis.subtree(verb)[0]
    comma = (first > 0 and analysis.word(first - 1) in {",", "—", "–", "-"}) or analysis.word(first) in {",", "—", "–"}
    return comma and not marks


def _around(analysis: Analysis, verb: int) -> tuple[tuple[int, int], ...]:
    """The main clause around a verb that is set into it: "The plan, he said, would fail"."""
    own = set(analysis.subtree(verb))
    if subject_of(analysis, verb) is None or analysis.lemmas[verb] not in cue_words().speech:
        return ()
    first, last = analysis.sentences[analysis.sentence_of[verb]]
    below = [t for t in range(first, last) if t not in own]
    before = [t for t in below if t < verb]
    after = [t for t in below if t > verb]
    found = []
    for side in (before, after):
        while side and analysis.pos[side[-1]] == "PUNCT":
            side.pop()
        while side and analysis.pos[side[0]] == "PUNCT":
            side.pop(0)
        if side:
            found.append((side[0], side[-1] + 1))
    return tuple(found) if len(before) > 1 else ()


def _label(analysis: Analysis, verb: int, lemma: str) -> tuple[tuple[int, int], ...]:
    """Object and judgement: "the talks as useful", "him a fool"."""
    children = [c for c in analysis.children(verb) if c > verb]
    objects = [c for c in children if analysis.deps[c] in {"dobj", "ccomp"}]
    if not objects:
        return ()
    judged = [c for c in children if analysis.deps[c] in {"oprd", "xcomp"}]
    near = [*children, *(c for o in objects for c in analysis.children(o) if c > o)]
    judged += [c for c in near if analysis.deps[c] == "prep" and analysis.lemmas[c] in JUDGING.get(lemma, JUDGING["call"])]
    if analysis.deps[objects[0]] == "ccomp" or judged or (lemma == "blame" and analysis.pos[objects[0]] != "PRON"):
        last = max(analysis.subtree(c)[-1] for c in [*objects, *judged])
        return ((analysis.subtree(objects[0])[0], last + 1),)
    return ()


def _named_what(analysis: Analysis, verb: int) -> tuple[tuple[int, int], ...]:
    """ "what she called a betrayal": the words behind the verb."""
    if not any(analysis.lemmas[c] == "what" and c < verb and analysis.deps[c] == "dobj" for c in analysis.children(verb)):
        return ()
    named = next((c for c in analysis.children(verb) if c > verb and analysis.deps[c] in {"oprd", "dobj", "attr"}), None)
    if named is None or analysis.pos[named] == "PROPN":
        return ()  # "what Norland calls Tolo" is a name
    below = analysis.subtree(named)
    return ((below[0], below[-1] + 1),)


def _directive(analysis: Analysis, verb: int) -> tuple[tuple[int, int], ...]:
    for child in analysis.children(verb):
        if child > verb and analysis.deps[child] in {"xcomp", "ccomp", "advcl"}:
            to = [c for c in analysis.children(child) if analysis.tags[c] == "TO"]
            if to:
                return ((to[0], _before_time(analysis, child)),)
    return ()


def _before_time(analysis: Analysis, verb: int) -> int:
    """Where an infinitive ends without "after ..." and "when ...", which tell when the words were said, and without what
    was done then ("to take no captives and took nineteen")."""
    below = analysis.subtree(verb)
    for token in below:
        if analysis.deps[token] == "conj" and analysis.heads[token] == verb and _is_finite(analysis, token):
            joined = [c for c in analysis.children(verb) if analysis.deps[c] == "cc" and verb < c < token]
            return joined[-1] if joined else analysis.subtree(token)[0]
        clause = analysis.heads[token] if analysis.deps[token] in {"advmod", "mark"} else token
        timed = analysis.lemmas[token] in {"after", "when"} and analysis.deps[clause] in {"advcl", "prep"}
        if timed and token > verb and analysis.heads[clause] in below and analysis.heads[clause] < token:
            return token
    return below[-1] + 1


def _is_finite(analysis: Analysis, verb: int) -> bool:
    own = [verb, *(c for c in analysis.children(verb) if analysis.deps[c] in {"aux", "auxpass"})]
    return any(analysis.tags[token] in FINITE for token in own)


def _object(analysis: Analysis, verb: int) -> tuple[tuple[int, int], ...]:
    for child in analysis.children(verb):
        if child <= verb:
            continue
        if analysis.deps[child] == "dobj" and analysis.pos[child] in {"NOUN", "PROPN", "NUM"}:
            if analysis.lemmas[child] == "one":
                continue
            below = analysis.subtree(child)
            return ((below[0], below[-1] + 1),)
        if analysis.deps[child] == "dobj" and analysis.pos[child] == "PRON" and (topic := _topic(analysis, verb)):
            return topic
        if analysis.deps[child] == "npadvmod" and analysis.lemmas[verb] in {"propose", "suggest"}:  # "proposed 10 June"
            below = analysis.subtree(child)
            return ((below[0], below[-1] + 1),)
        if analysis.deps[child] == "prep" and analysis.lemmas[child] == "on" and analysis.lemmas[verb] == "report":
            below = analysis.subtree(child)
            return ((below[1], below[-1] + 1),) if len(below) > 1 else ()
    return ()


def _topic(analysis: Analysis, verb: int) -> tuple[tuple[int, int], ...]:
    """ "With regard to the rumours that ..., the Front denies them": the topic of the sentence is what is denied."""
    if analysis.lemmas[verb] not in cue_words().answering:
        return ()
    first, _ = analysis.sentences[analysis.sentence_of[verb]]
    source = subject_of(analysis, verb)
    opening = " ".join(analysis.word(token).lower() for token in range(first, min(first + 3, verb)))
    start = next((first + len(topic.split()) for topic in TOPICS if f"{opening} ".startswith(f"{topic} ")), None)
    if start is None or source is None or source > verb:
        return ()
    end = analysis.subtree(source)[0]
    while end > start and analysis.pos[end - 1] == "PUNCT":
        end -= 1
    return ((start, end),) if end - start > 1 else ()


def says_nothing(analysis: Analysis, verb: int) -> bool:
    """Whether the clause makes no statement: the words may, would or should be said, or are not said, or the verb is
    an infinitive ("tried to explain"), or nobody is its subject."""
    source = subject_of(analysis, verb)
    if source is not None and (analysis.lemmas[source] in NOBODY or _is_neither(analysis, source)):
        return True
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        for child in analysis.children(verb):
            if analysis.deps[child] == "aux" and (analysis.lemmas[child] in HYPOTHETICAL or analysis.tags[child] == "TO"):
                return True
            if analysis.deps[child] == "neg" and analysis.lemmas[verb] not in CONCEDED:
                return True
            if analysis.deps[child] == "preconj" and analysis.lemmas[child] == "neither":
                return True
        if analysis.deps[verb] == "xcomp" and analysis.tags[verb] == "VBG":
            verb = analysis.heads[verb]  # "should stop announcing"
            if analysis.lemmas[verb] in STOPPED:
                return True
            continue
        if analysis.deps[verb] != "conj" or analysis.pos[analysis.heads[verb]] not in {"VERB", "AUX"}:
            return False
        if any(analysis.deps[child] in {"nsubj", "nsubjpass"} for child in analysis.children(verb)):
            return False
        verb = analysis.heads[verb]
    return False


def _is_neither(analysis: Analysis, source: int) -> bool:
    return any(analysis.lemmas[child] in {"neither", "no"} for child in analysis.children(source))
