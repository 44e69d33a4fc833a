"""Write `lexicon/data/meaning.tsv.gz`: `python -m communique.lexicon.build.meaning FOLDER`.

Source: WordNet 3.0 database files (index.*, data.*, *.exc, cntlist.rev), as in Debian's wordnet-base; WordNet licence, see
NOTICE. Kept: single nouns, verbs and adjectives that the sense counts know, their most frequent senses and the senses
derived from these ("decide", "decision"), as concepts; the concepts above and beside each; irregular forms.
"""

import argparse
import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path

SENSES = 3
PARTS = ("noun", "verb", "adj")
ABOVE, DERIVED = ("@", "@i", "&"), ("+",)
HEADER = "# WordNet 3.0, Princeton University; made by communique.lexicon.build.meaning\n"
Concept = str
Pointers = Mapping[Concept, tuple[Concept, ...]]


def _lines(folder: Path, name: str) -> Iterator[str]:
    rows = (folder / name).read_text(encoding="utf-8").splitlines()
    return (line for line in rows if not line.startswith(" "))


def pointers(folder: Path, kinds: tuple[str, ...]) -> Pointers:
    """Synset -> synsets to which it points by any of the kinds."""
    found = {}
    for line in (row for part in PARTS for row in _lines(folder, f"data.{part}")):
        cells = line.split(" | ")[0].split()
        at = 4 + 2 * int(cells[3], 16)
        rows = [cells[at + 1 + 4 * number : at + 5 + 4 * number] for number in range(int(cells[at]))]
        found[_concept(cells[2], cells[0])] = tuple(_concept(row[2], row[1]) for row in rows if row[0] in kinds)
    return found


def _concept(part: str, offset: str) -> Concept:
    return ("a" if part == "s" else part) + offset


def senses(folder: Path, counted: frozenset[str]) -> dict[str, list[Concept]]:
    """Lemma -> its most frequent synsets of every part of speech."""
    found: dict[str, list[Concept]] = {}
    for line in (row for part in PARTS for row in _lines(folder, f"index.{part}")):
        cells = line.split()
        if cells[0].isalpha() and cells[0] in counted:
            offsets = cells[-int(cells[2]) :][:SENSES]
            found.setdefault(cells[0], []).extend(_concept(cells[1], own) for own in offsets)
    return found


def build(folder: Path) -> str:
    """The text of the file: lemmas with concepts, concepts with those above, irregular forms."""
    counted = frozenset(line.split("%")[0] for line in _lines(folder, "cntlist.rev"))
    derived, above = pointers(folder, DERIVED), pointers(folder, ABOVE)
    rows = {
        lemma: tuple(dict.fromkeys([*found, *(other for own in found for other in sorted(derived[own]) if other in above)]))
        for lemma, found in senses(folder, counted).items()
    }
    used = sorted({own for found in rows.values() for own in found})
    number = {own: str(at) for at, own in enumerate(used)}
    lemmas = [f"{lemma}\t{','.join(number[own] for own in found)}" for lemma, found in sorted(rows.items())]
    parents = [",".join(number[top] for top in sorted(above[own]) if top in number) or "-" for own in used]
    irregular = sorted({tuple(line.split()[:2]) for part in PARTS for line in _lines(folder, f"{part}.exc")})
    forms = [f"{form}\t{lemma}" for form, lemma in irregular if lemma in rows and form.isalpha()]
    return HEADER + "\n\n".join("\n".join(part) for part in (lemmas, parents, forms)) + "\n"


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of the WordNet database files")
    target = Path(__file__).parents[1] / "data" / "meaning.tsv.gz"
    data = build(parser.parse_args().folder).encode()
    with target.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="", compresslevel=9) as out:
        out.write(data)


if __name__ == "__main__":
    main()
