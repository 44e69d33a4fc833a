"""resolve/agreement.py: mentions of one point in several documents."""

from dataclasses import replace

from communique.model import AgreementMention, AgreementStatus, Judgement, Verdict
from communique.resolve.agreement import resolve_agreements
from factories import at, document


def mention(number, words, parties=("bolivia", "chile"), **fields):
    doc = document(f"In report {number}: {words}.")
    content = (at(doc, words),)
    settings = {"issue": None, "status": AgreementStatus.AGREED, **fields}
    return AgreementMention(
        f"{doc.id}:g1", doc.id, "agreement", content=content, evidence=content, label=words, parties=parties, **settings
    )


def same(*mentions, past=()):
    found = resolve_agreements(mentions, past)
    return {(own.left, own.right) for own in found if own.verdict is Verdict.SAME}


ONE = mention(1, "agreed to increase the staff of their embassies")
TWO = mention(2, "will restore staff numbers at embassies")
OTHER = mention(3, "agreed to exchange forty prisoners before winter")


def test_the_same_point_is_found_in_other_words():
    assert same(ONE, TWO, OTHER) == {(min(ONE.id, TWO.id), max(ONE.id, TWO.id))}


def test_other_parties_keep_points_apart():
    assert same(ONE, replace(TWO, parties=("peru", "laos"))) == set()


def test_one_document_does_not_confirm_itself():
    assert same(ONE, replace(TWO, document=ONE.document)) == set()


def test_what_a_person_settled_is_left_alone():
    left, right = sorted((ONE.id, TWO.id))
    settled = Judgement("agreement", left, right, Verdict.DIFFERENT, 0.0, (), "person:ann", "2031-01-01T00:00:00Z")
    assert resolve_agreements((ONE, TWO), (settled,)) == ()


def test_order_does_not_matter_and_reasons_are_given():
    assert resolve_agreements((ONE, TWO, OTHER), ()) == resolve_agreements((OTHER, TWO, ONE), ())
    [judgement] = resolve_agreements((ONE, TWO), ())
    assert {reason.code for reason in judgement.reasons} >= {"words", "parties"}


def test_many_mentions_of_one_word_stay_cheap():
    crowd = [mention(number, f"agreed on fisheries item{number} clause{number}") for number in range(400)]
    assert same(*crowd) == set()
