"""extract/claims/event.py on invented sentences with stored parses."""

import pytest

from communique.extract.claims.event import find_events
from unit.extract.claims.parsed import analysis

CASES = [
    ("Bolivia demanded that Chile release all prisoners.", "DEMAND", ["Bolivia"]),
    ("Chile rejected the proposal for a buffer zone along the border.", "REJECT", ["Chile"]),
    ("Bolivia and Chile agreed to reopen the border and to exchange prisoners.", "AGREE", ["Bolivia", "Chile"]),
    ("Kenya threatened to leave the talks.", "THREATEN", ["Kenya"]),
]


@pytest.mark.parametrize(("text", "kind", "source"), CASES, ids=[case[1] for case in CASES])
def test_type_and_who_acts(text, kind, source):
    [event] = find_events(analysis(text))
    assert event.kind == kind
    assert [text[span.start : span.end] for span in event.source] == source


def test_two_who_act_together_are_both_ends():
    [event] = find_events(analysis(CASES[2][0]))
    assert event.source == event.target
