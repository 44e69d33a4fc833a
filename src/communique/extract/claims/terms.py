"""Terms told one by one: "Under the agreement, A will ... B is to ...", the items of a list that "agreed:" opens, and plain
facts of a deal told before ("In return, B will lift the ban", "The quota rises to 140 trucks").

Source: gold rule 13 (every commitment separately when the text tells them apart).
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from communique.extract.claims.bargain import Bargain, actors_of, content_of
from communique.extract.claims.clause import SUBJECT, children, is_passive
from communique.extract.claims.fact import act_of, after_talks, binds, is_term, joint_act, mutual, opens_facts, trades
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import Speech
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementStatus, Analysis

SHARED = frozenset({"VB", "VBN", "VBP", "VBZ"})
ITEM = re.compile(r"\s*(?:\(?[a-z0-9]{1,3}[).]|[-–—•*·])\s+", re.IGNORECASE)
MOST = 12
HEADING = 9  # tokens
ANNOUNCED = re.compile(
    r"^what (?:was|is|has been|have they|did they|the (?:sides|parties|two))\b.*\b(?:agreed?|settled|signed|decided|in it)$"
    r"|^what(?:'s| is| was) in (?:it|the (?:deal|accord|agreement|text|pact|protocol))$"
    r"|^(?:the |main |key )*(?:terms|points|provisions)(?: of (?:the )?(?:deal|accord|agreement|pact|protocol|text))?$"
)
NEGATIVE = re.compile(r"\b(?:not|n't|wasn't|isn't)\b")
REACH = 4  # sentences after a deal in which its terms are still told
NOT, NEAR, TOLD = 0, 1, 2  # no terms expected; a deal was told not far above; the text says that it tells the terms


def find_terms(analysis: Analysis, parties: Parties, speech: Speech, deals: Collection[int]) -> Iterator[Bargain]:
    """Points in text order: the sentences of a paragraph from "Under the (agreement, statement ...)" or "The result is:" on, as
    long as they say what will be done; such sentences near one that tells a deal; and the items of a list after a sentence
    in which two or more agree and that ends in a colon.

    Args:
        deals: numbers of the sentences that tell a deal of two or more.
    """
    told = Telling(analysis, parties, speech)
    listing = False
    for number, (first, last) in enumerate(analysis.sentences):
        marker = _marker(analysis, first)
        head, both = told.read(number, number in deals)
        if head is not None:
            for point in _told(analysis, parties, head, explicit=told.state is TOLD):
                yield replace(point, parties=both)
        elif listing and marker is not None:
            yield _item(analysis, first, last, marker)
        listing = (listing and marker is not None) or _opens_list(analysis, parties, first, last)


class Telling:
    """What has been told so far: whether terms may follow."""

    def __init__(self, analysis: Analysis, parties: Parties, speech: Speech) -> None:
        self.analysis = analysis
        self.parties = parties
        self.speech = speech
        self.state = NOT
        self._since = 0
        self._dealt = False
        self._headed = -1  # the sentence below a heading that announces the terms

    def read(self, number: int, is_deal: bool) -> tuple[int | None, tuple[str, ...]]:
        """The main verb of the terms that a sentence tells, None if it tells none; and who bind each other in it."""
        first, last = self.analysis.sentences[number]
        if is_heading(self.analysis, first, last):
            self.state, self._headed = TOLD, number + 1
            return None, ()
        root = self._root(first, last)
        if self._opened(first, last, root):
            self.state = TOLD
            return (root if binds(self.analysis, root) else None), mutual(self.analysis, self.parties, root)
        both = () if self.speech.voice(root) is not None else mutual(self.analysis, self.parties, root)
        if both or is_deal:
            self.state = max(self.state if not self._new_line(number) else NOT, NEAR)
            self._since, self._dealt = number, True
            return (root if both else None), both
        return (root if self._follows(number, root) else None), ()

    def _root(self, first: int, last: int) -> int:
        """The main verb, the first of two that only a semicolon joins."""
        analysis = self.analysis
        root = next((token for token in range(first, last) if analysis.heads[token] == token), first)
        joined = any(analysis.word(own) == ";" for own in children(analysis, root, ("punct",)) if own < root)
        before = [own for own in children(analysis, root, ("ccomp",)) if own < root and children(analysis, own, SUBJECT)]
        return before[0] if joined and before else root

    def _opened(self, first: int, last: int, root: int) -> bool:
        own = self.speech.voice(root) is None
        return _opens(self.analysis, first, last) or (own and opens_facts(self.analysis, root))

    def _new_line(self, number: int) -> bool:
        first = self.analysis.sentences[number][0]
        return number == 0 or "\n" in self.analysis.text[self.analysis.ends[first - 1] : self.analysis.starts[first]]

    def _follows(self, number: int, root: int) -> bool:
        """Whether the sentence goes on with terms: a list of them stays open as long as the paragraph tells some."""
        analysis, first = self.analysis, self.analysis.sentences[number][0]
        if self.state is TOLD and self._new_line(number) and number != self._headed:
            self.state = NOT
        if self.state is NEAR and number - self._since > REACH:
            self.state = NOT
        if self.speech.voice(root) is not None or analysis.word(first) in ('"', "“", "'"):
            return False
        if joint_act(analysis, self.parties, root) and (self._dealt or analysis.lemmas[root] == "be"):
            return True
        if after_talks(analysis, self.parties, root):
            return True
        trading = trades(analysis, *analysis.sentences[number])
        if self.state is NOT:
            return trading and binds(analysis, root) and bool(self.parties.sides(actors_of(analysis, self.parties, root)))
        swaps = trading and (binds(analysis, root) or analysis.tags[root] == "VBD")
        if swaps or is_term(analysis, self.parties, root, told=self.state is TOLD):
            return True
        if self.state is TOLD:
            self.state = NOT
        return False


def is_heading(analysis: Analysis, first: int, last: int) -> bool:
    """ "What was agreed?", "WHAT IS IN IT", "The terms of the deal": a short line of its own that announces the terms."""
    text, start, end = analysis.text, analysis.starts[first], analysis.ends[last - 1]
    before = text[text.rfind("\n", 0, start) + 1 : start].rstrip(" \t#*")
    alone = (not before or before.endswith("|")) and text[end : end + 1] in ("\n", "")
    if not alone or last - first > HEADING or analysis.word(last - 1) in (".", "!", ":"):
        return False
    said = " ".join(analysis.word(own).lower() for own in range(first, last)).rstrip(" ?")
    return ANNOUNCED.search(said) is not None and NEGATIVE.search(said) is None


def _opens(analysis: Analysis, first: int, last: int) -> bool:
    """ "Under the deal, ..." at the head of a sentence."""
    word = analysis.lemmas[first]
    if word not in ("under", "by", "in"):
        return False
    nouns = agreement_words().nouns | agreement_words().document
    for token in range(first, min(last, first + MOST)):
        if analysis.lemmas[token] in nouns and analysis.pos[token] in ("NOUN", "PROPN"):
            return word == "under" or analysis.lemmas[token] == "term"
        if analysis.word(token) == ",":
            return False
    return False


def _told(analysis: Analysis, parties: Parties, root: int, *, explicit: bool) -> Iterator[Bargain]:
    """The point of a main verb, and those of the verbs that share its "will" or have one of their own."""
    acts = [act_of(analysis, root)]
    for verb in tuple(acts):
        acts.extend(own for own in children(analysis, verb, ("conj",)) if _joins(analysis, own, explicit))
    passive = is_passive(analysis, acts[0])
    doers = actors_of(analysis, parties, acts[0] if passive else root)
    for verb in acts:
        own = doers if verb == acts[0] else actors_of(analysis, parties, verb) or doers
        first, last = content_of(analysis, verb)
        if verb != root and verb == acts[0]:
            first = root
        if verb == acts[0] and not parties.sides(own):
            first = min((analysis.subtree(doer)[0] for doer in children(analysis, root, SUBJECT)), default=first)
        if last - first > 1 and (verb == acts[0] or not own or first > root):
            yield Bargain(verb, AgreementStatus.AGREED, "agreement", first, last, (), True, committed=parties.sides(own))


def _joins(analysis: Analysis, verb: int, explicit: bool) -> bool:
    subject = children(analysis, verb, SUBJECT)
    if subject:
        return binds(analysis, verb)
    if any(analysis.tags[own] == "VBD" for own in children(analysis, verb, ("aux", "auxpass"))):
        return False
    return analysis.tags[verb] in SHARED if explicit else analysis.tags[verb] in ("VB", "VBN")


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
