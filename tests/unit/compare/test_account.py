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
        (
            "The envoy took him aside, an aide said, by one account, for an hour. Verzia's foreign ministry says that it was brief.",
            "content",
            "The envoy took him aside, an aide said, by one account, for an hour.",
            "Verzia's foreign ministry says that it was brief.",
        ),
        (
            "Verzia says that dozens more are being held. Arvenia says that there are none.",
            "existence",
            "Verzia says that dozens more are being held.",
            "Arvenia says that there are none.",
        ),
        (
            "Verzia asked for the delay, three officials said. Port Alma says that both sides did.",
            "content",
            "Verzia asked for the delay, three officials said.",
            "Port Alma says that both sides did.",
        ),
        (
            "Verzia blames the mortars of its neighbour. Arvenia blames a patrol.",
            "content",
            "Verzia blames the mortars of its neighbour.",
            "Arvenia blames a patrol.",
        ),
        (
            "A deputy said that the secretary had tried to reach the palace. A palace spokesman tweeted that nobody had called the palace.",
            "existence",
            "A deputy said that the secretary had tried to reach the palace.",
            "A palace spokesman tweeted that nobody had called the palace",
        ),
        (
            'According to the commissioner, Minister Adeh accepted the consultations. "There was no such acceptance," she said.',
            "existence",
            "According to the commissioner, Minister Adeh accepted the consultations.",
            "There was no such acceptance",
        ),
        (
            "The opposition says that the war cost 1,300 lives. The number is false, it is below 700.",
            "figure",
            "The opposition says that the war cost 1,300 lives.",
            "The number is false, it is below 700",
        ),
        (
            'According to the palace\'s readout the call was "warm and long"; the other one calls it "candid".',
            "content",
            'According to the palace\'s readout the call was "warm and long"',
            'the other one calls it "candid"',
        ),
        (
            'It ran to 25 minutes, an aide says. The palace\'s version: "about forty".',
            "figure",
            "25",
            "The palace's version: \"about forty",
        ),
        (
            "The army says eleven shells landed in a field. Nobody was hurt. Residents spoke of five explosions.",
            "figure",
            "The army says eleven shells landed in a field",
            "Residents spoke of five explosions",
        ),
        (
            "Verzia said the union had agreed to look at the list, something the commissioner flatly contradicted. "
            '"Nothing was promised," she said.',
            "content",
            "Verzia said the union had agreed to look at the list",
            ', something the commissioner flatly contradicted … "Nothing was promised," she said.',
        ),
        (
            'Officials insist that the president is coming. In the other capital they are less sure. "He may have a cold," one said.',
            "content",
            "Officials insist that the president is coming.",
            '"He may have a cold," one said.',
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
        "Overall 91 per cent agreed. Among women, the figure is 75.",
        "The court found no breach. No such breach having been shown, it closed the case.",
        "The party has two wings. The ministry says that it will pay.",
        "Verzia blames the rain.\nArvenia blames the wind.",
        'Something I denied would not matter much here. "Never," he said.',
        "The fund paid 40 million. The bank had reported losses of 35 million.",
    ],
)
def test_no_second_account_of_one_thing(text):
    assert told(text) == []
