"""query/issue.py: positions roll up the tree."""

from communique.model import Issue, Position, Record, Stance
from communique.query.issue import issue_rows
from factories import at, document

DOC = document("Peru wants fish.")
ISSUES = (
    Issue("a", "A"),
    Issue("b", "B", parent="a"),
    Issue("c", "C"),
    Issue("d", "D", parent="c"),
    Issue("e", "E", parent="gone"),
)


def test_parents_come_before_their_children_with_all_below_them():
    content = (at(DOC, "wants fish"),)
    issues = ("b", "d", "d", "c", "e", "e", "e", "e")
    positions = tuple(
        Position(f"d:p{number}", DOC.id, "peru", issue, Stance.DEMANDS, content, content)
        for number, issue in enumerate(issues)
    )
    rows = issue_rows(Record(issues=ISSUES, positions=positions))
    assert [(row.issue.id, row.depth, row.positions, row.below) for row in rows] == [
        ("e", 0, 4, 4),
        ("c", 0, 1, 3),
        ("d", 1, 2, 2),
        ("a", 0, 0, 1),
        ("b", 1, 1, 1),
    ]


def test_an_issue_without_positions_is_left_out():
    assert issue_rows(Record(issues=ISSUES)) == ()
