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
REPORTS = frozenset({"report", "write"})
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def with_cited(analysis: Analysis, actors: DocumentActors, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations; words that a source quotes somebody as saying become those of that somebody, the source a link of
    their chain; who is cited by a report speaks once more inside it. New ones stand at the end, with ids that count on."""
    found: list[Quotation] = []
    added: list[Quotation] = []
    for quotation in quotations:
        own, inner = _citing(analysis, actors, _quoted_as(analysis, actors, quotation))
        found.append(own)
        if inner is not None:
            number = len(quotations) + len(added) + 1
            added.append(replace(inner, id=f"{analysis.document.id}:q{number}", nested_in=own.id))
    through = {own.nested_in: own.id for own in added}  # what the report tells of is told by who is cited
    return [*(replace(own, nested_in=through.get(own.nested_in, own.nested_in)) for own in found), *added]


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


def _citing(analysis: Analysis, actors: DocumentActors, own: Quotation) -> tuple[Quotation, Quotation | None]:
    """ "the paper reported, citing two diplomats, that ...": the report without the words that tell who is cited, and the
    diplomats with its content; None where nobody is cited."""
    cites = _citing_verb(analysis, own)
    cited = _object(analysis, cites) if cites is not None else None
    if cites is None or cited is None or not _is_source(analysis, cited):
        return own, None
    words = source_words(analysis, cited)
    own = _as_report(analysis, own, cites, words)
    if any(part.span.overlaps(words) or analysis.starts[cites] in _range(part) for part in own.content):
        return own, None
    speaker = resolve_speaker(analysis, actors, (words,))
    inner = replace(
        own,
        cue=(analysis.evidence(analysis.span(cites, cites + 1)),),
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
    return own, inner


def _range(part: Evidence) -> range:
    return range(part.span.start, part.span.end)


def _citing_verb(analysis: Analysis, own: Quotation) -> int | None:
    """The "citing" that tells whose words a report gives: its cue, a verb below its cue, one in commas before or behind the
    cue in the sentence, or "which cites ..." below its source."""
    verb = _verb(analysis, own)
    if verb is not None and analysis.lemmas[verb] in CITES:
        return verb if analysis.tags[verb] == "VBG" else None
    silent = verb is None or analysis.lemmas[verb] in {"accord", "according"}
    for head in (head for words in own.speaker_words if silent for head in heads_of(analysis, words.span)):
        relative = [c for c in analysis.children(head) if analysis.deps[c] == "relcl" and analysis.lemmas[c] in CITES]
        if relative:
            return relative[0]
    tokens = [token for words in own.cue for token in analysis.tokens_in(words.span)]
    if not tokens:
        return None
    first, last = analysis.sentences[analysis.sentence_of[tokens[0]]]
    content = {token for part in own.content for token in analysis.tokens_in(part.span)}
    found = [t for t in range(first, last) if t not in content and analysis.tags[t] == "VBG" and analysis.lemmas[t] in CITES]
    below = [t for t in found if analysis.heads[t] in {*tokens, verb}]
    if own.nested_in is not None:
        return next((t for t in below if t > tokens[0]), None)
    set_in = [t for t in found if t > first and analysis.word(t - 1) in {",", "—", "–"}]
    return next(iter(below or set_in), None)


def _as_report(analysis: Analysis, own: Quotation, cites: int, words: Span) -> Quotation:
    """A report with the verb above "citing" as its cue, and its content without the words that name who is cited."""
    first, _ = analysis.sentences[analysis.sentence_of[cites]]
    says = [t for t in range(first, cites) if analysis.pos[t] == "VERB" and analysis.lemmas[t] in cue_words().speech]
    if _verb(analysis, own) == cites and says:
        own = replace(own, cue=(analysis.evidence(analysis.span(says[0], says[0] + 1)),))
    content = []
    for part in own.content:
        that = next((t for t in analysis.tokens_in(part.span) if _is_that_after(analysis, t, words)), None)
        if part.span.overlaps(words) and that is not None:
            span = trimmed(analysis.text, analysis.starts[that + 1], part.span.end)
            part = analysis.evidence(span) if span is not None else part
        content.append(part)
    return replace(own, content=tuple(content))


def _is_that_after(analysis: Analysis, token: int, words: Span) -> bool:
    """Whether a token is the "that", behind a comma, of what is told after the words that name who is cited."""
    that = token + 1 < len(analysis) and analysis.word(token).lower() == "that" and analysis.starts[token] >= words.end
    return that and token > 0 and analysis.word(token - 1) == ","


def is_citation(analysis: Analysis, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether a cue is "citing" or "quoted" and the content is who is cited: that tells who spoke, not what."""
    tokens = [token for span in cue for token in analysis.tokens_in(span)]
    if not any(analysis.lemmas[token] in CITES and analysis.pos[token] in VERBS for token in tokens):
        return False
    heads = [head for span in content for head in heads_of(analysis, span)]
    if len(heads) == 1 and any(analysis.lemmas[analysis.heads[token]] in REPORTS for token in tokens):
        below = {analysis.lemmas[child] for child in analysis.children(heads[0])}
        return bool(below & {"a", "an"}) or _is_source(analysis, heads[0])  # "reported, citing a clerk"
    return bool(heads) and all(_is_source(analysis, head) for head in heads)


def _is_source(analysis: Analysis, head: int) -> bool:
    """Whether a noun is a name, an office, a nameless source or an outlet; a proverb of one's mother is one's own."""
    known = analysis.lemmas[head] in cue_words().anonymous | cue_words().outlet
    return known or analysis.pos[head] == "PROPN" or bool(office_head(analysis.word(head)))


def _verb(analysis: Analysis, own: Quotation) -> int | None:
    tokens = [token for words in own.cue for token in analysis.tokens_in(words.span)]
    return next((t for t in tokens if analysis.pos[t] in VERBS and not analysis.deps[t].startswith("aux")), None)


def _object(analysis: Analysis, verb: int) -> int | None:
    found = [c for c in analysis.children(verb) if analysis.deps[c] == "dobj" and analysis.pos[c] in NOUNS]
    while len(found) > 1 and found[1] == found[0] + 1:
        found = found[1:]  # "the agency Norpress"
    return next(iter(found), None)


def _is_as_saying(analysis: Analysis, token: int) -> bool:
    return analysis.tags[token] == "VBG" and analysis.lemmas[analysis.heads[token]] == "as"


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
