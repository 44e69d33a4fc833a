"""Where a text foresees something: the clause, what kind of forecast it is, and who foresees."""

from collections.abc import Iterator

from communique.extract.claims.appointment import by_appointment
from communique.extract.claims.arrangement import AIMS, ARRANGED, by_arrangement, has_day, is_ahead, overtaken
from communique.extract.claims.clause import children, is_negated, is_verb, subjects
from communique.extract.claims.foreseen import Foresight, clause_of, is_ahead_of, names_actor
from communique.extract.claims.foresight_mind import by_mind, is_event
from communique.extract.claims.foresight_verb import by_verb
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import Speech, is_first_person
from communique.lexicon.encounter import load_words
from communique.lexicon.forecast import forecast_words, has_future_time
from communique.lexicon.stance import stance_words
from communique.model import Analysis

OWN_MIND = frozenset({"hope", "fear", "threat"})
OVERTAKEN = frozenset({"originally", "initially", "once", "previously"})
INNER = frozenset(
    {"believe", "think", "expect", "fear", "hope", "doubt", "predict", "foresee", "anticipate", "warn", "worry"}
)
EVALUATION = frozenset(
    {"mean", "require", "make", "take", "say", "like", "want", "prefer", "need", "claim", "remember", "recall", "remind"}
)
STATES = frozenset(
    {"be", "have", "want", "know", "think", "need", "hope", "believe", "like", "see", "feel", "mean", "agree"}
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
            or _by_modal(analysis, parties, speech, token)
        )
        if found is not None:
            reach = found.last
            yield found


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


def _by_modal(analysis: Analysis, parties: Parties, speech: Speech, verb: int) -> Foresight | None:
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
    if not _main_enough(analysis, verb) or _hypothetical(analysis, verb):
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
    elif modal in ("will", "shall") and analysis.lemmas[verb] in ARRANGED and has_day(analysis, first, last):
        kind = "plan"
    return Foresight(verb, kind, first, last, _thinkers(analysis, parties, verb))


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
