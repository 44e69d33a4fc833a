"""compare/rank.py: what comes first, and why in one line."""

from communique.compare.rank import Weighing, aged, weigh
from communique.model import FindingKind

CONFLICT, CORROBORATED, INSIDE = FindingKind.CONFLICT, FindingKind.CORROBORATED, FindingKind.INTERNAL_CONFLICT


def of(kind, attribute, origins=1, documents=2, conflict_type=None, sources=2):
    return weigh(Weighing(kind, "encounter", attribute, origins, documents, conflict_type, sources))


def test_consequence_before_detail():
    order = ["status", "participants/ada", "date", "duration", "name"]
    weights = [of(CONFLICT, attribute)[0] for attribute in order]
    assert weights == sorted(weights, reverse=True) and len(set(weights)) == len(weights)


def test_a_conflict_of_reprints_weighs_less_and_says_so():
    weight, why = of(CONFLICT, "name", sources=1)
    assert weight < of(CONFLICT, "name")[0]
    assert why == "name: one name in different forms (2 documents of one origin)"


def test_the_reason_is_one_line_in_plain_words():
    assert (
        of(CONFLICT, "figure", 3, 4)[1]
        == "figure: different figures for one thing (4 documents; best supported value: 3 origins)"
    )
    assert "what was promised" in of(CONFLICT, "figure", conflict_type="outcome")[1]
    assert "a later report overturns" in of(CONFLICT, "status", conflict_type="superseded")[1]
    assert "reports it and its denial" in of(INSIDE, "existence", documents=1)[1]
    assert of(CORROBORATED, "date", 2, 3)[1] == "date: given alike (3 documents, 2 independent origins)"


def test_more_origins_corroborate_more():
    assert of(CORROBORATED, "date", 3)[0] > of(CORROBORATED, "date", 1)[0]


def test_the_latest_word_loses_nothing():
    days = ["2031-05-01", "2031-05-02", "2031-05-09"]
    assert aged(1.0, "2031-05-09", days) == 1.0
    assert aged(1.0, "2031-05-01", days) == 0.9
    assert aged(1.0, "2031-05-01", days) < aged(1.0, "2031-05-02", days) < 1.0
    assert aged(1.0, "", days) == aged(1.0, "2031-05-02", ["2031-05-02"]) == 0.95
