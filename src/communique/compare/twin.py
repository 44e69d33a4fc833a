"""Things that were kept apart and look alike in all but one point: two documents may mean one and give it differently.

Resolving errs on the side of keeping apart; here the reader is told that the documents do not fit together if it is one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from communique.compare.actor import office_value
from communique.compare.encounter import FUTURE
from communique.compare.stage import Stage
from communique.compare.stated import Relation, Subject, make_finding
from communique.compare.values import plain, relate_names, relate_places, sound, sounds_alike
from communique.lexicon import calendar
from communique.model import (
    Actor,
    ActorKind,
    Encounter,
    EncounterMention,
    Evidence,
    Finding,
    FindingKind,
    FindingValue,
    NameKind,
)

FEWEST_PEOPLE = 2
NEAREST_DAYS = 3
MOST_ALIKE = 30


def compare_twin_encounters(encounters: Sequence[Encounter], stage: Stage) -> Iterator[Finding]:
    """Encounters of the same people and kind, each in documents of its own, that differ in the day (by three at most) or,
    on one day, in the city. Plans are left out: they are moved."""
    groups: dict[tuple[str, ...], list[Encounter]] = defaultdict(list)
    for own in sorted(encounters, key=lambda found: found.id):
        people = tuple(sorted({found.actor for found in own.participants if found.present}))
        if len(people) >= FEWEST_PEOPLE and own.date is not None and own.status not in FUTURE and own.part_of is None:
            groups[(own.kind.value, *people)].append(own)
    for members in groups.values():
        for number, one in enumerate(members[:MOST_ALIKE]):
            for two in members[number + 1 : MOST_ALIKE]:
                found = _twins(one, two, stage)
                if found is not None:
                    yield found


def _twins(one: Encounter, two: Encounter, stage: Stage) -> Finding | None:
    if _documents(one) & _documents(two) or one.date is None or two.date is None:
        return None
    if {one.date.precision, two.date.precision} != {"day"} or one.date.window or two.date.window:
        return None
    days = calendar.distance(one.date, two.date)
    places = relate_places(one.place, two.place) if one.place is not None and two.place is not None else None
    if days == 0 and places is Relation.CONFLICT:
        return _told(one, two, "place", stage)
    if days is not None and 0 < days <= NEAREST_DAYS and places in (Relation.SAME, None):
        return _told(one, two, "date", stage)
    return None


def _documents(own: Encounter) -> set[str]:
    return {mention.document for mention in own.mentions}


def _told(one: Encounter, two: Encounter, attribute: str, stage: Stage) -> Finding | None:
    values = tuple(_value(own, attribute) for own in (one, two))
    if not all(own.evidence for own in values):
        return None
    subject = Subject("encounter", one.id, f"{one.label} / {two.label}", attribute, attribute)
    return make_finding(subject, FindingKind.CONFLICT, values, stage.origin)


def _value(own: Encounter, attribute: str) -> FindingValue:
    if attribute == "date":
        shown = own.date.edtf if own.date is not None else None
    else:
        shown = own.place.city or own.place.country if own.place is not None else None
    words = [part for mention in own.mentions for part in _words(mention, attribute)]
    return FindingValue(shown or "", tuple(dict.fromkeys(words)))


def _words(mention: EncounterMention, attribute: str) -> tuple[Evidence, ...]:
    if attribute == "date":
        return mention.date.evidence if mention.date is not None else ()
    return mention.place.evidence if mention.place is not None else ()


def compare_twin_actors(actors: Sequence[Actor], stage: Stage) -> Iterator[Finding]:
    """Persons of one office, each in documents of its own, of one family name with given names that do not fit, or of
    names that sound alike."""
    groups: dict[tuple[str, frozenset[str]], list[Actor]] = defaultdict(list)
    for own in sorted(actors, key=lambda found: found.id):
        names = _name_words(own)
        if own.kind is ActorKind.PERSON and len(names) > 1:
            for words in sorted({office_value(office).words for office in own.offices}, key=sorted):
                if len(words) > 1:  # "the minister" may be anybody, the president's wife is called by his name
                    groups[names[-1], words].append(own)
                    groups[sound(names[0])[:2] + " " + sound(names[-1])[:2], words].append(own)
    seen = set()
    for members in groups.values():
        for number, one in enumerate(members[:MOST_ALIKE]):
            for two in members[number + 1 : MOST_ALIKE]:
                if (one.id, two.id) not in seen and _one_office_two_names(one, two):
                    seen.add((one.id, two.id))
                    values = (_name_value(one), _name_value(two))
                    subject = Subject("actor", one.id, f"{values[0].value} / {values[1].value}", "name", "name")
                    yield make_finding(subject, FindingKind.CONFLICT, values, stage.origin)


def _one_office_two_names(one: Actor, two: Actor) -> bool:
    if one.country and two.country and one.country != two.country:
        return False
    left, right = ({mention.evidence.document for mention in own.mentions} for own in (one, two))
    if left & right:
        return False
    names = " ".join(_name_words(one)), " ".join(_name_words(two))
    return relate_names(*names) is Relation.CONFLICT or (names[0] != names[1] and sounds_alike(*names))


def _name_words(own: Actor) -> list[str]:
    """The words of the fullest name that the documents use; a title may stand for it as the name of the actor."""
    names = [plain(found.evidence.quote).split() for found in own.mentions if found.kind is NameKind.NAME]
    return max(names, key=len, default=plain(own.name).split())


def _name_value(own: Actor) -> FindingValue:
    full = _name_words(own)
    names = [m.evidence for m in own.mentions if m.kind is NameKind.NAME and plain(m.evidence.quote).split() == full]
    words = tuple(names[:3]) or tuple(found.evidence for found in own.mentions[:1])
    return FindingValue(" ".join(words[0].quote.split()), words)
