"""compare/rendering.py and compare/wording.py: one remark in two wordings."""

from dataclasses import replace

import pytest

from communique.compare.rendering import compare_apart
from communique.compare.stage import stage_of
from communique.compare.wording import compare_renderings
from communique.model import Actor, ActorKind, FindingKind, Record, RecordDocument, Region, RegionKind, Span
from factories import actor, document, quotation

LEFT = "The bridge is an old friend who never sleeps, and we must warn each other when he moves"
OTHER = "A bridge is an old friend who does not rest, and each should warn the other when he moves"


def rows(*spoken, speakers=("Ada Orlan", "the minister"), subtypes=(None, "office"), notes=("", "")):
    """A record of one quotation a document."""
    documents, quotations, actors = [], [], []
    for number, words in enumerate(spoken):
        doc = document(f'Paper {number}. "{words}" {notes[number]}', f"{number}.txt")
        who = replace(quotation(doc, 1, words, actor(doc, 1, "Paper")), speaker=f"p{number}")
        documents.append(RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(doc.text))),), doc.id))
        quotations.append(who)
        actors.append(Actor(f"p{number}", ActorKind.PERSON, speakers[number], (), (), subtype=subtypes[number]))
    return Record(documents=tuple(documents), quotations=tuple(quotations), actors=tuple(actors))


def apart(record):
    return [(own.attribute, own.conflict_type, len(own.values)) for own in compare_apart(record, stage_of(record))]


def test_a_remark_in_other_words_by_a_nameless_speaker_is_a_conflict_of_wording():
    assert apart(rows(LEFT, OTHER)) == [("wording", "translation", 2)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (LEFT, LEFT),
        ("We have lost the mill to the flood and nobody has come", "Nobody came, although we lost the mill to the flood"),
        (LEFT, "We shall sign on Friday and not a day later than that"),
        ("A closed door is of use to whoever knows how to open it", "The door is open and the window is closed, he knows"),
    ],
)
def test_the_same_words_and_other_remarks_are_none(one, two):
    assert apart(rows(one, two)) == []


def test_two_named_persons_may_say_alike():
    assert apart(rows(LEFT, OTHER, speakers=("Ada Orlan", "Ben Torva"), subtypes=(None, None))) == []


def test_a_note_of_translation_makes_other_grammar_another_wording():
    one = "The council has not recognised anything, signed anything or promised anything at all"
    two = "The council did not recognise anything, did not sign anything and did not promise anything"
    assert apart(rows(one, two)) == []
    assert apart(rows(one, two, notes=("", "Translated from the original."))) == [("wording", "translation", 2)]


def test_renderings_of_one_utterance_in_other_words_clash_and_cut_ones_do_not():
    def kinds(*spoken):
        record = rows(*spoken)
        found = compare_renderings(record.quotations, stage_of(record))
        return [own.kind for own in found]

    assert kinds(LEFT, OTHER) == [FindingKind.CONFLICT]
    assert kinds("We came for the bridge. The rest can wait for the spring.", "We came for the bridge.") == [
        FindingKind.CORROBORATED
    ]


def test_common_words_of_two_long_remarks_are_no_rendering():
    one = (
        "People come back from the war and see what people talk about, and from time to time they cannot sit down and sleep"
    )
    two = "This is what people talk about from time to time, there are rooms where they sit and nobody ever sees the coming war"
    assert apart(rows(one, two)) == []
