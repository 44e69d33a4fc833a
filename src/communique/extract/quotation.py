"""Who said what in one document: every direct, mixed and indirect quotation with its speaker, chain and context.

The tagger's attributions (`Analysis.attributions`) come first; rules over marks and syntax fill what it missed, and do
all the work where no tagger is loaded.
Source: PARC 3 and PolNeAR for source, cue and content; statements of attitude without quoted words are left to positions.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from communique.extract.quotations.antecedent import Antecedents
from communique.extract.quotations.around import settled
from communique.extract.quotations.block import find_blocks
from communique.extract.quotations.content import Content, Stretches
from communique.extract.quotations.context import own_outlet, read_context
from communique.extract.quotations.doubled import without_doubled
from communique.extract.quotations.echo import without_echoes
from communique.extract.quotations.interview import Turn, answers
from communique.extract.quotations.join import statements
from communique.extract.quotations.marks import find_quoted
from communique.extract.quotations.merge import merged
from communique.extract.quotations.nest import chain_of, outer_of
from communique.extract.quotations.passed_on import is_citation, with_cited
from communique.extract.quotations.repeat import earlier_same
from communique.extract.quotations.rule import find_by_rule
from communique.extract.quotations.source import can_speak
from communique.extract.quotations.speaker import Speaker, heads_of, resolve_speaker
from communique.extract.quotations.syntax import has_verb
from communique.extract.quotations.together import spoken_together
from communique.extract.quotations.transcript import as_quoted, find_turns
from communique.lexicon.body import INSTITUTION_WORDS
from communique.model import ActorKind, Analysis, Attribution, DocumentActors, Evidence, NameKind, Quotation, Span

FARTHEST = 400
TELLS = frozenset({"add", "report", "say", "state", "tell", "write"})
LEAST = 0.42
WEAK = 0.51
SURE = 0.66
TURN_CONFIDENCE = 0.9
FIRST_PERSON = frozenset({"i", "we"})


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
    marked = find_quoted(analysis.clean)
    turns = find_turns(analysis, actors) or answers(analysis.document.text, actors, marked)
    told = tuple(turn for turn in turns if not turn.asks)
    blocks = () if turns else find_blocks(analysis)
    quoted = as_quoted((*told, *(Turn(None, own.content[0], None) for own in blocks)), marked)
    stretches = Stretches(quoted, _voice(analysis, actors))
    spoken = tuple(Attribution(_label(turn), (), (turn.words,), TURN_CONFIDENCE) for turn in told)
    spoken = (*spoken, *blocks)
    by_rule = find_by_rule(analysis, quoted, tuple(own.content[0] for own in spoken))
    labels = tuple(turn.label for turn in turns if turn.label is not None)
    others = merged(analysis, by_rule, stretches, spoken, labels)
    rows = statements(analysis, (*spoken, *others), stretches)
    voices = {turn.words: turn.speaker for turn in turns}
    rows = without_doubled([row for row in rows if not _is_doubtful(analysis, actors, *row)])
    rows = without_echoes(analysis, rows)
    made = [_quotation(analysis, actors, number, row, voices) for number, row in enumerate(rows, 1)]
    outer = outer_of(tuple(content.spans for _, content in rows), tuple(own.cue for own, _ in rows))
    made = [replace(one, nested_in=made[at].id if at is not None else None) for one, at in zip(made, outer, strict=True)]
    made = with_cited(analysis, actors, made)
    made = Antecedents(analysis, actors, stretches).resolved(made)
    made = spoken_together(analysis, actors, made)
    made = settled(analysis, actors, made, turns, own_outlet(analysis, actors))
    by_id = {one.id: one for one in made}
    repeats = earlier_same(made)
    return tuple(
        replace(one, chain=(*chain_of(one, by_id, actors), *one.chain), repeats=repeats.get(one.id)) for one in made
    )


def _voice(analysis: Analysis, actors: DocumentActors) -> frozenset[int]:
    """Where "I" and "we" stand for an actor of the document."""
    pronouns = (m.evidence for own in actors.actors for m in own.mentions if m.kind is NameKind.PRONOUN)
    return frozenset(own.span.start for own in pronouns if own.quote.casefold() in FIRST_PERSON)


def _label(turn: Turn) -> tuple[Span, ...]:
    return (turn.label,) if turn.label is not None else ()


def _is_doubtful(analysis: Analysis, actors: DocumentActors, own: Attribution, content: Content) -> bool:
    """Whether unquoted words of nobody known are no statement: a bare noun phrase, the guess of a rule, or a headline
    ("Flood: the dam holds") whose part before the colon is no person."""
    if content.quoted or not own.source:
        return False
    tells = any(analysis.lemmas[token] in TELLS for span in own.cue for token in analysis.tokens_in(span))
    if tells and all(_is_time(analysis, span) for span in content.spans):
        return True  # "reported on Friday"
    if is_citation(analysis, own.cue, content.spans) and not has_verb(analysis, content.spans):
        return True
    speaker = resolve_speaker(analysis, actors, own.source)
    if not any(char.isalnum() for span in own.cue for char in analysis.text[span.start : span.end]):
        actor = actors.by_id(speaker.actor) if speaker.actor is not None else None
        return actor is None or actor.kind is not ActorKind.PERSON
    if speaker.kind != "unresolved" or analysis.text[own.source[0].start : own.source[0].end] == "I":
        return False
    if any(_is_voice(analysis, head) for head in heads_of(analysis, own.source[0])):
        return own.confidence < LEAST
    return own.confidence < WEAK or (own.confidence < SURE and not has_verb(analysis, content.spans))


def _is_voice(analysis: Analysis, head: int) -> bool:
    """Whether a noun is one of people or of bodies, that may speak though no actor is known by it."""
    words = {analysis.lemmas[head].casefold(), analysis.word(head).casefold()}
    return analysis.pos[head] != "PRON" and (can_speak(analysis, head) or bool(words & INSTITUTION_WORDS))


def _is_time(analysis: Analysis, span: Span) -> bool:
    at = bisect_right(analysis.times, span.start, key=lambda time: time.span.start) - 1
    return at >= 0 and analysis.times[at].span.contains(span)


def _quotation(
    analysis: Analysis,
    actors: DocumentActors,
    number: int,
    row: tuple[Attribution, Content],
    voices: Mapping[Span, str | None],
) -> Quotation:
    own, content = row
    speaker = resolve_speaker(analysis, actors, own.source)
    if (known := voices.get(own.content[0])) is not None:
        speaker = Speaker(known, (), "resolved")
    context = read_context(analysis, actors, own.cue, (*own.source, *content.spans))
    setting = (analysis.evidence(context.setting),) if context.setting is not None else ()
    return Quotation(
        id=f"{analysis.document.id}:q{number}",
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
