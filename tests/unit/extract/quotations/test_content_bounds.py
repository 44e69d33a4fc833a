"""What is no part of a quotation: deeds told after it, the mark of a block, a speaker from below a headline."""

from dataclasses import replace

import pytest

from communique.annotate.syntax import parse
from communique.annotate.time import find_times
from communique.extract.quotation import find_quotations
from communique.extract.quotations.merge import _Holders
from communique.model import Attribution, CleanText, DocumentActors, Span
from factories import document


def found(nlp, text, source, cue, *content):
    """(words of the speaker, content) of each quotation of one tagged attribution."""
    doc = document(text)
    at = [Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, *content)]
    tagged = Attribution((at[0],), (at[1],), tuple(at[2:]), 0.9)
    analysis = replace(parse(nlp, CleanText(doc, text, ())), attributions=(tagged,))
    analysis = replace(analysis, times=find_times(analysis))
    rows = find_quotations(analysis, DocumentActors(()))
    return [(" ".join(w.quote for w in own.speaker_words), [part.quote for part in own.content]) for own in rows]


def test_a_deed_told_after_the_words_is_none_of_them(nlp):
    text = '"We will send the buses," the minister said. Then she did just that.'
    assert found(nlp, text, "the minister", "said", '"We will send the buses,"', "Then she did just that") == [
        ("the minister", ["We will send the buses,"])
    ]


def test_sentences_of_one_report_stay_together(nlp):
    text = "The minister said the road was shut. It would open in May."
    assert found(nlp, text, "The minister", "said", "the road was shut. It would open in May") == [
        ("The minister", ["the road was shut. It would open in May"])
    ]


def test_the_speaker_of_a_headline_is_not_the_one_named_below(nlp):
    text = '"Deal is dead", says opposition\n\nKarl Tolo left the room.'
    speakers = [speaker for speaker, _ in found(nlp, text, "Karl Tolo", "says", '"Deal is dead"')]
    assert "Karl Tolo" not in speakers


def test_the_mark_of_a_block_quotation_is_left_out(nlp):
    text = "As one driver put it:\n\n> We drive where they let us."
    assert found(nlp, text, "one driver", "put it", "> We drive where they let us") == [
        ("one driver", ["We drive where they let us"])
    ]


def test_a_day_is_no_statement(nlp):
    text = "The agency reported on Friday, citing a clerk."
    assert found(nlp, text, "The agency", "reported", "Friday") == []


def test_a_source_in_the_sentence_before_gives_way_to_the_subject_of_the_cue(nlp):
    text = '"We have a number," Ada Moen told a news conference. Karl Tolo, standing beside her, said the matter was closed.'
    doc = document(text)
    spans = [
        Span(text.index(words), text.index(words) + len(words)) for words in ("Ada Moen", "said", "the matter was closed")
    ]
    tagged = Attribution((spans[0],), (spans[1],), (spans[2],), 0.9)
    analysis = replace(parse(nlp, CleanText(doc, text, ())), attributions=(tagged,))
    own = find_quotations(analysis, DocumentActors(()))[-1]
    assert (own.speaker_words[0].quote, own.content[0].quote) == ("Karl Tolo", "the matter was closed")


def test_no_words_begin_with_a_comma(nlp):
    text = 'The minister admitted that, for this reason, "the bloc will have to sit down" with Chile.'
    words = found(nlp, text, "The minister", "admitted", ', for this reason, "the bloc will have to sit down" with Chile')
    assert [parts[0].split()[0] for _, parts in words] == ["for"]


def test_what_holds_a_report_is_found_among_many_without_asking_each():
    outer = [Attribution((), (Span(at * 10, at * 10 + 1),), (Span(at * 10 + 2, at * 10 + 9),), 0.9) for at in range(50_000)]
    holders = _Holders(outer)
    inside = Attribution((), (Span(400_003, 400_004),), (Span(400_005, 400_007),), 0.9)
    across = Attribution((), (Span(400_003, 400_004),), (Span(400_013, 400_014),), 0.9)
    assert holders.hold(inside) and not holders.hold(across)
    assert not holders.hold(outer[7])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Her warning that the port would close came a day later.", "the port would close"),
        ("Her claim that the crew had been freed was denied in Oslo.", "the crew had been freed"),
    ],
)
def test_what_a_noun_tells_ends_before_the_verb_of_the_noun(nlp, text, told):
    noun = text.split()[1]
    assert found(nlp, text, "Her", noun, text[text.index("that") : -1]) == [("Her", [told])]


def test_a_quotation_before_its_cue_is_not_lost_beside_one_after_it(nlp):
    text = "Ada Moen left. „We stay here“, said Karl Tolo. „The road is ours.“"
    assert found(nlp, text, "Karl Tolo", "said", "The road is ours.") == [
        ("Karl Tolo", ["We stay here", "The road is ours."])
    ]
