"""clean/clean.py: what a document becomes."""

import pytest

from communique.clean import clean_document
from communique.model import DateBasis, DateValue, Outlet, RegionKind
from factories import document

BODY = (
    "The two delegations met on Monday for six hours and agreed to exchange lists of prisoners by the end of the week.\n"
    "A second meeting was set for Thursday, the mediator said. She gave no place for it.\n"
)


def test_offsets_stay_and_clutter_is_blank():
    doc = document("Envoys meet\n\n" + BODY + "Subscribe to our newsletter\n")
    clean = clean_document(doc)
    assert len(clean.text) == len(doc.text)
    assert clean.text.rstrip().endswith("gave no place for it.")
    assert clean.text[: len("Envoys meet")] == "Envoys meet"


def test_prose_with_words_of_clutter_stays_body():
    text = (
        'The minister said: "We will not subscribe to the treaty, and nobody will sign up for our defeat."\n'
        "Journalists were asked to follow us on a tour of the port, an aide wrote in a message that was later deleted.\n"
        "The privacy policy of the port authority was one of eleven points on the agenda of the third round on Tuesday, "
        "which the two delegations left after four hours without a word to the reporters who had waited for them outside "
        "in the rain, and the chair said that she had no comment on what her office would do about the cookies.\n"
    )
    clean = clean_document(document(text))
    assert {region.kind for region in clean.regions} == {RegionKind.BODY}
    assert "".join(clean.text.split()) == "".join(text.split())


def test_a_date_line_dates_the_article_with_its_words():
    doc = document("Envoys meet\nMay 14, 2031\n" + BODY)
    published = clean_document(doc).document.published
    assert published is not None
    assert (published.start, published.basis, published.evidence[0].quote) == (
        "2031-05-14",
        DateBasis.EXPLICIT,
        "May 14, 2031",
    )


def test_the_year_of_the_rights_line_completes_a_dateline():
    doc = document("Envoys meet\n\nGENEVA, May 14 (Reuters) - " + BODY + "(c) Harbour Times 2031. All rights reserved.\n")
    clean = clean_document(doc).document
    assert clean.published is not None and clean.published.start == "2031-05-14"
    assert [own.quote for own in clean.published.evidence] == ["May 14", "2031"]
    assert (clean.dateline, clean.credit, clean.outlet) == ("GENEVA", "Reuters", Outlet("Harbour Times"))


def test_a_date_in_the_story_does_not_date_the_article():
    assert (
        clean_document(
            document(BODY + "On May 14, 2031 the two presidents spoke by telephone for an hour and a half.\n")
        ).document.published
        is None
    )


def test_metadata_stay():
    known = DateValue("2030-01-01", precision="day", basis=DateBasis.METADATA)
    doc = document(
        "Envoys meet\nMay 14, 2031\nBy Jane Rook\n" + BODY, title="Envoys meet", published=known, authors=("Ann Lee",)
    )
    clean = clean_document(doc).document
    assert (clean.title, clean.published, clean.authors) == ("Envoys meet", known, ("Ann Lee",))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("Die Delegationen haben am Montag sechs Stunden lang über die Brücke gesprochen und sich vertagt.", "de"),
        ("Делегации в понедельник шесть часов говорили о мосте и договорились о новой встрече.", "ru"),
        ("Yes.", None),
    ],
)
def test_language(text, language):
    assert clean_document(document(text)).document.language == language


def test_the_page_of_another_language_below_the_article_is_clutter():
    foreign = "Tu período de lectura gratuita ha terminado este mes.\nPuedes cambiar de modalidad cuando lo necesites.\n"
    clean = clean_document(document(BODY * 3 + foreign))
    kinds = [region.kind for region in clean.regions]
    assert kinds == [RegionKind.BODY] * 6 + [RegionKind.BOILERPLATE] * 2


@pytest.mark.parametrize("text", ["?", "Share\nTweet\n", "***\n", "© 2031 Harbour Times\n", "By Ann Lee"])
def test_texts_without_a_body(text):
    clean = clean_document(document(text))
    assert len(clean.text) == len(text)
    assert "".join(text.split()) == "".join("".join(text[own.span.start : own.span.end].split()) for own in clean.regions)


def test_the_day_on_which_a_declaration_was_signed():
    doc = document("Statement of the Front\n\n" + BODY + "Done in Lima, 14 May 2031\nFor the Front\nThe Spokesman\n")
    assert clean_document(doc).document.published.start == "2031-05-14"


def test_the_day_of_a_live_page():
    head = "Wednesday 14 May 2031, with Lena Brandt in Lima and Omar Haddad in Quito. All times GMT. Latest first.\n\n"
    doc = document("Border talks: the second night\n" + head + BODY)
    assert clean_document(doc).document.published.start == "2031-05-14"
