"""compare/account.py and compare/account_number.py: two accounts that one article sets side by side."""

import pytest

from communique.compare.account import compare_accounts
from communique.compare.stage import stage_of
from communique.model import Record, RecordDocument, Region, RegionKind, Span
from factories import document


def told(text):
    doc = document(text)
    found = Record(documents=(RecordDocument(doc, (Region(RegionKind.BODY, Span(0, len(text))),), doc.id),))
    return [(own.attribute, *(value.value for value in own.values)) for own in compare_accounts(found, stage_of(found))]


@pytest.mark.parametrize(
    ("text", "attribute", "one", "two"),
    [
        (
            "Captain Oru told the Gazette that the guards took six nets.\n\nThe navy tells it differently. It said no net was taken.",
            "content",
            "Captain Oru told the Gazette that the guards took six nets.",
            "It said no net was taken.",
        ),
        (
            "Belmora will lower the tax on salt by half. The minister smiled. Arvenia gave a very different account. "
            "The tax, its ministry says, will go.",
            "content",
            "Belmora will lower the tax on salt by half.",
            "The tax, its ministry says, will go.",
        ),
        (
            "Port Alma announced a joint patrol before the spring. Verzia's version, published a day later, speaks of observers.",
            "content",
            "Port Alma announced a joint patrol before the spring.",
            "Verzia's version, published a day later, speaks of observers.",
        ),
        (
            "The palace, which earlier called the story of a secret dinner an invention, now says that the two dined alone.",
            "existence",
            "earlier called the story of a secret dinner an invention",
            "now says that the two dined alone",
        ),
        (
            'Minister Adeh denied that she had walked out. "I needed air," she said. Witnesses spoke of an empty chair.',
            "existence",
            "Minister Adeh denied that she had walked out.",
            "Witnesses spoke of an empty chair.",
        ),
        (
            "One delegate said that the offer was accepted on Friday, another that it was only noted.",
            "content",
            "the offer was accepted on Friday",
            "it was only noted",
        ),
        (
            "According to the weekly Svet, it was Orlan who tore up the draft. Orlan's office says he was at the dentist.",
            "content",
            "According to the weekly Svet, it was Orlan who tore up the draft.",
            "he was at the dentist",
        ),
        (
            "The envoy's visit has been postponed. An official described reports in the press that it was cancelled as premature.",
            "existence",
            "The envoy's visit has been postponed.",
            "it was cancelled as premature",
        ),
        ("The two presidents spoke for either 15 or 50 minutes.", "figure", "15", "50 minutes"),
        (
            "Did they ever sit together? The host says four times, the papers say twice.",
            "figure",
            "The host says four times",
            "the papers say twice",
        ),
        (
            "The call lasted 20 minutes, the palace announced. The other capital spoke of a conversation of half an hour.",
            "duration",
            "20 minutes",
            "half an hour",
        ),
        (
            "Q: You had eight hours with them. Was it worth it?\n\nA: Five and a half. Yes.",
            "figure",
            "eight hours",
            "Five and a half",
        ),
        (
            "The text allows catches of up to 40 tonnes. The radio station Vala had reported 35.",
            "figure",
            "40",
            "The radio station Vala had reported 35",
        ),
    ],
)
def test_two_accounts_in_one_article(text, attribute, one, two):
    assert told(text) == [(attribute, one, two)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister sees it differently. Peace needs time, she said.",
        "The next round could take either three or four days.",
        "The first session lasted two hours. The second one, according to the host, lasted five hours and ended in silence at night.\n"
        "The delegations will meet again.",
        "The envoy denied the claim. The talks go on. Rain fell.",
        "One diplomat said that the room was cold, another that lunch was late.",
        "Reports said it was over. Orlan's office says he will travel on Monday.",
        "The palace earlier called for calm and now hosts the talks.",
        "Q: How many came?\n\nA: Twelve, as we had asked.",
        "The fund paid 40 million. The bank had reported losses of 35 million.",
    ],
)
def test_no_second_account_of_one_thing(text):
    assert told(text) == []
