"""Turn an expected record written in quoted words (YAML) into gold JSON with offsets.

    python -m benchmarks.sample_gold sample/expected sample/coverage OUT [--record RECORD.json]

The folder of the expected record holds one `NN-*.yaml` for each article and `cross.yaml`; its README says how. OUT gets
`<stem>.json` for each article and `cross.json`, in the shape that the record scorer takes as gold.

Plain-text articles are read from the folder of articles. The text of a page, a document, a message or a PDF depends on the
reader: it is taken from `documents[].text` of the exported record given by --record; without one such articles are left out,
and so is what rests on them. Words of a plain text must occur exactly as they are; in the other articles white space and
hyphens at line ends may differ. Anything else is refused with file and words, exit status 2.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.quoted_gold import Maker, RefusedError, Row, Words, listed, spaced

PLAIN = (".txt", ".text")
PAIRED = ("encounters", "statements")


class Across:
    """Gold of what holds across the articles that are at hand."""

    def __init__(self, cross: Row, texts: dict[str, Words], makers: list[Row]) -> None:
        self.cross, self.texts = cross, texts
        self.ids = {item["id"] for gold in makers for name in (*PAIRED, "agreements", "forecasts") for item in gold[name]}
        self.makers = makers

    def gold(self) -> Row:
        """The file cross.json."""
        empty: Row = {name: self.clusters(name) for name in (*PAIRED, "agreements")}
        issues = [{"id": name, "definition": text} for name, text in (self.cross.get("issues") or {}).items()]
        return empty | {
            "articles": {
                gold["article"]: {name: gold["source"][name] for name in ("outlet", "published")} for gold in self.makers
            },
            "sides": self.cross.get("sides") or {},
            "issues": issues,
            "comparisons": list(self.comparisons()),
            "internal_conflicts": [{**row, **self.at(row)} for row in self.present("internal_conflicts")],
            "single_source": [{"rank": n, **row, **self.at(row)} for n, row in enumerate(self.present("single_source"), 1)],
            "forecast_outcomes": list(self.outcomes()),
            "not_the_same": self.apart(),
            "reprints": self.cross.get("reprints") or [],
        }

    def known(self, item: str) -> bool:
        """True if the item's article is at hand; refuses an id that its article lacks."""
        if item.rsplit("-", 1)[0] not in self.texts:
            return False
        if item not in self.ids:
            raise RefusedError(f"cross.yaml: there is no {item}")
        return True

    def clusters(self, section: str) -> list[Row]:
        found = []
        for cluster in self.cross.get(section) or []:
            kinds = ("members", "uncertain", "part_of_members")
            parts = {kind: [item for item in cluster.get(kind, []) if self.known(item)] for kind in kinds}
            found.append({**cluster, **parts})
        return [cluster for cluster in found if cluster["members"]]

    def at(self, row: Row, article: str = "article") -> Row:
        words = self.texts[row[article]]
        return {"note": row.get("note"), **words.anchored(words.find(quote) for quote in listed(row["at"]))}

    def present(self, section: str) -> Iterator[Row]:
        return (row for row in self.cross.get(section) or [] if row["article"] in self.texts)

    def comparisons(self) -> Iterator[Row]:
        for number, row in enumerate(self.cross.get("comparisons") or [], 1):
            if any(article not in self.texts for article, *_ in row["values"]):
                continue
            values = []
            for article, value, *quotes in row["values"]:
                words = self.texts[article]
                anchor = words.anchored(words.find(quote) for quote in quotes)
                values.append({"article": article, "value": str(value), **anchor})
            yield {"id": f"K{number}", "note": None, **row, "values": values}

    def outcomes(self) -> Iterator[Row]:
        for row in self.cross.get("forecast_outcomes") or []:
            source = row.get("article")
            if self.known(row["forecast"]) and (source is None or source in self.texts):
                words = self.at(row) if source else {"note": row.get("note"), "evidence": [], "quote": []}
                yield {"forecast": row["forecast"], "outcome": row["outcome"], "article": source, **words}

    def apart(self) -> Row:
        pairs = self.cross.get("not_the_same") or {}
        kept: Row = {"actors": pairs.get("actors", [])}
        for section in PAIRED:
            kept[section] = [pair for pair in pairs.get(section, []) if self.known(pair[0]) and self.known(pair[1])]
        return kept


def texts_of(record: Path | None) -> dict[str, str]:
    """File name -> text, from an exported record."""
    if record is None:
        return {}
    documents = json.loads(record.read_text(encoding="utf-8"))["documents"]
    return {Path(document["path"]).name: document["text"] for document in documents if document.get("text") is not None}


def make(expected: Path, coverage: Path, record: Path | None = None) -> tuple[dict[str, Row], list[str]]:
    """Gold files by name, and the articles left out for want of a text.

    Raises:
        RefusedError: words that are not there, an unknown actor or item, overlapping regions.
        OSError: a file cannot be read.
    """
    cross = yaml.safe_load((expected / "cross.yaml").read_text(encoding="utf-8"))
    given = texts_of(record)
    files: dict[str, Row] = {}
    texts: dict[str, Words] = {}
    missing: list[str] = []
    for path in sorted(expected.glob("*.yaml")):
        if path.name == "cross.yaml":
            continue
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        source = coverage / data["file"]
        plain = source.suffix in PLAIN
        text = source.read_bytes().decode("utf-8") if plain else given.get(source.name)
        if text is None:
            missing.append(source.name)
            continue
        if key := spaced(data):
            raise RefusedError(f"{path.name}: {key!r} is no field: quote words that hold a comma")
        words = Words(path.name, text, exact=plain)
        unknown = set(data["actors"]) - set(cross["actors"])
        if unknown:
            raise RefusedError(f"{path.name}: actors without an entry in cross.yaml: {', '.join(sorted(unknown))}")
        texts[str(data["article"])] = words
        files[f"{source.stem}.json"] = Maker(data, words, cross["actors"]).gold()
    check_actors(files, set(cross["actors"]))
    files["cross.json"] = Across(cross, texts, list(files.values())).gold()
    return files, missing


def check_actors(files: dict[str, Row], known: set[str]) -> None:
    """Every actor that an item names must be registered."""
    fields = (
        "speaker",
        "addressee",
        "actor",
        "attributed_by",
        "who",
        "reported_by",
        "parties",
        "committed",
        "owed_to",
        "speakers",
    )
    for name, gold in files.items():
        for section in ("statements", "positions", "agreements", "forecasts", "encounters"):
            for item in gold[section]:
                people = [person["actor"] for person in item.get("participants", ())]
                used = {actor for key in fields for actor in listed(item.get(key))} | set(people)
                if used - known - {"author"}:
                    raise RefusedError(f"{name}: {item['id']}: unknown actors {sorted(used - known)}")


def main() -> int:
    """Write the gold; exit status 2 if it is refused."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("expected", type=Path)
    parser.add_argument("coverage", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--record", type=Path, help="an exported record with the texts of the other articles")
    options = parser.parse_args()
    try:
        files, missing = make(options.expected, options.coverage, options.record)
    except (RefusedError, OSError, yaml.YAMLError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 2
    options.out.mkdir(parents=True, exist_ok=True)
    for name, gold in files.items():
        text = json.dumps(gold, ensure_ascii=False, indent=1, default=str)
        (options.out / name).write_text(text + "\n", encoding="utf-8")
    for name in missing:
        print(f"left out, no text: {name} (give --record)")
    print(f"{len(files) - 1} articles written to {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
