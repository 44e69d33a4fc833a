"""Whom words are said to, from the reporting clause: "told reporters", "in an interview with", "thanked the envoy"."""

from communique.extract.quotations.speaker import RELATIVE, actor_at
from communique.extract.quotations.syntax import is_passive, name_span
from communique.lexicon.cue_verb import cue_words
from communique.lexicon.word_set import word_set
from communique.model import Analysis, DocumentActors, LocalActor, Span

TO = frozenset({"to", "with"})
OBJECTS = frozenset({"dobj", "dative", "iobj"})
THANKS = frozenset({"congratulate", "greet", "thank"})
CALLS = frozenset({"cable", "call", "email", "phone", "ring", "telephone", "text", "wire"})
SAYS = frozenset({"announce", "ask", "complain", "inform", "protest", "say", "tell", "warn"})
APPEALS = frozenset({"call", "prevail"})
PASSES = frozenset(
    {"convey", "communicate", "deliver", "extend", "forward", "give", "hand", "issue", "offer", "pass", "relay", "send", "transmit"}
)
SENT = frozenset({"condolence", "gratitude", "greeting", "invitation", "regard", "sympathy", "thank", "thanks"})
PARTY = frozenset({"authority", "authorities", "government", "party", "side"})


def addressee_of(analysis: Analysis, actors: DocumentActors, verb: int, reach: list[int]) -> int | None:
    """The head token of who is spoken to; None where the reporting clause names nobody.

    Args:
        verb: the head of the cue.
        reach: tokens of the reporting clause, without source and content.
    """
    if is_passive(analysis, verb):
        if analysis.lemmas[verb] == "quote":  # "he was quoted as saying"
            return None
        return next((c for c in analysis.children(verb) if analysis.deps[c] == "nsubjpass"), None)
    for token in reach:
        if _is_object(analysis, actors, token, verb) or _is_told(analysis, actors, token, verb):
            return token
    return next((token for token in reach if _is_audience(analysis, token)), None)


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
    """Whether a noun is that of an outlet, in its own words: "state television", "Radio Norland"."""
    span = name_span(analysis, head)
    words = {analysis.word(t).lower() for t in analysis.tokens_in(span)}
    return bool(words & (cue_words().outlet | word_set("media_words")))


def actor_of(analysis: Analysis, actors: DocumentActors, head: int, words: Span) -> LocalActor | None:
    """The actor that is spoken to: by the noun, by the noun that "whom" stands for, by a name at the end of the words,
    or by the only name in "the Norland side"."""
    if analysis.tags[head] in RELATIVE:
        verb = next((t for t in analysis.ancestors(head) if analysis.deps[t] == "relcl"), None)
        if verb is None:
            return None
        head = analysis.heads[verb]
        words = name_span(analysis, head)
    actor = actor_at(analysis, actors, head, words)
    if actor is not None:
        return actor
    inside = actors.within(words)
    named = next((own for mention, own in inside if mention.evidence.span.end == words.end), None)
    if named is None and analysis.lemmas[head] in PARTY and len({own.id for _, own in inside}) == 1:
        named = inside[0][1]
    return named
