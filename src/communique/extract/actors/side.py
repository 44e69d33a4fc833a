"""What a document says of whose side a person is on: "on the Russian side: A, B", "the delegation led by C"."""

from communique.extract.actors.draft import Board, Draft
from communique.lexicon.word_set import word_set
from communique.model import ActorKind, NameKind

ACTING = frozenset({"sign", "initial", "speak", "negotiate"})  # "signed for Norway"
HEADING = frozenset({"lead", "head", "chair", "front"})
LEADING = word_set("leading")
DELEGATIONS = frozenset(["delegation", "delegations", "side", "team", "negotiators", "diplomats", "mission"])


def add_sides(board: Board) -> None:
    """Give persons that a document lists under a state's side that state as country and principal."""
    for state in [draft for draft in board.drafts if draft.kind is ActorKind.STATE]:
        for span, kind in list(state.mentions.items()):
            tokens = board.analysis.tokens_in(span)
            last = tokens.stop - 1
            if (kind is NameKind.DESCRIPTION and board.lower(last) in DELEGATIONS) or kind is NameKind.METONYM:
                _listed(board, state, tokens.start, tokens.stop, kind)
            preposition = tokens.start - 1
            if board.lower(preposition) == "for" and board.analysis.lemmas[board.analysis.heads[preposition]] in ACTING:
                signer = _subject(board, board.analysis.heads[preposition])
                _give(board, state, [signer] if signer is not None else [])


def _listed(board: Board, state: Draft, first: int, last: int, kind: NameKind) -> None:
    before = [board.lower(k) for k in range(max(0, first - 2), first)]
    on_side = before == ["on", "the"] and board.lower(last - 1) == "side"
    if on_side:
        named = board.at.get(first - 3)
        behind = named is not None and named.kind is ActorKind.PERSON
        _give(board, state, _list_before(board, first - 2) if behind else _list_after(board, last + 1))
        return
    verb = _verb_after(board, last)
    if verb is not None:
        passive = board.lower(verb + 1) == "by"
        includes = board.analysis.lemmas[verb] in ("include", "comprise")
        if passive or includes:
            people = _list_after(board, verb + 1 + passive)
            _give(board, state, people)
            if passive and board.analysis.lemmas[verb] in HEADING:
                _leads(board, state, people[:1])
    leader = _leader_before(board, first)
    if leader is not None and kind is NameKind.DESCRIPTION:
        _give(board, state, [leader])
        _leads(board, state, [leader])


def _leads(board: Board, state: Draft, people: list[Draft]) -> None:
    """Note who leads the delegation of a state; of two that lead at different times neither is meant later."""
    for draft in people:
        code = state.country or ""
        board.leading[code] = draft if board.leading.get(code, draft) is draft else None


def _verb_after(board: Board, last: int) -> int | None:
    """A verb of leading or including within five words behind the delegation."""
    for k in range(last, min(last + 6, len(board.words))):
        if board.analysis.pos[k] == "VERB":
            return k if board.analysis.lemmas[k] in LEADING else None
        if board.words[k] in (".", ";", '"'):
            return None
    return None


def _leader_before(board: Board, first: int) -> Draft | None:
    """ "NAME heads the Russian delegation"."""
    k = first - 1
    while k >= 0 and board.lower(k) in ("the", "a", "his", "her"):
        k -= 1
    if k < 1 or board.analysis.lemmas[k] not in ("lead", "head", "represent", "chair"):
        return None
    return _subject(board, k)


def _subject(board: Board, verb: int) -> Draft | None:
    """The person who is subject of a verb, through "who" and through a verb that governs it ("returned after leading")."""
    analysis = board.analysis
    for child in analysis.children(verb):
        if analysis.deps[child] == "nsubj":
            meant = analysis.heads[verb] if analysis.tags[child] in ("WP", "WDT") else child
            named = [meant, *(k for k in analysis.children(meant) if analysis.deps[k] == "appos")]
            people = [board.at.get(k) or board.titles.get(k) for k in named]
            return next((draft for draft in people if draft is not None and draft.kind is ActorKind.PERSON), None)
    governor = analysis.heads[analysis.heads[verb]] if analysis.deps[verb] == "pcomp" else analysis.heads[verb]
    if governor != verb and analysis.deps[verb] in ("pcomp", "advcl") and analysis.tags[verb] == "VBG":
        return _subject(board, governor)
    return None


def _list_after(board: Board, k: int) -> list[Draft]:
    """Persons from token `k` up to the end of the sentence, a semicolon, or another "on the ... side"."""
    found: list[Draft] = []
    if k >= len(board.words):
        return found
    end = board.analysis.sentences[board.analysis.sentence_of[k]][1]
    while k < end and board.words[k] not in (";", "(") and not (board.lower(k) == "on" and board.lower(k + 1) == "the"):
        draft = board.at.get(k)
        if board.analysis.pos[k] == "VERB" and found:
            break
        if draft is not None and draft.kind is ActorKind.PERSON and draft.subtype is None:
            owned = board.lower(k + 1) in ("'s", "'")
            if not owned and draft not in found:
                found.append(draft)
        k += 1
    return found


def _list_before(board: Board, k: int) -> list[Draft]:
    """Persons joined by commas and "and" right before token `k`."""
    found: list[Draft] = []
    k -= 1
    while k >= 0:
        draft = board.at.get(k)
        if draft is not None and draft.kind is ActorKind.PERSON:
            if draft not in found:
                found.append(draft)
        elif board.lower(k) not in ("and", ",", "-") and board.analysis.pos[k] not in ("PROPN",):
            break
        if board.lower(k) == "," and found and board.lower(k - 1) == "side":
            break
        k -= 1
    return found


def _give(board: Board, state: Draft, people: list[Draft]) -> None:
    for draft in people:
        if draft.country is None:
            draft.country = state.country
        if draft.principal is None and draft.country == state.country:
            draft.principal = state
