"""pipeline/issues.py: which issue a position goes under, and issues proposed from the words."""

import pytest

from communique.errors import ConfigError
from communique.lexicon.issue import OTHER, load_issues, parse_issues
from communique.model import Position, Stance
from communique.pipeline.issues import file_positions
from factories import at, document

ONE = document("Bolivia rejects the llama registry. Chile wants a llama registry. Peru wants a new bell tower.")
TWO = document("Peru offers the wool stamps. Bolivia rejects a registry of llamas.")
OWN = """
issues:
- id: farm
  name: Farms
- id: registers
  name: Registers of animals
  parent: farm
  cues: {strong: [registry]}
- id: other
  name: Rest
"""


def position(doc, number, words, thing, issue=OTHER, actor="bolivia"):
    content = (at(doc, words),)
    matter = at(doc, thing) if thing else None
    return Position(f"{doc.id}:p{number}", doc.id, actor, issue, Stance.REJECTS, content, content, matter=matter)


def found(*positions, tree=None):
    placed, proposed = file_positions(positions, tree or load_issues())
    return [own.issue for own in placed], [(issue.id, issue.name, issue.parent, issue.proposed) for issue in proposed]


def test_a_thing_told_of_in_two_places_becomes_an_issue():
    one = position(ONE, 1, "rejects the llama registry", "llama registry")
    two = position(ONE, 2, "wants a llama registry", "llama registry", actor="chile")
    odd = position(ONE, 3, "wants a new bell tower", "bell tower")
    assert found(one, two, odd) == (
        ["proposed-registry", "proposed-registry", OTHER],
        [("proposed-registry", "Llama registry", OTHER, True)],
    )


def test_one_sentence_of_two_holders_proposes_nothing():
    one = position(ONE, 1, "wants a new bell tower", "bell tower")
    two = position(ONE, 2, "wants a new bell tower", "bell tower", actor="chile")
    assert found(one, two) == ([OTHER, OTHER], [])


def test_a_thing_goes_where_others_of_its_name_went():
    known = position(ONE, 1, "rejects the llama registry", "llama registry", "agriculture")
    loose = position(TWO, 1, "rejects a registry of llamas", "registry")
    assert found(known, loose) == (["agriculture", "agriculture"], [])


def test_the_order_of_documents_does_not_matter():
    rows = [
        position(ONE, 1, "rejects the llama registry", "llama registry"),
        position(TWO, 1, "rejects a registry of llamas", "registry"),
        position(TWO, 2, "offers the wool stamps", "wool stamps"),
    ]
    forward, backward = found(*rows), found(*reversed(rows))
    assert (forward[0], forward[1]) == (backward[0][::-1], backward[1])
    assert forward[1] == [("proposed-registry", "Registry", OTHER, True)]


def test_an_issue_file_takes_what_it_names():
    tree = parse_issues(OWN)
    one = position(ONE, 1, "rejects the llama registry", "llama registry")
    two = position(TWO, 1, "offers the wool stamps", "wool stamps", "trade")
    assert found(one, two, tree=tree) == (["registers", OTHER], [])


def test_a_text_that_is_no_issue_file_is_refused():
    with pytest.raises(ConfigError, match="needs a list under 'issues'"):
        parse_issues("issues: 3")
    with pytest.raises(ConfigError, match="cannot be read as YAML"):
        parse_issues("issues: [")
