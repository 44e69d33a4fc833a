"""Golden cases of cleaning, written by hand: each row of a file is "kind<TAB>words"; "+kind" goes on in the same line."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from communique.clean import clean_document
from factories import document

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """A text and the kind of each of its characters; blank where no kind is asked for."""

    name: str
    text: str
    kinds: tuple[str, ...]


def load_cases() -> list[Case]:
    """All cases, by name."""
    return [_load(path) for path in sorted(FOLDER.glob("*.txt"))]


def _load(path: Path) -> Case:
    text = ""
    kinds: list[str] = []
    for row in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        kind, _, words = row.partition("\t")
        glue = "" if kind.startswith("+") or not text else "\n"
        text += glue + words
        kinds += [""] * len(glue) + [kind.removeprefix("+")] * len(words)
    return Case(path.stem, text, tuple(kinds))


def predicted(case: Case) -> list[str]:
    """The kind of each character as cleaning has it; what lies in no region is boilerplate."""
    clean = clean_document(document(case.text))
    found = ["boilerplate"] * len(case.text)
    for region in clean.regions:
        found[region.span.start : region.span.end] = [region.kind.value] * len(region.span)
    return found


def score(cases: list[Case]) -> tuple[dict[str, float], list[str]]:
    """F1 of each kind over the characters that are not blank, and the words that went wrong."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for case in cases:
        last = None
        for mark, true, said in zip(case.text, case.kinds, predicted(case), strict=True):
            if mark.isspace():
                continue
            counts[true, "gold"] += 1
            counts[said, "said"] += 1
            counts[true, "right"] += true == said
            if true != said and last == (true, said):
                wrong[-1] += mark
            elif true != said:
                wrong.append(f"{case.name}: {true} taken for {said}: {mark}")
            last = (true, said) if true != said else None
    kinds = {kind for kind, what in counts if what == "gold"}
    return {kind: 2 * counts[kind, "right"] / (counts[kind, "gold"] + counts[kind, "said"]) for kind in kinds}, wrong
