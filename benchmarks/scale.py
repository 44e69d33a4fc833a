"""How resolving, comparing and publishing grow with the number of articles.

    python -m benchmarks.scale --corpus FILE.jsonl.gz [--counts 100 1000 10000] [--texts 300] [--cache FILE]

The language stages take the same time for every article, so they run once over --texts articles of the corpus; what they
yield is kept in --cache. From it as many distinct articles are made as a count asks for: the same structure, but other
ids, days, persons and words (each replaced by one of the same length, so that every span stays exact). A third of the
persons stay the same in all of them, as the leaders of a negotiation do. Each count is measured in a process of its own:
processor seconds of storing, of assembling (judge, group, compare) and of writing, its peak memory, and the size of the
record. Wall-clock time is left out: it says more about the machine's other work.
"""

import argparse
import gzip
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from communique.model import Document, DocumentRecord
from communique.pipeline.assemble import assemble_record
from communique.pipeline.build import publish
from communique.record.codec import decode, encode
from communique.record.store import Store, open_store

WORD = re.compile(r"[A-Za-z]{3,}")
DAY = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
NAMED = frozenset({"name", "label", "claim", "outcome", "title", "setting"})
LETTERS = ("bcdfghjklmnpqrstvwxyz", "aeiou")
KEPT = 3
FIRST_DAY = date(2021, 1, 4)


def extracted(corpus: Path, count: int, cache: Path) -> list[bytes]:
    """What the first `count` texts of a corpus, evenly taken, yield: encoded, from the cache if it is there."""
    if cache.exists():
        with gzip.open(cache, "rb") as lines:
            return lines.read().splitlines()
    from communique.pipeline.step import load_tools, process_document

    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    tools = load_tools()
    found = []
    for number, text in enumerate(texts[:: max(1, len(texts) // count)][:count]):
        digest = sha256(text.encode()).hexdigest()
        result = process_document(Document(f"d{digest[:12]}", f"{number:05}.txt", digest, text), tools)
        if isinstance(result, DocumentRecord):
            found.append(encode(result))
    cache.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(cache, "wb") as out:
        out.write(b"\n".join(found))
    return found


def clones(originals: list[bytes], count: int) -> Iterator[DocumentRecord]:
    """`count` distinct documents, one after the other."""
    for number in range(count):
        yield Clone(originals[number % len(originals)], number // len(originals), number).made()


class Clone:
    """One document with other ids, days, persons and words than the one it is made from.

    Args:
        data: an encoded `DocumentRecord`.
        turn: how often the original was used before.
        number: of the new document.
    """

    def __init__(self, data: bytes, turn: int, number: int) -> None:
        self.data = json.loads(data)
        self.turn = turn
        self.shift = timedelta(days=7 * turn)
        self.day = FIRST_DAY + timedelta(days=number % 28 + 7 * turn)
        self.persons = {
            word
            for actor in self.data["actors"]
            if actor["kind"] == "person"
            for mention in actor["mentions"]
            for word in WORD.findall(mention["evidence"]["quote"])
        }
        document = self.data["document"]
        self.text = WORD.sub(self._word, document["text"])
        self.old, digest = document["id"], sha256(self.text.encode()).hexdigest()
        self.new = f"d{digest[:12]}"
        document.update(text=self.text, id=self.new, sha256=digest, path=f"{number:05}.txt")

    def made(self) -> DocumentRecord:
        """The new document with all it yields."""
        data = self._changed(self.data)
        day = self.day.isoformat()
        data["document"]["published"] = {"start": day, "end": None, "precision": "day", "basis": "metadata"}
        return decode(DocumentRecord, json.dumps(data))

    def _word(self, match: "re.Match[str]") -> str:
        word = match[0]
        chance = blake2b(word.lower().encode(), digest_size=2).digest()[0] % KEPT
        if self.turn == 0 or (word in self.persons and chance == 0):
            return word
        if word not in self.persons and (word[0].isupper() or (chance + self.turn) % 2):
            return word
        return self._other(word, self.turn // 3 if word in self.persons else self.turn)

    def _other(self, word: str, turn: int) -> str:
        """Letters exchanged, vowels for vowels: another word of the same length, the same for the same turn."""
        seed = blake2b(f"{turn} {word.lower()}".encode(), digest_size=len(word) % 60 + 1).digest()
        made = []
        for place, letter in enumerate(word):
            row = next((letters for letters in LETTERS if letter.lower() in letters), "")
            other = row[seed[place % len(seed)] % len(row)] if row else letter
            made.append(other.upper() if letter.isupper() else other)
        return "".join(made)

    def _changed(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            if "quote" in value:
                span = value["span"]
                return {"document": self.new, "span": span, "quote": self.text[span["start"] : span["end"]]}
            return {own: self._changed(found, own) for own, found in value.items()}
        if isinstance(value, list):
            return [self._changed(found, key) for found in value]
        if not isinstance(value, str) or key == "text":
            return value
        if value.startswith(self.old):
            return self.new + value[len(self.old) :]
        value = WORD.sub(self._word, value) if key in NAMED else value
        return DAY.sub(lambda match: (date.fromisoformat(match[0]) + self.shift).isoformat(), value)


def measure(originals: list[bytes], count: int, folder: Path) -> dict[str, float]:
    """Processor seconds of each step for `count` articles, peak memory in MB, size of the record in MB."""
    path = folder / f"{count}.communique"
    began = time.process_time()
    with open_store(path, create=True) as store:
        _fill(store, originals, count)
        filled = time.process_time()
        publish(store, ())
        published = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        assembling = time.process_time()
        assemble_record(store.document_records())
        assembled = time.process_time()
        lines = store.counts()
    size = sum(own.stat().st_size for own in folder.glob(path.name + "*")) / 2**20
    return {
        "count": count,
        "fill": filled - began,
        "publish": published - filled,
        "assemble": assembled - assembling,
        "peak": peak,
        "size": size,
        **lines,
    }


def _fill(store: Store, originals: list[bytes], count: int) -> None:
    for made in clones(originals, count):
        store.stage(made, made.document.text.encode(), "scale")


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="lines of JSON with a text each, gzip")
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument("--texts", type=int, default=300)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "communique-scale.jsonl.gz")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    originals = extracted(options.corpus, options.texts, options.cache)
    if options.one:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measure(originals, options.counts[0], Path(folder))))
        return 0
    print(
        "| articles | make and store, s | assemble, s | publish (assemble and write), s | ms an article | peak memory, MB | record, MB |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|")
    command = [
        sys.executable,
        "-m",
        "benchmarks.scale",
        "--one",
        "--corpus",
        str(options.corpus),
        "--cache",
        str(options.cache),
    ]
    for count in options.counts:
        done = subprocess.run([*command, "--counts", str(count)], check=True, stdout=subprocess.PIPE)
        row = json.loads(done.stdout)
        each = 1000 * row["publish"] / count
        print(
            f"| {count:,} | {row['fill']:.1f} | {row['assemble']:.1f} | {row['publish']:.1f} | {each:.1f} "
            f"| {row['peak']:.0f} | {row['size']:.1f} |",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
