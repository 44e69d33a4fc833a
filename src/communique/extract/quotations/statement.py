"""Whether an attribution tells words said or written: by its cue, its source and the grammar of its content.

Source: PolNeAR counts wishes, beliefs and plans as attributions; the record keeps those as positions and only speech here.
"""

from bisect import bisect_right
from dataclasses import replace

from communique.extract.quotations.content import Stretches
from communique.extract.quotations.hearsay import is_hearsay
from communique.extract.quotations.phrase import ACCOUNTS, WORDS
from communique.extract.quotations.report import lemma_of, says_nothing
from communique.extract.quotations.syntax import has_verb, is_passive, subject_of
from communique.lexicon.cue_verb import cue_words
from communique.lexicon.office import office_head
from communique.model import Analysis, Attribution, trimmed

DENIED = frozenset({"neither", "no", "none", "nothing"})
FEWEST_QUOTED = 5
DEPICTING = frozenset({"characterise", "characterize", "depict", "describe", "portray"})
AGREEING = frozenset({"agree", "decide", "resolve"})
PAIRED = frozenset({"both", "country", "government", "minister", "party", "president", "side", "state", "team", "two"})
PRESENT = frozenset({"VBZ", "VBP"})
VERBS = frozenset({"VERB", "AUX"})


def is_inside(own: Attribution, stretches: Stretches) -> bool:
    """Whether cue and content stand inside one quotation: a report by the one who is quoted."""
    around = stretches.around(own.cue[0]) if own.cue else None
    return around is not None and all(around.span.contains(span) for span in own.content)


def is_silent(analysis: Analysis, own: Attribution) -> bool:
    """Whether the cue is punctuation alone."""
    return not any(char.isalnum() for span in own.cue for char in analysis.text[span.start : span.end])


def is_statement(analysis: Analysis, own: Attribution, stretches: Stretches) -> bool:
    """Whether an attribution tells words said or written, not an attitude, an intention, a show of feeling.

    Quoted words make a statement under any cue. Without them the cue must be a word of speech, somebody must be named,
    and the saying must be asserted.
    """
    quoted = sum(len(analysis.tokens_in(part.span)) for span in own.content for part in stretches.meeting(span))
    tokens = [token for span in own.cue for token in analysis.tokens_in(span)]
    verbs = [token for token in tokens if analysis.pos[token] in VERBS and analysis.deps[token] not in {"aux", "auxpass"}]
    if own.source and _is_told(analysis, own, verbs):
        return False
    if _is_agreed(analysis, own, verbs):
        return False
    if quoted >= FEWEST_QUOTED and not is_inside(own, stretches):
        return True
    words = cue_words()
    lemmas = {analysis.lemmas[token] for token in tokens}
    colon = bool(own.cue) and analysis.text[own.cue[-1].end - 1 : own.cue[-1].end + 1].rstrip().endswith(":")
    if not own.source:
        return is_hearsay(analysis, own.cue, own.content)
    if _is_nobody(analysis, own, stretches.voice) or any(says_nothing(analysis, verb) for verb in verbs):
        return False
    if lemmas & {"accord", "according"}:
        return True
    if colon or not verbs:
        if own.cue and is_silent(analysis, own) and own.content[0].start < own.cue[0].start:
            return False  # what stands before a colon is not what it introduces
        return colon or bool(lemmas & (words.noun | words.retold)) or _is_phrase(analysis, tokens)
    voiced = own.source[0].start in stretches.voice  # "I urge": the very act of speech
    return _is_reported(analysis, own, tokens, verbs, quoted > 0, voiced)


def _is_reported(analysis: Analysis, own: Attribution, cue: list[int], verbs: list[int], quoted: bool, voiced: bool) -> bool:
    """Whether a verb of speech has a content that it can take: a clause, an infinitive, a noun phrase."""
    words = cue_words()
    lemmas = {analysis.lemmas[token] for token in cue}
    first = analysis.tokens_in(own.content[0])
    clause = has_verb(analysis, own.content) or _follows_that(analysis, own)
    negated = any(analysis.deps[child] == "neg" for token in verbs for child in analysis.children(token))
    negated = negated or any(analysis.lemmas[token] == "nor" for token in cue)
    denied = bool(first) and analysis.lemmas[first[0]] in DENIED  # "reported no detail"
    if not clause and (negated or denied):
        return False  # "did not deny it"
    if lemmas & words.light and lemmas & words.carried:
        return True  # "renewed its call for", "made it clear that"
    opening = {analysis.lemmas[token] for token in (*first[:1], *([first[0] - 1] if first and first[0] else []))}
    verb = next((token for token in reversed(verbs) if _is_said(analysis, token, lemmas | opening)), None)
    if verb is None:
        return False
    if analysis.lemmas[verb] in words.standing and analysis.tags[verb] in PRESENT and not voiced:
        return False
    lemma = lemma_of(analysis, verb)
    if _means_otherwise(analysis, own, lemma, cue, quoted):
        return False
    if first and analysis.tags[first[0]] == "TO" and analysis.word(first[0]).lower() == "to":
        return lemma in words.directive and not _is_for_oneself(analysis, verb, first)
    spoken = _has_preposition(lemma, lemmas | opening) and not (quoted and lemma in {"speak", "tell"})  # of "terms"
    return clause or lemma in words.nominal | words.label or spoken


def _means_otherwise(analysis: Analysis, own: Attribution, lemma: str, cue: list[int], quoted: bool) -> bool:
    """Whether a verb of speech says something else with this object."""
    tokens = _tokens(analysis, own)
    if lemma in DEPICTING and not quoted:  # "when two governments describe the same call"
        return not any(analysis.lemmas[token] == "as" for token in (*cue, *tokens))
    if lemma == "request":
        return {analysis.lemmas[token] for token in tokens} <= {"anonymity"}
    if lemma == "call" and not quoted and _is_visited(analysis, own, cue):
        return True
    if lemma == "welcome" and not quoted:
        return _is_received(analysis, own)
    return lemma == "recall" and _is_person(analysis, own)  # "recalled its ambassador for consultations"


def _is_visited(analysis: Analysis, own: Attribution, cue: list[int]) -> bool:
    """Whether "call" is a call on the telephone or a visit: "called both presidents", "called on the chairman"."""
    verb = next((token for token in cue if analysis.lemmas[token] == "call"), None)
    if verb is None or any(analysis.lemmas[token] == "for" for token in cue):
        return False
    below = {analysis.deps[child] for child in analysis.children(verb) if child > verb}
    return not below & {"oprd", "xcomp", "ccomp", "acomp", "attr"} and _is_received(analysis, own)


def _is_received(analysis: Analysis, own: Attribution) -> bool:
    """Whether the content is nothing but a person: who is greeted, called or visited, and not what is said."""
    tokens = _tokens(analysis, own)
    if any(analysis.tags[token] == "TO" or analysis.pos[token] in VERBS for token in tokens):
        return False
    root = next((token for token in tokens if analysis.heads[token] not in tokens or analysis.heads[token] == token), None)
    if root is None or analysis.pos[root] not in {"NOUN", "PROPN"}:
        return False
    named = [root, *(child for child in analysis.children(root) if analysis.deps[child] == "compound")]
    if any(office_head(analysis.lemmas[token].lower()) is not None for token in named):
        return True
    at = bisect_right(analysis.entities, root, key=lambda entity: entity.first) - 1
    entity = analysis.entities[at] if at >= 0 else None
    return entity is not None and entity.first <= root < entity.last and entity.label == "PERSON"


def _is_nobody(analysis: Analysis, own: Attribution, voice: frozenset[int]) -> bool:
    """Whether the source is nobody, or the author ("I", "we") of a text that is not given in his own name."""
    tokens = [token for span in own.source for token in analysis.tokens_in(span)]
    if len(tokens) != 1 or analysis.lemmas[tokens[0]] not in {"i", "we", "you", "one", "someone", "somebody"}:
        return False
    if own.source[0].start in voice:
        return False
    return not any(analysis.deps[child] in {"relcl", "acl"} for child in analysis.children(tokens[0]))  # "one who was there"


def _is_phrase(analysis: Analysis, cue: list[int]) -> bool:
    """ "in the words of", "by its own account"."""
    if not cue or analysis.lemmas[cue[0]] not in {"by", "in", "on"}:
        return False
    return any(analysis.lemmas[token] in WORDS | ACCOUNTS for token in cue)


def _tokens(analysis: Analysis, own: Attribution) -> list[int]:
    return [token for span in own.content for token in analysis.tokens_in(span)]


def _follows_that(analysis: Analysis, own: Attribution) -> bool:
    """Whether "that" opens the content: a clause, whatever the parser made of its verb."""
    before = analysis.text[: own.content[0].start].rstrip()[-5:].lower()
    return before.endswith(" that") and len(_tokens(analysis, own)) > 2


def _is_person(analysis: Analysis, own: Attribution) -> bool:
    """Whether the content is an office-holder and nothing that can be remembered or said."""
    return any(office_head(analysis.lemmas[token]) for token in _tokens(analysis, own)[:3])


def _is_told(analysis: Analysis, own: Attribution, verbs: list[int]) -> bool:
    """Whether the source is the one who was told, asked or promised: "Minister Balde, asked what had changed, ..."."""
    source = {token for span in own.source for token in analysis.tokens_in(span)}
    for verb in verbs:
        lemma = analysis.lemmas[verb]
        heard = lemma in cue_words().addressed | {"promise", "offer"} and is_passive(analysis, verb)
        agent = subject_of(analysis, verb) if heard else None
        if heard and (agent is None or agent not in source):
            return True
        if lemma == "ask" and _is_participle(analysis, own, verb):
            return True
    return False


def _is_agreed(analysis: Analysis, own: Attribution, verbs: list[int]) -> bool:
    """Whether two or more agree with each other: "both sides agreed that" is an agreement and no remark."""
    if not verbs or not all(analysis.lemmas[verb] in AGREEING for verb in verbs):
        return False
    tokens = [token for span in own.source for token in analysis.tokens_in(span)]
    several = any(analysis.tags[token] in {"NNS", "NNPS"} and analysis.lemmas[token] in PAIRED for token in tokens)
    return several or any(analysis.deps[token] == "conj" for token in tokens)


def _is_for_oneself(analysis: Analysis, verb: int, content: range) -> bool:
    """ "asked not to be named", "asked to be there too": nobody else is told what to do."""
    asked = any(child > verb and analysis.deps[child] in {"dobj", "dative"} for child in analysis.children(verb))
    passive = [analysis.word(token).lower() for token in content[:2]] == ["to", "be"]
    return analysis.lemmas[verb] in {"ask", "request"} and passive and not asked


def _is_participle(analysis: Analysis, own: Attribution, verb: int) -> bool:
    """ "Asked whether ...", at the head of a sentence, or set off by a comma from a source without one."""
    if verb == analysis.sentences[analysis.sentence_of[verb]][0]:
        return analysis.tags[verb] in {"VBN", "VBD"}
    if not own.source or own.source[0].end > analysis.starts[verb]:
        return False
    between = analysis.text[own.source[-1].end : analysis.starts[verb]].strip()
    return between in {",", ", when", ", who was"} and "," not in analysis.text[own.source[0].start : own.source[-1].end]


def _is_said(analysis: Analysis, verb: int, cue: set[str]) -> bool:
    """Whether a verb is one of speech; a particle makes another verb of it ("call off")."""
    words = cue_words()
    lemma = lemma_of(analysis, verb)
    if _has_preposition(lemma, cue):
        return True
    particle = any(analysis.deps[child] == "prt" for child in analysis.children(verb))
    if particle and lemma not in words.nominal:
        return lemma in words.speech and lemma not in words.label
    if lemma == "put":  # "puts the figure at 22"
        return any(analysis.lemmas[child] == "at" for child in analysis.children(verb))
    told = words.speech | words.label | words.addressed | words.nominal
    return lemma in told or (lemma in words.directive and _is_active(analysis, verb))


def _is_active(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is no passive and no bare participle ("invited to speak")."""
    perfect = any(analysis.lemmas[child] == "have" and analysis.deps[child] == "aux" for child in analysis.children(verb))
    return not is_passive(analysis, verb) and (analysis.tags[verb] != "VBN" or perfect)


def _has_preposition(lemma: str, near: set[str]) -> bool:
    """Whether a verb stands with the preposition that makes speech of it: "warned against", "objected to"."""
    return any(f"{lemma} {word}" in cue_words().prepositional for word in near)


def without_addressee(analysis: Analysis, own: Attribution) -> Attribution:
    """The attribution of a request without the ones asked: of "urged both sides to return", "to return" was said."""
    words = cue_words()
    verbs = {t for span in own.cue for t in analysis.tokens_in(span) if lemma_of(analysis, t) in words.directive}
    tokens = analysis.tokens_in(own.content[0]) if own.content else ()
    if not verbs or not tokens or tokens[0] < max(verbs):
        return own
    for token in tokens[1:]:
        clause = analysis.heads[token]
        if analysis.word(token).lower() == "to" and analysis.deps[token] == "aux" and analysis.heads[clause] in verbs:
            before = [t for t in tokens if t < token]
            asked = all(t < clause and analysis.pos[t] not in VERBS for t in before)
            span = trimmed(analysis.text, analysis.starts[token], own.content[0].end)
            return replace(own, content=(span, *own.content[1:])) if asked and span is not None else own
    return own
