"""Whom "the two presidents" or "both foreign ministers" mean, by the offices that the document gives its people."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from communique.extract.encounters.phrase import NOMINAL
from communique.lexicon.country import country_by_demonym, country_by_name
from communique.lexicon.encounter import EncounterWords, load_words
from communique.model import ActorKind, Analysis, DocumentActors, LocalActor, NameKind, Span

PAIR = frozenset({"two", "both"})
MOST = 4
REACH = 2
OF_STATES = frozenset(
    {"two", "both", "top", "national", "political", "senior", "rival", "regional", "warring", "foreign", "current"}
)
PEOPLE_IN_PAIRS = frozenset(
    {
        "they", "two", "both", "pair", "man", "woman", "leader", "politician", "diplomat", "negotiator", "adversary", "enemy",
        "foe", "opponent", "rival",
    }
)  # fmt: skip
OPPOSED = frozenset({"adversary", "enemy", "foe", "opponent", "rival"})
TITLE_PARTS = frozenset({"foreign", "prime", "defence", "defense", "finance", "chief", "vice"})


def holders_of(analysis: Analysis, token: int, actors: DocumentActors) -> tuple[LocalActor, ...]:
    """The people a plural office noun means; () unless the document names a fitting number of them.

    "two" and "both" ask for exactly two, a bare plural for two to four. "of Peru and Chile" says of which states; of more
    than two the holders of the two states that the document speaks of most are meant.
    """
    if analysis.tags[token] not in ("NNS", "NNPS") or analysis.pos[token] not in NOMINAL:
        return ()
    before = [own for own in analysis.children(token) if own < token]
    if analysis.lemmas[token] == "leader" and any(_narrows(analysis, own) for own in before):
        return ()
    parts = [analysis.lemmas[own] for own in before if analysis.lemmas[own] in TITLE_PARTS or _is_field(analysis, own)]
    title = " ".join([*parts, analysis.lemmas[token]])
    found = tuple(actor for actor in actors.actors if actor.kind is ActorKind.PERSON and _holds(actor, title))
    pair = any(analysis.lemmas[own] in PAIR for own in before)
    named = _states_below(analysis, token, actors)
    if len(named) > 1 and not _spelt_out(analysis, token):
        of_these = [max(own, key=lambda actor: len(actor.mentions)) for own in _by_state(found, named)]
        if len(of_these) == len(named):
            return tuple(of_these)
        if len(found) != len(named):
            return ()
    if len(found) > 2:
        states = frozenset(named) if len(named) > 1 else main_states(actors)
        ours = tuple(actor for actor in found if states and actor.country in {*states, None})
        found = ours if len(ours) == 2 else found
    return found if len(found) == 2 or (not pair and 2 <= len(found) <= MOST) else ()


def _narrows(analysis: Analysis, token: int) -> bool:
    """ "Jewish", "party", "business" before "leaders": not those of states."""
    if analysis.deps[token] not in ("amod", "compound", "nmod"):
        return False
    word = analysis.word(token)
    return country_by_demonym(word) is None and country_by_name(word) is None and word.lower() not in OF_STATES


def _is_field(analysis: Analysis, token: int) -> bool:
    """ "economy" in "the economy ministers"."""
    return analysis.deps[token] in ("compound", "nmod") and analysis.pos[token] == "NOUN"


def _spelt_out(analysis: Analysis, token: int) -> bool:
    """ "the two prime ministers, X of Chile and Y of Peru": named right behind."""
    return any(analysis.deps[own] == "appos" and analysis.pos[own] == "PROPN" for own in analysis.children(token))


def _by_state(found: Sequence[LocalActor], states: Collection[str]) -> list[list[LocalActor]]:
    rows = [[actor for actor in found if actor.country == code] for code in sorted(states)]
    return [row for row in rows if row]


def _states_below(analysis: Analysis, token: int, actors: DocumentActors) -> set[str]:
    """Codes of the states in the phrase of a noun: "the presidents of Peru and Chile"."""
    inside = actors.within(analysis.subtree_span(token))
    return {actor.country for _, actor in inside if actor.kind is ActorKind.STATE and actor.country is not None}


def main_states(actors: DocumentActors) -> frozenset[str]:
    """Codes of the two states that the document names most; none where the third is named as often as the second."""
    count: Counter[str] = Counter(
        {actor.country: len(actor.mentions) for actor in actors.actors if actor.kind is ActorKind.STATE and actor.country}
    )
    rows = count.most_common(3)
    clear = len(rows) == 2 or (len(rows) == 3 and rows[1][1] > rows[2][1])
    return frozenset(code for code, _ in rows[:2]) if clear else frozenset()


def pair_before(analysis: Analysis, token: int, actors: DocumentActors) -> tuple[LocalActor, ...]:
    """The persons that "the two", "both men" or "the pair" mean: those of the nearest sentence before that names two of
    them, the words before in the same sentence included; () where a sentence on others stands between."""
    words = {analysis.lemmas[token], *(analysis.lemmas[own] for own in analysis.children(token) if own < token)}
    if not words & {"two", "both", "pair", "they"} or analysis.lemmas[token] not in PEOPLE_IN_PAIRS:
        return ()
    rivals = _most_joined(analysis, actors) if analysis.lemmas[token] in OPPOSED else ()
    if rivals:
        return rivals
    sentence = analysis.sentence_of[token]
    for at in range(sentence, max(-1, sentence - 1 - REACH), -1):
        span = analysis.sentence_span(at)
        end = analysis.starts[token] if at == sentence else span.end
        named: dict[str, LocalActor] = {}
        beside: dict[str, LocalActor] = {}
        for mention, actor in actors.within(Span(span.start, end)) if span.start < end else ():
            if actor.kind is ActorKind.PERSON and mention.kind is not NameKind.PRONOUN:
                named.setdefault(actor.id, actor)
                if any(_is_joined(analysis, own) for own in analysis.tokens_in(mention.evidence.span)):
                    beside.setdefault(actor.id, actor)
        if named:
            found = named if len(named) == 2 else beside
            return tuple(found.values()) if len(found) == 2 else ()
    return ()


def _most_joined(analysis: Analysis, actors: DocumentActors) -> tuple[LocalActor, ...]:
    """The two persons of the most "A and B" of the document; () where no two stand out."""
    count: Counter[tuple[str, str]] = Counter()
    people = {
        mention.evidence.span.end: actor
        for actor in actors.actors
        if actor.kind is ActorKind.PERSON
        for mention in actor.mentions
        if mention.kind is not NameKind.PRONOUN
    }
    for token in range(len(analysis)):
        other = people.get(analysis.ends[token]) if analysis.deps[token] == "conj" else None
        one = people.get(analysis.ends[analysis.heads[token]]) if other is not None else None
        if one is not None and other is not None and one.id != other.id:
            first, second = sorted((one.id, other.id))
            count[first, second] += 1
    rows = count.most_common(2)
    if not rows or (len(rows) > 1 and rows[0][1] == rows[1][1]):
        return ()
    return tuple(actor for own in rows[0][0] if (actor := actors.by_id(own)) is not None)


def _is_joined(analysis: Analysis, token: int) -> bool:
    """Whether a name is one of "A and B"."""
    if analysis.deps[token] == "conj":
        return analysis.pos[analysis.heads[token]] == "PROPN"
    return any(analysis.deps[own] == "conj" and analysis.pos[own] == "PROPN" for own in analysis.children(token))


def _titles(actor: LocalActor) -> list[str]:
    return [office.title.lower() for office in actor.offices if office.status != "former"]


def is_leader(actor: LocalActor, words: EncounterWords) -> bool:
    """Whether a person is a head of state or government: "President", not "vice president" or "president of the union"."""
    if actor.kind is not ActorKind.PERSON:
        return False
    titles = (title.split(" of the ")[0] for title in _titles(actor))  # not "head of the Conference of Presidents"
    found = [title for title in titles if any(name in title for name in words.leader_titles)]
    return any("vice" not in title and "deputy" not in title and "adviser" not in title for title in found)


def _holds(actor: LocalActor, title: str) -> bool:
    if title == "leader":
        return is_leader(actor, load_words())
    words = re.compile(rf"\b{re.escape(title)}s?\b")  # not the "presidential spokesman"
    return any(words.search(own) and "vice" not in own.replace(title, "") for own in _titles(actor))
