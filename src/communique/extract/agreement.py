"""What was agreed, by whom, on what condition, until when, and by whose account."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.extract.claims.bargain import Bargain
from communique.extract.claims.body import body_test
from communique.extract.claims.clause import children, is_negated, words
from communique.extract.claims.condition import find_conditions
from communique.extract.claims.enumeration import find_rows
from communique.extract.claims.fate import apply_fates
from communique.extract.claims.party import Parties
from communique.extract.claims.point import find_bargains
from communique.extract.claims.speech import Speech
from communique.extract.claims.table import Tables
from communique.extract.claims.terms import find_terms
from communique.extract.claims.when import date_of, is_due, times_in, told_elsewhere
from communique.extract.claims.window import due_of
from communique.lexicon.agreement import agreement_words
from communique.lexicon.issue import find_issues
from communique.model import (
    ActorKind,
    AgreementMention,
    AgreementStatus,
    Analysis,
    DateValue,
    DocumentActors,
    EncounterMention,
    EncounterStatus,
    Evidence,
    Quotation,
    Role,
    Span,
    TimeExpression,
)

LABEL_WORDS = 12
NEAR = 2
REACH = 60  # tokens
TALKS_NEAR = 2_000  # characters
SOON = 400  # characters
ACCUSING = frozenset({"accuse", "blame", "charge", "criticise", "criticize", "condemn"})
DENYING = frozenset({"deny", "reject", "dismiss", "dispute", "contradict", "refute", "rebut"})
ACCOUNT = frozenset({"account", "assertion", "claim", "report", "version", "allegation"})
OPEN = frozenset({AgreementStatus.AGREED, AgreementStatus.PARTLY_AGREED})
OUTSIDE = frozenset({Role.HOST, Role.MEDIATOR})
TERMS = 2  # sentences from one term of a deal to the next
PAST = frozenset({EncounterStatus.HELD, EncounterStatus.ONGOING})


def find_agreements(
    analysis: Analysis,
    actors: DocumentActors,
    quotations: Sequence[Quotation] = (),
    encounters: Sequence[EncounterMention] = (),
) -> tuple[AgreementMention, ...]:
    """What an article reports as agreed, not agreed, proposed, stalled or broken: one item a point, in text order.

    Args:
        analysis: with syntax; an empty one gives ().
        actors, quotations, encounters: of the same document.
    """
    speech = Speech(analysis, actors, quotations)
    parties = Parties(analysis, actors, speech)
    reader = Reader(analysis, parties, speech, encounters)
    bargains = reader.fragments(list(find_bargains(analysis, parties)))
    found = [*bargains, *find_terms(analysis, parties, speech, _deals(analysis, parties, bargains)), *find_rows(analysis)]
    reader.pledged = sorted({(analysis.sentence_of[own.head], side) for own in found for side in own.committed})
    is_body = body_test(analysis)
    mentions = [one for one in map(reader.mention, found) if one is not None and is_body(one.content[0].span)]
    kept = _joined(
        apply_fates(analysis, _updated(analysis, _distinct([_contested(analysis, parties, one) for one in mentions])))
    )
    document = analysis.document.id
    return tuple(replace(mention, id=f"{document}:g{number}") for number, mention in enumerate(kept, start=1))


class Reader:
    """Turns points into mentions."""

    def __init__(self, analysis: Analysis, parties: Parties, speech: Speech, encounters: Sequence[EncounterMention]) -> None:
        self.analysis = analysis
        self.parties = parties
        self.speech = speech
        self.pledged: Sequence[tuple[int, str]] = ()  # (sentence, who binds himself there), in order
        self.tables = Tables(analysis, parties, encounters)

    def fragments(self, bargains: list[Bargain]) -> list[Bargain]:
        """The points, with those of a verbless sentence ("To create X, to resume Y.") right after an agreement."""
        found = list(bargains)
        for bargain in bargains:
            following = self.analysis.sentence_of[bargain.head] + 1
            if bargain.status is not AgreementStatus.AGREED or following >= len(self.analysis.sentences):
                continue
            first, last = self.analysis.sentences[following]
            if self.analysis.word(first) == "To" and self.analysis.tags[first] == "TO":
                found.extend(replace(bargain, first=start, last=end) for start, end in self._infinitives(first, last))
        return found

    def _infinitives(self, first: int, last: int) -> list[tuple[int, int]]:
        starts = [
            token
            for token in range(first, last - 1)
            if self.analysis.tags[token] == "TO"
            and self.analysis.tags[token + 1] == "VB"
            and (token == first or self.analysis.lemmas[token - 1] in (",", "and", ";"))
        ]
        ends = [*starts[1:], last]
        return [(start, self._before(end, last)) for start, end in zip(starts, ends, strict=True)]

    def _before(self, end: int, last: int) -> int:
        while end > 0 and end != last and self.analysis.lemmas[end - 1] in (",", "and", ";"):
            end -= 1
        return end

    def mention(self, bargain: Bargain) -> AgreementMention | None:
        """The mention of one point; None if no words are left."""
        analysis = self.analysis
        content = words(analysis, bargain.first, bargain.last)
        if not content:
            return None
        sentence = analysis.sentence_span(analysis.sentence_of[bargain.head])
        date, due = self._dates(bargain.head, content[0].span, sentence)
        sides = self._sides(bargain)
        issues = find_issues(content[0].quote) or find_issues(analysis.text[sentence.start : sentence.end], 1.0)
        single = bargain.kind == "commitment"
        unnamed = not sides and analysis.lemmas[bargain.head] in agreement_words().agree
        if unnamed and not issues and not self._near_talks(sentence):
            return None
        if single and not issues and sides and not any(self._is_official(own) for own in sides):
            return None
        return AgreementMention(
            id="",
            document=analysis.document.id,
            kind=bargain.kind,
            status=bargain.status,
            content=content,
            evidence=(analysis.evidence(_hull(content[0].span, sentence)),),
            label=_label(content[0].quote),
            parties=sides,
            conditions=self._conditions(bargain),
            committed=sides[:1] if single else bargain.committed,
            owed_to=self._owed(bargain, sides) if single else (),
            due=due if bargain.status in (*OPEN, AgreementStatus.PROPOSED) else None,
            reported_by=self._reporter(bargain),
            date=date,
            encounter=self.tables.where(bargain.head, sentence, content[0].span, sides),
            issue=issues[0] if issues else None,
            confidence=0.6,
        )

    def _sides(self, bargain: Bargain) -> tuple[str, ...]:
        found: list[str] = []
        for own in bargain.parties:
            state = self.parties.state(own) or own
            if state not in found:
                found.append(state)
        if bargain.joint and any(self._is_private(own) for own in found):
            states = [own for own in found if not self._is_private(own)]
            main = self.parties.main(clear=True)
            if main and len(found) <= 2 and set(states) <= set(main):
                return main
        if len(found) == 2 or not bargain.joint or (found and self._is_complete(bargain, found)):
            return tuple(found)
        both = self.parties.both(bargain.head, guess=False)
        return (
            both
            or self._in_turn(bargain, (*found, *bargain.committed))
            or self._of_encounter(bargain, (*found, *bargain.committed))
            or self._main((*found, *bargain.committed))
            or bargain.committed
        )

    def _in_turn(self, bargain: Bargain, known: Sequence[str]) -> tuple[str, ...]:
        """The two that bind themselves in the sentences around: "Chile will cut the tariff. Peru will free the lorries."; () unless
        there are just two, and no other is known."""
        sentence = self.analysis.sentence_of[bargain.head]
        near = tuple(dict.fromkeys(own for number, own in self.pledged if abs(number - sentence) <= TERMS))
        return near if len(near) == 2 and set(known) <= set(near) else ()

    def _main(self, found: Sequence[str]) -> tuple[str, ...]:
        """The two parties that the document names most, where one of them is the only one named here."""
        main = self.parties.main(clear=not found)
        return main if set(found) <= set(main) else tuple(found)

    def _of_encounter(self, bargain: Bargain, among: Sequence[str]) -> tuple[str, ...]:
        """The two sides that met where the point was made; () unless there are two and those already known are of them."""
        sentence = self.analysis.sentence_span(self.analysis.sentence_of[bargain.head])
        met = self.tables.met(sentence, sentence, ())
        people = () if met is None else met.participants
        sides = self.parties.sides(own.actor for own in people if own.present and own.role not in OUTSIDE)
        return sides if len(sides) == 2 and set(among) <= set(sides) else ()

    def _is_complete(self, bargain: Bargain, found: list[str]) -> bool:
        """Whether one named party may stand alone: a state that signs does; a person, or who failed to agree, does not."""
        alone = bargain.status not in (AgreementStatus.FAILED, AgreementStatus.NOT_AGREED, AgreementStatus.PARTLY_AGREED)
        return len(found) > 2 or (alone and all(self.parties.state(own) == own for own in found))

    def _is_private(self, own: str) -> bool:
        """A person behind whom the document shows no state or body."""
        actor = self.parties.actor(own)
        return actor is not None and actor.kind is ActorKind.PERSON and not self.parties.sides((own,))

    def _near_talks(self, sentence: Span) -> bool:
        """Whether an encounter was told not far above: parties that nobody names agree there."""
        return any(
            span.start < sentence.end and sentence.start - span.end < TALKS_NEAR for span, _ in self.tables.encounters
        )

    def _is_official(self, own: str) -> bool:
        """A state, or a person who holds an office."""
        actor = self.parties.actor(own)
        return self.parties.state(own) == own or (actor is not None and bool(actor.offices))

    def _conditions(self, bargain: Bargain) -> tuple[Evidence, ...]:
        """On what it was agreed or proposed; what was not agreed or not kept has no condition."""
        if bargain.status not in (*OPEN, AgreementStatus.PROPOSED):
            return ()
        return tuple(c.evidence for c in find_conditions(self.analysis, bargain.head, bargain.first, bargain.last))

    def _reporter(self, bargain: Bargain) -> str | None:
        voice = self.speech.voice(bargain.head)
        agreeing = voice is not None and set(voice.cue) & (agreement_words().agree | agreement_words().decide)
        if voice is not None and voice.speakers and not agreeing:
            return voice.speakers[0]
        return bargain.reporter[0] if bargain.reporter else self._accuser(bargain)

    def _accuser(self, bargain: Bargain) -> str | None:
        """Who says so in "A accused B of violating the truce"."""
        for above in self.analysis.ancestors(bargain.head):
            if self.analysis.lemmas[above] in ACCUSING:
                named = [own for token in children(self.analysis, above, ("nsubj",)) for own in self.parties.of(token)]
                return named[0] if named else None
        return None

    def _owed(self, bargain: Bargain, sides: tuple[str, ...]) -> tuple[str, ...]:
        for prep in children(self.analysis, bargain.head, ("prep", "dative")):
            if self.analysis.lemmas[prep] in ("to", "with"):
                for obj in children(self.analysis, prep, ("pobj",)):
                    return self.parties.sides(self.parties.of(obj))
        return ()

    def _dates(self, head: int, content: Span, sentence: Span) -> tuple[DateValue | None, DateValue | None]:
        due = due_of(self.analysis, content)
        near = [
            t
            for t in times_in(self.analysis, sentence)
            if not is_due(self.analysis, t)
            and t.date is not None
            and t.date.precision != "year"
            and not told_elsewhere(self.analysis, head, t)
        ]
        outside = [t for t in near if not content.contains(t.span)]
        inside = [t for t in near if content.contains(t.span)]
        ahead = [t for t in inside if self._is_ahead(t)]
        chosen = outside or [t for t in inside if t.date is not None and t.date.start is not None and t not in ahead]
        if due is None and ahead:
            due = date_of(self.analysis, ahead[0])
        return (date_of(self.analysis, chosen[0]) if chosen else None), due

    def _is_ahead(self, time: TimeExpression) -> bool:
        """A day after the article's: when it is to be done, not when it was agreed."""
        published, date = self.analysis.document.published, time.date
        if published is None or date is None or date.start in (None, "..") or published.start is None:
            return False
        return date.start > published.start[: len(date.start)]


def _deals(analysis: Analysis, parties: Parties, bargains: Iterable[Bargain]) -> frozenset[int]:
    """Numbers of the sentences in which two or more agree."""
    return frozenset(
        analysis.sentence_of[own.head]
        for own in bargains
        if own.status in OPEN and own.joint and (len(parties.sides(own.parties)) != 1)
    )


def _hull(one: Span, two: Span) -> Span:
    return Span(min(one.start, two.start), max(one.end, two.end))


def _label(quote: str) -> str:
    tokens = quote.split()
    return " ".join(tokens[:LABEL_WORDS]) + (" ..." if len(tokens) > LABEL_WORDS else "")


def _distinct(mentions: Iterable[AgreementMention]) -> list[AgreementMention]:
    """Mentions whose contents do not overlap, the longer kept, in text order."""
    kept: list[AgreementMention] = []
    for mention in sorted(mentions, key=lambda m: (m.content[0].span.start, -len(m.content[0].span))):
        if kept and kept[-1].content[0].span.contains(mention.content[0].span):
            continue
        kept.append(mention)
    return kept


def _updated(analysis: Analysis, mentions: list[AgreementMention]) -> list[AgreementMention]:
    """A later "this agreement was violated" changes the status of the point before it instead of being a new point."""
    kept: list[AgreementMention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        broken = mention.status in (AgreementStatus.VIOLATED, AgreementStatus.STALLED)
        if (
            before is not None
            and broken
            and before.status in OPEN
            and _anaphoric(analysis, mention.content[0], before.content[0])
        ):
            kept[-1] = replace(before, status=mention.status, evidence=before.evidence + mention.evidence)
        else:
            kept.append(mention)
    return kept


def _contested(analysis: Analysis, parties: Parties, mention: AgreementMention) -> AgreementMention:
    """What one source reports as agreed is disputed where the next sentence has somebody deny "this"."""
    tokens = analysis.tokens_in(mention.content[0].span)
    number = analysis.sentence_of[tokens.start] + 1 if tokens else len(analysis.sentences)
    if mention.status not in OPEN or mention.reported_by is None or number >= len(analysis.sentences):
        return mention
    first, last = analysis.sentences[number]
    for verb in range(first, min(last, first + REACH)):
        if analysis.lemmas[verb] not in DENYING or is_negated(analysis, verb) or analysis.tags[verb] == "VB":
            continue
        what = children(analysis, verb, ("dobj",))
        doers = children(analysis, verb, ("nsubj",))
        this = any(analysis.lemmas[own] in ("this", "that", "it") or analysis.lemmas[own] in ACCOUNT for own in what)
        same = any(mention.reported_by in parties.of(own) for own in doers)
        if this and doers and not same:
            words = analysis.evidence(analysis.sentence_span(number))
            return replace(mention, status=AgreementStatus.DISPUTED, evidence=(*mention.evidence, words))
    return mention


def _joined(mentions: list[AgreementMention]) -> list[AgreementMention]:
    """A term or an open point that names less than two parties is between those of the deal told before it, or right after."""
    told: tuple[str, ...] = ()
    kept: list[AgreementMention] = []
    for number, mention in enumerate(mentions):
        parties = told or _soon(mentions[number:])
        if mention.kind == "agreement" and len(mention.parties) < 2 and set(mention.parties) <= set(parties):
            mention = replace(mention, parties=parties)
        if _is_told(mention):
            told = mention.parties
        kept.append(mention)
    return kept


def _is_told(mention: AgreementMention) -> bool:
    return len(mention.parties) > 1 and mention.status not in (AgreementStatus.PROPOSED, AgreementStatus.DISPUTED)


def _soon(mentions: list[AgreementMention]) -> tuple[str, ...]:
    """The parties of a deal that is told right after the first of these."""
    limit = mentions[0].content[0].span.end + SOON
    return next((own.parties for own in mentions if _is_told(own) and own.content[0].span.start < limit), ())


def _anaphoric(analysis: Analysis, later: Evidence, earlier: Evidence) -> bool:
    tokens, before = analysis.tokens_in(later.span), analysis.tokens_in(earlier.span)
    near = analysis.sentence_of[tokens.start] - analysis.sentence_of[before.start]
    named = {analysis.lemmas[token] for token in before} & agreement_words().nouns
    points = any(
        analysis.lemmas[token] in ("this", "that", "these", "the")
        and any(
            analysis.lemmas[other] in (named if analysis.lemmas[token] == "the" else agreement_words().nouns)
            for other in range(token + 1, min(token + 4, tokens.stop))
        )
        for token in tokens
    )
    opens = any(analysis.lemmas[token] == "it" for token in range(tokens.start, min(tokens.start + 2, tokens.stop)))
    return 0 < near <= NEAR and (points or opens)
