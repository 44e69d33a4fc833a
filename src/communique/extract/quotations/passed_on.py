"""Words that one source gives as another one's: "the agency quoted the minister as saying", "the paper reported, citing two
diplomats".

Source: gold rule 10: who is cited is a speaker of his own, inside the report that cites him.
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.quotations.source import source_words
from communique.extract.quotations.speaker import heads_of, resolve_speaker
from communique.lexicon.cue_verb import cue_words
from communique.lexicon.office import office_head
from communique.model import Analysis, ChainLink, DocumentActors, Evidence, Quotation, Span, trimmed

CITES = frozenset({"cite", "quote"})
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def with_cited(analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations; words that a source quotes somebody as saying become those of that somebody, the source a link of
    their chain; who is cited by a report speaks once more inside it. New ones stand at the end, with ids that count on."""
    found = [_quoted_as(analysis, actors, own) for own in quotations]
    added: list[Quotation] = []
    for own in found:
        inner = _citing(analysis, actors, own)
        if inner is not None:
            added.append(replace(inner, id=f"{analysis.document.id}:q{len(found) + len(added) + 1}", nested_in=own.id))
    return [*found, *added]


def _quoted_as(analysis: Analysis, actors: DocumentActors, own: Quotation) -> Quotation:
    """ "the agency quoted Ada Brandt as saying": she speaks, through the agency."""
    verb = _verb(analysis, own)
    cited = _object(analysis, verb) if verb is not None and analysis.lemmas[verb] in CITES else None
    if verb is None or cited is None:
        return own
    says = next((t for t in analysis.subtree(verb) if t > cited and _is_as_saying(analysis, t)), None)
    if says is None or not own.speaker_words:
        return own
    words = source_words(analysis, cited)
    content = tuple(left for part in own.content if (left := _after(analysis, part, says)) is not None)
    if not content:
        return own
    speaker = resolve_speaker(analysis, actors, (words,))
    link = ChainLink(own.speaker, own.speaker_words, own.cue)
    cue = analysis.evidence(analysis.span(says, says + 1))
    return replace(
        own,
        content=content,
        cue=(*own.cue, cue),
        speaker=speaker.actor,
        speaker_kind=speaker.kind,
        joint_speakers=speaker.joint,
        speaker_words=(analysis.evidence(words),),
        chain=(link,),
    )


def _citing(analysis: Analysis, actors: DocumentActors, own: Quotation) -> Quotation | None:
    """ "the paper reported, citing two diplomats, that ...": the diplomats, with the paper's content."""
    verb = _verb(analysis, own)
    if verb is None or analysis.lemmas[verb] in CITES:
        return None
    cites = next((t for t in analysis.children(verb) if _is_citing(analysis, t)), None)
    cited = _object(analysis, cites) if cites is not None else None
    if cites is None or cited is None or not _is_source(analysis, cited):
        return None
    words, cue = source_words(analysis, cited), analysis.span(cites, cites + 1)
    if any(part.span.overlaps(words) or part.span.overlaps(cue) for part in own.content):
        return None
    speaker = resolve_speaker(analysis, actors, (words,))
    return replace(
        own,
        cue=(analysis.evidence(cue),),
        speaker=speaker.actor,
        speaker_kind=speaker.kind,
        joint_speakers=speaker.joint,
        speaker_words=(analysis.evidence(words),),
        addressee=None,
        addressee_words=(),
        said_on=None,
        setting=None,
        setting_words=(),
    )


def is_citation(analysis: Analysis, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether a cue is "citing" or "quoting" and the content is who is cited: that tells who spoke, not what."""
    tokens = [token for span in cue for token in analysis.tokens_in(span)]
    if len(tokens) != 1 or analysis.tags[tokens[0]] != "VBG" or analysis.lemmas[tokens[0]] not in CITES:
        return False
    heads = [head for span in content for head in heads_of(analysis, span)]
    return bool(heads) and all(_is_source(analysis, head) for head in heads)


def _is_source(analysis: Analysis, head: int) -> bool:
    """Whether a noun is a name, an office, a nameless source or an outlet; a proverb of one's mother is one's own."""
    known = analysis.lemmas[head] in cue_words().anonymous | cue_words().outlet
    return known or analysis.pos[head] == "PROPN" or bool(office_head(analysis.word(head)))


def _verb(analysis: Analysis, own: Quotation) -> int | None:
    tokens = [token for words in own.cue for token in analysis.tokens_in(words.span)]
    return next((t for t in tokens if analysis.pos[t] in VERBS and not analysis.deps[t].startswith("aux")), None)


def _object(analysis: Analysis, verb: int) -> int | None:
    return next((c for c in analysis.children(verb) if analysis.deps[c] == "dobj" and analysis.pos[c] in NOUNS), None)


def _is_as_saying(analysis: Analysis, token: int) -> bool:
    return analysis.tags[token] == "VBG" and analysis.lemmas[analysis.heads[token]] == "as"


def _is_citing(analysis: Analysis, token: int) -> bool:
    return (
        analysis.tags[token] == "VBG"
        and analysis.lemmas[token] in CITES
        and analysis.deps[token] in {"advcl", "xcomp", "dep"}
    )


def _after(analysis: Analysis, part: Evidence, says: int) -> Evidence | None:
    """A part of the content without "Ada Brandt as saying that" at its head; a part elsewhere as it is."""
    if not part.span.start <= analysis.starts[says] < part.span.end:
        return part
    first = says + 1
    if first < len(analysis) and analysis.word(first).lower() == "that":
        first += 1
    start = analysis.starts[first] if first < len(analysis) else part.span.end
    span = trimmed(analysis.text, start, part.span.end) if start < part.span.end else None
    return analysis.evidence(Span(span.start, span.end)) if span is not None else None
