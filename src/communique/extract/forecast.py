"""What is foreseen: who foresees what, by when, on what condition, and which planned encounter it is about."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from communique.extract.claims.arrangement import overtaken
from communique.extract.claims.body import body_test
from communique.extract.claims.clause import is_verb, words
from communique.extract.claims.condition import find_conditions
from communique.extract.claims.foreseen import Foresight, clause_of
from communique.extract.claims.foresight import find_foresights, is_unclear
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import Speech
from communique.extract.claims.window import window_of
from communique.lexicon.agreement import agreement_words
from communique.model import (
    AgreementMention,
    AgreementStatus,
    Analysis,
    DocumentActors,
    EncounterMention,
    EncounterStatus,
    Evidence,
    Forecast,
    Quotation,
    Span,
)

FULL = 5
WILL = re.compile(r"\bwill\b")
TO_MEET = re.compile(r"\bto (?:meet|convene|reconvene)\b")
FINITE = re.compile(r"\b(?:will|would (?:meet|convene)|invitation|(?:is|are) (?:due |expected |scheduled )?to)\b")
OVER = re.compile(
    r"\b(?:had (?:been )?(?:plan|propos|offer|invit|schedul)\w+|(?:should|was to|were to) have)\b", re.IGNORECASE
)
AHEAD_OF = re.compile(
    r"\b(?:plan\w*|schedul\w+|due|set|expect\w*|invit\w+|propos\w+|agreed|next|future|hop\w+|offer\w*|foreseen?|envisaged|pencil\w+)\b",
    re.IGNORECASE,
)
PLANNING = frozenset({"plan", "schedule", "set", "slate", "due"})
AHEAD = {EncounterStatus.PLANNED: "plan", EncounterStatus.EXPECTED: "expectation", EncounterStatus.RUMOURED: "rumour"}


def find_forecasts(
    analysis: Analysis,
    actors: DocumentActors,
    quotations: Sequence[Quotation] = (),
    encounters: Sequence[EncounterMention] = (),
) -> tuple[Forecast, ...]:
    """What an article, or somebody in it, foresees, in text order; planned and expected encounters included.

    Args:
        analysis: with syntax and times; an empty one gives ().
        actors, quotations, encounters: of the same document.
    """
    speech = Speech(analysis, actors, quotations)
    parties = Parties(analysis, actors, speech)
    ahead = [own for own in encounters if own.status in AHEAD and not _asked_or_denied(analysis, own)]
    found = [_forecast(analysis, parties, speech, one, ahead) for one in find_foresights(analysis, parties, speech)]
    found += [
        _of_encounter(analysis, speech, encounter)
        for encounter in _unlinked(ahead, [one for one in found if one])
        if not _is_over(analysis, encounter) and _is_foreseen(analysis, encounter)
    ]
    is_body = body_test(analysis)
    kept = _distinct([one for one in found if one is not None and is_body(one.content[0].span)])
    document = analysis.document.id
    return tuple(replace(one, id=f"{document}:f{number}") for number, one in enumerate(kept, start=1))


def _forecast(
    analysis: Analysis, parties: Parties, speech: Speech, one: Foresight, ahead: Sequence[EncounterMention]
) -> Forecast | None:
    content = _as_said(analysis, speech, one)
    if not content:
        return None
    teller = _teller(analysis, speech, one.head)
    who = teller if teller and _speaks_for(parties, teller, one.who) else one.who or teller or one.doers
    encounter = _linked(ahead, content[0].span)
    sure = one.kind == "prediction" and WILL.search(content[0].quote) is not None
    return Forecast(
        id="",
        document=analysis.document.id,
        kind="plan" if sure and encounter is not None and encounter.status is EncounterStatus.PLANNED else one.kind,
        claim=" ".join(content[0].quote.split()),
        content=content,
        evidence=content,
        who=who[0] if who else None,
        joint=who if len(who) > 1 else (),
        window=window_of(analysis, content[0].span),
        conditions=tuple(c.evidence for c in find_conditions(analysis, one.head, one.first, one.last)),
        encounter=encounter.id if encounter is not None else None,
        confidence=0.6,
    )


def _as_said(analysis: Analysis, speech: Speech, one: Foresight) -> tuple[Evidence, ...]:
    """The words of a forecast without those of the report on it: "on Friday", ", announced the ministry"."""
    said = speech.quotation_at(analysis.span(one.head, one.head + 1))
    first, last = one.first, one.last
    for part in said.content if said is not None else ():
        tokens = analysis.tokens_in(part.span)
        if tokens and one.head in tokens and analysis.sentence_of[tokens[0]] == analysis.sentence_of[one.head]:
            first = max(first, tokens.start)
        if tokens and one.head in tokens and analysis.sentence_of[tokens[-1]] == analysis.sentence_of[one.head]:
            last = min(last, tokens.stop)
    return words(analysis, first, last) or words(analysis, one.first, one.last)


def _speaks_for(parties: Parties, teller: Sequence[str], minds: Sequence[str]) -> bool:
    """Whether those whose mind is told are only the states or bodies that the speaker speaks for: "China hopes that ..., its
    spokesman said"."""
    own = {parties.state(one) or one for one in teller}
    return bool(minds) and all(parties.state(one) == one and one in own for one in minds)


def _teller(analysis: Analysis, speech: Speech, token: int) -> tuple[str, ...]:
    """Who says it in the article: nobody but the author where the words are only near a report, or tell what was agreed."""
    voice = speech.voice(token)
    if voice is None or set(voice.cue) & (agreement_words().agree | agreement_words().decide):
        return ()
    if voice.quotation is not None and not voice.direct and not speech.is_in_cue_sentence(token):
        return ()
    return voice.speakers


def _asked_or_denied(analysis: Analysis, encounter: EncounterMention) -> bool:
    """ "Will they meet?", "not for a conference", "was planned for May": nobody foresees it."""
    tokens = analysis.tokens_in(encounter.trigger.span)
    if not tokens:
        return False
    start, end = analysis.sentences[analysis.sentence_of[tokens.start]]
    before = [analysis.lemmas[at] for at in range(max(start, tokens.start - 3), tokens.start)]
    if is_unclear(analysis, tokens.start):
        return True
    planned = (above for above in analysis.ancestors(tokens.start) if analysis.lemmas[above] in PLANNING)
    return analysis.word(end - 1) == "?" or "not" in before or any(overtaken(analysis, verb) for verb in planned)


def _linked(ahead: Iterable[EncounterMention], span: Span) -> EncounterMention | None:
    return next((own for own in ahead if any(evidence.span.overlaps(span) for evidence in own.evidence)), None)


def _unlinked(ahead: Iterable[EncounterMention], found: Iterable[Forecast]) -> list[EncounterMention]:
    linked = {one.encounter for one in found}
    return [encounter for encounter in ahead if encounter.id not in linked]


def _of_encounter(analysis: Analysis, speech: Speech, encounter: EncounterMention) -> Forecast:
    first = _best(analysis, encounter)
    tokens = analysis.tokens_in(first.span)
    who = _teller(analysis, speech, tokens.start) if tokens else ()
    window = None if encounter.date is None else replace(encounter.date, window=True)
    return Forecast(
        id="",
        document=analysis.document.id,
        kind=AHEAD[encounter.status],
        claim=" ".join(first.quote.split()),
        content=(first,),
        evidence=encounter.evidence,
        who=who[0] if who else None,
        joint=who if len(who) > 1 else (),
        window=window,
        encounter=encounter.id,
        confidence=encounter.confidence or 0.6,
    )


def _is_over(analysis: Analysis, encounter: EncounterMention) -> bool:
    """Whether what is told of it is past: "was first planned for May", "welcomed the results of the round"."""
    best = _best(analysis, encounter).span
    tokens = analysis.tokens_in(best)
    if any(analysis.lemmas[token] in PLANNING and overtaken(analysis, token) for token in tokens):
        return True
    return all(_is_past(analysis, span) for span in (best, *(evidence.span for evidence in encounter.evidence)))


def _is_foreseen(analysis: Analysis, encounter: EncounterMention) -> bool:
    """Whether the words tell of something to come; "called for a session" is a demand, "describe the call" tells nothing."""
    if encounter.status is not EncounterStatus.EXPECTED:
        return True
    best = _best(analysis, encounter).span
    tokens = analysis.tokens_in(best)
    lemmas = [analysis.lemmas[own] for own in tokens]
    demanded = any(one == "call" and two == "for" for one, two in pairwise(lemmas))
    modal = any(analysis.tags[own] in ("MD", "TO") or analysis.word(own).lower() == "going" for own in tokens)
    told = analysis.text[best.start : best.end]
    return not demanded and (modal or encounter.date is not None or AHEAD_OF.search(told) is not None)


def _is_past(analysis: Analysis, span: Span) -> bool:
    tokens = analysis.tokens_in(span)
    tags = {analysis.tags[token] for token in tokens}
    said = " ".join(analysis.word(token) for token in tokens)
    if OVER.search(said) is not None:
        return True
    if any(analysis.tags[own] == "TO" and analysis.tags[own + 1] == "VB" for own in tokens if own + 1 < len(analysis)):
        return False
    return "VBD" in tags and not tags & {"MD", "VBZ", "VBP"} and AHEAD_OF.search(said) is None


def _best(analysis: Analysis, encounter: EncounterMention) -> Evidence:
    """The longest of its first words; a bare noun is widened to its clause, which shows what is foreseen."""
    best = max(encounter.evidence[:3], key=lambda evidence: len(evidence.span))
    tokens = analysis.tokens_in(best.span)
    if len(tokens) >= FULL or not tokens:
        return best
    head = max(tokens, key=lambda token: len(analysis.subtree(token)))
    verb = next((above for above in (head, *analysis.ancestors(head)) if is_verb(analysis, above)), None)
    if verb is None:
        return best
    clause = words(analysis, *clause_of(analysis, verb))
    return clause[0] if clause and clause[0].span.overlaps(best.span) else best


def _distinct(found: Iterable[Forecast]) -> list[Forecast]:
    kept: list[Forecast] = []
    for one in sorted(found, key=lambda f: (f.content[0].span.start, -len(f.content[0].span), f.kind)):
        if not any(other.content[0].span.contains(one.content[0].span) for other in kept[-3:]):
            kept.append(one)
    return kept


def beyond_terms(forecasts: Sequence[Forecast], agreements: Sequence[AgreementMention]) -> tuple[Forecast, ...]:
    """The forecasts without those that only repeat what was agreed: a term of a deal ("lists will be exchanged") is an
    agreement; a forecast says more than that it was promised. A meeting agreed for later is both."""
    agreed = [(words.span, own) for own in agreements if own.status is AgreementStatus.AGREED for words in own.content]
    return tuple(
        own
        for own in forecasts
        if (own.encounter is not None and (own.window is not None or FINITE.search(own.claim)))
        or (own.window is not None and TO_MEET.search(own.claim))
        or not any(
            _mostly(own.content[0].span, span) and not (own.window and (_is_task(term) or _is_part(own, span)))
            for span, term in agreed
        )
    )


def _is_part(own: Forecast, term: Span) -> bool:
    """A clause of its own inside a term: "it goes to a commission, which is to report by May"."""
    return len(own.content[0].span) < 0.9 * len(term) and ", which" in own.claim


def _is_task(term: AgreementMention) -> bool:
    """A term that a third party has to carry out ("the Commission will name an expert by May"): also a plan with a date."""
    return bool(term.committed) and not set(term.committed) <= set(term.parties)


def _mostly(own: Span, term: Span) -> bool:
    """Whether four fifths of `own` lie in `term` or the other way round."""
    shared = min(own.end, term.end) - max(own.start, term.start)
    return shared >= 0.8 * min(len(own), len(term))
