"""Whom a common noun before a verb of will stands for, where no mention covers it: "her government", "his side", "the army",
"the guerrillas", "the Front" of an issuer's own text.
"""

from communique.extract.claims.clause import children
from communique.extract.claims.party import Parties
from communique.lexicon.word_set import word_set
from communique.model import ActorKind, Analysis

# those who fight a state, by a common word
FIGHTERS = frozenset(
    "captor combatant fighter guerrilla guerilla gunman hijacker insurgent kidnapper militant rebel separatist secessionist".split()
)
# what serves the state of whoever has it
STATE_ARMS = frozenset(
    "administration army authority cabinet government junta military navy police presidency regime".split()
)
DESCRIBED = frozenset({"amod", "compound", "prep", "poss", "nummod", "nmod", "relcl"})
MOVEMENTS = frozenset({"movement", "armed_group", "militia"})


def stand_in(analysis: Analysis, parties: Parties, head: int) -> tuple[str, ...]:
    """Ids of the party that the noun phrase headed by `head` stands for; () where the document does not show it."""
    if analysis.pos[head] not in ("NOUN", "PROPN") or parties.mention(head) is not None:
        return ()
    return _served(analysis, parties, head) or _bare(analysis, parties, head)


def _served(analysis: Analysis, parties: Parties, head: int) -> tuple[str, ...]:
    """ "her government", "his side": of one whom no office ties to a state, the one state that faces the others here."""
    owners = [own for own in children(analysis, head, ("poss",)) if analysis.tags[own] == "PRP$"]
    return _state(parties) if owners and analysis.lemmas[head] in STATE_ARMS else ()


def _bare(analysis: Analysis, parties: Parties, head: int) -> tuple[str, ...]:
    left = [own for own in analysis.children(head) if own < head]
    if {analysis.deps[own] for own in analysis.children(head)} & DESCRIBED or [analysis.lemmas[own] for own in left] != [
        "the"
    ]:
        return ()
    lemma = analysis.lemmas[head]
    if lemma in FIGHTERS and analysis.tags[head] == "NNS":
        return _movement(parties)
    if analysis.tags[head] == "NNP" and lemma in word_set("institution_words"):
        return _named(analysis, parties, head)
    return _state(parties) if lemma in STATE_ARMS else ()


def _named(analysis: Analysis, parties: Parties, head: int) -> tuple[str, ...]:
    """ "the Front": the one body whose name holds the word, else the issuer of the text."""
    word = analysis.word(head).lower()
    found = [
        actor.id
        for actor in parties.actors.actors
        if actor.kind is ActorKind.ORGANISATION
        and word in actor.name.lower().split()
        and actor.name.lower() not in (word, f"the {word}")
    ]
    if len(found) == 1:
        return (found[0],)
    issuer = parties.speech.issuer() if parties.speech is not None and not found else None
    return () if issuer is None else (issuer,)


def _movement(parties: Parties) -> tuple[str, ...]:
    """The one armed movement of the document, else the one of its two main parties that is no state."""
    found = [actor.id for actor in parties.actors.actors if actor.subtype in MOVEMENTS]
    found = found or [own for own in parties.main() if parties.state(own) != own]
    return (found[0],) if len(found) == 1 else ()


def _state(parties: Parties) -> tuple[str, ...]:
    """The one of the two main parties that is a state, where a movement faces it."""
    found = tuple(own for own in parties.main(clear=True) if parties.state(own) == own)
    return found if len(found) == 1 else ()
