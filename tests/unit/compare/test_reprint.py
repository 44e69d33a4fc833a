"""compare/reprint.py: who copied whom, and who only quotes the same speech."""

from dataclasses import replace
from itertools import permutations

from communique.compare.reprint import find_dependence, independence_groups
from communique.compare.shingle import count_shared, shingle
from communique.model import CleanText, DateValue, Dependence, Outlet
from factories import document

WIRE = (
    "Ministers of six coastal states met on Monday in the old customs house of Valparaiso. They discussed quotas for"
    " tuna and the fate of forty trawlers that harbour police had seized in March. A joint patrol will begin next"
    " spring, officials said. Fishermen outside the building burned nets and shouted slogans against the treaty."
    " Two of them were led away by guards."
)
OTHER = (
    "A crowd of fishermen filled the quay of Valparaiso while six governments bargained about tuna. Nets went up in"
    " flames. Nobody inside would say what becomes of the trawlers, but a patrol of several navies seems certain for"
    " the coming year."
)
SPEECH = (
    ' "We came here to listen and we leave with the firm intention to return, because no side can carry this burden'
    " alone, and the people who wait at home have a right to hear from us that the door to this house stays open for"
    ' every honest ship."'
)


def clean(path, text, day=None, **fields):
    published = DateValue(day, precision="day") if day else None
    doc = replace(document(text, path), published=published, **fields)
    return CleanText(doc, text, ())


def kinds(*cleans):
    return [own.kind for own in find_dependence(cleans)]


def test_a_reprint_is_a_reprint_of_the_earlier_text():
    first, second = clean("a", WIRE, "2031-05-02"), clean("b", "From our desk. " + WIRE, "2031-05-03")
    [row] = find_dependence([second, first])
    assert (row.document, row.origin, row.kind) == (second.document.id, first.document.id, "reprint")


def test_the_agency_is_the_origin_whenever_it_was_published():
    wire = clean("a", WIRE, "2031-05-03", outlet=Outlet("Wire", is_agency=True))
    paper = clean("b", "From our desk. " + WIRE, "2031-05-02")
    assert [row.origin for row in find_dependence([wire, paper])] == [wire.document.id]


def test_a_cut_with_other_words_is_found():
    short = WIRE.replace("begin", "start").replace("discussed", "debated").split(" Fishermen")[0]
    assert kinds(clean("a", WIRE), clean("b", short)) == ["cut"]


def test_two_reports_of_one_event_stay_apart():
    assert kinds(clean("a", WIRE), clean("b", OTHER)) == []


def test_one_speech_in_two_reports_joins_no_origins():
    one, two = clean("a", WIRE + SPEECH), clean("b", OTHER + SPEECH)
    rows = find_dependence([one, two])
    assert [row.kind for row in rows] == ["shared"]
    groups = independence_groups([one.document.id, two.document.id], rows)
    assert len(set(groups.values())) == 2


def test_empty_texts_depend_on_nothing():
    assert kinds(clean("a", ""), clean("b", " "), clean("c", "One word.")) == []


def test_groups_do_not_depend_on_order():
    rows = [
        Dependence("b", "a", "reprint", 1.0, ""),
        Dependence("c", "b", "cut", 0.5, ""),
        Dependence("e", "d", "shared", 0.1, ""),
    ]
    results = {tuple(sorted(independence_groups("edcba", list(order)).items())) for order in permutations(rows)}
    assert results == {(("a", "a"), ("b", "a"), ("c", "a"), ("d", "d"), ("e", "e"))}


def test_shared_sequences_are_those_of_both_texts():
    one = shingle(
        "The ferry sails to the northern island every Monday morning. “Nobody pays the harbour fee anymore,” he said."
    )
    two = shingle(
        "Every Monday morning the ferry sails to the northern island. “Nobody pays the harbour fee anymore,” he said."
    )
    expected = set(one.all.tolist()) & set(two.all.tolist())
    assert expected
    assert set(one.own.tolist()).isdisjoint(one.quoted.tolist())
    assert count_shared({"a": one.all, "b": two.all}) == {("a", "b"): len(expected)}
    assert count_shared({"a": shingle("").all, "b": two.all}) == {}
