"""At whose request an encounter took place: "at the request of the Lao side", "on the initiative of Oslo"."""

import re
from collections.abc import Iterator

from communique.compare.stage import Stage, sentence_around, words_at
from communique.compare.stated import Relation, Stated
from communique.compare.values import plain
from communique.lexicon.country import country_by_capital, country_by_demonym, country_by_name
from communique.model import Encounter, EncounterMention, Span

ASKED = re.compile(
    r"\b(?:at|on|upon|following) (?:the )?(?:request|initiative|invitation|behest|wish) (?:of|from) (?:the )?"
    r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})(?: (?:side|party|government|delegation|authorities|capital))?",
)
ASKED_BY = re.compile(
    r"\b(?:at|on) (?P<who>[A-Z][\w-]*)['’]s (?:request|initiative|invitation|behest)\b"
    r"|\b(?:requested|initiated|proposed) by (?:the )?(?P<by>[A-Z][\w’'-]*)(?: side)?\b"
)
NOT_ASKED = re.compile(
    r"\b(?:suspend\w*|postpon\w*|cancel\w*|put off|called off|broken off|adjourn\w*|interrupt\w*|ended|delayed|moved|either|neither|not)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def initiators(encounter: Encounter, stage: Stage) -> list[Stated[str]]:
    """Who asked for the encounter, by each document that says so beside words that name it; states by their code."""
    found = []
    for mention in encounter.mentions:
        for span, who in dict.fromkeys(_asked(mention, stage)):
            key = _party(who)
            found.append(Stated(mention.document, who, key, key, (words_at(stage, mention.document, span),)))
    return found


def _asked(mention: EncounterMention, stage: Stage) -> Iterator[tuple[Span, str]]:
    text = stage.texts.get(mention.document, "")
    for words in (mention.trigger, *mention.evidence):
        around = sentence_around(text, words.span)
        for pattern in (ASKED, ASKED_BY):
            for own in pattern.finditer(text, around.start, around.end):
                if not NOT_ASKED.search(text[around.start : own.start()]):
                    yield Span(own.start(), own.end()), next(name for name in own.groups() if name)


def _party(words: str) -> str:
    bare = words.removesuffix("'s").removesuffix("’s")
    state = country_by_name(bare) or country_by_demonym(bare) or country_by_capital(bare)
    return state.code if state is not None else plain(bare)


def relate_initiators(one: str, two: str) -> Relation:
    """Two states: conflict. A person or body may have asked in the name of a state."""
    if one == two:
        return Relation.SAME
    return Relation.CONFLICT if _is_code(one) and _is_code(two) else Relation.COMPATIBLE


def _is_code(own: str) -> bool:
    return own.isupper()
