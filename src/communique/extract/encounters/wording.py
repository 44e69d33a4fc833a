"""The words that speak of an encounter: its evidence."""

from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.phrase import SUBJECTS, child, phrase_span
from communique.extract.encounters.site import Site
from communique.lexicon.encounter import EncounterWords
from communique.model import Analysis, Span

CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "conj"})
LONGEST = 60


def wording(analysis: Analysis, event: EncounterEvent, site: Site, words: EncounterWords) -> Span:
    """The clause of an event whose verb carries it, without the clauses inside; else its noun phrase with the
    preposition before it."""
    low, high = event.trigger.span.start, event.trigger.span.end
    own = phrase_span(analysis, site.outer, _clauses(analysis, site.outer, site.token))
    low, high = min(low, own.start), max(high, own.end)
    for argument in event.arguments:
        low, high = min(low, argument.span.start), max(high, argument.span.end)
    verb = _carrier(analysis, site, words)
    if verb is not None:
        stops = _clauses(analysis, verb, site.token)
        clause = phrase_span(analysis, verb, stops)
        inside = clause.contains(event.trigger.span) and len(analysis.tokens_in(clause)) <= LONGEST
        low, high = (min(low, clause.start), max(high, clause.end)) if inside else (low, high)
    first = analysis.token_at(low)
    if first and analysis.deps[first - 1] == "prep" and analysis.sentence_of[first - 1] == analysis.sentence_of[first]:
        low = analysis.starts[first - 1]
    return Span(low, high)


def _carrier(analysis: Analysis, site: Site, words: EncounterWords) -> int | None:
    """The verb whose clause is about the encounter: it carries the noun, or leads to it."""
    if analysis.tags[site.token].startswith("VB"):
        return site.token
    for at in site.clause[:3]:
        if analysis.tags[at].startswith("VB"):
            subject = child(analysis, at, *SUBJECTS)
            carrying = analysis.lemmas[at] in words.light_verbs | words.event_verbs | words.motion_verbs | {"be"}
            return at if carrying or subject in (site.token, site.outer) else None
    return None


def _clauses(analysis: Analysis, top: int, token: int) -> frozenset[int]:
    """Clauses below a word that do not hold the trigger."""
    line = {token, *analysis.ancestors(token)}
    return frozenset(
        at for at in analysis.subtree(top) if at != top and at not in line and analysis.deps[at] in CLAUSES
        and analysis.pos[at] in {"VERB", "AUX"}
    )  # fmt: skip
