"""The subjects of negotiation: a tree that ships with a default and that the user may replace by a plain file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from communique.errors import ConfigError
from communique.lexicon.phrase import PhraseIndex, words_of
from communique.model import Issue

WEIGHTS: Mapping[str, float] = {"strong": 3.0, "plain": 2.0, "weak": 1.0}
ENOUGH = 2.0
OTHER = "other"
KEYS = frozenset({"id", "name", "definition", "parent", "cues"})


FIGURATIVE = re.compile(
    r"\b(?:(?:political|economic|international|present|current|right|new) )climate\b(?! (?:change|crisis|talks|fund|finance))"
    r"|\bclimate (?:of|for)\b|\b(?:at|to|is|are|was|were) (?:at )?a standstill\b",
    re.IGNORECASE,
)  # "a climate of optimism", "the talks are at a standstill"


@dataclass(frozen=True, slots=True)
class IssueTree:
    """Issues with the words that speak for each.

    Attributes:
        issues: in the order of the file.
        index: cue phrases; a cue's payload is (issue number, weight, parts still needed).
    """

    issues: tuple[Issue, ...]
    index: PhraseIndex

    def scores(self, text: str) -> dict[str, float]:
        """Weight of the cues of each issue that occur in `text`; every cue counts once, issues without one are left out."""
        return {self.issues[number].id: score for number, (score, _) in sorted(self._tally(text).items())}

    def _tally(self, text: str) -> dict[int, tuple[float, int]]:
        """Issue number -> weight of its cues and the place of the first of them."""
        seen: dict[tuple[int, str], set[int]] = {}
        first: dict[tuple[int, str], int] = {}
        weights: dict[tuple[int, str], tuple[float, int]] = {}
        plain = FIGURATIVE.sub(" ", text)
        for start, _, (issue, cue, part, parts, weight) in _longest(self.index.find(words_of(plain))):
            seen.setdefault((issue, cue), set()).add(part)
            first.setdefault((issue, cue), start)
            weights[issue, cue] = (weight, parts)
        total: dict[int, tuple[float, int]] = {}
        for key, (weight, parts) in weights.items():
            if len(seen[key]) == parts:
                score, place = total.get(key[0], (0.0, first[key]))
                total[key[0]] = (score + weight, min(place, first[key]))
        return total

    def find(self, text: str, least: float = ENOUGH) -> tuple[str, ...]:
        """Ids of the issues that `text` is about, best first, what it names first on a tie; () if none is clear.

        Args:
            least: weight that is enough.
        """
        rows = [(number, *row) for number, row in self._tally(text).items() if row[0] >= least]
        return tuple(self.issues[number].id for number, _, _ in sorted(rows, key=lambda row: (-row[1], row[2], row[0])))

    def by_id(self, issue_id: str) -> Issue | None:
        """The issue of that id."""
        return next((issue for issue in self.issues if issue.id == issue_id), None)


Found = tuple[int, int, Any]


def _longest(found: Iterable[Found]) -> list[Found]:
    """Finds that lie in no longer one, except halves of a pair ("a + b"), which hide nothing and are never hidden."""
    found = sorted(found, key=lambda hit: (hit[0], -hit[1]))
    kept: list[Found] = []
    reach = (-1, -1)
    for hit in found:
        first, last, payload = hit
        half = payload[3] > 1
        if not half and first >= reach[0] and last <= reach[1] and (first, last) != reach:
            continue
        kept.append(hit)
        if not half and last > reach[1]:
            reach = (first, last)
    return kept


@lru_cache(maxsize=4)
def load_issues(path: str | Path | None = None) -> IssueTree:
    """The issue tree.

    Args:
        path: a file in the form of `lexicon/data/issue.yaml`; None = the default tree.

    Raises:
        ConfigError: the file cannot be read or its form is wrong; the message says which entry.
    """
    where = "the default issue file" if path is None else str(path)
    try:
        text = default_issues() if path is None else Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{where} cannot be read: {error}") from error
    return parse_issues(text, where)


@lru_cache(maxsize=4)
def parse_issues(text: str, where: str = "the issue file") -> IssueTree:
    """The issue tree that the text of an issue file gives.

    Raises:
        ConfigError: as `load_issues`.
    """
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ConfigError(f"{where} cannot be read as YAML: {error}") from error
    entries = data.get("issues") if isinstance(data, dict) else None
    if not isinstance(entries, list) or not entries:
        raise ConfigError(f"{where} needs a list under 'issues'")
    return _tree(entries, where)


def find_issues(text: str, least: float = ENOUGH) -> tuple[str, ...]:
    """Ids of the issues of the default tree that `text` is about, best first; () if none is clear.

    Args:
        least: weight that is enough; 1.0 lets a single weak cue count.
    """
    return load_issues().find(text, least)


def default_issues() -> str:
    """The text of the default issue file."""
    return resources.files("communique.lexicon").joinpath("data/issue.yaml").read_text(encoding="utf-8")


def _tree(entries: list[Any], where: str) -> IssueTree:
    issues: list[Issue] = []
    index = PhraseIndex()
    for number, entry in enumerate(entries):
        if not isinstance(entry, dict) or not {"id", "name"} <= entry.keys() or not entry.keys() <= KEYS:
            raise ConfigError(f"{where}, issue {number + 1}: needs id and name, may have {sorted(KEYS - {'id', 'name'})}")
        issues.append(Issue(str(entry["id"]), str(entry["name"]), entry.get("definition"), entry.get("parent")))
        _add_cues(index, number, entry.get("cues") or {}, f"{where}, issue {entry['id']}")
    ids = [issue.id for issue in issues]
    if len(set(ids)) != len(ids):
        raise ConfigError(f"{where}: an issue id stands twice")
    lost = sorted({issue.parent for issue in issues if issue.parent and issue.parent not in ids})
    if lost:
        raise ConfigError(f"{where}: parent {lost[0]!r} is no issue of the file")
    return IssueTree(tuple(issues), index)


def _add_cues(index: PhraseIndex, number: int, cues: Any, where: str) -> None:
    if not isinstance(cues, dict) or not cues.keys() <= WEIGHTS.keys():
        raise ConfigError(f"{where}: cues are lists under {', '.join(WEIGHTS)}")
    for name, phrases in cues.items():
        for phrase in dict.fromkeys(str(one) for one in phrases or ()):
            parts = [part for part in (words_of(half, pattern=True) for half in phrase.split(" + ")) if part]
            if not parts:
                raise ConfigError(f"{where}: cue {phrase!r} has no word")
            for part, words in enumerate(parts):
                index.add(words, (number, phrase, part, len(parts), WEIGHTS[name]))
