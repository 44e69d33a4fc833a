"""Third-person pronouns: who is meant, by number, gender, role, nearness and speech; unresolved where it is not clear.

Source: the factors of Lappin and Leass (1994), weighted by hand, with noun phrases that are no actors as rivals.
"""

from collections import defaultdict
from dataclasses import dataclass

from communique.extract.actors.cue import SPEECH_LEMMAS
from communique.extract.actors.draft import Board, Draft
from communique.extract.actors.group import add_group
from communique.lexicon.name import SUFFIXES
from communique.lexicon.office import office_head
from communique.lexicon.word_set import word_set
from communique.model import ActorKind, NameKind

FORMS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "it": "n", "its": "n", "itself": "n",
}  # fmt: skip
ROLE = {
    "nsubj": 2.0, "nsubjpass": 1.8, "csubj": 0.5, "ROOT": 1.2, "dobj": 0.8, "dative": 0.6, "attr": 0.5, "agent": 0.5,
    "pobj": 0.3, "appos": 0.3, "conj": 0.2, "poss": -0.4, "compound": -1.2, "nmod": -1.0, "amod": -1.2, "npadvmod": -1.0,
}  # fmt: skip
BACK = 3
LONGEST_QUOTE = 4
MARGIN = {"m": 0.45, "f": 0.45, "p": 0.6, "n": 0.8}
UNKNOWN_GENDER = {"m": 0.5, "f": 1.8}
LEAST = {"m": 0.2, "f": 0.2, "p": 1.0, "n": 1.6}
LEAST_ALONE = -1.0
FEMININE = ("a", "ah", "ie", "ée")
AGENT_LEMMAS = SPEECH_LEMMAS | word_set("agent_lemmas")
PERSON_NOUNS = {
    **dict.fromkeys(("man", "boy", "father", "son", "brother", "husband", "king", "prince"), "m"),
    **dict.fromkeys(("woman", "girl", "mother", "daughter", "sister", "wife", "queen", "princess"), "f"),
    **dict.fromkeys(("person", "child", "parent"), ""),
}
BE_LEMMAS = word_set("be_lemmas")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something a pronoun may mean; `draft` None for a noun phrase that is no actor, `members` for joined subjects."""

    at: int
    draft: Draft | None
    plural: bool
    members: tuple[Draft, ...] = ()


class Pronouns:
    """Resolves the pronouns of one document in text order."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.analysis = board.analysis
        self.by_sentence: dict[int, list[Candidate]] = defaultdict(list)
        self.quoted = quoted_tokens(board)
        self.line = line_numbers(board)
        self.by_line: dict[int, list[int]] = defaultdict(list)
        for i, line in enumerate(self.line):
            self.by_line[line].append(i)
        self.speakers: dict[int, set[Draft]] = {}
        self._collect()

    def resolve(self) -> None:
        """Add a pronoun mention to the actor meant, where one is clear."""
        words = range(len(self.board.words))
        found = [i for i in words if self.board.lower(i) in FORMS and i not in self.board.at and not self._is_style(i)]
        for i in [*(k for k in found if k not in self.quoted), *(k for k in found if k in self.quoted)]:
            form = FORMS[self.board.lower(i)]
            if self.analysis.pos[i] not in ("PRON", "DET", "PROPN") or (form == "n" and self._is_expletive(i)):
                continue
            best = self._emphatic(i, form) or self._best(i, form)
            if best is not None and not self._is_generic(i, form):
                self._settle(i, best)

    def _is_style(self, i: int) -> bool:
        """ "HE President X": His Excellency."""
        return (
            self.board.words[i] == "HE" and self.board.words[i + 1 : i + 2] != [] and self.board.words[i + 1][:1].isupper()
        )

    def _emphatic(self, i: int, form: str) -> Candidate | None:
        """ "X himself": the name right before."""
        draft = self.board.at.get(i - 1)
        if draft is None or not self.board.lower(i).endswith("self"):
            return None
        if form in "mf" and draft.kind is not ActorKind.PERSON:
            return None
        return Candidate(i - 1, draft, False)

    def _is_generic(self, i: int, form: str) -> bool:
        """ "In X they say": the people of a place, not somebody named before."""
        first = self.analysis.sentences[self.analysis.sentence_of[i]][0]
        return form == "p" and i - first <= 3 and self.board.lower(first) in ("in", "at")

    def _speakers(self, i: int) -> set[Draft]:
        """Whoever speaks outside the quotation marks of the line of token `i`."""
        line = self.line[i]
        if line not in self.speakers:
            self.speakers[line] = {
                self.board.at[k]
                for k in self.by_line[line]
                if k in self.board.at and k not in self.quoted and self.analysis.deps[k] == "nsubj"
                and self.analysis.lemmas[self.analysis.heads[k]] in SPEECH_LEMMAS
            }  # fmt: skip
        return self.speakers[line]

    # ------------------------------------------------ candidates

    def _collect(self) -> None:
        heads: dict[int, tuple[Draft, NameKind]] = {}
        for draft in self.board.drafts:
            for span, kind in draft.mentions.items():
                tokens = self.analysis.tokens_in(span)
                head = self._head(tokens.start, tokens.stop)
                if kind is not NameKind.PRONOUN and head is not None:
                    heads.setdefault(head, (draft, kind))
        for i in range(len(self.board.words)):
            if i in heads:
                self._add(i, *heads[i])
            elif i in self.board.titles:
                self._add(i, self.board.titles[i], NameKind.DESCRIPTION)
            elif i not in self.board.at and self._is_rival(i):
                plural = self.analysis.tags[i] == "NNS"
                self.by_sentence[self.analysis.sentence_of[i]].append(Candidate(i, None, plural))

    def _head(self, first: int, last: int) -> int | None:
        """The token of [first, last) whose head lies outside."""
        outside = [
            i for i in range(first, last) if not first <= self.analysis.heads[i] < last or self.analysis.heads[i] == i
        ]
        return outside[-1] if outside else None

    def _add(self, i: int, draft: Draft, kind: NameKind) -> None:
        above = self.analysis.heads[i]
        if self.analysis.deps[i] == "compound" and self.board.lower(above) in SUFFIXES:
            i = above
        own = self.by_sentence[self.analysis.sentence_of[i]]
        plural = draft.plural or (kind is not NameKind.NAME and self.analysis.tags[i] in ("NNPS", "NNS"))
        own.append(Candidate(i, draft, plural))
        if self.analysis.deps[i] == "conj":
            first = self.analysis.heads[i]
            other = next((found for found in own if found.at == first and found.draft is not None), None)
            if other is not None and other.draft is not draft and other.draft is not None:
                own.append(Candidate(first, None, True, (other.draft, draft)))

    def _is_rival(self, i: int) -> bool:
        if self.analysis.pos[i] not in ("NOUN", "PROPN") or self.analysis.deps[i] in ("compound", "nmod", "npadvmod"):
            return False
        dep = self.analysis.deps[i]
        above = self.analysis.deps[self.analysis.heads[i]] if dep == "conj" else dep
        return dep in ROLE and above not in ("appos", "attr")

    # ------------------------------------------------ scoring

    def _best(self, i: int, form: str) -> Candidate | None:
        scores: dict[object, tuple[float, Candidate]] = {}
        sentence = self.analysis.sentence_of[i]
        for back in range(BACK + LONGEST_QUOTE + 1):
            start = self.analysis.sentences[max(0, sentence - back)][0]
            if self._told_between(start, i, back) > BACK:
                break
            if sentence - back < 0 or self.line[i] - self.line[self.analysis.sentences[sentence - back][0]] > 3:
                break
            for candidate in self.by_sentence[sentence - back]:
                if not self._possible(candidate, i, form):
                    continue
                score = self._score(candidate, i, form, back)
                key: object = candidate.members or candidate.draft or candidate.at
                if key not in scores or score > scores[key][0]:
                    scores[key] = (score, candidate)
        ranked = sorted(scores.values(), key=lambda row: (-row[0], row[1].at))
        if not ranked or (ranked[0][1].draft is None and not ranked[0][1].members):
            return None
        if ranked[0][0] < (LEAST_ALONE if form in "mf" and len(ranked) == 1 else LEAST[form]):
            return None
        rivals = [score for score, candidate in ranked[1:] if not self._same(candidate, ranked[0][1])]
        margin = MARGIN[form]
        if form in "mf" and self._gender(ranked[0][1]) != form:
            known = [score for score, candidate in ranked[1:] if self._gender(candidate) == form]
            rivals, margin = (known, UNKNOWN_GENDER[form]) if known else (rivals, margin)
        return ranked[0][1] if not rivals or ranked[0][0] - rivals[0] >= margin else None

    @staticmethod
    def _gender(candidate: Candidate) -> str:
        return candidate.draft.gender if candidate.draft is not None else ""

    @staticmethod
    def _same(one: Candidate, two: Candidate) -> bool:
        """Whether a pair and one of its members compete: the pair then speaks for itself."""
        return one.draft is not None and one.draft in two.members

    def _possible(self, candidate: Candidate, i: int, form: str) -> bool:
        if candidate.at == i or (candidate.at > i and not self._cataphora(candidate, i)):
            return False
        if self._bound(candidate, i):
            return False
        draft = candidate.draft
        if i in self.quoted and draft is not None and draft in self._speakers(i):
            return False
        if form in "mf":
            if draft is None:
                return not candidate.members and not candidate.plural and self._personal_noun(candidate.at, form)
            return draft.kind is ActorKind.PERSON and draft.gender in ("", form)
        if form == "p":
            if draft is None:
                return candidate.plural
            return candidate.plural or draft.kind is not ActorKind.PERSON
        if draft is None:
            return not candidate.plural
        return draft.kind in (ActorKind.STATE, ActorKind.ORGANISATION) and not candidate.plural

    def _personal_noun(self, at: int, form: str) -> bool:
        head = office_head(self.board.words[at])
        if head is not None:
            return not head.plural and head.gender in ("", form)
        return PERSON_NOUNS.get(self.board.lower(at), "none") in ("", form)

    def _cataphora(self, candidate: Candidate, i: int) -> bool:
        """Whether the name comes later as subject of the main clause, the pronoun in a clause before it."""
        analysis = self.analysis
        if analysis.sentence_of[candidate.at] != analysis.sentence_of[i] or analysis.deps[candidate.at] != "nsubj":
            return False
        main = analysis.heads[candidate.at]
        above = list(analysis.ancestors(i))
        return main in above and any(analysis.deps[k] in ("advcl", "prep") for k in [i, *above] if k != main)

    def _bound(self, candidate: Candidate, i: int) -> bool:
        """Whether grammar rules the reading out: object and subject of one verb, or a pronoun inside the name's phrase."""
        analysis = self.analysis
        word = self.board.lower(i)
        head = analysis.heads[i]
        if analysis.deps[i] == "poss" and self._follows(candidate, i):
            return False
        drafts = candidate.members or ((candidate.draft,) if candidate.draft is not None else ())
        inside = self._inside(candidate.at, i)
        if inside and (analysis.deps[i] == "poss" or word.endswith(("self", "selves"))):
            return True
        if analysis.deps[i] == "poss" and candidate.at in analysis.children(head):
            return candidate.at > i
        if word.endswith(("self", "selves")) or analysis.deps[i] == "poss":
            return False
        verb = head if analysis.pos[head] in ("VERB", "AUX") else analysis.heads[head]
        for child in analysis.children(verb):
            if child != i and analysis.deps[child] in ("nsubj", "nsubjpass", "dobj", "dative"):
                named = self.board.at.get(child)
                if child == candidate.at or (named is not None and named in drafts):
                    return True
        return False

    def _inside(self, at: int, i: int) -> bool:
        """Whether the pronoun stands in the noun phrase of the name itself, no clause between."""
        for above in self.analysis.ancestors(i):
            if above == at:
                return self.analysis.pos[at] in ("NOUN", "PROPN")
            if self.analysis.pos[above] in ("VERB", "AUX"):
                return False
        return False

    def _score(self, candidate: Candidate, i: int, form: str, back: int) -> float:
        analysis, draft = self.analysis, candidate.draft
        dep = analysis.deps[candidate.at]
        score = ROLE.get(dep, 0.0) - 1.1 * self._told_between(candidate.at, i, back)
        if dep in ("nsubj", "nsubjpass") and analysis.deps[i] in ("nsubj", "nsubjpass"):
            score += 0.5
        speaks = analysis.deps[i] == "nsubj" and analysis.lemmas[analysis.heads[i]] in SPEECH_LEMMAS and i not in self.quoted
        if candidate.at in self.quoted and i not in self.quoted:
            score -= 2.0 if speaks else 1.0
        if speaks and self._is_source(candidate.at):
            score += 1.5
        if back == 0 and candidate.at < i:
            score += self._in_sentence(candidate, i)
        if analysis.deps[i] == "poss" and self._follows(candidate, i):
            score += 1.5
        if candidate.at in analysis.ancestors(i) and candidate.draft is not None:
            score += 1.0
        if draft is not None:
            score += min(0.8, 0.1 * len(draft.mentions))
            score += 0.6 if draft.gender == form else self._unlikely(draft, form)
            if form == "p" and not candidate.plural:
                score -= 2.5 if draft.kind is ActorKind.STATE else 0.3
        elif candidate.members:
            score += 0.8
        elif form in "mf":
            score += 0.3
        if form in "np":
            score += self._agency(candidate, i)
        if self.line[i] != self.line[candidate.at]:
            score -= 0.3
        return score

    def _told_between(self, at: int, i: int, back: int) -> int:
        """Sentences back to the candidate; those that only quote do not take the story further."""
        first = self.analysis.sentence_of[at] + 1
        between = range(first, self.analysis.sentence_of[i])
        return back - sum(
            all(k in self.quoted or not self.board.words[k].isalpha() for k in self._tokens(s)) for s in between
        )

    def _tokens(self, sentence: int) -> range:
        return range(*self.analysis.sentences[sentence])

    @staticmethod
    def _unlikely(draft: Draft, form: str) -> float:
        """What speaks against "she" for a person whose name no list of given names knows."""
        if form != "f" or draft.kind is not ActorKind.PERSON:
            return 0.0
        return -0.2 if draft.name.split()[0].endswith(FEMININE) else -1.0

    def _follows(self, candidate: Candidate, i: int) -> bool:
        """ "X, his adviser" and "X or his backers": the name stands right before the joining word."""
        between = " ".join(self.board.lower(k) for k in range(candidate.at + 1, i))
        return between in (",", "and", "or", ", and", ", or")

    def _is_source(self, at: int) -> bool:
        """ "For X, ..." and "According to X, ..." at the start of a sentence."""
        first = self.analysis.sentences[self.analysis.sentence_of[at]][0]
        return self.analysis.deps[at] == "pobj" and at - first <= 4 and self.board.lower(first) in ("for", "according")

    def _in_sentence(self, candidate: Candidate, i: int) -> float:
        """Within a sentence: the speaker for a subject inside what is said, the clause's subject for a possessive."""
        analysis = self.analysis
        verb = analysis.heads[candidate.at]
        if analysis.deps[candidate.at] not in ("nsubj", "nsubjpass"):
            return 0.0
        speech = analysis.lemmas[verb] in SPEECH_LEMMAS
        if verb in analysis.ancestors(i):
            if speech and i in self.quoted and analysis.deps[i] != "poss":
                return -2.0
            return 1.0 if speech or analysis.deps[i] == "poss" else 0.6
        return 0.0

    def _agency(self, candidate: Candidate, i: int) -> float:
        """Whether "it" or "they" does what actors do."""
        verb = self.analysis.heads[i]
        acts = self.analysis.deps[i] == "nsubj" and self.analysis.lemmas[verb] in AGENT_LEMMAS
        actor = candidate.draft is not None or bool(candidate.members)
        if acts:
            return 0.8 if actor else -0.8
        return 0.0

    def _is_expletive(self, i: int) -> bool:
        """ "it is clear that", "it seems", "it takes": no one is meant."""
        analysis = self.analysis
        verb = analysis.heads[i]
        if analysis.deps[i] == "expl":
            return True
        if analysis.deps[i] not in ("nsubj", "nsubjpass"):
            return False
        below = [analysis.deps[k] for k in analysis.children(verb)]
        if analysis.lemmas[verb] in BE_LEMMAS and (
            "acomp" in below or "attr" in below or "ccomp" in below or "xcomp" in below
        ):
            return True
        return analysis.deps[i] == "nsubjpass" and ("ccomp" in below or "xcomp" in below)

    def _settle(self, i: int, best: Candidate) -> None:
        draft = best.draft
        if draft is None:
            names = " and ".join(member.name for member in best.members)
            draft = add_group(self.board, names, list(best.members), i, i + 1)
            del draft.mentions[self.analysis.span(i, i + 1)]
        self.board.mention(draft, i, i + 1, NameKind.PRONOUN)
        self.by_sentence[self.analysis.sentence_of[i]].append(Candidate(i, draft, draft.plural or best.plural))


def quoted_tokens(board: Board) -> frozenset[int]:
    """Tokens between double quotation marks of one line."""
    found: set[int] = set()
    opened: int | None = None
    for i, word in enumerate(board.words):
        if i and "\n" in board.analysis.text[board.analysis.ends[i - 1] : board.analysis.starts[i]]:
            opened = None
        if word in ('"', "``", "''", "«", "»"):
            if opened is None:
                opened = i
            else:
                found.update(range(opened + 1, i))
                opened = None
    return frozenset(found)


def line_numbers(board: Board) -> list[int]:
    """The number of the line that each token stands in; empty lines do not count."""
    lines, number = [], 0
    for i in range(len(board.words)):
        if i and "\n" in board.analysis.text[board.analysis.ends[i - 1] : board.analysis.starts[i]]:
            number += 1
        lines.append(number)
    return lines
