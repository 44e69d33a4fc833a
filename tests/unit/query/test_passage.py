"""query/passage.py: where the words of a link stand after the record has grown."""

from communique.model import Record, RecordDocument
from communique.query.passage import find_passage
from communique.query.view import View
from factories import at, document

DOC = document("One. The envoys met at dawn. Two. The envoys met at\n  dawn again.")
OTHER = document("Papers say the envoys met at dusk, the port stays shut.")
VIEW = View(Record(documents=tuple(RecordDocument(doc, (), doc.id) for doc in (DOC, OTHER))))


def test_the_words_are_where_the_link_says():
    span = at(DOC, "The envoys met at dawn").span
    found = find_passage(VIEW, DOC.id, span.start, span.end, "The envoys met")
    assert found.state == "here" and [own.span for own in found.places] == [span]
    assert find_passage(VIEW, DOC.id, 0, 4, "").places[0].quote == "One."


def test_words_that_moved_are_found_nearest_first_blanks_apart():
    found = find_passage(VIEW, DOC.id, 40, 60, "envoys met at dawn")
    assert found.state == "moved"
    assert [own.quote for own in found.places] == ["envoys met at\n  dawn", "envoys met at dawn"]
    assert all(DOC.text[own.span.start : own.span.end] == own.quote for own in found.places)


def test_words_of_an_article_that_is_gone_are_found_in_another():
    found = find_passage(VIEW, "d000", 3, 9, "the port stays shut")
    assert found.state == "elsewhere" and found.places[0].document == OTHER.id
    assert find_passage(VIEW, "d000", 3, 9, "met").state == "gone", "short words prove nothing"
    assert find_passage(VIEW, DOC.id, 3, 9, "the envoys met at dusk").state == "elsewhere"


def test_nothing_is_invented_for_a_place_beyond_the_text():
    assert find_passage(VIEW, DOC.id, 10, 9_999, "").state == "gone"
    assert find_passage(VIEW, DOC.id, 9, 9, "no such words here") == find_passage(VIEW, "x", 0, 0, "no such words here")
