"""Forecasts by modal verbs: "will", "may", "could": what the text or a speaker says will be."""

from communique.extract.claims.arrangement import AIMS, ARRANGED, has_day, is_ahead
from communique.extract.claims.clause import children, is_negated, is_verb, subjects
from communique.extract.claims.foreseen import Foresight, clause_of, names_actor
from communique.extract.claims.foresight_mind import is_event
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import Speech, is_first_person
from communique.lexicon.encounter import load_words
from communique.lexicon.forecast import forecast_words, has_future_time
from communique.model import Analysis

INNER = frozenset(
    {"believe", "think", "expect", "fear", "hope", "doubt", "predict", "foresee", "anticipate", "warn", "worry"}
)
EVALUATION = frozenset(
    {"mean", "require", "make", "take", "say", "like", "want", "prefer", "need", "claim", "remember", "recall", "remind"}
)
OUTLET = frozenset({"correspondent", "reporter", "coverage", "page", "editor", "colleague", "newsletter", "team"})
PARTS = frozenset({"lead", "chair", "head", "preside"})  # who does what at a meeting foreseen elsewhere
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


def by_modal(analysis: Analysis, parties: Parties, speech: Speech, verb: int) -> Foresight | None:
    """ "X will", "X may", "X could": what the text or a speaker says will be."""
    if not is_verb(analysis, verb):
        return None
    helpers = children(analysis, verb, ("aux",))
    modal = next((analysis.lemmas[child] for child in helpers if analysis.lemmas[child] in forecast_words().modals), None)
    if modal is None or (
        modal in ("may", "might", "could", "would", "should")
        and any(analysis.word(child).lower() == "have" for child in helpers)
    ):
        return None
    if not _main_enough(analysis, verb) or _hypothetical(analysis, verb) or (modal == "may" and _granted(analysis, verb)):
        return None
    doers = children(analysis, verb, ("nsubj", "nsubjpass", "expl"))
    if not doers and analysis.deps[verb] == "conj" and modal == "would":  # "that they were well and would be freed once"
        doers = children(analysis, analysis.heads[verb], ("nsubj", "nsubjpass"))
    if not doers or not _about_somebody(analysis, parties, verb, doers[0]):
        return None
    kind = forecast_words().modals[modal]
    if not _counts(analysis, parties, speech, verb, modal, doers[0]):
        return None
    first, last = clause_of(analysis, verb)
    if {analysis.lemmas[t] for t in range(first, last)} & forecast_words().rumoured:
        kind = "rumour"
    elif modal in ("will", "shall") and analysis.lemmas[verb] in ARRANGED and _has_day_ahead(analysis, verb, first, last):
        kind = "plan"
    return Foresight(verb, kind, first, last, _thinkers(analysis, parties, verb))


def _has_day_ahead(analysis: Analysis, verb: int, first: int, last: int) -> bool:
    if not has_day(analysis, first, last):
        return False
    undated = analysis.document.published is None
    return undated or is_ahead(analysis, verb) or has_future_time(analysis.words(first, last))


def _granted(analysis: Analysis, verb: int) -> bool:
    """ "They may speak of friendship, but each distrusts the other": granted for now, without a time to come."""
    but = any(analysis.lemmas[own] == "but" for own in children(analysis, verb, ("cc",)))
    against = any(children(analysis, own, ("nsubj", "nsubjpass")) for own in children(analysis, verb, ("conj",)))
    return but and against and not has_day(analysis, *clause_of(analysis, verb))


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
        goes = analysis.lemmas[verb] in (ARRANGED - {"leave"}) | {"go", "attend"} and analysis.lemmas[doer] == "we"
        sure = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))} & {"will", "shall"}
        return goes and bool(sure) and not is_negated(analysis, verb)
    if analysis.lemmas[doer] in ("which", "who", "that") and analysis.deps[verb] == "relcl":
        head = analysis.heads[verb]
        return (
            bool(parties.of(head))
            or analysis.lemmas[head] in load_words().nouns
            or has_day(analysis, *clause_of(analysis, verb))
        )
    if parties.of(doer) or parties.is_pair(doer):
        return True
    if _is_housekeeping(analysis, doer):
        return False
    if analysis.lemmas[doer] in forecast_words().empty_subjects and analysis.pos[doer] in ("PRON", "DET"):
        return analysis.lemmas[doer] in ("it", "this", "that", "there") and (
            bool(names_actor(analysis, parties, verb)) or _sure_of_it(analysis, verb, doer)
        )
    if is_event(analysis, doer) and has_day(analysis, *clause_of(analysis, verb)):
        return True
    if names_actor(analysis, parties, verb) or _sure(analysis, verb, doer):
        return True
    return analysis.pos[doer] == "NOUN" and (_told_ahead(analysis, parties, verb, doer) or _as_soon_as(analysis, verb))


def _is_housekeeping(analysis: Analysis, doer: int) -> bool:
    """ "Our correspondents will be back at six": the outlet of itself."""
    ours = any(analysis.lemmas[own] == "our" for own in children(analysis, doer, ("poss",)))
    return ours and analysis.lemmas[doer] in OUTLET


def _sure_of_it(analysis: Analysis, verb: int, doer: int) -> bool:
    """ "it will be broken again", "there will be no second round until": a bare "there will be no talks" calls them off."""
    if analysis.lemmas[doer] == "there":
        marks = {
            analysis.lemmas[own] for clause in children(analysis, verb, ("advcl",)) for own in analysis.children(clause)
        }
        things = children(analysis, verb, ("attr", "dobj", "nsubj"))
        if any(analysis.pos[own] == "NOUN" for own in things) and has_day(analysis, *clause_of(analysis, verb)):
            return not is_negated(analysis, verb) and not any(
                analysis.lemmas[one] == "no" for own in things for one in analysis.children(own)
            )
        return bool(marks & {"until", "unless", "if"}) and any(analysis.lemmas[own] in load_words().nouns for own in things)
    return analysis.lemmas[doer] == "it" and bool(children(analysis, verb, ("auxpass",))) and _sure(analysis, verb, doer)


def _sure(analysis: Analysis, verb: int, doer: int) -> bool:
    """ "the works will be paused", "they will board us again in June": said of what is to come, without hedging."""
    if analysis.lemmas[doer] in AIMS | {"nobody", "everybody", "anybody", "somebody"}:
        return False
    return any(analysis.word(own).lower() in ("will", "'ll", "’ll", "wo") for own in children(analysis, verb, ("aux",)))


def _counts(analysis: Analysis, parties: Parties, speech: Speech, verb: int, modal: str, doer: int) -> bool:
    """Whether the modal foresees here, and is not will, wish, duty or courtesy."""
    lemma = analysis.lemmas[verb]
    done = lemma in ("make", "take") and bool(children(analysis, verb, ("auxpass",)))
    part = lemma == "take" and any(analysis.lemmas[own] in ("part", "effect") for own in analysis.children(verb))
    if (lemma in EVALUATION and not part and not (done and has_day(analysis, *clause_of(analysis, verb)))) or (
        analysis.tags[verb] == "VBG" and not _under_way(analysis, verb, modal)
    ):
        return False
    if lemma in PARTS and analysis.pos[doer] != "NOUN":
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
        if conditional and _is_offer(analysis, parties, speech, verb, doer):
            return False
        if modal == "would":
            return (
                conditional
                or _as_soon_as(analysis, verb)
                or has_future_time(span)
                or _told_ahead(analysis, parties, verb, doer)
            )
        if modal == "should":
            return speech.voice(verb) is None and (
                analysis.lemmas[doer]
                in ("talk", "negotiation", "meeting", "summit", "process", "agreement", "which", "conference", "visit")
            )
        if modal == "could":
            return has_future_time(span) or conditional
    return True


def _under_way(analysis: Analysis, verb: int, modal: str) -> bool:
    """ "will still be sitting when", "will be counting on Monday": an act in progress at a time to come."""
    perfect = any(analysis.lemmas[own] == "have" for own in children(analysis, verb, ("aux",)))
    when = any(
        analysis.lemmas[own] == "when"
        for clause in children(analysis, verb, ("advcl",))
        for own in analysis.children(clause)
    )
    return modal == "will" and not perfect and (when or has_day(analysis, *clause_of(analysis, verb)))


def _is_offer(analysis: Analysis, parties: Parties, speech: Speech, verb: int, doer: int) -> bool:
    """ "Norway could live with 11 per cent if Ghana paid, a member of its team said": a party's terms, told for it."""
    told = speech.voice(verb) is not None
    return told and bool(parties.sides(parties.of(doer))) and not is_first_person(analysis, doer)


def _as_soon_as(analysis: Analysis, verb: int) -> bool:
    """ "said that they would be handed over as soon as the papers were signed"."""
    if analysis.deps[verb] not in ("ccomp", "conj") or not children(analysis, verb, ("auxpass",)):
        return False
    clauses = children(analysis, verb, ("advcl", "advmod"))
    return any(
        analysis.lemmas[own] in ("soon", "once") for clause in clauses for own in (clause, *analysis.children(clause))
    )


def _told_ahead(analysis: Analysis, parties: Parties, verb: int, doer: int) -> bool:
    """ "He explained that they would arrive by Friday": a report in the past of a day to come; what a party says that it would
    do is an offer."""
    if parties.is_pair(doer) and has_day(analysis, *clause_of(analysis, verb)):
        return True
    if set(parties.sides(parties.of(doer))) & set(parties.main()):
        return False
    return analysis.deps[verb] == "ccomp" and analysis.tags[analysis.heads[verb]] == "VBD" and is_ahead(analysis, verb)
