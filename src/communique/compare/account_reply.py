"""What is said against a sentence right after it: "Rwanda says that there are none", "Gitega says that both sides did",
"There was no such acceptance", "by one account ... the ministry says".

Whoever replies, the article holds two accounts of one fact; which is right is not decided.
"""

import re
from collections.abc import Sequence

from communique.compare.account_pair import Pair, Rule, nearest_about, one_paragraph, words_of
from communique.model import Span

SAYS = r"(?:says?|said|insists?|insisted|maintains?|maintained|claims?|claimed|tweeted|replied|answered|argues?|argued)"
ELLIPSIS = re.compile(
    rf"^[A-Z][^.;:!?\n\"“]{{1,60}}? {SAYS}(?: that)? [^.;:!?\n,]{{2,40}}? (?:did|did not|didn['’]t|had|had not|hadn['’]t|were not|was not)\.$"
)
NONE = re.compile(
    rf"^[A-Z][^.;:!?\n\"“]{{1,60}}? {SAYS}(?: that)? (?:there (?:is|are|was|were|had been) (?:none|no(?:thing)? (?:of the kind|such \w+))"
    r"|(?:it|they) (?:has|have|had|holds?|held|knows? of) none)\b[^.;:!?\n]{0,30}\.?$"
)
NOBODY = re.compile(rf"\b{SAYS}(?: that)? (?:no one|nobody|no-one)\b[^.;:!?\n]{{4,120}}")
NO_SUCH = re.compile(
    r"\b(?:[Tt]here (?:was|were|had been) no such (?P<what>(?!thing)[a-z]{5,})|[Nn]o such (?P<that>(?!thing)[a-z]{5,}) (?:was|were|had|has|took))\b[^.;,!?\n\"”]{0,80}"
)
BY_ONE = re.compile(
    r"\b(?:by one account|by some accounts|by (?:his|her|their|its) (?:own )?account|according to one (?:account|version))\b",
    re.IGNORECASE,
)
REPLY = re.compile(
    rf"^[A-Z][^.;:!?\n\"“]{{1,70}}? {SAYS}(?: that)? (?:it|he|she|they|the \w+|both|neither)\b[^;:!?\n]{{4,160}}$"
)
BLAMES = re.compile(
    r"^(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:blames?|blamed|accuses?|accused|points? (?:a finger )?(?:at|to)|pointed (?:a finger )?(?:at|to)) [^.;:!?\n]{3,120}\.?$"
)
CONTRADICTED = re.compile(
    r"(?P<claim>[^.;!?\n]{20,250}?),? (?:something|a claim|an account|a version|a statement)(?: that| which)? (?!I\b|we\b|you\b)[^.;!?\n]{2,60}?"
    r"\b(?:contradict(?:s|ed)|den(?:ies|ied)|disput(?:es|ed)|reject(?:s|ed)|dismiss(?:es|ed))\b[^.;!?\n]{0,80}"
)
ASIDES = (" something", " a claim", " an account", " a version", " a statement")
WRONG = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his) (?:number|figure|sum|count|total|claim) (?:is|was) (?:false|wrong|untrue|invented|exaggerated|too (?:high|low))\b[^.;!?\n]{0,80}"
)
READOUTS = re.compile(
    r"(?P<one>[Aa]ccording to [^.;\n]{2,50}?(?:readout|read-out|account|statement|version|communiqu[eé]|summary)\b[^.;\n]{0,40}[\"“][^\"”\n]{3,120}[\"”])"
    r"[;,.] (?:but |while |and )?(?P<two>(?:the|its|that of)\b[^.;\n]{2,40}? (?:calls|describes|speaks of|says|put|puts|gives|called|spoke of)"
    r"[^.;\n]{0,30}[\"“][^\"”\n]{3,120}[\"”])"
)
NUMBER = re.compile(r"\b\d[\d,.]*\b")
QUOTES = "\"“‘'«„"
BACK, STEM = 4, 5


def _answered(pattern: re.Pattern[str], attribute: str, least: int = 0) -> Rule:
    """A rule for a sentence that answers the one right before it in its paragraph."""

    def told(text: str, lines: Sequence[Span], number: int) -> Pair | None:
        line = lines[number]
        if not number or not one_paragraph(text, lines[number - 1], line) or not pattern.search(words_of(text, line)):
            return None
        before = lines[number - 1]
        if words_of(text, before).endswith("?") or nearest_about(text, (before,), words_of(text, line), least) is None:
            return None
        return Pair(attribute, (before,), (line,))

    return told


def blamed_each_other(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "Arvenia blames the mortars of Belmora. Belmora blames a patrol of Arvenia." """
    if not number or not one_paragraph(text, lines[number - 1], lines[number]):
        return None
    one, two = (BLAMES.match(words_of(text, own)) for own in lines[number - 1 : number + 1])
    if one is None or two is None or one["who"] == two["who"]:
        return None
    return Pair("content", (lines[number - 1],), (lines[number],))


def nobody_did(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "said that no one in the capital had called", after somebody said that they had."""
    line = lines[number]
    found = NOBODY.search(text, line.start, line.end)
    if found is None:
        return None
    before = [own for own in lines[max(0, number - BACK) : number] if text[own.start] not in QUOTES]
    if nearest_about(text, before, words_of(text, line), 1) is None:
        return None
    return Pair("existence", (before[-1],), (Span(line.start, found.end()),))


def no_such_thing(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "There was no such acceptance", after "accepted the consultations"."""
    line = lines[number]
    found = NO_SUCH.search(text, line.start, line.end)
    if found is None:
        return None
    start = (found["what"] or found["that"])[:STEM].lower()
    for before in reversed(lines[max(0, number - BACK) : number]):
        if re.search(rf"\b{re.escape(start)}", words_of(text, before), re.IGNORECASE):
            return Pair("existence", (before,), (Span(found.start(), found.end()),))
    return None


def contradicted(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "said the other side had agreed, something she flatly contradicted. “...”" """
    line = lines[number]
    words = words_of(text, line)
    if not any(aside in words for aside in ASIDES):  # the pattern is slow where it does not fit
        return None
    found = CONTRADICTED.search(text, line.start, line.end)
    if found is None:
        return None
    after = lines[number + 1 : number + 2]
    rest = [own for own in after if text[own.start] in QUOTES and one_paragraph(text, line, own)]
    return Pair("content", (Span(*found.span("claim")),), (Span(found.end("claim"), found.end()), *rest))


def wrong_number(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "The number is false, it is below 900", after a sentence with a number."""
    line = lines[number]
    found = WRONG.search(text, line.start, line.end)
    if found is None:
        return None
    for before in reversed(lines[max(0, number - 2) : number]):
        if NUMBER.search(text, before.start, before.end):
            return Pair("figure", (before,), (Span(found.start(), found.end()),))
    return None


def two_readouts(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "According to one readout the call was “warm”; the other one calls it “candid”"."""
    line = lines[number]
    found = READOUTS.search(text, line.start, line.end)
    return None if found is None else Pair("content", (Span(*found.span("one")),), (Span(*found.span("two")),))


def after_one_account(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "ended, by one account, with a slammed door. The ministry says that it ended normally." """
    line = lines[number]
    if not number or not BY_ONE.search(words_of(text, lines[number - 1])) or not REPLY.match(words_of(text, line)):
        return None
    return Pair("content", (lines[number - 1],), (line,)) if one_paragraph(text, lines[number - 1], line) else None


REPLIES: tuple[Rule, ...] = (
    _answered(ELLIPSIS, "content"),
    _answered(NONE, "existence"),
    blamed_each_other,
    nobody_did,
    no_such_thing,
    contradicted,
    wrong_number,
    two_readouts,
    after_one_account,
)
