"""What the author of an opinion calls for: "Free the men first. Let the dockers into the room." """

from collections.abc import Iterator

from communique.extract.claims.clause import SUBJECT, children, clause_tokens, is_negated
from communique.extract.claims.party import Parties
from communique.extract.claims.stance_frame import Frame
from communique.lexicon.stance import stance_words
from communique.model import ActorKind, Analysis, RegionKind, Stance


def find_pleas(analysis: Analysis, parties: Parties) -> Iterator[Frame]:
    """Imperatives of the article itself, in text order, as demands of its author; () unless the article has one author by name,
    and the imperative is no address to the reader ("look", "imagine")."""
    author = _author(analysis, parties)
    if author is None:
        return
    for first, last in analysis.sentences:
        root = next((token for token in range(first, last) if analysis.heads[token] == token), None)
        if root is None or not _is_base(analysis, root, first) or analysis.word(last - 1) == "?":
            continue
        if not _is_plea(analysis, parties, root):
            continue
        for verb in (root, *children(analysis, root, ("conj",))):
            if verb == root or (_is_base(analysis, verb, first) and _is_plea(analysis, parties, verb)):
                left_out = [child for child in children(analysis, verb, ("conj", "cc", "parataxis")) if child > verb]
                begin, end = clause_tokens(analysis, verb, left_out)
                stance = Stance.REJECTS if is_negated(analysis, verb) else Stance.DEMANDS
                yield Frame(verb, stance, (author,), begin, end, True, stance is Stance.REJECTS, authored=True)


def _is_base(analysis: Analysis, verb: int, first: int) -> bool:
    """A base form; at the head of a sentence also one that the tagger took for an adjective ("Free the men")."""
    if analysis.tags[verb] in ("VB", "VBP"):
        return True
    return verb == first and analysis.tags[verb] == "JJ" and bool(children(analysis, verb, ("dobj",)))


def _author(analysis: Analysis, parties: Parties) -> str | None:
    """The one person of the article whose name stands in its byline."""
    lines = [
        analysis.document.text[region.span.start : region.span.end]
        for region in analysis.clean.regions
        if region.kind is RegionKind.BYLINE
    ]
    found = [
        actor.id
        for actor in parties.actors.actors
        if actor.kind is ActorKind.PERSON and any(actor.name in line for line in lines)
    ]
    return found[0] if len(found) == 1 else None


def _is_plea(analysis: Analysis, parties: Parties, verb: int) -> bool:
    if children(analysis, verb, SUBJECT):
        return False
    if any(analysis.tags[child] in ("TO", "MD") for child in children(analysis, verb, ("aux",))):
        return False
    if analysis.lemmas[verb] == "let" and analysis.word(verb + 1).lower() in ("us", "me"):
        return False  # "let us be honest"
    if analysis.lemmas[verb] in stance_words().to_reader or (parties.speech and parties.speech.voice(verb)):
        return False
    return bool(children(analysis, verb, ("dobj", "ccomp", "prt", "prep", "xcomp")))
