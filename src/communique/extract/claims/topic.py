"""What an article speaks of where a stance is taken: the words around it, for content that names no subject by itself.

"Iceland wants sixteen", "the ministry denied it", "calls the penalties poetry": a reader knows the subject from the sentences
before, from where else the article speaks of the same thing, and from what the article is mostly about. The weights were set
on the development sets; near them the result hardly changes.
"""

from collections import Counter
from collections.abc import Mapping

from communique.extract.claims.body_noun import BODIES, SERVING
from communique.lexicon.issue import load_issues
from communique.lexicon.stance import stance_words
from communique.model import ActorKind, Analysis, DocumentActors

OWN = 1.5
SAME = 0.2
BEFORE = 0.5
FADE = 0.5
BREAK = 0.6
BACK = 3
CHAIN = 0.2
WHOLE = 2.0
GENERAL = 0.5
MOST = 4.0
PLAIN = 2.0
WIDEST = 8
# issues of any negotiation: that they are named near by says little
ANY = frozenset({"talks-process", "summit", "participation", "mediation", "bilateral-relations", "diplomatic-missions"})

Scores = Mapping[str, float]


class Topics:
    """Weights of issues by place in one article.

    Sentence weights are read once; words that only name a person or a holder of office ("the ambassador", "the energy
    minister") are no subject and are left out.
    """

    def __init__(self, analysis: Analysis, actors: DocumentActors) -> None:
        self.analysis = analysis
        self._tree = load_issues()
        self._masked = _who(analysis, actors)
        self._sentences: list[Scores] = []
        self._share: dict[str, float] | None = None
        self._where: dict[str, list[int]] = {}

    def ranked(self, first: int, last: int, own: str, general: float = GENERAL) -> list[tuple[str, float]]:
        """Issue ids with their weights, best first, for content in tokens [first, last); [] where nothing is named anywhere.

        Args:
            own: the words of the content that count in full.
            general: factor for issues that any negotiation has.
        """
        total: dict[str, float] = {}
        named = self._tree.scores(own)
        for issue, weight in named.items():
            total[issue] = OWN * weight
        number = self.analysis.sentence_of[first]
        for issue, weight in self.at(number).items():
            self._add(total, general, issue, SAME * max(0.0, weight - named.get(issue, 0.0)))
        share = BEFORE
        for near in range(number - 1, max(-1, number - 1 - BACK), -1):
            share *= BREAK if self._breaks(near + 1) else 1.0
            for issue, weight in self.at(near).items():
                self._add(total, general, issue, share * min(weight, MOST))
            share *= FADE
        for issue, weight in self.chain(first, last).items():
            self._add(total, general, issue, CHAIN * weight)
        for issue, weight in self.whole().items():
            self._add(total, general, issue, WHOLE * weight)
        first_named = {issue: place for place, issue in enumerate(self._tree.find(own, least=0.0))}
        return sorted(total.items(), key=lambda row: (-row[1], first_named.get(row[0], len(first_named)), row[0]))

    def _add(self, total: dict[str, float], general: float, issue: str, weight: float) -> None:
        total[issue] = total.get(issue, 0.0) + weight * (general if issue in ANY else 1.0)

    def at(self, sentence: int) -> Scores:
        """Weights of the issues that a sentence names."""
        if not self._sentences:
            self._sentences = [
                self._tree.scores(" ".join(self.analysis.word(own) for own in range(first, last) if own not in self._masked))
                for first, last in self.analysis.sentences
            ]
        return self._sentences[sentence]

    def chain(self, first: int, last: int) -> Scores:
        """Weights from the other sentences that name the same things or figures."""
        analysis = self.analysis
        total: dict[str, float] = {}
        number = analysis.sentence_of[first]
        lemmas = dict.fromkeys(analysis.lemmas[own] for own in range(first, last) if self._tells(own))
        for lemma in lemmas:
            places = [own for own in self._places().get(lemma, ()) if own != number]
            if 0 < len(places) <= WIDEST:
                for place in places:
                    for issue, weight in self.at(place).items():
                        total[issue] = total.get(issue, 0.0) + min(weight, MOST) / len(places)
        return total

    def whole(self) -> Scores:
        """Share of each issue among all that the sentences of the article clearly name."""
        if self._share is None:
            named = Counter(
                issue
                for number in range(len(self.analysis.sentences))
                for issue, weight in self.at(number).items()
                if weight >= PLAIN
            )
            self._share = {issue: count / named.total() for issue, count in sorted(named.items())}
        return self._share

    def _tells(self, token: int) -> bool:
        analysis = self.analysis
        if analysis.pos[token] not in ("NOUN", "NUM") or token in self._masked or len(analysis.lemmas[token]) < 2:
            return False
        return analysis.lemmas[token] not in stance_words().framing | stance_words().matterless

    def _places(self) -> Mapping[str, list[int]]:
        if not self._where:
            for token in range(len(self.analysis)):
                if self._tells(token):
                    found = self._where.setdefault(self.analysis.lemmas[token], [])
                    if not found or found[-1] != self.analysis.sentence_of[token]:
                        found.append(self.analysis.sentence_of[token])
        return self._where

    def _breaks(self, sentence: int) -> bool:
        """Whether a new line begins with the sentence."""
        analysis = self.analysis
        before, here = analysis.sentences[sentence - 1], analysis.sentences[sentence]
        return "\n" in analysis.text[analysis.ends[before[1] - 1] : analysis.starts[here[0]]]


def _who(analysis: Analysis, actors: DocumentActors) -> frozenset[int]:
    """Tokens of mentions of persons, of ministries, delegations and such."""
    found: set[int] = set()
    for actor in actors.actors:
        for mention in actor.mentions:
            tokens = analysis.tokens_in(mention.evidence.span)
            if actor.kind is ActorKind.PERSON or any(analysis.lemmas[own] in BODIES for own in tokens):
                found.update(tokens)
    found.update(own for own in range(len(analysis)) if analysis.lemmas[own] in SERVING or _is_port(analysis, own))
    return frozenset(found)


def _is_port(analysis: Analysis, token: int) -> bool:
    """The "Port" of the name of a city."""
    return analysis.lemmas[token] == "port" and analysis.pos[token] == "PROPN"
