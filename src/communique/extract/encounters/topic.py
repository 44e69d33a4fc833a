"""What an encounter was about: the objects of talking, and what was on the table in the sentences that follow."""

from collections.abc import Iterator, Sequence

from communique.extract.encounters.anchor import AHEAD, Anchor
from communique.extract.encounters.phrase import OBJECTS, carrier, child
from communique.lexicon.issue import find_issues
from communique.model import Analysis, EncounterMention, Span, TimeKind

ABOUT = frozenset({"about", "on", "over", "regarding", "concerning", "upon"})
TABLE = frozenset(
    """discuss address debate negotiate tackle explore cover raise focus concentrate deal speak agree resolve settle
    review touch table examine pledge undertake commit""".split()
)
PURPOSE = frozenset({"serve", "aim", "mean", "intend", "design"})
AGENDA = frozenset({"agenda", "topic", "subject", "theme"})
FORMAL = frozenset({"talks-process", "summit", "participation", "mediation", "other"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
FOLLOWING = 2
SOON = 14
SURE, LOOSE = 1.0, 2.0


def topics_of(
    analysis: Analysis, anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]
) -> tuple[tuple[str, ...], ...]:
    """Issue ids of each mention, those named at the encounter's own word first; what is only procedure is left out."""
    found: list[list[str]] = [list(mention.topics) for mention in encounters]
    owners = _owners(analysis, anchors, encounters)
    others = {one.token for one in anchors}
    for anchor in anchors:
        found[anchor.number] += _issues(analysis, _at_word(analysis, anchor.token, others), SURE)
    for sentence, own in sorted(owners.items()):
        least = SURE if own[0].sentence == sentence else LOOSE
        before = _told_before(owners.get(sentence - 1, []), encounters)
        for verb, span in _on_the_table(analysis, sentence):
            found[_nearest(own, verb, before)] += _issues(analysis, [span], least)
    return tuple(tuple(dict.fromkeys(topic for topic in row if topic not in FORMAL)) for row in found)


def _issues(analysis: Analysis, spans: Sequence[Span], least: float) -> list[str]:
    return [issue for span in spans for issue in find_issues(analysis.text[span.start : span.end], least)]


def _owners(
    analysis: Analysis, anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]
) -> dict[int, list[Anchor]]:
    """Sentence -> anchors whose encounter it may go on about: those in it, else the last before it."""
    found: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        found.setdefault(anchor.sentence, []).append(anchor)
    for sentence, own in sorted(found.items()):
        last = next((one for one in reversed(own) if encounters[one.number].status not in AHEAD), None)
        if last is None:
            continue
        end = analysis.sentence_span(sentence).end
        for later in range(sentence + 1, min(sentence + 1 + FOLLOWING, len(analysis.sentences))):
            span = analysis.sentence_span(later)
            if later in found and found[later][0].sentence == later:
                break
            if "\n" in analysis.text[end : span.start]:
                break
            found.setdefault(later, [last])
            end = span.end
    return found


def _told_before(own: Sequence[Anchor], encounters: Sequence[EncounterMention]) -> int | None:
    """The last encounter of the sentence before that took place."""
    return next((one.number for one in reversed(own) if encounters[one.number].status not in AHEAD), None)


def _nearest(own: Sequence[Anchor], token: int, before: int | None) -> int:
    """Whose talk a verb reports: the encounter named before it in its sentence, else the one told just before."""
    named = [one for one in own if one.token <= token]
    if named:
        return named[-1].number
    return before if before is not None else own[0].number


def _at_word(analysis: Analysis, token: int, others: set[int]) -> list[Span]:
    """ "ceasefire talks", "talks on prisoners", "negotiations for a truce", "held talks in Accra on prisoners"."""
    spans = []
    noun = analysis.pos[token] == "NOUN"
    heads = [token]
    if noun:
        spans += [analysis.subtree_span(at) for at in analysis.children(token) if analysis.deps[at] in {"compound", "amod"}]
        verb = carrier(analysis, token)
        heads += [verb] if verb is not None else []
    elif analysis.lemmas[token] in {"discuss", "debate", "negotiate"}:
        spans += [analysis.subtree_span(at) for at in analysis.children(token) if analysis.deps[at] in OBJECTS]
    for head in heads:
        names = ABOUT | {"for"} if noun and head == token else ABOUT
        spans += _phrases(analysis, head, names)
    return spans + _loose(analysis, token, others) if noun else spans


def _loose(analysis: Analysis, token: int, others: set[int]) -> list[Span]:
    """ "talks at the level of experts on fishing": a phrase soon after the noun, whatever the parser hangs it on."""
    places = {at for own in analysis.entities if own.label in PLACES for at in range(own.first, own.last)}
    last = analysis.sentences[analysis.sentence_of[token]][1]
    for at in range(token + 1, min(token + SOON, last)):
        if at in others:
            break
        if analysis.deps[at] == "prep" and analysis.lemmas[at] in ABOUT:
            goal = child(analysis, at, "pobj", "pcomp")
            if goal is not None and goal not in places and not _is_time(analysis, goal):
                return [analysis.subtree_span(goal)]
    return []


def _phrases(analysis: Analysis, head: int, names: frozenset[str]) -> Iterator[Span]:
    for at in analysis.children(head):
        if analysis.deps[at] == "prep" and analysis.lemmas[at] in names:
            goal = child(analysis, at, "pobj", "pcomp")
            if goal is not None and not _is_time(analysis, goal):
                yield analysis.subtree_span(goal)
            yield from _phrases(analysis, at, names)


def _is_time(analysis: Analysis, token: int) -> bool:
    at = analysis.starts[token]
    return any(own.span.start <= at < own.span.end for own in analysis.times if own.kind is not TimeKind.DURATION)


def _on_the_table(analysis: Analysis, sentence: int) -> list[tuple[int, Span]]:
    """(verb, what it is about) of a sentence: what follows "discussed", what "was discussed", "on the agenda"."""
    first, last = analysis.sentences[sentence]
    found = []
    reach = first
    for token in range(first, last):
        lemma = analysis.lemmas[token]
        if token < reach or not (lemma in TABLE | PURPOSE and analysis.tags[token].startswith("VB")):
            if lemma in AGENDA and token >= reach:
                found.append((token, analysis.span(first, last)))
                reach = last
            continue
        below = analysis.subtree(token)
        passive = [at for at in analysis.children(token) if analysis.deps[at] == "nsubjpass"]
        found += [(token, analysis.subtree_span(at)) for at in passive]
        after = [at for at in below if at > token]
        if after:
            found.append((token, analysis.span(token + 1, after[-1] + 1)))
            reach = after[-1] + 1
    return found
