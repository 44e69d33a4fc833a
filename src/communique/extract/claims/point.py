"""Where a text says that something was agreed, not agreed, proposed, stalled or broken."""

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.claims.bargain import Bargain, verb_bargain
from communique.extract.claims.breach import breach_bargain
from communique.extract.claims.brought import brought, provisional, referred, welcomed
from communique.extract.claims.clause import is_verb
from communique.extract.claims.deed import deed_bargain
from communique.extract.claims.lack import lack_bargain
from communique.extract.claims.open_point import open_bargain
from communique.extract.claims.pact import noun_bargain
from communique.extract.claims.party import Parties
from communique.extract.claims.proposal import proposed
from communique.extract.claims.provision import by_paper, provided
from communique.extract.claims.split import split_content
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementStatus, Analysis

OPEN = frozenset({AgreementStatus.AGREED, AgreementStatus.PARTLY_AGREED})
REACH = 60  # tokens behind "agreed"
BUT = frozenset({"but", "though", "although", "yet"})


def find_bargains(analysis: Analysis, parties: Parties) -> Iterator[Bargain]:
    """Points of agreement in text order; coordinated commitments apart."""
    for token in range(len(analysis)):
        if is_verb(analysis, token):
            found = (
                verb_bargain(analysis, parties, token)
                or provided(analysis, parties, token)
                or by_paper(analysis, parties, token)
                or breach_bargain(analysis, parties, token)
                or open_bargain(analysis, parties, token)
                or lack_bargain(analysis, parties, token)
                or referred(analysis, parties, token)
                or welcomed(analysis, parties, token)
                or provisional(analysis, parties, token)
                or proposed(analysis, parties, token)
                or deed_bargain(analysis, parties, token)
            )
        elif analysis.pos[token] in ("NOUN", "PROPN"):
            found = brought(analysis, parties, token) or noun_bargain(analysis, parties, token)
        else:
            found = None
        if found is None:
            continue
        short = _but_not(analysis, found)
        if short is not None:
            found = replace(found, last=_before(analysis, found, short.first))
            yield short
        for first, last in split_content(analysis, found.head, found.first, found.last):
            yield replace(found, first=first, last=last)


def _but_not(analysis: Analysis, found: Bargain) -> Bargain | None:
    """The point of "agreed on dates, but not on fees" that was not agreed; None where there is none."""
    if analysis.lemmas[found.head] not in agreement_words().agree or found.status not in OPEN:
        return None
    end = analysis.sentences[analysis.sentence_of[found.head]][1]
    for token in range(found.head + 1, min(end - 3, found.head + REACH)):
        said = [analysis.lemmas[own] for own in range(token, token + 3)]
        if said[0] in BUT and said[1] == "not" and said[2] in ("on", "about", "over", "upon"):
            last = max(analysis.subtree(token + 2)[-1] + 1, token + 4)
            return replace(found, status=AgreementStatus.NOT_AGREED, kind="agreement", first=token, last=last, joint=True)
    return None


def _before(analysis: Analysis, found: Bargain, cut: int) -> int:
    last = min(found.last, cut)
    while last - 1 > found.first and analysis.deps[last - 1] in ("punct", "cc"):
        last -= 1
    return last
