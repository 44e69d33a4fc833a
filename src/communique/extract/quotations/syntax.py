"""What a reporting clause is made of: its subject, its complement, whom it speaks to. Works on `Analysis` columns."""

from bisect import bisect_right

from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Span, trimmed

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CUT_FROM_NAME = frozenset({"relcl", "appos", "acl", "punct", "cc", "conj", "parataxis"})
MEANS = frozenset(
    {
        "cable",
        "email",
        "e-mail",
        "fax",
        "letter",
        "link",
        "mail",
        "message",
        "phone",
        "radio",
        "telegram",
        "telephone",
        "video",
    }
)
BY_DOING = frozenset({"after", "before", "by", "in", "while"})  # "killed the paper by insisting that"
HEARD_FROM = frozenset({"announce", "hear", "learn", "report"})  # "it was announced from the cabinet that"
EDGE = " \t\xa0\u2009\u202f,;:–—-"


def subject_of(analysis: Analysis, verb: int) -> int | None:
    """The head token of who does `verb`; None where the text names nobody.

    A verb without a subject of its own borrows it: a second verb from the first one ("described ... and hinted"), a
    participle from its main clause ("Saying that ..., she left"), a relative clause from its noun.
    """
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        own = _own_subject(analysis, verb)
        if own is not None:
            return _antecedent(analysis, verb, own)
        if is_told(analysis, verb) and analysis.lemmas[verb] in cue_words().addressed:
            return None  # "asked for a seat and was told that"
        if analysis.deps[verb] in {"acl", "relcl"}:
            return analysis.heads[verb]
        if analysis.deps[verb] == "pcomp" and not is_passive(analysis, verb):
            preposition = analysis.heads[verb]
            verb = analysis.heads[preposition]
            if analysis.lemmas[preposition] not in BY_DOING or analysis.pos[verb] not in {"VERB", "AUX"}:
                return None
            continue
        if analysis.deps[verb] not in {"conj", "advcl", "xcomp", "dep", "ccomp"}:
            return None
        if analysis.deps[verb] == "ccomp" and analysis.tags[verb] != "VBG":
            return None
        verb = analysis.heads[verb]
    return None


def _own_subject(analysis: Analysis, verb: int) -> int | None:
    children = analysis.children(verb)
    passive = any(analysis.deps[child] in {"nsubjpass", "auxpass"} for child in children)
    if passive:
        if analysis.lemmas[verb] == "quote":  # "was quoted as saying"
            return next((child for child in children if analysis.deps[child] == "nsubjpass"), None)
        for child in children:
            away = (
                analysis.deps[child] == "prep" and analysis.lemmas[child] == "from" and analysis.lemmas[verb] in HEARD_FROM
            )
            if analysis.deps[child] == "agent" or away:
                agent = next((own for own in analysis.children(child) if analysis.deps[own] == "pobj"), None)
                if agent is not None and analysis.lemmas[agent] not in MEANS:  # "was told by telephone"
                    return agent
        return None
    found = [child for child in children if analysis.deps[child] == "nsubj"]
    before = [child for child in found if child < verb]
    return before[-1] if before else next(iter(found), None)  # a label or heading before the clause is none of it


def _antecedent(analysis: Analysis, verb: int, subject: int) -> int:
    """The noun that "who", "which" or "that" stands for."""
    if analysis.tags[subject] not in {"WP", "WDT"} or analysis.deps[verb] != "relcl":
        return subject
    noun = analysis.heads[verb]
    return _person_before(analysis, noun) or noun if analysis.lemmas[subject] == "who" else noun


def _person_before(analysis: Analysis, noun: int) -> int | None:
    """Of "Ada Brandt, of the Tolo Institute, who ..." the person: a body is no "who"."""
    at = bisect_right(analysis.entities, noun, key=lambda entity: entity.first) - 1
    entity = analysis.entities[at] if at >= 0 else None
    link = analysis.heads[noun]
    if entity is None or entity.last <= noun or entity.label not in {"ORG", "GPE", "LOC", "FAC"}:
        return None
    if analysis.deps[noun] != "pobj" or analysis.word(noun + 1) != ",":
        return None
    before = link - 1
    while before > 0 and analysis.pos[before] == "PUNCT":
        before -= 1
    return (
        before if analysis.pos[before] == "PROPN" and analysis.lemmas[link] in {"at", "for", "from", "of", "with"} else None
    )


def is_passive(analysis: Analysis, verb: int) -> bool:
    """Whether `verb` is a passive, also a bare participle ("was told", "told that ...")."""
    deps = {analysis.deps[child] for child in analysis.children(verb)}
    return bool(deps & {"nsubjpass", "auxpass"})


def is_told(analysis: Analysis, verb: int) -> bool:
    """Whether `verb` is a passive with its own auxiliary or subject, or a participle set off ("when told that")."""
    if is_passive(analysis, verb):
        return True
    own = {analysis.deps[child] for child in analysis.children(verb)}
    return analysis.tags[verb] == "VBN" and analysis.deps[verb] == "advcl" and not own & {"aux", "nsubj", "dobj"}


def borrowed_from(analysis: Analysis, verb: int) -> int:
    """The verb that carries the subject of `verb`: itself, or the first of its coordination."""
    while analysis.deps[verb] == "conj" and _own_subject(analysis, verb) is None:
        head = analysis.heads[verb]
        if analysis.pos[head] not in {"VERB", "AUX"}:
            break
        verb = head
    return verb


def name_span(analysis: Analysis, head: int) -> Span:
    """The noun phrase of `head` without what only explains it: appositions, relative clauses, second conjuncts."""
    first = last = head
    for child in analysis.children(head):
        below = analysis.subtree(child)
        if child < head and analysis.deps[child] not in {"punct", "cc", "preconj"} and below[-1] < head:
            first = min(first, below[0])
    for child in analysis.children(head):
        if child <= head:
            continue
        if analysis.deps[child] in CUT_FROM_NAME:
            break
        below = analysis.subtree(child)
        cut = next((t for t in below if analysis.deps[t] in {"relcl", "punct"} and analysis.heads[t] != child), None)
        last = max(last, (cut - 1) if cut is not None and cut > last else below[-1])
    return analysis.span(first, last + 1)


def conjuncts(analysis: Analysis, head: int) -> tuple[int, ...]:
    """`head` and the nouns coordinated with it, in text order."""
    found, queue = [head], [head]
    while queue:
        at = queue.pop()
        for child in analysis.children(at):
            if analysis.deps[child] == "conj" and analysis.pos[child] in {"NOUN", "PROPN", "PRON"}:
                found.append(child)
                queue.append(child)
    return tuple(sorted(found))


def tidy(text: str, start: int, end: int, *, marks: str = "") -> Span | None:
    """[start, end) of `text` without outer blanks, commas and dashes, and without a final full stop; None if empty."""
    while start < end and (text[start] in EDGE or text[start] in marks or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in EDGE or text[end - 1] in marks or text[end - 1].isspace()):
        end -= 1
    if start < end and text[end - 1] in ".!?" and text[start:end].count(text[end - 1]) == 1 and text[end - 1] == ".":
        end -= 1
    return trimmed(text, start, end)


def runs(tokens: list[int]) -> list[tuple[int, int]]:
    """Ascending token numbers as [first, last) runs."""
    found: list[tuple[int, int]] = []
    for token in tokens:
        if found and found[-1][1] == token:
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return found


def has_verb(analysis: Analysis, spans: tuple[Span, ...]) -> bool:
    """Whether the words hold a verb with a subject of its own: a clause and not a noun phrase."""
    for span in spans:
        tokens = analysis.tokens_in(span)
        for token in tokens:
            if (
                analysis.deps[token] in {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
                and analysis.heads[token] in tokens
            ):
                return True
    return False
