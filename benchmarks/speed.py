"""Speed and memory of a build.

    python -m benchmarks.speed ARTICLES...                      articles as files or folders
    python -m benchmarks.speed --corpus FILE.jsonl.gz --count 1000   texts of a corpus, repeated under new names

Prints articles and words a second of `build` (one process), the processor time of each stage, the share of the language
models' own pass (spaCy's parse and the attribution model) in the processing of documents, the peak memory, and the time of
a second build with nothing new.
"""

import argparse
import gzip
import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from communique.annotate import annotator, syntax
from communique.model import Document
from communique.pipeline.build import build_record
from communique.pipeline.step import load_tools, process_document
from communique.read import read_sources
from communique.record.store import open_store


def write_corpus(corpus: Path, count: int, folder: Path) -> None:
    """`count` articles from the texts of a corpus, each with a line of its own so that no two are the same."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for number in range(count):
        text = texts[number % len(texts)]
        (folder / f"{number:05}.txt").write_text(f"Report number {number + 1} of the file\n{text}", encoding="utf-8")


def stages(documents: list[Document]) -> dict[str, float]:
    """Processor seconds of each stage over `documents`, models loaded before; annotate is split into its parts."""
    tools = load_tools()
    spent: dict[str, float] = defaultdict(float)
    for document in documents:
        last = [time.process_time()]

        def timed(stage: str, last: list[float] = last) -> None:
            now = time.process_time()
            spent[stage] += now - last[0]
            last[0] = now

        process_document(document, tools, timed)
    spent |= _models(documents, tools.annotator)
    return dict(spent)


def _models(documents: list[Document], tools: annotator.Annotator) -> dict[str, float]:
    from communique.clean import clean_document

    parse = tag = 0.0
    for document in documents:
        clean = clean_document(document)
        began = time.process_time()
        syntax.parse(tools.nlp, clean)
        parse += time.process_time() - began
        if tools.tagger is not None:
            began = time.process_time()
            tools.tagger.tag(clean.text)
            tag += time.process_time() - began
    return {"of which spaCy": parse, "of which attribution model": tag}


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--profile", type=int, default=60, help="number of articles whose stages are timed one by one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        inputs = options.articles
        if options.corpus:
            source = Path(folder) / "articles"
            source.mkdir()
            write_corpus(options.corpus, options.count, source)
            inputs = [str(source)]
        record = Path(folder) / "speed.communique"
        began = time.monotonic()
        done = build_record(inputs, record, workers=options.workers)
        first = time.monotonic() - began
        began = time.monotonic()
        build_record(inputs, record, workers=options.workers)
        second = time.monotonic() - began
        with open_store(record) as store:
            words = sum(len(found.document.text.split()) for found in store.document_records())
        print(f"{len(done.added)} articles, {words:,} words, {len(done.failures)} failures, {options.workers} process(es)")
        print(f"build   {first:8.1f} s   {len(done.added) / first:8.2f} articles/s   {words / first:8.0f} words/s")
        print(f"again   {second:8.2f} s")
        print(f"memory  {_peak():8.0f} MB at most; record file {record.stat().st_size / 2**20:.1f} MB")
        documents = [own for own in read_sources(inputs) if isinstance(own, Document)][: options.profile]
        spent = stages(documents)
        total = sum(spent[stage] for stage in ("clean", "annotate", "extract"))
        models = spent["of which spaCy"] + spent["of which attribution model"]
        for stage, seconds in spent.items():
            print(f"{stage:28} {seconds:8.2f} s   {seconds / total:6.1%}")
        print(f"our own code adds {(total - models) / models:.0%} to the models' pass")
    return 0


def _peak() -> float:
    """Peak resident memory of this process and of its workers, MB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(own, children) / 1024


if __name__ == "__main__":
    sys.exit(main())
