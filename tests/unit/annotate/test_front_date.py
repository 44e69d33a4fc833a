"""A date at the head of a sentence without a comma, and the subject beside it."""

from dataclasses import replace

import pytest

from communique.annotate.front_date import free_subjects, rehung
from communique.annotate.syntax import load_model, parse
from communique.annotate.time import find_times
from communique.model import CleanText
from factories import document


@pytest.fixture(scope="module")
def nlp():
    return load_model()


def subjects(nlp, text):
    doc = document(text)
    analysis = parse(nlp, CleanText(doc, doc.text, ()))
    analysis = free_subjects(replace(analysis, times=find_times(analysis)))
    return {analysis.word(own) for own in range(len(analysis)) if analysis.deps[own].startswith("nsubj")}, analysis


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "On 3 May 2031 Prime Minister Olga Lindqvist of Sweden held talks with President Marek Zielony in Gdansk.",
            "Lindqvist",
        ),
        ("On 3 May 2031 Prime Minister Olga Lindqvist held talks with President Marek Zielony in Gdansk.", "Lindqvist"),
        ("On 12 May Foreign Minister Ada Moreno telephoned her counterpart.", "Moreno"),
    ],
)
def test_the_name_after_the_date_is_the_subject(nlp, text, subject):
    found, analysis = subjects(nlp, text)
    assert found == {subject}
    at = next(own for own in range(len(analysis)) if analysis.word(own) == subject)
    assert "May" not in {analysis.word(own) for own in analysis.subtree(at)}


def test_all_else_stays(nlp):
    for text in (
        "On the May 12 deadline Chile was silent.",
        "He came on 3 May and Ada Moreno left.",
        "In 2031, Peru agreed.",
    ):
        doc = document(text)
        plain = parse(nlp, CleanText(doc, doc.text, ()))
        plain = replace(plain, times=find_times(plain))
        assert free_subjects(plain).heads == plain.heads


@pytest.mark.parametrize(
    "text",
    [
        "Lima protested: By 1 March 2031 Peru had closed the post.",
        "The post stayed shut, and On 15 September Peruvian minister Ada Moreno said so.",
        "Lima protested: Since 15 September Lima closed the pass.",
    ],
)
def test_no_word_ends_up_above_itself(nlp, text):
    _, analysis = subjects(nlp, text)
    for token in range(len(analysis)):
        line = [token]
        while analysis.heads[line[-1]] != line[-1]:
            line.append(analysis.heads[line[-1]])
            assert len(line) <= len(analysis)


def test_heads_that_run_in_a_circle_are_refused(nlp):
    doc = document("Peru agreed to talk.")
    analysis = parse(nlp, CleanText(doc, doc.text, ()))
    heads = [1, 0, *analysis.heads[2:]]
    assert rehung(analysis, analysis.deps, heads) is analysis
