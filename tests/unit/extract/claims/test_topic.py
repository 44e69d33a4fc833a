"""extract/claims/topic.py: what an article speaks of where the words of a stance name nothing."""

import pytest

from communique.extract.claims.topic import Topics
from unit.extract.claims.parsed import actors, analysis

CATCH = "Kenya and Uganda talked about the catch of tuna in the lake. Kenya wants sixteen percent. Uganda offered nine."
PIPE = "The pipeline was the hardest point of the round. Norway answered with a third. Peru refused."


def ranked(text, sentence, own=""):
    topics = Topics(analysis(text), actors(text))
    first, last = analysis(text).sentences[sentence]
    return topics.ranked(first, last, own)


@pytest.mark.parametrize(("text", "sentence", "issue"), [(CATCH, 1, "maritime-zones"), (PIPE, 2, "energy-trade")])
def test_the_sentences_before_tell_the_subject(text, sentence, issue):
    assert ranked(text, sentence)[0][0] == issue


def test_what_the_words_name_counts_more_than_what_was_told_before():
    assert ranked(CATCH, 1, "the release of the prisoners")[0][0] == "prisoners"


def test_the_nearer_sentence_weighs_more():
    near, far = dict(ranked(CATCH, 1))["maritime-zones"], dict(ranked(CATCH, 2))["maritime-zones"]
    assert near > far > 0


def test_the_course_of_the_talks_is_named_everywhere_and_says_little():
    found = dict(ranked(PIPE, 1))
    assert found["energy-trade"] > 2 * found["talks-process"]


def test_shares_of_the_whole_article_sum_to_one():
    whole = Topics(analysis(PIPE), actors(PIPE)).whole()
    assert sum(whole.values()) == pytest.approx(1.0)


def test_an_article_that_names_nothing_ranks_nothing():
    text = "Ada Moen wanted to go home after the match."
    assert ranked(text, 0) == []
