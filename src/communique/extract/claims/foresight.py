"""Where a text foresees something: the clause, what kind of forecast it is, and who foresees."""

from collections.abc import Iterator

from communique.extract.claims.arrangement import AIMS, ARRANGED, by_arrangement, has_day, overtaken
from communique.extract.claims.clause import COMPLEMENT, children, is_negated, is_verb, subjects
from communique.extract.claims.foreseen import Foresight, clause_of
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import Speech, is_first_person
from communique.lexicon.encounter import load_words
from communique.lexicon.forecast import forecast_words, has_future_time
from communique.lexicon.issue import find_issues
from communique.lexicon.stance import stance_words
from communique.model import ActorKind, Analysis

OWN_MIND = frozenset({"hope", "fear", "threat"})
OVERTAKEN = frozenset({"originally", "initially", "once", "previously"})
INNER = frozenset(
    {"believe", "think", "expect", "fear", "hope", "doubt", "predict", "foresee", "anticipate", "warn", "worry"}
)
EVALUATION = frozenset(
    {"mean", "require", "make", "take", "say", "like", "want", "prefer", "need", "claim", "remember", "recall", "remind"}
)
PARTS = frozenset({"lead", "chair", "head", "preside", "accompany"})  # who does what at a meeting foreseen elsewhere
REFUSED = frozenset(
    {
        "accept",
        "allow",
        "agree",
        "tolerate",
        "recognise",
        "recognize",
        "permit",
        "negotiate",
        "discuss",
        "surrender",
        "comment",
        "say",
    }
)


def find_foresights(analysis: Analysis, parties: Parties, speech: Speech) -> Iterator[Foresight]:
    """Forecasts in text order; a clause inside another forecast's words is not used again."""
    reach = 0
    for token in range(len(analysis)):
        if token < reach:
            continue
        found = (
            _by_verb(analysis, parties, token)
            or _by_predicate(analysis, token)
            or _by_noun(analysis, parties, token)
            or by_arrangement(analysis, token)
            or _by_modal(analysis, parties, speech, token)
        )
        if found is not None:
            reach = found.last
            yield found


def _by_verb(analysis: Analysis, parties: Parties, verb: int) -> Foresight | None:
    """ "hopes to", "fears that", "plans to", "threatened to"; "believes that X will"."""
    lemma = analysis.lemmas[verb]
    kind = forecast_words().verbs.get(lemma) if is_verb(analysis, verb) else None
    if (
        kind is None
        or children(analysis, verb, ("auxpass",))
        or (analysis.tags[verb], analysis.deps[verb]) == ("VBN", "acl")
    ):
        return None
    if lemma == "look" and not _forward(analysis, verb):
        return None
    below = [child for child in children(analysis, verb, ("ccomp", "xcomp", "advcl", "dobj", "prep")) if child > verb]
    clauses = [child for child in below if analysis.deps[child] in COMPLEMENT]
    if lemma in ("believe", "warn", "expect", "doubt") and not any(_is_future(analysis, clause) for clause in clauses):
        return None
    if lemma in ("vow", "intend", "threaten") and not clauses:
        return None
    if not below or (is_negated(analysis, verb) and lemma != "expect") or _past_wish(analysis, verb):
        return None
    who = tuple(own for token in subjects(analysis, verb, stance_words().light_verbs) for own in parties.of(token))
    doers = children(analysis, verb, ("nsubj",))
    named = kind in ("plan", "threat") and any(analysis.pos[doer] in ("NOUN", "PROPN") for doer in doers)
    if not who and not (clauses and doers and (named or _names_somebody(analysis, parties, clauses))):
        return None
    if lemma == "plan" and not clauses and not children(analysis, verb, ("dobj",)):
        return None
    if lemma == "vow" and not _hostile(analysis, verb):
        kind = "plan"
    first, last = clause_of(analysis, verb)
    return Foresight(verb, kind, first, last, who if kind != "plan" else ())


def _names_somebody(analysis: Analysis, parties: Parties, clauses: list[int]) -> bool:
    """Whether what an unnamed "diplomats" hope or fear is about an actor or an issue of negotiation."""
    text = " ".join(analysis.words(analysis.subtree(one)[0], analysis.subtree(one)[-1] + 1) for one in clauses)
    return bool(find_issues(text)) or any(_named(analysis, parties, clause) for clause in clauses)


def _hostile(analysis: Analysis, verb: int) -> bool:
    acts = {analysis.lemmas[child] for child in children(analysis, verb, COMPLEMENT)}
    return bool(acts & stance_words().striking)


def _forward(analysis: Analysis, verb: int) -> bool:
    return any(analysis.lemmas[child] == "forward" for child in children(analysis, verb, ("advmod", "prt")))


def _past_wish(analysis: Analysis, verb: int) -> bool:
    """ "had hoped", "had planned": overtaken."""
    return any(analysis.word(child).lower() in ("had", "'d") for child in children(analysis, verb, ("aux",)))


def _is_future(analysis: Analysis, clause: int) -> bool:
    helpers = {analysis.lemmas[child] for child in children(analysis, clause, ("aux",))}
    return (
        bool(helpers & forecast_words().modals.keys())
        or analysis.tags[clause] == "VB"
        or "right" in {analysis.lemmas[child] for child in children(analysis, clause, ("dobj",))}
    )


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
    if word == "set" and tag != "VBN":
        return None
    if word == "due" and "to" in {
        analysis.lemmas[child] for child in children(analysis, token, ("prep", "pcomp", "quantmod"))
    }:
        return None
    if kind == "plan" and overtaken(analysis, verb):
        return None
    if word == "supposed" and analysis.word(verb).lower() in ("was", "were"):
        return None
    clauses = [
        child
        for at in (token, verb)
        for child in children(analysis, at, ("xcomp", "ccomp", "advcl", "csubj", "pcomp"))
        if child > token
    ]
    dated = (
        kind == "plan"
        and word in ("scheduled", "planned", "due")
        and any(analysis.deps[child] in ("prep", "npadvmod", "nmod") for child in analysis.children(token))
    )
    first = analysis.subtree(verb)[0]
    if (not clauses and not dated) or analysis.tags[first] in ("WP", "WRB"):
        return None
    if analysis.deps[verb] == "ROOT" and {analysis.lemmas[c] for c in children(analysis, token, ("advmod",))} & OVERTAKEN:
        return None
    if clauses and all(analysis.tags[clause] == "VBD" for clause in clauses):
        return None
    if word == "possible" and not any(children(analysis, clause, ("nsubj", "mark")) for clause in clauses):
        return None
    first, last = clause_of(analysis, verb)
    return Foresight(verb, kind, first, last)


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
    says = [child for child in says if analysis.tags[child] == "VB" or _is_future(analysis, child)]
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
    return analysis.tags[clause] in ("VBD", "VBN") and not _is_future(analysis, clause)


def _by_modal(analysis: Analysis, parties: Parties, speech: Speech, verb: int) -> Foresight | None:
    """ "X will", "X may", "X could": what the text or a speaker says will be."""
    if not is_verb(analysis, verb):
        return None
    helpers = children(analysis, verb, ("aux",))
    modal = next((analysis.lemmas[child] for child in helpers if analysis.lemmas[child] in forecast_words().modals), None)
    if modal is None or (
        modal in ("may", "might", "could", "would") and any(analysis.word(child).lower() == "have" for child in helpers)
    ):
        return None
    if not _main_enough(analysis, verb) or _hypothetical(analysis, verb):
        return None
    doers = children(analysis, verb, ("nsubj", "nsubjpass", "expl"))
    if not doers or not _about_somebody(analysis, parties, verb, doers[0]):
        return None
    kind = forecast_words().modals[modal]
    if not _counts(analysis, speech, verb, modal, doers[0]):
        return None
    first, last = clause_of(analysis, verb)
    if {analysis.lemmas[t] for t in range(first, last)} & forecast_words().rumoured:
        kind = "rumour"
    elif modal in ("will", "shall") and analysis.lemmas[verb] in ARRANGED and has_day(analysis, first, last):
        kind = "plan"
    return Foresight(verb, kind, first, last, _thinkers(analysis, parties, verb))


def _thinkers(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    head = analysis.heads[verb]
    if analysis.deps[verb] == "ccomp" and analysis.lemmas[head] in INNER:
        return tuple(own for token in subjects(analysis, head, ()) for own in parties.of(token))
    return ()


def _main_enough(analysis: Analysis, verb: int) -> bool:
    """A main clause, a reported one, or a relative clause set off by a comma; not "opportunities that will arise"."""
    kind = analysis.deps[verb]
    if kind in ("ROOT", "ccomp", "conj", "parataxis"):
        return kind != "conj" or is_verb(analysis, analysis.heads[verb])
    if kind == "relcl":
        first = analysis.subtree(verb)[0]
        return (first > 0 and analysis.lemmas[first - 1] == ",") or (first < verb and analysis.lemmas[first] == ",")
    return kind == "advcl" and any(
        analysis.lemmas[child] in ("because", "as", "although", "though", "while", "since")
        for child in children(analysis, verb, ("mark",))
    )


def _hypothetical(analysis: Analysis, verb: int) -> bool:
    marks = {analysis.lemmas[child] for child in children(analysis, verb, ("mark", "advmod")) if child < verb}
    last = analysis.sentences[analysis.sentence_of[verb]][1] - 1
    return bool(marks & {"if", "whether", "unless", "until", "how", "what", "why", "when"}) or analysis.word(last) == "?"


def _about_somebody(analysis: Analysis, parties: Parties, verb: int, doer: int) -> bool:
    """The clause names an actor or an object of negotiation as its subject, or an actor in what is foreseen."""
    if is_first_person(analysis, doer):
        return False
    if analysis.lemmas[doer] in ("which", "who", "that") and analysis.deps[verb] == "relcl":
        head = analysis.heads[verb]
        return (
            bool(parties.of(head))
            or analysis.lemmas[head] in load_words().nouns
            or has_day(analysis, *clause_of(analysis, verb))
        )
    if parties.of(doer) or parties.is_pair(doer):
        return True
    if analysis.lemmas[doer] in forecast_words().empty_subjects and analysis.pos[doer] in ("PRON", "DET"):
        return analysis.lemmas[doer] in ("it", "this", "that", "there") and (
            bool(_named(analysis, parties, verb)) or _sure_of_it(analysis, verb, doer)
        )
    return bool(_named(analysis, parties, verb)) or _sure(analysis, verb, doer)


def _sure_of_it(analysis: Analysis, verb: int, doer: int) -> bool:
    """ "it will be broken again", "there will be no second round until": a bare "there will be no talks" calls them off."""
    if analysis.lemmas[doer] == "there":
        marks = {
            analysis.lemmas[own] for clause in children(analysis, verb, ("advcl",)) for own in analysis.children(clause)
        }
        return bool(marks & {"until", "unless", "if"}) and any(
            analysis.lemmas[own] in load_words().nouns for own in children(analysis, verb, ("attr", "dobj"))
        )
    return analysis.lemmas[doer] == "it" and bool(children(analysis, verb, ("auxpass",))) and _sure(analysis, verb, doer)


def _sure(analysis: Analysis, verb: int, doer: int) -> bool:
    """ "the works will be paused", "they will board us again in June": said of what is to come, without hedging."""
    if analysis.lemmas[doer] in AIMS | {"nobody", "everybody", "anybody", "somebody"}:
        return False
    return any(analysis.word(own).lower() in ("will", "'ll", "’ll", "wo") for own in children(analysis, verb, ("aux",)))


def _named(analysis: Analysis, parties: Parties, verb: int) -> bool:
    for token in analysis.subtree(verb):
        own = parties.mention(token)
        actor = None if own is None else parties.actor(own)
        if actor is not None and actor.kind in (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANISATION):
            return True
    return False


def _counts(analysis: Analysis, speech: Speech, verb: int, modal: str, doer: int) -> bool:
    """Whether the modal foresees here, and is not will, wish, duty or courtesy."""
    lemma = analysis.lemmas[verb]
    if lemma in EVALUATION | PARTS or analysis.tags[verb] == "VBG":
        return False
    if is_negated(analysis, verb) and lemma in REFUSED:
        return False
    if modal in ("would", "could", "should", "might", "may"):
        span = analysis.words(*clause_of(analysis, verb))
        conditional = any(
            analysis.lemmas[mark] in ("if", "unless")
            for child in children(analysis, verb, ("advcl",))
            for mark in children(analysis, child, ("mark",))
        )
        if modal == "would":
            return conditional or has_future_time(span)
        if modal == "should":
            return speech.voice(verb) is None and (
                analysis.lemmas[doer]
                in ("talk", "negotiation", "meeting", "summit", "process", "agreement", "which", "conference", "visit")
            )
        if modal == "could":
            return has_future_time(span) or conditional
    return True
