"""Around the words: whom they were said to, on which occasion, on what day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.extract.quotations.day import day_of_clause
from communique.extract.quotations.heard import actor_of, addressee_of
from communique.lexicon.cue_verb import cue_words
from communique.model import ActorKind, Analysis, DateValue, DocumentActors, LocalActor, Quotation, Span

PLACES_OF_SPEECH = frozenset({"after", "at", "before", "during", "following", "in", "on", "to", "upon", "via"})
OUTLETS = frozenset({"media", "agency", "outlet", "news_agency", "newspaper"})
CLAUSE = frozenset({"VERB", "AUX"})
AUXILIARY = frozenset({"aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class Context:
    """Addressee (actor id and words), setting (its words), day."""

    addressee: str | None = None
    addressee_words: Span | None = None
    setting: Span | None = None
    said_on: DateValue | None = None


def read_context(analysis: Analysis, actors: DocumentActors, cue: tuple[Span, ...], taken: tuple[Span, ...]) -> Context:
    """What the reporting clause says around cue, source and content.

    Args:
        taken: spans of source and content: nothing in them belongs to the clause around.
    """
    verb = _cue_verb(analysis, cue)
    if verb is None:
        return Context()
    said = {token for span in taken for token in analysis.tokens_in(span)}
    reach = [t for t in analysis.subtree(verb) if t not in said and _belongs(analysis, t, verb)]
    setting = _setting(analysis, verb, reach)
    heard = addressee_of(analysis, actors, verb, reach)
    words = _phrase(analysis, heard, set(reach) | {heard}) if heard is not None else None
    actor = actor_of(analysis, actors, heard, words) if heard is not None and words is not None else None
    return Context(actor.id if actor is not None else None, words, setting, day_of_clause(analysis, verb, reach, taken))


def _cue_verb(analysis: Analysis, cue: tuple[Span, ...]) -> int | None:
    """The head of the cue: its main verb ("has promised"), else its first token."""
    for span in cue:
        tokens = analysis.tokens_in(span)
        verbs = [t for t in tokens if analysis.pos[t] in CLAUSE]
        if verbs:
            return next((t for t in verbs if analysis.deps[t] not in AUXILIARY), verbs[0])
    for span in cue:
        for token in analysis.tokens_in(span):
            return token
    return None


def _belongs(analysis: Analysis, token: int, verb: int) -> bool:
    """Whether only a short way without another finite verb leads from `token` up to the cue verb."""
    for steps, above in enumerate(analysis.ancestors(token)):
        if above == verb:
            return True
        if steps > 8 or (analysis.deps[above] in {"ccomp", "conj", "relcl"} and analysis.pos[above] in CLAUSE):
            return False
    return False


def _phrase(analysis: Analysis, head: int, allowed: set[int]) -> Span | None:
    below = [t for t in analysis.subtree(head) if t in allowed or analysis.heads[t] == head]
    first, last = head, head
    for token in reversed([t for t in below if t < head]):
        if token != first - 1 or analysis.pos[token] == "PUNCT":
            break
        first = token
    while (
        last + 1 < len(analysis)
        and last + 1 in below
        and (analysis.pos[last + 1] == "PROPN" or _is_joint(analysis, last + 1))
    ):
        last += 1  # "the newspaper Al-Noor"
    return analysis.span(first, last + 1)


def _is_joint(analysis: Analysis, token: int) -> bool:
    """Whether a hyphen joins two parts of a name without a blank."""
    inside = 0 < token < len(analysis) - 1 and analysis.word(token) in {"-", "‑", "–"}
    return (
        inside and analysis.ends[token - 1] == analysis.starts[token] and analysis.ends[token] == analysis.starts[token + 1]
    )


def _setting(analysis: Analysis, verb: int, reach: list[int]) -> Span | None:
    """The first phrase with a noun of occasion: "in an interview with a newspaper", "at the opening of the embassy"."""
    allowed = set(reach)
    for token in reach:
        if analysis.deps[token] != "prep" or analysis.lemmas[token] not in PLACES_OF_SPEECH:
            continue
        below = [t for t in analysis.subtree(token) if t in allowed]
        if not any(analysis.lemmas[t] in cue_words().setting for t in below[:8]):
            continue
        last = token
        for own in below:
            if own == last + 1 and analysis.word(own) not in {",", ";", ":", "that"}:
                last = own
        if last > token:
            return analysis.span(token, last + 1)
    return None


def own_outlet(analysis: Analysis, actors: DocumentActors) -> str | None:
    """The actor that is the document's own outlet; None where its text does not name it."""
    outlet = analysis.document.outlet
    if outlet is None:
        return None
    name = outlet.name.casefold()
    return next((own.id for own in actors.actors if own.subtype in OUTLETS and own.name.casefold() == name), None)


def told_to(quotations: Sequence[Quotation], words: frozenset[Span], listener: str | None) -> list[Quotation]:
    """The quotations with `listener` as the one who is told the answers at `words` and has no other addressee."""
    return [
        replace(own, addressee=listener)
        if listener is not None and own.addressee is None and own.content[0].span in words
        else own
        for own in quotations
    ]


def passes_on(actor: LocalActor | None) -> bool:
    """Whether an addressee is an outlet that passes the words on."""
    return actor is not None and actor.subtype in OUTLETS


def _is_own_listener(actor: LocalActor | None, speakers: set[str]) -> bool:
    """Whether an addressee is an outlet, or a body of no known kind to which two speakers talk, as only an outlet is."""
    unknown = actor is not None and actor.kind is ActorKind.ORGANISATION and actor.subtype is None
    return passes_on(actor) or (unknown and len(speakers) > 1)


def carry_addressees(quotations: Sequence[Quotation], actors: DocumentActors) -> tuple[Quotation, ...]:
    """The quotations with the outlet that a speaker talks to carried on to his later words.

    An outlet names itself once ("explains to this newspaper") and quotes on. Nothing is carried to words that have an
    addressee, a setting or a day of their own, or from one of two outlets.
    """
    heard: dict[str, set[str]] = {}
    for own in quotations:
        if own.speaker is not None and own.addressee is not None:
            heard.setdefault(own.speaker, set()).add(own.addressee)
    told: dict[str, set[str]] = {}
    for own in quotations:
        if own.speaker is not None and own.addressee is not None:
            told.setdefault(own.addressee, set()).add(own.speaker)
    first: dict[str, Quotation] = {}
    found = []
    for own in quotations:
        speaker = own.speaker
        heard_by = actors.by_id(own.addressee) if own.addressee is not None else None
        if speaker is not None and own.addressee is not None and _is_own_listener(heard_by, told[own.addressee]):
            first.setdefault(speaker, own)
        unheard = own.addressee is None and not own.addressee_words
        bare = unheard and own.setting is None and own.said_on is None and own.nested_in is None
        if speaker in first and bare and len(heard[speaker]) == 1:
            own = replace(own, addressee=first[speaker].addressee, addressee_words=first[speaker].addressee_words)
        found.append(own)
    return tuple(found)
