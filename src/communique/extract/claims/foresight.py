"""Where a text foresees something: the clause, what kind of forecast it is, and who foresees."""

from collections.abc import Iterator

from communique.extract.claims.appointment import by_appointment
from communique.extract.claims.arrangement import by_arrangement, has_day, overtaken
from communique.extract.claims.clause import children, is_negated
from communique.extract.claims.foreseen import Foresight, clause_of, is_ahead_of
from communique.extract.claims.foresight_mind import by_mind
from communique.extract.claims.foresight_modal import by_modal
from communique.extract.claims.foresight_verb import by_verb
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import Speech, is_first_person
from communique.lexicon.forecast import forecast_words
from communique.lexicon.stance import stance_words
from communique.model import Analysis

OWN_MIND = frozenset({"hope", "fear", "threat"})
OVERTAKEN = frozenset({"originally", "initially", "once", "previously"})
UNCLEAR = frozenset({"clear", "unclear", "uncertain", "unknown", "open", "question", "unsure"})
STATES = frozenset(
    {"be", "have", "want", "know", "think", "need", "hope", "believe", "like", "see", "feel", "mean", "agree"}
)


def find_foresights(analysis: Analysis, parties: Parties, speech: Speech) -> Iterator[Foresight]:
    """Forecasts in text order; a clause inside another forecast's words is not used again."""
    reach = 0
    for token in range(len(analysis)):
        if token < reach:
            continue
        found = (
            by_verb(analysis, parties, speech, token)
            or by_mind(analysis, parties, token)
            or _by_predicate(analysis, token)
            or _by_noun(analysis, parties, token)
            or by_appointment(analysis, parties, token)
            or by_arrangement(analysis, token)
            or _by_condition(analysis, speech, token)
            or _unless(analysis, speech, token)
            or by_modal(analysis, parties, speech, token)
        )
        if found is not None and not is_unclear(analysis, found.head):
            reach = found.last
            yield found


def is_unclear(analysis: Analysis, verb: int) -> bool:
    """ "it is not clear whether they will meet": nobody foresees it."""
    for at in (verb, *analysis.ancestors(verb)):
        marks = {analysis.lemmas[own] for own in children(analysis, at, ("mark",))}
        above = analysis.heads[at]
        if marks & {"if", "whether"} and analysis.deps[at] in ("ccomp", "advcl", "acl"):
            words = {analysis.lemmas[above], *(analysis.lemmas[own] for own in children(analysis, above, ("acomp", "attr")))}
            return bool(words & UNCLEAR)
    return False


def _by_predicate(analysis: Analysis, token: int) -> Foresight | None:
    """ "is expected to", "is due to", "it is unlikely that"."""
    word, tag = analysis.word(token).lower(), analysis.tags[token]
    kind = forecast_words().predicates.get(word)
    if kind is None or tag not in ("JJ", "VBN", "VBD", "IN", "RB"):
        return None
    verb = token if children(analysis, token, ("auxpass",)) else analysis.heads[token]
    if verb != token and (
        analysis.lemmas[verb] not in ("be", "seem", "appear", "look", "remain")
        or analysis.deps[token] not in ("acomp", "oprd", "attr", "prep")
    ):
        return None
    if _other_sense(analysis, token, verb, word) or (kind == "plan" and overtaken(analysis, verb)):
        return None
    clauses = [
        child
        for at in (token, verb)
        for child in children(analysis, at, ("xcomp", "ccomp", "advcl", "csubj", "pcomp"))
        if child > token
    ]
    dated = (
        kind == "plan"
        and word in ("scheduled", "planned", "due", "pencilled", "penciled", "slated")
        and any(analysis.deps[child] in ("prep", "npadvmod", "nmod") for child in analysis.children(token))
    )
    dated = dated or (word in ("expected", "anticipated") and _when_expected(analysis, token))
    first = analysis.subtree(verb)[0]
    if (not clauses and not dated and not _of_event(analysis, verb, word)) or analysis.tags[first] in ("WP", "WRB"):
        return None
    if analysis.deps[verb] == "ROOT" and {analysis.lemmas[c] for c in children(analysis, token, ("advmod",))} & OVERTAKEN:
        return None
    if clauses and all(analysis.tags[clause] == "VBD" for clause in clauses):
        return None
    if word == "possible" and not any(children(analysis, clause, ("nsubj", "mark")) for clause in clauses):
        return None
    first, last = clause_of(analysis, verb)
    return Foresight(verb, kind, first, last)


def _when_expected(analysis: Analysis, token: int) -> bool:
    """ "A decision is expected on Friday"."""
    named = any(analysis.pos[own] == "NOUN" for own in children(analysis, token, ("nsubjpass",)))
    return named and has_day(analysis, *clause_of(analysis, token))


def _other_sense(analysis: Analysis, token: int, verb: int, word: str) -> bool:
    """ "set" as a verb, "due to rain", "is supposed to have answered", "was supposed to"."""
    if word == "set":
        return analysis.tags[token] != "VBN"
    if word == "about":  # "meticulous about ensuring that"
        return not any(analysis.tags[own] == "TO" for own in range(token + 1, min(token + 3, len(analysis))))
    if word == "due":
        return "to" in {analysis.lemmas[own] for own in children(analysis, token, ("prep", "pcomp", "quantmod"))}
    perfect = any(
        analysis.lemmas[aux] == "have" for own in analysis.children(token) for aux in children(analysis, own, ("aux",))
    )
    past = analysis.word(verb).lower() in ("was", "were") or any(
        analysis.word(own).lower() in ("was", "were") for own in children(analysis, token, ("auxpass",))
    )
    if word in ("likely", "unlikely"):  # "are less likely to be criminals than": how things are
        degree = {analysis.lemmas[own] for own in children(analysis, token, ("advmod",))}
        return bool(degree & {"less", "more", "equally"}) and any(
            analysis.lemmas[own] == "than" for own in analysis.subtree(verb) if own > token
        )
    return word == "supposed" and (perfect or past)


def _of_event(analysis: Analysis, verb: int, word: str) -> bool:
    """ "a deal is unlikely", "a move to the capital is more likely": said of an event, without a clause."""
    if word not in ("likely", "unlikely", "imminent", "probable", "possible", "certain") or is_negated(analysis, verb):
        return False
    doers = children(analysis, verb, ("nsubj",))
    return analysis.tags[verb] in ("VBZ", "VBP", "VB") and any(
        analysis.pos[own] == "NOUN" and own < verb and len(analysis.subtree(own)) > 1 for own in doers
    )


def _by_noun(analysis: Analysis, parties: Parties, noun: int) -> Foresight | None:
    """ "plans to", "hopes that", "fears of", "rumours that"."""
    if analysis.pos[noun] != "NOUN":
        return None
    kind = forecast_words().nouns.get(analysis.lemmas[noun])
    if kind is None or any(analysis.lemmas[child] == "no" for child in children(analysis, noun, ("det", "neg"))):
        return None
    deps = ("acl", "ccomp") if kind == "plan" else ("acl", "ccomp", "relcl")
    says = [child for child in children(analysis, noun, deps) if child > noun]
    verb = analysis.heads[noun]
    says += [child for child in children(analysis, verb, ("ccomp",)) if child > noun and analysis.deps[noun] == "nsubj"]
    says = [child for child in says if analysis.tags[child] == "VB" or is_ahead_of(analysis, child)]
    if not says or (kind == "rumour" and _past_clause(analysis, says[0])):
        return None
    who: tuple[str, ...] = ()
    if kind in OWN_MIND:
        for child in analysis.children(noun):
            if analysis.deps[child] in ("poss", "amod", "compound") and child < noun:
                who = who or parties.of(child)
        prep = [
            o
            for p in children(analysis, verb, ("prep",))
            if analysis.lemmas[p] == "in"
            for o in children(analysis, p, ("pobj",))
        ]
        who = who or tuple(own for obj in prep for own in parties.of(obj))
    start = analysis.subtree(noun)[0]
    end = max(analysis.subtree(child)[-1] for child in says) + 1
    return Foresight(noun, kind, start, end, who)


def _past_clause(analysis: Analysis, clause: int) -> bool:
    return analysis.tags[clause] in ("VBD", "VBN") and not is_ahead_of(analysis, clause)


def _by_condition(analysis: Analysis, speech: Speech, verb: int) -> Foresight | None:
    """ "If there is no round by July, we file": the present of somebody quoted, on a condition."""
    if analysis.tags[verb] not in ("VBP", "VB") or children(analysis, verb, ("aux",)) or analysis.lemmas[verb] in STATES:
        return None
    doers = children(analysis, verb, ("nsubj",))
    if not doers or not is_first_person(analysis, doers[0]):
        return None
    for clause in children(analysis, verb, ("advcl",)):
        if clause < verb and any(analysis.lemmas[own] == "if" for own in children(analysis, clause, ("mark",))):
            voice = speech.voice(verb)
            refused = is_negated(analysis, clause) or any(analysis.lemmas[own] == "no" for own in analysis.subtree(clause))
            kind = "threat" if refused or analysis.lemmas[verb] in stance_words().striking else "prediction"
            first = analysis.subtree(clause)[0]
            last = clause_of(analysis, verb)[1]
            return None if voice is None or not voice.direct else Foresight(verb, kind, first, last)
    return None


def _unless(analysis: Analysis, speech: Speech, verb: int) -> Foresight | None:
    """ "Unless the guns fall silent, no one can vouch for what will follow": a threat of somebody quoted."""
    if not {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))} & {"can", "will", "could", "would"}:
        return None
    for clause in children(analysis, verb, ("advcl",)):
        if clause < verb and any(analysis.lemmas[own] == "unless" for own in children(analysis, clause, ("mark",))):
            if speech.voice(verb) is None:
                return None
            return Foresight(verb, "threat", analysis.subtree(clause)[0], clause_of(analysis, verb)[1])
    return None
