"""Who wants what: actor x issue x stance with the words, who ascribes it, and on what condition."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extract.claims.bid import find_bids
from communique.extract.claims.body import body_test
from communique.extract.claims.clause import children, subjects, words
from communique.extract.claims.condition import Condition, find_conditions
from communique.extract.claims.draft import PositionDraft
from communique.extract.claims.evaluation import find_evaluations
from communique.extract.claims.frame import find_frames
from communique.extract.claims.party import Parties
from communique.extract.claims.plea import find_pleas
from communique.extract.claims.speech import Speech, is_first_person
from communique.extract.claims.split import split_content
from communique.extract.claims.stance_frame import Frame
from communique.extract.claims.subject import aside_of, issue_of, matter_of
from communique.extract.claims.when import day_taken
from communique.lexicon.stance import is_red_line, is_refused, stance_words
from communique.model import Analysis, DocumentActors, Evidence, Position, Quotation, Stance

TALKING = frozenset({"discuss", "discussion", "negotiate", "negotiation", "talk", "talks", "meet", "sign", "dialogue"})
MUTUAL = frozenset({"agree", "decide"})
HARD = frozenset({Stance.REJECTS, Stance.CONDITIONS, Stance.DEMANDS})
BARE = frozenset({Stance.REJECTS, Stance.ACCEPTS})
SURE = 0.45
AROUND = 300
BRIEF = 3
REACH = 2  # sentences: the same one and the one before
POINTING = re.compile(r"^(?:\W*\w+){0,6}\W*\b(?:it|this|that|them)\b(?:\W+\w+){0,4}\W*$", re.IGNORECASE)


def find_positions(analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation] = ()) -> tuple[Position, ...]:
    """The positions that an article gives actors, one per actor, issue and content, in text order.

    Args:
        analysis: with syntax; an empty one gives ().
        actors: of the same document; only they can hold a position.
        quotations: of the same document, for what speakers say in their own words and for who ascribes a position.
    """
    speech = Speech(analysis, actors, quotations)
    parties = Parties(analysis, actors, speech)
    frames = [
        *find_frames(analysis, parties),
        *find_evaluations(analysis, parties, speech),
        *find_pleas(analysis, parties),
        *find_bids(analysis, parties),
    ]
    is_body = body_test(analysis)
    drafts = [draft for frame in frames for draft in _drafts(parties, speech, frame) if is_body(draft.content.span)]
    document = analysis.document.id
    kept = _distinct(_of_what_was_told(analysis, drafts))
    return tuple(_position(document, draft, number) for number, draft in enumerate(kept, start=1))


def _of_what_was_told(analysis: Analysis, drafts: Sequence[PositionDraft]) -> list[PositionDraft]:
    """With the issue of the stance told last before for each "we will not allow it" that borrows its issue."""
    ordered = sorted(drafts, key=lambda draft: draft.content.span)
    found, last = [], None
    for draft in ordered:
        own = analysis.token_at(draft.content.span.start)
        sentence = analysis.sentence_of[own] if own is not None else -REACH
        if draft.confidence >= SURE:
            last = sentence, draft.issue
        elif last is not None and 0 <= sentence - last[0] < REACH and POINTING.search(draft.content.quote):
            draft = replace(draft, issue=last[1])
        found.append(draft)
    return found


def _drafts(parties: Parties, speech: Speech, frame: Frame) -> Iterator[PositionDraft]:
    analysis = parties.analysis
    voice = speech.voice(frame.head)
    for first, last in split_content(analysis, frame.head, frame.first, frame.last):
        last = _until_said(analysis, speech, frame.head, last)
        first, last = _told_in_full(analysis, frame, first, last)
        content = words(analysis, first, last)
        conditions = find_conditions(
            analysis, frame.head, first, last, frame.negated or frame.stance is Stance.REJECTS
        ) + _outer_conditions(analysis, frame.head, last)
        issue, borrowed = issue_of(parties, frame, (first, last), conditions)
        if _is_joint(analysis, frame):
            continue  # what both agreed is an agreement, and no stance of either
        if not content or issue is None or (last - first < 2 and frame.stance not in BARE):
            continue
        stance = _conditioned(analysis, frame, conditions)
        if stance is Stance.DEMANDS and _comes_before(analysis, first, last):
            stance = Stance.CONDITIONS
        for actor in frame.actors:
            speakers = () if voice is None or actor in voice.speakers else voice.speakers
            yield PositionDraft(
                actor=actor,
                issue=issue,
                stance=stance,
                content=content[0],
                evidence=_whole(analysis, frame, first, last) or content[0],
                conditions=tuple(condition.evidence for condition in conditions),
                modality="ascribed"
                if speakers and frame.modality == "asserted" and _believed(parties, speech, frame)
                else frame.modality,
                attributed_by=speakers[0] if speakers else None,
                target=_target(parties, actor, frame, first, last),
                quotation=None if voice is None else voice.quotation,
                date=day_taken(analysis, frame.head, content[0].span),
                red_line=stance in HARD and _is_red(analysis, frame.head, content[0].quote),
                confidence=0.4 if borrowed else (0.5 if frame.weak else 0.7),
                matter=matter_of(parties, frame, (first, last), aside_of(analysis, conditions)),
                plural=frame.for_side or _says_we(analysis, frame.head),
            )


def _is_red(analysis: Analysis, head: int, words_said: str) -> bool:
    """Whether the words draw a line for what is to come; "has never accepted" tells only what was."""
    if any(analysis.lemmas[child] == "have" for child in children(analysis, head, ("aux",))):
        return False
    return is_red_line(words_said) or is_refused(words_said)


def _until_said(analysis: Analysis, speech: Speech, head: int, last: int) -> int:
    """The end of the content, not beyond what is reported: ", the minister said" is none of it."""
    here = analysis.span(head, head + 1)
    quotation = speech.quotation_at(here)
    ends = [] if quotation is None else [part.span.end for part in quotation.content if part.span.contains(here)]
    while ends and last > head + 1 and analysis.starts[last - 1] >= ends[0]:
        last -= 1
    return last


def _told_in_full(analysis: Analysis, frame: Frame, first: int, last: int) -> tuple[int, int]:
    """The content, with the subject before it where it is a word or two ("Norway refuses")."""
    doers = [own for own in children(analysis, frame.head, ("nsubj",)) if own < first]
    if last - first > BRIEF or not doers or frame.stance not in BARE | {Stance.DENIES}:
        return first, last
    return analysis.subtree(doers[0])[0], last


def _says_we(analysis: Analysis, head: int) -> bool:
    doers = subjects(analysis, head, stance_words().light_verbs)
    return any(is_first_person(analysis, own) and analysis.lemmas[own] not in ("i", "me", "my") for own in doers)


def _is_joint(analysis: Analysis, frame: Frame) -> bool:
    lemma, bare = analysis.lemmas[frame.head], frame.last - frame.first <= BRIEF
    taken = frame.stance in BARE and (lemma in MUTUAL or (lemma == "accept" and bare and not frame.negated))
    given = frame.stance is Stance.OFFERS and len(frame.actors) > 1
    return (taken or (given and lemma in stance_words().joining)) and _is_mutual(analysis, frame)


def _is_mutual(analysis: Analysis, frame: Frame) -> bool:
    """Whether two or more agree: several holders, a plural subject, "agreed with"."""
    if len(frame.actors) > 1 or any(analysis.lemmas[child] == "with" for child in children(analysis, frame.head, ("prep",))):
        return True
    doers = subjects(analysis, frame.head, stance_words().light_verbs)
    return any(
        analysis.tags[own] in ("NNS", "NNPS")
        or analysis.lemmas[own] in ("they", "both")
        or children(analysis, own, ("conj",))
        for own in doers
    )


def _outer_conditions(analysis: Analysis, head: int, last: int) -> tuple[Condition, ...]:
    """Strict conditions that the parse hangs on the reporting verb: "said he would go, provided that ..." """
    for above in (*children(analysis, head, ("parataxis",)), *analysis.ancestors(head)):
        if analysis.lemmas[above] in stance_words().saying and analysis.sentence_of[above] == analysis.sentence_of[head]:
            end = analysis.sentences[analysis.sentence_of[head]][1]
            below = find_conditions(analysis, above, last, end)
            return tuple(found for found in below if found.strict and analysis.heads[found.head] == above)
    return ()


def _believed(parties: Parties, speech: Speech, frame: Frame) -> bool:
    voice = speech.voice(frame.head)
    return voice is not None and voice.quotation is None


def _conditioned(analysis: Analysis, frame: Frame, conditions: Sequence[Condition]) -> Stance:
    """Acceptance under a condition, and refusal under a strict one ("not before", "unless"), are conditional stances; what is
    refused for its own lack ("a vote without observers") stays refused."""
    strict = [condition for condition in conditions if condition.strict]
    if frame.stance is Stance.ACCEPTS and not frame.negated and conditions:
        return Stance.CONDITIONS
    if frame.stance is Stance.OFFERS and strict:
        return Stance.CONDITIONS
    marks = {analysis.word(analysis.subtree(condition.head)[0]).lower() for condition in strict}
    if frame.stance is Stance.DEMANDS and marks & {"until", "unless"}:
        return Stance.CONDITIONS
    lack = marks == {"without"}
    if frame.stance is Stance.REJECTS and strict and (frame.negated or not lack):
        return Stance.CONDITIONS
    return frame.stance


def _comes_before(analysis: Analysis, first: int, last: int) -> bool:
    """ "demands that X be done before anything is discussed": what is demanded is a condition for talks."""
    for token in range(first, last):
        if analysis.lemmas[token] == "before" and analysis.deps[token] in ("mark", "prep"):
            top = analysis.heads[token] if analysis.deps[token] == "mark" else token
            return any(analysis.lemmas[below] in TALKING for below in analysis.subtree(top))
    return False


def _whole(analysis: Analysis, frame: Frame, first: int, last: int) -> Evidence | None:
    """The words from the first to the last of clause and content, inside their sentence."""
    start, stop = analysis.sentences[analysis.sentence_of[frame.head]]
    below = analysis.subtree(frame.head)
    found = words(analysis, max(start, min(below[0], first)), min(stop, max(last, frame.head + 1)))
    return found[0] if found else None


def _target(parties: Parties, actor: str, frame: Frame, first: int, last: int) -> str | None:
    """Whom the stance is directed at: the first other actor that the content names as object, addressee or doer."""
    analysis = parties.analysis
    for token in range(max(first, frame.head + 1), last):
        if analysis.deps[token] in ("nsubj", "dobj", "pobj", "dative", "nsubjpass"):
            own = parties.mention(token)
            if own is not None and own != actor:
                return own
    return None


def _distinct(drafts: Iterable[PositionDraft]) -> list[PositionDraft]:
    """One draft for each actor and words, in text order; of two whose words overlap, the surer, then the longer one.

    Words that borrow their issue ("we will not allow it") say nothing new after the same stance near by."""
    ranked = sorted(drafts, key=lambda d: (-d.confidence, -len(d.content.span), d.content.span, d.actor))
    kept: dict[str, list[PositionDraft]] = {}
    for draft in ranked:
        mine = kept.setdefault(draft.actor, [])
        if draft.confidence < SURE and _said(ranked, draft):
            continue
        if not any(other.content.span.overlaps(draft.content.span) for other in mine):
            mine.append(draft)
    return sorted((d for mine in kept.values() for d in mine), key=lambda d: (d.content.span, d.actor))


def _said(drafts: Iterable[PositionDraft], own: PositionDraft) -> bool:
    return any(
        other.confidence >= SURE
        and (other.stance, other.issue) == (own.stance, own.issue)
        and own.actor in (other.actor, other.attributed_by)
        and abs(other.content.span.start - own.content.span.start) < AROUND
        for other in drafts
    )


def _position(document: str, draft: PositionDraft, number: int) -> Position:
    return Position(
        id=f"{document}:p{number}",
        document=document,
        actor=draft.actor,
        issue=draft.issue,
        stance=draft.stance,
        content=(draft.content,),
        evidence=(draft.evidence,),
        conditions=draft.conditions,
        modality=draft.modality,
        attributed_by=draft.attributed_by,
        target=draft.target,
        quotation=draft.quotation,
        date=draft.date,
        red_line=draft.red_line,
        confidence=draft.confidence,
        matter=draft.matter,
        plural=draft.plural,
    )
