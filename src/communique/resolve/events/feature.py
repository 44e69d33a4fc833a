"""Named features of a pair of event mentions."""

from collections.abc import Sequence
from math import inf

from communique.lexicon.event_word import is_learned_pair, relation
from communique.resolve.events.mention import EventMention, Story, cosine

SLOTS = ("subject", "object", "phrase", "modifier", "governor")
DOCUMENT_EDGES = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7)
NAME_EDGES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7)
SENTENCE_EDGES = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8)
COMMON = frozenset("say tell report announce be have do make take go come get give call it event that this".split())


def level(value: float, edges: Sequence[float]) -> int:
    """How many of the edges lie below a value."""
    return sum(value > edge for edge in edges)


def shared(one: frozenset[str], two: frozenset[str]) -> float:
    """Share of the smaller set that the larger holds; -1 where one is empty."""
    return len(one & two) / min(len(one), len(two)) if one and two else -1.0


def share_name(one: frozenset[str], two: frozenset[str], edges: Sequence[float]) -> str:
    """The share as a name: "n" for unknown, else a level."""
    value = shared(one, two)
    return "n" if value < 0 else str(level(value, edges))


def word_relation(one: EventMention, two: EventMention) -> str:
    """How the words of two mentions relate."""
    if one.lemma == two.lemma:
        return "lemma"
    if one.head == two.head:
        return "head"
    named = relation(one.lemma, two.lemma)
    if named == "synonym":
        return "synonym"
    if is_learned_pair(one.lemma, two.lemma):
        return "learned"
    if one.words & two.words:
        return "overlap"
    if named == "sense":
        return "sense"
    if named in ("kind", "sibling"):
        return "kind"
    return "prefix" if one.lemma[:4] == two.lemma[:4] and len(one.lemma) > 4 else "none"


def pair_features(story: Story, one: EventMention, two: EventMention) -> list[str]:
    """What the model looks at, as names; the order of the two does not matter."""
    word = word_relation(one, two)
    same = one.document == two.document
    found = _texts(story, one, two, word, same)
    found += _arguments(one, two, word, found[-1])
    found += _circumstances(one, two, word, same)
    found += _story(story, one, two, word)
    return list(dict.fromkeys(found))


def _texts(story: Story, one: EventMention, two: EventMention, word: str, same: bool) -> list[str]:
    """Similarity of documents and sentences; the last feature is the sentence level alone."""
    first, second = story.documents[one.document], story.documents[two.document]
    about = "S" if same else str(level(cosine(first[0], second[0]), DOCUMENT_EDGES))
    names = "S" if same else str(level(cosine(first[1], second[1]), NAME_EDGES))
    sentence = level(cosine(one.terms, two.terms), SENTENCE_EDGES)
    rare = level(min(one.rarity, two.rarity), (1, 2, 3, 4, 5))
    coarse = about if same else str(min(int(about), 5))
    common = one.lemma in COMMON
    return [
        f"word:{word}", f"about:{about}", f"names:{names}", f"word:{word}|sentence:{sentence}", f"word:{word}|about:{about}",
        f"word:{word}|same:{same}", f"sentence:{sentence}|about:{about}", f"word:{word}|sentence:{sentence}|about:{coarse}",
        f"text:{one.text == two.text}|{word}", f"part:{'+'.join(sorted((one.part, two.part)))}|{word}",
        f"rare:{rare}|{word}", f"rare:{rare}|{word}|{min(sentence, 6)}", f"rare:{rare}|{word}|{about}",
        f"common:{common}|{word}|{sentence}",
        *([f"one sentence|{word}"] if same and one.sentence == two.sentence else []),
        f"sentence:{sentence}",
    ]  # fmt: skip


def _arguments(one: EventMention, two: EventMention, word: str, sentence: str) -> list[str]:
    found, agree, differ = [], 0, 0
    nothing: frozenset[str] = frozenset()
    for slot in SLOTS:
        left, right = one.arguments.get(slot, nothing), two.arguments.get(slot, nothing)
        value = shared(left, right)
        agree += value > 0
        differ += value == 0
        name = share_name(left, right, (0, 0.3, 0.6))
        found += [f"{slot}:{name}", f"{slot}:{name}|{word}"]
    left, right = (frozenset().union(*own.arguments.values()) for own in (one, two))
    name = share_name(left, right, (0, 0.2, 0.4, 0.7))
    return [*found, f"arguments:{name}|{word}", f"arguments:{name}|{word}|{sentence}", f"agree:{agree}|{differ}|{word}"]


def _circumstances(one: EventMention, two: EventMention, word: str, same: bool) -> list[str]:
    found = []
    for name in ("times", "numbers", "names"):
        value = share_name(getattr(one, name), getattr(two, name), (0, 0.3, 0.6))
        found += [f"{name}:{value}|{word}", f"{name}:{value}|{word}|{same}"]
    latest = level(max(one.place, two.place), (0.1, 0.3, inf))
    tags = "+".join(sorted((one.tag, two.tag)))
    opening = (one.sentence < 2) + (two.sentence < 2)
    return [
        *found, f"place:{latest}|{word}", f"negated:{one.negated == two.negated}", f"modal:{one.modal == two.modal}",
        f"tags:{tags}|{word}", f"opening:{opening}|{word}",
    ]  # fmt: skip


def _story(story: Story, one: EventMention, two: EventMention, word: str) -> list[str]:
    """How the words of the two behave over the story: two that stand side by side are two events."""
    left, right = one.lemma, two.lemma
    homes = story.homes
    found = []
    if left != right:
        beside = level(max(0.0, shared(story.sentences[left], story.sentences[right])), (0, 0.1, 0.3))  # type: ignore[arg-type]
        together = level(max(0.0, shared(homes[left], homes[right])), (0, 0.3, 0.6))
        alike = level(cosine(story.contexts[left], story.contexts[right]), (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7))
        found = [
            f"beside:{beside}|{word}", f"together:{together}|{word}", f"alike:{alike}|{word}",
            f"alike:{alike}|{min(beside, 2)}|{word}",
        ]  # fmt: skip
    spread = level(min(len(homes[left]), len(homes[right])) / max(1, story.size), (0.05, 0.1, 0.2, 0.4, 0.6))
    often = level(max(story.counts[own] / len(homes[own]) for own in (left, right)), (1.2, 1.6, 2.5))
    return [*found, f"spread:{spread}|{word}", f"often:{often}|{word}"]
