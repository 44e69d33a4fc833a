"""lexicon/issue.py: the tree, its cues, a user's own file."""

import pytest

from communique.errors import ConfigError
from communique.lexicon.issue import OTHER, find_issues, load_issues
from communique.lexicon.phrase import PhraseIndex, stem, words_of


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("an immediate cease-fire along the river", "ceasefire"),
        ("the exchange of 40 prisoners", "prisoners"),
        ("shipments of enriched uranium", "nuclear-programme"),
        ("reopening the consulate in the port city", "diplomatic-missions"),
        ("the filling of the dam's reservoir", "water"),
        ("tariffs on steel", "trade"),
        ("a seat at the negotiating table", "participation"),
        ("the rights of the Hungarian-speaking minority", "minorities"),
        ("lifting the sanctions", "sanctions"),
        ("fishing quotas in the strait", "maritime-zones"),
        ("a mandate for UN peacekeepers", "peacekeepers"),
        ("joining NATO as a full member", "alliance-membership"),
        ("the return of refugees", "refugees"),
        ("a date for the referendum", "elections"),
        ("compensation for war damage", "reparations"),
        ("a chair for the elders of the valley and being let into the talks as a party", "participation"),
        ("villagers who would watch over the truce line as monitors", "verification"),
        ("suspending the training programmes for both armies", "arms-supplies"),
        ("sheltering armed opponents in rear bases", "terrorism"),
        ("a yearly quota of work visas for nurses", "migration"),
        ("an extension of the grace period on the bonds", "finance"),
        ("the median line in the offshore block", "maritime-zones"),
        ("overflying its territory and landing slots", "aviation"),
        ("the expulsion of their military attaché, declared persona non grata", "diplomatic-missions"),
        ("number plates at the border post", "borders"),
        ("the name dispute and the national flag", "minorities"),
        ("payments for loss and damage under a climate fund", "climate"),
        ("adequacy decisions on data transfer", "technology"),
        ("a neutral venue and a single negotiating text", "talks-process"),
        ("the return of the displaced to the camps", "refugees"),
        ("reserved seats in the upper house", "internal-order"),
    ],
)
def test_the_default_tree_knows_what_is_negotiated(text, issue):
    assert find_issues(text)[0] == issue


@pytest.mark.parametrize("text", ["", "She went home after lunch.", "The cat sat on the mat.", "He scored twice."])
def test_other_texts_have_no_issue(text):
    assert find_issues(text) == ()


def test_a_longer_cue_hides_the_shorter_one_in_it():
    scores = load_issues().scores("the naval blockade")
    assert scores["shipping"] == 3.0 and "sanctions" not in scores


def test_every_issue_is_defined_once_under_a_parent_that_exists():
    issues = load_issues().issues
    ids = [issue.id for issue in issues]
    assert len(ids) == len(set(ids)) > 50 and OTHER in ids
    assert all(issue.definition and (issue.parent is None or issue.parent in ids) for issue in issues)


def test_a_file_of_ones_own(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("issues:\n- {id: tea, name: Tea, cues: {strong: ['green tea', 'cup + saucer']}}\n", encoding="utf-8")
    tree = load_issues(path)
    assert tree.find("a pot of Green Teas") == ("tea",)
    assert tree.find("a cup without its saucer") == ("tea",)
    assert tree.find("a cup of coffee") == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("issues: 3", "needs a list"),
        ("issues: [", "cannot be read"),
        ("issues:\n- {id: a}\n", "needs id and name"),
        ("issues:\n- {id: a, name: A}\n- {id: a, name: B}\n", "stands twice"),
        ("issues:\n- {id: a, name: A, parent: b}\n", "'b' is no issue"),
        ("issues:\n- {id: a, name: A, cues: {loud: [x]}}\n", "cues are lists under"),
        ("issues:\n- {id: a, name: A, cues: {strong: ['--']}}\n", "has no word"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path, content, says):
    path = tmp_path / "mine.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=says):
        load_issues(path)


def test_stems_join_singular_and_plural():
    assert words_of("Parties' treaties, buses; the glass's crisis") == ("party", "treaty", "buse", "the", "glass", "crisis")
    assert stem("analysis") == "analysis"


def test_gaps_and_endings():
    index = PhraseIndex()
    index.add(words_of("withdraw * troop", pattern=True), "a")
    index.add(words_of("demilitari*", pattern=True), "b")
    found = index.find(words_of("withdraw all of their troops and demilitarise"))
    assert {payload for _, _, payload in found} == {"a", "b"}
    assert index.find(words_of("withdraw one two three four troops")) == []
