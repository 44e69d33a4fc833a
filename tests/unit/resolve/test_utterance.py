"""resolve/utterance.py: which quotations of different papers are one remark."""

from dataclasses import replace
from itertools import permutations

import pytest

from communique.model import DateValue, Form, Judgement, Verdict
from communique.resolve.utterance import (
    MOST_CANDIDATES,
    MOST_HOLDERS,
    _candidates,
    _read,
    _weights,
    resolve_utterances,
)
from communique.resolve.voice import Voices
from factories import actor, at, document, quotation

NOISE = (
    "The ministry of fisheries closed the northern harbour for repairs.",
    "Our children deserve schools with warm rooms and honest teachers.",
)


def said(path, words, speaker="ada", form=Form.DIRECT, day=None):
    doc = document(f"Ada Brandt: {words} ({path})", path)
    found = quotation(doc, 1, words, actor(doc, 1, "Ada Brandt"))
    date = DateValue(day, precision="day") if day else None
    return replace(found, speaker=speaker, form=form, said_on=date)


def same(*quotations):
    noise = [said(f"noise{number}", words, "bo") for number, words in enumerate(NOISE)]
    return {(own.left, own.right) for own in resolve_utterances([*quotations, *noise], ())}


BRIDGE = "We will rebuild the bridge over the river Sava."
PAIRS = [
    (
        "The border stays closed until the last hostage is home.",
        "The border will stay closed until the last hostage comes home.",
    ),
    (
        "We did not only talk to one another, we understood one another.",
        "We did not just talk to one another but understood one another.",
    ),
    (
        "We did not sail to Halden to carve up a lake; we sailed to fetch our sons.",
        "We have not sailed to Halden to split a lake; we sailed to bring our sons.",
    ),
    (f"I came with a heavy heart. {BRIDGE}", BRIDGE),
]
OTHERS = [
    ("The border stays closed until the last hostage is home.", "The army will buy new radar stations next year."),
    ("We lost 40 houses in the flood on the coast.", "We rebuilt 70 houses after the flood on the coast."),
    ("The talks were constructive.", "A constructive and very positive dialogue began."),
    ("Thank you all.", "Thank you all."),
]


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_joins_translations_and_cuts(one, two):
    left, right = said("a", one), said("b", two)
    assert same(left, right) == {tuple(sorted((left.id, right.id)))}


@pytest.mark.parametrize(("one", "two"), OTHERS)
def test_keeps_other_remarks_apart(one, two):
    assert same(said("a", one), said("b", two)) == set()


def test_another_speaker_or_day_or_the_same_document_is_another_remark():
    words = PAIRS[0][0]
    assert same(said("a", words), said("b", words, "bo")) == set()
    assert same(said("a", words, day="2031-05-01"), said("b", words, day="2031-05-09")) == set()
    assert same(said("a", words), replace(said("a", words), id="other")) == set()


def test_long_words_of_nobody_are_those_of_somebody():
    words = PAIRS[0][0]
    left, right = said("a", words, None), said("b", words)
    assert same(left, right) == {tuple(sorted((left.id, right.id)))}
    assert same(said("a", "the door is open", None), said("b", "the door is open")) == set()


def test_long_words_of_a_nameless_speaker_are_those_of_a_named_one():
    words = "It is a northern bridge, on northern soil, with northern steel and money."
    nameless = replace(said("a", words, "spokesman"), speaker_kind="anonymous")
    assert len(same(nameless, said("b", words))) == 1
    assert same(nameless, said("b", "The northern bridge stays shut, with its steel and money.")) == set()


def test_a_copied_sentence_is_one_report_whatever_its_speaker_is_called():
    found = []
    for path in ("a", "b"):
        doc = document(f"A Norland official said the crews refused. ({path})", path)
        own = quotation(doc, 1, "the crews refused", actor(doc, 1, "Norland official"))
        found.append(replace(own, speaker=path, form=Form.INDIRECT, evidence=(at(doc, doc.text[:41]),)))
    assert same(*found) == {tuple(sorted(own.id for own in found))}


def test_what_a_person_decided_is_left_alone():
    left, right = said("a", PAIRS[0][0]), said("b", PAIRS[0][1])
    one, two = sorted((left.id, right.id))
    past = Judgement("utterance", one, two, Verdict.DIFFERENT, 0.0, (), "person:eva", "2031-01-01T00:00:00Z")
    assert resolve_utterances([left, right], (past,)) == ()


def test_order_of_quotations_does_not_matter():
    found = [said(path, words) for path, words in (("a", PAIRS[0][0]), ("b", PAIRS[0][1]), ("c", PAIRS[1][0]))]
    assert len({resolve_utterances(list(order), ()) for order in permutations(found)}) == 1


def _candidate_count(number):
    """Candidate pairs of as many quotations by one speaker that all share their rarest words."""
    rows = [
        row
        for at_ in range(number)
        if (row := _read(said(f"paper{at_}", f"The Sava bridge opens on a Sunday, item{at_} says nobody"), Voices()))
        is not None
    ]
    return len(rows), sum(1 for _ in _candidates(rows, _weights(rows)))


def test_candidates_of_a_frequent_remark_are_bounded():
    rows, pairs = _candidate_count(300)
    assert rows == 300
    assert 0 < pairs <= MOST_CANDIDATES * rows


def test_the_likeliest_candidates_are_kept():
    shared = "We shall reopen the northern harbour"
    weak = [said(f"weak{number}", f"{shared}, item{number} says nobody") for number in range(MOST_HOLDERS - 2)]
    words = f"{shared} and rebuild the granite lighthouse before winter storms"
    one, two = said("strong", words), said("again", words)
    assert tuple(sorted((one.id, two.id))) in same(*weak, one, two)


PLATES = "I came for the boats. Schools are for another century, she said."
TRANSLATED = "I came because of the boats; schools are a thing of some other century, she said."


def told(voices, *quotations):
    noise = [said(f"noise{number}", words, "bo") for number, words in enumerate(NOISE)]
    return {(own.left, own.right) for own in resolve_utterances([*quotations, *noise], (), voices)}


def test_a_speaker_who_is_only_described_may_be_the_one_named_elsewhere():
    left, right = said("a", PLATES), said("b", TRANSLATED, "our-deputy-minister")
    pair = tuple(sorted((left.id, right.id)))
    assert told(Voices({}, frozenset({"our-deputy-minister"})), left, right) == {pair}
    assert told(Voices(), left, right) == set()  # two persons with names are two


def test_a_described_speaker_joins_no_loose_likeness():
    left, right = (
        said("a", PLATES),
        said("b", "The boats of our schools are old and a century is a long time.", "our-deputy-minister"),
    )
    assert told(Voices({}, frozenset({"our-deputy-minister"})), left, right) == set()


def test_a_body_and_its_head_speak_with_one_voice_where_both_are_quoted():
    cut = "Norland did not recognise anything, did not sign anything and did not promise anything."
    whole = "Norland has not recognised anything, signed anything or promised anything about the dam."
    left, right = said("a", whole), said("b", cut, "ministry")
    bodies = {"ada": frozenset({"ministry"}), "ministry": frozenset({"ministry"})}
    assert len(told(Voices(bodies), left, right)) == 1
    assert told(Voices(), left, right) == set()
    indirect = replace(right, form=Form.INDIRECT)
    assert told(Voices(bodies), left, indirect) == set()


def test_a_short_sentence_copied_with_its_cue_is_one_report():
    found = []
    for path, speaker in (("a", "one"), ("b", "two")):
        doc = document(f"Brandt refused, the official said. ({path})", path)
        own = quotation(doc, 1, "Brandt refused", actor(doc, 1, "Brandt"))
        whole = at(doc, "Brandt refused, the official said")
        found.append(replace(own, speaker=speaker, form=Form.INDIRECT, evidence=(whole,)))
    assert len(told(Voices(), *found)) == 1


def test_a_sentence_that_is_more_alike_does_not_hide_that_the_whole_is_alike():
    one = said("p1", "A mountain is a grandmother who never hurries. We must wake each other when she begins to sing.")
    two = said("p2", "The mountain is an old grandmother who does not hurry, and each must wake the other when she sings.")
    assert same(one, two)
    other = said("p3", "A grandmother who never hurries is a mountain of strength. The schools open in May.")
    assert not same(two, other)


def test_a_translation_in_other_words_is_one_remark_of_its_speaker():
    one, two = (
        said("a", "You cannot lend a neighbour your boat and keep the oars."),
        said("b", "You can't loan a neighbour your boat and retain the oar."),
    )
    pair = tuple(sorted((one.id, two.id)))
    assert same(one, two) == same(one, replace(two, form=Form.INDIRECT)) == {pair}
    assert same(one, said("b", "You can't loan a neighbour your boat and retain the oar.", "bo")) == set()
    assert same(one, said("b", "The boat is my neighbour's and we keep every oar he has.")) == set()


def test_two_images_of_one_thing_are_two_remarks():
    one = said("a", "The nine boats on offer are a gift from a museum.")
    two = said("b", "Nine boats are not an offer, they are a weather report.")
    assert same(one, two) == set()


def test_a_state_and_one_who_speaks_for_it_may_be_one_where_both_are_quoted():
    one = said("a", "Norland recognised nothing, signed nothing and promised nothing at the lake.")
    two = said("b", "Norland acknowledged nothing, it signed nothing and promised nothing at the lake.", "norland")
    sides = {"ada": "norland", "norland": "norland", "bo": "norland"}
    assert len(told(Voices(sides=sides, persons=frozenset({"ada", "bo"})), one, two)) == 1
    assert told(Voices(sides=sides | {"norland": "sudland"}, persons=frozenset({"ada"})), one, two) == set()
    other = replace(two, speaker="bo")
    assert told(Voices(sides=sides, persons=frozenset({"ada", "bo"})), one, other) == set()  # two persons of one side


def test_a_retold_remark_is_joined_and_not_the_words_that_tell_of_it():
    one = said("a", "The border stays closed until the last hostage is home.")
    outer = said("b", "I told them the border stays closed until the last hostage is home, and they wept.")
    inner = said("b", "The border stays closed until the last hostage is home.")
    inner = replace(inner, id="b:q9", document=outer.document, nested_in=outer.id)
    assert same(one, outer) == {tuple(sorted((one.id, outer.id)))}
    assert same(one, outer, inner) == {tuple(sorted((one.id, inner.id)))}


def test_a_few_common_words_of_a_later_remark_are_no_paraphrase():
    one = said("a", "Nobody was struck from the list. Four files are being completed.")
    two = replace(said("b", "the four files had been completed"), form=Form.INDIRECT)
    assert same(one, two) == set()


def test_what_nobody_named_tells_one_hearer_is_joined_by_its_words():
    words = ("Foreign tariffs on cider would not fall below 50 percent", "duties on cider would not fall below 50 per cent")
    rows = [replace(said(path, text, None, Form.INDIRECT), addressee="cy") for path, text in zip("ab", words, strict=True)]
    assert same(*rows) == {tuple(sorted(row.id for row in rows))}
    assert same(rows[0], replace(rows[1], addressee="bo")) == set()
    assert same(*(replace(row, addressee=None) for row in rows)) == set()
