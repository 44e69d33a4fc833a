"""Uses of encounter words that are no encounter, told by their syntax alone: "called for", "met the target"."""

from communique.extract.encounters.phrase import OBJECTS, SUBJECTS, child, implied_subject, prepositions
from communique.lexicon.encounter import EncounterWords, load_words
from communique.model import Analysis

SIDES = frozenset({"with", "to", "between", "among"})
NAMING = frozenset({"oprd", "attr", "acomp", "ccomp", "xcomp"})
ABOUT = frozenset({"of", "as", "for", "about"})
QUOTES = frozenset({'"', "``", "''", "'", "“", "„", "‘", "«"})
PEOPLE = frozenset({"PERSON", "NORP", "ORG", "GPE"})


def other_sense(analysis: Analysis, token: int, words: EncounterWords, labels: dict[int, str]) -> bool:
    """Whether the word surely names no encounter here.

    Args:
        labels: token -> entity label.
    """
    if analysis.tags[token].startswith("NN"):
        return _other_noun(analysis, token, words, labels)
    return _other_verb(analysis, token, words, labels)


def _other_noun(analysis: Analysis, token: int, words: EncounterWords, labels: dict[int, str]) -> bool:
    lemma, head = analysis.lemmas[token], analysis.heads[token]
    preps = {name for name, _ in prepositions(analysis, token)}
    counted = {analysis.lemmas[goal] for name, goal in prepositions(analysis, token) if name == "of"} & words.nouns.keys()
    held = analysis.deps[token] == "nsubjpass" and analysis.lemmas[head] in {"hold", "convene"}
    if held and not (counted and lemma in words.counting_nouns):
        return False
    if analysis.deps[token] == "compound" and head > token and analysis.lemmas[head] not in words.nouns:
        return analysis.lemmas[head] not in words.table_words
    if lemma == "call":
        return _other_call(analysis, token, words, preps)
    if lemma in words.weak_nouns:
        return not _companioned(analysis, token, words, preps, labels)
    if (
        lemma == "contact"
        and not preps & SIDES
        and not any(analysis.deps[own] == "amod" for own in analysis.children(token))
    ):
        return True
    if labels.get(token) == "ORG" and "of" in preps:
        return True
    if lemma in words.plural_only and analysis.tags[token] in ("NN", "NNP"):
        return not (preps & SIDES or (analysis.lemmas[head] in {"have", "hold"} and analysis.deps[token] in OBJECTS))
    return lemma == "talking" and analysis.deps[token] != "dobj"


def _other_call(analysis: Analysis, token: int, words: EncounterWords, preps: set[str]) -> bool:
    phone = any(analysis.lemmas[own] in words.call_modifiers for own in analysis.children(token))
    if phone:
        return False
    if preps & {"for", "on", "by"} or any(
        analysis.deps[own] in {"acl", "relcl"} and analysis.tags[own] == "VB" for own in analysis.children(token)
    ):
        return True
    above = analysis.lemmas[analysis.heads[token]]
    if analysis.deps[token] in {"nsubj", "nsubjpass"} and above in CALL_EVENTS:
        return False
    light = above in words.light_verbs and analysis.deps[token] in OBJECTS | {"nsubjpass"}
    return not (light or preps & {"with", "between", "to", "from"})


def _companioned(analysis: Analysis, token: int, words: EncounterWords, preps: set[str], labels: dict[int, str]) -> bool:
    """Whether something beside a weak noun shows that sides meet there."""
    goals = {analysis.lemmas[goal] for name, goal in prepositions(analysis, token) if name == "of"}
    if analysis.lemmas[token] in words.counting_nouns and goals & words.nouns.keys():
        return False
    if preps & {"with", "between"}:
        return True
    beside = [own for own in analysis.children(token) if analysis.deps[own] in {"amod", "compound"}]
    if analysis.lemmas[token] == "round" and any(analysis.pos[own] == "PROPN" for own in beside):
        return True
    if analysis.lemmas[token] == "round" and any(
        name == "of" and labels.get(goal) == "GPE" for name, goal in prepositions(analysis, token)
    ):
        return True
    if analysis.lemmas[token] == "trip" and words.status.get(analysis.lemmas[analysis.heads[token]]) in {
        "cancelled",
        "planned",
    }:
        return True
    before = {analysis.lemmas[own] for own in beside}
    if analysis.lemmas[token] in {"trip", "tour"}:
        goals_to = [goal for name, goal in prepositions(analysis, token) if name in {"to", "of"}]
        return any(labels.get(goal) == "GPE" for goal in goals_to)
    return bool(before & words.weak_modifiers)


def _other_verb(analysis: Analysis, token: int, words: EncounterWords, labels: dict[int, str]) -> bool:
    lemma = analysis.lemmas[token]
    below = {analysis.deps[own] for own in analysis.children(token)}
    if analysis.deps[token] in {"amod", "compound"}:
        return True
    preps = {name for name, _ in prepositions(analysis, token)}
    if lemma == "call":
        return _naming(analysis, token, below, preps, labels)
    if lemma == "sit":
        subject = child(analysis, token, "nsubj")
        sides = subject is not None and (
            analysis.tags[subject] in ("NNS", "NNPS") or child(analysis, subject, "conj") is not None
        )
        return not (preps & {"with", "at"} or _followed_by_talk(analysis, token, words) or sides)
    if lemma == "meet":
        return _met_thing(analysis, token, preps, labels)
    if lemma in {"speak", "talk", "chat"}:
        if "prt" in below or analysis.words(token + 1, token + 2) == "past":  # "talked past each other"
            return True
        if any(analysis.lemmas[goal] in words.phone_words for _, goal in prepositions(analysis, token)):
            return False
        return not preps & SIDES and bool(preps & ABOUT or child(analysis, token, *OBJECTS) is not None)
    if lemma in PRIVATE_CALLS and _is_kin(analysis, child(analysis, token, *OBJECTS)):
        return True
    if lemma == "receive" and child(analysis, token, "nsubjpass") is not None and not _at_gate(analysis, token):
        return not is_received(analysis, token, labels)
    if lemma == "receive" and _at_gate(analysis, token):
        return True
    if lemma in {"host", "receive", "contact", "ring"}:
        return not is_human(analysis, child(analysis, token, *OBJECTS), labels)
    if lemma == "visit":
        return _other_visit(analysis, token, labels)
    return lemma == "gather" and "dobj" in below


def is_received(analysis: Analysis, token: int, labels: dict[int, str]) -> bool:
    """ "she was received in the capital by the minister"."""
    hosts = [goal for name, goal in prepositions(analysis, token) if name == "by"]
    guest = child(analysis, token, "nsubjpass")
    return is_human(analysis, guest, labels) and any(is_human(analysis, host, labels) for host in hosts)


def _at_gate(analysis: Analysis, token: int) -> bool:
    """ "was received at the airport by the minister": an arrival, no talk of sides."""
    return any(
        name in {"at", "in", "on"} and analysis.lemmas[goal].lower() in GATES for name, goal in prepositions(analysis, token)
    )


def receives(analysis: Analysis, token: int, labels: dict[int, str]) -> bool:
    """ "the president received the envoy", "the Commission, which received Ms X in Oslo": somebody receives a person by
    name, a delegation or one of rank; not refugees, wounded or guests in number."""
    host = child(analysis, token, *SUBJECTS)
    if host is not None and analysis.tags[host] in {"WP", "WDT"} and analysis.deps[token] == "relcl":
        host = analysis.heads[token]
    guest = child(analysis, token, *OBJECTS)
    if host is None or guest is None or not (is_human(analysis, host, labels) or labels.get(host) in {"ORG", "GPE"}):
        return False
    named = [guest, *(own for own in analysis.children(guest) if analysis.deps[own] == "appos")]
    if any(labels.get(at) == "PERSON" for at in named):
        return True
    return is_human(analysis, guest, labels) and analysis.tags[guest] in ("NN", "NNP")


def _is_kin(analysis: Analysis, token: int | None) -> bool:
    """ "telephoned their families"."""
    if token is None or analysis.lemmas[token] not in KIN:
        return False
    return any(analysis.deps[own] == "poss" and analysis.pos[own] == "PRON" for own in analysis.children(token))


def _other_visit(analysis: Analysis, token: int, labels: dict[int, str]) -> bool:
    """Visits to sights, shops and relatives, and those that name nobody and no place."""
    thing = child(analysis, token, *OBJECTS, "nsubjpass")
    if thing is None:
        return True
    alone = child(analysis, token, *SUBJECTS, "agent") is None
    if alone and analysis.tags[token] == "VB" and analysis.deps[token] == "ROOT":
        return True
    named = labels.get(thing) in {*PEOPLE, "FAC", "LOC"} or analysis.pos[thing] == "PROPN"
    visitor = implied_subject(analysis, token)
    official = visitor is not None and (
        labels.get(visitor) == "PERSON"
        or analysis.pos[visitor] == "PROPN"
        or any(labels.get(at) == "PERSON" for at in analysis.children(visitor) if analysis.deps[at] == "appos")
    )
    return not (named or official or is_human(analysis, thing, labels) or analysis.lemmas[thing] in SEATS)


def _naming(analysis: Analysis, token: int, below: set[str], preps: set[str], labels: dict[int, str]) -> bool:
    """ "called him a liar", "so called", "call for", "called on", "call the meeting"; not "called each other twice"."""
    if each_other(analysis, token):
        return token + 3 < len(analysis) and analysis.pos[token + 3] in {"NOUN", "ADJ", "PROPN", "DET"}
    if below & NAMING or preps & {"for", "on", "upon"} or ("prt" in below and not _phoning(analysis, token)):
        return True
    thing = child(analysis, token, *OBJECTS)
    if thing is not None and thing > token and _is_quoted(analysis, thing + 1):
        return True  # calls the port "a mistake"
    if thing is None:
        return child(analysis, token, "nsubjpass") is not None or not below & {"npadvmod", "prep", "advmod"}
    return not is_human(analysis, thing, labels)


def _is_quoted(analysis: Analysis, token: int) -> bool:
    return token < len(analysis) and analysis.word(token) in QUOTES


def each_other(analysis: Analysis, token: int) -> bool:
    """Whether "each other" or "one another" stands right after a verb."""
    return " ".join(analysis.lemmas[token + 1 : token + 3]) in {"each other", "one another"}


def _phoning(analysis: Analysis, token: int) -> bool:
    return any(analysis.deps[own] == "prt" and analysis.lemmas[own] in {"up", "back"} for own in analysis.children(token))


def _followed_by_talk(analysis: Analysis, token: int, words: EncounterWords) -> bool:
    goals = {analysis.lemmas[goal] for _, goal in prepositions(analysis, token)}
    acts = {analysis.lemmas[own] for own in analysis.children(token) if analysis.deps[own] in {"advcl", "xcomp", "conj"}}
    return bool(goals & words.nouns.keys() or acts & words.verbs.keys())


def _met_thing(analysis: Analysis, token: int, preps: set[str], labels: dict[int, str]) -> bool:
    """ "met the criteria", "was met by silence"."""
    thing = child(analysis, token, *OBJECTS)
    if thing is not None and not is_human(analysis, thing, labels) and "with" not in preps:
        return True
    if child(analysis, token, "nsubjpass") is not None and preps & {"by", "with"}:
        return True
    goals = [goal for name, goal in prepositions(analysis, token) if name == "with"]
    return (
        bool(goals)
        and thing is None
        and not any(is_human(analysis, goal, labels) or analysis.tags[goal] == "NNS" for goal in goals)
        and any(analysis.lemmas[goal].endswith(ABSTRACT_ENDINGS) for goal in goals)
    )


def is_human(analysis: Analysis, token: int | None, labels: dict[int, str]) -> bool:
    """Whether a phrase is headed by somebody: a name, a person pronoun, an office, a nation."""
    if token is None:
        return False
    if labels.get(token) in PEOPLE or analysis.pos[token] == "PROPN":
        return True
    if analysis.pos[token] == "PRON":
        return analysis.word(token).lower() in load_words().pronouns or analysis.lemmas[token] in load_words().pronouns
    return analysis.lemmas[token].endswith(HUMAN_ENDINGS) or analysis.lemmas[token] in load_words().human_nouns


PRIVATE_CALLS = frozenset({"call", "phone", "telephone", "ring", "contact"})
GATES = frozenset({"airport", "station", "airfield", "airbase", "tarmac", "border", "port", "quay"})
KIN = frozenset(["family", "relative", "wife", "husband", "mother", "father", "parent", "child", "brother", "sister"])
SEATS = frozenset({"capital", "country", "headquarters", "region"})
CALL_EVENTS = frozenset({"take", "occur", "happen", "last", "precede", "follow"})
ABSTRACT_ENDINGS = ("ance", "ion", "ess", "ence", "ity", "ism", "val", "ure", "end")
HUMAN_ENDINGS = ("er", "or", "ist", "man", "woman", "men", "ian", "ant", "person", "people", "crat")
