"""Words by which a length of time is that of a call or a sitting, and which session of several it is."""

import re
from collections.abc import Sequence

from communique.model import Span

CALL = r"calls?|called|phoned|telephoned|telephone|phone|conversation|spoke"
SAT = (
    r"sessions?|meetings?|met|sat|talks|talked|rounds?|consultations?|discussions?|negotiat\w+|audience|summit|encounter"
    r"|contacts?|haggl\w+|wrangl\w+|bargain\w+"
)
LASTED = (
    r"lasted|lasting|went on|dragged on|took|ran|continued|stretched|broke (?:up|off)|ended|parted|(?:was|were) interrupted"
)
MORE = r"(?: (?:a total of|just|only|about|some|around|nearly|almost|barely|over|under|more than|less than|well over))*"
BEFORE = re.compile(
    rf"\b(?:(?P<call>{CALL})|(?P<sat>{SAT}|{LASTED}))\b"
    rf"(?:(?: [\w’'.-]+){{0,6}}?(?: (?:for|of|after|in|to))?|[^.,;:!?\n]{{0,120}}? for){MORE} ?$",
    re.IGNORECASE,
)
HAD = re.compile(
    rf"\b(?:we|they|sides|delegations|ministers|presidents|leaders|negotiators|mediators?|envoys?) (?:had|spent){MORE} $",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"^[- ]?(?:long )?(?P<call>(?:phone |telephone )?(?:call|conversation))\b|^[- ](?:long )?(?P<sat>meeting|session|talks|audience)\b"
    rf"|^ of (?:[\w’'-]+ ){{0,3}}?(?:{SAT})\b",
    re.IGNORECASE,
)
UP_AGAIN = re.compile(
    r"\b(?:got up|rose|left|walked out|stood up|broke (?:up|off)|parted)\b[^.;:!?\n]{0,20} $", re.IGNORECASE
)
KIND = re.compile(rf"\b(?:(?P<call>{CALL})|(?P<sat>{SAT}))\b", re.IGNORECASE)
ELSE = re.compile(
    r"^\s+(?:after|before|ago|earlier|later|late|from now|since|previously|less|more|longer|shorter)\b", re.IGNORECASE
)
HOW_LATE = re.compile(
    r"\b(?:after|every|within|in|by|until|at least|next|last|past|lasts?|wait\w*|delay\w*|late) $", re.IGNORECASE
)
ENDED_AFTER = re.compile(
    r"\b(?:broke (?:up|off)|ended|parted|interrupted|adjourned|wound up|closed|concluded) after(?: \w+)? $", re.IGNORECASE
)
MARK = re.compile(
    r"\b(?:(?P<last>last|final|closing|concluding)|(?P<first>first|opening)|(?P<second>second)|(?P<third>third))"
    r" (?:\w+ )?(?:night|day|session|meeting|round|call|sitting|plenary)\b",
    re.IGNORECASE,
)
NEAR = 160


def kind_of(text: str, lines: Sequence[Span], place: int, span: Span) -> str | None:
    """ "call" or "sitting" where the length at `span`, in the sentence of that number, is that of one; the sentence before
    tells what "It lasted" is about."""
    line = lines[place]
    before, after = text[max(line.start, span.start - NEAR) : span.start], text[span.end : line.end]
    found = AFTER.match(after)
    if found is None:
        if (ELSE.match(after) and not UP_AGAIN.search(before)) or (
            HOW_LATE.search(before) and not ENDED_AFTER.search(before)
        ):
            return None
        found = BEFORE.search(before)
        if found is None and not HAD.search(before) and not UP_AGAIN.search(before):
            return None
    if found is not None and found["call"]:
        return "call"
    own = KIND.search(text, line.start, line.end)
    if own is None and place and "\n" not in text[lines[place - 1].end : line.start]:
        own = KIND.search(text, lines[place - 1].start, lines[place - 1].end)
    return None if own is None else "call" if own["call"] else "sitting"


def mark_of(words: str) -> str:
    """ "first", "last" and so on where a sentence says which session it was; else ""."""
    found = MARK.search(words)
    return found.lastgroup or "" if found else ""
