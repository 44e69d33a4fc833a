"""Accounts of one thing that an article itself sets side by side: "tells it differently", "earlier called it a
fabrication, now says that", "either 25 or 40 minutes", "Witnesses spoke of", "the agencies say once".

The words that announce a second account are those of reporters everywhere; which of the two is right is not decided.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from communique.compare.account_number import (
    between_two,
    had_reported,
    other_length,
    other_version,
    short_answer,
    two_counts,
    witnesses_count,
)
from communique.compare.account_pair import Pair, Rule, nearest_about, one_paragraph, words_of
from communique.compare.account_reply import REPLIES
from communique.compare.stage import Stage, sentence_around, words_at
from communique.compare.stated import Subject, make_finding
from communique.model import Finding, FindingKind, FindingValue, Record, Span

DIFFERENT = re.compile(
    r"\b(?:(?:tells?|told|describes?|described|remembers?|remembered|recalls?|recalled|puts?|has|had) "
    r"(?:it|this|that|things|the (?:story|matter|episode|incident|meeting|talks|evening|day))(?: all| quite| rather| very)?"
    r" (?:differently|otherwise)"
    r"|(?:has|have|had|gives?|gave|tells?|told|offers?|offered|presents?|presented) (?:an?|quite) "
    r"(?:(?:very|rather|quite|somewhat|slightly|completely|entirely|wholly) )?"
    r"(?:other|another|different|conflicting|contrasting|contradictory|opposite|contrary) (?:story|account|version|picture|reading)\b"
    r"|(?:has|have|gives?|gave|tells?|told|offers?|offered) another (?:story|account|version)\b"
    r"|(?:is|are|was|were) (?:far |much )?(?:less|not so|not as) (?:sure|certain|convinced|confident)\b)",
    re.IGNORECASE,
)
DIFFERENT_WORDS = (
    "differently", "otherwise", "story", "account", "version", "picture", "reading", "sure", "certain", "convinced", "confident",
)  # fmt: skip
VERSION = re.compile(
    r"^[^.;:!?\n]{2,40}?['’]s? (?:own )?(?:version|account)\b[^.;:!?\n]{0,60}? (?:speaks|spoke|says|said|reads|read|mentions|mentioned|differs)\b"
)
NOW = re.compile(
    r"\b(?P<before>(?:earlier|previously|at first|initially|first|until now|originally|last \w+|had)\b(?: \w+){0,2}? "
    r"(?:described|dismissed|denied|rejected|called|insisted|maintained|claimed)\b[^.;!?\n]{3,160}?),? (?:but |and )?"
    r"(?P<after>(?:now|has now|have now|today|later|has since|have since) (?:\w+ )?"
    r"(?:states?|stated|says?|said|admits?|admitted|concedes?|conceded|acknowledges?|acknowledged|confirms?|confirmed"
    r"|claims?|claimed|maintains?|maintained|speaks of|spoke of)\b[^.;!?\n]{3,200})",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|insist(?:s|ed) (?:that )?(?:it|he|she|they) (?:did|had|has|have|was|were) (?:not|never))\b"
)
SEEN = re.compile(
    r"^(?:But |However,? |Yet )?(?:\w+ )?(?:[Ww]itnesses|[Ee]yewitnesses|[Oo]nlookers|[Bb]ystanders|[Nn]eighbours|[Nn]eighbors|[Rr]eporters"
    r"|[Jj]ournalists|[Rr]esidents|[Vv]illagers|[Pp]articipants|[Oo]thers present|[Tt]hose present|[Pp]hotos|[Pp]hotographs|[Pp]ictures"
    r"|[Ff]ootage|[Vv]ideos?|[Ii]mages|[Ff]light records|[Mm]inutes)\b[^.;:!?\n]{0,40}?"
    r"\b(?:spoke|speaks?|said|says?|saw|sees?|told|tells?|shows?|showed|describe[sd]?|recall(?:s|ed)?|remember(?:s|ed)?|reported|suggests?|suggested)\b"
)
ONE_ANOTHER = re.compile(
    r"\bone (?:\w+ ){0,3}(?:said|says|told \w+|insisted|recalled)(?: that)? (?P<one>[^;!?\n]{8,160}?)[,;] (?:while |but |and |whereas )?"
    r"(?:another|a second|the other)\b(?: \w+){0,2}?(?: (?:said|says|insisted|recalled))?,?(?: only)?(?: that)? (?P<two>(?:it|they|he|she) (?:was|were|had|is|has)\b[^.;!?\n]{4,160})",
    re.IGNORECASE,
)
BLAMED = re.compile(
    r"^According to|\b(?:reported(?:ly)?|accus(?:e[sd]?|ing)|blam(?:e[sd]?|ing)|alleg(?:e[sd]?|edly)|is said to|are said to)\b"
)
OFFICE_SAYS = re.compile(
    r"^(?:The )?(?P<who>[A-Z][\w’'-]+?)(?:['’]s|['’]) (?:\w+ )?(?:office|spokes\w+|ministry|lawyers?|press (?:bureau|office)|camp|aides?|team)"
    r" (?:says?|said|insists?|insisted|maintains?|maintained) (?:that )?(?P<what>(?:he|she|it|they) (?:was|were|had|is|has|did|never)\b[^.;!?\n]{3,160})"
)
PREMATURE = re.compile(
    r"\b(?:describ(?:es|ed)|dismiss(?:es|ed)|call(?:s|ed)|reject(?:s|ed)|den(?:y|ies|ied))\b(?: as \w+)? (?:the |a |any |media |press |all )*"
    r"(?:reports?|rumou?rs?|stor(?:y|ies)|speculation)\b(?: (?:by|in|from|on|of|carried|published)\b[^.;,!?\n]{2,60}?)? that "
    r"(?P<claim>(?:it|they|he|she)\b[^.;!?\n]{6,200})"
)
BACK, AHEAD, LONGEST, LABEL, SHORT = 6, 3, 300, 80, 30


def compare_accounts(record: Record, stage: Stage) -> Iterator[Finding]:
    """One internal conflict for each place at which an article sets a second account against a first one."""
    for own in record.documents:
        lines, text = stage.sentences(own.document.id), own.document.text
        told: set[Span] = set()
        for number in range(len(lines)):
            for found in filter(None, (rule(text, lines, number) for rule in RULES)):
                if not told & set(found.two):
                    told |= set(found.two)
                    yield _finding(own.document.id, found, stage)


def _different_story(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "The other side tells it differently. ...": what comes after, against the sentence before that shares most words."""
    line = lines[number]
    words = words_of(text, line)
    version = VERSION.search(words)
    if version is None and (not _may_differ(words) or DIFFERENT.search(words) is None or words.endswith("?")):
        return None
    after = [own for own in lines[number + 1 : number + 1 + AHEAD] if one_paragraph(text, line, own)]
    second = (line,) if version is not None else tuple(after)
    before = lines[max(0, number - BACK) : number]
    if not second or not before:
        return None
    first = nearest_about(text, before, " ".join(words_of(text, own) for own in second))
    return None if first is None else Pair("content", (first,), second)


def _may_differ(words: str) -> bool:
    """Whether a word stands there without which `DIFFERENT` cannot fit: the pattern is slow where it does not."""
    low = words.lower()
    return any(word in low for word in DIFFERENT_WORDS)


def _reversal(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "which earlier called the story a fabrication, now states that the two met"."""
    line = lines[number]
    words = words_of(text, line).lower()
    if not any(since in words for since in ("now ", "today ", "later ", "since ")):
        return None
    found = NOW.search(text, line.start, line.end)
    return None if found is None else Pair("existence", (Span(*found.span("before")),), (Span(*found.span("after")),))


def _seen_otherwise(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """A denial, and what witnesses or pictures tell in one of the next two sentences."""
    line = lines[number]
    if not DENIED.search(words_of(text, line)):
        return None
    for other in lines[number + 1 : number + 3]:
        if one_paragraph(text, line, other) and SEEN.search(words_of(text, other)):
            return Pair("existence", (line,), (other,))
    return None


def _one_and_another(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "one participant said that it was accepted, another that it was heard with sympathy"."""
    line = lines[number]
    words = words_of(text, line).lower()
    if "one " not in words or not any(other in words for other in ("another", "a second", "the other")):
        return None
    found = ONE_ANOTHER.search(text, line.start, line.end)
    return None if found is None else Pair("content", (Span(*found.span("one")),), (Span(*found.span("two")),))


def _office_says(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """What is laid to somebody's charge, and what his office says of it in the next sentence."""
    if number == 0:
        return None
    before, line = lines[number - 1], lines[number]
    found = OFFICE_SAYS.match(words_of(text, line))
    claim = words_of(text, before)
    if found is None or found["who"] not in claim or not BLAMED.search(claim):
        return None
    return Pair("content", (before,), (Span(line.start + found.start("what"), line.start + found.end("what")),))


def _denied_report(text: str, lines: Sequence[Span], number: int) -> Pair | None:
    """ "described reports that it was cancelled as premature": what is reported, against what the article said of "it"."""
    line = lines[number]
    found = PREMATURE.search(text, line.start, line.end)
    if found is None or not number or not one_paragraph(text, lines[number - 1], line):
        return None
    if re.search(r"\b(?:not|nor|never|neither)\b[^.]{0,20}$", text[line.start : found.start()]):
        return None
    return Pair("existence", (lines[number - 1],), (Span(*found.span("claim")),))


def _numbers(rule: Callable[[str, Sequence[Span], int], tuple[str, Span, Span] | None]) -> Rule:
    def told(text: str, lines: Sequence[Span], number: int) -> Pair | None:
        found = rule(text, lines, number)
        return None if found is None else Pair(found[0], (found[1],), (found[2],))

    return told


RULES: tuple[Rule, ...] = (
    _different_story,
    _reversal,
    _seen_otherwise,
    _one_and_another,
    _office_says,
    _denied_report,
    *REPLIES,
    *map(_numbers, (between_two, two_counts, other_length, other_version, witnesses_count, short_answer, had_reported)),
)


def _finding(document: str, pair: Pair, stage: Stage) -> Finding:
    values = []
    for spans in (pair.one, pair.two):
        words = tuple(words_at(stage, document, Span(own.start, min(own.end, own.start + LONGEST))) for own in spans)
        values.append(FindingValue(" … ".join(" ".join(own.quote.split()) for own in words), words))
    told = values[0].value
    if len(told) < SHORT:  # a number alone says nothing: its sentence does
        around = sentence_around(stage.texts[document], pair.one[0])
        told = " ".join(stage.texts[document][around.start : around.end].split())
    label = told[:LABEL] + ("…" if len(told) > LABEL else "")
    subject = Subject(
        "document", document, label, pair.attribute, "figure" if pair.attribute == "duration" else pair.attribute
    )
    return make_finding(subject, FindingKind.INTERNAL_CONFLICT, tuple(values), stage.origin)
