"""pipeline/review.py: what persons decide on single items, whatever is added or extracted better."""

from dataclasses import replace

import pytest

from communique.errors import CommuniqueError
from communique.model import Decision, Evidence, ReviewState, Span
from communique.pipeline.build import assembled
from communique.pipeline.correct import FIELDS, as_changes, corrected
from communique.pipeline.line import SECTIONS, line_of, lines
from communique.pipeline.review import apply_reviews
from communique.record.store import open_store
from factories import at, record_of
from invented import coverage, ledger, note, wire


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "r.communique", create=True) as found:
        yield found


def line(record, section, number=0):
    return [own for own in lines(record) if own.section == section][number]


def decide(store, record, section, action, author="Edda", number=0, **wanted):
    """A decision as the page stores it."""
    own = line(record, section, number)
    changes = as_changes(record, own, wanted) if action == "correct" else ()
    when = f"2024-06-01T09:00:0{len(store.decisions())}Z"
    return store.decide(
        Decision(0, when, author, action, section, own.words, own.whole, "", changes, about=own.about, note="seen")
    )


def result(store, documents=None):
    return assembled(store, documents or coverage())


def test_every_kind_of_line_is_offered_and_named_by_words_of_the_article():
    found = [own for record in coverage() for own in lines(record)]
    assert {own.section for own in found} == set(SECTIONS) == set(FIELDS)
    texts = {record.document.id: record.document.text for record in coverage()}
    for own in found:
        assert texts[own.words.document][own.words.span.start : own.words.span.end] == own.words.quote
        record = next(row for row in coverage() if row.document.id == own.words.document)
        assert line_of(record, own.section, own.id) == own
    assert len({(own.section, own.id) for own in found}) == len(found)


@pytest.mark.parametrize("section", SECTIONS)
def test_what_is_rejected_is_left_out_and_kept_and_back_when_taken_back(store, section):
    before = result(store)
    own = decide(store, note() if section in ("forecasts", "figures") else wire(), section, "reject")
    after = result(store)
    [review] = after.reviews
    assert (review.state, review.by, review.words, review.notes) == ("rejected", ("Edda",), own.left, ("seen",))
    if section == "participants":
        gone = {person.actor for met in before.encounters for account in met.mentions for person in account.participants}
        account = next(m for e in after.encounters for m in e.mentions if m.document == wire().document.id)
        assert len(account.participants) == 1 and gone
    elif section in ("encounters", "agreements"):
        count = [sum(len(item.mentions) for item in getattr(found, section)) for found in (before, after)]
        assert count[1] == count[0] - 1
    elif section == "actors":
        assert sum(len(own.members) for own in after.actors) == sum(len(own.members) for own in before.actors) - 1
    else:
        assert len(getattr(after, section)) == len(getattr(before, section)) - 1
    store.undo(1, "Ivo", "2024-06-02T09:00:00Z")
    assert result(store) == before


def test_a_correction_shows_the_reviewers_values_and_keeps_the_original(store):
    decide(store, wire(), "encounters", "correct", status="cancelled", duration="90", date="2024-05-15", place="Lima",
           evidence="May 14, 2024")  # fmt: skip
    record = result(store)
    account = next(m for e in record.encounters for m in e.mentions if m.document == wire().document.id)
    assert (account.status, account.status_history[-1].status) == ("cancelled", "cancelled")
    assert (account.date.edtf, account.duration.min_minutes, account.place.city) == ("2024-05-15", 90, "Lima")
    assert account.place.latitude is not None
    assert account.date.evidence == (at(wire().document, "May 14, 2024"),)
    assert account.trigger == wire().encounters[0].trigger
    [review] = record.reviews
    assert review.state is ReviewState.CORRECTED
    assert ("duration", "240", "90") in review.changes and ("date", "2024-05-14", "2024-05-15") in review.changes


def test_the_issue_that_a_person_gave_is_not_filed_away_again(store):
    decide(store, wire(), "positions", "correct", issue="security")
    record = result(store)
    filed = {own.document: own.issue for own in record.positions}
    assert filed[wire().document.id] == "security" != filed[ledger().document.id]
    assert "security" in {issue.id for issue in record.issues}


def test_a_value_that_no_words_show_carries_no_evidence(store):
    decide(store, wire(), "encounters", "correct", date="2024-05-15")
    account = next(m for e in result(store).encounters for m in e.mentions if m.document == wire().document.id)
    assert account.date.evidence == ()


def test_words_are_corrected_to_words_of_the_article_only(store):
    decide(store, wire(), "quotations", "correct", content="open to all  ships", speaker="Carlos Duarte")
    said = next(own for own in result(store).quotations if own.document == wire().document.id)
    assert said.content == (at(wire().document, "open to all ships"),) and said.speaker == "carlos-duarte"
    own = line(wire(), "quotations")
    with pytest.raises(CommuniqueError, match="does not stand in the article"):
        as_changes(wire(), own, {"content": "open to every ship"})
    with pytest.raises(CommuniqueError, match="names nobody"):
        as_changes(wire(), own, {"speaker": "Bo Lind"})


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("encounters", {"status": "perhaps"}),
        ("encounters", {"date": "14 May"}),
        ("encounters", {"date": "2024-02-31"}),
        ("encounters", {"duration": "long"}),
        ("encounters", {"duration": "-"}),
        ("encounters", {"place": "x" * 200}),
        ("participants", {"role": "king"}),
        ("positions", {"issue": "no such issue"}),
        ("agreements", {"due": "soon"}),
        ("actors", {"country": "Quito"}),
        ("quotations", {}),
        ("quotations", {"form": "direct"}),
    ],
)
def test_refuses_a_value_of_the_wrong_form(section, wanted):
    with pytest.raises(CommuniqueError):
        as_changes(wire(), line(wire(), section), wanted)


@pytest.mark.parametrize("value", ["many", "nan", "inf"])
def test_a_figure_is_a_number(value):
    with pytest.raises(CommuniqueError):
        as_changes(note(), line(note(), "figures"), {"value": value})


def test_every_field_can_be_set():
    values = {
        "kind": {"encounters": "call", "agreements": "draft", "forecasts": "hope", "actors": "group"}, "status": {"encounters": "denied", "agreements": "disputed"},
        "date": "2024-05", "due": "2024-06-01/2024-06-05", "window": "2024", "place": "Nowhere Hall", "duration": "30-45", "role": "host",
        "presence": "absent", "speaker": "Carlos Duarte", "actor": "Carlos Duarte", "who": "Bo Lind", "form": "mixed", "content": "in Quito",
        "issue": "security", "stance": "rejects", "value": "1,200", "unit": "boats", "comparator": "~", "name": "A. Brandt", "country": "no",
    }  # fmt: skip
    from communique.lexicon.issue import load_issues

    values["issue"] = next(own.id for own in load_issues().issues if own.id != "trade")
    for section, fields in FIELDS.items():
        record = note() if section in ("forecasts", "figures") else wire()
        own = line(record, section)
        for field in fields:
            value = values[field] if isinstance(values[field], str) else values[field][section]
            value = "in June" if (field, section) == ("content", "forecasts") else value
            value = "40" if (field, section) == ("content", "figures") else value
            changes = as_changes(record, own, {field: value})
            items = record.encounters[0].participants if section == "participants" else getattr(record, section)
            assert corrected(record, section, items[0], changes) != items[0], (section, field)


def moved(record, before="Late edition. "):
    """The same article as a better extraction sees it: other numbers, a wider span, an item before."""
    doc = record.document
    said = record.quotations[0]
    wide = Evidence.at(doc, Span(said.content[0].span.start, said.content[0].span.end + 1))
    extra = replace(said, content=(at(doc, "in Quito"),))
    return replace(record, quotations=(extra, replace(said, id=f"{doc.id}:q2", content=(wide,))))


def test_a_decision_holds_when_articles_are_added_and_extraction_improves(store):
    decide(store, wire(), "quotations", "reject")
    documents = [moved(wire()), ledger(), note()]
    record = result(store, documents)
    assert [own.content[0].quote for own in record.quotations if own.document == wire().document.id] == ["in Quito"]
    assert record.reviews[0].item.endswith(":q2")


def test_a_decision_waits_while_the_line_says_something_else(store):
    decide(store, wire(), "positions", "reject")
    changed = replace(wire(), positions=(replace(wire().positions[0], stance="offers"),))
    record = result(store, [changed])
    assert len(record.positions) == 1 and record.reviews[0].state is ReviewState.WAITING
    assert result(store, [record_of(wire().document)]).reviews[0].item == ""
    assert result(store, [wire()]).positions == ()
    assert result(store, [ledger()]).reviews == ()


def test_of_two_claims_on_the_same_words_the_judged_one_is_meant(store):
    first = wire().positions[0]
    both = replace(wire(), positions=(first, replace(first, id=first.id[:-1] + "2", stance="warns")))
    decide(store, both, "positions", "reject", number=1)
    assert [own.stance for own in result(store, [both]).positions] == ["demands"]


def test_a_later_word_of_the_same_person_counts_and_two_persons_may_differ(store):
    decide(store, wire(), "quotations", "reject")
    decide(store, wire(), "quotations", "accept")
    assert [own.state for own in result(store).reviews] == ["accepted"]
    decide(store, wire(), "quotations", "reject", author="Ivo")
    record = result(store)
    assert [(own.state, own.by) for own in record.reviews] == [("disputed", ("Edda", "Ivo"))]
    assert len(record.quotations) == len(result(store, coverage()).quotations) == 2
    decide(store, wire(), "quotations", "reject")
    record = result(store)
    assert [(own.state, own.by) for own in record.reviews] == [("rejected", ("Ivo", "Edda"))]
    assert len(record.quotations) == 1


def test_no_line_points_to_one_that_was_left_out():
    record = wire()
    said = record.quotations[0]
    inner = replace(
        said, id=said.id[:-1] + "2", nested_in=said.id, repeats=said.id, content=(at(record.document, "all ships"),)
    )
    wish = replace(record.positions[0], quotation=said.id)
    record = replace(record, quotations=(said, inner), positions=(wish,))
    own = line(record, "quotations")
    row = Decision(1, "2024", "Edda", "reject", "quotations", own.words, about=own.about)
    [after], _ = apply_reviews([record], [row])
    assert [(own.nested_in, own.repeats) for own in after.quotations] == [(None, None)]
    assert after.positions[0].quotation is None
