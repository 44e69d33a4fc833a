"""Reading a clause off the syntax: its subject, its negation, its words."""

from collections.abc import Collection, Iterable

from communique.model import Analysis, Evidence, Span, trimmed

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
COMPLEMENT = frozenset({"ccomp", "xcomp"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "none", "nobody", "nothing", "hardly", "scarcely"})
RAISING = frozenset({"say", "report", "believe", "think", "understand", "know", "rumour", "rumor", "expect", "allege"})
WAYS = frozenset({"circumstance", "mean", "means", "way", "condition", "account"})
OCCASION = frozenset({"during", "at", "after", "before", "since", "amid", "following"})
EDGE = ' \t,;:.–—-"“”‘’«»)]!?…'
LEFT_EDGE = ' \t,;:.–—-•*·"“”«»)]!?…'


def children(analysis: Analysis, token: int, deps: Collection[str]) -> tuple[int, ...]:
    """Dependents of `token` with one of `deps`, in text order."""
    return tuple(child for child in analysis.children(token) if analysis.deps[child] in deps)


def is_verb(analysis: Analysis, token: int) -> bool:
    """Whether the token is a verb or auxiliary by its tag."""
    return analysis.tags[token].startswith("V") or analysis.tags[token] == "MD" or analysis.pos[token] == "AUX"


def is_passive(analysis: Analysis, verb: int) -> bool:
    """Whether the verb is passive."""
    kinds = {analysis.deps[child] for child in analysis.children(verb)}
    return bool(kinds & {"auxpass", "nsubjpass", "agent"})


def is_negated(analysis: Analysis, verb: int) -> bool:
    """Whether a negation stands on the verb, on its auxiliaries, or as "no", "nobody" on its subject."""
    for child in analysis.children(verb):
        if analysis.deps[child] == "neg" or (analysis.deps[child] == "advmod" and analysis.lemmas[child] in NEGATIVE):
            return True
        if analysis.deps[child] == "advmod" and _no_more(analysis, child):
            return True
        if analysis.deps[child] in SUBJECT and _no_subject(analysis, child):
            return True
        if analysis.deps[child] in ("preconj", "cc") and analysis.lemmas[child] in ("neither", "nor"):
            return True
        if analysis.deps[child] == "prep" and _no_way(analysis, child):
            return True
    if analysis.deps[verb] == "xcomp" and _given_up(analysis, analysis.heads[verb]):
        return True
    above = children(analysis, analysis.heads[verb], ("cc",)) if analysis.deps[verb] == "conj" else ()
    return any(analysis.lemmas[child] == "nor" and child < verb for child in above) or _shares_not(analysis, verb)


def _no_more(analysis: Analysis, adverb: int) -> bool:
    """ "no longer", "no more"."""
    later = analysis.word(adverb).lower() in ("longer", "more")
    return later and any(analysis.lemmas[own] == "no" for own in analysis.children(adverb))


def _given_up(analysis: Analysis, above: int) -> bool:
    """Whether the verb above says that its verb goes on no more: "will not continue to", "has stopped", "ceased to"."""
    if analysis.lemmas[above] in ("stop", "cease", "quit"):
        return not is_negated(analysis, above)
    return analysis.lemmas[above] in ("continue", "keep") and is_negated(analysis, above)


def _shares_not(analysis: Analysis, verb: int) -> bool:
    """ "has not signed, initialled or promised anything": one "not" for verbs that "or" joins and that have no subject."""
    top = verb
    while analysis.deps[top] == "conj" and is_verb(analysis, analysis.heads[top]) and analysis.heads[top] < top:
        if children(analysis, top, (*SUBJECT, "aux", "auxpass")):
            return False
        top = analysis.heads[top]
    past = {"VBN": "VBD"}
    if top == verb or past.get(analysis.tags[top], analysis.tags[top]) != past.get(analysis.tags[verb], analysis.tags[verb]):
        return False
    joined = {analysis.lemmas[own] for own in range(top, verb) if analysis.deps[own] == "cc"}
    return "or" in joined and "and" not in joined and bool(children(analysis, top, ("neg",)))


def _no_way(analysis: Analysis, prep: int) -> bool:
    """ "under no circumstances", "by no means", "in no way"."""
    ways = [child for child in children(analysis, prep, ("pobj",)) if analysis.lemmas[child] in WAYS]
    return any(analysis.lemmas[child] == "no" for way in ways for child in analysis.children(way))


def _no_subject(analysis: Analysis, token: int) -> bool:
    if analysis.lemmas[token] in ("nobody", "none", "nothing"):
        return True
    around = analysis.children(token)
    return any(analysis.lemmas[child] in ("no", "neither") and child < token for child in around)


def subjects(analysis: Analysis, verb: int, controllers: Collection[str]) -> tuple[int, ...]:
    """Heads of the noun phrases that do what `verb` says, without their coordinates; () where nobody is named.

    Args:
        controllers: lemmas of verbs whose subject is also that of an infinitive below them ("continue to demand").
    """
    first = verb
    for _ in range(8):
        if verb != first and is_passive(analysis, verb) and children(analysis, verb, ("nsubjpass",)):
            return children(analysis, verb, ("nsubjpass",))
        if is_passive(analysis, verb):
            return tuple(
                obj
                for child in analysis.children(verb)
                if analysis.deps[child] == "agent"
                for obj in children(analysis, child, ("pobj",))
            )
        own = children(analysis, verb, ("nsubj",))
        torn = torn_subject(analysis, verb)
        if torn is not None:
            return (torn,)
        if own:
            return tuple(_antecedent(analysis, token, verb) for token in own)
        above = _upward(analysis, verb, controllers)
        if above is None:
            return ()
        if not is_verb(analysis, above) and analysis.deps[verb] in ("acl", "relcl"):
            return (above,)
        verb = above
    return ()


def torn_subject(analysis: Analysis, verb: int) -> int | None:
    """The first name of a subject that the parser hung on the phrase before it ("After hours behind closed doors, A and B
    agreed", "by the end of April and B will drop"); None where the subject is in its place."""
    if analysis.tags[verb] not in ("VBD", "VBZ", "VBP", "VB", "VBN") or analysis.deps[verb] in ("xcomp", "relcl", "acl"):
        return None
    helpers = [
        child for child in analysis.children(verb) if child < verb and analysis.deps[child] in ("aux", "neg", "advmod")
    ]
    at = min(helpers, default=verb)
    if any(analysis.deps[own] not in ("aux", "neg", "advmod") for own in range(at, verb)) or at == 0:
        return None
    if analysis.tags[verb] in ("VB", "VBN") and not any(
        analysis.tags[own] in ("MD", "VBZ", "VBP", "VBD") for own in helpers
    ):
        return None
    name = at - 1
    if analysis.deps[name] != "conj" or analysis.pos[name] != "PROPN" or analysis.heads[name] == verb:
        return None
    while analysis.deps[analysis.heads[name]] == "conj":
        name = analysis.heads[name]
    own = children(analysis, verb, ("nsubj",))
    above = analysis.heads[name]
    first = analysis.subtree(name)[0]
    opener = analysis.lemmas[first - 1] if first else ","
    if above in own or analysis.pos[above] == "VERB" or not name < verb:
        return None
    return name if opener == "," or (opener in ("and", "but") and not own) else None


def is_raised(analysis: Analysis, verb: int) -> bool:
    """ "is said to want": an infinitive under a passive verb of saying or believing, whose subject is its own."""
    head = analysis.heads[verb]
    done = any(analysis.lemmas[child] == "have" for child in children(analysis, verb, ("aux",)))
    return (
        analysis.deps[verb] == "xcomp"
        and (analysis.lemmas[head] in RAISING or (done and analysis.lemmas[head] == "suppose"))
        and bool(children(analysis, head, ("nsubjpass",)))
    )


def _antecedent(analysis: Analysis, token: int, verb: int) -> int:
    if analysis.tags[token] not in RELATIVE and analysis.lemmas[token] not in ("who", "which", "that"):
        return token
    if analysis.deps[verb] == "relcl":
        return analysis.heads[verb]
    return token


def _upward(analysis: Analysis, verb: int, controllers: Collection[str]) -> int | None:
    """The token whose subject `verb` shares; for a participle after a noun that noun."""
    kind, head = analysis.deps[verb], analysis.heads[verb]
    if head == verb:
        return None
    if kind == "conj" and is_verb(analysis, head):
        return analysis.heads[head] if _goes_higher(analysis, verb, head) else head
    if kind in COMPLEMENT and analysis.lemmas[head] in controllers:
        return head
    if is_raised(analysis, verb):
        return head
    if (
        kind == "advcl"
        and analysis.tags[verb] == "VBG"
        and not children(analysis, verb, ("mark",))
        and is_verb(analysis, head)
    ):
        return head
    if kind == "acl" and (analysis.tags[verb] == "VBG" or _is_main(analysis, verb)):
        return head
    if kind in ("acomp", "attr", "oprd") and is_verb(analysis, head):
        return head
    return None


def _is_main(analysis: Analysis, verb: int) -> bool:
    """ "Norway's president, Ada Moen, called on": the verb of a sentence that the parser took for one of nouns alone."""
    head = analysis.heads[verb]
    return analysis.tags[verb] == "VBD" and analysis.heads[head] == head and analysis.lemmas[verb - 1] == ","


def _goes_higher(analysis: Analysis, verb: int, head: int) -> bool:
    """ "stated that it can come and requested access": a past verb that the parser joined to the clause below the one it
    goes on, whose own time is not past."""
    above = analysis.heads[head]
    finite = children(analysis, head, ("aux", "auxpass")) or (head,)
    return (
        analysis.deps[head] == "ccomp"
        and analysis.tags[verb] == "VBD"
        and analysis.tags[above] == "VBD"
        and above < head
        and analysis.tags[finite[0]] in ("MD", "VBZ", "VBP")
    )


def coordinates(analysis: Analysis, token: int) -> tuple[int, ...]:
    """The token and what is coordinated with it ("A, B and C"), in text order."""
    found, stack = [], [token]
    while stack:
        at = stack.pop()
        found.append(at)
        stack.extend(child for child in children(analysis, at, ("conj",)))
    return tuple(sorted(found))


def clause_tokens(analysis: Analysis, head: int, without: Iterable[int] = ()) -> tuple[int, int]:
    """The unbroken run of tokens [first, last) of the subtree of `head`, around it, leaving out the subtrees `without`."""
    left_out: set[int] = set()
    for token in without:
        left_out.update(analysis.subtree(token))
    kept = set(analysis.subtree(head)) - left_out
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return first, last + 1


def span_of(analysis: Analysis, first: int, last: int) -> Span | None:
    """Characters of tokens [first, last) without marks and blanks at the ends; an unmatched quotation mark is left out."""
    if first >= last:
        return None
    start, end = analysis.starts[first], analysis.ends[last - 1]
    text = analysis.text
    while start < end and text[start] in LEFT_EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE and not _closes(text, start, end):
        end -= 1
    if start < end < len(text) and (
        (text[end] == '"' and text.count('"', start, end) % 2 == 1) or _is_open(text, start, end)
    ):
        end += 1
    return trimmed(text, start, end)


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether a quotation that the words open is closed right behind them."""
    return text[end] == "”" and text.count("“", start, end) > text.count("”", start, end)


def _closes(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    if last == '"':
        return text.count('"', start, end) % 2 == 0
    if last == ")":
        return text.count("(", start, end) >= text.count(")", start, end)
    return last == "]" and text.count("[", start, end) >= text.count("]", start, end)


def words(analysis: Analysis, first: int, last: int) -> tuple[Evidence, ...]:
    """Evidence of tokens [first, last) as one span; () if only marks are left."""
    span = span_of(analysis, first, last)
    return () if span is None else (analysis.evidence(span),)


def subject_words(analysis: Analysis, first: int, last: int, without: Collection[int] = ()) -> str:
    """The words of tokens [first, last) but `without`, without asides of occasion ("during their meeting")
    and without the "Port" of the name of a city."""
    aside = set(without)
    for token in range(first, last):
        if analysis.deps[token] == "prep" and analysis.lemmas[token] in OCCASION:
            aside.update(analysis.subtree(token))
    aside.update(
        token for token in range(first, last) if analysis.lemmas[token] == "port" and analysis.pos[token] == "PROPN"
    )
    return " ".join(analysis.word(token) for token in range(first, last) if token not in aside)


def bare_infinitives(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """Infinitives joined to a finite verb ("agreed to A and B" read as "agreed and B"): they belong to its complement."""
    if analysis.tags[verb] == "VB":
        return ()
    return tuple(
        child
        for child in children(analysis, verb, ("conj",))
        if child > verb
        and analysis.tags[child] == "VB"
        and not (analysis.tags[verb] == "VBP" and children(analysis, child, ("ccomp",)))
        and all(analysis.tags[aux] == "TO" for aux in children(analysis, child, ("aux",)))
        and not children(analysis, child, ("nsubj", "nsubjpass"))
    )
