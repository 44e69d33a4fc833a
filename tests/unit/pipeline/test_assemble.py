"""pipeline/assemble.py: one record from several documents, whatever their order, open to a person's word."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.export.record_json import export_record
from communique.model import Decision, Evidence, Failure, FindingKind, Judgement, Verdict
from communique.pipeline.assemble import assemble_record
from communique.pipeline.decide import active_judgements
from communique.record.store import open_store
from invented import assembled, coverage, ledger, note, wire


@pytest.fixture(scope="module")
def record():
    return assembled(coverage())


def one(items, **wanted):
    """The only item that has these values."""
    [found] = [own for own in items if all(getattr(own, key) == value for key, value in wanted.items())]
    return found


def test_two_accounts_become_one_encounter_with_both_kept(record):
    meeting = one(record.encounters, kind="meeting")
    assert {mention.document for mention in meeting.mentions} == {wire().document.id, ledger().document.id}
    assert (meeting.date.edtf, meeting.place.city, meeting.status) == ("2024-05-14", "Quito", "held")
    assert meeting.label.startswith("Meeting of Ada Brandt and Carlos Duarte in Quito") and "2024" in meeting.label
    assert {mention.duration.min_minutes for mention in meeting.mentions} == {240, 300}
    assert one(record.encounters, kind="call").label.startswith("Call of Bo Lind and Carlos Duarte")


def test_people_of_all_documents_are_joined_and_named_once(record):
    assert sorted(own.name for own in record.actors) == ["Ada Brandt", "Bo Lind", "Carlos Duarte"]
    assert len(one(record.actors, name="Carlos Duarte").members) == 3
    known = {own.id for own in record.actors}
    meeting = one(record.encounters, kind="meeting")
    assert {person.actor for person in meeting.participants} == {"ada-brandt", "carlos-duarte"} <= known


def test_what_documents_say_differently_is_a_conflict_with_both_words(record):
    conflict = one(record.findings, kind=FindingKind.CONFLICT, attribute="duration")
    assert {value.evidence[0].quote for value in conflict.values} == {"four hours", "more than five hours"}


def test_references_point_into_the_record(record):
    agreement = one(record.agreements, status="agreed")
    assert len(agreement.mentions) == 2 and set(agreement.parties) == {"ada-brandt", "carlos-duarte"}
    assert {mention.encounter for mention in agreement.mentions} == {one(record.encounters, kind="meeting").id}
    assert {own.speaker for own in record.quotations} == {"ada-brandt"}
    assert len({own.utterance for own in record.quotations}) == 1 and record.quotations[0].utterance
    assert one(record.forecasts, kind="expectation").who == "carlos-duarte"
    assert {own.actor for own in record.positions} == {"ada-brandt"}


@given(st.permutations(range(3)))
@settings(max_examples=6, deadline=None)
def test_the_order_of_documents_does_not_matter(order):
    documents = coverage()
    assert export_record(assembled(documents[place] for place in order)) == export_record(assembled(documents))


def test_a_document_taken_out_leaves_no_trace():
    assert export_record(assembled([wire(), ledger()])) != export_record(assembled(coverage()))
    later = [own for own in coverage() if own.document.path != "note.txt"]
    assert export_record(assembled(later)) == export_record(assembled([ledger(), wire()]))


def test_ids_stay_when_documents_that_say_nothing_of_them_come(record):
    before = assembled([wire(), ledger()])
    assert {own.id for own in before.encounters} <= {own.id for own in record.encounters}
    assert {own.id for own in before.actors} <= {own.id for own in record.actors}


def test_failures_are_part_of_the_record():
    rows = (Failure("z.pdf", "read", "no text"), Failure("a.pdf", "read", "no text"))
    assert [own.where for own in assemble_record([wire()], (), rows).failures] == ["a.pdf", "z.pdf"]


def test_nothing_gives_an_empty_record():
    record = assembled([])
    assert (record.documents, record.actors, record.findings) == ((), (), ())


def person(section: str, verdict: Verdict, left: str, right: str, at: str = "2024-06-01T09:00:00Z") -> Judgement:
    low, high = sorted((left, right))
    return Judgement(section, low, high, verdict, 1.0 if verdict is Verdict.SAME else 0.0, (), "person:eve", at)


def test_a_person_splits_and_joins_what_rules_judged(record):
    ids = wire().encounters[0].id, ledger().encounters[0].id
    split = assembled(coverage(), person("encounter", Verdict.DIFFERENT, *ids))
    assert len([own for own in split.encounters if own.kind == "meeting"]) == 2
    assert any(own.author == "person:eve" for own in split.judgements)
    names = wire().actors[0].id, note().actors[1].id
    joined = assembled(coverage(), person("actor", Verdict.SAME, *names))
    assert len(joined.actors) == len(record.actors) - 1


def test_the_later_word_of_a_person_counts():
    ids = wire().encounters[0].id, ledger().encounters[0].id
    first = person("encounter", Verdict.DIFFERENT, *ids)
    second = person("encounter", Verdict.SAME, *ids, at="2024-06-02T09:00:00Z")
    record = assembled(coverage(), first, second)
    assert len([own for own in record.encounters if own.kind == "meeting"]) == 1


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "r.communique", create=True) as made:
        for own in coverage():
            made.stage(own, None, "v1")
        yield made


def exported(store) -> bytes:
    documents = list(store.document_records())
    return export_record(assemble_record(documents, active_judgements(store, documents)))


def split_meeting(store) -> Decision:
    left, right = (own.encounters[0].trigger for own in (wire(), ledger()))
    return store.decide(Decision(0, "2024-06-01T09:00:00Z", "eve", "different", "encounter", left, right, "two meetings"))


def test_a_decision_changes_the_record_and_undoing_restores_every_byte(store):
    before = exported(store)
    made = split_meeting(store)
    assert exported(store) != before
    store.undo(made.number, "eve", "2024-06-01T10:00:00Z")
    assert exported(store) == before


def test_a_decision_holds_when_mentions_are_counted_anew(store):
    split_meeting(store)
    old = wire()
    number = old.encounters[0].id.replace(":e1", ":e7")
    agreed = tuple(replace(own, encounter=number) for own in old.agreements)
    store.stage(replace(old, encounters=(replace(old.encounters[0], id=number),), agreements=agreed), None, "v2")
    [found] = active_judgements(store, list(store.document_records()))
    assert number in (found.left, found.right) and found.verdict is Verdict.DIFFERENT
    assert exported(store).count(b'"kind": "meeting"') > export_record(assembled(coverage())).count(b'"kind": "meeting"')


def test_a_decision_waits_while_its_document_is_away(store):
    split_meeting(store)
    kept = [own for own in store.document_records() if own.document.path != "ledger.txt"]
    assert active_judgements(store, kept) == ()
    assert len(active_judgements(store, list(store.document_records()))) == 1


def test_every_span_of_a_record_is_exact(record):
    texts = {own.document.id: own.document.text for own in record.documents}

    def check(value):
        if isinstance(value, Evidence):
            assert texts[value.document][value.span.start : value.span.end] == value.quote
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                check(getattr(value, name))
        elif isinstance(value, tuple):
            for own in value:
                check(own)

    check(record)
