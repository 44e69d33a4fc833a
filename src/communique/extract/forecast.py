"""What is foreseen: who foresees what, by when, on what condition, and which planned encounter it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.extract.claims.body import body_test
from communique.extract.claims.clause import is_verb, words
from communique.extract.claims.condition import find_conditions
from communique.extract.claims.foresight import Foresight, clause_of, find_foresights
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import Speech
from communique.extract.claims.when import date_of, times_in
from communique.model import (
    AgreementMention,
    AgreementStatus,
    Analysis,
    DateValue,
    DocumentActors,
    EncounterMention,
    EncounterStatus,
    Evidence,
    Forecast,
    Quotation,
    Span,
)

FULL = 5
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
    ahead = [encounter for encounter in encounters if encounter.status in AHEAD]
    found = [_forecast(analysis, speech, one, ahead) for one in find_foresights(analysis, parties, speech)]
    found += [_of_encounter(analysis, speech, encounter) for encounter in _unlinked(ahead, [one for one in found if one])]
    is_body = body_test(analysis)
    kept = _distinct([one for one in found if one is not None and is_body(one.content[0].span)])
    document = analysis.document.id
    return tuple(replace(one, id=f"{document}:f{number}") for number, one in enumerate(kept, start=1))


def _forecast(analysis: Analysis, speech: Speech, one: Foresight, ahead: Sequence[EncounterMention]) -> Forecast | None:
    content = words(analysis, one.first, one.last)
    if not content:
        return None
    voice = speech.voice(one.head)
    who = one.who or (voice.speakers if voice is not None else ())
    return Forecast(
        id="",
        document=analysis.document.id,
        kind=one.kind,
        claim=" ".join(content[0].quote.split()),
        content=content,
        evidence=content,
        who=who[0] if who else None,
        joint=who if len(who) > 1 else (),
        window=_window(analysis, content[0].span),
        conditions=tuple(c.evidence for c in find_conditions(analysis, one.head, one.first, one.last)),
        encounter=_linked(ahead, content[0].span),
        confidence=0.6,
    )


def _window(analysis: Analysis, span: Span) -> DateValue | None:
    """By when: the last date in the words; without a calendar value still the words of it."""
    times = times_in(analysis, span)
    if not times:
        return None
    dated = [time for time in times if time.date is not None and time.date.start is not None]
    return replace(date_of(analysis, (dated or list(times))[-1]), window=True)


def _linked(ahead: Iterable[EncounterMention], span: Span) -> str | None:
    for encounter in ahead:
        if any(evidence.span.overlaps(span) for evidence in encounter.evidence):
            return encounter.id
    return None


def _unlinked(ahead: Iterable[EncounterMention], found: Iterable[Forecast]) -> list[EncounterMention]:
    linked = {one.encounter for one in found}
    return [encounter for encounter in ahead if encounter.id not in linked]


def _of_encounter(analysis: Analysis, speech: Speech, encounter: EncounterMention) -> Forecast:
    first = _best(analysis, encounter)
    tokens = analysis.tokens_in(first.span)
    voice = speech.voice(tokens.start) if tokens else None
    window = None if encounter.date is None else replace(encounter.date, window=True)
    return Forecast(
        id="",
        document=analysis.document.id,
        kind=AHEAD[encounter.status],
        claim=" ".join(first.quote.split()),
        content=(first,),
        evidence=encounter.evidence,
        who=voice.speakers[0] if voice is not None and voice.speakers else None,
        joint=voice.speakers if voice is not None and len(voice.speakers) > 1 else (),
        window=window,
        encounter=encounter.id,
        confidence=encounter.confidence or 0.6,
    )


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
    agreement; a forecast says more than that it was promised."""
    agreed = [words.span for own in agreements if own.status is AgreementStatus.AGREED for words in own.content]
    return tuple(own for own in forecasts if not any(_mostly(own.content[0].span, term) for term in agreed))


def _mostly(own: Span, term: Span) -> bool:
    """Whether four fifths of `own` lie in `term` or the other way round."""
    shared = min(own.end, term.end) - max(own.start, term.start)
    return shared >= 0.8 * min(len(own), len(term))
