"""Write `lexicon/data/nickname.tsv.gz` from the nicknames package: `python -m communique.lexicon.build.nickname CSV`.

CSV is `nicknames/names.csv` of the unpacked wheel (1.0.1). Licence Apache-2.0. `nickname_more.txt` and `name_group.txt`
are added by hand.
The relation is written both ways; names of one nickname are not joined with each other.
"""

import csv
import gzip
import itertools
import sys
from collections import defaultdict
from pathlib import Path

from communique.lexicon.name import name_key

HEADER = "# nicknames 1.0.1, Apache-2.0, nickname_more.txt, name_group.txt; made by communique.lexicon.build.nickname\n"


def main() -> None:
    """Write the file."""
    data = Path(__file__).parents[1] / "data"
    found: dict[str, set[str]] = defaultdict(set)
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as source:
        pairs = [(row["name1"], row["name2"]) for row in csv.DictReader(source) if row["relationship"] == "has_nickname"]
    for line in (data / "nickname_more.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, others = line.split(": ")
            pairs += [(name, other) for other in others.split()]
    for line in (data / "name_group.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            pairs += itertools.combinations(line.split(), 2)
    for one, two in pairs:
        found[name_key(one)].add(name_key(two))
        found[name_key(two)].add(name_key(one))
    rows = [f"{name}\t{','.join(sorted(found[name] - {name}))}" for name in sorted(found)]
    target = data / "nickname.tsv.gz"
    with target.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write((HEADER + "\n".join(rows) + "\n").encode())


if __name__ == "__main__":
    main()
