"""compare/within.py: what one article reports and takes back, corrects, or reports the denial of."""

import pytest

from communique.compare.stage import stage_of
from communique.compare.within import compare_within
from communique.model import Actor, ActorKind, ActorMention, NameKind, Record, RecordDocument, Region, RegionKind, Span
from factories import actor, at, document, quotation


def record(text):
    doc = document(text)
    return Record(documents=(RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(text))),), doc.id),))


def told(text):
    found = record(text)
    return [
        (own.attribute, tuple(value.evidence[0].quote for value in own.values))
        for own in compare_within(found, stage_of(found))
    ]


@pytest.mark.parametrize(
    ("claim", "denial", "words"),
    [
        (
            "The daily Vest said that the spy chief Ole Brun had flown to Port Alma.",
            "The palace denied the report.",
            "denied the report",
        ),
        ("The two envoys met in secret in Lagos in May.", "Both men deny it.", "deny it"),
        (
            "A witness said the two had talked in the garden for 20 minutes.",
            "An official denied that any such conversation had taken place.",
            "denied that any such conversation had taken place",
        ),
        (
            "A former minister said that the cabinet had half promised a ceasefire.",
            "The ministry denies having promised anything.",
            "denies having promised anything",
        ),
        (
            "The army said that it had repelled an attack.",
            "Orte denied there had been any attack.",
            "denied there had been any attack",
        ),
        (
            "It was put off at the wish of the parties, the host said.",
            "The minister said her government had requested nothing of the kind.",
            "said her government had requested nothing of the kind",
        ),
        (
            "A weekly wrote that the heads of the services had met.",
            "The foreign ministry said no such meeting had taken place.",
            "said no such meeting had taken place",
        ),
    ],
)
def test_a_report_and_its_denial(claim, denial, words):
    [(attribute, quotes)] = told(f"{claim} {denial}")
    assert attribute == "existence"
    assert quotes[0].rstrip(".") == claim.rstrip(".")
    assert quotes[1] == denial.rstrip(".")
    assert quotes[1].endswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "The weekly wrote that the two had met. He did not deny it.",
        "The weekly wrote that the two had met. He neither confirmed nor denied it.",
        "The ship reached the port. The harbour denied entry to the crew.",
        "They talked about grain. The minister denied having insulted the envoy.",
        "Did they meet? He denied it.",
        "The talks went on. Nobody denied the report of the committee.",
    ],
)
def test_no_contradiction(text):
    assert told(text) == []


def test_what_the_sides_say_of_each_other_is_their_quarrel():
    text = "Ada Brandt said that the guards had fired first. Bo Lind denied it."
    doc = document(text)
    people = (actor(doc, 0, "Ada Brandt"), actor(doc, 1, "Bo Lind"))
    said = (
        quotation(doc, 0, "Ada Brandt said that the guards had fired first", people[0]),
        quotation(doc, 1, "Bo Lind denied it", people[1]),
    )
    actors = tuple(
        Actor(own.id, ActorKind.PERSON, own.name, (ActorMention(at(doc, own.name), NameKind.NAME),), (own.id,), side=side)
        for own, side in zip(people, ("norland", "sudland"), strict=True)
    )
    listed = RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(text))),), doc.id)
    quarrel = Record(documents=(listed,), actors=actors, quotations=said)
    assert list(compare_within(quarrel, stage_of(quarrel))) == []
    alone = Record(documents=(listed,), actors=actors, quotations=said[1:])
    assert len(list(compare_within(alone, stage_of(alone)))) == 1


def test_the_words_that_follow_a_denial_belong_to_it():
    found = record("The Vest reported that Brun had gone to Alma. The palace denied the report. “He was at his desk.”")
    [one] = compare_within(found, stage_of(found))
    assert [own.quote for own in one.values[1].evidence] == [
        "The palace denied the report",
        "“He was at his desk.”",
    ]


def test_the_reverse():
    [(attribute, quotes)] = told("The call was made at the wish of Norland, it added. Sudland's statement says the reverse.")
    assert attribute == "content"
    assert quotes[1] == "Sudland's statement says the reverse"


def test_a_correction():
    [(attribute, quotes)] = told("An earlier version said that 19 men had crossed. It was 18.")
    assert (attribute, quotes) == ("correction", ("19 men had crossed", "It was 18"))


def test_hostile_text_is_read_in_linear_time():
    assert told("He denied it. " * 3000) == []
    assert told("denied the " * 20000) == []


def test_a_denied_account_is_looked_for_where_its_words_are():
    text = (
        "Minister Adeh threatened to walk out of the meeting. It lasted an hour. Coffee came late. "
        "A spokesman denied the account. “The minister does not walk out of meetings.”"
    )
    [(_, quotes)] = told(text)
    assert quotes[0] == "Minister Adeh threatened to walk out of the meeting."


def test_a_month_does_not_end_a_sentence():
    assert told("The envoy met the general on Feb. 6 in secret at the lodge. Both men deny it.") == [
        ("existence", ("The envoy met the general on Feb. 6 in secret at the lodge.", "Both men deny it"))
    ]
