"""Whose words a token stands in: from the quotations, else from the reporting verb above it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.claims.clause import COMPLEMENT, children, is_verb
from communique.lexicon.stance import stance_words
from communique.model import ActorKind, Analysis, DocumentActors, LocalActor, Quotation, Span

FEWEST = 3
FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my", "ours"})


def is_first_person(analysis: Analysis, token: int) -> bool:
    """Whether the word is "I", "we", "our" (and not the country "US")."""
    return analysis.lemmas[token] in FIRST_PERSON and analysis.tags[token].startswith("PRP")


def actor_at(analysis: Analysis, actors: DocumentActors, head: int) -> LocalActor | None:
    """The actor that a noun phrase names: in "Norway's president, Ada Moen," the person in apposition."""
    for child in children(analysis, head, ("appos",)):
        named = actors.at(analysis.span(child, child + 1))
        if named is not None and named.kind is ActorKind.PERSON:
            return named
    return actors.at(analysis.span(head, head + 1))


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks. `quotation`: id, where the words lie in one; `cue`: lemmas of the reporting words."""

    speakers: tuple[str, ...]
    quotation: str | None = None
    direct: bool = False
    cue: tuple[str, ...] = ()


class Speech:
    """Look-up of the speaker at a token."""

    def __init__(self, analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation]) -> None:
        self.analysis = analysis
        self.actors = actors
        rows = [(part.span, quotation) for quotation in quotations for part in quotation.content]
        self._rows = sorted(rows, key=lambda row: (row[0].start, -row[0].end, row[1].id))
        self._starts = [span.start for span, _ in self._rows]
        self._issuer: list[str | None] = []
        self._reach: list[int] = []
        for span, _ in self._rows:
            self._reach.append(max(span.end, self._reach[-1] if self._reach else 0))

    def quotation_at(self, span: Span) -> Quotation | None:
        """The innermost quotation whose content holds the first character of `span`."""
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] > span.start:
            if self._rows[at][0].end > span.start:
                return self._rows[at][1]
            at -= 1
        return None

    def voice(self, token: int) -> Voice | None:
        """Who says the word; None where the article itself does, or a speaker it does not name."""
        quotation = self.quotation_at(self.analysis.span(token, token + 1))
        if quotation is not None:
            speakers = quotation.joint_speakers or ((quotation.speaker,) if quotation.speaker else ())
            inside = [part.span for part in quotation.quoted]
            here = self.analysis.span(token, token + 1)
            if not speakers:
                reported = self._reported(token)
                speakers = reported.speakers if reported is not None else ()
            return Voice(speakers, quotation.id, any(span.contains(here) for span in inside), self._cue(quotation))
        found = self._reported(token)
        issuer = self.issuer() if found is None else None
        return found if issuer is None else Voice((issuer,), None, True)

    def issuer(self) -> str | None:
        """The body in whose name the whole text speaks ("we" outside all quotations); None where a reporter writes."""
        if not self._issuer:
            ours = (token for token in range(len(self.analysis)) if is_first_person(self.analysis, token))
            free = [self.analysis.span(token, token + 1) for token in ours]
            found = [self.actors.at(span) for span in free if self.quotation_at(span) is None]
            bodies = Counter(actor.id for actor in found if actor is not None and actor.kind is not ActorKind.PERSON)
            best = min(bodies, key=lambda own: (-bodies[own], own), default=None)
            self._issuer.append(best if best is not None and bodies[best] >= FEWEST else None)
        return self._issuer[0]

    def is_in_cue_sentence(self, token: int) -> bool:
        """Whether the innermost quotation at a token has its cue, or words in quotation marks, in the token's sentence."""
        quotation = self.quotation_at(self.analysis.span(token, token + 1))
        sentence = self.analysis.sentence_span(self.analysis.sentence_of[token])
        parts = () if quotation is None else (*quotation.cue, *quotation.quoted)
        return any(part.span.overlaps(sentence) for part in parts)

    def _cue(self, quotation: Quotation) -> tuple[str, ...]:
        spans = [part.span for part in quotation.cue]
        return tuple(self.analysis.lemmas[token] for span in spans for token in self.analysis.tokens_in(span))

    def _reported(self, token: int) -> Voice | None:
        """The subject of the nearest reporting verb that the word is a complement of."""
        at = token
        for above in self.analysis.ancestors(token):
            if self.analysis.deps[at] in ("ccomp", "parataxis") and self.analysis.lemmas[above] in stance_words().saying:
                found = self._subject(above)
                if found:
                    return Voice(found)
            at = above
        for child in self.analysis.children(at):
            if (
                self.analysis.deps[child] in ("ccomp", "parataxis")
                and self.analysis.lemmas[child] in stance_words().saying
                and child > token
            ):
                return Voice(self._subject(child)) if self._subject(child) else None
        return self._according(at)

    def _according(self, root: int) -> Voice | None:
        for child in children(self.analysis, root, ("prep",)):
            if self.analysis.lemmas[child] == "accord":
                for to in children(self.analysis, child, ("prep",)):
                    for obj in children(self.analysis, to, ("pobj",)):
                        actor = actor_at(self.analysis, self.actors, obj)
                        if actor is not None:
                            return Voice((actor.id,))
        return None

    def _subject(self, verb: int) -> tuple[str, ...]:
        while self.analysis.deps[verb] in ("conj", *COMPLEMENT) and not children(self.analysis, verb, ("nsubj",)):
            if not is_verb(self.analysis, self.analysis.heads[verb]):
                break
            verb = self.analysis.heads[verb]
        found = []
        for subject in children(self.analysis, verb, ("nsubj",)):
            if self.analysis.tags[subject] == "WP" and self.analysis.deps[verb] == "relcl":
                subject = self.analysis.heads[verb]  # "Moen, who had said that"
            actor = actor_at(self.analysis, self.actors, subject)
            if actor is not None:
                found.append(actor.id)
        return tuple(found)

    def first_person(self, token: int) -> tuple[str, ...]:
        """Who "I", "we" or "our" at `token` is; () for any other word or where nobody is known to speak."""
        if not is_first_person(self.analysis, token):
            return ()
        voice = self.voice(token)
        if voice is not None:
            return voice.speakers
        issuer = self.actors.at(self.analysis.span(token, token + 1))  # of a text that a body issues in its own name
        return () if issuer is None else (issuer.id,)
