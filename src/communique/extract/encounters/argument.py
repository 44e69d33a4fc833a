"""Who, when, where, about what and how long: the phrases around a trigger that fill its roles.

Candidates are phrases of the trigger's sentence within a few steps of the syntax tree; a logistic model over the path
between the two gives each a role or none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.encounters.model import probabilities
from communique.extract.encounters.phrase import NOMINAL, carrier, implied_subject, path, phrase_span
from communique.extract.encounters.sense import is_human
from communique.extract.encounters.trigger import Trigger
from communique.lexicon.encounter import EncounterWords, Weights, load_weights, load_words
from communique.model import Analysis, Span

ROLES = ("participants", "times", "places", "topics", "durations")
REACH = 6
CUT = frozenset({"relcl", "acl", "advcl", "punct", "prep", "npadvmod", "cc"})
CLAUSE_MARKS = frozenset(["when", "after", "before", "while", "as", "until", "since", "once", "during", "following"])


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase that fills a role of a trigger; `token` is its head."""

    role: str
    token: int
    span: Span
    confidence: float


def find_arguments(
    analysis: Analysis, trigger: Trigger, labels: dict[int, str], others: frozenset[int]
) -> tuple[Argument, ...]:
    """The arguments of a trigger in its sentence, in text order; no two overlap.

    Args:
        labels: token -> entity label.
        others: tokens of the other triggers of the text.
    """
    words, weights = load_words(), load_weights("argument")
    found = []
    for token, steps in argument_candidates(analysis, trigger.token):
        features = argument_features(analysis, trigger, token, steps, (words, labels, others))
        shares = probabilities(weights, features)
        role, share = best_role(weights, shares)
        if role is not None and not (role == "participants" and analysis.lemmas[token] in THINGS):
            found.append(Argument(role, token, argument_span(analysis, trigger.token, token), round(share, 3)))
    return _apart(found, trigger)


def best_role(weights: Weights, shares: tuple[float, ...]) -> tuple[str | None, float]:
    """The likeliest role, or None where none is likelier by far; and its share. What a miss costs differs by role."""
    rows = dict(zip(weights.labels, shares, strict=True))
    none = rows.pop("none")
    role = max(sorted(rows), key=lambda name: rows[name])
    return (role, rows[role]) if rows[role] > BIAS.get(role, USUAL_BIAS) * none else (None, none)


BIAS = {"participants": 0.75}
USUAL_BIAS = 0.55
THINGS = frozenset({"it", "this", "that", "something", "anything", "nothing", "everything"})


def _apart(found: list[Argument], trigger: Trigger) -> tuple[Argument, ...]:
    kept: list[Argument] = []
    for own in sorted(found, key=lambda own: (-own.confidence, own.span)):
        if not own.span.overlaps(trigger.span) and not any(own.span.overlaps(other.span) for other in kept):
            kept.append(own)
    return tuple(sorted(kept, key=lambda own: own.span))


def argument_candidates(analysis: Analysis, trigger: int) -> Iterator[tuple[int, tuple[tuple[str, int], ...]]]:
    """(head token, path from the trigger) of phrases in the trigger's sentence that may fill a role."""
    first, last = analysis.sentences[analysis.sentence_of[trigger]]
    for token in range(max(first, trigger - 60), min(last, trigger + 60)):
        if token == trigger or not _may_fill(analysis, trigger, token):
            continue
        steps = path(analysis, trigger, token, REACH)
        if steps is not None:
            yield token, steps


def _may_fill(analysis: Analysis, trigger: int, token: int) -> bool:
    label, pos = analysis.deps[token], analysis.pos[token]
    own = analysis.heads[token] == trigger
    if label in {"compound", "amod", "nmod", "nummod", "poss"}:
        return own or (label == "poss" and pos in NOMINAL)
    if label == "conj":
        return False
    if pos in NOMINAL:
        return label not in {"expl", "nmod", "meta"} or own
    if label == "advmod" and pos == "ADV":
        return own or analysis.pos[analysis.heads[token]] in {"VERB", "AUX"}
    if label == "pcomp":
        return True
    return label == "advcl" and any(
        analysis.deps[below] in {"mark", "advmod"} and analysis.lemmas[below] in CLAUSE_MARKS
        for below in analysis.children(token)
    )


def argument_span(analysis: Analysis, trigger: int, token: int) -> Span:
    """Characters of the phrase: its own words, coordinated ones and "of" phrases, without clauses and other prepositions."""
    line = {trigger, *analysis.ancestors(trigger)}
    stops = set()
    for below in analysis.subtree(token):
        label = analysis.deps[below]
        if (below in line and below != token) or (
            label in CUT
            and analysis.tags[below] != "HYPH"
            and not (label == "prep" and analysis.lemmas[below] in {"of", "between"})
            and not _inner(analysis, below, token)
        ):
            stops.add(below)
    return phrase_span(analysis, token, frozenset(stops))


def _inner(analysis: Analysis, below: int, token: int) -> bool:
    """Commas and conjunctions inside a coordination stay."""
    if analysis.deps[below] not in {"punct", "cc"}:
        return False
    return any(
        later > below and analysis.deps[later] in {"conj", "appos"} for later in analysis.children(analysis.heads[below])
    )


Context = tuple[EncounterWords, dict[int, str], frozenset[int]]


def argument_features(
    analysis: Analysis, trigger: Trigger, token: int, steps: tuple[tuple[str, int], ...], context: Context
) -> list[str]:
    """What the model looks at, as names."""
    words, labels, others = context
    part = "n" if trigger.noun else "v"
    family = (words.nouns if trigger.noun else words.verbs).get(trigger.lemma, "-")
    full = ">".join(_step(analysis, name, at, words, others) for name, at in steps)
    plain = ">".join(name for name, _ in steps)
    sort = phrase_sort(analysis, token, labels)
    prep = governor(analysis, token)
    side = "after" if token > trigger.token else "before"
    found = [
        f"path:{full}", f"plain:{plain}", f"first:{steps[0][0]}", f"length:{len(steps)}", f"prep:{prep}",
        f"dep:{analysis.deps[token]}", f"side:{side}",
    ]  # fmt: skip
    found += [f"crossed:{any(at in others for _, at in steps[:-1])}"]
    found.append(f"control:{_control(analysis, trigger, token, words)}")
    ups = [name for name, _ in steps if name[0] == "^"]
    downs = [name for name, _ in steps if name[0] == "_"]
    found += [f"up:{'>'.join(ups)}", f"down:{'>'.join(downs)}", f"turns:{len(ups)}:{len(downs)}"]
    made = [f"{name}|{part}" for name in found] + [f"{name}|{sort}|{part}" for name in found]
    made += [f"sort:{sort}", f"sort:{sort}|{family}", f"prep:{prep}|{family}|{sort}", f"path:{full}|{trigger.lemma}"]
    made += [f"head:{analysis.lemmas[token]}", f"head:{analysis.lemmas[token]}|{analysis.deps[token]}"]
    made += [f"path:{full}|{sort}|{family}"]
    return list(dict.fromkeys(made))


def _control(analysis: Analysis, trigger: Trigger, token: int, words: EncounterWords) -> str:
    """How a phrase is the implied subject of the trigger, or of the verb that carries the trigger noun."""
    if not trigger.noun:
        return "verb" if implied_subject(analysis, trigger.token) == token else "-"
    verb = carrier(analysis, trigger.token)
    if verb is None or implied_subject(analysis, verb) != token:
        return "-"
    role = governor(analysis, trigger.token) if analysis.deps[trigger.token] == "pobj" else analysis.deps[trigger.token]
    return f"{'light' if analysis.lemmas[verb] in words.light_verbs else 'other'}:{role}"


def _step(analysis: Analysis, name: str, at: int, words: EncounterWords, others: frozenset[int]) -> str:
    if at in others:
        return name + ":TRIGGER"
    if analysis.pos[at] == "ADP":
        return name + ":" + analysis.lemmas[at]
    if analysis.pos[at] in {"VERB", "AUX"}:
        if analysis.lemmas[at] in words.light_verbs:
            return name + ":LIGHT"
        if analysis.lemmas[at] in words.event_verbs:
            return name + ":EVENT"
        return name + ":VERB"
    return name


def governor(analysis: Analysis, token: int) -> str:
    """The preposition above a phrase, or "-"; for a clause its mark."""
    head = analysis.heads[token]
    if analysis.deps[token] in {"pobj", "pcomp"}:
        return analysis.lemmas[head]
    if analysis.deps[token] == "advcl":
        return next(
            (analysis.lemmas[own] for own in analysis.children(token) if analysis.deps[own] in {"mark", "advmod"}), "-"
        )
    return "-"


def phrase_sort(analysis: Analysis, token: int, labels: dict[int, str]) -> str:
    """A rough class of a phrase by its head."""
    label = labels.get(token)
    if label in {"DATE", "TIME"}:
        return "time"
    if analysis.lemmas[token] in load_words().time_words:
        return "time"
    if analysis.lemmas[token] in load_words().time_adjectives:
        return "timely"
    if label in {"PERSON", "NORP", "ORG"}:
        return label.lower()
    if label in {"GPE", "LOC", "FAC"}:
        return "place"
    if analysis.pos[token] == "PRON":
        return "human" if is_human(analysis, token, labels) else "pronoun"
    if analysis.pos[token] in {"VERB", "AUX"}:
        return "clause"
    if is_human(analysis, token, labels):
        return "name" if analysis.pos[token] == "PROPN" else "human"
    if analysis.pos[token] in {"ADV", "ADJ"}:
        return analysis.pos[token].lower()
    return "plural" if analysis.tags[token] == "NNS" else "thing"
