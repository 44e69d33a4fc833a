"""Who said what in one document: every direct, mixed and indirect quotation with its speaker, chain and context.

The tagger's attributions (`Analysis.attributions`) come first; rules over marks and syntax fill what it missed, and do
all the work where no tagger is loaded.
Source: PARC 3 and PolNeAR for source, cue and content; statements of attitude without quoted words are left to positions.
"""

from dataclasses import replace

from communique.extract.quotations.content import Content, Stretches
from communique.extract.quotations.context import carry_addressees, read_context
from communique.extract.quotations.join import statements
from communique.extract.quotations.marks import find_quoted
from communique.extract.quotations.merge import merged
from communique.extract.quotations.nest import chain_of, outer_of
from communique.extract.quotations.repeat import earlier_same
from communique.extract.quotations.rule import find_by_rule
from communique.extract.quotations.source import can_speak
from communique.extract.quotations.speaker import heads_of, resolve_speaker
from communique.model import Analysis, Attribution, DocumentActors, Evidence, Quotation, Span

FARTHEST = 400
WEAK = 0.55


def find_quotations(analysis: Analysis, actors: DocumentActors) -> tuple[Quotation, ...]:
    """The quotations of one document, in text order.

    Args:
        analysis: with syntax; attributions and times where they were found.
        actors: the document's actors; speakers and addressees refer to them.

    Returns:
        Quotations with ids "<document id>:q<number>"; () for a text without tokens (an unknown language).
        `occasion` and `utterance` are filled later.
    """
    if not analysis.starts:
        return ()
    quoted = find_quoted(analysis.clean)
    stretches = Stretches(quoted)
    rows = statements(analysis, merged(analysis, find_by_rule(analysis, quoted), stretches), stretches)
    rows = tuple(row for row in rows if not _is_doubtful(analysis, actors, *row))
    outer = outer_of(tuple(content.spans for _, content in rows), tuple(own.cue for own, _ in rows))
    ids = [f"{analysis.document.id}:q{number}" for number in range(1, len(rows) + 1)]
    made = [_quotation(analysis, actors, ids[at], own, content) for at, (own, content) in enumerate(rows)]
    made = [replace(one, nested_in=ids[at] if at is not None else None) for one, at in zip(made, outer, strict=True)]
    made = list(carry_addressees(made, actors))
    by_id = {one.id: one for one in made}
    repeats = earlier_same(made)
    return tuple(replace(one, chain=chain_of(one, by_id, actors), repeats=repeats.get(one.id)) for one in made)


def _is_doubtful(analysis: Analysis, actors: DocumentActors, own: Attribution, content: Content) -> bool:
    """Whether the source of unquoted words is nobody known, and either no word for a person or all but a guess."""
    if content.quoted or not own.source:
        return False
    if resolve_speaker(analysis, actors, own.source).kind != "unresolved":
        return False
    heads = heads_of(analysis, own.source[0])
    return own.confidence < WEAK or not any(can_speak(analysis, head) for head in heads)


def _quotation(analysis: Analysis, actors: DocumentActors, own_id: str, own: Attribution, content: Content) -> Quotation:
    speaker = resolve_speaker(analysis, actors, own.source)
    context = read_context(analysis, actors, own.cue, (*own.source, *content.spans))
    setting = (analysis.evidence(context.setting),) if context.setting is not None else ()
    return Quotation(
        id=own_id,
        document=analysis.document.id,
        form=content.form,
        content=_all(analysis, content.spans),
        evidence=_all(analysis, _whole(analysis, own, content)),
        quoted=_all(analysis, content.quoted),
        cue=_all(analysis, own.cue),
        speaker=speaker.actor,
        speaker_kind=speaker.kind,
        joint_speakers=speaker.joint,
        speaker_words=_all(analysis, own.source),
        addressee=context.addressee,
        addressee_words=() if context.addressee_words is None else (analysis.evidence(context.addressee_words),),
        said_on=context.said_on,
        setting=" ".join(setting[0].quote.split()) if setting else None,
        setting_words=setting,
        confidence=own.confidence,
    )


def _all(analysis: Analysis, spans: tuple[Span, ...]) -> tuple[Evidence, ...]:
    return tuple(analysis.evidence(span) for span in spans)


def _whole(analysis: Analysis, own: Attribution, content: Content) -> tuple[Span, ...]:
    """Content with its cue and source as one run where they stand together, else as separate runs."""
    spans = sorted({*content.spans, *own.cue, *own.source})
    found = [spans[0]]
    for span in spans[1:]:
        last = found[-1]
        near = span.start - last.end <= FARTHEST and "\n" not in analysis.text[last.end : span.start]
        if span.start <= last.end or near:
            found[-1] = Span(last.start, max(last.end, span.end))
        else:
            found.append(span)
    return tuple(found)
