"""Who stands behind a noun phrase: one actor, several, or "the two sides"."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.extract.claims.at_home import at_home
from communique.extract.claims.body_noun import (
    BODIES,
    MINDING,
    NEAREST,
    NO_PARTY,
    OWN,
    PAIRS,
    STATELESS,
    heads_state,
    is_sent,
    is_sides,
    is_voice,
)
from communique.extract.claims.clause import coordinates
from communique.extract.claims.demonym import adjectives, capitals
from communique.extract.claims.speech import Speech, actor_at, is_first_person
from communique.extract.claims.topic import Topics
from communique.lexicon.country import countries, folded
from communique.lexicon.stance import stance_words
from communique.model import ActorKind, Analysis, DocumentActors, LocalActor

NUMBER = frozenset({"both", "two", "2"})
JOINT_PRONOUNS = frozenset({"they", "them", "both"})
TOGETHER = frozenset({"agree", "decide", "negotiate", "sign"})
LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class Parties:
    """Look-up of actors by syntax in one document."""

    analysis: Analysis
    actors: DocumentActors
    speech: Speech | None = None
    _by_country: dict[str, LocalActor] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _pairs: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _by_id: dict[str, LocalActor] = field(default_factory=dict)
    _places: dict[str, list[int]] = field(default_factory=dict)
    main_issue: list[str | None] = field(default_factory=list)
    _topics: list[Topics] = field(default_factory=list)

    def of(self, token: int) -> tuple[str, ...]:
        """Ids of the actors that the noun phrase headed by `token` names, coordinates included, in text order."""
        found: list[str] = []
        for head in coordinates(self.analysis, token):
            if self.analysis.pos[head] not in ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM"):
                continue
            found.extend(own for own in self._one(head) if own not in found)
        return tuple(found)

    @property
    def topics(self) -> Topics:
        """What the document speaks of, by place."""
        if not self._topics:
            self._topics.append(Topics(self.analysis, self.actors))
        return self._topics[0]

    def _one(self, head: int) -> tuple[str, ...]:
        if self.speech is not None and is_first_person(self.analysis, head):
            return self._we(head)
        beside = self._beside(head)
        if len(beside) > 1:
            return beside
        lemma = self.analysis.lemmas[head]
        joint = lemma in JOINT_PRONOUNS and self.analysis.pos[head] == "PRON"
        own = (self._where(head) if joint else ()) or self._named(head)
        if own:
            return own
        if self.is_pair(head):
            return self.both(head)
        if self.analysis.pos[head] == "PRON" and (own := self._himself(head)):
            return own
        if joint:
            return self._joint(head)
        if lemma in BODIES:
            return self._body(head)
        return self._capital(head)

    def _capital(self, head: int) -> tuple[str, ...]:
        """ "Oslo does not accept": a capital that takes a stance is its state."""
        verb = self.analysis.heads[head]
        wills = self.analysis.lemmas[verb] in stance_words().verbs or self.analysis.lemmas[verb] in stance_words().saying
        state = self._seat(head) if wills and self.analysis.deps[head] == "nsubj" else None
        return () if state is None else (state,)

    def _beside(self, head: int) -> tuple[str, ...]:
        """A and B of "the foreign ministers, A and B,"."""
        if self.analysis.tags[head] not in ("NNS", "NNPS"):
            return ()
        return tuple(
            own
            for name in self.analysis.children(head)
            if self.analysis.deps[name] == "appos" and name > head
            for own in self._joined(name)
        )

    def _we(self, head: int) -> tuple[str, ...]:
        """Who "I" or "we" is: the speaker; for "we" of an envoy, negotiator or spokesman the state that he speaks for."""
        found = self.speech.first_person(head) if self.speech is not None else ()
        if len(found) != 1 or self.analysis.lemmas[head] in ("i", "me", "my"):
            return found
        actor = self.actor(found[0])
        if actor is None or actor.kind is not ActorKind.PERSON or not actor.offices:
            return found
        state = (self.state(found[0]) or self._sender(actor)) if is_sent(actor.offices) else None
        return found if state is None else (state,)

    def _sender(self, person: LocalActor) -> str | None:
        """The organisation whose spokesman or envoy a person is."""
        body = self.actor(person.principal) if person.principal is not None and self._is_voice(person.id) else None
        return body.id if body is not None and body.kind is not ActorKind.PERSON else None

    def stands_for(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The same actors, a negotiator or spokesman replaced by the state that he speaks for, where it is known."""
        return tuple(dict.fromkeys((self.state(own) if self._is_voice(own) else None) or own for own in ids))

    def _is_voice(self, own: str) -> bool:
        actor = self.actor(own)
        if actor is None or actor.kind is not ActorKind.PERSON:
            return False
        titles = [set(folded(office.title).replace("-", " ").split()) for office in actor.offices]
        return any(is_voice(title) for title in titles) and not any(heads_state(title) for title in titles)

    def _himself(self, pronoun: int) -> tuple[str, ...]:
        """ "The movement said it would": a pronoun that nothing else explains is the speaker in what he is reported to say."""
        voice = self.speech.voice(pronoun) if self.speech is not None else None
        if voice is None or voice.direct or len(voice.speakers) != 1 or self.analysis.deps[pronoun] != "nsubj":
            return ()
        actor = self.actor(voice.speakers[0])
        if actor is None:
            return ()
        fits = {"it"} if actor.kind is not ActorKind.PERSON else {"he", "she"}
        return voice.speakers if self.analysis.lemmas[pronoun] in fits else ()

    def _nearest(self, head: int) -> tuple[str, ...]:
        """ "The delegation proposed": the state or body that the last subject before it, up to two sentences back, acts for."""
        number = self.analysis.sentence_of[head]
        start = self.analysis.sentences[max(0, number - 2)][0]
        for token in range(head - 1, start - 1, -1):
            if self.analysis.deps[token] in ("nsubj", "nsubjpass", "poss") and self.analysis.pos[token] != "PRON":
                own = self.mention(token)
                side = self.sides((own,)) if own is not None else ()
                if side and (self.analysis.lemmas[head] != "government" or self.state(side[0]) == side[0]):
                    return side
        return ()

    def _body(self, head: int) -> tuple[str, ...]:
        """ "The Norwegian delegation", "his country", "the group" in the words of its spokesman."""
        for child in self.analysis.children(head):
            if self.analysis.deps[child] in ("amod", "compound", "poss", "nmod"):
                if self.analysis.tags[child] == "PRP$":
                    return self._whose(child)
                whose = self.mention(child) or self.by_adjective(child) or self._seat(child)
                if whose is not None:
                    return (whose,)
        found = self._of_whom(head) or (self._spoken_for(head) if self.analysis.lemmas[head] in OWN else ())
        kinds = {self.analysis.deps[child] for child in self.analysis.children(head)}
        bare = self.analysis.lemmas[head] in NEAREST and not kinds & {"amod", "compound", "prep", "poss", "nummod"}
        if found or not bare or self.analysis.tags[head] != "NN":
            return found
        return self._nearest(head) or (self._ruling() if self.analysis.lemmas[head] == "government" else ())

    def _ruling(self) -> tuple[str, ...]:
        """ "The government" where a state and a movement face each other: that state."""
        own = tuple(side for side in self.main() if self.state(side) == side)
        return own if len(own) == 1 else ()

    def _whose(self, pronoun: int) -> tuple[str, ...]:
        first = self.speech.first_person(pronoun) if self.speech is not None else ()
        own = first[0] if first else self.mention(pronoun)
        voice = self.speech.voice(pronoun) if own is None and self.speech is not None else None
        own = voice.speakers[0] if voice is not None and len(voice.speakers) == 1 else own
        body = self.state(own) or self._principal(own) or self._body_of(own or "")
        return (body,) if body is not None else ()

    def _spoken_for(self, head: int) -> tuple[str, ...]:
        """The body that the speaker serves, for "the group" or "the government" in what he says of it."""
        voice = self.speech.voice(head) if self.speech is not None else None
        body = self._principal(voice.speakers[0]) if voice is not None and len(voice.speakers) == 1 else None
        return (body,) if body is not None else ()

    def _principal(self, own: str | None) -> str | None:
        return None if own is None or (actor := self.actor(own)) is None else actor.principal

    def _named(self, head: int) -> tuple[str, ...]:
        """The actor whose mention covers `head`; for a joint one ("A and B", "the two sides") those whom it joins."""
        own = self.mention(head)
        actor = None if own is None else self.actor(own)
        if actor is None or own is None:
            return ()
        if self.analysis.lemmas[head] == "delegation" and actor.kind is not ActorKind.STATE and (sent := self._body(head)):
            return sent  # "our delegation proposed"
        if actor.kind is ActorKind.GROUP and actor.subtype != "joint":
            behind = self._of_whom(head) if self.analysis.pos[head] == "NOUN" else ()
            return behind if len(behind) > 1 else (own,)
        if actor.kind is not ActorKind.GROUP:
            return self.stands_for((own,))
        parts = [self._called().get(folded(name)) for name in actor.name.split(" and ")]
        members = tuple(part for part in parts if part is not None)
        if len(members) == len(parts) > 1:
            return members
        return (self.both(head) if is_sides(actor.name) else ()) or (own,)

    def _called(self) -> dict[str, str]:
        if not self._names:
            for actor in self.actors.actors:
                self._names.setdefault(folded(actor.name), actor.id)
        return self._names

    def _joint(self, pronoun: int) -> tuple[str, ...]:
        """Who an unresolved "they" is: the nearest subject before it, in its sentence or the one before, that names two
        or more actors, or one by a plural noun."""
        sentence = self.analysis.sentence_of[pronoun]
        there = self._where(pronoun)
        if there:
            return there
        start = self.analysis.sentences[max(0, sentence - 1)][0]
        for token in range(pronoun - 1, start - 1, -1):
            if self.analysis.deps[token] not in ("nsubj", "nsubjpass") or self.analysis.pos[token] == "PRON":
                continue
            found = self.of(token)
            if len(found) > 1 or (found and self.analysis.tags[token] in ("NNS", "NNPS")):
                return found
        return self.both(pronoun) if self.analysis.lemmas[self.analysis.heads[pronoun]] in TOGETHER else ()

    def _single(self, head: int) -> tuple[str, ...]:
        """The one actor that a coordinate names, by mention or as a body of it."""
        own = self.mention(head)
        actor = None if own is None else self.actor(own)
        if actor is not None:
            return () if actor.subtype == "joint" else (actor.id,)
        return self._body(head) if self.analysis.lemmas[head] in BODIES else ()

    def _where(self, pronoun: int) -> tuple[str, ...]:
        """ "In Oslo they know": the actor that a place at the head of the sentence stands for."""
        first = self.analysis.sentences[self.analysis.sentence_of[pronoun]][0]
        if self.analysis.lemmas[self.analysis.heads[pronoun]] not in MINDING:
            return ()
        if self.analysis.lemmas[first] == "in" and self.analysis.deps[first] == "prep":
            for obj in self.analysis.children(first):
                state = self.state(self.mention(obj)) or self._seat(obj)
                if state is not None:
                    return (state,)
        return ()

    def _seat(self, token: int) -> str | None:
        """Id of the state whose capital the word names."""
        actor = self._countries().get(capitals().get(folded(self.analysis.word(token)), ""))
        return None if actor is None else actor.id

    def _of_whom(self, head: int) -> tuple[str, ...]:
        for child in self.analysis.children(head):
            if self.analysis.deps[child] == "prep" and self.analysis.lemmas[child] in ("of", "from", "for"):
                named = tuple(own for obj in self.analysis.children(child) for own in self._joined(obj))
                if named:
                    return named
        return ()

    def _joined(self, head: int) -> tuple[str, ...]:
        """The actors of "the envoys of A and B"."""
        found = (self.mention(own) for own in coordinates(self.analysis, head))
        return tuple(dict.fromkeys(own for own in found if own is not None))

    def mention(self, token: int) -> str | None:
        """Id of the actor whose mention covers `token`, where it is the mention's last word or a word of its name."""
        actor = actor_at(self.analysis, self.actors, token)
        return None if actor is None else actor.id

    def places(self, lemma: str) -> list[int]:
        """The nouns of the document with that lemma, in text order."""
        if not self._places:
            for token, own in enumerate(self.analysis.lemmas):
                if self.analysis.pos[token] in ("NOUN", "PROPN"):
                    self._places.setdefault(own, []).append(token)
        return self._places.get(lemma, [])

    def by_adjective(self, token: int) -> str | None:
        """Id of the document's state that an adjective or noun such as "Norwegian" points to."""
        if not self.analysis.word(token)[:1].isupper():
            return None
        code = adjectives().get(folded(self.analysis.word(token)))
        if code is None:
            return None
        actor = self._countries().get(code)
        return None if actor is None else actor.id

    def actor(self, own: str) -> LocalActor | None:
        """The actor of that id."""
        if not self._by_id:
            self._by_id.update((actor.id, actor) for actor in self.actors.actors)
        return self._by_id.get(own)

    def _countries(self) -> dict[str, LocalActor]:
        if not self._by_country:
            names = {folded(name): country.code for country in countries() for name in country.names}
            for actor in self.actors.actors:
                if actor.kind is ActorKind.STATE:
                    code = actor.country or names.get(folded(actor.name))
                    if code is not None:
                        self._by_country.setdefault(code, actor)
        return self._by_country

    def is_pair(self, head: int) -> bool:
        """Whether the phrase is "both sides", "the two presidents", "the parties" or such."""
        if self.analysis.lemmas[head] in ("both", "each") and self.analysis.pos[head] in ("PRON", "DET", "NUM"):
            return not any(self.analysis.deps[child] == "prep" for child in self.analysis.children(head))
        if self.analysis.lemmas[head] not in PAIRS:
            return False
        kinds = {self.analysis.lemmas[child] for child in self.analysis.children(head)}
        if kinds & {"neither", "either", "each"} and self.analysis.tags[head] == "NN":
            return self.analysis.lemmas[head] != "state"
        plural = self.analysis.tags[head] == "NNS"
        return plural and (bool(kinds & NUMBER) or (self.analysis.lemmas[head] in ("side", "party") and "the" in kinds))

    def both(self, token: int, *, guess: bool = True) -> tuple[str, ...]:
        """The two sides that "both" means at `token`: those that the actors show; else of the pairs that subjects or a "between"
        joined not far before it, the one named most; else, if `guess`, the two that the document names most."""
        group = self.actors.at(self.analysis.span(token, token + 1))
        meant = self.sides(group.stands_for) if group is not None and len(group.stands_for) == 2 else ()
        if len(meant) == 2:
            return meant
        sentence = self.analysis.sentence_of[token]
        start = self.analysis.sentences[max(0, sentence - LOOK_BACK)][0]
        found = [pair for at in range(start, token) if (pair := self._pair_at(at))]
        weight = self._weight()
        best = max(reversed(found), key=lambda pair: sum(weight.get(own, 0) for own in pair), default=())
        return best or (at_home(self.actors, self._countries(), weight) or self.main() if guess else ())

    def _pair_at(self, token: int) -> tuple[str, ...]:
        if token not in self._pairs:
            between = self.analysis.deps[token] == "pobj" and self.analysis.lemmas[self.analysis.heads[token]] == "between"
            found: tuple[str, ...] = ()
            if self.analysis.deps[token] == "nsubj" or between:
                heads = coordinates(self.analysis, token)
                named = [own for head in heads for own in self._single(head)] if len(heads) > 1 else []
                found = self.sides(named)
            self._pairs[token] = found if len(found) == 2 else ()
        return self._pairs[token]

    def sides(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The parties behind actors, each once, in order: the state that an actor is or acts for, else the body itself."""
        found: list[str] = []
        for own in ids:
            side = self.state(own) or self._body_of(own)
            if side is not None and side not in found:
                found.append(side)
        return tuple(found)

    def _body_of(self, own: str) -> str | None:
        """The organisation that an actor is or serves, where no state stands behind it; the press is no party."""
        actor = self.actor(own)
        if actor is not None and actor.kind is ActorKind.PERSON and actor.principal is not None:
            actor = self.actor(actor.principal)
        if actor is None or actor.kind is not ActorKind.ORGANISATION or actor.subtype in NO_PARTY:
            return None
        return actor.id

    def state(self, own: str | None) -> str | None:
        """The state that `own` is or acts for; None if the document does not show it."""
        for _ in range(4):
            actor = None if own is None else self.actor(own)
            if actor is None:
                return None
            if actor.kind is ActorKind.STATE:
                return actor.id
            if actor.principal is None and actor.subtype in STATELESS:
                return None
            if actor.principal is None and actor.country is not None:
                state = self._countries().get(actor.country)
                return None if state is None else state.id
            own = actor.principal
        return None

    def _weight(self) -> Counter[str]:
        """Party -> how often the document names it and those who act for it."""
        if not self._counts:
            for actor in self.actors.actors:
                for side in self.sides((actor.id,)):
                    self._counts[side] += len(actor.mentions)
        return self._counts

    def main(self, *, clear: bool = False) -> tuple[str, ...]:
        """The two parties named most, in order of naming; () if fewer, or, with `clear`, if a third is half as frequent."""
        counts = self._weight()
        order = {actor.id: number for number, actor in enumerate(self.actors.actors)}
        ranked = sorted(counts, key=lambda own: (-counts[own], order[own]))
        best = ranked[:2]
        if clear and len(ranked) > 2 and 2 * counts[ranked[2]] > counts[ranked[1]]:
            return ()
        return tuple(sorted(best, key=lambda own: order[own])) if len(best) == 2 else ()
