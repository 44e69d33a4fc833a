"""Titles and headings that announce what the article quotes below. Real parser, invented people."""

from dataclasses import replace

from communique.annotate.syntax import parse
from communique.extract.quotation import find_quotations
from communique.model import Attribution, CleanText, DocumentActors, Region, RegionKind, Span
from factories import document
from quoted import at, read

BODY = '"We shall not sit beside an empty chair," Ada Brandt told the weekly.'


def test_a_headline_that_the_text_repeats_is_no_second_remark(nlp):
    text = f'Brandt: "We shall not sit beside an empty chair"\n\n{BODY}'
    tagged = [("Brandt", ":", '"We shall not sit beside an empty chair"'), ("Ada Brandt", "told", BODY[:41])]
    assert read(nlp, text, "Ada Brandt", tagged=tagged) == [
        ("Ada Brandt", "told", "We shall not sit beside an empty chair,")
    ]


def test_a_headline_that_the_text_does_not_repeat_is_kept(nlp):
    text = f'Brandt: "The guild has run out of boats"\n\n{BODY}'
    tagged = [("Brandt", ":", '"The guild has run out of boats"'), ("Ada Brandt", "told", BODY[:41])]
    assert len(read(nlp, text, "Ada Brandt", tagged=tagged)) == 2


def test_a_remark_said_twice_in_the_text_is_kept_twice(nlp):
    text = f'{BODY}\n\nShe said again: "We shall not sit beside an empty chair."'
    assert len(read(nlp, text, "Ada Brandt")) == 2


def test_the_words_of_a_heading_end_with_it(nlp):
    text = '14.30 Brandt: river "learns to wait"\nThe envoy has come at last to the hall in Tolo.'
    doc = document(text)
    head = Span(0, text.index("\n"))
    regions = (Region(RegionKind.HEADING, head), Region(RegionKind.BODY, Span(head.end + 1, len(text))))
    parts = (at(text, 'river "learns to wait"\nThe envoy has come at last'),)
    tagged = Attribution((at(text, "Brandt"),), (at(text, ":"),), parts, 0.9)
    analysis = replace(parse(nlp, CleanText(doc, text, regions)), attributions=(tagged,))
    rows = find_quotations(analysis, DocumentActors(()))
    assert all("envoy" not in part.quote for own in rows for part in own.content)
