"""clean/line.py: lines, and wrapped files."""

import textwrap

from communique.clean.line import find_lines

LONG = "The delegations met again on Tuesday and talked for most of the day about the ferry, its crew and the price of a ticket."


def test_lines_have_trimmed_offsets_and_know_the_gap_above():
    text = "  Title here \r\n\r\nFirst line.\nSecond line."
    lines = find_lines(text)
    assert [text[line.start : line.end] for line in lines] == ["Title here", "First line.", "Second line."]
    assert [line.gap for line in lines] == [True, True, False]


def test_a_wrapped_file_has_paragraphs_for_lines():
    text = "\n\n".join(textwrap.fill(LONG, 60) for _ in range(4))
    lines = find_lines(text)
    assert [line.text for line in lines] == [LONG] * 4
    assert all(text[place] == "\n" for line in lines for place in line.soft)


def test_lines_of_their_own_are_not_joined():
    text = "\n".join(
        ["Ministers agree on a timetable for the ferry line today", "Port votes on budget for the coming year and the next"]
        * 5
    )
    assert len(find_lines(text)) == 10


def test_ends_of_sentences():
    ended = ["He left.", 'He said "no."', "Did he?", "他走了。", "He left. (Reuters)", "Он ушёл…"]
    assert [line.is_final for line in find_lines("\n".join([*ended, "Talks resume", "Terms:"]))] == [True] * 6 + [False] * 2
