"""query/position.py and query/forecast.py."""

from communique.model import Actor, ActorKind, DateValue, Forecast, Outcome, Outlet, Position, Record, RecordDocument, Stance
from communique.query.forecast import forecast_scores
from communique.query.position import distances, reversals, stances_over_time
from factories import at, document

FIRST = document(
    "Bolivia rejects peacekeepers. Chile wants peacekeepers.", published=DateValue("2031-04-02"), outlet=Outlet("Sur")
)
LAST = document("Bolivia accepts peacekeepers on its soil. Peru likes llamas.", published=DateValue("2031-06-09"))


def position(number, doc, words, actor, stance, issue="peacekeepers"):
    content = (at(doc, words),)
    return Position(f"{doc.id}:p{number}", doc.id, actor, issue, stance, content, content)


NO = position(1, FIRST, "rejects peacekeepers", "bolivia", Stance.REJECTS)
WANT = position(2, FIRST, "wants peacekeepers", "chile", Stance.DEMANDS)
YES = position(1, LAST, "accepts peacekeepers on its soil", "bolivia", Stance.ACCEPTS)
ODD = position(2, LAST, "likes llamas", "peru", Stance.SUPPORTS, "other")


def record(*positions):
    documents = tuple(RecordDocument(doc, (), doc.id) for doc in (FIRST, LAST))
    actors = tuple(
        Actor(own, ActorKind.STATE, own.title(), (), (), side=own if own != "peru" else None)
        for own in ("bolivia", "chile", "peru")
    )
    return Record(documents=documents, actors=actors, positions=positions)


def test_stances_are_counted_by_period_with_their_words():
    rows = stances_over_time(record(NO, WANT, YES), period="month", issue="peacekeepers")
    assert [(row.actor, row.period, row.counts) for row in rows] == [
        ("bolivia", "2031-04", ((Stance.REJECTS, 1, 1),)),
        ("bolivia", "2031-06", ((Stance.ACCEPTS, 1, 1),)),
        ("chile", "2031-04", ((Stance.DEMANDS, 1, 1),)),
    ]
    assert rows[0].evidence == NO.content
    assert len(stances_over_time(record(NO, YES), period="year")) == 1


def test_a_reversal_shows_both_ends():
    [found] = reversals(record(YES, WANT, NO))
    assert (found.actor, found.kind, found.earlier, found.later) == ("bolivia", "reversal", NO, YES)
    assert found.shared == ("peacekeeper",) and found.evidence == NO.content + YES.content


def test_other_matters_of_one_issue_are_no_reversal():
    other = position(3, LAST, "its soil", "bolivia", Stance.ACCEPTS)
    assert reversals(record(NO, other)) == ()


def test_opposite_words_of_one_document_contradict():
    other = position(3, FIRST, "peacekeepers. Chile", "bolivia", Stance.SUPPORTS)
    assert [found.kind for found in reversals(record(NO, other))] == ["contradiction"]


def test_a_dropped_demand_is_a_reversal():
    first = document("Bolivia wants a paper on the old quarry.", published=DateValue("2031-04-02"))
    last = document("Bolivia dropped its demand for a paper on the quarry.", published=DateValue("2031-06-09"))
    wants = position(1, first, "wants a paper on the old quarry", "bolivia", Stance.DEMANDS)
    drops = position(1, last, "dropped its demand for a paper on the quarry", "bolivia", Stance.NONE)
    documents = tuple(RecordDocument(doc, (), doc.id) for doc in (first, last))
    [found] = reversals(Record(documents=documents, positions=(wants, drops)))
    assert (found.kind, found.earlier, found.later) == ("reversal", wants, drops)


def test_words_of_any_negotiation_and_units_are_no_matter():
    doc = document(
        "Bolivia welcomed the round. Bolivia feared for the next round. Chile wants 84 million. Bolivia offers 42 million."
    )
    rows = (
        position(1, doc, "welcomed the round", "bolivia", Stance.SUPPORTS),
        position(2, doc, "feared for the next round", "bolivia", Stance.WARNS),
        position(3, doc, "wants 84 million", "chile", Stance.DEMANDS),
        position(4, doc, "offers 42 million", "bolivia", Stance.OFFERS),
    )
    assert reversals(record(*rows)) == ()
    assert [found.distance for found in distances(record(*rows))] == [None]


def test_the_same_words_in_two_documents_divide_once():
    again = document("Bolivia rejects peacekeepers. As told.", published=DateValue("2031-04-03"))
    twice = position(1, again, "rejects peacekeepers", "bolivia", Stance.REJECTS)
    [row] = distances(record(NO, twice, WANT))
    assert (row.agree, row.oppose) == (0, 1)


def test_distance_and_common_ground():
    [row] = distances(record(NO, WANT, YES))
    assert (row.left, row.right, row.agree, row.oppose, row.distance) == ("bolivia", "chile", 1, 1, 0.5)
    assert row.common == ((YES, WANT),) and row.dividing == ((NO, WANT),)


def test_forecast_scores():
    content = (at(FIRST, "peacekeepers"),)
    made = [
        Forecast(f"f{n}", FIRST.id, "plan", "x", content, content, "chile", outcome=Outcome(status))
        for n, status in enumerate(("fulfilled", "not_fulfilled", "pending"))
    ]
    rows = forecast_scores(Record(documents=(RecordDocument(FIRST, (), FIRST.id),), forecasts=tuple(made)))
    assert [(row.kind, row.source, row.fulfilled, row.pending, row.share) for row in rows] == [
        ("actor", "chile", 1, 1, 0.5),
        ("outlet", "Sur", 1, 1, 0.5),
    ]
