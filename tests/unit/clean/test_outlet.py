"""Which outlet an article is from, and its day and author, by its own small print; invented outlets."""

from communique.clean import clean_document
from communique.model import Outlet
from tests.factories import document

BODY = (
    "The envoys of Norway and Peru met in Geneva on Tuesday and agreed to meet again in the autumn, their hosts said.\n\n"
    "They spoke for three hours about fish, about the sea, and about the money that is owed for both since the spring.\n\n"
)


def _about(text):
    return clean_document(document(text)).document


def test_wire_of_the_dateline_where_the_small_print_names_it():
    text = (
        "Envoys meet\n\nGENEVA, May 14 (North Fjord Wire) - "
        + BODY
        + "Our Standards: The North Fjord Wire Code of Practice\n"
    )
    assert _about(text).outlet == Outlet("North Fjord Wire")


def test_wire_of_the_dateline_alone_is_only_the_credit():
    about = _about("Envoys meet\n\nGENEVA, May 14 (North Fjord Wire) - " + BODY)
    assert (about.outlet, about.credit) == (None, "North Fjord Wire")


def test_outlet_that_a_notice_promotes_and_the_text_names_again():
    text = (
        "Envoys meet\n\n"
        + BODY
        + "Sign up for our newsletter to get more news coverage from EL FARO DIARIO Edition\n\nRecomendaciones EL FARO DIARIO\n"
    )
    assert _about(text).outlet == Outlet("EL FARO DIARIO")


def test_a_platform_is_no_outlet():
    text = "Envoys meet\n\n" + BODY + "Follow us on Telegram\nDownload Telegram for news\n"
    assert _about(text).outlet is None


def test_masthead_without_a_media_word_that_the_text_names_again():
    text = (
        "AL-FANAR ENGLISH\nSunday June 26, 2022 | Page 3\n\nEnvoys meet\n\n"
        + BODY
        + "Download the Al-Fanar app for breaking news\n"
    )
    assert _about(text).outlet == Outlet("AL-FANAR")


def test_day_in_a_short_line_above_the_body():
    text = "Fjord Monitor\nCOMMENTARY\n20.06.2031 · 6 min read\n\nThe easy half\n\n" + BODY
    assert _about(text).published.start == "2031-06-20"


def test_titled_author_on_a_line_of_his_own():
    text = "The easy half\nEnvoys have met. Meeting again will take longer.\nDr Irene Marlowe\n\n" + BODY
    assert _about(text).authors == ("Dr Irene Marlowe",)
