"""Cleaning of whole texts, written by hand in a dozen languages: which character is body, title, clutter ..."""

import pytest

from unit.clean.case import Case, load_cases, predicted, score

CASES = load_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_character_has_the_kind_that_the_case_gives_it(case: Case):
    wrong = [
        (mark, true, said)
        for mark, true, said in zip(case.text, case.kinds, predicted(case), strict=True)
        if true != said and not mark.isspace()
    ]
    share = len(wrong) / sum(not mark.isspace() for mark in case.text)
    assert share <= 0.02, score([case])[1]


def test_body_and_clutter_are_told_apart_over_all_cases():
    found, wrong = score(CASES)
    assert found["body"] >= 0.99, wrong
    assert found["boilerplate"] >= 0.97, wrong
