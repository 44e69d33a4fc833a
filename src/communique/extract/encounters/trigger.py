"""Which words name an encounter: "met", "held talks", not "met the demand", "called for", "the talks page".

Candidates are the words of the lexicon; a logistic model over their syntax decides (FrameNet 1.5 lexical units and
QANom nouns taught it which uses are encounters).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.encounters.model import probabilities
from communique.extract.encounters.phrase import OBJECTS, SUBJECTS, child, entity_labels, prepositions
from communique.extract.encounters.sense import each_other, is_human, is_received, other_sense, receives
from communique.lexicon.encounter import EncounterWords, load_weights, load_words
from communique.model import Analysis, Span

PEOPLE = frozenset({"PERSON", "NORP", "ORG", "GPE"})
HELD = frozenset({"hold", "convene"})
BY_WIRE = frozenset({"call", "phone", "telephone", "ring"})
SITTING = frozenset({"down", "together"})
THRESHOLD = 0.45
UNSEEN = 0.6  # words that the training texts never show: the sense rules alone decide


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an encounter. `span` holds it with a "phone" before or an "up", "down" after it."""

    token: int
    span: Span
    lemma: str
    noun: bool
    confidence: float


def find_triggers(analysis: Analysis, threshold: float = THRESHOLD) -> tuple[Trigger, ...]:
    """The triggers of a text, in text order."""
    words, weights = load_words(), load_weights("trigger")
    labels = entity_labels(analysis)
    yes = weights.labels.index("yes")
    found = []
    for token in candidates(analysis, words, labels):
        features = trigger_features(analysis, token, words, labels)
        share = probabilities(weights, features)[yes]
        if features[1] not in weights.rows or analysis.lemmas[token] in words.weak_nouns:
            share = UNSEEN
        elif is_sure(analysis, token, words, labels):
            share = max(share, UNSEEN)
        if share >= threshold:
            found.append(make_trigger(analysis, token, words, round(share, 3)))
    talks = any(own.noun and own.lemma in words.nouns and own.lemma not in words.counting_nouns for own in found)
    return tuple(own for own in found if talks or own.lemma not in words.counting_nouns or _says_more(analysis, own.token))


def _says_more(analysis: Analysis, token: int) -> bool:
    """Whether a "round" in a text that speaks of no talks is still one of sides: not the sixth round of a fight."""
    return any(name in {"with", "between"} for name, _ in prepositions(analysis, token))


def candidates(analysis: Analysis, words: EncounterWords, labels: dict[int, str]) -> Iterator[int]:
    """Tokens whose lemma is a word of encounters in that part of speech, unless their syntax shows another sense."""
    for token, lemma in enumerate(analysis.lemmas):
        if is_noun(analysis, token):
            known = lemma in words.nouns and not _part_of_phone(analysis, token, words)
        else:
            known = analysis.tags[token].startswith("VB") and lemma in words.verbs and _complete(analysis, token)
            known = known or sees_each_other(analysis, token, labels)
        if known and not other_sense(analysis, token, words, labels):
            yield token


def sees_each_other(analysis: Analysis, token: int, labels: dict[int, str]) -> bool:
    """ "the two chiefs will see each other in Oslo"."""
    if analysis.lemmas[token] != "see" or not analysis.tags[token].startswith("VB"):
        return False
    return each_other(analysis, token) and is_human(analysis, child(analysis, token, "nsubj"), labels)


def _complete(analysis: Analysis, token: int) -> bool:
    """Whether "sit" is "sit down" or "sit together"."""
    return analysis.lemmas[token] != "sit" or any(analysis.lemmas[own] in SITTING for own in analysis.children(token))


def is_sure(analysis: Analysis, token: int, words: EncounterWords, labels: dict[int, str]) -> bool:
    """ "spoke by telephone", "a telephone conversation", "met the envoy", "a contact was held": uses that need no model."""
    lemma = analysis.lemmas[token]
    if is_noun(analysis, token):
        by_phone = any(analysis.lemmas[own] in words.phone_words for own in analysis.children(token))
        was_held = analysis.deps[token] == "nsubjpass" and analysis.lemmas[analysis.heads[token]] in HELD
        return was_held or (by_phone and lemma in {"call", "conversation"})
    goals = prepositions(analysis, token)
    if lemma in {"speak", "talk"}:
        return any(analysis.lemmas[goal] in words.phone_words for _, goal in goals)
    if lemma == "receive":
        return is_received(analysis, token, labels) or receives(analysis, token, labels)
    sides = [child(analysis, token, *OBJECTS), *(goal for name, goal in goals if name == "with")]
    if lemma == "sit":
        return any(analysis.lemmas[own] == "together" for own in analysis.children(token))
    if lemma in BY_WIRE and each_other(analysis, token):
        return True
    return lemma == "meet" and any(is_human(analysis, at, labels) for at in sides if at is not None)


def is_noun(analysis: Analysis, token: int) -> bool:
    """Whether a token is tagged as a noun."""
    return analysis.tags[token].startswith("NN")


def _part_of_phone(analysis: Analysis, token: int, words: EncounterWords) -> bool:
    head = analysis.heads[token]
    phone = analysis.lemmas[token] in words.phone_words
    return phone and analysis.deps[token] == "compound" and analysis.lemmas[head] in words.nouns


def make_trigger(analysis: Analysis, token: int, words: EncounterWords, share: float) -> Trigger:
    """The trigger at a token; `share` is the probability that it names an encounter."""
    first, last = token, token + 1
    noun = is_noun(analysis, token)
    if noun and token and analysis.lemmas[token - 1] in words.phone_words and analysis.heads[token - 1] == token:
        first = token - 1
    if not noun and last < len(analysis) and analysis.deps[last] == "prt" and analysis.heads[last] == token:
        last += 1
    return Trigger(token, analysis.span(first, last), analysis.lemmas[token], noun, share)


def trigger_features(analysis: Analysis, token: int, words: EncounterWords, labels: dict[int, str]) -> list[str]:
    """What the model looks at, as names."""
    lemma, head = analysis.lemmas[token], analysis.heads[token]
    part = "n" if is_noun(analysis, token) else "v"
    strong = "weak" if lemma in (words.weak_nouns if part == "n" else words.weak_verbs) else "strong"
    base = [f"bias:{part}", f"word:{lemma}:{part}", f"strength:{strong}:{part}"]
    base.append(f"entity:{labels.get(token, '-')}:{part}")
    found = _noun_features(analysis, token, words) if part == "n" else _verb_features(analysis, token, labels)
    found.append(f"dep:{analysis.deps[token]}")
    found.append(f"tag:{analysis.tags[token]}")
    found += [f"next:{_near(analysis, token, 1)}", f"last:{_near(analysis, token, -1)}"]
    if part == "n":
        found.append(f"head:{analysis.lemmas[head] if analysis.lemmas[head] in words.light_verbs else analysis.pos[head]}")
    paired = [f"{name}|{lemma}:{part}" for name in found]
    classed = [f"{name}|{strong}:{part}" for name in found]
    return list(dict.fromkeys(base + [f"{name}|{part}" for name in found] + classed + paired))


def _near(analysis: Analysis, token: int, step: int) -> str:
    at = token + step
    if not 0 <= at < len(analysis) or analysis.sentence_of[at] != analysis.sentence_of[token]:
        return "edge"
    return analysis.lemmas[at] if analysis.pos[at] in {"ADP", "PART", "DET", "SCONJ", "PUNCT"} else analysis.pos[at]


def _noun_features(analysis: Analysis, token: int, words: EncounterWords) -> list[str]:
    found = []
    for own in analysis.children(token):
        label = analysis.deps[own]
        if label in {"compound", "amod", "nmod"}:
            kind = "phone" if analysis.lemmas[own] in words.phone_words else analysis.pos[own]
            found.append(f"mod:{kind}")
            if analysis.lemmas[own] in words.public_modifiers:
                found.append("mod:public")
        elif label in {"det", "poss", "nummod", "relcl", "acl"}:
            found.append(f"has:{label}")
    found += [f"prep:{name}" for name, _ in prepositions(analysis, token)]
    if analysis.deps[token] in {"compound", "nmod"}:
        found.append(f"of:{analysis.lemmas[analysis.heads[token]]}")
    if analysis.deps[token] == "pobj":
        found.append(f"under:{analysis.lemmas[analysis.heads[token]]}")
    return found


def _verb_features(analysis: Analysis, token: int, labels: dict[int, str]) -> list[str]:
    found = [f"has:{label}" for label in sorted({analysis.deps[own] for own in analysis.children(token)} - {"punct", "aux"})]
    subject, thing = child(analysis, token, *SUBJECTS), child(analysis, token, *OBJECTS)
    found.append(f"subject:{_sort(analysis, subject, labels)}")
    found.append(f"object:{_sort(analysis, thing, labels)}")
    preps = prepositions(analysis, token)
    found += [f"prep:{name}:{_sort(analysis, goal, labels)}" for name, goal in preps]
    found += [f"prep:{name}" for name, _ in preps]
    if not preps:
        found.append("prep:none")
    sides = sum(
        _sort(analysis, at, labels) in {"person", "human", "plural", "name"}
        for at in (subject, thing, *(goal for _, goal in preps))
    )
    found.append(f"sides:{min(sides, 2)}")
    return found


def _sort(analysis: Analysis, token: int | None, labels: dict[int, str]) -> str:
    """A rough class of a phrase by its head: person, name, plural, time, thing."""
    if token is None:
        return "none"
    label = labels.get(token)
    if label == "PERSON" or {analysis.lemmas[token], analysis.word(token).lower()} & load_words().pronouns:
        return "person"
    if label in PEOPLE or (analysis.pos[token] == "PROPN" and label is None):
        return "name"
    if label in {"DATE", "TIME"}:
        return "time"
    if analysis.pos[token] == "PRON":
        return "pronoun"
    if is_human(analysis, token, labels):
        return "human"
    return "plural" if analysis.tags[token] == "NNS" else "thing"
