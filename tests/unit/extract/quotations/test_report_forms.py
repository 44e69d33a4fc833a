"""Ways of reporting that no "said that" shows, and look-alikes that report nothing. Real parser, invented people."""

import pytest

from quoted import read


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "The Fund welcomed what Ada Brandt termed an orderly approach to the arrears.",
            ["Ada Brandt"],
            ("Ada Brandt", "termed", "an orderly approach to the arrears"),
        ),
        (
            'Norland has kept out and, in the words of Ada Brandt, "trusts the wisdom of both brothers".',
            ["Ada Brandt"],
            ("Ada Brandt", "in the words", "trusts the wisdom of both brothers"),
        ),
        (
            "The bridge, according to Ada Brandt, was mined by the rebels.",
            ["Ada Brandt"],
            ("Ada Brandt", "according to", "The bridge | was mined by the rebels"),
        ),
        (
            "The weekly met Ada Brandt, according to whom the chiefs of the services will see each other soon.",
            ["Ada Brandt"],
            ("Ada Brandt", "according to", "the chiefs of the services will see each other soon"),
        ),
        (
            "Ada Brandt's answer: ten years for the whole sum, or three for half of it.",
            ["Ada Brandt"],
            ("Ada Brandt", "answer", "ten years for the whole sum, or three for half of it"),
        ),
        (
            "Ada Brandt apologised the same day: the circular had been sent to a wrong address.",
            ["Ada Brandt"],
            ("Ada Brandt", "apologised", "the circular had been sent to a wrong address"),
        ),
        (
            "Ada Brandt does not dispute that the fees went unpaid.",
            ["Ada Brandt"],
            ("Ada Brandt", "dispute", "the fees went unpaid"),
        ),
    ],
)
def test_reported(nlp, text, names, expected):
    assert expected in read(nlp, text, *names)


def test_a_denied_report_and_the_report_itself(nlp):
    text = "Ada Brandt denies a report by Radio Tolo that both presidents spoke by telephone this afternoon."
    clause = "that both presidents spoke by telephone this afternoon"
    found = read(nlp, text, "Ada Brandt", "RADIO TOLO", tagged=[("Ada Brandt", "denies", clause)])
    assert ("Ada Brandt", "denies", f"a report by Radio Tolo {clause}") in found
    assert ("Radio Tolo", "report", "both presidents spoke by telephone this afternoon") in found


@pytest.mark.parametrize("words", ["it", "this"])
def test_a_pronoun_may_stand_for_what_is_denied(nlp, words):
    text = f"Ada Brandt has denied {words}."
    tagged = [("Ada Brandt", "has denied", words)]
    assert read(nlp, text, "Ada Brandt", tagged=tagged) == [("Ada Brandt", "has denied", words)]
    other = f"Ada Brandt explained {words}."
    assert read(nlp, other, "Ada Brandt", tagged=[("Ada Brandt", "explained", words)]) == []


def test_a_participle_borrows_the_subject_of_its_sentence(nlp):
    text = "Ada Brandt had been expected but pulled out on Monday, citing a fever."
    assert read(nlp, text, "Ada Brandt", tagged=[("", "citing", "a fever")]) == [("Ada Brandt", "citing", "a fever")]


def test_one_who_tells_the_author_speaks(nlp):
    text = "I am told by one who sat in the room that our side named a figure."
    found = read(nlp, text, tagged=[("I", "am told", "that our side named a figure")])
    assert [row[1:] for row in found] == [("am told", "our side named a figure")]


@pytest.mark.parametrize(
    ("text", "tagged", "content"),
    [
        (
            "Ada Brandt called for the return of the boats, which have crossed the line on eight occasions.",
            ("Ada Brandt", "called for", "the return of the boats"),
            "the return of the boats, which have crossed the line on eight occasions",
        ),
        (
            "Ada Brandt called for the return of the deposits, which she estimated at nine million crowns.",
            ("Ada Brandt", "called for", "the return of the deposits"),
            "the return of the deposits",
        ),
    ],
)
def test_a_relative_clause_belongs_unless_it_is_the_authors(nlp, text, tagged, content):
    assert [row[2] for row in read(nlp, text, "Ada Brandt", tagged=[tagged])] == [content]


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("Ada Brandt, asked what had changed, pointed at the sky.", ("Ada Brandt", "asked", "what had changed")),
        ("Asked if she was hopeful, Ada Brandt smiled.", ("Ada Brandt", "Asked", "if she was hopeful")),
        ("Ada Brandt has been promised a house by March.", ("Ada Brandt", "has been promised", "a house by March")),
        ("Ada Brandt asked not to be named.", ("Ada Brandt", "asked", "not to be named")),
        ("Ada Brandt requested anonymity.", ("Ada Brandt", "requested", "anonymity")),
        ("Ada Brandt recalled the ambassador for talks.", ("Ada Brandt", "recalled", "the ambassador for talks")),
        ("When Ada Brandt describes the same call, much differs.", ("Ada Brandt", "describes", "the same call")),
        ("Ada Brandt did not deny it.", ("Ada Brandt", "did not deny", "it")),
    ],
)
def test_nothing_is_reported(nlp, text, tagged):
    assert read(nlp, text, "Ada Brandt", tagged=[tagged]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norland accepted, the Union hesitated, Ada Brandt asked for a night.",
        "The crew is being treated according to the law.",
    ],
)
def test_lists_contrasts_and_norms_are_no_reports(nlp, text):
    assert read(nlp, text, "Ada Brandt") == []


def test_an_accusation_is_that_of_its_own_subject(nlp):
    text = "The opposition did not: Ada Brandt accused the minister of losing."
    assert read(nlp, text, "Ada Brandt") == [("Ada Brandt", "accused", "the minister of losing")]


def test_the_person_named_last_speaks(nlp):
    text = "The leader of the main party, Ada Brandt, called the accord a receipt for five men."
    source, content = "The leader of the main party, Ada Brandt", "the accord a receipt for five men"
    found = read(nlp, text, "the main party", "Ada Brandt", tagged=[(source, "called", content)])
    assert found == [("Ada Brandt", "called", content)]


def test_was_quoted_as_saying(nlp):
    text = '"The river is an old neighbour who does not sleep," Ada Brandt was quoted as saying.'
    assert [row[0] for row in read(nlp, text, "Ada Brandt")] == ["Ada Brandt"]


@pytest.mark.parametrize(
    ("text", "names", "speaker"),
    [
        ("Ms Brandt met Mr Tolo this morning. The talk was long. She said the list was not ready.", "BT", "Brandt"),
        ("Ms Brandt met Mr Tolo this morning. The talk was long. He said the list was not ready.", "BT", "Tolo"),
        ("Brandt received Tolo this morning. The talk was long. She said the list was not ready.", "BT", "Brandt"),
        ("They met Brandt and Tolo this morning. He said the list was not ready.", "BT", None),
        ("Ms Brandt was there. He said the list was not ready.", "B", None),
    ],
)
def test_an_open_pronoun_goes_to_the_one_person_who_fits(nlp, text, names, speaker):
    people = [{"B": "Brandt", "T": "Tolo"}[letter] for letter in names]
    assert [row[0] for row in read(nlp, text, *people)] == [speaker]


def test_a_headline_after_a_colon_is_told_once_at_most(nlp):
    text = "Ada Brandt Returns from Tolo, Affirms: Quay Is Ours\n\nThe ship came at noon."
    assert len(read(nlp, text, "Ada Brandt")) <= 1
    assert read(nlp, "Ada Brandt insists: the quay is ours and stays ours.", "Ada Brandt") == [
        ("Ada Brandt", "insists", "the quay is ours and stays ours")
    ]


def test_what_another_verb_governs_was_not_said(nlp):
    text = "The meeting dragged on for hours, Ada Brandt told the weekly, and Bo Lind did most of the talking."
    tagged = ("Ada Brandt", "told", "The meeting dragged on for hours", "did most of the talking")
    assert read(nlp, text, "Ada Brandt", tagged=[tagged]) == [("Ada Brandt", "told", "The meeting dragged on for hours")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"I said it on the day of the signing: they will be back in June," Ada Brandt told the weekly.',
            (None, "said", "they will be back in June"),
        ),
        (
            '"I know what Bo Lind told the envoy on the quay in March: that no boat would ever leave," Ada Brandt said.',
            ("Bo Lind", "told", "no boat would ever leave"),
        ),
    ],
)
def test_what_a_quoted_speaker_says_again_behind_a_colon(nlp, text, expected):
    rows = read(nlp, text, "Ada Brandt", "Bo Lind")
    assert expected in [(own[0] if own[0] != "Ada Brandt" else None, *own[1:]) for own in rows]


def test_what_is_said_with_a_colon_now_is_the_very_speech(nlp):
    text = '"I say this: they will be back in June," Ada Brandt told the weekly.'
    assert len(read(nlp, text, "Ada Brandt")) == 1


def test_words_behind_what_he_had_told_are_the_content(nlp):
    text = "Ada Brandt repeated to me what she had told me by the lake: “No boats, no talks at all.”"
    tagged = [("Ada Brandt", "repeated to", "me what she had told me by the lake: “No boats, no talks at all.”")]
    assert read(nlp, text, "Ada Brandt", tagged=tagged)[0][2] == "No boats, no talks at all."
