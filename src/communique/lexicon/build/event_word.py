"""Write `lexicon/data/event_word.tsv.gz`: `python -m communique.lexicon.build.event_word FOLDER`.

Source: WordNet 3.0 database files (index.*, data.*, *.exc), as in Debian's wordnet-base; WordNet licence, see NOTICE.
Kept: verbs and nouns of acts, events, communication, phenomena and processes, single words, their most frequent senses,
as concepts: a noun sense counts as the verb sense that it is derived from. Further the concept above each, and
irregular forms.
"""

import argparse
import gzip
from collections import defaultdict
from pathlib import Path

SENSES = 4
EVENT_FILES = frozenset({"04", "10", "11", "19", "22"})  # noun.act, .communication, .event, .phenomenon, .process
HEADER = "# WordNet 3.0, Princeton University; made by communique.lexicon.build.event_word\n"
Concept = str


class Data:
    """One data.* file: lexicographer file, words and pointers of every synset."""

    def __init__(self, folder: Path, part: str) -> None:
        self.file: dict[Concept, str] = {}
        self.above: dict[Concept, list[Concept]] = {}
        self.derived: dict[Concept, list[Concept]] = {}
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split(" | ")[0].split()
            own = cells[2] + cells[0]
            self.file[own] = cells[1]
            at = 4 + 2 * int(cells[3], 16)
            pointers = [cells[at + 1 + 4 * number : at + 5 + 4 * number] for number in range(int(cells[at]))]
            self.above[own] = [row[2] + row[1] for row in pointers if row[0] in ("@", "@i")]
            self.derived[own] = [row[2] + row[1] for row in pointers if row[0] == "+"]


def senses(folder: Path, part: str) -> dict[str, list[Concept]]:
    """Lemma -> synsets, most frequent first."""
    found = {}
    for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        cells = line.split()
        offsets = cells[-int(cells[2]) :]
        found[cells[0]] = [cells[1] + offset for offset in offsets]
    return found


def irregular(folder: Path, part: str) -> dict[str, str]:
    """Irregular form -> lemma."""
    rows = (line.split() for line in (folder / f"{part}.exc").read_text(encoding="utf-8").splitlines())
    return {cells[0]: cells[1] for cells in rows if len(cells) > 1 and "_" not in cells[0]}


def build(folder: Path) -> str:
    """The text of the file: lemmas with concepts, concepts with those above, irregular forms."""
    verb, noun = Data(folder, "verb"), Data(folder, "noun")
    rows: dict[str, list[Concept]] = defaultdict(list)
    for lemma, found in sorted(senses(folder, "verb").items()):
        if lemma.isalpha():
            rows[lemma] += found[:SENSES]
    for lemma, found in sorted(senses(folder, "noun").items()):
        if not lemma.isalpha():
            continue
        for own in found[:SENSES]:
            if noun.file[own] in EVENT_FILES:
                verbs = [other for other in noun.derived[own] if other.startswith("v")]
                rows[lemma] += verbs[:2] or [own]
    used = {own for found in rows.values() for own in found}
    number = {own: str(at) for at, own in enumerate(sorted(used))}
    above = verb.above | noun.above
    lemmas = [
        f"{lemma}\t{','.join(number[own] for own in dict.fromkeys(found))}" for lemma, found in sorted(rows.items()) if found
    ]
    parents = [",".join(number[top] for top in above[own] if top in number) or "-" for own in sorted(used)]
    forms = irregular(folder, "noun") | irregular(folder, "verb")
    kept = [f"{form}\t{lemma}" for form, lemma in sorted(forms.items()) if lemma in rows and form.isalpha()]
    return HEADER + "\n\n".join("\n".join(part) for part in (lemmas, parents, kept)) + "\n"


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of the WordNet database files")
    target = Path(__file__).parents[1] / "data" / "event_word.tsv.gz"
    data = build(parser.parse_args().folder).encode()
    with target.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="", compresslevel=9) as out:
        out.write(data)


if __name__ == "__main__":
    main()
