"""Where documents are processed: in this process, or in several; results come in the order of the documents."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from communique.model import Document, DocumentRecord, Failure
from communique.pipeline.step import Tools, load_tools, process_document

AHEAD = 4
SMALL = 12  # a worker takes seconds to load its models: fewer documents are done sooner in one process

_tools: list[Tools] = []


def process_all(documents: Iterable[Document], workers: int = 0) -> Iterator[DocumentRecord | Failure]:
    """What each document yields, in the order given.

    Args:
        documents: read lazily, a few ahead of the workers, so that memory stays bounded.
        workers: processes; 0 = one for each processor, none for a small run; 1 = in this process.
    """
    rest = iter(documents)
    first = list(islice(rest, SMALL + 1))
    count = workers or (1 if len(first) <= SMALL else os.cpu_count() or 1)
    if count == 1:
        yield from _serial(first)
        yield from _serial(rest)
    else:
        yield from _parallel(first, rest, count)


def _serial(documents: Iterable[Document]) -> Iterator[DocumentRecord | Failure]:
    for document in documents:
        yield _one(document)


def _one(document: Document) -> DocumentRecord | Failure:
    if not _tools:
        _tools.append(load_tools())
    return process_document(document, _tools[0])


def _parallel(first: list[Document], rest: Iterator[Document], count: int) -> Iterator[DocumentRecord | Failure]:
    waiting: deque[tuple[Document, Future[DocumentRecord | Failure]]] = deque()
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        for document in first:
            waiting.append((document, pool.submit(_one, document)))
        for document in rest:
            while len(waiting) >= max(count * AHEAD, SMALL):
                yield _result(*waiting.popleft())
            waiting.append((document, pool.submit(_one, document)))
        while waiting:
            yield _result(*waiting.popleft())


def _result(document: Document, future: "Future[DocumentRecord | Failure]") -> DocumentRecord | Failure:
    try:
        return future.result()
    except BrokenProcessPool:
        return Failure(document.path, "process", "the worker process died (out of memory?); run again with --workers 1")
