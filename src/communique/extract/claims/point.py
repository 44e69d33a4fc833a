"""Where a text says that something was agreed, not agreed, proposed, stalled or broken."""

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.claims.bargain import Bargain, verb_bargain
from communique.extract.claims.breach import breach_bargain
from communique.extract.claims.clause import is_verb
from communique.extract.claims.open_point import open_bargain
from communique.extract.claims.pact import noun_bargain
from communique.extract.claims.party import Parties
from communique.extract.claims.proposal import proposed
from communique.extract.claims.provision import by_paper, provided
from communique.extract.claims.split import split_content
from communique.model import Analysis


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
                or proposed(analysis, parties, token)
            )
        elif analysis.pos[token] in ("NOUN", "PROPN"):
            found = noun_bargain(analysis, parties, token)
        else:
            found = None
        if found is None:
            continue
        for first, last in split_content(analysis, found.head, found.first, found.last):
            yield replace(found, first=first, last=last)
