"""Points of agreement by verb: "agreed to", "failed to agree", "pledged to"."""

from dataclasses import dataclass

from communique.extract.claims.clause import (
    SUBJECT,
    bare_infinitives,
    children,
    clause_tokens,
    coordinates,
    is_negated,
    is_passive,
    subjects,
    torn_subject,
)
from communique.extract.claims.party import Parties
from communique.lexicon.agreement import agreement_words
from communique.lexicon.stance import stance_words
from communique.model import AgreementStatus, Analysis, Stance

HYPOTHETICAL = frozenset({"would", "could", "might", "may", "will", "can", "should", "must", "shall", "'ll"})
SIDES = frozenset({"country", "delegate", "delegation", "envoy", "government", "leader", "minister", "negotiator", "party"})
SIDES |= frozenset({"neighbour", "neighbor", "president", "rival", "side", "state"})
POLES = frozenset(
    {"alliance", "army", "bloc", "coalition", "commission", "company", "council", "east", "employer", "faction"}
)
POLES |= frozenset({"group", "junta", "management", "military", "militia", "ministry", "movement", "north", "opposition"})
POLES |= frozenset({"rebel", "south", "union", "west"})
OPEN_SUBJECTS = frozenset({"whatever", "what", "anything", "whichever"})
POSSESSIVE = frozenset({"poss", "amod", "compound", "nmod"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "advmod"})


@dataclass(frozen=True, slots=True)
class Bargain:
    """One point.

    Attributes:
        head: the word that says so.
        first, last: tokens [first, last) of the content.
        parties: as named, not yet states.
        joint: two or more must be behind it.
        reporter: who says so, where the verb itself tells it ("A called it a breach").
        committed: who of the parties has to do it, where the point is one of a deal of both.
    """

    head: int
    status: AgreementStatus
    kind: str
    first: int
    last: int
    parties: tuple[str, ...] = ()
    joint: bool = False
    reporter: tuple[str, ...] = ()
    committed: tuple[str, ...] = ()


def verb_bargain(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """The point that a verb of agreeing, deciding together or committing makes; None if it makes none."""
    words, lemma = agreement_words(), analysis.lemmas[verb]
    if lemma in words.agree:
        return _agreed(analysis, parties, verb)
    if lemma in words.decide or lemma in words.commit:
        return _bound(analysis, parties, verb)
    if lemma == "settle":
        return _settled(analysis, parties, verb)
    return _accepted(analysis, parties, verb) if lemma == "accept" else None


def _settled(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "settled on 24 April", of two or more."""
    on = [own for own in children(analysis, verb, ("prep",)) if analysis.lemmas[own] in ("on", "upon") and own > verb]
    actors = actors_of(analysis, parties, verb)
    joint = len(parties.sides(actors)) > 1 or _unnamed_parties(analysis, verb) > 1
    status = status_of(analysis, verb)
    if not on or not joint or status is None or is_passive(analysis, verb):
        return None
    first, last = content_of(analysis, verb)
    return Bargain(verb, status, "agreement", first, last, actors, True)


def _accepted(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "accepted an invitation to visit", "accepted the first two points"."""
    actors, status = actors_of(analysis, parties, verb), status_of(analysis, verb)
    if status not in (AgreementStatus.AGREED, AgreementStatus.PARTLY_AGREED) or _is_asked(analysis, verb):
        return None
    first, last = content_of(analysis, verb)
    if _is_relative(analysis, verb):
        nouns = [own for own in analysis.ancestors(verb) if analysis.lemmas[own] in agreement_words().offered]
        if not nouns or not actors:
            return None
        noun = nouns[0]
        return Bargain(verb, status, "commitment", analysis.subtree(noun)[0], last, actors)
    objects = children(analysis, verb, ("dobj",))
    if len(parties.sides(actors)) > 1 and any(analysis.pos[own] in ("NOUN", "PROPN") for own in objects):
        return Bargain(verb, status, "agreement", first, last, actors, True)
    offered = any(analysis.lemmas[own] in agreement_words().offered for own in objects)
    if not actors or not (offered or _binding(analysis, verb)):
        return None
    if not offered and _depends(analysis, verb):
        status = AgreementStatus.PARTLY_AGREED
    return Bargain(verb, status, "commitment", first, last, actors)


def _is_relative(analysis: Analysis, verb: int) -> bool:
    """ "an invitation, which he accepted"."""
    return analysis.deps[verb] == "relcl" and any(
        analysis.tags[own] in ("WDT", "WP") for own in children(analysis, verb, ("dobj",))
    )


def _depends(analysis: Analysis, verb: int) -> bool:
    """ "accepted that ..., provided that": one side's consent to what the other has still to meet."""
    return any(
        analysis.lemmas[own] in ("provided", "providing", "provide") or analysis.word(own).lower() == "provided"
        for own in analysis.subtree(verb)
        if own > verb
    )


def _agreed(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "agreed to", "agreed on", "agreed that", "it was agreed", "failed to agree"."""
    if _is_asked(analysis, verb) or _is_vague(analysis, verb):
        return None
    kinds = {analysis.deps[child] for child in analysis.children(verb) if child > verb}
    preps = {analysis.lemmas[child] for child in children(analysis, verb, ("prep", "prt")) if child > verb}
    passive = is_passive(analysis, verb)
    if not (kinds & {"xcomp", "ccomp", "dobj", "advcl"} or preps & {"on", "to", "upon"} or passive):
        return None
    actors = actors_of(analysis, parties, verb)
    partners = partners_of(analysis, parties, verb)
    joint = (
        passive
        or len(actors) + len(partners) > 1
        or (bool(actors) and bool(preps & {"on", "upon"}) and _is_we(analysis, verb))
    )
    unnamed = 0 if actors or passive else _unnamed_parties(analysis, verb)
    if (not actors and not passive and not unnamed) or (passive and is_negated(analysis, verb) and "agent" in kinds):
        return None
    if not (kinds & {"xcomp", "dobj"} or preps & {"on", "to", "upon"}) and not (joint and _binding(analysis, verb)):
        return None
    status = status_of(analysis, verb)
    failed = status is not AgreementStatus.AGREED and bool(preps & {"on", "upon"})
    joint = joint or failed or unnamed > 1 or _are_several(analysis, verb)
    if status is None or (status is AgreementStatus.NOT_AGREED and not joint):
        return None
    kind = "agreement" if joint else "commitment"
    first, last = content_of(analysis, verb)
    return Bargain(verb, status, kind, first, last, (*actors, *(p for p in partners if p not in actors)), joint)


def _is_asked(analysis: Analysis, verb: int) -> bool:
    """ "What was agreed?", "Did they agree on a visit?"."""
    last = analysis.sentences[analysis.sentence_of[verb]][1] - 1
    return analysis.word(last) == "?" and analysis.deps[verb] in ("ROOT", "conj")


def _is_vague(analysis: Analysis, verb: int) -> bool:
    """ "whatever is agreed", "agreed either that A or that B", "denies that anything was agreed": no point is told."""
    passive = children(analysis, verb, ("nsubjpass", "nsubj")) if is_passive(analysis, verb) else ()
    if any(analysis.lemmas[own] in OPEN_SUBJECTS for own in passive):
        return True
    return verb + 1 < len(analysis) and analysis.lemmas[verb + 1] == "either"


def _unnamed_parties(analysis: Analysis, verb: int) -> int:
    """How many parties the subject names that are no actors of the record: "the north and the south", "negotiators", "the
    north side"; 0 where it names none."""
    doers = children(analysis, verb, ("nsubj",)) or _shared_subject(analysis, verb)
    if not doers or analysis.pos[doers[0]] == "PRON":
        return 2 if doers and analysis.lemmas[doers[0]] in ("they", "both") else 0
    heads = coordinates(analysis, doers[0])
    if len(heads) > 1:
        named = all(analysis.lemmas[own] in SIDES | POLES or analysis.pos[own] == "PROPN" for own in heads)
        return len(heads) if named else 0
    if analysis.lemmas[doers[0]] not in SIDES:
        return 0
    return 2 if analysis.tags[doers[0]] == "NNS" else 1


def _shared_subject(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """Of "the parties reaffirm A and undertake to B"."""
    head = analysis.heads[verb]
    return children(analysis, head, ("nsubj",)) if analysis.deps[verb] == "conj" else ()


def _are_several(analysis: Analysis, verb: int) -> bool:
    """ "The government and the main rebel group agreed": two noun phrases, whoever they are."""
    doers = children(analysis, verb, ("nsubj",))
    heads = coordinates(analysis, doers[0]) if doers else ()
    return len(heads) > 1 and all(analysis.lemmas[own] in SIDES | POLES or analysis.pos[own] == "PROPN" for own in heads)


def _is_we(analysis: Analysis, verb: int) -> bool:
    """ "We have agreed on": with somebody."""
    return any(analysis.lemmas[own] == "we" for own in children(analysis, verb, ("nsubj",)))


def _binding(analysis: Analysis, verb: int) -> bool:
    """Whether what was agreed is an act to come: an infinitive, or a clause with "will", "should" or a bare verb."""
    for child in children(analysis, verb, ("ccomp", "advcl", "nsubjpass", "conj")):
        helpers = [analysis.lemmas[aux] for aux in children(analysis, child, ("aux",))]
        if analysis.deps[child] == "nsubjpass" or analysis.tags[child] == "VB" or set(helpers) & HYPOTHETICAL:
            return True
        bare = any(analysis.tags[own] == "VB" for own in children(analysis, child, ("auxpass",)))
        if bare and analysis.deps[child] == "ccomp" and not helpers:
            return True  # "that water be released"
    return False


def _bound(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "both decided to", "pledged to", "it was decided that"."""
    if analysis.lemmas[verb] in agreement_words().decide and _is_decided(analysis, verb):
        first, last = content_of(analysis, verb)
        return Bargain(verb, AgreementStatus.AGREED, "agreement", first, last, (), True)
    actors = actors_of(analysis, parties, verb)
    several = not actors and analysis.lemmas[verb] in agreement_words().commit and _unnamed_parties(analysis, verb) > 1
    if not (actors or several) or not (_to_do(analysis, verb) or _promised_act(analysis, verb)):
        return None
    if analysis.lemmas[verb] == "assure" and not _binding(analysis, verb):
        return None
    if _against(analysis, verb):
        return None
    decides = analysis.lemmas[verb] in agreement_words().decide
    sides = parties.sides(actors)
    if (decides and len(sides) < 2) or _of_nothing_told(analysis, verb):
        return None
    status = status_of(analysis, verb)
    if status not in (AgreementStatus.AGREED, AgreementStatus.PARTLY_AGREED):
        return None
    first, last = content_of(analysis, verb)
    joint = decides or several
    return Bargain(verb, status, "agreement" if joint else "commitment", first, last, actors, joint)


def _of_nothing_told(analysis: Analysis, verb: int) -> bool:
    """ "They have promised that since May," he said: a pronoun for what is not told here, before the close of a quotation."""
    return (
        verb + 1 < len(analysis)
        and analysis.lemmas[verb + 1] in ("that", "this", "it")
        and any(analysis.word(own) in ('"', "”", "»") for own in range(verb + 2, min(verb + 8, len(analysis))))
    )


def _is_decided(analysis: Analysis, verb: int) -> bool:
    """ "It was decided that the commissioners would tour both basins", by those who met."""
    impersonal = any(analysis.lemmas[own] == "it" for own in children(analysis, verb, ("nsubjpass",)))
    told = bool(children(analysis, verb, ("ccomp", "xcomp"))) and not children(analysis, verb, ("agent",))
    return impersonal and told and status_of(analysis, verb) is AgreementStatus.AGREED


def _to_do(analysis: Analysis, verb: int) -> bool:
    """Whether more than a date hangs on "promised": an act, a clause, "to", "for"."""
    if any(analysis.deps[own] in ("xcomp", "ccomp", "advcl") and own > verb for own in analysis.children(verb)):
        return True
    return any(
        analysis.lemmas[own] in ("to", "on", "against", "for") and own > verb for own in children(analysis, verb, ("prep",))
    )


def _promised_act(analysis: Analysis, verb: int) -> bool:
    """ "promised an inquiry into": an act as object, said with more than the bare noun."""
    return analysis.lemmas[verb] in agreement_words().commit and any(
        analysis.pos[own] == "NOUN" and len(analysis.subtree(own)) > 2 for own in children(analysis, verb, ("dobj",))
    )


def _against(analysis: Analysis, verb: int) -> bool:
    """ "vowed to ignore", "pledged to retaliate": a threat, no commitment."""
    words = stance_words()
    acts = {analysis.lemmas[child] for child in children(analysis, verb, ("xcomp",))}
    refusing = {lemma for lemma in acts if lemma in words.verbs and words.verbs[lemma].stance is Stance.REJECTS}
    return bool(refusing or acts & (words.striking | agreement_words().hostile))


def actors_of(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    """Who does what the verb says, also through "failed to"."""
    controllers = stance_words().light_verbs | agreement_words().fail
    return tuple(dict.fromkeys(own for token in subjects(analysis, verb, controllers) for own in parties.of(token)))


def partners_of(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    """With whom."""
    objects = [
        obj
        for child in children(analysis, verb, ("prep",))
        if analysis.lemmas[child] == "with"
        for obj in children(analysis, child, ("pobj",))
    ]
    return tuple(own for obj in objects for own in parties.of(obj))


def status_of(analysis: Analysis, verb: int) -> AgreementStatus | None:
    """From negation, "failed to", "in principle"; None where it is only possible, wished or asked."""
    at, failed = verb, False
    if analysis.tags[verb] == "VBG" and analysis.deps[verb] == "pcomp":
        return None
    while True:
        if {analysis.lemmas[child] for child in children(analysis, at, ("aux",))} & HYPOTHETICAL and not _unable(
            analysis, at
        ):
            return None
        marks = {analysis.lemmas[child] for child in children(analysis, at, ("mark", "advmod")) if child < at}
        if marks & {"if", "whether", "unless", "until", "how"}:
            return None
        if is_negated(analysis, at):
            return _short_of(analysis, verb, AgreementStatus.FAILED if failed else AgreementStatus.NOT_AGREED)
        head = analysis.heads[at]
        if analysis.deps[at] != "xcomp" or head == at:
            break
        failed = failed or analysis.lemmas[head] in agreement_words().fail
        if not failed and analysis.lemmas[head] not in ("appear", "seem", "manage"):
            return None
        at = head
    if failed:
        return _short_of(analysis, verb, AgreementStatus.FAILED)
    bare = analysis.tags[at] == "VB" and analysis.deps[at] in ("xcomp", "advcl", "acl", "ccomp", "conj")
    if bare and not _is_finite(analysis, at):
        return None
    return AgreementStatus.PARTLY_AGREED if _partly(analysis, verb) else AgreementStatus.AGREED


def _is_finite(analysis: Analysis, verb: int) -> bool:
    """A bare verb joined to a finite one with a subject ("the parties reaffirm A and undertake to B")."""
    top = analysis.heads[verb]
    if analysis.deps[verb] != "conj" or children(analysis, verb, ("aux",)):
        return False
    return (
        bool(children(analysis, top, ("nsubj",))) and not children(analysis, top, ("aux",)) and analysis.tags[top] != "VBD"
    )


def _unable(analysis: Analysis, verb: int) -> bool:
    """ "could not agree", "cannot agree"."""
    helpers = {analysis.lemmas[child] for child in children(analysis, verb, ("aux",))} & HYPOTHETICAL
    agrees = analysis.lemmas[verb] in agreement_words().agree and not is_passive(analysis, verb)
    return agrees and helpers <= {"can", "could"} and is_negated(analysis, verb)


def _short_of(analysis: Analysis, verb: int, status: AgreementStatus) -> AgreementStatus:
    """ "failed to agree on any issue except one" is partial agreement."""
    below = [analysis.lemmas[token] for token in analysis.subtree(verb) if token > verb]
    exception = any(lemma in ("except", "save") for lemma in below) or ("apart" in below and "from" in below)
    return AgreementStatus.PARTLY_AGREED if exception or ("but" in below and "any" in below) else status


def _partly(analysis: Analysis, verb: int) -> bool:
    below = (
        token
        for child in analysis.children(verb)
        if analysis.deps[child] in ("prep", "advmod")
        for token in analysis.subtree(child)
    )
    return any(analysis.lemmas[token] in agreement_words().partly for token in below)


def content_of(analysis: Analysis, verb: int) -> tuple[int, int]:
    """Tokens [first, last) of what is agreed, with the verb."""
    joined = bare_infinitives(analysis, verb)
    left_out = [
        child
        for child in analysis.children(verb)
        if (analysis.deps[child] in SUBJECT and not is_passive(analysis, verb))
        or (child > verb and analysis.deps[child] == "parataxis")
        or (child > verb and analysis.deps[child] == "cc" and not joined)
        or (child > verb and analysis.deps[child] == "conj" and child not in joined)
        or (child < verb and analysis.deps[child] in ("advcl", "prep", "npadvmod", "ccomp", "cc", "mark", "punct", "intj"))
    ]
    left_out.extend(child for child in analysis.children(verb) if _is_occasion(analysis, verb, child))
    torn = (torn_subject(analysis, child) for child in children(analysis, verb, ("conj",)) if child > verb)
    left_out.extend(name for name in torn if name is not None)
    first, last = clause_tokens(analysis, verb, left_out)
    while last - 1 > verb and analysis.deps[last - 1] == "cc":
        last -= 1
    return first, last


def _is_occasion(analysis: Analysis, verb: int, child: int) -> bool:
    """ ", after five days of talks", ", ending hours of talks": set off behind what was agreed."""
    if child < verb or analysis.deps[child] not in ("prep", "advcl"):
        return False
    first = analysis.subtree(child)[0]
    return analysis.lemmas[first - 1] == "," and (
        analysis.lemmas[child] in ("after", "following", "amid") or analysis.lemmas[child] in ("end", "cap", "conclude")
    )
