"""extract/quotations/passed_on.py: words that one source gives as another one's."""

from dataclasses import replace

from communique.annotate.syntax import parse
from communique.extract.quotation import find_quotations
from communique.model import (
    ActorKind,
    ActorMention,
    Attribution,
    CleanText,
    DocumentActors,
    Evidence,
    LocalActor,
    NameKind,
    Span,
)
from factories import document


def spoken(nlp, text, source, cue, content):
    """(speaker, chain, content) of each quotation of one tagged attribution, by name or words."""
    doc = document(text)
    at = [Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)]
    tagged = Attribution((at[0],), (at[1],), (at[2],), 0.9)
    analysis = replace(parse(nlp, CleanText(doc, text, ())), attributions=(tagged,))
    actors = []
    for number, name in enumerate(("Norpress", "Karl Tolo"), 1):
        start = text.find(name)
        mention = ActorMention(Evidence.at(doc, Span(start, start + len(name))), NameKind.NAME) if start >= 0 else None
        kind = ActorKind.PERSON if " " in name else ActorKind.ORGANISATION
        actors.append(LocalActor(f"{doc.id}:a{number}", kind, name, (mention,) if mention else ()))
    called = {own.id: own.name for own in actors}
    found = find_quotations(analysis, DocumentActors(tuple(actors)))
    return [
        (
            called.get(own.speaker) or own.speaker_words[0].quote,
            [called.get(link.actor) for link in own.chain],
            " ".join(part.quote for part in own.content),
        )
        for own in found
    ]


def test_who_is_quoted_as_saying_speaks_through_who_quotes(nlp):
    text = "Norpress quoted Karl Tolo as saying that the road would stay shut."
    found = spoken(nlp, text, "Norpress", "quoted", "Karl Tolo as saying that the road would stay shut")
    assert found == [("Karl Tolo", ["Norpress"], "the road would stay shut")]
    text = '"The road is shut," Norpress quoted Karl Tolo as saying.'
    assert spoken(nlp, text, "Norpress", "quoted", '"The road is shut,"') == [
        ("Karl Tolo", ["Norpress"], "The road is shut,")
    ]


def test_who_is_cited_speaks_inside_the_report(nlp):
    text = "The talks are off, Norpress reported, citing Karl Tolo."
    assert spoken(nlp, text, "Norpress", "reported", "The talks are off") == [
        ("Norpress", [], "The talks are off"),
        ("Karl Tolo", ["Norpress"], "The talks are off"),
    ]
    text = "Norpress reported that the ministry, citing the weather, had shut the road."
    found = spoken(nlp, text, "Norpress", "reported", "the ministry, citing the weather, had shut the road")
    assert [own[0] for own in found] == ["Norpress"]


TOLD = "Norland has offered to stop the works"


def test_the_chain_runs_over_who_is_cited_before_that(nlp):
    text = f"Norpress went further on Monday, citing a diplomat who had been briefed, that {TOLD}."
    found = spoken(nlp, text, "Norpress", "citing", f"a diplomat who had been briefed, that {TOLD}")
    assert found == [("Norpress", [], TOLD), ("a diplomat", ["Norpress"], TOLD)]
    text = f"According to Norpress, which cites a source in Oslo, {TOLD}."
    found = spoken(nlp, text, "Norpress", "According to", TOLD)
    assert found == [("Norpress", [], TOLD), ("a source in Oslo", ["Norpress"], TOLD)]


def test_what_is_told_inside_is_told_by_who_is_cited(nlp):
    text = "The Port Herald wrote on Friday, citing the agency Norpress, that Karl Tolo had said the road was shut."
    found = spoken(nlp, text, "The Port Herald", "wrote", "Karl Tolo had said the road was shut")
    assert ("Karl Tolo", [None, "Norpress"], "the road was shut") in found
    assert ("Norpress", [None], "Karl Tolo had said the road was shut") in found


def test_a_paper_that_once_cited_somebody_speaks_for_itself(nlp):
    text = "Norpress, which had cited a diplomat, said that it stood by its report."
    found = spoken(nlp, text, "Norpress", "said", "it stood by its report")
    assert found == [("Norpress", [], "it stood by its report")]
