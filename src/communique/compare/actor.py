"""What documents say of one actor: its name in their spelling, its offices."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.compare.stage import Stage
from communique.compare.stated import Relation, Stated, Subject, compare_stated
from communique.compare.values import alike, plain, relate_names, written
from communique.lexicon.country import country_by_capital, country_by_demonym, country_by_name
from communique.lexicon.office import office_head
from communique.model import Actor, ActorKind, Evidence, Finding, FindingKind, NameKind, Office

# Words for one office in different Englishes and translations.
SAME_OFFICE: tuple[tuple[str, ...], ...] = (
    ("spokesman", "spokeswoman", "spokesperson", "press secretary", "spokesmen"),
    ("aide", "adviser", "advisor", "assistant"),
    ("envoy", "emissary", "representative"),
    ("head", "chief", "chairman", "chairwoman", "chair", "director"),
    ("premier", "prime minister", "chancellor"),
)
NOT_YET = frozenset({"future", "incoming", "designate", "elect", "almost", "nominee", "prospective", "nominated"})
NO_LONGER = frozenset({"former", "ex", "outgoing", "past", "previous", "late"})
FILLER = frozenset(
    {"of", "for", "on", "in", "to", "at", "by", "and", "the", "a", "an", "his", "her", "its", "their", "new", "current"}
    | {"former", "then", "acting", "s"}
)


@dataclass(frozen=True, slots=True)
class OfficeValue:
    """An office in comparable form: its words, and whether it is held now."""

    words: frozenset[str]
    status: str


def compare_actor(actor: Actor, stage: Stage) -> Iterator[Finding]:
    """Findings about the offices and the name (persons) of an actor; that a name is spelled alike tells nothing."""
    subject = Subject("actor", actor.id, actor.name, "office", "name")
    rows = _offices(actor)
    yield from _at_odds(subject, rows, stage)
    yield from compare_stated(subject, rows, relate_offices, stage.origin)
    if actor.kind is not ActorKind.PERSON or actor.subtype == "anonymous_source":
        return
    names = Subject("actor", actor.id, actor.name, "name", "name")
    for own in compare_stated(names, _names(actor), relate_names, stage.origin):
        if own.kind is not FindingKind.CORROBORATED:
            yield own


def _at_odds(subject: Subject, rows: list[Stated[OfficeValue]], stage: Stage) -> Iterator[Finding]:
    """Documents that give one office both as held and as not yet, or no longer, held."""
    by_document: dict[str, list[Stated[OfficeValue]]] = defaultdict(list)
    for row in rows:
        by_document[row.document].append(row)
    for _, own in sorted(by_document.items()):
        for found in compare_stated(subject, own, relate_offices_within, stage.origin):
            if found.kind is FindingKind.INTERNAL_CONFLICT:
                yield found


def _names(actor: Actor) -> list[Stated[str]]:
    """The fullest name that each document uses, every spelling of it."""
    best: dict[str, list[Evidence]] = defaultdict(list)
    for mention in actor.mentions:
        if mention.kind is NameKind.NAME and _is_bare_name(mention.evidence.quote):
            best[mention.evidence.document].append(mention.evidence)
    found = []
    for document, names in best.items():
        longest = max(len(plain(words.quote).split()) for words in names)
        spellings: dict[str, list[Evidence]] = defaultdict(list)
        for words in names:
            if len(plain(words.quote).split()) == longest:
                spellings[written(words.quote)].append(words)
        for spelling, evidence in spellings.items():
            found.append(Stated(document, evidence[0].quote, spelling, evidence[0].quote, tuple(evidence[:1])))
    return found


def _is_bare_name(words: str) -> bool:
    """Whether no office noun stands in front: "Ambassador Stone" is no given name."""
    return not any(office_head(word) is not None for word in words.split()[:-1])


def _offices(actor: Actor) -> list[Stated[OfficeValue]]:
    found = []
    for office in actor.offices:
        value = office_value(office)
        for words in office.evidence:
            if value.words:
                key = (value.words, value.status)
                found.append(Stated(words.document, office.title, key, value, (words,)))
    return found


def office_value(office: Office) -> OfficeValue:
    """The comparable form of an office: countries by code, synonyms joined, words of status taken out and read."""
    raw = [word for word in re.split(r"[^\w'’.-]+", office.title) if word]
    plain_words = [_country(word) or plain(word) for word in raw]
    text = " ".join(word for word in plain_words if word)
    for number, words in enumerate(SAME_OFFICE):
        for word in words:
            text = re.sub(rf"\b{word}\b", f"office{number}", text)
    tokens = text.split()
    status = office.status
    if status == "current" and set(tokens) & NOT_YET:
        status = "designate"
    elif status == "current" and set(tokens) & NO_LONGER:
        status = "former"
    return OfficeValue(frozenset(tokens) - FILLER - NOT_YET - NO_LONGER, status)


def _country(word: str) -> str | None:
    """ISO code of a country, nationality or capital."""
    bare = word.removesuffix("'s").removesuffix("’s").strip("'’-.")
    found = country_by_name(bare) or country_by_name(word) or country_by_demonym(bare) or country_by_capital(bare)
    return found.code if found is not None and bare[:1].isupper() else None


def relate_offices(one: OfficeValue, two: OfficeValue) -> Relation:
    """The same office (one title may be shorter): same. The same office at another stage (designate,
    former), or different offices: compatible, time passes and a person may have several."""
    shared = one.words & two.words
    shorter = min(len(one.words), len(two.words))
    close = bool(shared) and len(shared) >= max(1, shorter - 1) and _heads(shared)
    if not close:
        return Relation.COMPATIBLE
    return Relation.SAME if one.status == two.status else Relation.COMPATIBLE


def relate_offices_within(one: OfficeValue, two: OfficeValue) -> Relation:
    """As `relate_offices`; inside one document an office cannot be held and not yet held."""
    if one.status != two.status and relate_offices(replace(one, status=two.status), two) is Relation.SAME:
        return Relation.CONFLICT
    return relate_offices(one, two)


def _heads(shared: frozenset[str]) -> bool:
    """Whether the shared words hold the noun of an office, not just "foreign" or "special"."""
    return any(not alike(word, "special") and word not in {"foreign", "special", "deputy", "senior"} for word in shared)
