"""Persons across documents: blocks of one family name, given names, initials, offices and state served."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.lexicon.body import body_by_name
from communique.lexicon.name import name_key, name_skeleton, same_given
from communique.model import ActorKind, Judgement, LocalActor, Reason, Verdict
from communique.resolve.actors.card import Card, card_of, document_of, judgement
from communique.resolve.actors.spelling import judge_spellings
from communique.resolve.name import MATCH, score_names

SAME_FROM = 0.6
WIDEST = 40
MODELS = 12


@dataclass(eq=False, slots=True)
class Person:
    """Cards judged one person so far. Comparison reads `models` (the first named cards) and the sets, never all cards,
    so that a person in ten thousand documents costs no more than one in ten."""

    first: Card
    models: list[Card] = field(default_factory=list)
    documents: dict[str, Card] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    serves: bool = False

    def add(self, card: Card) -> None:
        """Take a card in."""
        self.documents.setdefault(document_of(card.actor), card)
        self.heads |= {head for head, _ in card.offices}
        self.serves = self.serves or card.actor.principal is not None
        if card.actor.country is not None:
            self.countries.add(card.actor.country)
        if card.given and len(self.models) < MODELS:
            self.models.append(card)


@dataclass(frozen=True, slots=True)
class Fit:
    """How a card fits a person, and the card of that person it was compared with."""

    score: float
    reasons: tuple[Reason, ...]
    with_card: Card


def judge_persons(actors: Sequence[LocalActor]) -> list[Judgement]:
    """Judgements on named persons; nameless ones (offices, sources) are left to others.

    Full names come first, then initials, then family names alone, so that a bare name finds all who may bear it.
    """
    cards = [card_of(a) for a in actors if a.kind is ActorKind.PERSON and a.subtype is None]
    cards += _mistaken(actors, cards)
    blocks: dict[str, list[Card]] = defaultdict(list)
    alone = [card for card in cards if not card.given]
    for card in cards:
        blocks[card.family].append(card)
    spare = _given_only(alone, cards)
    found: list[Judgement] = []
    for family in sorted(blocks):
        found += _judge_block([card for card in blocks[family] if card.id not in spare])
    found += judge_spellings(cards)
    return found + [_given_alone(card, spare[card.id]) for card in alone if card.id in spare]


def _mistaken(actors: Sequence[LocalActor], cards: Sequence[Card]) -> list[Card]:
    """Single capitalised words taken for a body where no full name stands beside them, which other documents show to be a
    family name ("Haroun wants to sleep")."""
    families = {card.family for card in cards if card.given}
    present = {(document_of(card.actor), card.family) for card in cards}
    bodies = {a.name.split()[0].casefold() for a in actors if a.kind is ActorKind.ORGANISATION and " " in a.name}
    found = []
    for actor in actors:
        word = actor.name
        bare = actor.kind is ActorKind.ORGANISATION and actor.subtype is None and actor.country is None and word.isalpha()
        if not bare or word.isupper() or word.casefold() in bodies or body_by_name(word) is not None:
            continue
        card = card_of(actor)
        if card.family in families and (document_of(actor), card.family) not in present:
            found.append(card)
    return found


def _given_only(alone: list[Card], cards: list[Card]) -> dict[str, Card]:
    """Single words that are nobody's family name but the one given name of somebody ("Xi", "Lula")."""
    families = {card.family for card in cards if card.given}
    bearers: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        for word in card.given[:1]:
            bearers[name_skeleton(word)].append(card)
    single = {word for word, own in bearers.items() if len({bearer.family for bearer in own}) == 1}
    return {card.id: bearers[card.family][0] for card in alone if card.family not in families and card.family in single}


def _given_alone(card: Card, bearer: Card) -> Judgement:
    reasons = (Reason("first_word_alone", f"{card.actor.name} / {bearer.actor.name}", 0.6),)
    return judgement(card.id, bearer.id, Verdict.SAME, 0.65, reasons, "name")


def _judge_block(cards: list[Card]) -> list[Judgement]:
    """Chain every card of one family name to the best earlier person; keep two of one document apart."""
    people: list[Person] = []
    found: list[Judgement] = []
    full = [card for card in cards if card.given and not _initials(card)]
    initials = [card for card in cards if card.given and _initials(card)]
    alone = [card for card in cards if not card.given]
    for card in (*full, *initials, *alone):
        fits = [(fit, person) for person in people[:WIDEST] if (fit := _fit(card, person, people)) is not None]
        fits.sort(key=lambda row: (-row[0].score, row[0].with_card.id))
        found += _conflicts(card, people)
        if fits and fits[0][0].score >= SAME_FROM and (len(fits) == 1 or fits[0][0].score - fits[1][0].score >= 0.05):
            fit, person = fits[0]
            found.append(judgement(card.id, fit.with_card.id, Verdict.SAME, fit.score, fit.reasons, "name"))
            person.add(card)
            continue
        for fit, _ in fits[:2]:
            if fit.score >= 0.4:
                verdict = Verdict.UNSURE
                found.append(judgement(card.id, fit.with_card.id, verdict, min(fit.score, 0.59), fit.reasons, "name"))
        person = Person(card)
        person.add(card)
        people.append(person)
    return found + _join_conflicting(people[:WIDEST])


def _join_conflicting(people: list[Person]) -> list[Judgement]:
    """Persons of one family name whose given names differ, but office and state agree; each joins one other at most."""
    found = []
    for number, person in enumerate(people):
        for other in people[:number]:
            if person.documents.keys() & other.documents.keys():
                continue
            fits = [fit for card in person.models if (fit := _fit_conflict(card, other)) is not None]
            if fits:
                fit = max(fits, key=lambda fit: (fit.score, fit.with_card.id))
                found.append(judgement(person.first.id, fit.with_card.id, Verdict.SAME, fit.score, fit.reasons, "name"))
                break
    return found


def _initials(card: Card) -> bool:
    return all(len(name_key(word)) <= 1 or "." in word for word in card.given)


def _conflicts(card: Card, people: list[Person]) -> list[Judgement]:
    """Two full names of one document are two persons: the document keeps them apart."""
    found = []
    for person in people[:WIDEST]:
        other = person.documents.get(document_of(card.actor))
        if other is not None and card.given and other.given:
            reasons = (Reason("one_document_names_both", f"{card.actor.name} / {other.actor.name}", -1.0),)
            found.append(judgement(card.id, other.id, Verdict.DIFFERENT, 0.05, reasons, "name"))
    return found


def _fit(card: Card, person: Person, people: list[Person]) -> Fit | None:
    """How well a card fits a person; None where the document itself keeps them apart."""
    if document_of(card.actor) in person.documents:
        return None
    context, reasons = _context(card, person)
    if not card.given:
        return _fit_alone(card, person, people, context, reasons)
    if not person.models:
        score = 0.72 + context
        note = Reason("family_name_alone", f"{card.actor.name} / {person.first.actor.name}", 0.5)
        return Fit(score, (note, *reasons), person.first)
    scored = [(score_names(card.actor.name, other.actor.name), other) for other in person.models]
    best, other = max(scored, key=lambda row: (row[0].value, row[1].id))
    if best.value >= MATCH:
        score = min(1.0, 0.85 * best.value + 0.1 + context)
        return Fit(score, (*best.reasons, *reasons), other)
    if any(same_given(a, b) for a in card.given[:1] for b in other.given[:1]):
        return Fit(0.75 + context, (*best.reasons, *reasons), other)
    return None


def _context(card: Card, person: Person) -> tuple[float, tuple[Reason, ...]]:
    """What country and office add."""
    own = card.actor.country
    if own is None or not person.countries:
        return 0.0, ()
    if own in person.countries:
        return 0.08, (Reason("same_country", own, 0.08),)
    return -0.15, (Reason("country_differs", f"{own} / {', '.join(sorted(person.countries))}", -0.15),)


def _fit_alone(card: Card, person: Person, people: list[Person], context: float, reasons: tuple[Reason, ...]) -> Fit | None:
    """A family name alone: sure where one person bears it, else only by country or office."""
    bearers = sum(document_of(card.actor) not in other.documents for other in people[:WIDEST])
    base = 0.8 if bearers == 1 else 0.55
    office = _shared_offices(card, person)
    note = Reason("only_bearer" if bearers == 1 else "several_bearers", card.actor.name, base - 0.6)
    score = base + context + (0.12 if office else 0.0)
    return Fit(min(score, 0.95), (note, *reasons, *office), person.first)


def _shared_offices(card: Card, person: Person) -> tuple[Reason, ...]:
    shared = {head for head, _ in card.offices} & person.heads
    return (Reason("same_office", ", ".join(sorted(shared)), 0.12),) if shared else ()


def _fit_conflict(card: Card, person: Person) -> Fit | None:
    """Given names that differ under one family name: one person only by office and state, and the reasons say so."""
    other = next(iter(person.models), None)
    same_state = card.actor.country is not None and card.actor.country in person.countries
    if other is None or not same_state:
        return None
    context = (Reason("same_country", card.actor.country or "", 0.08),)
    titles = max((len(card.titles & kin.titles) for kin in person.models), default=0)
    heads = {head for head, _ in card.offices} & person.heads
    note = Reason("given_name_differs", f"{card.actor.name} / {other.actor.name}", -0.3)
    if heads and titles >= 2:
        return Fit(0.7, (note, Reason("same_office", ", ".join(sorted(heads)), 0.3), *context), other)
    if card.actor.principal is not None and person.serves and card.given[0][:1].casefold() == other.given[0][:1].casefold():
        extra = Reason("same_initial_and_state_served", f"{card.given[0][:1]}. {card.words[-1]}", 0.2)
        return Fit(0.62, (note, extra, *context), other)
    return None
