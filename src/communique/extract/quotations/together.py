"""Two who speak together or alike: "both sides said", "each party accuses the other", "the two ministers welcomed"."""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.claims.party import Parties
from communique.extract.quotations.speaker import heads_of
from communique.lexicon.office import office_head
from communique.lexicon.word_set import word_set
from communique.model import ActorKind, Analysis, DocumentActors, NameKind, Quotation, Span

SIDES = frozenset({"capital", "country", "delegation", "government", "nation", "party", "side", "state", "team"})
PEOPLE = frozenset({"leader", "man", "negotiator", "woman"})
PAIRED = frozenset({"both", "each", "two"})
LOOK_BACK = 4


def spoken_together(analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations; what two sides or two persons say by a word for both is said by the two, where the text shows who
    they are."""
    parties = Parties(analysis, actors)
    found = []
    for own in quotations:
        both = _both(analysis, actors, parties, own)
        if len(both) == 2 and not set(both) <= {own.speaker, *own.joint_speakers}:
            own = replace(own, speaker=both[0], joint_speakers=both[1:], speaker_kind="resolved")
        found.append(own)
    return found


def _both(analysis: Analysis, actors: DocumentActors, parties: Parties, own: Quotation) -> tuple[str, ...]:
    if len(own.speaker_words) != 1:
        return ()
    heads = heads_of(analysis, own.speaker_words[0].span)
    if len(heads) != 1 or not _is_pair(analysis, heads[0]):
        return ()
    head = heads[0]
    group = actors.at(analysis.span(head, head + 1))
    if group is not None and group.kind is ActorKind.GROUP and len(group.stands_for) == 2:
        return group.stands_for
    if analysis.lemmas[head] in SIDES or analysis.word(head).casefold() in word_set("joint_nouns"):
        return parties.both(head)
    return _persons(analysis, actors, head)


def _is_pair(analysis: Analysis, head: int) -> bool:
    """Whether a phrase is of two: "both governments", "each side", "the two ministers", "the sides"."""
    kinds = {analysis.lemmas[child] for child in analysis.children(head) if child < head}
    if any(analysis.deps[child] == "prep" and child > head for child in analysis.children(head)):
        return False  # "both sides of the aisle"
    plural = analysis.tags[head] in {"NNS", "NNPS"}
    return bool(kinds & PAIRED) or (plural and analysis.lemmas[head] in {"side", "party"} and kinds <= {"the"})


def _persons(analysis: Analysis, actors: DocumentActors, head: int) -> tuple[str, ...]:
    """The two persons, of the office that the noun names if it is one, whom the text named last before it."""
    title = office_head(analysis.lemmas[head])
    if title is None and analysis.lemmas[head] not in PEOPLE:
        return ()
    start = analysis.starts[analysis.sentences[max(0, analysis.sentence_of[head] - LOOK_BACK)][0]]
    last: dict[str, int] = {}
    for mention, actor in actors.within(Span(start, analysis.starts[head])) if start < analysis.starts[head] else ():
        held = any(office_head(word) == title for office in actor.offices for word in office.title.lower().split())
        if actor.kind is ActorKind.PERSON and mention.kind is NameKind.NAME and (title is None or held):
            last[actor.id] = mention.evidence.span.start
    return tuple(sorted(last, key=lambda own: last[own])) if len(last) == 2 else ()
