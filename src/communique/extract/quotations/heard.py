"""Whom words are said to, from the reporting clause: "told reporters", "in an interview with", "thanked the envoy"."""

import re

from communique.extract.quotations.speaker import RELATIVE, actor_at, resolve_speaker
from communique.extract.quotations.syntax import SUBJECTS, is_passive, is_told, name_span
from communique.lexicon.cue_verb import cue_words
from communique.lexicon.word_set import word_set
from communique.model import ActorKind, Analysis, DocumentActors, LocalActor, RegionKind, Span

BRACKETS = re.compile(r"\(([^()]{2,40})\)")
TO = frozenset({"to", "with"})
OBJECTS = frozenset({"dobj", "dative", "iobj"})
THANKS = frozenset({"congratulate", "greet", "thank"})
CALLS = frozenset({"cable", "call", "email", "phone", "ring", "telephone", "text", "wire"})
SAYS = frozenset({"announce", "ask", "complain", "inform", "protest", "say", "tell", "warn"})
ASKED = frozenset(
    {"advise", "ask", "instruct", "invite", "notify", "order", "press", "question", "reassure", "remind", "thank"}
)
APPEALS = frozenset({"call", "prevail"})
PASSES = frozenset(
    {
        "convey",
        "communicate",
        "deliver",
        "extend",
        "forward",
        "give",
        "hand",
        "issue",
        "offer",
        "pass",
        "relay",
        "send",
        "transmit",
    }
)
SENT = frozenset({"condolence", "gratitude", "greeting", "invitation", "regard", "sympathy", "thank", "thanks"})
LISTENERS = frozenset({"i", "me", "we", "us"})
HUMAN = frozenset({"her", "him"})
NEAR = 12
PARTY = frozenset({"authority", "authorities", "government", "party", "side"})


def addressee_of(analysis: Analysis, actors: DocumentActors, verb: int, reach: list[int]) -> int | None:
    """The head token of who is spoken to; None where the reporting clause names nobody.

    Args:
        verb: the head of the cue.
        reach: tokens of the reporting clause, without source and content.
    """
    if is_passive(analysis, verb):
        if analysis.lemmas[verb] not in cue_words().addressed | ASKED:  # "the draft was rejected", "he was quoted as saying"
            return None
        return next((c for c in analysis.children(verb) if analysis.deps[c] == "nsubjpass"), None) or _hearer(analysis, verb)
    if is_told(analysis, verb):
        return _hearer(analysis, verb)
    inside = [t for t in analysis.subtree(verb) if t > verb] if analysis.lemmas[verb] in THANKS | PASSES else []
    for token in [*reach, *inside]:  # who is thanked or sent an invitation is often part of the content
        if _is_object(analysis, actors, token, verb) or _is_told(analysis, actors, token, verb):
            return token
    audience = next((token for token in reach if _is_audience(analysis, token)), None)
    return audience if audience is not None else _partner(analysis, actors, verb)


def _partner(analysis: Analysis, actors: DocumentActors, verb: int) -> int | None:
    """Who was called before something was said: "she rang the envoy and said"."""
    above = analysis.heads[verb]
    if analysis.deps[verb] != "conj" or analysis.lemmas[above] not in CALLS or analysis.lemmas[verb] not in SAYS:
        return None
    called = [c for c in analysis.children(above) if analysis.deps[c] in OBJECTS and above < c < verb]
    return next((c for c in called if _is_someone(analysis, actors, c)), None)


def _is_someone(analysis: Analysis, actors: DocumentActors, token: int) -> bool:
    heard = analysis.lemmas[token].lower() in LISTENERS
    return heard or actor_of(analysis, actors, token, name_span(analysis, token)) is not None


def _hearer(analysis: Analysis, verb: int) -> int | None:
    """Who is told, where the main clause names him: "she left after being told", "when told", "he rang and was told"."""
    if analysis.lemmas[verb] not in cue_words().addressed:
        return None
    for above in analysis.ancestors(verb):
        if (subject := next((c for c in analysis.children(above) if analysis.deps[c] in SUBJECTS), None)) is not None:
            return subject if subject < verb else None
        if analysis.deps[above] not in {"advcl", "conj", "pcomp", "prep", "xcomp"}:
            return None
    return None


def _is_object(analysis: Analysis, actors: DocumentActors, token: int, verb: int) -> bool:
    """ "told the minister", "thanked the envoy for", "called the capital to say"."""
    if analysis.heads[token] != verb or analysis.deps[token] not in OBJECTS or analysis.pos[token] == "VERB":
        return False
    lemma = analysis.lemmas[verb]
    if lemma in cue_words().addressed:
        return True
    if lemma in THANKS:
        return actor_of(analysis, actors, token, name_span(analysis, token)) is not None
    below = analysis.children(verb)
    return lemma in CALLS and any(analysis.lemmas[c] in SAYS and analysis.pos[c] == "VERB" for c in below)


def _is_told(analysis: Analysis, actors: DocumentActors, token: int, verb: int) -> bool:
    """The object of "to", "with" or "for" under the cue, or under what was given or sent: "in a statement to the agency"."""
    if analysis.deps[token] != "pobj":
        return False
    link = analysis.heads[token]
    above, lemma = analysis.heads[link], analysis.lemmas[link]
    if above == verb:
        if lemma == "on":
            return analysis.lemmas[verb] in APPEALS
        return lemma == "to" or (lemma == "for" and is_outlet(analysis, token))
    if lemma not in TO or analysis.pos[above] != "NOUN":
        return False
    noun = analysis.lemmas[above]
    if analysis.heads[above] == verb and analysis.deps[above] == "dobj":
        return lemma == "to" and analysis.lemmas[verb] in PASSES and noun in SENT | cue_words().noun
    spoken = noun in cue_words().noun | cue_words().setting
    known = actor_of(analysis, actors, token, name_span(analysis, token)) is not None or is_outlet(analysis, token)
    return spoken and analysis.deps[above] == "pobj" and (noun == "interview" or known)


def _is_audience(analysis: Analysis, token: int) -> bool:
    lemma = analysis.lemmas[token]
    audience = lemma in cue_words().audience or lemma + "s" in cue_words().audience
    return audience and analysis.deps[token] in {"dobj", "pobj"} and analysis.word(token).lower() != "media"


def is_outlet(analysis: Analysis, head: int) -> bool:
    """Whether a noun is that of an outlet, in its own words ("state television", "Radio Norland"), or by the name of the
    outlet that publishes the text."""
    outlets = cue_words().outlet | word_set("media_words")
    tokens = analysis.tokens_in(name_span(analysis, head))
    proper = analysis.pos[head] == "PROPN"  # "the broadcaster Canal Norte", and no "press room"
    named = {analysis.word(t).lower() for t in tokens if t == head or proper or analysis.pos[t] == "PROPN"}
    return bool(named & outlets) or names_publisher(analysis, Span(analysis.starts[head], analysis.ends[head]))


def names_publisher(analysis: Analysis, words: Span) -> bool:
    """Whether a capitalised word is part of the name of the document's outlet, or of the agency in its dateline."""
    document = analysis.document
    word = document.text[words.start : words.end]
    own = [document.outlet.name] if document.outlet is not None else []
    for region in analysis.clean.regions:
        if region.kind is RegionKind.DATELINE:
            own += BRACKETS.findall(document.text[region.span.start : region.span.end])
    names = {part.casefold() for name in own for part in name.split() if len(part) > 2}
    return word[:1].isupper() and word.casefold() in names - {"the"}


def actor_of(analysis: Analysis, actors: DocumentActors, head: int, words: Span) -> LocalActor | None:
    """The actor that is spoken to: by the noun, by the noun that "whom" stands for, by a name at the end of the words,
    or by the only name in "the Norland side"."""
    if analysis.tags[head] in RELATIVE:
        return _before(analysis, actors, head)
    actor = actor_at(analysis, actors, head, words)
    if actor is not None:
        personal = analysis.word(head).lower() in HUMAN
        return None if personal and actor.kind is not ActorKind.PERSON else actor
    inside = actors.within(words)
    named = next((own for mention, own in inside if mention.evidence.span.end == words.end), None)
    if named is None and analysis.lemmas[head] in PARTY and len({own.id for _, own in inside}) == 1:
        named = inside[0][1]
    if named is None and analysis.pos[head] == "NOUN":  # "the envoy of the union, Ms Moura"
        named = actors.by_id(resolve_speaker(analysis, actors, (analysis.subtree_span(head),)).actor or "")
    return named


def _before(analysis: Analysis, actors: DocumentActors, whom: int) -> LocalActor | None:
    """The actor whose mention ends last before "whom", "to whom", in its sentence."""
    start = analysis.sentence_span(analysis.sentence_of[whom]).start
    held = actors.within(Span(start, analysis.starts[whom])) if start < analysis.starts[whom] else ()
    last = max(held, key=lambda row: (row[0].evidence.span.end, -row[0].evidence.span.start), default=None)
    if last is None or analysis.starts[whom] - last[0].evidence.span.end > NEAR:
        return None
    near = [own for mention, own in held if analysis.starts[whom] - mention.evidence.span.end <= NEAR]
    return next((own for own in reversed(near) if own.kind is ActorKind.PERSON), last[1])
