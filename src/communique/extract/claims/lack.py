"""What was left unsaid or undone: "the statement does not mention the debt", "on the debt there was no movement", "could not find
common ground on fees", "the dates remain to be agreed", "nothing was signed".

Source: gold rule 13 (an explicit lack of agreement is an item of its own).
"""

from communique.extract.claims.assertion import FUTURE, HYPOTHETICAL, is_open
from communique.extract.claims.bargain import Bargain, actors_of, partners_of
from communique.extract.claims.clause import SUBJECT, children, clause_tokens, is_negated, is_passive
from communique.extract.claims.party import Parties
from communique.extract.claims.provision import LOOSE, is_paper
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementStatus, Analysis

MENTION = frozenset({"address", "contain", "cover", "mention", "say", "settle", "specify", "resolve", "touch", "refer"})
LEAVE_OUT = frozenset({"omit", "skirt", "sidestep", "avoid"})
SILENT = frozenset({"silent", "mute", "quiet"})
NOTHING = frozenset({"nothing", "silence"})
ADVANCE = frozenset(
    {"movement", "progress", "advance", "breakthrough", "agreement", "deal", "accord", "consensus", "headway"}
)
ADVANCE |= frozenset({"result", "solution", "rapprochement", "meeting", "understanding", "compromise"})
GROUND = frozenset({"ground", "language", "denominator"})
SHARED = frozenset({"common", "middle"})
FIND = frozenset({"find", "reach", "achieve", "come", "arrive"})
CLOSE = frozenset(
    {"agree", "settle", "decide", "negotiate", "resolve", "determine", "finalise", "finalize", "fix", "clarify"}
)
MADE = frozenset({"sign", "initial", "conclude", "finalise", "finalize", "achieve", "reach", "resolve"})
ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
BEYOND = ("advcl", "parataxis", "cc", "conj", "mark", "ccomp", "intj")
PLACES = frozenset({"table", "agenda", "wall", "shelf", "paper"})
FAR = 4  # sentences back to the text that "it" is


def lack_bargain(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """The point that a verb tells to be missing from what was agreed; None if it tells none."""
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    unable = helpers & {"can", "could"} and is_negated(analysis, verb)
    if (helpers & (HYPOTHETICAL | FUTURE | {"should", "must"}) and not unable) or _asked(analysis, verb):
        return None
    if _unsaid(analysis, verb) or _standstill(analysis, verb) or _to_be_closed(analysis, verb) or _unsigned(analysis, verb):
        first, last = _clause(analysis, verb)
    elif _no_ground(analysis, verb) or _not_agreed_whether(analysis, verb):
        first, last = _clause(analysis, verb)
        if not is_passive(analysis, verb) and analysis.lemmas[verb] in FIND:
            first = _after_subject(analysis, verb, first)
    else:
        return None
    actors = () if _unsaid(analysis, verb) else (*actors_of(analysis, parties, verb), *partners_of(analysis, parties, verb))
    return Bargain(verb, AgreementStatus.NOT_AGREED, "agreement", first, last, tuple(dict.fromkeys(actors)), True)


def _asked(analysis: Analysis, verb: int) -> bool:
    """A question or an "if"; "whether" below the verb is the point itself."""
    if _not_agreed_whether(analysis, verb):
        return analysis.word(analysis.sentences[analysis.sentence_of[verb]][1] - 1) == "?"
    failed = analysis.deps[verb] == "xcomp" and analysis.lemmas[analysis.heads[verb]] in agreement_words().fail
    return is_open(analysis, verb) and not failed


def _clause(analysis: Analysis, verb: int) -> tuple[int, int]:
    if analysis.deps[verb] == "csubj" and analysis.heads[verb] > verb:
        verb = analysis.heads[verb]  # "What the text does not say is who pays"
        return clause_tokens(
            analysis, verb, [own for own in analysis.children(verb) if analysis.deps[own] in ("cc", "conj")]
        )
    left_out = [
        own
        for own in analysis.children(verb)
        if analysis.deps[own] in BEYOND and not (analysis.deps[own] == "ccomp" and own < verb)
    ]
    if analysis.lemmas[verb] in MENTION:
        left_out = [own for own in left_out if analysis.deps[own] != "ccomp"]
    return clause_tokens(analysis, verb, left_out)


def _after_subject(analysis: Analysis, verb: int, first: int) -> int:
    ends = [analysis.subtree(own)[-1] + 1 for own in children(analysis, verb, SUBJECT) if own < verb]
    return max([first, *ends])


def _unsaid(analysis: Analysis, verb: int) -> bool:
    """ "The text does not say a word about the debt", "the accord is silent on fees", "makes no mention of", "leaves out"."""
    lemma = analysis.lemmas[verb]
    papers = [own for own in children(analysis, verb, ("nsubj",)) if own < verb and _is_text(analysis, own)]
    if not papers or is_passive(analysis, verb):
        return False
    if lemma == "be":
        return any(
            analysis.lemmas[own] in SILENT and _about(analysis, own) for own in children(analysis, verb, ("acomp", "attr"))
        )
    objects = children(analysis, verb, ("dobj",))
    if lemma == "make":
        return any(analysis.lemmas[own] == "mention" and _has_no(analysis, own) for own in objects)
    if lemma == "leave":
        return any(
            analysis.lemmas[own] in ("out", "aside", "open") for own in children(analysis, verb, ("prt", "advmod", "oprd"))
        )
    if lemma in LEAVE_OUT:
        return bool(objects)
    if lemma not in MENTION:
        return False
    nothing = any(analysis.lemmas[own] == "nothing" for own in objects)
    if not (nothing or is_negated(analysis, verb)):
        return False
    clause = children(analysis, verb, ("ccomp",))
    return bool(objects or clause or _about(analysis, verb) or analysis.deps[verb] in ("csubj", "csubjpass"))


def _is_text(analysis: Analysis, noun: int) -> bool:
    """An agreed text; "the statement" unless it is said whose; "it" not far after one. A newspaper is none."""
    if analysis.lemmas[noun] == "paper":
        return False
    if is_paper(analysis, noun):
        return True
    around = {analysis.lemmas[own] for own in analysis.children(noun) if own < noun}
    if analysis.lemmas[noun] in LOOSE:
        return around == {"the"}
    number = analysis.sentence_of[noun]
    opens = analysis.lemmas[noun] == "it" and analysis.sentences[number][0] == noun
    return opens and any(
        analysis.pos[own] == "NOUN" and analysis.lemmas[own] != "paper" and _is_told(analysis, own)
        for own in range(analysis.sentences[max(0, number - FAR)][0], noun)
    )


def _is_told(analysis: Analysis, noun: int) -> bool:
    """A paper that a sentence is about, or that somebody signed or reached in it."""
    if analysis.deps[noun] in ("nsubj", "nsubjpass"):
        return is_paper(analysis, noun)
    words = agreement_words()
    made = analysis.deps[noun] == "dobj" and analysis.lemmas[analysis.heads[noun]] in words.make
    return made and analysis.lemmas[noun] in words.nouns | words.document


def _has_no(analysis: Analysis, noun: int) -> bool:
    return any(analysis.lemmas[own] == "no" for own in children(analysis, noun, ("det", "neg")))


def _about(analysis: Analysis, head: int) -> bool:
    return any(
        analysis.lemmas[own] in ABOUT | {"to"} and analysis.children(own) for own in children(analysis, head, ("prep",))
    )


def _standstill(analysis: Analysis, verb: int) -> bool:
    """ "On the debt there was no movement at all", "there is nothing on fees"."""
    if analysis.lemmas[verb] != "be" or not children(analysis, verb, ("expl",)):
        return False
    for noun in children(analysis, verb, ("attr", "nsubj")):
        naught = analysis.lemmas[noun] in NOTHING or (analysis.lemmas[noun] in ADVANCE and _has_no(analysis, noun))
        if naught and (_on(analysis, verb) or _on(analysis, noun)):
            below = [analysis.lemmas[own] for head in (verb, noun) for own in analysis.subtree(head)]
            return not PLACES.intersection(below)
    return False


def _on(analysis: Analysis, head: int) -> bool:
    return any(analysis.lemmas[own] in ABOUT and analysis.children(own) for own in children(analysis, head, ("prep",)))


def _no_ground(analysis: Analysis, verb: int) -> bool:
    """ "could not find common ground on", "found no common language"."""
    if analysis.lemmas[verb] not in FIND:
        return False
    failed = analysis.deps[verb] == "xcomp" and analysis.lemmas[analysis.heads[verb]] in agreement_words().fail
    for noun in children(analysis, verb, ("dobj",)):
        if analysis.lemmas[noun] in GROUND and {analysis.lemmas[own] for own in analysis.children(noun)} & SHARED:
            return failed or is_negated(analysis, verb) or _has_no(analysis, noun)
    return False


def _to_be_closed(analysis: Analysis, verb: int) -> bool:
    """ "The dates remain to be agreed", "are still to be settled", "have yet to be decided"."""
    if analysis.lemmas[verb] not in ("remain", "be", "have") or is_negated(analysis, verb):
        return False
    late = {analysis.lemmas[own] for own in children(analysis, verb, ("advmod",))} & {"yet", "still"}
    if analysis.lemmas[verb] != "remain" and not late:
        return False
    doers = children(analysis, verb, SUBJECT)
    acts = children(analysis, verb, ("xcomp",))
    return (
        bool(doers)
        and analysis.pos[doers[0]] == "NOUN"
        and any(analysis.lemmas[own] in CLOSE and is_passive(analysis, own) for own in acts)
    )


def _unsigned(analysis: Analysis, verb: int) -> bool:
    """ "Nothing was signed"."""
    if analysis.lemmas[verb] not in MADE or not is_passive(analysis, verb):
        return False
    return any(analysis.lemmas[own] == "nothing" for own in children(analysis, verb, ("nsubjpass",)))


def _not_agreed_whether(analysis: Analysis, verb: int) -> bool:
    """ "Whether the ruling binds was not agreed", also where the parser takes "was" for the main verb."""
    clauses = children(analysis, verb, ("csubj", "csubjpass"))
    if not any(
        analysis.lemmas[own] in ("whether", "how", "what", "who", "when") for one in clauses for own in analysis.subtree(one)
    ):
        return False
    if analysis.lemmas[verb] in CLOSE:
        return is_negated(analysis, verb)
    below = [own for own in analysis.children(verb) if analysis.lemmas[own] in CLOSE and analysis.tags[own] == "VBN"]
    return analysis.lemmas[verb] == "be" and any(is_negated(analysis, own) or is_negated(analysis, verb) for own in below)
