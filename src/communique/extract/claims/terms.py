"""Terms told one by one: "Under the agreement, A will ... B is to ...", and the items of a list that "agreed:" opens.

Source: gold rule 13 (every commitment separately when the text tells them apart).
"""

import re
from collections.abc import Iterator

from communique.extract.claims.bargain import Bargain, actors_of, content_of
from communique.extract.claims.clause import SUBJECT, children
from communique.extract.claims.party import Parties
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementStatus, Analysis

DOCUMENT = frozenset({"document", "text", "paper", "term"})
BINDING = frozenset({"will", "shall", "must", "'ll"})
SHARED = frozenset({"VB", "VBN", "VBP"})
ITEM = re.compile(r"\s*(?:\(?[a-z0-9]{1,3}[).]|[-–—•*·])\s+", re.IGNORECASE)
MOST = 12


def find_terms(analysis: Analysis, parties: Parties) -> Iterator[Bargain]:
    """Points in text order: the sentences of a paragraph from "Under the (agreement, statement ...)" on, as long as they say
    what will be done, and the items of a list after a sentence in which two or more agree and that ends in a colon."""
    running = listing = False
    for number, (first, last) in enumerate(analysis.sentences):
        new_line = number == 0 or "\n" in analysis.text[analysis.ends[first - 1] : analysis.starts[first]]
        opened = _opens(analysis, first, last)
        running = opened or (running and not new_line and _binds(analysis, _root(analysis, first, last)))
        marker = _marker(analysis, first)
        if running and _binds(analysis, _root(analysis, first, last)):
            yield from _told(analysis, parties, _root(analysis, first, last))
        elif listing and marker is not None:
            yield _item(analysis, first, last, marker)
        listing = (listing and marker is not None) or _opens_list(analysis, parties, first, last)


def _root(analysis: Analysis, first: int, last: int) -> int:
    return next((token for token in range(first, last) if analysis.heads[token] == token), first)


def _opens(analysis: Analysis, first: int, last: int) -> bool:
    """ "Under the deal, ..." at the head of a sentence."""
    word = analysis.lemmas[first]
    if word not in ("under", "by", "in"):
        return False
    nouns = agreement_words().nouns | DOCUMENT
    for token in range(first, min(last, first + MOST)):
        if analysis.lemmas[token] in nouns and analysis.pos[token] in ("NOUN", "PROPN"):
            return word == "under" or analysis.lemmas[token] == "term"
        if analysis.word(token) == ",":
            return False
    return False


def _binds(analysis: Analysis, verb: int) -> bool:
    """Whether a main verb says what is to come: "will do", "is to be done", not "will not say", no question."""
    helpers = {analysis.lemmas[aux] for aux in children(analysis, verb, ("aux",))}
    if helpers & BINDING:
        return True
    if analysis.lemmas[verb] == "be":
        return any(analysis.tags[own] in ("VB", "VBN") for own in children(analysis, verb, ("xcomp",)))
    return False


def _told(analysis: Analysis, parties: Parties, root: int) -> Iterator[Bargain]:
    """The point of a main verb, and those of the verbs that share its "will"."""
    acts = [root]
    if analysis.lemmas[root] == "be":
        acts = list(children(analysis, root, ("xcomp",)))[:1]
    for verb in tuple(acts):
        acts.extend(own for own in children(analysis, verb, ("conj",)) if analysis.tags[own] in SHARED)
    actors = actors_of(analysis, parties, root)
    for verb in acts:
        first, last = content_of(analysis, verb)
        if verb != root and not actors and verb == acts[0]:
            first = min((analysis.subtree(own)[0] for own in children(analysis, root, SUBJECT)), default=first)
        if last - first > 1:
            yield Bargain(verb, AgreementStatus.AGREED, "agreement", first, last, actors, joint=not actors)


def _opens_list(analysis: Analysis, parties: Parties, first: int, last: int) -> bool:
    """Whether the sentence ends in a colon and says that two or more agreed."""
    if analysis.word(last - 1) != ":":
        return False
    words = agreement_words()
    for token in range(first, last):
        if analysis.lemmas[token] in words.agree | words.decide and analysis.tags[token].startswith("VB"):
            return len(parties.sides(actors_of(analysis, parties, token))) != 1
    return False


def _marker(analysis: Analysis, first: int) -> int | None:
    """The character after the mark of a list item at the start of a line; None where there is none."""
    start = analysis.text.rfind("\n", 0, analysis.starts[first]) + 1
    if analysis.text[start : analysis.starts[first]].strip():
        return None
    match = ITEM.match(analysis.text, start)
    return match.end() if match and match.end() > start else None


def _item(analysis: Analysis, first: int, last: int, marker: int) -> Bargain:
    """The words of an item, without its mark, an opening "that" and its last comma, semicolon or full stop."""
    while first < last - 1 and analysis.starts[first] < marker:
        first += 1
    if analysis.lemmas[first] == "that" and first < last - 1:
        first += 1
    while last - 1 > first and not analysis.word(last - 1)[-1].isalnum() and analysis.word(last - 1) not in ')]”"%':
        last -= 1
    head = next((token for token in range(first, last) if not first <= analysis.heads[token] < last), first)
    return Bargain(head, AgreementStatus.AGREED, "agreement", first, last, (), joint=True)
