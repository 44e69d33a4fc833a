"""Whom "both sides", "the two countries" and "the two parties: A and B" mean.

A pair of states is judged by how often the document joins the two ("X and Y", "the X-Y talks"), and by how near before.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.actors.cue import LOCATIVE
from communique.extract.actors.draft import Board, Draft
from communique.extract.actors.group import PAIR_WORDS, add_group
from communique.lexicon.word_set import word_set
from communique.model import ActorKind

JOINT_NOUNS = word_set("joint_nouns")
OF_TALKS = frozenset({"sides", "parties", "delegations"})
POINTING = frozenset({"the", "both", "these", "those", "their", "all"})
JOINERS = frozenset({"and", "-", "–"})
COLONS = frozenset({":", "—", "–"})
MOST_OFTEN = 4.0
FEWEST = 2
MEETING = frozenset({"meet", "speak", "talk"})
NEAR = {0: 4.0, 1: 2.0, 2: 1.0}
OF_PEOPLE = 0.7
SAME_SENTENCE = 1.5
SENTENCE_BEFORE = 0.75


@dataclass(frozen=True, slots=True)
class Joined:
    """Two states that words join; `at`: token of the second."""

    at: int
    states: tuple[Draft, Draft]
    weight: float


def add_joint_sides(board: Board) -> None:
    """Groups for "both sides" and the like, with the two states meant where they are clear."""
    joined = _joined(board)
    for i in range(1, len(board.words)):
        if board.lower(i) not in JOINT_NOUNS or i in board.at:
            continue
        first = i
        while first > 0 and i - first < 3 and (
            board.lower(first - 1) in PAIR_WORDS | POINTING or board.analysis.pos[first - 1] == "ADJ"
        ):  # fmt: skip
            first -= 1
        words = {board.lower(k) for k in range(first, i)}
        if not words & PAIR_WORDS and not (words == {"the"} and board.lower(i) in OF_TALKS):
            continue
        members = _listed(board, i) or (
            _meant(board, first, joined, paired=bool(words & PAIR_WORDS)) if words & POINTING else []
        )
        first += board.lower(first) in ("the", "these", "those", "their")
        add_group(board, board.analysis.words(first, i + 1), members, first, i + 1)


def _listed(board: Board, i: int) -> list[Draft]:
    """ "two parties to the process: A and B", "the two countries, A and B,": the actors told right after."""
    k = next((k for k in range(i + 1, min(i + 6, len(board.words))) if board.words[k] in COLONS), None)
    if k is None and board.lower(i + 1) == ",":
        k = i + 1
    if k is None:
        return []
    found: list[Draft] = []
    k += 1
    while k < len(board.words) and (k in board.at or board.lower(k) in ("and", "the")):
        draft = board.at.get(k)
        if draft is not None and draft not in found:
            found.append(draft)
        k += 1
    return found if len(found) == 2 else []


def _joined(board: Board) -> list[Joined]:
    """Every "X and Y" and "X-Y" of two states, or of persons of two states; longer lists are no pair."""
    found = []
    for k in range(1, len(board.words) - 1):
        if board.lower(k) not in JOINERS:
            continue
        one, two = board.at.get(k - 1), _after(board, k)
        if one is None or two is None or one.kind is not two.kind:
            continue
        first = k - 1
        while board.at.get(first - 1) is one:
            first -= 1
        left, right = _state(board, one), _state(board, two)
        if board.lower(first - 1) == "," or left is None or right is None or left is right:
            continue
        weight = 1.0 if one.kind is ActorKind.STATE else OF_PEOPLE
        found.append(Joined(k + 1, (left, right), weight))
    return found


def joined_people(board: Board) -> tuple[Draft, Draft] | None:
    """The two persons whom the document joins most ("X and Y", "X met Y"), at least twice; None where no two stand out."""
    count: Counter[frozenset[int]] = Counter()
    known: dict[int, Draft] = {}
    for one, two in _couples(board):
        if one is not two and one.kind is two.kind is ActorKind.PERSON:
            count[frozenset((id(one), id(two)))] += 1
            known |= {id(one): one, id(two): two}
    rows = count.most_common(2)
    if not rows or rows[0][1] < FEWEST or (len(rows) > 1 and rows[1][1] == rows[0][1]):
        return None
    one, two = sorted((known[own] for own in rows[0][0]), key=lambda draft: draft.start())
    return one, two


def _couples(board: Board) -> Iterator[tuple[Draft, Draft]]:
    """Actors on both sides of "and" or a hyphen, and those who meet or speak with each other."""
    analysis = board.analysis
    for k in range(1, len(board.words) - 1):
        one = board.at.get(k - 1) if board.lower(k) in JOINERS else None
        two = _after(board, k) if one is not None else None
        if one is not None and two is not None:
            yield one, two
        if analysis.lemmas[k] in MEETING and analysis.pos[k] == "VERB":
            below = analysis.children(k)
            doers = [own for own in below if analysis.deps[own] == "nsubj"]
            others = [own for own in below if analysis.deps[own] == "dobj"]
            others += [
                own
                for at in below
                if analysis.lemmas[at] == "with"
                for own in analysis.children(at)
                if analysis.deps[own] == "pobj"
            ]
            pairs = ((board.at.get(doer), board.at.get(other)) for doer in doers for other in others)
            yield from ((doer, other) for doer, other in pairs if doer is not None and other is not None)


def _after(board: Board, k: int) -> Draft | None:
    """The actor named behind the joining word; behind a title for a person ("X and Foreign Minister Y")."""
    for i in range(k + 1, min(k + 6, len(board.words))):
        if i in board.at:
            draft = board.at[i]
            return draft if i == k + 1 or draft.kind is ActorKind.PERSON else None
        if board.analysis.pos[i] not in ("PROPN", "NOUN", "ADJ"):
            return None
    return None


def _state(board: Board, draft: Draft) -> Draft | None:
    if draft.kind is ActorKind.STATE:
        return draft
    return board.named.get(draft.country or "") if draft.kind is ActorKind.PERSON else None


def _meant(board: Board, i: int, joined: list[Joined], *, paired: bool) -> list[Draft]:
    """The pair of states that words before token `i` point to; [] where none stands out."""
    sentence = board.analysis.sentence_of[i]
    score: dict[frozenset[int], float] = defaultdict(float)
    states: dict[frozenset[int], list[Draft]] = {}
    nearest: dict[frozenset[int], int] = {}
    for own in joined:
        if own.at >= i:
            break
        key = frozenset(map(id, own.states))
        states.setdefault(key, list(own.states))
        score[key] = min(MOST_OFTEN, score[key] + own.weight)
        nearest[key] = own.at
    for key, at in nearest.items():
        score[key] += NEAR.get(sentence - board.analysis.sentence_of[at], 0.0)
    for back, weight in ((0, SAME_SENTENCE), (1, SENTENCE_BEFORE)):
        named = _states_between(board, i, back)
        if len(named) == 2 and (back == 0 or paired):
            key = frozenset(map(id, named))
            states.setdefault(key, named)
            score[key] += weight
    if score:
        best = max(score, key=lambda key: (score[key], nearest.get(key, i)))
        return states[best]
    ranked = sorted((d for d in board.drafts if d.kind is ActorKind.STATE), key=lambda d: -len(d.mentions))
    if len(ranked) >= 2 and (len(ranked) == 2 or len(ranked[1].mentions) >= 2 * len(ranked[2].mentions)):
        return ranked[:2]
    return []


def _states_between(board: Board, i: int, back: int) -> list[Draft]:
    """States named, or of persons named, from the start of the sentence `back` before up to token `i`."""
    analysis = board.analysis
    start = analysis.sentences[max(0, analysis.sentence_of[i] - back)][0]
    found: list[Draft] = []
    for k in range(start, i):
        draft = board.at.get(k)
        where = draft is not None and draft.kind is ActorKind.STATE and board.lower(k - 1) in LOCATIVE
        state = _state(board, draft) if draft is not None and not where else None
        if state is not None and state not in found:
            found.append(state)
    return found
