"""What a stance is about: an issue of the tree, else the thing that its words name."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from communique.extract.claims.body_noun import NO_PARTY
from communique.extract.claims.clause import children, is_passive, subject_words, words
from communique.extract.claims.condition import Condition
from communique.extract.claims.party import Parties
from communique.extract.claims.stance_frame import Frame
from communique.extract.claims.topic import GENERAL
from communique.extract.claims.volition import stays_away
from communique.lexicon.issue import OTHER, find_issues
from communique.lexicon.stance import is_refused, stance_words
from communique.model import ActorKind, Analysis, Evidence, Stance

OFTEN = 3
FAINT = 0.3
CLEAR = 0.8
WEAK = 1.0
QUOTES = frozenset({'"', "“", "‘", "``"})
SHORT = 5
VENUE = "venue for the talks"
SEAT = "seat of the arbitration"
PLACE = frozenset({"GPE", "LOC", "FAC"})
WORDY = frozenset({"NOUN", "PROPN", "NUM", "VERB"})
CAUSES = frozenset({"because", "since"})
BACK = 3
MOST = 20
WIDEST = 30
NOUNS = frozenset({"NOUN", "PROPN"})
PLACES = frozenset(
    {"dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj", "ROOT", "oprd", "appos", "dep", "dative", "npadvmod"}
)
BEFORE = frozenset({"compound", "amod", "nmod"})
FIRM = frozenset(
    {Stance.DEMANDS, Stance.REJECTS, Stance.CONDITIONS, Stance.OFFERS, Stance.ACCEPTS, Stance.NONE, Stance.DENIES}
)
CONTACT = frozenset(
    "meet meeting conversation contact call telephone phone speak talk dialogue channel envoy visit fly travel trip".split()
)
PERSONAL = frozenset({"want", "ask", "expect", "need", "aim", "like", "hope", "consider", "work", "prefer"})


def issue_of(
    parties: Parties, frame: Frame, content: tuple[int, int], conditions: Sequence[Condition]
) -> tuple[str | None, bool]:
    """The issue of the content, and whether it is borrowed from the words around. What the content names counts most, its
    conditions and descriptions left out; then what the article speaks of there. None = no position; "other" = one that the
    tree does not cover."""
    found, borrowed = _own_issue(parties, frame, content, conditions)
    if _is_venue(parties.analysis, frame, content) and not find_issues(subject_words(parties.analysis, *content)):
        return _seat_of(parties, frame), False
    if _is_absence(parties.analysis, frame) and not find_issues(subject_words(parties.analysis, *content)):
        return find_issues(VENUE)[0], False
    placed, weight = _denied(parties, frame, content) or _placed(parties, frame, content, conditions)
    if found is not None:
        return placed, borrowed
    least = (
        FAINT if content[1] - content[0] <= SHORT and parties.analysis.lemmas[frame.head] in stance_words().bare else CLEAR
    )
    return (placed, True) if weight >= least and _is_firm(parties, frame) else (None, False)


def _denied(parties: Parties, frame: Frame, content: tuple[int, int]) -> tuple[str, float] | None:
    """A denied meeting or conversation is a matter of the talks; for "denied it", "denied the report" the sentence before
    tells what is denied."""
    analysis = parties.analysis
    if frame.stance is not Stance.DENIES:
        return None
    first, last = content
    here = {analysis.lemmas[own] for own in range(first, last) if own != frame.head}
    named = {analysis.lemmas[own] for own in range(first, last) if analysis.pos[own] == "NOUN"}
    number = analysis.sentence_of[frame.head]
    if not here & CONTACT and not find_issues(analysis.words(first, last)) and named <= stance_words().accusing | {"story"}:
        here = {analysis.lemmas[own] for own in range(*analysis.sentences[max(0, number - 1)])}
    return (find_issues(VENUE)[0], CLEAR) if here & CONTACT else None


def _is_firm(parties: Parties, frame: Frame) -> bool:
    """Whether a stance stands whatever it is on: a party's demand, refusal, offer, denial, by no common word of wishing."""
    if frame.stance is Stance.DENIES:
        return any(_is_named(parties, own) for own in frame.actors)
    if not any(_may_hold(parties, frame, own) for own in frame.actors) or not _binding(parties, frame):
        return False
    if parties.analysis.lemmas[frame.head] in stance_words().common:
        return False
    return frame.stance in FIRM and not _own_aim(parties.analysis, frame.head)


def _placed(parties: Parties, frame: Frame, content: tuple[int, int], conditions: Sequence[Condition]) -> tuple[str, float]:
    analysis, topics = parties.analysis, parties.topics
    first, last = content
    # what a threat is about is what would avert it
    aside = set() if frame.stance is Stance.WARNS else aside_of(analysis, conditions)
    left_out = aside | _relative(analysis, frame.head, first, last)
    own = _set_apart(analysis, frame, content)
    if not own:
        own = subject_words(analysis, first, last, left_out)
        own = own if find_issues(own) else subject_words(analysis, max(first, frame.head), last, aside)
    if not find_issues(own) and not find_issues(analysis.words(first, last)):
        thing = matter_of(parties, frame, content, aside)
        token = None if thing is None else analysis.token_at(thing.span.end - 1)
        if token is not None and len(parties.places(analysis.lemmas[token])) >= OFTEN and not topics.chain(token, token + 1):
            return OTHER, 0.0
    ranked = topics.ranked(first, last, own, 1.0 if frame.stance is Stance.SUPPORTS else GENERAL)
    return ranked[0] if ranked and ranked[0][1] >= FAINT else (OTHER, 0.0)


def _set_apart(analysis: Analysis, frame: Frame, content: tuple[int, int]) -> str:
    """Of "the works are a sovereign decision" the works, of "called the offer 'a joke'" the offer: what is refused by being set
    apart or given a name; else ""."""
    if frame.stance is Stance.REJECTS and analysis.lemmas[frame.head] in stance_words().labelling:
        things = children(analysis, frame.head, ("dobj",))
        below = analysis.subtree(things[0]) if things else ()
        marked = [own for own in below if own > frame.head and analysis.word(own) in QUOTES]
        return analysis.words(below[0], marked[0] if marked else below[-1] + 1) if below else ""
    if frame.stance is not Stance.REJECTS or not is_refused(analysis.words(*content)):
        return ""
    subject = children(analysis, frame.head, ("nsubj", "nsubjpass", "expl"))
    below = analysis.subtree(subject[0]) if subject else ()
    return analysis.words(below[0], below[-1] + 1) if below else ""


def _own_issue(
    parties: Parties, frame: Frame, content: tuple[int, int], conditions: Sequence[Condition]
) -> tuple[str | None, bool]:
    """The issue by the content alone; for short words ("refused", "ruled it out") that of the sentence, then of the one before,
    and whether it was borrowed so."""
    analysis = parties.analysis
    first, last = content
    aside = aside_of(analysis, conditions) | _relative(analysis, frame.head, first, last)
    subject = subject_words(analysis, first, last, aside)
    found = find_issues(subject)
    if found:
        return _specific(found), False
    thing = matter_of(parties, frame, content, aside)
    known = _described(parties, thing)
    political = any(_may_hold(parties, frame, own) for own in frame.actors)
    found = (known,) if known else () if thing is not None and conditions else find_issues(analysis.words(first, last))
    found = found or (find_issues(subject, WEAK) if political else ())
    if found:
        return _specific(found), False
    if (thing is None and _is_venue(analysis, frame, content)) or _is_absence(analysis, frame):
        return find_issues(VENUE)[0], False
    bare = thing is None and analysis.pos[frame.head] != "NOUN" and _points_back(analysis, frame, content)
    if (last - first <= SHORT and not frame.weak) or bare:
        number = analysis.sentence_of[frame.head]
        for near in range(number, max(-1, number - BACK), -1):
            found = find_issues(analysis.words(*analysis.sentences[near]))
            if found:
                return (found[0], True) if not frame.weak or _binding(parties, frame) else (None, False)
        main = _main_issue(parties) if political and _binding(parties, frame) else None
        if main is not None:
            return main, True
    sure = not frame.weak or (thing is not None and any(condition.strict for condition in conditions))
    aim = frame.stance is not Stance.REJECTS and _own_aim(analysis, frame.head)
    backs = frame.stance is Stance.SUPPORTS and analysis.lemmas[frame.head] in stance_words().backing
    firm = (thing is not None or bare) and (frame.stance in FIRM or backs) and _binding(parties, frame) and not aim
    if not political or not (sure or firm):
        return None, False
    return _around(analysis, frame, thing) or OTHER, False


def _around(analysis: Analysis, frame: Frame, thing: Evidence | None) -> str | None:
    """The issue of the sentence; for "the figure", which was told of before, that of the sentence before."""
    number = analysis.sentence_of[frame.head]
    here = find_issues(analysis.words(*analysis.sentences[number]))
    if here:
        return _specific(here)
    token = None if thing is None else analysis.token_at(thing.span.start)
    told = token is not None and token > 0 and analysis.lemmas[token - 1] in ("the", "this", "that", "such", "these")
    before = find_issues(analysis.words(*analysis.sentences[number - 1])) if told and number else ()
    return _specific(before) if before else None


def _specific(found: tuple[str, ...]) -> str:
    """The best issue; the course of the talks only where nothing else is named: "ruled out talks on water" is on water."""
    procedure = find_issues(VENUE)
    return next((own for own in found if own not in procedure), found[0])


def _seat_of(parties: Parties, frame: Frame) -> str:
    """The issue of a place or day alone: the seat of the arbitration where that is spoken of, else the course of the talks."""
    number = parties.analysis.sentence_of[frame.head]
    near = {issue for own in range(max(0, number - 1), number + 1) for issue in parties.topics.at(own)}
    seat = find_issues(SEAT)[0]
    return seat if seat in near else find_issues(VENUE)[0]


def _is_venue(analysis: Analysis, frame: Frame, content: tuple[int, int]) -> bool:
    """ "proposed Geneva", "insists on London", "proposed 10 June": places and days alone."""
    first, last = content
    places = {token for own in analysis.entities if own.label in PLACE for token in range(own.first, own.last)}
    if frame.stance is Stance.OFFERS and analysis.deps[frame.head] != "advcl":
        places |= {token for token in range(max(first, frame.head + 1), last) if _timed(analysis, token)}
    nouns = {token for token in range(max(first, frame.head + 1), last) if analysis.pos[token] in WORDY}
    return (
        bool(nouns) and nouns <= places and frame.stance in (Stance.OFFERS, Stance.DEMANDS, Stance.REJECTS, Stance.SUPPORTS)
    )


def _is_absence(analysis: Analysis, frame: Frame) -> bool:
    """ "will not travel to Geneva", "refuses to attend": a refusal to come is one on the talks."""
    acts = (frame.head, *children(analysis, frame.head, ("xcomp",)))
    return frame.stance is Stance.REJECTS and any(stays_away(analysis, act) for act in acts)


def _main_issue(parties: Parties) -> str | None:
    """The issue that the article speaks of most, where a third of its sentences that name one do."""
    analysis = parties.analysis
    if not parties.main_issue:
        found = Counter(own for first, last in analysis.sentences for own in find_issues(analysis.words(first, last))[:1])
        best = min(found, key=lambda own: (-found[own], own), default=None)
        parties.main_issue.append(best if best and found[best] * 3 >= found.total() else None)
    return parties.main_issue[0]


def aside_of(analysis: Analysis, conditions: Sequence[Condition]) -> set[int]:
    """Tokens of the conditions."""
    return {token for condition in conditions for token in analysis.subtree(condition.head)}


def _described(parties: Parties, thing: Evidence | None) -> str | None:
    """The issue of a thing by what else the article says it is: "the fishermen" are prisoners where it speaks of "fishermen
    held since April". The issue that most of its first mentions name; None where none does."""
    analysis = parties.analysis
    last = None if thing is None else analysis.token_at(thing.span.end - 1)
    if last is None:
        return None
    found: Counter[str] = Counter()
    for token in parties.places(analysis.lemmas[last])[:MOST]:
        below = analysis.subtree(token)
        if len(below) <= WIDEST:
            found.update(find_issues(analysis.words(below[0], below[-1] + 1))[:1])
    return min(found, key=lambda own: (-found[own], own)) if found else None


def _relative(analysis: Analysis, head: int, first: int, last: int) -> set[int]:
    """Tokens of relative clauses and of reasons: they describe a thing, the stance is on the thing itself."""
    found: set[int] = set()
    for token in range(first, last):
        caused = analysis.deps[token] == "advcl" and any(
            analysis.lemmas[mark] in CAUSES for mark in children(analysis, token, ("mark",))
        )
        if (analysis.deps[token] == "relcl" or caused) and token != head:
            below = analysis.subtree(token)
            if head not in below:
                found.update(below)
    return found


def _may_hold(parties: Parties, frame: Frame, own: str) -> bool:
    return frame.authored or is_political(parties, own)


def is_political(parties: Parties, own: str) -> bool:
    """Whether an actor can hold a position on a matter that the tree does not know: no passer-by, no newspaper."""
    actor = parties.actor(own)
    if actor is None or (actor.subtype in NO_PARTY and actor.subtype != "anonymous_source"):
        return False
    if actor.kind is not ActorKind.PERSON:
        return actor.subtype != "joint"
    return bool(actor.offices) or actor.principal is not None or len(actor.mentions) >= OFTEN


def _is_named(parties: Parties, own: str) -> bool:
    actor = parties.actor(own)
    return actor is not None and actor.subtype not in NO_PARTY | {"joint"} - {"company"}


def _binding(parties: Parties, frame: Frame) -> bool:
    """Whether the holder, by a common word, speaks for a party: a state or body does, a person only with a stronger word."""
    if frame.authored:
        return True
    kinds = {actor.kind for own in frame.actors if (actor := parties.actor(own)) is not None}
    if kinds - {ActorKind.PERSON}:
        return True
    people = [actor for own in frame.actors if (actor := parties.actor(own)) is not None]
    served = any(actor.offices or parties.sides((actor.id,)) for actor in people)
    return served and parties.analysis.lemmas[frame.head] not in PERSONAL


def _own_aim(analysis: Analysis, head: int) -> bool:
    """ "wants to build on its success": what one wants to do oneself is a stance only where the tree knows the subject."""
    own = [child for child in children(analysis, head, ("xcomp",)) if child > head and not is_passive(analysis, child)]
    return analysis.lemmas[head] in PERSONAL and bool(own) and not children(analysis, head, ("dobj", "dative"))


def _points_back(analysis: Analysis, frame: Frame, content: tuple[int, int]) -> bool:
    """ "does not support it", "turned down the request", "wants sixteen": what it is, the words before tell."""
    first, last = content
    for token in range(max(first, frame.head + 1), last):
        if (
            analysis.pos[token] == "PRON"
            and analysis.deps[token] == "dobj"
            and analysis.lemmas[token] in ("it", "this", "that", "them", "they", "one")
        ):
            return True
        if analysis.pos[token] == "NUM" and analysis.deps[token] in ("dobj", "pobj", "nummod"):
            return True
        if analysis.lemmas[token] in stance_words().framing and analysis.deps[token] == "dobj" and last - first <= SHORT + 2:
            return True
    return False


def matter_of(parties: Parties, frame: Frame, content: tuple[int, int], aside: set[int]) -> Evidence | None:
    """The first thing that the content names, with the words before it ("soy flour levy"); no actor, no empty noun."""
    analysis, void = parties.analysis, stance_words().matterless | stance_words().framing
    first, last = content
    start = frame.head + 1 if first <= frame.head < last and analysis.pos[frame.head] != "NOUN" else first
    for token in (*range(start, last), *range(first, min(start, last))):
        if token in aside or token == frame.head or analysis.pos[token] not in NOUNS or analysis.deps[token] not in PLACES:
            continue
        lemma = analysis.lemmas[token]
        if lemma in void or not lemma[0].isalpha() or parties.mention(token) is not None:
            continue
        if _timed(analysis, token):
            continue
        left = [child for child in analysis.children(token) if analysis.deps[child] in BEFORE and child < token]
        begin = token
        while begin - 1 in left:
            begin -= 1
        found = words(analysis, begin, token + 1)
        return found[0] if found else None
    return None


def _timed(analysis: Analysis, token: int) -> bool:
    """Whether the word is part of a date or duration."""
    at = bisect_right(analysis.times, analysis.starts[token], key=lambda time: time.span.start) - 1
    return at >= 0 and analysis.starts[token] < analysis.times[at].span.end
